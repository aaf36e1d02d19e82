"""The solver, compiled: the parts of ``theory.single`` traced, and the way of its ``settle``.

``settle`` works on the points that are left; a vector works on all its points and keeps what has
come of those that were left. The order of the steps, and their number, is ``settle``'s own: the
constants are read from there.
"""

from typing import Any, Final

import numpy as np

from game.kernel.emission import Printed, Printer, Program, splat
from game.kernel.graph import Graph
from game.kernel.schedule import LOOPS, SETTLED
from game.kernel.symbols import Symbol, graph
from game.theory import response, single

TERMS: Final = 15  # of a posture game, see theory.response
ODDS: Final = 2
GROUPS: Final = {"terms": 0, "odds": 1, "made": 2}
_WORDS: Final = 3 * len(GROUPS) + 1 + 2 * len(LOOPS)


def programs(made: Graph) -> list[Program]:
    """Return the parts: the proof with few cuts, with more, with most, and a step of Newton's.

    Must be called while ``made`` is traced.
    """
    terms = _inputs("terms", TERMS)
    found = []
    for number, cuts in enumerate((single.CUTS, *single.FINER)):
        proved, guess = _any(single.prove(terms, cuts))
        nodes = [*guess.nodes[:, 0], made.number(int(proved.nodes[0]))]
        found.append(_part(f"prove_{number}", made, nodes))
    change, _ = _any(response.newton(terms, _inputs("odds", ODDS)))
    return [*found, _part("newton", made, list(change.nodes[:, 0]))]


def _inputs(group: str, rows: int) -> Any:
    nodes = [[graph().node("in", group, row, kind="f")] for row in range(rows)]
    return Symbol(np.array(nodes), np.float64)


def _any(symbols: Any) -> Any:
    """Return what the rules, run on symbols, have given: symbols, whatever they declare."""
    return symbols


def _part(name: str, made: Graph, nodes: list[int]) -> Program:
    outputs = [("made", row, int(node)) for row, node in enumerate(nodes)]
    return Program(name, made, outputs, GROUPS)


def printed(parts: list[Program], lanes: int, loops_word: int) -> Printed:
    """Return the parts and ``settle(terms, answers, rest, ctx)`` as text.

    ``answers`` get both log-odds and 1 where they are proved and steady; ``rest`` is scratch.
    ``loops_word`` is where the context of the caller holds numpy's loops; the slots are those of
    the largest part.
    """
    texts, slots = [], 0
    for part in parts:
        one = Printer(part, lanes).printed()
        texts.append(one.text)
        slots = max(slots, one.slots)
    texts.append(_settle(lanes, loops_word))
    return Printed("\n".join(texts), slots)


def _settle(lanes: int, loops_word: int) -> str:
    """Return ``settle``: the way through the parts."""
    writer = _Writer(lanes)
    writer.context(loops_word)
    writer.call("prove_0")
    writer.keep_guess()
    for number in range(1, 1 + len(single.FINER)):
        writer.prove_more(number)
    for _ in range(single.STEPS):
        writer.step()
    writer.steady()
    for number in range(single.MORE_STEPS):
        writer.step_of_the_slow(number)
    return writer.text()


class _Writer:
    """Writes ``settle`` line by line."""

    def __init__(self, lanes: int) -> None:
        self.lanes, self.slot = lanes, 8 * lanes
        self.vector, self.mask = f"<{lanes} x double>", f"<{lanes} x i1>"
        self.lines: list[str] = []
        self.fresh = 0

    def new(self, text: str) -> str:
        self.fresh += 1
        self.lines.append(f"  %w{self.fresh} = {text}")
        return f"%w{self.fresh}"

    def context(self, loops_word: int) -> None:
        """Make the parts' own context: terms, odds and what they make, and the caller's loops."""
        self.lines += [
            f"  %own = alloca [{_WORDS} x i64], align 8",
            f"  %made = alloca [{SETTLED} x {self.vector}], align {self.slot}",
            f"  %odds = alloca [{ODDS} x {self.vector}], align {self.slot}",
        ]
        for group, name in enumerate(("%terms", "%odds", "%made")):
            address = self.new(f"ptrtoint ptr {name} to i64")
            for part, value in enumerate((address, str(self.slot), "0")):
                self.put(3 * group + part, value)
        self.put(3 * len(GROUPS), self.new("ptrtoint ptr %rest to i64"))
        for word in range(2 * len(LOOPS)):
            place = self.new(f"getelementptr i64, ptr %ctx, i64 {loops_word + word}")
            self.put(3 * len(GROUPS) + 1 + word, self.new(f"load i64, ptr {place}"))

    def put(self, word: int, value: str) -> None:
        place = self.new(f"getelementptr i64, ptr %own, i64 {word}")
        self.lines.append(f"  store i64 {value}, ptr {place}")

    def call(self, part: str) -> None:
        self.lines.append(f"  call void @{part}(ptr %own, i64 0)")

    def load(self, base: str, row: int) -> str:
        place = self.new(f"getelementptr {self.vector}, ptr {base}, i64 {row}")
        return self.new(f"load {self.vector}, ptr {place}, align {self.slot}")

    def store(self, value: str, base: str, row: int) -> None:
        place = self.new(f"getelementptr {self.vector}, ptr {base}, i64 {row}")
        self.lines.append(f"  store {self.vector} {value}, ptr {place}, align {self.slot}")

    def truth(self, number: str) -> str:
        return self.new(f"fcmp une {self.vector} {number}, splat (double 0.0)")

    def keep_guess(self) -> None:
        """Put the first guess in its place, with whether it is proved."""
        for row in range(ODDS):
            self.store(self.load("%made", row), "%odds", row)
        self.store(self.load("%made", ODDS), "%answers", ODDS)

    def only_if(self, mask: str, label: str) -> str:
        """Begin what is only done if any point needs it; return the label where it ends."""
        bits = self.new(f"bitcast {self.mask} {mask} to i{self.lanes}")
        any_of = self.new(f"icmp ne i{self.lanes} {bits}, 0")
        self.lines += [f"  br i1 {any_of}, label %{label}, label %{label}_end", f"{label}:"]
        return f"{label}_end"

    def end(self, label: str) -> None:
        self.lines += [f"  br label %{label}", f"{label}:"]

    def chosen(self, mask: str, row: int, into: str) -> None:
        """Take a row of what was made where the mask holds."""
        new, old = self.load("%made", row), self.load(into, row)
        self.store(
            self.new(f"select {self.mask} {mask}, {self.vector} {new}, {self.vector} {old}"),
            into,
            row,
        )

    def prove_more(self, number: int) -> None:
        proved = self.truth(self.load("%answers", ODDS))
        left = self.new(f"xor {self.mask} {proved}, splat (i1 true)")
        end = self.only_if(left, f"prove_more_{number}")
        self.call(f"prove_{number}")
        for row in range(ODDS):
            self.chosen(left, row, "%odds")
        self.chosen(left, ODDS, "%answers")
        self.end(end)

    def step(self) -> None:
        self.call("newton")
        for row in range(ODDS):
            old, change = self.load("%odds", row), self.load("%made", row)
            self.store(self.new(f"fadd {self.vector} {old}, {change}"), "%odds", row)

    def small(self) -> str:
        """Return where the last step was small enough."""
        name = f"@llvm.fabs.v{self.lanes}f64"
        sizes = [
            self.new(f"call {self.vector} {name}({self.vector} {self.load('%made', row)})")
            for row in range(ODDS)
        ]
        more = self.new(f"fcmp ogt {self.vector} {sizes[0]}, {sizes[1]}")
        most = self.new(
            f"select {self.mask} {more}, {self.vector} {sizes[0]}, {self.vector} {sizes[1]}"
        )
        return self.new(f"fcmp olt {self.vector} {most}, {splat(single.SETTLED)}")

    def as_number(self, mask: str) -> str:
        return self.new(
            f"select {self.mask} {mask}, {self.vector} splat (double 1.0), "
            f"{self.vector} splat (double 0.0)"
        )

    def steady(self) -> None:
        """Note in the second answer, for a while, which points are steady."""
        self.store(self.as_number(self.small()), "%answers", 1)

    def step_of_the_slow(self, number: int) -> None:
        proved, steady = (self.truth(self.load("%answers", row)) for row in (ODDS, 1))
        moving = self.new(f"xor {self.mask} {steady}, splat (i1 true)")
        slow = self.new(f"and {self.mask} {proved}, {moving}")
        end = self.only_if(slow, f"slow_{number}")
        self.call("newton")
        for row in range(ODDS):
            old, change = self.load("%odds", row), self.load("%made", row)
            moved = self.new(f"fadd {self.vector} {old}, {change}")
            self.store(
                self.new(f"select {self.mask} {slow}, {self.vector} {moved}, {self.vector} {old}"),
                "%odds",
                row,
            )
        settled = self.new(f"and {self.mask} {slow}, {self.small()}")
        both = self.new(f"or {self.mask} {steady}, {settled}")
        self.store(self.as_number(both), "%answers", 1)
        self.end(end)

    def text(self) -> str:
        proved, steady = (self.truth(self.load("%answers", row)) for row in (ODDS, 1))
        both = self.new(f"and {self.mask} {proved}, {steady}")
        self.store(self.as_number(both), "%answers", ODDS)
        for row in range(ODDS):
            self.store(self.load("%odds", row), "%answers", row)
        head = "define internal void @settle(ptr %terms, ptr %answers, ptr %rest, ptr %ctx) #0 {"
        return "\n".join([head, *self.lines, "  ret void", "}"])
