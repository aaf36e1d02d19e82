"""The options of commands that have searching players meet, all doctrines."""

import argparse
from typing import Final

from game.campaign import FULL
from game.cli._options import cores, seed, whole
from game.players.roster import LEVEL_NAMES

MOST_GAMES: Final = 10_000


def add_wars(parser: argparse.ArgumentParser, games: int) -> None:
    """Add which wars are played, ``games`` of them if nothing is said, and the answer's form."""
    parser.add_argument(
        "--games",
        type=whole(1, MOST_GAMES),
        default=games,
        help="wars between searching players, all doctrines",
    )
    parser.add_argument("--campaign", default=FULL, help="name or file")
    parser.add_argument(
        "--level",
        choices=LEVEL_NAMES,
        default=LEVEL_NAMES[-1],
        metavar="LEVEL",
        help="of the searching players: " + ", ".join(LEVEL_NAMES),
    )
    parser.add_argument("--seed", type=seed, default=1, help="the first war's seed")
    parser.add_argument("--cores", type=cores, default=0, help="processes; 0 takes all there are")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
