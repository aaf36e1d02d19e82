"""The ladders: every order as a rung in words, and where it stands in the arrays of a batch.

A side's orders are a row of ``L`` slots, one rung each; a ladder given by corps takes four slots.
Flat lists of all rungs of a side (``R`` long, the shorter side padded) serve prices and legality.
"""

from dataclasses import dataclass
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


POSTURES: Final = ("refuse", "conditions", "contacts", "talks")
OPEN_FROM: Final = 2  # accept contacts and open talks are *open* in the model
MESSAGES: Final = ("none", "offer", "answer")

POSTURE = Ladder("posture", "Posture", POSTURES)
MESSAGE = Ladder("message", "Message", MESSAGES, after=(0, 0, 0))
DEADLINE = Ladder("deadline", "Deadline", ("none", "announce"), after=(0, 0))

HALT, RECONNAISSANCE, INTERDICTION, INDUSTRY, UNRESTRICTED, MINING = range(6)
NINETEENTH, TWENTIETH, NO_LINE = range(3)
TRAIL_HEAVY = 3  # of the bombing of the trail
STEADY, SURGE = 2, 4  # of infiltration
OUT_FAST, OUT, HOLD_STRENGTH, IN, IN_FAST = range(5)
NO_BORDER, LAOS, CAMBODIA = range(3)
LIE_LOW, GUERRILLA, MAIN_FORCE, OFFENSIVE = range(4)
NO_PREPARATION, PREPARE = range(2)
NO_TRAINING, TRAIN, HAND_OVER, HAND_OVER_FAST = range(4)
REPAIR, AIR_DEFENCE, TRAIL_WORK = range(3)
MOSCOW, BALANCE, BEIJING = range(3)
RESERVES = 3  # Washington's loudest rung at home
NONE, OFFER, ANSWER = range(3)

LADDERS: Final[tuple[tuple[Ladder, ...], ...]] = (
    (
        Ladder(
            "bombing",
            "Bombing of the North",
            ("halt", "reconnaissance", "interdiction", "industry", "unrestricted", "mining"),
            war=True,
        ),
        Ladder("line", "Bombing line", ("nineteenth", "twentieth", "none"), war=True),
        Ladder(
            "trail",
            "Bombing of the trail",
            ("off", "light", "steady", "heavy", "saturation"),
            war=True,
        ),
        Ladder("cambodia", "Bombing of Cambodia", ("off", "covert", "open", "heavy"), war=True),
        Ladder(
            "troops",
            "Troops",
            ("out_fast", "out", "hold", "in", "in_fast"),
            after=(HOLD_STRENGTH,) * 5,
        ),
        Ladder("ground", "Ground effort", ("hold", "pacify", "search"), by_corps=True),
        Ladder(
            "border", "Across the border", ("none", "laos", "cambodia"), war=True, after=(0, 0, 0)
        ),
        Ladder(
            "vietnamization", "Vietnamization", ("none", "train", "hand_over", "hand_over_fast")
        ),
        Ladder(
            "home", "Home front", ("quiet", "reassure", "rally", "reserves"), after=(0, 1, 2, 2)
        ),
        POSTURE,
        MESSAGE,
        DEADLINE,
    ),
    (
        Ladder(
            "infiltration",
            "Infiltration",
            ("stop", "trickle", "steady", "heavy", "surge"),
            public=False,
            war=True,
        ),
        Ladder(
            "effort",
            "Effort in the South",
            ("lie_low", "guerrilla", "main_force", "offensive"),
            by_corps=True,
            war=True,
            after=(LIE_LOW, GUERRILLA, MAIN_FORCE, MAIN_FORCE),
        ),
        Ladder("preparation", "Preparation", ("none", "prepare"), public=False),
        Ladder("labour", "Labour in the North", ("repair", "air_defence", "trail"), public=False),
        Ladder("patrons", "Patrons", ("moscow", "balance", "beijing"), public=False),
        Ladder("home", "Home front", ("quiet", "exhort", "mobilise", "total"), public=False),
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
