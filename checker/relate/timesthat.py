"""Multiples of a figure told just before, in a sentence of its own: "Osk spends $400 a pupil. Selby spends $1,600, four times as much"; "called for 20 buses. It bought 80, four times as many as planned"; "had 300 members. Its membership has tripled, to 900"; and "twice as many men as women: 40 men and 20 women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.extract.hedges import kind_of, printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import within
from checker.relate.ratios import alike
from checker.relate.since import stems
from checker.relate.stems import stem
from checker.structure.document import Document

_TIMES = {"twice": Decimal(2), "double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "times": Decimal(0), "half": Decimal("0.5")}
_BECOME = {"doubled": Decimal(2), "tripled": Decimal(3), "trebled": Decimal(3), "quadrupled": Decimal(4), "quintupled": Decimal(5), "halved": Decimal("0.5")}
CUES = frozenset(_TIMES) | frozenset(_BECOME)
_NEVER = frozenset({"percent", "points", "temperature", "score", "vote", "ordinal", "age", "duration"})
_PERIODS = frozenset({"year", "month", "week", "day", "hour", "quarter"})
_FIT = 4  # times that the told multiple may be the real one
_SOON = 40  # characters from a figure to its multiple
_CLAUSE = 90  # characters from a multiple to its two figures
_HEDGES = "more than|less than|nearly|almost|about|roughly|some|around|just over|just under|over|close to|well over"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    many = "|".join(w for w, n in ONES.items() if 1 < n <= 12)
    return {
        "led": re.compile(rf"(?P<mark>,|\s?[—–]| --|\s?\(|,? or|,? (?:was|is|were|are))?(?: ?(?:or|a full|still))? ?(?:(?P<hedge>{_HEDGES}) )?(?:(?P<many>{many}|\d\d?(?:\.\d)?) )?$"),
        "as much": re.compile(r" as (?:many|much|high|large|big|long)(?=\s?[.;)—–]|,|\s--)| that(?: (?:much|many|number|figure|total|amount|sum))?(?=\s?[.;)—–]|,|\s--)"),
        "as planned": re.compile(r" (?:as (?:many|much|high|large|big|long)|the number|the amount|the sum|the total|what (?:was|had been|it had)) ?(?:as )?(?:had been |was |were |first |originally |it |they |he |she |had )*(?P<word>[a-z]+(?:ed|nt|ght|t))(?=\s?[.;)—–]|,|\s--)"),
        "as many as": re.compile(r" as many (?P<a>[a-z]+) as (?P<b>[a-z]+)(?![\w-])"),
        "to": re.compile(rf"(?: (?!and |but |from |while )[a-z’'-]+){{0,3}}?(?:,? to|, reaching|, and (?:is|was|stands at|stood at)(?: now)?) {HEDGE}"),
        "apart": re.compile(r"[“”\"]|\b(?:each|every|per|than|more|another|additional|extra|including|while|whereas|compared|among|up to|as many as|percent)\b"),
        "more than": re.compile(rf" (?:more|bigger|larger|higher|greater|longer|taller) than (?:(?:the|its|his|her|their|that of|[A-Z][\w.’-]*[’']s?|last [a-z]+[’']s|[a-z]+[’']s) ){{0,2}}(?:[a-z]+ ){{0,2}}?{HEDGE}$"),
        "that is": re.compile(rf"(?:that|this|it|which)(?:[’']s| is| was) (?:(?:{_HEDGES}) )?(?:[a-z]+ )?$"),
        "who gave": re.compile(rf" (?:as (?:much|many) as|the (?:sum|amount|number|total) (?:of|that|from)) [^.;:\d“”]*, (?:who|which|whose [a-z]+) (?:[a-z]+ ){{1,4}}?{HEDGE}$"),
        "word": re.compile(r"[a-z’'-]+"),
        "its": re.compile(r"\b(?:it|they|its|their|his|her|that|the|this)\b"),
    }


def times_that(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations multiple (then, now, told) of a figure beside a multiple and the only one of its kind in the sentence before, told by the same words."""
    for word in sorted(CUES & document.lowercase):
        for at in document.places(word):
            found = _become(document, mentions, word, at) if word in _BECOME else _times(document, mentions, word, at) or _more_than(document, mentions, word, at)
            if found is None:
                continue
            then, now, place, times, hedge = found
            if _fits(quantity(then), quantity(now), times):
                told = Mention("quantity", place, document.text[place.start:place.end], quantity(now))
                kind = "more than" if hedge in ("more than", "over", "just over", "well over") else "nearly" if hedge in ("nearly", "almost", "less than", "just under") else "about" if hedge else ""
                yield Relation("multiple", (("then", then), ("now", now), ("told", told)), {"times": str(times), "hedge": kind, "likely": "yes"})


def _times(document: Document, mentions: Sequence[Mention], word: str, at: int) -> tuple[Mention, Mention, Span, Decimal, str] | None:
    """ "Selby spends $1,600, four times as much", "bought 80, four times as many as planned"."""
    lower, patterns, end, sentence = document.lower, _patterns(), at + len(word), document.sentence_at(at)
    behind = patterns["as much"].match(lower, end) or patterns["as planned"].match(lower, end)
    if behind is None or word == "half" and not behind[0].startswith(" as "):
        return None
    own = [m for m in within(mentions, Span(sentence.start, at)) if _is_sum(quantity(m))]
    if not own or at - own[-1].span.end > _SOON:
        return None
    now = own[-1]
    led = patterns["led"].search(lower, now.span.end, at)
    if led is None or bool(led["many"]) == bool(_TIMES[word]) or not led["mark"] or not _plain_gap(lower[now.span.end:led.start()]):
        return None
    if sum(alike(quantity(m), quantity(now)) for m in own) > 1 or (then := _before(document, mentions, now, sentence, planned=behind.groupdict().get("word"))) is None:
        return None
    start = led.start("hedge") if led["hedge"] else led.start("many") if led["many"] else at
    return then, now, Span(start, behind.end()), _TIMES[word] or Decimal(ONES.get(led["many"]) or led["many"]), led["hedge"] or ""


def _more_than(document: Document, mentions: Sequence[Mention], word: str, at: int) -> tuple[Mention, Mention, Span, Decimal, str] | None:
    """ "$6 million, five times more than Hale's $1 million", "That is twice as much as the next one, Tice, who gave …" of the figure of the sentence before."""
    lower, patterns, end, sentence = document.lower, _patterns(), at + len(word), document.sentence_at(at)
    behind = within(mentions, Span(end, min(sentence.end, end + 140)))
    then = next(iter(behind), None)
    if then is None or not _is_sum(quantity(then)):
        return None
    first = next(iter(within(mentions, Span(max(sentence.start, at - 12), at))), None)  # the numeral of "five times"
    start = first.span.start if first is not None and word == "times" and quantity(first).unit in ("time", "") else at
    led = patterns["led"].search(lower, max(sentence.start, start - 30), at)
    if led is None or bool(led["many"]) == bool(_TIMES[word]):
        return None
    times = _TIMES[word] or Decimal(ONES.get(led["many"]) or led["many"])
    more = patterns["more than"].search(document.text, end, then.span.start)
    if more is not None and more.start() == end:
        own = [m for m in within(mentions, Span(sentence.start, start)) if _is_sum(quantity(m)) and _kin(quantity(m), quantity(then))]
        real = quantity(own[0]).low / quantity(then).low if len(own) == 1 else Decimal(0)
        if not real or abs(real - times - 1) < (times + 1) / 4 or patterns["apart"].search(lower, own[0].span.start, start) or "," in lower[end:then.span.start]:
            return None  # five times more may be six times as much
        now = own[0]
    elif len(behind) == 1 and patterns["that is"].fullmatch(lower, sentence.start, max(sentence.start, start)) and patterns["who gave"].fullmatch(document.text, end, then.span.start):
        index = document.sentence_index(at)
        near = [m for m in within(mentions, document.sentences[index - 1]) if _is_sum(quantity(m)) and _kin(quantity(m), quantity(then))] if index else []
        if len(near) != 1:
            return None
        now = near[0]
    else:
        return None
    return then, now, Span(start, then.span.end), times, led["hedge"] or ""


def _plain_gap(gap: str) -> bool:
    """Does nothing but the unit of the figure stand there ("a pupil", "of them")?"""
    return len(gap.split()) <= _WORDS and "," not in gap


_WORDS = 4


def _become(document: Document, mentions: Sequence[Mention], word: str, at: int) -> tuple[Mention, Mention, Span, Decimal, str] | None:
    """ "Since then its membership has tripled, to 900"."""
    lower, patterns, end, sentence = document.lower, _patterns(), at + len(word), document.sentence_at(at)
    following = within(mentions, Span(end, min(sentence.end, end + 60)))
    now = next(iter(following), None)
    if now is None or not _is_sum(quantity(now)) or not patterns["to"].fullmatch(lower, end, now.span.start) or any(_is_sum(quantity(m)) and alike(quantity(m), quantity(now)) for m in within(mentions, sentence) if m is not now):
        return None
    if not patterns["its"].search(lower, sentence.start, at) or " from " in lower[now.span.end:sentence.end] or (then := _before(document, mentions, now, sentence, become=lower[sentence.start:at])) is None:
        return None
    return then, now, Span(at, end), _BECOME[word], "about"


def _before(document: Document, mentions: Sequence[Mention], now: Mention, sentence: Span, planned: str | None = None, become: str | None = None) -> Mention | None:
    """The only figure of the kind in the sentence before, told by a word of the later one's or of what was planned."""
    lower, patterns = document.lower, _patterns()
    index = document.sentence_index(sentence.start)
    if not index or document.zone_index(document.sentences[index - 1].start) != document.zone_index(sentence.start):
        return None
    before = document.sentences[index - 1]
    near = [m for m in within(mentions, before) if _is_sum(quantity(m)) and _kin(quantity(m), quantity(now))]
    if len(near) != 1 or patterns["apart"].search(lower, *before) or patterns["apart"].search(lower, sentence.start, now.span.start):
        return None
    then = near[0]
    if planned is not None:
        return then if stem(planned) in {stem(w) for w in patterns["word"].findall(lower[before.start:before.end])} else None
    if become is not None:
        words = stems(lower[before.start:before.end])
        return then if words & {s for w in stems(become) for s in (w, w.removesuffix("ship"))} or re.search(r"\b(?:its|their) (?:price|number|value|size|cost|population)\b", become) else None
    if sentence.start <= now.span.start and (_led_word(lower, then) == _led_word(lower, now) or stems(lower[before.start:then.span.start]) & stems(lower[sentence.start:now.span.start])):
        return then
    return None


def _led_word(lower: str, m: Mention) -> str:
    """The verb right before a figure, in its common form."""
    words = _patterns()["word"].findall(re.sub(rf"{HEDGE}$", "", lower[max(0, m.span.start - 40):m.span.start]))
    return stem(words[-1]) if words else ""


def as_many_as(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations multiple of "twice as many men as women" and the two counts behind it."""
    lower, patterns = document.lower, _patterns()
    for at in document.places("many"):
        found = patterns["as many as"].match(lower, at - len(" as "))
        word = lower[max(0, at - 12):at].split()[-2:-1] if found else []
        if found is None or not word or word[0] not in _TIMES:
            continue
        end = at - len("as ")
        start = lower.rfind(word[0], 0, end)
        number = re.search(rf"(?:(?P<hedge>{_HEDGES}) )?(?P<many>[a-z]+|\d+(?:\.\d)?) $", lower[max(0, start - 30):start])
        times = _TIMES[word[0]] or (number and (Decimal(ONES[number["many"]]) if number["many"] in ONES else Decimal(number["many"]) if number["many"][0].isdigit() else Decimal(0)))
        sentence = document.sentence_at(at)
        counts = [m for m in within(mentions, Span(found.end(), min(found.end() + _CLAUSE, sentence.end))) if quantity(m).dimension == "count" and not quantity(m).ranged and not quantity(m).per]
        a, b = ([m for m in counts if quantity(m).noun.split()[-1:] == [found[g]]] for g in "ab")
        if not times or len(a) != 1 or len(b) != 1 or not _fits(quantity(b[0]), quantity(a[0]), times):
            continue
        place = Span(start, found.end())
        told = Mention("quantity", place, document.text[place.start:place.end], quantity(a[0]))
        yield Relation("multiple", (("then", b[0]), ("now", a[0]), ("told", told)), {"times": str(times), "hedge": "about", "likely": "yes"})


def _is_sum(q: Quantity) -> bool:
    return q.dimension not in _NEVER and not q.ranged and q.unit not in ("time", "year") and kind_of(q) not in ("most", "least", "under", "over") and q.low > 0


def _kin(a: Quantity, b: Quantity) -> bool:
    return (a.per == b.per or not b.per and a.per not in _PERIODS) and alike(a._replace(per=""), b._replace(per="")) and (a.dimension == b.dimension or {a.dimension, b.dimension} == {"count", "number"})


def _fits(then: Quantity, now: Quantity, times: Decimal) -> bool:
    """Is the multiple told within reason that of the two?"""
    real = printed(now)[0] / printed(then)[0] if printed(then)[0] else Decimal(0)
    return real > 0 and real <= times * _FIT and times <= real * _FIT
