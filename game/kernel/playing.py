"""Playing on: strip after strip of wars, each played quarter after quarter while it lies at hand.

``play(outer, even, odd, how, strips)``: *outer* is a context of whole blocks; *even* and *odd* are
contexts of one strip, from one of two small worlds to the other and back. A strip is copied in,
played until its wars have ended, the quarters are over, or the solver has left a war to the plain
rules, and copied back; how far it came is noted, so that it can be gone on with.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from game.kernel.emission import WORDS_A_GROUP, Printed
from game.kernel.policies import KINDS, name_of

HOW: Final = (
    "until",
    "kind_0",
    "kind_1",
    "given_0",
    "given_1",
    "events",
    "event_step",
    "done",
    "missed",
    "trace",
    "trace_row",
    "trace_quarter",
)
"""Words that say how to play: quarters to be played in all; who orders, by side, and whether its
first orders are given; where the quarters' events lie and how far apart; where each strip's
quarters are noted, and the wars that were left; where all rungs are written down, if anywhere (0
nowhere)."""


def printed(
    lanes: int,
    groups: Mapping[str, int],
    copied: Sequence[tuple[str, int]],
    worlds: int,
    made: tuple[str, str],
    ended: int,
    rules: str,
    luck: str,
    rungs: tuple[str, int],
    found: str,
) -> Printed:
    """Return ``play`` as text. ``copied`` are the groups copied in with their rows, the first
    ``worlds`` of which, the world's own, are copied back from ``made``; ``ended`` is the row of the
    second, of whole numbers, that is nought in a running war."""
    writer = _Writer(lanes, groups)
    writer.copies()
    writer.play(copied, worlds, made, ended, rules, luck, rungs, found)
    return Printed("\n".join(writer.lines), 0)


class _Writer:
    """Writes ``play`` line by line."""

    def __init__(self, lanes: int, groups: Mapping[str, int]) -> None:
        self.lanes, self.groups = lanes, groups
        self.vector, self.word = f"<{lanes} x double>", f"<{lanes} x i64>"
        self.mask, self.slot = f"<{lanes} x i1>", 8 * lanes
        self.lines: list[str] = []
        self.fresh = 0

    def new(self, text: str) -> str:
        self.fresh += 1
        self.lines.append(f"  %p{self.fresh} = {text}")
        return f"%p{self.fresh}"

    def add(self, *lines: str) -> None:
        self.lines += lines

    def copies(self) -> None:
        """Write ``copy``: rows of a strip from one place to another."""
        self.add(
            "define internal void @copy(i64 %to, i64 %to_stride, i64 %from, i64 %from_stride, "
            "i64 %rows) #0 {",
            "entry:",
            "  br label %again",
            "again:",
            "  %row = phi i64 [0, %entry], [%next, %again]",
            "  %a = mul i64 %row, %from_stride",
            "  %b = add i64 %from, %a",
            "  %c = inttoptr i64 %b to ptr",
            f"  %v = load {self.word}, ptr %c, align 8",
            "  %d = mul i64 %row, %to_stride",
            "  %e = add i64 %to, %d",
            "  %f = inttoptr i64 %e to ptr",
            f"  store {self.word} %v, ptr %f, align 8",
            "  %next = add i64 %row, 1",
            "  %more = icmp slt i64 %next, %rows",
            "  br i1 %more, label %again, label %done",
            "done:",
            "  ret void",
            "}",
        )

    def at(self, base: str, word: int | str) -> str:
        """Return a word of an array."""
        return self.new(f"load i64, ptr {self.new(f'getelementptr i64, ptr {base}, i64 {word}')}")

    def put(self, base: str, word: int | str, value: str) -> None:
        place = self.new(f"getelementptr i64, ptr {base}, i64 {word}")
        self.add(f"  store i64 {value}, ptr {place}")

    def how(self, name: str) -> str:
        return self.at("%how", HOW.index(name))

    def row(self, context: str, group: str, row: int) -> str:
        """Return a row of a strip's own group, as a vector of words."""
        word = WORDS_A_GROUP * self.groups[group]
        base = self.at(context, word)
        place = self.new(f"add i64 {base}, {self.slot * row}")
        where = self.new(f"inttoptr i64 {place} to ptr")
        return self.new(f"load {self.word}, ptr {where}, align 8")

    def whole(self, group: str) -> tuple[str, str]:
        """Return where a group's strip begins among whole blocks, and the bytes between rows."""
        word = WORDS_A_GROUP * self.groups[group]
        base, stride, step = (self.at("%outer", word + part) for part in range(WORDS_A_GROUP))
        along = self.new(f"mul i64 %strip, {step}")
        return self.new(f"add i64 {base}, {along}"), stride

    def any_of(self, mask: str) -> str:
        bits = self.new(f"bitcast {self.mask} {mask} to i{self.lanes}")
        return self.new(f"icmp ne i{self.lanes} {bits}, 0")

    def is_nought(self, row: str) -> str:
        return self.new(f"icmp eq {self.word} {row}, zeroinitializer")

    def copy_in(self, copied: Sequence[tuple[str, int]]) -> None:
        for group, rows in copied:
            start, stride = self.whole(group)
            to = self.at("%even", WORDS_A_GROUP * self.groups[group])
            self.add(
                f"  call void @copy(i64 {to}, i64 {self.slot}, i64 {start}, i64 {stride}, "
                f"i64 {rows})"
            )

    def copy_out(self, world: Sequence[tuple[str, int]], context: str) -> None:
        for group, rows in world:
            start, stride = self.whole(group)
            source = self.at(context, WORDS_A_GROUP * self.groups[group])
            self.add(
                f"  call void @copy(i64 {start}, i64 {stride}, i64 {source}, i64 {self.slot}, "
                f"i64 {rows})"
            )

    def order(self, side: int) -> None:
        """Have one side order, unless its orders are given."""
        first = self.new("icmp eq i64 %quarter, 0")
        given = self.new(f"icmp ne i64 {self.how(f'given_{side}')}, 0")
        stay = self.new(f"and i1 {first}, {given}")
        kind = self.new(f"select i1 {stay}, i64 0, i64 {self.how(f'kind_{side}')}")
        cases = " ".join(f"i64 {kind_of}, label %order_{side}_{kind_of}" for kind_of in KINDS)
        self.add(f"  switch i64 {kind}, label %ordered_{side} [ {cases} ]")
        for kind_of in KINDS:
            self.add(
                f"order_{side}_{kind_of}:",
                f"  call void @{name_of(kind_of, side)}(ptr %ctx, i64 %strip)",
                f"  br label %ordered_{side}",
            )
        self.add(f"ordered_{side}:")

    def trace(self, rungs: tuple[str, int]) -> None:
        """Write the rungs of the quarter down."""
        group, rows = rungs
        base = self.how("trace")
        wanted = self.new(f"icmp ne i64 {base}, 0")
        self.add(f"  br i1 {wanted}, label %write, label %written", "write:")
        later = self.new(f"mul i64 %quarter, {self.how('trace_quarter')}")
        along = self.new(f"mul i64 %strip, {self.slot}")
        place = self.new(f"add i64 {base}, {self.new(f'add i64 {later}, {along}')}")
        source = self.at("%ctx", WORDS_A_GROUP * self.groups[group])
        self.add(
            f"  call void @copy(i64 {place}, i64 {self.how('trace_row')}, i64 {source}, "
            f"i64 {self.slot}, i64 {rows})",
            "  br label %written",
            "written:",
        )

    def play(
        self,
        copied: Sequence[tuple[str, int]],
        worlds: int,
        made: tuple[str, str],
        ended: int,
        rules: str,
        luck: str,
        rungs: tuple[str, int],
        found: str,
    ) -> None:
        """Write the loop over strips, and in it the loop over quarters."""
        wholes, wholes_made = copied[1][0], made[1]
        self.add(
            "define void @play(ptr %outer, ptr %even, ptr %odd, ptr %how, i64 %strips) #0 {",
            "entry:",
            "  br label %strip_begins",
            "strip_begins:",
            "  %strip = phi i64 [0, %entry], [%next_strip, %strip_ends]",
            "  %there = icmp slt i64 %strip, %strips",
            "  br i1 %there, label %strip_there, label %over",
            "strip_there:",
        )
        self.copy_in(copied)
        done = self.new(f"inttoptr i64 {self.how('done')} to ptr")
        begun = self.at(done, "%strip")
        running = self.any_of(self.is_nought(self.row("%even", wholes, ended)))
        until = self.how("until")
        more = self.new(f"icmp slt i64 {begun}, {until}")
        go = self.new(f"and i1 {running}, {more}")
        self.add(
            f"  br i1 {go}, label %quarter_begins, label %strip_ends",
            "quarter_begins:",
            f"  %quarter = phi i64 [{begun}, %strip_there], [%next_quarter, %written_back]",
            "  %turn = phi i1 [false, %strip_there], [%other_turn, %written_back]",
            "  %ctx = select i1 %turn, ptr %odd, ptr %even",
        )
        later = self.new(f"mul i64 %quarter, {self.how('event_step')}")
        events = self.new(f"add i64 {self.how('events')}, {later}")
        self.put("%ctx", WORDS_A_GROUP * self.groups["events"], events)
        for side in (0, 1):
            self.order(side)
        self.trace(rungs)
        self.add(
            f"  call void @{luck}(ptr %ctx, i64 %strip)",
            f"  call void @{rules}(ptr %ctx, i64 %strip)",
            "  br label %written_back",
            "written_back:",
            "  %next_quarter = add i64 %quarter, 1",
            "  %other_turn = xor i1 %turn, true",
        )
        before = self.is_nought(self.row("%ctx", wholes, ended))
        lost = [self.is_nought(self.row("%ctx", found, side)) for side in (0, 1)]
        either = self.new(f"or {self.mask} {lost[0]}, {lost[1]}")
        missed = self.new(f"and {self.mask} {before}, {either}")
        place = self.new(f"mul i64 %strip, {self.slot}")
        place = self.new(f"add i64 {self.how('missed')}, {place}")
        where = self.new(f"inttoptr i64 {place} to ptr")
        self.add(
            f"  store {self.word} {self.new(f'zext {self.mask} {missed} to {self.word}')}, "
            f"ptr {where}, align 8"
        )
        left = self.any_of(missed)
        alive = self.any_of(self.is_nought(self.row("%ctx", wholes_made, ended)))
        again = self.new(f"icmp slt i64 %next_quarter, {until}")
        both = self.new(f"and i1 {alive}, {again}")
        on = self.new(f"and i1 {both}, {self.new(f'xor i1 {left}, true')}")
        self.add(f"  br i1 {on}, label %quarter_begins, label %quarters_end", "quarters_end:")
        self.put(done, "%strip", "%next_quarter")
        self.add("  %last = select i1 %other_turn, ptr %odd, ptr %even")
        self.copy_out(copied[:worlds], "%last")
        self.add(
            "  br label %strip_ends",
            "strip_ends:",
            "  %next_strip = add i64 %strip, 1",
            "  br label %strip_begins",
            "over:",
            "  ret void",
            "}",
        )
