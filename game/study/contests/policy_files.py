"""Policy files: players written by anyone, as functions of a sight and a plan in a Python file.

``FILE.py:NAME`` names one. Whatever is wrong in the file ends in one Problem with file, line and
remedy. A file is ordinary Python and may do whatever Python may: play only those you trust.
"""

import re
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from inspect import signature
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from game.engine.board import Ints
from game.engine.orders import SideOrders
from game.engine.sight import Sight
from game.players.lending import lent
from game.players.plan import Plan, PlanError
from game.problems import Problem

NAMED: Final = re.compile(r"(?P<file>.+\.py)(?::(?P<names>[^:\\/]*))?")
PAGE: Final = "docs/policies.md tells how a policy is written."

Decide = Callable[[Sight, Plan], Any]


@dataclass(frozen=True)
class FilePolicy:
    """A policy from a file: ``decide`` orders by the plan it is handed."""

    file: str
    name: str
    decide: Decide

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return its orders for every war; Problem where it fails."""
        borrowed = lent(sight)
        plan = Plan(borrowed, seeds)
        try:
            given = self.decide(borrowed, plan)
        except (Exception, SystemExit) as trouble:
            raise failed(self.file, self.name, trouble) from None
        if given is not None:
            raise Problem(
                f"{self.file}, {self.name}: it returned {type(given).__name__}; a policy "
                f"orders by its plan and returns nothing. {PAGE}"
            )
        return plan.orders(sight)


def is_named(asked: str) -> bool:
    """Whether an option names a policy file rather than a player."""
    return NAMED.fullmatch(asked) is not None


def label(player: object) -> str:
    """Return a player's name for a table: of a policy file its name without the folders."""
    said = str(player)
    return Path(said).name if is_named(said) else said


def named(asked: str) -> list[str]:
    """Return ``FILE.py:NAME`` for each policy of ``FILE.py:NAME[,NAME]``.

    Problem for a file that cannot be read or run, and for a name that it has not.
    """
    found = NAMED.fullmatch(asked)
    if found is None:
        raise Problem(f"{asked!r} names no policy: write FILE.py:NAME. {PAGE}")
    file = found["file"]
    names = [name for name in (found["names"] or "").split(",") if name]
    if not names:
        there = ", ".join(offered(opened_file(file))) or "none"
        raise Problem(f"{file}: name a policy after a colon; it has {there}. {PAGE}")
    for name in names:
        policy(f"{file}:{name}")
    return [f"{file}:{name}" for name in names]


def policy(entry: str) -> FilePolicy:
    """Return the policy that ``FILE:NAME`` names; a class is made anew, so that it may remember."""
    file, _, name = entry.rpartition(":")
    made = getattr(opened_file(file), name, None)
    if made is None or name.startswith("_"):
        there = ", ".join(offered(opened_file(file))) or "no policy"
        raise Problem(f"{file} has no policy {name!r}; it has {there}. {PAGE}")
    try:
        decide = made() if isinstance(made, type) else made
        signature(decide).bind(None, None)
    except Exception as trouble:
        raise Problem(
            f"{file}, {name}: it cannot be asked with a sight and a plan ({trouble}). {PAGE}"
        ) from None
    return FilePolicy(file, name, decide)


@cache
def opened_file(file: str) -> ModuleType:
    """Return a policy file as a module, run once; Problem with the line where it fails."""
    path = Path(file)
    if not path.is_file():
        raise Problem(f"{file}: there is no such file. Check the path before the colon.")
    spec = spec_from_file_location(f"policy file {file}", path.resolve())
    if spec is None or spec.loader is None:
        raise Problem(f"{file} is no Python file. {PAGE}")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    try:
        spec.loader.exec_module(module)
    except SyntaxError as trouble:
        line = f", line {trouble.lineno}" if trouble.lineno else ""
        raise Problem(
            f"{file}{line}: {trouble.msg}. Python cannot read it: mend it there or just above."
        ) from None
    except (Exception, SystemExit) as trouble:
        raise failed(file, "", trouble) from None
    return module


def offered(module: ModuleType) -> list[str]:
    """Return the names of a file's own functions and classes that may be policies."""
    return [
        name
        for name, made in vars(module).items()
        if callable(made)
        and not name.startswith("_")
        and getattr(made, "__module__", "") == module.__name__
    ]


def failed(file: str, name: str, trouble: BaseException) -> Problem:
    """Return what went wrong in a policy file: its own last line on the way to the error."""
    steps = traceback.extract_tb(trouble.__traceback__)
    own = str(Path(file).resolve())
    line = next((step.lineno for step in reversed(steps) if step.filename == own), None)
    place = f"{file}, line {line}" if line else file
    said = str(trouble) or type(trouble).__name__
    kind = "" if isinstance(trouble, PlanError) else f"{type(trouble).__name__}: "
    return Problem(f"{place}{', in ' + name if name else ''}: {kind}{said}. {PAGE}")
