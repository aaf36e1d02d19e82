"""The commands of the program: one module each, found by name, imported when asked for.

Each module has HELP, ``add_arguments(parser)`` and ``run(arguments) -> exit code``.
"""

import argparse
import ast
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from game import VERSION, folders, program
from game.cli import _streams
from game.cli._options import Parser
from game.printing import warn
from game.problems import Problem

ABOUT = ("-h", "--help", "--version")  # options that are not the game's own
PLAY = "play"  # the command where none is named
TEXT = "text"
CARRIED = f"--{folders.PORTABLE}"  # goes with every command
HELPERS = frozenset({"posture_bench"})  # modules of a command, beside those that begin with _
COMMANDS = tuple(
    sorted(
        module.name
        for module in iter_modules(__path__)
        if not module.name.startswith("_") and module.name not in HELPERS
    )
)


def main(words: list[str]) -> int:
    """Run one command; bad input ends in one message on standard error and exit code 2."""
    return guarded(lambda: _run(words))


def guarded(work: Callable[[], int]) -> int:
    """Do a command's work; whatever is wrong with its input ends in one message and exit code 2."""
    _streams.steady()
    try:
        code = work()
        sys.stdout.flush()  # here, where it can still be said that it failed
        return code
    except Problem as problem:
        _tell(problem)
        return 2
    except OSError as error:
        _streams.hush()
        if _streams.is_gone(error):
            return 0
        _tell(_refused(error))
        return 2
    except KeyboardInterrupt:
        return 130


def _tell(what: object) -> None:
    """Say what is wrong, where anybody can hear it."""
    with suppress(OSError, ValueError):
        warn(what)


def _refused(error: OSError) -> str:
    """Return one message about what the system would not do."""
    place, why = error.filename or "the output", error.strerror or str(error)
    return f"{place}: the system refuses it ({why}). Check name, rights and room on the disc."


def _run(words: list[str]) -> int:
    """Run the command that is the first word; options alone are those of the game itself."""
    if CARRIED in words:
        folders.carry()
        words = [word for word in words if word != CARRIED]
    if not words or (words[0].startswith("-") and words[0] not in ABOUT):
        words = [usual(), *words]
    chosen = import_module(f"{__name__}.{words[0]}") if words[0] in COMMANDS else None
    parser, commands = _parser(words[0], chosen)
    given, left = parser.parse_known_args(words)
    if chosen is None:
        parser.error("name a command")
    if left:
        commands[words[0]].error(f"unrecognized arguments: {' '.join(left)}{_late(left)}")
    return int(chosen.run(given))


def usual() -> str:
    """Return the command that is meant where none is named: the game, in a terminal for the program
    of a folder that has no window."""
    return TEXT if program.frozen() and program.name().endswith(f"-{TEXT}") else PLAY


def _parser(asked: str, chosen: ModuleType | None) -> tuple[Parser, dict[str, Parser]]:
    """Return the parser of the whole command line, and each command's own; only the one that is
    asked for knows its options, since only its module has been loaded."""
    helps = {} if chosen else {name: help_of(name) for name in COMMANDS}
    listing = "\n".join(f"  {name:12} {text}" for name, text in helps.items())
    parser = Parser(
        prog=program.name(),
        description="Overture: Hanoi and Washington, 1965-1973. Without a command the game starts.",
        epilog=f"commands (each has --help):\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Overture {VERSION}")
    parser.add_argument(
        CARRIED, action="store_true", help="with any command: keep everything beside the program"
    )
    made = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    commands = {name: made.add_parser(name, prog=program_of(name)) for name in COMMANDS}
    if chosen is not None:
        commands[asked].description = chosen.HELP
        chosen.add_arguments(commands[asked])
    return parser, commands


def program_of(command: str) -> str:
    """Return how a command is called."""
    return f"{program.name()} {command}"


def _late(left: list[str]) -> str:
    """Return what to do about a command that stands behind options."""
    late = next((word for word in left if word in COMMANDS), None)
    return f"; the command comes first: {program_of(late)}" if late else ""


def help_of(command: str) -> str:
    """Return a command's HELP, read off its module's text: importing them all takes a second."""
    source = Path(__file__).with_name(f"{command}.py")
    text = source.read_text(encoding="utf-8") if source.is_file() else ""  # none where it is frozen
    found = re.search(r'^HELP(?:: Final)? = (".*")$', text, re.MULTILINE)
    return ast.literal_eval(found[1]) if found else import_module(f"{__name__}.{command}").HELP
