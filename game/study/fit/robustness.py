"""How much of the fit hangs on luck, on exact constants, and on single causes.

Lucks: the same orders under drawn luck. Jitter: every constant that is Calibrated, by a fit or by
hand, multiplied by a factor of its own. Sensitivity: the rule read anew in the recorded states with
one cause made a fifth larger or smaller. What moved Hanoi: the belief of 1968Q2 put into the state
of 1967Q4, and nothing else.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, replay
from game.engine.board import HANOI, WASHINGTON, Floats, quarter_index
from game.engine.postures import own_open_probability, read
from game.engine.tables import Tables
from game.engine.world import World
from game.study.fit.demands import ACCEPTANCE, POSTURE, judged
from game.study.fit.runs import play_record
from game.study.fit.settings import belief_names, get, marked, put

LUCKS: Final = 300
DRAWS: Final = 100  # settings tried
JITTER: Final = 0.05  # share by which a factor differs from 1 at the most, evenly spread
SEED: Final = 1968  # of the jitter
CHANGE: Final = 0.20  # share by which a cause is moved
PRIORS: Final = ("resilient_washington", "resilient_hanoi", "dove_washington", "dove_hanoi")
CAUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "Hanoi's force": ("main_force", "guerrillas"),
    "America's troops": ("troops",),
}


def lucks(campaign: Campaign, tables: Tables, count: int = LUCKS) -> dict[str, Any]:
    """Return how many of ``count`` lucks meet the demands on postures and on acceptance."""
    run = play_record(campaign, tables, count, np.arange(count))
    return {
        "lucks": count,
        **judged(run, POSTURE),
        "acceptance": judged(run, (ACCEPTANCE,))["acceptance"],
    }


def jittered(campaign: Campaign, tables: Tables, draws: int = DRAWS) -> dict[str, Any]:
    """Return how many of ``draws`` settings with every Calibrated constant jittered meet the
    demands on postures, and which demand fails how often."""
    names = calibrated_names(tables)
    dice = np.random.default_rng(SEED)
    kept: dict[str, list[float]] = {}
    for _ in range(draws):
        factors = 1.0 + JITTER * dice.uniform(-1.0, 1.0, len(names))
        values = {
            name: _moved(name, get(tables, name), factor)
            for name, factor in zip(names, factors, strict=True)
        }
        found = judged(play_record(campaign, put(tables, values), 1), POSTURE)
        for name, verdict in found.items():
            kept.setdefault(name, []).append(verdict["share"])
    return {
        "settings": draws,
        "constants": len(names),
        "at_the_most": JITTER,
        "share": {name: round(float(np.mean(held)), 3) for name, held in kept.items()},
    }


def calibrated_names(tables: Tables) -> list[str]:
    """Return every constant marked Calibrated, of the engine, of beliefs and of the priors."""
    return [
        *(f"constants.{name}" for name in marked(tables)),
        *(f"beliefs.{name}" for name in belief_names()),
        *(f"priors.{name}" for name in PRIORS),
    ]


def _moved(name: str, value: Any, factor: float) -> Any:
    """Return a constant times a factor; a prior's log-odds move by the same share of one."""
    if name.startswith("priors."):
        odds = np.log(value / (1.0 - value)) + (factor - 1.0)
        return float(1.0 / (1.0 + np.exp(-odds)))
    return value * factor


def sensitivity(campaign: Campaign, tables: Tables) -> dict[str, Any]:
    """Return, by cause, how far Washington's P(open) moves in the recorded states when the cause
    is a fifth larger or smaller: the largest move, its quarter, and the mean."""
    worlds = [step.opening for step in replay(campaign)]
    made = {}
    for cause, fields in CAUSES.items():
        moves = np.array(
            [
                [
                    _chance(scaled(world, fields, factor), tables)[WASHINGTON]
                    - _chance(world, tables)[WASHINGTON]
                    for factor in (1.0 - CHANGE, 1.0 + CHANGE)
                ]
                for world in worlds
            ]
        )
        at, way = np.unravel_index(np.abs(moves).argmax(), moves.shape)
        quarter = campaign.quarter(campaign.start_index + int(at))
        made[cause] = {
            "largest": round(float(moves[at, way]), 3),
            "quarter": quarter,
            "when": ("a fifth less", "a fifth more")[int(way)],
            "mean": round(float(np.abs(moves).mean()), 3),
            "in_1972Q2": [round(float(one), 3) for one in moves[_column(campaign, "1972Q2")]],
        }
    return made


def _column(campaign: Campaign, quarter: str) -> int:
    return quarter_index(campaign.start, quarter)


def scaled(world: World, fields: tuple[str, ...], factor: float) -> World:
    """Return the world with some of its fields multiplied."""
    return world.with_(**{name: getattr(world, name) * factor for name in fields})


def _chance(world: World, tables: Tables) -> Floats:
    """Return (S,) P(open) by side as the rule reads ``world`` now."""
    return own_open_probability(world.with_(**vars(read(world, tables))))[0]


def what_moved_hanoi(campaign: Campaign, tables: Tables) -> dict[str, Any]:
    """Return the share of the change in Hanoi's log-odds of opening, 1967Q4 to 1968Q2, that the
    belief in its resilience makes alone."""
    worlds = {
        campaign.quarter(int(step.opening.quarter[0])): step.opening for step in replay(campaign)
    }
    before, after = worlds["1967Q4"], worlds["1968Q2"]
    believed = before.belief_resilient.copy()
    believed[:, HANOI] = after.belief_resilient[:, HANOI]
    odds = [
        _log_odds(float(_chance(world, tables)[HANOI]))
        for world in (before, before.with_(belief_resilient=believed), after)
    ]
    return {
        "before": round(odds[0], 3),
        "belief_alone": round(odds[1], 3),
        "after": round(odds[2], 3),
        "share": round((odds[1] - odds[0]) / (odds[2] - odds[0]), 3),
    }


def _log_odds(chance: float) -> float:
    return float(np.log(chance / (1.0 - chance)))
