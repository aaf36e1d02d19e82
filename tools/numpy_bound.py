"""The least time in which numpy could do what a piece of work asks of it, for ``bench``.

A piece of work is done once with arrays that note every call: its kind and the shape of what it
made. The bound is the time of as many calls of ``np.add`` (``np.exp`` for powers and logarithms)
for those shapes, arrays in cache. Python between the calls is free, and so is memory out of cache,
so a share of 1 cannot be reached. Calls on plain arrays alone (a table of constants looked up) are
not noted, which makes the bound, and the share reached, a little too low.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import prod
from time import process_time
from typing import Any, ClassVar, Final, NamedTuple

import numpy as np

POWERS: Final = frozenset({"exp", "exp2", "log", "log1p", "power", "sqrt"})
MAKERS: Final = ("empty", "zeros", "arange")  # functions whose arrays take part in later calls
REPEATS: Final = 30  # of each shape's call; the fastest counts

Shape = tuple[int, ...]


class Bound(NamedTuple):
    """How many numpy calls some work makes, and the seconds in which numpy could make them."""

    calls: int
    seconds: float


class Noting(np.ndarray[Any, np.dtype[Any]]):
    """An array that notes every call on it, by shape and whether it is a power; so do its heirs."""

    notes: ClassVar[Counter[tuple[bool, Shape]]] = Counter()

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Do what was asked with plain arrays, and note it."""
        into = options.get("out")
        if into:
            options["out"] = tuple(_plain(array) for array in into)
        made = getattr(ufunc, method)(*(_plain(value) for value in inputs), **options)
        _note(ufunc.__name__, max((_shape(value) for value in (*inputs, made)), key=prod))
        return into[0] if into else _noting(made)

    def __array_function__(self, function: Any, types: Any, inputs: Any, options: Any) -> Any:
        """Do what was asked with plain arrays, and note it unless it only looks at them anew."""
        made = function(*_plain(inputs), **_plain(options))
        if isinstance(made, np.ndarray) and made.base is None:
            _note(function.__name__, made.shape)
        return _noting(made)

    def __getitem__(self, key: Any) -> Any:
        """Return a part; it is noted where it is copied out."""
        made = np.asarray(self)[_plain(key)]
        if made.base is None:
            _note("getitem", made.shape)
        return _noting(made)

    def __setitem__(self, key: Any, value: Any) -> None:
        """Write a part, and note it."""
        np.asarray(self)[_plain(key)] = _plain(value)
        _note("setitem", _shape(value))

    def take(self, *inputs: Any, **options: Any) -> Any:
        """Return what stands at places, and note it."""
        return self._made("take", inputs, options)

    def astype(self, *inputs: Any, **options: Any) -> Any:
        """Return another type, and note it."""
        return self._made("astype", inputs, options)

    def nonzero(self) -> Any:
        """Return the places that are not nought, and note it."""
        return self._made("nonzero", (), {})

    def _made(self, name: str, inputs: Any, options: Any) -> Any:
        made = getattr(np.asarray(self), name)(*_plain(inputs), **options)
        _note(name, _shape(made))
        return _noting(made)


def bound(work: Callable[[], object]) -> Bound:
    """Return the bound of ``work``, whose arrays must be, or come from, ``Noting`` ones."""
    Noting.notes.clear()
    with _makers_noting():
        work()
    noted = dict(Noting.notes)
    seconds = sum(times * _seconds(power, shape) for (power, shape), times in noted.items())
    return Bound(sum(noted.values()), seconds)


def noting(array: Any) -> Any:
    """Return a copy of an array that notes the calls on it."""
    return np.array(array).view(Noting)


@contextmanager
def _makers_noting() -> Iterator[None]:
    """Let new arrays note too, as long as this lasts."""
    makers = {name: getattr(np, name) for name in MAKERS}
    for name, maker in makers.items():
        setattr(
            np,
            name,
            lambda *inputs, maker=maker, **options: maker(*_plain(inputs), **options).view(Noting),
        )
    try:
        yield
    finally:
        for name, maker in makers.items():
            setattr(np, name, maker)


def _seconds(power: bool, shape: Shape) -> float:
    """Return the seconds of one call of ``np.exp`` or ``np.add`` for a shape."""
    one, other = np.full(shape, 0.5), np.full(shape, 0.25)
    work: Callable[[], object] = (lambda: np.exp(one)) if power else (lambda: np.add(one, other))
    times = max(1, 2000 // max(one.size, 1))  # the clock is no finer than a microsecond
    best = np.inf
    for _ in range(REPEATS):
        begun = process_time()
        for _ in range(times):
            work()
        best = min(best, process_time() - begun)
    return best / times


def _note(name: str, shape: Shape) -> None:
    Noting.notes[name in POWERS, shape] += 1


def _shape(value: Any) -> Shape:
    shape: Shape = getattr(value, "shape", ())
    return shape


def _plain(value: Any) -> Any:
    """Return arrays as plain ones, also inside tuples, lists and dictionaries."""
    if isinstance(value, Noting):
        return value.view(np.ndarray)
    if isinstance(value, tuple | list):
        return type(value)(_plain(part) for part in value)
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return value


def _noting(value: Any) -> Any:
    """Return arrays as noting ones, also inside tuples and lists."""
    if isinstance(value, np.ndarray):
        return value.view(Noting)
    if isinstance(value, tuple | list):
        return type(value)(_noting(part) for part in value)
    return value
