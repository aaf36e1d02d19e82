"""Are the advisers worth hearing: how often their ranges hold the truth, over many wars.

Wars are played between governments drawn by seed (bent doctrines, and chance); each side's council
reads its own dossier, is asked what the orders it is about to give will cost, and is compared with
what the war then shows.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.board import HANOI, SIDES, WASHINGTON, Ints
from game.engine.dossier import Dossier
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.orders import join
from game.engine.resolve import resolve
from game.engine.view import report, view
from game.players.advice_words import BOUNDS
from game.players.advisers import ADVISERS, Advice, Council, leant, misses
from game.players.base import Glancing, Policy, draws
from game.players.doctrines import DOCTRINES
from game.players.forecast import QUESTIONS, truths
from game.players.random_legal import RandomLegal
from game.players.tempers import plans, policy_of
from game.record.matches import openings, player_seeds
from game.study.contests.play import known, opened, workers

TARGET = 0.78  # of the truths; a little below 80 %, since some questions answer themselves
LEAST = 0.25  # no range is narrowed further than this
WAR_LENGTH = 33  # quarters at most; how many wars are started for a number of quarters


@dataclass(frozen=True)
class Row:
    """One answer held against the truth: whose, to what, whether the range held it, and by how
    much the samples' own range would have had to be widened."""

    side: int
    adviser: str
    question: str
    held: bool
    miss: float
    width: float


def heard(campaign: str, seed: int) -> list[Row]:
    """Return every answer of both councils in one war between doctrines drawn by ``seed``."""
    _, tables, start = opened(campaign)
    seeds = np.array([seed], dtype=np.int64)
    world = openings(start, tables, seeds)
    players = [
        Glancing(drawn_policy(seeds, side), int(player_seeds(seeds, side)[0]))
        for side in (WASHINGTON, HANOI)
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
            rows += compared(councils[side], dossiers[side], advice[side], truth)
        world = after
        for side in (WASHINGTON, HANOI):
            told, seen = report(outcome, world, side), view(world, side, tables)
            today = known(campaign, side, int(world.quarter[0]))
            dossiers[side] = dossiers[side].grown(both[side], told, seen, today)
    return rows


def drawn_policy(seeds: Ints, side: int) -> Policy:
    """Return who governs a side: one time in six anybody's guess (random legal orders), else one
    of the plans that its doctrines may follow, so that the enemy is no doctrine by the book."""
    pool = [plan for known_one in DOCTRINES[side] for plan in plans(known_one)]
    chance, which = draws(seeds, side, 2)[0]
    return RandomLegal() if chance < 1 / 6 else policy_of(pool[int(which * len(pool))])


def compared(
    council: Council,
    dossier: Dossier,
    advice: tuple[Advice, ...],
    truth: dict[str, float],
) -> list[Row]:
    """Return one quarter's answers of one council held against the truth."""
    told, rows = council.told, []
    assert told is not None, "the council has just been asked"
    for said in advice:
        leaning = leant(told.belief, said.adviser)
        for estimate in said.estimates:
            question = estimate.question
            true = float(np.clip(truth[question], *BOUNDS[question]))
            rows.append(
                Row(
                    dossier.side,
                    said.adviser.name,
                    question,
                    estimate.low <= true <= estimate.high,
                    misses(leaning, told.samples[question], true, said.adviser, question),
                    estimate.high - estimate.low,
                )
            )
    return rows


def heard_many(
    campaign: str, quarters: int, seed: int, cores: int = 0
) -> Iterator[tuple[int, list[Row]]]:
    """Yield (quarters heard so far, answers of one more war) until ``quarters`` are reached."""
    done, number = 0, 0
    cores = cores or os.cpu_count() or 1
    per_quarter = len(QUESTIONS) * sum(len(side) for side in ADVISERS)
    with workers(cores) as pool:
        while done < quarters:
            batch = max(min(4 * cores, -(-(quarters - done) // WAR_LENGTH)), 1)
            seeds = [seed + number + i for i in range(batch)]
            for rows in pool.map(heard, [campaign] * batch, seeds):
                done += len(rows) // per_quarter
                yield done, rows
            number += batch


def coverage(rows: list[Row]) -> list[tuple[str, str, str, int, float, float]]:
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


def _of(rows: list[Row], side: int, adviser: str, question: str) -> list[Row]:
    return [
        row for row in rows if (row.side, row.adviser, row.question) == (side, adviser, question)
    ]


def widths(rows: list[Row]) -> list[dict[str, tuple[float, ...]]]:
    """Return the widening that makes four truths in five lie inside, by side and adviser."""
    made = []
    for side, council in enumerate(ADVISERS):
        of_side = {}
        for adviser in council:
            reach: list[NDArray[np.float64]] = [
                np.array([row.miss for row in _of(rows, side, adviser.name, question)])
                for question in QUESTIONS
            ]
            of_side[adviser.name] = tuple(
                max(round(float(np.quantile(needed, TARGET)), 2), LEAST) if len(needed) else 1.0
                for needed in reach
            )
        made.append(of_side)
    return made


def as_module(found: list[dict[str, tuple[float, ...]]]) -> str:
    """Return the text of ``game/players/advice_widths.py`` for these widths."""
    lines = [
        '"""How far each adviser widens its ranges, by side and adviser, a number a question.',
        "",
        f"The questions in order: {', '.join(QUESTIONS)}. Calibrated by",
        "``python main.py advice --refit``, so that four truths in five lie inside.",
        '"""',
        "",
        "WIDTHS: tuple[dict[str, tuple[float, ...]], ...] = (",
    ]
    for of_side in found:
        lines.append("    {")
        lines += [f'        "{name}": {numbers},' for name, numbers in of_side.items()]
        lines.append("    },")
    return "\n".join([*lines, ")"])
