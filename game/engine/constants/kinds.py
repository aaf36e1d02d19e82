"""Declaring a constant once: its value, unit and source."""

import dataclasses
from typing import Any

import numpy as np


def constant(value: Any, unit: str, source: str) -> Any:
    """Return a dataclass field with its default, unit and source; tuples become arrays."""
    metadata = {"unit": unit, "source": source}
    if isinstance(value, tuple):
        table = np.array(value, dtype=np.float64)
        table.setflags(write=False)
        return dataclasses.field(default_factory=lambda: table, metadata=metadata)
    return dataclasses.field(default=float(value), metadata=metadata)


CALIBRATED = "Calibrated on US hostile deaths 1966-71, quarterly"
BY_HAND = "Calibrated by hand: "
