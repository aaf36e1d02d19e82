"""The ladders: every order as a rung in words, and where it stands in the arrays of a batch.

A side's orders are a row of ``L`` slots, one rung each; a ladder given by corps takes four slots.
Flat lists of all rungs of a side (``R`` long, the shorter side padded) serve prices and legality.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np

from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON, Ints, Masks


@dataclass(frozen=True)
class Ladder:
    """One ladder: ``rungs`` from the quietest to the loudest, by corps or not.

    ``public`` ladders show their rung to the other side once the quarter is over.
    ``war`` ladders count as escalation when raised. ``once`` rungs do not stand: the rung in force
    afterwards is the one named.
    """

    name: str
    title: str
    rungs: tuple[str, ...]
    by_corps: bool = False
    public: bool = True
    war: bool = False
    after: tuple[int, ...] = ()

    @property
    def slots(self) -> int:
        """How many slots the ladder takes in a side's row."""
        return len(CORPS) if self.by_corps else 1

    def standing(self, rung: int) -> int:
        """Return the rung that stands after a quarter in which ``rung`` was ordered."""
        return self.after[rung] if self.after else rung


class Bombing(IntEnum):
    """Rungs of bombing of the North."""

    HALT = 0
    RECONNAISSANCE = 1
    INTERDICTION = 2
    INDUSTRY = 3
    UNRESTRICTED = 4
    MINING = 5


class BombingLine(IntEnum):
    """Rungs of how far north bombs may fall."""

    NINETEENTH = 0
    TWENTIETH = 1
    NONE = 2


class TrailBombing(IntEnum):
    """Rungs of bombing of the trail."""

    OFF = 0
    LIGHT = 1
    STEADY = 2
    HEAVY = 3
    SATURATION = 4


class CambodiaBombing(IntEnum):
    """Rungs of bombing of Cambodia."""

    OFF = 0
    COVERT = 1
    OPEN = 2
    HEAVY = 3


class TroopMoves(IntEnum):
    """Rungs of American troops."""

    OUT_FAST = 0
    OUT = 1
    HOLD = 2
    IN = 3
    IN_FAST = 4


class GroundEffort(IntEnum):
    """Rungs of Saigon's and America's effort on the ground, by corps."""

    HOLD = 0
    PACIFY = 1
    SEARCH = 2


class BorderCrossing(IntEnum):
    """Rungs of operations across the border."""

    NONE = 0
    LAOS = 1
    CAMBODIA = 2


class Vietnamization(IntEnum):
    """Rungs of the handing over of the war to Saigon."""

    NONE = 0
    TRAIN = 1
    HAND_OVER = 2
    HAND_OVER_FAST = 3


class HomeFront(IntEnum):
    """Rungs of what Washington tells its people."""

    QUIET = 0
    REASSURE = 1
    RALLY = 2
    RESERVES = 3


class Infiltration(IntEnum):
    """Rungs of infiltration."""

    STOP = 0
    TRICKLE = 1
    STEADY = 2
    HEAVY = 3
    SURGE = 4


class Effort(IntEnum):
    """Rungs of Hanoi's effort in the South, by corps."""

    LIE_LOW = 0
    GUERRILLA = 1
    MAIN_FORCE = 2
    OFFENSIVE = 3


class Preparation(IntEnum):
    """Rungs of the preparation of an offensive."""

    NONE = 0
    PREPARE = 1


class Labour(IntEnum):
    """Rungs of labour in the North."""

    REPAIR = 0
    AIR_DEFENCE = 1
    TRAIL = 2


class PatronLean(IntEnum):
    """Rungs of which patron is leant upon."""

    MOSCOW = 0
    BALANCE = 1
    BEIJING = 2


class Mobilisation(IntEnum):
    """Rungs of what Hanoi asks of its people."""

    QUIET = 0
    EXHORT = 1
    MOBILISE = 2
    TOTAL = 3


class Posture(IntEnum):
    """Rungs of a hand, shut or open."""

    REFUSE = 0
    CONDITIONS = 1
    CONTACTS = 2
    TALKS = 3


class MessageKind(IntEnum):
    """Rungs of what is sent through a channel."""

    NONE = 0
    OFFER = 1
    ANSWER = 2


class DeadlineCall(IntEnum):
    """Rungs of a deadline."""

    NONE = 0
    ANNOUNCE = 1


class Understanding(IntEnum):
    """No ladder: what was understood on the bombing of the North while talks sat."""

    NONE = 0
    LIMIT = 1
    HALT = 2


def words(rungs: type[IntEnum]) -> tuple[str, ...]:
    """Return what each rung is called in files, saves and orders in words."""
    return tuple(rung.name.lower() for rung in rungs)


POSTURES: Final = words(Posture)
OPEN_FROM: Final = Posture.CONTACTS  # accept contacts and open talks are *open* in the model
MESSAGES: Final = words(MessageKind)

POSTURE = Ladder("posture", "Posture", POSTURES)
MESSAGE = Ladder("message", "Message", MESSAGES, after=(MessageKind.NONE,) * 3)
DEADLINE = Ladder("deadline", "Deadline", words(DeadlineCall), after=(DeadlineCall.NONE,) * 2)

LADDERS: Final[tuple[tuple[Ladder, ...], ...]] = (
    (
        Ladder("bombing", "Bombing of the North", words(Bombing), war=True),
        Ladder("line", "Bombing line", words(BombingLine), war=True),
        Ladder("trail", "Bombing of the trail", words(TrailBombing), war=True),
        Ladder("cambodia", "Bombing of Cambodia", words(CambodiaBombing), war=True),
        Ladder("troops", "Troops", words(TroopMoves), after=(TroopMoves.HOLD,) * 5),
        Ladder("ground", "Ground effort", words(GroundEffort), by_corps=True),
        Ladder(
            "border",
            "Across the border",
            words(BorderCrossing),
            war=True,
            after=(BorderCrossing.NONE,) * 3,
        ),
        Ladder("vietnamization", "Vietnamization", words(Vietnamization)),
        Ladder(
            "home",
            "Home front",
            words(HomeFront),
            after=(*range(HomeFront.RESERVES), HomeFront.RALLY),
        ),
        POSTURE,
        MESSAGE,
        DEADLINE,
    ),
    (
        Ladder("infiltration", "Infiltration", words(Infiltration), public=False, war=True),
        Ladder(
            "effort",
            "Effort in the South",
            words(Effort),
            by_corps=True,
            war=True,
            after=(Effort.LIE_LOW, Effort.GUERRILLA, Effort.MAIN_FORCE, Effort.MAIN_FORCE),
        ),
        Ladder("preparation", "Preparation", words(Preparation), public=False),
        Ladder("labour", "Labour in the North", words(Labour), public=False),
        Ladder("patrons", "Patrons", words(PatronLean), public=False),
        Ladder("home", "Home front", words(Mobilisation), public=False),
        POSTURE,
        MESSAGE,
        DEADLINE,
    ),
)
"""Every ladder of each side, in the order in which a purse that is short gives way: last first."""
STANDINGS: Final = max(len(ladder.rungs) for side in LADDERS for ladder in side)
"""Rungs of the longest ladder."""

TROOPS_LIMITS: Final = ((-100.0, -30.0), (-30.0, -0.001), (0.0, 0.0), (0.001, 30.0), (30.0, 100.0))
"""Thousands of men a quarter that each rung of the troops ladder allows."""
TROOPS_USUAL: Final = (-50.0, -15.0, 0.0, 15.0, 50.0)
"""Thousands of men ordered when a player names the rung and no number."""
TROOPS_STEP: Final = 5.0  # thousand; what a player may choose between, inside the rung's limits


def _slots(side: int) -> dict[str, slice]:
    places, start = {}, 0
    for ladder in LADDERS[side]:
        places[ladder.name] = slice(start, start + ladder.slots)
        start += ladder.slots
    return places


SLOTS: Final = tuple(_slots(side) for side in (WASHINGTON, HANOI))
L: Final = max(list(places.values())[-1].stop for places in SLOTS)
LADDER: Final = tuple({ladder.name: ladder for ladder in LADDERS[side]} for side in (0, 1))


def ladder_of_slot(side: int, slot: int) -> tuple[Ladder, int]:
    """Return the ladder in ``slot`` of a side's row and the corps (0 where it has none)."""
    for ladder in LADDERS[side]:
        place = SLOTS[side][ladder.name]
        if place.start <= slot < place.stop:
            return ladder, slot - place.start
    raise IndexError(f"{SIDES[side]} has no slot {slot}")


def slot_of(side: int, name: str, corps: int = 0) -> int:
    """Return the slot of ladder ``name`` (and ``corps``) in a side's row."""
    return int(SLOTS[side][name].start) + corps


def _flat(side: int) -> list[tuple[int, int]]:
    used = list(SLOTS[side].values())[-1].stop
    return [
        (slot, rung)
        for slot in range(used)
        for rung in range(len(ladder_of_slot(side, slot)[0].rungs))
    ]


FLAT: Final = tuple(_flat(side) for side in (0, 1))
R: Final = max(len(flat) for flat in FLAT)


FLAT_SLOT: Final[Ints] = np.array(
    [[slot for slot, _ in flat] + [0] * (R - len(flat)) for flat in FLAT], dtype=np.int64
)
FLAT_USED: Final[Masks] = np.array([[i < len(flat) for i in range(R)] for flat in FLAT])
FLAT_START: Final[Ints] = np.array(
    [
        [next((i for i, pair in enumerate(flat) if pair[0] == slot), 0) for slot in range(L)]
        for flat in FLAT
    ]
)
"""(S, L): where each slot's first rung stands in the side's flat list."""
USED: Final[Masks] = np.array(
    [[slot < list(SLOTS[side].values())[-1].stop for slot in range(L)] for side in (0, 1)]
)
PUBLIC: Final[Masks] = np.array(
    [
        [bool(USED[side, slot]) and ladder_of_slot(side, slot)[0].public for slot in range(L)]
        for side in (0, 1)
    ]
)
AFTER: Final[Ints] = np.array(
    [
        [
            [
                ladder_of_slot(side, slot)[0].standing(rung)
                if USED[side, slot] and rung < len(ladder_of_slot(side, slot)[0].rungs)
                else 0
                for rung in range(STANDINGS)
            ]
            for slot in range(L)
        ]
        for side in (0, 1)
    ]
)
"""(S, L, STANDINGS): the rung that stands after a quarter at each rung."""
