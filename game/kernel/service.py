"""The service: compiled rules for whoever plays many wars, made once and kept in the cache.

A build is kept under a digest of all that it was made from: the text of rules and kernel,
the layout of the tables, numpy, LLVM and the processor. It is compared with the plain rules before
it is kept. ``quicken`` puts the compiled rules before the plain ones and says which run.
"""

import importlib.metadata
import importlib.util
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from game import cache
from game.engine import many
from game.engine.events import Events
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.tables import Tables
from game.engine.world import World

COMPILER: Final = "llvmlite"
EXTRA: Final = "fast"
KIND: Final = "kernel"  # of an entry of the cache
CHECKED: Final = 64  # wars played both ways before a build is kept
MADE_FROM: Final = ("engine", "theory", "players", "kernel")
COMPILED: Final = "The rules run compiled."
MISSING: Final = (
    f"The rules run plain, several times slower: install the extra {EXTRA} "
    f"(pip install '.[{EXTRA}]')."
)
_LOCK: Final = threading.Lock()
_MACHINES: dict[str, Any] = {}
_KEYS: dict[tuple[int, ...], tuple[Tables, str]] = {}
_MOST_KEYS: Final = 256


class NoKernel(Exception):
    """The compiled rules cannot be had; the text says why, in a sentence."""


def installed() -> bool:
    """Whether the compiler is there."""
    return importlib.util.find_spec(COMPILER) is not None


def quicken(world: World, tables: Tables) -> str:
    """Have many wars of this layout of tables played compiled; return one line that says what runs.

    ``world`` is a start of these tables, for the check of a new build. What a player imagines is
    another layout.
    """
    if not installed():
        return MISSING
    try:
        for read in (tables, imagined(tables)):
            built(world, read)
    except NoKernel as trouble:
        return f"The rules run plain: {trouble}"
    many.quicken(resolved, played_on)
    return COMPILED


def imagined(tables: Tables) -> Tables:
    """Return tables as a player who imagines has them: it foresees nothing that will be asked."""
    return replace(tables, dilemmas=tables.dilemmas.unforeseen())


def quicken_if_kept() -> None:
    """Have many wars played compiled wherever a build is in the cache; nothing is built."""
    if installed():
        many.quicken(resolved, played_on)


def resolved(
    world: World, orders: Orders, events: Events, luck: Luck, tables: Tables, told: bool = False
) -> World | many.Told | None:
    """Return the world a quarter later by the compiled rules, with what happened where that is to
    be ``told``; None where there are none for it."""
    machine = kept(tables)
    if machine is None:
        return None
    from game.kernel.settings import Unlike  # late: llvmlite may not be there

    try:
        form = machine.resolve if told else machine.resolve_world
        return form(world, orders, events, luck, tables)
    except Unlike:
        return None


def played_on(play: many.Play) -> many.PlayedOn | None:
    """Return what comes of whole wars by the compiled rules and players, None where there are none
    for them."""
    machine = kept(play.tables)
    if machine is None:
        return None
    from game.kernel.settings import Unlike

    try:
        return machine.play(play)
    except Unlike:
        return None


def kept(tables: Tables) -> Any:
    """Return the machine for the layout of ``tables`` where one is at hand, else None."""
    key = _key(tables)
    if key not in _MACHINES:
        with _LOCK:
            _MACHINES[key] = _from_cache(key)
    return _MACHINES[key]


def built(world: World, tables: Tables) -> Any:
    """Return the machine for the layout of ``tables``, made, checked and kept if it has to be.

    Raises NoKernel.
    """
    found = kept(tables)
    return found if found is not None else _made(world, tables)


def _made(world: World, tables: Tables) -> Any:
    from game.kernel import check, compiling, loops, machine
    from game.kernel.graph import NotTraceable

    try:
        made = machine.build(tables)
        found = machine.CompiledRules(made)
    except (NotTraceable, loops.NoLoop, compiling.CannotCompile) as trouble:
        raise NoKernel(str(trouble)) from trouble
    for players in (*check.USUAL, check.doctrines(0)):
        seeds = np.arange(CHECKED)
        start = check.spread(world, len(seeds))
        told = check.compared(found, start, tables, seeds, players)
        told += check.played_through(found, start, tables, seeds, players)
        if told.different:
            raise NoKernel(f"compiled they give other worlds here ({', '.join(told.fields[:3])}).")
    cache.put(KIND, _key(tables), made.kept())
    _MACHINES[_key(tables)] = found
    return found


def _from_cache(key: str) -> Any:
    content = cache.get(KIND, key) if installed() else None
    if content is None:
        return None
    from game.kernel import loops, machine

    try:
        return machine.CompiledRules(machine.from_kept(content))
    except (loops.NoLoop, ValueError, LookupError):
        return None


def _key(tables: Tables) -> str:
    """Return the name of the build for a layout of tables."""
    if not installed():
        return ""
    from game.kernel import settings

    parts = settings.identity(tables)
    known = _KEYS.get(parts)
    if known is None:
        if len(_KEYS) >= _MOST_KEYS:
            _KEYS.clear()
        made = cache.key([*_origins(), settings.shapes(tables).encode()])
        known = _KEYS[parts] = (tables, made)  # the tables are held: their parts' ids stay theirs
    return known[1]


def _origins() -> Iterator[bytes]:
    """Yield what the machine code is made from and for, but the tables."""
    if not _ORIGINS:
        from game.kernel import compiling

        _ORIGINS.extend(
            [
                np.__version__.encode(),
                importlib.metadata.version(COMPILER).encode(),
                compiling.processor().encode(),
            ]
        )
        game = Path(__file__).resolve().parents[1]
        _ORIGINS.extend(
            path.read_bytes() for room in MADE_FROM for path in sorted((game / room).rglob("*.py"))
        )
    yield from _ORIGINS


_ORIGINS: list[bytes] = []
