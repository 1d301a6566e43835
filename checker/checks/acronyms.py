"""Check `variants`, acronyms: letters in brackets that their words do not give, two names for one acronym, letters used before they are explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import permutations

from checker.checks.base import Check, occurrences
from checker.checks.forms import edits
from checker.checks.offletters import strays
from checker.checks.unexplained import late, never, never_told
from checker.data.people import LEGAL_FORMS, OWN_LETTERS
from checker.data.spelling import system
from checker.extract.acronyms import CONNECTORS, spelled_out
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Acronym, Span
from checker.records import NamedTuple

_BRACKETS = re.compile(r"\(([A-Z][A-Za-z.]{1,9})\)")
_CALLING = {"or": ", or ", "known": ", known as ", "abbreviated": ", abbreviated "}
_CALLED = re.compile(r", (?:or|known as|abbreviated to|abbreviated as) (?:the )?([A-Z]{3,8})(?=[,.;)]| [a-z])")
_TURNED = re.compile(r"(?<![\w.-])([A-Z]{3,8}) \(((?:the )?[A-Za-z][^()\n]{7,80})\)")
_TRADED = re.compile(r"\)(?:'s|’s)? (?:shares?|stocks?)\b")
_LAST_NAME = re.compile(r"(?<![\w.])([A-Z])[a-z]+ $")
_PROSE = frozenset({"body", "list"})
_TURNED_ROUND = frozenset({"Department", "Ministry", "Bureau", "Office"})  # the Agriculture Department is the Department of Agriculture
_LANDS = ("U.S. ", "U.N. ", "U.K. ")  # which may give two of the letters
_BEGINS = re.compile(r"(?:[\n“\"(]|\bThe |(?<![\w’'-])[a-z][\w’'-]*,? |, )$")
_SHORTEST = 3  # letters of an acronym that tell anything
_LONGEST = 8
_SPEAKS = (" said", " says", " spokes", "'s ", "’s ")  # behind a body that is one of the story's
_SWAPPED = 4  # letters of which two neighbours may be swapped; of three, another language may have them in its order ("SPD", "PAN")
_WORDS = 10  # before a bracket at most that letters may stand for


class Params(NamedTuple):
    """Nothing to set."""


class _Told(NamedTuple):
    """An acronym beside its words: the letters and where they stand, the words ("" where none give the letters) and where they stand or end."""

    short: str
    inner: Span
    long: str
    words: Span


def _acronyms(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        first: dict[str, _Told] = {}
        again: set[str] = set()
        brackets = list(_BRACKETS.finditer(analysis.document.text)) if "(" in analysis.document.text else []
        told = sorted(_explained(analysis, brackets), key=_at)
        for one in told:
            if wrong := _wrong(analysis, one, first):
                yield _misfit(number, one._replace(words=wrong[1]), wrong[0])
            elif one.long and one.short.isupper():
                known = first.setdefault(one.short, one)
                if known is not one and _other_words(known.long, one.long, one.short):
                    yield _two_names(number, one.short, one.words, known)
                elif known is not one and one.short not in again and _again(analysis, known, one):
                    again.add(one.short)
                    yield _told_again(number, analysis.document.text, one, known)
        if "stand" in analysis.document.text or ", for " in analysis.document.text:
            yield from _stood_for(number, analysis, told)
        for short in first:
            yield from _scrambled(number, analysis, short, first)
        told_letters = {m[1]: Span(*m.span(1)) for m in brackets if m[1].isupper()}
        yield from strays(number, analysis, told_letters | {short: one.inner for short, one in first.items()})
        yield from late(number, analysis.document, {short: (one.inner.start, _whole(analysis.document.text, one))
                                                    for short, one in first.items()})
        unexplained = never_told(analysis, {one.short for one in told})
        if unexplained:
            from checker.checks.nearletters import near

            yield from _unexplained_scrambled(number, analysis, unexplained)
            yield from never(number, analysis, unexplained)
            yield from near(number, analysis, unexplained)


def _at(one: _Told) -> int:
    return one.inner.start


def _whole(text: str, one: _Told) -> Span:
    """Words and letters, with the bracket that closes."""
    end = max(one.words.end, one.inner.end)
    return Span(min(one.words.start, one.inner.start), end + text.startswith(")", end))


def _explained(analysis: Analysis, brackets: Sequence[re.Match[str]]) -> Iterator[_Told]:
    """What stands behind its words, capital or small, in brackets or behind "or" ("gross domestic product (GDP)"), or has them in brackets behind it."""
    text, words = analysis.document.text, analysis.document.distinct
    if "(" in text:
        known = {m.span.end: m for m in names(analysis).others if m.kind == "acronym"} if brackets else {}
        for found in brackets:
            m = known.get(found.end())
            if m is not None and isinstance(m.value, Acronym):
                short, long = m.value
                start = m.span.start - len("U.S. ") if text[max(0, m.span.start - 5):m.span.start] in _LANDS else m.span.start
                long = text[start:m.span.start] + long
                yield _Told(short, Span(*found.span(1)), long, Span(start, start + len(long)))
            else:
                yield from _behind(text, found)
        for found in _turned(text):
            behind = Span(found.start(2) + 4 * found[2].startswith("the "), found.end(2))
            fits = spelled_out(text, behind.end, found[1]) == behind.start or misfit(found[1], found[2])
            yield _Told(found[1], Span(*found.span(1)), text[slice(*behind)], behind) if fits else _Told(found[1], Span(*found.span(1)), "", Span(behind.end, behind.end))
    for at in sorted(at for word, opening in _CALLING.items() if word in words for at in occurrences(text, opening)):
        if called := _CALLED.match(text, at):
            yield from _behind(text, called)


def _stood_for(number: int, analysis: Analysis, told: Sequence[_Told]) -> Iterator[Conflict]:
    """Letters that are told to stand for words which give others; those that brackets explain with words of their own stand for these."""
    from checker.checks.standsfor import told_for

    known = {one.short for one in told if one.long}
    for short, inner, words in told_for(analysis):
        wanted = misfit(short, analysis.document.text[slice(*words)])
        if wanted and short not in known:
            yield _misfit(number, _Told(short, inner, analysis.document.text[slice(*words)], words), wanted)


def _turned(text: str) -> Iterator[re.Match[str]]:
    """What `_TURNED.finditer` finds, tried only where capitals stand before a bracket."""
    for bracket in occurrences(text, "("):
        at = bracket = bracket - 1
        if text[at:at + 1] != " ":
            continue
        while at and bracket - at <= _LONGEST and "A" <= text[at - 1] <= "Z":
            at -= 1
        if bracket - at >= _SHORTEST and (found := _TURNED.match(text, at)):
            yield found


def _behind(text: str, found: re.Match[str]) -> Iterator[_Told]:
    short, inner, end = found[1].replace(".", ""), Span(*found.span(1)), found.start()
    if short.isupper() and len(short) >= _SHORTEST and ("." not in found[1] or len(found[1]) > len(short) + 1):
        start = spelled_out(text, end, short)
        if start is None and "(" not in text[end:end + 2]:  # an acronym in brackets is read with its words by the extractor
            start = next((at for letters, at, capitals in _initials(text, end) if capitals and len(letters) == len(short) and misfit(short, text[at:end])), None)
        words = text[start:end].rstrip() if start is not None else ""
        yield _Told(short, inner, words, Span(start, start + len(words)) if start is not None else Span(end, end))


def _misfit(number: int, one: _Told, wanted: str) -> Conflict:
    return Conflict((Place(number, one.inner), Place(number, one.words)),
                    {"name": one.long, "expected": wanted, "computed": wanted, "tolerance": "none", "reason": f"these words give {wanted}"}, ("the acronym stands beside its words",))


def _again(analysis: Analysis, first: _Told, second: _Told) -> bool:
    """Are the letters explained with the same words a second time in prose, paragraphs on, though they stood alone between?"""
    document = analysis.document
    if any(document.zone_at(one.inner.start).kind not in _PROSE or document.quotation_at(one.inner.start) is not None for one in (first, second)):
        return False
    if not document.zone_index(first.inner.start) < document.zone_index(second.words.start) or _plain(first.long) != _plain(second.long):
        return False
    alone = names(analysis).written.get((first.short,), ())
    return any(first.inner.end < m.span.start < second.words.start and document.quotation_at(m.span.start) is None for m in alone)


def _told_again(number: int, text: str, one: _Told, first: _Told) -> Conflict:
    facts = {"name": one.short, "computed": one.short, "reason": f"{one.short} is explained a second time, though the letters stood alone between"}
    return Conflict((Place(number, _whole(text, one)), Place(number, _whole(text, first))), facts, ("the same words, with the same letters beside them",), likely=True)


def _two_names(number: int, short: str, words: Span, known: _Told) -> Conflict:
    facts = {"name": short, "expected": known.long, "computed": short, "reason": f"one acronym, {short}, for two names"}
    return Conflict((Place(number, words), Place(number, known.words)), facts, ("one acronym for both",), likely=True)


def _wrong(analysis: Analysis, one: _Told, others: Collection[str]) -> tuple[str, Span] | None:
    """The letters that the words give, where those beside them are a slip for these, and where these words stand."""
    wanted = misfit(one.short, one.long)
    if wanted and not _is_other_code(analysis.document.text, one, wanted):
        return wanted, one.words
    if not one.short.isupper() or len(one.short) < _SHORTEST:
        return None
    wanted = _begun_otherwise(analysis.document.text, one)
    if wanted and not _is_other_code(analysis.document.text, one, wanted):
        return wanted, one.words
    return _used_instead(analysis, one, others)


def _begun_otherwise(text: str, one: _Told) -> str:
    """The letters that the words give where only the first is another; the words must be the whole name, since one before them may give that letter."""
    words = [w for w in one.long.split() if w[0].isupper()]
    if len(words) != len(one.short) or "-" in one.long or one.short[1:] != "".join(w[0] for w in words[1:]) or one.short[0] in (words[0][0], *words[0][:2].upper()):
        return ""
    begins = _BEGINS.search(text, max(0, one.words.start - 24), one.words.start)
    return "".join(w[0] for w in words) if begins is not None and begins[0].strip() not in CONNECTORS and words[-1] not in _TURNED_ROUND else ""


def _used_instead(analysis: Analysis, one: _Told, others: Collection[str]) -> tuple[str, Span] | None:
    """The letters of the words as the rest of the text has them, where those beside them stand nowhere else and are the same in another order, or one letter off."""
    text, short, end = analysis.document.text, one.short, one.words.end
    words = names(analysis).words
    if analysis.document.counts.get(short.lower(), 0) > 1 or spelled_out(text, end, short) is not None:
        return None
    if "(" in text[end:end + 2]:
        from checker.checks.usedletters import used
        if (told := used(analysis.document, short, end)) is not None and told[0] not in others:
            return told[0], Span(told[1], told[1] + len(text[told[1]:end].rstrip()))
    left_out = _left_out(text, short, end)
    if left_out is not None:
        return left_out
    for wanted, start, capitals in _initials(text, end):
        if len(wanted) < len(short) or wanted == short or wanted in others:
            continue
        if (sorted(wanted) == sorted(short) or capitals and edits(wanted, short) == 1) and wanted in words or _neighbours_swapped(wanted, short):
            return wanted, Span(start, start + len(text[start:end].rstrip()))
    return None


def _neighbours_swapped(wanted: str, short: str) -> bool:
    """Are two neighbours of four letters or more in each other's place, the first letter aside? Small words give such letters by no chance, wherever else they stand."""
    apart = [i for i, (a, b) in enumerate(zip(wanted, short, strict=False)) if a != b]
    return len(wanted) == len(short) >= _SWAPPED and len(apart) == 2 and 0 < apart[0] == apart[1] - 1 and sorted(wanted) == sorted(short)


def _left_out(text: str, short: str, end: int) -> tuple[str, Span] | None:
    """The letters of all capitalised words before a bracket, where one inside is missing in it, or one is there that no word near it has."""
    if len(short) < _SWAPPED or "(" not in text[end:end + 2]:
        return None
    for wanted, start, capitals in _initials(text, end):
        if capitals and abs(len(wanted) - len(short)) == 1 and wanted[0] == short[0] and wanted[-1] == short[-1] and edits(wanted, short) == 1 and _BEGINS.search(text, max(0, start - 24), start):
            words = text[start:end].rstrip()
            spare = next((c for c in short if short.count(c) > wanted.count(c)), "")
            return (wanted, Span(start, start + len(words))) if not spare or spare.lower() not in words.lower() else None
    return None


def _scrambled(number: int, analysis: Analysis, short: str, told: Mapping[str, _Told]) -> Iterator[Conflict]:
    """Letters of an acronym in another order, where those that the text explains stand more often, or nowhere but there; longer ones are a matter of spelling."""
    if len(short) != _SHORTEST:
        return
    known, counts = names(analysis), analysis.document.counts
    usual = known.written.get((short,), ())
    for other in map("".join, permutations(short)):
        if other == short or other in told or not (odd := known.written.get((other,), ())):
            continue
        if counts.get(short.lower(), 0) == 1 and odd[0].span.start > told[short].inner.start and (len(odd) > 1 or analysis.document.text.startswith(_SPEAKS, odd[0].span.end)):
            yield Conflict((Place(number, odd[0].span), Place(number, told[short].inner)),
                           {"name": short, "expected": short, "computed": short, "reason": f"the same letters in another order, and {short} is explained but stands nowhere else"}, ("two letters are swapped",), likely=True)
        elif len(odd) == 1 and len(usual) > 1:
            yield Conflict((Place(number, odd[0].span), Place(number, usual[0].span)),
                           {"name": short, "expected": short, "computed": short, "reason": "the same letters in another order, and only these are explained"}, ("two letters are swapped",), likely=True)


def _unexplained_scrambled(number: int, analysis: Analysis, short: Collection[str]) -> Iterator[Conflict]:
    """Letters that nothing explains, once with two neighbours in each other's place."""
    written = names(analysis).written
    counts = analysis.document.counts  # in small letters, too: "IRAN" in a line of capitals is no acronym
    for odd in sorted(word for word in short if len(word) >= _SWAPPED and counts.get(word.lower(), 0) == 1 and (word,) in written):
        for i in range(len(odd) - 1):
            usual = written.get((f"{odd[:i]}{odd[i + 1]}{odd[i]}{odd[i + 2:]}",), ())
            if len(usual) > 1 and odd[i] != odd[i + 1]:
                name = usual[0].text
                yield Conflict((Place(number, written[(odd,)][0].span), Place(number, usual[0].span)),
                               {"name": name, "expected": name, "computed": name, "reason": "the same letters in another order"}, ("two letters are swapped",), likely=True)


def _initials(text: str, end: int) -> Iterator[tuple[str, int, bool]]:
    """The letters that the words right before an offset give, connecting words not counted and counted, where these words begin and whether all have capitals: of the
    last three, of the last four, and so on.
    """
    letters = every = ""
    capitals = True
    for word in reversed(list(_WORD.finditer(text, max(0, end - 120), end))[-_WORDS:]):
        if text[word.end():end].strip(" -") and not every or _APART.search(text, word.end(), end):
            return
        every = word[0][0].upper() + every
        if word[0] not in CONNECTORS:
            letters = word[0][0].upper() + letters
            capitals = capitals and word[0][0].isupper()
            if len(letters) >= _SHORTEST:
                yield letters, word.start(), capitals
                yield every, word.start(), capitals


_WORD = re.compile(r"[^\W\d_][\w’']*")
_APART = re.compile(r"[.,;:()\n“”\"]")


def _is_other_code(text: str, one: _Told, initials: str) -> bool:
    """Is it a company's sign on the stock market, the letters of a name in its own language, or the same letters with that of the name before
    the words, in another order?
    """
    words = one.long.split()
    if _TRADED.match(text, one.inner.end) or not LEGAL_FORMS.isdisjoint(w.rstrip(".,") for w in words) or words[0] in OWN_LETTERS:
        return True
    before = _LAST_NAME.search(text, max(0, one.words.start - 24), one.words.start)
    return before is not None and before[0] != "The " and not Counter(one.short) - Counter(before[1] + initials)


def misfit(short: str, long: str) -> str:
    """The letters that the capitalised words give, where they differ from the acronym in one letter that is not the first, or in two neighbours of four
    letters or more in each other's place; else "".

    A letter that a word has in its second place ("eXtensible") or as a capital inside counts as its own.
    """
    words = [p for w in long.split() for p in (w.replace(".", "") if w.isupper() and w.count(".") > 1 else w.split("-")) if p and p[0].isupper()]  # "U.S." gives two letters
    if len(words) != len(short) or len(short) < _SHORTEST or not short.isupper():
        return ""
    initials = "".join(w[0].upper() for w in words)
    apart = [i for i, (a, b) in enumerate(zip(short, initials, strict=True)) if a != b]
    if not apart or apart[0] == 0 or words[-1] in _TURNED_ROUND and any(initials[:i] + initials[-1] + initials[i:-1] == short for i in range(len(short))):
        return ""
    if len(apart) == 2 and apart[1] == apart[0] + 1 and len(short) >= _SWAPPED and sorted(short) == sorted(initials):
        return initials
    if len(apart) != 1:
        return ""
    word = words[apart[0]]
    return "" if short[apart[0]] in (word[1:2].upper(), *word[1:]) else initials


def _other_words(one: str, two: str, short: str) -> bool:
    """Are these two names, not one in a longer and a shorter form or in two spellings?"""
    a, b = (_plain(x) for x in (one, two))
    if len(a - b) == 1 and len(b - a) == 1 and len(a & b) >= 1:
        return True
    return bool(a - b and b - a) and all(spelled_out(words, len(words), short) == 0 for words in (one, two))


def _plain(words: str) -> set[str]:
    """The words in small letters without plural or possessive, of two spellings the shared one; those that connect left out."""
    found = {w.lower().replace("’", "'").removesuffix("'s").rstrip("'s") for w in words.replace("-", " ").split()} - CONNECTORS
    return {known[1] if (known := system(w)) else w for w in found}


CHECKS = {"acronym": Check(Params, _acronyms)}
