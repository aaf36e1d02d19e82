"""What the hidden rule reads in states of a war, opened for the time after it.

A reading is one state and one direction: a side as sender of a posture, its enemy as receiver.
Probabilities and beliefs are the fields that the engine stored (``postures.read``), costs and
payoffs those of ``postures.posture_game``. It opens the hidden side of the world, so it is for wars
that are over.

Talking is *safe* where the rule gives even a highly resilient sender better than even chances of
an open posture: the weak open there too, so that an open hand gives nobody away. A weak sender may
open where it is not safe, because it would rather settle under pressure than be broken; that hand
is read as weakness, which it is. What makes talking safe is told by solving the game once more with
the belief the sender began with: if the resilient would still open, the enemy's cost alone does it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np

from game.engine.board import SIDES, Floats
from game.engine.postures import own_open_probability, posture_game
from game.engine.rules.inference import prior
from game.engine.tables import Tables
from game.engine.world import FIELDS, World
from game.theory.posture import PostureGame, solve

WEAKNESS, COSTLY, RESILIENCE = "weakness", "costly", "resilience"
BRANCHES: Final = {
    WEAKNESS: "read as weakness",
    COSTLY: "escalation too costly to answer",
    RESILIENCE: "resilience already shown",
}
SAFE: Final = 0.5  # P(open) of the resilient above which talking is safe: opening gains there


@dataclass(frozen=True)
class RuleReading:
    """What the rule reads as a quarter opens, one direction. Probabilities 0..1, payoffs in shares
    of war aims.

    ``belief``: the receiver's that the sender is resilient (p); ``dove``: the sender's that the
    receiver is a dove (nu); ``cost``: what escalating costs the receiver (c). ``open``: P(open) of
    the sender's true type. ``answer_*``: P(escalate) of the receiver's true nerve after each
    posture; ``expected_*``: the same as the sender must expect it. ``conversation``: what the war
    is worth to the sender above the table, positive while talking costs. ``unaided``: P(open) of
    the resilient with the belief the sender began with.
    """

    quarter: str
    sender: str
    resilience: str
    nerve: str
    belief: float
    dove: float
    cost: float
    guarantee: float
    talks: float
    open_low: float
    open_high: float
    open: float
    belief_open: float
    belief_closed: float
    expected_open: float
    expected_closed: float
    answer_open: float
    answer_closed: float
    conversation: float
    unaided: float
    branch: str

    @property
    def safe(self) -> bool:
        """Whether talking is safe for the sender."""
        return self.open_high > SAFE

    def answer(self, is_open: bool) -> float:
        """Return P(escalate) of the receiver's true nerve after a posture."""
        return self.answer_open if is_open else self.answer_closed


def together(worlds: Sequence[World]) -> World:
    """Return worlds as one batch, in order."""
    return World(
        **{name: np.concatenate([getattr(world, name) for world in worlds]) for name in FIELDS}
    )


def readings(
    worlds: World, names: Sequence[str], tables: Tables
) -> list[tuple[RuleReading, RuleReading]]:
    """Return both directions' readings, Washington as sender first, of each world of a batch.

    ``names`` (N,) are the quarters the worlds open.
    """
    game = posture_game(worlds, tables)
    unaided = np.asarray(solve(replace(game, belief_high=prior(worlds, tables))).open_if_high)
    own = own_open_probability(worlds)
    costs = conversation(worlds, game)
    return [
        (
            _reading(worlds, game, (own, unaided, costs), n, 0, name),
            _reading(worlds, game, (own, unaided, costs), n, 1, name),
        )
        for n, name in enumerate(names)
    ]


def _reading(
    world: World,
    game: PostureGame,
    made: tuple[Floats, Floats, Floats],
    n: int,
    side: int,
    name: str,
) -> RuleReading:
    own, unaided, costs = (float(values[n, side]) for values in made)
    nerve = "dove" if world.nerve[n, 1 - side] else "hawk"

    def stored(field: str) -> float:
        return float(getattr(world, field)[n, side])

    def given(field: str) -> float:
        return float(np.broadcast_to(getattr(game, field), own_shape)[n, side])

    own_shape = world.belief_resilient.shape
    return RuleReading(
        quarter=name,
        sender=SIDES[side],
        resilience="high" if world.resilience[n, side] else "low",
        nerve=nerve,
        belief=stored("belief_resilient"),
        dove=given("belief_dove"),
        cost=given("cost"),
        guarantee=given("guarantee"),
        talks=given("talks"),
        open_low=stored("open_low"),
        open_high=stored("open_high"),
        open=own,
        belief_open=stored("belief_open"),
        belief_closed=stored("belief_closed"),
        expected_open=stored("escalate_open"),
        expected_closed=stored("escalate_closed"),
        answer_open=stored(f"{nerve}_open"),
        answer_closed=stored(f"{nerve}_closed"),
        conversation=costs,
        unaided=unaided,
        branch=branch(stored("open_high"), unaided),
    )


def branch(high: float, unaided: float) -> str:
    """Return which branch of the rule holds, from P(open) of the resilient as it is and with the
    first belief."""
    if high <= SAFE:
        return WEAKNESS
    return COSTLY if unaided > SAFE else RESILIENCE


def conversation(world: World, game: PostureGame) -> Floats:
    """Return (N, S) what staying closed is worth to each sender's true type above opening."""
    high = world.resilience == 1
    worth = np.where(high, game.war_high, game.war_low)
    withstand = np.where(high, game.withstand_high, game.withstand_low)
    closed = (1.0 - world.escalate_closed * (1.0 - withstand)) * worth
    table = (1.0 - world.escalate_open) * game.talks + world.escalate_open * game.duress
    return np.asarray(closed - table)


# What made it safe, and what it would have taken

STEPS: Final = 1001  # values that are tried from nothing to what a driver stood at

DRIVERS: Final = {
    "belief": ("belief_high",),
    "cost": ("cost",),
    "nerve": ("belief_dove",),
    "guarantee": ("guarantee",),
    "face": ("talks",),
}
"""What may change between two readings of a side, and the game's parameters that carry it."""


def drivers(then: World, now: World, side: int, tables: Tables) -> dict[str, float]:
    """Return by driver how much of P(open) of the resilient at ``now`` is lost, in log-odds, if it
    alone is put back to what it was at ``then`` (worlds of N = 1)."""
    old, new = (_of_side(posture_game(world, tables), side) for world in (then, now))
    cases = [
        new,
        *(
            replace(new, **{name: getattr(old, name) for name in names})
            for names in DRIVERS.values()
        ),
    ]
    found = solve(_stacked(cases))
    chance = np.asarray(found.open_if_high)
    odds = np.log(chance / (1.0 - chance))
    return {name: float(odds[0] - odds[1 + place]) for place, name in enumerate(DRIVERS)}


def supplied(
    world: World, then: RuleReading, side: int, tables: Tables, among: Sequence[str]
) -> str:
    """Return which driver alone, ``among`` some, brings P(open) of the resilient in ``world``
    (N = 1) nearest to what it is in another reading of the quarter: what was missing in this
    one."""
    game, values = _of_side(posture_game(world, tables), side), driven(then)
    found = solve(_stacked([_with(game, {driver: values[driver]}) for driver in among]))
    return among[int(np.argmax(np.asarray(found.open_if_high)))]


def least(world: World, then: RuleReading, side: int, tables: Tables) -> dict[str, float]:
    """Return by driver the least value at which talking is safe, with all else as in ``then``, a
    reading of ``world``'s quarter (N = 1) in which it is; 0 where any value would do."""
    values = driven(then)
    game = _with(_of_side(posture_game(world, tables), side), values)
    found = {}
    for driver, names in DRIVERS.items():
        tried = np.linspace(0.0, values[driver], STEPS)
        answer = solve(replace(game, **{name: tried for name in names}))
        unsafe = np.flatnonzero(answer.open_if_high[:-1] <= SAFE)
        found[driver] = float(tried[unsafe[-1] + 1]) if unsafe.size else 0.0
    return found


@dataclass(frozen=True)
class Lacking:
    """What a quarter that was not safe lacked beside one that would have been. ``least``: by driver
    the least value that was enough with all else as in the safe one; ``missing``: the drivers that
    fell short of it, each of them needed; ``driver``: the one that alone brings it nearest."""

    driver: str
    missing: tuple[str, ...]
    least: dict[str, float]


def lacking(
    world: World, was: RuleReading, then: RuleReading, side: int, tables: Tables
) -> Lacking:
    """Return what ``world`` (N = 1), read as ``was``, lacked to be safe as ``then`` is."""
    enough, had = least(world, then, side, tables), driven(was)
    missing = tuple(driver for driver in DRIVERS if had[driver] < enough[driver])
    return Lacking(supplied(world, then, side, tables, missing or tuple(DRIVERS)), missing, enough)


def driven(reading: RuleReading) -> dict[str, float]:
    """Return a reading's value of each driver; of all of them more makes talking safer."""
    return {
        "belief": reading.belief,
        "cost": reading.cost,
        "nerve": reading.dove,
        "guarantee": reading.guarantee,
        "face": reading.talks,
    }


def _with(game: PostureGame, values: dict[str, float]) -> PostureGame:
    """Return one direction's game with some drivers at other values."""
    return replace(
        game,
        **{name: np.asarray(value) for driver, value in values.items() for name in DRIVERS[driver]},
    )


def needed(world: World, side: int, tables: Tables) -> tuple[float | None, float | None]:
    """Return the least belief in the sender, and the least cost of escalating, at which talking
    would have been safe with all else as in ``world`` (N = 1); None where none would do."""
    game = _of_side(posture_game(world, tables), side)
    beliefs, costs = np.linspace(0.02, 0.98, 97), np.linspace(0.0, 1.5, 151)
    found = []
    for field, values in (("belief_high", beliefs), ("cost", costs)):
        least = float(getattr(game, field))
        answer = solve(replace(game, **{field: values}))
        enough = values[(answer.open_if_high > SAFE) & (values >= least)]
        found.append(float(enough[0]) if enough.size else None)
    return found[0], found[1]


def map_of(world: World, side: int, tables: Tables, beliefs: Floats, costs: Floats) -> Floats:
    """Return P(open) of a resilient sender, (costs, beliefs), all else as in ``world`` (N = 1): the
    map of postures."""
    game = _of_side(posture_game(world, tables), side)
    found = solve(replace(game, belief_high=beliefs[None, :], cost=costs[:, None]))
    return np.asarray(found.open_if_high)


def cost_alone(world: World, side: int, tables: Tables) -> float | None:
    """Return the least cost of escalating at which talking is safe with no more than the belief the
    sender began with, all else as in ``world`` (N = 1); None where no cost up to 1.5 is enough."""
    first, costs = prior(world, tables)[0, side], np.linspace(0.0, 1.5, 301)
    enough = costs[map_of(world, side, tables, np.array([first]), costs)[:, 0] > SAFE]
    return float(enough[0]) if enough.size else None


def _of_side(game: PostureGame, side: int) -> PostureGame:
    """Return one direction of one war's game, each parameter a number."""
    return PostureGame(
        **{
            field.name: np.asarray(np.broadcast_to(getattr(game, field.name), (1, 2))[0, side])
            for field in fields(game)
        }
    )


def _stacked(games: Sequence[PostureGame]) -> PostureGame:
    made: dict[str, Any] = {
        field.name: np.array([float(getattr(game, field.name)) for game in games])
        for field in fields(PostureGame)
    }
    return PostureGame(**made)
