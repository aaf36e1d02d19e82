"""The hidden rule for programs: posture games by name, any number in a call."""

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from game.face.tables import Frame, data_frame
from game.problems import Problem
from game.theory.posture import BASE, Equilibrium, PostureGame, UnsolvedError, outside
from game.theory.posture import solve as solved

NAMES = tuple(field.name for field in fields(PostureGame))


@dataclass(frozen=True)
class Solution:
    """Posture games and their equilibria, both by name as arrays of one shape."""

    game: PostureGame
    equilibrium: Equilibrium

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.equilibrium, name)

    def frame(self) -> Frame:
        """Return a DataFrame with a row a game: the sixteen numbers given, and what follows."""
        parts = (self.game, self.equilibrium)
        columns = {
            field.name: np.asarray(getattr(part, field.name), dtype=np.float64)
            for part in parts
            for field in fields(part)
        }
        flat = [values.ravel() for values in np.broadcast_arrays(*columns.values())]
        rows = zip(*(values.tolist() for values in flat), strict=True)
        return data_frame(dict(zip(columns, row, strict=True)) for row in rows)


def solve(**given: Any) -> Solution:
    """Return the equilibrium of posture games, given by any of their sixteen numbers.

    Each is a number or an array, and all broadcast; what is left out is the base case's (docs/
    theory.md). ``solve(cost=costs).open_if_high`` is how likely a resilient government opens.

    Raises Problem for a name there is not, a number outside its bounds, shapes that do not fit, and
    games too sharp to be solved.
    """
    strange = next((name for name in given if name not in NAMES), None)
    if strange is not None:
        raise Problem(f"A posture game has no {strange!r}. Name any of {', '.join(NAMES)}.")
    try:
        game = replace(
            BASE, **{name: np.asarray(value, dtype=np.float64) for name, value in given.items()}
        )
        np.broadcast_shapes(*(np.shape(getattr(game, name)) for name in NAMES))
    except (TypeError, ValueError) as trouble:
        raise Problem(
            f"A posture game takes numbers, or arrays that fit together ({trouble})."
        ) from None
    wrong = outside(game)
    if wrong:
        raise Problem(f"Out of bounds: {', '.join(wrong)}. docs/theory.md names the bounds.")
    try:
        return Solution(game, solved(game))
    except UnsolvedError as trouble:
        raise Problem(f"{trouble}. Lower the precisions or the payoffs.") from None
