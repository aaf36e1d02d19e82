"""The proof that a game has one equilibrium: never given where there are several, but usual."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli.posture_bench import draw
from game.theory import single
from game.theory.posture import PostureGame, _stack, outside, solve
from game.theory.response import Floats, Mask, logistic
from tests.theory.points import at_base, bits, hard, nothing_proved

FINE = 1200  # places looked at on each curve


def proved(games: PostureGame) -> Mask:
    """Return which games the solver proves single and solves so."""
    with np.errstate(all="ignore"):
        return single.settle(_stack(games)[0])[1]


def traced(games: PostureGame, monkeypatch: pytest.MonkeyPatch) -> Floats:
    """Return every game's solution as traced along its branch, (11, N)."""
    with monkeypatch.context() as patch:
        patch.setattr(single, "settle", nothing_proved)
        return bits(solve(games))


def escalates(game: PostureGame, belief: Floats, is_open: bool) -> Floats:
    """Return the chance of escalation after a posture, from the equations of docs/model.md."""
    broken = 1.0 - game.withstand_low - belief * (game.withstand_high - game.withstand_low)
    gain = broken * game.stake * (1.0 + game.leverage * is_open) - game.cost
    gain = gain - (game.guarantee + game.hunger) * is_open
    dove = logistic(game.receiver_precision * (gain - game.cost_spread))
    hawk = logistic(game.receiver_precision * (gain + game.cost_spread))
    return np.asarray(game.belief_dove * dove + (1.0 - game.belief_dove) * hawk)


def equilibria(game: PostureGame) -> Floats:
    """Return (N,) how many equilibria are seen: changes of sign along the curve of candidates.

    The curve is walked by the belief after a closed posture; see ``game.theory.single``.
    """
    prior = game.belief_high / (1.0 - game.belief_high)
    loss = game.war_low * (1 - game.withstand_low) - game.war_high * (1 - game.withstand_high)
    edge = game.war_high - game.war_low

    def apart(rise: Floats) -> Floats:
        after = prior * rise / (1.0 + prior * rise)
        return game.sender_precision * (edge + loss * escalates(game, after, is_open=False))

    widest, seen, before = apart(np.ones(game.cost.shape)), np.zeros(game.cost.shape), None
    for step in range(1, FINE):
        rise = np.exp(widest * step / FINE)
        spread, prior_closed = np.exp(apart(rise)), prior * rise
        ratio = rise / spread
        odds = np.log((rise - 1.0) / np.maximum(1.0 - ratio, 1e-300))
        e_open = escalates(game, prior * ratio / (1.0 + prior * ratio), is_open=True)
        e_closed = escalates(game, prior_closed / (1.0 + prior_closed), is_open=False)
        talks = (1.0 - e_open) * game.talks + e_open * game.duress
        war = game.war_low * (1.0 - e_closed * (1.0 - game.withstand_low))
        above = (odds > game.sender_precision * (talks - war)) | (ratio >= 1.0)
        seen += 0 if before is None else above != before
        before = above
    return seen


def test_games_with_several_equilibria_are_never_proved_single() -> None:
    games = hard(6_000, seed=11)
    several = equilibria(games) > 1
    assert several.sum() > 300
    assert not proved(games)[several].any()


def test_most_games_with_one_equilibrium_are_proved_so() -> None:
    games = draw(6_000, seed=12)
    assert proved(games).mean() > 0.95
    assert (equilibria(games)[proved(games)] <= 1).all()


def test_what_is_proved_single_is_where_the_branch_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    for games in (draw(10_000, seed=13), hard(10_000, seed=13)):
        apart = np.abs(bits(solve(games)) - traced(games, monkeypatch))
        assert apart[:10].max() < 1e-12


def test_a_game_is_proved_alone_as_in_company() -> None:
    games = hard(600, seed=14)
    together = proved(games)
    for index in range(0, 600, 7):
        one = PostureGame(*(getattr(games, f.name)[index : index + 1] for f in fields(games)))
        assert proved(one)[0] == together[index]


@pytest.mark.parametrize(
    "change",
    [
        {"war_low": 0.6},  # the weak value the war more
        {"withstand_low": 0.9},  # the resilient break first
        {"duress": 0.9},  # talks under fire are worth more than talks
        {"belief_high": 0.0},
        {"belief_high": 1.0},
        {"stake": -1.0},
        {"talks": 9.0},
    ],
)
def test_a_game_that_the_proof_is_not_made_for_is_left_to_the_tracing(
    change: dict[str, float],
) -> None:
    assert proved(at_base(cost=[0.5]))[0]
    assert not proved(at_base(cost=[0.5], **change))[0]


WORTH = st.floats(0.0, 2.0)
ORDERED = st.tuples(
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(-1, 2),
    st.floats(0, 0.5),
    st.floats(0, 0.5),
    st.floats(0, 0.5),
    WORTH,
    st.floats(0, 1),
    st.floats(0, 0.5),
    st.floats(0, 0.5),
    WORTH,
    WORTH,
    WORTH,
    st.floats(0, 0.5),
    st.floats(0, 20),
    st.floats(0, 30),
)


@settings(max_examples=150)
@given(ORDERED)
def test_any_ordinary_game_has_the_traced_solution(values: tuple[float, ...]) -> None:
    low, gap = values[4], values[5]
    war = values[12], values[12] + values[13]
    game = PostureGame(
        *map(np.float64, (*values[:4], low, low + gap, *values[6:12], *war, *values[14:]))
    )
    assert not outside(game)
    with pytest.MonkeyPatch.context() as patch:
        assert np.abs(bits(solve(game)) - traced(game, patch))[:10].max() < 1e-11
