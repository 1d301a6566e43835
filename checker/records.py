"""Named tuples that are cheap to define (a run makes over a hundred classes of them before it reads its first word), and fields read when asked for.

`typing.NamedTuple` compiles each annotation and each constructor when the class is made, used or not, which was a fifth of the start-up.
Here annotations stay text (`typing.get_type_hints` still resolves them) and a constructor is made with the first record. The type
checker sees `typing.NamedTuple` itself; at run time the records behave as its own do.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take the name for true; `typing`, which has one, costs a thirtieth of the start-up

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar
    from typing import NamedTuple as NamedTuple

    _T = TypeVar("_T")
else:
    from collections import _tuplegetter

    _new = tuple.__new__
    _CONSTRUCTORS = (  # by the number of fields
        lambda _cls: _new(_cls),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
    )

    class _Record(tuple):
        """What all records share; the fields' getters and the constructor are each class's own."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012  # as in `collections.namedtuple`

        def __new__(cls, *values, **named):
            """Make the class's own constructor, which takes this one's place, and call it."""
            fields = cls._fields
            if len(fields) < len(_CONSTRUCTORS):  # one made before, with the fields' names: a fortieth of what compiling it costs
                like = _CONSTRUCTORS[len(fields)]
                constructor = type(like)(like.__code__.replace(co_varnames=("_cls", *fields)), globals())
            else:
                constructor = eval(f"lambda _cls, {', '.join(fields)}: _new(_cls, ({', '.join(fields)}))")
            constructor.__defaults__ = tuple(cls._field_defaults.values())
            constructor.__name__ = "__new__"
            constructor.__qualname__ = f"{cls.__qualname__}.__new__"
            cls.__new__ = staticmethod(constructor)
            return constructor(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in zip(self._fields, self, strict=True))})"

        def __getnewargs__(self):
            return tuple(self)

    class _Meta(type):
        def __new__(meta, name, bases, body):
            if not bases:
                return type.__new__(meta, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {f: body[f] for f in fields if f in body}
            if fields[len(fields) - len(defaults):] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows one with a default")
            body.update(__slots__=(), _fields=fields, _field_defaults=defaults, __match_args__=fields)
            body.update((f, _tuplegetter(i, "")) for i, f in enumerate(fields))
            return type(name, (_Record,), body)

    class NamedTuple(metaclass=_Meta):
        """The base to write in a class statement; it is no base of the class that comes of it."""


class _Lazy:
    """A field that is read when it is first asked for, and kept: `functools.cached_property` without its lock, at a third of the price."""

    def __init__(self, read: Callable[[Any], object]) -> None:
        self.read = read
        self.__doc__ = read.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, one: Any, owner: type) -> object:
        if one is None:
            return self
        found = one.__dict__[self.name] = self.read(one)
        return found


def lazy(read: Callable[[Any], _T]) -> _T:
    """A method as an attribute of what it returns, read once."""
    return _Lazy(read)  # type: ignore[return-value]  # it gives what `read` returns
