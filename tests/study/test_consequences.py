"""What random states of the war come to: the figures that consequences prints."""

import json

import numpy as np
import pytest

from game.cli import main
from game.engine.board import HANOI
from game.study.contests.consequences import CELLS, PAYOFFS, Ranking, pressed, summary


def ranking(low: float, high: float) -> Ranking:
    """Return two states whose futures end in the rule's order, a pressed one as given."""
    ends = np.zeros((2, 2, len(CELLS), 2))
    for kind, payoffs in enumerate(PAYOFFS):
        ends[:, kind, :, 0] = [60.0 * payoffs[cell] for cell in CELLS]
    ends[:, :, CELLS.index("pressed"), 0] = [[low - 1.0, high], [low + 1.0, high]]
    return Ranking(HANOI, ends)


def test_pressed_tells_how_far_apart_the_types_end() -> None:
    assert pressed(ranking(6.5, 20.0)) == {"low": 6.5, "high": 20.0, "apart": 13.5}
    assert summary([ranking(6.5, 20.0)])["pressed"] == {"hanoi": pressed(ranking(6.5, 20.0))}


def test_a_war_that_ends_in_the_rules_order_agrees_with_it() -> None:
    assert summary([ranking(6.75, 22.5)])["agreement"] == 1.0
    assert summary([ranking(59.0, 22.5)])["agreement"] < 1.0


def test_consequences_prints_what_pressing_does_to_each_side(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["consequences", "--states", "6", "--lucks", "1"]
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["pressed"]) == {"washington", "hanoi"}
    for side, ends in found["pressed"].items():
        low, high = (found["senders"][f"{side}, {kind}"]["mean"] for kind in ("low", "high"))
        assert abs(ends["low"] - low["pressed"]) < 0.06
        assert abs(ends["high"] - high["pressed"]) < 0.06
    assert main(words) == 0
    assert "Pressed, a Hanoi of low resilience" in " ".join(capsys.readouterr().out.split())
