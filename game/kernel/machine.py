"""The machine: the compiled rules as a function of worlds, orders, events and luck.

It answers as ``resolve`` does, to the bit. Wars in which the solver finds no answer by itself, one
in many thousands, are left to the plain rules.
"""

import json
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine import menu, postures
from game.engine.board import HANOI, WASHINGTON, Ints
from game.engine.events import Events, events_at
from game.engine.luck import DRAWS, Luck
from game.engine.many import Play, PlayedOn
from game.engine.orders import Orders, blank, join
from game.engine.postures import PostureReading
from game.engine.resolve import Outcome
from game.engine.tables import Tables
from game.engine.world import World, take
from game.kernel import (
    compiling,
    emission,
    loops,
    outcomes,
    playing,
    policies,
    rules,
    settings,
    solver,
)
from game.kernel.blocks import (
    DTYPES,
    FRACTIONS,
    WHOLES,
    Block,
    BlockMemory,
    BlockPlace,
    copied,
    empty,
    heights,
    places,
    world_of,
)
from game.kernel.schedule import LOOPS

REMEMBERED: Final = 64  # settings, and worlds, whose blocks are kept ready
ALIGNED: Final = 64  # bytes
COPIED: Final = len(DTYPES) + len(rules.ORDERED)  # groups of which a strip has a copy in play


@dataclass(frozen=True)
class Build:
    """The compiled rules as they are kept: machine code, and what must be known to call it."""

    code: bytes
    lanes: int
    slots: int
    channels: int
    settings: settings.TableSettings
    numbers: list[float]
    outcome: list[outcomes.Leaf]

    def kept(self) -> bytes:
        """Return the build as bytes."""
        head = json.dumps(
            [
                self.lanes,
                self.slots,
                self.channels,
                self.settings.text(),
                self.numbers,
                self.outcome,
            ]
        ).encode()
        return len(head).to_bytes(8, "big") + head + self.code


def from_kept(kept: bytes) -> Build:
    """Return the build that ``kept`` holds."""
    length = int.from_bytes(kept[:8], "big")
    lanes, slots, channels, told, numbers, leaves = json.loads(kept[8 : 8 + length])
    held, known = settings.from_text(told), [(tuple(shape), dtype) for shape, dtype in leaves]
    return Build(kept[8 + length :], lanes, slots, channels, held, numbers, known)


def strip_rows(where: dict[str, BlockPlace], outcome: int) -> list[tuple[str, int]]:
    """Return the groups that a strip has to itself while it is played on, with their rows: the
    world and the orders, which are copied in, then luck, what the solver found, and what happened
    in a quarter, ``outcome`` rows of it."""
    return [
        *heights(where).items(),
        *rules.ORDERED.items(),
        ("luck", len(DRAWS)),
        (rules.FOUND, 2),
        (outcomes.GROUP, outcome),
    ]


def build(tables: Tables) -> Build:
    """Return the rules traced and compiled for the layout of ``tables``."""
    traced, lanes = rules.traced(tables), compiling.lanes()
    channels = len(tables.channels.ids)
    program = traced.programs[rules.NAME]
    parts = solver.printed(traced.solver, lanes, program.scratch_word + 1)
    wholes = [emission.Printer(one, lanes).printed() for one in traced.programs.values()]
    played = playing.printed(
        lanes,
        rules.GROUPS,
        strip_rows(places(channels), 0)[:COPIED],
        len(DTYPES),
        (rules.MADE[FRACTIONS], rules.MADE[WHOLES]),
        places(channels)["ended"].first,
        rules.NAME,
        "luck",
        ("rungs", rules.ORDERED["rungs"]),
        rules.FOUND,
    )
    printed = [parts, *wholes, played]
    code = compiling.compiled(compiling.module(printed, [program.name], lanes))
    slots = parts.slots + max(whole.slots for whole in wholes)
    return Build(
        code, lanes, slots, channels, traced.settings, program.graph.numbers, traced.outcome
    )


class CompiledRules:
    """The compiled rules in memory, for one layout of tables."""

    def __init__(self, made: Build) -> None:
        """Load a build."""
        self.lanes, self.settings = made.lanes, made.settings
        self._outcome = made.outcome
        self._rows_dated = made.settings.dated()
        self.places = places(made.channels)
        self._library = compiling.Library(made.code)
        self._run = self._library.run(rules.NAME)
        self._play = self._library.player()
        self._scratch = aligned((made.slots, made.lanes))
        self._context = np.zeros(3 * len(rules.GROUPS) + 2 + 2 * len(LOOPS), np.int64)
        scratch_word = 3 * len(rules.GROUPS)
        self._context[scratch_word] = self._scratch.ctypes.data
        self._tables = np.array(made.numbers)
        self._context[scratch_word + 1 :] = [*loops.addresses(), self._tables.ctypes.data]
        self._strips = self._own_contexts()
        self._lock = threading.Lock()  # there is one scratch
        self._memory = BlockMemory(REMEMBERED)
        self._ready: OrderedDict[tuple[int, ...], tuple[Tables, Block]] = OrderedDict()

    def resolve(
        self, world: World, orders: Orders, events: Events, luck: Luck, tables: Tables
    ) -> tuple[World, Outcome]:
        """Return the world a quarter later and what happened; settings.Unlike where only the plain
        rules can."""
        after, block = self._resolved(world, orders, events, luck, tables)
        return after, outcomes.outcome_of(block, self._outcome, len(world))

    def resolve_world(
        self, world: World, orders: Orders, events: Events, luck: Luck, tables: Tables
    ) -> World:
        """Return the world a quarter later alone."""
        return self._resolved(world, orders, events, luck, tables)[0]

    def _resolved(
        self, world: World, orders: Orders, events: Events, luck: Luck, tables: Tables
    ) -> tuple[World, Block]:
        wars = len(world)
        columns = -(-wars // self.lanes) * self.lanes
        blocks = self._given(world, orders, events, luck, columns)
        blocks[settings.GROUP] = self._settings(tables, columns)
        made = empty(self.places, columns)
        found = np.empty((2, columns))
        told = np.empty((outcomes.height(self._outcome), columns))
        blocks |= {rules.MADE[name]: block for name, block in made.items()}
        blocks |= {rules.FOUND: found, outcomes.GROUP: told}
        self._call(blocks, columns // self.lanes)
        after = world_of(made, self.places, wars)
        self._memory.keep(after, made)
        missed = ((found[0, :wars] == 0.0) | (found[1, :wars] == 0.0)) & world.running
        if missed.any():
            self._read_plainly(np.flatnonzero(missed), after, tables)
        return after, told

    def play(self, play: Play) -> PlayedOn:
        """Return what comes of wars, players and luck included; settings.Unlike where only the
        plain rules can. The world handed in is left as it is."""
        world, tables, wars, quarters = play.world, play.tables, len(play.world), play.quarters
        orderings = [
            policies.ordering(play.policies[side], side, play.own_seeds[side])
            for side in (WASHINGTON, HANOI)
        ]
        now = np.unique(world.quarter[world.running])
        if len(now) != 1:
            raise settings.Unlike("wars in different quarters")
        columns = -(-wars // self.lanes) * self.lanes
        strips = columns // self.lanes
        blocks: dict[str, Any] = dict(copied(world, self.places, columns))
        first = join(*(blank(wars) if given is None else given for given in play.first))
        for name in rules.ORDERED:
            blocks[name] = self._turned(getattr(first, name), columns)
        blocks[settings.GROUP] = self._settings(tables, columns)
        blocks[policies.LUCK_SEEDS] = widened(play.seeds.reshape(1, -1), columns)
        for side, ordering in enumerate(orderings):
            blocks[policies.SEEDS[side]] = widened(ordering.seeds, columns)
            numbers = ordering.numbers
            wide = columns if numbers.shape[1] == wars and wars > 1 else self.lanes
            blocks[policies.TEMPERS[side]] = widened(numbers, wide)
        done = np.zeros(strips, np.int64)
        missed = np.zeros(columns, np.int64)
        rungs = np.zeros((quarters, rules.ORDERED["rungs"], columns), np.int64)
        events = self._events(tables, int(now[0]) + np.arange(quarters))
        how = {
            "until": quarters,
            "events": events.ctypes.data,
            "event_step": events.strides[0],
            "done": done.ctypes.data,
            "missed": missed.ctypes.data,
            "trace": rungs.ctypes.data,
            "trace_row": rungs.strides[1],
            "trace_quarter": rungs.strides[0],
        }
        for side in (WASHINGTON, HANOI):
            how |= {
                f"kind_{side}": orderings[side].kind,
                f"given_{side}": int(play.first[side] is not None),
            }
        words = np.array([how[name] for name in playing.HOW], np.int64)
        after = world_of(blocks, self.places, wars)
        while True:
            missed[:] = 0
            self._play_on(blocks, words, strips)
            rows = np.flatnonzero(missed[:wars])
            if not len(rows):
                break
            self._read_plainly(rows, after, tables)
        self._memory.keep(after, {name: blocks[name] for name in DTYPES})
        ran = world.running & (after.quarter > now[0] + np.arange(quarters)[:, None])
        ordered = rungs.reshape(quarters, 2, -1, columns)[..., :wars]
        return PlayedOn(after, ordered, ran)

    def _own_contexts(self) -> list[Block]:
        """Return two contexts of one strip's own groups, from one small world to the other and
        back."""
        rows = strip_rows(self.places, outcomes.height(self._outcome))
        worlds = len(DTYPES)
        self._own = aligned(
            (sum(n for _, n in rows) + sum(n for _, n in rows[:worlds]), self.lanes)
        )
        where, place = {}, 0
        for name, count in [*rows, *((rules.MADE[name], n) for name, n in rows[:worlds])]:
            where[name] = self._own.ctypes.data + 8 * self.lanes * place
            place += count
        other = dict(where)
        for name, made in rules.MADE.items():
            other[name], other[made] = where[made], where[name]
        contexts = []
        for bases in (where, other):
            context = self._context.copy()
            for name, base in {**bases, "events": 0}.items():
                context[3 * rules.GROUPS[name] :][:3] = (base, 8 * self.lanes, 0)
            contexts.append(context)
        return contexts

    def _play_on(self, blocks: dict[str, Block], how: Block, strips: int) -> None:
        with self._lock:
            for name, block in blocks.items():
                copied_in = name in DTYPES or name in rules.ORDERED
                for context in (self._context, *(() if copied_in else self._strips)):
                    self._put(context, name, block)
            contexts = (self._context, *self._strips, how)
            self._play(*(context.ctypes.data for context in contexts), strips)

    def _events(self, tables: Tables, quarters: Ints) -> Block:
        """Return (Q, E, lanes) the events of quarters, the same in every war."""
        amounts = events_at(tables, quarters).amounts.T
        return np.ascontiguousarray(np.repeat(amounts[:, :, None], self.lanes, axis=2))

    def _given(
        self, world: World, orders: Orders, events: Events, luck: Luck, columns: int
    ) -> dict[str, Block]:
        """Return the blocks of what is given, each as wide as it must be."""
        blocks = dict(self._memory.of(world) or copied(world, self.places, columns))
        for name in rules.ORDERED:
            blocks[name] = self._turned(getattr(orders, name), columns)
        blocks["luck"] = widened(luck.rows, columns)
        blocks["events"] = widened(events.amounts, columns)
        return blocks

    def _turned(self, values: Any, columns: int) -> Block:
        """Return a column a war from what has a row a war."""
        rows = values.reshape(len(values), -1).T
        return widened(rows, columns)

    def _settings(self, tables: Tables, columns: int) -> Block:
        """Return what follows from the tables, a strip for all wars or a column for each."""
        key = settings.identity(tables)
        if self._rows_dated is None:
            key = (*key, id(tables.events))
        kept = self._ready.get(key)
        if kept is None:
            values = self.settings.values(tables)
            wide = np.repeat(values, self.lanes, axis=1) if values.shape[1] == 1 else values
            kept = self._ready[key] = (tables, np.ascontiguousarray(wide))
            if len(self._ready) > REMEMBERED:
                self._ready.popitem(last=False)
        block = self._dated(kept[1], tables)
        return block if block.shape[1] == self.lanes else widened(block, columns)

    def _dated(self, block: Block, tables: Tables) -> Block:
        """Return the block of a setting with the events of ``tables``: every quarter tells a side
        of more of them, and of nothing else."""
        if not self._rows_dated:
            return block
        made, amounts = block.copy(), tables.events.reshape(-1)
        for row, place in self._rows_dated:
            made[row] = amounts[place]
        return made

    def _call(self, blocks: dict[str, Block], strips: int) -> None:
        with self._lock:
            for name, block in blocks.items():
                self._put(self._context, name, block)
            self._run(self._context.ctypes.data, strips)

    def _put(self, context: Block, name: str, block: Block) -> None:
        """Write into a context where a group lies."""
        step = 0 if block.shape[1] == self.lanes else 8 * self.lanes
        word = 3 * rules.GROUPS[name]
        context[word : word + 3] = (block.ctypes.data, block.strides[0], step)

    def _read_plainly(self, rows: Any, after: World, tables: Tables) -> None:
        """Write what the plain rules read in the states of some wars, and the menus that follow.

        Nothing else of a quarter depends on the reading: it is the last but the menu.
        """
        some, own = take(after, rows), settings.some_of(tables, rows)
        read = menu.offer(some.with_(**vars(postures.read(some, own))), own)
        for name in (*PostureReading.__dataclass_fields__, "prices", "legal"):
            getattr(after, name)[rows] = getattr(read, name)


def aligned(shape: tuple[int, int]) -> Block:
    """Return an empty block whose rows begin at whole vectors."""
    size = shape[0] * shape[1] * 8
    room = np.empty(size + ALIGNED, np.uint8)
    start = -room.ctypes.data % ALIGNED
    return room[start : start + size].view(np.float64).reshape(shape)


def widened(rows: Any, columns: int) -> Block:
    """Return rows in C order with so many columns; those beyond the wars hold the first again."""
    wars = rows.shape[1]
    if wars == columns and rows.flags.c_contiguous and rows.dtype.itemsize == 8:
        return rows
    made = np.empty((rows.shape[0], columns), np.int64 if rows.dtype.kind in "iub" else np.float64)
    made[:, :wars] = rows
    made[:, wars:] = rows[:, :1]
    return made
