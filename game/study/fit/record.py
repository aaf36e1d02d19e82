"""The record beside which a replay is laid: series, postures and spells, aligned by quarter."""

from typing import Final

import numpy as np

from game.campaign import Campaign, recorded
from game.engine.board import HANOI, WASHINGTON, Floats
from game.engine.ladders import OPEN_FROM, slot_of

SPELLS: Final = (
    ("1965Q1", "1967Q4"),
    ("1968Q1", "1970Q1"),
    ("1970Q2", "1970Q3"),
    ("1970Q4", "1971Q3"),
    ("1971Q4", "1972Q2"),
    ("1972Q3", "1973Q1"),
)
"""Hanoi's spells of posture, with the quarter of Tet counted to the first open one."""

YEARS: Final = tuple(range(1965, 1973))


def quarterly(campaign: Campaign, name: str) -> Floats:
    """Return a recorded quarterly series over the campaign's played quarters; nan where it has
    no figure."""
    values = campaign.series(name)
    return np.array([values.get(quarter, np.nan) for quarter in quarters(campaign)])


def yearly(campaign: Campaign, name: str) -> dict[int, float]:
    """Return a recorded yearly series that has no quarterly one of the same name."""
    for row in campaign.file.series.yearly:
        if row.name == name:
            return {int(year): value for year, value in row.values.items()}
    return {}


def quarters(campaign: Campaign) -> tuple[str, ...]:
    """Return the names of the quarters played."""
    return tuple(
        campaign.quarter(index) for index in range(campaign.start_index, campaign.quarters)
    )


def postures(campaign: Campaign) -> Floats:
    """Return (Q, S) 1 where a side's recorded posture is open in the model's sense."""
    columns = []
    for side in (WASHINGTON, HANOI):
        slot = slot_of(side, "posture")
        orders = recorded(campaign, side)[campaign.start_index :]
        columns.append([float(order.rungs[0, slot] >= OPEN_FROM) for order in orders])
    return np.array(columns).T


def in_year(campaign: Campaign, year: int) -> Floats:
    """Return (Q,) whether each quarter played lies in a year."""
    return np.array([name.startswith(str(year)) for name in quarters(campaign)])


def in_spell(campaign: Campaign, spell: tuple[str, str]) -> Floats:
    """Return (Q,) whether each quarter played lies in a spell, both ends counted."""
    return np.array([spell[0] <= name <= spell[1] for name in quarters(campaign)])
