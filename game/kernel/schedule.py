"""The schedule: in which order the nodes of a program are computed, and where each is kept.

numpy's loops and the solver are called for many numbers at once. So a program runs in *levels*: a
level computes straight on; between two levels stand the calls whose arguments are there, all calls
of one kind together. A node is computed in the last level that serves all who use it; what a later
level needs waits in a *slot* of the scratch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.kernel.graph import Graph, Node

LOOPS: Final = ("exp", "exp2", "log", "log1p", "arcsinh", "pow")
"""Operations that are numpy's own loops."""
SETTLE: Final = "settle"
SETTLED: Final = 3  # what a call of the solver makes: two log-odds, and whether they are found
CALLED: Final = frozenset({*LOOPS, SETTLE})


@dataclass
class Call:
    """Calls of one kind between two levels: the nodes, and where arguments and answers lie."""

    operation: str
    nodes: list[Node]
    arguments: int = 0  # first slot; the first arguments of all nodes, then the second
    answers: int = 0


@dataclass
class Straight:
    """What is computed straight on, after its calls."""

    calls: list[Call] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)


@dataclass
class Schedule:
    """Levels in turn; ``kept`` the slot of each node that waits; ``slots`` how many there are.

    ``passed`` are the slots of arguments: by node, each with its place.
    """

    levels: list[Straight]
    level_of: dict[Node, int]
    kept: dict[Node, int]
    passed: dict[Node, list[int]]
    slots: int


def parts(graph: Graph, node: Node) -> Sequence[Node]:
    """Return the nodes that a node is made of."""
    operation, *rest = graph.operations[node]
    if operation in ("in", "constant"):
        return ()
    if operation == "of":
        return rest[:1]
    if operation == "gather":
        return rest[1:]  # the first is a place in memory
    return rest


def living(graph: Graph, roots: Iterable[Node]) -> list[Node]:
    """Return the nodes that ``roots`` need, themselves included, each after its parts."""
    alive, waiting = set(), list(roots)
    while waiting:
        node = waiting.pop()
        if node not in alive:
            alive.add(node)
            waiting.extend(parts(graph, node))
    return sorted(alive)  # a node is made after its parts


def scheduled(graph: Graph, outputs: Sequence[Node]) -> Schedule:
    """Return the schedule that computes ``outputs``."""
    alive = living(graph, outputs)
    depth = _depths(graph, alive)
    level_of = _levels(graph, alive, depth, outputs)
    levels = [Straight() for _ in range(max(level_of.values(), default=0) + 1)]
    for node in alive:
        operation = graph.operations[node][0]
        level = levels[level_of[node]]
        if operation in CALLED:
            _call_of(level, operation).nodes.append(node)
        elif operation not in ("constant", "in", "of"):
            level.nodes.append(node)
    return _placed(graph, Schedule(levels, level_of, {}, {}, 0))


def _depths(graph: Graph, alive: list[Node]) -> dict[Node, int]:
    """Return how many calls must have been made before a node can be computed."""
    depth: dict[Node, int] = {}
    for node in alive:
        most = max((depth[part] for part in parts(graph, node)), default=0)
        depth[node] = most + (graph.operations[node][0] in CALLED)
    return depth


def _levels(
    graph: Graph, alive: list[Node], depth: dict[Node, int], outputs: Sequence[Node]
) -> dict[Node, int]:
    """Return the level of each node: called ones as early as can be, others as late."""
    latest = {node: depth[node] for node in outputs}
    level_of: dict[Node, int] = {}
    for node in reversed(alive):
        called = graph.operations[node][0] in CALLED
        level = depth[node] if called else max(latest.get(node, depth[node]), depth[node])
        level_of[node] = level
        for part in parts(graph, node):
            latest[part] = min(latest.get(part, level), level - called)
    return level_of


def _call_of(level: Straight, operation: str) -> Call:
    for call in level.calls:
        if call.operation == operation:
            return call
    level.calls.append(Call(operation, []))
    return level.calls[-1]


def _placed(graph: Graph, schedule: Schedule) -> Schedule:
    """Return the schedule with a slot for every argument, answer and waiting node."""
    for number, level in enumerate(schedule.levels):
        for call in level.calls:
            _place_call(graph, schedule, call)
        for node in level.nodes:
            for part in parts(graph, node):
                waits = schedule.level_of[part] < number
                if waits and graph.operations[part][0] not in ("constant", "in", "of", *CALLED):
                    _keep(schedule, part)
    return schedule


def _place_call(graph: Graph, schedule: Schedule, call: Call) -> None:
    columns = list(zip(*(parts(graph, node) for node in call.nodes), strict=True))
    if call.operation == SETTLE:  # game after game, each with all its terms
        columns = [tuple(part for node in call.nodes for part in parts(graph, node))]
    call.arguments = schedule.slots
    for column in columns:
        for part in column:
            schedule.passed.setdefault(part, []).append(schedule.slots)
            schedule.slots += 1
    call.answers = schedule.slots
    wide = SETTLED if call.operation == SETTLE else 1
    for place, node in enumerate(call.nodes):
        schedule.kept[node] = call.answers + wide * place
    schedule.slots += wide * len(call.nodes)


def _keep(schedule: Schedule, node: Node) -> None:
    if node not in schedule.kept:
        schedule.kept[node] = schedule.slots
        schedule.slots += 1
