"""The end of a war as it is shown first: verdict, terms, the road not taken, and the dead."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from game.desk import build_debrief
from game.desk.build_rule import is_hidden, why_hidden
from game.desk.build_wars import feat_row
from game.desk.end_models import End, EndRoad, Waypoint
from game.desk.models import Debrief, Fact
from game.desk.remembered import Remembered, remember
from game.record import Game, hindsight
from game.study.debrief import text
from game.study.debrief.level_titles import LEVEL_TITLES
from game.study.debrief.road_words import RoadTold, terms_alone
from game.study.debrief.text import Opened
from game.words import dead, plain, terms

PICTURES: Final = {
    "settlement": "signature",
    "collapse of Saigon": "palace",
    "collapse of American consent": "crowd",
    "collapse of the North's power to go on": "trail",
    "calendar": "chairs",
    "bell": "table",
}
"""By how the war ended, the picture beside the verdict."""


def ended(game: Game, people: tuple[int, ...], saves: Path | None) -> Debrief:
    """Return the debrief of a war that is over with the end that is shown first; the war is put
    into the record beside ``saves``, once."""
    told = text.told(game)
    made = build_debrief.debrief(game, people[0], told)
    return replace(made, end=end(told, made, remember(told, saves), people))


def end(told: Opened, made: Debrief, kept: Remembered, sides: tuple[int, ...]) -> End:
    """Return the end of a war that is over, as the people at ``sides`` see it first; ``made`` is
    its debrief, ``kept`` what the record says."""
    game = told.game
    hidden = why_hidden(game) if is_hidden(game) else ""
    world = game.past.world
    counted = dead.of_this_war(
        int(world.us_deaths[0]), int(world.saigon_deaths[0]), int(world.hanoi_deaths[0])
    )
    again = hindsight.said(game.past.beginning)
    roads = [_told(told, side, bool(hidden)) for side in sides]
    return End(
        over=name_of(game, sides),
        title=made.title.rstrip("."),
        sentences=(*made.sentences[1:3], *made.stopped),
        verdict=made.scores[0].verdict,
        roads=tuple(_road(one, side, sides[0]) for one, side in zip(roads, sides, strict=True)),
        quarters=len(game.past.rows),
        why=roads[0].why,
        best=_best(kept),
        decided=roads[0].decided if game.past.rows else -1,
        feats=()
        if hidden
        else tuple(feat_row(feat, 1, told=True, fresh=True) for feat in kept.feats),
        counts=again or kept.counts,
        told=kept.said,
        dead=(counted, dead.UNCOUNTED, dead.DISPUTED),
        tolls=dead.TOLLS,
        hidden=hidden,
        picture=PICTURES[game.ending],
        followed=build_debrief.lessons(game, sides[0]),
    )


def name_of(game: Game, sides: tuple[int, ...]) -> str:
    """Return which war it was: ``Tet, as Washington, against Protracted war, Cadet``."""
    if len(sides) != 1:
        return f"{game.campaign.title}, two at one table"
    side, enemy = sides[0], game.seat(1 - sides[0])
    level = LEVEL_TITLES.get(enemy.level or "", "")
    against = plain.capital(enemy.name.replace("-", " "))
    return (
        f"{game.campaign.title}, as {plain.SIDE_NAMES[side]}, against {against}"
        f"{f', {level}' if level else ''}"
    )


def _best(kept: Remembered) -> str:
    if kept.best is None:
        return "" if kept.counts else "Your first of this side, scenario and level."
    return f"Your best before, of this side, scenario and level: {kept.best.score:.0f}."


# The road not taken


def _told(told: Opened, side: int, hidden: bool) -> RoadTold:
    if hidden:
        return terms_alone(told.game, side, told.debrief.first[side], told.turns)
    return told.road(side)


def _road(told: RoadTold, side: int, first: int) -> EndRoad:
    points = tuple(
        Waypoint(
            one.kind,
            one.place,
            plain.quarter_title(one.quarter),
            one.title,
            one.text,
            issues(one.positions),
        )
        for one in told.ways
    )
    return EndRoad(plain.SIDE_NAMES[side], "ours" if side == first else "theirs", points, told.said)


def issues(positions: tuple[int, ...]) -> tuple[Fact, ...]:
    """Return a package issue by issue; nothing of none."""
    return tuple(
        Fact(terms.ISSUE_TITLES[issue], terms.position(issue, place))
        for issue, place in enumerate(positions)
    )
