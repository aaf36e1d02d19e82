"""The commands of the program: one module each, found by name, imported when asked for.

Each module has HELP, ``add_arguments(parser)`` and ``run(arguments) -> exit code``.
"""

import argparse
import ast
import os
import re
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from pkgutil import iter_modules

from game import VERSION, program
from game.cli._options import Parser
from game.problems import Problem

ABOUT = ("-h", "--help", "--version")  # options that are not the game's own
HELPERS = frozenset({"posture_bench"})  # modules of a command, beside those that begin with _
COMMANDS = tuple(sorted(
    module.name for module in iter_modules(__path__)
    if not module.name.startswith("_") and module.name not in HELPERS
))  # fmt: skip


def main(words: list[str]) -> int:
    """Run one command; bad input ends in one message on standard error and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter the system cannot show ends nothing
    try:
        code = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where it can still be said that it failed
        return code
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    except BrokenPipeError:
        _hush()
        return 0
    except OSError as error:
        _hush()
        print(_refused(error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _refused(error: OSError) -> str:
    """Return one message about what the system would not do."""
    place, why = error.filename or "the output", error.strerror or str(error)
    return f"{place}: the system refuses it ({why}). Check name, rights and room on the disc."


def _hush() -> None:
    """Let nothing more be written to an output that takes nothing, also when Python ends."""
    if isinstance(sys.stdout, TextIOWrapper):
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    asked = next((word for word in words if not word.startswith("-")), None)
    if asked in COMMANDS:
        module = import_module(f"{__name__}.{asked}")
        parser = Parser(prog=f"{program.name()} {asked}", description=module.HELP)
        module.add_arguments(parser)
        place = words.index(asked)
        return int(module.run(parser.parse_args(words[:place] + words[place + 1 :])))
    if not words or (words[0].startswith("-") and words[0] not in ABOUT):
        return _run(["play", *words])
    return _overview(words)


def _overview(words: list[str]) -> int:
    helps = {name: help_of(name) for name in COMMANDS}
    listing = "\n".join(f"  {name:12} {text}" for name, text in helps.items())
    parser = Parser(
        prog=program.name(),
        description="Overture: Hanoi and Washington, 1965-1973. Without a command the game starts.",
        epilog=f"commands (each has --help):\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Overture {VERSION}")
    parser.add_argument("command", nargs="?", choices=COMMANDS, metavar="COMMAND")
    parser.parse_args(words)
    return 2


def help_of(command: str) -> str:
    """Return a command's HELP, read off its module's text: importing them all takes a second."""
    source = Path(__file__).with_name(f"{command}.py")
    text = source.read_text(encoding="utf-8") if source.is_file() else ""  # none where it is frozen
    found = re.search(r'^HELP(?:: Final)? = (".*")$', text, re.MULTILINE)
    return ast.literal_eval(found[1]) if found else import_module(f"{__name__}.{command}").HELP
