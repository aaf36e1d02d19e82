"""Wars for the tests of the desk: played once, by doctrines and by chance, and shared."""

from functools import cache

from game.campaign import Campaign, load
from game.desk.chair import Chair
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES
from game.players.random_legal import RandomLegal
from game.record import Game


@cache
def campaign() -> Campaign:
    """Return the full campaign."""
    return load("vietnam-1965-1973")


def chair(side: int, seed: int = 7) -> Chair:
    """Return a new game alone against the other side's standard doctrine."""
    other = Glancing(DOCTRINES[1 - side][0].policy, seed)
    return Chair(Game.new(campaign(), seed), {1 - side: other})


def hotseat(seed: int = 7) -> Chair:
    """Return a new game of two people."""
    return Chair(Game.new(campaign(), seed), {})


@cache
def random_war(seed: int) -> Game:
    """Return a war of random legal orders on both sides, played to its end."""
    game = Game.new(campaign(), seed)
    players = [Glancing(RandomLegal(), seed + side) for side in (0, 1)]
    while not game.over:
        for side in (0, 1):
            game.commit(side, players[side].decide(game.dossier(side)))
    return game
