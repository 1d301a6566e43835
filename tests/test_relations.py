"""What a sentence says of its figures: right arithmetic stays silent, wrong arithmetic does not, whatever the figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import engine, rulebook
from checker.checks import (
    agesapart,
    calendar,
    compass,
    daysaway,
    decades,
    disagree,
    donetwice,
    happened,
    headline,
    headline_bare,
    headline_bodies,
    standsfor,
    yearold,
)
from checker.checks.acronyms import misfit
from checker.data.spelling import system
from checker.data.ways import FALLING, OF_PACE, RISING
from checker.link import echoed
from checker.link.group import quantity
from checker.read.source import Source
from checker.relate import (
    anniversaries,
    balance,
    borneout,
    comparative,
    earmarks,
    figures,
    halfcut,
    manifold,
    mostly,
    multiplied,
    needed,
    ofsum,
    ofthem,
    onesentence,
    opposites,
    otherpart,
    paths,
    placed,
    pointing,
    reckoned,
    reshared,
    rollcall,
    setnow,
    setoff,
    spans,
    thanits,
    thatis,
    thatrise,
    timesthat,
    yearago,
)
from checker.structure import structure

RULES = {r.id: r for r in rulebook.builtin(False)}


def found(rule: str, text: str, date: str | None = None) -> int:
    return len(engine.check_source(Source("t", text + "\n"), [RULES[rule]], date).findings)


@given(st.integers(11, 99), st.integers(2, 12))
def test_rate_follows_from_whole_and_years(yearly: int, years: int) -> None:
    text = "The pier will cost ${} million over {} years, or ${} million a year, the council said."
    assert found("numbers/rate", text.format(yearly * years, years, yearly)) == 0
    assert found("numbers/rate", text.format(yearly * years, years, yearly * 2)) == 1


@given(st.integers(20, 900), st.sampled_from([("doubled", 2), ("tripled", 3), ("quadrupled", 4)]))
def test_multiple_follows_from_both_figures(base: int, told: tuple[str, int]) -> None:
    text = "Membership {} from {} members to {} members in a year."
    assert found("numbers/multiple", text.format(told[0], base, base * told[1])) == 0
    assert found("numbers/multiple", text.format(told[0], base, base * (told[1] + 3))) == 1


@given(st.integers(12, 400))
def test_kilometres_and_miles(kilometres: int) -> None:
    text = "The village lies {} kilometers ({} miles) from the border."
    assert found("units/conversion", text.format(kilometres, round(kilometres / 1.609344))) == 0
    assert found("units/conversion", text.format(kilometres, kilometres * 2)) == 1


@given(st.integers(11, 80), st.integers(1, 15))
def test_direction(low: int, more: int) -> None:
    assert found("numbers/direction", f"Turnout was {low} percent, down from {low + more} percent four years ago.") == 0
    assert found("numbers/direction", f"Turnout was {low} percent, up from {low + more} percent four years ago.") == 1


@given(st.integers(1900, 1990), st.integers(2, 20), st.integers(3, 9))
def test_span_of_years(start: int, years: int, off: int) -> None:
    text = "She led the museum from {} to {}, a period of {} years."
    assert found("time/span", text.format(start, start + years, years)) == 0
    assert found("time/span", text.format(start, start + years, years + off)) == 1


@pytest.mark.parametrize("text", ["She ran the ferry for nine years, from 1990 to 1999", "Two years passed between 1990 and 1991", "1999"])
def test_a_text_may_end_in_a_year(text: str) -> None:
    engine.check_source(Source("t", text), list(RULES.values()))


@given(st.integers(20, 80))
def test_birth_and_age(age: int) -> None:
    text = "Ada Lindqvist, {}, who was born in {}, runs the ferry."
    assert found("time/age", text.format(age, 2014 - age), "2014-05-02") == 0
    assert found("time/age", text.format(age, 2014 - age - 4), "2014-05-02") == 1


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_no_text_breaks_a_rule_and_every_place_is_in_it(text: str) -> None:
    for f in engine.check_source(Source("t", text), rulebook.builtin(False), "2014-05-02").findings:
        assert all(e.text in text for e in f.evidence)


@given(st.lists(st.sampled_from(["Harbour", "Board", "National", "Union", "Office", "Trade"]), min_size=3, max_size=5, unique=True))
def test_an_acronym_of_its_initials_fits(words: list[str]) -> None:
    short = "".join(w[0] for w in words)
    assert misfit(short, " ".join(words)) == ""
    assert misfit(short[:-1] + "X", " ".join(words)) == short


def test_spelling_systems() -> None:
    assert system("organise") == ("British", "organize")
    assert system("organize") == ("American", "organize")
    assert system("fundraising") is None
    assert system("exercised") is None
    assert [s[0] for w in ("colour", "travelled", "centre") if (s := system(w))] == ["British"] * 3


def _lengths(text: str) -> list[tuple[str, str]]:
    found = engine.analyse(Source("x.txt", text)).claims
    return [(c.value.text, c.event) for c in found if c.event]


def test_lengths_told_by_an_end_belong_to_the_event() -> None:
    assert _lengths("After three days, the meeting was over.") == [("three days", "meet")]
    assert _lengths("It was 50 minutes before the concert ended.") == [("50 minutes", "concert")]
    assert _lengths("From start to finish, the meeting took 50 minutes.") == [("50 minutes", "meet")]


def test_a_name_is_no_verb_of_an_event() -> None:
    assert _lengths("She met the envoy of the United Provinces for two hours.") == [("two hours", "meet")]


def test_determiners_complements_and_leaders_of_a_claim() -> None:
    claim, = engine.analyse(Source("x.txt", "Holm told the board about the 40 families in debt; they left.")).claims
    assert claim.determiner == "the"
    assert claim.complement == ("debt",)
    assert claim.leaders == ("holm",)


@pytest.mark.parametrize(("text", "told"), [
    ("The blast killed 16 and wounded at least 30 others.", [("16", "kill"), ("30 others", "injure")]),
    ("At least 26 dead in the fire, 40 wounded.", [("26 dead", "kill"), ("40 wounded", "injure")]),
    ("Sixteen were killed. Nine died on Friday.", [("Sixteen", "kill"), ("Nine", "kill")]),
    ("The death toll rose to at least 19.", [("19", "kill")]),
    ("He killed 16 percent of the plan. It killed 12-year-old rules.", []),
    ("Police arrested 16 May 12, she said; they killed 3 May Street bills.", []),
    ("He left at 16 and died at 40. Of 50, nine lived.", []),
])
def test_tolls_are_counts_of_people_though_no_people_are_told(text: str, told: list[tuple[str, str]]) -> None:
    claims = engine.analyse(Source("x.txt", text)).claims
    assert [(c.value.text, c.event) for c in claims if quantity(c).unit == "person"] == told


@given(st.integers(11, 99), st.integers(11, 99), st.integers(11, 99))
def test_the_rest_makes_the_whole(burned: int, damaged: int, stood: int) -> None:
    text = "Of the {} houses in the street, {} burned, {} were damaged and the remaining {} stood."
    assert found("numbers/total", text.format(burned + damaged + stood, burned, damaged, stood)) == 0
    assert found("numbers/total", text.format(burned + damaged + stood + 3, burned, damaged, stood)) == 1


@given(st.integers(20, 99), st.integers(20, 99), st.integers(11, 99))
def test_payers_in_the_next_sentence_make_the_price(one: int, two: int, three: int) -> None:
    text = "The wall cost ${} million. The state paid ${} million, the county ${} million and the town ${} million."
    assert found("numbers/total", text.format(one + two + three, one, two, three)) == 0
    assert found("numbers/total", text.format(one + two + three + 9, one, two, three)) == 1


@given(st.integers(30, 60), st.integers(10, 30))
def test_answers_of_a_poll_are_no_more_than_everybody(yes: int, no: int) -> None:
    text = "A survey found that {} percent were for the wall, {} percent against it, and {} percent were undecided."
    assert found("numbers/share", text.format(yes, no, 100 - yes - no)) == 0
    assert found("numbers/share", text.format(yes, no, 108 - yes - no)) == 1


def test_the_words_that_ask_for_a_module_are_those_that_it_looks_for() -> None:
    assert figures.MULTIPLIED == multiplied.CUES | multiplied.MAKING
    assert all(not figures.OPPOSITES.isdisjoint(pair) for pair in (opposites._ANSWERS | opposites._PEOPLE).items())
    for way in map(str.strip, reckoned._SUMMING):
        assert not figures.RECKONED.isdisjoint(way.split()) or any(so.startswith(way) for told in figures.RECKONED_SO.values() for so in told), way
    assert figures.SET_OFF == setoff.CUES
    assert figures.COMPARED == comparative.COMPARED
    assert figures.THAN_ITS == thanits.CUES
    assert figures.SET_NOW == setnow.RAISED | setnow.LOWERED
    assert figures.THAT_RISE == thatrise.NOUNS
    assert timesthat.CUES <= figures.MANIFOLD
    assert figures.WAYS | figures.MANIFOLD | figures.WENT | {"up", "down"} >= borneout.CUES
    assert {w.strip() for w in borneout.WENT} <= figures.WENT
    assert halfcut.BECOME.keys() | halfcut.MADE.keys() | {"half"} <= figures.MANIFOLD
    assert figures.MANIFOLD == manifold.CUES  # which are written out where they are asked for, so that most texts need not read the module
    for told in ("the 12th anniversary", *(f"the {word}" for word in spans.CENTENARIES), "its 12th birthday"):
        assert not spans.JUBILEES.isdisjoint(told.split()), told
        assert list(anniversaries.anniversaries(engine.analyse(Source("t", f"It was {told} of it.\n")).document)), told
    for way in ("Married for 12 years, the two", "After 12 years of marriage, the two"):
        assert not spans.MARRIED.isdisjoint(way.lower().replace(",", "").split()), way
        assert found("time/anniversary", f"{way} marked their 22nd anniversary.") == 1, way


def test_what_asks_for_the_modules_of_ages_and_days() -> None:
    assert decades.WORDS.keys() == yearold.DECADES
    assert agesapart.WORDS == yearold.YEARS_APART
    assert daysaway.WORDS == calendar.DAYS_AWAY
    assert donetwice.DONE == happened.DONE
    for way in ("ten years after", "ten years before", "ten years ahead of", "ten years prior to", "ten years following"):
        assert not spans.YEARS_AFTER.isdisjoint(way.split()), way
        first, last = (1990, 1950) if way.endswith(("after", "following")) else (1930, 1990)
        assert found("time/anniversary", f"In {first}, {way} the flood of {last}, it froze.") == 1, way
def test_what_asks_for_the_modules_of_sums_and_shares_of_them() -> None:
    assert figures._YEAR_AGO == yearago.CUES
    assert disagree.DETERMINERS == echoed.DETERMINERS
    assert all(not figures._FRACTIONS.isdisjoint(share.replace("-", " ").split()) for share in ofsum._SHARES)
    opens = thatis._patterns()[0]
    assert all(opens.fullmatch(way, len("That")) for way in figures._THAT_IS)
    for verb in ("including", "with", "of which", "of whom", "among them", "has", "had", "includes", "contains", "sets aside", "earmarked", "provides", "allotted", "allocates", "gave"):
        assert not onesentence._EARMARKS.isdisjoint(verb.split()), verb
        assert any(earmarks._patterns()["some"].fullmatch(f"{mark} {verb} ") for mark in ("", ",")), verb


def test_what_asks_for_the_modules_of_ways_and_amounts() -> None:
    assert (paths._UP | paths._DOWN) - paths._NO_WAY <= onesentence._TURNED
    assert (RISING | FALLING) - OF_PACE <= onesentence._TURNED
    for way in ("a fund of 93 boats: 40 sloops", "93 boats - 40 sloops", "93 boats -- 40 sloops", "93 boats consisting of 40 sloops", "93 boats, comprising 40 sloops", "93 boats made up of 40 sloops", "93 boats reflecting 40 sloops",
                "93 boats divided into 40 sloops", "of the 93 boats, 40", "of its 93 boats, 40", "of their total 93 boats, 40", "of all 93 boats, 40"):
        assert any(map(way.__contains__, onesentence._MADE_OF)), way


def test_what_asks_for_the_modules_of_shares_measures_and_lists() -> None:
    assert figures.METRICS == pointing.METRICS
    assert figures.NEEDED == needed.NEEDS
    assert onesentence.BALANCES == balance.BALANCES
    assert figures.OTHERS == otherpart.OTHERS
    assert ofthem.POINTING == figures.OF_THEM
    assert rollcall._LED == placed._PREPOSITIONS
    assert figures.PORTIONS == reshared.WORDS
    assert figures.MOST == mostly.WORDS


def test_what_asks_for_the_bodies_of_headlines() -> None:
    assert headline._ROLES == headline_bodies.ROLES
    assert headline._NUMBERS == headline_bare.NUMBERS


@pytest.mark.parametrize(("one", "other"), [("north", "southern"), ("eastern", "west"), ("south-east", "northwestern"), ("north western", "southeast")])
def test_two_opposite_sides_are_asked_for_by_their_words(one: str, other: str) -> None:
    text = f"Fire came to Osk, in the far {one} of the land, on Monday.\n\nThe {other} town of Osk is small.\n"
    assert compass.has_opposite_sides(structure(Source("t", text)))
    assert not compass.has_opposite_sides(structure(Source("t", text.replace(other, one))))


def test_letters_are_told_to_stand_for_words_by_one_of_the_words_asked_for() -> None:
    told = ("which stands for", "that stood for", "is short for", "being short for", "short for", "standing for")
    assert all(standsfor._BESIDE.match(f"NBW, {so} National Business Wire") and not set(so.split()).isdisjoint(standsfor._CUES) for so in told)
    assert all(standsfor._BACK.match(f"The initials {so} for National Business Wire") and so.split()[-1] in standsfor._CUES for so in ("stand", "stands", "stood", "is short", "are short"))


def test_an_amount_of_nothing_has_no_rate() -> None:
    assert found("money/conversion", "The guild took in $0 (0 euros), the warden 0 euros ($5 million).") == 0
