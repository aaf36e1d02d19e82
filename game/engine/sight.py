"""Sight: what one side sees of N wars at once, for players that decide without looking ahead.

The batched form of a view: the same allow-list from the fields' declarations, the same names, N
first, a side's own rows without the S axis. Asking for a field that the side may not see is an
error, so a policy that is handed a Sight cannot peek.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.board import SIDES, Ints
from game.engine.dossier import Dossier, tables_known
from game.engine.tables import Tables
from game.engine.view import View, sees
from game.engine.world import FIELDS, World

SEEN: Final = tuple(
    tuple((name, field.sight == "own") for name, field in FIELDS.items() if sees(side, field))
    for side in range(len(SIDES))
)
"""By side, the fields that it sees, and whether it sees its own row alone."""


@dataclass(frozen=True)
class Sight:
    """What ``side`` sees of N wars. ``fields`` by name; ``channels`` (N, K), 1 where usable.

    ``tables`` holds the campaign's fixed rules, cut at today. Arrays are shared, never changed.
    """

    side: int
    fields: dict[str, Any]
    channels: Ints
    tables: Tables

    def __len__(self) -> int:
        return len(self.channels)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["fields"][name]
        except KeyError:
            raise AttributeError(f"{SIDES[self.side]} does not see {name!r}") from None

    def taken(self, rows: Ints) -> "Sight":
        """Return the sight of the wars at ``rows`` (M,), in that order; any may be repeated."""
        fields = {name: values.take(rows, axis=0) for name, values in self.fields.items()}
        return Sight(self.side, fields, self.channels.take(rows, axis=0), self.tables)

    @property
    def enemy(self) -> int:
        """The other side."""
        return 1 - self.side

    @property
    def left(self) -> Ints:
        """(N,) quarters still to be played, today's included."""
        left: Ints = self.tables.quarters - self.fields["quarter"]
        return left


def look(world: World, side: int, tables: Tables) -> Sight:
    """Return what ``side`` sees of every war in ``world``; the events to come are cut away.

    Wars of a batch stand in the same quarter or have ended, so one cut serves them all.
    """
    return imagined_look(world, side, tables_known(tables, int(world.quarter.max(initial=0))))


def imagined_look(world: World, side: int, tables: Tables) -> Sight:
    """Return the same for worlds a player imagines, whose ``tables`` are cut already."""
    held = vars(world)
    seen = {name: held[name][:, side] if own else held[name] for name, own in SEEN[side]}
    usable = tables.channels.usable(world.quarter) * (1 - world.burnt)
    return Sight(side, seen, usable, tables)


def look_again(view: View, tables: Tables) -> Sight:
    """Return a view of one war as a Sight of one; ``tables`` are cut already."""
    fields = {name: np.asarray(value)[None] for name, value in view.fields.items()}
    return Sight(view.side, fields, view.channels[None], tables)


def sight_of(dossier: Dossier) -> Sight:
    """Return today's sight of one side from its dossier."""
    return look_again(dossier.view, dossier.tables)
