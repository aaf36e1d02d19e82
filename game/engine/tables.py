"""Tables: what is fixed for a campaign. Constants, channels, dated events, priors, weights.

Built from a campaign file by ``game.campaign``; an AI gets them cut at today (``cut``), without
events its side does not yet know of.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from game.engine.board import PARIS, Floats, Ints
from game.engine.constants import Constants
from game.engine.dilemmas import NO_DILEMMAS, Dilemmas
from game.theory.belief import BeliefConstants

EFFECTS: Final = (
    "stability",
    "weather",
    "aid_moscow",
    "aid_beijing",
    "quarrel",
    "detente",
    "election",
    "new_administration",
    "leader_death",
    "sanctuary",
)
"""What an event may do: the closed list. All add to their field, but detente, which sets it."""

EFFECT_BOUNDS: Final = {
    "stability": (-0.10, 0.10),
    "weather": (0.0, 0.30),
    "aid_moscow": (-0.15, 0.15),
    "aid_beijing": (-0.15, 0.15),
    "quarrel": (-0.30, 0.30),
    "detente": (0.0, 1.0),
    "election": (0.0, 1.0),
    "new_administration": (0.0, 1.0),
    "leader_death": (-0.05, 0.0),
    "sanctuary": (-0.60, 0.20),
}


@dataclass(frozen=True)
class Channels:
    """The campaign's channels, index 0 being public speech. Arrays are (K,) unless said."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    first: Ints
    last: Ints
    shield: Floats
    guarantee: Floats
    leak: Floats
    access: Floats  # (S, K)

    def exist(self, quarter: Ints, chosen: Ints) -> Ints:
        """Return (N, S) 1 where the channels ``chosen`` (N, S) exist in ``quarter`` (N,)."""
        when = quarter[:, None]
        there = (self.first.take(chosen) <= when) & (when <= self.last.take(chosen))
        return there.astype(np.int64)

    def usable(self, quarter: Ints) -> Ints:
        """Return (N, K) 1 where a channel exists in ``quarter`` (N,), burnt or not."""
        when = quarter[:, None]
        return ((self.first <= when) & (when <= self.last)).astype(np.int64)


@dataclass(frozen=True)
class Priors:
    """Probabilities of the private types at the start, and of Washington's nerve from 1969."""

    resilient: tuple[float, float]
    dove: tuple[float, float]
    dove_renewed: float


@dataclass(frozen=True)
class Scoring:
    """How a war is scored; weights from the campaign file, worst cases from historical lucks.

    ``issue_weights``: (S, I), each row summing to 1. ``people_weights``: (S, 4), own dead,
    prisoners or ruin, allies' dead or none, consent or cohesion; each row summing to 1.
    ``worst``: (S, 4) the loss that scores nothing; ``base``: (S, 4) what had been lost before the
    first quarter.
    """

    issue_weights: Floats
    people_weights: Floats
    worst: Floats
    base: Floats


def war_beliefs() -> BeliefConstants:
    """Return the beliefs' constants as this war uses them.

    A scale is seen a little more sharply than the standard; Calibrated so that Tet's jump of belief
    holds over the lucks of a quarter (``main.py fit``).
    """
    return BeliefConstants(scale_noise=0.29)


@dataclass(frozen=True)
class Tables:
    """Everything ``resolve`` reads beside the world, the orders and the luck.

    ``events``: (E, Q) one row an effect of EFFECTS, one column a quarter; detente is the level in
    force. ``quarters``: how many quarters the campaign has. ``allowed``: (S, R) 1 for rungs that
    the campaign offers at all. ``postures_tell``: by side, the share of what its postures tell that
    its enemy takes in; 1 in play, 0 to measure what the reading decides
    (``study.contests.ablations``).
    """

    first: str
    quarters: int
    channels: Channels
    events: Floats
    priors: Priors
    scoring: Scoring
    allowed: Ints
    constants: Constants = field(default_factory=Constants)
    beliefs: BeliefConstants = field(default_factory=war_beliefs)
    paris: tuple[int, ...] = PARIS
    postures_tell: tuple[float, float] = (1.0, 1.0)
    dilemmas: Dilemmas = NO_DILEMMAS

    def with_constants(self, **changes: Any) -> "Tables":
        """Return these tables with some constants changed; a value may be an (N,) array."""
        return replace(self, constants=replace(self.constants, **changes))


def cut(tables: Tables, known: Floats) -> Tables:
    """Return ``tables`` with the events a side knows of: ``known`` (E, Q), from its dossier. What
    either side will be asked is foreseen by nobody."""
    return replace(tables, events=known, dilemmas=tables.dilemmas.unforeseen())
