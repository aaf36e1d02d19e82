"""Are the advisers worth hearing: how often their ranges hold the truth, over many wars.

Wars are played between governments drawn by seed (bent doctrines, and chance); each side's council
reads its own dossier, is asked what the orders it is about to give will cost, and is compared with
what the war then shows. Who governs is in ``advice_players``: governments alike, or a mixture as
wide as what people do.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.orders import join
from game.engine.resolve import resolve
from game.engine.view import report, view
from game.players.advice_words import BOUNDS
from game.players.advisers import ADVISERS, Advice, Council, leant, reaches, scale
from game.players.forecast import QUESTIONS, truths
from game.record.matches import openings
from game.study.contests.advice_players import GOVERNMENTS, governing
from game.study.contests.play import known, opened
from game.study.pool import workers

WAR_LENGTH = 33  # quarters at most; how many wars are started for a number of quarters


@dataclass(frozen=True)
class HeldAnswer:
    """One answer held against the truth: of which campaign, after how many quarters of it
    (``read``), whose, to what; the truth, the best figure, the range that was given, and how far
    the samples' own range reaches below and above the best figure; all in the question's unit."""

    campaign: str
    read: int
    side: int
    adviser: str
    question: str
    true: float
    best: float
    low: float
    high: float
    below: float
    above: float
    scale: float = 1.0  # of what is added to the range, as ``advisers.scale``

    @property
    def held(self) -> bool:
        """Whether the range held the truth."""
        return self.low <= self.true <= self.high

    @property
    def twice(self) -> bool:
        """Whether a range of twice the width about the same centre would have held it."""
        return abs(self.true - (self.low + self.high) / 2) <= self.width

    @property
    def width(self) -> float:
        """How wide the range is."""
        return self.high - self.low


@dataclass(frozen=True)
class Hearing:
    """One war to be heard: the campaign's name or file, its seed, who governs (one of ``KINDS``),
    and from which policy files scripts are drawn."""

    campaign: str
    seed: int
    kind: str = GOVERNMENTS
    scripts: tuple[str, ...] = ()


def heard(hearing: Hearing) -> list[HeldAnswer]:
    """Return every answer of both councils in one war."""
    campaign = hearing.campaign
    _, tables, start = opened(campaign)
    seeds = np.array([hearing.seed], dtype=np.int64)
    world = openings(start, tables, seeds)
    players = [
        governing(seeds, side, hearing.kind, hearing.scripts) for side in (WASHINGTON, HANOI)
    ]
    quarter = int(world.quarter[0])
    dossiers = [
        Dossier(side, known(campaign, side, quarter), (view(world, side, tables),))
        for side in (WASHINGTON, HANOI)
    ]
    councils, rows = [Council(), Council()], []
    while world.running[0]:
        both = [players[side].decide(dossiers[side]) for side in (0, 1)]
        advice = [councils[side].advise(dossiers[side], both[side]) for side in (0, 1)]
        luck = draw(seeds, int(world.quarter[0]))
        after, outcome = resolve(world, join(*both), events_at(tables, world.quarter), luck, tables)
        for side in (WASHINGTON, HANOI):
            truth = truths(world, after, outcome, side, tables)
            rows += compared(campaign, councils[side], dossiers[side], advice[side], truth)
        world = after
        for side in (WASHINGTON, HANOI):
            told, seen = report(outcome, world, side), view(world, side, tables)
            today = known(campaign, side, int(world.quarter[0]))
            dossiers[side] = dossiers[side].grown(both[side], told, seen, today)
    return rows


def compared(
    campaign: str,
    council: Council,
    dossier: Dossier,
    advice: tuple[Advice, ...],
    truth: dict[str, float],
) -> list[HeldAnswer]:
    """Return one quarter's answers of one council held against the truth."""
    told, rows = council.told, []
    assert told is not None, "the council has just been asked"
    for said in advice:
        leaning = leant(told.belief, said.adviser)
        for given in said.estimates:
            question = given.question
            true = float(np.clip(truth[question], *BOUNDS[question]))
            best, below, above = reaches(leaning, told.samples[question], said.adviser, question)
            rows.append(
                HeldAnswer(
                    campaign,
                    len(dossier.reports),
                    dossier.side,
                    said.adviser.name,
                    question,
                    true,
                    best,
                    given.low,
                    given.high,
                    below,
                    above,
                    scale(leaning, question),
                )
            )
    return rows


def heard_many(
    campaigns: tuple[str, ...],
    quarters: int,
    seed: int,
    cores: int = 0,
    kind: str = GOVERNMENTS,
    scripts: tuple[str, ...] = (),
) -> Iterator[tuple[int, list[HeldAnswer]]]:
    """Yield (quarters heard so far, answers of one more war) until ``quarters`` are reached; each
    war is of the next of ``campaigns``, and every campaign comes once at the least."""
    done, number = 0, 0
    cores = cores or os.cpu_count() or 1
    per_quarter = len(QUESTIONS) * sum(len(side) for side in ADVISERS)
    with workers(cores) as pool:
        while done < quarters or number < len(campaigns):
            batch = max(min(4 * cores, -(-(quarters - done) // WAR_LENGTH)), 1)
            wars = [
                Hearing(campaigns[(number + i) % len(campaigns)], seed + number + i, kind, scripts)
                for i in range(batch)
            ]
            for rows in pool.map(heard, wars):
                done += len(rows) // per_quarter
                yield done, rows
            number += batch


def coverage(rows: list[HeldAnswer]) -> list[tuple[str, str, str, int, float, float]]:
    """Return (side, adviser, question, answers, share held, mean width) for each, in order."""
    found = []
    for side, council in enumerate(ADVISERS):
        for adviser in council:
            for question in QUESTIONS:
                kept = _of(rows, side, adviser.name, question)
                held = float(np.mean([row.held for row in kept])) if kept else 0.0
                width = float(np.mean([row.width for row in kept])) if kept else 0.0
                found.append((SIDES[side], adviser.name, question, len(kept), held, width))
    return found


def _of(rows: list[HeldAnswer], side: int, adviser: str, question: str) -> list[HeldAnswer]:
    return [
        row for row in rows if (row.side, row.adviser, row.question) == (side, adviser, question)
    ]


def worst(rows: list[HeldAnswer]) -> tuple[float, str]:
    """Return the lowest share of truths that any cell held, and its name: an adviser's question, or
    all answers in the first quarter of a campaign."""
    cells: dict[str, list[bool]] = {}
    for row in rows:
        cells.setdefault(f"{row.adviser}: {row.question}", []).append(row.held)
        if row.read == 0:
            cells.setdefault(f"first quarter of {row.campaign}", []).append(row.held)
    return min((float(np.mean(held)), name) for name, held in cells.items())


def measures(rows: list[HeldAnswer]) -> dict[str, float | str]:
    """Return what the ranges are worth, all together and at their worst."""
    low, where = worst(rows)
    return {
        "held": round(float(np.mean([row.held for row in rows])), 4),
        "within_twice": round(float(np.mean([row.twice for row in rows])), 4),
        "worst_cell": round(low, 4),
        "worst_cell_is": where,
    }
