"""Hanoi's doctrines: one policy for N wars, bent by a few numbers of temper.

The same moves in the same order: how many men down the trail, how hard to press and where, when to
prepare and to strike, how the North labours, when to talk.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints, Masks, total
from game.engine.ladders import (
    SLOTS,
    Bombing,
    DeadlineCall,
    Effort,
    Infiltration,
    Labour,
    PatronLean,
    slot_of,
)
from game.engine.orders import SideOrders
from game.engine.sight import Sight
from game.players import bargaining, diplomacy
from game.players.base import payable
from game.players.diplomacy import CONDITIONS, Number, TableTemper
from game.players.reckoning import at_table, capacity_seen
from game.players.washington import highest, holding, pressing, rung

_SLOT = {name: slot_of(HANOI, name) for name in SLOTS[HANOI]}
_EFFORT = SLOTS[HANOI]["effort"]
PRIORITY = (
    _SLOT["posture"],
    _SLOT["message"],
    *range(_EFFORT.start, _EFFORT.stop),
    _SLOT["preparation"],
    _SLOT["infiltration"],
)
"""What the purse buys first."""
MEN_LEFT = 60.0  # thousand; below this the trail runs at a trickle. Calibrated by hand
COHESION_LOW = 0.45  # share; below this the Politburo is steadied at home. Calibrated by hand


@dataclass(frozen=True)
class HanoiTemper:
    """A doctrine's dispositions; each a float or an (N,) array.

    ``infiltration`` is the rung until ``force`` thousand main-force men stand in the South.
    ``effort`` is the usual rung, ``main_corps`` how many corps are raised to main force (the
    strongest first), ``effort_at_table`` the highest rung while talks sit. Stocks are laid in from
    opposition ``prepare_at``; a wave is launched from opposition ``strike_at`` when preparation
    passes ``ready``, after which weariness above ``rest`` means lying low. ``open_at``: opposition
    from which the hand is open (0 always, 1 never); ``open_after``: 1 opens when an offensive of
    its own has been seen in the last two quarters; ``replies``: 1 opens whenever the enemy is
    open; ``stays``: 1 keeps an open hand open until strain passes .35. ``hawkish`` as
    Washington's: an open hand read as weakness is answered by more men down the trail.
    """

    infiltration: Number
    force: Number
    effort: Number
    main_corps: Number
    effort_at_table: Number
    prepare_at: Number
    strike_at: Number
    ready: Number
    rest: Number
    open_at: Number
    open_after: Number
    open_rung: Number
    replies: Number
    stays: Number
    home: Number
    hawkish: Number
    table: TableTemper


@dataclass(frozen=True)
class HanoiPolicy:
    """A temper that gives orders."""

    temper: HanoiTemper

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return the doctrine's orders; nothing is drawn, so ``seeds`` are not used."""
        temper = self.temper
        rungs = sight.in_force.copy()
        _trail(rungs, sight, temper)
        _press(rungs, sight, temper)
        _hold(rungs, sight, holding(sight, temper.hawkish))
        _north(rungs, sight, temper)
        is_open = opens(sight, temper)
        shut = np.minimum(sight.in_force[:, _SLOT["posture"]], CONDITIONS)
        rungs[:, _SLOT["posture"]] = np.where(is_open, rung(temper.open_rung), shut)
        rungs[:, _SLOT["message"]] = diplomacy.message(sight, is_open)
        rungs[:, _SLOT["deadline"]] = DeadlineCall.NONE
        wanted = SideOrders(
            rungs,
            np.zeros(len(sight)),
            diplomacy.channel(sight, temper.table.secrecy),
            bargaining.package(sight, temper.table, is_open),
            bargaining.accepts(sight, temper.table),
        )
        return payable(wanted, sight, PRIORITY)


def struck_lately(sight: Sight) -> Masks:
    """Return (N,) whether the side has mounted a general offensive in the last two quarters."""
    last = (sight.reached[:, _EFFORT] == Effort.OFFENSIVE).any(axis=1)
    before = (sight.reached_before[:, _EFFORT] == Effort.OFFENSIVE).any(axis=1)
    return np.asarray(last | before)


def opens(sight: Sight, temper: HanoiTemper) -> Masks:
    """Return (N,) whether the hand is held out; a deal in the last year is worth a hearing."""
    ripe = sight.opposition >= temper.open_at
    shown = struck_lately(sight) & (np.asarray(temper.open_after) > 0.5)
    replied = at_table(sight) & (np.asarray(temper.replies) > 0.5)
    already = sight.openness[:, HANOI] >= 0.5
    stays = already & (np.asarray(temper.stays) > 0.5) & (sight.strain < 0.35)
    late = (sight.left <= 3) & (np.asarray(temper.open_at) < 1.0)
    return np.asarray(ripe | shown | replied | stays | late)


def _trail(rungs: Ints, sight: Sight, temper: HanoiTemper) -> None:
    """Set infiltration: up by a rung at a time to the temper's, down when force or men suffice."""
    enough = total(sight.main_force) >= np.asarray(temper.force)
    short = sight.manpower < MEN_LEFT
    wanted = np.where(
        short,
        1,
        np.where(enough, np.minimum(rung(temper.infiltration), 2), rung(temper.infiltration)),
    )
    slot = _SLOT["infiltration"]
    usual = np.minimum(wanted, sight.in_force[:, slot] + 1)
    presses = pressing(sight, temper.hawkish) & ~short
    more = np.minimum(highest(sight, slot) + 1, Infiltration.SURGE)
    rungs[:, slot] = np.where(presses, more, usual)


def _press(rungs: Ints, sight: Sight, temper: HanoiTemper) -> None:
    """Set the effort by corps, and whether stocks are laid in."""
    worlds = np.ones(len(sight), dtype=np.int64)
    usual = np.minimum(rung(temper.effort) * worlds, Effort.MAIN_FORCE)
    raised = places(sight.main_force) < np.rint(np.asarray(temper.main_corps) * worlds)[:, None]
    wanted = np.where(raised, Effort.MAIN_FORCE, usual[:, None])
    ceiling = np.where(at_table(sight), rung(temper.effort_at_table), Effort.MAIN_FORCE)
    tired = (sight.fatigue > temper.rest) & ~strikes(sight, temper)
    wanted = np.minimum(wanted, np.where(tired, Effort.GUERRILLA, ceiling)[:, None])
    able = sight.main_force >= np.asarray(sight.tables.constants.launch_force)[..., None]
    wanted = np.where(strikes(sight, temper)[:, None] & able, Effort.OFFENSIVE, wanted)
    rungs[:, _EFFORT] = np.maximum(wanted, Effort.LIE_LOW)
    readying = (sight.opposition >= temper.prepare_at) & (sight.preparation < 0.99)
    rungs[:, _SLOT["preparation"]] = readying.astype(np.int64)


def places(strength: Floats) -> Ints:
    """Return (N, C) each corps' place by ``strength`` (N, C), 0 the strongest; of equal ones the
    first comes first, on every processor."""
    mine, others = strength[:, :, None], strength[:, None, :]
    earlier = np.arange(strength.shape[1])[None, :] < np.arange(strength.shape[1])[:, None]
    return np.asarray(((others > mine) | ((others == mine) & earlier)).sum(axis=2))


def _hold(rungs: Ints, sight: Sight, holds: Masks) -> None:
    """Climb no ladder of war while the enemy is at the table and is not to be pressed; a general
    offensive that is ready is launched all the same."""
    slot = _SLOT["infiltration"]
    no_higher = np.minimum(rungs[:, slot], highest(sight, slot))
    rungs[:, slot] = np.where(holds, no_higher, rungs[:, slot])
    high = np.maximum(sight.reached[:, _EFFORT], sight.reached_before[:, _EFFORT])
    calm = np.minimum(rungs[:, _EFFORT], np.maximum(high, Effort.GUERRILLA))
    raised = rungs[:, _EFFORT] != Effort.OFFENSIVE
    rungs[:, _EFFORT] = np.where(holds[:, None] & raised, calm, rungs[:, _EFFORT])


def strikes(sight: Sight, temper: HanoiTemper) -> Masks:
    """Return (N,) whether a general offensive is launched this quarter."""
    ready = sight.preparation >= np.asarray(temper.ready)
    bound = (sight.understanding > 0) & at_table(sight)
    return np.asarray(ready & (sight.opposition >= temper.strike_at) & ~bound)


def _north(rungs: Ints, sight: Sight, temper: HanoiTemper) -> None:
    """Set what the North works at, whom it leans on, and what is said at home."""
    bombed = sight.acts[:, WASHINGTON, 0] >= Bombing.INTERDICTION
    hurt = capacity_seen(sight) < 0.75
    rungs[:, _SLOT["labour"]] = np.where(
        hurt, Labour.REPAIR, np.where(bombed, Labour.AIR_DEFENCE, Labour.TRAIL)
    )
    rungs[:, _SLOT["patrons"]] = PatronLean.BALANCE
    shaken = sight.cohesion < COHESION_LOW
    rungs[:, _SLOT["home"]] = np.where(shaken, 1, rung(temper.home))
