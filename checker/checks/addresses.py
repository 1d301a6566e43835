"""Check `variants`, addresses: one e-mail address, handle or web site in two forms."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.base import Check
from checker.checks.forms import edits
from checker.extract.addresses import addresses
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Address, Mention
from checker.records import NamedTuple


class Params(NamedTuple):
    """`shortest`: characters from which a part of an address (a handle, a label of a domain) can be a slip of another."""

    shortest: int = 6


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        found: dict[Address, list[Mention]] = {}
        for m in addresses(analysis.document):
            if isinstance(m.value, Address):
                found.setdefault(m.value, []).append(m)
        alike: dict[tuple[str, str], list[Address]] = {}  # no slip is looked for in the first character
        for later in found:
            group = alike.setdefault((later.kind, later.folded.lstrip('@')[:1]), [])
            for earlier in group:
                if _is_slip(earlier, later, params.shortest):
                    yield _conflict(number, found[earlier], found[later])
            group.append(later)


def _conflict(number: int, first: list[Mention], second: list[Mention]) -> Conflict:
    odd, usual = (first, second) if len(first) < len(second) else (second, first)
    places = tuple(Place(number, m.span) for m in (odd[0], usual[0], *odd[1:]))
    return Conflict(places, {"count": str(len(odd)), "total": str(len(usual))}, ("one character apart",))


def _is_slip(a: Address, b: Address, shortest: int) -> bool:
    """One character apart inside a part of some length, and neither a number, an ending nor a person's initial."""
    x, y = a.folded, b.folded
    if a.kind != b.kind or abs(len(x) - len(y)) > 1:
        return False
    one, two = _parts(x), _parts(y)
    if a.kind == "email" and len(one) != len(two):  # a stop more or less, in whichever part
        return edits(x, y) == 1 and x.replace(".", "") == y.replace(".", "")
    apart = [i for i, (p, q) in enumerate(zip(one, two, strict=False)) if p != q]
    if len(one) != len(two) or len(apart) != 1 or (apart[0] == len(one) - 1 > 0):
        return False  # not one part alone, or the ending of the domain
    p, q = one[apart[0]], two[apart[0]]
    if a.kind == "email" and len(one) >= _NAMED and _is_typed_wrong(p, q):
        return True
    start = next((i for i, (c, d) in enumerate(zip(p, q, strict=False)) if c != d), min(len(p), len(q)))
    if min(len(p), len(q)) < shortest or start < 2 and not (start == 1 and _is_no_initial(p, q)) or p + "s" == q or q + "s" == p:
        return False
    return edits(p, q) == 1 and not any(c.isdigit() for c in (*p[start:start + 1], *q[start:start + 1]))


def _is_typed_wrong(p: str, q: str) -> bool:
    """Have two letters changed places, or is one too many: in an address whose other parts are the same, in any of its letters?"""
    swapped, short = sorted(p) == sorted(q), min(len(p), len(q))
    return edits(p, q) == 1 and p.isalpha() and q.isalpha() and p + "s" != q and q + "s" != p and (swapped and short >= _SHORT or len(p) != len(q) and short > _SHORT)


def _is_no_initial(p: str, q: str) -> bool:
    """Is the second letter of a long part gone, or in the next one's place? Another one may be somebody's second initial."""
    return min(len(p), len(q)) >= _LONG and (len(p) != len(q) or sorted(p) == sorted(q))


_NAMED, _SHORT = 4, 4  # parts of ann.hale@desk.org; letters of a part
_LONG = 9  # characters of a handle that is no initial and a name


def _parts(folded: str) -> list[str]:
    return folded.replace("@", ".").split(".")


CHECKS = {"address": Check(Params, _run)}
