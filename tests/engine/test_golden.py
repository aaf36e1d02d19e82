"""Golden games: the same rules give the same wars, quarter by quarter, to the bit."""

import json

import numpy as np
import pytest

from game.campaign import load, replay
from game.engine import world as worlds
from game.engine.board import Floats, Ints
from game.engine.fields import Field
from tests.engine.golden import FILE, FULL, games

KEPT = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
NEAREST = 1e-9  # of a step: nearer to an edge, another processor might round the other way
ADDED_UP = {
    "sanctuary",
    "struck",
    "air_defence",
    "fatigue",
    "reserve",
    "dissent",
    "troops",
    "aid_moscow",
    "aid_beijing",
    "duress",
    "ruin",
    "blame",
    "seen_control",
    "rallied",
    "brink",
    "broken",
    "chill",
    "capital",
    "payroll",
}
"""Fields made by sums and products alone, which give the same bits on every processor; constants of
few decimals bring them to an edge at times. All others pass through a power, exp or log; so does
``seen_control``, but exp(0) of neutral luck is 1 everywhere."""


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_golden_game_is_played_again_to_the_bit(name: str) -> None:
    for kept, now in zip(KEPT[name], games()[name], strict=True):
        assert now["log"] == kept["log"]
        assert now["digest"] == kept["digest"], f"first differs after {now['log']}"


def test_every_golden_game_is_kept() -> None:
    assert sorted(KEPT) == sorted(games())


def test_no_value_of_the_record_lies_on_an_edge_of_rounding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounded, nearest = worlds.settled, []
    exact = [worlds.FIELDS[name] for name in ADDED_UP]

    def watched(values: Floats | Ints, field: Field) -> Floats | Ints:
        steps = np.asarray(values) * round(1 / field.precision)
        if field in exact:
            return rounded(values, field)
        nearest.append(float(np.abs(np.abs(steps - np.floor(steps)) - 0.5).min()))
        return rounded(values, field)

    monkeypatch.setattr(worlds, "settled", watched)
    assert len(list(replay(load(FULL)))) > 30
    assert len(nearest) > 1000
    assert min(nearest) > NEAREST
