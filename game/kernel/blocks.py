"""Blocks: worlds as the kernel reads and writes them, a row an entry, a column a war.

One block holds the fractions and one the whole numbers. The fields of a world that the kernel has
made are views of its two blocks, so that nothing is copied on the way to the next quarter; any
other world is copied in once.
"""

from collections import OrderedDict
from dataclasses import dataclass
from math import prod
from typing import Any, Final
from weakref import ref

import numpy as np
from numpy.typing import NDArray

from game.engine.world import FIELDS, World, shape

Block = NDArray[Any]
FRACTIONS, WHOLES = "fractions", "wholes"
LINE: Final = 8  # numbers in a cache line
DTYPES: Final = {FRACTIONS: np.float64, WHOLES: np.int64}


@dataclass(frozen=True)
class BlockPlace:
    """Where a field stands: its block, its first row, and its shape without N."""

    block: str
    first: int
    shape: tuple[int, ...]
    rows: int  # how many it takes


def places(channels: int) -> dict[str, BlockPlace]:
    """Return where each field of the world stands, in a campaign of so many channels."""
    made, filled = {}, {FRACTIONS: 0, WHOLES: 0}
    for name, field in FIELDS.items():
        block = WHOLES if field.whole else FRACTIONS
        axes = shape(field.axes, 1, channels)[1:]
        made[name] = place = BlockPlace(block, filled[block], axes, prod(axes))
        filled[block] += place.rows
    return made


def heights(where: dict[str, BlockPlace]) -> dict[str, int]:
    """Return how many rows each block has."""
    return {
        block: sum(place.rows for place in where.values() if place.block == block)
        for block in DTYPES
    }


def empty(where: dict[str, BlockPlace], columns: int) -> dict[str, Block]:
    """Return blocks for so many wars, not filled.

    Rows lie an odd number of cache lines apart: a strip reads one line of each row, and lines a
    power of two apart would all want the same place in the cache.
    """
    wide = columns + (LINE if columns > LINE and columns // LINE % 2 == 0 else 0)
    return {block: np.empty((rows, wide), DTYPES[block]) for block, rows in heights(where).items()}


def world_of(blocks: dict[str, Block], where: dict[str, BlockPlace], wars: int) -> World:
    """Return the first ``wars`` columns of blocks as a world whose fields are views of them."""
    turned = {name: block[:, :wars].T for name, block in blocks.items()}
    made = object.__new__(World)
    fields = made.__dict__
    for name, place in where.items():
        columns = turned[place.block]
        if not place.shape:
            fields[name] = columns[:, place.first]
            continue
        field = columns[:, place.first : place.first + place.rows]
        fields[name] = field if len(place.shape) == 1 else field.reshape(wars, *place.shape)
    return made


def copied(world: World, where: dict[str, BlockPlace], columns: int) -> dict[str, Block]:
    """Return a world's blocks; columns beyond its wars hold the first war again."""
    blocks, wars = empty(where, columns), len(world)
    for name, place in where.items():
        rows = blocks[place.block][place.first : place.first + place.rows]
        rows[:, :wars] = getattr(world, name).reshape(wars, place.rows).T
        rows[:, wars:] = rows[:, :1]
    return blocks


class BlockMemory:
    """Remembers the blocks of the last worlds made, so that they need not be copied back in."""

    def __init__(self, most: int) -> None:
        """Remember at most so many worlds, none of them longer than others hold it."""
        self.most = most
        self._kept: OrderedDict[int, tuple[ref[World], dict[str, Block]]] = OrderedDict()

    def keep(self, world: World, blocks: dict[str, Block]) -> None:
        """Remember that a world's fields are views of these blocks."""
        self._kept[id(world)] = (ref(world), blocks)
        if len(self._kept) > self.most:
            self._kept.popitem(last=False)

    def of(self, world: World) -> dict[str, Block] | None:
        """Return the blocks of a world, None of one that is not remembered."""
        kept = self._kept.get(id(world))
        return kept[1] if kept is not None and kept[0]() is world else None
