"""Quarters of a war that is over as settings of the model page: what the rule had before it then.

Every parameter of the game is the one that the engine solved (``postures.posture_game``), so the
page gives the engine's own probabilities, but for a value that no slider reaches.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Final

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.postures import posture_game
from game.engine.rules.inference import prior
from game.record import Game
from game.study.debrief.model_page import SLIDERS, ModelPreset
from game.study.debrief.rule import BRANCHES, RuleReading
from game.study.debrief.war import OpenedWar
from game.study.debrief.words import NAMES, chance
from game.theory.posture import PostureGame
from game.words import plain

MOST: Final = 6  # presets a side: the start, the end, and where the rule's reading changed
_BOUNDS: Final = {one.key: (one.low, one.high) for one in SLIDERS}


@dataclass(frozen=True)
class WarPoint:
    """A quarter of a war, one direction: ``values`` of every parameter, within the sliders;
    ``first`` is the belief that the sender began the war with."""

    place: int
    quarter: str
    side: str
    reading: RuleReading
    values: dict[str, float]
    first: float


def points(game: Game, debrief: OpenedWar) -> tuple[tuple[WarPoint, ...], tuple[WarPoint, ...]]:
    """Return every quarter with Washington, and with Hanoi, as the sender."""
    washington, hanoi = (tuple(_course(game, debrief, side)) for side in (WASHINGTON, HANOI))
    return washington, hanoi


def _course(game: Game, debrief: OpenedWar, side: int) -> Iterator[WarPoint]:
    first = float(prior(game.past.worlds[0], game.past.tables)[0, side])
    for place, name in enumerate(debrief.quarters):
        params = posture_game(game.past.worlds[place], game.past.tables)
        values = {}
        for field in fields(PostureGame):
            value = float(np.broadcast_to(getattr(params, field.name), (1, 2))[0, side])
            values[field.name] = float(np.clip(value, *_BOUNDS.get(field.name, (value, value))))
        yield WarPoint(place, name, SIDES[side], debrief.course[place][side], values, first)


def turned(course: tuple[WarPoint, ...]) -> tuple[WarPoint, ...]:
    """Return one side's quarters in which the rule's reading changed, with the first and the last;
    of many the first ones."""
    changed = [now for then, now in pairwise(course) if now.reading.branch != then.reading.branch]
    chosen = {point.place: point for point in (*course[:1], *changed[: MOST - 2], *course[-1:])}
    return tuple(chosen[place] for place in sorted(chosen))


def preset(point: WarPoint) -> ModelPreset:
    """Return a quarter of the war as a setting of the sliders."""
    name, one = NAMES[point.side], point.reading
    text = (
        f"Your war in {plain.quarter_words(point.quarter)}, {name} as sender "
        f"({'highly' if one.resilience == 'high' else 'of low'} "
        f"{'resilient' if one.resilience == 'high' else 'resilience'}): "
        f"{BRANCHES[one.branch]}. The rule gave it {chance(one.open)} of opening."
    )
    return ModelPreset(
        f"{point.side}-{point.quarter}", f"{name}, {point.quarter}", text, point.values
    )
