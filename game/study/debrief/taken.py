"""How they took it, with the truth beside it: each side's cards against what the enemy's belief
did, once the book is open."""

from dataclasses import dataclass
from typing import Final

from game.campaign import Step
from game.engine.board import SIDES
from game.engine.rules.readings import classes, moved

WORDS: Final = {-1: "as tiring", 0: "as nothing new", 1: "as meaning to stay"}
SURE: Final = ("hardly sure", "fairly sure", "quite sure")
QUITE: Final = 2


@dataclass(frozen=True)
class CardReading:
    """One quarter's card of one side: what its people said, how sure, and what was true."""

    quarter: int
    taken: int
    sure: int
    truth: int

    @property
    def right(self) -> bool:
        """Whether the direction was the true one."""
        return self.taken == self.truth


def readings(steps: tuple[Step, ...], side: int) -> tuple[CardReading, ...]:
    """Return a side's cards of a whole war, in order."""
    made = []
    for step in steps:
        truth = int(classes(moved(step.closing, step.opening))[0, side])
        made.append(
            CardReading(
                int(step.opening.quarter[0]),
                int(step.closing.taken[0, side]),
                int(step.closing.taken_sure[0, side]),
                truth,
            )
        )
    return tuple(made)


def tally(found: tuple[CardReading, ...]) -> str:
    """Return how well a side's people read, in a sentence."""
    sure = [one for one in found if one.sure == QUITE]
    said = f"{sum(one.right for one in found)} of {len(found)} cards were right"
    if sure:
        right = sum(one.right for one in sure)
        said += f", of those they were quite sure of {right} of {len(sure)}"
    return f"{said}."


def beside(one: CardReading, quarter: str) -> str:
    """Return one card and the truth beside it, in a clause."""
    if one.right:
        return f"{quarter} {WORDS[one.taken]}, and so it was"
    return f"{quarter} {WORDS[one.taken]} ({SURE[one.sure]}), in truth {WORDS[one.truth]}"


def best(counts: tuple[float, float]) -> str:
    """Return who read the other better, by the shares of their cards that were right."""
    if abs(counts[0] - counts[1]) < TIE:
        return "Both read the other about as well."
    return f"{SIDES[int(counts[1] > counts[0])].title()} read the other better."


TIE: Final = 0.05  # share of cards by which two sides read alike
