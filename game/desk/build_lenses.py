"""The five lenses of the map as a side may see them: war, air, diplomacy, opinion, supply."""

from game.desk.maplens import LegendRow, MapArrow, MapCircle, MapLens, MapLine, ZoneMark
from game.engine.board import CORPS, HANOI, NORTH, WASHINGTON, ZONES
from game.engine.dossier import Dossier
from game.engine.ladders import Bombing, BombingLine
from game.engine.view import View
from game.words import cables, channels, plain
from game.words.happenings import act
from game.words.rungs import rung_name

TITLES = (
    "Southern panhandle",
    "Heartland",
    "Hanoi and Haiphong",
    "The trail in Laos",
    "Cambodian sanctuaries",
    "I Corps",
    "II Corps",
    "III Corps",
    "IV Corps",
)
PARALLELS = ((19.0, (103.8, 106.6)), (20.0, (104.4, 106.8)))
HANOI_AT = (105.85, 21.03)
FULL = 0.5  # tempo of a corps at which its hatch is full; Calibrated by hand


def lenses(dossier: Dossier) -> tuple[MapLens, ...]:
    """Return all lenses today."""
    return (war(dossier), air(dossier), diplomacy(dossier), opinion(dossier), supply(dossier))


def war(dossier: Dossier) -> MapLens:
    """Return the ground war by corps: the pace of the last quarter and the forces known."""
    ours = dossier.side == WASHINGTON
    zones = []
    for corps, name in enumerate(CORPS):
        force, sure = _force(dossier.view, corps)
        pace = float(dossier.reports[-1].tempo[corps]) if dossier.reports else 0.0
        about = "about " if sure else ""
        word = cables.corps_line(pace) if dossier.reports else "no report yet"
        zones.append(
            ZoneMark(
                f"{name} Corps",
                TITLES[5 + corps],
                f"{about}{plain.thousand(force)} men",
                min(pace / FULL, 1.0),
                "theirs" if ours else "ours",
                f"{name} Corps: {word}.\nMain force {plain.thousand(force)}{sure}.",
            )
        )
    sign = "theirs" if ours else "ours"
    return MapLens(
        "war",
        "War",
        "Main force by corps, and the pace of the fighting.",
        tuple(zones),
        legend=(LegendRow("hatch", sign, "pace of the fighting"),),
    )


def _force(view: View, corps: int) -> tuple[float, str]:
    if view.side == WASHINGTON:
        return float(view.seen_main_force[corps]), ", estimated"
    return float(view.main_force[corps]), ""


def air(dossier: Dossier) -> MapLens:
    """Return the air war: where bombs fall, how far north, and what stands there."""
    view = dossier.view
    bombing, line = act(view, WASHINGTON, "bombing"), act(view, WASHINGTON, "line")
    deep = 3 if bombing > Bombing.INTERDICTION else 2
    reach = 0 if bombing < Bombing.RECONNAISSANCE else 1 if line < BombingLine.NONE else deep
    mark = "ours" if dossier.side == WASHINGTON else "theirs"
    zones = [
        ZoneMark(
            NORTH[z],
            TITLES[z],
            _capacity(view, z),
            min(bombing / Bombing.MINING, 1.0) * (z < reach),
            mark if z < reach else "none",
            f"{TITLES[z]}: {rung_name(0, 'bombing', bombing) if z < reach else 'not bombed'}."
            f"\n{_standing(view, z)}.",
        )
        for z in range(len(NORTH))
    ]
    for name, zone in (("trail", 3), ("cambodia", 4)):
        rung = act(view, WASHINGTON, name)
        word = rung_name(0, name, rung)
        zones.append(
            ZoneMark(
                ZONES[zone],
                TITLES[zone],
                word.lower(),
                rung / 4,
                mark if rung else "none",
                f"{TITLES[zone]}: {word}.",
            )
        )
    lines = tuple(
        MapLine(
            "bombing" if line == place and bombing else "rule",
            latitude,
            span,
            f"{latitude:.0f}th parallel",
        )
        for place, (latitude, span) in enumerate(PARALLELS)
    )
    circles = (MapCircle(HANOI_AT, 30, "30 miles"), MapCircle(HANOI_AT, 10, "10 miles"))
    return MapLens(
        "air",
        "Air",
        "Where bombs fall, and how far north they may.",
        tuple(zones),
        lines,
        (),
        circles if bombing >= Bombing.UNRESTRICTED else (),
        (
            LegendRow("hatch", mark, "denser: heavier raids"),
            LegendRow("line", mark, "bombing line in force"),
            LegendRow("square", mark, "capacity left, per cent"),
        ),
    )


def _capacity(view: View, zone: int) -> str:
    """Return what is left of a zone's capacity, short enough for a plate on the map."""
    if view.side == WASHINGTON:
        return f"about {plain.percent(min(float(view.seen_capacity), 1.0))}"
    return plain.percent(view.function[zone])


def _standing(view: View, zone: int) -> str:
    if view.side == WASHINGTON:
        return f"capacity put at {plain.percent(min(float(view.seen_capacity), 1.0))}"
    return f"stands at {plain.percent(view.function[zone])}"


def diplomacy(dossier: Dossier) -> MapLens:
    """Return where each government stands towards talks."""
    view = dossier.view
    theirs = channels.posture_words(act(view, 1 - dossier.side, "posture"))
    own = channels.posture_words(act(view, dossier.side, "posture"))
    ours, names = plain.SIDE_NAMES[dossier.side], plain.SIDE_NAMES[1 - dossier.side]
    sits = "Talks sit." if view.talking else "Talks do not sit."
    zone = "hanoi_haiphong"
    hanoi = own if dossier.side != WASHINGTON else theirs
    mark = "theirs" if dossier.side == WASHINGTON else "ours"
    return MapLens(
        "diplomacy",
        "Diplomacy",
        f"{ours} {own}. {names} {theirs}. {sits}",
        (ZoneMark(zone, plain.SIDE_NAMES[HANOI], hanoi, None, mark, f"Hanoi {hanoi}."),),
        legend=(
            LegendRow("square", "ours", f"{ours} {own}"),
            LegendRow("diamond", "theirs", f"{names} {theirs}"),
        ),
    )


def opinion(dossier: Dossier) -> MapLens:
    """Return Saigon's control of the people by corps, as known or as estimated."""
    view = dossier.view
    sure = dossier.side == WASHINGTON
    control = view.control if sure else view.seen_control
    zones = []
    for corps, name in enumerate(CORPS):
        share = min(float(control[corps]), 1.0)
        text = f"{'' if sure else 'about '}{plain.percent(share)}"
        zones.append(
            ZoneMark(
                f"{name} Corps",
                TITLES[5 + corps],
                text,
                share,
                "ours" if sure else "theirs",
                f"{name} Corps: {text} of the people under Saigon's control.",
            )
        )
    return MapLens(
        "opinion",
        "Opinion",
        "Population under Saigon's control, by corps.",
        tuple(zones),
        legend=(LegendRow("hatch", "ours" if sure else "theirs", "under Saigon's control"),),
    )


def supply(dossier: Dossier) -> MapLens:
    """Return the roads of the war: the trail, the sanctuaries, and what goes down them."""
    view = dossier.view
    hanoi = dossier.side != WASHINGTON
    mark = "ours" if hanoi else "theirs"
    trail = float(view.throughput if hanoi else view.seen_throughput)
    men = dossier.reports[-1].own_infiltration if hanoi and dossier.reports else None
    men = men if men is not None else 0.0 if hanoi else float(view.seen_infiltration)
    told = "" if hanoi else ", estimated"
    zones = [
        ZoneMark(
            "trail",
            TITLES[3],
            f"{plain.percent(trail)} of its rated load{told}",
            min(trail, 1.0),
            mark,
            f"The trail: {plain.percent(trail)} of its rated load{told}.\n"
            f"Last quarter {plain.thousand(men)} men came down it{told}.",
        ),
    ]
    if hanoi:
        use = float(view.sanctuary)
        zones.append(
            ZoneMark(
                "cambodia",
                TITLES[4],
                f"{plain.percent(use)} of their use",
                use,
                mark,
                f"Sanctuaries: {plain.percent(use)} of their use is left.",
            )
        )
    ends = ("I Corps", "II Corps", "III Corps")
    arrows = tuple(MapArrow("trail", end, min(men / 60.0, 1.0), mark) for end in ends)
    start = (
        MapArrow("panhandle", "trail", min(men / 60.0, 1.0), mark, f"{plain.thousand(men)} men"),
    )
    return MapLens(
        "supply",
        "Supply",
        "The trail, the sanctuaries, and what goes down them.",
        tuple(zones),
        (),
        (*start, *arrows) if men > 0.5 else (),
        legend=(LegendRow("arrow", mark, f"men sent south{told}"),),
    )
