"""What happened in a quarter, as rows of numbers: the Outcome laid flat, and put together again.

Everything that an Outcome holds is an array with a row a war, in records inside records. Laid flat
it is a list of leaves, each with its shape and its kind, in the order of the records' fields.
"""

import dataclasses
from collections.abc import Iterator
from functools import cache
from math import prod
from typing import Any, Final, get_type_hints

import numpy as np

from game.engine.resolve import Outcome
from game.kernel.graph import Node
from game.kernel.operations import lift
from game.kernel.symbols import GRAPH

GROUP: Final = "outcome"
Leaf = tuple[tuple[int, ...], str]
"""The shape of an array without N, and its dtype."""


def leaves(outcome: Any) -> Iterator[Any]:
    """Yield the arrays of a record, or whatever stands in their place, in order."""
    for entry in dataclasses.fields(outcome):
        value = getattr(outcome, entry.name)
        if dataclasses.is_dataclass(value):
            yield from leaves(value)
        else:
            yield lift(value) if GRAPH else value


def described(outcome: Any) -> list[Leaf]:
    """Return what the leaves of an Outcome of symbols are."""
    return [(tuple(leaf.shape[1:]), leaf.dtype.str) for leaf in leaves(outcome)]


def outputs(outcome: Any) -> list[tuple[str, int, Node]]:
    """Return where each number of an Outcome of symbols goes."""
    nodes = np.concatenate([leaf.nodes.reshape(-1) for leaf in leaves(outcome)])
    return [(GROUP, row, int(node)) for row, node in enumerate(nodes)]


def height(known: list[Leaf]) -> int:
    """Return how many rows an Outcome takes."""
    return sum(prod(shape) for shape, _ in known)


def outcome_of(block: Any, known: list[Leaf], wars: int) -> Outcome:
    """Return the Outcome of the first ``wars`` columns of a block."""
    made, row = [], 0
    for shape, dtype in known:
        rows = block[row : row + prod(shape), :wars].T.reshape(wars, *shape)
        made.append(rows.astype(np.dtype(dtype)))
        row += prod(shape)
    return _put_together(Outcome, iter(made))


def _put_together(kind: Any, arrays: Iterator[Any]) -> Any:
    """Return a record whose arrays are the next ones."""
    return kind(
        *(
            _put_together(part, arrays) if part is not None else next(arrays)
            for part in _records(kind)
        )
    )


@cache
def _records(kind: Any) -> tuple[Any, ...]:
    """Return, field by field, the record that stands there, None where an array does."""
    hints = get_type_hints(kind)
    return tuple(
        hints[entry.name] if dataclasses.is_dataclass(hints[entry.name]) else None
        for entry in dataclasses.fields(kind)
    )
