"""The end of a war as it is shown first: verdict, terms, the road not taken, and the dead."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from game.desk import build_debrief
from game.desk.build_rule import is_hidden, why_hidden
from game.desk.build_wars import feat_row
from game.desk.end_models import End, Road, Waypoint
from game.desk.models import Debrief, Fact
from game.desk.remembered import Remembered, remember
from game.engine.board import ISSUES
from game.record import Game, hindsight
from game.study.debrief import road as roads
from game.study.debrief import text
from game.study.debrief.level_titles import LEVEL_TITLES
from game.study.debrief.road import LOGGED, Lost, Signable
from game.study.debrief.text import Opened
from game.words import dead, plain, terms

PICTURES: Final = {
    "settlement": "signature", "collapse of Saigon": "palace",
    "collapse of American consent": "crowd", "collapse of the North's power to go on": "trail",
    "calendar": "chairs", "bell": "table",
}  # fmt: skip
"""By how the war ended, the picture beside the verdict."""
NO_LOWER: Final = 0.5  # points; less is no difference
"""As ``road.BETTER``: two scores nearer than this are called alike."""


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
    counted = dead.of_this_war(int(world.us_deaths[0]), int(world.saigon_deaths[0]),
                               int(world.hanoi_deaths[0]))  # fmt: skip
    again = hindsight.said(game.past.beginning)
    return End(
        over=name_of(game, sides), title=made.title.rstrip("."),
        sentences=(*made.sentences[1:3], *made.stopped), verdict=made.scores[0].verdict,
        roads=tuple(_road(told, side, sides[0], bool(hidden)) for side in sides),
        quarters=len(game.past.rows), **_decided(told, sides[0], bool(hidden)),
        best=_best(kept),
        feats=() if hidden else tuple(feat_row(feat, 1, told=True, fresh=True)
                                      for feat in kept.feats),
        counts=again or kept.counts, told=kept.said,
        dead=(counted, dead.UNCOUNTED, dead.DISPUTED), tolls=dead.TOLLS, hidden=hidden,
        picture=PICTURES[game.ending], followed=build_debrief.lessons(game, sides[0]),
    )  # fmt: skip


def name_of(game: Game, sides: tuple[int, ...]) -> str:
    """Return which war it was: ``Tet, as Washington, against Protracted war, Cadet``."""
    if len(sides) != 1:
        return f"{game.campaign.title}, two at one table"
    side, enemy = sides[0], game.seat(1 - sides[0])
    level = LEVEL_TITLES.get(enemy.level or "", "")
    against = plain.capital(enemy.name.replace("-", " "))
    return (f"{game.campaign.title}, as {plain.SIDE_NAMES[side]}, against {against}"
            f"{f', {level}' if level else ''}")  # fmt: skip


def _best(kept: Remembered) -> str:
    if kept.best is None:
        return "" if kept.counts else "Your first of this side, scenario and level."
    return f"Your best before, of this side, scenario and level: {kept.best.score:.0f}."


# The road not taken

def _decided(told: Opened, side: int, hidden: bool) -> dict[str, Any]:
    """Return the place of the quarter that decided it, -1 where that may not be said, and why it is
    that one."""
    if hidden or not told.game.past.rows:
        return {"decided": -1, "why": ""}
    found = roads.road(told.game, side, told.debrief.first[side], told.turns)
    why = ("the quarter that decided it" if found.better or found.lost else
           "when talking was first safe" if found.safe else "the first quarter")
    return {"decided": found.decided, "why": why}


def _road(told: Opened, side: int, first: int, hidden: bool) -> Road:
    found = roads.road(told.game, side, told.debrief.first[side], told.turns)
    name, mark = plain.SIDE_NAMES[side], "ours" if side == first else "theirs"
    if hidden:
        points = [] if found.tabled is None else [_tabled_alone(found.tabled)]
        said = "" if points else f"Nothing was tabled that {name} could have signed."
        return Road(name, mark, tuple(points), said)
    worse = told.scores[side].total < told.history[side].total - NO_LOWER
    points = [*_safe(told, side, found), *_within_reach(found, side),
              *_lost(found.lost, name, worse)]  # fmt: skip
    return Road(name, mark, tuple(sorted(points, key=lambda one: one.place)), _said(found, name))


def _said(found: roads.UntakenRoad, name: str) -> str:
    said = []
    if found.safe is None:
        said.append(f"Talking was never safe for {name} in this war.")
    if found.best is None:
        said.append("No package lay within reach before the end: none that could have been signed "
                    "was tabled, and no log says that one would have been.")
    return " ".join(said)


def _safe(told: Opened, side: int, found: roads.UntakenRoad) -> Iterator[Waypoint]:
    if found.safe is not None:
        place, quarter = found.safe
        did = told.debrief.first[side].did
        yield Waypoint("safe", place, plain.quarter_title(quarter), "Talking was first safe",
                       f"That quarter {plain.SIDE_NAMES[side]} {did}.")  # fmt: skip


def _within_reach(found: roads.UntakenRoad, side: int) -> Iterator[Waypoint]:
    one = found.best
    if one is None:
        return
    enemy = plain.SIDE_NAMES[1 - side]
    whose = (f"By its own log {enemy} would have signed this, had it been tabled."
             if one.by == LOGGED else f"{enemy} had tabled this.")  # fmt: skip
    gap = one.score - found.final
    beside = (f"{gap:.0f} more than what came" if gap >= NO_LOWER else
              f"{-gap:.0f} less than what came" if gap <= -NO_LOWER else "as much as what came")
    title = (f"It could have ended at {one.score:.0f}" if found.better else
             f"The best that was passed by: {one.score:.0f}")
    yield Waypoint("best", one.place, plain.quarter_title(one.quarter), title,
                   f"{whose} {beside.capitalize()}.", issues(one))


def _tabled_alone(one: Signable) -> Waypoint:
    """Return the best that was tabled with its terms and nothing else."""
    return Waypoint("best", one.place, plain.quarter_title(one.quarter), "What lay on the table",
                    "The other side's package, which could have been signed.", issues(one))


def issues(one: Signable) -> tuple[Fact, ...]:
    """Return a package issue by issue."""
    return tuple(Fact(terms.ISSUE_TITLES[issue], terms.position(issue, one.positions[issue]))
                 for issue in range(len(ISSUES)))  # fmt: skip


def _lost(lost: Lost | None, name: str, worse: bool) -> Iterator[Waypoint]:
    if lost is None:
        return
    title = "The quarter that lost it" if worse or lost.gauge else "The quarter that cost most"
    what = (f"{plain.capital(lost.gauge)} fell by {lost.fell:.0f}." if lost.gauge else
            f"{-lost.points:.1f} points were lost.")  # fmt: skip
    yield Waypoint("lost", lost.place, plain.quarter_title(lost.quarter), title,
                   f"{name} {lost.did}. {what}")
