"""``python main.py match``: many wars between two players, round robins, and what they show."""

import argparse
import json
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.players.roster import LEVEL_NAMES, Entry, NoSuchPlayer, entry, names
from game.problems import Problem
from game.study import standings
from game.study.contests import Job, Result, play_all

HELP = (
    "play many wars between two players and say who does better, how wars end and how long it takes"
)

MOST_GAMES = 100_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    for side in SIDES:
        parser.add_argument(
            f"--{side}",
            default="standard",
            metavar="PLAYER[:LEVEL]",
            help=f"{', '.join(names(SIDES.index(side)))}; levels {', '.join(LEVEL_NAMES)}",
        )
    parser.add_argument("--games", type=int, default=20, help="wars, or pairs in a round robin")
    parser.add_argument("--seed", type=int, default=1, help="the first war's seed")
    parser.add_argument("--campaign", default="", help="name or file; round robins play tet")
    parser.add_argument("--cores", type=int, default=0, help="processes; 0 takes all there are")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--explain", action="store_true", help="print why the searching sides chose"
    )
    shows = parser.add_mutually_exclusive_group()
    shows.add_argument("--round-robin", choices=("doctrines", "levels"), help="rate many players")
    shows.add_argument("--balance", action="store_true", help="equal players: seats, ends, orders")
    shows.add_argument(
        "--tournament", choices=("postures",), help="does the hidden rule hold in play"
    )
    shows.add_argument("--exploit", action="store_true", help="how far the levels can be exploited")
    shows.add_argument("--refit-values", action="store_true", help="print value_weights.py anew")
    parser.add_argument("--level", default="", help="level of a doctrines' round robin, of balance")
    parser.add_argument("--whole", action="store_true", help="no early stop by the sequential test")
    parser.add_argument("--neighbours", action="store_true", help="each level meets only the next")


def run(arguments: argparse.Namespace) -> int:
    """Play what was asked for and print what it came to."""
    if not 1 <= arguments.games <= MOST_GAMES:
        raise Problem(f"--games is 1 to {MOST_GAMES:,}, not {arguments.games}")
    if arguments.level and arguments.level not in LEVEL_NAMES:
        raise Problem(f"--level is one of {', '.join(LEVEL_NAMES)}, not {arguments.level!r}")
    if arguments.round_robin:
        return round_robin(arguments)
    if arguments.balance:
        return balance(arguments)
    return match(arguments)


def asked(arguments: argparse.Namespace, side: int) -> Entry:
    """Return a side's entry from the options; Problem where there is no such player."""
    try:
        return entry(side, getattr(arguments, SIDES[side]))
    except NoSuchPlayer as trouble:
        raise Problem(f"--{SIDES[side]}: {trouble}") from None


def played(jobs: list[Job], arguments: argparse.Namespace, title: str) -> list[Result]:
    """Return the results of all jobs by seed, with a progress bar on standard error."""
    found = []
    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task(title, total=len(jobs))
        for result in play_all(jobs, arguments.cores):
            found.append(result)
            progress.advance(bar)
    return sorted(found, key=lambda result: result.job.seed)


def match(arguments: argparse.Namespace) -> int:
    """Play N wars between two players."""
    campaign = arguments.campaign or "vietnam-1965-1973"
    sides = [asked(arguments, side) for side in (WASHINGTON, HANOI)]
    seeds = range(arguments.seed, arguments.seed + arguments.games)
    jobs = [Job(campaign, sides[0], sides[1], seed) for seed in seeds]
    results = played(jobs, arguments, f"{sides[0]} against {sides[1]}")
    found = standings.summary(results, campaign, arguments.seed)
    if arguments.json:
        found["wars"] = [row(result) for result in results]
        print(json.dumps(found, indent=1))
        return 0
    show_match(found)
    if arguments.explain:
        show_reasons(results)
    return 0


def row(result: Result) -> dict[str, Any]:
    """Return one war as plain data."""
    return {
        "seed": result.job.seed,
        "scores": [round(score, 2) for score in result.scores],
        "ended": standings.ENDINGS[result.ended],
        "quarters": result.quarters,
        "reasons": [list(said) for said in result.said],
    }


def show_match(found: dict[str, Any]) -> None:
    """Print a match for a reader."""
    console = Console(highlight=False)
    table = Table(title=f"{found['games']} wars, {found['quarters']:.1f} quarters on average")
    for column in ("side", "player", "score", "95 %", "history", "above it", "p50 s", "p99 s"):
        table.add_column(column, justify="left" if column in ("side", "player") else "right")
    for side in SIDES:
        part, time = found[side], found[side]["seconds"] or {}
        clock = [f"{time[key]:.3f}" if key in time else "batch" for key in ("p50", "p99")]
        table.add_row(
            side.capitalize(), part["player"], f"{part['score']:.1f}",
            f"{part['low']:.1f} to {part['high']:.1f}", f"{found['history'][side]:.1f}",
            f"{part['above_history']:.0%}", *clock,
        )  # fmt: skip
    console.print(table)
    for ending, count in found["endings"].items():
        console.print(f"  {count:5d}  {ending}")


def show_reasons(results: list[Result]) -> None:
    """Print the first war's reasons."""
    console = Console(highlight=False)
    for side, said in enumerate(results[0].said):
        for quarter, kind, sentences in said:
            console.print(f"{quarter} {SIDES[side].capitalize()}, {kind}: {sentences}")


def round_robin(arguments: argparse.Namespace) -> int:
    """Have doctrines or levels meet in pairs with seats exchanged, and rate them."""
    campaign = arguments.campaign or standings.LADDER_CAMPAIGN
    entrants = standings.levels_entrants(0)
    if arguments.round_robin == "doctrines":
        entrants = standings.doctrines_entrants(arguments.level)
    meetings: list[standings.Meeting] = []
    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task(f"round robin of {arguments.round_robin}", total=None)
        steps = standings.round_robin(
            entrants, campaign, arguments.games, arguments.seed, not arguments.whole,
            arguments.cores, arguments.neighbours,
        )  # fmt: skip
        for done, most, so_far in steps:
            meetings = so_far
            progress.update(bar, completed=done, total=most)
    table = standings.ratings(entrants, meetings, arguments.seed)
    rows = [standings.meeting_row(entrants, meeting) for meeting in meetings]
    if arguments.json:
        print(
            json.dumps({"ratings": [vars(rating) for rating in table], "meetings": rows}, indent=1)
        )
    else:
        show_ratings(table, rows)
    return 0


def show_ratings(table: list[standings.Rating], rows: list[dict[str, Any]]) -> None:
    """Print ratings and meetings for a reader."""
    console = Console(highlight=False)
    shown = Table(title="Ratings (Bradley-Terry, Elo points)")
    for column in ("player", "rating", "95 %"):
        shown.add_column(column, justify="left" if column == "player" else "right")
    for rating in table:
        shown.add_row(rating.name, f"{rating.elo:+.0f}", f"{rating.low:+.0f} to {rating.high:+.0f}")
    console.print(shown)
    for meeting in rows:
        console.print(
            f"{meeting['one']} won {meeting['share']:.0%} of {meeting['pairs']} pairs against "
            f"{meeting['two']} (95 %: {meeting['low']:.0%} to {meeting['high']:.0%})"
        )


def balance(arguments: argparse.Namespace) -> int:
    """Play equal players and say whether a seat, an ending or an order dominates."""
    campaign = arguments.campaign or "vietnam-1965-1973"
    level = arguments.level or LEVEL_NAMES[-1]
    sides = [standings.standard(side, level) for side in (WASHINGTON, HANOI)]
    seeds = range(arguments.seed, arguments.seed + arguments.games)
    jobs = [Job(campaign, sides[0], sides[1], seed) for seed in seeds]
    results = played(jobs, arguments, f"{level} against {level}")
    found = standings.summary(results, campaign, arguments.seed)
    history = [found["history"][side] for side in SIDES]
    gains = [
        (result.scores[0] - history[0]) - (result.scores[1] - history[1]) for result in results
    ]
    ahead = sum(1.0 if gain > 0 else 0.5 if gain == 0 else 0.0 for gain in gains)
    low, high = standings.share_interval(ahead, len(results))
    found["washington_further_above"] = round(ahead / len(results), 3)
    found["washington_further_above_interval"] = [round(low, 3), round(high, 3)]
    found["orders"] = standings.usage(results)
    if arguments.json:
        print(json.dumps(found, indent=1))
    else:
        show_match(found)
        show_balance(found)
    return 0


def show_balance(found: dict[str, Any]) -> None:
    """Print the balance report for a reader."""
    console = Console(highlight=False)
    low, high = found["washington_further_above_interval"]
    console.print(
        f"Washington stood further above its own history than Hanoi in "
        f"{found['washington_further_above']:.0%} of wars (95 %: {low:.0%} to {high:.0%})."
    )
    for side in SIDES:
        for ladder, row in found["orders"][side].items():
            parts = ", ".join(f"{rung} {share:.0%}" for rung, share in row.items())
            console.print(f"  {side} {ladder}: {parts}")
