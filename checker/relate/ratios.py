"""Two figures and what the sentence says of their ratio: so much a year, so many times, up or down, two shares of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.data.ways import FALLING, MOVED, RISING
from checker.data.words import HEDGES
from checker.extract.hedges import kind_of, printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity, unbounded
from checker.structure.document import Document
from checker.structure.words import alternatives

_LINKERS = frozenset(
    "or a an about some roughly around approximately nearly almost just average of at pace rate equal equals averaging equivalent to which that is "
    "works work out comes come amounts amounting meaning i.e in other words all total overall effectively for already now fully the span "
    "period stretch more than less over only exactly by well on merely fewer counting it its this that's that’s".split())
_HEDGED = {"over": "more than", "just over": "more than", "least": "more than", "almost": "nearly", "under": "nearly", "most": "nearly", "about": "about"}
_MARK = re.compile(r"[,(—–;:]|--| - |\bor\b|\bthat is\b|\bwhich\b")
_WORD = re.compile(r"[A-Za-z.’']+")
_LETTERS = re.compile("[a-z]+")
_TIMES: dict[str, int | Decimal] = {"double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "twice": 2, "twofold": 2, "triple": 3, "tripled": 3, "tripling": 3, "triples": 3,
          "trebled": 3, "trebling": 3, "thrice": 3, "threefold": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quadruples": 4,
          "fourfold": 4, "quintupled": 5, "quintupling": 5, "fivefold": 5, "tenfold": 10, "halved": Decimal("0.5"), "halving": Decimal("0.5")}
_MULTIPLES = ("half as", "time", "doubl", "trebl", "tripl", "upl", "fold", "twice", "halv")  # what a word of a multiple has in it
_PAST = {w for w in RISING | FALLING if w.endswith(("ed", "ing"))} | set("rose risen grew grown fell fallen shrank slid sank rises falls grows drops climbs leapt".split())
_UP, _DOWN = frozenset(_PAST & RISING) | {"up", "higher"}, frozenset(_PAST & FALLING) | {"down", "lower"}
_OF_THE = re.compile(rf"(?:\d|\b(?:{'|'.join(ONES)}|half|most|all|some|none)) (?:out )?of (?:the |its |their |all |his |her )?$", re.I)
_MOST_PERCENT = 1000
_UNIT_ONCE = frozenset({"money", "mass", "length", "volume", "area"})  # "93 pesos, up from 95"
_IN_CENTS = re.compile(r"(?:\d ?(?:p|c|¢)|pence|penny|cents?|cts?)\b|¢")
_PLAIN = {"is", "was", "are", "were", "went"}  # "was up from" is of `leads`
_PARTICLES = frozenset({"up", "down", "higher", "lower"})
_ANYBODY = frozenset("americans voters people public respondents adults citizens residents country electorate the it them".split())
_WHOSE = re.compile(r" of ((?:[A-Za-z’'-]+ ?){1,3})")
_DEAL = re.compile(r"^(?: [a-z-]+){0,2} (?:contract|deal|agreement|grant|lease|plan|programme|program|loan|package|settlement|pact)\b|\bworth\b")
_RANKED = re.compile(r"(?:\b(?:rank|ranked|ranking|place|spot|seed|seeded|position|No\.|number(?! of)) |#)[^.]{0,30}$", re.I)
_IN_RANKS = re.compile(r"(?: [a-z]+)? (?:in|on) (?:the |its |his |her |their )?(?:[\w’'-]+ ){0,3}?(?:table|standings|rankings?|charts?|league|list)(?![\w-])")
_OF_PACE = frozenset({"slowed", "eased", "accelerated"})  # who slows takes longer
_OR = re.compile(r",? or (?:about |some |nearly |just )?")
_EARLIER = re.compile(r"(?: of [a-z]+)?(?: [a-z]+)? (?:an? |the )?(?:earlier|last|year|month|quarter|week|day|decade|generation|season|previous|prior|same|in (?:the same|the (?:spring|summer|autumn|winter)|(?:19|20)\d\d|[A-Z])|"
                      rf"(?:{'|'.join(ONES)}|\d\d?) (?:years|months|weeks|decades) (?:ago|earlier|before))")
_SIDED = ("prov", "avo", "support", "back", "ppos", "agr", "satisf", "trust", "sitiv", "gativ")  # what their words have in them
_GREW_TO = re.compile(r"(?: [a-z-]+){0,3} to (?:(?:about|nearly|almost|more than|over|some|around|roughly|just|an?|the) )*")
_APART = 110  # characters between a figure and what it is so many times of
_MANY_TIMES = ("twice", "double", "triple", "quadruple", "times", "half as")
_SO_MANY_TIMES = re.compile(r"(?: (?:of|for|to|in|by|who|on|with|from)? ?[a-z’'-]+){0,7}((?:[\s,(—–-]+|,? or )(?:or |is |was |about |nearly |almost |more than |roughly |some )*"
                            r"(twice|double|triple|quadruple|half(?= as )|(?:two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?) times) "
                            r"(?:as (?:many|much|large|big|high) as )?(?:[A-Z][\w.’-]*[’']s? )?(?:[a-z’'-]+ ){0,5})")
_TO_DO = re.compile(r" (?:that|this|the) (?:many|number|figure|amount|total)? ?to ")  # "twice that number to fill the 110-seat hall"
_OF_A_LIST = re.compile(r"\b(?:lists?|charts?|ranking|rankings|top \d+|top (?:ten|twenty|fifty)|positions?|places?|risers?|fallers?|league table|poll)\b", re.I)
_LONGEST_LIST, _LIST_BACK = 200, 250  # places, and characters back to its mention
_SIDES = {form: (key, side) for key, (yes, no) in enumerate(
    (("approve", "disapprove"), ("favor favour support back", "oppose"), ("agree", "disagree"), ("favorable favourable favorability favorably",
     "unfavorable unfavourable unfavorability unfavorably"), ("satisfied", "dissatisfied"), ("trust", "distrust"), ("approval", "disapproval"),
     ("positive positively", "negative negatively"))) for side, forms in ((0, yes), (1, no)) for w in forms.split()
    for form in (w, w + "s", w + "d", w + "ed", w.rstrip("e") + "ing")}
_SIDES |= {"supported": (1, 0), "supports": (1, 0), "opposed": (1, 1), "opposes": (1, 1), "opposition": (1, 1)}


def linked(gap: str, most: int = 7) -> bool:
    """Do these characters only set off what follows as the same thing in other terms: a mark or "or", and linking words?"""
    words = _WORD.findall(gap)
    return len(words) <= most and all(w.lower().strip(".’'") in _LINKERS for w in words) and not any(c.isdigit() for c in gap) \
        and bool(_MARK.search(gap))


def ratios(document: Document, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """Relations of the figures of a sentence, which is given in small letters."""
    text = document.text
    if len(figures) > 2:
        yield from _rates(text, figures)
    if " from " in sentence or ", compared " in sentence:
        yield from _directions(text, document.lower, figures)
    if any(map(sentence.__contains__, _MULTIPLES)):
        yield from _multiples(text, figures, document.sentence_at(figures[0].span.start).start)


def sides(text: str, figures: Sequence[Mention], start: int, end: int) -> Iterator[Relation]:
    """Two shares that answer one question both ways: "52 percent approve, 55 percent disapprove"."""
    shares = [m for m in figures if quantity(m).dimension == "percent"]
    if len(shares) > 1:
        yield from _sides(text, shares, start, end)


def _rates(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "$12m over three years, or $4m a year", "a three-year, $12m contract, worth $4m a year": whole, length, rate."""
    for a, b, c in zip(figures, figures[1:], figures[2:], strict=False):
        rate = quantity(c)
        if not rate.per:
            continue
        for whole, length in ((a, b), (b, a)):
            w, n = quantity(whole), quantity(length)
            if n.dimension != "duration" or not (w.dimension == rate.dimension and w.unit == rate.unit or w.dimension == "count" and rate.dimension == "number") or rate.per != n.unit or w.per:
                continue
            between, behind = text[a.span.end:b.span.start].lower(), text[b.span.end:c.span.start]
            if whole is a and len(between) <= 60 and re.search(r"\b(?:over|in|across|during|for|within|through)\b[a-z ]*$", between) and not re.search(r"[.;:]", between):
                told = linked(behind)
            else:
                told = between in (", ", " ") and linked(_DEAL.sub("", behind))
            if told and not any(m.span.end < whole.span.start and alike(quantity(m), w) and abs(quantity(m).low - rate.low * n.low) * 20 < quantity(m).low for m in figures):  # "$12 million of a $240 million budget over four years"
                yield Relation("rate", (("whole", whole), ("length", length), ("rate", c)))


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    hedge = r"(?:(?:" + "|".join(sorted((re.escape(h) for h in HEDGES), key=len, reverse=True)) + r"|just|only|an?|the) )*(?:(?:last|the (?:previous|prior|preceding)|(?:mon|tues|wednes|thurs|fri|satur|sun)?yester)[ -]?[a-z]*[’']s )?"
    move = alternatives(_UP | _DOWN)
    after = re.compile(rf"(?:[^.;:()\d]|(?<= )(?:19|20)\d\d(?!\d|,\d)){{0,64}}?[\s,(—–-]+({move})(?: [a-z]+ly| slightly| steadily)? from {hedge}", re.I)
    verbs = alternatives((_UP | _DOWN) - _PARTICLES)
    path = re.compile(rf"\b(?:({verbs})\b((?:(?!\b(?:{move}|and|but|while|as|to (?:[a-z]+ )?[$£€]?\d[\d.,]*(?! \w+day))\b)[^.;:()]){{0,70}}?)|(?:{'|'.join(sorted(MOVED - _PLAIN))})(?: [a-z]+ly| back| an? (?:bit|little|touch|notch|tad|shade))? "
                      rf"(up|down|higher|lower)(?: [a-z]+ly)?)(?:,? |,)from {hedge}$", re.I)
    target = re.compile(r"(?: (?!and |but |or |from )(?:[A-Za-z.]+|(?:19|20)\d\d)){0,5},? to " + hedge, re.I)
    slow = "slows|slowing|slowdown|cut|weakened|deceleration|decrease|drop|fall|decline"
    fast = f"lifted|(?:{'|'.join(sorted(MOVED - _PLAIN))})(?: [a-z]+ly| back)? up|acceleration|increase|rise|upturn"
    arrow = re.compile(rf"\b(?:(?P<up>{alternatives(_UP - _PARTICLES)}|{fast}|higher)|(?:{alternatives(_DOWN - _PARTICLES)}|{slow}|down|lower))\b"
                       rf"(?:(?!\b(?:{move}|and|but|while|as|cut|from)\b|, [a-z]+ing\b)[^.;:()]){{0,50}}? to {hedge}$", re.I)
    source = re.compile(rf"(?:(?! and | but | or | to )(?: [A-Za-z.]+| (?:19|20)\d\d)){{0,5}},? (from|compared (?:with|to)) {hedge}", re.I)
    return after, path, target, arrow, source


def _directions(text: str, lower: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "41 percent, down from 35", "rose from 34 to 21": the figures before and now, and the word that says which way."""
    after, path, target, arrow, source = _shapes()
    for earlier, a, b in zip([None, *figures], figures, figures[1:], strict=False):
        if not (alike(quantity(a), quantity(b)) or told_once(a, b)) or _OF_THE.search(text, max(0, a.span.start - 24), a.span.start):
            continue  # "20 of the 35 seats, down from 22": it is the 20 that went down
        between, small = text[a.span.end:b.span.start], lower[a.span.end:b.span.start]
        if " from " in small and (m := after.fullmatch(between)):
            if between.endswith(("’s ", "'s ")) and " and " in between[:m.start(1)]:
                continue  # "12 million for roads and this year's total, up from last year's 14 million"
            if _plain_move(m[1]) and not _is_place(text, a, b) and not _RANKED.search(text, max(0, a.span.start - 45), a.span.start):
                told = Span(a.span.end + m.start(1), b.span.end)
                if between[:m.start(1)] in (", ", " — ", " (") and (other := _against(text, a, m[1], arrow)) is not None:
                    yield other._replace(roles=(*other.roles[:1], ("then", b), *other.roles[2:]), facts={**other.facts, "apart": "yes"})
                yield _direction(text, told, m[1], earlier if earlier is not None and _apposed(text, earlier, a, b) else a, b)
        elif " to " in small and target.fullmatch(between) and (m := path.search(text, max(0, a.span.start - 110), a.span.start)):
            if not (m[1] and m[1].lower() in _OF_PACE and quantity(a).dimension == "duration") and not _IN_RANKS.match(text, b.span.end):
                yield _direction(text, Span(m.start(), m.end(1) if m[1] else m.end(3)), m[1] or m[3], b, a)
        elif ("from" in between or "compared" in between) and (m := source.fullmatch(between)) and (found := arrow.search(text, max(0, a.span.start - 90), a.span.start)):
            ranked = _RANKED.search(text, max(0, a.span.start - 45), a.span.start) or quantity(a).dimension in ("ordinal", "duration") or _IN_RANKS.match(text, b.span.end)
            of_others = not found["up"] and quantity(b).unit and not quantity(a).unit  # "whittled down to 12 from 10 countries"
            if not ranked and not of_others and (m[1] == "from" or _EARLIER.match(text, b.span.end)):
                yield _direction(text, Span(found.start(), a.span.end), "up" if found["up"] else "down", a, b)


def _against(text: str, now: Mention, word: str, arrow: re.Pattern[str]) -> Relation | None:
    """The verb that leads to a figure and goes the other way than the word behind it: "slipped to 52 percent, up from 47"."""
    found = arrow.search(text, max(0, now.span.start - _APART // 2), now.span.start)
    if found is None or found[0].count(" ") > 2 or bool(found["up"]) == (word.lower() in _UP) or quantity(now).dimension in ("ordinal", "duration"):
        return None
    return _direction(text, Span(found.start(), now.span.end), "up" if found["up"] else "down", now, now)


def _apposed(text: str, earlier: Mention, a: Mention, b: Mention) -> bool:
    """Is `a` only the one before it in other terms, which is the one that came from `b`: "$86 million, or 85 cents a share, up from $108 million"?"""
    if not alike(quantity(earlier), quantity(b)) or not _OR.fullmatch(text, earlier.span.end, a.span.start):
        return False
    one, two, then = (max(quantity(m).high, Decimal(1)) for m in (earlier, a, b))
    return max(one, then) * min(two, then) < max(two, then) * min(one, then)


def of_earlier(text: str, end: int) -> bool:
    """Is the figure that ends there said to be of an earlier time ("412 the week before")?"""
    return _EARLIER.match(text, end) is not None


def ranked(text: str, stretch: Span) -> bool:
    """Are the figures that stand there places in a ranking, which go down as they rise?"""
    return _RANKED.search(text, max(0, stretch.start - 45), stretch.start) is not None or _IN_RANKS.match(text, stretch.end) is not None


def _is_place(text: str, now: Mention, then: Mention) -> bool:
    """Are the two bare numbers places of a list that the text speaks of just before ("Ant and Dec at five, up from 13")? They go down as they rise."""
    return text.endswith(" at ", 0, now.span.start) and not (quantity(now).unit or quantity(then).unit) and quantity(then).high <= _LONGEST_LIST \
        and _OF_A_LIST.search(text, max(0, now.span.start - _LIST_BACK), now.span.start) is not None


def _plain_move(word: str) -> bool:
    return word.lower() in _PARTICLES or word.lower() in ("rising", "falling")


def _direction(text: str, told: Span, word: str, now: Mention, then: Mention) -> Relation:
    way = "up" if word.lower() in _UP else "down"
    cue = Mention("quantity", told, text[told.start:told.end], then.value)
    return Relation("direction", (("now", now), ("then", then), ("told", cue)), {"way": way})


def alike(a: Quantity, b: Quantity) -> bool:
    """Are the two of one unit, so that the one can be more or less than the other?"""
    if a.ranged or b.ranged or a.per != b.per and a.per and b.per or a.dimension in ("vote", "score", "temperature"):
        return False
    if {a.dimension, b.dimension} <= {"count", "number"}:
        return not (a.unit and b.unit and a.unit != b.unit)
    if "number" in (a.dimension, b.dimension):
        if "percent" in (a.dimension, b.dimension) and max(a.high, b.high) > _MOST_PERCENT:
            return False  # "340 billion won, or 7% of sales, up from 270 billion"
        return a.dimension in ("percent", "count") or b.dimension in ("percent", "count")
    return a.dimension == b.dimension and a.unit == b.unit


def told_once(a: Mention, b: Mention) -> bool:
    """Is the unit of the one that of the other, too ("93 pesos, up from 95")? Cents and pence are not: "33p to 283, well below the 330p"."""
    p, q = quantity(a), quantity(b)
    if p.dimension == "number":
        a, p, q = b, q, p
    return q.dimension == "number" and p.dimension in _UNIT_ONCE and not (p.ranged or q.ranged) and not _IN_CENTS.search(a.text)


_OF_WHAT = re.compile(r" the ([a-z-]+) of ")
_AMOUNTS = frozenset("number total amount figure rate level size sum price cost value average share toll tally count pace volume output speed length weight height".split())


def _of_another(words: str, now: Quantity) -> bool:
    """Is it so many times something else that is counted: "31 boats and twice the fish of our 53"?"""
    what = _OF_WHAT.search(words)
    return what is not None and now.noun != "" and what[1] not in _AMOUNTS and what[1] not in now.noun.lower()


def _multiples(text: str, figures: Sequence[Mention], start: int) -> Iterator[Relation]:
    """ "doubled from 10 to 21", "5,000 agents, three times the 1,000 of a year earlier": before, now and the multiple told."""
    for a, b in zip(figures, figures[1:], strict=False):
        if not alike(quantity(a), quantity(b)) or b.span.start - a.span.end > _APART:
            continue
        between = text[a.span.end:b.span.start]
        if " to " in between and _GREW_TO.fullmatch(between):
            if (found := _verb(text, max(start, a.span.start - 110), a.span.start)) is not None:
                yield Relation("multiple", (("then", a), ("now", b), ("told", found[0])), {"times": found[1], "hedge": found[2]})
        elif any(map(between.__contains__, _MANY_TIMES)) and (m := _SO_MANY_TIMES.fullmatch(between)):
            times = Decimal("0.5") if m[2] == "half" else number_of(m[2].split()[0])
            if times and m[1].strip(" ,(—–-") and not _TO_DO.search(m[1]) and not _of_another(m[1], quantity(a)):
                at = a.span.end + m.start(2)
                told = Span(at, b.span.end)
                hedge = "more than" if "more than" in m[1] else "nearly" if re.search("nearly|almost", m[1]) else "about" if re.search("about|roughly|some", m[1]) else ""
                then = unbounded(b) if " as " in m[0] else b
                yield Relation("multiple", (("then", then), ("now", a), ("told", Mention("quantity", told, text[told.start:told.end], b.value))),
                               {"times": str(times), "hedge": hedge})
    for a, b, c in zip(figures, figures[1:], figures[2:], strict=False):
        # "twelve, three times the four of": the numeral of "three times" is a figure of its own
        if quantity(b).unit == "time" and alike(quantity(a), quantity(c)) and c.span.start - a.span.end < 110:
            between, behind = text[a.span.end:b.span.start], text[b.span.end:c.span.start]
            if re.fullmatch(r"(?: [A-Za-z’'-]+){0,5}[\s,(—–-]+(?:or |is |was |a |that is |about |nearly |some |roughly |almost |(?:(?:well |just )?(?:more than|over)) |less than )*", between) and _MARK.search(between) and \
                    re.fullmatch(r" (?:as (?:many|much|large|big|high) as )?(?:[A-Z][\w.’-]*[’']s?|the|last|that|its|their|a|in)?(?: ?[a-z’'-]+){0,4} ", behind):
                told = Span(b.span.start, c.span.end)
                times = printed(quantity(b))[0]
                then = unbounded(c) if " as " in behind else c
                yield Relation("multiple", (("then", then), ("now", a), ("told", Mention("quantity", told, text[told.start:told.end], c.value))),
                               {"times": str(times), "hedge": _HEDGED.get(kind_of(quantity(b)), "")})


def number_of(word: str) -> Decimal | None:
    """The number that a word of a multiple, a numeral or digits tell; None for any other."""
    if word in _TIMES:
        return Decimal(_TIMES[word])
    if word in ONES:
        return Decimal(ONES[word])
    return Decimal(word) if word.replace(".", "", 1).isdigit() else None


def _verb(text: str, start: int, end: int) -> tuple[Mention, str, str] | None:
    """The last "doubled", "tripling", … before the figures of "from … to …", with its multiple and hedge."""
    if not re.search(r"\bfrom (?:(?:about|nearly|almost|more than|over|some|around|roughly|just|an?|the) )*$", text[start:end]):
        return None
    return multiple_of(text, start, end)


def multiple_of(text: str, start: int, end: int) -> tuple[Mention, str, str] | None:
    """The last verb of a multiple in [start, end) with nothing else told behind it: its mention, the multiple as digits, and the kind of its hedge."""
    stretch = text[start:end]
    found = [(m, w) for m in re.finditer(r"[A-Za-z]+", stretch) if (w := m[0].lower()) in _TIMES and w not in ("double", "twice", "triple", "quadruple")]
    if not found or re.search(r"[;.]\s|\band\b", stretch[found[-1][0].end():]):
        return None
    m, word = found[-1]
    before = stretch[:m.start()].split()[-3:]
    hedge = "nearly" if {"nearly", "almost"} & set(before) else "more than" if before[-2:] == ["more", "than"] else "about" if before[-1:] in (["about"], ["roughly"]) else ""
    span = Span(start + m.start(), start + m.end())
    return Mention("quantity", span, m[0], Quantity(Decimal(_TIMES[word]), Decimal(_TIMES[word]), "number")), str(_TIMES[word]), hedge


def _sides(text: str, shares: Sequence[Mention], start: int, end: int) -> Iterator[Relation]:
    lower = text[start:end].lower()
    if not any(map(lower.__contains__, _SIDED)) or _SIDES.keys().isdisjoint(_LETTERS.findall(lower)):
        return
    words = [(m.start() + start, m[0].lower()) for m in re.finditer(r"[A-Za-z]+", text[start:end])]
    for a, b in zip(shares, shares[1:], strict=False):
        one = [_SIDES[w] for at, w in words if a.span.end <= at < b.span.start and w in _SIDES]
        last = next((m.span.start for m in shares if m.span.start > b.span.start), end)
        two = [_SIDES[w] for at, w in words if b.span.end <= at < min(last, b.span.end + 60) and w in _SIDES]
        between = text[a.span.end:b.span.start].lower()
        if one and two and one[0][0] == two[0][0] and one[0][1] != two[0][1] and len(between) < 110 and " among " not in between \
                and _one_group(group_of(text, a), group_of(text, b)):
            yield Relation("sides", (("part", a), ("part", b)))


def group_of(text: str, share: Mention) -> str:
    """Whose share it is: "registered republicans" in "52 percent of registered Republicans approve", "" where nobody or everybody is named."""
    m = _WHOSE.match(text, share.span.end)
    return "" if m is None or not _ANYBODY.isdisjoint(m[0].lower().split()) else m[1].lower()


def _one_group(one: str, two: str) -> bool:
    return one == two or not two
