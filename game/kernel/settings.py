"""Settings: what the tables hold is read at play, and what follows from it alone is worked out
before: once for all wars that share it, or for each war where a sweep gives it its own.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.engine.constants import Constants
from game.kernel.graph import Graph, Node
from game.kernel.operations import lift
from game.kernel.schedule import living, parts
from game.kernel.symbols import KINDS, Symbol, graph, mapped
from game.kernel.tracing import symbolic

GROUP: Final = "settings"
RAW: Final = "tables"
EVENTS: Final = ".events"
FOLDED: Final = ".dilemmas"  # what a campaign asks is compiled in: most of it is nought
EVALUATED: Final[dict[str, Callable[..., Any]]] = {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "div": np.divide, "max": np.maximum,
    "min": np.minimum, "fdiv": np.floor_divide, "pow": np.power, "neg": np.negative, "abs": np.abs,
    "exp": np.exp, "exp2": np.exp2, "log": np.log, "log1p": np.log1p, "sqrt": np.sqrt,
    "arcsinh": np.arcsinh, "rint": np.rint, "floor": np.floor, "trunc": np.trunc,
    "lt": np.less, "le": np.less_equal,
    "gt": np.greater, "ge": np.greater_equal, "eq": np.equal, "ne": np.not_equal,
    "and": np.logical_and, "or": np.logical_or, "not": np.logical_not,
    "b2f": lambda truth: truth.astype(np.float64), "sel": np.where,
}  # fmt: skip


Row = tuple[str, int, int]
"""A number of the tables: the path of its array, its place there, and the array's size."""


class Unlike(Exception):
    """Tables that the compiled rules cannot read; the plain ones can."""


@dataclass
class Given:
    """The numbers of the tables, in the order of their rows."""

    rows: list[Row] = field(default_factory=list)

    def number(self, path: str, value: Any) -> Symbol:
        """Return inputs for an array or a number of the tables."""
        if path.startswith(FOLDED):
            return lift(value)
        array, first, made = np.asarray(value), len(self.rows), graph()
        self.rows += [(path, place, array.size) for place in range(array.size)]
        rows = np.arange(first, first + array.size).reshape(array.shape)
        kind = KINDS[array.dtype.kind]
        return Symbol(mapped(lambda row: made.node("in", RAW, row, kind=kind), rows), array.dtype)


@dataclass(frozen=True)
class TableSettings:
    """How the rows of ``GROUP`` follow from the tables.

    ``rows``: the numbers that are read; ``steps``: operations on earlier values,
    which are the rows first and then the steps; ``taken``: which values are the group's rows.
    """

    rows: list[Row]
    steps: list[list[Any]]
    taken: list[int]

    def values(self, tables: Any) -> NDArray[np.float64]:
        """Return (rows, 1), or (rows, N) where a number of the tables is an (N,) array."""
        held: dict[str, Any] = {}
        symbolic(tables, lambda path, value: held.setdefault(path, np.asarray(value)))
        values = [_column(held[path], place, size) for path, place, size in self.rows]
        with np.errstate(all="ignore"):  # a step may stand behind a condition that fails
            for operation, *arguments in self.steps:
                if operation == "constant":
                    values.append(np.array([arguments[0]]))
                else:
                    found = EVALUATED[operation](*(values[at] for at in arguments))
                    values.append(found)
        wide = max((value.size for value in values), default=1)
        taken = [np.broadcast_to(values[at], (wide,)) for at in self.taken]
        return np.stack(taken).astype(np.float64) if taken else np.zeros((0, wide))

    def dated(self) -> list[tuple[int, int]] | None:
        """Return the rows of the group that are amounts of the dated events, each with its place
        among them; None where anything is worked out from one."""
        places = {at: place for at, (path, place, _) in enumerate(self.rows) if path == EVENTS}
        if any(
            part in places
            for operation, *parts in self.steps
            if operation != "constant"
            for part in parts
        ):
            return None
        return [(row, places[at]) for row, at in enumerate(self.taken) if at in places]

    def text(self) -> str:
        """Return the settings as JSON."""
        return json.dumps([self.rows, self.steps, self.taken])


def from_text(text: str) -> TableSettings:
    """Return the settings that ``text`` tells."""
    rows, steps, taken = json.loads(text)
    return TableSettings([(path, place, size) for path, place, size in rows], steps, taken)


def shapes(tables: Any) -> str:
    """Return what of the tables the layout depends on: the paths and shapes of their arrays."""
    told: list[str] = []

    def tell(path: str, value: Any) -> None:
        folded = path.startswith(FOLDED)
        told.append(f"{path} {np.asarray(value).tobytes().hex() if folded else np.shape(value)}")

    symbolic(tables, tell)
    asked = tables.dilemmas
    return "\n".join([*told, repr((asked.asking, asked.when, asked.sequels))])


def identity(tables: Any) -> tuple[int, ...]:
    """Return what tells tables apart whose numbers or layout may differ, but for the amounts of
    their events, while they are held."""
    asked = tables.dilemmas
    rest = (id(part) for name, part in vars(tables).items() if name not in (FOLDED[1:], EVENTS[1:]))
    return (
        *rest,
        *tables.events.shape,
        id(asked.pushes),
        id(asked.when),
        id(asked.sequels),
        int(asked.asking),
    )


def beforehand(made: Graph, outputs: list[Node], given: Given) -> TableSettings:
    """Return what can be worked out before, and make it inputs of the graph."""
    alive = living(made, outputs)
    steady = _steady(made, alive)
    border = sorted(
        {
            part
            for node in alive
            if node not in steady
            for part in parts(made, node)
            if part in steady and part not in made.known
        }
        | {node for node in outputs if node in steady and node not in made.known}
    )
    needed = living(made, border)
    raw = [node for node in needed if made.operations[node][0] == "in"]
    at = {node: place for place, node in enumerate(raw)}
    steps: list[list[Any]] = []
    for node in needed:
        if node in at:
            continue
        operation, *rest = made.operations[node]
        at[node] = len(raw) + len(steps)
        steps.append(
            ["constant", made.known[node]]
            if node in made.known
            else [operation, *(at[part] for part in rest)]
        )
    rows = [given.rows[made.operations[node][2]] for node in raw]
    for row, node in enumerate(border):
        made.operations[node] = ("in", GROUP, row)
    return TableSettings(rows, steps, [at[node] for node in border])


def _steady(made: Graph, alive: list[Node]) -> set[Node]:
    """Return the nodes that are the same in every war of one setting."""
    steady: set[Node] = set()
    for node in alive:
        operation, *rest = made.operations[node]
        if operation == "in":
            if rest[0] == RAW:
                steady.add(node)
        elif (operation == "constant" or operation in EVALUATED) and steady.issuperset(
            parts(made, node)
        ):
            steady.add(node)
    return steady


def _column(array: Any, place: int, size: int) -> Any:
    """Return one number of an array as (1,), or as (N,) where each war has its own."""
    if array.size != size:
        if size == 1 and array.ndim == 1:
            return array.astype(np.float64)
        raise Unlike("a list of its own for each war")
    return array.reshape(-1)[place : place + 1].astype(np.float64)


def some_of(tables: Any, rows: Any) -> Any:
    """Return tables for the wars at ``rows`` of those that these are for."""
    usual = Constants()
    constants = {
        name: value[rows] if np.ndim(value) > np.ndim(getattr(usual, name)) else value
        for name, value in vars(tables.constants).items()
    }
    return tables.with_constants(**constants)
