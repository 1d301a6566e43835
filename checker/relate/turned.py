"""Which way a figure went, told of a word that stands for it: "In May 55 percent agreed. That is up from 63 percent a year ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.ways import FALLING, RISING
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity, unbounded
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_NEVER = frozenset({"points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_BEFORE = 110  # characters before a figure in which its way is told
_FEW = 16  # figures before one among which is the one that a word points back to
_SENTENCES = 3  # before a noun that stands for a change
_FAR = 20  # times that the one may be the other


_NOUNS = "number|figure|share|rate|total|percentage|proportion|sum|amount|count|tally|toll|average|price|level|result|score|turnout|reading|budget|ratio|mark|limit|cap|quota|ceiling|rent|fee|fare|tax|wage|pay|salary|minimum|deficit|debt|population|force|staff"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    way = r"(?:(?P<up>up|higher|an? (?:[a-z]+ )?(?:increase|rise|jump|gain|improvement|climb|surge|leap|pickup|uptick|upturn)|(?:has |had )?(?:risen|climbed|grown|increased|jumped|soared|surged))|" \
          r"down|lower|an? (?:[a-z]+ )?(?:decrease|drop|fall|decline|dip|reduction|slide|plunge|slowdown|downturn)|(?:has |had )?(?:fallen|dropped|declined|decreased|slipped|plunged|shrunk))"
    told = re.compile(rf"(?:(?:^|[.”\")] |\n|, |; |— |– |-- |\band |\bbut )(?:it|that|this)(?:[’']s)?|\b(?:the|that|this) (?:overall |total |national |latest |new |current |same )?(?:{_NOUNS})(?:[’']s)?)"
                      rf"(?: (?:is|was|are|were|has been|had been|marks|marked|represents|represented|would be|still|itself))*(?: (?:actually|still|slightly|sharply|well|far|significantly|only|just|also|a bit|a little|markedly|considerably|"
                      rf"dramatically|way))* ?(?P<way>{way})(?: (?:slightly|sharply|significantly|dramatically|steadily|considerably|in [a-z]+))?,? (?:from|on) {HEDGE}(?:(?:record|previous|earlier|revised|high of|low of|peak of|record high of|record low of|dismal|modest|mere|all-time high of) )*{HEDGE}$", re.I)
    ups, downs = (alternatives(words - _OTHER_WAYS) for words in (RISING, FALLING))
    will = rf"(?:^|[.”\"] |\n|, |; |— |– |-- |\band |\bbut )(?:it|that|this|which|(?:the|that|this) (?:{_NOUNS}))(?: (?:is|was|were|are))?(?: (?:now|then|also|still|soon))*(?: (?:would|will|could|may|might|is to|was to|is set to|was set to|is due to|is expected to|was expected to|is scheduled to|is projected to))" \
           rf"(?: (?:then|soon|gradually|eventually|further|[a-z]+ly|be))* (?P<way>(?P<up>{ups})|{downs})(?: (?:slightly|sharply|significantly|dramatically|steadily|considerably|further|back|again|next year|in [a-z]+|in (?:19|20)\d\d|by (?:19|20)\d\d))?,? to {HEDGE}$"
    noun = rf"\b(?:the|this|that|such an?) (?:(?:proposed|planned|latest|new|monthly|annual) )?(?P<way>(?P<up>increase|rise|hike|raise|jump|expansion)|cut|reduction|decrease|drop|decline)(?: in (?:the )?[a-z]+(?: [a-z]+)?)? to {HEDGE}$"
    return told, re.compile(will), re.compile(noun)


_OTHER_WAYS = frozenset({"up", "down", "higher", "lower"})


def turned(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations direction (now, then, told) of figures behind "from" and the only one of their kind that the words before point back to."""
    lower, (was, will, noun) = document.lower, _patterns()
    for i, m in enumerate(mentions):
        start = m.span.start
        near = lower[max(0, start - 40):start]
        if " to " not in near and " from " not in near or quantity(m).dimension in _NEVER or quantity(m).ranged:
            continue
        near = near.rpartition("\n")[2]
        back = " from " in near.rpartition(". ")[2]
        named = not back and " to " in near and any(map(near.__contains__, _NAMED))
        if not back and not named and not (" to " in near and any(map(near.__contains__, _MODALS))):
            continue
        sentence = document.sentence_at(start)
        first = max(sentence.start - 2, start - _BEFORE, 0)
        acts = (was if back else will).search(lower, first, start)
        found = acts or (noun.search(lower, first, start) if named else None)
        if found is None or lower.startswith((" to ", "-", " from "), m.span.end):
            continue
        other = _pointed(document, mentions[max(0, i - _FEW):i], m, found.start(), sentence, far=acts is None)
        if other is not None:
            now, then = (other, m) if back else (m, other)
            if "average" in quantity(now).hedge:
                now = unbounded(now, 0)  # an average is as printed
            told = Span(found.start("way"), m.span.end)
            yield Relation("direction", (("now", now), ("then", then), ("told", m._replace(span=told, text=document.text[told.start:told.end]))),
                           {"way": "up" if found["up"] else "down", "apart": "yes", **({"noun": "yes"} if acts is None else {})})


_NAMED = ("increase", " rise ", "hike", " raise ", " jump ", "expansion", " cut ", "reduction", "decrease", " drop ", "decline")
_MODALS = ("would", "will", "could", "may", "might", "is ", "was ")


def _pointed(document: Document, mentions: Sequence[Mention], then: Mention, at: int, sentence: Span, *, far: bool = False) -> Mention | None:
    """The only figure of the kind in the sentence up to there, else in the one before, of the same paragraph; a noun may stand for what was told `far` before."""
    index = document.sentence_index(sentence.start)
    before = document.sentences[max(0, index - (_SENTENCES if far else 1))].start
    if not far and document.zone_index(before) != document.zone_index(at):
        before = sentence.start
    near = [m for m in mentions[first_from(mentions, before):] if m.kind == "quantity" and alike(quantity(m), quantity(then)) and quantity(m).dimension not in _NEVER and (not far or quantity(m).per == quantity(then).per)]
    own = [m for m in near if m.span.start >= sentence.start]
    found = own or near
    if len(found) != 1 or quantity(found[0]).ranged or not _one_kind(quantity(found[0]), quantity(then)):
        return None
    low, high = sorted((quantity(found[0]).low, quantity(then).low))
    return found[0] if low > 0 and high <= low * _FAR else None


def _one_kind(now: Quantity, then: Quantity) -> bool:
    """Are both told in one unit, or is the later-told one a bare number behind a count or a percentage?"""
    return now.dimension == then.dimension and now.unit == then.unit or then.dimension == "number" and now.dimension in ("count", "percent")
