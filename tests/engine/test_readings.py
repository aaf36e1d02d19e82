"""How they took it: drawn with error from what the enemy's belief did, and from nothing else."""

import numpy as np

from game.engine.board import WASHINGTON
from game.engine.luck import DRAWS, Luck, draw, neutral
from game.engine.rules.readings import STILL, chances, classes, moved, take
from game.engine.view import view
from game.engine.world import FIELDS, World
from tests.engine.test_doors import hidden_from, legal_values
from tests.engine.wars import played, start, tables


def shifted(world: World, odds: float) -> World:
    """Return the world with the enemy's beliefs moved by ``odds`` (log-odds)."""
    old = np.log(world.belief_resilient / (1.0 - world.belief_resilient))
    return world.with_(belief_resilient=1.0 / (1.0 + np.exp(-(old + odds))))


def test_without_luck_the_card_is_the_truth() -> None:
    world = start()
    for odds in (-0.5, -0.1, 0.0, 0.1, 0.5):
        after = take(shifted(world, odds), world, neutral(1))
        assert (after.taken == classes(moved(shifted(world, odds), world))).all()


def test_the_plainer_the_move_the_oftener_and_the_surer_the_card_is_right() -> None:
    worlds = 4000
    world, luck = start(worlds), draw(np.arange(worlds, dtype=np.int64), 3)
    faint = take(shifted(world, 2.0 * STILL), world, luck)
    plain = take(shifted(world, 10.0 * STILL), world, luck)
    assert 0.5 < (faint.taken == 1).mean() < (plain.taken == 1).mean() < 1.0
    assert faint.taken_sure.mean() < plain.taken_sure.mean()


def test_a_side_sees_its_own_card_and_not_the_others() -> None:
    assert FIELDS["taken"].sight == FIELDS["taken_sure"].sight == "own"


def test_once_drawn_no_other_hidden_field_changes_the_card() -> None:
    step = played(24, 7)[13]
    before = view(step.closing, WASHINGTON, tables(), 3)
    generator = np.random.default_rng(5)
    world = step.closing
    for name in hidden_from(WASHINGTON):
        field, old = FIELDS[name], getattr(world, name)
        new = legal_values(field, old, generator)
        if field.sight == "own":
            new[:, WASHINGTON] = old[:, WASHINGTON]
        world = world.with_(**{name: new})
    after = view(world, WASHINGTON, tables(), 3)
    assert (after.taken, after.taken_sure) == (before.taken, before.taken_sure)


def test_the_draw_is_the_sides_own() -> None:
    world, luck = start(), neutral(1)
    rows = luck.rows.copy()
    rows[DRAWS.index("taken_hanoi")] = 0.999
    one = take(shifted(world, 0.0), world, Luck(rows))
    assert one.taken[0].tolist() == [0, 1]


def test_the_chances_of_a_card_are_those_with_which_it_is_drawn() -> None:
    worlds = 20_000
    world, luck = start(worlds), draw(np.arange(worlds, dtype=np.int64), 5)
    for odds in (-0.2, 0.0, 0.05, 0.3):
        after = shifted(world, odds)
        drawn = take(after, world, luck).taken[:, WASHINGTON]
        expected = chances(after, world)[0, WASHINGTON]
        shares = [(drawn == one).mean() for one in (-1, 0, 1)]
        assert np.abs(np.array(shares) - expected).max() < 0.02
