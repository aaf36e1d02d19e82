"""What both governments' doctrines share at the table: offers, channels, terms and acceptance.

Every number of a temper may be a float or an (N,) array, so that a batch can hold many tempers.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import WASHINGTON, Floats, Ints, Masks
from game.engine.ladders import ANSWER, NONE, OFFER
from game.engine.orders import NO_TERMS
from game.engine.sight import Sight
from game.players.reckoning import at_table, calendar_worth, fighting_worth, offered_worth

Number = Floats | float

CONDITIONS, TALKS = 1, 3  # rungs of the posture
OFFER_EVERY = 3  # quarters between overtures; Calibrated by hand: an offer a season is no news


@dataclass(frozen=True)
class TableTemper:
    """How a doctrine behaves at the table.

    ``ask``: positions asked beyond what seems within reach, when time is long. ``margin``: share of
    aims by which an offer must beat fighting on. ``patience``: weight of what waiting costs, 1 as
    the rulebook. ``secrecy``: 0 speaks in public, 1 uses the best channel.
    """

    ask: Number
    margin: Number
    patience: Number
    secrecy: Number


def message(sight: Sight, is_open: Masks) -> Ints:
    """Return (N,) offer, answer or silence: an offer lying there is answered; an open hand is held
    out now and then, while none of one's own lies unanswered."""
    asked = sight.offered[:, sight.enemy] == 1
    due = (sight.quarter % OFFER_EVERY == sight.side) & (sight.offered[:, sight.side] == 0)
    return np.where(asked, ANSWER, np.where(is_open & due & ~at_table(sight), OFFER, NONE))


def channel(sight: Sight, secrecy: Number) -> Ints:
    """Return (N,) the usable channel that best shields, is trusted and keeps its secret; or 0."""
    channels = sight.tables.channels
    access = np.minimum(channels.access[0], channels.access[1])
    quality = channels.shield * (0.5 + 0.5 * access) + channels.guarantee - channels.leak
    quality = np.where(np.arange(len(quality)) == 0, 0.02, quality)  # silence in public is free
    best = np.argmax(np.where(sight.channels == 1, quality, -1.0), axis=1)
    return np.where(np.asarray(secrecy) > 0.5, best, 0).astype(np.int64)


def package(sight: Sight, temper: TableTemper, speaking: Masks) -> Ints:
    """Return (N, I) the terms to table: those within reach, bent in the side's favour while there
    is time; none where the side is not speaking or the package already lies there."""
    time = np.clip(sight.left / 12.0, 0.1, 1.0)  # three years are plenty
    bend = np.asarray(temper.ask) * time * np.ones(len(sight))
    sign = -1.0 if sight.side == WASHINGTON else 1.0
    asked = np.rint(np.clip(sight.seen_terms + sign * bend[:, None], 0, 3)).astype(np.int64)
    asked = _no_better_than_offered(sight, asked)
    news = speaking & (asked != sight.tabled[:, sight.side]).any(axis=1)
    return np.where(news[:, None], asked, NO_TERMS)


def _no_better_than_offered(sight: Sight, asked: Ints) -> Ints:
    """Return (N, I) with every issue on which the enemy already gives more taken as given."""
    theirs = sight.tabled[:, sight.enemy]
    better = np.minimum(asked, theirs) if sight.side == WASHINGTON else np.maximum(asked, theirs)
    return np.where(theirs == NO_TERMS, asked, better)


def accepts(sight: Sight, temper: TableTemper) -> Ints:
    """Return (N,) 1 where the package on the table beats fighting on by the margin."""
    there = (sight.talking > 0) & (sight.tabled[:, sight.enemy, 0] != NO_TERMS)
    if not there.any():  # most quarters of most wars: nothing to be weighed
        return np.zeros(len(sight), dtype=np.int64)
    offered = offered_worth(sight)
    worth_it = offered >= fighting_worth(sight, temper.patience) + temper.margin
    worth_it = worth_it & (offered > calendar_worth(sight))
    return (worth_it & there).astype(np.int64)
