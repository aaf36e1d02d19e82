"""``python main.py sweep SPEC``: many wars over constants, players and lucks, as one table."""

import argparse
import os

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from game.cli._options import MOST_CORES, whole
from game.cli._quick import quicken
from game.consoles import printer
from game.printing import say, warn
from game.study.sweep.job import job_of
from game.study.sweep.linear import lines
from game.study.sweep.results import place_for
from game.study.sweep.run import SweepReport, Workers, cores, dask, sweep
from game.study.sweep.spec import load_spec

HELP = "Play many wars over constants, players and lucks, and write one table."
MEGABYTE = 2**20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("spec", metavar="SPEC", help="a TOML file; docs/research.md has its form")
    parser.add_argument("--out", metavar="FILE", help="FILE.parquet or FILE.csv")
    parser.add_argument(
        "--workers",
        type=whole(1, MOST_CORES),
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes; every core unless said",
    )
    parser.add_argument("--dask", action="store_true", help="play on a Dask cluster of its own")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="play on the Dask cluster there")
    parser.add_argument(
        "--linear",
        action="store_true",
        help="play nothing; measure how cost grows with wars and with quarters",
    )
    parser.epilog = "A sweep that was stopped goes on when the same command is given again."


def run(arguments: argparse.Namespace) -> int:
    """Play the sweep and print what it took; 130 when stopped, with what is done kept."""
    spec = load_spec(arguments.spec)
    if arguments.linear:
        say("\n".join(lines(job_of(spec))))
        return 0
    quicken(spec.campaign)
    out = place_for(arguments.out, spec.name)
    with Progress(
        TextColumn("wars"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=printer(stderr=True),
    ) as progress:
        task = progress.add_task("wars", total=None)

        def tell(done: int, wars: int) -> None:
            progress.update(task, completed=done, total=wars)

        try:
            report = sweep(spec, out, workers(arguments), tell)
        except KeyboardInterrupt:
            progress.stop()
            warn("Stopped. The same command goes on from here.")
            return 130
    say("\n".join(told(report, out.name)))
    return 0


def workers(arguments: argparse.Namespace) -> Workers:
    """Return who is asked to play."""
    if arguments.dask or arguments.scheduler:
        return dask(arguments.scheduler, arguments.workers)
    return cores(arguments.workers)


def told(report: SweepReport, name: str) -> list[str]:
    """Return what the sweep took, for people."""
    found = [f"{name}: {report.wars:,} wars, rows {report.digest}"]
    if report.played:
        cost, quarter = report.seconds / report.played, report.core_seconds / report.quarters
        found += [
            f"{report.played:,} wars of {report.quarters / report.played:.1f} quarters in "
            f"{report.seconds:.1f} s: {report.played / report.seconds:,.0f} wars a second",
            "one core, a war, by fourths of the sweep: "
            + " ".join(f"{1e3 * seconds:.2f}" for seconds in report.costs)
            + f" ms; a quarter {1e6 * quarter:.0f} us",
            f"a million wars at {1e3 * cost:.3f} ms each: {report.million / 60:.1f} minutes",
        ]
    if report.memory:
        found.append(f"memory of all processes at the most: {report.memory / MEGABYTE:,.0f} MB")
    return found
