"""A checked campaign file as plain tables, which need no schema: what is kept, read and played.

The schema (pydantic's models) judges a file; what it found good is kept as JSON and read back as
``PlainTable``, the first time as every other time, so that a file from the cache imports no schema
at all. A plain table has the fields of the model that judged it, under the same names, and what the
file left out at the model's own default; type checkers see the model, by ``if TYPE_CHECKING``.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from game.engine.board import SIDES

LEFT_OUT: Final = "-"  # the key of what a table's file left out; no field and no key is called so
MARKS: Final = "inferred"  # of a row of orders: which of them are a reader's judgement, no order


class PlainTable:
    """One table of a checked file: its fields as attributes, never changed."""

    __slots__ = ("__dict__", "_left")
    _left: frozenset[str]

    def __init__(self, written: Mapping[str, Any], left: Mapping[str, Any]) -> None:
        """Take the fields that stand in the file, and the defaults of those left out."""
        vars(self).update(written)
        vars(self).update(left)
        object.__setattr__(self, "_left", frozenset(left))

    @property
    def model_fields_set(self) -> set[str]:
        """The names of the fields that stand in the file; called as pydantic calls them."""
        return set(vars(self)) - self._left

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a checked campaign's {name} cannot be changed")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PlainTable) and vars(self) == vars(other)

    def __repr__(self) -> str:
        return f"PlainTable({vars(self)})"

    def __reduce__(self) -> tuple[Any, ...]:
        left = {name: value for name, value in vars(self).items() if name in self._left}
        return PlainTable, (
            {name: value for name, value in vars(self).items() if name not in left},
            left,
        )


def kept(model: Any) -> bytes:
    """Return a checked model as JSON, for ``read``."""
    return json.dumps(_flat(model), separators=(",", ":")).encode()


def read(data: bytes) -> PlainTable:
    """Return what ``kept`` kept; ValueError where it is no such thing."""
    try:
        found = json.loads(data, object_hook=_table)
    except (RecursionError, TypeError) as error:
        raise ValueError("no kept campaign") from error
    if not isinstance(found, PlainTable):
        raise ValueError("no kept campaign")
    return found


def values(value: Any) -> Any:
    """Return a table with all its fields, or any value, as dicts, lists and plain values."""
    if isinstance(value, PlainTable):
        value = vars(value)
    if isinstance(value, dict):
        return {key: values(inner) for key, inner in value.items()}
    return [values(inner) for inner in value] if isinstance(value, list) else value


def ordered(row: Any, side: int) -> dict[str, Any]:
    """Return a side's orders that stand in a row of the record, as the engine reads them; the row
    a model or a table."""
    words = _written(getattr(row, SIDES[side]))
    words.pop(MARKS, None)
    return words


def _written(part: Any) -> dict[str, Any]:
    there = part.model_fields_set
    return {
        name: _written(value) if hasattr(value, "model_fields_set") else value
        for name, value in vars(part).items()
        if name in there
    }


def _flat(value: Any) -> Any:
    if hasattr(value, "model_fields_set"):
        fields = {name: _flat(inner) for name, inner in vars(value).items()}
        there = value.model_fields_set
        made = {name: inner for name, inner in fields.items() if name in there}
        return made | {LEFT_OUT: {name: fields[name] for name in fields if name not in there}}
    if isinstance(value, dict):
        return {key: _flat(inner) for key, inner in value.items()}
    return [_flat(inner) for inner in value] if isinstance(value, list | tuple) else value


def _table(found: dict[str, Any]) -> Any:
    left = found.pop(LEFT_OUT, None)
    return found if left is None else PlainTable(found, left)
