"""What both governments' doctrines share in speaking to the other: offers, channels, temper.

Every number of a temper may be a float or an (N,) array, so that a batch can hold many tempers.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import Floats, Ints, Masks
from game.engine.ladders import MessageKind
from game.engine.sight import Sight
from game.players.reckoning import at_table

Number = Floats | float

CONDITIONS, TALKS = 1, 3  # rungs of the posture
OFFER_EVERY = 3  # quarters between overtures; Calibrated by hand: an offer a season is no news


@dataclass(frozen=True)
class TableTemper:
    """How a doctrine behaves at the table.

    ``ask``: quarters it waits between steps beyond the usual. ``margin``: share of
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
    return np.where(
        asked,
        MessageKind.ANSWER,
        np.where(is_open & due & ~at_table(sight), MessageKind.OFFER, MessageKind.NONE),
    )


def channel(sight: Sight, secrecy: Number) -> Ints:
    """Return (N,) the usable channel that best shields, is trusted and keeps its secret; or 0."""
    channels = sight.tables.channels
    access = np.minimum(channels.access[0], channels.access[1])
    quality = channels.shield * (0.5 + 0.5 * access) + channels.guarantee - channels.leak
    quality = np.where(np.arange(len(quality)) == 0, 0.02, quality)  # silence in public is free
    best = np.argmax(np.where(sight.channels == 1, quality, -1.0), axis=1)
    return np.where(np.asarray(secrecy) > 0.5, best, 0).astype(np.int64)
