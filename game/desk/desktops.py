"""Both sides side by side, as plain data: what a facilitator's second window shows."""

from dataclasses import dataclass

from game.desk.maplens import MapLens
from game.desk.models import Fact, Gauge


@dataclass(frozen=True)
class Desktop:
    """One side's desk: what it does now, what it orders, what it knows."""

    government: str
    mark: str
    state: str
    orders: str
    headline: str
    note: str
    gauges: tuple[Gauge, ...]
    private: tuple[Fact, ...]


@dataclass(frozen=True)
class Overview:
    """Both sides, Washington first, and the map with both eyes; there Washington is ``ours``."""

    title: str
    date: str
    desks: tuple[Desktop, Desktop]
    lenses: tuple[MapLens, ...]
