"""Symbols: arrays of nodes that behave as numpy's arrays do, so that the rules run on them as they
stand.

The shape is that of one war: the axis N has length one. Views, slices, reshapes and writing in
place are numpy's own, done on the array of node numbers.

**What a rule may do.** ``any()`` and ``all()`` without an axis answer here so that no work is left
out: something holds, and not everything does. So a rule may use them to spare itself work that
would change nothing, and for nothing else.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from game.kernel import operations
from game.kernel.graph import Graph, NotTraceable
from game.kernel.indexing import advanced, looked_up, plain_key, targets

KINDS = {"f": "f", "i": "i", "b": "b", "u": "u"}
COMPARISONS = frozenset({"lt", "le", "gt", "ge", "eq", "ne"})
GRAPH: list[Graph] = []  # the graph that is being made, while one is


def graph() -> Graph:
    """Return the graph that is being made."""
    return GRAPH[-1]


def mapped(function: Callable[..., int], *arrays: Any) -> Any:
    """Return an array of nodes, each made by ``function`` from nodes of arrays that broadcast."""
    spread = np.broadcast_arrays(*arrays)
    made = np.empty(spread[0].shape, dtype=np.int64)
    for place in np.ndindex(made.shape):
        made[place] = function(*(int(array[place]) for array in spread))
    return made


class Symbol:
    """An array of nodes of one dtype."""

    __array_ufunc__ = None
    __array_priority__ = 1000.0
    __hash__ = object.__hash__

    def __init__(self, nodes: Any, dtype: Any) -> None:
        """Hold ``nodes``, an array of numbers of nodes."""
        self.nodes = np.asarray(nodes)
        self.dtype = np.dtype(dtype)
        self.guard: Symbol | None = None  # of entries read at places that count only in some wars

    @property
    def kind(self) -> str:
        """The kind of its nodes."""
        return KINDS[self.dtype.kind]

    @property
    def shape(self) -> tuple[int, ...]:
        """As numpy's."""
        return self.nodes.shape

    @property
    def size(self) -> int:
        """As numpy's."""
        return self.nodes.size

    @property
    def ndim(self) -> int:
        """As numpy's."""
        return self.nodes.ndim

    @property
    def T(self) -> "Symbol":
        """As numpy's."""
        return Symbol(self.nodes.T, self.dtype)

    def values(self) -> Any:
        """Return the entries as numpy's array where all are known, else None."""
        made = graph()
        if any(int(node) not in made.known for node in self.nodes.flat):
            return None
        found = [made.known[int(node)] for node in self.nodes.flat]
        return np.array(found).astype(self.dtype).reshape(self.shape)

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator["Symbol"]:
        return (self[place] for place in range(len(self.nodes)))

    def __bool__(self) -> bool:
        if self.size == 1 and int(self.nodes.flat[0]) in graph().known:
            return bool(graph().known[int(self.nodes.flat[0])])
        raise NotTraceable("a rule asks whether something holds in its war: let np.where choose")

    def __float__(self) -> float:
        if self.size == 1 and int(self.nodes.flat[0]) in graph().known:
            return float(graph().known[int(self.nodes.flat[0])])
        raise NotTraceable("a rule makes a plain number of a war's own: keep it an array")

    def __int__(self) -> int:
        return int(float(self))

    __index__ = __int__

    # Shapes

    def reshape(self, *shape: Any) -> "Symbol":
        """As numpy's."""
        return Symbol(self.nodes.reshape(*shape), self.dtype)

    def ravel(self) -> "Symbol":
        """As numpy's."""
        return Symbol(self.nodes.ravel(), self.dtype)

    def copy(self) -> "Symbol":
        """As numpy's."""
        return Symbol(self.nodes.copy(), self.dtype)

    def transpose(self, *axes: Any) -> "Symbol":
        """As numpy's."""
        return Symbol(self.nodes.transpose(*axes), self.dtype)

    def astype(self, dtype: Any, copy: bool = True) -> "Symbol":
        """As numpy's; from numbers to whole ones by cutting off."""
        return operations.cast(self, np.dtype(dtype)).copy()

    def view(self, dtype: Any) -> "Symbol":
        """As numpy's, between truth and one byte."""
        return self.astype(dtype)

    # Entries

    def __getitem__(self, key: Any) -> "Symbol":
        plain = plain_key(graph(), key)
        if plain is not None:
            found = Symbol(self.nodes[plain], self.dtype)
        elif _down_columns(key, self.ndim):
            columns = looked_up(graph(), self.nodes.T, [operations.lift(key[1]).nodes])
            found = Symbol(np.moveaxis(columns, -1, 0), self.dtype)
        else:
            wanted = [operations.lift(part).nodes for part in advanced(key)]
            found = Symbol(looked_up(graph(), self.nodes, wanted), self.dtype)
        found.guard = guard_of(key)
        return found

    def __setitem__(self, key: Any, value: Any) -> None:
        plain = plain_key(graph(), key)
        if plain is not None:
            new = operations.cast(operations.lift(value), self.dtype)
            self.nodes[plain] = where_guarded(key, new, self[key]).nodes
            return
        if isinstance(key, Symbol) and key.kind == "b":
            self.nodes[...] = operations.choice(key, value, self).nodes
            return
        wanted = [operations.lift(part).nodes for part in advanced(key)]
        new = operations.cast(operations.lift(value), self.dtype)
        self._written(wanted, where_guarded(key, new, self[key]))

    def _written(self, key: list[Any], value: "Symbol") -> None:
        """Write where an index that is not known points: every place it can name chooses."""
        spread = np.broadcast_arrays(*key, value.nodes)
        made = graph()
        for place in np.ndindex(spread[0].shape):
            wanted, new = [int(part[place]) for part in spread[:-1]], int(spread[-1][place])
            for target in targets(made, wanted, self.shape):
                here = made.constant(True, "b")
                for node, at in zip(wanted, target, strict=True):
                    here = made.binary(
                        "and", here, made.binary("eq", node, made.constant(at, "i"), "b"), "b"
                    )
                self.nodes[target] = made.select(here, new, int(self.nodes[target]))

    def take(self, indices: Any, axis: int | None = None) -> "Symbol":
        """As numpy's."""
        source = self.nodes.reshape(-1) if axis is None else np.moveaxis(self.nodes, axis, 0)
        wanted = operations.lift(indices)
        plain = plain_key(graph(), wanted)
        found = (
            source[plain[0]] if plain is not None else looked_up(graph(), source, [wanted.nodes])
        )
        if axis is not None and axis != 0:
            raise NotTraceable("take along another axis than the first")
        return Symbol(found, self.dtype)

    # Reductions

    def any(self, axis: int | None = None) -> Any:
        """As numpy's along an axis; over all of what is not known, yes: see above."""
        if axis is None:
            known = [graph().known.get(int(node), True) for node in self.nodes.flat]
            return any(known)
        return operations.reduced(self, "or", axis)

    def all(self, axis: int | None = None) -> Any:
        """As numpy's along an axis; over all of what is not known, no: see above."""
        if axis is None:
            known = [graph().known.get(int(node), False) for node in self.nodes.flat]
            return all(known)
        return operations.reduced(self, "and", axis)

    def sum(self, axis: int | None = None) -> "Symbol":
        """As numpy's, of what is counted, or of two: of more fractions the order is numpy's own."""
        known = self.values()
        if known is not None:
            return operations.lift(known.sum(axis=axis))
        counted = operations.cast(self, np.dtype(np.int64)) if self.kind == "b" else self
        if counted.kind == "f" and (axis is None or counted.shape[axis] > 2):
            raise NotTraceable(".sum() of fractions: write board.total")
        return operations.reduced(counted.ravel() if axis is None else counted, "add", axis or 0)

    def max(self, axis: int | None = None) -> "Symbol":
        """As numpy's."""
        return operations.reduced(self.ravel() if axis is None else self, "max", axis or 0)

    def min(self, axis: int | None = None) -> "Symbol":
        """As numpy's."""
        return operations.reduced(self.ravel() if axis is None else self, "min", axis or 0)

    def clip(self, low: Any, high: Any = None) -> "Symbol":
        """As numpy's."""
        kept = operations.binary("max", self, low)
        return kept if high is None else operations.binary("min", kept, high)

    def nonzero(self) -> tuple["Symbol", ...]:
        """As numpy's, but all places there are, each under guard: what is written there is written
        only where the symbol holds."""
        known = self.values()
        if known is not None:
            return tuple(operations.lift(axis) for axis in known.nonzero())
        truth = operations.cast(self, np.dtype(np.bool_))
        guard = Symbol(truth.nodes.reshape(-1), np.bool_)
        axes = np.unravel_index(np.arange(self.size), self.shape)
        return tuple(Places(operations.lift(axis).nodes, np.int64, guard) for axis in axes)

    # Operators

    def __neg__(self) -> "Symbol":
        return operations.unary("neg", self)

    def __invert__(self) -> "Symbol":
        return operations.unary("not", self)

    def __abs__(self) -> "Symbol":
        return operations.unary("abs", self)

    def __pow__(self, power: Any) -> "Symbol":
        return operations.raised(self, power)

    def __rpow__(self, base: Any) -> "Symbol":
        return operations.binary("pow", base, self)


class Places(Symbol):
    """Indices of places some of which count only in some wars: where their guard holds."""

    def __init__(self, nodes: Any, dtype: Any, guard: Symbol) -> None:
        """Hold known indices and their guard, as long."""
        super().__init__(nodes, dtype)
        self.guard = guard


def _down_columns(key: Any, axes: int) -> bool:
    """Whether a key takes whole columns of a table."""
    if not isinstance(key, tuple) or len(key) != axes or axes != 2:
        return False
    return isinstance(key[0], slice) and key[0] == slice(None)


def guard_of(key: Any) -> Symbol | None:
    """Return the guard of the places in a key, None where it has none."""
    parts = key if isinstance(key, tuple) else (key,)
    return next((part.guard for part in parts if isinstance(part, Places)), None)


def where_guarded(key: Any, new: Symbol, old: Symbol) -> Symbol:
    """Return what is written at ``key``: the new where the guards of its places hold."""
    guard = guard_of(key)
    if guard is None:
        return new
    after = (1,) * (old.ndim - guard.ndim)
    return operations.choice(guard.reshape(*guard.shape, *after), new, old)


def _operator(operation: str) -> tuple[Callable[..., Any], ...]:
    def forward(self: Symbol, other: Any) -> Symbol:
        return operations.binary(operation, self, other)

    def backward(self: Symbol, other: Any) -> Symbol:
        return operations.binary(operation, other, self)

    def in_place(self: Symbol, other: Any) -> Symbol:
        return operations.placed(operations.binary(operation, self, other), self)

    return forward, backward, in_place


for _name, _operation in {
    "add": "add",
    "sub": "sub",
    "mul": "mul",
    "truediv": "div",
    "floordiv": "fdiv",
    "and": "and",
    "or": "or",
    "xor": "xor",
    "rshift": "shr",
    "mod": "mod",
}.items():
    for _prefix, _method in zip(("", "r", "i"), _operator(_operation), strict=True):
        setattr(Symbol, f"__{_prefix}{_name}__", _method)
for _name in COMPARISONS:
    setattr(Symbol, f"__{_name}__", _operator(_name)[0])
