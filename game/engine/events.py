"""Events: what neither player decides. Bounded pushes on a few public fields, from a closed list.

Left out on purpose: an event never makes a loss, a belief, a posture or a term.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from game.engine.board import FULL_PURSE, WASHINGTON, Floats, Ints, within
from game.engine.luck import Luck
from game.engine.rules.brink import chilled
from game.engine.tables import EFFECTS, Tables
from game.engine.world import World


@dataclass(frozen=True)
class Events:
    """The events of one quarter in N wars: (E, N), a row an effect; ``at`` reads them off."""

    amounts: Floats

    def __getitem__(self, effect: str) -> Floats:
        """Return (N,) the amount of one effect."""
        return self.amounts[EFFECTS.index(effect)]

    def plus(self, effect: str, amount: float) -> Self:
        """Return these events with one more, as a facilitator may inject."""
        amounts = self.amounts.copy()
        amounts[EFFECTS.index(effect)] += amount
        return type(self)(amounts)


def events_at(tables: Tables, quarter: Ints) -> Events:
    """Return the events of ``quarter`` (N,) from the tables."""
    return Events(tables.events[:, np.minimum(quarter, tables.quarters - 1)])


def happen(world: World, events: Events, luck: Luck, tables: Tables) -> World:
    """Return the world after the quarter's events, before any order is carried out.

    Drift: weather and detente are set anew each quarter; nothing else moves without an event.
    """
    renewed = events["new_administration"] > 0
    constants, nerve = tables.constants, world.nerve.copy()
    drawn = (luck["nerve_anew"] < tables.priors.dove_renewed).astype(np.int64)
    nerve[:, WASHINGTON] = np.where(renewed, drawn, nerve[:, WASHINGTON])
    approval = world.approval + np.where(renewed, constants.approval_renewed, 0.0)
    credit = np.where(renewed, constants.capital_renewed, 0.0)
    against = world.opposition - constants.election_opposition
    vote = constants.election * events["election"] * against
    return world.with_(
        capital=within(world.capital + credit[:, None], 0.0, FULL_PURSE),
        weather=np.maximum(events["weather"], 0.0),
        detente=chilled(events["detente"], world.chill),
        stability=within(world.stability + events["stability"], 0.0, 1.0),
        aid_moscow=within(world.aid_moscow + events["aid_moscow"], 0.0, 1.0),
        aid_beijing=within(world.aid_beijing + events["aid_beijing"], 0.0, 1.0),
        quarrel=within(world.quarrel + events["quarrel"], 0.0, 1.0),
        cohesion=within(world.cohesion + events["leader_death"], 0.0, 1.0),
        port_route=within(world.port_route + events["sanctuary"], 0.0, 1.0),
        approval=within(approval - vote, 0.0, 1.0),
        blame=world.blame * np.where(renewed, constants.blame_renewed, 1.0),
        nerve=nerve,
    )
