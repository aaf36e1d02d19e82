"""From the war to the posture game: what moves which parameter, and within what bounds."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.menu import offer
from game.engine.postures import (
    clamped,
    escalation_cost,
    face_saving,
    guarantee,
    own_open_probability,
    posture_game,
    read,
)
from game.engine.prices import temptation
from game.engine.world import World
from tests.engine.wars import played, ready, start, tables


def with_one(**changes: Any) -> World:
    """Return the start with some fields set, ``value`` for the whole field."""
    world = start()
    made = {}
    for name, value in changes.items():
        old = getattr(world, name)
        made[name] = np.broadcast_to(np.asarray(value, dtype=old.dtype), old.shape).copy()
    return world.with_(**made)


def cost(sender: int, **changes: Any) -> float:
    """Return what escalating costs the enemy of ``sender``."""
    return float(escalation_cost(with_one(**changes), tables())[0, sender])


@pytest.mark.parametrize(
    ("sender", "name", "low", "high", "direction"),
    [
        (HANOI, "opposition", 0.3, 0.6, 1),
        (HANOI, "detente", 0.0, 1.0, -1),
        (HANOI, "main_force", 10.0, 60.0, 0),
        (HANOI, "us_deaths", 0, 30000, 0),
        (WASHINGTON, "main_force", 10.0, 60.0, -1),
        (WASHINGTON, "guerrillas", 10.0, 40.0, -1),
        (WASHINGTON, "throughput", 0.3, 0.9, -1),
        (WASHINGTON, "troops", 20.0, 260.0, 1),
        (WASHINGTON, "opposition", 0.3, 0.6, 0),
    ],
)
def test_what_raises_and_lowers_the_cost_of_escalating(
    sender: int, name: str, low: float, high: float, direction: int
) -> None:
    change = cost(sender, **{name: high}) - cost(sender, **{name: low})
    assert np.sign(change) == direction


def test_bombing_under_way_makes_going_further_dearer_for_washington() -> None:
    rungs = start().reached.copy()
    costs = []
    for rung in range(6):
        rungs[:, WASHINGTON, 0] = rung
        costs.append(cost(HANOI, reached=rungs))
    assert costs == sorted(costs)
    assert costs[-1] > costs[0]


def test_firepower_beyond_the_full_strength_adds_no_cost() -> None:
    assert cost(WASHINGTON, troops=280.0) == cost(WASHINGTON, troops=540.0)


def test_row_s_is_side_s_as_sender_and_beliefs_stand_in_its_place() -> None:
    world = start().with_(
        belief_resilient=np.array([[0.11, 0.22]]), belief_dove=np.array([[0.33, 0.44]])
    )
    game = posture_game(world, tables())
    assert game.belief_high[0].tolist() == [0.11, 0.22]  # what the enemy believes of the sender
    assert game.belief_dove[0].tolist() == [0.44, 0.33]  # what the sender believes of the enemy


def test_all_face_saving_together_adds_no_more_than_its_cap() -> None:
    cap = float(tables().constants.face_saving)
    assert cap <= 0.05 + 1e-12
    for step in played(200, 9):
        found = face_saving(step.opening, tables())
        assert found.min() >= 0
        assert found.max() <= cap


def test_a_guarantee_is_tied_to_a_channel_that_exists_and_has_not_leaked() -> None:
    channels = tables().channels
    best = int(np.argmax(channels.guarantee * channels.access.min(axis=0)))
    inside, outside = int(channels.first[best]), int(channels.last[best]) + 1
    chosen = {"channel": np.array([best, best])}
    assert guarantee(with_one(channel=0), tables()).tolist() == [[0.0, 0.0]]
    given = guarantee(with_one(**chosen, quarter=inside), tables())[0]
    assert (given > 0).all()
    assert (given <= 0.25).all()
    assert guarantee(with_one(**chosen, quarter=outside), tables()).sum() == 0
    assert guarantee(with_one(**chosen, quarter=inside, burnt=1), tables()).sum() == 0


def test_a_guarantee_opens_and_a_burnt_channel_does_not() -> None:
    channels = tables().channels
    best = int(np.argmax(channels.guarantee * channels.access.min(axis=0)))
    inside = int(channels.first[best])
    spoken = with_one(channel=np.array([0, best]), quarter=inside)
    with_it = read(spoken, tables()).open_high[0, HANOI]
    assert with_it >= read(with_one(quarter=inside), tables()).open_high[0, HANOI]
    burnt = with_one(channel=np.array([0, best]), quarter=inside, burnt=1)
    assert read(burnt, tables()).open_high[0, HANOI] < with_it


def test_the_inequalities_of_the_payoffs_never_need_clamping_at_standard_values() -> None:
    count = sum(clamped(step.opening, tables()).sum() for step in played(200, 9))
    assert count == 0


@pytest.mark.parametrize("duress", [0.05, 0.45])
def test_a_payoff_that_breaks_the_inequalities_is_clamped_and_counted(duress: float) -> None:
    wrong = tables().with_constants(duress=duress)
    assert clamped(start(), wrong).sum() == 2
    game = posture_game(start(), wrong)
    assert (game.withstand_low * game.war_low < game.duress).all()
    assert (game.duress < game.withstand_high * game.war_high).all()


def test_the_model_s_order_of_payoffs_holds_in_every_random_war() -> None:
    for step in played(200, 9)[::4]:
        game = posture_game(step.opening, tables())
        assert (np.asarray(game.war_low) <= game.war_high).all()
        assert (np.asarray(game.war_high) < game.talks).all()
        assert (game.withstand_low * game.war_low < game.duress).all()
        assert (game.duress < game.withstand_high * game.war_high).all()


def test_what_the_rule_reads_is_in_whole_millionths_and_between_nought_and_one() -> None:
    for step in played(200, 9)[::4]:
        for name, values in vars(read(step.opening, tables())).items():
            assert ((values >= 0) & (values <= 1)).all(), name
            assert np.abs(values * 1e6 - np.rint(values * 1e6)).max() < 1e-6, name


def test_a_resilient_sender_is_never_less_open_and_openness_reads_as_weakness() -> None:
    for step in played(200, 9)[::4]:
        reading, belief = read(step.opening, tables()), step.opening.belief_resilient
        assert (reading.open_low >= reading.open_high - 2e-6).all()
        assert (reading.belief_open <= belief + 2e-6).all()
        assert (reading.belief_closed >= belief - 2e-6).all()


def test_the_true_type_decides_which_probability_is_its_own() -> None:
    world = ready(start().with_(resilience=np.array([[1, 0]])))
    found = own_open_probability(world)[0]
    assert found.tolist() == [world.open_high[0, 0], world.open_low[0, 1]]


def test_a_government_that_believes_its_enemy_weak_escalates_more_cheaply() -> None:
    prices = []
    for belief in (0.1, 0.5, 0.9):
        world = start().with_(belief_resilient=np.array([[0.5, belief]]))
        world = offer(world.with_(**vars(read(world, tables()))), tables())
        prices.append(int(world.prices[0, WASHINGTON].sum()))
    assert prices[0] < prices[1] < prices[2]


def test_temptation_stays_between_a_half_and_two_and_falls() -> None:
    factors = temptation(np.linspace(0, 1, 11), tables())
    assert (np.diff(factors) < 0).all()
    assert factors[0] == pytest.approx(2.0)
    assert factors[-1] == pytest.approx(0.5)


def test_constants_may_differ_from_war_to_war() -> None:
    world, swept = start(3), np.array([0.1, 0.2, 0.3])
    many = read(world, tables().with_constants(cost_washington=swept)).open_high
    for war, value in enumerate(swept):
        one = read(start(), tables().with_constants(cost_washington=float(value))).open_high
        assert one.tobytes() == many[war : war + 1].tobytes()
