"""Ablations: the hidden rule with one of its terms switched off, to measure what the term decides.

Each is the same code with one switch, from weak to strong; none can be set in play.

- ``memory_off``: the observed side's postures leave no evidence (``Tables.postures_tell``).
- ``blind``: that, and its enemy's doctrine wages the war as if the observed side were closed.
- ``pinned``: all beliefs, of resilience and of nerve, are held at the rule's base value
  (``BeliefConstants.least`` and ``most``), whatever is shown.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.engine.board import HANOI, Ints
from game.engine.ladders import OPEN_FROM, slot_of
from game.engine.orders import SideOrders
from game.engine.sight import Sight
from game.engine.tables import Tables
from game.players.base import Policy, payable

ON, MEMORY_OFF, BLIND, PINNED = "on", "memory_off", "blind", "pinned"
ABLATIONS: Final = (ON, MEMORY_OFF, BLIND, PINNED)
HELD: Final = 0.4  # probability; the base of the receiver's belief p in docs/theory.md
SPOKEN: Final = ("posture", "message", "deadline")  # a blind government goes on speaking as it did


def ablated(tables: Tables, name: str, observed: int = HANOI) -> Tables:
    """Return the tables of an ablation; ``observed`` is the side whose postures are not read.

    Worlds that began under other tables must be prepared anew, as ``openings`` does. Raises
    KeyError for a name that is none of ABLATIONS.
    """
    if name == PINNED:
        return replace(tables, beliefs=replace(tables.beliefs, least=HELD, most=HELD))
    if name in (MEMORY_OFF, BLIND):
        tell = tuple(0.0 if side == observed else 1.0 for side in (0, 1))
        return replace(tables, postures_tell=(tell[0], tell[1]))
    if name == ON:
        return tables
    raise KeyError(f"there is no ablation {name!r}; there are {', '.join(ABLATIONS)}")


@dataclass(frozen=True)
class Blind:
    """A policy that wages its war as if the enemy's hand were closed; what it says is unchanged."""

    policy: Policy

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return the policy's orders, its ladders of war as against a closed enemy."""
        spoken = self.policy.decide_batch(sight, seeds)
        waged = self.policy.decide_batch(unseeing(sight), seeds)
        rungs = waged.rungs.copy()
        slots = [slot_of(sight.side, name) for name in SPOKEN]
        rungs[:, slots] = spoken.rungs[:, slots]
        return payable(replace(spoken, rungs=rungs, troops=waged.troops), sight, tuple(slots))


def unseeing(sight: Sight) -> Sight:
    """Return the sight of N wars in which the enemy's hand was closed last quarter."""
    openness, acts = sight.openness.copy(), sight.acts.copy()
    openness[:, sight.enemy] = 0.0
    slot = slot_of(sight.enemy, "posture")
    acts[:, sight.enemy, slot] = np.minimum(acts[:, sight.enemy, slot], OPEN_FROM - 1)
    shown = {"openness": openness, "acts": acts, "talking": np.zeros_like(sight.talking)}
    return Sight(sight.side, {**sight.fields, **shown}, sight.channels, sight.tables)
