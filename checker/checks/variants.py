"""Check `variants`: two forms of one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from checker.checks.apart import common_surnames, half_given, one_head, shared_names, stand_apart, surname_shared, two_names
from checker.checks.base import Check
from checker.checks.codes import codes, swapped
from checker.checks.familiar import two_words
from checker.checks.forms import Form, edits, fold, near_pairs, sound, spelled, undoubled, words
from checker.checks.strangers import strangers
from checker.data.people import COUNTRIES, GENERIC, GIVEN
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.link.names import alike
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.cited import cited_alone, told_as_such
from checker.structure.document import Document

# added to a whole name: plural, demonym, adjective, follower
_SUFFIXES = frozenset("""s es ns an ans ian ians ean eans ese i is ish ic ics ist ists ism a ed ing ers or ors ies ly al als er
ite ites ine ship dom hood man men woman care nomics ville land burg burgh ton ation ations ive ives ment ments eer eers esque like
gate ization isation ize ise istan ia""".split())
# one stem with two endings ("Argentina", "Argentine"; "Democracy", "Democrat"; "Minister", "Ministry")
_ENDINGS = frozenset(p for a, others in {
    "a": "e ine an ans ian ians ese i is es ish ic", "e": "ish ian ians an ans ic or ors ing ed ers er", "y": "ies ish ian ians ic an ans ist ists i is",
    "o": "an ans ian ians a as", "er": "ry ries ership", "ic": "ia ian ism", "t": "cy c cs cies", "ts": "cy c", "or": "e ial",
    "ia": "ian ians n", "ist": "ism istic", "ists": "ism", "us": "ian ians an ans", "land": "ish", "d": "sh", "es": "ish ian", "ese": "i is an ans", "s": "n ns a y ies", "m": "t ts", "": "c d"}.items() for p in
    ((a, o) for o in others.split())) - {("y", "i")}


_COMPASS = frozenset(f"{ns}{ew}{end}" for ns in ("north", "south") for ew in ("east", "west") for end in ("", "ern"))


class Params(NamedTuple):
    """`shortest`: letters from which a lone word can be a variant; `often`: uses from which a form is no slip."""

    shortest: int = 5
    often: int = 3


def _inflected(a: str, b: str) -> bool:
    """Plural, demonym, adjective or agent of one stem ("Argentina", "Argentine"; "Kurd", "Kurds")."""
    if len(a) > len(b):
        a, b = b, a
    if b.startswith(a) and (b[len(a):] in _SUFFIXES or (b[len(a):] in ("n", "ns") and a[-1] in "aeio") or (b[len(a):] == "y" and a[-1] == "n")):
        return True
    n = 0
    while n < len(a) and a[n] == b[n]:
        n += 1
    if n >= 4 and a[n - 1] == "i" and {a[n:], b[n:]} in ({"an", "en"}, {"a", "c"}):
        return True  # Nigerian, Nigerien; Arabia, Arabic
    if a[:-1] == b[:-1] and {a[-3:], b[-3:]} == {"ies", "ied"} or a.endswith("x") and b == a + "y":
        return True  # Allies, Allied; Orthodox, Orthodoxy
    if a.endswith("ian") and b[:-1] == a and b[-1] in "aeio":
        return True  # Italian, Italiano
    if n >= 4 and a[n - 1] == "m" and {a[n:], b[n:]} == {"an", "en"}:
        return True  # Guardsman, Guardsmen
    if n < 5 and {a[n:], b[n:]} == {"a", "e"}:
        return False
    return n >= 4 and ((a[n:], b[n:]) in _ENDINGS or (b[n:], a[n:]) in _ENDINGS)


def _spelling(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        lower = analysis.document.lowercase
        pairs = [(x, y) for x, y in near_pairs(words(analysis), lower) if _comparable(x, y, lower)]
        forms = spelled(analysis, set(chain.from_iterable(pairs))) if pairs else {}
        told: dict[str, tuple[str, Form, Form]] = {}  # by the odd form, which is told once
        for x, y in pairs:
            if x in forms and y in forms:
                odd, usual = _order(forms[x], forms[y])
                known = told[odd.word][0] if odd.word in told else ""
                if known != "certain" and (link := _judged(analysis.document, forms[x], forms[y], params)) and (not known or link == "certain"):
                    told[odd.word] = link, odd, usual
        for link, odd, usual in sorted(told.values(), key=lambda x: (x[0] != "certain", x[1].uses[0].span)):
            if not told_as_such(analysis.document, _spans(odd, usual)) and not _told_apart(analysis.document, odd, usual):
                yield _conflict(number, analysis, odd, usual, link != "certain")
        for conflict in strangers(number, analysis):
            if analysis.document.text[slice(*conflict.places[0].span)] not in told:
                yield conflict
        yield from _joined(number, analysis)
        yield from _double(number, analysis)
        if analysis.document.hyphened:
            from checker.checks.articles import articles
            yield from articles(number, analysis)
        yield from _in_two(number, analysis)
        if not analysis.document.distinct.isdisjoint(_COURTESIES):
            from checker.checks.firstletters import first_letters
            yield from first_letters(number, analysis)
        yield from codes(number, analysis)
        yield from swapped(number, analysis)


_COURTESIES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_LONG_NAME = 8  # letters whose order no hand keeps
_MANY = re.compile(r"\b(?:two|three|four|five|six|seven|both|all|many) $")


def _told_apart(document: Document, odd: Form, usual: Form) -> bool:
    """Does the text tell them as two; read where two forms have come as far as a finding."""
    from checker.checks.toldapart import introduced_apart, told_apart

    if any(f.word.endswith("s") and fold(f.word[:-1]) in document.distinct and _MANY.search(document.text, max(0, f.uses[0].span.start - 8), f.uses[0].span.start) for f in (odd, usual)):
        return True  # "three Khalids"
    return told_apart(document, _spans(odd, usual)) or introduced_apart([u.mention for u in odd.uses], [u.mention for u in usual.uses])


def _judged(document: Document, a: Form, b: Form, params: Params) -> str:
    """What links two forms where they stand, if nothing there tells them apart."""
    from checker.checks.mistyped import mistyped  # most near forms are told before
    from checker.checks.orphans import orphaned

    link = _link(a, b, params) if min(len(a.folded), len(b.folded)) >= _SHORTEST else ""
    if link and not stand_apart(document, a, b) and not two_words(document, a, b):
        return link
    link = orphaned(document, a, b) or ("likely" if mistyped(a, b) else "")
    return link if link and not stand_apart(document, a, b) else ""


def _order(a: Form, b: Form) -> tuple[Form, Form]:
    """The odd form and the usual one: the rarer is odd, else the one that comes first later."""
    if len(a.uses) != len(b.uses):
        return (a, b) if len(a.uses) < len(b.uses) else (b, a)
    return (a, b) if a.uses[0].span > b.uses[0].span else (b, a)


def _conflict(number: int, analysis: Analysis, odd: Form, usual: Form, likely: bool) -> Conflict:
    here = odd.uses[0].span
    before = [u.span for u in usual.uses if u.span < here]
    there = before[-1] if before else usual.uses[0].span
    facts = {"count": str(len(odd.uses)), "total": str(len(usual.uses))}
    why = ["one letter apart" if abs(len(odd.folded) - len(usual.folded)) <= 1 else "sound alike"]
    if shared := odd.others() & usual.others():
        why.append("both stand with “" + "”, “".join(sorted(s.title() for s in shared)) + "”")
    if quoted := cited_alone(analysis.document, _spans(odd, usual)):
        why.append(quoted)
    again = [Place(number, u.span) for u in odd.uses[1:]]  # every place that has to be mended
    return Conflict((Place(number, here), Place(number, there), *again), facts, tuple(why), likely=likely or bool(quoted))


def _spans(*forms: Form) -> list[list[Span]]:
    return [[use.span for use in form.uses] for form in forms]


def one_name(a: Form, b: Form, lower: frozenset[str], params: Params) -> str:
    """ "certain", "likely" or "" for two forms."""
    return _link(a, b, params) if _comparable(a.word, b.word, lower) else ""


def _link(a: Form, b: Form, params: Params) -> str:
    """What links two forms that the words alone allow to be one name."""
    x, y = a.folded, b.folded
    shared = shared_names(a, b)
    if x == y:  # a word of another language, or two people
        few = min(len(a.uses), len(b.uses))
        return "likely" if few <= 2 and x not in GENERIC and (shared or not _two_people(a, b)) else ""
    if _articles(a.word, b.word):
        return "certain"
    if half_given(a, b) or (not shared and two_names(a, b)):
        return ""
    plain = _plainly_slipped(x, y)
    if not (a.sure() or b.sure()) or any(_is_part(word, p) for f, word in ((a, y), (b, x)) for parts, _ in f.runs for p in parts):
        return ""
    if not shared and not plain and a.roles() and b.roles() and not a.roles() & b.roles():
        return ""  # a given name and a surname
    few = min(len(a.uses), len(b.uses))
    if _two_people(a, b) and not shared:
        own = _is_introduced(a) and _is_introduced(b)
        return "likely" if plain and min(len(x), len(y)) >= 7 and few < params.often and not own else ""
    if few >= params.often and not shared:
        return "certain" if plain and min(len(x), len(y)) >= 6 else ""
    link = _near(x, y, shared, few, max(len(a.uses), len(b.uses)), params, a, b)
    return "likely" if link and not shared and common_surnames(a, b) else link


def _is_part(folded: str, part: str) -> bool:
    """Is a word of a name the form, or has the form as one of its halves ("Chien-Shien")?"""
    return fold(part) == folded or ("-" in part and folded in map(fold, part.split("-")))


def _comparable(one: str, two: str, lower: frozenset[str]) -> bool:
    """May two words be one name, for all that the words alone tell? Case alone is another check's."""
    x, y = fold(one), fold(two)
    if x == y:
        return one.lower().replace("’", "'") != two.lower().replace("’", "'")
    if _articles(one, two):
        return True
    if x in lower or y in lower or (x in COUNTRIES and y in COUNTRIES) or _inflected(x, y) or _inflected_head(one, two):
        return False
    if (x in _COMPASS and y in _COMPASS) or _models(one, two):
        return False
    generic = (x in GENERIC) + (y in GENERIC)
    return not generic or (generic == 1 and _plainly_slipped(x, y) and not _other_end(x, y))


def _models(one: str, two: str) -> bool:
    """Two models of one make, told by a letter ("Falke-B", "Falke-C")."""
    return one[:-1] == two[:-1] and one[-2:-1] == "-"


def _inflected_head(one: str, two: str) -> bool:
    """Two compounds of one stem ("Kenya-based", "Kenyan-based")."""
    (a, _, x), (b, _, y) = one.lower().partition("-"), two.lower().partition("-")
    return bool(x) and x == y and a != b and _inflected(fold(a), fold(b))


def _other_end(x: str, y: str) -> bool:
    """Do they differ in the last letter alone, as one word and another made of it do ("Republic", "Republica")?"""
    return x[:-1] == y[:-1] or x[:-1] == y or y[:-1] == x


def _articles(one: str, two: str) -> bool:
    """Have both the Arabic article, in two spellings, before the same letters?"""
    x, y = fold(one), fold(two)
    return "-" in one and "-" in two and x[:2] in ("al", "el") and y[:2] in ("al", "el") and x[2:] == y[2:]


def _plainly_slipped(x: str, y: str) -> bool:
    """The slips of a typing hand: a letter doubled or not, neighbours swapped, the same letters in another order, or one
    letter of a long name.
    """
    if x[0] != y[0]:
        return False
    if undoubled(x) == undoubled(y):
        return True
    distance = edits(x, y)
    if sorted(x) == sorted(y):
        return distance == 1 or len(x) >= 7
    return distance == 1 and min(len(x), len(y)) >= 8


def _near(x: str, y: str, shared: set[str], few: int, many: int, params: Params, a: Form, b: Form) -> str:
    distance = edits(x, y)
    shortest = min(len(x), len(y))
    alike_in_sound = bool(set(sound(x)) & set(sound(y)) - {""})
    if (x in GIVEN and y in GIVEN and not surname_shared(a, b)) or (re.sub(r"[aeiou]", "", undoubled(x)) == "mhmd" and not shared):
        return ""  # common given names in their own right; Muhammad has as many spellings as bearers
    if shared and (distance == 1 or (alike_in_sound and distance <= 3)) and shortest >= (4 if x[0] == y[0] else 5):
        return "certain" if not (x in GIVEN and y in GIVEN) and few < params.often else "likely"
    if distance > 2 and shortest >= _LONG_NAME and few == 1 and x[:3] == y[:3] and x[-1] == y[-1] and sorted(x) == sorted(y):
        return "likely"  # "KwaNolitha", "KwaNothila"
    if shortest < params.shortest or distance > 2 or (x[0] != y[0] and not (alike_in_sound and distance == 1)):
        return ""
    if few > 2 or (x[-1] != y[-1] and len(x) == len(y) and not alike_in_sound and shortest < 6):
        return ""
    if not (a.sure() and b.sure()) and many < 2 and not alike_in_sound:
        return ""
    if distance == 1 and x[0] == y[0] and many == 1 and one_head(a, b):
        return "likely"  # "Hampton University", "Hapton University"
    if sorted(x) == sorted(y) and shortest >= 7 and many > few:
        return "certain" if many >= 3 else "likely"
    swapped = distance == 1 and len(x) == len(y) and sorted(x) == sorted(y)
    doubled = undoubled(x) == undoubled(y)
    if distance == 1 and (alike_in_sound or swapped or doubled or shortest >= 7):
        return "certain" if many > few or shortest >= 6 else "likely"
    if distance == 1 and shortest >= 6 and many >= 2:
        return "certain" if many >= 3 else "likely"
    if distance == 1 and many >= 2:
        return "likely"
    return "likely" if alike_in_sound and distance == 2 and shortest >= 6 and (many >= 2 or shortest >= 7) else ""


def _two_people(a: Form, b: Form) -> bool:
    """Does each stand in full names of its own, with given names (or surnames) that cannot be one?"""
    for one, two in ((a.first_words, b.first_words), (a.last_words, b.last_words)):
        if one and two and not any(alike(x, y) for x in one for y in two):
            return True
    return False


def _is_introduced(form: Form) -> bool:
    """Is somebody of the name introduced with a title, an age or what he or she is?"""
    return any(m.value.title or m.value.age or m.value.apposition for m in (u.mention for u in form.uses) if isinstance(m.value, Name))


def _joined(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One name with and without a hyphen or a space: "High-Speed Rail", "High Speed Rail"."""
    document, known = analysis.document, names(analysis)
    marked = {word for word in known.words if "-" in word}
    if not marked:
        return
    hyphened = {fold(m.text): m.text for parts, found in known.written.items() if not marked.isdisjoint(parts) for m in found}
    initials = {initial for folded in hyphened for initial in (folded[:1], folded[:1].upper())}
    texts = {m.text for parts, found in known.written.items() if (c := parts[0][0]) in initials or not c.isascii() for m in found}
    doubtful = {name for name in texts if ("-" in name or " " in name or len(name) > 7) and hyphened.get(fold(name), name) != name}
    doubtful |= {hyphened[fold(name)] for name in doubtful}
    if not doubtful:
        return
    runs: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for m in analysis.mentions:
        if m.text in doubtful and isinstance(m.value, Name) and document.zone_at(m.span.start).kind != "headline" and not m.text.isupper():
            runs[fold(m.text)][m.text].append(m)
    for spellings in runs.values():
        forms = {re.sub(r"[-\s]", "|", s.lower()): s for s in spellings}
        if len(spellings) > 1 and len({re.sub(r"['’.]", "", s).lower() for s in spellings}) > 1 and len(forms) <= len(spellings):
            ordered = sorted(spellings.values(), key=lambda ms: (len(ms), -ms[0].span.start))
            if fold(ordered[0][0].text) == fold(ordered[-1][0].text) and ordered[0][0].text.islower() == ordered[-1][0].text.islower() and ordered[0][0].text.lower() != ordered[-1][0].text.lower() \
                    and len(ordered[0]) <= 2 and ("-" in ordered[0][0].text) != ("-" in ordered[-1][0].text):
                yield Conflict((Place(number, ordered[0][0].span), Place(number, ordered[-1][0].span)),
                               {"count": str(len(ordered[0])), "total": str(len(ordered[-1]))}, ("the same letters",), likely=True)


def _double(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """A surname of two parts with a hyphen behind a given name or alone, and without it in the other ("Ana Ruiz-Vale", "Ruiz Vale")."""
    document, known = analysis.document, names(analysis)
    for word in [w for w in known.words if "-" in w and not w.isupper()]:
        first, _, second = word.partition("-")
        if not (first.istitle() and second.istitle() and first in known.words and second in known.words and min(len(first), len(second)) > _PART):
            continue
        bare = f"{first} {second}"
        apart = [m for m in known.holding({second}) if m.text.endswith(bare) and document.zone_at(m.span.start).kind not in _HEADS]
        joined = [m for m in known.holding({word}) if document.zone_at(m.span.start).kind not in _HEADS]
        if apart and joined and fold(apart[0].text) != fold(joined[0].text) and any(m.text != word and m.text.endswith(word) or m.text.endswith(" " + bare) for m in (*apart, *joined)):
            odd, usual = sorted(([Span(m.span.end - len(word), m.span.end) for m in ms] for ms in (apart, joined)), key=lambda s: (len(s), -s[0].start))
            yield Conflict((Place(number, odd[0]), Place(number, usual[0])), {"count": str(len(odd)), "total": str(len(usual))}, ("the same letters",), likely=True)


def _in_two(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One name as one word and as two ("Hilltop", "Hill Top"), neither an address, a heading nor all in capitals."""
    document, known = analysis.document, names(analysis)
    whole = {word.lower(): word for word in known.alone if len(word) >= _WHOLE}
    for parts in [parts for parts in known.full if len(parts) == 2 and (parts[0] + parts[1]).lower() in whole]:
        apart, joined = ([m.span for m in found if _is_prose(document, m.span)] for found in (known.written[parts], known.alone[whole[(parts[0] + parts[1]).lower()]]))
        if apart and joined and min(map(len, parts)) > _PART and not told_as_such(document, (apart, joined)):
            odd, usual = sorted((apart, joined), key=lambda spans: (len(spans), -spans[0].start))
            yield Conflict((Place(number, odd[0]), Place(number, usual[0])), {"count": str(len(odd)), "total": str(len(usual))}, ("the same letters",), likely=True)


def _is_prose(document: Document, span: Span) -> bool:
    """Does it stand in the article's prose, with no mark of an address, not all in capitals, and not as the first of two that name a body ("Hilltop and Orle Bank")?"""
    text = document.text
    return document.zone_at(span.start).kind not in _HEADS and text[span.start - 1] not in "@#./<" and not text[span.start:span.end].isupper() \
        and not _LINKED.match(text, span.end)


_LINKED = re.compile(r" and [A-Z]|\.[A-Za-z]")
_SHORTEST = 4  # letters of a form that its letters and the words beside it tell
_WHOLE = 6  # letters of a name in one word that may be two
_PART = 2  # letters that a half has more than
_HEADS = frozenset({"headline", "byline", "credit"})


CHECKS = {"name": Check(Params, _spelling)}
