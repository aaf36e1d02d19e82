"""A suggestion given through the referee and played on: what is told has been seen to follow.

The search takes the other side's orders as they were; the referee also asks whether they could
still have been given. Only what holds there is shown.
"""

from collections.abc import Sequence
from typing import Any

from game.problems import Problem
from game.record import Game
from game.study.debrief.remedy import Remedy, remedies
from game.study.debrief.rule import RuleReading, readings, together


def remedy(
    game: Game, course: Sequence[tuple[RuleReading, RuleReading]], side: int
) -> Remedy | None:
    """Return the first remedy that the referee takes and that makes talking safe when it is played
    on; None where there is none."""
    return next((found for found in remedies(game.past, course, side)
                 if followed(game, found, side) == (True, True)), None)  # fmt: skip


def followed(game: Game, found: Remedy, side: int) -> tuple[bool, bool]:
    """Return whether the referee takes the suggested orders, and whether talking is safe within two
    quarters when they are played on: the other side as it was, the side keeping to what stands."""
    branch = game.branch(found.quarter)
    before = branch.past.world
    orders = found.orders
    worlds = [before]
    for step in range(2):
        place = found.place + step
        if branch.over or place >= len(game.past.rows):
            break
        try:
            branch.commit(side, branch.check(side, orders if step == 0 else {}))
        except Problem:
            return False, False
        _as_it_was(branch, game, 1 - side, place)
        worlds.append(branch.past.world)
    read = _readings(branch, worlds)
    upto = read[:1] if found.only_opens else read[1:]
    return True, any(one[side].safe for one in upto)


def _as_it_was(branch: Game, game: Game, side: int, place: int) -> None:
    """Give a side's orders as they were; what cannot be given any more gives way to what stands."""
    try:
        branch.commit(side, game.dossier(side).orders[place])
    except Problem:
        branch.commit(side, {})


def _readings(branch: Game, worlds: list[Any]) -> list[tuple[RuleReading, RuleReading]]:
    names = [branch.campaign.quarter(int(world.quarter[0])) for world in worlds]
    return readings(together(worlds), names, branch.past.tables)
