"""A check of what the debrief suggests: a hundred lost wars, each suggestion given and played on.

The orders are given through the referee, which refuses what is not legal or payable, in a branch of
the war under the same luck; what the rule then reads is read off the branch. Nothing of the search
is used again but the orders.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, load
from game.engine.board import SIDES
from game.players.base import Glancing, Policy
from game.players.doctrines import DOCTRINES
from game.players.random_legal import RandomLegal
from game.record import Game
from game.study.debrief.remedy_play import followed, remedy
from game.study.debrief.standing import Points, final_points, history_points
from game.study.debrief.war import opened

CAMPAIGNS: Final = ("tet", "road-to-paris")
WARS: Final = 100  # lost wars that are looked into
MOST: Final = 400  # wars played to find them
UNSETTLED: Final = ("calendar", "bell")  # ends that both sides lose


@dataclass(frozen=True)
class Checked:
    """One lost war's suggestion: whether there was one, whether the referee took it, and whether
    talking was safe within two quarters once it was played on. ``missing``: whether anything but a
    package was, since talking was not safe, or was and the hand was not open."""

    campaign: str
    seed: int
    side: str
    quarter: str
    legal: bool
    safe: bool
    only_opens: bool = False
    missing: bool = True


def checked(wars: int = WARS) -> list[Checked]:
    """Return the check of so many lost wars; minutes of one core for a hundred."""
    found: list[Checked] = []
    for seed in range(MOST):
        for name in CAMPAIGNS:
            for one in _lost(load(name), seed):
                found.append(one)
                if len(found) == wars:
                    return found
    return found


def report(found: list[Checked]) -> dict[str, Any]:
    """Return what a check came to."""
    shown = [one for one in found if one.quarter]
    return {
        "wars": len(found),
        "suggested": len(shown),
        "share": round(len(shown) / len(found), 3) if found else 0.0,
        "missing": sum(one.missing for one in found),
        "only_opens": sum(one.only_opens for one in shown),
        "legal": sum(one.legal for one in shown),
        "safe": sum(one.safe for one in shown),
    }


def _lost(campaign: Campaign, seed: int) -> Iterator[Checked]:
    """Yield the check of each side that lost a war: by the calendar, or below history's score."""
    game, bar = played(campaign, seed), history_points(campaign)
    scores = final_points(game.past)
    lost = [side for side in range(len(SIDES)) if is_lost(game, side, scores, bar)]
    course = opened(game).course if lost else ()
    for side in lost[seed % 2 :][:1] or lost[:1]:  # one side a war, in turn
        found = remedy(game, course, side)
        legal, safe = followed(game, found, side) if found else (False, False)
        yield Checked(
            campaign.name,
            seed,
            SIDES[side],
            found.quarter if found else "",
            legal,
            safe,
            found is not None and found.only_opens,
            found is not None or not any(both[side].safe for both in course),
        )


def is_lost(
    game: Game, side: int, scores: tuple[Points, Points], bar: tuple[Points, Points]
) -> bool:
    """Whether a side lost a war that is over."""
    return game.ending in UNSETTLED or scores[side].total < bar[side].total


def played(campaign: Campaign, seed: int) -> Game:
    """Return a war of doctrines and of chance, by its seed."""
    game, draws = Game.new(campaign, seed), np.random.default_rng(seed)
    players = []
    for side in range(len(SIDES)):
        known: list[Policy] = [*(one.policy for one in DOCTRINES[side]), RandomLegal()]
        players.append(Glancing(known[int(draws.integers(len(known)))], 2 * seed + side))
    while not game.over:
        for side, player in enumerate(players):
            game.commit(side, player.decide(game.dossier(side)))
    return game
