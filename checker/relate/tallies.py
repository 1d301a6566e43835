"""Totals told in passing: parts of which some are one, parts behind a comma, "three more, raising the toll to 14 from 10", votes of a chamber of so many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.data.units import ONES
from checker.extract.hedges import kind_of, printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document
from checker.structure.words import occurrences

_ONES = "|".join(w for w in ONES if 0 < ONES[w] < 13)
_OPENS = re.compile(r"(?: [a-zA-Z’'-]+){0,4}(?::| ?[—–]| --?| \(| (?:made up|composed|comprised|consisting|consists|consisted) of) ?")
_ITEM = re.compile(rf"(?P<number>an?|{_ONES}|\d{{1,3}})(?: (?!(?:and|other|others|more)\b|of (?:the|them|those|these|which|whom|its|his|her|their|all)\b)[\w’'-]+){{1,9}}?(?P<joint>,? and |, (?!and )|; (?:and )?|(?=[.)—–;,]| --|$))", re.I)
_JOINED = re.compile(r"(?:,? and|; and)(?: (?:an?|one))? ")
_PEOPLE = frozenset("person people man woman child juror member passenger soldier officer victim student suspect lawmaker senator delegate hostage sailor".split())
_AND = re.compile(r",? and ")
_COMMA = re.compile(r", ")
_CLOSED = re.compile(r"[,.;)—]|$| [—–]")
_FURTHER = re.compile(r" (?:more|other|others|additional|new|further)\b")
_RAISING = re.compile(r"[^.;:()\d]{0,80}?\b(?:rais|bring|push|tak|lift)ing (?:the |its |their |his |her )?(?:[a-z’-]+ ){0,4}?(?:toll|total|number|count|tally)(?: [a-z’-]+){0,5}? (to|from) ")
_RAISED = ("raising ", "bringing ", "pushing ", "taking ", "lifting ")
_FROM = {"to": re.compile(r"(?: [a-z’-]+){0,3},? (?:up )?from "), "from": re.compile(r"(?: [a-z’-]+){0,3} to ")}
_NEAR = Decimal("1.3")
_CHAMBER = re.compile(r"(?<![\w-])(\d{2,3})-(?:member|seat) (?:[A-Z][a-z]+ )?(?:chamber|Senate|House|house|Assembly|council|board|body|parliament|legislature|committee)(?! [A-Z]| (?:caucus|conference|delegation|majority|minority))")


def tallies(document: Document, figures: Sequence[Mention], end: int, sentence: str) -> Iterator[Relation]:
    """Relations "total" (whole, part, …) of a sentence with two figures or more, given by its end and in small letters."""
    text = document.text
    if " and " in sentence:
        for k, m in enumerate(figures):
            q = quantity(m)
            if q.dimension == "count" and not q.per and not q.ranged and not q.hedge and (told := _singles(text, m, end) or _apposed(text, figures, k)) is not None:
                yield told
    if " adding " in sentence or " addition of " in sentence:
        for m, now in pairwise(figures):
            if text.startswith(" to ", m.span.end) and (found := _joining(text, m, now, end)) is not None:
                yield found
    if len(figures) > 2 and (" need" in sentence or any(map(sentence.__contains__, _RAISED))):
        for k in range(len(figures) - 2):
            three = figures[k:k + 3]
            if (found := _raised(text, three) or _needed(text, three)) is not None:
                yield found


def _joining(text: str, then: Mention, now: Mention, end: int) -> Relation | None:
    """ "from seven to 11, adding A, B and C": as many as names are told."""
    adding = _ADDING.match(text, now.span.end, end)
    p, q = quantity(then), quantity(now)
    if adding is None or not _FROM_BEFORE.search(text, max(0, then.span.start - 10), then.span.start) or p.hedge or q.hedge or not p.low < q.low <= p.low + _MOST_JOIN:
        return None
    stretch = text[adding.end():end].rstrip(" .\n”\"")
    names = (_NEXT_COMMA if ", and " in stretch else _NEXT_NAME).split(stretch)
    if not all(map(_HAS_NAME.search, names)) or " and " not in stretch:
        return None
    span = Span(adding.end(), adding.end() + len(stretch))
    number = Decimal(len(names))
    return _total(now, [then, Mention("quantity", span, stretch, Quantity(number, number, "count"))], cue="told")


_ADDING = re.compile(r"(?: (?!and |but )[a-z]+){0,3},? (?:by )?(?:adding|with the addition of) (?:the )?")
_FROM_BEFORE = re.compile(r"\bfrom $")
_NEXT_COMMA = re.compile(r", (?:and )?")
_NEXT_NAME = re.compile(r", |(?<=[a-z.]) and (?=[A-Z])")
_HAS_NAME = re.compile(r"[A-Z][\w’'.-]+ [A-Z][\w’'-]+")
_MOST_JOIN = 8


def _needed(text: str, three: Sequence[Mention]) -> Relation | None:
    """ "with 52 senators, they need eight more to reach 60"."""
    have, more, whole = three
    if any(quantity(m).dimension not in ("count", "number") or quantity(m).ranged for m in three) or kind_of(quantity(have)) or kind_of(quantity(whole)) \
            or kind_of(quantity(more)) not in ("", None, "least"):
        return None
    if not _NEED.fullmatch(text, have.span.end, more.span.start) or not _TO_REACH.fullmatch(text, more.span.end, whole.span.start):
        return None
    value = printed(quantity(more))[0]
    plain = more._replace(value=quantity(more)._replace(low=value, high=value, hedge=""))
    return _total(whole, [have, plain], cue="told")


_NEED = re.compile(r"[^.;:()\d]{0,90}\bneed(?:s|ed|ing)? (?:(?:to (?:win|get|attract|pick up|find|persuade)|the (?:support|votes|backing|help) of|support from|at least|another|an additional|just|only) ){0,3}")
_TO_REACH = re.compile(r"[^.;:()\d]{0,60}? (?:to|for) (?:reach|hit|get to|have|clear|meet|achieve|make) (?:the |a |that )?(?:threshold of |total of )?")


def _total(whole: Mention, parts: Sequence[Mention], **facts: str) -> Relation:
    return Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "colon", **facts})


def _singles(text: str, whole: Mention, end: int) -> Relation | None:
    """ "six cases: three in Selby, one in Hythe, one in Osk and two in Whitby": "one" and "a" are parts like any other."""
    opened = _OPENS.match(text, whole.span.end, end)
    if opened is None:
        return None
    parts: list[Mention] = []
    at, single, joined = opened.end(), False, False
    while item := _ITEM.match(text, at, end):
        word = item["number"].lower()
        number = Decimal(1 if word in ("a", "an") else ONES[word] if word in ONES else int(word))
        parts.append(Mention("quantity", Span(at, item.start("joint")), text[at:item.start("joint")], Quantity(number, number, "count")))
        single, joined, at = single or number == 1, "and" in item["joint"] or joined, item.end()
        if not item["joint"]:
            break
    if len(parts) < 2 or not single or not joined or text[at - 4:at] == "and " or quantity(whole).low < len(parts) - 1:
        return None
    return _total(whole, parts)


# those that no others are ("17 women, nine men and five children" are three groups), and what people are beside what they do
_APART = frozenset({"man", "woman", "boy", "girl"})
_CHILDREN = frozenset({"boy", "girl"})
_KINDS = frozenset("man woman boy girl child adult teenager republican democrat independent conservative liberal foreigner american briton civilian".split())
_ANY = frozenset({"person", "people", "victim"})  # of whom any may be some
_PERSON = re.compile(r"(?:[^t]er|or|ist|ian|ant|[ae]nt|man|eer|ee|clerk|nurse|cook|guard|pilot|judge|chef|priest|monk|guest|child)$")


def _are_of(whole: str, parts: set[str]) -> bool:
    """Can those of the parts be among those of the whole: men and women among people, boys and girls among children; other soldiers are not among soldiers?"""
    if whole in _APART or whole in parts:
        return False
    if whole in _ANY:
        return all(part in _KINDS or part in _PEOPLE or _PERSON.search(part) for part in parts)
    return parts <= (_CHILDREN if whole == "child" else _KINDS)


def _apposed(text: str, figures: Sequence[Mention], k: int) -> Relation | None:
    """ "12 people, seven men and six women, were hurt"."""
    whole = figures[k]
    if k + 2 >= len(figures) or quantity(whole).unit not in _PEOPLE or not _COMMA.fullmatch(text, whole.span.end, figures[k + 1].span.start):
        return None
    parts = figures[k + 1:k + 3]
    if not _AND.fullmatch(text, parts[0].span.end, parts[1].span.start) or not _CLOSED.match(text, parts[1].span.end):
        return None
    if any(quantity(p).dimension != "count" or quantity(p).hedge or quantity(p).low >= quantity(whole).low for p in parts):
        return None
    return _total(whole, parts) if _are_of(quantity(whole).unit, {quantity(p).unit for p in parts}) else None


def _raised(text: str, three: Sequence[Mention]) -> Relation | None:
    """ "three more deaths, raising the toll to 14 from 10"."""
    more, one, two = three
    if not _FURTHER.match(text, more.span.end) and quantity(more).unit not in ("others", "other") and not _NEW.match(quantity(more).noun):
        return None
    found = _RAISING.fullmatch(text, more.span.end, one.span.start)
    if found is None or not _FROM[found[1]].fullmatch(text, one.span.end, two.span.start) or any(quantity(m).hedge for m in three):
        return None
    whole, before = (one, two) if found[1] == "to" else (two, one)
    return _total(whole, [before, more], cue="told")


_NEW = re.compile(r"(?:new|more|additional|other|further) ")


_BODY = 60  # characters in which the body behind "-member" is told


def chambers(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """A vote of more than the members that the text gives the chamber: "71-39", "the 100-member chamber"."""
    votes = [m for m in mentions if quantity(m).dimension == "vote"]
    if not votes:
        return
    text = document.text
    sizes = [size for word in ("-member", "-seat") for at in occurrences(text, word) if (size := _CHAMBER.search(text, max(0, at - 3), at + _BODY)) is not None and size.start() < at]
    if len({size[1] for size in sizes}) == 1:
        number = Decimal(sizes[0][1])
        span = Span(*sizes[0].span())
        whole = Mention("quantity", span, document.text[span.start:span.end], Quantity(number, number, "count"))
        for m in votes:
            if number < quantity(m).low + quantity(m).high > _NEAR * number:
                continue  # of another chamber
            yield Relation("total", (("whole", whole), ("part", m)), {"cue": "told", "bound": "at most"})
