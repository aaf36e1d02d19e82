"""``python main.py match``: many wars between two players, round robins, and what they show."""

import argparse
import json
from typing import Any

from rich.progress import Progress

from game.campaign import FULL
from game.cli._options import cores, seed, whole
from game.cli._quick import quicken
from game.cli._scripts import scripts
from game.consoles import printer
from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON
from game.players.roster import LEVEL_NAMES, Contender, NoSuchPlayer, entry, names
from game.printing import say
from game.problems import Problem
from game.study.contests import (
    exploit_report,
    policy_files,
    references_made,
    script_suite,
    standings,
    tables,
    value_fit,
)
from game.study.contests.play import Result, WarJob, play_all
from game.study.contests.policy_files import label
from game.study.contests.posture_policies import hanoi_tournament, washington_tournament

HELP = "Play many wars between two players: who does better, how wars end, how long it takes."

MOST_GAMES = 100_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    for side in SIDES:
        parser.add_argument(
            f"--{side}",
            default="standard",
            metavar="PLAYER[:LEVEL]",
            help=f"{', '.join(names(SIDES.index(side)))}; levels {', '.join(LEVEL_NAMES)}; or "
            "FILE.py:NAME[,NAME] of your own (docs/policies.md)",
        )
    parser.add_argument(
        "--games",
        type=whole(1, MOST_GAMES),
        default=20,
        help="wars, or pairs in a round robin",
    )
    parser.add_argument("--seed", type=seed, default=1, help="the first war's seed")
    parser.add_argument("--campaign", default="", help="name or file; round robins play tet")
    parser.add_argument("--cores", type=cores, default=0, help="processes; 0 takes all there are")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--explain", action="store_true", help="print why the searching sides chose"
    )
    shows = parser.add_mutually_exclusive_group()
    shows.add_argument("--round-robin", choices=("doctrines", "levels"), help="rate many players")
    shows.add_argument("--balance", action="store_true", help="equal players: seats, ends, orders")
    shows.add_argument(
        "--tournament", choices=("postures",), help="what posture policies come to, else alike"
    )
    shows.add_argument("--exploit", action="store_true", help="how far the levels can be exploited")
    shows.add_argument(
        "--scripts",
        nargs="?",
        const=str(script_suite.FOLDER),
        metavar="FOLDER",
        help="short policies against the top level, in the same wars",
    )
    shows.add_argument(
        "--references", action="store_true", help="print campaigns/references.json anew"
    )
    shows.add_argument("--refit-values", action="store_true", help="print value_weights.py anew")
    parser.add_argument(
        "--level",
        choices=LEVEL_NAMES,
        default="",
        metavar="LEVEL",
        help="level of a doctrines' round robin, of --balance, --exploit, --scripts",
    )
    parser.add_argument(
        "--only", default="", metavar="NAME[,NAME]", help="of --scripts: these alone"
    )
    parser.add_argument("--whole", action="store_true", help="no early stop by the sequential test")
    parser.add_argument("--neighbours", action="store_true", help="each level meets only the next")


def run(arguments: argparse.Namespace) -> int:
    """Play what was asked for and print what it came to; Problem for what does not go together."""
    fits_level = (
        arguments.balance
        or arguments.exploit
        or arguments.scripts
        or arguments.round_robin == "doctrines"
    )
    if arguments.level and not fits_level:
        raise Problem(
            "--level goes with --round-robin doctrines, --balance, --exploit or "
            "--scripts; a player of a match has its own behind a colon, such as "
            "exit:cadet."
        )
    if (arguments.whole or arguments.neighbours) and not arguments.round_robin:
        raise Problem("--whole and --neighbours go with --round-robin: add it or leave them out.")
    if arguments.only and not arguments.scripts:
        raise Problem("--only goes with --scripts: add it or leave it out.")
    quicken(arguments.campaign)
    if arguments.round_robin:
        return round_robin(arguments)
    if arguments.balance:
        return balance(arguments)
    if arguments.tournament:
        return tournament(arguments)
    if arguments.exploit:
        return exploit(arguments)
    if arguments.scripts:
        return scripts(arguments)
    if arguments.references:
        return references(arguments)
    if arguments.refit_values:
        return refit_values(arguments)
    return match(arguments)


def refit_values(arguments: argparse.Namespace) -> int:
    """Play the wars that the value of an unfinished war is fitted on, and print its module."""
    if arguments.campaign:
        known = " and ".join(value_fit.SEARCHED)
        raise Problem(f"--refit-values plays {known} together: leave out --campaign")
    with Progress(console=printer(stderr=True), transient=True) as progress:
        most = sum(value_fit.SEARCHED.values())
        bar = progress.add_task("wars between searching players", total=most)
        for found in value_fit.refit(arguments.seed, arguments.cores):
            progress.advance(bar)
            if found is not None:
                say(found.module, end="")
    return 0


def references(arguments: argparse.Namespace) -> int:
    """Play the wars that the marks of unsettled campaigns rest on, and print their file."""
    if arguments.campaign:
        raise Problem("--references makes the whole file: leave out --campaign.")
    most = sum(len(wars) for wars in references_made.jobs(arguments.games, 1).values())
    with Progress(console=printer(stderr=True), transient=True) as progress:
        bar = progress.add_task("wars between equals", total=most)
        for found in references_made.remade(arguments.games, arguments.seed, arguments.cores):
            progress.advance(bar)
            if found is not None:
                say(json.dumps(found, indent=1))
    return 0


def asked(arguments: argparse.Namespace, side: int) -> list[Contender]:
    """Return a side's entries from the options, several from a policy file; Problem where there is
    no such player."""
    given = getattr(arguments, SIDES[side])
    if policy_files.is_named(given):
        return [Contender(side, name) for name in policy_files.named(given)]
    try:
        return [entry(side, given)]
    except NoSuchPlayer as trouble:
        raise Problem(f"--{SIDES[side]}: {trouble}") from None


def played(jobs: list[WarJob], arguments: argparse.Namespace, title: str) -> list[Result]:
    """Return the results of all jobs by seed, with a progress bar on standard error."""
    found = []
    with Progress(console=printer(stderr=True), transient=True) as progress:
        bar = progress.add_task(title, total=len(jobs))
        for result in play_all(jobs, arguments.cores):
            found.append(result)
            progress.advance(bar)
    return sorted(found, key=lambda result: result.job.seed)


def match(arguments: argparse.Namespace) -> int:
    """Play N wars between two players; each of several in a policy file plays the same wars."""
    sides = [asked(arguments, side) for side in (WASHINGTON, HANOI)]
    made = [pair(arguments, one, two) for one in sides[WASHINGTON] for two in sides[HANOI]]
    if arguments.json:
        say(json.dumps(made[0] if len(made) == 1 else {"matches": made}, indent=1))
    return 0


def pair(arguments: argparse.Namespace, washington: Contender, hanoi: Contender) -> dict[str, Any]:
    """Return what N wars between two players came to, and print it unless JSON was asked for."""
    campaign = arguments.campaign or FULL
    seeds = range(arguments.seed, arguments.seed + arguments.games)
    jobs = [WarJob(campaign, washington, hanoi, seed) for seed in seeds]
    results = played(jobs, arguments, f"{label(washington)} against {label(hanoi)}")
    found = standings.summary(results, campaign, arguments.seed)
    if arguments.json:
        return {**found, "wars": [row(result) for result in results]}
    tables.show_match(found)
    if arguments.explain:
        tables.show_reasons(results)
    return found


def row(result: Result) -> dict[str, Any]:
    """Return one war as plain data."""
    return {
        "seed": result.job.seed,
        "scores": [round(score, 2) for score in result.scores],
        "ended": ENDINGS[result.ended],
        "quarters": result.quarters,
        "reasons": [list(said) for said in result.said],
    }


def round_robin(arguments: argparse.Namespace) -> int:
    """Have doctrines or levels meet in pairs with seats exchanged, and rate them."""
    campaign = arguments.campaign or standings.LADDER_CAMPAIGN
    entrants = standings.levels_entrants(0)
    if arguments.round_robin == "doctrines":
        entrants = standings.doctrines_entrants(arguments.level)
    meetings: list[standings.Meeting] = []
    with Progress(console=printer(stderr=True), transient=True) as progress:
        bar = progress.add_task(f"round robin of {arguments.round_robin}", total=None)
        steps = standings.round_robin(
            entrants,
            campaign,
            arguments.games,
            arguments.seed,
            not arguments.whole,
            arguments.cores,
            arguments.neighbours,
        )
        for done, most, so_far in steps:
            meetings = so_far
            progress.update(bar, completed=done, total=most)
    table = standings.ratings(entrants, meetings, arguments.seed)
    rows = [standings.meeting_row(entrants, meeting) for meeting in meetings]
    if arguments.json:
        say(json.dumps({"ratings": [vars(rating) for rating in table], "meetings": rows}, indent=1))
    else:
        tables.show_ratings(table, rows)
    return 0


def balance(arguments: argparse.Namespace) -> int:
    """Play equal players, every pair of doctrines in turn, and say whether a seat, an ending or an
    order dominates; in the full war and the scenarios, unless a campaign is named."""
    campaigns = (arguments.campaign,) if arguments.campaign else (FULL, *standings.SCENARIOS)
    found = even(arguments, campaigns[0])
    for campaign in campaigns[1:]:
        part = even(arguments, campaign)
        found["quarters"].update(part["quarters"])
        found["turns"].update(part["turns"])
        found.setdefault("scenarios", {})[campaign] = part
    if arguments.json:
        say(json.dumps(found, indent=1))
    return 0


def even(arguments: argparse.Namespace, campaign: str) -> dict[str, Any]:
    """Return what equal players came to in one campaign; printed unless JSON was asked for."""
    level = arguments.level or LEVEL_NAMES[-1]
    jobs = standings.equals(campaign, level, arguments.seed, arguments.games)
    results = played(jobs, arguments, f"{level} against {level}, {campaign}")
    found = standings.balanced(results, campaign, arguments.seed)
    if not arguments.json:
        tables.show_match(found)
        tables.show_balance(found)
    return found


def tournament(arguments: argparse.Namespace) -> int:
    """Play posture policies under otherwise equal play, and Washington's ways beside them."""
    campaign = arguments.campaign or FULL
    both = {
        "hanoi": hanoi_tournament(campaign, arguments.games, arguments.seed),
        "washington": washington_tournament(campaign, arguments.games, arguments.seed),
    }
    if arguments.json:
        say(
            json.dumps({side: [vars(row) for row in rows] for side, rows in both.items()}, indent=1)
        )
        return 0
    for side, rows in both.items():
        tables.show_tournament(side, rows)
    return 0


def exploit(arguments: argparse.Namespace) -> int:
    """Measure how far each level (or the one asked for) can be exploited."""
    campaign = arguments.campaign or standings.LADDER_CAMPAIGN
    found = {}
    for grade in (arguments.level,) if arguments.level else LEVEL_NAMES:
        work = exploit_report.parts(grade, campaign, arguments.games, arguments.seed)
        done = []
        with Progress(console=printer(stderr=True), transient=True) as progress:
            bar = progress.add_task(f"exploiting {grade}", total=len(work))
            for piece in exploit_report.all_done(work, arguments.cores):
                done.append(piece)
                progress.advance(bar)
        found[grade] = exploit_report.report(done, arguments.seed)
        if not arguments.json:
            tables.show_exploits(grade, found[grade])
    if arguments.json:
        say(json.dumps(found, indent=1))
    return 0
