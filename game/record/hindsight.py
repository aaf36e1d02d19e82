"""A war entered again after it was opened: with hindsight, and against another government.

Whoever comes back has read the enemy's private type and weights. So the enemy gets others, drawn
from what the person's side could know when the quarter opened (``players.hindsight``). The quarters
before stand as they were, stored and not played again; what the person's own side saw of them does
not change. The log says at which quarter the war was entered, and it counts for no record.
"""

from dataclasses import dataclass, replace

from game.engine.board import Floats
from game.engine.dossier import Dossier
from game.engine.resolve import prepare
from game.engine.view import view
from game.engine.world import World, digests
from game.record.encoding import world_numbers
from game.record.history import GameHistory, branched
from game.record.log import Beginning, QuarterRow, Seats

MENU = ("prices", "legal", "signing")  # what a side was shown it would pay, it pays


@dataclass(frozen=True)
class Private:
    """What a government keeps to itself: resilience and nerve, each 0 or 1, and its private weights
    ``tilt`` (I,), log-odds."""

    resilience: int
    nerve: int
    tilt: Floats


def entered_again(
    past: GameHistory,
    quarter: str,
    side: int,
    private: Private,
    seed: int,
    seats: Seats | None = None,
) -> GameHistory:
    """Return ``past`` from ``quarter`` on as another game's, in which the enemy of ``side`` is as
    ``private`` says. Problem for a quarter that was not played."""
    cut_off = branched(past, quarter, seed, seats)
    worlds = tuple(_other(world, 1 - side, private) for world in cut_off.worlds)
    last = _ready(worlds[-1], side, cut_off)
    worlds = (*worlds[:-1], last)
    rows = tuple(_row(row, world) for row, world in zip(cut_off.rows, worlds[1:], strict=True))
    made = replace(
        cut_off,
        worlds=worlds,
        rows=rows,
        steps=(),
        beginning=_beginning(cut_off.beginning, worlds[0], quarter, len(rows)),
    )
    return replace(made, dossiers=(_seen(made, 0), _seen(made, 1)))


def said(beginning: Beginning) -> str:
    """Return in a sentence that a war was entered again; empty where it was not."""
    if beginning.hindsight is None:
        return ""
    return (
        f"With hindsight: this war was entered again at {beginning.hindsight}, after it had "
        "been opened. The other government is drawn anew, and it counts for no record."
    )


def _other(world: World, enemy: int, private: Private) -> World:
    changed = {}
    for name in ("resilience", "nerve", "tilt"):
        values = getattr(world, name).copy()
        values[:, enemy] = getattr(private, name)
        changed[name] = values
    return world.with_(**changed)


def _ready(world: World, side: int, past: GameHistory) -> World:
    """Return the world to be played on, read and priced for the other government; the person's own
    menu stays as it was shown."""
    made = prepare(world, past.tables)
    menu = {name: getattr(made, name).copy() for name in MENU}
    for name, rows in menu.items():
        rows[:, side] = getattr(world, name)[:, side]
    return made.with_(**menu)


def _row(row: QuarterRow, world: World) -> QuarterRow:
    return row.model_copy(update={"world": world_numbers(world), "digest": digests(world)[0]})


def _beginning(old: Beginning, start: World, quarter: str, stored: int) -> Beginning:
    return old.model_copy(
        update={
            "resilience": [int(value) for value in start.resilience[0]],
            "nerve": [int(value) for value in start.nerve[0]],
            "stored": stored,
            "hindsight": quarter,
            "digest": digests(start)[0],
            "world": world_numbers(start),
        }
    )


def _seen(past: GameHistory, side: int) -> Dossier:
    """Return a side's papers on the worlds as they are now."""
    views = tuple(view(world, side, past.tables) for world in past.worlds)
    return replace(past.dossiers[side], views=views)
