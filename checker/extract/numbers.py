"""Quantities: figures with their currency, unit or counted noun, as intervals that hold hedge and range.

One pass over words and digits; what starts no number costs a set look-up. Left out: years, dates, clock times (`times`),
what a number only labels ("Boeing 747", "page 5", "G-20", "9/11"), telephone numbers, list numbers, "one" as a pronoun.
Widths of hedges are in `hedges`, of votes, scores and ranges in `pairs`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from checker.data.units import VULGAR
from checker.data.words import PER, STOP
from checker.extract import compounds, hedges, money, nouns, numerals, pairs, spelled, times, units
from checker.extract.labels import labelled
from checker.extract.numerals import Numeral
from checker.extract.spelled import STARTS
from checker.model import Dimension, Mention, Quantity, Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import digits, foreign

_CHAIN = re.compile(r"\d[\d,.]*(?:[-–—/:]\d[\d,.]*){2,}|\d+(?:/|:)\d+")
_CHAINED = frozenset(",.-–—/:")  # what the first figure of a chain goes on with
_PER = re.compile(r"(?:/|[ ](per|an?|each|every)[ ]|-an?-|-per-)(?:square |cubic )?([a-z]+)(?! (?:ago|earlier|before|later|after|previously|hence|from now)\b)(?![a-z])")
_PER_BEGINS = frozenset("pae")  # "per", "a", "an", "each", "every"
_RATED = frozenset({"money", "percent", "count", "volume", "mass", "length", "number"})
_ONE = Decimal(1)
_HALF = ("half-", "Half-", "alf-a-")  # "half-dozen", "half-a-million"
_ONES = frozenset({"one", "One"})
_CLOSES = frozenset(".,;:!?)]”\"")  # behind a figure with no word after it: nothing measures it
_new = tuple.__new__  # a named tuple is made at half the price
_AGED = re.compile(r"(?<![A-Za-z])(?:[Aa]ged?|[Aa]ges)[ ](?:of )?$")
_AGED_ENDS = frozenset({"ge ", "ed ", "es ", "of "})
# how what measures or prices a figure begins; a word apart from the figure that is none of these is at most what it counts
_AMERICAN = " U.S. dollar"  # whose full stops part it from the figure
_MEASURES = frozenset({*units.BEGINS, *money.BEGINS, "of"})
_AGE_AFTER_NAME = re.compile(r"[A-Z][\w’'.-]*\.?,[ ]$")
_OF_THE = re.compile(r" of (?:the |its |their |his |her |these |those )?")
_OF_ITS = re.compile(r" of (?:its|their|his|her|our) ")  # "14 of its clinics" are 14 clinics; of "14 of the clinics" another figure tells how many the clinics are
_OF_SO_MANY = frozenset({" in ", "ery "})
_ONES_UP = "one|two|three|four|five|six|seven|eight|nine|[1-9]"
_PROPORTION = re.compile(rf"(?<![\w.,-])(?:(one|1) in|(?:{_ONES_UP}) in|(?:{_ONES_UP}) (?:in|of|out of|for) every) $", re.IGNORECASE)
_ROUND = frozenset({3, 4, 5, 10, 20, 100, 1000})
_IN_SO_MANY = re.compile(r" in (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|a hundred|\d{1,3})(?: people)?"
                         r"(?=[.,;:?!]|\s(?:was|were|is|are|has|have|had|did|does|do|will|would|can|could|may|might|must|said|says|who|that|now|still)\b)")
_PAST = re.compile(r"[\d,.]*\d")
_OF_A = re.compile(r" of (?:an? )?(?=[a-z])")


class Core(NamedTuple):
    """A numeral with the currency before it: `begin` is where the sign stands."""

    begin: int
    numeral: Numeral
    currency: str = ""


class Meaning(NamedTuple):
    """What a figure measures, where it ends, and what its printed value is multiplied by."""

    dimension: Dimension
    unit: str
    noun: str
    end: int
    factor: Decimal = _ONE


def extract(document: Document) -> list[Mention]:
    """All quantities of the document in the order of the text, none overlapping another nor a date."""
    return find(document.text)


def find(text: str) -> list[Mention]:
    """The same from a plain text."""
    taken = [m.span for m in times.find(text)]
    starts = [s.start for s in taken]
    found: list[Mention] = []
    done = 0
    for start, stop, word in _starts(text):
        if start < done:
            continue
        i = bisect_right(starts, start) - 1
        if i >= 0 and taken[i].end > start:
            done = taken[i].end
            continue
        spelt = word[0].isalpha()
        if spelt and word in _ONES and text.startswith(" of ", stop):
            continue  # the commonest number word that is none
        chain = _CHAIN.match(text, start) if not spelt and text[stop:stop + 1] in _CHAINED else None
        if spelt and word in ("half", "quarter") and (told := compounds.article(text, start, stop)) and told[0] >= done:
            found.append(_added(text, Core(told[0], told[1]), Meaning(told[2].dimension, told[3], "", told[2].end), told[2]))
            done = told[2].end
            continue
        core = None if chain and chain[0][-1] == ":" else _core(text, start, stop, word)
        if chain and (core is None or core.numeral.form != "fraction"):
            done = chain.end()
            continue
        if core is not None and core.begin < done <= core.numeral.start:
            core = Core(core.numeral.start, core.numeral)  # the code belongs to the figure before it
        if core is None or core.begin < done:
            if not spelt:
                done = max(done, _past(text, start))
            continue
        limit = starts[i + 1] if i + 1 < len(starts) else len(text)
        mentions = _figure(text, core, done, limit)
        found += mentions
        done = max(mentions[-1].span.end, core.numeral.end) if mentions else core.numeral.end
    return found


def _starts(text: str) -> list[tuple[int, int, str]]:
    """Where a number may begin: digits, and words of `STARTS` that stand alone; in the order of the text."""
    found = [(start, end, text[start:end]) for start, end in digits(text)]
    found += [place for place in times.words(text) if place[2] in STARTS]
    for sign in foreign(text).intersection("½¼¾"):
        found += [(m.start(), m.end(), sign) for m in re.finditer(sign, text)]
    found.sort()
    return found


def _past(text: str, start: int) -> int:
    m = _PAST.match(text, start)
    return m.end() if m else start + 1


def _core(text: str, start: int, end: int, word: str) -> Core | None:
    """The numeral that begins here with its currency sign; None where it labels something or is glued to letters."""
    if word[0].isalpha():
        if start and (text[start - 1].isalnum() or (text[start - 1] in "-–" and text[start - 2:start - 1].isalpha() and not text[start - 6:start].endswith(_HALF))):
            return None
        n = spelled.spelled(text, start, word, end)
        return _new(Core, (n.start, n, "")) if n else None
    sign = money.before(text, start) if start else None
    if sign is None and start and not _free(text, start):
        return None
    n = numerals.Numeral(start, end, Decimal(VULGAR[word]), Decimal("0.1")) if word in VULGAR \
        else numerals.digits(text, start, sign is not None or text[end:end + 2] in ("m€", "k€"))
    if n is None or (n.end < len(text) and text[n.end].isdigit()) or (len(word) > 1 and word[0] == "0" and sign is None):
        return None
    return _new(Core, (sign[1], n, sign[0]) if sign else (n.start, n, ""))


def _free(text: str, start: int) -> bool:
    """May a number begin here: not glued to a letter, hyphen, stroke or decimal point ("G-20", "B52", "/2013")?"""
    left = text[start - 1]
    if left in "-–" and text[start - 2:start - 1].isspace():
        return True
    return not (left.isalnum() or left in "-–/#@_.,:$€£’'\\&=" or (left == "+" and start > 1 and not (text[start - 2] in " (" and any(map(text[start:start + 8].__contains__, ("deg", "°"))))))


def _figure(text: str, core: Core, floor: int, limit: int) -> list[Mention]:
    """The mentions that begin with this figure: one, or two where "from X to Y" shares a unit."""
    n = core.numeral
    if n.form == "ordinal":
        return _ordinal(text, core)
    second = pairs.second(text, core, _core) if n.end < limit else None
    if second is not None and second.other.numeral.start >= limit:
        second = None
    last = second.other if second else core
    meaning = _meaning(text, last, core.currency)
    if second is not None and (vote := pairs.voted(text, core, second, meaning)) is not None:
        return [_mention(text, core.begin, vote, meaning)]
    if meaning is None and second is not None:
        second, last = None, core
        meaning = _meaning(text, core, core.currency)
    if second is not None:
        read = pairs.read(text, core, second, meaning)
        if read is not None:
            return [_hedged(text, core, read, meaning) if read.ranged else _mention(text, core.begin, read, meaning)]
        if second.word == "to" and second.inherits and meaning is not None:
            b = second.other.numeral
            shared = n.scale == 1 and b.scale > 1 and n.value < b.value * 100 / b.scale
            first = _single(text, core, meaning._replace(end=n.end), b.scale if shared else Decimal(1))
            return [first, _single(text, second.other, meaning)]
        meaning = _meaning(text, core, core.currency)
    if meaning is None:
        return []
    if meaning.dimension not in compounds.DIMENSIONS:
        return [_single(text, core, meaning)]
    return [_whole(text, core, meaning, floor, limit)]


def _ordinal(text: str, core: Core) -> list[Mention]:
    n = core.numeral
    if labelled(text, core.begin, core.numeral):
        return []
    words = nouns.after(text, n.end)
    noun = words[0].text if words and words[0].joint in (" ", "-") and words[0].low not in STOP else ""
    q = Quantity(n.value, n.value, "ordinal", nouns.singular(noun.lower()), noun)
    return [Mention("quantity", Span(core.begin, n.end), text[core.begin:n.end], q)]


def _meaning(text: str, core: Core, currency: str) -> Meaning | None:
    """What the figure measures, from the sign before it and the words after it; None where it is no quantity."""
    n = core.numeral
    sign = currency or core.currency
    if not sign and text[n.end:n.end + 1] == "%" and (p := units.percent(text, n.end, [])) is not None and p.dimension == "percent":
        return _new(Meaning, (p.dimension, p.unit, "", p.end, _ONE))
    if text.startswith(_AMERICAN, n.end):
        return Meaning("money", "USD", "", n.end + len(_AMERICAN) + text.startswith("s", n.end + len(_AMERICAN)))
    end = hedges.behind(text, n.end)[2]
    words = nouns.after(text, end)
    if sign:
        return _priced(text, sign, end, words)
    bare = not words and text[end:end + 1] in _CLOSES
    if (bare or (end == n.end and words and words[0].joint == " " and words[0].low not in _MEASURES and "$" not in text[end + 2:end + 5])) and \
            text[core.begin - 3:core.begin] not in _AGED_ENDS:
        return (_age_told(text, core) if bare else None) or _counted(text, core, end, words)
    if (p := units.percent(text, end, words)) is not None:
        noun = nouns.modified(nouns.after(text, p.end)) if p.dimension == "points" else None
        return Meaning(p.dimension, p.unit, noun[0] if noun else "", p.end)
    if (m := money.after(text, end, words, n.scale >= 1000, n.value)) is not None:
        noun = nouns.modified(words[m[3]:])
        return Meaning("money", m[0], noun[0] if noun else "", m[2], m[1])
    if text[core.begin - 3:core.begin] in _AGED_ENDS and _AGED.search(text, max(0, core.begin - 9), core.begin) and n.value < 120:
        return Meaning("age", "year", "", n.end)
    if (u := units.measure(text, end, words, n.value) or _part_of_one(text, n, end)) is not None:
        return Meaning(u.dimension, u.unit, u.noun, u.end)
    return _age_told(text, core) or _counted(text, core, end, words)


def _age_told(text: str, core: Core) -> Meaning | None:
    """The age between commas behind a name."""
    n = core.numeral
    told = text[n.end:n.end + 1] == "," and n.form == "digits" and n.value < 110 and \
        _AGE_AFTER_NAME.search(text, max(0, core.begin - 24), core.begin)
    return Meaning("age", "year", "", n.end) if told else None


def _part_of_one(text: str, n: Numeral, end: int) -> units.Unit | None:
    """Three quarters of an hour, a third of a mile."""
    m = _OF_A.match(text, end) if n.form == "fraction" or n.value % 1 else None
    if m is None:
        return None
    words = nouns.after(text, m.end() - 1)
    return units.percent(text, m.end() - 1, words) or units.measure(text, m.end() - 1, words, n.value)


def _priced(text: str, sign: str, end: int, words: list[nouns.Word]) -> Meaning:
    repeated = money.after(text, end, words, True, Decimal(10) ** 9)
    factor = Decimal(1)
    if repeated and repeated[3] and (repeated[0] == sign or (sign in ("USD", "INR") and words[0].low not in ("cents", "p"))):
        return Meaning("money", repeated[0] if repeated[3] > 1 or sign != "INR" else sign, "", repeated[2], factor)
    while words and words[0].joint == "" and words[0].low in ("us", "usd", "a"):
        end, words = words[0].end, words[1:]
    noun = nouns.modified(words)
    return Meaning("money", sign, noun[0] if noun else "", end)


def _counted(text: str, core: Core, end: int, words: list[nouns.Word]) -> Meaning | None:
    """A count with its noun, or a bare number; "one" and small bare figures only where something is counted."""
    n = core.numeral
    one = n.value == 1
    if labelled(text, core.begin, core.numeral) or (words and words[0].joint == "" and end == n.end):
        return None
    if one and n.form == "words" and n.scale == 1 and (not words or words[0].low in STOP or words[0].joint == "\n"):
        return None
    counted = nouns.counted(words, one)
    if counted is None and n.form == "words" and n.scale == 1 and one:
        return None
    if counted is None:
        way = (_OF_THE if n.scale == 12 else None) if n.form == "words" else _OF_ITS if n.value >= 10 else None
        of = way.match(text, end) if way else None
        behind = nouns.counted([w._replace(joint=" ") if i == 0 else w for i, w in enumerate(nouns.after(text, of.end()))], False) if of else None
        if behind:
            return Meaning("count", behind[0], behind[1], behind[2])
        return _new(Meaning, ("number", "", "", end, _ONE))
    unit, noun, stop = counted
    return _new(Meaning, ("vote" if unit == "vote" and text.startswith(" to ", stop) else "count", unit, noun, stop, _ONE))


def _whole(text: str, core: Core, meaning: Meaning, floor: int, limit: int) -> Mention:
    """The figure with what further units add to it ("5 feet 3 inches")."""
    more = compounds.after(text, core.begin, core.numeral, meaning.dimension, meaning.unit, meaning.end, limit) \
        if meaning.factor == 1 and (not meaning.noun or meaning.dimension == "money") else None
    if more is None and (one := compounds.one_more(text, core.begin, meaning.dimension, meaning.unit)) and one[0] >= floor:
        return _one_and(text, core, meaning, *one)
    return _added(text, core, meaning, more) if more else _single(text, core, meaning)


def _one_and(text: str, core: Core, meaning: Meaning, begin: int, unit: str) -> Mention:
    """An hour and 45 minutes; a dollar and 42 cents."""
    share = meaning.factor if meaning.dimension == "money" else Decimal(1)
    if meaning.dimension == "money" and (share != Decimal("0.01") or core.numeral.value >= 100):
        return _single(text, core, meaning)
    coins = meaning.dimension == "money"
    part, step = (x * share if coins else compounds.within(unit, x, meaning.unit) for x in (core.numeral.value, core.numeral.step))
    if part >= 1:
        return _single(text, core, meaning)
    more = compounds.Compound(part, step, meaning.end, meaning.dimension, meaning.noun)
    one = Core(begin, Numeral(begin, core.numeral.end, Decimal(1), step, "words"))
    return _added(text, one, meaning._replace(unit=unit), more)


def _added(text: str, core: Core, meaning: Meaning, more: compounds.Compound) -> Mention:
    value = core.numeral.value + more.more
    read = pairs.Pair(value, value, more.step, more.end, False, more.dimension)
    return _hedged(text, core, read, meaning._replace(dimension=more.dimension, noun=more.noun, end=more.end))


def _single(text: str, core: Core, meaning: Meaning, scale: Decimal = _ONE) -> Mention:
    n = core.numeral
    value, step = n.value, n.step
    if meaning.factor is not _ONE or scale is not _ONE:
        value, step = value * meaning.factor * scale, step * meaning.factor * scale
    read = _new(pairs.Pair, (value, value, step, meaning.end, False, meaning.dimension))
    if meaning.dimension == "vote":
        votes = pairs.votes(text, core, meaning.end)
        if votes is not None:
            return _mention(text, core.begin, votes, meaning)
        meaning, read = meaning._replace(dimension="count"), read._replace(dimension="count")
    return _hedged(text, core, read, meaning)


def _hedged(text: str, core: Core, read: pairs.Pair, meaning: Meaning | None) -> Mention:
    """With the hedge that stands before or behind the figure, and the rate it is of ("$15 an hour")."""
    hedge, kind = hedges.before(text, core.begin)
    if not kind:
        hedge, kind, _ = hedges.behind(text, core.numeral.end)
    if kind:
        low, high = hedges.widen(read.low, read.high, kind)
        read = _new(pairs.Pair, (low, high, *read[2:]))
    return _mention(text, core.begin, read, meaning, hedge)


def _so_many(text: str, begin: int, read: pairs.Pair) -> str:
    """What a share told as a count is "per" ("one in ten pupils", "three of every ten pupils", "one pupil in ten"), "" for a count."""
    if text[begin - 4:begin] in _OF_SO_MANY and (m := _PROPORTION.search(text, max(0, begin - 24), begin)) and (m[1] or read.high in _ROUND):
        return "so many"
    return "of so many" if text[read.end:read.end + 4] == " in " and read.high < 10 and _IN_SO_MANY.match(text, read.end) else ""


def _mention(text: str, begin: int, read: pairs.Pair, meaning: Meaning | None, hedge: str = "") -> Mention:
    unit, noun = (meaning.unit, meaning.noun) if meaning else ("", "")
    per = ""
    if (text[read.end:read.end + 1] == "/" or text[read.end + 1:read.end + 2] in _PER_BEGINS) and read.dimension in _RATED and \
            (m := _PER.match(text, read.end)) and m[2] in PER:
        per = m[2]
    elif read.dimension == "count":
        per = _so_many(text, begin, read)
    if read.dimension in ("vote", "score"):
        unit = noun = ""
    q = _new(Quantity, (read.low, read.high, read.dimension, unit, noun, hedge, read.step, per, read.ranged))
    return _new(Mention, ("quantity", _new(Span, (begin, read.end)), text[begin:read.end], q))

