"""The two doors: what a side may see of the world, and what it is told of a quarter.

A view copies the fields declared visible to the side and computes nothing from a hidden one; it is
about one war and has names. What a side may know about something hidden is a field of its own.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON, Floats, Ints
from game.engine.fields import Field
from game.engine.ladders import PUBLIC
from game.engine.resolve import Outcome
from game.engine.tables import Tables
from game.engine.world import FIELDS, World


@dataclass(frozen=True)
class View:
    """What one side sees of one war at the start of a quarter.

    ``fields`` maps a field's name to its value without the N axis, and, where each side sees only
    its own row, without the S axis. ``channels`` (K,) is 1 where a channel can be used.
    """

    side: int
    quarter: int
    fields: dict[str, Any]
    channels: Ints

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["fields"][name]
        except KeyError:
            raise AttributeError(f"{SIDES[self.side]} does not see {name!r}") from None

    @property
    def enemy(self) -> int:
        """The other side."""
        return 1 - self.side

    @property
    def tabled_by_enemy(self) -> Ints:
        """(I,) the package the enemy has tabled; -1 before there is one."""
        row: Ints = self.fields["tabled"][self.enemy]
        return row


def sees(side: int, field: Field) -> bool:
    """Whether ``side`` sees the field, wholly or its own row."""
    return field.sight in ("all", "own", SIDES[side])


def view(world: World, side: int, tables: Tables, war: int = 0) -> View:
    """Return what ``side`` sees of war number ``war``."""
    seen = {}
    for name, field in FIELDS.items():
        if sees(side, field):
            value = getattr(world, name)[war]
            value = value[side] if field.sight == "own" else value
            seen[name] = value.copy() if isinstance(value, np.ndarray) else value
    usable = tables.channels.usable(world.quarter[war : war + 1])[0] * (1 - world.burnt[war])
    return View(side, int(world.quarter[war]), seen, usable)


@dataclass(frozen=True)
class Report:
    """What a side is told of one quarter: its own part exactly, the enemy's as the world saw it.

    Men are whole men. ``enemy_deaths`` is exact for nobody: Washington has its claims, Hanoi the
    enemy's published dead.
    """

    side: int
    quarter: int
    sent: float  # thousand; American movements are public
    withdrawn: float
    us_deaths: int
    saigon_deaths: int
    aircraft_lost: int
    prisoners: int
    sorties: float  # thousand; both sides count them
    deaths_claimed: int
    own_infiltration: float | None  # thousand; Hanoi's own
    own_deaths: int | None  # Hanoi's own in the South; Washington's are us_deaths
    own_recruits: float | None
    tempo: Floats  # (C,) actions the enemy or one's own forces initiated, share of a full effort
    offensive_scale: float  # as the world saw it, 0 without one
    reinforcement_scale: float
    sitting: bool
    leaked: tuple[bool, bool]
    broken: tuple[bool, bool]
    paid: int
    acts: Ints  # (S, L) public rungs ordered, -1 where secret
    ended: str
    asked: Ints  # (A,) what the side was asked, by number; 0 for nothing
    answers: Ints  # (A,) its answers, by number
    enemy_asked: Ints  # (A,) what the enemy was asked, where its answer stood in the papers
    enemy_answers: Ints  # (A,) those answers
    decided: int  # points that decisions cost, part of ``paid``; less than 0 where they gained


def report(outcome: Outcome, world: World, side: int, war: int = 0) -> Report:
    """Return what ``side`` is told of the quarter; ``world`` is the world after it."""
    hanoi = side == HANOI
    moved, fought, raids = outcome.moved, outcome.fought, outcome.raids
    scale, decided = outcome.scale_seen[war], outcome.decided
    return Report(
        side=side,
        quarter=int(outcome.quarter[war]),
        sent=float(moved.sent[war]),
        withdrawn=float(moved.withdrawn[war]),
        us_deaths=int(fought.us_deaths[war]),
        saigon_deaths=int(fought.saigon_deaths[war]),
        aircraft_lost=int(raids.aircraft_lost[war]),
        prisoners=int(raids.prisoners[war]),
        sorties=float(raids.sorties[war]),
        deaths_claimed=int(fought.claimed[war]),
        own_infiltration=float(moved.infiltrated[war]) if hanoi else None,
        own_deaths=int(fought.hanoi_deaths[war]) if hanoi else None,
        own_recruits=float(moved.recruited[war].sum()) if hanoi else None,
        tempo=fought.tempo[war].copy(),
        offensive_scale=float(scale[HANOI]),
        reinforcement_scale=float(scale[WASHINGTON]),
        sitting=bool(outcome.sitting[war]),
        leaked=(bool(outcome.leaked[war, 0]), bool(outcome.leaked[war, 1])),
        broken=(bool(outcome.broken[war, 0]), bool(outcome.broken[war, 1])),
        paid=int(outcome.paid[war, side]),
        acts=np.where(PUBLIC, world.acts[war], -1),
        ended=ENDINGS[int(outcome.ended[war])],
        asked=decided.asked[war, side].copy(),
        answers=decided.answers[war, side].copy(),
        enemy_asked=decided.shown_asked[war, 1 - side].copy(),
        enemy_answers=decided.shown[war, 1 - side].copy(),
        decided=int(decided.paid[war, side]),
    )
