"""A war that is over from the other chair: what a side ordered, what it was shown of its enemy,
what it took its enemy for, and what was; quarter by quarter."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.engine.board import SIDES
from game.engine.ladders import LADDERS
from game.problems import Problem
from game.record import Game
from game.study.debrief.compare import sight
from game.study.debrief.transcript import changed, ordered
from game.study.debrief.war import CLOSED_BOOK
from game.study.debrief.words import NAMES, number
from game.words import plain

TITLES: Final = {
    "main_force": "Hanoi's main force in the South, thousands",
    "guerrillas": "Guerrillas in the South, thousands",
    "throughput": "What the trail can carry, per cent",
    "cohesion": "Unity of the Politburo, per cent",
    "quality": "Quality of Saigon's army, per cent",
    "control": "Population under Saigon's control, per cent",
    "reserve": "American strategic reserve, thousands",
}
IN_THOUSANDS: Final = ("main_force", "guerrillas", "reserve")


@dataclass(frozen=True)
class ChairQuarter:
    """One quarter from one side's chair. ``figures`` are titles, what it believed as the quarter
    opened, and what was; ``believed`` is what it took its enemy's resilience for, 0..1."""

    quarter: str
    place: int
    ordered: str
    showed: str
    believed: float
    figures: tuple[tuple[str, str, str], ...]


def seats(game: Game, side: int) -> tuple[ChairQuarter, ...]:
    """Return every quarter as ``side`` saw it; Problem while the war goes on."""
    if not game.over:
        raise Problem(CLOSED_BOOK)
    past, enemy = game.past, 1 - side
    public = [ladder for ladder in LADDERS[enemy] if ladder.public]
    made = []
    for place, row in enumerate(past.rows):
        world = past.worlds[place]
        shown = changed(past.dossiers[enemy], place, public)
        made.append(
            ChairQuarter(
                row.quarter,
                place,
                ordered(past.dossiers[side], place),
                plain.sentence("; ".join(shown) if shown else "what stood went on"),
                float(world.belief_resilient[0, enemy]),
                _figures(*sight(world, side)),
            )
        )
    return tuple(made)


def _figures(seen: dict[str, float], true: dict[str, float]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (TITLES[name], _figure(name, seen[name]), _figure(name, true[name])) for name in seen
    )


def _figure(name: str, value: float) -> str:
    return f"{value:.0f}" if name in IN_THOUSANDS else f"{100 * value:.0f}"


def lines(game: Game, side: int) -> Iterator[str]:
    """Yield a war as ``side`` saw it, for people; a figure that was wrong stands beside the truth.

    Problem while the war goes on.
    """
    name, enemy = NAMES[SIDES[side]], NAMES[SIDES[1 - side]]
    yield f"{game.campaign.title}, from {name}'s chair"
    for seat in seats(game, side):
        yield ""
        yield seat.quarter
        yield f"  ordered: {seat.ordered}"
        yield f"  {enemy} showed: {seat.showed}"
        yield f"  believed: {enemy} highly resilient with {number(seat.believed)}"
        for title, seen, true in seat.figures:
            yield f"    {title}: {seen}{'' if seen == true else f' (in truth {true})'}"
