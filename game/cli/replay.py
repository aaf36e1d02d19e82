"""``replay``: the recorded war, quarter by quarter, as the rules play it with neutral luck."""

import argparse
import json
from collections.abc import Iterator

from game.campaign import FULL, load
from game.printing import say
from game.study.debrief.rows import Row, told_record

HELP = "Print the historical war quarter by quarter, as the rules play its recorded orders."

LEGEND = (
    "Troops in thousands at the quarter's end; deaths in men, in the quarter; claimed: enemy dead",
    "as claimed; app, opp: approval and opposition, per cent; tempo: actions Hanoi began, 1 is",
    "200,000 men in main-force effort. P: the rule's probability of an open posture from the state",
    "with which the quarter opens, for the side's true type; p: how resilient its enemy thinks it.",
    "Terms: forces, army, Saigon, bombing, prisoners, 0 Washington's ideal to 3 Hanoi's; tabled:",
    "the last package of either, Washington's if both spoke. *: each side values what the other",
    "has tabled above fighting on.",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the campaign and the form of the answer."""
    parser.add_argument(
        "campaign",
        nargs="?",
        default=FULL,
        metavar="CAMPAIGN",
        help=f"a shipped campaign or a file; {FULL} unless said",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Replay the campaign and print it; 0."""
    campaign = load(arguments.campaign)
    war = told_record(campaign)
    if arguments.json:
        say(json.dumps(war, indent=1))
    else:
        say("\n".join(table(campaign.title, war)))
    return 0


def table(title: str, war: Row) -> Iterator[str]:
    """Yield the lines of a war told for people."""
    yield title
    yield ""
    yield (
        " " * 8 + f"{'American':>14} {'dead, by side':>21} {'':7} {'':12}"
        f" {'Hanoi':>17}   {'Washington':>17}  terms"
    )
    yield (
        f"{'':7} {'troops':>7} {'dead':>6} {'Saigon':>7} {'Hanoi':>6} {'claimed':>7} "
        f"{'app':>3} {'opp':>3} {'tempo':>5} {'posture':>10} {'P':>4} {'p':>4} "
        f"{'posture':>10} {'P':>4} {'p':>4}  {'expected':19} {'tabled'}"
    )
    for quarter in war["quarters"]:
        yield _line(quarter)
    yield ""
    yield from LEGEND
    yield ""
    yield from ending(war)


def _line(row: Row) -> str:
    sides = " ".join(
        f"{row[f'{side}_posture']:>10} {row[f'{side}_open_probability']:4.2f} "
        f"{row[f'belief_{side}_resilient']:4.2f}"
        for side in ("hanoi", "washington")
    )
    expected = " ".join(f"{position:3.1f}" for position in row["terms_expected"])
    tabled = "none" if row["terms_tabled"] is None else " ".join(map(str, row["terms_tabled"]))
    mark = " *" if row["both_would_settle"] else ""
    return (
        f"{row['quarter']:7} {row['us_troops'] / 1000:7.1f} {row['us_deaths']:6d} "
        f"{row['saigon_deaths']:7d} {row['hanoi_deaths']:6d} {row['enemy_deaths_claimed']:7d} "
        f"{100 * row['approval']:3.0f} {100 * row['opposition']:3.0f} "
        f"{row['hanoi_tempo']:5.2f} {sides}  {expected} {tabled}{mark}"
    )


def ending(war: Row) -> Iterator[str]:
    """Yield how a war ended and what both sides score, beside history."""
    settled = war["settlement"]
    terms = f" at {' '.join(map(str, settled))}" if settled else ""
    yield f"The war ends in {war['quarters'][-1]['quarter']}: {war['outcome']}{terms}."
    for side in ("washington", "hanoi"):
        yield (
            f"{side.title():10} scores {war['scores'][side]:.1f}; "
            f"history's own path {war['history_scores'][side]:.1f}."
        )
