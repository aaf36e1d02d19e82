"""``compare``: a saved game beside the record, with the first divergence marked."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game import record
from game.campaign import load
from game.cli.export import opened
from game.engine.board import SIDES
from game.printing import say
from game.study.debrief import other_chair
from game.study.debrief.compare import beside, from_the_other_chair
from game.study.debrief.rows import Row

HELP = "Lay a saved game beside the record, or see a finished one from the other chair."
FIGURES = (
    ("us_troops", "troops", 8),
    ("us_deaths", "US dead", 8),
    ("saigon_deaths", "Saigon", 7),
    ("enemy_deaths_claimed", "claimed", 8),
    ("approval", "app", 5),
    ("opposition", "opp", 5),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the save, and the form of the answer."""
    parser.add_argument("save", metavar="SAVE", type=Path, help="a saved game, or its game.json")
    parser.add_argument(
        "campaign",
        nargs="?",
        metavar="CAMPAIGN",
        help="the campaign it is of, if it cannot be found by name",
    )
    parser.add_argument(
        "--chair",
        choices=SIDES,
        help="instead: the war as this side saw it, beside the truth; once it is over",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Compare the game with the record; 0."""
    known = load(arguments.campaign) if arguments.campaign else None
    game = opened(arguments.save, known)
    if arguments.chair:
        return _chair(game, SIDES.index(arguments.chair), arguments.json)
    found = beside(game.campaign, game.past.steps, game.past.tables, game.over)
    say(json.dumps(found, indent=1) if arguments.json else "\n".join(pages(found)))
    return 0


def _chair(game: record.Game, side: int, as_json: bool) -> int:
    """Print a war that is over from one side's chair; 0. Problem while it goes on."""
    told = list(other_chair.lines(game, side))
    if as_json:
        rows = from_the_other_chair(game.campaign, side, game.past.steps)
        told = [json.dumps(rows, indent=1)]
    say("\n".join(told))
    return 0


def pages(found: Row) -> Iterator[str]:
    """Yield the comparison for people: two lines a quarter, the game over the record."""
    yield f"{found['campaign']}: the game over the record, quarter by quarter"
    if not found["over"]:
        yield "The war goes on: only what both sides see is compared."
    heads = " ".join(f"{title:>{width}}" for _, title, width in FIGURES)
    yield f"{'':16} {heads}  {'Washington':10} {'Hanoi':10}"
    for quarter in found["quarters"]:
        yield from _quarter(quarter, found["first_divergence"])
    yield ""
    yield _divergence(found)
    yield from _ends(found)


def _quarter(quarter: Row, first: str | None) -> Iterator[str]:
    name = quarter["quarter"]
    for who in ("game", "record"):
        if quarter[who] is not None:
            title = name if who == "game" or quarter["game"] is None else ""
            yield f"{title:7}{who:>8}  {_line(quarter[who])}"
    if name == first:
        yield f"{'':7}>> here the game leaves the record:"
        yield from (f"{'':10}{_order(row)}" for row in quarter["orders"])


def _line(figures: Row) -> str:
    cells = " ".join(f"{_number(figures[key]):>{width}}" for key, _, width in FIGURES)
    postures = " ".join(f"{figures[f'{side}_posture']:10}" for side in SIDES)
    return f"{cells}  {postures}"


def _number(value: Any) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _order(row: Row) -> str:
    ours, theirs = (_worded(row[who]) for who in ("game", "record"))
    return f"{row['side'].title()}, {row['order']}: {ours}; on record {theirs}"


def _worded(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{corps} {rung}" for corps, rung in value.items())
    return "nothing" if value is None else str(value)


def _divergence(found: Row) -> str:
    if found["first_divergence"]:
        return f"First divergence: the orders of {found['first_divergence']}."
    if found["first_difference"]:
        return (
            f"No order differs; the figures do from {found['first_difference']}, by luck or "
            "by events put in."
        )
    return "Nothing differs from the record so far."


def _ends(found: Row) -> Iterator[str]:
    for who, end in found["ends"].items():
        if end is not None:
            scores = end.get("scores")
            tail = (
                ""
                if scores is None
                else ", scores " + ", ".join(f"{side.title()} {scores[side]:.1f}" for side in SIDES)
            )
            yield f"The {who} stands in {end['quarter']}: {end['how']}{tail}."
