"""The figures of one document that could be said of one thing, and what is known of them all together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from itertools import chain

from checker.model import Claim, Quantity
from checker.records import TYPE_CHECKING, NamedTuple, lazy

if TYPE_CHECKING:
    from typing import TypeVar

    _V = TypeVar("_V")


class Frequency:
    """How many sentences hold a word, of those with the claims given, each of another sentence; counted when it is first asked."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = claims
        self.counted: Counter[str] | None = None

    def weight(self, words: Set[str]) -> float:
        """Shared words, the rarer the heavier: a word in two sentences only counts 1, in n sentences 1/√(n−1)."""
        if self.counted is None:
            self.counted = Counter(chain.from_iterable([c.words for c in self._claims]))
        counted = self.counted
        return sum([1 / math.sqrt(max(1, counted[w] - 1)) for w in words])


class _Rarest(Frequency):
    """No word in more than one sentence: what words weigh at most."""

    def weight(self, words: Set[str]) -> float:
        return float(len(words))


RAREST = _Rarest(())


class Company:
    """Which figures of one document stand in one sentence; put down when it is first asked."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims

    @lazy
    def told(self) -> dict[Claim, int]:
        """The value of each figure, as a number: the same for those that are equal."""
        known: dict[tuple[object, ...], int] = {}
        return {c: known.setdefault(value(c), len(known)) for c in self._claims}

    @lazy
    def dense(self) -> float:
        """Figures per sentence up to the last that has one, and one sentence more, since a brief of two tells nothing.

        Trade and business copy is full of like figures of different things.
        """
        return len(self._claims) / (self._claims[-1].sentence + 2)

    @lazy
    def values(self) -> dict[int, set[int]]:
        """The values of each sentence."""
        found: dict[int, set[int]] = {}
        for c, told in self.told.items():
            found.setdefault(c.sentence, set()).add(told)
        return found

    @lazy
    def sentences(self) -> dict[int, set[int]]:
        """The sentences of each value."""
        return _turned(self.values)

    @lazy
    def numbers(self) -> dict[Decimal, set[int]]:
        """The sentences of each count and each bare number."""
        return _turned({c.sentence: c.numbers for c in self._claims})

    @lazy
    def sizes(self) -> dict[tuple[str, str, Decimal], set[int]]:
        """The sentences of each size of each unit."""
        found: dict[tuple[str, str, Decimal], set[int]] = {}
        for c in self._claims:
            q = quantity(c)
            found.setdefault((q.dimension, q.unit, q.high), set()).add(c.sentence)
        return found

    @lazy
    def records(self) -> dict[int, dict[tuple[object, ...], set[int]]]:
        """What each sentence counts, with the values of it."""
        found: dict[int, dict[tuple[object, ...], set[int]]] = {}
        for c, told in self.told.items():
            q = quantity(c)
            found.setdefault(c.sentence, {}).setdefault((q.dimension, q.unit, c.noun, c.event), set()).add(told)
        return found


def _turned(held: Mapping[int, Iterable[_V]]) -> dict[_V, set[int]]:
    found: dict[_V, set[int]] = {}
    for sentence, values in held.items():
        for v in values:
            found.setdefault(v, set()).add(sentence)
    return found


class Group(NamedTuple):
    """The figures of one document that could be said of one thing (same dimension and unit), in order.

    `frequency` counts the sentences that hold each word, `beside` tells which figures stand in one sentence.
    """

    claims: tuple[Claim, ...]
    frequency: Frequency
    beside: Company


def quantity(claim: Claim) -> Quantity:
    """The claim's figure."""
    return claim.value[3]  # type: ignore[return-value]  # asserted, it would be asked a hundred times in an article


def value(claim: Claim) -> tuple[object, ...]:
    """The figure as what can be equal to another."""
    q = quantity(claim)
    return q.dimension, q.unit, q.low, q.high
