"""First guesses: particles for what a side cannot see, before the war has told it anything.

Each hidden field is drawn about what the side's estimates and common knowledge say, widely enough
for the truth to lie inside. Spreads are Calibrated by hand: what the intelligence of the time was
wrong by. Memories of beliefs are nought on the first day of a war and uncertain in mid-war.
"""

from typing import Any

import numpy as np

from game.engine.board import HANOI, ISSUES, Floats, Ints
from game.engine.fields import Field
from game.engine.imagine import hidden_names
from game.engine.ladders import PatronLean, slot_of
from game.engine.rules.estimates import bent, hope_at
from game.engine.tables import Tables
from game.engine.view import View
from game.engine.world import FIELDS, shape
from game.players.base import draws

TOLD = 0.5  # share of what packages have told that a guess believes; Calibrated by hand
MEMORY_BUILDS = 8.0  # quarters until a memory may be anything; about the longest half-life
_UNIFORM = {
    "cadres": (0.50, 0.90),
    "sanctuary": (0.30, 0.95),
    "air_defence": (0.15, 0.80),
    "aid_moscow": (0.35, 0.80),
    "aid_beijing": (0.35, 0.80),
    "manpower": (300.0, 900.0),
    "fatigue": (0.0, 0.5),
    "strain": (0.0, 0.3),
    "struck": (0.0, 0.7),
    "rallied": (0.0, 0.02),
    "payroll": (2.0, 8.0),
}
"""Hidden fields of which nothing is seen: low and high."""
_MEMORIES = {"demonstrated": 0.6, "postured": 0.4, "nerved": 0.7, "dissent": 0.15}
"""Log-odds that may have gathered by mid-war, one standard deviation."""


class Dice:
    """Draws for particles, keyed by a seed and a count: the same call, the same draws."""

    def __init__(self, seed: int, quarter: int, particles: int) -> None:
        self.seeds = np.arange(particles, dtype=np.int64) + np.int64(seed % (1 << 40)) * 65536
        self.quarter = quarter
        self.called = 0

    def even(self, *shape: int) -> Floats:
        """Return (N, *shape) draws in [0, 1)."""
        self.called += 1
        wanted = int(np.prod(shape)) if shape else 1
        drawn = draws(self.seeds, 1009 * self.quarter + self.called, wanted)
        return drawn.reshape(len(self.seeds), *shape)

    def normal(self, *shape: int) -> Floats:
        """Return (N, *shape) standard normal draws (Box and Muller)."""
        radius = np.sqrt(-2.0 * np.log(1.0 - self.even(*shape)))
        return np.asarray(radius * np.cos(2.0 * np.pi * self.even(*shape)))


def guess(view: View, tables: Tables, dice: Dice) -> dict[str, Any]:
    """Return particles for everything ``view``'s side cannot see, by field name, N first."""
    found = _of_washington(view, dice) if view.side == HANOI else _of_hanoi(view, dice)
    found |= _memories(view, tables, dice) | _orders(view, dice) | _types(view, tables, dice)
    made = {}
    for name in hidden_names(view.side):
        field = FIELDS[name]
        made[name] = _shaped(found.get(name), name, field, view, dice)
    return made


def _shaped(values: Any, name: str, field: Field, view: View, dice: Dice) -> Any:
    """Return ``values``, or a draw inside the field's usual range, in the field's own shape."""
    axes = field.axes[1:] if field.sight == "own" else field.axes
    wanted = shape(axes, len(dice.seeds), len(view.channels))
    if values is None:
        low, high = _UNIFORM.get(name, (0.0, 0.0))
        values = low + (high - low) * dice.even(*wanted[1:]).reshape(wanted)
    values = np.broadcast_to(np.clip(values, field.low, field.high), wanted)
    return np.rint(values).astype(np.int64) if field.whole else values.astype(np.float64)


def _about(dice: Dice, seen: Any, spread: float) -> Floats:
    """Return (N, ...) lognormal draws about an estimate."""
    seen = np.asarray(seen, dtype=np.float64)
    return np.asarray(seen * np.exp(spread * dice.normal(*seen.shape).reshape(-1, *seen.shape)))


def _of_hanoi(view: View, dice: Dice) -> dict[str, Any]:
    """Return what Washington guesses of Hanoi's own figures."""
    capacity = np.minimum(_about(dice, view.seen_capacity, 0.06), 1.0)
    readying = dice.even() < 0.4
    capital = 40.0 + 15.0 * dice.normal()
    return {
        "main_force": _about(dice, view.seen_main_force, 0.15),
        "guerrillas": view.seen_guerrillas * np.exp(0.15 * dice.normal(1)),
        "throughput": _about(dice, view.seen_throughput, 0.08),
        "function": np.repeat(capacity[:, None], 3, axis=1),
        "cohesion": np.minimum(_about(dice, view.seen_cohesion, 0.12), 0.95),
        "preparation": np.where(readying, dice.even(), 0.0) * (view.quarter > 0),
        "hanoi_deaths": _about(dice, view.deaths_claimed / 1.4, 0.15),
        "ruin": (1.0 - capacity) * view.quarter * 0.6,
        "capital": capital,
        "seen_quality": _about(dice, view.quality, 0.12),
        "seen_control": view.control * np.exp(0.12 * dice.normal(1)),
        "seen_reserve": _about(dice, view.reserve, 0.12),
    }


def _of_washington(view: View, dice: Dice) -> dict[str, Any]:
    """Return what Hanoi guesses of Washington's and Saigon's figures."""
    main, guerrillas = view.main_force, view.guerrillas
    return {
        "blame": _about(dice, view.us_deaths / 1000.0 * 0.18, 0.3),
        "reserve": _about(dice, view.seen_reserve, 0.10),
        "arvn": np.minimum(560.0 + 14.0 * view.quarter + 50.0 * dice.normal(), 1000.0),
        "quality": _about(dice, view.seen_quality, 0.10),
        "control": view.seen_control * np.exp(0.10 * dice.normal(1)),
        "capital": 30.0 + 15.0 * dice.normal(),
        "seen_main_force": _about(dice, main, 0.18),
        "seen_guerrillas": guerrillas * np.exp(0.18 * dice.normal(1)),
        "seen_infiltration": 15.0 * dice.even(),
        "seen_throughput": _about(dice, view.throughput, 0.12),
        "seen_capacity": np.full(len(dice.seeds), float(np.mean(view.function))),
        "seen_cohesion": _about(dice, view.cohesion, 0.20),
    }


def _memories(view: View, tables: Tables, dice: Dice) -> dict[str, Any]:
    """Return what the two governments may believe by now."""
    built = min(view.quarter / MEMORY_BUILDS, 1.0)
    found: dict[str, Any] = {
        name: spread * built * (dice.normal(2) if name != "dissent" else dice.normal())
        for name, spread in _MEMORIES.items()
    }
    common = 0.35 * built * dice.normal(1)
    hope = hope_at(np.full((len(dice.seeds), 1), view.quarter), tables) * (-1, 1)[view.side]
    seen = np.repeat(view.seen_terms[None], len(dice.seeds), axis=0)
    found["expected"] = bent(seen, -hope) + common
    found["seen_terms"] = bent(found["expected"], -hope) + 0.35 * built * dice.normal(1)
    edges = np.concatenate([[0.0], tables.constants.brink_steps, [1.0]])[view.seen_brink :][:2]
    found["brink"] = edges[0] + (edges[1] - edges[0]) * dice.even()
    found["seen_brink"] = np.full(len(dice.seeds), view.seen_brink)
    found["broken"] = 0.2 * built * dice.even()
    found["openness_settled"] = view.openness
    found["escalation"] = dice.even(2) * 0.5
    return found


def _orders(view: View, dice: Dice) -> dict[str, Any]:
    """Return the enemy's rungs: public ones as the world saw them, secret ones drawn."""
    enemy = 1 - view.side
    rows = np.repeat(np.maximum(view.acts[enemy], 0)[None], len(dice.seeds), axis=0)
    if enemy == HANOI:
        for name, most in (("infiltration", 4), ("preparation", 2), ("labour", 3), ("home", 2)):
            rows[:, slot_of(HANOI, name)] = _drawn(dice, most)
        rows[:, slot_of(HANOI, "patrons")] = PatronLean.BALANCE
    return {"in_force": rows, "reached": rows, "reached_before": rows, "channel": None}


def _drawn(dice: Dice, most: int) -> Ints:
    return np.floor(dice.even() * most).astype(np.int64)


def _types(view: View, tables: Tables, dice: Dice) -> dict[str, Any]:
    """Return the enemy's private types from the campaign's priors."""
    enemy, drawn = 1 - view.side, tables.constants.tilt_most
    return {
        "resilience": (dice.even() < tables.priors.resilient[enemy]).astype(np.int64),
        "nerve": (dice.even() < tables.priors.dove[enemy]).astype(np.int64),
        "tilt": TOLD * view.revealed[enemy] + drawn * (2.0 * dice.even(len(ISSUES)) - 1.0),
    }
