"""What a check is: a function from the ledger to conflicts, with the parameters that a rule may set."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.findings import Conflict
from checker.link.ledger import Ledger
from checker.model import Mention, Quantity, Relation
from checker.records import TYPE_CHECKING, NamedTuple
from checker.relate.gaps import occurrences as occurrences

if TYPE_CHECKING:
    from typing import Any


class Check(NamedTuple):
    """`run(ledger, params)` yields conflicts; `params` is the parameter class, a NamedTuple with defaults.

    A check has no wording, no rule ids and no severities: those are the rule's.
    """

    params: type[Any]
    run: Callable[[Ledger, Any], Iterator[Conflict]]


class AcrossParams(NamedTuple):
    """Of the checks between documents. `least`: log-odds from which two figures in other words count as one claim; `words`: \
    words that two quotations must share; `share`: how much of them may differ; `most`: how many places against it a finding shows.
    """

    least: float = -0.5
    words: int = 4
    share: float = 0.3
    most: int = 4


def each(ledger: Ledger, kind: str) -> Iterator[tuple[int, Relation]]:
    """The relations of a kind, each with the number of its document."""
    for i, analysis in enumerate(ledger.analyses):
        for relation in analysis.relations:
            if relation[0] == kind:
                yield i, relation


def quantity(m: Mention) -> Quantity:
    """The quantity of a mention that is one."""
    assert isinstance(m.value, Quantity)
    return m.value


def figure(relation: Relation, role: str) -> Quantity:
    """The quantity that plays a role in a relation, the first where several do."""
    return quantity(relation.all(role)[0])
