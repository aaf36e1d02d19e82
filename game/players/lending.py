"""Lending a sight to code that is not the game's own: copies, which nobody else reads.

A sight shares its arrays with the running war, and its tables with every war of a process; the
game's own players change neither. What others are lent cannot be written to, and were it written
to all the same, nothing but the borrower's own copy would change.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any, ClassVar, Protocol, TypeVar

import numpy as np

from game.engine.sight import Sight


class Dataclass(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


Record = TypeVar("Record", bound=Dataclass)


def lent(sight: Sight) -> Sight:
    """Return a copy of a sight, read-only throughout."""
    seen = {name: _copy(value) for name, value in sight.fields.items()}
    return Sight(sight.side, seen, _copy(sight.channels), copied(sight.tables))


def copied(record: Record) -> Record:
    """Return a dataclass with every array in it, and in the dataclasses it holds, a read-only
    copy."""
    made: dict[str, Any] = {}
    for entry in fields(record):
        value = getattr(record, entry.name)
        if isinstance(value, np.ndarray):
            made[entry.name] = _copy(value)
        elif is_dataclass(value) and not isinstance(value, type):
            made[entry.name] = copied(value)
    return replace(record, **made)


def _copy(values: Any) -> Any:
    made = np.array(values)
    made.setflags(write=False)
    return made
