"""Pictures of a war that is over, for reports and classrooms: readable in print and in grey.

matplotlib draws them without a screen and is imported when the first picture is asked for. Colours
are Okabe and Ito's (jfly.uni-koeln.de/color, 2008); every line and mark also differs in dash, shape
or hatching. Files carry no date and no name of a program.
"""

import base64
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from game.campaign import replay
from game.engine.board import HANOI, ISSUES, PARIS, SIDES, WASHINGTON
from game.engine.tables import Tables
from game.engine.world import World
from game.study.debrief_rule import COSTLY, RESILIENCE, SAFE, WEAKNESS, Reading, cost_alone, map_of
from game.study.debrief_text import Opened
from game.study.debrief_words import BRANCH_TITLES, NAMES
from game.words import terms

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BLUE, VERMILION, GREEN, SKY, ORANGE, PURPLE = (
    "#0072B2", "#D55E00", "#009E73", "#56B4E9", "#E69F00", "#CC79A7",
)  # fmt: skip
GREY: Final = "#666666"
LOOKS: Final[tuple[dict[str, Any], ...]] = (
    {"color": BLUE, "linestyle": "-", "marker": "s"},
    {"color": VERMILION, "linestyle": (0, (5, 1.5)), "marker": "D"},
)
"""How each side is drawn: Washington solid with squares, Hanoi dashed with diamonds."""
BRANCHES: Final = (WEAKNESS, COSTLY, RESILIENCE)
SHADES: Final = ("#F4F4F4", "#56B4E9", "#E69F00")  # by branch: light, middle, darker in grey
HATCHES: Final = ("", "///", "...")
SHAPES: Final = ("o", "^", "s")
LANES: Final = (("overture", "o"), ("demonstration", "^"), ("escalation", "v"))
WIDE: Final = 9.0  # inches; prints at about 8 points on A4 and Letter


@dataclass(frozen=True)
class Picture:
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


def pictures(made: Opened) -> tuple[Picture, ...]:
    """Return the four pictures of a war that is over."""
    return tuple(Picture(key, title, caption, svg_of(draw(made)))
                 for key, title, caption, draw in GALLERY)


def png_of(figure: "Figure") -> bytes:
    """Return a figure as a PNG file, 150 dots an inch."""
    return _saved(figure, "png", metadata={"Software": None}, dpi=150)


def svg_of(figure: "Figure") -> bytes:
    """Return a figure as an SVG file, the same bytes for the same figure."""
    import matplotlib as mpl

    with mpl.rc_context({"svg.hashsalt": "overture", "svg.fonttype": "path"}):
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        return _saved(figure, "svg", metadata=nothing)


def _saved(figure: "Figure", kind: str, **how: Any) -> bytes:
    sink = io.BytesIO()
    figure.savefig(sink, format=kind, **how)
    return sink.getvalue()


def sheet(rows: int, columns: int, high: float, **more: Any) -> tuple["Figure", Any]:
    """Return an empty figure and its axes; no window is ever opened."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDE, high), layout="constrained")
    axes = figure.subplots(rows, columns, **more)
    return figure, axes


def dressed(axes: "Axes", title: str, names: Sequence[str]) -> None:
    """Give axes over quarters a title, years under them, and a quiet frame."""
    axes.set_title(title, fontsize=10, loc="left")
    years = [place for place, name in enumerate(names) if name.endswith("Q1")]
    wanted = years or [0]
    axes.set_xticks(wanted, [names[place][:4] for place in wanted])
    axes.set_xlim(-0.6, max(len(names) - 0.4, 0.6))
    axes.tick_params(labelsize=8)
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.6)
    axes.set_axisbelow(True)
    for edge in ("top", "right"):
        axes.spines[edge].set_visible(False)


def line(axes: "Axes", values: Sequence[float], side: int, label: str, **more: Any) -> None:
    """Draw one side's line over quarters."""
    look = {**LOOKS[side], "markersize": 3.2, "linewidth": 1.5, "label": label, **more}
    axes.plot(range(len(values)), values, **look)


def legend(axes: "Axes", **where: Any) -> None:
    """Show the legend without a frame, small."""
    axes.legend(fontsize=8, frameon=False, **where)


# Beliefs

def beliefs(made: Opened) -> "Figure":
    """Draw both beliefs over the war, and under them who held out a hand or struck when."""
    course, names = made.debrief.course, _names(made)
    figure, (upper, lower) = sheet(2, 1, 5.4, sharex=True, height_ratios=(3, 2))
    for side in (WASHINGTON, HANOI):
        enemy = NAMES[SIDES[1 - side]]
        line(upper, [both[side].belief for both in course], side,
             f"{enemy}'s belief that {NAMES[SIDES[side]]} is highly resilient")
    upper.set_ylim(0, 1)
    dressed(upper, "What each believed of the other, as each quarter opened", names)
    legend(upper, loc="upper center", bbox_to_anchor=(0.5, -0.02), ncols=2)
    rows: list[str] = []
    for side in (WASHINGTON, HANOI):
        for kind, shape in LANES:
            row = len(rows)
            rows.append(f"{NAMES[SIDES[side]]}: {kind}s")
            at = [made.debrief.quarters.index(entry.quarter) for entry in made.debrief.entries
                  if entry.kind == kind and entry.side == SIDES[side]]
            lower.scatter(at, [row] * len(at), marker=shape, s=26, color=LOOKS[side]["color"])
    dressed(lower, "Acts by quarter; a demonstration may escalate too", names)
    lower.set_yticks(range(len(rows)), rows)
    lower.set_ylim(len(rows) - 0.5, -0.5)
    return figure


def _names(made: Opened) -> list[str]:
    return [both[0].quarter for both in made.debrief.course]


# Costs and the map of postures

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


def _costs(axes: "Axes", course: Sequence[Reading], side: int) -> None:
    name, enemy = NAMES[SIDES[side]], NAMES[SIDES[1 - side]]
    line(axes, [one.cost for one in course], 1 - side,
         f"escalation: what going further costs {enemy}")
    line(axes, [one.conversation for one in course], side,
         f"conversation: what opening costs {name}")
    axes.axhline(0, color=GREY, linewidth=0.8)
    dressed(axes, f"{name} as sender: the two costs, in war aims", [one.quarter for one in course])
    low = min(0.0, *(one.conversation for one in course)) - 0.06
    axes.set_ylim(low, max(one.cost for one in course) * 1.45 + 0.05)
    legend(axes, loc="upper left")


def _strip(axes: "Axes", course: Sequence[Reading]) -> None:
    for place, one in enumerate(course):
        number = BRANCHES.index(one.branch)
        axes.axvspan(place - 0.5, place + 0.5, facecolor=SHADES[number], hatch=HATCHES[number],
                     edgecolor="#444444", linewidth=0.3)
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
    axes.plot([one.belief for one in course], [one.cost for one in course], color="black",
              linewidth=0.9)
    for number, kind in enumerate(BRANCHES):
        here = [one for one in course if one.branch == kind]
        axes.scatter([one.belief for one in here], [one.cost for one in here],
                     marker=SHAPES[number], s=30, facecolor="white", edgecolor="black", zorder=3)
    _named(axes, course, place)
    axes.set_xlim(0.02, 0.98)
    axes.set_ylim(0, top)
    axes.tick_params(labelsize=8)
    axes.set_xlabel(f"p: belief that {NAMES[SIDES[side]]} is highly resilient", fontsize=8)
    axes.set_ylabel(f"c: cost of escalating to {NAMES[SIDES[1 - side]]}", fontsize=8)
    axes.set_title(f"{NAMES[SIDES[side]]}'s way over the map as it lay in {first.reading.quarter}",
                   fontsize=10, loc="left")  # fmt: skip


def _regions(axes: "Axes", world: World, side: int, tables: Tables, top: float) -> None:
    """Colour the map by what the equilibrium does: closed, open by cost alone, open by belief."""
    beliefs, low = np.linspace(0.02, 0.98, 49), cost_alone(world, side, tables)
    edge = top if low is None else min(low, top)
    axes.set_facecolor(SHADES[0])
    for number, (first, last) in ((1, (edge, top)), (2, (0.0, edge))):
        if last - first > 0.01:
            costs = np.linspace(first, last, 41)
            chance = map_of(world, side, tables, beliefs, costs)
            axes.contourf(beliefs, costs, chance, levels=(SAFE, 1.01), colors=[SHADES[number]],
                          hatches=[HATCHES[number]])
            axes.contour(beliefs, costs, chance, levels=(SAFE,), colors="black", linewidths=0.8)


def _named(axes: "Axes", course: Sequence[Reading], place: int) -> None:
    spots = {len(course) - 1: (8, -13), 0: (-8, -13), place: (8, 7)}
    for at, (right, up) in spots.items():
        one = course[at]
        right = -abs(right) if one.belief > 0.8 else right
        axes.annotate(one.quarter, (one.belief, one.cost), fontsize=8, fontweight="bold",
                      xytext=(right, up), textcoords="offset points", zorder=4,
                      ha="left" if right > 0 else "right",
                      bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.9,
                            "pad": 1.0})  # fmt: skip


def _keys(figure: "Figure") -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    patches: list[Any] = [
        Patch(facecolor=SHADES[number], hatch=HATCHES[number], edgecolor="#444444",
              label=BRANCH_TITLES[kind])
        for number, kind in enumerate(BRANCHES)
    ]
    marks = [Line2D([], [], marker=SHAPES[number], color="black", markerfacecolor="white",
                    linewidth=0, label=f"a quarter: {BRANCH_TITLES[kind].lower()}")
             for number, kind in enumerate(BRANCHES)]
    keys = [one for pair in zip(patches, marks, strict=True) for one in pair]
    figure.legend(handles=keys, loc="outside lower center", ncols=3, fontsize=8, frameon=False)


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
            (first, "the record, replayed",
             {"color": GREY, "linestyle": ":", "marker": "", "linewidth": 1.8}),
        ):  # fmt: skip
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
    ("Hanoi's forces in the South, thousands",
     lambda w: float(w.main_force[0].sum() + w.guerrillas[0].sum()), HANOI, False),
    ("American dead in the quarter", lambda w: float(w.us_deaths[0]), WASHINGTON, True),
    ("Hanoi's dead in the quarter", lambda w: float(w.hanoi_deaths[0]), HANOI, True),
    ("Call the war a mistake, per cent", lambda w: 100 * float(w.opposition[0]), WASHINGTON,
     False),
    ("Unity of the Politburo, per cent", lambda w: 100 * float(w.cohesion[0]), HANOI, False),
)  # fmt: skip
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
            line(panel, steps, side, f"{NAMES[SIDES[side]]} has tabled", drawstyle="steps-mid",
                 markersize=2.6)  # fmt: skip
        panel.plot([float(world.expected[0, issue]) for world in worlds], color=GREY,
                   linestyle=":", linewidth=1.8, label="expected by the balance")
        panel.plot(len(names) - 1, PARIS[issue], marker="*", color="black", markersize=9,
                   linestyle="", label="Paris, January 1973")  # fmt: skip
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
    ("beliefs", "What each believed of the other",
     "Each line is one government's belief that the other is highly resilient, as each quarter "
     "opened; under it the acts from which the other read.", beliefs),
    ("costs", "The two costs, and the map of postures",
     "Talking is safe where the cost of conversation falls below nought. The map shows what the "
     "equilibrium does at each belief p and cost c, all else as in the quarter named; a mark's "
     "shape tells the branch of its own quarter, whose nerve, guarantee and talks may differ.",
     costs),
    ("war", "Strength, deaths and support beside the record",
     "Lines with marks: this war. Dotted: the recorded orders, played by the same rules with "
     "neutral luck.", war),
    ("table", "The two packages",
     "0 is Washington's ideal, 3 Hanoi's. Dotted: the terms that the balance of leverage made each "
     "side expect.", table),
)  # fmt: skip
