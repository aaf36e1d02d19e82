"""What talking cost each side, what answering would have cost its enemy, the map of postures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.tables import Tables
from game.engine.world import World
from game.study.debrief.rule import SAFE, RuleReading, cost_alone, map_of
from game.study.debrief.text import Opened
from game.study.debrief.words import BRANCH_TITLES, NAMES
from game.study.papers.pictures_look import (
    BRANCHES,
    GREY,
    HATCHES,
    SHADES,
    SHAPES,
    dressed,
    legend,
    line,
    sheet,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def costs(made: Opened) -> "Figure":
    """Draw, a column a side, what talking cost it and what answering would have cost its enemy,
    the branch of each quarter, and the war's way over the map of postures."""
    figure, axes = sheet(3, 2, 7.6, height_ratios=(5, 0.7, 8))
    for side in (WASHINGTON, HANOI):
        course = [both[side] for both in made.debrief.course]
        _costs(axes[0, side], course, side)
        _strip(axes[1, side], course)
        _map(axes[2, side], made, side)
    _keys(figure)
    return figure


def _costs(axes: "Axes", course: Sequence[RuleReading], side: int) -> None:
    name, enemy = NAMES[SIDES[side]], NAMES[SIDES[1 - side]]
    line(
        axes,
        [one.cost for one in course],
        1 - side,
        f"escalation: what going further costs {enemy}",
    )
    line(
        axes, [one.conversation for one in course], side, f"conversation: what opening costs {name}"
    )
    axes.axhline(0, color=GREY, linewidth=0.8)
    dressed(axes, f"{name} as sender: the two costs, in war aims", [one.quarter for one in course])
    low = min(0.0, *(one.conversation for one in course)) - 0.06
    axes.set_ylim(low, max(one.cost for one in course) * 1.45 + 0.05)
    legend(axes, loc="upper left")


def _strip(axes: "Axes", course: Sequence[RuleReading]) -> None:
    for place, one in enumerate(course):
        number = BRANCHES.index(one.branch)
        axes.axvspan(
            place - 0.5,
            place + 0.5,
            facecolor=SHADES[number],
            hatch=HATCHES[number],
            edgecolor="#444444",
            linewidth=0.3,
        )
    axes.set_xlim(-0.6, len(course) - 0.4)
    axes.set_yticks([])
    axes.set_xticks([])
    axes.set_title("the branch, quarter by quarter", fontsize=8, loc="left")


def _map(axes: "Axes", made: Opened, side: int) -> None:
    first, past = made.debrief.first[side], made.game.past
    course = [both[side] for both in made.debrief.course]
    place = [one.quarter for one in course].index(first.reading.quarter)
    top = max(1.0, *(one.cost + 0.05 for one in course))
    _regions(axes, past.worlds[place], side, past.tables, top)
    axes.plot(
        [one.belief for one in course], [one.cost for one in course], color="black", linewidth=0.9
    )
    for number, kind in enumerate(BRANCHES):
        here = [one for one in course if one.branch == kind]
        axes.scatter(
            [one.belief for one in here],
            [one.cost for one in here],
            marker=SHAPES[number],
            s=30,
            facecolor="white",
            edgecolor="black",
            zorder=3,
            clip_on=False,
        )
    _named(axes, course, place)
    axes.set_xlim(0.02, 0.98)
    axes.set_ylim(0, top)
    axes.tick_params(labelsize=8)
    axes.set_xlabel(f"p: belief that {NAMES[SIDES[side]]} is highly resilient", fontsize=8)
    axes.set_ylabel(f"c: cost of escalating to {NAMES[SIDES[1 - side]]}", fontsize=8)
    axes.set_title(
        f"{NAMES[SIDES[side]]}'s way over the map as it lay in {first.reading.quarter}",
        fontsize=10,
        loc="left",
    )


def _regions(axes: "Axes", world: World, side: int, tables: Tables, top: float) -> None:
    """Colour the map by what the equilibrium does: closed, open by cost alone, open by belief."""
    beliefs, low = np.linspace(0.02, 0.98, 49), cost_alone(world, side, tables)
    edge = top if low is None else min(low, top)
    axes.set_facecolor(SHADES[0])
    for number, (first, last) in ((1, (edge, top)), (2, (0.0, edge))):
        if last - first > 0.01:
            costs = np.linspace(first, last, 41)
            chance = map_of(world, side, tables, beliefs, costs)
            axes.contourf(
                beliefs,
                costs,
                chance,
                levels=(SAFE, 1.01),
                colors=[SHADES[number]],
                hatches=[HATCHES[number]],
            )
            axes.contour(beliefs, costs, chance, levels=(SAFE,), colors="black", linewidths=0.8)


def _named(axes: "Axes", course: Sequence[RuleReading], place: int) -> None:
    spots = {len(course) - 1: (8, -13), 0: (-8, -13), place: (8, 7)}
    for at, (right, up) in spots.items():
        one = course[at]
        right = -abs(right) if one.belief > 0.8 else right
        axes.annotate(
            one.quarter,
            (one.belief, one.cost),
            fontsize=8,
            fontweight="bold",
            xytext=(right, up),
            textcoords="offset points",
            zorder=4,
            ha="left" if right > 0 else "right",
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.9, "pad": 1.0},
        )


def _keys(figure: "Figure") -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    patches: list[Any] = [
        Patch(
            facecolor=SHADES[number],
            hatch=HATCHES[number],
            edgecolor="#444444",
            label=BRANCH_TITLES[kind],
        )
        for number, kind in enumerate(BRANCHES)
    ]
    marks = [
        Line2D(
            [],
            [],
            marker=SHAPES[number],
            color="black",
            markerfacecolor="white",
            linewidth=0,
            label=f"a quarter: {BRANCH_TITLES[kind].lower()}",
        )
        for number, kind in enumerate(BRANCHES)
    ]
    keys = [one for pair in zip(patches, marks, strict=True) for one in pair]
    figure.legend(handles=keys, loc="outside lower center", ncols=3, fontsize=8, frameon=False)
