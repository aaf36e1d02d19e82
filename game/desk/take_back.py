"""Taking orders back that were given a moment ago, as long as that teaches nobody anything.

With two people at one screen a side's orders lie sealed until the other has given its own. They can
be taken back until the other side sits down to its papers; against a machine never, since giving
them resolves the quarter.
"""

from typing import Final

from game.desk.chair import Chair
from game.desk.facilitate import seated_anew
from game.engine.board import SIDES
from game.problems import Problem

TOO_LATE: Final = "No orders of this quarter can be taken back."


def can_take_back(chair: Chair) -> bool:
    """Whether the other person's orders lie sealed while nobody sits."""
    return (
        chair.hotseat
        and not chair.game.over
        and chair.curtain() is not None
        and chair.game.committed(1 - chair.side)
    )


def taken_back(chair: Chair) -> Chair:
    """Take the other person's orders back; return the chair in which they lie as a draft again."""
    if not can_take_back(chair):
        raise Problem(TOO_LATE)
    take_back(chair)
    return seated_anew(chair)


def take_back(chair: Chair) -> None:
    """Lay the other person's orders before it as a draft again."""
    side = 1 - chair.side
    words = getattr(chair.game.pending(), SIDES[side])
    chair.game.take_back(side)
    chair.game.draft(side, words)
