"""What a settlement is worth: private weights, bonds between issues, what packages tell."""

from itertools import product

import numpy as np
import pytest

from game.engine.board import HANOI, ISSUES, PARIS, SIDES, WASHINGTON, Floats
from game.engine.prices import signature
from game.engine.rules import table, worth
from game.engine.rules.worth import ARMY, BOMBING, FARTHEST, FORCES, PRISONERS, SAIGON
from game.engine.start import draw_tilts
from tests.engine.test_war_rules import war
from tests.engine.wars import ordered, quarter, ready, start, tables

EVERY = np.array(list(product(range(FARTHEST + 1), repeat=len(ISSUES))))


def met(side: int, positions: object, tilt: tuple[float, ...] = (0.0,) * 5) -> Floats:
    """Return the share of a side's aims that positions grant, at early weights and a tilt."""
    rows = np.atleast_2d(np.asarray(positions, dtype=np.float64))
    one = np.ones(len(rows))
    weights = worth.emphasis(side, np.array([tilt] * len(rows)), 0.2 * one, 0.0 * one, tables())
    return worth.met_by(side, rows, weights, tables())


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_weights_sum_to_one_and_follow_a_private_tilt(side: int) -> None:
    even, one = np.zeros((1, 5)), np.ones(1)
    said = worth.emphasis(side, even, 0.2 * one, 0.0 * one, tables())[0]
    assert said == pytest.approx(tables().scoring.issue_weights[side])
    leaning = even.copy()
    leaning[0, SAIGON] = 0.7
    tilted = worth.emphasis(side, leaning, 0.2 * one, 0.0 * one, tables())[0]
    assert tilted.sum() == pytest.approx(1.0)
    assert tilted[SAIGON] > said[SAIGON]
    assert (np.delete(tilted, SAIGON) < np.delete(said, SAIGON)).all()


def test_a_tired_country_and_a_hanoi_without_patrons_weigh_what_is_left() -> None:
    even, one = np.zeros((1, 5)), np.ones(1)
    rates = tables().constants
    tired = worth.emphasis(WASHINGTON, even, 0.9 * one, 0.0 * one, tables())[0]
    assert tired == pytest.approx(rates.late_washington / rates.late_washington.sum())
    alone = worth.emphasis(HANOI, even, 0.2 * one, 1.0 * one, tables())[0]
    assert alone == pytest.approx(rates.late_hanoi / rates.late_hanoi.sum())
    assert worth.emphasis(HANOI, even, 0.9 * one, 0.0 * one, tables())[0] == pytest.approx(
        tables().scoring.issue_weights[HANOI]
    )


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_no_step_towards_the_enemy_makes_a_package_worth_more(side: int) -> None:
    for issue in range(len(ISSUES)):
        room = EVERY[EVERY[:, issue] < FARTHEST]
        nearer_hanoi = room.copy()
        nearer_hanoi[:, issue] += 1
        before, after = met(WASHINGTON, room), met(WASHINGTON, nearer_hanoi)
        if issue != FORCES:  # troops that stay are what the prisoners' and the army's bonds hang on
            assert (after <= before + 1e-12).all(), ISSUES[issue]
            assert (met(HANOI, nearer_hanoi) >= met(HANOI, room) - 1e-12).all(), ISSUES[issue]


def test_the_first_step_from_an_ideal_costs_less_than_the_last() -> None:
    for side, ideal in ((WASHINGTON, 0), (HANOI, FARTHEST)):
        for issue in range(len(ISSUES)):
            line = np.full((4, 5), ideal)
            line[:, issue] = range(4)
            costs = -np.diff(met(side, line)) if side == WASHINGTON else np.diff(met(side, line))
            first, last = (costs[0], costs[-1]) if side == WASHINGTON else (costs[-1], costs[0])
            assert 0 < first < last


@pytest.mark.parametrize(
    ("issue", "lever", "hanoi_gains"),
    [
        (ARMY, FORCES, True),
        (SAIGON, ARMY, True),
        (BOMBING, ARMY, True),
        (PRISONERS, FORCES, False),
    ],
)
def test_issues_are_bound_to_each_other(issue: int, lever: int, hanoi_gains: bool) -> None:
    """A step on an issue is worth more to Hanoi where the lever stands for it, less for prisoners,
    whose worth goes as the forces do."""

    def step(at: int) -> float:
        two = np.full((2, 5), 1)
        two[:, lever] = at
        two[1, issue] = 2
        low, high = met(HANOI, two) ** (1.0 / float(tables().constants.aims_power[HANOI]))
        return float(high - low)

    assert (step(3) > step(0)) == hanoi_gains


def test_corners_are_dominated_and_paris_in_its_time_hardly() -> None:
    late = war(opposition=0.6, detente=0.8, tilt=0.0)
    weights = np.repeat(worth.emphases(late, tables()), len(EVERY), axis=0)
    every = worth.aims_met(EVERY, weights, tables())

    def beaten(package: tuple[int, ...]) -> int:
        own = every[(package == EVERY).all(axis=1)][0]
        return int(((every >= own - 1e-12).all(axis=1) & (every > own + 1e-9).any(axis=1)).sum())

    assert beaten(PARIS) <= 15
    for corner in ((3, 0, 1, 2, 0), (3, 0, 3, 3, 0)):
        assert beaten(corner) >= 40


def test_private_weights_are_drawn_evenly_within_their_bound() -> None:
    most = float(tables().constants.tilt_most)
    drawn = draw_tilts(np.arange(4000), tables())
    assert np.abs(drawn).max() <= most
    assert np.abs(drawn.mean(axis=0)).max() < 0.05
    assert drawn.std() == pytest.approx(most / np.sqrt(3.0), rel=0.03)


def test_a_package_tells_what_its_author_holds_to() -> None:
    """Two packages of like generosity: who gives the army and keeps Saigon holds to Saigon."""
    world = war(tilt=0.0, revealed=0.0)
    public = [worth.emphases(world, tables())[:, side] for side in (WASHINGTON, HANOI)]
    for side in (WASHINGTON, HANOI):
        keeps = [1, 1, 1, 1, 1]
        keeps[SAIGON] = 0 if side == WASHINGTON else 2
        keeps[ARMY] = 2 if side == WASHINGTON else 0
        gap = table.held_to(side, np.array([keeps]), public, tables())[0]
        even = table.held_to(side, np.array([[1, 1, 1, 1, 1]]), public, tables())[0]
        assert gap[SAIGON] > even[SAIGON]
        assert gap[ARMY] < even[ARMY]
        assert gap.sum() == pytest.approx(0.0, abs=1e-9)


def test_what_a_package_gives_is_counted_towards_the_enemy_and_a_first_one_gives_nothing() -> None:
    world = ready(start())
    first = {"terms": [1, 1, 0, 1, 0], "posture": "talks"}
    theirs = {"terms": [3, 3, 2, 3, 2], "posture": "talks"}
    once = quarter(world, ordered(world, first, theirs)).closing
    assert once.conceded[0].tolist() == [0, 0]
    again = ready(once)
    second = {"terms": [2, 1, 0, 1, 0], "posture": "talks"}
    harder = {"terms": [3, 3, 3, 3, 2], "posture": "talks"}
    twice = quarter(again, ordered(again, second, harder)).closing
    assert twice.conceded[0].tolist() == [1, -1]
    assert (twice.revealed != 0).any()


@pytest.mark.parametrize(
    ("side", "name", "low", "high"),
    [
        (WASHINGTON, "opposition", 0.6, 0.2),
        (HANOI, "cohesion", 0.8, 0.3),
    ],
)
def test_a_signature_takes_more_at_home_where_it_is_harder_to_explain(
    side: int, name: str, low: float, high: float
) -> None:
    easy, hard = (signature(war(**{name: share}), tables())[0, side] for share in (low, high))
    assert 0 < easy < hard


def test_a_signature_that_cannot_be_paid_at_home_settles_nothing() -> None:
    paris = np.array([[PARIS, PARIS]])
    for capital, settles in ((3.0, False), (90.0, True)):
        world = war(tabled=paris, talking=1, capital=capital, signing=10)
        orders = ordered(world, {"accept": True}, {})
        settled, _ = table.accepted(world, orders, np.zeros((1, 2), dtype=np.int64))
        assert bool(settled[0]) == settles
    spent = np.array([[85, 0]])
    assert not table.accepted(world, orders, spent)[0][0]
