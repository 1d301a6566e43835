"""What a check is: a function from the ledger to conflicts, with the parameters that a rule may set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from checker.link.ledger import Ledger
from checker.model import Conflict, Mention, Quantity, Relation, Span
from checker.records import NamedTuple
from checker.relate.gaps import occurrences as occurrences
from checker.structure.document import Document


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
            if relation.kind == kind:
                yield i, relation


def quoted_alone(document: Document, forms: Sequence[Sequence[Span]]) -> str:
    """Why the writer may not be free to choose: of two forms one stands in quotations alone, perhaps of another's writing, the other outside them alone; else ""."""
    inside = [{document.quotation_at(span.start) is not None for span in spans} for spans in forms]
    if inside[0] == inside[1] or any(len(where) > 1 for where in inside):
        return ""
    first = forms[0 if True in inside[0] else 1][0]
    return f"“{document.text[first.start:first.end]}” stands in quotations alone"


def quantity(m: Mention) -> Quantity:
    """The quantity of a mention that is one."""
    assert isinstance(m.value, Quantity)
    return m.value


def figure(relation: Relation, role: str) -> Quantity:
    """The quantity that plays a role in a relation, the first where several do."""
    return quantity(relation.all(role)[0])
