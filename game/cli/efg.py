"""``python main.py efg``: a tiny campaign as a Gambit game, and who in it can be exploited."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.table import Table

from game import disk
from game.campaign import load
from game.cli._overwriting import add_option, free
from game.consoles import printer
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.players.base import Glancing, Player
from game.players.doctrines import DOCTRINES
from game.players.levels import LEVELS, level
from game.players.random_legal import RandomLegal
from game.players.thinking import Thinking
from game.printing import say
from game.problems import Problem
from game.research.efg import lead, lines, own
from game.research.equilibrium import PlanEquilibrium, equilibrium
from game.research.response import Plan, best_answer, even_plan, plan_of
from game.research.tree import Tree, grow

HELP = "Write a tiny campaign as a Gambit game, or tell how far the policies can be exploited."
PAYOFFS = {"lead": lead, "own": own}
SEED = 1  # of players that draw


# fmt: off
def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--campaign", default="tiny", help="name or file; it must be tiny")
    parser.add_argument("--out", type=Path, metavar="FILE",
                        help="write the tree as FILE, an .efg of Gambit's")
    parser.add_argument("--payoffs", choices=PAYOFFS, default="lead",
                        help="lead: score less the enemy's, so one gains what the other loses; "
                             "own: each side's score")
    parser.add_argument("--exploit", action="store_true",
                        help="print the best answer to each policy, by backward induction")
    parser.add_argument("--search", choices=[one.name for one in LEVELS], metavar="LEVEL",
                        help="with --exploit: the searching players of this level too")
    add_option(parser)

# fmt: on


def run(arguments: argparse.Namespace) -> int:
    """Grow the tree, write it and say what there is in it."""
    if not arguments.out and not arguments.exploit:
        raise Problem("Say --out FILE to write the tree, --exploit to test policies, or both.")
    if arguments.out:
        free([arguments.out], arguments)
    tree = grow(load(arguments.campaign))
    sets = [sum(len(level.known[side]) for level in tree.levels) for side in (WASHINGTON, HANOI)]
    say(
        f"{tree.title}: {tree.nodes:,} nodes, {sets[WASHINGTON]} information sets of Washington, "
        f"{sets[HANOI]} of Hanoi"
    )
    if arguments.out:
        disk.write_text(arguments.out, "\n".join(lines(tree, PAYOFFS[arguments.payoffs])) + "\n")
    if arguments.exploit:
        show(tree, arguments.search)
    return 0


def show(tree: Tree, search: str | None) -> None:
    """Print the value of the tree, and what each policy leaves of it to the best answer."""
    console, solved = printer(highlight=False), equilibrium(tree)
    console.print(
        f"Played well by both, Washington's score ends {solved.value:+.3f} points ahead of Hanoi's "
        f"(found to within {solved.error.exploitability:.1g})."
    )
    table = Table(title="What the best answer takes from each policy, points of the lead")
    for column in ("side", "policy", "sure of", "exploitability"):
        table.add_column(column, justify="left" if column in ("side", "policy") else "right")
    for side in (WASHINGTON, HANOI):
        for name, plan in plans(tree, side, solved, search):
            sure = -best_answer(tree, 1 - side, plan).lead
            worth = solved.value if side == WASHINGTON else -solved.value
            table.add_row(SIDES[side], name, f"{sure:+.2f}", f"{max(worth - sure, 0.0):.2f}")
    console.print(table)


def plans(
    tree: Tree, side: int, solved: PlanEquilibrium, search: str | None
) -> Iterator[tuple[str, Plan]]:
    """Yield every policy by name, with its plan for the tree."""
    yield "equilibrium", solved.washington if side == WASHINGTON else solved.hanoi
    for name, player in players(side, search):
        yield name, plan_of(tree, side, player)
    yield "any order, evenly", even_plan(tree, side)


def players(side: int, search: str | None) -> Iterator[tuple[str, Player]]:
    """Yield the game's players of a side: its doctrines, a random one, and those that search."""
    for known in DOCTRINES[side]:
        yield known.name, Glancing(known.policy, SEED)
    yield "random, one draw", Glancing(RandomLegal(), SEED)
    if search:
        for known in DOCTRINES[side]:
            thinking: Any = Thinking(known, level(search), SEED)
            yield f"{known.name}, {search}", thinking
