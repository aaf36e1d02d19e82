"""Dilemmas in play: what each government is asked, what it answered, and what follows.

A dilemma is asked in the first quarter of its span in which its condition holds, at most two a side
a quarter, those that close soonest first; what finds no room or no condition lapses unseen. Left
open, its marked default is taken when the quarter ends. Drift: none; without dilemmas this module
returns the world as it was.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.engine.board import CORPS, NORTH, SIDES, Floats, Ints, Masks
from game.engine.dilemmas import (
    ASKED,
    CAPITAL,
    CHANCE_CAME,
    FACTORS,
    PLACES,
    PUSHES,
    SEQUEL_CAME,
    SPAN,
)
from game.engine.fields import Field
from game.engine.luck import DRAWS, Luck
from game.engine.orders import Orders
from game.engine.tables import Tables
from game.engine.world import FIELDS, World

ANSWER_BITS = CHANCE_CAME - 1
ESTIMATES = (
    (
        "seen_main_force_I",
        "seen_main_force_II",
        "seen_main_force_III",
        "seen_main_force_IV",
        "seen_guerrillas",
        "seen_infiltration",
        "seen_throughput",
        "seen_capacity",
        "seen_cohesion",
    ),
    ("seen_quality", "seen_control", "seen_reserve"),
)
"""The draws behind each side's estimates of the other."""


@dataclass(frozen=True)
class Faced:
    """What a quarter's decisions came to, (N, S, A) by place asked, 0 where nothing was: the
    ``asked`` dilemmas by number and the ``answers`` taken, and of both what the other side reads
    of (``shown_asked``, ``shown``). ``paid`` (N, S) whole points, less than 0 where something was
    gained."""

    asked: Ints
    answers: Ints
    shown_asked: Ints
    shown: Ints
    paid: Ints


def face(world: World, orders: Orders, luck: Luck, tables: Tables) -> tuple[World, Faced, Luck]:
    """Return the world once both governments have answered, with what earlier answers still do;
    what they decided; and the luck as that leaves it."""
    if not tables.dilemmas.any or not (world.asked.any() or world.answered.any()):
        none = np.zeros((len(world), 2, ASKED), dtype=np.int64)
        return world, Faced(none, none, none, none, none[:, :, 0]), luck
    chosen = answers(world, orders, tables)
    world, amounts = recorded_answers(world, chosen, luck, tables)
    amounts += lasting(world, tables)
    world, later = sequels(world, tables)
    amounts += later
    paid = price(world.asked, chosen, tables) - np.rint(amounts[:, :, CAPITAL]).astype(np.int64)
    shown = public(world.asked, chosen, tables)
    faced = Faced(world.asked, chosen, np.where(shown > 0, world.asked, 0), shown, paid)
    return pushed(world, amounts[:, 0] + amounts[:, 1]), faced, swayed(luck, orders, amounts)


def afforded(faced: Faced, bill: Ints, capital: Floats) -> Faced:
    """Return the decisions with what they cost kept to what rungs at ``bill`` (N, S) leave of the
    ``capital`` (N, S): an old answer that falls due takes no more than is there."""
    left = np.floor(capital).astype(np.int64) - bill
    return replace(faced, paid=np.minimum(faced.paid, np.maximum(left, 0)))


def answers(world: World, orders: Orders, tables: Tables) -> Ints:
    """Return (N, S, A) the answer to each dilemma asked: the one ordered, else its default."""
    there = world.asked > 0
    sides = np.arange(2)[None, :, None]
    most = tables.dilemmas.answers[sides, world.asked - 1]
    default = tables.dilemmas.default[sides, world.asked - 1]
    given = (orders.answers > 0) & (orders.answers <= most)
    return np.where(there, np.where(given, orders.answers, default), 0)


def public(asked: Ints, chosen: Ints, tables: Tables) -> Ints:
    """Return (N, S, A) the answers that stand in the papers, 0 for the others."""
    known = tables.dilemmas.public
    return chosen * known[np.arange(2)[None, :, None], asked - 1, chosen] * (asked > 0)


def as_recorded(world: World, orders: Orders, tables: Tables) -> Orders:
    """Return the orders with history's answer to whatever is asked."""
    return orders.with_answers(on_record(world, tables))


def on_record(world: World, tables: Tables) -> Ints:
    """Return (N, S, A) history's answer to whatever is asked, 0 where nothing is."""
    history = tables.dilemmas.recorded[np.arange(2)[None, :, None], world.asked - 1]
    return np.where(world.asked > 0, history, 0)


def price(asked: Ints, chosen: Ints, tables: Tables) -> Ints:
    """Return (N, S) the points that the answers cost beyond history's."""
    sides = np.arange(2)[None, :, None]
    points: Ints = tables.dilemmas.price[sides, asked - 1, chosen] * (asked > 0)
    return points.sum(axis=2)


def recorded_answers(
    world: World, chosen: Ints, luck: Luck, tables: Tables
) -> tuple[World, Floats]:
    """Return the world that remembers this quarter's answers, and (N, S, E) what came by chance."""
    dilemmas = tables.dilemmas
    answered, when = world.answered.copy(), world.answered_in.copy()
    amounts = np.zeros((len(world), 2, dilemmas.risked.shape[-1]))
    for side in range(2):
        for place in range(ASKED):
            rows = np.flatnonzero(chosen[:, side, place])
            number, answer = world.asked[rows, side, place] - 1, chosen[rows, side, place]
            draw = luck[f"dilemma_{SIDES[side]}_{place}"][rows]
            came = draw < dilemmas.risk[side, number, answer]
            answered[rows, side, number] = answer + CHANCE_CAME * came
            when[rows, side, number] = world.quarter[rows]
            amounts[rows, side] += dilemmas.risked[side, number, answer] * came[:, None]
    return world.with_(answered=answered, answered_in=when), amounts


def lasting(world: World, tables: Tables) -> Floats:
    """Return (N, S, E) what answers of this and earlier quarters push now."""
    pushes = tables.dilemmas.pushes
    amounts = np.zeros((len(world), 2, pushes.shape[-1]))
    age = world.quarter[:, None, None] - world.answered_in
    war, side, number = np.nonzero((world.answered > 0) & (age < SPAN))
    answer = world.answered[war, side, number] & ANSWER_BITS
    if len(war):
        found = pushes[side, number, answer, age[war, side, number]]
        row = 2 * war + side  # they come in this order, so that each row's are together
        first = np.flatnonzero(np.diff(row, prepend=-1))
        amounts.reshape(len(amounts) * 2, -1)[row[first]] = np.add.reduceat(found, first, axis=0)
    return amounts


def sequels(world: World, tables: Tables) -> tuple[World, Floats]:
    """Return the world with what old answers have brought after all, and (N, S, E) its pushes."""
    dilemmas = tables.dilemmas
    amounts = np.zeros((len(world), 2, dilemmas.pushes.shape[-1]))
    answered = world.answered
    for (side, number, answer), sequel in dilemmas.sequels.items():
        given = answered[:, side, number]
        age = world.quarter - world.answered_in[:, side, number]
        open_still = (given & ANSWER_BITS == answer) & (given < SEQUEL_CAME)
        open_still &= (age > 0) & (age <= sequel.within)
        if not open_still.any():
            continue
        came = open_still & sequel.when.holds(world)
        answered = answered.copy()
        answered[:, side, number] += SEQUEL_CAME * came
        amounts[:, side] += sequel.pushes * came[:, None]
    return world.with_(answered=answered), amounts


def pushed(world: World, amounts: Floats) -> World:
    """Return the world with (N, E) pushes added to its fields, inside their bounds."""
    changed: dict[str, Floats | Ints] = {}
    for name in PUSHES:
        amount = amounts[:, PLACES[name]]
        if name in ("capital", *FACTORS) or not amount.any():
            continue
        for target, place in _targets(name):
            field = FIELDS[target]
            values = changed.get(target, getattr(world, target)).copy()
            _add(values, amount, place, field)
            changed[target] = values
    return world.with_(**changed)


def _targets(name: str) -> tuple[tuple[str, int], ...]:
    """Return the fields a push adds to, each with its place along the axis after N, -1 for none."""
    if name == "rally":  # what is lent shows in approval and is taken back as it fades
        return (("approval", -1), ("rallied", -1))
    base, _, where = name.partition(".")
    return ((base, (CORPS if where in CORPS else NORTH).index(where) if where else -1),)


def _add(values: Floats | Ints, amount: Floats, place: int, field: Field) -> None:
    """Add ``amount`` (N,) to ``values`` at ``place``, in place, kept inside the field's bounds."""
    row = values if place < 0 else values[:, place]
    more = np.rint(amount).astype(np.int64) if field.whole else amount
    row[...] = np.minimum(np.maximum(row + more, field.low), field.high)


def swayed(luck: Luck, orders: Orders, amounts: Floats) -> Luck:
    """Return the luck with estimates that err more or less, and channels that leak more or less."""
    own, enemy = amounts[:, :, PLACES["own_noise"]], amounts[:, :, PLACES["enemy_noise"]]
    leaks = amounts[:, :, len(PUSHES) :].sum(axis=1)
    if not (own.any() or enemy.any() or leaks.any()):
        return luck
    rows = luck.rows.copy()
    for side in range(2):
        factor = np.exp(own[:, side] + enemy[:, 1 - side])
        for name in ESTIMATES[side]:
            rows[DRAWS.index(name)] *= factor
        more = leaks[np.arange(len(leaks)), orders.channel[:, side]]
        rows[DRAWS.index(f"leak_{SIDES[side]}")] -= more
    return Luck(rows)


def ask(world: World, tables: Tables) -> World:
    """Return the world with what each government is asked in the quarter about to be played."""
    dilemmas = tables.dilemmas
    asked = np.zeros((len(world), 2, ASKED), dtype=np.int64)
    if not dilemmas.any or not dilemmas.asking:
        return world.with_(asked=asked)
    due = _due(world, tables)
    for side in range(2):
        count = np.zeros(len(world), dtype=np.int64)
        for number in dilemmas.soonest(side):
            here = due[:, side, number]
            if not here.any():
                continue
            comes = here & dilemmas.when[side, number].holds(world)
            rows = np.flatnonzero(comes & (count < ASKED))
            asked[rows, side, count[rows]] = number + 1
            count[rows] += 1
    return world.with_(asked=asked)


def _due(world: World, tables: Tables) -> Masks:
    """Return (N, S, D) which dilemmas may be asked, if their conditions hold."""
    dilemmas, now = tables.dilemmas, world.quarter[:, None, None]
    played_on = (world.running & (world.quarter < tables.quarters))[:, None, None]
    open_to = (dilemmas.first <= now) & (now <= dilemmas.last) & (world.answered == 0)
    return np.asarray(open_to & played_on)


def refusals(side: int, given: Ints, bill: int, view: Any, tables: Tables) -> list[str]:
    """Return what forbids one war's answers (A,), in words; ``view`` is the side's own, ``bill``
    the points its rungs cost."""
    asked, capital = view.asked, float(view.capital)
    found, cost = [], bill
    for place, number in enumerate(asked):
        answer = int(given[place])
        if answer and not number:
            found.append(f"nothing is asked in place {place + 1}")
        elif answer > int(tables.dilemmas.answers[side, number - 1]) or answer < 0:
            found.append(f"there is no answer {answer} to what is asked in place {place + 1}")
        elif answer:
            cost += int(tables.dilemmas.price[side, number - 1, answer])
    if cost > capital and not found and given.any():
        found.append(f"orders and answers cost {cost} points and {int(capital)} are there")
    return found
