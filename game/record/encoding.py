"""Worlds and reports as plain data for a log, and back.

A world is stored as whole numbers of each field's precision, in the order of the field's array. A
reader under other rules takes the fields it knows; one that is missing, or has another shape, gets
its value at rest.
"""

import dataclasses
import math
from collections.abc import Iterator
from typing import Any, Final, get_args, get_origin, get_type_hints

import numpy as np

from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON
from game.engine.fields import Field
from game.engine.ladders import USED, L, ladder_of_slot
from game.engine.start import RESTS
from game.engine.view import Report
from game.engine.world import ASKED, FIELDS, World, shape, wholes

Numbers = dict[str, list[int]]
ARRAYS: Final = {
    "tempo": (len(CORPS),),
    "acts": (len(SIDES), L),
    **{name: (ASKED,) for name in ("asked", "answers", "enemy_asked", "enemy_answers")},
}
"""The shapes of a report's arrays."""


def world_numbers(world: World) -> Numbers:
    """Return one war's fields as whole numbers, flat."""
    return {
        name: [int(value) for value in wholes(getattr(world, name), field).ravel()]
        for name, field in FIELDS.items()
    }


def world_of(numbers: Numbers, channels: int) -> World:
    """Return the world that ``numbers`` store; ``channels`` is the length of the K axis."""
    made = {}
    for name, field in FIELDS.items():
        wanted = shape(field.axes, 1, channels)
        values = np.array(numbers.get(name, []), dtype=np.int64)
        fits = len(values) == math.prod(wanted)
        made[name] = _unwhole(values.reshape(wanted), field) if fits else _rest(name, field, wanted)
    return World(**made)


def rung_faults(world: World) -> Iterator[str]:
    """Yield which fields of a stored world name a rung or a channel that there is not."""
    for side in (WASHINGTON, HANOI):
        for slot in range(int(USED[side].sum())):
            ladder, _ = ladder_of_slot(side, slot)
            for name in ("in_force", "reached", "reached_before"):
                rung = int(getattr(world, name)[0, side, slot])
                if rung >= len(ladder.rungs):
                    yield f"{name} has no rung {rung} of {ladder.name}"
                elif name == "in_force" and ladder.standing(rung) != rung:
                    yield f"{name}: {ladder.rungs[rung]} of {ladder.name} does not stand"
    if world.channel.max() >= world.burnt.shape[1]:
        yield "channel has no such number"


def strangers(numbers: Numbers, channels: int) -> list[str]:
    """Return the fields that are missing, unknown, or of another shape than now."""
    sizes = {name: math.prod(shape(field.axes, 1, channels)) for name, field in FIELDS.items()}
    given = {name: len(values) for name, values in numbers.items()}
    return sorted(name for name in sizes | given if sizes.get(name) != given.get(name))


def differing(first: Numbers, second: Numbers) -> list[str]:
    """Return the fields in which two stored worlds differ."""
    return sorted(name for name in first | second if first.get(name) != second.get(name))


def _unwhole(values: Any, field: Field) -> Any:
    return values if field.whole else values / round(1 / field.precision)


def _rest(name: str, field: Field, wanted: tuple[int, ...]) -> Any:
    kind = np.int64 if field.whole else np.float64
    return np.full(wanted, RESTS.get(name, 0), dtype=kind)


def report_values(report: Report) -> dict[str, Any]:
    """Return a report as plain data."""
    return {entry.name: _plain(getattr(report, entry.name)) for entry in dataclasses.fields(report)}


def report_of(values: dict[str, Any]) -> Report:
    """Return the report that ``values`` store; what is missing is nought.

    Raises ValueError naming a value that no report can hold.
    """
    made: dict[str, Any] = {}
    for name, kind in get_type_hints(Report).items():
        if name in ARRAYS:
            made[name] = _array(name, values.get(name, 0))
        elif name not in values:
            made[name] = _nothing(kind)
        else:
            made[name] = _checked(name, kind, values[name])
    return Report(**made)


def _array(name: str, value: Any) -> Any:
    wanted = ARRAYS[name]
    try:
        return np.broadcast_to(np.array(value), wanted).copy() * 1
    except (ValueError, TypeError):
        raise ValueError(f"{name} is no array of {wanted}") from None


def _nothing(kind: Any) -> Any:
    parts = get_args(kind)
    return tuple(part() for part in parts) if get_origin(kind) is tuple else (parts or (kind,))[0]()


def _checked(name: str, kind: Any, value: Any) -> Any:
    parts = get_args(kind)
    if get_origin(kind) is tuple:
        if isinstance(value, list) and [type(part) for part in value] == list(parts):
            return tuple(value)
    elif type(value) in (parts or (kind,)):
        return value
    raise ValueError(f"{name} cannot be what it is")


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value.item() if isinstance(value, np.generic) else value
