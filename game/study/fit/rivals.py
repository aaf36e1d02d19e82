"""The rule against rivals: how well each predicts who was open, over both sides' quarters.

Brier score (mean squared error of the probability) and log loss (mean of minus the log of the
probability given to what happened); lower is better for both. A rival marked *hindsight* was told
something of the answer. A part of the rule is removed without fitting the rest anew, so the table
shows what the rule as calibrated owes to the part, not what the best rule without it could do.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, replay
from game.engine.board import HANOI, SIDES, WASHINGTON, Floats
from game.engine.postures import escalation_cost
from game.engine.tables import Tables
from game.study.fit import record
from game.study.fit.runs import RecordRun, play_record
from game.study.fit.settings import put

STAYS: Final = 0.9  # probability that persistence gives to last quarter's posture
RIPE, UNRIPE = 0.8, 0.2  # what ripeness predicts in a ripe quarter and in another
HURT: Final = 0.5  # share of a side's worst four quarters from which it hurts
LEAST: Final = 1e-3  # probabilities are kept this far from 0 and 1 in the log loss
NEVER: Final = 1e9  # noise in which nothing can be read


def brier(chance: Floats, happened: Floats) -> Floats:
    """Return (S,) the mean squared error; both (Q, S), chances 0..1 and 0 or 1."""
    return np.asarray(((chance - happened) ** 2).mean(axis=0))


def log_loss(chance: Floats, happened: Floats) -> Floats:
    """Return (S,) the mean of minus the natural log of the probability of what happened."""
    given = np.where(happened == 1, chance, 1.0 - chance)
    return np.asarray(-np.log(np.clip(given, LEAST, 1.0 - LEAST)).mean(axis=0))


def compared(campaign: Campaign, tables: Tables, run: RecordRun) -> list[dict[str, Any]]:
    """Return a row for the rule, each rival and each rule with a part removed.

    ``run`` is the replay under ``tables``, neutral luck, first war used.
    """
    happened = record.postures(campaign)
    rows = [_row("the rule", "rule", run.chance[0], happened)]
    rows += [_row(name, kind, chance, happened) for name, kind, chance in rivals(run, happened)]
    for name, reduced in without(campaign, tables):
        chance = play_record(campaign, reduced, 1).chance[0]
        row = _row(name, "part removed", chance, happened)
        row["costs"] = {
            side: round(row["brier"][side] - rows[0]["brier"][side], 4) for side in SIDES
        }
        rows.append(row)
    return rows


def _row(name: str, kind: str, chance: Floats, happened: Floats) -> dict[str, Any]:
    squares, losses = brier(chance, happened), log_loss(chance, happened)
    return {
        "name": name,
        "kind": kind,
        "brier": {side: round(float(squares[at]), 4) for at, side in enumerate(SIDES)},
        "log_loss": {side: round(float(losses[at]), 4) for at, side in enumerate(SIDES)},
    }


def rivals(run: RecordRun, happened: Floats) -> Iterator[tuple[str, str, Floats]]:
    """Yield name, kind and (Q, S) predictions of each rival."""
    yield "base rate", "hindsight", np.broadcast_to(happened.mean(axis=0), happened.shape)
    yield "persistence", "told last quarter", persistence(happened)
    yield "one step", "hindsight", best_step(happened)
    ripe = ripeness(run)
    yield "ripeness", "rival theory", np.where(ripe, RIPE, UNRIPE)
    yield "ripeness, levels", "hindsight", levels(ripe, happened)


def persistence(happened: Floats) -> Floats:
    """Return (Q, S) last quarter's recorded posture, with STAYS; one half in the first."""
    last = np.vstack([np.full((1, 2), 0.5), np.where(happened[:-1] == 1, STAYS, 1.0 - STAYS)])
    return np.asarray(last)


def best_step(happened: Floats) -> Floats:
    """Return (Q, S) the single step, with its quarter and both levels chosen in hindsight."""
    made = np.empty_like(happened)
    for side in (WASHINGTON, HANOI):
        tried = []
        for cut in range(1, len(happened)):
            step = np.concatenate(
                [
                    np.full(cut, happened[:cut, side].mean()),
                    np.full(len(happened) - cut, happened[cut:, side].mean()),
                ]
            )
            tried.append((float(((step - happened[:, side]) ** 2).mean()), cut, step))
        made[:, side] = min(tried, key=lambda one: one[:2])[2]
    return made


def ripeness(run: RecordRun) -> Any:
    """Return (Q, S) whether both sides hurt: deaths of the last four quarters, each side's above
    half of its own worst, as in Zartman's mutually hurting stalemate; the same for both."""
    hurting = []
    for deaths in (run.us_deaths[0], run.hanoi_deaths[0]):
        year = np.convolve(deaths, np.ones(4))[: len(deaths)]
        hurting.append(year > HURT * year.max())
    ripe = hurting[0] & hurting[1]
    return np.stack([ripe, ripe], axis=1)


def levels(groups: Any, happened: Floats) -> Floats:
    """Return (Q, S) each group's recorded rate of openness."""
    made = np.empty_like(happened)
    for side in (WASHINGTON, HANOI):
        for group in (False, True):
            here = groups[:, side] == group
            made[here, side] = happened[here, side].mean() if here.any() else 0.5
    return made


def without(campaign: Campaign, tables: Tables) -> Iterator[tuple[str, Tables]]:
    """Yield the rule with each of its parts removed, everything else as it stands."""
    channels = tables.channels
    silent = replace(
        channels, shield=np.ones_like(channels.shield), leak=np.zeros_like(channels.leak)
    )
    yield "no inference from postures", replace(tables, channels=silent)
    yield (
        "no demonstrations",
        put(
            tables,
            {
                "beliefs.scale_noise": NEVER,
                "constants.reinforcement_weight": 0.0,
                "constants.withdrawal_seen": 0.0,
            },
        ),
    )
    yield "no cost of escalation", put(tables, flat_cost(campaign, tables))
    yield "no nerve", put(tables, {"beliefs.nerve_weight": 0.0, "constants.deadline_broken": 0.0})


def flat_cost(campaign: Campaign, tables: Tables) -> dict[str, float]:
    """Return the constants that hold each side's cost of escalation at its mean over the record."""
    costs = np.array([escalation_cost(step.opening, tables)[0] for step in replay(campaign)])
    mean = costs.mean(axis=0)
    slopes = ("opposition", "bombing", "detente", "force", "trail", "troops")
    return {
        "constants.cost_washington": float(mean[HANOI]),
        "constants.cost_hanoi": float(mean[WASHINGTON]),
        **{f"constants.cost_by_{slope}": 0.0 for slope in slopes},
    }


def misses(run: RecordRun, happened: Floats) -> list[dict[str, Any]]:
    """Return the quarters in which the rule leans the wrong way, by side."""
    found = []
    for side in (HANOI, WASHINGTON):
        wrong = np.flatnonzero((run.chance[0, :, side] > 0.5) != (happened[:, side] == 1))
        for at in wrong:
            found.append(
                {
                    "quarter": run.names[at],
                    "side": SIDES[side],
                    "predicted": round(float(run.chance[0, at, side]), 3),
                    "recorded": "open" if happened[at, side] else "closed",
                }
            )
    return found
