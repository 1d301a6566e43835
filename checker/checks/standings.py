"""One team's or player's standing told twice: so many won and lost, a rank, a seed; who won is not whom he beat; a goal in a draw without goals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from checker.checks.base import occurrences
from checker.data.units import ONES, ORDINALS
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import alternatives, digits

_RANKS = frozenset({"ranked", "rated", "seeded", "seed"})
_PLACES = frozenset({*(word for word, number in ORDINALS.items() if number <= 20), "top"})
_LEAST = 4  # games of a season, at least
_FURTHEST = 200  # the last rank that is read
_BEATEN = frozenset("beat beats beating defeated defeats defeating edged outpointed overcame downed pipped outlasted".split())
_BARREN = frozenset({"goalless", "scoreless"})
_SCORED = frozenset("scored scores scoring netted nets headed goal goals equaliser equalizer".split())


class Standing(NamedTuple):
    """Whose it is, of what kind it is ("won", "ranked", "of the world", "seed"), its figures, and where it is told."""

    who: tuple[str, ...]
    kind: str
    figures: tuple[int, ...]
    span: Span


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    name = r"(?:The )?((?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+?)(?=[’']s?\b|[^\w’'-]|$)"
    place = rf"(?:(?:No\.|[Nn]umber) (\d{{1,3}}|{alternatives(ONES)})|((?i:{alternatives(_PLACES)})|\d{{1,3}}(?:st|nd|rd|th)))"
    record = r"(\d{1,2})-(\d{1,2})(?![\d-])"
    season = r"(?: (?:so far|this (?:season|year)|on the (?:season|year)|overall)\b)"
    return {
        "record": re.compile(rf"\b(?:[Tt]he |[Nn]ow[- ])(?:now[- ])?{record} (?:(?:[a-z]+|[A-Z]{{2,5}}) ){{0,3}}{name}"),
        "behind": re.compile(rf"{name}(?:,| are| is| were| was)? \(?(?:now )?{record}(?:{season}|\))"),
        "elsewhere": re.compile(r"\b(?:home|road|away|conference|league|division|against|vs|last (?:season|year)|since|all-time|career|games|years? ago|win|won|beat|lost|loss|lead|led|set|in (?:the|their) (?:last|past|previous)|record of|when)\b"),
        "before": re.compile(rf"(?<![\w-]){place}-(ranked|rated|seeded) {name}|(?<![\w-]){place}[- ](seed) {name}"),
        "after": re.compile(rf"{name},? (?:who (?:is|are) |is |are |the )?(?:(ranked|rated|seeded) {place}|{place} (seed))(?=[,.;)]| in the world| in the country| nationally)"),
        "then": re.compile(r"\b(?:then|former|formerly|last (?:year|season|week)|previous\w*|pre-?season|once|career|junior|doubles|highest|moved|clim\w+|rose|rise|fell|drop\w*|fall|slip\w*|poll|ago|earlier|will be|could|"
                           r"women[’']s|men[’']s|since|(?:19|20)\d\d|ranking|tournament|region\w*|conference)\b", re.I),
        "beat": re.compile(rf"([A-Z][\w’-]+)(?: has| have)? (?:{alternatives(_BEATEN)}) (?:(?:fellow|compatriot|rival|countryman|countrywoman|team-mate|teammate|the|defending|world|champion|favou?rite|[a-z]+-seeded) )*{name}"),
        "barren": re.compile(r"\b(?:scored|scores|scoring|netted|nets|headed (?:in|home)|opening goal|winning goal|first goal|late goal|equali[sz]er)\b[^.;:]{0,60}?\b(?:during|in|of) (?:the|a|an|their|[A-Z][\w]+[’']s?) "
                             r"(?:[\w’'-]+ ){0,2}?((?:goalless|scoreless)(?: [\w’'-]+){0,4}? (?:draw|tie|stalemate|match|game))\b"),
        "no goal": re.compile(r"\b(?:no|not|never|nobody|neither|disallowed|ruled out|chalked off|miss\w*|without|fail\w*|hardly|unable|\w+n[’']t|should have|could have|would have|nearly|almost|chance\w*)\b"),
    }


def standings(document: Document) -> Iterator[tuple[Span, Span]]:
    """The later and the earlier of two standings of one that cannot both be right."""
    found: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for told in sorted((*_records(document), *_ranks(document)), key=lambda s: s.span):
        found[told.kind, told.who[-1]].append(told)
    for (kind, _), told_of in found.items():
        first = told_of[0]
        other = next((s for s in told_of if s.figures != first.figures), None)
        if other is not None and len({s.figures for s in told_of}) == 2 and _is_one(first.who, other.who) and (kind != "won" or sum(first.figures) == sum(other.figures)):
            yield other.span, first.span


def _is_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Is the one name the end of the other?"""
    size = min(len(a), len(b))
    return a[-size:] == b[-size:]


def _records(document: Document) -> Iterator[Standing]:
    """ "the 24-0 Hawks", "the Hawks, 23-1 this season": so many won and lost, with no words of a part of the games."""
    text, words = document.text, document.distinct
    if words.isdisjoint(("season", "champion", "champions", "record", "overall", "unbeaten", "undefeated")):
        return
    p = _patterns()
    figured = {document.sentence_index(end) for _, end in digits(text) if text[end:end + 1] == "-" and text[end + 1:end + 2].isdigit()}
    sentences = [document.sentences[i] for i in sorted(figured)]
    for key in ("record", "behind") if sentences else ():
        for m in (m for s in sentences for m in p[key].finditer(text, *s)):
            a, b, who = (int(m[1]), int(m[2]), m[3]) if key == "record" else (int(m[2]), int(m[3]), m[1])
            bracketed = m[0][-1] == ")"  # what follows is what they did
            if a + b >= _LEAST and not (not bracketed and p["elsewhere"].search(text, m.end(), m.end() + 25)) and document.quotation_at(m.start()) is None:
                yield Standing(tuple(who.split()), "won", (a, b), Span(*m.span()))


def _ranks(document: Document) -> Iterator[Standing]:
    """ "the No. 1-ranked Hawks", "Ellery, the third seed,"; silent where the sentence speaks of other times or lists."""
    text = document.text
    told = _RANKS & document.lowercase
    if not told:
        return
    p, sentences = _patterns(), sorted({document.sentence_at(at) for word in told for at in occurrences(text, word)})
    for key in ("before", "after"):
        for m, sentence in ((m, s) for s in sentences for m in p[key].finditer(text, *s)):
            groups = [g.lower() if g.lower() in _PLACES else g for g in m.groups() if g is not None]
            kind = next(g for g in groups if g in ("ranked", "rated", "seeded", "seed"))
            number = next((n for g in groups if (n := _number(g)) is not None), None)
            who = next(g for g in groups if g[0].isupper())
            if number is not None and number < _FURTHEST and not p["then"].search(text, *sentence) and document.quotation_at(m.start()) is None:
                scale = "seed" if kind.startswith("seed") else "of the world" if document.lower.find("world", *sentence) >= 0 else "ranked"
                yield Standing(tuple(who.split()), scale, (number,), Span(*m.span()))


def _number(word: str) -> int | None:
    if word == "top":
        return 1
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return int(ORDINALS[word]) if word in ORDINALS else int(ONES[word]) if word in ONES else None


def beaten(document: Document) -> Iterator[tuple[Span, Span]]:
    """ "Ellery beat Holm … Holm's winning time", "Holm's victory over Ellery": of one meeting, told once."""
    text, words = document.text, document.lowercase
    if _BEATEN.isdisjoint(words) or words.isdisjoint(("winning", "victory", "win", "triumph")):
        return
    where = sorted({document.sentence_index(at) for verb in _BEATEN & words for at in document.places(verb)})
    told = [m for i in where for m in _patterns()["beat"].finditer(text, *document.sentences[i]) if document.quotation_at(m.start()) is None]
    pairs = {(m[1], m[2].split()[-1]) for m in told}
    for m in told:
        winner, loser = m[1], m[2].split()[-1]
        if (loser, winner) in pairs or any(loser == one for one, _ in pairs):
            continue
        won = re.compile(rf"\b{re.escape(loser)}[’']s? (?:winning (?:time|goal|run|putt|point|score|shot|margin|effort)|(?:[a-z-]+ )?(?:victory|win|triumph) over (?:[A-Z]\w+ )?{re.escape(winner)})\b")
        found = next((w for w in won.finditer(text) if not _patterns()["then"].search(text, *document.sentence_at(w.start()))), None)
        if found is not None:
            yield Span(*found.span()), Span(*m.span())


def barren(document: Document) -> Iterator[tuple[Span, Span]]:
    """ "scored the opening goal during the goalless draw", in one sentence."""
    words = document.lowercase
    if _BARREN.isdisjoint(words) or _SCORED.isdisjoint(words):
        return
    seen = -1
    for at in sorted(at for word in _BARREN for at in occurrences(document.lower, word)):
        sentence = document.sentence_at(at)
        m = _patterns()["barren"].search(document.text, *sentence) if sentence.start != seen else None
        seen = sentence.start
        if m is not None and not _patterns()["no goal"].search(document.text, *sentence):
            yield Span(*m.span(1)), Span(m.start(), m.start(1) - 1)
