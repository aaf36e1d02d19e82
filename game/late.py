"""What is imported late: a package's names and whole modules that the first screen does not need.

Importing everything takes most of the time to the title. A package hands out its names as they are
asked for (``names``), a module stands behind a ``Module`` until something of it is used, and while
nobody does anything the window imports what is still out, one module at a time (``one_more``), so
that a door pressed a second later opens at once. For readers and checkers the same imports stand
under ``if TYPE_CHECKING``.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

_OUT: list[str] = []  # names of modules still to be imported, in the order of their doors


class Module:
    """A module that is imported when something of it is first used."""

    def __init__(self, name: str) -> None:
        """Stand for the module of this full name."""
        self._name = name
        _OUT.append(name)

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)


def modules(package: str, names: str) -> list[Module]:
    """Return what stands for some modules of a package, named in one text with spaces between."""
    return [Module(f"{package}.{name}") for name in names.split()]


def names(package: str, where: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of ``package`` that finds its names where they are made.

    ``where`` maps a module to the names it makes, with spaces between.
    """
    makers = {name: module for module, made in where.items() for name in made.split()}

    def found(name: str) -> Any:
        if name not in makers:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(makers[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return found


def one_more() -> bool:
    """Import the next module that is still out; return whether there was one."""
    while _OUT:
        name = _OUT.pop(0)
        if name not in sys.modules:
            import_module(name)
            return True
    return False


def any_out() -> bool:
    """Whether a module is still to be imported."""
    return any(name not in sys.modules for name in _OUT)
