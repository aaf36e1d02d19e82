"""What one hears where one governs: the place and the season, which the calendar tells everybody.

Nothing of the war is in it, so it tells nobody anything; and with two people in the room it is
silence, since what hums would say who sits.
"""

from typing import Final

from game.engine.board import SIDES

SEASONS: Final = ("winter", "spring", "summer", "autumn")


def surroundings(side: int, quarter: str, hotseat: bool) -> str:
    """Return a bed's name for a side and a quarter such as ``1965Q3``; empty for two people."""
    return "" if hotseat else f"{SIDES[side]} {SEASONS[int(quarter[-1]) - 1]}"
