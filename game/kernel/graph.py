"""The graph: what the rules do to one war, as operations on single numbers.

A node is an operation on earlier nodes, kept once however often it is asked for. Kinds: ``f`` a
number, ``i`` a whole number, ``b`` true or false, ``u`` a word of 64 bits. Whole numbers are kept
as float64, which is exact up to 2**53. Only what changes no bit is simplified: no sum is turned
round, and nothing is done to a number that is not known.
"""

import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

WORD: Final = (1 << 64) - 1
Node = int
Value = float | bool | int
Span = tuple[float, float]
UNKNOWN: Final[Span] = (-math.inf, math.inf)
CHAIN: Final = 12  # changes along a table of known numbers beyond which it is read from memory;
# Calibrated: the compiled rules are quickest about here, and little slower at half or twice


class NotTraceable(Exception):
    """What the tracer cannot follow; the text says what, and what to write in its place."""


def _number(function: Callable[..., Any]) -> Callable[..., float]:
    return lambda *values: float(function(*(np.float64(value) for value in values)))


OPERATIONS: Final[dict[str, Callable[..., Any]]] = {
    "add": _number(np.add), "sub": _number(np.subtract), "mul": _number(np.multiply),
    "div": _number(np.divide), "max": _number(np.maximum), "min": _number(np.minimum),
    "fdiv": _number(np.floor_divide), "pow": _number(np.power), "neg": _number(np.negative),
    "abs": _number(np.abs), "exp": _number(np.exp), "log": _number(np.log),
    "log1p": _number(np.log1p), "arcsinh": _number(np.arcsinh),
    "exp2": _number(np.exp2), "sqrt": _number(np.sqrt),
    "rint": _number(np.rint), "floor": _number(np.floor), "trunc": _number(np.trunc),
    "lt": lambda a, b: bool(a < b), "le": lambda a, b: bool(a <= b),
    "gt": lambda a, b: bool(a > b), "ge": lambda a, b: bool(a >= b),
    "eq": lambda a, b: bool(a == b), "ne": lambda a, b: bool(a != b),
    "and": lambda a, b: bool(a and b), "or": lambda a, b: bool(a or b),
    "not": lambda a: not a, "b2f": float,
    "uadd": lambda a, b: (a + b) & WORD, "umul": lambda a, b: (a * b) & WORD,
    "uxor": lambda a, b: a ^ b, "uor": lambda a, b: a | b, "uand": lambda a, b: a & b,
    "ushr": lambda a, b: a >> b,
    "u2f": float, "sel": lambda c, a, b: a if c else b,
}  # fmt: skip
"""What each operation does to known values; ``gather``, ``in`` and ``of`` have none."""

TURNS: Final = frozenset(
    {"add", "mul", "and", "or", "eq", "ne", "uadd", "umul", "uxor", "uand", "uor"}
)
"""Operations of which a with b is b with a, to the bit."""


class Graph:
    """Nodes in the order in which they were made; each names only earlier ones."""

    def __init__(self) -> None:
        """Hold nothing."""
        self.operations: list[tuple[Any, ...]] = []
        self.kinds: list[str] = []
        self.known: dict[Node, Value] = {}
        self.spans: dict[Node, Span] = {}
        self.numbers: list[float] = []  # tables in memory, one behind the other
        self._index: dict[tuple[Any, ...], Node] = {}
        self._tables: dict[tuple[Node, ...], tuple[int, int] | None] = {}
        self._signed: dict[Node, bool] = {}

    def node(self, operation: str, *arguments: Any, kind: str) -> Node:
        """Return the node of an operation, made if it is new."""
        key = (operation, *arguments, kind)
        found = self._index.get(key)
        if found is None:
            found = self._index[key] = len(self.operations)
            self.operations.append((operation, *arguments))
            self.kinds.append(kind)
        return found

    def constant(self, value: Any, kind: str) -> Node:
        """Return the node of a known value; -0.0 is not 0.0."""
        kept: Value = bool(value) if kind == "b" else int(value) if kind == "u" else float(value)
        spelled = kept.hex() if isinstance(kept, float) else kept
        found = self.node("constant", spelled, kind=kind)
        self.known[found] = kept
        return found

    def unary(self, operation: str, of: Node, kind: str) -> Node:
        """Return the node of an operation on one node."""
        if of in self.known:
            return self.constant(OPERATIONS[operation](self.known[of]), kind)
        if operation == "not" and self.operations[of][0] == "not":
            return int(self.operations[of][1])
        if operation in ("rint", "trunc", "floor") and self.kinds[of] == "i":
            return of
        return self.node(operation, of, kind=kind)

    def binary(self, operation: str, left: Node, right: Node, kind: str) -> Node:
        """Return the node of an operation on two nodes."""
        if left in self.known and right in self.known:
            return self.constant(OPERATIONS[operation](self.known[left], self.known[right]), kind)
        same = self._same(operation, left, right, kind)
        if same is not None:
            return same
        if kind == "u":
            return self._word(operation, left, right)
        if operation in TURNS and left > right:
            left, right = right, left
        return self.node(operation, left, right, kind=kind)

    def _word(self, operation: str, left: Node, right: Node) -> Node:
        """Return the node of an operation on words; on one of two known words it is done there."""
        for one, other in ((left, right), (right, left)):
            choice = self.operations[one]
            if other in self.known and choice[0] == "sel" and {*choice[2:]} <= self.known.keys():
                yes, no = (
                    self.binary(operation, part, other, "u")
                    if one == left
                    else self.binary(operation, other, part, "u")
                    for part in choice[2:]
                )
                return self.select(int(choice[1]), yes, no)
        if operation in TURNS and left > right:
            left, right = right, left
        return self.node(operation, left, right, kind="u")

    def nought(self, word: Node) -> Node:
        """Return the node that says whether a word is nought, by its parts as far as it has any."""
        if word in self.known:
            return self.constant(self.known[word] == 0, "b")
        operation, *parts = self.operations[word]
        if operation == "uor":
            return self.binary("and", self.nought(parts[0]), self.nought(parts[1]), "b")
        if operation == "sel":
            return self.select(parts[0], self.nought(parts[1]), self.nought(parts[2]))
        return self.node("unought", word, kind="b")

    def _same(self, operation: str, left: Node, right: Node, kind: str) -> Node | None:
        """Return the node that an operation leaves as it is, None if it does something."""
        if left == right and operation in ("max", "min", "and", "or"):
            return left
        for one, other in ((left, right), (right, left)):
            value = self.known.get(one)
            if operation == "mul" and value == 1.0 and self.kinds[other] == kind:
                return other
            if operation in ("and", "or") and value is not None:
                return other if value == (operation == "and") else one
            if operation in ("uor", "uadd", "uxor") and value == 0:
                return other
            if (
                operation == "add"
                and value == 0.0
                and self.kinds[other] == kind
                and not (self._may_be_minus_nought(one) or self._may_be_minus_nought(other))
            ):
                return other
        return None

    def _may_be_minus_nought(self, node: Node) -> bool:
        """Whether a number may be -0.0, which adding nought would change: a sum is only where both
        its parts are."""
        found = self._signed.get(node)
        if found is None:
            operation, *rest = self.operations[node]
            if node in self.known:
                found = math.copysign(1.0, self.known[node]) < 0.0 and self.known[node] == 0.0
            elif operation == "add":
                found = all(self._may_be_minus_nought(part) for part in rest)
            elif operation == "sel":
                found = any(self._may_be_minus_nought(part) for part in rest[1:])
            else:
                found = operation not in ("b2f", "u2f", "abs")
            self._signed[node] = found
        return found

    def select(self, condition: Node, yes: Node, no: Node) -> Node:
        """Return the node that is ``yes`` where the condition holds, else ``no``."""
        if condition in self.known:
            return yes if self.known[condition] else no
        if yes == no:
            return yes
        if "b" in (self.kinds[yes], self.kinds[no]):
            if self.kinds[yes] == self.kinds[no]:
                other = self.unary("not", condition, "b")
                return self.binary(
                    "or",
                    self.binary("and", condition, yes, "b"),
                    self.binary("and", other, no, "b"),
                    "b",
                )
            yes, no = self.number(yes), self.number(no)
        kinds = {self.kinds[yes], self.kinds[no]}
        return self.node("sel", condition, yes, no, kind=kinds.pop() if len(kinds) == 1 else "f")

    def number(self, node: Node) -> Node:
        """Return a node as a number: 1 for true, a word as its value."""
        change = {"b": "b2f", "u": "u2f"}.get(self.kinds[node])
        return self.unary(change, node, "i") if change else node

    def entry(self, values: list[Node], index: Node) -> Node:
        """Return the node of ``values[index]``, by choosing among those that the index can name."""
        if index in self.known:
            return values[int(self.known[index])]
        low, high = self.span(index)
        first, last = max(int(max(low, 0)), 0), int(min(high, len(values) - 1))
        table = self.table(values) if last - first >= CHAIN else None
        if table is not None and table[1] > CHAIN:
            return self.gathered(table[0], len(values), index, self.kinds[values[0]])
        found = values[last]
        for place in range(last - 1, first - 1, -1):
            here = self.binary("eq", index, self.constant(place, "i"), "b")
            found = self.select(here, values[place], found)
        return found

    def whole(self, node: Node) -> bool:
        """Whether a number is certainly a whole one."""
        if node in self.known:
            return float(self.known[node]).is_integer()
        operation, *rest = self.operations[node]
        if operation in ("max", "min"):
            return all(self.whole(part) for part in rest)
        return self.kinds[node] in "ib" or operation in ("rint", "floor", "trunc")

    def table(self, values: Sequence[Node]) -> tuple[int, int] | None:
        """Return where known numbers stand in memory, put there if they are new, and how often
        they change from one to the next; None where one of them is not known."""
        key = tuple(values)
        if key not in self._tables:
            if any(node not in self.known or self.kinds[node] not in "fi" for node in key):
                self._tables[key] = None
            else:
                numbers = [float(self.known[node]) for node in key]
                changes = sum(one != other for one, other in itertools.pairwise(numbers))
                self._tables[key] = (len(self.numbers), changes)
                self.numbers += numbers
        return self._tables[key]

    def gathered(self, first: int, length: int, index: Node, kind: str) -> Node:
        """Return the node of a number in memory: ``index`` places after ``first``, kept inside the
        table's ``length``, since an index that does not count may be any number."""
        low, high = self.span(index)
        if low < 0.0:
            index = self.binary("max", index, self.constant(0.0, "i"), "i")
        if high > length - 1:
            index = self.binary("min", index, self.constant(length - 1, "i"), "i")
        return self.node("gather", first, index, kind=kind)

    def span(self, node: Node) -> Span:
        """Return the least and the greatest that a node can be, as far as that is known."""
        found = self.spans.get(node)
        if found is None:
            found = self.spans[node] = self._span(node)
        return found

    def _span(self, node: Node) -> Span:
        if node in self.known:
            value = float(self.known[node])
            return (value, value)
        operation, *rest = self.operations[node]
        if operation == "b2f":
            return (0.0, 1.0)
        if operation == "uand":
            masks = [self.known[part] for part in rest if part in self.known]
            return (0.0, float(masks[0])) if masks else UNKNOWN
        if operation in ("ushr", "u2f"):
            low, high = self.span(rest[0]) if operation == "u2f" else (0.0, float(WORD))
            return (low, high if operation == "u2f" else high / 2.0 ** int(self.known[rest[1]]))
        if operation == "div" and float(self.known.get(rest[1], 0.0)) > 0.0:
            low, high = self.span(rest[0])
            return (low / float(self.known[rest[1]]), high / float(self.known[rest[1]]))
        if operation in ("rint", "floor"):
            low, high = self.span(rest[0])
            return (math.floor(low), math.ceil(high)) if math.isfinite(low + high) else UNKNOWN
        if operation in ("add", "sub", "max", "min", "sel", "trunc", "mul"):
            spans = [self.span(part) for part in rest[1 if operation == "sel" else 0 :]]
            return _SPANS[operation](*spans)
        return UNKNOWN


def _times(one: Span, other: Span) -> Span:
    ends = [a * b for a in one for b in other]
    return UNKNOWN if any(math.isnan(end) for end in ends) else (min(ends), max(ends))


_SPANS: Final[dict[str, Callable[..., Span]]] = {
    "add": lambda a, b: (a[0] + b[0], a[1] + b[1]),
    "sub": lambda a, b: (a[0] - b[1], a[1] - b[0]),
    "mul": _times,
    "max": lambda a, b: (max(a[0], b[0]), max(a[1], b[1])),
    "min": lambda a, b: (min(a[0], b[0]), min(a[1], b[1])),
    "sel": lambda a, b: (min(a[0], b[0]), max(a[1], b[1])),
    "trunc": lambda a: (
        math.trunc(a[0]) if math.isfinite(a[0]) else a[0],
        math.trunc(a[1]) if math.isfinite(a[1]) else a[1],
    ),
}
