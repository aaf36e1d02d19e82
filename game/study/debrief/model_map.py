"""The map of postures, belief p against cost c, and an equilibrium put into one sentence.

The weak never open less readily than the resilient (docs/model.md), so the map has three regions:
nobody opens; only the weak would, and an open hand gives them away; both open, and talking is safe.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from game.engine.board import Floats
from game.study.debrief.model_page import SLIDERS, RuleAnswer
from game.study.debrief.rule import SAFE
from game.study.debrief.words import chance, number
from game.theory.posture import BASE, PostureGame, solve

ACROSS, UP = 49, 41  # points of the map; 2,009 of them take some 8 milliseconds
NOBODY, WEAK, BOTH = 0, 1, 2
REGIONS: Final = (
    "Nobody opens: an open hand reads as weakness",
    "Only the weak open: an open hand gives them away",
    "Both open: talking is safe",
)
_BOUNDS: Final = {one.key: (one.low, one.high) for one in SLIDERS}
BELIEFS: Final = _BOUNDS["belief_high"]
COSTS: Final = _BOUNDS["cost"]
SAME: Final = 0.02  # a difference of two chances that is none to a reader


@dataclass(frozen=True)
class Map:
    """P(open) of either type over the map: rows from the least cost up, columns from the least
    belief; probabilities 0..1."""

    low: tuple[tuple[float, ...], ...]
    high: tuple[tuple[float, ...], ...]


def map_at(params: Mapping[str, float]) -> Map:
    """Return the map with every parameter but belief and cost as in ``params``, by field."""
    others = {key: value for key, value in params.items() if key not in ("belief_high", "cost")}
    return _map(tuple(sorted(others.items())))


@lru_cache(maxsize=64)
def _map(params: tuple[tuple[str, float], ...]) -> Map:
    beliefs, costs = np.linspace(*BELIEFS, ACROSS), np.linspace(*COSTS, UP)
    found = solve(replace(_game(dict(params)), belief_high=beliefs[None, :], cost=costs[:, None]))
    return Map(_rows(found.open_if_low), _rows(found.open_if_high))


def _game(params: Mapping[str, float]) -> PostureGame:
    return replace(BASE, **{key: np.array(value) for key, value in params.items()})


def _rows(values: Floats) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(float(one) for one in row) for row in values)


def region(open_low: float, open_high: float) -> int:
    """Return what the equilibrium does: NOBODY, WEAK or BOTH."""
    return BOTH if open_high > SAFE else WEAK if open_low > SAFE else NOBODY


def reading(
    params: Mapping[str, float], answer: RuleAnswer, first: float = float(BASE.belief_high)
) -> str:
    """Return in one sentence how an open hand is read at ``params`` and why; ``first`` is the
    belief in a sender that has shown nothing yet."""
    fell = (
        f"the enemy's belief would fall from {number(params['belief_high'])} to "
        f"{number(answer.belief_open)}"
    )
    if answer.open_high > SAFE:
        return (
            f"Talking is safe here, because {_cause(params, first)}: an open hand is answered "
            f"by going further with {chance(answer.escalate_open)} only."
        )
    if answer.escalate_open <= answer.escalate_closed + SAME:
        return (
            f"Nobody talks here, although an open hand is punished no more than a closed one: "
            f"talks are worth {number(params['talks'])} and the war is worth as much."
        )
    who = (
        "only the weak would show one"
        if answer.open_low > SAFE
        else ("the weak need talks more than the resilient")
    )
    return (
        f"An open hand reads as weakness here, because {who}: {fell}, and with a cost of "
        f"{number(params['cost'])} it would go further with {chance(answer.escalate_open)} "
        f"instead of {number(answer.escalate_closed)}."
    )


def _cause(params: Mapping[str, float], first: float) -> str:
    """Return what opens the hand: the first thing without which it would stay closed."""
    if params["guarantee"] > 0 and not _opens(params, "guarantee", 0.0):
        return "a guarantor makes going further dear while talks are on"
    if params["belief_high"] > first and not _opens(params, "belief_high", first):
        return f"resilience has been shown (p is {number(params['belief_high'])})"
    return f"going further is too dear to the enemy (c is {number(params['cost'])})"


def _opens(params: Mapping[str, float], key: str, value: float) -> bool:
    found = solve(_game({**params, key: value}))
    return bool(found.open_if_high > SAFE)


def enough(params: Mapping[str, float]) -> str:
    """Return what it would take for talking to be safe; empty where it is."""
    if _opens(params, "cost", params["cost"]):
        return ""
    ways = []
    for key, words, bounds in (
        ("belief_high", "a belief of", BELIEFS),
        ("cost", "a cost of", COSTS),
    ):
        values = np.arange(params[key], bounds[1] + 1e-9, 0.01)
        found = solve(replace(_game(params), **{key: values})).open_if_high > SAFE
        if found.any():
            ways.append(f"{words} {number(float(values[int(np.argmax(found))]))}")
    if not ways:
        return "Neither belief nor cost alone would make it safe."
    return f"It would take {' or '.join(ways)}."
