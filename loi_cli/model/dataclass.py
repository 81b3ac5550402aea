"""`dataclass`, as in the standard library, for a fraction of what that costs when a program starts.

The standard one writes eight methods for each class and compiles them: 4 million instructions of the processor a
class, which was a third of what a short command took. Here it finds the fields and makes the slots; of the methods,
`__init__` alone is compiled, when the first object is made, and the others are the same few functions for all classes.
Type checkers see the standard one, and `dataclasses.replace` works.
"""

import dataclasses
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False, order: bool = False, eq: bool = True
) -> Callable[[type], type]:
    """The options that are used here, with the meaning that they have in the standard library."""

    def make(cls: type) -> type:
        cls.__doc__ = cls.__doc__ or cls.__name__  # else one is made out of the signature of `__init__`
        made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
        methods: dict[str, object] = {"__init__": _first_init(made, frozen), "__repr__": _repr}
        if eq:
            methods |= _comparing(made, order)
            methods["__hash__"] = _hashing(made) if frozen else None
        if frozen:
            methods |= {"__setattr__": _refuse_value, "__delattr__": _refuse_deletion}
        if frozen and slots:
            methods |= {"__getstate__": _values, "__setstate__": _restore}
        for name, method in methods.items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        return made

    return make


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _first_init(cls: Any, frozen: bool) -> Callable[..., None]:
    """Makes room for the class's own `__init__` as soon as there is an object to make."""

    def first(self: object, *args: object, **values: object) -> None:
        cls.__init__ = _compiled_init(cls, frozen)
        cls.__init__(self, *args, **values)

    return first


def _compiled_init(cls: Any, frozen: bool) -> object:
    names: dict[str, object] = {"_set": object.__setattr__, "_MISSING": dataclasses.MISSING}
    positional, keywords, lines = ["self"], ["*"], []
    for each in dataclasses.fields(cls):
        name, default, value = each.name, "", each.name
        if each.default is not dataclasses.MISSING:
            names[f"_default_{name}"], default = each.default, f"=_default_{name}"
        elif each.default_factory is not dataclasses.MISSING:
            names[f"_make_{name}"], default = each.default_factory, "=_MISSING"
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        (keywords if each.kw_only else positional).append(name + default)
        lines.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    parameters = [*positional, *(keywords if len(keywords) > 1 else ())]
    exec("\n".join((f"def __init__({', '.join(parameters)}):", *lines)), names)
    made: Any = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _compared(cls: Any) -> Callable[[object], object]:
    """A function that takes from an object what is compared: a tuple, or the value of an only field."""
    names = [each.name for each in dataclasses.fields(cls) if each.compare]
    return operator.attrgetter(*names) if names else lambda _self: ()


def _comparing(cls: Any, order: bool) -> dict[str, object]:
    what = _compared(cls)

    def comparison(compare: Callable[[Any, Any], bool]) -> Callable[[object, object], object]:
        def method(self: object, other: object) -> object:
            return compare(what(self), what(other)) if other.__class__ is self.__class__ else NotImplemented

        return method

    operators = (operator.eq, *((operator.lt, operator.le, operator.gt, operator.ge) if order else ()))
    return {f"__{each.__name__}__": comparison(each) for each in operators}


def _hashing(cls: Any) -> Callable[[object], int]:
    what = _compared(cls)
    return lambda self: hash(what(self))


def _repr(self: Any) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_value(_self: object, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deletion(_self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _values(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _restore(self: Any, values: list[object]) -> None:
    for each, value in zip(dataclasses.fields(self), values, strict=True):
        object.__setattr__(self, each.name, value)
