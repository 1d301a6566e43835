"""Records behave as `typing.NamedTuple` does, in everything that the program and its plugins use."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from checker.records import NamedTuple


class Point(NamedTuple):
    """A place on a page."""

    x: int
    y: int = 2
    names: tuple[str, ...] = ()

    @property
    def sum(self) -> int:
        """Both together."""
        return self.x + self.y


class Typed(typing.NamedTuple):
    x: int
    y: int = 2
    names: tuple[str, ...] = ()


class Empty(NamedTuple):
    """No fields at all, as a check without parameters has."""


MADE = [((1,), {}), ((1, 5), {}), ((), {"x": 3, "names": ("a",)}), ((1, 2, ("b",)), {})]


@pytest.mark.parametrize(("values", "named"), MADE)
def test_as_the_library_does(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Point(*values, **named), Typed(*values, **named)
    assert tuple(ours) == tuple(theirs)
    assert (ours.x, ours.y, ours.names) == (theirs.x, theirs.y, theirs.names)
    assert ours._asdict() == theirs._asdict()
    assert repr(ours) == repr(theirs).replace("Typed", "Point")
    assert tuple(ours._replace(y=9)) == tuple(theirs._replace(y=9))
    assert hash(ours) == hash(theirs)
    for again in (pickle.loads(pickle.dumps(ours)), copy.deepcopy(ours), Point._make(ours)):
        assert again == ours
        assert type(again) is Point


def test_class_as_the_library_has_it() -> None:
    assert (Point._fields, Point._field_defaults) == (Typed._fields, Typed._field_defaults)
    assert Point.__mro__[-2:] == (tuple, object)
    assert Point.__doc__ == "A place on a page."
    assert get_type_hints(Point) == get_type_hints(Typed)
    assert Point(1).sum == 3
    assert tuple(Empty()) == ()
    assert not hasattr(Point(1), "__dict__")
    match Point(4):
        case Point(x, y):
            assert (x, y) == (4, 2)


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, (), 4), {}), ((1,), {"z": 1}), ((1,), {"x": 1})])
def test_wrong_values(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Point, Typed):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_wrong_fields() -> None:
    with pytest.raises(ValueError, match="unexpected field"):
        Point(1)._replace(z=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Expected 3 arguments"):
        Point._make((1,))
    with pytest.raises(AttributeError):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(TypeError, match="without a default"):
        class Late(NamedTuple):
            a: int = 1
            b: int  # type: ignore[misc]


def test_a_constructor_is_compiled_once() -> None:
    class Late(NamedTuple):
        a: int

    assert "__new__" not in vars(Late)
    Late(1)
    first = vars(Late)["__new__"]
    Late(2)
    assert vars(Late)["__new__"] is first
    assert sys.getsizeof(Late(1)) == sys.getsizeof((1,))


def test_a_run_imports_neither_typing_nor_dataclasses(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The council met on Monday.\n\nIt met for three hours, and the three-hour meeting was long.\n", encoding="utf-8")
    code = f"import sys\nfrom checker.cli import main\nsys.argv = ['check', {str(file)!r}]\ntry:\n    main()\nexcept SystemExit:\n    pass\n" \
           "print(sorted({'typing', 'dataclasses', 'inspect', 'click', 'tomllib'} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"  # each costs 2 to 10 ms


class Wide(NamedTuple):
    """More fields than there are constructors made before."""

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int
    j: int
    k: int
    m: int
    n: int
    o: int = 14


def test_a_record_of_many_fields_is_made_as_any_other() -> None:
    made = Wide(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, n=13)
    assert tuple(made) == tuple(range(1, 15))
    with pytest.raises(TypeError):
        Wide(1)  # type: ignore[call-arg]
