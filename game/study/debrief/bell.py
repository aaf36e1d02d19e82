"""A war stopped by a seminar's bell: unfinished, and judged at that date.

The state is worth what an unsettled end is worth, history stands beside it as it stood at the same
date under the same rule, and each side's last package is worth what it would have been, signed
then. Waiting wins nothing: whoever stalls is measured against a history that has not settled
either.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.engine.board import HANOI, SETTLED, SIDES, WASHINGTON
from game.engine.orders import NO_TERMS, join
from game.engine.rules.table import signed
from game.record import Game
from game.study.debrief.standing import (
    Points,
    final_points,
    history_points_at,
    points_of,
    shown,
)
from game.words import plain, terms

BELL: Final = "bell"  # how Game names an end by the facilitator's bell


@dataclass(frozen=True)
class LastPackage:
    """A side's last package: the five positions, 0..3, in which quarter it was tabled, and what
    each side would have scored, had the other signed it when the bell rang."""

    side: str
    quarter: str
    positions: tuple[int, ...]
    worth: tuple[Points, Points]


@dataclass(frozen=True)
class Unfinished:
    """A war at the bell. ``played`` of ``quarters`` is how far it came; ``scores`` and ``history``
    are both at ``quarter``, the one about to be played, by side."""

    quarter: str
    played: int
    quarters: int
    scores: tuple[Points, Points]
    history: tuple[Points, Points]
    packages: tuple[LastPackage, ...]


def unfinished(game: Game) -> Unfinished | None:
    """Return how a war stands that the bell has stopped; None for any other. Plays the record up to
    that date: part of a second."""
    if game.ending != BELL:
        return None
    campaign, found = game.campaign, [package(game, side) for side in (WASHINGTON, HANOI)]
    return Unfinished(
        game.quarter_name,
        len(game.past.rows),
        campaign.quarters - campaign.start_index,
        final_points(game.past),
        history_points_at(campaign, game.quarter),
        tuple(one for one in found if one is not None),
    )


def package(game: Game, side: int) -> LastPackage | None:
    """Return a side's last package and its worth to both, had the other signed it today; None where
    it has tabled nothing."""
    past, world = game.past, game.past.world
    positions = world.tabled[:, side]
    if positions[0, 0] == NO_TERMS:
        return None
    both = [past.standing(each) for each in (WASHINGTON, HANOI)]
    both[1 - side] = replace(both[1 - side], accept=np.ones(1, dtype=np.int64))
    settled = np.ones(1, dtype=bool)
    ended = signed(world, join(*both), settled, past.tables).with_(
        ended=np.full(1, SETTLED, dtype=world.ended.dtype), settlement=positions
    )
    return LastPackage(
        SIDES[side],
        game.campaign.quarter(int(world.tabled_in[0, side])),
        tuple(int(one) for one in positions[0]),
        points_of(ended, past.tables),
    )


# In words


def sentences(found: Unfinished) -> tuple[str, ...]:
    """Return how an unfinished war is judged, and what its last packages were worth."""
    when = plain.quarter_words(found.quarter)
    said = [
        f"The bell stopped it as {when} opened, after {found.played} of {found.quarters} "
        "quarters, with nothing signed. Nobody has won: it is judged as an unsettled end at "
        "that date, beside history at the same date under the same rule."
    ]
    return (*said, *(offered(one) for one in found.packages), *_untabled(found))


def offered(one: LastPackage) -> str:
    """Return what a side's last package was and what it would have been worth, signed."""
    name = plain.SIDE_NAMES[SIDES.index(one.side)]
    places = "; ".join(
        f"{plain.small(terms.ISSUE_TITLES[issue])}: {plain.small(terms.position(issue, place))}"
        for issue, place in enumerate(one.positions)
    )
    return (
        f"{name}'s last package, of {plain.quarter_words(one.quarter)} ({places}), signed when "
        f"the bell rang, would have been worth {one.worth[WASHINGTON].total:.0f} to Washington "
        f"and {one.worth[HANOI].total:.0f} to Hanoi."
    )


def _untabled(found: Unfinished) -> tuple[str, ...]:
    tabled = {one.side for one in found.packages}
    names = [plain.SIDE_NAMES[side] for side, name in enumerate(SIDES) if name not in tabled]
    return (f"{plain.listing(names)} had tabled nothing that could be signed.",) if names else ()


def verdict(name: str, own: Points, theirs: Points) -> str:
    """Return how one side stood at the bell beside history at that date; never that it won."""
    step = shown(own)[0] - shown(theirs)[0]
    if step == 0:
        return f"Unfinished: {name} stood where history stood at this date."
    way = "above" if step > 0 else "below"
    many = plain.count(abs(step))
    return (
        f"Unfinished: {name} stood {many} point{'s' if abs(step) != 1 else ''} {way} history "
        "at this date."
    )
