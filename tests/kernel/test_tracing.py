"""Tracing: what numpy does to one war, written down, and refused where it cannot be."""

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.engine import many  # noqa: F401  the rules' modules are there to be traced
from game.engine.board import total
from game.kernel import settings
from game.kernel.graph import Graph, NotTraceable
from game.kernel.numpy_stand_in import StandIn
from game.kernel.rules import inputs
from game.kernel.schedule import living, parts
from game.kernel.tracing import tracing

NP: Any = StandIn()


def worked_out(made: Graph, node: int, given: list[float]) -> float:
    """Return what a node comes to where the inputs are ``given``."""
    values: dict[int, Any] = {}
    for one in living(made, [node]):
        operation, *rest = made.operations[one]
        if operation == "in":
            values[one] = np.array([given[rest[1]]])
        elif one in made.known:
            values[one] = np.array([made.known[one]])
        else:
            values[one] = settings.EVALUATED[operation](*(values[p] for p in parts(made, one)))
    return float(values[node][0])


CASES: list[tuple[str, Callable[[Any, Any], Any]]] = [
    ("where", lambda np_, x: np_.where(x[:, 0] > 1.0, x[:, 1], -x[:, 2])),
    ("in place", lambda np_, x: _squared_in_place(np_, x)),
    ("places picked out", lambda np_, x: _picked_out(np_, x)),
    ("lowest bits", lambda np_, x: (np_.rint(x[:, 1]).astype(np.int64) + 5) & 3),
    ("stack", lambda np_, x: total(np_.stack([x[:, 0], x[:, 1] * 2.0], axis=1))),
    ("select", lambda np_, x: np_.select([x[:, 0] > 9.0, x[:, 1] > 1.0], [1, 2], default=7)),
    ("clip", lambda np_, x: np_.clip(x[:, 2], -0.5, 1.0)),
    ("power", lambda np_, x: x[:, 1] ** 2 + x[:, 1] ** 0.5 + 2.0 ** x[:, 0]),
    ("take", lambda np_, x: np_.array([5.0, 6.0, 7.0]).take((x[:, 1] > 1.0).astype(np.int64))),
    ("exp", lambda np_, x: np_.exp(x[:, 0]) + np_.log(x[:, 1]) - np_.log1p(x[:, 1])),
    ("whole", lambda np_, x: (np_.rint(x[:, 1]).astype(np.int64) + 5) // 2),
]


def _picked_out(np_: Any, x: Any) -> Any:
    made = np_.zeros((1, 2))
    rows, columns = np_.nonzero(x[:, :2] > 1.0)
    made[rows, columns] = x[rows, columns + 1]
    np_.add.at(made, (rows, 0 * columns), 10.0 * x[rows, columns])
    late = np_.flatnonzero(x[:, 2] > 0.0)
    made[late, 0] += 100.0
    return made[:, 0] + 7.0 * made[:, 1]


def _squared_in_place(np_: Any, x: Any) -> Any:
    made = np_.zeros((1, 3))
    made[:, 1:] = x[:, 1:]
    view = made[:, 1]
    view *= view
    return made[:, 1] - made[:, 2]


@pytest.mark.parametrize(("name", "rule"), CASES, ids=[name for name, _ in CASES])
@pytest.mark.parametrize("given", [[0.3, 2.5, -1.0], [2.0, 0.25, 3.0]])
def test_a_traced_rule_comes_to_what_numpy_comes_to(
    name: str, rule: Callable[[Any, Any], Any], given: list[float]
) -> None:
    with tracing({}) as made:
        node = int(rule(NP, inputs("x", (1, 3), np.float64)).nodes.reshape(-1)[0])
    assert worked_out(made, node, given) == float(rule(np, np.array([given]))[0])


def test_an_index_that_is_not_known_reaches_every_place_it_can_name() -> None:
    with tracing({}) as made:
        rung = inputs("rung", (1,), np.int64, np.array([1, 3]))
        table = NP.array([10.0, 11.0, 12.0, 13.0, 14.0])
        found = table[rung]
        table[rung] = 0.0
    for value in (1.0, 2.0, 3.0):
        assert worked_out(made, int(found.nodes[0]), [value]) == 10.0 + value
        kept = [worked_out(made, int(node), [value]) for node in table.nodes]
        assert kept == [0.0 if place == value else 10.0 + place for place in range(5)]
    assert 14.0 not in {made.known.get(part) for part in living(made, [int(found.nodes[0])])}


@pytest.mark.parametrize(
    "rule",
    [
        lambda x: 1 if x[0, 0] > 1.0 else 2,
        lambda x: int(x[0, 0]),
        lambda x: NP.argsort(x),
        lambda x: x.sum(axis=1),
        lambda x: x // 2.0,
        lambda x: (x > 0.0).astype(np.int64) & 5,
    ],
)
def test_what_cannot_be_traced_is_refused_by_name(rule: Callable[[Any], Any]) -> None:
    with tracing({}), pytest.raises(NotTraceable):
        rule(inputs("x", (1, 3), np.float64))


def test_after_tracing_the_rules_modules_are_as_they_were() -> None:
    before = {
        name: dict(vars(module))
        for name, module in sys.modules.items()
        if name.startswith("game.engine")
    }
    with tracing({"game.engine.prices.R": 5}):
        assert sys.modules["game.engine.prices"].R == 5
        assert sys.modules["game.engine.prices"].np is not np
    for name, held in before.items():
        now = vars(sys.modules[name])
        assert all(now[key] is value for key, value in held.items())
