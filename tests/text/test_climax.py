"""A climax in the terminal: one framed paragraph before the cables, in the window's words."""

from game.engine.board import HANOI, WASHINGTON
from tests.text.play import alone, sit, two

FIRST = "Bombs on the North, January to March 1965"
WORDS = "For the first time in this war American aircraft bomb the North"


def plain(printed: str) -> str:
    """Return what was printed without frames, on one line."""
    return " ".join(printed.replace("│", " ").split())


def test_the_first_bombs_are_framed_before_the_cables_and_stand_there_once() -> None:
    printed = sit(alone(WASHINGTON), ["bombing interd", "end", "end"])
    frame, cables = printed.index(f"┌─ {FIRST}"), printed.index("CABLES, JANUARY TO MARCH 1965")
    assert frame < cables
    assert plain(printed).count(WORDS) == 1
    assert "civilians died in the North" in plain(printed[frame:cables])
    assert max(len(line) for line in printed[frame:cables].splitlines()) <= 80


def test_both_of_two_people_read_it_each_at_their_own_turn() -> None:
    printed = sit(
        two(),
        [
            "washington",
            "",
            "bombing interd",
            "end",
            "hanoi",
            "",
            "end",
            "washington",
            "",
            "end",
            "hanoi",
            "quit",
        ],
    )
    assert plain(printed).count(WORDS) == len((WASHINGTON, HANOI))
