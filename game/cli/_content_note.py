"""The content note at a terminal: shown once to a person who reads there, and kept in the settings.

The window keeps the same mark in the same file, so that nobody is told twice.
"""

import json
from contextlib import suppress

from game import disk, folders
from game.desk.content_note import PARAGRAPHS, SOURCE, TITLE
from game.problems import Problem
from game.text import show
from game.text.terminal import Terminal

READ = "note_read"  # the name of the mark among the settings


def tell(terminal: Terminal) -> None:
    """Tell it where a person reads and has not read it; a file or a pipe is told nothing."""
    if not terminal.is_screen() or _kept().get(READ) is True:
        return
    show.heading(terminal.console, TITLE)
    for said in (*PARAGRAPHS, f"Source: {SOURCE}"):
        show.say(terminal.console, said)
        terminal.console.print()
    with suppress(OSError):  # where nothing can be kept it is told again
        disk.write(folders.settings(), json.dumps(_kept() | {READ: True}, indent=1).encode())


def _kept() -> dict[str, object]:
    try:
        found = disk.read_json(folders.settings(), disk.MOST_OF_SETTINGS)
    except Problem:
        return {}
    return found if isinstance(found, dict) else {}
