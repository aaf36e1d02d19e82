"""The players traced: doctrines of any temper, and stepping ones, each as a program of its own.

A temper's numbers are inputs, a column a war, so that every doctrine, every reading of one and
every mixture of them is the same code. A policy that is not known here plays by its own Python.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np

from game.engine.board import HANOI, ISSUES, WASHINGTON, Ints
from game.engine.ladders import SLOTS
from game.engine.luck import DRAWS, draw
from game.engine.orders import SideOrders
from game.engine.sight import imagined_look
from game.engine.tables import Tables
from game.engine.world import ASKED, World
from game.kernel.graph import Node
from game.kernel.settings import Unlike
from game.kernel.symbols import Symbol, graph
from game.players.base import Policy
from game.players.diplomacy import TableTemper
from game.players.doctrines import DOCTRINES
from game.players.hanoi import HanoiPolicy, HanoiTemper
from game.players.stepping import TOPS, Stepping
from game.players.washington import WashingtonPolicy, WashingtonTemper

GIVEN, DOCTRINE, STEPPING = range(3)
"""Who orders: whoever has given the orders, a doctrine, or stepping by chance."""
KINDS: Final = {DOCTRINE: "doctrine", STEPPING: "stepping"}
TEMPERS: Final = ("tempers_washington", "tempers_hanoi")
SEEDS: Final = ("seeds_washington", "seeds_hanoi")  # of the players
LUCK_SEEDS: Final = "seeds"  # of the wars
_SLOTS: Final = {
    "bombing_at_table": "bombing",
    "hand_over": "vietnamization",
    "open_rung": "posture",
    "effort_at_table": "effort",
}
_TEMPERS: Final[tuple[type[Any], type[Any]]] = (WashingtonTemper, HanoiTemper)

Output = tuple[str, int, Node]


@dataclass(frozen=True)
class Ordering:
    """Who orders for a side: the kind, the numbers of its temper (rows, N or 1), and its seeds."""

    kind: int
    numbers: Any = None
    seeds: Any = None


def name_of(kind: int, side: int) -> str:
    """Return the name of a program that orders."""
    return f"{KINDS[kind]}_{side}"


def outputs(world: World, tables: Tables) -> dict[str, list[Output]]:
    """Return what each program of players and luck makes, by its name, while a graph is traced.

    What events are to come is kept from a policy: one that asked for them could not be traced.
    """
    nothing: Any = None
    known = replace(tables, events=nothing)
    found = {"luck": _luck(world)}
    for side in (WASHINGTON, HANOI):
        seeds = _words(SEEDS[side])
        policies = {DOCTRINE: _doctrine(side), STEPPING: Stepping()}
        for kind, policy in policies.items():
            orders = policy.decide_batch(imagined_look(world, side, known), seeds)
            found[name_of(kind, side)] = _parts(side, orders)
    return found


def ordering(policy: Policy, side: int, seeds: Ints) -> Ordering:
    """Return how a policy orders compiled; Unlike where it cannot."""
    own = seeds.reshape(1, -1)
    if isinstance(policy, Stepping):
        return Ordering(STEPPING, np.zeros((rows(side), 1)), own)
    if not isinstance(policy, WashingtonPolicy | HanoiPolicy):
        raise Unlike("a policy that is not compiled")
    temper = policy.temper
    if type(temper) is not _TEMPERS[side]:
        raise Unlike("a temper of the other side")
    values = [np.atleast_1d(np.asarray(value, dtype=np.float64)) for value in _numbers(temper)]
    for value, (name, _) in zip(values, _names(_TEMPERS[side]), strict=True):
        low, high = _span(side, name)
        if value.min() < low or value.max() > high:
            raise Unlike(f"{name} is no rung of its ladder")
    wide = max(len(value) for value in values)
    return Ordering(DOCTRINE, np.stack([np.broadcast_to(v, (wide,)) for v in values]), own)


def rows(side: int) -> int:
    """Return how many numbers a side's tempers have."""
    return len(_names(_TEMPERS[side]))


def _names(kind: type[Any]) -> list[tuple[str, bool]]:
    """Return the numbers of a temper by name, and whether each is of its table's temper."""
    own = [entry.name for entry in fields(kind) if entry.name != "table"]
    return [
        *((name, False) for name in own),
        *((entry.name, True) for entry in fields(TableTemper)),
    ]


def _numbers(temper: Any) -> list[Any]:
    return [
        getattr(temper.table if at_table else temper, name)
        for name, at_table in _names(type(temper))
    ]


def _doctrine(side: int) -> Any:
    """Return a doctrine whose numbers are inputs."""
    kind, made, table = _TEMPERS[side], dict[str, Any](), dict[str, Any]()
    for row, (name, at_table) in enumerate(_names(kind)):
        node = graph().node("in", TEMPERS[side], row, kind="f")
        graph().spans[node] = _span(side, name)
        (table if at_table else made)[name] = Symbol(np.array([node]), np.float64)
    usual = DOCTRINES[side][0]
    temper = replace(usual.temper, **made, table=TableTemper(**table))
    return replace(usual, temper=temper).policy


def _span(side: int, name: str) -> tuple[float, float]:
    """Return between what a temper's number lies: a ladder's rungs, or anything."""
    ladder = _SLOTS.get(name, name)
    if ladder not in SLOTS[side]:
        return (-np.inf, np.inf)
    return (0.0, float(TOPS[side, SLOTS[side][ladder].start]))


def _luck(world: World) -> list[Output]:
    drawn: Any = draw(_words(LUCK_SEEDS), world.quarter).rows
    return [("luck", row, int(drawn.nodes[row, 0])) for row in range(len(DRAWS))]


def _words(group: str) -> Any:
    node = graph().node("in", group, 0, kind="u")
    return Symbol(np.array([node]), np.uint64)


def _parts(side: int, orders: SideOrders) -> list[Output]:
    """Return where one side's orders go: rows of the groups that both sides' orders are."""
    found: list[Output] = []
    each = {
        "rungs": len(TOPS[0]),
        "channel": 1,
        "terms": len(ISSUES),
        "accept": 1,
        "answers": ASKED,
    }
    for name, count in each.items():
        values: Any = getattr(orders, name)
        nodes = np.broadcast_to(values.nodes.reshape(-1), (count,))
        found += [(name, side * count + row, int(node)) for row, node in enumerate(nodes)]
    if side == WASHINGTON:
        troops: Any = orders.troops
        found.append(("troops", 0, int(troops.nodes.reshape(-1)[0])))
    return found
