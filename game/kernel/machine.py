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
from game.engine.events import Events
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.postures import Reading
from game.engine.tables import Tables
from game.engine.world import World, take
from game.kernel import compiling, emission, loops, rules, settings, solver
from game.kernel.blocks import Block, Memory, copied, empty, places, world_of
from game.kernel.schedule import LOOPS

REMEMBERED: Final = 64  # settings, and worlds, whose blocks are kept ready
ALIGNED: Final = 64  # bytes


@dataclass(frozen=True)
class Build:
    """The compiled rules as they are kept: machine code, and what must be known to call it."""

    code: bytes
    lanes: int
    slots: int
    channels: int
    settings: settings.Settings

    def kept(self) -> bytes:
        """Return the build as bytes."""
        head = json.dumps(
            [self.lanes, self.slots, self.channels, self.settings.text()]
        ).encode()
        return len(head).to_bytes(8, "big") + head + self.code


def from_kept(kept: bytes) -> Build:
    """Return the build that ``kept`` holds."""
    length = int.from_bytes(kept[:8], "big")
    lanes, slots, channels, told = json.loads(kept[8 : 8 + length])
    held = settings.from_text(told)
    return Build(kept[8 + length :], lanes, slots, channels, held)


def build(tables: Tables) -> Build:
    """Return the rules traced and compiled for the layout of ``tables``."""
    traced, lanes = rules.traced(tables), compiling.lanes()
    program = traced.program
    parts = solver.printed(traced.solver, lanes, program.scratch_word + 1)
    whole = emission.Printer(program, lanes).printed()
    code = compiling.compiled(compiling.module([parts, whole], [program.name], lanes))
    channels = len(tables.channels.ids)
    return Build(code, lanes, parts.slots + whole.slots, channels, traced.settings)


class Machine:
    """The compiled rules in memory, for one layout of tables."""

    def __init__(self, made: Build) -> None:
        """Load a build."""
        self.lanes, self.settings = made.lanes, made.settings
        self.places = places(made.channels)
        self._library = compiling.Library(made.code)
        self._run = self._library.run(rules.NAME)
        self._scratch = aligned((made.slots, made.lanes))
        self._context = np.zeros(3 * len(rules.GROUPS) + 1 + 2 * len(LOOPS), np.int64)
        scratch_word = 3 * len(rules.GROUPS)
        self._context[scratch_word] = self._scratch.ctypes.data
        self._context[scratch_word + 1 :] = loops.addresses()
        self._lock = threading.Lock()  # there is one scratch
        self._memory = Memory(REMEMBERED)
        self._ready: OrderedDict[tuple[int, ...], tuple[Tables, Block]] = OrderedDict()

    def resolve(
        self, world: World, orders: Orders, events: Events, luck: Luck, tables: Tables
    ) -> World:
        """Return the world a quarter later; settings.Unlike where only the plain rules can."""
        wars = len(world)
        columns = -(-wars // self.lanes) * self.lanes
        blocks = self._given(world, orders, events, luck, columns)
        blocks[settings.GROUP] = self._settings(tables, columns)
        made = empty(self.places, columns)
        found = np.empty((2, columns))
        blocks |= {rules.MADE[name]: block for name, block in made.items()} | {rules.FOUND: found}
        self._call(blocks, columns // self.lanes)
        after = world_of(made, self.places, wars)
        self._memory.keep(after, made)
        missed = ((found[0, :wars] == 0.0) | (found[1, :wars] == 0.0)) & world.running
        if missed.any():
            self._read_plainly(np.flatnonzero(missed), after, tables)
        return after

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
        kept = self._ready.get(key)
        if kept is None:
            values = self.settings.values(tables)
            wide = np.repeat(values, self.lanes, axis=1) if values.shape[1] == 1 else values
            kept = self._ready[key] = (tables, np.ascontiguousarray(wide))
            if len(self._ready) > REMEMBERED:
                self._ready.popitem(last=False)
        block = kept[1]
        return block if block.shape[1] == self.lanes else widened(block, columns)

    def _call(self, blocks: dict[str, Block], strips: int) -> None:
        words: list[int] = []
        for name in rules.GROUPS:
            block = blocks[name]
            step = 0 if block.shape[1] == self.lanes else 8 * self.lanes
            words += (block.ctypes.data, block.strides[0], step)
        with self._lock:
            self._context[: len(words)] = words
            self._run(self._context.ctypes.data, strips)

    def _read_plainly(self, rows: Any, after: World, tables: Tables) -> None:
        """Write what the plain rules read in the states of some wars, and the menus that follow.

        Nothing else of a quarter depends on the reading: it is the last but the menu.
        """
        some, own = take(after, rows), settings.some_of(tables, rows)
        read = menu.offer(some.with_(**vars(postures.read(some, own))), own)
        for name in (*Reading.__dataclass_fields__, "prices", "legal"):
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

