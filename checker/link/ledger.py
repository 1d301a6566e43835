"""The ledger: the analysed documents, who is who in them, and what is said."""

from __future__ import annotations

from checker.model import Claim, Mention, Referent, Relation
from checker.records import TYPE_CHECKING, NamedTuple
from checker.structure.document import Document

if TYPE_CHECKING:
    from checker.link.across import Across
    from checker.read.house import House


class Analysis(NamedTuple):
    """One document read through: pure, so it can be cached or made in another process."""

    document: Document
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    claims: tuple[Claim, ...]


class Ledger(NamedTuple):
    """What one or several documents say together; one document is the case n = 1.

    `date` is the article's date (ISO) where the user or the file told it, else None. `across` holds the documents side by
    side where there are several. `house` is the desk's style, where an article is held against it.
    """

    analyses: tuple[Analysis, ...]
    referents: tuple[Referent, ...]
    date: str | None = None
    across: Across | None = None
    house: House | None = None
