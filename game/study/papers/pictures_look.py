"""How pictures look and how they are saved: readable in print and in grey.

matplotlib draws them without a screen and is imported when the first picture is asked for. Colours
are Okabe and Ito's (jfly.uni-koeln.de/color, 2008); every line and mark also differs in dash, shape
or hatching. Files carry no date and no name of a program.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from game.study.debrief.rule import COSTLY, RESILIENCE, WEAKNESS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BLUE, VERMILION, GREEN, SKY, ORANGE, PURPLE = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#56B4E9",
    "#E69F00",
    "#CC79A7",
)
GREY: Final = "#666666"
LOOKS: Final[tuple[dict[str, Any], ...]] = (
    {"color": BLUE, "linestyle": "-", "marker": "s"},
    {"color": VERMILION, "linestyle": (0, (5, 1.5)), "marker": "D"},
)
"""How each side is drawn: Washington solid with squares, Hanoi dashed with diamonds."""
BRANCHES: Final = (WEAKNESS, COSTLY, RESILIENCE)
SHADES: Final = ("#F7F7F7", "#B3DCF4", "#E69F00")  # by branch; the second is a tint: apart in grey
HATCHES: Final = ("", "///", "...")
SHAPES: Final = ("o", "^", "s")
WIDE: Final = 9.0  # inches; prints at about 8 points on A4 and Letter


def svg_of(figure: "Figure") -> bytes:
    """Return a figure as an SVG file, the same bytes for the same figure."""
    import matplotlib as mpl

    with mpl.rc_context({"svg.hashsalt": "overture", "svg.fonttype": "path"}):
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        sink = io.BytesIO()
        figure.savefig(sink, format="svg", metadata=nothing)
    return sink.getvalue()


def sheet(rows: int, columns: int, high: float, **more: Any) -> tuple["Figure", Any]:
    """Return an empty figure and its axes; no window is ever opened."""
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    room = ConstrainedLayoutEngine(wspace=0.05)  # so that marks at an edge touch no label
    figure = Figure(figsize=(WIDE, high), layout=room)
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
