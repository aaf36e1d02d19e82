"""What a line may ask of the state: conditions by name, each read off one side's papers alone.

A condition is about today's view, the view before it, or the report between them; on the first day
of a war there is neither, and whatever asks for them does not hold. Bounds are of the words and not
of the rules: they say from when a thing is spoken of.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.engine.board import CORPS, HANOI, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.engine.facts import Facts
from game.engine.ladders import (
    OPEN_FROM,
    Bombing,
    BorderCrossing,
    Effort,
    Infiltration,
    TrailBombing,
    Vietnamization,
    slot_of,
)
from game.engine.view import Report, View
from game.words.brink import FAR_OFF, WARNING
from game.words.happenings import act

FEW, MANY, HOST = 80.0, 300.0, 450.0  # thousand Americans there
GONE = 40.0  # thousand Americans who have left
HEAVY_DEATHS, LIGHT_DEATHS = 1500, 250  # Americans in a quarter
THIN = 350.0  # thousand men the North can still arm
DEAR, BEARABLE = 20_000, 6_000  # of Hanoi's own in a quarter
POOR, RICH = 12.0, 45.0  # points in the purse
SHAKY, FIRM = 0.35, 0.55  # Saigon's stability
LOW, HIGH = 0.42, 0.58  # approval, and the Politburo's unity
MOVED = 0.01  # a share that moved by more is said to have moved
FIERCE, STILL = 1.0, 0.35  # of a full effort, the pace of the fighting in all corps together
SOON, LAST = 6, 2  # quarters before the end
EARLY, LONG = 4, 8  # quarters since the start
CAPTIVES = 150  # prisoners of whom there are many
STREAM = 20.0  # thousand men a quarter down the trail
READY, UNREADY = 0.6, 0.15  # of the stores that a great blow takes
RUINED, WHOLE = 0.75, 0.93  # of the North's peacetime function
BLOCKED, FLOWING = 0.5, 0.8  # of the trail's best
WARM, COLD = 0.3, 0.5  # of detente; of the patrons' quarrel
GOOD, BAD = 0.5, 0.35  # quality of Saigon's forces
WIDE = 3  # corps in which a blow falls that is said to have fallen everywhere
LENGTHY = 4  # quarters in a row of talks


@dataclass(frozen=True)
class AsSeen:
    """One quarter as a side sees it: today's view, the views before it, and the last report (None
    on the first day). ``left`` counts the quarters still to be played, this one with them."""

    view: View
    earlier: tuple[View, ...]
    report: Report | None
    facts: Facts
    left: int
    season: int

    @property
    def side(self) -> int:
        """Whose papers they are."""
        return self.view.side

    @property
    def before(self) -> View | None:
        """The view of the quarter before; None on the first day."""
        return self.earlier[-1] if self.earlier else None

    def step(self, name: str) -> float:
        """Return by how much a gauge has moved since the quarter before; 0 on the first day."""
        if self.before is None:
            return 0.0
        return float(getattr(self.view, name)) - float(getattr(self.before, name))

    def rung(self, side: int, ladder: str) -> int:
        """Return the rung of last quarter as the world saw it; -1 where it is secret."""
        return act(self.view, side, ladder)

    def rose(self, side: int, ladder: str) -> int:
        """Return by how many rungs a public ladder rose last quarter; 0 on the first day."""
        if self.before is None:
            return 0
        return self.rung(side, ladder) - act(self.before, side, ladder)


def seen(dossier: Dossier, played: int) -> AsSeen:
    """Return the quarter after ``played`` quarters of a dossier, as it was seen then."""
    view = dossier.views[played]
    report = dossier.reports[played - 1] if played else None
    name = quarter_name(dossier.tables.first, view.quarter)
    return AsSeen(
        view,
        dossier.views[:played],
        report,
        dossier.facts,
        dossier.tables.quarters - view.quarter,
        int(name[-1]),
    )


def _open(now: AsSeen, side: int) -> bool:
    return now.rung(side, "posture") >= OPEN_FROM


def _opened(now: AsSeen, side: int) -> bool:
    return (
        now.before is not None
        and _open(now, side)
        and (act(now.before, side, "posture") < OPEN_FROM)
    )


def _closed(now: AsSeen, side: int) -> bool:
    return (
        now.before is not None
        and not _open(now, side)
        and (act(now.before, side, "posture") >= OPEN_FROM)
    )


def _tabled(now: AsSeen, side: int) -> bool:
    return bool(now.view.tabled[side][0] >= 0)


def _conceded(now: AsSeen, side: int, way: int) -> bool:
    fresh = now.report is not None and now.view.tabled_in[side] == now.report.quarter
    return fresh and int(np.sign(now.view.conceded[side])) == way


def _blow(now: AsSeen) -> bool:
    start = slot_of(HANOI, "effort")
    efforts = now.view.acts[HANOI][start : start + len(CORPS)]
    return now.report is not None and int((efforts == Effort.OFFENSIVE).sum()) >= WIDE


def _pace(now: AsSeen) -> float:
    return float(now.report.tempo.sum()) if now.report is not None else float("nan")


def _died(now: AsSeen) -> float:
    return float(now.report.us_deaths) if now.report is not None else float("nan")


def _own_died(now: AsSeen) -> float:
    dead = now.report.own_deaths if now.report is not None else None
    return float("nan") if dead is None else float(dead)


def _function(now: AsSeen) -> float:
    return float(now.view.function.mean())


Condition = Callable[[AsSeen], bool]
SHARED: Final[dict[str, Condition]] = {
    "always": lambda now: True,
    "start": lambda now: now.report is None,
    "later": lambda now: now.report is not None,
    "outset": lambda now: now.view.quarter == 0,
    "dawn": lambda now: now.view.quarter < EARLY,
    "early": lambda now: len(now.earlier) < EARLY,
    "long": lambda now: len(now.earlier) >= LONG,
    "soon": lambda now: now.left <= SOON,
    "last": lambda now: now.left <= LAST,
    "ample": lambda now: now.left > SOON,
    "rains": lambda now: now.season == 3,
    "dry": lambda now: now.season in (1, 4),
    "sitting": lambda now: now.view.talking > 0,
    "apart": lambda now: now.view.talking == 0,
    "lengthy": lambda now: now.view.talking >= LENGTHY,
    "sat down": lambda now: now.before is not None and now.view.talking == 1,
    "broke off": lambda now: (
        now.before is not None and now.before.talking > 0 and now.view.talking == 0
    ),
    "ours open": lambda now: _open(now, now.side),
    "ours closed": lambda now: not _open(now, now.side),
    "theirs open": lambda now: _open(now, now.view.enemy),
    "theirs closed": lambda now: not _open(now, now.view.enemy),
    "they opened": lambda now: _opened(now, now.view.enemy),
    "they closed": lambda now: _closed(now, now.view.enemy),
    "we opened": lambda now: _opened(now, now.side),
    "offer waits": lambda now: bool(now.view.offered[now.view.enemy]),
    "no offer waits": lambda now: not now.view.offered[now.view.enemy],
    "our offer waits": lambda now: bool(now.view.offered[now.side]),
    "they tabled": lambda now: _tabled(now, now.view.enemy),
    "nothing of theirs": lambda now: not _tabled(now, now.view.enemy),
    "we tabled": lambda now: _tabled(now, now.side),
    "nothing of ours": lambda now: not _tabled(now, now.side),
    "they gave": lambda now: _conceded(now, now.view.enemy, 1),
    "they took back": lambda now: _conceded(now, now.view.enemy, -1),
    "leaked": lambda now: now.report is not None and any(now.report.leaked),
    "channel lost": lambda now: bool(now.view.burnt.any()),
    "stepped in": lambda now: now.step("stepped_in") > 0,
    "patrons far": lambda now: int(now.view.seen_brink) == FAR_OFF,
    "patrons near": lambda now: int(now.view.seen_brink) >= WARNING,
    "warm": lambda now: now.view.detente >= WARM,
    "quarrel": lambda now: now.view.quarrel >= COLD,
    "bombs": lambda now: now.rung(WASHINGTON, "bombing") > Bombing.HALT,
    "no bombs": lambda now: now.rung(WASHINGTON, "bombing") == Bombing.HALT,
    "industry": lambda now: now.rung(WASHINGTON, "bombing") >= Bombing.INDUSTRY,
    "mined": lambda now: now.rung(WASHINGTON, "bombing") == Bombing.MINING,
    "bombed": lambda now: any(
        act(view, WASHINGTON, "bombing") > Bombing.HALT for view in now.earlier
    ),
    "bombs rose": lambda now: now.rose(WASHINGTON, "bombing") > 0,
    "bombs fell": lambda now: now.rose(WASHINGTON, "bombing") < 0,
    "trail bombed": lambda now: now.rung(WASHINGTON, "trail") >= TrailBombing.HEAVY,
    "crossed": lambda now: now.rung(WASHINGTON, "border") > BorderCrossing.NONE,
    "host": lambda now: now.view.troops >= HOST,
    "many": lambda now: now.view.troops >= MANY,
    "few": lambda now: now.view.troops < FEW,
    "gone": lambda now: (
        now.view.troops < FEW and any(view.troops > now.view.troops + GONE for view in now.earlier)
    ),
    "some": lambda now: now.view.troops >= FEW,
    "sent": lambda now: now.report is not None and now.report.sent > 0,
    "withdrawn": lambda now: now.report is not None and now.report.withdrawn > 0,
    "blow": _blow,
    "fierce": lambda now: _pace(now) > FIERCE,
    "still": lambda now: _pace(now) < STILL,
    "heavy deaths": lambda now: _died(now) >= HEAVY_DEATHS,
    "light deaths": lambda now: _died(now) < LIGHT_DEATHS,
    "captives": lambda now: now.view.prisoners >= CAPTIVES,
    "prisoners": lambda now: now.view.prisoners > 0,
    "saigon shaky": lambda now: now.view.stability < SHAKY,
    "saigon firm": lambda now: now.view.stability > FIRM,
    "saigon fell": lambda now: now.step("stability") < -MOVED,
    "saigon rose": lambda now: now.step("stability") > MOVED,
    "approval low": lambda now: now.view.approval < LOW,
    "approval high": lambda now: now.view.approval > HIGH,
    "approval fell": lambda now: now.step("approval") < -MOVED,
    "approval rose": lambda now: now.step("approval") > MOVED,
    "opposed": lambda now: now.view.opposition > 0.5,
    "unopposed": lambda now: now.view.opposition < 0.32,
    "opposition rose": lambda now: now.step("opposition") > MOVED,
    "handing over": lambda now: now.rung(WASHINGTON, "vietnamization") >= Vietnamization.HAND_OVER,
    "training": lambda now: now.rung(WASHINGTON, "vietnamization") >= Vietnamization.TRAIN,
    "no training": lambda now: now.rung(WASHINGTON, "vietnamization") == Vietnamization.NONE,
    "reserves called": lambda now: bool(now.view.reserves_called),
    "poor": lambda now: now.view.capital < POOR,
    "rich": lambda now: now.view.capital > RICH,
    "strained": lambda now: now.view.strain > 0.3,
    "understanding": lambda now: now.view.understanding > 0,
}
WASHINGTONS: Final[dict[str, Condition]] = {
    "stream": lambda now: now.view.seen_infiltration >= STREAM,
    "trickle": lambda now: now.report is not None and now.view.seen_infiltration < STREAM / 4,
    "quality good": lambda now: now.view.quality > GOOD,
    "quality bad": lambda now: now.view.quality < BAD,
    "countryside": lambda now: float(now.view.control.mean()) > 0.6,
    "countryside lost": lambda now: float(now.view.control.mean()) < 0.5,
    "spared": lambda now: now.view.seen_capacity > WHOLE,
    "they rift": lambda now: now.view.seen_cohesion < LOW,
    "they hold": lambda now: now.view.seen_cohesion >= HIGH,
}
HANOIS: Final[dict[str, Condition]] = {
    "dear": lambda now: _own_died(now) >= DEAR,
    "bearable": lambda now: _own_died(now) < BEARABLE,
    "united": lambda now: now.view.cohesion > HIGH,
    "divided": lambda now: now.view.cohesion < LOW,
    "unity fell": lambda now: now.step("cohesion") < -MOVED,
    "ready": lambda now: now.view.preparation >= READY,
    "unready": lambda now: now.view.preparation < UNREADY,
    "stores grew": lambda now: now.step("preparation") > MOVED,
    "ruined": lambda now: _function(now) < RUINED,
    "whole": lambda now: _function(now) > WHOLE,
    "blocked": lambda now: now.view.throughput < BLOCKED,
    "flowing": lambda now: now.view.throughput > FLOWING,
    "surge": lambda now: now.view.reached[slot_of(HANOI, "infiltration")] >= Infiltration.SURGE,
    "marching": lambda now: (
        now.view.in_force[slot_of(HANOI, "infiltration")] >= Infiltration.STEADY
    ),
    "weary": lambda now: now.view.fatigue > 0.45,
    "fresh": lambda now: now.view.fatigue < 0.25,
    "manpower short": lambda now: now.view.manpower < THIN,
    "their army good": lambda now: now.view.seen_quality > GOOD,
    "their army bad": lambda now: now.view.seen_quality < BAD,
}
"""Conditions that only one side's papers can answer stand apart."""
CONDITIONS: Final = ({**SHARED, **WASHINGTONS}, {**SHARED, **HANOIS})
"""By side."""

NEWS: Final = frozenset({
    "start", "outset", "sat down", "broke off", "they opened", "they closed", "we opened",
    "offer waits", "they gave", "they took back", "leaked", "stepped in", "bombs rose",
    "bombs fell", "mined", "crossed", "blow", "heavy deaths", "dear", "last", "saigon shaky",
    "unity fell", "surge",
})  # fmt: skip
"""What is new, or grave: spoken of before anything else."""
PLAIN: Final = frozenset(
    {
        "always",
        "later",
        "apart",
        "ours open",
        "ours closed",
        "theirs open",
        "theirs closed",
        "ample",
        "sitting",
        "bombs",
        "no bombs",
        "some",
        "rains",
        "dry",
    }
)
"""What goes without saying: spoken of when nothing else is."""


def weight(names: Sequence[str]) -> int:
    """Return how much a line's conditions call for being spoken of: 2 for news, 0 for what goes
    without saying."""
    if any(name in NEWS for name in names):
        return 2
    return int(any(name not in PLAIN for name in names))


def course(dossier: Dossier) -> tuple[frozenset[str], ...]:
    """Return the names of the conditions that hold, for each quarter of a dossier up to today."""
    known = CONDITIONS[dossier.side]
    quarters = (seen(dossier, played) for played in range(len(dossier.views)))
    return tuple(frozenset(name for name, holds in known.items() if holds(now)) for now in quarters)
