"""The score through the war: what each side would have scored, had it stopped there, and what every
quarter won and lost. The quarters in which a score moved most are shaded and named."""

from typing import TYPE_CHECKING, Final

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.study.debrief.points import loudest
from game.study.debrief.text import Opened
from game.study.debrief.words import NAMES
from game.study.papers.pictures_look import GREY, LOOKS, dressed, legend, line, sheet

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHADE: Final = "#E8E2D0"  # behind a quarter of a large move; light enough under both lines in grey
BAR: Final = 0.4  # quarters; two bars a quarter
FILLS: Final = ({"hatch": ""}, {"hatch": "////"})


def points(made: Opened) -> "Figure":
    """Draw both scores through the war, and under them the points of every quarter."""
    names = [turn.quarter for turn in made.turns]
    places = np.arange(len(names))
    figure, (upper, lower) = sheet(2, 1, 5.2, sharex=True, height_ratios=(3, 2))
    for turn in loudest(made.turns):
        for axes in (upper, lower):
            axes.axvspan(turn.place - 0.5, turn.place + 0.5, color=SHADE, linewidth=0, zorder=0)
        upper.annotate(
            turn.quarter, (turn.place, 3), rotation=90, fontsize=7, ha="center", va="bottom"
        )
    for side in (WASHINGTON, HANOI):
        name, shift = NAMES[SIDES[side]], (side - 0.5) * BAR
        line(upper, [turn.total[side] for turn in made.turns], side, name)
        upper.axhline(
            made.history[side].total, color=LOOKS[side]["color"], linewidth=0.8, linestyle=":"
        )
        lower.bar(
            places + shift,
            [turn.won[side] for turn in made.turns],
            BAR,
            label=name,
            color="white" if side == HANOI else LOOKS[side]["color"],
            edgecolor=LOOKS[side]["color"],
            **FILLS[side],
        )
    lower.axhline(0, color=GREY, linewidth=0.8)
    upper.set_ylim(0, 100)
    dressed(upper, "The score, had the war stopped there; dotted: history's own end", names)
    legend(upper, loc="upper left", ncols=2)
    dressed(lower, "Points won and lost in the quarter", names)
    legend(lower, loc="upper left", ncols=2)
    return figure
