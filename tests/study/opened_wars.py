"""Wars for the tests of the debrief: the recorded one as a game, and short random ones."""

from functools import cache

import numpy as np

from game.campaign import Campaign, build, load, recorded
from game.engine.board import HANOI, WASHINGTON
from game.players.base import Glancing
from game.players.random_legal import RandomLegal
from game.record import Game, Seats, seat
from game.record.history import beginning_of, begun
from game.record.log import LuckSource
from game.study.debrief import forecasts
from game.study.debrief.war import OpenedWar, opened
from tests.campaign.small import small

FULL = "vietnam-1965-1973"
SECRETS = ("We mean to show that we can stay.", "They will go home before the snow.")
"""What Washington and Hanoi write in the tests, sealed from each other."""


@cache
def full() -> Campaign:
    """Return the full campaign."""
    return load(FULL)


def history(quarters: int | None = None) -> Game:
    """Return the recorded war as a game, with a reason and forecasts of each side in a quarter of
    each year; up to ``quarters`` if that is given."""
    campaign = full()
    world = build(campaign)[1]
    tables, world = build(campaign, types=np.array([world.resilience[0], world.nerve[0]]))
    on_record = seat("=the record", "record")
    seats = Seats(washington=on_record, hanoi=on_record)
    luck = [LuckSource(since=campaign.start, seed=None)]
    game = Game(begun(campaign, tables, beginning_of(campaign, world, luck, seats), world))
    both = [recorded(campaign, side) for side in (WASHINGTON, HANOI)]
    while not game.over and (quarters is None or len(game.past.rows) < quarters):
        at = game.quarter
        if game.quarter_name.endswith("Q1"):
            for side in (WASHINGTON, HANOI):
                game.write("note", side, SECRETS[side])
                forecasts.write(game, side, "open", 20 + at, SECRETS[side])
                forecasts.write(game, side, "escalate", 60)
        for side in (WASHINGTON, HANOI):
            game.commit(side, both[side][at])
    return game


@cache
def recorded_war() -> Game:
    """Return the recorded war, over."""
    return history()


@cache
def debriefed() -> OpenedWar:
    """Return the recorded war opened."""
    return opened(recorded_war())


@cache
def short() -> Campaign:
    """Return a campaign of four quarters."""
    return small()


@cache
def random_war(seed: int, quarters: int = 4) -> Game:
    """Return a war of random legal orders, over after four quarters, or by the bell before."""
    game = Game.new(short(), seed)
    players = [Glancing(RandomLegal(), 2 * seed + side) for side in (WASHINGTON, HANOI)]
    while not game.over:
        if len(game.past.rows) == quarters:
            game.facilitate("bell", "The bell: the war is scored as it stands.")
            break
        for side in (WASHINGTON, HANOI):
            game.commit(side, players[side].decide(game.dossier(side)))
    return game
