"""The mark of a campaign: what a side's score is laid beside when a war is over.

Where the recorded war is settled in the span that is played, that is history's own score. Where its
record ends unsettled, history's score says little: a war broken off at a bad moment is no measure.
There the mark is a *reference*, one constant a campaign and chair: the mean score of players of the
highest level against each other, all pairs of doctrines in turn, over all private types. It is made
once by REMADE, kept in one file with its interval and the version of the rules, and never computed
anew for a war.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from game import RULES
from game.campaign import Campaign
from game.campaign.files import SHIPPED
from game.engine.board import SIDES
from game.problems import Problem
from game.study.debrief.rows import history_scores
from game.study.debrief.standing import Points, history_path

FILE: Final = SHIPPED / "references.json"
REMADE: Final = "python main.py match --references --games {games} --seed {seed}"
HISTORY, EQUALS = "history", "equals"
MEANT: Final = (
    "Equals: the mean of what this side comes to in the end, where players of the highest level "
    "play this scenario against each other. The record breaks off unsettled in it, so the end is "
    "judged by this and not by history."
)


@dataclass(frozen=True)
class Mark:
    """What both sides' scores are laid beside, Washington first; ``of`` HISTORY or EQUALS."""

    points: tuple[Points, Points]
    of: str


def unsettled(campaign: Campaign) -> bool:
    """Whether the recorded war is not settled within the quarters that are played."""
    own = campaign.scenario.history if campaign.scenario else None
    history = own or campaign.file.history
    return history is None or campaign.index(history.ended) >= campaign.quarters


def mark(campaign: Campaign) -> Mark:
    """Return a campaign's mark: its reference, if it has one, else history's own score.

    Playing the record takes part of a second, once a campaign.
    """
    kept = references()["campaigns"].get(campaign.name)
    if kept is None or not unsettled(campaign):
        return Mark(history_path(campaign)[-1], HISTORY)
    sides = (_points(kept[name]) for name in SIDES)
    return Mark((next(sides), next(sides)), EQUALS)


def mark_scores(campaign: Campaign) -> tuple[dict[str, float], str]:
    """Return the mark's score by side, and what it is of: for matches."""
    found = mark(campaign)
    if found.of == HISTORY:
        return history_scores(campaign), HISTORY
    return {name: round(found.points[side].total, 2) for side, name in enumerate(SIDES)}, EQUALS


def _points(row: dict[str, Any]) -> Points:
    return Points(row["score"][0], row["aims"], row["people"])


def stale(of: str) -> str:
    """Return what to say where a mark ``of`` equals was made under other rules; else nothing."""
    kept = references()
    if of == HISTORY or kept["rules"] == RULES:
        return ""
    return (
        f"The reference was made under rules {kept['rules']}, and these are {RULES}: "
        f"{kept['made_by']} makes it anew."
    )


@cache
def references() -> dict[str, Any]:
    """Return the file of references; Problem if it cannot be read."""
    try:
        found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
        if not isinstance(found["rules"], int) or not isinstance(found["made_by"], str):
            raise TypeError("rules is a number, made_by a command")
        for row in found["campaigns"].values():
            for side in SIDES:
                _points(row[side])
    except (OSError, ValueError, KeyError, TypeError) as trouble:
        raise Problem(
            f"{FILE}: the references cannot be read ({trouble}). Take the file from the "
            f"game's own copy, or make it anew: {REMADE}."
        ) from None
    return found
