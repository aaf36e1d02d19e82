"""Choosing: small games with known answers."""

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.score import AIMS, PEOPLE, score
from game.players.choice import anchored, cautious, drawn, regret_matching
from game.players.doctrines import DOCTRINES
from game.players.values import features, fit, spread, worth
from tests.players.war import built, played, wars


def test_matching_pennies_is_mixed_evenly() -> None:
    own = np.array([[1.0, -1.0], [-1.0, 1.0]])
    for start in (own, own + np.array([[0.2, 0.0], [0.0, 0.0]]) * 0):
        mine, theirs = regret_matching(start, -start)
        assert mine == pytest.approx([0.5, 0.5], abs=0.02)
        assert theirs == pytest.approx([0.5, 0.5], abs=0.02)


def test_an_uneven_game_is_mixed_as_its_equilibrium_says() -> None:
    own = np.array([[2.0, 0.0], [0.0, 1.0]])  # zero sum: both put a third on their first
    mine, theirs = regret_matching(own, -own)
    assert mine[0] == pytest.approx(1 / 3, abs=0.08)
    assert theirs[0] == pytest.approx(1 / 3, abs=0.08)


def test_a_dominated_row_is_dropped() -> None:
    own = np.array([[1.0, 1.0, 1.0], [3.0, 2.0, 4.0]])
    mine, _ = regret_matching(own, np.zeros((2, 3)))
    assert mine[1] > 0.98


def test_a_doctrine_bends_the_choice_as_much_as_the_temperature_lets_it() -> None:
    anchor, value = np.array([0.9, 0.1]), np.array([0.0, 1.0])
    cold, hot = anchored(anchor, value, 0.05), anchored(anchor, value, 50.0)
    assert cold[1] > 0.99
    assert hot == pytest.approx(anchor, abs=0.01)
    assert drawn(cold, 0.5) == 1
    assert drawn(np.array([0.5, 0.5]), 0.2) == 0


def test_caution_looks_at_the_worse_half() -> None:
    samples = np.array([[0.0, 10.0], [4.0, 5.0]])
    assert cautious(samples, 0.0) == pytest.approx([5.0, 4.5])
    assert cautious(samples, 1.0) == pytest.approx([0.0, 4.0])


def test_the_value_of_an_ended_war_is_its_score_and_of_another_lies_in_range() -> None:
    tables = built()[0]
    world = wars(2)
    ended = world.with_(ended=np.array([5, 0]))
    found = worth(ended, tables)
    assert found.shape == (2, 2, 2)
    assert (found >= 0).all()
    assert (found <= [AIMS, PEOPLE]).all()
    assert found[0].sum(axis=1) == pytest.approx(score(ended, tables)[0])
    assert not np.array_equal(found[0], found[1])
    assert np.isfinite(features(played(5)[0], tables)).all()


def test_a_doctrine_weighs_people_against_aims_by_its_taste() -> None:
    peace, war = np.array([20.0, 38.0]), np.array([30.0, 24.0])
    for known in (*DOCTRINES[WASHINGTON], *DOCTRINES[HANOI]):
        signs = np.subtract(*known.tasted(np.stack([peace, war])))
        assert np.sign(signs) == np.sign(14.0 * known.people - 10.0)
        assert known.tasted(np.array([[AIMS, PEOPLE]])) == pytest.approx([100.0])
    tastes = {known.name: known.people for known in DOCTRINES[WASHINGTON]}
    assert tastes["knockout"] < tastes["graduated-pressure"] < tastes["exit"]


def test_a_fit_finds_the_weights_it_was_made_with() -> None:
    luck = np.random.Generator(np.random.PCG64(2))
    rows = np.concatenate([np.ones((400, 1)), luck.normal(size=(400, 3))], axis=1)
    true = np.array([[5.0, 1.0], [2.0, 0.0], [-1.0, 3.0], [0.0, 0.5]])
    found = fit(rows, rows @ true, np.ones(400), penalty=1e-6)
    assert found == pytest.approx(true, abs=1e-3)
    assert (spread(rows @ true, rows @ found) > 0.999).all()


def test_a_row_that_counts_twice_is_a_row_that_stands_twice() -> None:
    luck = np.random.Generator(np.random.PCG64(3))
    rows = np.concatenate([np.ones((40, 1)), luck.normal(size=(40, 2))], axis=1)
    finals = luck.normal(size=(40, 1))
    twice = np.concatenate([rows, rows[:10]]), np.concatenate([finals, finals[:10]])
    counts = np.where(np.arange(40) < 10, 2.0, 1.0)
    assert fit(rows, finals, counts) == pytest.approx(fit(*twice, np.ones(50)))
