"""What a sweep's file may say: which wars, which players, which constants over which values.

The reference for people is docs/research.md; every problem of a file is found in one go.
"""

from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import Field, ValidationError, field_validator, model_validator

from game.campaign import reading
from game.campaign.findings import findings
from game.campaign.kinds import Line, Name, Part
from game.campaign.places import shown
from game.campaign.validate import Found, complaint
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.players.doctrines import DOCTRINES
from game.problems import Problem

RECORD: Final = "record"  # the recorded orders, as far as they can be given
RANDOM: Final = "random"  # any legal order that can be paid for
MOST_WARS: Final = 1_000_000_000  # of one sweep
MOST_SETTINGS: Final = 1_000_000
AXES: Final = ("constants", "beliefs", "priors")
LAST_SEED: Final = 2**53  # seeds of wars stand in files as whole numbers

Value = Annotated[float, Field(ge=-1e9, le=1e9)]
MANY = Field(min_length=1)
Seed = Annotated[int, Field(ge=0, le=LAST_SEED)]


def players(side: int) -> tuple[str, ...]:
    """Return who may play a side in a sweep: its doctrines, the record, the random player."""
    return (*(doctrine.name for doctrine in DOCTRINES[side]), RECORD, RANDOM)


class SpecWars(Part):
    """``[wars]``: how many wars for each setting and pair of players, and from which seed."""

    lucks: Annotated[int, Field(ge=1, le=MOST_WARS)]
    seed: Seed = 1
    types: Literal["drawn", "recorded"] = "drawn"


class Players(Part):
    """``[players]``: who plays each side; every pair is played."""

    washington: Annotated[list[str], MANY] = Field(
        default_factory=lambda: [DOCTRINES[WASHINGTON][0].name]
    )
    hanoi: Annotated[list[str], MANY] = Field(default_factory=lambda: [DOCTRINES[HANOI][0].name])


class Design(Part):
    """``[design]``: every combination of the values, or a Latin hypercube between bounds."""

    kind: Literal["grid", "sample"] = "grid"
    settings: Annotated[int, Field(ge=1, le=MOST_SETTINGS)] | None = None
    seed: Seed = 1

    @model_validator(mode="after")
    def _counted(self) -> "Design":
        if (self.kind == "sample") != (self.settings is not None):
            raise ValueError("settings = NUMBER with kind = 'sample', and no settings without it")
        return self


class Axis(Part):
    """One constant: ``values`` for a grid, ``low`` and ``high`` for a sample; with ``times`` they
    are factors on the campaign's own value, which may then be a whole ladder."""

    values: Annotated[list[Value], Field(min_length=1)] | None = None
    low: Value | None = None
    high: Value | None = None
    times: bool = False

    @model_validator(mode="after")
    def _one_kind(self) -> "Axis":
        bounded = self.low is not None and self.high is not None
        if bounded == (self.values is not None) or (self.low is None) != (self.high is None):
            raise ValueError("either values = [...], or low and high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low no higher than high")
        return self

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest number on the axis."""
        if self.values is not None:
            return min(self.values), max(self.values)
        assert self.low is not None
        assert self.high is not None
        return self.low, self.high


class Spec(Part):
    """A whole sweep."""

    format: Literal[1]
    name: Name
    title: Line | None = None
    campaign: Annotated[str, Field(min_length=1, max_length=500)]
    wars: SpecWars
    players: Players = Field(default_factory=Players)
    design: Design = Design()
    constants: dict[str, Axis] = Field(default_factory=dict)
    beliefs: dict[str, Axis] = Field(default_factory=dict)
    priors: dict[str, Axis] = Field(default_factory=dict)

    @field_validator(*AXES, mode="before")
    @classmethod
    def _lists(cls, given: Any) -> Any:
        """A bare list of numbers is short for ``{ values = [...] }``."""
        if not isinstance(given, dict):
            return given
        return {
            name: {"values": axis} if isinstance(axis, list) else axis
            for name, axis in given.items()
        }

    @property
    def axes(self) -> dict[str, Axis]:
        """Every axis by its whole name, such as ``constants.cost_hanoi``."""
        return {
            f"{table}.{name}": axis for table in AXES for name, axis in getattr(self, table).items()
        }

    def names(self, side: int) -> tuple[str, ...]:
        """Return who plays a side."""
        return tuple(self.players.washington if side == WASHINGTON else self.players.hanoi)


def load_spec(path: str | Path) -> Spec:
    """Return the sweep in a file; Problem with everything that is wrong with it."""
    path = Path(path)
    return parse_spec(reading.read_bytes(path), path.name)


def parse_spec(raw: bytes, name: str) -> Spec:
    """Return the sweep in ``raw``; ``name`` is the file's, for messages."""
    data = reading.parse(raw, name)
    try:
        spec = Spec.model_validate(data)
    except ValidationError as error:
        raise _with_reference(complaint(name, data, list(findings(error, Spec)))) from None
    found = [*_strangers(spec), *_mismatched(spec)]
    if found:
        raise _with_reference(complaint(name, data, found))
    return spec


def _strangers(spec: Spec) -> Found:
    """Players that do not exist, or that are named twice."""
    found = Found()
    for side in (WASHINGTON, HANOI):
        known, named = players(side), spec.names(side)
        for number, name in enumerate(named):
            at = ("players", SIDES[side], number)
            if name not in known:
                found.append((at, f"{shown(name)} will not do; write one of {', '.join(known)}"))
            elif name in named[:number]:
                found.append((at, f"{name} is named twice; remove one"))
    return found


def _mismatched(spec: Spec) -> Found:
    """Axes that do not fit the design."""
    found = Found()
    sampled = spec.design.kind == "sample"
    if sampled and not spec.axes:
        found.append((("constants",), "missing; a sample needs at least one constant"))
    for name, axis in spec.axes.items():
        at = tuple(name.split("."))
        if sampled and axis.values is not None:
            found.append((at, "a sample needs low and high, not values"))
        if not sampled and axis.values is None:
            found.append((at, "a grid needs values, not low and high"))
    return found


def _with_reference(problem: Problem) -> Problem:
    return Problem(
        str(problem).replace(
            "docs/campaigns.md has the whole schema", "docs/research.md has the whole form"
        )
    )
