"""Players without search: legal, reproducible, and each true to its name."""

from dataclasses import replace

import numpy as np
import pytest

from game.campaign import load, recorded
from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import SLOTS, Effort, slot_of
from game.engine.menu import refusals
from game.engine.orders import SideOrders
from game.engine.sight import look, sight_of
from game.engine.world import take
from game.players.base import Policy
from game.players.doctrines import DOCTRINES, doctrine
from game.players.random_legal import ACCEPTS, RandomLegal
from game.players.recorded import Recorded
from game.record.matches import Played, play_batch
from tests.players.war import built, played, wars

SEEDS = np.arange(12) + 40
EVERYBODY = [(side, known.name) for side in (0, 1) for known in DOCTRINES[side]]


def same(one: SideOrders, two: SideOrders) -> bool:
    """Whether two orders are the same."""
    return all(
        np.array_equal(getattr(one, name), getattr(two, name))
        for name in SideOrders.__dataclass_fields__
    )


def batch(washington: Policy, hanoi: Policy, count: int = 12) -> Played:
    """Return a few whole wars between two policies."""
    return play_batch(wars(count, 40), built()[0], (washington, hanoi), SEEDS[:count])


@pytest.mark.parametrize(("side", "name"), EVERYBODY)
@pytest.mark.parametrize("quarters", [0, 5, 9])
def test_a_doctrine_s_orders_may_be_given(side: int, name: str, quarters: int) -> None:
    dossier = played(quarters)[1][side]
    orders = doctrine(side, name).policy.decide_batch(sight_of(dossier), np.array([1]))
    assert refusals(side, orders, dossier.view) == []


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize("quarters", [0, 4, 8])
def test_random_orders_may_be_given(side: int, quarters: int) -> None:
    dossier = played(quarters)[1][side]
    for seed in range(20):
        orders = RandomLegal().decide_batch(sight_of(dossier), np.array([seed]))
        assert refusals(side, orders, dossier.view) == []


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_random_orders_are_the_same_alone_and_in_company(side: int) -> None:
    world, tables = wars(8), built()[0]
    together = RandomLegal().decide_batch(look(world, side, tables), np.arange(8))
    for war in (0, 5):
        one = look(take(world, np.array([war])), side, tables)
        alone = RandomLegal().decide_batch(one, np.array([war]))
        assert same(alone, together.take([war]))
    assert len(np.unique(together.rungs, axis=0)) > 4


@pytest.mark.parametrize(("side", "name"), EVERYBODY)
def test_a_doctrine_decides_the_same_alone_and_in_company(side: int, name: str) -> None:
    world, tables = wars(5), built()[0]
    policy = doctrine(side, name).policy
    together = policy.decide_batch(look(world, side, tables), np.arange(5))
    alone = policy.decide_batch(look(take(world, np.array([3])), side, tables), np.array([3]))
    assert same(alone, together.take([3]))


def test_random_wars_end_by_the_calendar_at_the_latest() -> None:
    wars_played = batch(RandomLegal(), RandomLegal())
    assert (wars_played.world.ended > 0).all()
    assert ((wars_played.scores >= 0) & (wars_played.scores <= 100)).all()


def test_the_record_gives_the_recorded_orders_where_it_can() -> None:
    campaign = load("vietnam-1965-1973")
    rows = recorded(campaign, HANOI)
    sight = look(built()[1], HANOI, built()[0])
    orders = Recorded(rows).decide_batch(sight, np.array([0]))
    assert orders.answers[0, 0] == 1  # the railway, as it was
    assert same(replace(orders, answers=rows[0].answers), rows[0])


def test_the_doves_bring_the_men_home_and_the_hawks_send_them() -> None:
    hanoi = doctrine(HANOI, "protracted-war").policy
    doves = batch(doctrine(WASHINGTON, "exit").policy, hanoi)
    hawks = batch(doctrine(WASHINGTON, "knockout").policy, hanoi)
    assert doves.world.troops.mean() < 60 < hawks.world.troops.mean()
    assert doves.world.us_deaths.mean() < hawks.world.us_deaths.mean()


def test_the_general_offensive_is_prepared_before_it_is_launched() -> None:
    effort = SLOTS[HANOI]["effort"]
    world = wars(1).with_(main_force=np.full((1, 4), 40.0), opposition=np.array([0.6]))
    sight = look(world, HANOI, built()[0])
    policy = doctrine(HANOI, "general-offensive").policy
    assert (policy.decide_batch(sight, SEEDS[:1]).rungs[0, effort] <= Effort.MAIN_FORCE).all()
    ready = replace(
        sight,
        fields={**sight.fields, "preparation": np.array([1.0]), "legal": np.ones_like(sight.legal)},
    )
    assert (policy.decide_batch(ready, SEEDS[:1]).rungs[0, effort] == Effort.OFFENSIVE).all()


@pytest.mark.parametrize(("side", "gift"), [(WASHINGTON, 0), (HANOI, 3)])
def test_a_surrender_on_the_table_is_signed(side: int, gift: int) -> None:
    world = wars(1)
    tabled = world.tabled.copy()
    tabled[:, 1 - side] = gift
    given = world.with_(tabled=tabled, talking=np.array([2]))
    for known in DOCTRINES[side]:
        orders = known.policy.decide_batch(look(given, side, built()[0]), SEEDS[:1])
        assert orders.accept[0] == 1, known.name


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_surrender_to_the_enemy_is_not_signed(side: int) -> None:
    world = wars(1)
    tabled = world.tabled.copy()
    tabled[:, 1 - side] = 3 - 3 * side
    asked = world.with_(tabled=tabled, talking=np.array([2]))
    for known in DOCTRINES[side]:
        orders = known.policy.decide_batch(look(asked, side, built()[0]), SEEDS[:1])
        assert orders.accept[0] == 0, known.name


def test_nothing_is_signed_before_talks_have_sat() -> None:
    world = wars(1)
    tabled = world.tabled.copy()
    tabled[:, HANOI] = 0
    orders = doctrine(WASHINGTON, "exit").policy.decide_batch(
        look(world.with_(tabled=tabled), WASHINGTON, built()[0]), SEEDS[:1]
    )
    assert orders.accept[0] == 0
    assert orders.rungs[0, slot_of(WASHINGTON, "posture")] >= 0


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_the_random_player_signs_now_and_then_what_lies_on_a_table_that_sat(side: int) -> None:
    count, tables = 4000, built()[0]
    world = wars(count)
    package = np.ones_like(world.tabled)
    sat = world.with_(tabled=package, talking=np.ones(count, dtype=np.int64))
    signed = RandomLegal().decide_batch(look(sat, side, tables), np.arange(count)).accept
    assert 0.5 * ACCEPTS < signed.mean() < 1.5 * ACCEPTS
    for other in (world.with_(tabled=package), world.with_(talking=sat.talking)):
        unsigned = RandomLegal().decide_batch(look(other, side, tables), np.arange(count)).accept
        assert unsigned.sum() == 0
