"""The solver's own promises: exact, alone as in company, on the branch, refusing what it cannot."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli.posture_bench import draw, point
from game.theory import branch, single
from game.theory.branch import CARES, Care
from game.theory.posture import (
    PostureGame,
    UnsolvedError,
    _stack,
    largest_gain,
    largest_loss,
    outside,
    solve,
)
from tests.theory.points import at_base, bits, hard, nothing_proved, some

COUNT = 2_500  # more than the solver has lanes


def test_every_solution_is_a_fixed_point_to_the_last_digits() -> None:
    for games in (draw(20_000, seed=3), hard(20_000, seed=3)):
        assert solve(games).residual.max() < 1e-13


def test_no_type_of_either_side_gains_more_by_deviating_than_the_logit_bound() -> None:
    for games in (draw(5_000, seed=4), hard(5_000, seed=4)):
        bound = np.maximum(
            largest_loss(games.receiver_precision), largest_loss(games.sender_precision)
        )
        gain = largest_gain(games, solve(games))
        assert (gain <= bound * (1 + 1e-9)).all()
        assert gain.max() > 0.9 * bound.min()


def test_a_strategy_that_is_not_the_equilibrium_can_be_improved_on_by_more() -> None:
    game = at_base()
    found = solve(game)
    wrong = replace(found, open_if_low=1.0 - found.open_if_low)
    assert largest_gain(game, wrong) > largest_loss(np.float64(15.0))


def test_a_point_gets_the_same_bits_alone_and_in_company() -> None:
    games = hard(COUNT, seed=5)
    together = bits(solve(games))
    for index in range(0, COUNT, 12):
        assert (bits(solve(point(games, index)))[:, 0] == together[:, index]).all()


@pytest.mark.parametrize("seed", range(12))
def test_a_point_gets_the_same_bits_in_any_order_and_number(seed: int) -> None:
    games = hard(COUNT, seed=5)
    random = np.random.default_rng(seed)
    chosen = random.permutation(COUNT)[: random.integers(1, 400)].tolist()
    together = bits(solve(games))
    assert (bits(solve(some(games, chosen))) == together[:, chosen]).all()
    assert (bits(solve(some(games, slice(seed, None, 3)))) == together[:, seed::3]).all()


@pytest.fixture
def tracing_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trace every game, whether or not it is proved to have a single equilibrium."""
    monkeypatch.setattr(single, "settle", nothing_proved)


@pytest.mark.usefixtures("tracing_all")
def test_a_more_careful_tracing_ends_on_the_same_branch(monkeypatch: pytest.MonkeyPatch) -> None:
    for games in (draw(3_000, seed=6), hard(3_000, seed=6)):
        quick = solve(games)
        with monkeypatch.context() as patch:
            patch.setattr(branch, "CARES", (Care(0.004, 10_000), Care(0.0004, 100_000)))
            slow = solve(games)
        assert np.abs(quick.open_if_high - slow.open_if_high).max() < 1e-10
        assert np.abs(quick.open_if_low - slow.open_if_low).max() < 1e-10


def test_branches_that_fold_are_among_the_points_tested() -> None:
    games = hard(3_000, seed=6)
    assert _folds(games) > 20


def _folds(games: PostureGame) -> int:
    """Return how many branches turn back towards share 0 somewhere."""
    lanes = branch.enter(_stack(games)[0], 0, games.cost.size)
    turned = np.zeros(games.cost.size, dtype=bool)
    with np.errstate(all="ignore"):
        for _ in range(60):
            branch.advance(lanes, CARES[0])
            turned |= (lanes[branch.TANGENT][2] < 0) & (lanes[branch.BASE][2] < lanes[branch.SCALE])
    return int(turned.sum())


@pytest.mark.usefixtures("tracing_all")
def test_a_straggler_is_found_by_the_next_tracing(monkeypatch: pytest.MonkeyPatch) -> None:
    games = hard(300, seed=8)
    usual = solve(games)
    monkeypatch.setattr(branch, "CARES", (replace(CARES[0], patience=12), *CARES[1:]))
    hurried = solve(games)
    assert np.abs(usual.open_if_high - hurried.open_if_high).max() < 1e-12


@pytest.mark.usefixtures("tracing_all")
def test_impatience_is_an_error_and_not_a_wrong_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branch, "CARES", (Care(0.1, 2),))
    with pytest.raises(UnsolvedError) as caught:
        solve(draw(3, seed=1))
    assert caught.value.points == [0, 1, 2]


def test_payoffs_too_large_to_solve_are_named_and_the_others_do_not_matter() -> None:
    game = at_base(stake=[1.0, 1e300, 1.0])
    with pytest.raises(UnsolvedError) as caught:
        solve(replace(game, talks=np.array([0.65, 1e308, 0.65])))
    assert caught.value.points == [1]


@pytest.mark.parametrize("belief", [0.0, 1.0])
def test_a_belief_that_is_certain_stays_certain(belief: float) -> None:
    found = solve(at_base(belief_high=belief, cost=np.linspace(0.1, 1.2, 12)))
    assert (found.belief_after_open == belief).all()
    assert (found.belief_after_closed == belief).all()


@pytest.mark.parametrize("nu", [0.0, 1.0])
def test_a_receiver_known_to_be_a_dove_or_a_hawk_escalates_as_such(nu: float) -> None:
    found = solve(at_base(belief_dove=nu, cost=np.linspace(0.1, 1.2, 12)))
    known = found.dove_escalates_if_open if nu else found.hawk_escalates_if_open
    assert (found.escalate_if_open == known).all()


def test_without_precision_everything_is_played_with_one_half() -> None:
    found = solve(at_base(receiver_precision=0.0, sender_precision=0.0))
    assert bits(found)[[0, 1, 4, 5, 6, 7, 8, 9], 0].tolist() == [0.5] * 8
    assert found.belief_after_open == 0.4


def test_a_receiver_without_precision_leaves_the_sender_a_plain_choice() -> None:
    found = solve(at_base(receiver_precision=0.0))
    gain = (0.65 + 0.2) / 2 - (0.5 + 0.75 * 0.5) / 2
    assert found.open_if_high == pytest.approx(1 / (1 + np.exp(-15.0 * gain)), abs=1e-14)


def test_no_games_have_no_solutions() -> None:
    assert solve(at_base(cost=np.zeros(0))).open_if_low.shape == (0,)


def test_fields_broadcast_and_the_answer_has_their_shape() -> None:
    found = solve(at_base(cost=np.linspace(0.3, 0.9, 4), belief_high=[[0.3], [0.6]]))
    assert found.open_if_high.shape == (2, 4)
    alone = solve(at_base(cost=0.9, belief_high=0.6))
    assert found.open_if_high[1, 3] == alone.open_if_high


WILD = st.floats(-3.0, 3.0)
ANY_GAME = st.tuples(
    st.floats(0, 1), st.floats(0, 1), *[WILD] * 12, st.floats(0, 20), st.floats(0, 30)
)


@settings(max_examples=200)
@given(ANY_GAME)
def test_any_game_of_the_domain_with_payoffs_up_to_three_is_solved(values: tuple[float]) -> None:
    game = PostureGame(*(np.float64(value) for value in values))
    assert not outside(game)
    found = solve(game)
    assert found.residual < 1e-9
    assert np.isfinite(bits(found)).all()


def test_what_lies_outside_the_domain_is_named_by_field_and_place() -> None:
    game = at_base(
        belief_high=[0.0, 1.0, 1.1],
        belief_dove=-0.1,
        receiver_precision=20.5,
        sender_precision=[30.0, np.nan],
        talks=[np.inf],
        war_low=-1e300,
    )
    faults = {name: fault.tolist() for name, fault in outside(game).items()}
    assert faults == {
        "belief_high": [False, False, True],
        "belief_dove": True,
        "receiver_precision": True,
        "sender_precision": [False, True],
        "talks": [True],
    }
