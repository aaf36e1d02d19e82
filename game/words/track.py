"""An adviser's record in words: how often its ranges held, and what it was wrong about last."""

from collections.abc import Sequence
from typing import Any, Final

from game.engine.board import WASHINGTON
from game.words import plain

NOTHING: Final = "Nothing it said has come due yet."
ASKED: Final = (
    ("our own dead", "what came down the trail, by later estimates,"),
    ("our own dead", "the Americans in the South"),
)
"""By side, what a range that held was about: its dead, and what the enemy did."""


def record(side: int, asked: int, held: Sequence[int], missed: Sequence[Any]) -> str:
    """Return how many of ``asked`` ranges held, by question, and what was missed last quarter, each
    with ``question``, ``low``, ``high`` and ``true``."""
    if not asked:
        return NOTHING
    said = [wrong(side, one) for one in missed]
    parts = [
        f"{name} {count} times of {asked}" for name, count in zip(ASKED[side], held, strict=True)
    ]
    said.append(f"Its ranges have held {plain.listing(parts)}.")
    return " ".join(said)


def wrong(side: int, missed: Any) -> str:
    """Return one sentence that owns to a range that did not hold."""
    if missed.question == "cost":
        low, high, true = (_men(value) for value in (missed.low, missed.high, missed.true))
        return f"Wrong last quarter: it said {low} to {high} of ours would die, and {true} did."
    low, high, true = (_men(1000 * value) for value in (missed.low, missed.high, missed.true))
    if side == WASHINGTON:
        return (
            f"Wrong last quarter: it said {low} to {high} men would come down the trail, and "
            f"{true} are thought to have come."
        )
    return f"Wrong last quarter: it said {low} to {high} Americans, and there are {true}."


def _men(number: float) -> str:
    step = 10 if number < 1000 else 100
    return f"{round(number / step) * step:,.0f}"
