"""What comes out: rules, the conflicts that their checks find, and the findings that reports show.

All are named tuples, as those of `checker.model` are, which holds what a text says.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.model import Span, Voice
from checker.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal

    Severity = Literal["error", "warning", "info"]
else:
    Severity = str  # a name for those who import it
RANK: dict[str, int] = {"info": 0, "warning": 1, "error": 2}


class Place(NamedTuple):
    """Characters of one document of the ledger: `document` is an index into `Ledger.analyses`."""

    document: int
    span: Span


class Repair(NamedTuple):
    """What would settle a conflict: words for each place; `safe` when it cannot alter what the article says."""

    edits: tuple[tuple[Place, str], ...]
    safe: bool
    why: str


class Conflict(NamedTuple):
    """What a check found: `places[0]` is the place to look at, the rest what it contradicts.

    `likely` lowers an error to a warning (the link is probable, not certain). `facts` fill message slots and the
    report's working ("computed", "tolerance", "expected", …); `because` says why the places were linked.
    `by_voice` lets the engine lower the severity where the places speak in different voices.
    """

    places: tuple[Place, ...]
    facts: Mapping[str, str] = {}
    because: tuple[str, ...] = ()
    likely: bool = False
    by_voice: bool = False
    repair: Repair | None = None


class Example(NamedTuple):
    """A rule's own test: a text and, for each finding, the exact words of its evidence in order.

    `against` are the texts of sources that it is held against, `house` is the text of a house style.
    """

    text: str
    finds: tuple[tuple[str, ...], ...]
    date: str | None = None
    severity: str | None = None
    against: tuple[str, ...] = ()
    house: str | None = None


class Rule(NamedTuple):
    """A rule of the book; `params` was validated against the parameter class of `check`.

    `before` names the rules that stay silent about places which this rule has already reported.
    """

    id: str
    title: str
    check: str
    about: str
    scope: tuple[str, ...]
    severity: Severity
    message: str
    why: str
    params: object
    examples: tuple[Example, ...]
    path: str
    before: tuple[str, ...] = ()


class Evidence(NamedTuple):
    """One place of a finding, ready to print: lines and columns 1-based, `end_column` exclusive.

    Where the format has no lines they are None, and `paragraph` and `label` ("paragraph 12", "footnote 2") say where.
    `span` are the characters in the text as read, for reports that show the article.
    """

    path: str
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    text: str
    voice: Voice
    context: str = ""
    context_column: int = 1
    span: Span = Span(0, 0)
    paragraph: int | None = None
    label: str = ""

    @property
    def where(self) -> str:
        """The place in words: "line 12", "paragraph 3", "footnote 2"."""
        return self.label or f"line {self.line}"


class Edit(NamedTuple):
    """Replace the characters of `span` in the file `path` by `text`."""

    path: str
    span: Span
    text: str


class Fix(NamedTuple):
    """A change that would settle a finding; `safe` when it cannot alter what the article says."""

    edits: tuple[Edit, ...]
    safe: bool
    why: str


class Finding(NamedTuple):
    """A contradiction, as reports show it. `fingerprint` is stable under edits elsewhere in the article."""

    rule: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...]
    facts: Mapping[str, object]
    fix: Fix | None = None
    state: str = "new"
    fingerprint: str = ""
