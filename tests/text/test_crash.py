"""A crash at any moment: what the prompt had confirmed is on disk already."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.record import load, saves
from game.text.session import Session
from game.text.terminal import Terminal
from tests.text.play import alone, sit, two

Line = str | Callable[[], str]


class Asked(io.StringIO):
    """Lines of input, some of which look around first when they are asked for."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__()
        self.left = iter(lines)

    def readline(self, *_: object) -> str:
        line = next(self.left, "")
        words = line if isinstance(line, str) else line()
        return f"{words}\n" if words else ""


def last_line(folder: Path) -> dict[str, Any]:
    """Return the last line of the one game in a folder: the quarter in play."""
    (path,) = saves(folder)
    row: dict[str, Any] = json.loads(path.read_text().splitlines()[-1])
    return row


def test_every_order_that_was_confirmed_is_on_disk_before_the_quarter_ends(tmp_path: Path) -> None:
    chair, found = alone(0, folder=tmp_path), []

    def look() -> str:
        drafted = last_line(tmp_path)["drafts"]["washington"]
        found.append((drafted["bombing"], drafted["trail"]))
        return "quit"

    source = Asked(["bombing interdiction", "trail steady", look])
    Session(chair, Terminal(source, io.StringIO(), {"TERM": "dumb"})).run()
    assert found == [("interdiction", "steady")]


def test_a_draft_is_taken_up_where_a_crash_left_it_and_done_with_when_it_is_given(
    tmp_path: Path,
) -> None:
    chair = two(folder=tmp_path)
    sit(chair, ["washington", "bombing interdiction", "end", "hanoi", "infil steady"])
    (path,) = saves(tmp_path)
    assert last_line(tmp_path)["drafts"]["washington"] is None
    game = load(path)
    assert game.committed(0)
    assert game.drafted(1) is not None
    game.keeper.path = path
    game.commit(1, {})
    assert game.drafted(1) is None
