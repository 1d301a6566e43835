"""What a text says: frozen values, each the smallest that its users need; imports nothing of ours but `records`. What comes out is in `findings`.

All are named tuples: as immutable as frozen dataclasses, cheaper to define at start-up and to make by the ten thousand.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from checker.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, Self

    ZoneKind = Literal["headline", "summary", "byline", "dateline", "caption", "credit", "list", "body", "aside"]
    Dimension = Literal["count", "percent", "points", "money", "duration", "length", "area", "volume", "mass",
                        "temperature", "speed", "score", "vote", "ordinal", "age", "number"]
    Mood = Literal["asserted", "denied", "forecast", "conditional", "superseded"]
else:  # names for those who import them
    ZoneKind = Dimension = Mood = str
ZONES: tuple[ZoneKind, ...] = ("headline", "summary", "byline", "dateline", "caption", "credit", "list", "body", "aside")


class Span(NamedTuple):
    """Half-open range of characters (Unicode code points) of one source's text."""

    start: int
    end: int


class Voice(NamedTuple):
    """Who says it: the article itself, a speaker it quotes or paraphrases, or an agency it cites."""

    kind: Literal["article", "speaker", "agency"] = "article"
    name: str | None = None
    via: str | None = None


ARTICLE = Voice()


class Zone(NamedTuple):
    """One block of text (a paragraph, or a line that stands alone) and what it is; "aside" is set aside."""

    kind: ZoneKind
    span: Span


class Quotation(NamedTuple):
    """A quotation: `span` with its marks, `inner` without; `closing` is empty where the mark is missing.

    `carried` is set when the quotation goes on in the next paragraph, so that a missing mark is right.
    """

    span: Span
    inner: Span
    opening: str
    closing: str
    voice: Voice
    carried: bool = False
    level: int = 0


class Name(NamedTuple):
    """A proper name: its `parts` without title or possessive; `kind` is what the words around it say it is.

    `title` is what stands before it ("Mr", "Prime Minister"), `apposition` what stands after it between commas,
    `age` an age given with it, `possessive` whether the text has 's after it.
    """

    parts: tuple[str, ...]
    kind: Literal["person", "place", "body", "other"] = "other"
    title: str | None = None
    apposition: str | None = None
    age: int | None = None
    possessive: bool = False


class Quantity(NamedTuple):
    """A figure as an exact closed interval [low, high] in `unit`, hedge and range included, rounding not.

    `unit` is an ISO 4217 code for money, the singular English name for measures and durations ("hour", "mile"),
    the singular head noun for counts ("people" stays "person"), "" for a bare number. `noun` is the noun phrase
    after the figure as printed ("undocumented immigrants", "meeting" in "three-hour meeting"), `hedge` the word that
    loosens it ("about", "at least", …) or "". `step` is the value of the last printed digit: 0.1 million is 100000.
    A score or vote has `low` and `high` as its two sides. `per` is the unit that it is a rate of ("hour", "share").
    """

    low: Decimal
    high: Decimal
    dimension: Dimension
    unit: str = ""
    noun: str = ""
    hedge: str = ""
    step: Decimal = Decimal(1)
    per: str = ""
    ranged: bool = False


class Date(NamedTuple):
    """A calendar date as printed: what is not printed is None; `weekday` 0 is Monday.

    `swapped` holds the other reading (month, day) where British and American order cannot be told apart.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    swapped: tuple[int, int] | None = None


class Clock(NamedTuple):
    """A time of day as printed: hour 0–23 (or as printed where impossible), minute, and whether a.m./p.m. was told."""

    hour: int
    minute: int
    meridiem: Literal["am", "pm", ""] = ""
    zone: str = ""


class Acronym(NamedTuple):
    """An acronym with its expansion as printed: "National Security Council (NSC)"."""

    short: str
    long: str


class Address(NamedTuple):
    """An address in small letters: an e-mail address, a handle without its "@", a web site without "www." and path."""

    kind: Literal["email", "handle", "site"]
    folded: str


Value = Name | Quantity | Date | Clock | Acronym | Address


class Mention(NamedTuple):
    """A stretch of text that names or measures something.

    `kind` is "name", "quantity", "date", "clock", "acronym" or "address"; `span` covers the words at issue (a whole name without
    its title, a figure with its unit and noun), `text` is what stands there.
    """

    kind: Literal["name", "quantity", "date", "clock", "acronym", "address"]
    span: Span
    text: str
    value: Value


class Relation(NamedTuple):
    """What stands together in a sentence, with named roles.

    conversion (amount, converted), total (whole, part, part, …), change (from, to, by), share (part, whole, share),
    span (start, end, length), list (announced, item, …), expansion (long, short). A role may recur.
    """

    kind: str
    roles: tuple[tuple[str, Mention], ...]
    facts: Mapping[str, str] = {}

    def all(self, role: str) -> tuple[Mention, ...]:
        """Mentions in that role, in the order of the text."""
        return tuple(m for r, m in self.roles if r == role)

    def get(self, role: str) -> Mention | None:
        """First mention in that role."""
        return next((m for r, m in self.roles if r == role), None)


class Claim:
    """A figure said of something, with what tells which thing it is said of; all words lower case and stemmed.

    `sentence` is the index of its sentence. `noun` is the head that the figure counts or modifies ("people",
    "meeting"), `modifiers` the words between the two. `near` are the content words of its clause, closest first,
    `words` those of its whole sentence, `names` the proper names in it. `before` and `after` are the words that touch
    the figure. `scope` bounds it in time and kind: years, months, "last year", "quarter", "each", "so far".
    `roles` are the words that say what part it plays ("from", "to", "another", "more"), `company` how many other
    figures of its dimension stand in its sentence. `event` is the event whose length or toll the figure is, by the
    stem that its noun and its verb share ("three-hour meeting", "met for four hours" → "meet"), "" where it is none;
    `definite` tells that "the" or "this" points back to it. `determiner` is "the" where the figure is pointed at ("the", "this",
    "that", hedges skipped), "a" where it is told as new ("a", "an", "another"), else "", and `owned` where "its" or "the club's" stands there. `complement` are the first content words
    behind it in its clause ("of families in debt" → "family", "debt"), `leaders` the proper names before it in its clause, the
    nearest first. `display` tells that it stands in a headline, summary, caption or list, where copy repeats itself.
    `numbers` are the counts and the bare numbers of its sentence. `said` are all words of the sentence in order, `at` is where
    the figure's own begin in it, `sex` is "f" or "m"
    where its pronouns and titles are of that sex alone, else "". `led_by` are the proper names of the sentence before.

    No tuple like the others: most figures have no partner that they could contradict, so `checker.relate.claims` reads a field
    when it is first asked for. Two claims are equal when they are one.
    """

    value: Mention
    sentence: int
    zone: int
    voice: Voice
    mood: Mood
    noun: str
    modifiers: tuple[str, ...]
    near: tuple[str, ...]
    words: frozenset[str]
    names: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    scope: frozenset[str]
    roles: frozenset[str]
    company: int
    event: str
    definite: bool
    determiner: str
    owned: bool
    complement: tuple[str, ...]
    leaders: tuple[str, ...]
    display: bool
    numbers: frozenset[Decimal]
    said: tuple[str, ...]
    at: int
    sex: str
    led_by: frozenset[str]

    def lasts(self, other: Self, longer: bool) -> bool:
        """Does its sentence tell it, in whatever words, as the length of the event of the other's noun ("a nine-day strike"), to which "the" points?

        `longer` tells which of the two is.
        """
        raise NotImplementedError

    def behind(self, sentences: int) -> Self:
        """The same claim with so many sentences before those of its document."""
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.sentence += sentences
        return other


class Referent(NamedTuple):
    """One person, place, body, event or thing, with every mention of it and why they were joined."""

    kind: str
    name: str
    mentions: tuple[tuple[int, Mention], ...]
    because: tuple[str, ...] = ()
