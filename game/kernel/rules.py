"""The rules traced: what ``resolve`` reads and makes, as rows of groups.

The fields of the tables are inputs like any other: a campaign, a setting of a sweep or a step of a
fit changes numbers and no code. What follows from them alone is worked out once for all wars that
share them (``settings``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.dilemmas import FACTORS, PUSHES
from game.engine.events import Events, happen
from game.engine.luck import DRAWS, Luck
from game.engine.orders import NO_TERMS, Orders
from game.engine.resolve import play
from game.engine.rules import dilemmas
from game.engine.tables import EFFECTS, Tables
from game.engine.world import FIELDS, World, choose
from game.kernel import settings, solver
from game.kernel.blocks import FRACTIONS, WHOLES, places
from game.kernel.emission import Program
from game.kernel.schedule import SETTLE
from game.kernel.symbols import Symbol, graph
from game.kernel.tracing import symbolic, tracing
from game.players.stepping import TOPS
from game.theory import posture

NAME: Final = "rules"
SLOTS: Final = len(TOPS[0])
MADE: Final = {FRACTIONS: "fractions_made", WHOLES: "wholes_made"}
FOUND: Final = "found"  # by side: whether the solver has answered
ORDERED: Final = ("rungs", "troops", "channel", "terms", "accept")
BEGUN: Final = {FRACTIONS: "fractions_begun", WHOLES: "wholes_begun"}
GROUPS: Final = {name: number for number, name in enumerate((
    FRACTIONS, WHOLES, *BEGUN.values(), *ORDERED, "paid", "luck", settings.GROUP,
    *MADE.values(), FOUND,
))}  # fmt: skip
WHOLE_GROUPS: Final = frozenset({
    WHOLES, BEGUN[WHOLES], MADE[WHOLES], "rungs", "channel", "terms", "accept", "paid",
})  # fmt: skip


@dataclass(frozen=True)
class Traced:
    """The rules, the solver's parts, and what is worked out beforehand."""

    program: Program
    solver: list[Program]
    settings: settings.Settings
    begun: tuple[str, ...]  # the fields that the quarter's beginning may change


def traced(tables: Tables) -> Traced:
    """Return the rules traced for the layout of ``tables``; NotTraceable where they cannot be."""
    found: list[Symbol] = []
    stead = {"game.engine.postures.solve": lambda game: _solved(game, found)}
    with tracing(stead) as made:
        opening, given = _world(len(tables.channels.ids)), settings.Given()
        held = symbolic(settings.read(tables), given.number)
        begun = _begun(opening, held)
        orders, faced = _orders(len(tables.channels.ids)), _faced()
        after, _ = play((opening, begun), orders, faced, _luck(), held)
        after = choose(opening.running, after, opening)
        parts = solver.programs(made)
    outputs = [*_outputs(after, places(len(tables.channels.ids))),
               *((FOUND, row, int(node)) for row, node in enumerate(found[0].nodes.flat))]
    beforehand = settings.beforehand(made, [node for _, _, node in outputs], given)
    program = Program(NAME, made, outputs, GROUPS, WHOLE_GROUPS)
    return Traced(program, parts, beforehand, tuple(changed(opening, begun)))


def inputs(
    group: str, shape: tuple[int, ...], dtype: Any, spans: Any = None, first: int = 0
) -> Any:
    """Return inputs of a group from a row on; ``spans`` (shape, 2) what each can be, if known."""
    made, nodes = graph(), np.empty(shape, dtype=np.int64)
    for row, place in enumerate(np.ndindex(*shape)):
        node = made.node("in", group, first + row, kind=np.dtype(dtype).kind)
        nodes[place] = node
        if spans is not None:
            low, high = np.broadcast_to(spans, (*shape, 2))[place]
            made.spans[node] = (float(low), float(high))
    return Symbol(nodes, dtype)


def _world(channels: int) -> World:
    made = {}
    for name, place in places(channels).items():
        whole = place.block == WHOLES
        made[name] = inputs(place.block, (1, *place.shape), np.int64 if whole else np.float64,
                            _spans(name, channels) if whole else None, place.first)  # fmt: skip
    return World(**made)


def _spans(name: str, channels: int) -> Any:
    """Return the least and the greatest of a field of whole numbers: as declared, or closer."""
    if name in ("in_force", "reached", "reached_before"):
        return _rungs()
    high = channels - 1 if name == "channel" else FIELDS[name].high
    return np.array([FIELDS[name].low, high])


def _rungs() -> Any:
    return np.stack([np.zeros_like(TOPS), TOPS], axis=-1)


def _orders(channels: int) -> Orders:
    return Orders(
        rungs=inputs("rungs", (1, 2, SLOTS), np.int64, _rungs()),
        troops=inputs("troops", (1,), np.float64),
        channel=inputs("channel", (1, 2), np.int64, np.array([0, channels - 1])),
        terms=inputs("terms", (1, 2, 5), np.int64, np.array([NO_TERMS, 3])),
        accept=inputs("accept", (1, 2), np.int64, np.array([0, 1])),
    )


def _begun(opening: World, tables: Any) -> World:
    """Return the world as the quarter has begun: what events and decisions may change is given."""
    happened = happen(opening, _events(), _luck(), tables)
    pushes = [push for push in PUSHES if push not in FACTORS]
    targets = {name for push in pushes for name, _ in dilemmas._targets(push)}
    names = [*changed(opening, happened), *targets, "answered", "answered_in"]
    made: dict[str, Any] = {}
    for group, members in begun_groups(name for name in FIELDS if name in names).items():
        whole, row = group == BEGUN[WHOLES], 0
        for name in members:
            made[name] = inputs(group, getattr(opening, name).shape,
                                np.int64 if whole else np.float64,
                                _spans(name, 1) if whole else None, row)  # fmt: skip
            row += made[name].size
    return opening.with_(**made)


def begun_groups(names: Iterable[str]) -> dict[str, list[str]]:
    """Return fields that the quarter's beginning may change by the group that holds them."""
    groups: dict[str, list[str]] = {group: [] for group in BEGUN.values()}
    for name in names:
        groups[BEGUN[WHOLES if FIELDS[name].whole else FRACTIONS]].append(name)
    return groups


def changed(one: World, other: World) -> list[str]:
    """Return the fields in which two worlds do not hold the same array."""
    return [name for name in FIELDS if getattr(one, name) is not getattr(other, name)]


def _faced() -> dilemmas.Faced:
    """Return a quarter's decisions, of which only what they cost is read here."""
    paid = inputs("paid", (1, 2), np.int64)
    unread: Any = None
    return dilemmas.Faced(unread, unread, unread, unread, paid)


def _luck() -> Luck:
    return Luck(inputs("luck", (len(DRAWS), 1), np.float64))


def _events() -> Events:
    return Events(inputs("events", (len(EFFECTS), 1), np.float64))


def _outputs(after: World, where: Any) -> list[tuple[str, int, int]]:
    made = []
    for name, place in where.items():
        nodes = getattr(after, name).nodes.reshape(-1)
        group = MADE[place.block]
        made += [(group, place.first + row, int(node)) for row, node in enumerate(nodes)]
    return made


def _solved(game: Any, found: list[Symbol]) -> Any:
    """Stand for ``posture.solve``: the solver is called, and what it could not answer is noted."""
    terms, shape = posture._stack(game)
    odds, settled = _settled(terms)
    answers = posture._answers(terms, odds)
    found.append(settled & (answers[-1] <= posture.LARGEST_RESIDUAL))
    return posture.Equilibrium(*(answer.reshape(shape) for answer in answers))


def _settled(terms: Any) -> tuple[Any, Any]:
    """Return the log-odds (2, M) that the compiled solver finds, and where it finds them (M,)."""
    made, points = graph(), terms.shape[1]
    odds, found = np.empty((2, points), np.int64), np.empty(points, np.int64)
    for point in range(points):
        call = made.node(SETTLE, *(int(node) for node in terms.nodes[:, point]), kind="call")
        odds[:, point] = [made.node("of", call, row, kind="f") for row in (0, 1)]
        found[point] = made.node("of", call, 2, kind="b")
    return Symbol(odds, np.float64), Symbol(found, np.bool_)

