"""Worlds and reports as plain data for a log, and back.

A world is stored as whole numbers of each field's precision, in the order of the field's array. A
reader under other rules takes the fields it knows; one that is missing, or has another shape, gets
its value at rest.
"""

import dataclasses
import math
from typing import Any

import numpy as np

from game.engine.fields import Field
from game.engine.start import RESTS
from game.engine.view import Report
from game.engine.world import FIELDS, World, shape, wholes

Numbers = dict[str, list[int]]


def world_numbers(world: World) -> Numbers:
    """Return one war's fields as whole numbers, flat."""
    return {name: [int(value) for value in wholes(getattr(world, name), field).ravel()]
            for name, field in FIELDS.items()}  # fmt: skip


def world_of(numbers: Numbers, channels: int) -> World:
    """Return the world that ``numbers`` store; ``channels`` is the length of the K axis."""
    made = {}
    for name, field in FIELDS.items():
        wanted = shape(field.axes, 1, channels)
        values = np.array(numbers.get(name, []), dtype=np.int64)
        fits = len(values) == math.prod(wanted)
        made[name] = _unwhole(values.reshape(wanted), field) if fits else _rest(name, field, wanted)
    return World(**made)


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
    """Return the report that ``values`` store; what is missing is nought."""
    made: dict[str, Any] = {}
    for entry in dataclasses.fields(Report):
        value = values.get(entry.name, 0)
        if isinstance(value, list):
            value = tuple(value) if isinstance(value[0], bool) else np.array(value)
        made[entry.name] = value
    return Report(**made)


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value.item() if isinstance(value, np.generic) else value
