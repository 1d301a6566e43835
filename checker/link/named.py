"""The names of a document, sorted once for all checks of them: a text repeats its names, so the different ones are looked at first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from itertools import chain

from checker.link.ledger import Analysis
from checker.model import Mention, Name, Quantity
from checker.records import lazy


class Names:
    """`written`: the mentions of each name by its parts, names and mentions in the order of the text; `words`: the different parts in that order;
    `full`: the names of several parts; `alone`: those of one; `titles`: where names with a title begin, each with its title; `bearers`: the parts of these names;
    `told`: those with a title or an age; `others`: the mentions of figures, dates and whatever else is no name.
    """

    def __init__(self, written: Mapping[tuple[str, ...], Sequence[Mention]], titles: Mapping[int, str], bearers: Mapping[int, tuple[str, ...]],
                 told: Set[tuple[str, ...]], others: Sequence[Mention]) -> None:
        self.written = written
        self.titles = titles
        self.bearers = bearers
        self.told = told
        self.others = others

    @lazy
    def kinds(self) -> Set[str]:
        """The different titles."""
        return frozenset(self.titles.values())

    @lazy
    def words(self) -> dict[str, None]:
        """The different parts of all names in the order of the text."""
        return dict.fromkeys(chain.from_iterable(self.written))

    @lazy
    def capitals(self) -> list[str]:
        """Those of `words` that are in capitals."""
        return list(filter(str.isupper, self.words))

    @lazy
    def full(self) -> list[tuple[str, ...]]:
        """The different names of several parts."""
        return [parts for parts in self.written if len(parts) > 1]

    @lazy
    def dates(self) -> list[Mention]:
        """Those of `others` that are dates."""
        return [m for m in self.others if m[0] == "date"]

    @lazy
    def figures(self) -> list[Mention]:
        """Those of `others` that are figures."""
        return [m for m in self.others if m[0] == "quantity" and isinstance(m[3], Quantity)]

    @lazy
    def alone(self) -> dict[str, Sequence[Mention]]:
        """The mentions of the names of one part, by it, in the order of the text."""
        return {parts[0]: held for parts, held in self.written.items() if len(parts) == 1}

    @lazy
    def _by_word(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for parts in self.written:
            for word in parts:
                found.setdefault(word, []).append(parts)
        return found

    def holding(self, words: Collection[str]) -> list[Mention]:
        """The mentions of names with any of these parts, in order."""
        full = {parts for word in words for parts in self._by_word.get(word, ())}
        return sorted(chain.from_iterable(self.written[parts] for parts in full), key=_start)


def _start(m: Mention) -> int:
    return m.span.start


def names(analysis: Analysis) -> Names:
    """The names of a document by their parts; sorted when the first check asks."""
    memo, mentions = analysis[0].memo, analysis[1]
    known: tuple[Sequence[Mention], Names] | None = memo.get(names)
    if known is None or known[0] is not mentions:
        known = memo[names] = mentions, _sorted(mentions)
    return known[1]


def _sorted(mentions: Sequence[Mention]) -> Names:
    written: dict[tuple[str, ...], list[Mention]] = {}
    titles: dict[int, str] = {}
    bearers: dict[int, tuple[str, ...]] = {}
    told: set[tuple[str, ...]] = set()
    others: list[Mention] = []
    for m in mentions:
        value = m[3]  # by number, as below: a field's name costs twice as much, and this is asked of every mention
        if isinstance(value, Name):
            parts, title = value[0], value[2]
            if parts in written:
                written[parts].append(m)
            else:
                written[parts] = [m]
            if title:
                start = m[1][0]
                titles[start] = title
                bearers[start] = parts
                told.add(parts)
            elif value[4]:
                told.add(parts)
        else:
            others.append(m)
    return Names(written, titles, bearers, told, others)
