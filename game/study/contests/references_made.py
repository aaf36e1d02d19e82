"""Making the references anew: equal players of the highest level, in every unsettled campaign."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from game import RULES
from game.campaign import load, names
from game.engine.board import SIDES
from game.players.levels import LEVELS
from game.record.ratings import mean_interval
from game.study.contests.play import Result, WarJob, play_all
from game.study.contests.standings import equals
from game.study.debrief.references import REMADE, unsettled


def jobs(games: int, seed: int) -> dict[str, list[WarJob]]:
    """Return the wars that the references rest on, by campaign."""
    return {
        name: equals(name, LEVELS[-1].name, seed, games)
        for name in names()
        if unsettled(load(name))
    }


def remade(games: int, seed: int, cores: int = 0) -> Iterator[dict[str, Any] | None]:
    """Yield None for every war played, and last the contents of the file of references."""
    made: dict[str, Any] = {}
    for name, wars in jobs(games, seed).items():
        found = []
        for result in play_all(wars, cores):
            found.append(result)
            yield None
        made[name] = told(sorted(found, key=lambda one: one.job.seed), seed)
    yield {
        "made_by": REMADE.format(games=games, seed=seed),
        "rules": RULES,
        "level": LEVELS[-1].name,
        "campaigns": made,
    }


def told(results: list[Result], seed: int) -> dict[str, Any]:
    """Return one campaign's reference: by side the mean score with its 95 % interval, and its parts
    (aims of 60, people of 40)."""
    row: dict[str, Any] = {"games": len(results)}
    for side, name in enumerate(SIDES):
        scores = np.array([result.scores[side] for result in results])
        aims = np.array([result.aims[side] for result in results])
        row[name] = {
            "score": [round(figure, 2) for figure in mean_interval(scores, seed)],
            "aims": round(float(aims.mean()), 2),
            "people": round(float((scores - aims).mean()), 2),
        }
    return row
