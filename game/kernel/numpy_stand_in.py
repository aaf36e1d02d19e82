"""What stands in for numpy while the rules are traced: the same names, for symbols.

A function that is not here goes to numpy itself where all it is given is known; else it is refused
by name, so that a rule never runs otherwise than it reads.
"""

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from game.kernel.graph import NotTraceable
from game.kernel.operations import binary, cast, choice, lift, reduced, unary
from game.kernel.symbols import Symbol, guard_of

UNARY: Final = {
    "exp": "exp",
    "exp2": "exp2",
    "log": "log",
    "log1p": "log1p",
    "arcsinh": "arcsinh",
    "sqrt": "sqrt",
    "rint": "rint",
    "floor": "floor",
    "trunc": "trunc",
    "negative": "neg",
    "abs": "abs",
    "absolute": "abs",
    "logical_not": "not",
    "invert": "not",
}
BINARY: Final = {
    "add": "add",
    "subtract": "sub",
    "multiply": "mul",
    "divide": "div",
    "true_divide": "div",
    "floor_divide": "fdiv",
    "maximum": "max",
    "minimum": "min",
    "power": "pow",
    "less": "lt",
    "less_equal": "le",
    "greater": "gt",
    "greater_equal": "ge",
    "equal": "eq",
    "not_equal": "ne",
    "logical_and": "and",
    "logical_or": "or",
    "bitwise_and": "and",
    "bitwise_or": "or",
}
SHAPES: Final = (
    "moveaxis",
    "swapaxes",
    "repeat",
    "tile",
    "expand_dims",
    "squeeze",
    "flip",
    "ravel",
    "reshape",
    "transpose",
    "atleast_1d",
)


def _holds_symbols(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(_holds_symbols(part) for part in value)
    return isinstance(value, Symbol)


class Pairwise:
    """A function of two arrays, as numpy has it."""

    def __init__(self, operation: str) -> None:
        """Stand for numpy's function that does ``operation``."""
        self.operation = operation

    def __call__(self, one: Any, other: Any, out: Symbol | None = None) -> Symbol:
        return binary(self.operation, one, other, out)

    def reduce(self, values: Any, axis: int = 0) -> Symbol:
        """As numpy's."""
        parts = lift(values) if isinstance(values, Symbol) else _joined(np.stack, values, 0)
        return reduced(parts, self.operation, axis)

    def at(self, target: Symbol, key: Any, values: Any) -> None:
        """As numpy's: one place after the other, also where they are the same."""
        places = [lift(part) for part in key]
        for number in range(len(places[0])):
            here = tuple(int(part[number]) for part in places)
            old = target[here]
            new = binary(self.operation, old, lift(values)[number])
            guard = guard_of(tuple(key))
            target[here] = new if guard is None else choice(guard[number], new, old)

    def reduceat(self, values: Symbol, firsts: Any, axis: int = 0) -> Symbol:
        """As numpy's along the first axis, of sums; what was read under a guard counts where that
        holds."""
        starts = lift(firsts).values()
        if self.operation != "add" or axis != 0 or starts is None:
            raise NotTraceable("reduceat but of sums, along the first axis, from known places")
        guard, rows = values.guard, []
        for first, last in zip(starts, [*starts[1:], len(values)], strict=True):
            total: Any = 0.0
            for number in range(first, last):
                more = total + values[number]
                total = more if guard is None else choice(guard[number], more, total)
            rows.append(total)
        return _joined(np.stack, rows, 0)


class StandIn:
    """numpy, as far as the rules use it."""

    def __getattr__(self, name: str) -> Any:
        if name in UNARY:
            return _unary(UNARY[name])
        if name in BINARY:
            return Pairwise(BINARY[name])
        real = getattr(np, name)
        if not callable(real) or isinstance(real, type):
            return real
        return _shaping(name, real) if name in SHAPES else _only_known(name, real)

    def where(self, condition: Any, yes: Any, no: Any) -> Symbol:
        """As numpy's."""
        return choice(condition, yes, no)

    def select(self, conditions: list[Any], choices: list[Any], default: Any = 0) -> Symbol:
        """As numpy's."""
        found = lift(default)
        for condition, value in zip(reversed(conditions), reversed(choices), strict=True):
            found = choice(condition, value, found)
        return found

    def clip(self, values: Any, low: Any, high: Any) -> Symbol:
        """As numpy's."""
        kept = binary("max", values, low)
        return kept if high is None else binary("min", kept, high)

    def argmax(self, values: Any, axis: int) -> Symbol:
        """As numpy's: of equal ones the first."""
        rows = np.moveaxis(lift(values).nodes, axis, 0)
        best, found = Symbol(rows[0], lift(values).dtype), lift(np.zeros(rows[0].shape, np.int64))
        for place in range(1, len(rows)):
            row: Any = Symbol(rows[place], best.dtype)
            more = row > best
            best, found = choice(more, row, best), choice(more, place, found)
        return found

    def sign(self, values: Any) -> Symbol:
        """As numpy's, of what is a number."""
        symbol: Any = lift(values)
        signs = choice(symbol > 0.0, 1, choice(symbol < 0.0, -1, 0))
        return cast(signs, symbol.dtype)

    def square(self, values: Any) -> Symbol:
        """As numpy's."""
        return binary("mul", values, values)

    def reciprocal(self, values: Any, out: Symbol | None = None) -> Symbol:
        """As numpy's."""
        return binary("div", 1.0, values, out)

    def any(self, values: Any, axis: int | None = None) -> Any:
        """As a symbol's own."""
        return lift(values).any(axis)

    def all(self, values: Any, axis: int | None = None) -> Any:
        """As a symbol's own."""
        return lift(values).all(axis)

    def sum(self, values: Any, axis: int | None = None) -> Symbol:
        """As a symbol's own."""
        return lift(values).sum(axis)

    def isin(self, values: Any, known: Any) -> Symbol:
        """As numpy's, for a short list."""
        symbol = lift(values)
        found = lift(np.zeros(symbol.shape, dtype=np.bool_))
        for value in known:
            found = found | (symbol == value)
        return found

    def take_along_axis(self, values: Any, places: Any, axis: int) -> Symbol:
        """As numpy's, along the last axis."""
        symbol, wanted = lift(values), lift(places)
        if axis not in (-1, symbol.ndim - 1):
            raise NotTraceable("take_along_axis along another axis than the last")
        lead = np.indices(wanted.shape)[:-1]
        return symbol[(*lead, wanted)]

    def stack(self, arrays: Any, axis: int = 0) -> Symbol:
        """As numpy's."""
        return _joined(np.stack, arrays, axis)

    def concatenate(self, arrays: Any, axis: int = 0) -> Symbol:
        """As numpy's."""
        return _joined(np.concatenate, arrays, axis)

    def array(self, values: Any, dtype: Any = None) -> Symbol:
        """As numpy's."""
        made = lift(values).copy()
        return made if dtype is None else cast(made, np.dtype(dtype)).copy()

    def asarray(self, values: Any, dtype: Any = None) -> Symbol:
        """As numpy's."""
        return lift(values) if dtype is None else cast(lift(values), np.dtype(dtype))

    ascontiguousarray = asarray

    def zeros(self, shape: Any, dtype: Any = np.float64) -> Symbol:
        """As numpy's."""
        return lift(np.zeros(shape, dtype))

    empty = zeros

    def ones(self, shape: Any, dtype: Any = np.float64) -> Symbol:
        """As numpy's."""
        return lift(np.ones(shape, dtype))

    def full(self, shape: Any, value: Any, dtype: Any = None) -> Symbol:
        """As numpy's."""
        filled = self.broadcast_to(value, shape).copy()
        return filled if dtype is None else cast(filled, np.dtype(dtype))

    def zeros_like(self, values: Any, dtype: Any = None) -> Symbol:
        """As numpy's."""
        return lift(np.zeros(np.shape(_nodes(values)), dtype or values.dtype))

    empty_like = zeros_like

    def ones_like(self, values: Any, dtype: Any = None) -> Symbol:
        """As numpy's."""
        return self.full_like(values, 1, dtype)

    def full_like(self, values: Any, value: Any, dtype: Any = None) -> Symbol:
        """As numpy's."""
        return self.full(np.shape(_nodes(values)), value, dtype or values.dtype)

    def broadcast_to(self, values: Any, shape: Any) -> Symbol:
        """As numpy's."""
        symbol = lift(values)
        return Symbol(np.broadcast_to(symbol.nodes, shape), symbol.dtype)

    def shape(self, values: Any) -> tuple[int, ...]:
        """As numpy's."""
        return np.shape(_nodes(values))

    def ndim(self, values: Any) -> int:
        """As numpy's."""
        return np.ndim(_nodes(values))

    def max(self, values: Any, axis: int) -> Symbol:
        """As numpy's, along an axis."""
        return reduced(lift(values), "max", axis)

    def min(self, values: Any, axis: int) -> Symbol:
        """As numpy's, along an axis."""
        return reduced(lift(values), "min", axis)

    def nonzero(self, values: Any) -> Any:
        """As a symbol's own."""
        return lift(values).nonzero()

    def flatnonzero(self, values: Any) -> Any:
        """As a symbol's own nonzero, laid flat."""
        return lift(values).reshape(-1).nonzero()[0]


def _nodes(values: Any) -> Any:
    return values.nodes if isinstance(values, Symbol) else values


def _unary(operation: str) -> Callable[..., Symbol]:
    def function(values: Any, out: Symbol | None = None) -> Symbol:
        return unary(operation, values, out)

    return function


def _joined(join: Callable[..., Any], arrays: Any, axis: int) -> Symbol:
    parts = [lift(part) for part in arrays]
    dtype = np.result_type(*(part.dtype for part in parts))
    return Symbol(join([cast(part, dtype).nodes for part in parts], axis=axis), dtype)


def _shaping(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that only moves entries, for symbols too."""

    def function(values: Any, *rest: Any, **named: Any) -> Any:
        if isinstance(values, Symbol):
            return Symbol(real(values.nodes, *rest, **named), values.dtype)
        return real(values, *rest, **named)

    return function


def _only_known(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return numpy's function for what is known; NotTraceable for what is not, by name."""

    def function(*values: Any, **named: Any) -> Any:
        if _holds_symbols(values) and not _holds_symbols(list(named.values())):
            known = [v.values() if isinstance(v, Symbol) else v for v in values]
            if not any(value is None for value in known) and not _holds_symbols(known):
                return lift(real(*known, **named))
        if _holds_symbols(values) or _holds_symbols(list(named.values())):
            raise NotTraceable(f"np.{name} of a war's own numbers")
        return real(*values, **named)

    return function
