"""Tracing: for a while the rules' modules have symbols where they have arrays, and our numpy.

Whatever was put in a module's place is taken back, and what functions remember is forgotten before
and after: a process that has traced plays on as before. While it traces, no other thread may run
the rules; ``building`` does it in a process of its own.
"""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final

import numpy as np

from game.kernel.graph import Graph
from game.kernel.numpy_stand_in import StandIn
from game.kernel.operations import lift
from game.kernel.symbols import GRAPH

ROOMS: Final = ("game.engine", "game.theory", "game.players")
"""Whose functions may be traced."""


@contextmanager
def tracing(stead: dict[str, Any]) -> Iterator[Graph]:
    """Yield a new graph, which grows by what the rules do to symbols until the end.

    ``stead`` puts something else in the place of some names, by ``module.name``.
    """
    made = Graph()
    GRAPH.append(made)
    kept: list[tuple[ModuleType, str, Any]] = []
    try:
        _forget()
        for module in _modules():
            for name, value in list(vars(module).items()):
                other = _other(value)
                if other is not value:
                    kept.append((module, name, value))
                    setattr(module, name, other)
        for path, value in stead.items():
            place, _, name = path.rpartition(".")
            kept.append((sys.modules[place], name, getattr(sys.modules[place], name)))
            setattr(sys.modules[place], name, value)
        yield made
    finally:
        for module, name, value in reversed(kept):
            setattr(module, name, value)
        GRAPH.pop()
        _forget()


def symbolic(value: Any, number: Callable[[str, Any], Any], path: str = "") -> Any:
    """Return a copy of what records and tuples hold, with ``number`` asked for what stands in the
    place of each array and each number, by its path."""
    if isinstance(value, np.ndarray) or (
        isinstance(value, float | int) and not isinstance(value, bool)
    ):
        return number(path, value)
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        parts = (symbolic(part, number, f"{path}.{n}") for n, part in enumerate(value))
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        made = object.__new__(type(value))
        for name, part in vars(value).items():
            made.__dict__[name] = symbolic(part, number, f"{path}.{name}")
        return made
    return value


def _other(value: Any) -> Any:
    """Return what stands for a module's global while it is traced: itself, where nothing has to."""
    if value is np:
        return StandIn()
    if isinstance(value, np.ndarray):
        return lift(value)
    if isinstance(value, dict) and any(isinstance(part, np.ufunc) for part in value.values()):
        return {key: getattr(StandIn(), part.__name__) for key, part in value.items()}
    if isinstance(value, tuple) and _arrays_in(value):
        return symbolic(value, lambda _, part: lift(part) if isinstance(part, np.ndarray) else part)
    return value


def _arrays_in(value: Any) -> bool:
    """Whether a tuple holds arrays, in itself or in its records."""
    if isinstance(value, tuple):
        return any(_arrays_in(part) for part in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(_arrays_in(part) for part in vars(value).values())
    return isinstance(value, np.ndarray)


def _modules() -> list[ModuleType]:
    return [
        module
        for name, module in list(sys.modules.items())
        if name.startswith(ROOMS) and module is not None
    ]


def _forget() -> None:
    """Let functions forget what they have kept: an array in one world is a symbol in the other."""
    for module in _modules():
        for value in list(vars(module).values()):
            if callable(getattr(value, "cache_clear", None)):
                value.cache_clear()
