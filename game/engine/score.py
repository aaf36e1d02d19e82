"""The score: 60 points for aims, 40 for people, 0 to 100 a side.

Aims are the five issues as settled, or as they could be had, by what each side cares for (what it
said it fought for, tilted as it privately is), times the chance that they hold two years on; an
unsettled end costs both. People are a side's
own dead, prisoners or ruin, its ally's dead, and consent, against the worst path of 500 historical
lucks. Beside it stands what history's own settlement scores under the same rules.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import (
    CONSENT_BROKE,
    NORTH_BROKE,
    SAIGON_FELL,
    SETTLED,
    Floats,
)
from game.engine.rules.worth import aims_met, as_kept, counted, emphases, holds, short_of_consent
from game.engine.tables import Tables
from game.engine.world import World

AIMS, PEOPLE = 60.0, 40.0
BOTH = np.ones(2, dtype=bool)  # a settled world's duress is already that of who signed
COLLAPSES = {
    SAIGON_FELL: (3.0, 3.0, 3.0, 3.0, 3.0),
    CONSENT_BROKE: (3.0, 3.0, 2.5, 3.0, 3.0),
    NORTH_BROKE: (0.0, 0.0, 0.0, 0.0, 0.0),
}
"""Positions on the five issues that each collapse amounts to. Calibrated by hand: who gives way."""


@dataclass(frozen=True)
class Score:
    """What a war is worth to each side; (N, S) but ``losses``, (N, S, 4) as shares of the worst."""

    total: Floats
    aims: Floats
    people: Floats
    losses: Floats


def score(world: World, tables: Tables) -> Floats:
    """Return (N, S) each side's score, 0..100, were the war to stand as it is."""
    return scored(world, tables).total


def scored(world: World, tables: Tables) -> Score:
    """Return the score of each side with its parts."""
    positions = final_positions(world, tables)
    chance = np.where(np.isin(world.ended, list(COLLAPSES)), 1.0, holds(world, positions, tables))
    settled = world.ended == SETTLED
    collapsed = np.isin(world.ended, list(COLLAPSES))
    finished = np.where(settled | collapsed, 1.0, tables.constants.unsettled)
    met = counted(aims_met(positions, emphases(world, tables), tables), chance[:, None], tables)
    aims = AIMS * met * finished[:, None]
    losses = shares_of_worst(world, tables)
    people = PEOPLE * (tables.scoring.people_weights * (1.0 - losses)).sum(axis=2)
    return Score(aims + people, aims, people, losses)


def final_positions(world: World, tables: Tables) -> Floats:
    """Return (N, I) the five issues as settled, as a collapse leaves them, or as leverage makes
    them likely where nothing is signed: the war goes on, and so do its terms."""
    settled = (world.ended == SETTLED)[:, None]
    kept = as_kept(world, world.settlement, BOTH, tables)
    positions = np.where(settled, kept, world.expected)
    for ending, left in COLLAPSES.items():
        positions = np.where((world.ended == ending)[:, None], np.array(left), positions)
    return positions


def losses(world: World) -> Floats:
    """Return (N, S, 4) what the war has cost: Washington its dead, prisoners, Saigon's dead and
    lost consent; Hanoi its dead, ruin of the North, cadres and lost cohesion."""
    consent = short_of_consent(world.opposition, world.approval)
    washington = np.stack(
        [world.us_deaths, world.prisoners, world.saigon_deaths, consent], axis=1
    ).astype(np.float64)
    hanoi = np.stack(
        [world.hanoi_deaths, world.ruin, 1.0 - world.cadres, 1.0 - world.cohesion], axis=1
    ).astype(np.float64)
    return np.stack([washington, hanoi], axis=1)


def shares_of_worst(world: World, tables: Tables) -> Floats:
    """Return (N, S, 4) losses since the start as shares of the worst path, 0..1."""
    suffered = losses(world) - tables.scoring.base
    return np.clip(suffered / tables.scoring.worst, 0.0, 1.0)
