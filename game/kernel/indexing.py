"""Indices into symbols: those that are known are numpy's own; of others every place that they can
name takes part.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from game.kernel.graph import CHAIN, Graph, NotTraceable


def plain_key(made: Graph, key: Any) -> Any:
    """Return a key as numpy's own, None where an index is not known."""
    parts = key if isinstance(key, tuple) else (key,)
    plain: list[Any] = []
    for part in parts:
        if hasattr(part, "nodes"):
            if any(int(node) not in made.known for node in part.nodes.flat):
                return None
            dtype = bool if part.kind == "b" else np.int64
            values = np.empty(part.shape, dtype=dtype)
            for place in np.ndindex(part.shape):
                values[place] = made.known[int(part.nodes[place])]
            part = values
        plain.append(part)
    return tuple(plain)


def advanced(key: Any) -> list[Any]:
    """Return a key of indices, one of them not known, as parts that broadcast."""
    parts = list(key) if isinstance(key, tuple) else [key]
    firm = [part for part in parts if isinstance(part, slice | type(None) | type(Ellipsis))]
    if any(part != slice(None) for part in firm) or (firm and len(parts) - len(firm) != 1):
        raise NotTraceable("an index that is not known beside slices")
    if firm and isinstance(parts[0], slice):
        raise NotTraceable("an index that is not known behind a slice: write take")
    return [part for part in parts if not isinstance(part, slice)]


def targets(made: Graph, wanted: list[int], shape: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield every place that indices can name."""
    ranges = []
    for node, length in zip(wanted, shape, strict=False):
        low, high = made.span(node)
        ranges.append(range(max(int(max(low, 0)), 0), int(min(high, length - 1)) + 1))
    sizes = [len(each) for each in ranges]
    for place in np.ndindex(*sizes):
        yield tuple(each[at] for each, at in zip(ranges, place, strict=True))


def looked_up(made: Graph, source: Any, key: list[Any]) -> Any:
    """Return the nodes of ``source`` at indices, arrays of nodes, of its first axes."""
    spread = np.broadcast_arrays(*key)
    rest = source.shape[len(key) :]
    found = np.empty((*spread[0].shape, *rest), dtype=np.int64)
    for place in np.ndindex(spread[0].shape):
        found[place] = _entries(made, source, [int(part[place]) for part in spread])
    return found


def _entries(made: Graph, source: Any, indices: list[int]) -> Any:
    """Return the entries of an array along its first axes, at an index each."""
    if not indices:
        return source
    index, *rest = indices
    if index in made.known:
        return _entries(made, source[int(made.known[index])], rest)
    if any(one in made.known for one in rest):
        axis = next(n for n, one in enumerate(rest) if one in made.known)
        here = np.moveaxis(source, axis + 1, 0)[int(made.known[rest[axis]])]
        return _entries(made, here, [index, *rest[:axis], *rest[axis + 1 :]])
    flat = source.reshape(*source.shape[: len(indices)], -1)
    found = [_number(made, flat[..., column], indices) for column in range(flat.shape[-1])]
    return np.array(found, dtype=np.int64).reshape(source.shape[len(indices) :])


def _number(made: Graph, source: Any, indices: list[int]) -> int:
    """Return one entry of an array, an index an axis, none of them known."""
    if len(indices) > 1:
        table = made.table([int(node) for node in source.reshape(-1)])
        if table is not None and table[1] > CHAIN:
            return made.gathered(
                table[0],
                source.size,
                _flat(made, source.shape, indices),
                made.kinds[int(source.flat[0])],
            )
        rows = [_number(made, row, indices[1:]) for row in source]
        return made.entry(rows, indices[0])
    return made.entry([int(node) for node in source], indices[0])


def _flat(made: Graph, shape: tuple[int, ...], indices: list[int]) -> int:
    """Return the index into an array laid flat, row after row."""
    found = indices[0]
    for length, index in zip(shape[1:], indices[1:], strict=True):
        row = made.binary("mul", found, made.constant(length, "i"), "i")
        found = made.binary("add", row, index, "i")
    return found
