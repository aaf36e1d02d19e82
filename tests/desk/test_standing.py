"""What a side may think the score would be: by its own weights and the terms it thinks likely."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.view import view
from game.study.standing import Standing, standing
from tests.engine.wars import start, tables


def put(side: int, **changes: Any) -> Standing:
    """Return the scores as ``side`` puts them, with some fields of the world changed."""
    world = start()
    made = {name: np.broadcast_to(np.asarray(value, dtype=float), getattr(world, name).shape).copy()
            for name, value in changes.items()}  # fmt: skip
    return standing(Dossier(side, tables(), (view(world.with_(**made), side, tables()),)))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_an_unsettled_war_is_scored_by_the_terms_the_side_thinks_within_reach(side: int) -> None:
    low, high = (put(side, seen_terms=place).own for place in (0.5, 2.5))
    assert (low > high) == (side == WASHINGTON)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_what_is_truly_likely_and_what_the_enemy_cares_for_show_in_no_score(side: int) -> None:
    tilt = np.zeros_like(start().tilt)
    tilt[:, 1 - side] = (0.6, -0.6, 0.3, -0.3, 0.0)
    assert put(side, expected=0.5, tilt=tilt) == put(side, expected=2.5, tilt=0.0)


def test_the_enemys_score_is_put_by_what_its_packages_tell() -> None:
    told = np.zeros_like(start().revealed)
    told[:, HANOI] = (1.0, -1.0, 0.0, 0.0, 0.0)
    assert put(WASHINGTON, revealed=told).other_low != put(WASHINGTON, revealed=0.0).other_low
