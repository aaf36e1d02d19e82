"""Indices into symbols: those that are known are numpy's own; of others every place that they can
name takes part.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from game.kernel.graph import Graph, NotTraceable


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


def targets(
    made: Graph, wanted: list[int], shape: tuple[int, ...]
) -> Iterator[tuple[int, ...]]:
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
        here = source
        for part in spread:
            here = _entry(made, here, int(part[place]))
        found[place] = here
    return found


def _entry(made: Graph, source: Any, index: int) -> Any:
    """Return the entries of an array along its first axis at one index."""
    if index in made.known:
        return source[int(made.known[index])]
    flat = source.reshape(len(source), -1)
    found = np.empty(flat.shape[1], dtype=np.int64)
    for column in range(flat.shape[1]):
        found[column] = made.entry([int(node) for node in flat[:, column]], index)
    return found.reshape(source.shape[1:])
