"""Who speaks: every adviser's lines and emblem by name, and the figures that a line may name.

They are composites, invented for the game: no title fits a single holder, and nobody is portrayed.
"""

from typing import Final

from game.engine.dossier import Dossier
from game.engine.view import Report, View
from game.words.voices import (
    aide,
    estimates,
    front,
    indochina,
    planner,
    secretariat,
    south,
    west,
)
from game.words.voices.choosing import Line, numbers
from game.words.voices.state import course

SPEAKERS: Final[tuple[dict[str, tuple[Line, ...]], ...]] = (
    {
        "An aide in the White House": aide.LINES,
        "A planner of the Joint Staff": planner.LINES,
        "The desk for Indochina": indochina.LINES,
        "The estimates desk": estimates.LINES,
    },
    {
        "A staff officer of the front": front.LINES,
        "A member of the Secretariat": secretariat.LINES,
        "The desk for the West": west.LINES,
        "The desk for the South": south.LINES,
    },
)
"""By side, under the names that the advisers have in ``game.players.advisers``."""
EMBLEMS: Final = {
    "An aide in the White House": "telephone",
    "A planner of the Joint Staff": "cap",
    "The desk for Indochina": "briefcase",
    "The estimates desk": "glass",
    "A staff officer of the front": "helmet",
    "A member of the Secretariat": "book",
    "The desk for the West": "letter",
    "The desk for the South": "wheel",
}
"""An object for each, since a face would resemble somebody."""


def lines(dossier: Dossier) -> dict[str, str]:
    """Return what each adviser of a side says today, with its figures, by name."""
    days = course(dossier)
    report = dossier.reports[-1] if dossier.reports else None
    named = figures(dossier.view, report)
    return {
        name: known[numbers(days, known)[-1]].text.format_map(named)
        for name, known in SPEAKERS[dossier.side].items()
    }


def figures(view: View, report: Report | None) -> dict[str, str]:
    """Return the figures of a side's own papers that a line may name, as they are said."""
    known = view.fields
    made = {
        "troops": _men(1000 * known["troops"]),
        "approval": _share(known["approval"]),
        "stability": _share(known["stability"]),
        "prisoners": f"{int(known['prisoners']):,}",
        "us_deaths": f"{int(known['us_deaths']):,}",
    }
    if "seen_infiltration" in known:
        made["seen_infiltration"] = _men(1000 * known["seen_infiltration"])
        made["seen_throughput"] = _share(known["seen_throughput"])
    if "throughput" in known:
        made["throughput"] = _share(known["throughput"])
    if report is not None:
        made["us_dead"] = f"{report.us_deaths:,}"
        if report.own_deaths is not None:
            made["own_dead"] = _men(report.own_deaths)
    return made


def _share(value: float) -> str:
    return f"{100 * float(value):.0f}"


def _men(value: float) -> str:
    return f"{round(float(value), -2):,.0f}"
