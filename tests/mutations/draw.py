"""Drawing mutations: what one line of a rule may be changed into, read off its syntax tree.

Each mutation replaces one piece of source by another: an operator, a comparison, a sign, a dropped
term or factor, arguments or sides exchanged, a constant's name exchanged for another of its
function. Documentation, names of fields and types are left alone.
"""

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OPERATORS: Final = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.Pow: "*",
    ast.FloorDiv: "*",
    ast.BitAnd: "|",
    ast.BitOr: "&",
}
COMPARISONS: Final = {
    ast.Lt: ">=",
    ast.LtE: ">",
    ast.Gt: "<=",
    ast.GtE: "<",
    ast.Eq: "!=",
    ast.NotEq: "==",
}
BOTH: Final = {"minimum": "maximum", "maximum": "minimum"}
SIDES: Final = {"WASHINGTON": "HANOI", "HANOI": "WASHINGTON"}
SWAPPED: Final = {"where": (1, 2), "within": (1, 2), "by_side": (0, 1)}
"""Calls whose arguments at two places are exchanged; of others the first two, where alike."""
WHOLE: Final = frozenset({"world", "orders", "luck", "tables", "WASHINGTON", "HANOI"})
"""Arguments that stand for nothing else: exchanged, they end in an error of any kind."""


@dataclass(frozen=True, order=True)
class Mutation:
    """One change: in ``module`` (a path in the tree) from ``start`` to ``end`` (line from 1, column
    in bytes), ``old`` becomes ``new``. ``kind`` says what sort of change it is."""

    module: str
    start: tuple[int, int]
    end: tuple[int, int]
    kind: str
    old: str
    new: str

    def __str__(self) -> str:
        old, new = (" ".join(text.split()) for text in (self.old, self.new))
        return f"{self.module}:{self.start[0]}: {self.kind}: {old}  ->  {new}"

    def applied(self, source: str) -> str:
        """Return ``source`` with this change."""
        data = source.encode()
        first, last = (_offset(source, place) for place in (self.start, self.end))
        assert data[first:last].decode() == self.old, "the source is another"
        return (data[:first] + self.new.encode() + data[last:]).decode()


def _offset(source: str, place: tuple[int, int]) -> int:
    lines = source.encode().splitlines(keepends=True)
    return sum(len(line) for line in lines[: place[0] - 1]) + place[1]


def mutations(root: Path, modules: list[str]) -> list[Mutation]:
    """Return every mutation of some modules, in order; each says something else."""
    found: set[Mutation] = set()
    for module in modules:
        source = (root / module).read_text("utf-8")
        tree = ast.parse(source)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                found.update(_of_function(module, source, function))
    return sorted(found)


def draw(root: Path, modules: list[str], seed: int, count: int) -> list[Mutation]:
    """Return ``count`` mutations drawn evenly, no two of one line and kind."""
    everything = mutations(root, modules)
    random.Random(seed).shuffle(everything)
    chosen: dict[tuple[str, int, str], Mutation] = {}
    for one in everything:
        chosen.setdefault((one.module, one.start[0], one.kind), one)
        if len(chosen) == count:
            break
    return list(chosen.values())


def _of_function(module: str, source: str, function: ast.FunctionDef) -> Iterator[Mutation]:
    read = {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and _is_constant(node)
    }
    for statement in function.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        for node in ast.walk(statement):
            for kind, old, new in _changes(source, node, sorted(read)):
                made = Mutation(
                    module,
                    (old.lineno, old.col_offset),
                    (old.end_lineno, old.end_col_offset),
                    kind,
                    ast.get_source_segment(source, old) or "",
                    new,
                )
                if made.old != made.new:
                    yield made


def _is_constant(node: ast.Attribute) -> bool:
    held = node.value
    return (isinstance(held, ast.Name) and held.id == "constants") or (
        isinstance(held, ast.Attribute) and held.attr == "constants"
    )


def _changes(
    source: str, node: ast.AST, constants: list[str]
) -> Iterator[tuple[str, ast.expr, str]]:
    """Yield what a node may be changed into: the kind, the node replaced, and its new source."""

    def text(part: ast.expr) -> str:
        return f"({ast.get_source_segment(source, part)})"

    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield from _of_operation(node, text(node.left), text(node.right))
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS and len(node.ops) == 1:
        new = COMPARISONS[type(node.ops[0])]
        yield "comparison", node, f"({text(node.left)} {new} {text(node.comparators[0])})"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Invert):
        yield "sign", node, text(node.operand)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in SIDES:
        yield "sides swapped", node, SIDES[node.id]
    if isinstance(node, ast.Attribute) and _is_constant(node) and len(constants) > 1:
        other = constants[(constants.index(node.attr) + 1) % len(constants)]
        yield "constants exchanged", node, f"{text(node.value)[1:-1]}.{other}"
    if isinstance(node, ast.Call) and len(node.args) > 1 and not node.keywords:
        parts = [text(part)[1:-1] for part in node.args]
        yield from _of_call(node, parts, text(node.func)[1:-1])


def _of_operation(node: ast.BinOp, left: str, right: str) -> Iterator[tuple[str, ast.expr, str]]:
    yield "operator", node, f"({left} {OPERATORS[type(node.op)]} {right})"
    if isinstance(node.op, ast.Add | ast.Sub):
        yield "term dropped", node, left
    if isinstance(node.op, ast.Mult | ast.Div):
        yield "factor dropped", node, left
    if isinstance(node.op, ast.Sub):
        yield "sides swapped", node, f"({right} - {left})"
    if isinstance(node.op, ast.Div):
        yield "sides swapped", node, f"({right} / {left})"


def _of_call(node: ast.Call, parts: list[str], name: str) -> Iterator[tuple[str, ast.expr, str]]:
    short = name.rpartition(".")[2]
    if short in BOTH:
        yield "bound", node, f"{name[: -len(short)]}{BOTH[short]}({', '.join(parts)})"
    elif short in SWAPPED:
        first, second = SWAPPED[short]
        parts[first], parts[second] = parts[second], parts[first]
        yield "arguments swapped", node, f"{name}({', '.join(parts)})"
    elif not {*parts[:2]} & WHOLE and all(isinstance(part, ast.Name) for part in node.args[:2]):
        parts[:2] = parts[1], parts[0]
        yield "arguments swapped", node, f"{name}({', '.join(parts)})"
