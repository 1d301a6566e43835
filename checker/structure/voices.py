"""Attributions: direct and reported speech with its speaker, "according to", "told AFP".

A speech verb with a subject beside it gives the speaker. Outside quotation marks, the clause that the verb governs is the
speaker's: what follows "said that", or what stands before ", X said".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.data.english import SPEECH
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.words import places

_WITHIN = ("-", "_")  # and letters and digits: what a longer word goes on with
_CAP = r"[A-Z][\w’'-]*+(?:\.(?=[\w ]))?"  # nothing that may follow begins with a character of a word: so it never gives one back
_BEFORE = re.compile(rf"((?:{_CAP}\s+){{0,5}}{_CAP})(?:,[^,.;“”\"]{{1,90}},)?(?:\s+(?:also|later|then|once|has|had))?$")
# "the mayor, Ana Corvi, said": the name between commas behind what he is; behind a kind of place it is a place
_IN_COMMAS = re.compile(rf"(?<![a-z])(?!(?:capital|city|town|state|country|province|region|village|suburb|island|county|district),)[a-z]+, ((?:{_CAP}\s+){{1,4}}{_CAP}),$")
_ROLE = re.compile(r"([,”\"]) (?:[a-z][\w’'-]*(?: |$)){1,5}$")  # "…, police chief Dana Orr said"
_CAPITAL = re.compile("[A-Z]")
_MOST_WORDS = 7  # of a name and what may follow it
_AFTER = re.compile(rf"\s+(?:(?:the |a |an )?[a-z][\w-]*\s+){{0,5}}?((?:{_CAP}\s+(?:of\s+|for\s+)?){{0,6}}{_CAP})")
_GENERIC = re.compile(
    r"(?<![\w])((?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[\w’'.-]+\s+){0,5}?[a-z]{3,}|"
    r"(?:[Pp]olice|[Oo]fficials|[Aa]uthorities|[Pp]rosecutors|[Ww]itnesses|[Aa]nalysts|[Ee]xperts|[Rr]esearchers|[Ss]ources|[Oo]rgani[sz]ers))"
    r"(?:\s+(?:also|later|speaking on condition of anonymity|familiar with [\w ]{1,40}))?$")
_CLOSED = ("", "\"", "”", "’", "'", ",")
_new = tuple.__new__  # a named tuple is made at half the price
_TAKES_CLAUSE = frozenset("said says told tells added adds".split())
_PARTICIPLE = re.compile(r" (?:as|by|in|at|of|on)\b")
_PRONOUN = re.compile(r"(?<![\w])(he|she|they|I|we|who|it|He|She|They|We|It|I)(?:\s+(?:also|later|then|once|has|had))?$")
_HE_OR_SHE = re.compile(r"(?:[Ss]he|[Hh]e)(?![\w])")
_PRONOUN_AFTER = re.compile(r"\s+(he|she|they)(?![\w])")
_ACCORDING_TO = re.compile("ccording to ")
_ACCORDING = re.compile(rf"[Aa]ccording to (?:(?:the |a |an )?[a-z][\w-]*\s+){{0,4}}((?:{_CAP}\s+(?:of\s+|for\s+)?){{0,6}}{_CAP})")
_SIGNED = re.compile(rf"\s?(?:[–—]|--?)\s?((?:{_CAP}\s+){{0,5}}{_CAP})(?:, [^\n]{{1,80}})?")  # a paragraph that is a quotation, and whose: "We will pay." — Ann Orr
_VIA = re.compile(rf"\s+(?:the\s+)?((?:{_CAP}\s+){{0,3}}{_CAP})")
_NOT_NAMES = frozenset("The A An He She They It We I But And In On At After Before When While As If This That These Those "
                       "Monday Tuesday Wednesday Thursday Friday Saturday Sunday His Her Their Its Our My Then So Yet For "
                       "Also Now There Here Still However Meanwhile Earlier Later What Who Why How Not No".split())
TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady President Prime Minister Secretary State General Senator Sen Rep "
                    "Representative Gov Governor Mayor Chairman Chairwoman Chief Justice Judge King Queen Prince Princess "
                    "Pope Colonel Col Gen Lt Sgt Captain Capt Major Maj Attorney Speaker Vice Ambassador Professor Prof "
                    "Foreign Finance Defense Defence Interior Deputy Spokesman Spokeswoman Officer Detective Inspector "
                    "Superintendent Director Commissioner Congressman Congresswoman Former U.S Rev Father Sister".split())
# how the words before a verb must end for the patterns of its subject: what costs nothing to ask first
_ADVERBS = ("also", "later", "then", "once", "has", "had", "\n")
_ENDS_AS_PRONOUN = ("he", "she", "they", "I", "we", "who", "it", "He", "She", "They", "We", "It", *_ADVERBS)
_ENDS_AS_NAME = (",", *_ADVERBS)


class Attribution(NamedTuple):
    """A speech verb with its subject: `subject` is None for a pronoun; `clause` is where the speaker's words stand, `pronoun` is "he", "she" or ""."""

    at: int
    sentence: Span
    subject: str | None
    via: str | None
    clause: Span
    pronoun: str = ""


def _name(words: str) -> str:
    """The name without leading titles and words that only open the sentence."""
    parts = words.replace("’s", "").replace("'s", "").split()
    while len(parts) > 1 and (parts[0].rstrip(".") in TITLES or parts[0] in _NOT_NAMES):
        parts.pop(0)
    return " ".join(parts) if parts and parts[0] not in _NOT_NAMES else ""


def _subject(text: str, verb: Span, sentence: Span) -> tuple[str | None, int, bool] | None:
    """Subject (None for a pronoun), where it starts or ends, and whether it stands before the verb."""
    left = text[max(sentence.start, verb.start - 160):verb.start]
    start = verb.start - len(left)
    if left.endswith(_ENDS_AS_PRONOUN) and (m := _PRONOUN.search(left, max(0, len(left) - 60))):
        return (m[1] == "who" and _antecedent(left[:m.start()].rstrip(" ,\n"), start)) or (None, start + m.start(), True)
    if (m := _named(left)) and (name := _name(m.group(1))):
        return name, start + m.start(1), True
    if left.rstrip()[-1:] in _CLOSED:
        after = text[verb.end:min(sentence.end, verb.end + 120)]
        if _PRONOUN_AFTER.match(after):
            return None, verb.end, False
        if (m := _AFTER.match(after)) and (name := _name(m.group(1))):
            return name, verb.end + m.end(), False
    # "the man", "officials": ends as a word does, which is asked before the words are looked through
    if (left[-1:].isalnum() or left[-1:] in ("_", " ")) and (m := _GENERIC.search(left[-80:])):
        words = m.group(1)
        if "to" not in words.split() and words.split()[-1] not in ("who", "which", "that", "and", "not", "was", "were", "is", "be", "been", "being", "to"):
            return words, verb.start - len(left[-80:]) + m.start(), True
    return None


def _antecedent(left: str, start: int) -> tuple[str | None, int, bool] | None:
    """Whom "who" means: the name or the kind of person right before it."""
    if (m := _named(left)) and (name := _name(m.group(1))):
        return name, start + m.start(1), True
    m = _GENERIC.search(left, max(0, len(left) - 80))
    return (m[1], start + m.start(), True) if m else None


def _named(left: str) -> re.Match[str] | None:
    """The name that ends these words, the longest; looked for only where the last word has a capital, or may follow a name."""
    last = left[left.rfind(" ") + 1:]
    if last == last.lower() and not last.endswith(_ENDS_AS_NAME):
        return None
    if "," in left:
        return next((m for c in _CAPITAL.finditer(left) if (m := _BEFORE.match(left, c.start()))), None) or (_IN_COMMAS.search(left) if last.endswith(",") else None)
    words = left.rsplit(None, _MOST_WORDS)  # no words stand between the name and the end: only the last ones may be part of it
    return next((m for c in _CAPITAL.finditer(left, len(words[0]) if len(words) > _MOST_WORDS else 0) if (m := _BEFORE.match(left, c.start()))), None)


def _verbs(text: str, words: Iterable[tuple[int, int, str]], sentences: Sequence[Span], quoted: Sequence[Span]) -> Iterator[tuple[Span, str, Span]]:
    """The verbs of speech outside quotations, each with the blank before it: (where, which, its sentence)."""
    if not sentences:
        return
    i, last = 0, len(sentences) - 1
    quotation, quotes = 0, len(quoted)
    for at, end, verb in words:
        start = at - 1
        behind = text[end:end + 1]
        if text[start:at] != " " or behind in _WITHIN or behind.isalnum():
            continue
        while i < last and sentences[i].end <= start:
            i += 1
        while quotation < quotes and quoted[quotation].end <= start:
            quotation += 1
        begins, ends = sentence = sentences[i]
        if begins <= start < ends and not (quotation < quotes and quoted[quotation].start <= start):
            yield _new(Span, (start, end)), verb, sentence


def attributions(text: str, part: tuple[int, int], sentences: Sequence[Span], quoted: Sequence[Span]) -> list[Attribution]:
    """Who speaks in a part of the text, by the verbs of speech and what is told "according to" somebody; its sentences and quotations are given."""
    found: list[Attribution] = []
    for where, verb, sentence in _verbs(text, places(text, SPEECH, part), sentences, quoted):
        got = _subject(text, where, sentence)
        if got is None:
            continue
        subject, at, before = got
        if before and verb not in _TAKES_CLAUSE and _PARTICIPLE.match(text, where.end):
            continue  # "prisoners promised as a gesture": a participle
        via = None
        if verb in ("told", "tells") and (m := _VIA.match(text, where.end, sentence.end)):
            via = m.group(1).rstrip(".")
        clause = _clause(text, where.end, verb in _TAKES_CLAUSE, sentence, at, before)
        found.append(Attribution(where.start, sentence, subject, via, clause, _pronoun(text, at, before) if subject is None else ""))
    done = 0
    for said in _ACCORDING_TO.finditer(text, *part):
        if said.start() <= done or (m := _ACCORDING.match(text, said.start() - 1)) is None:
            continue
        done = m.end()
        i = _index(sentences, m.start())
        name = _name(m.group(1).rstrip(" ."))
        if i >= 0 and name and _index(quoted, m.start()) < 0:
            agency = name if name.isupper() or name in ("Reuters", "Associated Press", "Agence France-Presse") else None
            found.append(Attribution(m.start(), sentences[i], None if agency else name, agency, sentences[i]))
    if quoted and quoted[0].start == part[0] and (m := _SIGNED.match(text, quoted[-1].end, part[1])) and m.end() == part[1] and (name := _name(m[1])):
        found.append(Attribution(m.start(1), Span(*part), name, None, Span(m.start(1), m.start(1))))
    return sorted(found)


def _pronoun(text: str, at: int, before: bool) -> str:
    """ "he" or "she" where the verb's subject is one of them: it starts at `at`, or stands behind the verb that ends there."""
    m = _HE_OR_SHE.match(text, at) if before else _HE_OR_SHE.match(text, at + 1)
    return m[0].lower() if m else ""


def _index(spans: Sequence[Span], at: int) -> int:
    """The index of the span that holds the offset, of disjoint ones in order; -1 where none does."""
    lo, hi = 0, len(spans)
    while lo < hi:
        mid = (lo + hi) // 2
        if spans[mid].end <= at:
            lo = mid + 1
        else:
            hi = mid
    return lo if lo < len(spans) and spans[lo].start <= at else -1


def _clause(text: str, verb_end: int, takes_clause: bool, sentence: Span, at: int, before: bool) -> Span:
    """What the speaker says in reported speech: before ", X said" or after "X said (that)"."""
    rest = text[verb_end:min(sentence.end, verb_end + 200)].strip(" .!?\"”’'\n")
    left = text[max(sentence.start, at - 50):at].rstrip()
    if before and (m := _ROLE.search(left)):
        left = left[:m.end(1)]
    if left.endswith((",", "”", '"')) and (len(rest) < 40 or not before):
        return Span(sentence.start, at)
    if not takes_clause and not text.startswith(" that ", verb_end):
        return Span(verb_end, verb_end)  # "reiterated its demand after a long meeting": the article's own words
    return Span(verb_end, sentence.end)
