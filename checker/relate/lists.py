"""Announced lists: "four key areas: a, b and c", "five countries — A, B and C —", with the items that are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.data.english import FUNCTION_WORDS
from checker.data.places import REGIONS
from checker.model import Mention, Quantity, Relation, Span
from checker.structure.document import Document

_OPEN = re.compile(r"((?: [A-Za-z’'.-]+){0,7}?)(:|\s?(?:—|–|--)|\s-)\s+(?=\S)")
_CLOSE = {":": re.compile(r"[.;?!](?=\s|$)|\s?[—–]|\s--?\s|--|[(\n]|$"), "-": re.compile(r"\s?[—–]|\s--?\s|--|\n|$")}
_BOUND = re.compile(r"\b(?:more than|up to|over|fewer than|other than|than)\b", re.I)
_PARTIAL = re.compile(r"\b(?:includ\w*|such as|among|like|especially|notably|for example|e\.g|mainly|mostly|particularly|others|etc|"
                      r"followed|then|which|because|that)\b", re.I)
_AND = re.compile(r",? (?:and|or|plus) (?:also |finally |lastly )?")
_OF_TWO = re.compile(r"\b(?:times|days|hours|weeks|months|years|minutes|people|percent|points|seats|votes|decades|million|billion)\b")
_VERB = re.compile(r"(?<![\w-])(?:is|are|was|were|has|have|had|will|would|can|could|said|says|he|she|they|it|who|not|to)(?![\w-])")
_INCLUDING = re.compile(r"\b(?:includ\w*|such as|among|like|especially|notably)\b")
_APPOSED = re.compile(r"(?:an?|his|her|its|their|both|all|[a-z]+ (?:of|at|for)) ")


def lists(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list": the announced number, and one place that holds the items; `least` and `most` bound their count."""
    text = document.text
    for m in mentions:
        q = m.value
        if not isinstance(q, Quantity) or q.dimension not in ("count", "number") or q.low != q.high or q.hedge or not 2 <= q.low <= 12 or q.step != 1:
            continue
        end = document.sentence_at(m.span.start).end
        opened = _OPEN.match(text, m.span.end, end)
        if opened is None or (not q.noun and not opened[1]) or _OF_TWO.search(q.noun) or _INCLUDING.search(opened[1]) \
                or _VERB.search(opened[1]) or _BOUND.search(text[max(0, m.span.start - 15):m.span.start]):
            continue
        closed = _CLOSE[":" if opened[2] == ":" else "-"].search(text, opened.end(), end)
        stretch = Span(opened.end(), closed.start() if closed else end)
        bounds = _count(text[stretch.start:stretch.end].strip(" ."))
        if bounds is not None:
            last = len(text[stretch.start:stretch.end].rstrip(" .,"))
            items = Mention("quantity", Span(stretch.start, stretch.start + last), text[stretch.start:stretch.start + last], q)
            yield Relation("list", (("announced", m), ("items", items)), {"least": str(bounds[0]), "most": str(bounds[1])})


def _count(words: str) -> tuple[int, int] | None:
    """How many items a list holds, as bounds; None where it is no plain list of names or short terms, or may be cut short."""
    if not 5 < len(words) < 400 or _PARTIAL.search(words) or any(c in words for c in "“”\"()?"):
        return None
    pieces = _with_states([p.strip() for p in re.split(r";" if ";" in words else r",", words) if p.strip()])
    if ";" in words and any(p.count(",") > 1 for p in pieces) or not pieces:
        return None
    joined = bool(re.match(r"(?:and|or|&|plus)\b", pieces[-1]))
    ends = [len(_AND.split(p)) for p in pieces]
    inner = len(_AND.split(re.sub(r"^(?:and|or|plus) ", "", pieces[-1])))
    if len(pieces) < 2 or not (joined or inner > 1):
        return None
    items = [re.sub(r"^(?:and|or|plus|both) ", "", p) for p in pieces[:-1]] + _AND.split(re.sub(r"^(?:and|or|plus) ", "", pieces[-1]))
    if not _plain(items):
        return None
    return len(pieces) + (0 if joined else 1), max(len(pieces), sum(ends[:-1]) + inner)


def _with_states(pieces: list[str]) -> list[str]:
    """A town and its state are one item, unless the list is one of states."""
    if all(p.strip(" .").removeprefix("and ") in REGIONS for p in pieces[1:]):
        return pieces
    out: list[str] = []
    for p in pieces:
        if out and out[-1][:1].isupper() and (p.strip(" .") in REGIONS or p.rstrip(".") in ("Inc", "Jr", "Sr", "Ltd", "LLC", "Corp", "Co")):
            out[-1] += ", " + p
        else:
            out.append(p)
    return out


def _plain(items: list[str]) -> bool:
    """Names throughout, or short terms throughout; no apposition, no age, no town with its state, no clause."""
    heads = [next((w for w in i.split() if w.lower() not in FUNCTION_WORDS), "") for i in items]
    regions = [re.sub(r"^(?:in|the|both) ", "", i).strip(" .") in REGIONS for i in items]
    if any(regions) and not all(regions) or any(i[:1].isdigit() or not i or _APPOSED.match(i) for i in items):
        return False
    named = [any(w[:1].isupper() for w in i.split()) for i in items]
    if all(named):
        return all(len(i.split()) <= 9 and not _VERB.search(i) for i in items)
    return not any(named) and all(len(i.split()) <= 5 and not _VERB.search(i) for i in items) and all(heads)
