"""``calibrate``: fit the free constants to the record again, by least squares."""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from game import disk
from game.campaign import FULL, Campaign, build, load
from game.cli import _overwriting
from game.engine.board import SIDES
from game.engine.tables import Tables
from game.printing import say
from game.study.fit import left_out, record, rivals
from game.study.fit.calibration import refit
from game.study.fit.demands import ACCEPTANCE, POSTURE, judged
from game.study.fit.runs import play_record
from game.study.fit.settings import GROUPS, free, get, put

HELP = "Fit the free constants to the record again (needs the extra named fit)."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to fit and where to put it."""
    parser.add_argument(
        "--group",
        choices=(*GROUPS, "all"),
        default="all",
        help="fit only these constants; all unless said",
    )
    parser.add_argument(
        "--write",
        metavar="FILE",
        type=Path,
        help="write the new values as JSON; nothing is written unless told",
    )
    parser.add_argument(
        "--leave-out",
        action="store_true",
        help="refit with each year and each spell left out, and store the errors (some minutes)",
    )
    _overwriting.add_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Calibrate, or refit with parts left out; 0."""
    campaign = load(FULL)
    tables, _ = build(campaign)
    if arguments.leave_out:
        made = left_out.store(campaign, tables)
        say("\n".join(told(made)))
        say(f"Stored in {left_out.STORED.name}.")
        return 0
    if arguments.write:
        _overwriting.free([arguments.write], arguments)
    groups = GROUPS if arguments.group == "all" else (arguments.group,)
    values = calibrated(campaign, tables, groups)
    show(campaign, tables, values)
    if arguments.write:
        write(arguments.write, values)
    return 0


def calibrated(campaign: Campaign, tables: Tables, groups: tuple[str, ...]) -> dict[str, float]:
    """Return the fitted values, the war's first, since postures follow from the war."""
    values: dict[str, float] = {}
    everything = np.ones(len(record.quarters(campaign)), dtype=bool)
    for group in groups:
        values |= refit(campaign, put(tables, values), group, everything)
    return values


def show(campaign: Campaign, tables: Tables, values: dict[str, float]) -> None:
    """Print old and new constants, and what each set shows."""
    say(f"{'constant':34} {'now':>10} {'fitted':>10}  searched")
    for one in free("all"):
        if one.name in values:
            now = float(get(tables, one.name))
            say(
                f"{one.name:34} {now:10.4f} {values[one.name]:10.4f}  "
                f"{one.low:g} to {one.high:g}, drawn to {one.centre:g}"
            )
    say()
    happened = record.postures(campaign)
    for title, used in (("now", tables), ("fitted", put(tables, values))):
        plain = play_record(campaign, used, 1)
        scores = rivals.brier(plain.chance[0], happened)
        say(
            f"{title}: Brier score "
            + ", ".join(f"{side} {scores[at]:.4f}" for at, side in enumerate(SIDES))
        )
        for about in judged(plain, (*POSTURE, ACCEPTANCE)).values():
            if "shows" in about:
                met = "met" if about["share"] == 1.0 else "MISSED"
                say(f"  {met:6} {about['shows']:8g}  {about['demand']}")


def write(path: Path, values: dict[str, float]) -> None:
    """Write the fitted values; Problem if the file cannot be written."""
    disk.write_text(path, json.dumps(values, indent=1) + "\n")
    say(f"Written to {path}.")


def told(made: dict[str, Any]) -> list[str]:
    """Return the refits as lines: what was left out, Brier scores there, error of the deaths."""
    lines = [f"{'left out':16} {'Brier Hanoi':>11} {'Washington':>10} {'US deaths':>9}"]
    for row in made["rows"]:
        error = row.get("us_deaths_error")
        deaths = "" if error is None else f"{error:+9.0%}"
        lines.append(
            f"{row['left_out']:16} {row['brier']['hanoi']:11.3f} "
            f"{row['brier']['washington']:10.3f} {deaths}"
        )
    return lines
