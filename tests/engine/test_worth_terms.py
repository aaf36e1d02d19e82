"""What a settlement is worth, term by term: what one input alone changes, and by how much."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, PARIS, WASHINGTON, Floats
from game.engine.rules import worth
from game.engine.rules.air import capacity
from game.engine.world import World
from tests.engine.test_war_rules import war
from tests.engine.wars import tables

C = tables().constants
SAID = tables().scoring.issue_weights
exactly = pytest.approx
EVEN = np.full((1, 5), 0.2)


def odds(chance: Any) -> Any:
    """Return the log-odds of a chance."""
    return np.log(chance / (1 - chance))


def at(*positions: float) -> Floats:
    """Return a package of five positions for one war."""
    return np.array([positions], dtype=np.float64)


# Weights


def emphasis(side: int, opposition: float = 0.3, detente: float = 0.0, tilt: Any = 0.0) -> Any:
    """Return how a side weighs the five issues."""
    leaning = np.broadcast_to(np.asarray(tilt, dtype=float), (1, 5))
    return worth.emphasis(side, leaning, np.array([opposition]), np.array([detente]), tables())[0]


def test_a_side_weighs_the_issues_as_it_has_said_at_first() -> None:
    assert emphasis(WASHINGTON) == exactly(SAID[WASHINGTON])
    assert emphasis(HANOI) == exactly(SAID[HANOI])


@pytest.mark.parametrize("late", [-0.5, 0.0, 0.25, 1.0, 2.0])
def test_a_tired_country_is_drawn_to_what_it_still_asks(late: float) -> None:
    first, last = (float(share) for share in C.late_opposition)
    found = emphasis(WASHINGTON, opposition=first + late * (last - first))
    share = min(max(late, 0.0), 1.0)
    assert found == exactly(SAID[WASHINGTON] + share * (C.late_washington - SAID[WASHINGTON]))
    assert emphasis(WASHINGTON, detente=1.0) == exactly(SAID[WASHINGTON])


@pytest.mark.parametrize("detente", [0.0, 0.25, 1.0])
def test_hanoi_without_free_handed_patrons_is_drawn_to_what_it_still_asks(detente: float) -> None:
    found = emphasis(HANOI, detente=detente)
    assert found == exactly(SAID[HANOI] + detente * (C.late_hanoi - SAID[HANOI]))
    assert emphasis(HANOI, opposition=0.9) == exactly(SAID[HANOI])


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_private_tilt_weighs_an_issue_more_and_the_weights_still_sum_to_one(side: int) -> None:
    found = emphasis(side, tilt=[0.7, 0.0, -0.5, 0.0, 0.0])
    assert found.sum() == exactly(1.0)
    assert found[0] / found[1] == exactly(np.exp(0.7) * SAID[side][0] / SAID[side][1])
    assert found[2] / found[1] == exactly(np.exp(-0.5) * SAID[side][2] / SAID[side][1])


def test_each_side_s_weights_are_tilted_by_its_own_tilt() -> None:
    tilt = np.zeros((1, 2, 5))
    tilt[0, HANOI, 1] = 0.6
    world = war(opposition=0.3, detente=0.5).with_(tilt=tilt)
    both = worth.emphases(world, tables())[0]
    assert both[WASHINGTON] == exactly(emphasis(WASHINGTON, 0.3, 0.5))
    assert both[HANOI] == exactly(emphasis(HANOI, 0.3, 0.5, tilt[0, HANOI]))


# Bonds between issues


def bound(side: int, share: Any) -> Any:
    """Return (N, I) the part of each issue that counts beside the others."""
    return np.stack(worth.bonds(side, np.asarray(share, dtype=float), tables()), axis=1)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize(("forces", "army"), [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1 / 3, 2 / 3)])
def test_issues_are_bound_to_the_forces_that_go_and_the_army_that_stays(
    side: int, forces: float, army: float
) -> None:
    found = bound(side, at(forces, army, 0.4, 0.4, 0.4))[0]
    lever = 1.0 - forces if side == WASHINGTON else forces
    assert found == exactly(
        [
            1.0,
            1.0 - C.bound_army[side] * (1.0 - forces),
            1.0 - C.bound_coalition[side] * (1.0 - army),
            1.0 - C.bound_bombing[side] * (1.0 - army),
            1.0 - C.bound_prisoners[side] * lever,
        ]
    )


# Aims met


def met(side: int, positions: Floats, weights: Floats = EVEN) -> float:
    """Return the share of a side's aims that a package grants."""
    return float(worth.met_by(side, positions, weights, tables())[0])


def test_an_ideal_meets_all_of_a_side_s_aims_and_none_of_the_other_s() -> None:
    assert met(WASHINGTON, at(0, 0, 0, 0, 0)) == exactly(1.0)
    assert met(HANOI, at(0, 0, 0, 0, 0)) == exactly(0.0)
    assert met(HANOI, at(3, 3, 3, 3, 3)) == exactly(1.0)
    whole = bound(WASHINGTON, np.ones((1, 5)))[0]
    assert met(WASHINGTON, at(3, 3, 3, 3, 3)) == exactly(
        (1.0 - (0.2 * whole).sum()) ** C.aims_power[WASHINGTON], abs=1e-9
    )


@pytest.mark.parametrize("issue", range(5))
@pytest.mark.parametrize("position", [1.0, 2.0, 3.0])
def test_washington_loses_by_the_square_of_each_step_from_its_ideal(
    issue: int, position: float
) -> None:
    package, weights = np.zeros((1, 5)), np.zeros((1, 5))
    package[0, issue] = position
    weights[0, issue] = 0.6
    bond = bound(WASHINGTON, package / 3)[0, issue]
    lost = 0.6 * (position / 3) ** 2 * bond
    assert met(WASHINGTON, package, weights) == exactly((1 - lost) ** C.aims_power[WASHINGTON])


@pytest.mark.parametrize("issue", range(5))
@pytest.mark.parametrize("position", [0.0, 1.0, 2.0])
def test_hanoi_gains_the_most_by_the_first_steps_towards_its_ideal(
    issue: int, position: float
) -> None:
    package = np.full((1, 5), 3.0)
    package[0, issue] = position
    share, best = package / 3, bound(HANOI, np.ones((1, 5)))[0]
    gained = 0.2 * ((2 - share) * share * bound(HANOI, share)).sum()
    assert met(HANOI, package) == exactly(float(gained / (0.2 * best).sum()) ** C.aims_power[HANOI])


def test_each_side_s_aims_are_met_by_its_own_weights() -> None:
    weights = np.stack([EVEN, np.array([[0.6, 0.1, 0.1, 0.1, 0.1]])], axis=1)
    package = at(2, 1, 0, 3, 1)
    found = worth.aims_met(package, weights, tables())[0]
    assert found[WASHINGTON] == exactly(met(WASHINGTON, package, weights[:, 0]))
    assert found[HANOI] == exactly(met(HANOI, package, weights[:, 1]))


# Whether it holds


def footing(troops: float, forces: float) -> float:
    """Return Saigon's stability of .8, left alone."""
    return float(
        worth.left_alone(np.array([0.8]), np.array([troops]), at(forces, 0, 0, 0, 0), tables())[0]
    )


@pytest.mark.parametrize(
    ("troops", "forces", "share"),
    [
        (500.0, 3.0, 1.0),
        (250.0, 3.0, 0.5),
        (900.0, 3.0, 1.0),
        (500.0, 1.0, 1 / 3),
        (500.0, 0.0, 0.0),
        (0.0, 3.0, 0.0),
    ],
)
def test_what_american_troops_lent_saigon_goes_with_them(
    troops: float, forces: float, share: float
) -> None:
    assert 0.8 - footing(troops, forces) == exactly(float(C.stability_by_troops) * share)


def holding(positions: Floats | None = None, **changes: float) -> float:
    """Return the log-odds that a settlement holds: footing of one half, the rest at its zero."""
    usual = {"footing": 0.5, "quality": float(C.holds_quality), "detente": 0.0, "opposition": 1.0}
    four = [np.array([(usual | changes)[name]]) for name in usual]
    package = at(0, 1, 1, 0, 0) if positions is None else positions
    return float(odds(worth.holding(*four, package, tables())[0]))


def test_a_settlement_of_the_middle_holds_by_its_base() -> None:
    assert holding() == exactly(float(C.holds_base))


@pytest.mark.parametrize(
    ("name", "value", "term"),
    [
        ("footing", 0.9, 0.4 * C.holds_by_footing),
        ("footing", 0.1, -0.4 * C.holds_by_footing),
        ("quality", 0.85, (0.85 - C.holds_quality) * C.holds_by_quality),
        ("detente", 0.5, 0.5 * C.holds_by_detente),
        ("opposition", 0.4, 0.6 * C.holds_by_consent),
    ],
)
def test_what_makes_a_settlement_hold(name: str, value: float, term: float) -> None:
    assert holding(**{name: value}) - holding() == exactly(float(term))


@pytest.mark.parametrize(
    ("package", "term"),
    [
        (at(0, 3, 1, 0, 0), 2 * C.holds_by_army),
        (at(0, 0, 1, 0, 0), -C.holds_by_army),
        (at(0, 1, 3, 0, 0), 2 * C.holds_by_coalition),
        (at(0, 1, 0, 0, 0), -C.holds_by_coalition),
        (at(3, 1, 1, 3, 3), 0.0),
    ],
)
def test_an_army_left_free_and_a_share_in_power_move_how_it_holds(
    package: Floats, term: float
) -> None:
    assert holding(package) - holding() == exactly(float(term), abs=1e-9)


def test_a_war_s_settlement_holds_by_saigon_left_alone() -> None:
    world = war(stability=0.7, troops=200.0, quality=0.5, detente=0.4, opposition=0.55)
    paris = at(*PARIS)
    alone = worth.left_alone(world.stability, world.troops, paris, tables())
    wanted = worth.holding(alone, world.quality, world.detente, world.opposition, paris, tables())
    assert worth.holds(world, paris, tables())[0] == exactly(wanted[0])


def test_a_part_of_a_settlement_s_worth_does_not_hang_on_its_holding() -> None:
    sure = float(C.kept_at_least)
    for chance, share in ((0.0, sure), (1.0, 1.0), (0.5, sure + 0.5 * (1 - sure))):
        found = worth.counted(np.array([0.8]), np.array([chance]), tables())[0]
        assert found == exactly(0.8 * share)


# Under fire


@pytest.mark.parametrize(
    ("duress", "expected"),
    [
        (0.0, (0, 1, 3)),
        (1.0, (3, 1 + 2, 3)),
        (0.5, (1.5, 2, 3)),
        (-1.0, (0, 0, 0)),
        (-0.5, (0, 0.5, 1.5)),
    ],
)
def test_what_is_signed_under_fire_slides_towards_who_escalates(
    duress: float, expected: tuple[float, ...]
) -> None:
    whole = tables().with_constants(duress_slide=1.0)
    found = worth.slid(at(0, 1, 3, 0, 3), np.array([duress]), whole)[0]
    assert found[:3] == exactly(expected)
    part = worth.slid(at(0, 1, 3, 0, 3), np.array([duress]), tables())[0] - at(0, 1, 3, 0, 3)[0]
    full = found - at(0, 1, 3, 0, 3)[0]
    assert part == exactly(float(C.duress_slide) * full)


@pytest.mark.parametrize("under", [WASHINGTON, HANOI])
@pytest.mark.parametrize("signs", [WASHINGTON, HANOI])
def test_terms_only_tabled_are_read_under_fire_by_less(under: int, signs: int) -> None:
    duress = np.zeros((1, 2))
    duress[0, under] = 0.8
    world = war().with_(duress=duress)
    counts = 1.0 if signs == under else float(C.duress_unsigned)
    size = 0.8 * counts * (1 if under == WASHINGTON else -1)
    found = worth.as_kept(world, at(*PARIS), worth.SIGNS[signs], tables())
    assert found[0] == exactly(worth.slid(at(*PARIS), np.array([size]), tables())[0])


# Worth


def bargaining(**changes: Any) -> World:
    """Return a war with both packages tabled and terms expected."""
    tabled = np.array([[[0, 0, 1, 0, 1], [3, 2, 2, 3, 2]]])
    usual = {"stability": 0.6, "troops": 150.0, "duress": 0.0, "expected": 1.5, "opposition": 0.5}
    return war(**usual | changes).with_(tabled=tabled)


def test_a_settlement_is_worth_its_aims_as_they_hold() -> None:
    world, paris = bargaining(), at(*PARIS)
    aims = worth.aims_met(paris, worth.emphases(world, tables()), tables())
    chance = worth.holds(world, paris, tables())[:, None]
    assert worth.value(world, paris, tables())[0] == exactly(
        worth.counted(aims, chance, tables())[0]
    )


def test_each_side_weighs_the_other_s_package_as_it_would_be_kept() -> None:
    world = bargaining(duress=0.3).with_(duress=np.array([[0.6, 0.1]]))
    offered = worth.worth(world, tables()).offered[0]
    for side in (WASHINGTON, HANOI):
        package = world.tabled[:, 1 - side].astype(float)
        kept = worth.as_kept(world, package, worth.SIGNS[side], tables())
        assert offered[side] == exactly(worth.value(world, kept, tables())[0, side])
    nothing = world.with_(tabled=np.full((1, 2, 5), -1))
    assert worth.worth(nothing, tables()).offered[0].tolist() == [-1.0, -1.0]


def test_fighting_on_is_worth_what_can_be_expected_less_what_waiting_costs() -> None:
    world = bargaining()
    later = worth.value(world, world.expected, tables())[0]
    cost = worth.waiting(world, tables())[0]
    assert (cost > 0).all()
    assert worth.worth(world, tables()).fighting[0] == exactly(later - cost)


# What waiting costs


def test_washington_is_short_of_consent_half_by_opposition_and_half_by_disapproval() -> None:
    short = worth.short_of_consent
    assert short(np.array([0.6]), np.array([1.0]))[0] == exactly(0.3)
    assert short(np.array([0.0]), np.array([0.3]))[0] == exactly(0.35)
    assert short(np.array([1.0]), np.array([0.0]))[0] == exactly(1.0)


def test_hanoi_is_short_of_strength_by_cohesion_function_and_detente() -> None:
    def short(cohesion: float, left: float, detente: float) -> float:
        three = [np.array([one]) for one in (cohesion, left, detente)]
        return float(worth.short_of_strength(*three, tables())[0])

    assert short(1.0, 1.0, 0.0) == exactly(0.0)
    assert short(0.4, 1.0, 0.0) == exactly(0.3)
    assert short(1.0, 0.4, 0.0) == exactly(0.3)
    assert short(1.0, 1.0, 0.5) == exactly(0.5 * float(C.war_cost_by_detente))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_waiting_costs_by_shortage_and_by_strain(side: int) -> None:
    def cost(short: float, strain: float) -> float:
        return float(worth.waiting_at(side, np.array([short]), np.array([strain]), tables())[0])

    assert cost(0.0, 0.0) == exactly(float(C.war_cost[side]))
    assert cost(0.5, 0.0) - cost(0.0, 0.0) == exactly(0.5 * C.war_cost_by_consent[side])
    assert cost(0.0, 0.4) - cost(0.0, 0.0) == exactly(0.4 * C.war_cost_by_strain)


def test_each_side_waits_at_its_own_cost() -> None:
    world = war(opposition=0.6, approval=0.3, cohesion=0.5, function=0.4, detente=0.2)
    world = world.with_(strain=np.array([[0.1, 0.5]]))
    found = worth.waiting(world, tables())[0]
    consent = worth.short_of_consent(world.opposition, world.approval)
    effort = worth.short_of_strength(
        world.cohesion, capacity(world.function), world.detente, tables()
    )
    assert found[WASHINGTON] == exactly(
        worth.waiting_at(WASHINGTON, consent, np.array([0.1]), tables())[0]
    )
    assert found[HANOI] == exactly(worth.waiting_at(HANOI, effort, np.array([0.5]), tables())[0])
