"""The gauges of a side: a few numbers, each with its last change and the cause under it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.desk.models import Gauge, Threshold
from game.engine.board import WASHINGTON
from game.engine.dossier import Dossier
from game.engine.view import View
from game.words import causes, plain


@dataclass(frozen=True)
class Dial:
    """How one gauge is read: its number, its words, and whether more of it is welcome."""

    id: str
    title: str
    read: Callable[[View], float]
    show: Callable[[float], str]
    low: float
    high: float
    unit: str
    scale: float
    more_is_welcome: bool | None
    tip: str
    error: float = 0.0
    thresholds: tuple[Threshold, ...] = ()


def _share(gauge: str) -> Callable[[float], str]:
    return lambda value: f"{plain.percent(value)}, {plain.on_steps(gauge, value)}"


def _men(value: float) -> str:
    return plain.thousand(value)


def _points(value: float) -> str:
    return f"{int(value)} points, {plain.on_steps('capital', value)}"


def _number(value: float) -> str:
    return f"{value:,.0f}"


FALL: Final = "Collapse threatens below this, more the further below."
CAPITAL: Final = Dial(
    "capital", "Political capital", lambda v: float(v.capital), _points, 0, 100, "points", 1, True,
    "What orders are paid with. Consent at home pays it in every quarter.",
)
STABILITY: Final = Dial(
    "stability", "Saigon's stability", lambda v: float(v.stability), _share("stability"), 0, 1,
    "points", 100, None, "Whether Saigon's government can stand.", 0.0, (Threshold(0.22, FALL),),
)
APPROVAL: Final = Dial(
    "approval", "Approval of the President", lambda v: float(v.approval), _share("approval"), 0, 1,
    "points", 100, None, "Published polls. It pays political capital.", 0.0,
    (Threshold(0.25, FALL),),
)
OPPOSITION: Final = Dial(
    "opposition", "Americans who call the war a mistake", lambda v: float(v.opposition),
    _share("opposition"), 0, 1, "points", 100, None,
    "It follows all the dead so far and is never reset. Where it is high, escalating is dear.",
)
TROOPS: Final = Dial(
    "troops", "American troops in country", lambda v: float(v.troops), _men, 0, 600, "men", 1000,
    None, "At the quarter's opening.",
)
US_DEATHS: Final = Dial(
    "us_deaths", "American deaths so far", lambda v: float(v.us_deaths), _number, 0, 60_000, "",
    1, None, "Hostile deaths, as published.",
)

WASHINGTON_DIALS: Final = (
    CAPITAL, APPROVAL, OPPOSITION, TROOPS, US_DEATHS, STABILITY,
    Dial("quality", "Quality of Saigon's forces", lambda v: float(v.quality), _share("share"), 0,
         1, "points", 100, True, "What they can do without Americans."),
    Dial("control", "People under Saigon's control", lambda v: float(v.control.mean()),
         _share("share"), 0, 1, "points", 100, True, "Mean of the four corps."),
    Dial("seen_force", "Enemy in the South, estimated",
         lambda v: float(v.seen_main_force.sum() + v.seen_guerrillas.sum()), _men, 0, 500, "men",
         1000, False, "Main force and guerrillas. Estimates of the staffs differ by a fifth.",
         0.2),
    Dial("aircraft", "Aircraft lost over the North", lambda v: float(v.aircraft_lost), _number, 0,
         3000, "", 1, False, "So far. About half of the crews are taken prisoner."),
)  # fmt: skip
HANOI_DIALS: Final = (
    CAPITAL,
    Dial("cohesion", "Unity of the Politburo", lambda v: float(v.cohesion), _share("cohesion"), 0,
         1, "points", 100, True, "It pays political capital.", 0.0, (Threshold(0.25, FALL),)),
    Dial("main_force", "Main force in the South", lambda v: float(v.main_force.sum()), _men, 0,
         400, "men", 1000, True, "Regular units, by your own returns."),
    Dial("hanoi_deaths", "Dead in the South so far", lambda v: float(v.hanoi_deaths), _number, 0,
         1_200_000, "", 1, False, "By your own returns. The enemy claims another number."),
    Dial("preparation", "Preparation for an offensive", lambda v: float(v.preparation),
         _share("preparation"), 0, 1, "points", 100, True,
         "A wave needs 30 per cent; its size is what has been prepared.", 0.0,
         (Threshold(0.3, "From here on a general offensive can be launched."),)),
    Dial("throughput", "The trail", lambda v: float(v.throughput), _share("share"), 0, 1.2,
         "points", 100, True, "What comes through, of its rated load; good roads "
         "and quiet skies carry more."),
    Dial("function", "The North's industry and transport", lambda v: float(v.function.mean()),
         _share("share"), 0, 1, "points", 100, True, "Of peacetime; mean of three zones."),
    Dial("manpower", "Men the North can still send", lambda v: float(v.manpower), _men, 0, 800,
         "men", 1000, True, "Conscripts and reserves of the North."),
    APPROVAL, OPPOSITION, TROOPS, US_DEATHS, STABILITY,
)  # fmt: skip
DIALS: Final = (WASHINGTON_DIALS, HANOI_DIALS)
OURS: Final = {"approval", "troops", "stability"}
"""Shared dials of which Washington welcomes more and Hanoi less; the other two turn round."""


def gauges(dossier: Dossier) -> tuple[Gauge, ...]:
    """Return the gauges of the dossier's side today."""
    return tuple(gauge(dial, dossier) for dial in DIALS[dossier.side])


def gauge(dial: Dial, dossier: Dossier) -> Gauge:
    """Return one gauge with its change since last quarter and what caused it."""
    now = dial.read(dossier.view)
    before = dial.read(dossier.views[-2]) if dossier.reports else now
    step = now - before
    trend = "level" if round(step * dial.scale) == 0 else "up" if step > 0 else "down"
    change = _change(dial, step) if dossier.reports else ""
    cause = dial.tip
    if dossier.reports:
        cause = causes.cause(dial.id, dossier.views[-2], dossier.view, dossier.reports[-1])
    wide = dial.error * now
    return Gauge(
        id=dial.id, title=dial.title, value=now, low=dial.low, high=dial.high, text=dial.show(now),
        change=change, trend=trend, welcome=_welcome(dial, dossier.side, trend), cause=cause,
        tip=_tip(dial, now, change, cause),
        error=(now - wide, now + wide) if dial.error else None, thresholds=dial.thresholds,
    )  # fmt: skip


def _change(dial: Dial, step: float) -> str:
    if dial.unit == "men":
        return plain.change_of_men(step)
    return plain.change(step * dial.scale, dial.unit)


def _tip(dial: Dial, now: float, change: str, cause: str) -> str:
    said = f"{dial.title}: {dial.show(now)}.\n{dial.tip}"
    return f"{said}\n{change}. {cause}" if change else said


def _welcome(dial: Dial, side: int, trend: str) -> bool | None:
    more = dial.more_is_welcome
    if more is None:
        more = (dial.id in OURS) == (side == WASHINGTON)
    return None if trend == "level" else (trend == "up") == more
