"""Relations between the figures of a sentence: conversions, totals, changes, ratios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from checker.data.ways import FALLING, RISING
from checker.model import Mention, Relation
from checker.relate.asfraction import fractions
from checker.relate.backward import backward
from checker.relate.doubtful import doubtful
from checker.relate.fractions import complements
from checker.relate.gaps import HEDGED, THAN, occurrences, quantity, sentences
from checker.relate.instalments import instalments
from checker.relate.leads import alone
from checker.relate.measured import articled
from checker.relate.near import FAR, apart, keep
from checker.relate.onesentence import in_sentence
from checker.relate.splits import ballots
from checker.relate.subsets import subsets
from checker.relate.tallies import chambers
from checker.structure.document import Document

OTHERS = frozenset({"other", "remaining"})  # what `other_part` looks for
OF_THEM = frozenset({"it", "them", "those", "these", "which", "whom"})  # behind "of", what `of_them` looks for
_ANSWERS = frozenset({"percent", "vote"})
_SHARES = frozenset({"percent", "score", "vote", "money"})


def relate(document: Document, mentions: Sequence[Mention]) -> list[Relation]:
    """All relations of a document: those that reach over sentences, then those of each sentence in the order of its first figure."""
    keep(document, mentions)
    found = _over_sentences(document, mentions)
    for figures in sentences(document, mentions):
        found += in_sentence(document, mentions, figures)
    return [r for r in found if not doubtful(document, r)]


def _over_sentences(document: Document, mentions: Sequence[Mention]) -> list[Relation]:
    """What is told of figures anywhere in the text, or of one in the sentence before."""
    dimensions, nearest = {quantity(m).dimension for m in mentions}, apart(document, mentions)
    shares = [] if _SHARES.isdisjoint(dimensions) else [m for m in mentions if quantity(m).dimension in _SHARES]
    found: list[Relation] = [*fractions(document, shares), *alone(document, shares), *chambers(document, shares)] if shares else []
    if not _ANSWERS.isdisjoint(dimensions):
        found += _of_answers(document, mentions, shares, dimensions)
    found += complements(document)
    found += subsets(document, mentions)
    found += backward(document, mentions)
    found += _of_multiples(document, mentions, nearest)
    found += _of_portions(document, mentions, dimensions)
    if len(mentions) > 1 and "when" in document.lowercase and ", when " in document.lower:
        from checker.relate.whenwere import when_were
        found += when_were(document, mentions)
    if len(mentions) > 1 and not document.distinct.isdisjoint(OF_THEM):
        from checker.relate.ofthem import of_them
        found += of_them(document, mentions)
    if len(mentions) > 2 and " and " in document.text:
        from checker.relate.coordinated import coordinated, each_month
        found += coordinated(document, mentions)
        if "money" in dimensions and sum([quantity(m).dimension == "money" for m in shares]) > 2:
            found += each_month(document, mentions)
    if not (_CHANGES.isdisjoint(dimensions) and MULTIPLIED.isdisjoint(document.lowercase) and "half" not in document.distinct):
        found += _changed(document, mentions, nearest, dimensions)
    text = document.lower
    if True in [" to " in text[(start := m[1][0]) - HEDGED:start] for m in mentions] or True in [text.startswith(" from ", end := m[1][1]) or " than " in text[end:end + THAN] for m in shares]:
        from checker.relate.elsewhere import elsewhere
        found += elsewhere(document, mentions, shares)
    found += _by_words(document, mentions, nearest, dimensions)
    if len(mentions) > 1 and "That" in document.lowercase and True in [document.text.startswith(_THAT_IS, at) for at in occurrences(document.text, "That")]:
        from checker.relate.thatis import that_is
        found += that_is(document, mentions)
    if len(shares) > 1 and any(map(document.text.__contains__, _YEAR_AGO)):
        from checker.relate.yearago import year_ago
        found += year_ago(document, mentions)
    if "money" in dimensions and not _FRACTIONS.isdisjoint(document.lowercase) and sum([quantity(m).dimension == "money" for m in shares]) > 1:
        from checker.relate.ofsum import of_sum
        found += of_sum(document, mentions)
    if shares:
        found += instalments(document, mentions)
        found += _of_each(document, mentions, shares)
    return found


def _of_answers(document: Document, mentions: Sequence[Mention], shares: Sequence[Mention], dimensions: Set[str]) -> list[Relation]:
    """Sides of a question and of a vote."""
    found = list[Relation]()
    if "percent" in dimensions:
        from checker.relate.votes import rivals  # as below: a text has few of these, and what it has not is not read
        found += rivals(document, shares)
        if not OPPOSITES.isdisjoint(document.lowercase):
            from checker.relate.opposites import opposites
            found += opposites(document, shares)
    if "vote" in dimensions:
        votes = [m for m in shares if quantity(m).dimension == "vote"]
        found += ballots(document, mentions, votes)
        if not _VOTED.isdisjoint(document.lowercase):
            from checker.relate.turnout import turnout
            found += turnout(document, mentions, votes)
    return found


def _of_multiples(document: Document, mentions: Sequence[Mention], nearest: int) -> list[Relation]:
    """Multiples, and so many to one."""
    found = list[Relation]()
    if "one" in document.lowercase and ("to one" in document.lower or not document.distinct.isdisjoint(_EVERY) and any(map(document.lower.__contains__, _TO_ONE))):
        from checker.relate.toone import to_one
        found += to_one(document, mentions)
    if not MANIFOLD.isdisjoint(document.lowercase):
        if nearest < 2:
            from checker.relate.halfcut import half_cut
            found += half_cut(document, mentions)
        from checker.relate.manifold import manifold
        from checker.relate.timesthat import times_that
        found += [*manifold(document, mentions), *times_that(document, mentions)]
        if not MULTIPLIED.isdisjoint(document.lowercase):
            from checker.relate.multiplied import multiplied
            found += multiplied(document, mentions)
    if "many" in document.lowercase and " as many " in document.lower:
        from checker.relate.timesthat import as_many_as
        found += as_many_as(document, mentions)
    return found


def _of_portions(document: Document, mentions: Sequence[Mention], dimensions: Set[str]) -> list[Relation]:
    """Shares and fractions of a whole that another sentence tells."""
    found = list[Relation]()
    if "percent" in dimensions or not PORTIONS.isdisjoint(document.lowercase):
        from checker.relate.reshared import reshared
        found += reshared(document, mentions)
        if not document.distinct.isdisjoint(MOST):
            from checker.relate.mostly import mostly
            found += mostly(document)
        if not NEEDED.isdisjoint(document.lowercase):
            from checker.relate.needed import needed
            found += needed(document, mentions)
        if not OTHERS.isdisjoint(document.lowercase):
            from checker.relate.otherpart import other_part
            found += other_part(document, mentions)
        if "that" in document.distinct:
            from checker.relate.sharefirst import that_share
            found += that_share(document, mentions)
    return found


def _of_pairs(document: Document, mentions: Sequence[Mention], nearest: int) -> list[Relation]:
    """What a word tells of two figures of one kind, in a sentence or in two that follow each other (`turned` looks further back)."""
    words, found, near = document.lowercase, list[Relation](), nearest < 2
    if nearest < FAR and not _TURNS.isdisjoint(words):
        from checker.relate.turned import turned
        found += turned(document, mentions)
    if not nearest and not THAN_ITS.isdisjoint(words):
        from checker.relate.thanits import than_its
        found += than_its(document, mentions)
    if near and not SET_NOW.isdisjoint(words):
        from checker.relate.setnow import set_now
        found += set_now(document, mentions)
    if near and not THAT_RISE.isdisjoint(words):
        from checker.relate.thatrise import that_rise
        found += that_rise(document, mentions)
    if near and not SET_OFF.isdisjoint(words):
        from checker.relate.setoff import set_off
        found += set_off(document, mentions)
    if (near or not document.distinct.isdisjoint(_HELD)) and not WAYS.isdisjoint(words):  # what is held against another may be of another unit
        from checker.relate.sequenced import sequenced
        found += sequenced(document, mentions)
    if near and ("since" in words or "Since" in words or not _PEAKS.isdisjoint(words)) and not (WAYS.isdisjoint(words) and MANIFOLD.isdisjoint(words) and SET_OFF.isdisjoint(words)):
        from checker.relate.datedback import dated_back
        found += dated_back(document, mentions)
    if near and not (WAYS.isdisjoint(words) and MANIFOLD.isdisjoint(words) and WENT.isdisjoint(words)):
        from checker.relate.borneout import borne_out
        found += borne_out(document, mentions)
    return found


def _by_words(document: Document, mentions: Sequence[Mention], nearest: int, dimensions: Set[str]) -> list[Relation]:
    """What a word tells, which few texts have: what reads it is not loaded for the others."""
    words, found = document.lowercase, _of_pairs(document, mentions, nearest)
    if not METRICS.isdisjoint(words):
        from checker.relate.pointing import pointed
        found += pointed(document, mentions)
    if "(" in document.text or "half" in words or "quarter" in words:
        found += articled(document, mentions)
    if not _LEFT.isdisjoint(words):
        from checker.relate.togo import to_go
        found += to_go(document, mentions)
    if len(mentions) > 2 and (not RECKONED.isdisjoint(words) or True in [any(map(document.lower.__contains__, RECKONED_SO[word])) for word in RECKONED_SO.keys() & document.distinct]):
        from checker.relate.reckoned import reckoned
        found += reckoned(document, mentions)
    if "minutes" in words:
        from checker.relate.lasting import lasting
        found += lasting(document, mentions)
    found += _of_rates(document, mentions, dimensions)
    return found


def _of_rates(document: Document, mentions: Sequence[Mention], dimensions: Set[str]) -> list[Relation]:
    """So many a day, and what they come to."""
    words, found = document.lowercase, list[Relation]()
    rated = True in [quantity(m).per in _TIMES for m in mentions]
    if rated:
        from checker.relate.spread import added_up
        from checker.relate.thatrate import that_rate
        found += [*added_up(document, mentions), *that_rate(document, mentions)]
    if "every" in words:
        from checker.relate.everyso import every_so
        found += every_so(document, mentions)
    if rated or not _OFTEN.isdisjoint(words) or not _SIZES.isdisjoint(dimensions) and True in [quantity(m).dimension in _SIZES and document.text.startswith(" a ", m.span.end) for m in mentions]:
        from checker.relate.worked import worked
        found += worked(document, mentions)
    return found


def _changed(document: Document, mentions: Sequence[Mention], nearest: int, dimensions: Set[str]) -> Iterator[Relation]:
    """Changes and multiples whose figures stand in sentences before."""
    changes = [] if _CHANGES.isdisjoint(dimensions) else [m for m in mentions if quantity(m).dimension in _CHANGES]
    if changes:
        from checker.relate.recalled import recalled
        from checker.relate.takesto import takes_to
        yield from recalled(document, mentions, changes)
        if nearest < 2:
            yield from takes_to(document, mentions, changes)
        if not _POLLS.isdisjoint(document.lowercase):
            from checker.relate.polled import polled
            yield from polled(document, mentions, changes)
        if not COMPARED.isdisjoint(document.lowercase):
            from checker.relate.comparative import comparative
            yield from comparative(document, mentions, changes)
    if nearest < 2 and (changes or not MULTIPLIED.isdisjoint(document.lowercase) or "half" in document.distinct and " half as " in document.lower):
        from checker.relate.followed import followed
        yield from followed(document, mentions, changes)


MANIFOLD = frozenset("""double doubled doubling eightfold fivefold fourfold half halved halving quadruple quadrupled quadrupling quintupled quintupling sevenfold sixfold tenfold threefold thrice times treble trebled trebling triple tripled tripling twice twofold""".split())  # what `manifold` looks for
PORTIONS = frozenset("""eight eighth eighths fifth fifths five four fourth fourths half nine ninth ninths quarter quarters seven seventh sevenths six sixth sixths ten tenth tenths third thirds three""".split())  # what `reshared` looks for
METRICS = frozenset("""centimeter centimeters centimetre centimetres gram gramme grammes grams hectare hectares kgs kilo kilogram kilogramme kilogrammes kilograms kilometer kilometers
kilometre kilometres kilos kms liter liters litre litres meter meters metre metres milliliter milliliters millilitre millilitres millimeter millimeters millimetre millimetres mls tonne tonnes""".split())
NEEDED = frozenset({"need", "needs", "needed", "require", "requires", "required"})  # what `needed` looks for
MOST = frozenset({"most", "majority"})  # what `mostly` looks for
RECKONED = frozenset({"together", "combined", "altogether", "makes", "bringing", "raising", "pushing", "lifting", "taking", "total", "Together", "Combined", "Altogether"})
RECKONED_SO = {"between": ("between them", "between the two", "between the three", "between the four"), "told": ("all told",), "all": ("in all,",), "making": ("making for",)}
SET_OFF = frozenset("up down higher lower increase rise jump gain surge climb uptick upturn hike leap spike decrease drop fall decline reduction dip slide plunge slump downturn".split())  # what `set_off` looks for
WAYS = RISING | FALLING
COMPARED = frozenset("more higher larger taller longer heavier dearer bigger greater wider deeper above less fewer lower smaller shorter lighter cheaper below".split())  # what `comparative` looks for
THAN_ITS = frozenset("more higher larger bigger greater less fewer lower smaller taller longer shorter heavier lighter cheaper dearer topped surpassed exceeded outnumbered eclipsed".split())  # what `than_its` looks for
SET_NOW = frozenset("raise raised raising lift lifted increase increased boost boosted lower lowered lowering cut reduce reduced reducing trim trimmed slash slashed".split())  # what `set_now` looks for
THAT_RISE = frozenset("rise increase jump gain surge climb uptick upturn growth fall decline drop decrease slide dip slump downturn plunge reduction".split())  # what `that_rise` looks for
_POLLS = frozenset({"poll", "survey"})
_HELD = frozenset({"compared", "against", "versus"})
_EVERY = frozenset({"every", "each"})
_TO_ONE = (" for every ", " for each ")
_PEAKS = frozenset({"peak", "high", "low", "height", "level", "record", "total"})
_TURNS = frozenset({"from", "would", "will", "could", "cut", "increase", "reduction"})
MULTIPLIED = frozenset({"times", "twice", "double", "triple", "quadruple", "doubling", "tripling", "trebling", "quadrupling", "quintupling"})  # what `multiplied` and `followed` look for
_CHANGES = frozenset({"percent", "points"})
OPPOSITES = frozenset({"yes", "against", "women", "girls", "females", "renters", "wrong", "worse", "bad", "innocent", "voted", "backed", "supported", "preferred"})  # one of each pair that `opposites` looks for
_VOTED = frozenset({"voted", "voting", "cast", "casting", "part", "participated", "participating"})
_FRACTIONS = frozenset("half third thirds quarter quarters fifth fifths".split())
_YEAR_AGO = ("ear ago", "ear earlier", "he year before", "he previous year", "he prior year")  # what `year_ago` looks for
_THAT_IS = ("That is ", "That’s ", "That's ", "That was ", "That works out at ", "That comes to ", "That amounts to ", "That would be ")
_TIMES = frozenset({"year", "month", "week", "day", "hour"})
_SIZES = frozenset({"area", "mass", "volume"})
_OFTEN = frozenset({"every", "each", "annually", "yearly", "monthly", "weekly", "daily"})
WENT = frozenset({"lost", "shed", "goes", "gone", "went"})  # with `WAYS` and `MANIFOLD` what `borne_out` looks for
_LEFT = frozenset({"leaving", "remaining", "pending", "unfinished"})
_EACH = (" each", " apiece", " a piece", " for each", " for every", " per ", " a head")


def _of_each(document: Document, mentions: Sequence[Mention], shares: Sequence[Mention]) -> Iterator[Relation]:
    """What each gets of the sum of the sentence before; asked of the sums with "each" or "per" behind them only."""
    for m in shares:
        q = quantity(m)
        if q.dimension == "money" and (q.per or document.text.startswith(_EACH, m.span.end)) and document.lower[(place := document.sentence_at(m.span.start)).start:place.start + 2] in ("th", "it", "wh"):
            from checker.relate.spread import each_of
            yield from each_of(document, mentions, m, place)
