"""``export``: a game as a report, a table, a document and a transcript, to take home."""

import argparse
import os
from pathlib import Path

from game import record
from game.campaign import Campaign, load
from game.cli._options import add_data
from game.cli._overwriting import add_option, free
from game.cli._secrets import opening
from game.engine.board import SIDES
from game.printing import say
from game.problems import Problem
from game.record import Game, lesson, saves, saves_folder
from game.study.papers import pack_questions, sheets
from game.study.papers.export import FILES, write
from game.study.papers.export_game import game_of

LAST = "last"  # the newest saved game
HELP = "Write a game as report.html, report.md, turns.csv, game.json and transcript.txt."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the game, where its papers go, and whose they are."""
    parser.add_argument(
        "save",
        metavar="SAVE",
        type=Path,
        help="a saved game, 'last' for the newest, or a game.json that was exported whole",
    )
    add_data(parser)
    parser.add_argument(
        "campaign",
        nargs="?",
        metavar="CAMPAIGN",
        help="the campaign it is of, if it cannot be found by name",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder to write into")
    parser.add_argument(
        "--side",
        choices=SIDES,
        help="one side's papers alone; while the war goes on nothing else is written",
    )
    parser.add_argument(
        "--answers",
        type=Path,
        metavar="FILE",
        help="a group's answers to the three questions, as in the pack's answers.csv",
    )
    parser.add_argument(
        "--save-as",
        type=Path,
        metavar="FILE",
        help="keep the game as a save, for instance out of a game.json",
    )
    add_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the files and name them; 0."""
    if arguments.out is None and arguments.save_as is None:
        raise Problem("Name the folder to write into with --out DIR.")
    known = load(arguments.campaign) if arguments.campaign else None
    game = opened(arguments.save, known, arguments.data)
    if arguments.save_as is not None:
        if os.path.lexists(arguments.save_as):
            raise Problem(f"{arguments.save_as} exists. Name another file with --save-as.")
        game.save(arguments.save_as)
        say(f"Kept as {arguments.save_as}.")
    if arguments.out is not None:
        free((arguments.out / name for name in FILES), arguments)
        side = SIDES.index(arguments.side) if arguments.side else None
        whole = game.over and side is None
        group = sheets.scored(game) if whole else None
        if arguments.answers is not None:
            if not whole:
                raise Problem("Answers are scored in the whole report of a war that is over.")
            typed = pack_questions.read(arguments.answers)
            group = pack_questions.section(sheets.together(sheets.sheets_of(game), typed))
        for path in write(game, arguments.out, side, group):
            say(path)
    return 0


def kept(path: Path, data: Path | None) -> Path:
    """Return the file that is meant: one that is there, the newest saved game for ``last``, or the
    save with that name; else the path as it stands. Problem where there is no last one."""
    if os.path.isfile(path) or path.parent != Path():
        return path
    folder = saves_folder(data)
    if str(path) == LAST:
        found = saves(folder)
        if not found:
            raise Problem(f"No saved game in {folder}. Play one, or name a file.")
        return found[0]
    return next((one for one in saves(folder) if one.stem == str(path)), path)


def opened(path: Path, campaign: Campaign | None, data: Path | None = None) -> Game:
    """Return the game in a save or in an exported document; a sealed save asks for its passphrases.
    ``last``, or a save's name, is looked for among the games kept under ``data``."""
    path = kept(path, data)
    game = _opened(path, campaign)
    if game.over and lesson.is_closed(game, path.absolute().parent):
        raise Problem(f"{path.name}: {lesson.CLOSED}")
    return game


def _opened(path: Path, campaign: Campaign | None) -> Game:
    if path.suffix == ".json":
        return game_of(path, campaign)
    try:
        return record.load(path, campaign)
    except record.Locked:
        return record.load(path, campaign, opening(path.stem))
