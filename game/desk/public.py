"""What a projector may show: what both governments and every newspaper know, of quarters gone by.

It is built from fields that are declared for both sides, and from news told to both. There is no
clock of drafting in it, no channel, and nothing of who waits for whom. Once the war is over it
shows nothing more: what is opened then, the facilitator opens.
"""

from dataclasses import dataclass
from typing import Any, Final

from game.desk.chair import Chair
from game.desk.facilitate import SittingState, bell_face
from game.desk.maplens import MapLens, ZoneMark
from game.desk.models import Fact
from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON
from game.engine.ladders import LADDER, OPEN_FROM, Effort, slot_of
from game.words import plain
from game.words.rungs import rung_name

FIELDS: Final = (
    "approval",
    "opposition",
    "troops",
    "us_deaths",
    "aircraft_lost",
    "prisoners",
    "saigon_deaths",
    "deaths_claimed",
    "acts",
    "talking",
    "understanding",
)
"""Fields of the world that both sides see; a test holds each of them to that."""
OVER: Final = "The war is over. What comes next, the facilitator opens."
LOUD: Final = (("bombing", WASHINGTON), ("line", WASHINGTON), ("border", WASHINGTON))
TELLS: Final = 6  # stories on the page


@dataclass(frozen=True)
class Public:
    """The public view: one newspaper for everybody, postures, talks, figures and the map."""

    title: str
    date: str
    clock: str
    headline: str
    stories: tuple[str, ...]
    postures: tuple[Fact, ...]
    talks: str
    figures: tuple[Fact, ...]
    lens: MapLens | None


Known = dict[str, Any]


def public(chair: Chair, standing: SittingState) -> Public:
    """Return the public view of a running game; of one that is over no more than that it is."""
    game = chair.game
    title, date = game.campaign.title, plain.quarter_title(game.quarter_name)
    if game.over:
        return Public(title, date, "", OVER, (), (), "", (), None)
    views = [_known(view.fields) for view in game.dossier(WASHINGTON).views]
    now, before = views[-1], views[-2] if len(views) > 1 else None
    stories = (*_happened(before, now), *_news(chair))
    headline = stories[0] if stories else "Nothing new is reported from the war."
    return Public(
        title,
        date,
        bell_face(standing),
        headline,
        stories[1:TELLS],
        tuple(_postures(now, before)),
        _talks(now, before),
        tuple(_figures(now)),
        _lens(now) if before else None,
    )


def _known(fields: Known) -> Known:
    return {name: fields[name] for name in FIELDS}


def _rung(known: Known, side: int, ladder: str, corps: int = 0) -> int:
    """Return the rung that the world saw last quarter; -1 where none was seen."""
    return int(known["acts"][side][slot_of(side, ladder, corps)])


def _happened(before: Known | None, now: Known) -> list[str]:
    """Return what everybody saw of the last quarter, the loudest first."""
    if before is None:
        return []
    said = []
    where = [
        corps
        for place, corps in enumerate(CORPS)
        if _rung(now, HANOI, "effort", place) == Effort.OFFENSIVE
    ]
    if where:
        said.append(f"A general offensive in {plain.listing(where)} Corps.")
    if now["talking"] and not before["talking"]:
        said.append("Talks have begun.")
    if before["talking"] and not now["talking"]:
        said.append("The talks have broken off.")
    for ladder, side in LOUD:
        rung, was = _rung(now, side, ladder), _rung(before, side, ladder)
        if rung >= 0 and rung != was:
            said.append(f"{LADDER[side][ladder].title}: {rung_name(side, ladder, rung)}.")
    for side, name in enumerate(plain.SIDE_NAMES):
        rung, was = _rung(now, side, "posture"), _rung(before, side, "posture")
        if (rung >= OPEN_FROM) != (was >= OPEN_FROM):
            said.append(f"{name} {'opens its door' if rung >= OPEN_FROM else 'shuts its door'}.")
    moved = float(now["troops"]) - float(before["troops"])
    if abs(moved) >= 1.0:
        verb = "more" if moved > 0 else "fewer"
        said.append(f"{plain.thousand(abs(moved))} {verb} Americans in the South.")
    dead = int(now["us_deaths"]) - int(before["us_deaths"])
    return [*said, f"{dead:,} Americans died in the quarter."]


def _news(chair: Chair) -> list[str]:
    """Return the events that both sides have been told of as this quarter opened."""
    both = [
        {(one.title, one.text) for one in chair.game.news(side) if not one.to_come}
        for side in range(len(SIDES))
    ]
    shared = both[WASHINGTON] & both[HANOI]
    return [
        f"{one.title}. {one.text}"
        for one in chair.game.news(WASHINGTON)
        if (one.title, one.text) in shared
    ]


def _postures(now: Known, before: Known | None) -> list[Fact]:
    """Return the posture that each side showed in the last quarter resolved."""
    made = []
    for side, name in enumerate(plain.SIDE_NAMES):
        rung = _rung(now, side, "posture") if before is not None else -1
        made.append(
            Fact(
                name, rung_name(side, "posture", rung) if rung >= 0 else "Nothing has been said yet"
            )
        )
    return made


def _talks(now: Known, before: Known | None) -> str:
    if before is None:
        return "No talks have been announced."
    return "Talks sit." if now["talking"] else "No talks sit."


def _figures(now: Known) -> list[Fact]:
    """Return the figures that every newspaper prints."""
    return [
        Fact("Americans in the South", plain.thousand(float(now["troops"]))),
        Fact("American dead", f"{int(now['us_deaths']):,}"),
        Fact("Dead of Saigon's army", f"{int(now['saigon_deaths']):,}"),
        Fact("Enemy dead, as claimed", f"{int(now['deaths_claimed']):,}"),
        Fact("Approval of the President", plain.percent(float(now["approval"]))),
        Fact("Against the war", plain.percent(float(now["opposition"]))),
    ]


def _lens(now: Known) -> MapLens:
    """Return the map with the fighting by corps, as the world saw it."""
    zones = []
    for place, corps in enumerate(CORPS):
        rung = max(_rung(now, HANOI, "effort", place), 0)
        name = rung_name(HANOI, "effort", rung)
        zones.append(
            ZoneMark(
                f"{corps} Corps",
                f"{corps} Corps",
                name.lower(),
                rung / Effort.OFFENSIVE,
                "theirs" if rung else "none",
                f"{corps} Corps: {name}.",
            )
        )
    return MapLens("public", "The war", "The fighting by corps, as the world saw it.", tuple(zones))
