"""The constants that a calibration may free, by name, and how N settings go into Tables at once.

A name is ``constants.NAME`` (the engine's), ``beliefs.NAME`` (the arithmetic of beliefs) or
``priors.NAME`` (the campaign's). What is not in FREE is an assumption: docs/fit.md lists it.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats
from game.engine.constants import Constants
from game.engine.tables import Tables
from game.theory.belief import BeliefConstants


@dataclass(frozen=True)
class Freed:
    """One free constant: what it is fitted on, the bounds of the search, and the value that it is
    drawn to where the record does not tell: the prototype's (docs/war.md) or a judgement."""

    name: str
    group: str  # "war", "postures" or "table"
    on: str
    low: float
    high: float
    centre: float


DEATHS = "US hostile deaths by quarter, 1966-71, and by year, 1965 and 1972"
POSTURES = "recorded postures of both sides, 1965Q1-1973Q1"
TERMS = "the terms and the quarter of the settlement, 1972Q4-1973Q1, and none before"

FREE: Final = (
    Freed("constants.us_deaths_by_tempo", "war", DEATHS, 500.0, 4000.0, 2300.0),
    Freed("constants.us_deaths_by_search", "war", DEATHS, 50.0, 400.0, 100.0),
    Freed("constants.handed_over", "war", DEATHS, 0.3, 0.97, 0.55),
    Freed("constants.cost_washington", "postures", POSTURES, -0.2, 0.5, 0.11),
    Freed("constants.cost_by_opposition", "postures", POSTURES, 0.5, 1.6, 1.08),
    Freed("constants.cost_hanoi", "postures", POSTURES, 0.0, 0.8, 0.42),
    Freed("constants.reinforcement_weight", "postures", POSTURES, 0.3, 5.0, 2.2),
    Freed("beliefs.scale_noise", "postures", POSTURES, 0.20, 0.50, 0.27),
    Freed("beliefs.demonstration_half_life", "postures", POSTURES, 3.0, 16.0, 8.5),
    Freed("priors.resilient_hanoi", "postures", POSTURES, 0.15, 0.60, 0.39),
    Freed("priors.resilient_washington", "postures", POSTURES, 0.25, 0.70, 0.48),
    Freed("priors.dove_washington", "postures", POSTURES, 0.25, 0.80, 0.52),
    Freed("constants.leverage_base", "table", TERMS, -3.0, 3.0, 0.0),
    Freed("constants.leverage_by_opposition", "table", TERMS, 0.0, 9.0, 3.0),
    Freed("constants.leverage_by_force", "table", TERMS, 0.0, 4.0, 2.5),
    Freed("constants.leverage_by_belief", "table", TERMS, 0.05, 0.8, 0.3),
    Freed("constants.leverage_by_strain", "table", TERMS, 0.0, 4.0, 0.5),
    Freed("constants.leverage_by_detente", "table", TERMS, -3.0, 0.0, -0.3),
    Freed("constants.leverage_by_capacity", "table", TERMS, 0.0, 2.0, 0.8),
    Freed("constants.expected_moves", "table", TERMS, 0.3, 0.85, 0.6),
)
GROUPS: Final = ("war", "postures", "table")

COLUMN: Final = {
    "demonstration_half_life",
    "posture_half_life",
    "settling_half_life",
    "standing_weight",
    "standing_open",
    "nerve_half_life",
    "nerve_weight",
    "demonstration_fading",
    "expected_moves",
}
"""Constants that meet (N, S) or (N, I) arrays, so that N of them stand as (N, 1)."""


def free(group: str) -> tuple[Freed, ...]:
    """Return the free constants of a group, or of all for ``all``."""
    return tuple(one for one in FREE if group in (one.group, "all"))


def get(tables: Tables, name: str) -> Any:
    """Return the present value of a named constant: a float, or an array for a ladder."""
    kind, field = name.split(".")
    if kind == "priors":
        what, side = field.split("_")
        return getattr(tables.priors, what)[WASHINGTON if side == "washington" else HANOI]
    return getattr(getattr(tables, kind), field)


def put(tables: Tables, values: Mapping[str, Any]) -> Tables:
    """Return the tables with named constants set; each value is a float, a ladder's array, or an
    (N,) array of settings to be tried at once."""
    constants = {
        name[10:]: _shaped(name[10:], value)
        for name, value in values.items()
        if name[:10] == "constants."
    }
    beliefs = {
        name[8:]: _shaped(name[8:], value)
        for name, value in values.items()
        if name[:8] == "beliefs."
    }
    return replace(
        tables,
        constants=replace(tables.constants, **constants),
        beliefs=replace(tables.beliefs, **beliefs),
        priors=_priors(tables, values),
    )


def _shaped(name: str, value: Any) -> Any:
    return value[:, None] if np.ndim(value) and name in COLUMN else value


def _priors(tables: Tables, values: Mapping[str, Any]) -> Any:
    """Return the priors: resilience as a row a side, doves as a column a side, as beliefs read
    them."""
    sides = ("washington", "hanoi")
    named = {
        what: [
            values.get(f"priors.{what}_{side}", get(tables, f"priors.{what}_{side}"))
            for side in sides
        ]
        for what in ("resilient", "dove")
    }
    resilient: Any = tuple(named["resilient"])
    dove: Any = tuple(named["dove"])
    if any(np.ndim(value) for value in resilient):
        resilient = np.stack(np.broadcast_arrays(*resilient))
    if any(np.ndim(value) for value in dove):
        dove = np.stack(np.broadcast_arrays(*dove), axis=1)
    return replace(tables.priors, resilient=resilient, dove=dove)


def settings(tables: Tables, freed: tuple[Freed, ...], values: Floats) -> Tables:
    """Return tables that carry M settings at once; ``values`` is (M, len(freed))."""
    return put(tables, {one.name: values[:, place] for place, one in enumerate(freed)})


def marked(tables: Tables) -> dict[str, dict[str, Any]]:
    """Return every engine constant whose source says Calibrated: value, unit, source, by name."""
    found = {}
    for entry in dataclasses.fields(Constants):
        source = entry.metadata["source"]
        if "Calibrated" in source:
            value = np.asarray(getattr(tables.constants, entry.name))
            found[entry.name] = {
                "value": value.tolist(),
                "unit": entry.metadata["unit"],
                "source": source,
            }
    return found


def fitted(tables: Tables) -> dict[str, dict[str, Any]]:
    """Return the constants marked as fitted on recorded series, not set by hand."""
    return {
        name: about
        for name, about in marked(tables).items()
        if about["source"].startswith("Calibrated on")
    }


def belief_names() -> tuple[str, ...]:
    """Return the names of the constants of belief that are Calibrated: all but the two edges."""
    return tuple(
        entry.name
        for entry in dataclasses.fields(BeliefConstants)
        if entry.name not in ("least", "most")
    )
