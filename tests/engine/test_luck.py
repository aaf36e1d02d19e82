"""Luck: keyed by seed, quarter and purpose, and by nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import luck as lucks
from game.engine.luck import DRAWS, NORMALS, UNIFORMS, draw, neutral

SEEDS = np.arange(4096, dtype=np.int64)
seeds = st.integers(0, 2**63 - 1)
quarters = st.integers(-1, 400)


@settings(max_examples=50)
@given(seed=seeds, quarter=quarters, others=st.lists(seeds, max_size=5))
def test_the_same_key_draws_the_same_in_any_company(
    seed: int, quarter: int, others: list[int]
) -> None:
    alone = draw(np.array([seed]), quarter).rows
    together = draw(np.array([*others, seed, *others]), quarter).rows
    assert (together[:, len(others)] == alone[:, 0]).all()


@settings(max_examples=50)
@given(seed=seeds, quarter=quarters)
def test_another_quarter_and_another_seed_draw_otherwise(seed: int, quarter: int) -> None:
    here = draw(np.array([seed]), quarter).rows
    assert (here != draw(np.array([seed]), quarter + 1).rows).any()
    assert (here != draw(np.array([seed ^ 1]), quarter).rows).any()


def test_neighbouring_seeds_and_quarters_share_nothing() -> None:
    here = draw(SEEDS, 7).rows
    for other in (draw(SEEDS + 1, 7).rows, draw(SEEDS, 8).rows):
        for row, next_row in zip(here, other, strict=True):
            assert abs(np.corrcoef(row, next_row)[0, 1]) < 0.07


def test_purposes_do_not_follow_one_another() -> None:
    found = np.corrcoef(draw(SEEDS, 3).rows)
    np.fill_diagonal(found, 0.0)
    assert np.abs(found).max() < 0.08  # 595 pairs; one standard error is .016


@pytest.mark.parametrize("purpose", NORMALS)
def test_a_normal_draw_has_the_moments_of_a_standard_normal(purpose: str) -> None:
    values = np.concatenate([draw(SEEDS, quarter)[purpose] for quarter in range(8)])
    assert abs(values.mean()) < 0.025
    assert abs(values.std() - 1.0) < 0.02
    assert abs((values**3).mean()) < 0.07
    assert abs((values**4).mean() - 3.0) < 0.18


@pytest.mark.parametrize("purpose", UNIFORMS)
def test_a_uniform_draw_is_even_and_never_nought_or_one(purpose: str) -> None:
    values = np.concatenate([draw(SEEDS, quarter)[purpose] for quarter in range(8)])
    assert values.min() > 0
    assert values.max() < 1
    counts = np.bincount((values * 16).astype(int), minlength=16) / len(values)
    assert np.abs(counts - 1 / 16).max() < 0.007


def test_a_new_purpose_at_the_end_disturbs_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    before = draw(SEEDS[:9], 5)
    rows = {name: before[name].copy() for name in DRAWS}
    more = (*DRAWS, "one_more", "another", "a_third", "a_fourth", "a_fifth")
    monkeypatch.setattr(lucks, "DRAWS", more)
    monkeypatch.setattr(lucks, "_WORDS", -(-len(more) // 4))
    after = draw(SEEDS[:9], 5)
    assert len(after.rows) == len(more)
    for name in DRAWS:
        assert (after[name] == rows[name]).all(), name


def test_neutral_luck_is_every_draw_at_its_median() -> None:
    middle = neutral(3)
    for name in DRAWS:
        drawn = np.concatenate([draw(SEEDS, quarter)[name] for quarter in range(4)])
        below = (drawn < middle[name][0]).mean()
        assert abs(below - 0.5) < 0.015, name


def test_with_neutral_luck_nothing_rarer_than_one_half_happens() -> None:
    middle = neutral(1)
    for name in UNIFORMS:
        assert not (middle[name] < 0.5).any()
        assert (middle[name] < 0.5001).all()


def test_purposes_have_names_of_their_own_and_an_unknown_one_is_an_error() -> None:
    assert len(set(DRAWS)) == len(DRAWS)
    with pytest.raises(KeyError):
        neutral(1)["weather_in_paris"]
