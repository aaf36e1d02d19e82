"""The settings of a sweep: which values its constants take, and how N of them go into Tables.

A name is ``constants.NAME``, ``beliefs.NAME`` or ``priors.NAME``, as in ``settings``. A setting is
one number a name: the value itself, or a factor on the campaign's own value.
"""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from itertools import product
from typing import Any, Final

import numpy as np

from game.campaign.given import CONSTANTS
from game.campaign.schema_rules import TIMES, bounds
from game.engine.board import SIDES, Floats, Ints
from game.engine.tables import Tables
from game.players.base import draws
from game.problems import Problem, gather
from game.study.fit.settings import get, put
from game.study.sweep.spec import MOST_SETTINGS, Axis, Spec
from game.theory.belief import BeliefConstants

COLUMN: Final = frozenset({
    "recruits", "recruit_ceiling", "tempo_scale", "deaths_by_tempo", "deaths_by_firepower",
    "deaths_by_air", "deaths_by_search", "deaths_by_saigon", "scale_noise", "strain_sated",
    "control_by_saigon", "control_by_tempo", "strain_kept", "strain_at_table", "stake",
    "leverage_at_table", "nerve_gap", "talks_worth", "face_saving", "duress", "war_worth_low",
    "war_worth_high", "precision_receiver", "precision_sender", "deadline_broken",
    "duress_kept", "duress_unsigned", "expected_moves", "collapse_rate", "collapse_most",
    "damage_most", "lost_most", "firepower_most", "control_moves", "alarm_capital",
    "brink_noise", "broken_kept", "capital_fades", "capital_rest", "crowded", "gives_way",
    "leak_price", "reading_most", "rebuffed", "rebuffed_broken", "rebuffed_capital",
    "refusal_falls", "strained",
})  # fmt: skip
"""Constants that meet arrays with an axis after N, so that N of them stand as (N, 1)."""

ALONE: Final = frozenset({
    *(f"constants.{name}" for name in (
        "duress_slide", "holds_base", "holds_by_army", "holds_by_coalition", "holds_by_consent",
        "holds_by_detente", "holds_by_footing", "holds_by_quality", "holds_quality",
        "kept_at_least", "revealed_kept", "revealing", "stability_by_troops", "temptation_high",
        "temptation_low", "unsettled", "war_cost_by_detente", "war_cost_by_strain",
    )),
    "constants.losses_per_death", "constants.noise_terms", "priors.dove_washington",
    "priors.dove_hanoi", "beliefs.low_share", "beliefs.scale_noise", "beliefs.least",
    "beliefs.most",
})  # fmt: skip
"""Names that meet arrays of several shapes: one setting of them a batch. A test tells if a name
that is not here would not do for many settings at once."""

PRIORS: Final = tuple(f"priors.{what}_{side}" for what in ("resilient", "dove") for side in SIDES)
BELIEFS: Final = tuple(f"beliefs.{entry.name}" for entry in fields(BeliefConstants))


def known_names() -> tuple[str, ...]:
    """Return every name that a sweep may change."""
    return (*(f"constants.{name}" for name in CONSTANTS), *BELIEFS, *PRIORS)


def together(tables: Tables, names: tuple[str, ...]) -> bool:
    """Whether wars of several settings of ``names`` may be played in one batch."""
    return all(name not in ALONE and np.ndim(get(tables, name)) == 0 for name in names)


def settings_of(spec: Spec) -> Floats:
    """Return (M, P) the numbers of each setting; one empty setting when no constant is swept."""
    axes = list(spec.axes.values())
    if spec.design.kind == "sample":
        return hypercube(axes, spec.design.settings or 0, spec.design.seed)
    count = int(np.prod([len(axis.values or []) for axis in axes]))
    if count > MOST_SETTINGS:
        raise Problem(f"{spec.name}: {count:,} settings; at most {MOST_SETTINGS:,} are allowed.")
    return np.array(list(product(*(axis.values or [] for axis in axes)))).reshape(count, len(axes))


def hypercube(axes: list[Axis], count: int, seed: int) -> Floats:
    """Return (M, P) a Latin hypercube: each axis cut into M equal slices, one point in each."""
    rows = np.arange(count, dtype=np.int64) + seed * 1_000_003
    chance = draws(rows, 0, 2 * len(axes))
    low = np.array([axis.ends[0] for axis in axes])
    high = np.array([axis.ends[1] for axis in axes])
    order = np.argsort(np.argsort(chance[:, : len(axes)], axis=0), axis=0)
    return low + (high - low) * (order + chance[:, len(axes) :]) / count


def check_names(spec: Spec, tables: Tables) -> None:
    """Problem with every constant that does not exist or whose values are out of bounds."""
    found = list(_misfits(spec, tables))
    if found:
        raise gather(f"{spec.name}: {len(found)} problems with its constants", found)


def _misfits(spec: Spec, tables: Tables) -> Iterator[str]:
    for name, axis in spec.axes.items():
        if name not in known_names():
            yield f"{name}: unknown; {hint(name)}"
            continue
        own = np.asarray(get(tables, name))
        if own.ndim and not axis.times:
            yield f"{name}: a ladder of {own.size} values; write times = true"
            continue
        low, high = allowed(tables, name)
        ends = [own * end if axis.times else np.asarray(end) for end in axis.ends]
        if not all(((low <= end) & (end <= high)).all() for end in ends):
            reach = f"{np.round(low, 6).tolist()} to {np.round(high, 6).tolist()}"
            yield f"{name}: out of bounds; keep the constant within {reach}"


def hint(name: str) -> str:
    """Return what to write for a name that does not exist."""
    table = name.split(".")[0]
    known = [other.split(".")[1] for other in known_names() if other.split(".")[0] == table]
    near = difflib.get_close_matches(name.split(".")[1][:80], known, n=1)
    if near:
        return f"did you mean {near[0]}?"
    return "docs/campaigns.md lists them" if table == "constants" else f"one of {', '.join(known)}"


def allowed(tables: Tables, name: str) -> tuple[Any, Any]:
    """Return the lowest and highest values that a named constant may take."""
    kind, field = name.split(".")
    if kind == "constants":
        return bounds(field)
    if kind == "priors":
        return np.asarray(0.02), np.asarray(0.98)
    own = np.asarray(get(tables, name))
    return own / TIMES, own * TIMES


def tables_for(
    tables: Tables, names: tuple[str, ...], times: tuple[bool, ...], values: Floats
) -> Tables:
    """Return the tables of ``values``: (P,) one setting, or (N, P) one a war."""
    changed = {}
    for place, name in enumerate(names):
        number = values[..., place]
        own = get(tables, name)
        number = own * number if times[place] else number
        changed[name] = float(number) if np.ndim(number) == 0 else number
    return shaped(tables, changed)


def shaped(tables: Tables, values: Mapping[str, Any]) -> Tables:
    """Return the tables with ``values``, each (N,) array shaped for the rules that read it."""
    columns = {
        name[10:]: value[:, None]
        for name, value in values.items()
        if name[:10] == "constants."
        and name[10:] in COLUMN
        and np.ndim(get(tables, name)) == 0
        and np.ndim(value)
    }
    rest = {name: value for name, value in values.items() if name[10:] not in columns}
    made = put(tables, rest)
    return replace(made, constants=replace(made.constants, **columns))


def rows_of(values: Floats, setting: Ints) -> Floats:
    """Return the numbers to play: (P,) where all wars share a setting, else (N, P)."""
    return values[setting[0]] if (setting == setting[0]).all() else values[setting]
