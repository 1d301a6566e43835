"""Check `variants`: two forms of one name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from checker.checks.base import Check
from checker.data.people import COUNTRIES, GENERIC, GIVEN
from checker.link.ledger import Analysis, Ledger
from checker.link.names import alike
from checker.model import Conflict, Mention, Name, Place, Span
from checker.structure.document import Document

# added to a whole name: plural, demonym, adjective, follower
_SUFFIXES = frozenset("""s es ns an ans ian ians ean eans ese i is ish ic ics ist ists ism a ed ing ers or ors ies ly al als er
ite ites ine ship dom hood man men woman care nomics ville land burg burgh ton ation ations ive ives ment ments eer eers esque like
gate ization isation ize ise istan""".split())
# one stem with two endings ("Argentina", "Argentine"; "Democracy", "Democrat"; "Minister", "Ministry")
_ENDINGS = frozenset(p for a, others in {
    "a": "e ine an ans ian ians ese i is es ish ic", "e": "ish ian ians an ans ic or ors ing ed ers er", "y": "ies ish ian ians ic an ans ist ists i is",
    "o": "an ans ian ians a as", "er": "ry ries ership", "ic": "ia ian ism", "t": "cy c cs cies", "ts": "cy c", "or": "e ial",
    "ia": "ian ians n", "ist": "ism istic", "ists": "ism", "us": "ian ians an ans", "land": "ish", "d": "sh", "es": "ish ian", "s": "n ns a y", "m": "t ts", "": "c d"}.items() for p in
    ((a, o) for o in others.split())) - {("y", "i")}
_HEADS = frozenset({"headline", "summary", "caption"})
_CONTRACTED = tuple(mark + end for mark in "'’" for end in ("re", "ve", "ll", "d", "m", "t"))
_LONGEST = 60  # letters; what is longer is no name, and has as many near forms as letters
_SHORT_FIRST = re.compile(r"\w{1,2}-")
_NO_DIGIT = re.compile(r"\D+")


class Params(NamedTuple):
    """`shortest`: letters from which a lone word can be a variant; `often`: uses from which a form is no slip."""

    shortest: int = 5
    often: int = 3


class _Use(NamedTuple):
    """One use of a form: where it stands, the run it is in and its place there."""

    span: Span
    parts: tuple[str, ...]
    position: int
    mention: Mention
    sure: bool


class _Form:
    """A word as it is spelt, with all its uses."""

    __slots__ = ("folded", "uses", "word")

    def __init__(self, word: str) -> None:
        self.word = word
        self.folded = fold(word)
        self.uses: list[_Use] = []

    def others(self) -> set[str]:
        """The other words of the runs it stands in, folded."""
        return {fold(p) for u in self.uses for i, p in enumerate(u.parts) if i != u.position and len(p) > 1}

    def roles(self) -> set[str]:
        """Does it open full names or close them (a name alone counts as a surname)?"""
        return {"given" if u.position == 0 and len(u.parts) > 1 else "surname" for u in self.uses if u.position in (0, len(u.parts) - 1)}

    def sure(self) -> bool:
        """Is any use a name for certain?"""
        return any(u.sure for u in self.uses)


@lru_cache(maxsize=20000)
def fold(word: str) -> str:
    """Small letters without accents, hyphens and apostrophes."""
    if word.isascii():
        small = word.lower()
        return small if small.isalnum() else "".join(filter(str.isalnum, small))
    return "".join(c for c in unicodedata.normalize("NFKD", word).lower() if c.isalnum() and not unicodedata.combining(c))


@lru_cache(maxsize=20000)
def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


@lru_cache(maxsize=20000)
def _sound(folded: str) -> tuple[str, str]:
    from doublemetaphone import doublemetaphone

    one, two = doublemetaphone(folded)
    return one, two


def _forms(analysis: Analysis) -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    document = analysis.document
    text, openings = document.text, document.sentence_openings
    heads = max((i for i, z in enumerate(document.zones) if z.kind in _HEADS), default=-1) + 1
    below = document.zones[heads].span.start if heads < len(document.zones) else len(text)  # no head from here on
    for m in analysis.mentions:
        if not isinstance(m.value, Name):
            continue
        at, end = m.span
        head = at < below and document.zone_at(at).kind in _HEADS
        for i, word in enumerate(m.value.parts):
            start = text.find(word, at, end)
            if start < 0:
                continue
            at = start + len(word)
            if not 4 <= len(word) <= _LONGEST or word.endswith(_CONTRACTED):
                continue
            sure = not head and (i > 0 or start not in openings)
            if "-" in word[:3] and _SHORT_FIRST.match(word):
                _halves(forms, word, start, m, i, sure)
                continue
            upper = word.isupper()
            if (upper and len(word) <= 5) or not (word.isalpha() or _NO_DIGIT.fullmatch(word)):
                continue
            _form(forms, word.capitalize() if upper else word).uses.append(_Use(Span(start, at), m.value.parts, i, m, sure))
            if "-" in word:
                _halves(forms, word, start, m, i, sure)
    return forms


def _form(forms: dict[str, _Form], word: str) -> _Form:
    form = forms.get(word)
    if form is None:
        form = forms[word] = _Form(word)
    return form


def _halves(forms: dict[str, _Form], word: str, start: int, m: Mention, position: int, sure: bool) -> None:
    """The capitalised parts of a hyphenated word are forms too ("al-Bagsiri", "R-Virginia")."""
    at = start
    for half in word.split("-"):
        if len(half) >= 5 and half[0].isupper() and not half.isupper() and isinstance(m.value, Name):
            _form(forms, half).uses.append(_Use(Span(at, at + len(half)), m.value.parts, position, m, sure or at > start))
        at += len(half) + 1


def _keys(form: _Form, lower: frozenset[str]) -> Iterator[str]:
    """The blocks of a form: two forms that share one are compared. A word that the text also has in small letters is a variant only of
    the same letters.
    """
    word, folded = form.word, form.folded
    yield folded
    if "-" in word and folded[:2] in ("al", "el"):
        yield "-" + folded[2:]
    if folded in lower:
        return
    yield from dict.fromkeys([folded[:i] + folded[i + 1:] for i in range(len(folded))])
    if len(folded) >= 5:
        yield "#" + "".join(sorted(folded))
        for key in dict.fromkeys(_sound(folded)):
            if len(key) >= 3:
                yield "~" + key + folded[:1]


def _candidates(forms: dict[str, _Form], lower: frozenset[str]) -> Iterator[tuple[_Form, _Form]]:
    """Pairs within one edit (or a transposition) of each other, or of one sound: blocks, never all pairs."""
    first: dict[str, str] = {}
    blocks: dict[str, list[str]] = {}
    for word, form in forms.items():
        for key in _keys(form, lower):
            other = first.setdefault(key, word)
            if other is not word:
                blocks.setdefault(key, [other]).append(word)
    seen: set[tuple[str, str]] = set()
    for words in blocks.values():
        if len(words) <= 25:
            for pair in combinations(sorted(words), 2):
                if pair not in seen:
                    seen.add(pair)
                    yield forms[pair[0]], forms[pair[1]]


def _inflected(a: str, b: str) -> bool:
    """Plural, demonym, adjective or agent of one stem ("Argentina", "Argentine"; "Kurd", "Kurds")."""
    if len(a) > len(b):
        a, b = b, a
    if b.startswith(a) and (b[len(a):] in _SUFFIXES or (b[len(a):] in ("n", "ns") and a[-1] in "aeio") or (b[len(a):] == "y" and a[-1] == "n")):
        return True
    n = 0
    while n < len(a) and a[n] == b[n]:
        n += 1
    if n >= 4 and a[n - 1] == "i" and {a[n:], b[n:]} == {"an", "en"}:
        return True  # Nigerian, Nigerien
    if n >= 4 and a[n - 1] == "m" and {a[n:], b[n:]} == {"an", "en"}:
        return True  # Guardsman, Guardsmen
    if n < 5 and {a[n:], b[n:]} == {"a", "e"}:
        return False
    return n >= 4 and ((a[n:], b[n:]) in _ENDINGS or (b[n:], a[n:]) in _ENDINGS)


def _spelling(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        forms = _forms(analysis)
        lower = analysis.document.lowercase
        told: set[str] = set()
        found = []
        for a, b in _candidates(forms, lower):
            link = _one_name(a, b, lower, params)
            if link:
                odd, usual = _order(a, b)
                found.append((link, odd, usual))
        found.sort(key=lambda x: (x[0] != "certain", x[1].uses[0].span))
        for link, odd, usual in found:
            if odd.word not in told:
                told.add(odd.word)
                yield _conflict(number, odd, usual, link != "certain")
        yield from _joined(number, analysis)


def _order(a: _Form, b: _Form) -> tuple[_Form, _Form]:
    """The odd form and the usual one: the rarer is odd, else the one that comes first later."""
    if len(a.uses) != len(b.uses):
        return (a, b) if len(a.uses) < len(b.uses) else (b, a)
    return (a, b) if a.uses[0].span > b.uses[0].span else (b, a)


def _conflict(number: int, odd: _Form, usual: _Form, likely: bool) -> Conflict:
    here = odd.uses[0].span
    before = [u.span for u in usual.uses if u.span < here]
    there = before[-1] if before else usual.uses[0].span
    facts = {"count": str(len(odd.uses)), "total": str(len(usual.uses))}
    why = ["one letter apart" if abs(len(odd.folded) - len(usual.folded)) <= 1 else "sound alike"]
    if shared := odd.others() & usual.others():
        why.append("both stand with “" + "”, “".join(sorted(s.title() for s in shared)) + "”")
    return Conflict((Place(number, here), Place(number, there)), facts, tuple(why), likely=likely)


def _one_name(a: _Form, b: _Form, lower: frozenset[str], params: Params) -> str:
    """ "certain", "likely" or "" for two forms."""
    x, y = a.folded, b.folded
    if x == y:
        return _same_letters(a, b)
    if x[:2] in ("al", "el") and y[:2] in ("al", "el") and x[2:] == y[2:] and "-" in a.word and "-" in b.word:
        return "certain"  # the Arabic article in two spellings
    plain = _plainly_slipped(x, y)
    if (x in GENERIC and y in GENERIC) or ({x, y} & GENERIC and not plain) or (x in COUNTRIES and y in COUNTRIES) or x in lower or y in lower or _inflected(x, y):
        return ""
    if not (a.sure() or b.sure()) or any(b.word in u.parts for u in a.uses):
        return ""
    shared = {w for w in a.others() & b.others() if w not in GENERIC}
    if not shared and not plain and a.roles() and b.roles() and not a.roles() & b.roles():
        return ""  # a given name and a surname
    few = min(len(a.uses), len(b.uses))
    if _two_people(a, b) and not shared:
        return "likely" if plain and min(len(x), len(y)) >= 7 and few < params.often else ""
    if few >= params.often and not shared:
        return "certain" if plain and min(len(x), len(y)) >= 6 else ""
    return _near(x, y, shared, few, max(len(a.uses), len(b.uses)), params, a, b)


def _edits(x: str, y: str) -> int:
    """Insertions, deletions, changes and swaps of neighbours between two words (optimal string alignment).

    One edit is told here; the library, 5 ms to import, is asked only for more.
    """
    n = 0
    while n < min(len(x), len(y)) and x[n] == y[n]:
        n += 1
    a, b = x[n:], y[n:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if len(a) <= 1 and len(b) <= 1:
        return max(len(a), len(b))
    if len(a) == len(b) == 2 and a == b[::-1]:
        return 1
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a, b))


def _plainly_slipped(x: str, y: str) -> bool:
    """The slips of a typing hand: a letter doubled or not, neighbours swapped, the same letters in another order, or one
    letter of a long name.
    """
    if x[0] != y[0]:
        return False
    if _undoubled(x) == _undoubled(y):
        return True
    distance = _edits(x, y)
    if sorted(x) == sorted(y):
        return distance == 1 or len(x) >= 7
    return distance == 1 and min(len(x), len(y)) >= 8


def _near(x: str, y: str, shared: set[str], few: int, many: int, params: Params, a: _Form, b: _Form) -> str:
    distance = _edits(x, y)
    shortest = min(len(x), len(y))
    sound = bool(set(_sound(x)) & set(_sound(y)) - {""})
    if ((x in GIVEN and y in GIVEN) or re.sub(r"[aeiou]", "", _undoubled(x)) == "mhmd") and not shared:
        return ""  # common given names in their own right; Muhammad has as many spellings as bearers
    if shared and (distance == 1 or (sound and distance <= 3)) and shortest >= 4:
        return "certain" if not (x in GIVEN and y in GIVEN) and few < params.often else "likely"
    if shortest < params.shortest or distance > 2 or (x[0] != y[0] and not (sound and distance == 1)):
        return ""
    if few > 2 or (x[-1] != y[-1] and len(x) == len(y) and not sound and shortest < 6):
        return ""
    if not (a.sure() and b.sure()) and many < 2 and not sound:
        return ""
    if sorted(x) == sorted(y) and shortest >= 7 and many > few:
        return "certain" if many >= 3 else "likely"
    swapped = distance == 1 and len(x) == len(y) and sorted(x) == sorted(y)
    doubled = _undoubled(x) == _undoubled(y)
    if distance == 1 and (sound or swapped or doubled or shortest >= 7):
        return "certain" if many > few or shortest >= 6 else "likely"
    if distance == 1 and shortest >= 6 and many >= 2:
        return "certain" if many >= 3 else "likely"
    if distance == 1 and many >= 2:
        return "likely"
    return "likely" if sound and distance == 2 and shortest >= 6 and (many >= 2 or shortest >= 7) else ""


def _same_letters(a: _Form, b: _Form) -> str:
    """One word but for accents, hyphens or apostrophes; case alone is another check's."""
    if a.word.lower().replace("’", "'") == b.word.lower().replace("’", "'"):
        return ""
    return "likely" if min(len(a.uses), len(b.uses)) <= 2 else ""


def _two_people(a: _Form, b: _Form) -> bool:
    """Does each stand in full names of its own, with given names (or surnames) that cannot be one?"""
    for place in (-1, 0):
        one, two = ({u.parts[1 + place] if place else u.parts[-1] for u in f.uses if len(u.parts) > 1
                     and (u.position == (len(u.parts) - 1 if place else 0))} for f in (a, b))
        if one and two and not any(alike(x, y) for x in one for y in two):
            return True
    return False


def _joined(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One name with and without a hyphen or a space: "High-Speed Rail", "High Speed Rail"."""
    document = analysis.document
    names = [m for m in analysis.mentions if isinstance(m.value, Name) and ("-" in m.text or " " in m.text or len(m.text) > 7)]
    folded: dict[str, str] = {}
    doubtful = {key for t in {m.text for m in names} if folded.setdefault(key := fold(t), t) is not t}
    runs: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for m in names:
        if doubtful and fold(m.text) in doubtful and document.zone_at(m.span.start).kind != "headline" and not m.text.isupper():
            runs[fold(m.text)][m.text.replace("\u00a0", " ")].append(m)
    for spellings in runs.values():
        forms = {re.sub(r"[-\s]", "|", s.lower()): s for s in spellings}
        if len(spellings) > 1 and len({re.sub(r"['’.]", "", s).lower() for s in spellings}) > 1 and len(forms) <= len(spellings):
            ordered = sorted(spellings.values(), key=lambda ms: (len(ms), -ms[0].span.start))
            if fold(ordered[0][0].text) == fold(ordered[-1][0].text) and ordered[0][0].text.islower() == ordered[-1][0].text.islower() and ordered[0][0].text.lower() != ordered[-1][0].text.lower() \
                    and len(ordered[0]) <= 2 and ("-" in ordered[0][0].text) != ("-" in ordered[-1][0].text):
                yield Conflict((Place(number, ordered[0][0].span), Place(number, ordered[-1][0].span)),
                               {"count": str(len(ordered[0])), "total": str(len(ordered[-1]))}, ("the same letters",), likely=True)


def _foreign(folded: str) -> str:
    """The form with the vowels that transliterations choose between made alike ("Osama", "Usama"; "Qaeda", "Qaida")."""
    if re.sub(r"(.)\1", r"\1", re.sub(r"[aeiou]", "", folded)) in ("mhmd", "mhmt"):
        return "muhammad"
    return folded.replace("ae", "ai").replace("ou", "u").replace("o", "u") if folded[0] in "ou" or "ai" in folded or "ae" in folded else folded


Form = _Form
forms = _forms
edits = _edits


def across(mine: dict[str, _Form], others: dict[str, _Form], documents: tuple[Document, Document],
           same_story: bool) -> Iterator[tuple[Span, Span, bool]]:
    """Forms of one name of which the first document has only the one and the second only the other: their places, and whether it is certain.

    Two documents about other stories have people of like names, so there another part of the name must agree.
    """
    one, two = documents
    alone = {w: f for w, f in mine.items() if w not in others and w not in two.text}
    theirs = {w: f for w, f in others.items() if w not in mine and w not in one.text}
    lower = one.lowercase | two.lowercase
    pairs = [p for p in _candidates(alone | theirs, lower) if (p[0].word in alone) != (p[1].word in alone)]
    for a, b in sorted(pairs, key=lambda p: (p[0].word, p[1].word)):
        odd, usual = (a, b) if a.word in alone else (b, a)
        if _foreign(odd.folded) == _foreign(usual.folded):
            continue  # an accent, or one of two usual ways to spell a foreign name: the desk's own choice, not a slip
        link = _one_name(odd, usual, lower, Params())
        if link and (same_story or odd.others() & usual.others()):
            yield odd.uses[0].span, usual.uses[0].span, link == "certain"


CHECKS = {"name": Check(Params, _spelling)}
