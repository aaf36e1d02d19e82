"""Answers at a glance: what a government that does not look ahead decides, from what answers do.

What each answer pushes is added up over its quarters by a rough worth, in points of score; the
purse decides what can be had. A player that searches weighs the answers anew
(``game.players.deciding``).
"""

from typing import Final

import numpy as np

from game.engine.board import Floats, Ints
from game.engine.dilemmas import PUSHES, Dilemmas
from game.engine.sight import Sight

WORTH: Final[dict[str, tuple[float, float]]] = {
    "capital": (0.3, 0.3),
    "approval": (80.0, -20.0),
    "rally": (15.0, -5.0),
    "dissent": (-15.0, 12.0),
    "stability": (25.0, -25.0),
    "quality": (120.0, -100.0),
    "control": (8.0, -8.0),
    "cohesion": (-15.0, 45.0),
    "cadres": (-8.0, 15.0),
    "fatigue": (1.0, -3.0),
    "preparation": (-2.0, 4.0),
    "air_defence": (-1.0, 2.0),
    "sanctuary": (-2.0, 3.0),
    "function": (-3.0, 6.0),
    "aid_moscow": (-4.0, 7.0),
    "aid_beijing": (-4.0, 7.0),
    "quarrel": (1.0, -2.0),
    "own_noise": (-1.0, -1.0),
    "enemy_noise": (0.5, 0.5),
}
"""Points of score for one unit of a push, to Washington and to Hanoi. Calibrated by hand on the
replay, eight quarters on: three hundredths of approval are worth 2.5 points to Washington, a tenth
from both patrons 1.3 to Hanoi."""
LEAKS: Final = -6.0  # points for a certain leak of a channel in use
A_POINT: Final = 0.3  # points of score that a point of capital is worth


def worths(dilemmas: Dilemmas, side: int) -> Floats:
    """Return (D, A) what each answer of a side's dilemmas is worth, its price taken off."""
    columns = np.full(dilemmas.pushes.shape[-1], LEAKS)
    columns[: len(PUSHES)] = [WORTH[name.partition(".")[0]][side] for name in PUSHES]
    pushed = (
        dilemmas.pushes[side].sum(axis=2) + dilemmas.risk[side][..., None] * (dilemmas.risked[side])
    )
    found: Floats = (pushed * columns).sum(axis=-1) - A_POINT * dilemmas.price[side]
    return found


def at_a_glance(sight: Sight, left: Floats) -> Ints:
    """Return (N, A) the best answer to each dilemma asked that ``left`` (N,) points allow; 0 where
    nothing is asked."""
    chosen = np.zeros_like(sight.asked)
    if not sight.asked.any():
        return chosen
    dilemmas, purse = sight.tables.dilemmas, np.floor(left)
    worth = worths(dilemmas, sight.side)
    for place in range(sight.asked.shape[1]):
        war = np.flatnonzero(sight.asked[:, place])
        number = sight.asked[war, place] - 1
        price = dilemmas.price[sight.side, number]
        there = np.arange(price.shape[1]) <= dilemmas.answers[sight.side, number][:, None]
        allowed = there & (price <= np.maximum(purse[war], 0.0)[:, None])
        allowed[:, 0] = False
        best = np.argmax(np.where(allowed, worth[number], -np.inf), axis=1)
        chosen[war, place] = np.where(allowed.any(axis=1), best, 0)
        purse[war] -= np.where(chosen[war, place] > 0, price[np.arange(len(war)), best], 0)
    return chosen
