"""The gauges of a side: a few numbers, each with its last change and the cause under it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.desk import build_moved
from game.desk.models import Gauge, Threshold
from game.desk.setting import Setting
from game.engine.board import WASHINGTON
from game.engine.dossier import Dossier
from game.engine.facts import Facts
from game.engine.view import View
from game.words import causes, floors, plain

PER_CENT: Final = 100  # scale of a dial whose number is a share, as what decisions push is


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
    error: Callable[[Facts], float] | None = None
    threshold: Callable[[View, Facts], Threshold] | None = None


def _share(gauge: str) -> Callable[[float], str]:
    return lambda value: f"{plain.percent(value)}, {plain.on_steps(gauge, value)}"


def _men(value: float) -> str:
    return plain.thousand(value)


def _points(value: float) -> str:
    return f"{int(value)} points, {plain.on_steps('capital', value)}"


def _number(value: float) -> str:
    return f"{value:,.0f}"


FALL: Final = "Collapse threatens below this, more the further below."


def _saigon_falls(view: View, facts: Facts) -> Threshold:
    least = floors.saigon_stability(view, facts)
    return Threshold(
        least,
        "At today's hold on the countryside, collapse threatens below this, "
        "more the further below.",
    )


def _consent_breaks(view: View, facts: Facts) -> Threshold:
    return Threshold(
        facts.consent_floor,
        "With most of the country against the war, Congress may end it below this.",
    )


def _north_breaks(view: View, facts: Facts) -> Threshold:
    return Threshold(facts.north_floor, FALL)


def _launched(view: View, facts: Facts) -> Threshold:
    return Threshold(facts.launch_least, "From here on a general offensive can be launched.")


CAPITAL: Final = Dial(
    "capital",
    "Political capital",
    lambda v: float(v.capital),
    _points,
    0,
    100,
    "points",
    1,
    True,
    "What orders are paid with. Consent at home pays it in every quarter.",
)
STABILITY: Final = Dial(
    "stability",
    "Saigon's stability",
    lambda v: float(v.stability),
    _share("stability"),
    0,
    1,
    "points",
    100,
    None,
    "Whether Saigon's government can stand.",
    None,
    _saigon_falls,
)
APPROVAL: Final = Dial(
    "approval",
    "Approval of the President",
    lambda v: float(v.approval),
    _share("approval"),
    0,
    1,
    "points",
    100,
    None,
    "Published polls. It pays political capital.",
    None,
    _consent_breaks,
)
OPPOSITION: Final = Dial(
    "opposition",
    "Americans who call the war a mistake",
    lambda v: float(v.opposition),
    _share("opposition"),
    0,
    1,
    "points",
    100,
    None,
    "It follows all the dead so far and is never reset. Where it is high, escalating is dear.",
)
TROOPS: Final = Dial(
    "troops",
    "American troops in country",
    lambda v: float(v.troops),
    _men,
    0,
    600,
    "men",
    1000,
    None,
    "At the quarter's opening.",
)
US_DEATHS: Final = Dial(
    "us_deaths",
    "American deaths so far",
    lambda v: float(v.us_deaths),
    _number,
    0,
    60_000,
    "",
    1,
    None,
    "Hostile deaths, as published.",
)

WASHINGTON_DIALS: Final = (
    CAPITAL, APPROVAL, OPPOSITION, TROOPS, US_DEATHS, STABILITY,
    Dial("quality", "Quality of Saigon's forces", lambda v: float(v.quality), _share("share"), 0,
         1, "points", 100, True, "What they can do without Americans."),
    Dial("control", "People under Saigon's control", lambda v: float(v.control.mean()),
         _share("share"), 0, 1, "points", 100, True, "Mean of the four corps."),
    Dial("seen_force", "Enemy in the South, estimated",
         lambda v: float(v.seen_main_force.sum() + v.seen_guerrillas.sum()), _men, 0, 500, "men",
         1000, False, "Main force and guerrillas. Estimates of the staffs differ by "
         "{noise_force}.", lambda facts: facts.noise_force),
    Dial("aircraft", "Aircraft lost over the North", lambda v: float(v.aircraft_lost), _number, 0,
         3000, "", 1, False, "So far. About {prisoners} of the crews are taken prisoner."),
)  # fmt: skip
HANOI_DIALS: Final = (
    CAPITAL,
    Dial("cohesion", "Unity of the Politburo", lambda v: float(v.cohesion), _share("cohesion"), 0,
         1, "points", 100, True, "It pays political capital.", None, _north_breaks),
    Dial("main_force", "Main force in the South", lambda v: float(v.main_force.sum()), _men, 0,
         400, "men", 1000, True, "Regular units, by your own returns."),
    Dial("hanoi_deaths", "Dead in the South so far", lambda v: float(v.hanoi_deaths), _number, 0,
         1_200_000, "", 1, False, "By your own returns. The enemy claims another number."),
    Dial("preparation", "Preparation for an offensive", lambda v: float(v.preparation),
         _share("preparation"), 0, 1, "points", 100, True,
         "A wave needs {launch_least}; its size is what has been prepared.", None, _launched),
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


def gauges(dossier: Dossier, setting: Setting | None = None) -> tuple[Gauge, ...]:
    """Return the gauges of the dossier's side today; with a ``setting`` causes name decisions."""
    return tuple(gauge(dial, dossier, setting) for dial in DIALS[dossier.side])


def gauge(dial: Dial, dossier: Dossier, setting: Setting | None = None) -> Gauge:
    """Return one gauge with its change since last quarter and what caused it: what one's own
    decisions made of it first, then what else can be seen."""
    now = dial.read(dossier.view)
    before = dial.read(dossier.views[-2]) if dossier.reports else now
    step = now - before
    trend = "level" if round(step * dial.scale) == 0 else "up" if step > 0 else "down"
    change = change_of(dial, step) if dossier.reports else ""
    facts = dossier.facts
    tip = cause = dial.tip.format_map(_numbers(facts))
    if dossier.reports:
        cause = causes.cause(dial.id, dossier.views[-2], dossier.view, dossier.reports[-1], facts)
        if dial.scale == PER_CENT:
            cause = f"{build_moved.decided(dossier, setting, dial.id, step)} {cause}".strip()
    wide = dial.error(facts) * now if dial.error else None
    return Gauge(
        id=dial.id,
        title=dial.title,
        value=now,
        low=dial.low,
        high=dial.high,
        text=dial.show(now),
        change=change,
        trend=trend,
        welcome=_welcome(dial, dossier.side, trend),
        cause=cause,
        tip=_tip(f"{dial.title}: {dial.show(now)}.\n{tip}", change, cause),
        error=None if wide is None else (now - wide, now + wide),
        thresholds=(dial.threshold(dossier.view, facts),) if dial.threshold else (),
    )


def change_of(dial: Dial, step: float) -> str:
    """Return a change of a gauge in words, such as ``+2 points``."""
    if dial.unit == "men":
        return plain.change_of_men(step)
    return plain.change(step * dial.scale, dial.unit)


def _numbers(facts: Facts) -> dict[str, str]:
    """Return the numbers of the rules that the tips name."""
    return {
        "launch_least": plain.percent(facts.launch_least),
        "noise_force": plain.part(facts.noise_force),
        "prisoners": plain.part(facts.prisoners_per_aircraft),
    }


def _tip(said: str, change: str, cause: str) -> str:
    return f"{said}\n{change}. {cause}" if change else said


def _welcome(dial: Dial, side: int, trend: str) -> bool | None:
    more = dial.more_is_welcome
    if more is None:
        more = (dial.id in OURS) == (side == WASHINGTON)
    return None if trend == "level" else (trend == "up") == more
