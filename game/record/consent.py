"""A facilitator for a game of two that has begun: one side proposes, the other has to agree.

Whoever takes the chair can open both sides' papers, so nobody takes it alone once people sit at a
game. Before that, as a game is made, the PIN is set for it.
"""

import secrets

from game.engine.board import SIDES
from game.problems import Problem
from game.record.facilitator import Facilitator, salted
from game.record.game import Game


def propose(hand: Facilitator, pin: str, side: int) -> None:
    """Have ``side`` propose a facilitator with this PIN, of which the log keeps a hash; Problem for
    what is no PIN, or where there is a facilitator."""
    hand.refuse_wrong(pin)
    hand.game.facilitate(
        "proposed",
        f"{SIDES[side].capitalize()} proposes a facilitator; nobody is one until the "
        "other side agrees.",
        by=SIDES[side],
        **salted(pin, secrets.token_hex(8)),
    )


def proposed_to(game: Game, side: int) -> bool:
    """Whether the other side waits for ``side`` to agree to a facilitator."""
    return (
        game.log.held("pin", "hash") is None and game.log.held("proposed", "by") == SIDES[1 - side]
    )


def agree(hand: Facilitator, side: int) -> None:
    """Have ``side`` agree to what the other proposed: the facilitator takes the chair."""
    game = hand.game
    if not proposed_to(game, side):
        raise Problem("The other side has proposed no facilitator.")
    hand.take_the_chair(
        "Both sides agree: a facilitator takes the chair.",
        game.log.held("proposed", "hash"),
        game.log.held("proposed", "salt"),
    )
