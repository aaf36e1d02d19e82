"""Making a world to begin from: every field given or at its stated rest, then read and priced."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON, Floats, Ints
from game.engine.ladders import PUBLIC
from game.engine.luck import draw
from game.engine.resolve import prepare
from game.engine.rules import brink, estimates, home, inference, table
from game.engine.rules.air import capacity
from game.engine.tables import Tables
from game.engine.world import FIELDS, World, shape

RESTS = {"settlement": -1, "tabled": -1, "tabled_in": -1, "expected": 1.5}
"""Fields whose value before anything has happened is not nought."""


def begin(given: Mapping[str, Any], types: Ints, tables: Tables) -> World:
    """Return the start of one war.

    ``given`` maps field names to values that broadcast to the field's axes; ``types`` is (2, S):
    resilience and nerve of each side. Beliefs, expected terms, estimates, the rule's reading and
    the menu follow from the rest. Raises KeyError for a name that is no field.
    """
    unknown = set(given) - set(FIELDS)
    if unknown:
        raise KeyError(f"no field named {sorted(unknown)[0]}")
    made: dict[str, Any] = {}
    for name, field in FIELDS.items():
        wanted = shape(field.axes, 1, len(tables.channels.ids))
        value = np.asarray(given.get(name, RESTS.get(name, 0)))
        kind = np.int64 if field.whole else np.float64
        made[name] = np.broadcast_to(value, wanted[1:]).astype(kind)[None].copy()
    world = World(**made)
    world = world.with_(
        peak=world.troops.copy(),
        resilience=types[0][None].astype(np.int64),
        nerve=types[1][None].astype(np.int64),
        reached=world.in_force.copy(),
        reached_before=world.in_force.copy(),
        acts=np.where(PUBLIC, world.in_force, -1),
        opposition=home.opposition(world, world.us_deaths, world.dissent, tables),
    )
    return complete(world, tables)


def complete(world: World, tables: Tables) -> World:
    """Return the world with beliefs, expected terms, first estimates, reading and menu."""
    world = inference.believe(world, tables)  # the expected terms rest on it
    world = world.with_(
        expected=table.within_reach(world, tables),
        seen_main_force=world.main_force,
        seen_guerrillas=world.guerrillas,
        seen_throughput=world.throughput,
        seen_capacity=capacity(world.function),
        seen_cohesion=world.cohesion,
        seen_quality=world.quality,
        seen_control=world.control,
        seen_reserve=world.reserve,
    )
    known = brink.worded(np.repeat(world.brink[:, None], 2, axis=1), tables)
    world = world.with_(seen_terms=estimates.hoped(world, tables), seen_brink=known)
    return prepare(world, tables)


def draw_types(seeds: Ints, tables: Tables) -> Ints:
    """Return (N, 2, S) resilience and nerve of each side, drawn from the priors by each seed."""
    luck, priors = draw(seeds, -1), tables.priors
    resilient = [
        luck["resilience_washington"] < priors.resilient[WASHINGTON],
        luck["resilience_hanoi"] < priors.resilient[HANOI],
    ]
    dove = [
        luck["nerve_washington"] < priors.dove[WASHINGTON],
        luck["nerve_hanoi"] < priors.dove[HANOI],
    ]
    return np.stack([np.stack(resilient, axis=1), np.stack(dove, axis=1)], axis=1).astype(np.int64)


TILTS = ("forces", "army", "saigon", "bombing", "prisoners")
"""The issues, as their draws are named in ``luck``."""


def draw_tilts(seeds: Ints, tables: Tables) -> Floats:
    """Return (N, S, I) what each government privately cares for more or less than it says, in
    log-odds, drawn evenly by each seed."""
    luck, most = draw(seeds, -1), tables.constants.tilt_most
    drawn = [np.stack([luck[f"tilt_{side}_{issue}"] for issue in TILTS], axis=1) for side in SIDES]
    return np.asarray(most * (2.0 * np.stack(drawn, axis=1) - 1.0))
