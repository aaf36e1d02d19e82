"""``python main.py posture``: solve posture games given as the rows of a table.

Each row is one game: the columns p, nu, c, dc, rL, rH, B, phi, h, g, v, k, wL, wH, lo and lt are
its parameters (docs/theory.md). A column that is missing takes its base value in every row; an
empty cell is refused, because it is more often a slip than a wish. Other columns are kept as they
are. The answer goes to standard output as CSV, with the solution's columns at the end; columns of
those names that were there already are replaced.
"""

import argparse
import csv
import io
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.cli import posture_bench
from game.printing import data
from game.problems import Problem, gather
from game.theory.efg import game_tree
from game.theory.posture import (
    BASE,
    CEILINGS,
    PROBABILITIES,
    Equilibrium,
    PostureGame,
    UnsolvedError,
    solve,
)

HELP = "Solve posture games: a CSV of points in, the equilibrium of each row out."

FIELDS = {
    "p": "belief_high",
    "nu": "belief_dove",
    "c": "cost",
    "dc": "cost_spread",
    "rL": "withstand_low",
    "rH": "withstand_high",
    "B": "stake",
    "phi": "leverage",
    "h": "hunger",
    "g": "guarantee",
    "v": "talks",
    "k": "duress",
    "wL": "war_low",
    "wH": "war_high",
    "lo": "receiver_precision",
    "lt": "sender_precision",
}
ANSWERS = (
    "open_if_low",
    "open_if_high",
    "belief_after_open",
    "belief_after_closed",
    "escalate_if_open",
    "escalate_if_closed",
)
TOLD = 10  # findings shown before the rest is only counted


@dataclass(frozen=True)
class CsvTable:
    """A CSV file as text: the header, and rows that are all as long as it is."""

    name: str
    header: list[str]
    rows: list[list[str]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--points", metavar="FILE.csv", help="the games to solve, one a row")
    what.add_argument("--bench", action="store_true", help="measure points a second")
    parser.add_argument(
        "--efg",
        metavar="ROW",
        type=int,
        help="write the game tree of this row (1 is the first under the header) for Gambit",
    )


def run(arguments: argparse.Namespace) -> int:
    """Solve, export or measure; return the exit code."""
    if arguments.bench:
        if arguments.efg is not None:
            raise Problem("--efg needs --points FILE.csv: it exports a row of that file")
        posture_bench.report()
        return 0
    table = read_table(Path(arguments.points))
    game = read_games(table)
    if arguments.efg is not None:
        data(export(table, game, arguments.efg))
    else:
        write_answers(table, solve_rows(table, game))
    return 0


def read_table(path: Path) -> CsvTable:
    """Return the rows of a CSV file (UTF-8, with or without a byte order mark)."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise Problem(f"{path}: {reason}; give the path of a CSV file of points") from None
    except UnicodeDecodeError as error:
        raise Problem(
            f"{path}: not UTF-8 text (byte {error.start + 1}); save the table as CSV in UTF-8"
        ) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [[cell.strip() for cell in line] for line in reader if line]
    except csv.Error as error:
        raise Problem(
            f"{path}, line {reader.line_num}: not CSV ({error}); check its quotes and commas"
        ) from None
    if not lines:
        raise Problem(f"{path}: empty; the first line must name the columns, such as p,c,g")
    _check_shape(path, lines)
    return CsvTable(str(path), lines[0], lines[1:])


def _check_shape(path: Path, lines: list[list[str]]) -> None:
    """Refuse a header that names no parameter or one twice, and rows of another length."""
    header = lines[0]
    known = [name for name in header if name in FIELDS]
    if not known:
        raise Problem(
            f"{path}: the first line names no parameter; expected some of {', '.join(FIELDS)}"
        )
    twice = sorted({name for name in known if known.count(name) > 1})
    if twice:
        raise Problem(f"{path}: column {twice[0]} is there twice; leave one out")
    uneven = [
        f"row {number}: {len(row)} cells under {len(header)} columns"
        for number, row in enumerate(lines[1:], start=1)
        if len(row) != len(header)
    ]
    _refuse(f"{path}: rows do not fit the header; add or take out cells", uneven)


def read_games(table: CsvTable) -> PostureGame:
    """Return the games of a table, arrays (N,); refuse every cell that lies outside the domain."""
    findings = []
    columns = {}
    for name, field in FIELDS.items():
        if name not in table.header:
            columns[field] = np.full(len(table.rows), getattr(BASE, field))
            continue
        place = table.header.index(name)
        values = [_number(row[place]) for row in table.rows]
        columns[field] = np.array(values)
        findings += [
            (number, f"row {number}, column {name}: {_shown(row[place])} is not {_wanted(field)}")
            for number, (row, value) in enumerate(zip(table.rows, values, strict=True), start=1)
            if not _allowed(field, value)
        ]
    findings.sort(key=lambda finding: finding[0])
    _refuse(f"{table.name}: cells outside the domain; correct them", [text for _, text in findings])
    return PostureGame(**columns)


def _number(cell: str) -> float:
    """Return the cell as a number; NaN if it is none."""
    try:
        return math.nan if "_" in cell else float(cell)
    except ValueError:
        return math.nan


def _allowed(field: str, value: float) -> bool:
    """Tell whether a field may take this value."""
    if field in PROBABILITIES:
        return 0.0 <= value <= 1.0
    if field in CEILINGS:
        return 0.0 <= value <= CEILINGS[field]
    return math.isfinite(value)


def _wanted(field: str) -> str:
    """Return what a field may be, in words."""
    if field in PROBABILITIES:
        return "a number from 0 to 1"
    if field in CEILINGS:
        return f"a number from 0 to {CEILINGS[field]:g}"
    return "a finite number"


def _shown(cell: str) -> str:
    """Return a cell for a message, short and in quotes."""
    return repr(cell if len(cell) <= 40 else cell[:37] + "...") if cell else "an empty cell"


def _refuse(heading: str, findings: list[str]) -> None:
    """Raise one Problem that tells the findings, if there are any."""
    if not findings:
        return
    more = len(findings) - TOLD
    told = findings[:TOLD] + ([f"and {more} more"] if more > 0 else [])
    raise gather(f"{heading}:", told)


def solve_rows(table: CsvTable, game: PostureGame) -> Equilibrium:
    """Return the equilibria of the rows; name the rows whose branch cannot be followed."""
    try:
        return solve(game)
    except UnsolvedError as error:
        rows = [f"row {point + 1}" for point in error.points]
        heading = (
            f"{table.name}: no equilibrium can be computed where a payoff times a precision is "
            "above about a thousand; make the payoffs or lo and lt smaller"
        )
        _refuse(heading, rows)
        raise


def export(table: CsvTable, game: PostureGame, row: int) -> str:
    """Return the game tree of one row (from 1) as .efg text."""
    if not 1 <= row <= len(table.rows):
        raise Problem(f"--efg {row}: {table.name} has rows 1 to {len(table.rows)}")
    one = PostureGame(**{field: getattr(game, field)[row - 1] for field in FIELDS.values()})
    return game_tree(one, title=f"{Path(table.name).name}, row {row}")


def write_answers(table: CsvTable, solution: Equilibrium) -> None:
    """Write the rows with their solution to standard output, twelve significant digits."""
    kept = [place for place, name in enumerate(table.header) if name not in ANSWERS]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([*(table.header[place] for place in kept), *ANSWERS])
    answers = np.stack([getattr(solution, name) for name in ANSWERS], axis=1)
    for row, numbers in zip(table.rows, answers.tolist(), strict=True):
        writer.writerow([*(row[place] for place in kept), *(f"{x:.12g}" for x in numbers)])
    data(written.getvalue())
