"""Pictures of a war that is over, for reports and classrooms. How they look: ``pictures_look``."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from game.campaign import replay
from game.engine.board import HANOI, ISSUES, PARIS, SIDES, WASHINGTON
from game.engine.world import World
from game.study.debrief.text import Opened
from game.study.debrief.words import NAMES
from game.study.papers.pictures_look import GREY, LOOKS, dressed, legend, line, sheet, svg_of
from game.study.papers.pictures_map import costs
from game.study.papers.pictures_points import points
from game.words import terms

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LANES: Final = (("overture", "o"), ("demonstration", "^"), ("escalation", "v"))


@dataclass(frozen=True)
class SvgPicture:
    """A picture as an SVG file, with what it shows in words for whoever cannot see it."""

    key: str
    title: str
    caption: str
    svg: bytes

    @property
    def uri(self) -> str:
        """The picture as a data URI."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg).decode()


Draw = Callable[[Opened], "Figure"]


def pictures(made: Opened) -> tuple[SvgPicture, ...]:
    """Return the pictures of a war that is over; none where no quarter was played."""
    if not made.debrief.quarters:
        return ()
    return tuple(
        SvgPicture(key, title, caption, svg_of(draw(made))) for key, title, caption, draw in GALLERY
    )


# Beliefs


def beliefs(made: Opened) -> "Figure":
    """Draw both beliefs over the war, and under them who held out a hand or struck when."""
    course, names = made.debrief.course, _names(made)
    figure, (upper, lower) = sheet(2, 1, 5.4, sharex=True, height_ratios=(3, 2))
    for side in (WASHINGTON, HANOI):
        enemy = NAMES[SIDES[1 - side]]
        line(
            upper,
            [both[side].belief for both in course],
            side,
            f"{enemy}'s belief that {NAMES[SIDES[side]]} is highly resilient",
        )
    upper.set_ylim(0, 1)
    dressed(upper, "What each believed of the other, as each quarter opened", names)
    legend(upper, loc="upper center", bbox_to_anchor=(0.5, -0.02), ncols=2)
    rows: list[str] = []
    for side in (WASHINGTON, HANOI):
        for kind, shape in LANES:
            row = len(rows)
            rows.append(f"{NAMES[SIDES[side]]}: {kind}s")
            at = [
                made.debrief.quarters.index(entry.quarter)
                for entry in made.debrief.entries
                if entry.kind == kind and entry.side == SIDES[side]
            ]
            lower.scatter(at, [row] * len(at), marker=shape, s=26, color=LOOKS[side]["color"])
    dressed(lower, "Acts by quarter; a demonstration may escalate too", names)
    lower.set_yticks(range(len(rows)), rows)
    lower.set_ylim(len(rows) - 0.5, -0.5)
    return figure


def _names(made: Opened) -> list[str]:
    return [both[0].quarter for both in made.debrief.course]


# The war beside the record


def war(made: Opened) -> "Figure":
    """Draw strength, deaths and support of this war beside the recorded one's."""
    record = [step.closing for step in replay(made.game.campaign)]
    starts = made.game.past.worlds
    names = list(made.debrief.quarters)
    figure, axes = sheet(3, 2, 7.4)
    for place, (title, read, side, rate) in enumerate(PANELS):
        panel = axes[place // 2, place % 2]
        first = [starts[0], *record] if record else [starts[0]]
        for worlds, label, more in (
            (starts, "this war", {}),
            (
                first,
                "the record, replayed",
                {"color": GREY, "linestyle": ":", "marker": "", "linewidth": 1.8},
            ),
        ):
            values = [read(world) for world in worlds]
            shown = list(np.diff(values)) if rate else values[1:]
            line(panel, shown[: len(names)] if label == "this war" else shown, side, label, **more)
        dressed(panel, title, names)
        panel.set_ylim(bottom=0)
        if place == 0:
            legend(panel, loc="upper right")
    return figure


PANELS: Final[tuple[tuple[str, Callable[[World], float], int, bool], ...]] = (
    ("American troops, thousands", lambda w: float(w.troops[0]), WASHINGTON, False),
    (
        "Hanoi's forces in the South, thousands",
        lambda w: float(w.main_force[0].sum() + w.guerrillas[0].sum()),
        HANOI,
        False,
    ),
    ("American dead in the quarter", lambda w: float(w.us_deaths[0]), WASHINGTON, True),
    ("Hanoi's dead in the quarter", lambda w: float(w.hanoi_deaths[0]), HANOI, True),
    ("Call the war a mistake, per cent", lambda w: 100 * float(w.opposition[0]), WASHINGTON, False),
    ("Unity of the Politburo, per cent", lambda w: 100 * float(w.cohesion[0]), HANOI, False),
)
"""Title, what to read off a world, whose it is, and whether it is a sum to take differences of."""


# The table


def table(made: Opened) -> "Figure":
    """Draw the two packages issue by issue, and the terms that leverage made each side expect."""
    worlds, names = made.game.past.worlds, _names(made)
    figure, axes = sheet(3, 2, 6.6, sharex=True, sharey=True)
    for issue in range(len(ISSUES)):
        panel = axes[issue // 2, issue % 2]
        for side in (WASHINGTON, HANOI):
            tabled = [float(world.tabled[0, side, issue]) for world in worlds]
            shift = 0.05 if side == HANOI else -0.05
            steps = [np.nan if value < 0 else value + shift for value in tabled]
            line(
                panel,
                steps,
                side,
                f"{NAMES[SIDES[side]]} has tabled",
                drawstyle="steps-mid",
                markersize=2.6,
            )
        panel.plot(
            [float(world.expected[0, issue]) for world in worlds],
            color=GREY,
            linestyle=":",
            linewidth=1.8,
            label="expected by the balance",
        )
        panel.plot(
            len(names) - 1,
            PARIS[issue],
            marker="*",
            color="black",
            markersize=9,
            linestyle="",
            label="Paris, January 1973",
        )
        dressed(panel, terms.ISSUE_TITLES[issue], names)
        panel.set_ylim(-0.3, 3.3)
        panel.set_yticks((0, 1, 2, 3), ("0 Washington's", "1", "2", "3 Hanoi's"))
    axes[1, 1].tick_params(labelbottom=True)
    rest = axes[2, 1]
    rest.axis("off")
    handles, labels = axes[0, 0].get_legend_handles_labels()
    rest.legend(handles, labels, loc="center left", fontsize=9, frameon=False)
    return figure


GALLERY: Final[tuple[tuple[str, str, str, Draw], ...]] = (
    (
        "beliefs",
        "What each believed of the other",
        "Each line is one government's belief that the other is highly resilient, as each quarter "
        "opened; under it the acts from which the other read.",
        beliefs,
    ),
    (
        "costs",
        "The two costs, and the map of postures",
        "Below nought a side would rather open than stay closed; the weak would before it is safe. "
        "The map shows what a resilient sender does at each belief p and cost c, all else "
        "as in the "
        "quarter named; a mark's shape tells the branch of its own quarter, whose nerve, guarantee "
        "and talks may differ.",
        costs,
    ),
    (
        "points",
        "Points won and lost",
        "Above: what each side would have scored, had the war stopped there. Below: what "
        "each quarter "
        "won or lost. Shaded are the quarters that decided the scores; an unsettled war is worth "
        "a part of the terms within reach, so a signature is worth much.",
        points,
    ),
    (
        "war",
        "Strength, deaths and support beside the record",
        "Lines with marks: this war. Dotted: the recorded orders, played by the same rules with "
        "neutral luck.",
        war,
    ),
    (
        "table",
        "The two packages",
        "0 is Washington's ideal, 3 Hanoi's. Dotted: the terms that the balance of leverage "
        "made each "
        "side expect.",
        table,
    ),
)
