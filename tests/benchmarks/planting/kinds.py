"""Every kind of slip, the rule that should see it, and its planter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random
from typing import NamedTuple

from planting import counted, dates, names, tell_again, tell_figures, words
from planting.article import Article, Edit, Label, Planter, Slip
from planting.inserted import Teller, Wordings, filled, put_in


class Kind(NamedTuple):
    """A kind of slip: `natural`, where words of the article itself are changed."""

    rule: str
    name: str
    plant: Planter
    natural: bool


NATURAL: tuple[tuple[str, str, Planter], ...] = (
    ("facts/handle", "handle or address in the article", words.handle),
    ("facts/place", "town with two states", words.town_with_two_states),
    ("money/conversion", "conversion in the article", counted.money_conversion),
    ("names/acronym", "letters or expansion", names.acronym),
    ("names/case", "inner capital", names.inner_capital),
    ("names/first-reference", "surname before the full name", names.first_reference),
    ("names/gender", "pronoun or courtesy title", names.gender),
    ("names/given-name", "second full mention", names.given_name),
    ("names/spelling", "al- or el-", names.article_spelling),
    ("names/spelling", "organisation", names.organisation_spelling),
    ("names/spelling", "person", names.person_spelling),
    ("names/spelling", "place", names.place_spelling),
    ("names/title", "title before name", names.title),
    ("numbers/direction", "up or down from", counted.up_or_down_from),
    ("numbers/direction", "verb with from-to figures", counted.verb_with_from_to),
    ("numbers/list-count", "count before a list", counted.list_count),
    ("numbers/multiple", "multiple in the article", counted.multiple_in_the_article),
    ("numbers/quantity", "figure repeated in the article", counted.repeated_figure),
    ("numbers/range", "range turned round", counted.reversed_range),
    ("numbers/scale", "amount repeated in the article", counted.repeated_amount),
    ("numbers/score", "winner with the smaller score", counted.winner_with_less),
    ("numbers/share", "approve and disapprove", counted.approve_and_disapprove),
    ("quotes/headline", "quotation in the headline", words.headline_quotation),
    ("quotes/repeated", "quotation given twice", words.repeated_quotation),
    ("structure/caption", "day or figure in a caption", words.caption),
    ("structure/headline", "figure in the headline", words.headline_figure),
    ("structure/headline", "name in the headline", words.headline_name),
    ("structure/headline", "place in the headline", words.headline_place),
    ("structure/repeated", "sentence or paragraph", words.repeated_sentence),
    ("structure/repeated", "word", words.repeated_word),
    ("time/age", "age given twice", dates.age_given_twice),
    ("time/anniversary", "anniversary in the article", dates.anniversary),
    ("time/impossible", "day of the month", dates.day_of_the_month),
    ("time/impossible", "time of day", dates.time_of_day),
    ("time/span", "years of a span turned round", dates.span_turned_round),
    ("time/order", "years of a beginning and an end", dates.ends_before_it_began),
    ("time/weekday", "date without year", dates.weekday_without_year),
    ("time/weekday", "full date in the article", dates.weekday_of_full_date),
    ("units/conversion", "conversion in the article", counted.measure_conversion),
)
INSERTED: tuple[tuple[str, str, Teller], ...] = (
    ("facts/place", "town's state told again", tell_again.town_again),
    ("money/conversion", "inserted beside an amount", tell_figures.amount),
    ("numbers/multiple", "times an earlier figure", tell_figures.multiple),
    ("numbers/percent", "change of a from-to figure", tell_figures.change),
    ("numbers/quantity", "count, verb then noun", tell_figures.counted_act),
    ("numbers/quantity", "duration of an event, noun then verb", tell_again.event_length),
    ("numbers/quantity", "duration of an event, verb then noun", tell_again.act_length),
    ("numbers/quantity", "figure told again", tell_again.figure_again),
    ("numbers/range", "average outside its range", tell_figures.average),
    ("numbers/rate", "amount over years", tell_figures.rate),
    ("numbers/scale", "amount told again", tell_again.amount_again),
    ("numbers/quantity", "vote told again", tell_figures.vote_again),
    ("numbers/share", "percentage and fraction", tell_figures.share),
    ("numbers/total", "people and things", tell_figures.total),
    ("numbers/total", "votes", tell_figures.votes),
    ("quotes/headline", "headline rewritten round a quotation", tell_again.quotation),
    ("quotes/repeated", "quotation told again", tell_again.quotation),
    ("time/age", "age and year of birth", tell_again.birth),
    ("time/age", "age told again", tell_again.age_again),
    ("time/anniversary", "years since a year", tell_again.years_ago),
    ("time/death", "dead and speaking", tell_again.dead_and_speaking),
    ("time/death", "died before a deed", tell_again.died_before),
    ("time/order", "ended before it began", tell_again.ended),
    ("time/span", "length of a from-to span", tell_again.span),
    ("units/conversion", "inserted beside a measure", tell_figures.measure),
)
_UNLIKE = {"e-mail address in two forms": 0, "handle in two forms": 1}


def _only(kind: str, teller: Teller) -> Teller:
    """Of one that tells several kinds, this one."""
    return lambda article, rng: (t for t in teller(article, rng) if t.kind.startswith(kind))


def address(kind: str, wordings: Wordings, article: Article, rng: Random) -> Iterator[Slip]:
    """A made-up address in two sentences, paragraphs apart, the second time with a letter wrong."""
    chosen = wordings.get(kind, [])
    room = [i for i in article.prose if not any(q in article.lines[i] for q in "“”\"")]
    if len(chosen) < 2 or len(room) < 3:
        return
    slot = "address" if kind.startswith("e-mail") else "handle"
    for told in tell_again.named(article, rng):
        right = told[_UNLIKE[kind]]
        wrong = words.slipped(rng, right)
        i, j = sorted(rng.sample(room, 2))
        first, second = rng.sample(chosen, 2)
        ends = {n: len(article.lines[n].rstrip()) for n in (i, j)}
        here = Edit(i, ends[i], ends[i], " " + filled(first, {slot: right}))
        there, twin = (Edit(j, ends[j], ends[j], " " + filled(second, {slot: x})) for x in (wrong, right))
        yield Slip((here, there), Label(j, wrong), Label(i, right), "one address in two forms", (here, twin))


def kinds(wordings: Wordings) -> list[Kind]:
    """All kinds, the inserted ones in the wordings given."""
    found = [Kind(rule, name, plant, True) for rule, name, plant in NATURAL]
    found += [Kind(rule, name, partial(put_in, _only(name, teller), wordings), False) for rule, name, teller in INSERTED]
    found += [Kind("facts/handle", name, partial(address, name, wordings), False) for name in _UNLIKE]
    return sorted(found, key=lambda k: (k.rule, k.name))
