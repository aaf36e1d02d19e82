"""The recorded war as a finished game: both sides' recorded orders, types and luck on record."""

from game.campaign import Campaign, answered, build, recorded
from game.engine.board import HANOI, WASHINGTON
from game.record.game import TWO_PERSONS, Game
from game.record.history import beginning_of, begun
from game.record.log import LuckSource


def recorded_war(campaign: Campaign) -> Game:
    """Return the recorded war from the campaign's start to its end, to be watched or left.

    The orders are played as they stand, legal or not; takes part of a second.
    """
    tables, world = build(campaign)
    luck = [LuckSource(since=campaign.start, seed=None)]
    past = begun(campaign, tables, beginning_of(campaign, world, luck, TWO_PERSONS), world)
    both = recorded(campaign, WASHINGTON), recorded(campaign, HANOI)
    while past.quarter < campaign.quarters and past.world.running[0]:
        orders = both[WASHINGTON][past.quarter], both[HANOI][past.quarter]
        past = past.plus(answered(orders, past.world, tables), ())
    return Game(past)
