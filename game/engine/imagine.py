"""Imagining: N worlds that a side thinks possible, from its own view and from particles.

Every field the side sees is copied from its view; every field it does not see comes from the
particles; what follows from those (beliefs, the rule's reading, the menu) is computed anew by the
functions of the rulebook. The running World is no argument, so it cannot leak in. The side's own
menu stays as it was shown, since what it was shown is what it will pay.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from game.engine.postures import PostureReading
from game.engine.resolve import prepare
from game.engine.tables import Tables
from game.engine.view import View, sees
from game.engine.world import FIELDS, World, settled

FOLLOWS: Final = frozenset(
    {
        "belief_resilient",
        "belief_dove",
        "prices",
        "legal",
        "signing",
        *PostureReading.__dataclass_fields__,
    }
)
"""Fields that follow from the rest and are computed, never imagined."""


def hidden_names(side: int) -> tuple[str, ...]:
    """Return the fields ``side`` must imagine: hidden ones whole, own ones the enemy's row."""
    return tuple(
        name
        for name, field in FIELDS.items()
        if name not in FOLLOWS and (field.sight == "own" or not sees(side, field))
    )


def hidden_part(world: World, side: int) -> dict[str, Any]:
    """Return what ``side`` would have to imagine of ``world`` (its own imagined worlds): particles.

    By field name, N first; fields of which each side sees its own row hold the enemy's.
    """
    part = {}
    for name in hidden_names(side):
        value = getattr(world, name)
        part[name] = value[:, 1 - side] if FIELDS[name].sight == "own" else value
    return part


def imagine(view: View, particles: Mapping[str, Any], tables: Tables) -> World:
    """Return one world a particle, as the side of ``view`` may imagine it.

    ``particles`` has every name of ``hidden_names``, N first. ``tables`` are cut at today.
    Raises KeyError naming what is missing.
    """
    worlds = len(particles[hidden_names(view.side)[0]])
    made = {}
    for name, field in FIELDS.items():
        if field.sight == "own":
            made[name] = _own_row(view, name, particles, worlds)
        elif sees(view.side, field):
            made[name] = _spread(view.fields[name], worlds)
        elif name in FOLLOWS:
            made[name] = np.zeros((worlds, 2))
        else:
            made[name] = settled(np.asarray(particles[name]), field)
    return _with_own_menu(prepare(World(**made), tables), view)


def _spread(value: Any, worlds: int) -> Any:
    """Return one war's value repeated for every world."""
    value = np.asarray(value)
    return np.repeat(value[None], worlds, axis=0)


def _own_row(view: View, name: str, particles: Mapping[str, Any], worlds: int) -> Any:
    """Return (N, S, ...) with the side's own row from its view and the enemy's imagined."""
    own = _spread(view.fields[name], worlds)
    theirs = np.zeros_like(own) if name in FOLLOWS else np.asarray(particles[name])
    rows = (own, theirs.astype(own.dtype)) if view.side == 0 else (theirs.astype(own.dtype), own)
    return np.stack(rows, axis=1)


def _with_own_menu(world: World, view: View) -> World:
    """Return the world with the side's own prices and legal rungs as it was shown them."""
    menu = {name: getattr(world, name).copy() for name in ("prices", "legal", "signing")}
    for name, rows in menu.items():
        rows[:, view.side] = view.fields[name]
    return world.with_(**menu)
