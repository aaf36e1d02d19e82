"""Sights and imagined worlds: what a player may think with."""

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.imagine import FOLLOWS, hidden_names, hidden_part, imagine
from game.engine.sight import look, sight_of
from game.engine.view import sees, view
from game.engine.world import FIELDS, World, faults, take
from game.players.guesses import Dice, guess
from tests.players.war import built, played, wars


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_sight_shows_what_the_view_shows_and_nothing_else(side: int) -> None:
    world, tables = wars(3), built()[0]
    sight = look(world, side, tables)
    for war in range(3):
        seen = view(world, side, tables, war).fields
        assert set(seen) == set(sight.fields)
        assert all(np.array_equal(seen[name], sight.fields[name][war]) for name in seen)
    hidden = next(name for name, field in FIELDS.items() if not sees(side, field))
    with pytest.raises(AttributeError, match=f"{SIDES[side]} does not see"):
        getattr(sight, hidden)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_worlds_imagined_from_the_truth_are_the_truth(side: int) -> None:
    world, dossiers = played(6)
    tables = built()[0]
    found = imagine(dossiers[side].view, hidden_part(world, side), tables)
    for name in FIELDS:
        if name not in FOLLOWS:
            assert np.array_equal(getattr(found, name), getattr(world, name)), name
    assert np.abs(found.belief_resilient - world.belief_resilient).max() < 0.05
    assert np.array_equal(found.prices[:, side], world.prices[:, side])


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_first_guesses_keep_what_is_seen_and_every_bound(side: int) -> None:
    dossier = played(6)[1][side]
    tables, particles = built()[0], 64
    world = imagine(dossier.view, guess(dossier.view, tables, Dice(3, 6, particles)), tables)
    assert len(world) == particles
    assert list(faults(world)) == []
    for name, value in dossier.view.fields.items():
        field, values = FIELDS[name], getattr(world, name)
        own = values[:, side] if field.sight == "own" else values
        assert (own == np.asarray(value)).all(), name


def test_an_imagined_world_needs_every_hidden_field() -> None:
    world, dossiers = played(2)
    part = hidden_part(world, WASHINGTON)
    del part["cohesion"]
    with pytest.raises(KeyError, match="cohesion"):
        imagine(dossiers[WASHINGTON].view, part, built()[0])


def changed(world: World, side: int, seed: int) -> World:
    """Return the world with everything ``side`` may not see drawn anew inside its bounds."""
    luck = np.random.Generator(np.random.PCG64(seed))
    made = {}
    for name, field in FIELDS.items():
        values = getattr(world, name)
        if sees(side, field) and field.sight != "own":
            continue
        low, high = field.low, min(field.high, field.low + 50.0)
        drawn = luck.uniform(low, high, values.shape)
        drawn = np.rint(drawn).astype(np.int64) if field.whole else drawn
        if field.sight == "own":
            kept = values.copy()
            kept[:, 1 - side] = drawn[:, 1 - side]
            drawn = kept
        made[name] = drawn
    assert set(hidden_names(side)) <= set(made)
    return world.with_(**made)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize("seed", range(3))
def test_changing_what_is_hidden_changes_no_sight(side: int, seed: int) -> None:
    world, tables = played(5)[0], built()[0]
    one, two = (look(w, side, tables) for w in (world, changed(world, side, seed)))
    assert all(np.array_equal(one.fields[name], two.fields[name]) for name in one.fields)


def test_a_dossiers_sight_is_the_same_as_the_war_s() -> None:
    world, dossiers = played(5)
    one, two = look(world, HANOI, built()[0]), sight_of(dossiers[HANOI])
    assert all(np.array_equal(one.fields[name], two.fields[name]) for name in one.fields)
    assert len(take(world, np.array([0]))) == len(two) == 1
