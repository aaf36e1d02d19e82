"""The options of the game, in the window and in the terminal; nothing of the game is imported here
before somebody asks for help or plays."""

import argparse
from typing import Final

from game.campaign import FULL
from game.cli._options import add_data, seed, tell_late
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.record.seeds import MOST_SEED

CHOSEN: Final = (
    "side",
    "hotseat",
    "campaign",
    "seed",
    "opponent",
    "level",
    "passphrases",
    "session",
)
"""Options that say which game a new one is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--side", choices=SIDES, help="play this side (default: washington)")
    parser.add_argument("--hotseat", action="store_true", help="two people at one terminal")
    parser.add_argument(
        "--campaign",
        default=None,
        metavar="NAME",
        help=f"a shipped campaign or a file (default: {FULL})",
    )
    parser.add_argument(
        "--seed", type=seed, default=None, help=f"0 to {MOST_SEED}: repeats its luck"
    )
    opponent = parser.add_argument("--opponent", default=None, metavar="NAME")
    tell_late(parser, opponent, _opponents)
    level = parser.add_argument("--level", default=None, metavar="LEVEL")
    tell_late(parser, level, _levels)
    parser.add_argument(
        "--passphrases",
        action="store_true",
        help="with --hotseat: seal the saved game under both sides' passphrases",
    )
    parser.add_argument(
        "--session",
        choices=("45", "75", "110"),
        default=None,
        help="a seminar of so many minutes, with a facilitator's PIN",
    )
    parser.add_argument(
        "--load", default=None, metavar="SAVE", help="a save's name or path; 'last' is the newest"
    )
    parser.add_argument(
        "--from",
        dest="again",
        default=None,
        metavar="QUARTER",
        help="with --load: enter a war that is over again, with hindsight",
    )
    add_data(parser)


def _opponents() -> str:
    from game.cli import _seats

    known = dict.fromkeys((*_seats.choices(HANOI), *_seats.choices(WASHINGTON)))
    return f"who plays the other side: {', '.join(known)}"


def _levels() -> str:
    from game.cli import _seats

    return _seats.LEVELS_HELP
