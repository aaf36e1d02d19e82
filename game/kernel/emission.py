"""Emission: a program as text for LLVM, several wars to a vector.

Every number is a float64, every truth a bit, every word 64 bits, in vectors of ``lanes`` wars; the
operations are IEEE's own, none is fused or turned round. A function of the text takes a *context*,
an array of 64-bit words: for each group of inputs or outputs its address, the bytes from row to row
and from strip to strip; then the scratch, and numpy's loops with their data. A strip is ``lanes``
wars.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.kernel.graph import Graph, Node
from game.kernel.schedule import CALLED, LOOPS, SETTLE, Call, Schedule, parts, scheduled

WORDS_A_GROUP: Final = 3
MAGIC: Final = 0x4338000000000000  # 1.5 * 2**52: adding it to a small whole number leaves its bits
ARITHMETIC: Final = {"add": "fadd", "sub": "fsub", "mul": "fmul", "div": "fdiv"}
COMPARED: Final = {"lt": "olt", "le": "ole", "gt": "ogt", "ge": "oge", "eq": "oeq", "ne": "une"}
ROUNDED: Final = {
    "rint": "roundeven",
    "floor": "floor",
    "trunc": "trunc",
    "sqrt": "sqrt",
    "abs": "fabs",
}
ON_WORDS: Final = {
    "uadd": "add",
    "umul": "mul",
    "uxor": "xor",
    "uor": "or",
    "uand": "and",
    "ushr": "lshr",
}
ON_TRUTH: Final = {"and": "and", "or": "or"}


@dataclass(frozen=True)
class Program:
    """What is to be computed of one war: outputs by group and row, from inputs by group and row.

    ``groups`` gives each group's number in the context; those named in ``wholes`` hold int64,
    those in ``words`` uint64, all others float64.
    """

    name: str
    graph: Graph
    outputs: Sequence[tuple[str, int, Node]]
    groups: Mapping[str, int]
    wholes: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @property
    def scratch_word(self) -> int:
        """Where the context holds the scratch's address; the loops follow."""
        return WORDS_A_GROUP * len(self.groups)

    @property
    def tables_word(self) -> int:
        """Where the context holds the address of the tables in memory, behind the loops."""
        return self.scratch_word + 1 + 2 * len(LOOPS)


@dataclass(frozen=True)
class Printed:
    """A program as text, and how many slots of scratch it takes."""

    text: str
    slots: int


def splat(value: float) -> str:
    """Return a number in every lane, to the bit."""
    (bits,) = struct.unpack("<Q", struct.pack("<d", value))
    return f"splat (double 0x{bits:016X})"


class Printer:
    """Prints one program for vectors of ``lanes``."""

    def __init__(self, program: Program, lanes: int) -> None:
        """Schedule the program."""
        self.program, self.graph, self.lanes = program, program.graph, lanes
        self.vector, self.mask, self.word = (f"<{lanes} x {t}>" for t in ("double", "i1", "i64"))
        self.slot = 8 * lanes  # bytes
        self.schedule: Schedule = scheduled(program.graph, [n for _, _, n in program.outputs])
        self.stores: dict[Node, list[tuple[str, int]]] = {}
        for group, row, node in program.outputs:
            self.stores.setdefault(node, []).append((group, row))
        self.lines: list[str] = []
        self.names: dict[Node, str] = {}
        self.here: frozenset[Node] = frozenset()  # what the level being printed computes
        self.bases: dict[str, tuple[str, str]] = {}  # of the groups it has used
        self.scratch = ""
        self.fresh = 0

    def printed(self) -> Printed:
        """Return the program's text: a function a level, and one that runs a strip."""
        levels = [self._level(number) for number in range(len(self.schedule.levels))]
        return Printed("\n".join([*levels, self._strip()]), self.schedule.slots)

    # Lines

    def _new(self, text: str) -> str:
        """Add a line that makes a value; return its name."""
        self.fresh += 1
        self.lines.append(f"  %v{self.fresh} = {text}")
        return f"%v{self.fresh}"

    def _type(self, node: Node) -> str:
        return {"b": self.mask, "u": self.word}.get(self.graph.kinds[node], self.vector)

    def _address(self, base: str, offset: str | int) -> str:
        place = self._new(f"add i64 {base}, {offset}")
        return self._new(f"inttoptr i64 {place} to ptr")

    def _context(self, word: int) -> str:
        place = self._new(f"getelementptr i64, ptr %ctx, i64 {word}")
        return self._new(f"load i64, ptr {place}")

    # A level

    def _level(self, number: int) -> str:
        self.lines, self.names, self.bases = [], {}, {}
        self.scratch = self._context(self.program.scratch_word)
        level = self.schedule.levels[number]
        self.here = frozenset(level.nodes)
        wanted = self._due(number)
        for node in [*level.nodes, *wanted]:
            self._compute(node, number)
        head = f"define internal void @{self.program.name}_{number}(ptr %ctx, i64 %strip) #0 {{"
        return "\n".join([head, *self.lines, "  ret void", "}"])

    def _due(self, number: int) -> list[Node]:
        """Return what a level must store without computing it: inputs, constants and answers."""
        return [
            node
            for node in sorted({*self.stores, *self.schedule.passed})
            if self.schedule.level_of[node] == number
            and self.graph.operations[node][0] in ("in", "constant", "of", *CALLED)
        ]

    def _compute(self, node: Node, number: int) -> None:
        """Add the lines of a node of this level, and put it where it is needed."""
        name = self._name(node)
        if self.schedule.level_of[node] != number:
            return
        if node in self.schedule.kept and self.graph.operations[node][0] not in CALLED:
            self._to_slot(node, name, self.schedule.kept[node])
        for slot in self.schedule.passed.get(node, ()):
            self._to_slot(node, name, slot)
        for group, row in self.stores.get(node, ()):
            self._store(node, name, group, row)

    def _name(self, node: Node) -> str:
        """Return a node's value in this level, made when it is first used."""
        found = self.names.get(node)
        if found is None:
            found = self.names[node] = self._made(node)
        return found

    def _made(self, node: Node) -> str:
        operation, *rest = self.graph.operations[node]
        if operation == "constant":
            return self._constant(node)
        if operation == "in":
            return self._input(node, *rest)
        if operation == "of":
            return self._from_slot(node, self.schedule.kept[rest[0]] + rest[1])
        if node in self.schedule.kept and (operation in CALLED or node not in self.here):
            return self._from_slot(node, self.schedule.kept[node])
        if operation == "gather":
            return self._gather(*rest)
        return self._operation(node, operation, [self._name(part) for part in rest])

    def _constant(self, node: Node) -> str:
        value, kind = self.graph.known[node], self.graph.kinds[node]
        if kind == "b":
            return f"splat (i1 {'true' if value else 'false'})"
        if kind == "u":
            return f"splat (i64 {value})"
        return splat(float(value))

    def _operation(self, node: Node, operation: str, values: list[str]) -> str:
        vector, first = self.vector, values[0]
        if operation in ARITHMETIC:
            return self._new(f"{ARITHMETIC[operation]} {vector} {first}, {values[1]}")
        if operation in COMPARED:
            return self._new(f"fcmp {COMPARED[operation]} {vector} {first}, {values[1]}")
        if operation in ("max", "min"):
            way = "ogt" if operation == "max" else "olt"
            larger = self._new(f"fcmp {way} {vector} {first}, {values[1]}")
            return self._new(f"select {self.mask} {larger}, {vector} {first}, {vector} {values[1]}")
        if operation in ON_TRUTH:
            return self._new(f"{ON_TRUTH[operation]} {self.mask} {first}, {values[1]}")
        if operation in ON_WORDS:
            return self._new(f"{ON_WORDS[operation]} {self.word} {first}, {values[1]}")
        if operation == "sel":
            kind = self._type(node)
            return self._new(f"select {self.mask} {first}, {kind} {values[1]}, {kind} {values[2]}")
        return self._of_one(operation, first, values)

    def _of_one(self, operation: str, first: str, values: list[str]) -> str:
        vector = self.vector
        if operation in ROUNDED:
            name = f"@llvm.{ROUNDED[operation]}.v{self.lanes}f64"
            return self._new(f"call {vector} {name}({vector} {first})")
        if operation == "fdiv":
            ratio = self._new(f"fdiv {vector} {first}, {values[1]}")
            name = f"@llvm.floor.v{self.lanes}f64"
            return self._new(f"call {vector} {name}({vector} {ratio})")
        if operation == "neg":
            return self._new(f"fneg {vector} {first}")
        if operation == "not":
            return self._new(f"xor {self.mask} {first}, splat (i1 true)")
        if operation == "b2f":
            return self._as_number(first)
        if operation == "f2u":
            return self._bits(first)
        if operation == "u2f":
            return self._new(f"uitofp {self.word} {first} to {vector}")
        if operation == "unought":
            return self._new(f"icmp eq {self.word} {first}, splat (i64 0)")
        raise NotImplementedError(operation)

    def _gather(self, first: int, index: Node) -> str:
        """Read a number of the tables in memory for every war."""
        value = self._name(index)
        places = value if self.graph.kinds[index] == "u" else self._bits(value)
        base = self._context(self.program.tables_word)
        table = self._address(base, 8 * first)
        kind = f"<{self.lanes} x ptr>"
        where = self._new(f"getelementptr double, ptr {table}, {self.word} {places}")
        return self._new(
            f"call {self.vector} @llvm.masked.gather.v{self.lanes}f64.v{self.lanes}p0("
            f"{kind} {where}, i32 8, {self.mask} splat (i1 true), "
            f"{self.vector} poison)"
        )

    def _bits(self, number: str) -> str:
        """Return small whole numbers as words of 64 bits."""
        moved = self._new(f"fadd {self.vector} {number}, splat (double 0x{MAGIC:016X})")
        bits = self._new(f"bitcast {self.vector} {moved} to {self.word}")
        return self._new(f"sub {self.word} {bits}, splat (i64 {MAGIC})")

    def _as_number(self, mask: str) -> str:
        one, none = splat(1.0), splat(0.0)
        return self._new(f"select {self.mask} {mask}, {self.vector} {one}, {self.vector} {none}")

    # Memory

    def _row(self, group: str, row: int) -> str:
        """Return the address of a row of a group, at this strip."""
        if group not in self.bases:
            word = WORDS_A_GROUP * self.program.groups[group]
            base, stride, step = (self._context(word + part) for part in range(WORDS_A_GROUP))
            along = self._new(f"mul i64 %strip, {step}")
            self.bases[group] = (self._new(f"add i64 {base}, {along}"), stride)
        base, stride = self.bases[group]
        return self._address(base, self._new(f"mul i64 {stride}, {row}"))

    def _input(self, node: Node, group: str, row: int) -> str:
        place = self._row(group, row)
        if group in self.program.words:
            return self._new(f"load {self.word}, ptr {place}, align 8")
        if group in self.program.wholes:
            bits = self._new(f"load {self.word}, ptr {place}, align 8")
            moved = self._new(f"add {self.word} {bits}, splat (i64 {MAGIC})")
            number = self._new(f"bitcast {self.word} {moved} to {self.vector}")
            return self._new(f"fsub {self.vector} {number}, splat (double 0x{MAGIC:016X})")
        value = self._new(f"load {self.vector}, ptr {place}, align 8")
        if self.graph.kinds[node] == "b":
            return self._new(f"fcmp une {self.vector} {value}, {splat(0.0)}")
        return value

    def _store(self, node: Node, name: str, group: str, row: int) -> None:
        if self.graph.kinds[node] == "b":
            name = self._as_number(name)
        kind = self.vector
        if group in self.program.wholes:
            name, kind = self._bits(name), self.word
        place = self._row(group, row)
        self.lines.append(f"  store {kind} {name}, ptr {place}, align 8")

    def _to_slot(self, node: Node, name: str, slot: int) -> None:
        if self.graph.kinds[node] == "b":
            name = self._as_number(name)
        kind = self.word if self.graph.kinds[node] == "u" else self.vector
        place = self._address(self.scratch, self.slot * slot)
        self.lines.append(f"  store {kind} {name}, ptr {place}, align {self.slot}")

    def _from_slot(self, node: Node, slot: int) -> str:
        kind = self.word if self.graph.kinds[node] == "u" else self.vector
        place = self._address(self.scratch, self.slot * slot)
        value = self._new(f"load {kind}, ptr {place}, align {self.slot}")
        if self.graph.kinds[node] == "b":
            return self._new(f"fcmp une {self.vector} {value}, {splat(0.0)}")
        return value

    # A strip

    def _strip(self) -> str:
        """Return the function that runs all levels and the calls between them for one strip."""
        self.lines = []
        self.scratch = self._context(self.program.scratch_word)
        self.lines += [f"  %{name} = alloca [3 x i64], align 8" for name in ("args", "steps")]
        self.lines.append("  %count = alloca i64, align 8")
        for number, level in enumerate(self.schedule.levels):
            for call in level.calls:
                self._call(call)
            self.lines.append(f"  call void @{self.program.name}_{number}(ptr %ctx, i64 %strip)")
        head = f"define void @{self.program.name}(ptr %ctx, i64 %strip) #0 {{"
        return "\n".join([head, *self.lines, "  ret void", "}"])

    def _call(self, call: Call) -> None:
        if call.operation == SETTLE:
            terms = len(parts(self.graph, call.nodes[0]))
            for place in range(len(call.nodes)):
                given = self._address(self.scratch, self.slot * (call.arguments + terms * place))
                answers = self._address(self.scratch, self.slot * (call.answers + 3 * place))
                rest = self._address(self.scratch, self.slot * self.schedule.slots)
                self.lines.append(
                    f"  call void @settle(ptr {given}, ptr {answers}, ptr {rest}, ptr %ctx)"
                )
            return
        count = len(call.nodes)
        operands = len(parts(self.graph, call.nodes[0]))
        slots = [call.arguments + count * operand for operand in range(operands)] + [call.answers]
        for place, slot in enumerate(slots):
            address = self._address(self.scratch, self.slot * slot)
            for array, value in (("args", f"ptr {address}"), ("steps", "i64 8")):
                where = self._new(f"getelementptr i64, ptr %{array}, i64 {place}")
                self.lines.append(f"  store {value}, ptr {where}")
        self.lines.append(f"  store i64 {self.lanes * count}, ptr %count")
        word = self.program.scratch_word + 1 + 2 * LOOPS.index(call.operation)
        loop = self._new(f"inttoptr i64 {self._context(word)} to ptr")
        data = self._new(f"inttoptr i64 {self._context(word + 1)} to ptr")
        self.lines.append(f"  call void {loop}(ptr %args, ptr %count, ptr %steps, ptr {data})")
