"""A line on the terminal that tells how far a long run is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_AFTER = 1.0  # seconds; a run that is done by then shows nothing
_EVERY = 0.1
_WIDTH = 30


def shown(steps: Iterable[T], total: int, quiet: bool = False) -> Iterator[T]:
    """The steps as they come; on a terminal, from one second on, with a bar on standard error that is wiped at the end."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield from steps
        return
    begun = last = time.monotonic()
    drawn = False
    try:
        for done, step in enumerate(steps, 1):
            now = time.monotonic()
            if now - begun > _AFTER and now - last > _EVERY:
                sys.stderr.write(f"\r{bar(done, total, now - begun)}")
                sys.stderr.flush()
                last, drawn = now, True
            yield step
    finally:
        if drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def bar(done: int, total: int, seconds: float) -> str:
    """The bar with what is done, what there is, and the time that the rest will take."""
    full = _WIDTH * done // total
    left = round(seconds / done * (total - done))
    return f"check: [{'#' * full}{'.' * (_WIDTH - full)}] {done:,} of {total:,} articles, {left // 60}:{left % 60:02d} left "
