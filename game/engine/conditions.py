"""Conditions: what a government's own papers must show before it is asked something.

They read public fields and the side's own, the rungs it ordered last quarter, and the enemy's rungs
as the world saw them; never what the other side hides. Campaign files write them in words
(``game.campaign.conditions``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.board import Masks
from game.engine.ladders import SLOTS
from game.engine.world import FIELDS, World

COMPARED: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "=": np.equal,
    "!=": np.not_equal,
}


@dataclass(frozen=True)
class Atom:
    """One comparison: ``kind`` field, own, enemy (rungs) or channel; ``name`` of field or ladder;
    ``place`` along the field's axis after N, -1 where it has none."""

    kind: str
    name: str
    place: int
    operator: str
    value: float


@dataclass(frozen=True)
class Condition:
    """What must hold for one ``side``: any of the rows, whose atoms all hold; no rows, always."""

    side: int
    rows: tuple[tuple[Atom, ...], ...] = ()

    def holds(self, world: World) -> Masks:
        """Return (N,) whether it holds."""
        if not self.rows:
            return np.ones(len(world), dtype=np.bool_)
        every = [
            np.logical_and.reduce([self._true(atom, world) for atom in row]) for row in self.rows
        ]
        found: Masks = np.logical_or.reduce(every)
        return found

    def _true(self, atom: Atom, world: World) -> Masks:
        found: Masks = COMPARED[atom.operator](self._read(atom, world), atom.value)
        return found

    def _read(self, atom: Atom, world: World) -> Any:
        """Return (N,) the number an atom compares; a ladder by corps counts at its loudest."""
        if atom.kind == "own":
            return world.reached[:, self.side, SLOTS[self.side][atom.name]].max(axis=1)
        if atom.kind == "enemy":
            enemy = 1 - self.side
            return world.acts[:, enemy, SLOTS[enemy][atom.name]].max(axis=1)
        value = getattr(world, atom.name)
        if FIELDS[atom.name].sight == "own":
            value = value[:, self.side]
        return value if atom.place < 0 else value[:, atom.place]
