"""What happened in a quarter, read off two views and the report between them: kinds, not prose.

The views are the side's own before and after the quarter, so that nothing is told that it would
not know. Papers, cables and the stops of a run all read these.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.engine.facts import MEN_SENT
from game.engine.ladders import (
    OPEN_FROM,
    SLOTS,
    Bombing,
    BombingLine,
    DeadlineCall,
    Effort,
    HomeFront,
    MessageKind,
    Vietnamization,
    slot_of,
)
from game.engine.view import Report, View

COVERT: Final = 1  # the rung of Cambodia that no newspaper prints

LOUDNESS: Final = {
    "ended": 100, "step_in": 92, "offensive": 90, "hold_back": 88,
    "mining": 84, "border": 82, "broken": 80, "leak": 76,
    "talks_begin": 74, "talks_end": 72, "halt": 70, "limit": 66, "unlimited": 64, "reserves": 62,
    "bombing_up": 60, "reinforcement": 58, "withdrawal": 52, "cambodia": 50, "package": 48,
    "deadline": 46, "offer": 44, "opens": 42, "closes": 40, "bombing_down": 36, "handing_over": 30,
    "talks_go_on": 24, "heavy_fighting": 20, "shaky": 16, "quiet": 0,
}  # fmt: skip
"""How loud a kind is: the front page goes to the loudest. Calibrated by hand."""


@dataclass(frozen=True)
class Happening:
    """One thing that happened: its ``kind`` (a key of LOUDNESS), whose act it was (-1: nobody's),
    an amount in the unit of its kind (1 for the first talks of the war), and the corps."""

    kind: str
    side: int = -1
    amount: float = 0.0
    corps: tuple[int, ...] = ()

    @property
    def loudness(self) -> int:
        """How loud it is."""
        return LOUDNESS[self.kind]


def act(view: View, side: int, ladder: str, corps: int = 0) -> int:
    """Return the rung of last quarter on a ladder as the world saw it; -1 where it is secret."""
    return int(view.acts[side][slot_of(side, ladder, corps)])


def happenings(
    before: View, after: View, report: Report, earlier: Sequence[View] = ()
) -> list[Happening]:
    """Return what happened between two views of a side, the loudest first; ``earlier`` are the
    views before, without which nothing is called the first of the war."""
    found = [
        *_war(before, after, report),
        *_bombing(before, after),
        *_diplomacy(before, after, report, (*earlier, before)),
        *_home(before, after),
    ]
    if after.stepped_in > before.stepped_in:
        chilled = after.chill > before.chill
        kind, side = ("step_in", WASHINGTON) if chilled else ("hold_back", HANOI)
        found.append(Happening(kind, side))
    if report.ended != "running":
        found.append(Happening("ended"))
    return sorted(found or [Happening("quiet")], key=lambda item: -item.loudness)


def _war(before: View, after: View, report: Report) -> list[Happening]:
    found = []
    effort = after.acts[HANOI][SLOTS[HANOI]["effort"]]
    launched = tuple(corps for corps in range(4) if effort[corps] == Effort.OFFENSIVE)
    if launched:
        found.append(Happening("offensive", HANOI, report.offensive_scale, launched))
    elif report.tempo.sum() > 1.0:
        found.append(Happening("heavy_fighting", HANOI, float(report.tempo.sum())))
    if report.sent >= MEN_SENT:
        found.append(Happening("reinforcement", WASHINGTON, report.sent))
    if report.withdrawn > 0:
        found.append(Happening("withdrawal", WASHINGTON, report.withdrawn))
    crossed = act(after, WASHINGTON, "border")
    if crossed > 0:
        found.append(Happening("border", WASHINGTON, crossed))
    raids = act(after, WASHINGTON, "cambodia")
    if raids > max(act(before, WASHINGTON, "cambodia"), COVERT):
        found.append(Happening("cambodia", WASHINGTON, raids))
    return found


def _bombing(before: View, after: View) -> list[Happening]:
    found = []
    old, new = act(before, WASHINGTON, "bombing"), act(after, WASHINGTON, "bombing")
    if new != old:
        kind = "mining" if new == Bombing.MINING else "bombing_up" if new > old else "bombing_down"
        found.append(Happening("halt" if new == 0 else kind, WASHINGTON, new))
    old, new = act(before, WASHINGTON, "line"), act(after, WASHINGTON, "line")
    if act(after, WASHINGTON, "bombing") > Bombing.HALT and new < old:
        found.append(Happening("limit", WASHINGTON, new))
    elif act(after, WASHINGTON, "bombing") > Bombing.HALT and new == BombingLine.NONE != old:
        found.append(Happening("unlimited", WASHINGTON, new))
    return found


def _diplomacy(
    before: View, after: View, report: Report, record: Sequence[View]
) -> list[Happening]:
    found = []
    for side in (WASHINGTON, HANOI):
        if report.broken[side]:
            found.append(Happening("broken", side))
        if report.leaked[side]:
            found.append(Happening("leak", side))
        if after.tabled_in[side] == report.quarter:
            found.append(Happening("package", side))
        if act(after, side, "message") == MessageKind.OFFER:
            found.append(Happening("offer", side))
        if act(after, side, "deadline") == DeadlineCall.ANNOUNCE:
            found.append(Happening("deadline", side))
        was_open = act(before, side, "posture") >= OPEN_FROM
        is_open = act(after, side, "posture") >= OPEN_FROM
        if was_open != is_open:
            found.append(Happening("opens" if is_open else "closes", side))
    if report.sitting and before.talking:
        found.append(Happening("talks_go_on"))
    elif report.sitting:
        found.append(Happening("talks_begin", amount=float(_never_sat(record))))
    elif before.talking:
        found.append(Happening("talks_end"))
    return found


def _never_sat(record: Sequence[View]) -> bool:
    """Return whether the record of a war, begun with its first quarter, knows of no talks yet; one
    that begins later cannot tell."""
    return record[0].quarter == 0 and not any(view.talking for view in record)


def _home(before: View, after: View) -> list[Happening]:
    found = []
    if act(after, WASHINGTON, "home") == HomeFront.RESERVES and not before.reserves_called:
        found.append(Happening("reserves", WASHINGTON))
    handing = act(after, WASHINGTON, "vietnamization")
    if handing > max(act(before, WASHINGTON, "vietnamization"), Vietnamization.TRAIN):
        found.append(Happening("handing_over", WASHINGTON, handing))
    if after.stability < 0.3 and after.stability < before.stability - 0.01:
        found.append(Happening("shaky", -1, float(after.stability)))
    return found
