"""Peek: every field hidden from a side is changed, and nothing that reaches the side changes.

A random war of random orders is stopped somewhere. Its twin has other values in every field that
the side does not see, in every world since the start; other orders, reports, notes and drafts of
the enemy; another type. Dossier, legal orders, prices, advice, view models, the terminal's text,
exports, the list's picture and the orders of a machine in the side's place must be the same; for
some of the worlds every screen's frame too.
"""

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from game.cli import _seats
from game.desk import build_climax
from game.desk.chair import Chair
from game.desk.desk import Desk
from game.desk.facilitate import SittingState, facilitator_of
from game.desk.public import public
from game.engine.board import SIDES
from game.engine.dossier import Dossier
from game.engine.ladders import USED, ladder_of_slot
from game.engine.menu import refusals
from game.engine.orders import SideOrders, to_words
from game.engine.view import sees, view
from game.engine.world import FIELDS, World
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES, doctrine
from game.players.levels import LEVELS
from game.players.random_legal import RandomLegal
from game.players.thinking import Thinking
from game.record import Game, lines, shelf
from game.record.encoding import report_values, world_numbers
from game.study.debrief.transcript import transcript
from game.study.papers import export, export_game, export_rows
from game.text.session import Session
from game.text.terminal import Terminal
from tests.torture import games
from tests.torture.cases import Findings

EVERY_FRAME = 25  # one world in so many has its screens drawn too: 20 of 500
EVERY_THOUGHT = 25  # and so many have a machine that searches
TRIED = 12  # sets of random orders whose legality is compared
MOST_QUARTERS = 10
SHOWN = (
    "show",
    "orders",
    "diplomacy",
    "channels",
    "table",
    "map",
    "advisers all",
    "history",
    "log 99",
    "briefing",
    "codex",
    "decide",
)

Outputs = dict[str, Any]


class Silent:
    """A machine that is never asked: the person to move has not ended the quarter."""

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return nothing."""
        raise AssertionError("the quarter was ended")


def run(findings: Findings, count: int, seed: int) -> None:
    """Look at ``count`` worlds and their twins."""
    for number in range(count):
        rng = random.Random(f"{seed} peek {number}")
        name = "whole" if number % 2 else "tet"
        quarters, side = rng.randrange(MOST_QUARTERS if name == "whole" else 6), number // 2 % 2
        game = games.played(name, quarters, rng.randrange(10**6))
        while game.over:
            game = games.played(name, quarters, rng.randrange(10**6))
        game.rewind(game.quarter_name)  # what lies on the table of the quarter is given anew
        twin, changed = twin_of(game, side, rng)
        case = f"{seed}-{number}-{SIDES[side]}"
        findings.reach("fields changed", changed)
        try:
            differ = different(game, twin, side, number, findings)
        except Exception as error:
            differ = [f"{type(error).__name__}: {error}"]
        findings.count("worlds")
        if differ:
            findings.fail(
                case,
                ", ".join(differ),
                {"game.overture": game.to_bytes(), "twin.overture": twin.to_bytes()},
            )


def twin_of(game: Game, side: int, rng: random.Random) -> tuple[Game, int]:
    """Return a game that is the same in all that ``side`` sees and another in all else, and how
    many fields were changed in the last world."""
    past = game.past
    worlds, changed = [], 0
    for world in past.worlds:
        made, changed = hidden_changed(world, side, rng)
        worlds.append(made)
    rows = tuple(_row(row, world, side) for row, world in zip(past.rows, worlds[1:], strict=True))
    own = past.dossiers[side]
    seen = tuple(view(world, side, past.tables) for world in worlds)
    dossiers = list(past.dossiers)
    dossiers[side] = replace(own, views=seen)
    other = {
        name: [1 - value for value in getattr(past.beginning, name)]
        for name in ("resilience", "nerve")
    }
    for name in other:
        other[name][side] = getattr(past.beginning, name)[side]
    twin = Game(
        replace(
            past,
            worlds=tuple(worlds),
            rows=rows,
            dossiers=(dossiers[0], dossiers[1]),
            beginning=past.beginning.model_copy(update=other),
        )
    )
    entries = [
        entry.model_copy(update={"text": "Something else."})
        if entry.side == SIDES[1 - side]
        else entry
        for entry in game.entries
    ]
    twin.resume(game.pending(), entries)
    twin.draft(1 - side, {"posture": "talks"})
    return twin, changed


def hidden_changed(world: World, side: int, rng: random.Random) -> tuple[World, int]:
    """Return a world with another value in every part of every field that ``side`` cannot see."""
    made: dict[str, Any] = {}
    for name, field in FIELDS.items():
        if sees(side, field) and field.sight != "own":
            continue
        value = getattr(world, name).copy()
        part = value[:, 1 - side] if field.sight == "own" else value
        part[...] = _other(part, field, rng)
        if name == "channel":
            part[...] = part % world.burnt.shape[1]  # the campaign has no more
        if name == "in_force":
            part[...] = standing_rungs(part, world.in_force[:, 1 - side], 1 - side)
        made[name] = value
    return world.with_(**made), len(made)


def standing_rungs(rungs: Any, before: Any, side: int) -> Any:
    """Return rungs in force, (N, L), that can stand; as before where no other can."""
    made = before.copy()
    for slot in range(int(USED[side].sum())):
        ladder, _ = ladder_of_slot(side, slot)
        can = [
            rung
            for rung in range(len(ladder.rungs))
            if ladder.standing(rung) == rung and rung != before[0, slot]
        ]
        made[0, slot] = can[int(rungs[0, slot]) % len(can)] if can else before[0, slot]
    return made


def _other(values: Any, field: Any, rng: random.Random) -> Any:
    """Return values inside a field's bounds, each of them another."""
    if field.whole and field.high - field.low <= 5:
        return np.where(values > 0, 0, 1)
    span = min(field.high - field.low, 1000.0)
    moved = field.low + (values - field.low + span * rng.uniform(0.2, 0.7)) % span
    return np.floor(moved).astype(np.int64) if field.whole else moved


def _row(row: Any, world: World, side: int) -> Any:
    """Return a row of the log as it would be in the other world."""
    enemy = SIDES[1 - side]
    orders = row.orders.model_copy(update={enemy: {"posture": "talks", "home": "quiet"}})
    told = row.reports.model_copy(update={enemy: {}})
    return row.model_copy(
        update={
            "orders": orders,
            "reports": told,
            "world": world_numbers(world),
            "digest": "0" * 32,
        }
    )


def different(game: Game, twin: Game, side: int, number: int, findings: Findings) -> list[str]:
    """Return the outputs in which a game and its twin differ."""
    names, compared = [], 0
    makers: list[Callable[[Game, int], Outputs]] = [papers, legality, screens, exports, machines]
    if number % EVERY_THOUGHT == 0:
        makers.append(thinking)
        findings.count("worlds with a searching machine")
    if number % EVERY_FRAME == 0:
        makers.append(frames)
        findings.count("worlds with every frame")
    for make in makers:
        first, second = make(game, side), make(twin, side)
        assert first.keys() == second.keys()
        names += [name for name in first if not same(first[name], second[name])]
        compared += len(first)
    findings.reach("outputs compared a world", compared)
    return names


def same(one: Any, other: Any) -> bool:
    """Whether two outputs are equal, arrays in them too."""
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def papers(game: Game, side: int) -> Outputs:
    """Return the dossier, the news, and what may be ordered at what price."""
    dossier = game.dossier(side)
    ids = dossier.tables.channels.ids
    return {
        "views": [one.fields | {"channels": one.channels} for one in dossier.views],
        "reports": [report_values(one) for one in dossier.reports],
        "own orders": [to_words(side, one, ids) for one in dossier.orders],
        "events known": dossier.tables.events,
        "news": list(game.news(side)),
        "prices": dossier.view.prices,
        "legal": dossier.view.legal,
        "standing": to_words(side, game.read(side, {}), ids),
    }


def legality(game: Game, side: int) -> Outputs:
    """Return what the referee says of random orders, legal and not."""
    rng = random.Random(7)
    found = game.dossier(side).view
    said = []
    for _ in range(TRIED):
        player = Glancing(RandomLegal(), rng.randrange(10**6))
        orders = player.decide(game.dossier(side))
        wrong = replace(orders, troops=orders.troops + 2.5, accept=orders.accept + 1)
        said += [tuple(refusals(side, one, found, False)) for one in (orders, wrong)]
    return {"refusals": said}


def screens(game: Game, side: int) -> Outputs:
    """Return the view models and the terminal's text, advice included."""
    desk = seated(Chair, game, side)
    sink = io.StringIO()
    source = io.StringIO("".join(f"{line}\n" for line in SHOWN))
    Session(desk, Terminal(source, sink, {"TERM": "dumb"})).run()
    # The list's picture is what a file on disk would show of it.
    log = lines.from_bytes(game.to_bytes(), "game")
    return {
        "quarter": repr(desk.quarter()),
        "briefing": repr(desk.briefing()),
        "terminal": sink.getvalue(),
        "advice": repr(_seats.council().advise(game.dossier(side))),
        "picture": shelf.picture(log, (SIDES[side],)),
        "picture for two": shelf.picture(log, SIDES),
        "projector": repr(public(desk, desk_standing(desk))),
        "climaxes": repr(
            [
                (build_climax.own(desk.dossier, place), build_climax.common(desk.dossier, place))
                for place in range(len(desk.dossier.reports))
            ]
        ),
    }


def desk_standing(desk: Chair) -> SittingState:
    """Return the clock of a game at a chair; it stands still."""
    return facilitator_of(desk.game, lambda: 0.0).standing()


def seated(kind: type[Chair], game: Game, side: int) -> Chair:
    """Return the side's chair over a copy of a game, so that nothing is left behind."""
    copy = Game(game.past)
    copy.resume(game.pending(), list(game.entries))
    chair = kind(copy, {1 - side: Silent()}, None, _seats.council())
    chair.seen[side] = max(0, len(copy.dossier(side).reports) - 1)
    return chair


def exports(game: Game, side: int) -> Outputs:
    """Return what the side may export while the war goes on."""
    return {
        "exported sections": repr(export.known(game, side)),
        "exported rows": repr(export_rows.rows_known(game, side)),
        "exported document": repr(export_game.papers(game, side)),
        "exported transcript": transcript(game, (side,)),
    }


def machines(game: Game, side: int) -> Outputs:
    """Return the orders of every doctrine in the side's place."""
    dossier = game.dossier(side)
    ids = dossier.tables.channels.ids
    decided = {known.name: Glancing(known.policy, 5).decide(dossier) for known in DOCTRINES[side]}
    return {f"orders of {name}": to_words(side, given, ids) for name, given in decided.items()}


def thinking(game: Game, side: int) -> Outputs:
    """Return the orders of a machine that searches."""
    player = Thinking(doctrine(side, DOCTRINES[side][0].name), LEVELS[0], 5)
    ids = game.dossier(side).tables.channels.ids
    return {"orders of a search": to_words(side, player.decide(game.dossier(side)), ids)}


def frames(game: Game, side: int) -> Outputs:
    """Return every screen of the window as its pixels."""
    # Late: pygame reads the driver when it is imported.
    import pygame

    from tests.ui.windows import window

    app, _ = window((1024, 600))
    made = {}
    for name, scene in _scenes(seated(Desk, game, side)):
        app.replace(scene)
        app.dirty_all()
        app.frame()
        made[f"frame {name}"] = pygame.image.tobytes(app.surface, "RGB")
    return made


def _scenes(desk: Chair) -> Iterator[tuple[str, Any]]:
    from game.ui.scenes.newgame import BriefingScene
    from game.ui.scenes.quarter import PAGES, QuarterScene
    from game.ui.scenes.resolution import ResolutionScene

    def nothing(*_: object) -> None:
        """Lead nowhere."""

    yield "briefing", BriefingScene(desk.briefing(), nothing)
    told = desk.resolution()
    if told is not None:
        yield "resolution", ResolutionScene(told, nothing)
    for page, _ in PAGES:
        scene = QuarterScene(desk, nothing, nothing, nothing, nothing)
        scene.page = page
        yield page, scene
