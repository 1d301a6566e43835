"""Check `variants` and `disagree` between documents: a name, a title or a place that a source has otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.checks import ladders, sources_spelling
from checker.checks.base import AcrossParams, Check
from checker.checks.forms import Form, fold, spelled
from checker.data.people import COUNTRIES, GENERIC, GIVEN, OFFICES, TITLES
from checker.data.places import REGIONS
from checker.data.units import ONES, ORDINALS, TENS
from checker.findings import Conflict, Place
from checker.link.across import Block, Pair, Parallel
from checker.link.ledger import Ledger
from checker.link.names import alike
from checker.link.slots import Slot
from checker.model import Mention, Name, Span

_PLACES = frozenset(p.lower() for p in REGIONS if len(p) > 3) | frozenset(COUNTRIES)
_NUMBERS = ONES.keys() | TENS.keys() | ORDINALS.keys()
_BEFORE_PLACE = frozenset("in at near from to outside across around into toward towards of".split())
_COMPASS = frozenset("north south east west northern southern eastern western northeast northwest southeast southwest northeastern "
                     "northwestern southeastern southwestern central".split())
_ROLES = (frozenset(w.lower() for w in TITLES | OFFICES) | frozenset(
    "spokesperson chairperson executive candidate owner founder coach manager teacher lawyer attorney analyst economist editor "
    "reporter officer investigator pastor priest surgeon nurse pilot engineer treasurer secretary-general".split())) - frozenset(
    "mr mrs ms miss former first house senate white state private foreign defense defence".split())


def _names(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    told: set[tuple[int, str]] = set()
    forms = {n: spelled(ledger.analyses[n]) for n in sorted({n for p in _pairs(ledger) for n in (p.a, p.b)})}
    for pair in _pairs(ledger):
        text = ledger.analyses[pair.a].document.text
        for c in (*_spellings(ledger, pair, forms), *_other_names(ledger, pair), *_given(ledger, pair)):
            words = {(pair.a, w) for w in text[c.places[0].span.start:c.places[0].span.end].split()}
            if not words & told:  # a name that is told once is not told again at every place
                told |= words
                yield c


def _pairs(ledger: Ledger) -> tuple[Pair, ...]:
    return ledger.across.pairs if ledger.across else ()


def _spellings(ledger: Ledger, pair: Pair, forms: dict[int, dict[str, Form]]) -> Iterator[Conflict]:
    """A form that only the first document has, beside a form of the same name that only the other has."""
    documents = ledger.analyses[pair.a].document, ledger.analyses[pair.b].document
    for odd, usual, certain in sources_spelling.across(forms[pair.a], forms[pair.b], documents, pair.same_story):
        yield Conflict((Place(pair.a, odd), Place(pair.b, usual)), {"kind": "spelling"}, ("nearly the same letters, and neither document has both",),
                       likely=not certain)


def _other_names(ledger: Ledger, pair: Pair) -> Iterator[Conflict]:
    for s in _name_slots(ledger, pair):
        if not _is_place(ledger, pair, s):
            yield Conflict((Place(pair.a, s.a.span), Place(pair.b, s.b.span)), {"kind": "name"}, _why(s), likely=not _certain(s))


def _why(s: Slot) -> tuple[str, ...]:
    return (f"{s.around} words around both are the same",)


def _certain(s: Slot) -> bool:
    return s.parallel.score >= 0.8 and s.around >= min(6, max(4, s.room))


def _name_slots(ledger: Ledger, pair: Pair) -> Iterator[Slot]:
    """Two names in one slot of two sentences that are the same but for little, where neither can stand for the other."""
    if not pair.same_story:
        return
    texts = [ledger.analyses[n].document.text for n in (pair.a, pair.b)]
    held: dict[Mention, list[Slot]] = defaultdict(list)
    for s in pair.slots:
        if s.a.kind == "name":
            held[s.a].append(s)
    for found in held.values():
        s = max(found, key=lambda x: x.parallel.score * x.parallel.heavier)
        if s.firm and s.around >= min(5, max(4, s.room)) and _two_names(s) and not _told_beside(s) and not _quoted(ledger, pair, s) \
                and not (_last(s.a) != _last(s.b) and _last(s.a) in texts[1] and _last(s.b) in texts[0] and not _certain(s)):
            yield s


def _told_beside(s: Slot) -> bool:
    """Does either sentence have the other's name as often, in another place? Then the two tell it in another order."""
    a, b = _last(s.a).lower(), _last(s.b).lower()
    mine, others = s.parallel.a.words, s.parallel.b.words
    return a != b and ((a in others and mine.count(a) <= others.count(a)) or (b in mine and others.count(b) <= mine.count(b)))


def _last(m: Mention) -> str:
    assert isinstance(m.value, Name)
    return m.value.parts[-1]


def _quoted(ledger: Ledger, pair: Pair, s: Slot) -> bool:
    return ledger.analyses[pair.a].document.quotation_at(s.a.span.start) is not None and \
        ledger.analyses[pair.b].document.quotation_at(s.b.span.start) is not None


def _two_names(s: Slot) -> bool:
    a, b = s.a.value, s.b.value
    assert isinstance(a, Name) and isinstance(b, Name)
    one, two = (frozenset(fold(p) for p in n.parts) for n in (a, b))
    if one <= _NUMBERS or two <= _NUMBERS:  # "Twelve people died" right behind a dateline
        return False
    if one <= two or two <= one or any(x.startswith(y[:4]) for x in one for y in two if not one & two):
        return False
    if _region(a) and _region(a) == _region(b):
        return False
    if any(_short_for(x, y) for x, y in ((a, b), (b, a))):
        return False
    if one & two:
        if len(a.parts) != len(b.parts) or len(one & two) < len(one) - 1 or ((one ^ two) - GIVEN) & GENERIC:
            return False
        return not (a.parts[-1] == b.parts[-1] and alike(a.parts[0], b.parts[0]))
    return not (one | two) & GENERIC and s.words[0][1] - s.words[0][0] == s.words[1][1] - s.words[1][0]


def _region(name: Name) -> str:
    """The state that a name or its abbreviation stands for."""
    words = " ".join(name.parts)
    return REGIONS.get(words) or REGIONS.get(words + ".") or ""


def _short_for(a: Name, b: Name) -> bool:
    """Is the first one made of the second one's first letters ("UN")?"""
    short = "".join(a.parts).replace(".", "")
    return short.isupper() and (len(b.parts) > 1 or b.parts[0].isupper() or short[0] == b.parts[0][0])


def _is_place(ledger: Ledger, pair: Pair, s: Slot) -> bool:
    if all(m.text.lower() in _PLACES for m in (s.a, s.b)):
        return True
    if any(isinstance(m.value, Name) and (m.value.title or m.value.age or m.value.parts[0].lower() in GIVEN) for m in (s.a, s.b)):
        return False
    first, second = s.words[0][0], s.words[1][0]
    return first > 0 and second > 0 and s.parallel.a.words[first - 1] == s.parallel.b.words[second - 1] in _BEFORE_PLACE


def _given(ledger: Ledger, pair: Pair) -> Iterator[Conflict]:
    """One surname with one given name in each document, and not the same."""
    if not pair.same_story:
        return
    one, two = (_full(ledger, n) for n in (pair.a, pair.b))
    for surname in sorted(one.keys() & two.keys()):
        mine, others = one[surname], two[surname]
        if len({m.value.parts[0] for m in mine if isinstance(m.value, Name)}) != 1 or len({m.value.parts[0] for m in others if isinstance(m.value, Name)}) != 1:
            continue
        a, b = mine[0], others[0]
        assert isinstance(a.value, Name) and isinstance(b.value, Name)
        first, second = a.value.parts[0], b.value.parts[0]
        if alike(first, second) or not {first.lower(), second.lower()} <= GIVEN or {first.lower(), second.lower()} & GENERIC:
            continue
        if any(first in ledger.analyses[n].document.text for n in (pair.b,)) or second in ledger.analyses[pair.a].document.text:
            continue
        yield Conflict((Place(pair.a, a.span), Place(pair.b, b.span)), {"kind": "given name"},
                       ("each document has one given name for the surname",), likely=True)


def _full(ledger: Ledger, number: int) -> dict[str, list[Mention]]:
    out: dict[str, list[Mention]] = defaultdict(list)
    for m in ledger.analyses[number].mentions:
        if isinstance(m.value, Name) and len(m.value.parts) == 2 and m.value.parts[-1].lower() not in GENERIC:
            out[m.value.parts[-1]].append(m)
    return out


def _places(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    for pair in _pairs(ledger):
        for s in _name_slots(ledger, pair):
            if _is_place(ledger, pair, s):
                yield Conflict((Place(pair.a, s.a.span), Place(pair.b, s.b.span)), {"kind": "place"}, _why(s), likely=not _certain(s))
        if pair.same_story:
            for p, x in _swaps(ledger, pair):
                if p.a.words[x.a] in _COMPASS and p.b.words[x.b] in _COMPASS and x.a_end - x.a == 1 == x.b_end - x.b:
                    yield _swap(pair, p, x, (x.a, x.a_end), (x.b, x.b_end), "place")


def _swaps(ledger: Ledger, pair: Pair) -> Iterator[tuple[Parallel, Block]]:
    """Words put for others in sentences that are the same but for little, outside quotations."""
    told: set[Span] = set()
    for p in pair.parallels:
        if p.score < 0.75 or p.heavier < 0.5 or p.a.span in told:
            continue
        told.add(p.a.span)  # the nearest sentence comes first
        for x in p.blocks:
            if not x.same and 0 < x.a_end - x.a <= 3 and 0 < x.b_end - x.b <= 3 and \
                    ledger.analyses[pair.a].document.quotation_at(p.a.spans[x.a].start) is None:
                yield p, x


def _swap(pair: Pair, p: Parallel, x: Block, mine: tuple[int, int], others: tuple[int, int], kind: str) -> Conflict:
    a = Span(p.a.spans[mine[0]].start, p.a.spans[mine[1] - 1].end)
    b = Span(p.b.spans[others[0]].start, p.b.spans[others[1] - 1].end)
    return Conflict((Place(pair.a, a), Place(pair.b, b)), {"kind": kind}, ("the words around both are the same",), likely=p.score < 0.8, by_voice=True)


def _titles(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    told: set[tuple[int, int]] = set()
    for c in (*_offices(ledger), *(x for pair in _pairs(ledger) if pair.same_story for x in _roles(ledger, pair))):
        key = c.places[0].document, c.places[0].span.start
        if key not in told:
            told.add(key)
            yield c


def _offices(ledger: Ledger) -> Iterator[Conflict]:
    """One person with two offices of one ladder, one in each document."""
    against: dict[int, list[int]] = defaultdict(list)
    for pair in _pairs(ledger):
        against[pair.a].append(pair.b)
    for referent in ledger.referents:
        if len({n for n, _ in referent.mentions}) < 2:
            continue
        by_document: dict[int, list[tuple[Mention, str, str, Span]]] = defaultdict(list)
        for n, m in referent.mentions:
            if (found := ladders.held(ledger.analyses[n], m)) is not None:
                by_document[n].append((m, *found))
        for a in sorted(by_document.keys() & against.keys()):
            for b in (n for n in against[a] if n in by_document):
                known = {(ladder, office) for _, ladder, office, _ in by_document[b]}
                for m, ladder, office, span in by_document[a]:
                    rivals = [h for h in by_document[b] if h[1] == ladder and h[2] != office]
                    if rivals and (ladder, office) not in known and _one_person(m, rivals[0][0]):
                        yield Conflict((Place(a, span), Place(b, rivals[0][3])), {"kind": "office", "name": m.text},
                                       (f"both stand before {m.text}",), likely=True, by_voice=True)


def _one_person(a: Mention, b: Mention) -> bool:
    assert isinstance(a.value, Name) and isinstance(b.value, Name)
    return len(a.value.parts) < 2 or len(b.value.parts) < 2 or alike(a.value.parts[0], b.value.parts[0])


def _roles(ledger: Ledger, pair: Pair) -> Iterator[Conflict]:
    """Another office or occupation beside a name, in sentences that are the same but for little."""
    for p, x in _swaps(ledger, pair):
        mine = [i for i in range(x.a, x.a_end) if p.a.words[i].rstrip(".") in _ROLES]
        others = [j for j in range(x.b, x.b_end) if p.b.words[j].rstrip(".") in _ROLES]
        if not mine or not others or {p.a.words[i] for i in mine} & {p.b.words[j] for j in others}:
            continue
        if ({*p.a.words[max(0, x.a - 1):x.a_end]} ^ {*p.b.words[max(0, x.b - 1):x.b_end]}) & _PAST:
            continue
        if any(_abbreviates(p.a.words[mine[0]], w) for w in (p.b.words[j] for j in others)):
            continue
        if any(p.a.shown[i][0].isupper() and p.a.words[i] not in _ROLES for i in range(max(0, x.a - 4), min(len(p.a.words), x.a_end + 4))):
            yield _swap(pair, p, x, (mine[0], mine[-1] + 1), (others[0], others[-1] + 1), "office")


_PAST = frozenset("former then ex late acting deputy vice assistant incoming outgoing".split())
_ONE_ROLE = ({"spokesman", "spokeswoman", "spokesperson"}, {"chairman", "chairwoman", "chairperson", "chair"}, {"lawyer", "attorney"},
             {"adviser", "advisor"}, {"rev", "reverend", "pastor", "priest", "father"}, {"congressman", "congresswoman", "representative", "rep"})


def _abbreviates(a: str, b: str) -> bool:
    a, b = a.rstrip("."), b.rstrip(".")
    return a.startswith(b[:3]) or b.startswith(a[:3]) or any({a, b} <= g for g in _ONE_ROLE)


CHECKS = {("variants", "name across documents"): Check(AcrossParams, _names), ("disagree", "place across documents"): Check(AcrossParams, _places),
          ("disagree", "title across documents"): Check(AcrossParams, _titles)}
