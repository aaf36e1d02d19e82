"""What a machine would sign for: the least worth, by its doctrine, of what it puts its name to.

A machine writes it into the log, quarter by quarter and sealed, so that the debrief can say of a
package that it would have been signed: its floor, and where it searched, what its choice promised.
"""

from typing import Final

import numpy as np

from game.engine.board import Floats, Ints
from game.engine.sight import Sight
from game.players.bargaining import least_signed
from game.players.diplomacy import TableTemper
from game.players.reckoning import calendar_worth, fighting_worth, offered_worth

FLOOR: Final = "floor"  # key of the log: share of its aims, no less than which it signs
WORTH: Final = "worth"  # key of the log: points that what it chose promised it, where it searched
ABOVE: Final = 1e-9  # shares; a package must be worth more than the calendar, not as much


def floor(sight: Sight, temper: TableTemper) -> Floats:
    """Return (N,) the least worth at which a doctrine at the table signs: that of
    ``bargaining.accepts``, whatever lies there."""
    fighting = fighting_worth(sight, temper.patience) + temper.margin
    asked = least_signed(sight, temper.patience)
    return np.asarray(np.maximum(np.maximum(fighting, asked), calendar_worth(sight) + ABOVE))


def worth_of(sight: Sight, packages: Ints) -> Floats:
    """Return (M,) what each of ``packages`` (M, I) would be worth to the side of a sight of one
    war, were it the enemy's and signed under the fire of today."""
    many = sight.taken(np.zeros(len(packages), dtype=np.int64))
    laid = many.fields["tabled"].copy()
    laid[:, sight.enemy] = packages
    many.fields["tabled"] = laid
    return offered_worth(many)
