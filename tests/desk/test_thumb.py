"""The picture of a saved game shows each corps as full as it was."""

from typing import Any

import pytest

from game.desk.thumb import thumb
from game.engine.board import HANOI, WASHINGTON


def levels(side: int, **seen: Any) -> list[float]:
    """Return how full each corps is drawn."""
    made = thumb(side, seen)
    assert made is not None
    return [zone.level for zone in made.zones]


def test_washington_s_picture_is_as_full_as_saigon_controls_the_people() -> None:
    assert levels(WASHINGTON, control=[0, 2500, 5000, 10_000]) == [0.0, 0.25, 0.5, 1.0]


def test_hanoi_s_picture_is_full_from_sixty_thousand_men_in_a_corps() -> None:
    assert levels(HANOI, main_force=[0, 15_000, 45_000, 60_000]) == [0.0, 0.25, 0.75, 1.0]
    assert levels(HANOI, main_force=[90_000] * 4) == [1.0] * 4


def test_each_corps_stands_under_its_own_name_in_order() -> None:
    made = thumb(HANOI, {"main_force": [1, 2, 3, 4]})
    assert made is not None
    assert [zone.zone for zone in made.zones] == ["I Corps", "II Corps", "III Corps", "IV Corps"]
    assert made.zones[0].level < made.zones[3].level


@pytest.mark.parametrize(("side", "other"), [(WASHINGTON, "main_force"), (HANOI, "control")])
def test_a_picture_is_of_one_s_own_papers_and_none_without_them(side: int, other: str) -> None:
    assert thumb(side, {other: [1, 2, 3, 4]}) is None
    assert thumb(side, {"control": [1, 2], "main_force": [1, 2]}) is None
