"""A suggestion given through the referee and played on: what is told has been seen to follow.

The search takes the other side's orders as they were; the referee also asks whether they could
still have been given. Only what holds there is shown.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from game.problems import Problem
from game.record import Game
from game.study.debrief.remedy import Remedy, remedies
from game.study.debrief.remedy_prepared import as_it_was, prepared
from game.study.debrief.rule import RuleReading, readings, together


def remedy(
    game: Game, course: Sequence[tuple[RuleReading, RuleReading]], side: int
) -> Remedy | None:
    """Return the first remedy that the referee takes and that makes talking safe when it is played
    on: of one quarter, else of a blow that had to be prepared; None where there is none."""
    every = chain(remedies(game.past, course, side), prepared(game, course, side))
    return next((found for found in every if followed(game, found, side) == (True, True)), None)


def followed(game: Game, found: Remedy, side: int) -> tuple[bool, bool]:
    """Return whether the referee takes the suggested orders, and whether talking is safe within two
    quarters when they are played on: the other side as it was, the side keeping to what stands."""
    first = found.place - len(found.prepared)
    branch = game.branch(
        game.past.campaign.quarter(game.past.campaign.index(found.quarter) - len(found.prepared))
    )
    worlds = [branch.past.world]
    plan: list[Any] = [*found.prepared, found.orders, {}]
    for place, orders in enumerate(plan, first):
        if branch.over or place >= len(game.past.rows):
            break
        try:
            branch.commit(side, branch.check(side, orders))
        except Problem:
            return False, False
        as_it_was(branch, game, 1 - side, place)
        worlds.append(branch.past.world)
    read = _readings(branch, worlds)
    upto = read[:1] if found.only_opens else read[len(found.prepared) + 1 :]
    return True, any(one[side].safe for one in upto)


def _readings(branch: Game, worlds: list[Any]) -> list[tuple[RuleReading, RuleReading]]:
    names = [branch.campaign.quarter(int(world.quarter[0])) for world in worlds]
    return readings(together(worlds), names, branch.past.tables)
