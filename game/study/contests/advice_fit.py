"""Fitting the advisers' ranges: how much each is widened, by question and by what has been read.

A range must hold four truths in five, and one of twice the width nearly all. What people do is far
from what advisers imagine, and above all early: so what is added to a range is found for each
adviser's question by the age of its dossier, among amounts up to four times the error that four
truths in five stay within.
"""

from typing import Final

import numpy as np

from game.engine.board import Floats
from game.players.advice_widths import AGES
from game.players.advice_words import BOUNDS
from game.players.advisers import ADVISERS, SPREAD, aged
from game.players.forecast import QUESTIONS
from game.study.contests.advice import HeldAnswer

HELD: Final = 0.78  # of the truths; a little below 80 %, since some questions answer themselves
TWICE: Final = 0.992  # of the truths that twice the range should hold
FIRST: Final = 0.75  # of the truths of the first quarter of any campaign
ONE_END: Final = 0.15  # of the truths may lie beyond either end: no range stands on one leg
SHORT, LONG, TAIL, NEWCOMER, LOPSIDED = 5.0, 1.0, 3.5, 1.5, 1.0
"""What a share costs that is held too little, too much, by twice the range, in a first quarter too
little, or that lies beyond one end too often. Calibrated: the measures of ``advice`` within their
bounds on other halves of the wars."""
SPARE: Final = 0.003  # of that cost, for which the narrower range is taken
AMOUNTS: Final = 26  # amounts that are tried at each end, beside none
LEAST, MOST = 0.05, 4.0  # of the error that four truths in five stay within
SAME: Final = 4  # truths in five

Ends = tuple[float, float]
Widths = list[dict[str, tuple[tuple[Ends, ...], ...]]]


def widths(rows: list[HeldAnswer]) -> Widths:
    """Return by side and adviser, for each question, what is added to a range below and above at
    each age; nothing where there are no answers."""
    made: Widths = []
    cells: dict[tuple[int, str, str, int], list[HeldAnswer]] = {}
    for row in rows:
        cells.setdefault((row.side, row.adviser, row.question, aged(row.read)), []).append(row)
    for side, council in enumerate(ADVISERS):
        made.append(
            {
                adviser.name: tuple(
                    tuple(
                        amounts(cells.get((side, adviser.name, question, age), []))
                        for age in range(len(AGES) + 1)
                    )
                    for question in QUESTIONS
                )
                for adviser in council
            }
        )
    return made


def amounts(rows: list[HeldAnswer]) -> Ends:
    """Return what is to be added below and above to one cell's ranges, in the question's unit: of
    the pairs that miss what is asked by about the least, the one that adds least."""
    if not rows:
        return 0.0, 0.0
    off = float(np.quantile([abs(row.true - row.best) / row.scale for row in rows], SAME / 5))
    tried = np.concatenate([[0.0], np.geomspace(LEAST, MOST, AMOUNTS) * max(off, 1e-9)])
    found = costs(rows, tried)
    good = np.argwhere(found <= found.min() + SPARE)
    down, up = min(good, key=lambda pair: tried[pair[0]] + tried[pair[1]])
    return float(f"{tried[down]:.3g}"), float(f"{tried[up]:.3g}")


def costs(rows: list[HeldAnswer], tried: Floats) -> Floats:
    """Return (A, A) how far ranges miss what is asked of them with each amount added below, and
    each above; 0 is best."""
    true, best, below, above, scale = (
        np.array([getattr(row, name) for row in rows])[:, None]
        for name in ("true", "best", "below", "above", "scale")
    )
    bounds = BOUNDS[rows[0].question]
    low = np.clip(best - SPREAD * below - tried * scale, *bounds)[:, :, None]
    high = np.clip(best + SPREAD * above + tried * scale, *bounds)[:, None, :]
    true = true[:, :, None]
    held = (low <= true) & (true <= high)
    twice = (np.abs(true - (low + high) / 2) <= high - low).mean(axis=0)
    share = held.mean(axis=0)
    beyond = [(true < low).mean(axis=0), (true > high).mean(axis=0)]
    found = (
        SHORT * np.maximum(0.0, HELD - share)
        + LONG * np.maximum(0.0, share - HELD)
        + TAIL * np.maximum(0.0, TWICE - twice)
        + LOPSIDED * sum(np.maximum(0.0, end - ONE_END) for end in beyond)
    )
    if rows[0].read > 0:
        return np.asarray(found)
    names = np.array([row.campaign for row in rows])
    worst = np.min([held[names == name].mean(axis=0) for name in dict.fromkeys(names)], axis=0)
    return np.asarray(found + NEWCOMER * np.maximum(0.0, FIRST - worst))


def as_module(found: Widths) -> str:
    """Return the text of ``game/players/advice_widths.py`` for these widths."""
    lines = [
        '"""How much each adviser widens its ranges, by side and adviser, below and above.',
        "",
        f"A row a question, in the order {', '.join(QUESTIONS)}, in the question's unit",
        "(``forecast``), what Washington's orders cost for each thousand Americans there.",
        "A column stands for each age of a dossier: before the first quarter that",
        "``AGES`` names has been played, before the second, and so on. Calibrated by",
        "``python -m tools.advice --players mixed --refit``: four truths in five lie inside.",
        '"""',
        "",
        f"AGES = {AGES}  # quarters played from which on the next column holds",
        "Ends = tuple[float, float]",
        "WIDTHS: tuple[dict[str, tuple[tuple[Ends, ...], ...]], ...] = (",
    ]
    for of_side in found:
        lines.append("    {")
        for name, rows in of_side.items():
            lines.append(f'        "{name}": (')
            for row in rows:
                half = len(row) // 2
                parts = (", ".join(str(pair) for pair in part) for part in (row[:half], row[half:]))
                first, second = parts
                lines += [f"            ({first},", f"             {second}),"]
            lines.append("        ),")
        lines.append("    },")
    return "\n".join([*lines, ")"])
