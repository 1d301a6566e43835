"""Which blocks of a web page are its article, and which the page's own: lists of links, other stories, readers' comments.

Elements are scored as by arc90's Readability (version 1.7.1): each paragraph gives its length and its commas to the element it stands in, and
half as much to the one around that; what is made of links counts for nothing. The best element is the article, with those beside it that do as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import NamedTuple

_SHORTEST = 25  # characters of a paragraph that tells anything
_LONG, _MOST = 100, 3  # characters that give a point, and points for length
_BESIDE, _LEAST = 0.2, 10.0  # of the best score, and points at least, for an element beside the best to be part of the article
_SENTENCE = 80  # characters of a paragraph beside the article that is one of its own
_LINKS = 0.33  # share of links from which a block is none of prose
_OF_LINKS = 0.15  # of a page, from which it is one with more than an article
_ENOUGH = 0.4  # of the prose that the article has at least; with less it has not been found
_TOLD_ABOVE = frozenset({"headline", "summary", "byline"})  # kinds that may stand outside, above the article
_KEPT = frozenset({"headline", "byline", "caption", "credit", "summary"})


class Block(NamedTuple):
    """A block of a page: its kind and its pieces, the container and the element it is in, and how many characters of it are links."""

    kind: str
    pieces: Sequence[tuple[str, int, int]]
    container: int
    element: int
    linked: int

    @property
    def size(self) -> int:
        """Characters."""
        return sum([len(w) for w, _, _ in self.pieces])


def article(blocks: Sequence[Block], parents: Sequence[int]) -> list[Block]:
    """The blocks of the article; all of them where the page is little more, or where no article stands out.

    `parents` is the number of the element around each.
    """
    sizes = [b.size for b in blocks]
    if sum(b.linked for b in blocks) < _OF_LINKS * sum(sizes):
        return list(blocks)
    points, best = _scores(blocks, sizes, parents)
    if best < 0:
        return list(blocks)
    chosen = {best, *(e for e in points if e != best and parents[e] == parents[best] and points[e] >= max(_LEAST, _BESIDE * points[best]))}
    inside = [False] * len(parents)
    for i, around in enumerate(parents):  # an element's number is higher than that of the one around it
        inside[i] = i in chosen or (around >= 0 and inside[around])
    kept = [inside[b.element] or _own(b, size, parents, best) for b, size in zip(blocks, sizes, strict=True)]
    prose = [b.kind == "" and size > _SENTENCE and b.linked < _LINKS * size for b, size in zip(blocks, sizes, strict=True)]
    total = sum(s for s, p in zip(sizes, prose, strict=True) if p)
    if sum(s for s, p, k in zip(sizes, prose, kept, strict=True) if p and k) < _ENOUGH * total or not any(kept):
        return list(blocks)
    first = kept.index(True)
    above = _above(blocks, first)
    return [b for i, (b, k) in enumerate(zip(blocks, kept, strict=True)) if i in above or k and (b.kind in _KEPT or b.linked <= _LINKS * 1.5 * sizes[i] or sizes[i] > 2 * _SENTENCE)]


def _scores(blocks: Sequence[Block], sizes: Sequence[int], parents: Sequence[int]) -> tuple[dict[int, float], int]:
    """The points of each element that holds paragraphs, and the best of them, -1 where there is none."""
    points: dict[int, float] = {}
    linked, written = [0] * len(parents), [0] * len(parents)
    for b, size in zip(blocks, sizes, strict=True):
        linked[b.element] += b.linked
        written[b.element] += size
        if size < _SHORTEST or b.kind not in ("", "list"):
            continue
        score = 1 + sum(w.count(",") for w, _, _ in b.pieces) + min(size // _LONG, _MOST)
        around = parents[b.element]
        if around >= 0:
            points[around] = points.get(around, 0.0) + score
            if parents[around] >= 0:
                points[parents[around]] = points.get(parents[around], 0.0) + score / 2
    for i in range(len(parents) - 1, 0, -1):
        linked[parents[i]] += linked[i]
        written[parents[i]] += written[i]
    for e in points:
        points[e] *= 1 - linked[e] / max(1, written[e])
    return points, max(points, key=lambda e: points[e], default=-1)


def _own(b: Block, size: int, parents: Sequence[int], best: int) -> bool:
    """Is it a paragraph right beside the article that reads like one of its own?"""
    if parents[b.element] != parents[best] or b.kind != "":
        return False
    return size > _SENTENCE and b.linked < size / 4 or b.linked == 0 and b.pieces[-1][0].rstrip().endswith(".")


def _above(blocks: Sequence[Block], first: int) -> set[int]:
    """The headline over the article, and the summary and byline between the two."""
    at = next((i for i in range(first - 1, -1, -1) if blocks[i].kind == "headline"), None)
    return set() if at is None else {i for i in range(at, first) if blocks[i].kind in _TOLD_ABOVE}
