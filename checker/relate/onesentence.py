"""Relations between the figures of one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from checker.data.ways import FALLING, OF_PACE, RISING
from checker.model import Mention, Relation, Span
from checker.relate.conversions import CONVERTED, conversions
from checker.relate.fixings import fixings
from checker.relate.fractions import less_by
from checker.relate.gaps import quantity
from checker.relate.leads import compared, leads
from checker.relate.measured import unit_prices
from checker.relate.near import paired
from checker.relate.portioned import portioned
from checker.relate.ratios import ratios, sides
from checker.relate.scaled import scaled
from checker.relate.splits import splits
from checker.relate.summed import summed
from checker.relate.tallies import tallies
from checker.relate.totals import totals
from checker.relate.wholes import wholes
from checker.structure.document import Document

_FEW = 6
_SHARES = frozenset({"percent", "score", "vote", "money"})
_ROWS = ("steadily", " steady ", "ing each ", "ing every ", "ing year ", "ing month ", "ing week ", "ing quarter ", "ing season ", "ing all ", " a monthly ", " a yearly ", "n annual ")  # in a sentence of three figures that all went one way
_MADE_OF = ("of the ", "of its ", "of a", "of their ", ":", "--", " - ", "—", "–", "consist", "compris", "made up", "reflect", "divided", "split")  # what `partition` looks for
_EARMARKS = frozenset("including with which whom among has had include includes included contains contained sets set earmarks earmarked provides provided allots allotted allocates allocated gives gave".split())
_TURNED = RISING | FALLING | frozenset("up down higher lower increase hike upturn reduction slump contraction tumble plummet gain surges climb boost boosted lift lifted lifting cutting reduce reducing lowering trim trimming slash slashing plunge surge leap spike downturn uptick".split())  # what `paths` and `byamount` look for
BALANCES = frozenset({"loss", "deficit", "profit", "surplus", "shortfall"})  # what `balance` looks for
MOVING = (RISING | FALLING) - OF_PACE  # what `frames` looks for


def in_sentence(document: Document, mentions: Sequence[Mention], figures: Sequence[Mention]) -> list[Relation]:
    """The relations of the figures of one sentence; the last ones ask what has been found in it already."""
    text, span = document.text, document.sentence_at(figures[0].span.start)
    lower, several = document.lower[span.start:span.end], len(figures) > 2
    dimensions = [quantity(m).dimension for m in figures]
    amounts, percents = dimensions.count("money") > 1, "percent" in dimensions or "points" in dimensions
    found: list[Relation] = [*(conversions(text, figures) if not CONVERTED.isdisjoint(dimensions) else ()), *(totals(text, figures) if several or "vote" in dimensions else ()), *summed(document, mentions, figures, lower), *tallies(document, figures, span.end, lower),
                             *wholes(document, mentions, figures, dimensions), *ratios(document, figures, lower)]
    if amounts:
        found += unit_prices(text, figures)
    if several:
        found += _of_several(document, mentions, figures, lower, amounts=amounts)
    if not _SHARES.isdisjoint(dimensions):
        found += leads(text, figures, lower)
    if several or " decade" in lower:
        from checker.relate.paces import paces
        found += list(paces(document, figures, lower, found))
    if any(quantity(m).per for m in figures):
        from checker.relate.spread import spread
        found += list(spread(document, figures, found))
    if " of " in lower or lower.startswith("of "):
        from checker.relate.restated import restated
        found += restated(document, figures, lower)
        if len(figures) < _FEW and not any(r.kind in ("share", "portion") for r in found):
            from checker.relate.sharefirst import share_first
            found += share_first(document, figures, mentions, lower)
    found += [*compared(text, figures, lower), *fixings(document.lower, figures, span), *scaled(text, figures, lower)]
    if several:
        found += _moved(document, figures, lower, found, amounts=amounts)
    if several and "percent" in dimensions:
        from checker.relate.amountof import amount_of
        found += amount_of(document, figures)
    if percents:
        found += _of_percents(document, figures, span, lower)
    found += list(portioned(document, mentions, figures, lower, found))
    found += _last(document, figures, lower, found, percents=percents)
    return found


def _moved(document: Document, figures: Sequence[Mention], lower: str, known: Sequence[Relation], *, amounts: bool) -> list[Relation]:
    """What three figures or more tell of a balance, a change with its size, and a whole made up of parts."""
    found = list[Relation]()
    if amounts and not BALANCES.isdisjoint(lower.split()):
        from checker.relate.balance import balance
        found += balance(document, figures, lower)
    if (" from " in lower or " over " in lower) and not _TURNED.isdisjoint(lower.split()):
        from checker.relate.byamount import by_amount
        found += by_amount(document, figures, [*known, *found])
    if ("up " in lower or "down " in lower) and (" from " in lower or " on " in lower):
        from checker.relate.byamount import up_or_down
        found += up_or_down(document, figures)
    if " and " in lower and any(map(lower.__contains__, _MADE_OF)):
        from checker.relate.partition import partition
        found += partition(document, figures, [*known, *found])
    return found


def _last(document: Document, figures: Sequence[Mention], lower: str, known: Sequence[Relation], *, percents: bool) -> list[Relation]:
    """What moves from one figure to another, and what a fragment tells again, where nothing `known` reads it."""
    found = list[Relation]()
    if (" from " in lower or percents) and paired(figures):
        from checker.relate.moved import moved
        found += moved(document, figures, lower, [*known, *found])
    if " from " in lower and not _TURNED.isdisjoint(lower.split()):
        from checker.relate.paths import paths
        found += paths(document, figures, [*known, *found])
    if (percents or " by " in lower or " or " in lower) and not MOVING.isdisjoint(lower.split()):
        from checker.relate.frames import frames
        found += frames(document, figures, [*known, *found])
    if " total of " in lower and len(figures) > 2:
        from checker.relate.endtotals import end_totals
        found += end_totals(document, figures, [*known, *found])
    from checker.relate.retold import retold
    found += retold(document, figures, [*known, *found])
    return found


def _of_several(document: Document, mentions: Sequence[Mention], figures: Sequence[Mention], lower: str, *, amounts: bool) -> list[Relation]:
    """The relations of three figures or more of a sentence, which is given in small letters too."""
    text, found = document.text, list[Relation]()
    if any(map(lower.__contains__, _ROWS)):
        from checker.relate.monotone import monotone
        found += monotone(document, figures, document.lower)
    found += splits(document, figures)
    dimensions = [quantity(m).dimension for m in figures]
    if lower.startswith("of ") or not _EARMARKS.isdisjoint(lower.split()):
        from checker.relate.earmarks import earmarks
        found += earmarks(document, figures)
    if len(set(dimensions[1:])) == 1 and dimensions[:2] == ["count", "number"]:
        from checker.relate.placedsum import placed_sum
        found += placed_sum(document, mentions, figures)
    found += less_by(text, figures)
    if amounts:
        from checker.relate.apiece import apiece
        from checker.relate.priced import priced
        found += [*apiece(document, figures), *priced(text, figures, lower)]
        if "each" in lower or "apiece" in lower:
            from checker.relate.eachtotal import each_total
            found += each_total(document, figures)
        if not any(r.kind == "rate" for r in found):
            from checker.relate.soldat import sold_at
            found += sold_at(document, figures)
    if "one " in lower and (" for every " in lower or " for each " in lower):
        from checker.relate.eachtotal import one_for_every
        found += one_for_every(document, figures)
    return found


def _of_percents(document: Document, figures: Sequence[Mention], span: Span, lower: str) -> list[Relation]:
    """What is told of percentages: sides of a question, parts of a mix, changes, portions."""
    text = document.text
    several = sum(quantity(m).dimension == "percent" for m in figures) > 1
    found: list[Relation] = list(sides(text, figures, span.start, span.end)) if several else []
    if several and not found and (" not" in lower or "n’t" in lower or "n't" in lower or "against" in lower):
        from checker.relate.negated import negated
        found += negated(document, figures)
    if len(figures) > 2:
        from checker.relate.changes import changes, moves
        from checker.relate.mixes import mixes
        from checker.relate.portions import portions
        found += [*mixes(text, figures, lower), *changes(text, figures, span.start, span.end), *moves(text, figures), *portions(text, figures)]
    return found
