"""The rules traced: what ``resolve`` reads and makes, as rows of groups.

The fields of the tables are inputs like any other: a campaign, a setting of a sweep or a step of a
fit changes numbers and no code. What follows from them alone is worked out once for all wars that
share them (``settings``).
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.board import ISSUES
from game.engine.events import Events
from game.engine.luck import DRAWS, Luck
from game.engine.orders import NO_TERMS, Orders
from game.engine.resolve import resolve
from game.engine.tables import EFFECTS, Tables
from game.engine.world import ANSWERS, ASKED, FIELDS, World
from game.kernel import outcomes, policies, settings, solver
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
ORDERED: Final = {
    "rungs": 2 * SLOTS,
    "troops": 1,
    "channel": 2,
    "terms": 2 * len(ISSUES),
    "accept": 2,
    "answers": 2 * ASKED,
}  # rows of each part of orders
GROUPS: Final = {
    name: number
    for number, name in enumerate(
        (
            FRACTIONS,
            WHOLES,
            *ORDERED,
            "luck",
            "events",
            settings.GROUP,
            *MADE.values(),
            FOUND,
            outcomes.GROUP,
            policies.LUCK_SEEDS,
            *policies.SEEDS,
            *policies.TEMPERS,
        )
    )
}
WORD_GROUPS: Final = frozenset({policies.LUCK_SEEDS, *policies.SEEDS})
WHOLE_GROUPS: Final = frozenset(
    {
        WHOLES,
        MADE[WHOLES],
        "rungs",
        "channel",
        "terms",
        "accept",
        "answers",
    }
)


@dataclass(frozen=True)
class Traced:
    """The rules, luck and players, the solver's parts, and what is worked out beforehand."""

    programs: dict[str, Program]
    solver: list[Program]
    settings: settings.TableSettings
    outcome: list[outcomes.Leaf]


def traced(tables: Tables) -> Traced:
    """Return the rules traced for the layout of ``tables``; NotTraceable where they cannot be."""
    found: list[Symbol] = []
    stead = {"game.engine.postures.solve": lambda game: _solved(game, found)}
    with tracing(stead) as made:
        world, given = _world(len(tables.channels.ids)), settings.Given()
        held = symbolic(tables, given.number)
        orders = _orders(len(tables.channels.ids))
        after, told = resolve(world, orders, _events(), _luck(), held)
        parts = solver.programs(made)
        outputs = policies.outputs(world, held)
        happened, leaves = outcomes.outputs(told), outcomes.described(told)
    outputs[NAME] = [
        *happened,
        *_outputs(after, places(len(tables.channels.ids))),
        *((FOUND, row, int(node)) for row, node in enumerate(found[0].nodes.flat)),
    ]
    nodes = [node for rows in outputs.values() for _, _, node in rows]
    beforehand = settings.beforehand(made, nodes, given)
    programs = {
        name: Program(name, made, rows, GROUPS, WHOLE_GROUPS, WORD_GROUPS)
        for name, rows in outputs.items()
    }
    return Traced(programs, parts, beforehand, leaves)


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
        made[name] = inputs(
            place.block,
            (1, *place.shape),
            np.int64 if whole else np.float64,
            _spans(name, channels) if whole else None,
            place.first,
        )
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
        answers=inputs("answers", (1, 2, ASKED), np.int64, np.array([0, ANSWERS])),
    )


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
