"""The two doors: nothing that a side may not see changes its view, its report, or its menu."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.fields import Field
from game.engine.ladders import USED, L, ladder_of_slot
from game.engine.menu import refusals
from game.engine.orders import SideOrders
from game.engine.resolve import Outcome
from game.engine.sight import look
from game.engine.tables import Tables
from game.engine.view import View, report, view
from game.engine.world import FIELDS, World, settled, take
from tests.engine.test_company import parts
from tests.engine.wars import Step, played, random_orders, tables

QUARTERS = (0, 5, 13, 27)
WARS, SEED = 24, 7
TOLD = {
    WASHINGTON: {
        "quarter", "moved.sent", "moved.withdrawn", "fought.us_deaths", "fought.saigon_deaths",
        "fought.claimed", "fought.tempo", "raids.aircraft_lost", "raids.prisoners",
        "raids.sorties", "scale_seen", "sitting", "leaked", "broken", "ended",
    },
    HANOI: {
        "quarter", "moved.sent", "moved.withdrawn", "moved.infiltrated", "moved.recruited",
        "fought.us_deaths", "fought.saigon_deaths", "fought.hanoi_deaths", "fought.claimed",
        "fought.tempo", "raids.aircraft_lost", "raids.prisoners", "raids.sorties", "scale_seen",
        "sitting", "leaked", "broken", "ended",
    },
}  # fmt: skip
"""What a side may be told of an outcome, whole."""
OWN = {"paid", "decided.asked", "decided.answers", "decided.paid"}
"""What it is told its own column of."""
ENEMYS = {"decided.shown_asked", "decided.shown"}
"""What it is told its enemy's column of: what stood in the papers."""


def hidden_from(side: int) -> list[str]:
    """Return the fields that a side does not see, or of which it sees its own row only."""
    return [
        name for name, field in FIELDS.items() if field.sight in ("hidden", "own", SIDES[1 - side])
    ]


def scrambled(world: World, name: str, side: int, seed: int) -> World:
    """Return the world with other legal values in what ``side`` may not see of a field."""
    field, old = FIELDS[name], getattr(world, name)
    new = legal_values(field, old, np.random.default_rng(seed))
    if field.sight == "own":
        new[:, side] = old[:, side]
    return world.with_(**{name: new})


def legal_values(field: Field, old: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """Return random legal values of a field, each other than the old one."""
    low, high = field.low, min(field.high, field.low + 24.0)
    if field.whole:
        drawn = generator.integers(int(low), int(high) + 1, old.shape)
        return np.where(drawn == old, np.where(old < high, old + 1, old - 1), drawn)
    drawn = settled(generator.uniform(low, high, old.shape), field)
    return np.where(drawn == old, np.where(old < high, high, low), drawn)


def same(one: Any, other: Any) -> bool:
    """Whether two things that came through a door are equal, arrays bit for bit."""
    if isinstance(one, np.ndarray):
        return one.tobytes() == other.tobytes()
    if dataclasses.is_dataclass(one):
        return same(vars(one), vars(other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


Door = Callable[[World, int, Tables, int], View]


def seen_through(door: Door, step: Step, world: World, side: int, war: int) -> tuple[Any, ...]:
    """Return all that a side learns of a war: view, report, and what the menu says of orders."""
    through = door(world, side, tables(), war)
    wishes = [random_orders(step.opening, side, np.random.default_rng(k)) for k in range(3)]
    wishes += [wild(wish, side, k) for k, wish in enumerate(wishes)]
    answers = [refusals(side, wish.take(np.array([war])), through) for wish in wishes]
    return through, report(step.outcome, world, side, war), answers, through.prices, through.legal


def wild(orders: SideOrders, side: int, seed: int) -> SideOrders:
    """Return orders on any rungs and with any number of men, whether or not they may be given."""
    generator = np.random.default_rng(seed)
    counts = [
        len(ladder_of_slot(side, slot)[0].rungs) if USED[side, slot] else 1 for slot in range(L)
    ]
    rungs = generator.integers(0, counts, orders.rungs.shape)
    troops = generator.integers(-100, 101, orders.troops.shape).astype(np.float64)
    return replace(orders, rungs=rungs, troops=troops, accept=np.ones_like(orders.accept))


def leaks(door: Door, side: int) -> set[str]:
    """Return the hidden fields that show through a door, in random wars and quarters."""
    found = set()
    for number in QUARTERS:
        step = played(WARS, SEED)[number]
        wars = np.flatnonzero(step.closing.running)[:3]
        for war in wars:
            before = seen_through(door, step, step.closing, side, int(war))
            for name in hidden_from(side):
                world = scrambled(step.closing, name, side, number)
                if not same(before, seen_through(door, step, world, side, int(war))):
                    found.add(name)
    return found


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_hidden_field_changes_view_report_prices_or_legal_orders(side: int) -> None:
    assert len(hidden_from(side)) > 30
    assert leaks(view, side) == set()


@pytest.mark.parametrize(
    ("side", "name", "leak"),
    [
        (WASHINGTON, "belief_resilient", lambda world, war: world.belief_resilient[war, 1]),
        (HANOI, "reserve", lambda world, war: world.reserve[war]),
        (HANOI, "capital", lambda world, war: world.capital[war]),
        (WASHINGTON, "preparation", lambda world, war: world.preparation[war] > 0.5),
    ],
)
def test_the_test_for_leaks_can_fail(
    side: int, name: str, leak: Callable[[World, int], Any]
) -> None:
    def leaky(world: World, side: int, tables: Tables, war: int) -> View:
        honest = view(world, side, tables, war)
        return replace(honest, fields=honest.fields | {"mood": leak(world, war)})

    assert leaks(leaky, side) == {name}


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_batch_of_sights_shows_what_the_view_shows_and_no_hidden_field(side: int) -> None:
    step = played(WARS, SEED)[13]
    before = look(step.closing, side, tables())
    for name in hidden_from(side):
        after = look(scrambled(step.closing, name, side, 1), side, tables())
        assert same(before.fields, after.fields), name
        assert same(before.channels, after.channels), name
    one = view(step.closing, side, tables(), 4)
    assert before.fields.keys() == one.fields.keys()
    for name, value in one.fields.items():
        assert same(np.asarray(before.fields[name][4]), np.asarray(value)), name


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_what_a_side_is_not_told_of_an_outcome_does_not_change_its_report(side: int) -> None:
    step = played(WARS, SEED)[13]
    war = int(np.flatnonzero(step.opening.running)[0])
    before = report(step.outcome, step.closing, side, war)
    for path, array in parts(step.outcome).items():
        changed = (array != 0) == 0 if array.dtype == bool else array + 1
        if path in OWN:
            changed[:, side] = array[:, side]
        if path in ENEMYS:
            changed[:, 1 - side] = array[:, 1 - side]
        after = report(with_part(step.outcome, path, changed), step.closing, side, war)
        assert same(before, after) == (path not in TOLD[side]), path


def with_part(outcome: Outcome, path: str, array: np.ndarray) -> Outcome:
    """Return the outcome with one array replaced."""
    first, _, rest = path.partition(".")
    if not rest:
        return replace(outcome, **{first: array})
    return replace(outcome, **{first: replace(getattr(outcome, first), **{rest: array})})


def reachable(thing: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every name and value that can be reached from what came through a door."""
    yield path, thing
    if isinstance(thing, np.ndarray) and thing.base is not None:
        yield from reachable(thing.base, f"{path}.base")
    inside = vars(thing) if dataclasses.is_dataclass(thing) else thing
    if isinstance(inside, dict):
        for name, value in inside.items():
            yield from reachable(value, f"{path}.{name}")
    elif isinstance(inside, tuple | list):
        for place, value in enumerate(inside):
            yield from reachable(value, f"{path}.{place}")


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_hidden_name_and_no_array_of_the_world_can_be_reached_from_view_or_report(
    side: int,
) -> None:
    step = played(WARS, SEED)[13]
    world = take(step.closing, np.arange(WARS))
    whole = {name for name in hidden_from(side) if FIELDS[name].sight != "own"}
    arrays = [getattr(world, name) for name in FIELDS]
    through = (view(world, side, tables(), 2), report(step.outcome, world, side, 2))
    for path, thing in reachable(through):
        assert not whole & set(path.split("."))
        assert not isinstance(thing, World | Outcome | Tables)
        if isinstance(thing, np.ndarray):
            assert not any(np.shares_memory(thing, array) for array in arrays), path


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_asking_a_view_for_a_hidden_field_is_an_error_that_names_it(side: int) -> None:
    seen = view(played(WARS, SEED)[5].closing, side, tables(), 0)
    for name in hidden_from(side):
        if FIELDS[name].sight != "own":
            with pytest.raises(AttributeError, match=f"{SIDES[side]} does not see '{name}'"):
                getattr(seen, name)
