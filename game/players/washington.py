"""Washington's doctrines: one policy for N wars, bent by a few numbers of temper.

The same moves in the same order: how far to bomb, how many men, who fights, when to come home,
when to talk. What differs between doctrines is only the temper.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import WASHINGTON, Floats, Ints, Masks
from game.engine.ladders import (
    SLOTS,
    Bombing,
    BorderCrossing,
    CambodiaBombing,
    DeadlineCall,
    TrailBombing,
    TroopMoves,
    slot_of,
)
from game.engine.orders import SideOrders
from game.engine.sight import Sight
from game.players import bargaining, diplomacy
from game.players.base import payable
from game.players.diplomacy import CONDITIONS, Number, TableTemper
from game.players.reckoning import at_table, tempted

_SLOT = {name: slot_of(WASHINGTON, name) for name in SLOTS[WASHINGTON]}
_GROUND = SLOTS[WASHINGTON]["ground"]
PRIORITY = tuple(
    _SLOT[name] for name in ("posture", "troops", "vietnamization", "message", "bombing", "line")
)
"""What the purse buys first: a posture unsaid is worse than a raid unflown."""
PRESSED = (
    ("bombing", Bombing.MINING),
    ("trail", TrailBombing.SATURATION),
    ("cambodia", CambodiaBombing.HEAVY),
)
"""The ladders by which a weak enemy at the table is pressed, in turn, and their top rungs."""
REASSURE_BELOW = 0.50  # approval; Calibrated by hand: a speech costs a point
MEN_UNSEEN = 20.0  # thousand a quarter; below MEN_SENT, which is read as an escalation
SPARE = 6.0  # points kept back from war orders; Calibrated by hand: a talk must stay affordable


@dataclass(frozen=True)
class WashingtonTemper:
    """A doctrine's dispositions; each a float or an (N,) array.

    Bombing: ``bombing`` and ``line`` are the rungs aimed at while the enemy is closed, reached by
    ``climb`` rungs a quarter; ``bombing_at_table`` while it is open. ``trail``, ``cambodia`` and
    ``ground`` are rungs. Men: up to ``men`` thousand, ``pace`` a quarter; home by ``leave`` a
    quarter once opposition passes ``leave_at``, down to ``men_last``; handing over to Saigon at
    rung ``hand_over`` from the same moment. ``open_at``: opposition from which it is open (0
    always, 1 never); ``replies``: 1 opens whenever the enemy is open. ``hawkish``: share of a
    certain escalation, by the rule as the price list shows it, from which an open hand is answered
    by a rung more of bombing (0 always, above 1 never).
    """

    bombing: Number
    line: Number
    climb: Number
    bombing_at_table: Number
    trail: Number
    cambodia: Number
    ground: Number
    men: Number
    pace: Number
    leave_at: Number
    leave: Number
    men_last: Number
    hand_over: Number
    open_at: Number
    open_rung: Number
    replies: Number
    hawkish: Number
    table: TableTemper


@dataclass(frozen=True)
class WashingtonPolicy:
    """A temper that gives orders."""

    temper: WashingtonTemper

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return the doctrine's orders; nothing is drawn, so ``seeds`` are not used."""
        temper, leaving = self.temper, home_bound(sight, self.temper)
        rungs = sight.in_force.copy()
        _air(rungs, sight, temper)
        _press(rungs, sight, temper)
        holds = holding(sight, temper.hawkish)
        _hold(rungs, sight, holds)
        number = men_moved(sight, temper, leaving)
        number = np.where(holds, np.minimum(number, MEN_UNSEEN), number)
        rungs[:, _SLOT["troops"]] = troops_rung(number)
        _ground_and_home(rungs, sight, temper, leaving)
        is_open = opens(sight, temper)
        rungs[:, _SLOT["posture"]] = np.where(is_open, rung(temper.open_rung), CONDITIONS)
        rungs[:, _SLOT["message"]] = diplomacy.message(sight, is_open)
        rungs[:, _SLOT["deadline"]] = DeadlineCall.NONE
        wanted = SideOrders(
            rungs,
            number,
            diplomacy.channel(sight, temper.table.secrecy),
            bargaining.package(sight, temper.table, is_open),
            bargaining.accepts(sight, temper.table),
        )
        return payable(wanted, sight, PRIORITY)


def rung(value: Number) -> Ints:
    """Return a temper's number as a rung."""
    return np.rint(np.asarray(value)).astype(np.int64)


def opens(sight: Sight, temper: WashingtonTemper) -> Masks:
    """Return (N,) whether the hand is held out; a deal in the last year is worth a hearing."""
    replied = at_table(sight) & (np.asarray(temper.replies) > 0.5)
    late = (sight.left <= 3) & (np.asarray(temper.open_at) < 1.0)
    return np.asarray((sight.opposition >= temper.open_at) | replied | late)


def home_bound(sight: Sight, temper: WashingtonTemper) -> Masks:
    """Return (N,) whether the withdrawal is on."""
    return np.asarray(sight.opposition >= temper.leave_at)


def _air(rungs: Ints, sight: Sight, temper: WashingtonTemper) -> None:
    """Set the rungs of the air war, climbing no faster than the temper."""
    talking = at_table(sight)
    aimed = np.where(talking, rung(temper.bombing_at_table), rung(temper.bombing))
    standing = sight.in_force[:, _SLOT["bombing"]]
    pace = _steps(sight, temper.climb)
    rungs[:, _SLOT["bombing"]] = np.minimum(aimed, standing + pace)
    line = np.where(talking, np.minimum(rung(temper.line), 1), rung(temper.line))
    rungs[:, _SLOT["line"]] = np.minimum(line, sight.in_force[:, _SLOT["line"]] + pace)
    rungs[:, _SLOT["trail"]] = np.minimum(rung(temper.trail), sight.in_force[:, _SLOT["trail"]] + 1)
    war = sight.opposition > 0.35  # Cambodia is a question of the later war
    rungs[:, _SLOT["cambodia"]] = np.where(war & ~talking, rung(temper.cambodia), 0)
    rungs[:, _SLOT["border"]] = BorderCrossing.NONE


def _press(rungs: Ints, sight: Sight, temper: WashingtonTemper) -> None:
    """Answer an open hand that is read as weakness: a rung more of the first ladder with room."""
    presses = pressing(sight, temper.hawkish)
    for name, top in PRESSED:
        slot = _SLOT[name]
        room = presses & (highest(sight, slot) < top)
        rungs[:, slot] = np.where(room, highest(sight, slot) + 1, rungs[:, slot])
        presses = presses & ~room


def _hold(rungs: Ints, sight: Sight, holds: Masks) -> None:
    """Climb no ladder of war while the enemy is at the table and is not to be pressed."""
    for name in ("bombing", "line", "trail", "cambodia"):
        slot = _SLOT[name]
        no_higher = np.minimum(rungs[:, slot], highest(sight, slot))
        rungs[:, slot] = np.where(holds, no_higher, rungs[:, slot])


def holding(sight: Sight, hawkish: Number) -> Masks:
    """Return (N,) whether an open hand is not pressed: then nothing is raised."""
    return at_table(sight) & ~pressing(sight, hawkish)


def pressing(sight: Sight, hawkish: Number) -> Masks:
    """Return (N,) whether an open hand is read as weakness and answered by more force."""
    return np.asarray(at_table(sight) & (tempted(sight) >= np.asarray(hawkish)))


def highest(sight: Sight, slot: int) -> Ints:
    """Return (N,) the highest rung of a ladder in the last two quarters."""
    return np.asarray(np.maximum(sight.reached[:, slot], sight.reached_before[:, slot]))


def _steps(sight: Sight, climb: Number) -> Ints:
    """Return (N,) rungs that may be climbed now: one every 1/climb quarters, or several at once."""
    climb = np.asarray(climb) * np.ones(len(sight))
    every = np.maximum(np.rint(1.0 / np.maximum(climb, 0.1)), 1.0)
    slow = (sight.quarter % every == 0).astype(np.int64)
    return np.where(climb >= 1.0, np.rint(climb).astype(np.int64), slow)


def men_moved(sight: Sight, temper: WashingtonTemper, leaving: Masks) -> Floats:
    """Return (N,) thousand men to send (+) or to bring home (-), in steps of five."""
    room = np.asarray(temper.men) - sight.troops
    sent = np.clip(np.minimum(room, temper.pace), 0.0, sight.reserve)
    least = np.where(sight.talking > 0, 0.0, 1.0) * np.asarray(temper.men_last)
    home = np.clip(np.minimum(sight.troops - least, temper.leave), 0.0, None)
    wanted = np.where(leaving, -home, sent)
    return np.asarray(np.trunc(wanted / 5.0) * 5.0)


def troops_rung(number: Floats) -> Ints:
    """Return (N,) the rung of the troops ladder for numbers of thousands."""
    sending = np.where(number > 30, TroopMoves.IN_FAST, TroopMoves.IN)
    leaving = np.where(number < -30, TroopMoves.OUT_FAST, TroopMoves.OUT)
    return np.where(number == 0, TroopMoves.HOLD, np.where(number > 0, sending, leaving))


def _ground_and_home(rungs: Ints, sight: Sight, temper: WashingtonTemper, leaving: Masks) -> None:
    """Set who fights in the South, and what is said at home."""
    wanted = np.where(leaving, np.minimum(rung(temper.ground), 1), rung(temper.ground))
    rungs[:, _GROUND] = (wanted * np.ones(len(sight), dtype=np.int64))[:, None]
    handed = np.where(leaving, rung(temper.hand_over), np.minimum(rung(temper.hand_over), 1))
    standing = sight.in_force[:, _SLOT["vietnamization"]]
    rungs[:, _SLOT["vietnamization"]] = np.maximum(np.minimum(handed, standing + 1), standing)
    worried = (sight.approval < REASSURE_BELOW) & (sight.capital > SPARE)
    rungs[:, _SLOT["home"]] = np.where(worried, 1, 0)
