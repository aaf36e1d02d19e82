"""``fit``: the replay beside the record, the rule beside its rivals, what is demanded of both."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from game import program
from game.campaign import FULL, build, load
from game.cli._options import whole
from game.cli.calibrate import told as left_out_told
from game.printing import say
from game.study.fit import counterfactuals, robustness
from game.study.fit import report as fit
from game.study.fit.left_out import stored

HELP = "Lay the replayed history beside the record, and the rule beside its rivals."
MOST_LUCKS = 20_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the form of the answer and the longer parts."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--lucks",
        type=whole(1, MOST_LUCKS),
        default=fit.LUCKS,
        metavar="N",
        help=f"how many lucks to draw; {fit.LUCKS} unless said",
    )
    parser.add_argument(
        "--robustness",
        action="store_true",
        help="also: jitter of the constants, sensitivity of Washington's posture, "
        "what moved Hanoi (half a minute)",
    )
    parser.add_argument(
        "--counterfactuals",
        action="store_true",
        help="also: what the rules say would have happened otherwise",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the fit; 0, also where a demand is missed: it says so."""
    campaign = load(FULL)
    tables, _ = build(campaign)
    found = fit.report(campaign, tables, arguments.lucks)
    found["left_out"] = stored(campaign, tables)
    if arguments.robustness:
        found["robustness"] = {
            "lucks": robustness.lucks(campaign, tables),
            "jitter": robustness.jittered(campaign, tables),
            "sensitivity": robustness.sensitivity(campaign, tables),
            "what_moved_hanoi": robustness.what_moved_hanoi(campaign, tables),
        }
    if arguments.counterfactuals:
        found["counterfactuals"] = counterfactuals.told(campaign, tables)
        found["opened_early"] = counterfactuals.opened_early(campaign, tables)
    say(json.dumps(found, indent=1) if arguments.json else "\n".join(pages(found)))
    return 0


def pages(found: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a fit told for people."""
    for part in (
        quarters,
        years,
        ending,
        demands,
        lucks,
        rivals,
        constants,
        left_out,
        sturdiness,
        otherwise,
    ):
        yield from part(found)
        yield ""


def quarters(found: dict[str, Any]) -> Iterator[str]:
    """Yield the table by quarter."""
    yield "By quarter, neutral luck | the record. P: the rule's probability of an open posture."
    yield (
        f"{'':7} {'troops':>7}|{'':>7} {'US dead':>7}|{'':>6} {'5-95 % of lucks':>15} "
        f"{'claimed':>7}|{'':>6} {'app':>4}|{'':>4} {'opp':>4} {'Hanoi P':>7}|{'':6} "
        f"{'Wash. P':>7}|{'':6} {'expected':>19} from Paris"
    )
    for row in found["quarters"]:
        expected = " ".join(f"{one:3.1f}" for one in row["expected"])
        low, high = row["us_deaths_lucks"]
        yield (
            f"{row['quarter']:7} {row['troops']:7d}|{_whole(row['troops_recorded']):>7} "
            f"{row['us_deaths']:7d}|{_whole(row['us_deaths_recorded']):>6} "
            f"{low:8d}-{high:<6d} {row['claimed']:7d}|{_whole(row['claimed_recorded']):>6} "
            f"{row['approval']:4.2f}|{_share(row['approval_recorded']):>4} "
            f"{row['opposition']:4.2f} {row['hanoi_open_probability']:7.2f}|"
            f"{row['hanoi_recorded']:6} {row['washington_open_probability']:7.2f}|"
            f"{row['washington_recorded']:6} {expected:>19} {row['from_paris']:5.2f}"
        )


def _whole(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def years(found: dict[str, Any]) -> Iterator[str]:
    """Yield the table by year. Claims and sorties are held out of every calibration."""
    yield "By year: replay | record, error. Claims and sorties are held out of the calibration."
    names = ("us_deaths", "claimed", "infiltrated", "sorties")
    yield f"{'':5}" + "".join(f"{name:>28}" for name in names)
    for row in found["years"]:
        cells = [
            f"{row[name]['replay']:8d} |{_whole(row[name]['recorded']):>8} "
            + (f"{row[name]['error']:+6.0%}" if row[name]["error"] is not None else " " * 6)
            for name in names
        ]
        yield f"{row['year']:5}" + "".join(f"{cell:>28}" for cell in cells)
    yield ""
    for name, about in found["errors"].items():
        yield (
            f"{name}: correlation {about['correlation']:.3f} over {about['quarters']} quarters, "
            f"root mean square error {about['root_mean_square']:g}"
        )


def ending(found: dict[str, Any]) -> Iterator[str]:
    """Yield how the war ends."""
    about = found["ending"]
    yield f"The war ends, neutral luck: {about['neutral']} at {about['settlement']}."
    yield "Over the lucks: " + ", ".join(
        f"{one} {share:.0%}" for one, share in about["lucks"].items()
    )
    yield "Each side values what the other tabled above fighting on in: " + ", ".join(
        f"{name} ({share:.0%} of lucks)" for name, share in about["ready_lucks"].items()
    )


def demands(found: dict[str, Any]) -> Iterator[str]:
    """Yield each demand with what is shown."""
    yield "Demands, neutral luck"
    for row in found["demands"]:
        yield f"  {'met' if row['met'] else 'MISSED':6} {row['shows']!s:>16}  {row['demand']}"


def lucks(found: dict[str, Any]) -> Iterator[str]:
    """Yield the share of lucks that meet each demand."""
    yield f"Share of {found['lucks']['lucks']} lucks that meet"
    for about in found["lucks"].values():
        if isinstance(about, dict):
            yield f"  {about['share']:6.1%}  {about['demand']}"


def rivals(found: dict[str, Any]) -> Iterator[str]:
    """Yield the rule beside its rivals, and what it gets wrong."""
    yield "The rule and its rivals: Brier score and log loss, lower is better"
    yield (
        f"{'':30} {'Hanoi':>6} {'Wash.':>6}  {'Hanoi':>6} {'Wash.':>6}  what it is; cost of removal"
    )
    for row in found["rivals"]:
        cost = row.get("costs")
        tail = f": {cost['hanoi']:+.3f} {cost['washington']:+.3f}" if cost else ""
        yield (
            f"{row['name']:30} {row['brier']['hanoi']:6.3f} {row['brier']['washington']:6.3f}  "
            f"{row['log_loss']['hanoi']:6.3f} {row['log_loss']['washington']:6.3f}  "
            f"{row['kind']}{tail}"
        )
    yield "What the rule gets wrong (docs/fit.md tells why):"
    for row in found["misses"]:
        yield (
            f"  {row['quarter']} {row['side'].title()}: P {row['predicted']:.2f}, "
            f"recorded {row['recorded']}"
        )


def constants(found: dict[str, Any]) -> Iterator[str]:
    """Yield the free constants, and how many others there are."""
    about = found["constants"]
    count = about["counts"]
    yield f"{count['free']} constants are free in the calibration:"
    for row in about["free"]:
        yield f"  {row['name']:34} {row['value']:10g}  {row['on']}"
    yield (
        f"{count['by_hand']} others are marked Calibrated by hand, {count['beliefs']} belong "
        "to the arithmetic of beliefs; all are listed by --json."
    )


def left_out(found: dict[str, Any]) -> Iterator[str]:
    """Yield the stored refits."""
    made = found["left_out"]
    storing = program.command("calibrate --leave-out")
    if made is None:
        yield f"No refits with parts left out are stored: {storing}"
        return
    yield f"Refits with a part left out, judged on that part; stored by {storing}"
    if not made["current"]:
        yield "  The rules or the constants have changed since: these are of the old ones."
    yield from (f"  {line}" for line in left_out_told(made))
    means = made["mean_brier_by_year"]
    yield f"  mean by year     {means['hanoi']:11.3f} {means['washington']:10.3f}"


def sturdiness(found: dict[str, Any]) -> Iterator[str]:
    """Yield the robustness, if asked for."""
    about = found.get("robustness")
    if about is None:
        return
    jitter = about["jitter"]
    yield (
        f"Every Calibrated constant ({jitter['constants']}) moved by up to "
        f"{jitter['at_the_most']:.0%}: {jitter['share']['all']:.0%} of {jitter['settings']} "
        "settings meet all the demands on postures"
    )
    for cause, moves in about["sensitivity"].items():
        yield (
            f"Washington's P(open) and {cause}: {moves['largest']:+.2f} at the most, with "
            f"{moves['when']} in {moves['quarter']}; {moves['mean']:.3f} on average"
        )
    moved = about["what_moved_hanoi"]
    yield (
        f"Hanoi's log-odds of opening, 1967Q4 to 1968Q2: {moved['before']:.2f} to "
        f"{moved['after']:.2f}; the belief alone takes them to {moved['belief_alone']:.2f}, "
        f"{moved['share']:.0%} of the way"
    )


def otherwise(found: dict[str, Any]) -> Iterator[str]:
    """Yield the counterfactuals, if asked for."""
    if "counterfactuals" not in found:
        return
    yield "Otherwise, Hanoi's own posture freed: when it first opens, for how many quarters"
    for row in found["counterfactuals"]:
        yield f"  {row['opens'] or 'never':7} {row['open_quarters']:3d}  {row['case']}"
    early = found["opened_early"]
    lost = ", ".join(
        f"{early['belief_lost'][name]:.2f} in {name}" for name in ("1967Q1", "1967Q4", "1968Q4")
    )
    yield (
        f"  If Hanoi opens all of 1966 the belief in it is lower by {lost}; "
        f"more than .02 lower for {early['behind']} quarters"
    )
