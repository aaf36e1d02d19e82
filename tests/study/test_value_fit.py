"""The value of unfinished wars: what it is fitted on, and who may sign in those wars."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from game.engine.board import WASHINGTON
from game.players.roster import opponent
from game.study.contests import value_fit
from game.study.contests.value_fit import Barred, Rows, fitted, lesson, scores
from tests.players.war import played


def test_a_lesson_has_a_row_for_every_quarter_of_one_war_and_repeats_itself() -> None:
    one, again = (lesson(("tet", 3)) for _ in range(2))
    assert len(one.figures) == len(one.finals) == len(one.war)
    assert (one.war == 3).all()
    assert (one.finals == one.finals[0]).all()
    assert ((scores(one.finals) >= 0) & (scores(one.finals) <= 100)).all()
    assert np.array_equal(one.figures, again.figures)


def test_a_barred_player_signs_only_from_its_quarter_on(monkeypatch: Any) -> None:
    dossier = played(6)[1][WASHINGTON]
    player = opponent(WASHINGTON, "exit", "cadet", 3)
    signed = replace(player.decide(dossier), accept=np.array([1]))
    monkeypatch.setattr(player, "decide", lambda dossier: signed)
    assert Barred(player, 7).decide(dossier).accept[0] == 0
    assert Barred(player, 6).decide(dossier).accept[0] == 1
    assert np.array_equal(Barred(player, 7).decide(dossier).rungs, signed.rungs)


def test_a_fit_on_both_kinds_of_wars_finds_weights_that_both_were_made_with() -> None:
    luck = np.random.Generator(np.random.PCG64(5))
    true = luck.normal(size=(4, 4))
    parts = []
    for war in range(40):
        figures = np.concatenate([np.ones((6, 1)), luck.normal(size=(6, 3))], axis=1)
        parts.append(Rows(figures, figures @ true, np.full(6, war)))
    found = fitted(parts[:20], parts[20:])
    assert found.weights == pytest.approx(true, abs=0.1)
    assert (found.explained > 0.9).all()
    assert (found.wars, found.searched, found.rows) == (40, 20, 240)
    note = found.module.split('"""')[1]
    assert value_fit.NOTE.split()[0] in note
    _, fit = note.strip().split("\n\n")
    assert "240 quarters of 40 wars, 20 of them" in " ".join(fit.split())
    lines = fit.splitlines()
    assert all(len(line) <= value_fit.WIDTH for line in lines)
    assert all(
        len(line) + 1 + len(following.split()[0]) > value_fit.WIDTH
        for line, following in pairwise(lines)
    )
