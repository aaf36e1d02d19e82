"""The table, term by term: what one input alone changes, by how much, and which way."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, ISSUES, WASHINGTON
from game.engine.orders import Orders
from game.engine.rules import table
from game.engine.rules.ground import balance_of_forces
from game.engine.rules.pressure import under_fire
from game.engine.rules.worth import FARTHEST, bonds, emphasis
from game.engine.world import World
from tests.engine.test_war_rules import war
from tests.engine.wars import nothing_ordered, tables

C = tables().constants
exactly = pytest.approx
NONE = [-1] * 5


def even(**changes: Any) -> World:
    """Return a war in which everything but the base and the forces moves no leverage."""
    usual = {
        "opposition": float(C.leverage_opposition),
        "stability": float(C.leverage_stability),
        "function": float(C.leverage_capacity),
        "detente": 0.0,
        "strain": 0.0,
        "broken": 0.0,
        "postured": 0.0,
        "belief_resilient": 0.5,
        "troops": 100.0,
        "arvn": 500.0,
        "main_force": 40.0,
    }
    return war(**usual | changes)


def lever(world: World | None = None, **changes: Any) -> float:
    """Return the balance of leverage in log-odds."""
    return float(table.leverage(world or even(**changes), tables())[0])


def row(washington: float, hanoi: float) -> Any:
    """Return (N, S) of one war."""
    return np.array([[washington, hanoi]])


# Leverage


def test_leverage_rests_on_its_base_and_the_balance_of_forces() -> None:
    balance = float(balance_of_forces(even())[0])
    assert lever() == exactly(float(C.leverage_base + C.leverage_by_force * balance))
    stronger = even(main_force=80.0)
    more = float(balance_of_forces(stronger)[0]) - balance
    assert lever(stronger) - lever() == exactly(float(C.leverage_by_force) * more)


def test_attrition_counts_only_down_to_a_bound() -> None:
    ruined = even(main_force=0.0, guerrillas=0.0)
    assert lever(ruined) == exactly(
        float(C.leverage_base + C.leverage_by_force * C.attrition_counts)
    )


@pytest.mark.parametrize(
    ("name", "rest", "by"),
    [
        ("opposition", C.leverage_opposition, C.leverage_by_opposition),
        ("stability", C.leverage_stability, C.leverage_by_stability),
        ("function", C.leverage_capacity, C.leverage_by_capacity),
        ("detente", 0.0, C.leverage_by_detente),
    ],
)
def test_what_moves_leverage_from_where_it_moves_nothing(name: str, rest: Any, by: Any) -> None:
    for step in (-0.1, 0.2) if name != "detente" else (0.3, 0.8):
        moved = lever(**{name: float(rest) + step}) - lever()
        assert moved == exactly(float(by) * step)


@pytest.mark.parametrize(
    ("name", "by", "signs"),
    [
        ("strain", C.leverage_by_strain, (1, -1)),
        ("broken", C.leverage_by_broken, (1, -1)),
        ("postured", C.leverage_by_reading, (-1, 1)),
    ],
)
def test_who_is_hurt_or_read_as_weak_loses_leverage(
    name: str, by: Any, signs: tuple[int, int]
) -> None:
    for side in (WASHINGTON, HANOI):
        values = [0.0, 0.0]
        values[side] = 0.4
        moved = lever(even().with_(**{name: row(*values)})) - lever()
        assert moved == exactly(0.4 * float(by) * signs[side])


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_reading_weighs_more_than_its_bound(side: int) -> None:
    for sign in (-1.0, 1.0):
        at, beyond = [0.0, 0.0], [0.0, 0.0]
        at[side], beyond[side] = sign * float(C.reading_most), sign * 9.0
        one, other = (lever(even().with_(postured=row(*values))) for values in (at, beyond))
        assert one == exactly(other) != exactly(lever())


def test_who_is_believed_to_last_has_leverage() -> None:
    for beliefs, sign in ((row(0.5, 0.8), 1), (row(0.8, 0.5), -1)):
        moved = lever(even().with_(belief_resilient=beliefs)) - lever()
        assert moved == exactly(sign * float(C.leverage_by_belief) * np.log(4.0))


# Expected terms


def test_terms_within_reach_follow_leverage_issue_by_issue() -> None:
    world = even()
    share = 1 / (1 + np.exp(-(lever(world) + C.issue_offset)))
    assert table.within_reach(world, tables())[0] == exactly(FARTHEST * share)


@pytest.mark.parametrize("expected", [0.0, 1.5, 3.0])
def test_expected_terms_move_a_share_of_the_way(expected: float) -> None:
    world = even(expected=expected)
    reach = table.within_reach(world, tables())[0]
    found = table.expect(world, tables()).expected[0]
    assert found == exactly(expected + C.expected_moves * (reach - expected))


# Duress


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_who_escalates_in_full_while_talks_sit_puts_the_other_under_duress(side: int) -> None:
    kept = float(C.duress_kept)
    world = war().with_(duress=row(0.5, 0.5))
    for climbed, sitting, fire in ((1.0, True, 1.0), (1 / 3, True, 0.0), (1.0, False, 0.0)):
        sides = np.zeros((1, 2))
        sides[0, side] = climbed
        found = under_fire(world, sides, np.array([sitting]), tables()).duress[0]
        assert found[1 - side] == exactly(kept * 0.5 + (1 - kept) * fire)
        assert found[side] == exactly(kept * 0.5)


@pytest.mark.parametrize("signs", [(1, 0), (0, 1), (1, 1)])
def test_a_settlement_stands_under_the_duress_of_who_signed_in_full_and_of_the_other_in_part(
    signs: tuple[int, int],
) -> None:
    world = war().with_(duress=row(0.6, 0.3))
    orders = replace(nothing_ordered(world), accept=np.array([signs]))
    found = table.signed(world, orders, np.array([True]), tables()).duress[0]
    counts = [1.0 if one else float(C.duress_unsigned) for one in signs]
    assert found == exactly([0.6 * counts[0], 0.3 * counts[1]])
    running = table.signed(world, orders, np.array([False]), tables()).duress[0]
    assert running.tolist() == [0.6, 0.3]


# Packages


def tabling(world: World, washington: Any = NONE, hanoi: Any = NONE) -> Orders:
    """Return standing orders with packages tabled."""
    return replace(nothing_ordered(world), terms=np.array([[washington, hanoi]]))


def negotiated(
    world: World, washington: Any = NONE, hanoi: Any = NONE, sitting: bool = False
) -> World:
    """Return the world with packages tabled."""
    orders = tabling(world, washington, hanoi)
    return table.negotiate(world, orders, np.array([sitting]), tables())


def with_packages(washington: Any, hanoi: Any, **changes: Any) -> World:
    """Return a war in which packages have been tabled."""
    return war(quarter=9, **changes).with_(
        tabled=np.array([[washington, hanoi]]), tabled_in=np.array([[4, 4]])
    )


def test_quarters_of_talks_are_counted_in_a_row() -> None:
    assert negotiated(war(talking=3), sitting=True).talking[0] == 4
    assert negotiated(war(talking=3), sitting=False).talking[0] == 0


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_package_that_changes_is_dated_and_one_that_does_not_is_not(side: int) -> None:
    world = with_packages([1] * 5, [2] * 5)
    for terms, dated in (([1 + side] * 5, 4), ([0] * 5, 9), (NONE, 4)):
        packages: list[Any] = [NONE, NONE]
        packages[side] = terms
        after = negotiated(world, *packages)
        assert after.tabled_in[0, side] == dated
        assert after.tabled_in[0, 1 - side] == 4
        assert after.tabled[0, side].tolist() == (terms if terms != NONE else [1 + side] * 5)
        assert after.tabled[0, 1 - side].tolist() == [2 - side] * 5


def test_what_a_package_gives_is_counted_in_steps_towards_the_enemy() -> None:
    world = with_packages([0, 1, 1, 0, 0], [3, 3, 3, 2, 3])
    gives = tabling(world, [1, 2, 1, 0, 0], [3, 2, 3, 2, 2])
    assert table.given(world, gives)[0].tolist() == [2, 2]
    takes = tabling(world, [0, 0, 1, 0, 0], [3, 3, 3, 3, 3])
    assert table.given(world, takes)[0].tolist() == [-1, -1]
    first = with_packages(NONE, NONE)
    assert table.given(first, gives)[0].tolist() == [0, 0]
    after = negotiated(world, [1, 2, 1, 0, 0], NONE)
    assert after.conceded[0].tolist() == [2, int(world.conceded[0, HANOI])]


# What a package tells


def public(world: World) -> list[Any]:
    """Return both sides' weights as everybody knows them."""
    return [
        emphasis(side, np.zeros((1, 5)), world.opposition, world.detente, tables())
        for side in (WASHINGTON, HANOI)
    ]


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_package_tells_where_it_holds_more_than_a_fair_trade_would(side: int) -> None:
    world = war()
    package = np.array([[0, 2, 1, 3, 1]])
    weights, share = public(world), package / 3
    generous = share.sum() / 5
    ours, theirs = (np.stack(bonds(who, share, tables()), axis=1) for who in (WASHINGTON, HANOI))
    odds = np.log(weights[HANOI] * theirs) - np.log(weights[WASHINGTON] * ours)
    odds = odds - odds.mean()
    likely = 1 / (1 + np.exp(-(np.log(generous / (1 - generous)) + odds)))
    gap = (share - likely) * generous * (1 - generous)
    gap = (gap - gap.mean()) * (1 if side == HANOI else -1)
    found = table.held_to(side, package, weights, tables())
    assert found[0] == exactly(gap[0])
    assert found.sum() == exactly(0.0, abs=1e-12)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_to_hold_an_issue_tells_that_one_cares_for_it(side: int) -> None:
    world = war()
    plain = np.array([[2, 2, 2, 2, 2]])
    for issue in range(len(ISSUES)):
        held = plain.copy()
        held[0, issue] = 0 if side == WASHINGTON else 3
        moved = table.held_to(side, held, public(world), tables())
        moved = moved - table.held_to(side, plain, public(world), tables())
        assert moved[0].argmax() == issue


@pytest.mark.parametrize("package", [[0] * 5, [3] * 5])
def test_a_package_that_asks_all_or_nothing_tells_hardly_anything(package: list[int]) -> None:
    found = table.held_to(WASHINGTON, np.array([package]), public(war()), tables())
    assert np.abs(found).max() < table.LEAST_SHARE


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_old_packages_tell_less_and_a_new_one_its_share(side: int) -> None:
    world = with_packages([1] * 5, [2] * 5)
    before = np.zeros((1, 2, 5))
    before[0, side] = [0.4, -0.4, 0.0, 0.2, -0.2]
    world = world.with_(revealed=before)
    packages: list[Any] = [NONE, NONE]
    packages[side] = [0, 1, 2, 3, 1]
    after = negotiated(world, *packages).revealed[0]
    held = table.held_to(side, np.array([packages[side]]), public(world), tables())[0]
    kept = float(C.revealed_kept)
    assert after[side] == exactly(kept * before[0, side] + float(C.revealing) * (1 - kept) * held)
    assert after[1 - side].tolist() == [0.0] * 5
    assert negotiated(world).revealed.tolist() == before.tolist()


# Acceptance


def accepting(
    world: World, washington: int = 0, hanoi: int = 0, paid: Any = (0, 0)
) -> tuple[bool, list[int]]:
    """Return whether the war is settled, and at which positions."""
    orders = replace(nothing_ordered(world), accept=np.array([[washington, hanoi]]))
    settled, positions = table.accepted(world, orders, np.array([paid]))
    return bool(settled[0]), positions[0].tolist()


def between(**changes: Any) -> World:
    """Return a war with two packages tabled, in which each purse is full."""
    return with_packages([0, 1, 1, 0, 2], [3, 2, 1, 3, 2], signing=0, **{"capital": 50.0} | changes)


def test_an_acceptance_takes_the_other_s_package() -> None:
    assert accepting(between(), washington=1) == (True, [3, 2, 1, 3, 2])
    assert accepting(between(), hanoi=1) == (True, [0, 1, 1, 0, 2])
    assert accepting(between())[0] is False
    nothing = between().with_(tabled=np.array([[[0] * 5, NONE]]))
    assert accepting(nothing, washington=1)[0] is False
    assert accepting(nothing, hanoi=1)[0] is True


def test_two_acceptances_make_the_mean_rounded_to_the_side_with_more_capital() -> None:
    for capital, found in (
        (row(60.0, 40.0), [1, 1, 1, 1, 2]),
        (row(40.0, 60.0), [2, 2, 1, 2, 2]),
        (row(50.0, 50.0), [1, 1, 1, 1, 2]),
    ):
        assert accepting(between().with_(capital=capital), 1, 1) == (True, found)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_signature_counts_where_what_is_left_covers_its_price_at_home(side: int) -> None:
    price = np.zeros((1, 2), dtype=np.int64)
    price[0, side] = 6
    cases = ((10.0, 4, True), (10.0, 5, False), (6.0, 0, True), (5.9, 0, False))
    for capital, paid, settled in cases:
        world = between(capital=capital).with_(signing=price)
        spent = [0, 0]
        spent[side] = paid
        signs = {"washington": int(side == WASHINGTON), "hanoi": int(side == HANOI)}
        assert accepting(world, **signs, paid=spent)[0] is settled
