"""Check `mixed`, the marks and notations: per cent, dashes, apostrophes, points in abbreviations, thousands, dates, accents."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from checker.checks.base import Check, occurrences
from checker.checks.ranks import ranks
from checker.data.english import FUNCTION_WORDS
from checker.findings import Conflict, Place, Repair
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Date, Quantity, Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import digits

Forms = Mapping[str, list[Span]]
_PROSE = frozenset({"body", "summary", "list"})
_TITLE = r"Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Prof|Capt"
_OTHER_WORDS = frozenset({"resume", "expose", "pate", "rose", "lame"})


class Params(NamedTuple):
    """`least`: how often the rarer form must stand."""

    least: int = 1


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _prose(analysis: Analysis, pattern: str, quoted: bool = False) -> Iterator[re.Match[str]]:
    """Matches in the text's own prose, quotations left out unless told."""
    document = analysis.document
    for zone in document.zones:
        if zone.kind in _PROSE:
            for m in _pattern(pattern).finditer(document.text, zone.span.start, zone.span.end):
                if quoted or document.quotation_at(m.start()) is None:
                    yield m


def _prose_at(analysis: Analysis, pattern: str, starts: Iterable[int], quoted: bool = False) -> Iterator[re.Match[str]]:
    """The same where a match can only begin at those offsets."""
    document = analysis.document
    for at in sorted(starts):
        zone = document.zone_at(at)
        if zone.kind in _PROSE and (m := _pattern(pattern).match(document.text, at, zone.span.end)) and (quoted or document.quotation_at(at) is None):
            yield m


def _percents(analysis: Analysis) -> Iterator[Forms]:
    forms: dict[str, list[Span]] = defaultdict(list)
    text = analysis.document.text
    sign, two, three = "%" in text, "per" in analysis.document.distinct and " per cent" in text, "pct" in analysis.document.distinct
    if (sign or two or three) and sign + two + three + (" percent" in text) > 1:
        starts = [at - (text[at] == "%" and text[at - 1:at] == " ") for word in ("%", " percent", " per cent", " pct") for at in occurrences(text, word)]
        for m in _prose_at(analysis, r"(?<=\d)(?: ?(%)| (percent|per cent|pct)\b)", starts, quoted=True):
            if not (m[1] and _pattern(r"\([^()]{0,40}$").search(text, max(0, m.start() - 40), m.start())):
                forms[m[1] or m[2]].append(Span(m.start(1) if m[1] else m.start(2), m.end()))
    yield forms


_MONEY = {"$": "dollar", "€": "euro", "£": "pound"}


_MILLION = r" (?:million|billion|trillion)"
_AMOUNT = 40  # characters of the longest figure


def _currencies(analysis: Analysis) -> Iterator[Forms]:
    """ "$40m", "40 million dollars", and both at once ("$40 million dollars"); a year's dollars and pounds of weight are none."""
    text = analysis.document.text
    for sign, name in _MONEY.items():
        forms: dict[str, list[Span]] = defaultdict(list)
        if f"{name}s" in analysis.document.lowercase and sign in text:
            for m in _amounts(analysis, sign, name):
                if not (m[1] or re.match(r"(?:1[5-9]|20)\d\d ", m[0])):
                    forms[f"{name}s as a word"].append(Span(*m.span()))
                elif m[1]:
                    forms["sign and word at once"].append(Span(*m.span()))
            if forms:
                for m in _prose_at(analysis, rf"[{sign}](?>\d+(?:,\d{{3}})*(?:\.\d+)?(?:{_MILLION})?)(?! {name}s\b|\w)", occurrences(text, sign)):
                    forms[f"the sign {sign}"].append(Span(*m.span()))
        yield forms


def _amounts(analysis: Analysis, sign: str, name: str) -> Iterator[re.Match[str]]:
    """Figures before the name of a currency in the prose, with the sign or without, looked for from the name."""
    document = analysis.document
    pattern = _pattern(rf"(?<![\w.,-])([{sign}])?\d[\d,.]*{_MILLION if name == 'pound' else f'(?:{_MILLION})?'} {name}s\b")
    for at in occurrences(document.text, f" {name}s"):
        zone, end = document.zone_at(at), at + len(name) + 2
        for m in pattern.finditer(document.text, max(zone.span.start, at - _AMOUNT), min(zone.span.end, end + 1)) if zone.kind in _PROSE else ():
            if m.end() == end and document.quotation_at(m.start()) is None:
                yield m


_DASH = r"(?<=[\w”\"’',.)])(?:\s?(--)\s?| ?(—) ?| (–) | (-) )(?=[\w“\"‘'(])"
_DASHES = {"--": "double hyphen", "—": "em dash", "–": "en dash", "-": "spaced hyphen"}


def _dashes(analysis: Analysis) -> Iterator[Forms]:
    forms: dict[str, list[Span]] = defaultdict(list)
    text = analysis.document.text
    marks = [mark for mark in ("—", "–", "--") if mark in text]
    if marks and " - " in text:
        marks.append(" - ")
    for at in sorted(at for mark in marks for at in occurrences(text, mark)) if len(marks) > 1 else ():
        zone = analysis.document.zone_at(at)
        m = _pattern(_DASH).match(text, at - (text[at] != " " and text[at - 1:at].isspace()), zone.span.end) if zone.kind in _PROSE else None
        if m and not (text[m.end()].isdigit() and text[m.start() - 1].isdigit()):
            mark = m[1] or m[2] or m[3] or m[4]
            at = m.start() + m[0].index(mark)
            forms[_DASHES[mark]].append(Span(at, at + len(mark)))
    yield forms


_APOSTROPHES = {"'": "straight", "’": "curly"}


def _apostrophes(analysis: Analysis) -> Iterator[Forms]:
    text = analysis.document.text
    if all(_in_words(text, mark) for mark in _APOSTROPHES):
        rare, usual = sorted(_APOSTROPHES, key=text.count)
        if (odd := _between_letters(analysis.document, rare)) and (others := _between_letters(analysis.document, usual)):
            yield {_APOSTROPHES[rare]: odd, _APOSTROPHES[usual]: others}
    decades: dict[str, list[Span]] = defaultdict(list)
    behind = {text[end:end + 2] for start, end in digits(text) if text[end - 1] == "0"}
    if not behind.isdisjoint(("'s", "’s")) and "0s" in text:
        for m in _prose(analysis, r"(?<![\w.,$£€])(?:19|20)?\d0(['’]?)s\b", quoted=True):
            decades["with apostrophe" if m[1] else "without apostrophe"].append(Span(*m.span()))
    yield decades
    yield from _owned(analysis)


def _owned(analysis: Analysis) -> Iterator[Forms]:
    """One name's possessive in two forms: "Gross's wife", "Gross' release"."""
    document = analysis.document
    text = document.text
    for word in names(analysis).words:
        if word[-1] != "s" or f"{word.lower()}'s" not in document.counts or len(word) < _SHORTEST or not word.isalpha() or word.isupper():
            continue  # asked of the words first: a long text has many names
        full = [Span(at, at + len(word) + 2) for mark in _APOSTROPHES for at in occurrences(text, f"{word}{mark}s ") if document.zone_at(at).kind in _PROSE]
        if full and (bare := [Span(at, at + len(word) + 1) for mark in _APOSTROPHES for at in occurrences(text, f"{word}{mark} ") if _owns(document, at, at + len(word) + 1)]):
            yield {f"{word}'s": full, f"{word}'": bare}


def _owns(document: Document, start: int, end: int) -> bool:
    """Does a noun follow, and is the mark not one that closes a quotation ("Meet the Press' and")?"""
    text = document.text
    before = text[max(0, start - _QUOTED):start]
    opened = any(mark in before for mark in (" '", " ‘", "“‘", "(‘"))
    following = text[end + 1:end + 12].partition(" ")[0]
    return not opened and following.islower() and following not in FUNCTION_WORDS and document.zone_at(start).kind in _PROSE


_SHORTEST, _QUOTED = 4, 60  # letters of a name; characters before it in which a single mark may have opened


def _in_words(text: str, mark: str) -> bool:
    """Does the mark stand inside a word anywhere?"""
    return any(text[at - 1:at].isalpha() and text[at + 1:at + 2].islower() for at in occurrences(text, mark))


def _between_letters(document: Document, mark: str) -> list[Span]:
    """Where the mark stands behind a letter of ASCII's and before a small one in the prose."""
    text = document.text
    found = (at for at in occurrences(text, mark) if len(beside := text[at - 1:at] + text[at + 1:at + 2]) > 1 and beside.isascii() and beside.isalpha() and beside[1].islower())
    return [Span(at, at + 1) for at in found if document.zone_at(at).kind in _PROSE]


_TITLES = frozenset(_TITLE.lower().split("|"))
_ABBREVIATED = rf"(?<![\w.])(?:({_TITLE})(\.?) (?=[A-Z][a-z])|((?:[A-Z]\.){{2,4}})(?![A-Za-z])|([A-Z]{{2,4}})(?![\w.-]))"
# where one may begin: a capital first, so that the search skips from one to the next
_MAY_ABBREVIATE = r"[A-Z](?<![\w.].)(?=[A-Z.]|(?:rs?|s|en|ep|ov|ol|t|gt|rof|apt)[. ])"
_FEW = 30  # abbreviations that are looked for one by one


def _abbreviations(analysis: Analysis) -> Iterator[Forms]:
    by_word: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    document = analysis.document
    text = document.text
    forms = set(islice(_both_abbreviations(document), _FEW + 1))
    places = {at for form in forms for at in occurrences(text, form)} if len(forms) <= _FEW else {m.start() for m in _pattern(_MAY_ABBREVIATE).finditer(text)}
    for at in sorted(places):
        m = _pattern(_ABBREVIATED).match(text, at)
        if m is None or document.zone_at(at).kind not in _PROSE:
            continue
        if m[1]:
            by_word[m[1]][m[1] + m[2]].append(Span(at, m.end() - 1))
        elif m[3]:
            by_word[m[3].replace(".", "")][m[3]].append(Span(*m.span()))
        elif not text[m.end():m.end() + 5].strip(" ")[:1].isupper() or len(m[4]) == 2:
            by_word[m[4]][m[4]].append(Span(*m.span()))
    for word, found in by_word.items():
        if len(found) > 1 and word not in ("IT", "NO", "AM", "PM", "OR", "IN", "ME", "OK"):
            yield found
    yield _hours(analysis)
    yield from ranks(analysis)


def _both_abbreviations(document: Document) -> Iterator[str]:
    """The titles and rows of capitals that stand with points and without, in both forms."""
    text = document.text
    for title in [t.capitalize() for t in _TITLES & document.distinct if document.counts[t] > 1]:
        if f"{title}. " in text and f"{title} " in text:
            yield from (f"{title}. ", f"{title} ")
    rows = {m[0] for second in _pattern(r"\.[A-Z]\.").finditer(text) if (m := _pattern(r"[A-Z]\.(?:[A-Z]\.){1,3}").match(text, max(0, second.start() - 1)))}
    for row in rows:
        if (bare := row.replace(".", "")) in document.lowercase:
            yield from (row, bare)


def _hours(analysis: Analysis) -> Forms:
    forms: dict[str, list[Span]] = defaultdict(list)
    text = analysis.document.text
    points, letters = "m" in analysis.document.distinct, analysis.document.lowercase
    kinds = (points and ".m." in text) + (points and ".M." in text) + ("AM" in letters or "PM" in letters)
    if kinds > 1 or (kinds and ("am" in letters or "pm" in letters) and _pattern(r"\d ?[ap]m\b").search(text)):
        for m in _prose_at(analysis, r"\d ?([ap]\.m\.|[ap]m\b|[AP]M\b|[AP]\.M\.)", (end - 1 for _, end in digits(text)), quoted=True):
            forms[m[1].lower().replace("p", "a").upper() if m[1].isupper() else m[1].replace("p", "a")].append(Span(*m.span(1)))
    return forms


def _numerals(analysis: Analysis) -> Iterator[Forms]:
    """ "2,000" and "2000": figures of four digits with and without the comma, years left out."""
    forms: dict[str, list[Span]] = defaultdict(list)
    for m in names(analysis).others:
        q = m[3]
        if isinstance(q, Quantity) and q.dimension in ("count", "money", "length", "mass", "area") and q.step == 1 \
                and (digits := _pattern(r"[^\d]{0,3}(\d),?(\d{3})(?![\d,.])").match(m.text)):
            forms["with comma" if "," in digits[0] else "without comma"].append(m.span)
    yield forms


def _dates(analysis: Analysis) -> Iterator[Forms]:
    """ "Dec. 5" and "December 5"; "5 December" and "December 5"."""
    length: dict[str, list[Span]] = defaultdict(list)
    order: dict[str, list[Span]] = defaultdict(list)
    for m in names(analysis).dates:
        if isinstance(m.value, Date) and m.value.month and m.value.day and analysis.document.zone_at(m.span.start).kind in _PROSE \
                and (month := _pattern(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Z][a-z]+)(\.?)(?: \d{1,2}\b)?").search(m.text[_weekday(m.text):])):
            if month[2] not in ("March", "April", "May", "June", "July"):
                length["short month" if month[3] or len(month[2]) < 5 else "long month"].append(m.span)
            order["day first" if month[1] else "month first"].append(m.span)
    yield length
    yield order


def _weekday(text: str) -> int:
    m = _pattern(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ").match(text)
    return m.end() if m else 0


def _accents(analysis: Analysis) -> Iterator[Forms]:
    """ "café" and "cafe"; names are the business of names/spelling."""
    document = analysis.document
    for word in () if document.plain.isascii() else [w for w in document.distinct if not w.isascii()]:
        bare = _bare(word)
        if len(bare) > 2 and bare in document.lowercase and bare not in _OTHER_WORDS:
            forms = {w: [Span(*m.span()) for m in _prose_at(analysis, r"(?<![\w’'-])[\w’'-]+", occurrences(document.text, w)) if m[0] == w] for w in (word, bare)}
            if all(forms.values()):
                yield forms


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


Mend = Callable[[str, Span, str, str], tuple[Span, str, bool] | None]


def _apostrophe_mended(text: str, span: Span, form: str, wanted: str) -> tuple[Span, str, bool] | None:
    marks = {"straight": "'", "curly": "’"}
    if wanted in marks:
        return span, marks[wanted], True
    # "the 1960's" may be a possessive
    return (span, text[span.start:span.end].replace("'", "").replace("’", ""), False) if wanted == "without apostrophe" else None


def _dash_mended(text: str, span: Span, form: str, wanted: str) -> tuple[Span, str, bool] | None:
    """Marks that stand with the same spaces are put one for the other; the rest would move spaces and break lines."""
    if {form, wanted} in ({"double hyphen", "em dash"}, {"spaced hyphen", "en dash"}):
        return span, next(mark for mark, name in _DASHES.items() if name == wanted), True
    return None


def _percent_mended(text: str, span: Span, form: str, wanted: str) -> tuple[Span, str, bool] | None:
    if wanted == "%":
        return Span(span.start - (text[span.start - 1] == " "), span.end), "%", False
    return span, (" " if text[span.start - 1] != " " else "") + wanted, False


def _word_mended(text: str, span: Span, form: str, wanted: str) -> tuple[Span, str, bool] | None:
    return span, wanted, False


def _repair(number: int, text: str, found: Forms, order: list[str], mend: Mend | None) -> Repair | None:
    """Every rarer form as the commonest has it; nothing where two are equally common, for then the desk must choose."""
    wanted = order[-1]
    if mend is None or len(found[order[-2]]) >= len(found[wanted]):
        return None
    edits = [mend(text, span, form, wanted) for form in order[:-1] for span in found[form]]
    made = [e for e in edits if e is not None]
    if not made or len(made) < len(edits):
        return None
    return Repair(tuple((Place(number, span), words) for span, words, _ in made), all(safe for _, _, safe in made), f"{wanted} throughout")


def _check(forms: Callable[[Analysis], Iterator[Forms]], mend: Mend | None = None) -> Check:
    def run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
        for number, analysis in enumerate(ledger.analyses):
            for found in forms(analysis):
                if len(found) < 2:
                    continue
                order = sorted(found, key=lambda f: (len(found[f]), -found[f][0].start))
                if len(found[order[0]]) >= params.least:
                    a, b = order[0], order[-1]
                    yield Conflict((Place(number, found[a][0]), Place(number, found[b][0])),
                                   {"minority": f"{a} ({len(found[a])})", "majority": f"{b} ({len(found[b])})"},
                                   repair=_repair(number, analysis.document.text, found, order, mend))
    return Check(Params, run)


CHECKS: dict[str, Check] = {
    "percent": _check(_percents, _percent_mended),
    "currency": _check(_currencies),
    "dashes": _check(_dashes, _dash_mended),
    "apostrophe": _check(_apostrophes, _apostrophe_mended),
    "abbreviations": _check(_abbreviations),
    "numerals": _check(_numerals),
    "dates": _check(_dates),
    "accents": _check(_accents, _word_mended),
}
