"""Attributes that are read when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TypeVar

    _T = TypeVar("_T")


class _Lazy:
    """A field that is read when it is first asked for, and kept: `functools.cached_property` without its lock."""

    def __init__(self, read: Callable[[Any], object]) -> None:
        self.read = read

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, one: Any, owner: type) -> object:
        found = one.__dict__[self.name] = self.read(one)
        return found


def lazy(read: Callable[[Any], _T]) -> _T:
    """A method as an attribute of what it returns, read once."""
    return _Lazy(read)  # type: ignore[return-value]  # it gives what `read` returns
