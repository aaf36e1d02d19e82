"""The facilitator at the terminal: the PIN, the clock, the pause, and when time is up."""

import io

import pytest

from game.desk import facilitate
from game.desk.chair import Chair
from game.text.seminar import BELL, PAUSED, TURN
from game.text.session import Session
from game.text.terminal import Terminal
from tests.text.play import alone, sit, two

PIN = "2468"
SIT_DOWN = ["washington"]


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the clock on the wall, in seconds, for a test to move."""
    now = [0.0]

    def clock() -> float:
        return now[0]

    plain = facilitate.facilitator_of
    monkeypatch.setattr(facilitate, "facilitator_of", lambda game: plain(game, clock))
    return now


def test_a_facilitator_is_appointed_and_only_the_pin_opens_the_commands(wall: list[float]) -> None:
    chair = alone(0)
    said = sit(
        chair,
        [
            "facilitator appoint",
            PIN,
            "facilitator rule show",
            "9999",
            "facilitator rule show",
            PIN,
            "facilitator bulletin Rain: It rains.",
            PIN,
            "facilitator dance",
            PIN,
            "facilitator rewind nan",
            PIN,
            "facilitator bell inf",
            PIN,
            "facilitator log",
        ],
    )
    assert "A facilitator takes the chair." in said
    assert "not the facilitator's PIN; nothing was changed" in said
    assert "The rule is revealed." in said
    assert "Name a whole number of quarters" in said
    assert "Name a number of minutes" in said
    assert "'dance' is no command of the facilitator" in said
    assert "1965Q1, minute 0: Rain. It rains." in said
    assert PIN not in said
    assert chair.game.news(0)[-1].title == "Rain"


def test_the_rule_can_be_read_once_it_is_revealed(wall: list[float]) -> None:
    said = sit(
        alone(0),
        ["codex rule", "facilitator appoint", PIN, "facilitator rule show", PIN, "codex rule"],
    )
    before, after = said.split("The rule is revealed.")
    assert "opened when the war is over, or by a facilitator" in before
    assert "WHAT YOU WERE PLAYING AGAINST" in after.upper()


def test_help_lists_what_the_facilitator_may_do() -> None:
    said = sit(alone(0), ["facilitator", "facilitator clock"])
    for command in facilitate.COMMANDS:
        assert command.split()[0].strip(",") in said
    assert "Minute 0" in said


def test_a_rewind_seats_the_people_anew(wall: list[float]) -> None:
    chair = alone(0)
    sit(chair, ["facilitator appoint", PIN, "end", "end"])
    assert len(chair.game.past.rows) == 2
    sit(chair, ["facilitator rewind 2", PIN, "bombing halt", "end"])
    assert len(chair.game.past.rows) == 1
    assert chair.game.past.rows[0].orders.washington["bombing"] == "halt"


def test_a_pause_shows_nothing_until_the_pin_is_given(wall: list[float]) -> None:
    said = sit(
        led(two()), [*SIT_DOWN, "facilitator pause", PIN, "show", "1234", PIN, "facilitator clock"]
    )
    tail = said.split(PAUSED)[1].split("The game goes on")[0]
    assert "gauges" not in tail.lower()
    assert "Bombing" not in tail
    assert tail.count("not the facilitator's PIN") == 2
    assert "Minute 0" in said.split(PAUSED)[1]


def led(chair: Chair) -> Chair:
    """Return a chair at a game that has a facilitator from its beginning."""
    facilitate.facilitator_of(chair.game).appoint(PIN)
    return chair


def test_two_people_have_no_facilitator_until_the_other_side_agrees() -> None:
    chair = two()
    said = sit(
        chair,
        [
            *SIT_DOWN,
            "facilitator appoint",
            PIN,
            "facilitator pause",
            PIN,
            "end",
            "hanoi",
            "facilitator agree",
            "facilitator pause",
            PIN,
            PIN,
        ],
    )
    before, after = said.split("a facilitator takes the chair")
    assert "Washington proposes a facilitator" in before
    assert "has no facilitator; one is appointed" in " ".join(before.split())
    assert PAUSED not in before
    assert PAUSED in after


class Slow(io.StringIO):
    """A table that takes its time: each line comes after so many seconds."""

    def __init__(self, wall: list[float], lines: list[tuple[str, float]]) -> None:
        super().__init__()
        self.wall, self.lines = wall, iter(lines)

    def readline(self, *_: object) -> str:
        line, seconds = next(self.lines, ("", 0.0))
        self.wall[0] += seconds
        return f"{line}\n" if line else ""


def sit_slowly(chair: Chair, wall: list[float], lines: list[tuple[str, float]]) -> str:
    """Return what a sitting prints whose lines take their time."""
    sink = io.StringIO()
    Session(chair, Terminal(Slow(wall, lines), sink, {"TERM": "dumb"})).run()
    return sink.getvalue()


def at_once(*lines: str) -> list[tuple[str, float]]:
    """Return lines that take no time."""
    return [(line, 0.0) for line in lines]


def test_orders_are_given_as_drafted_when_the_turns_time_is_over(wall: list[float]) -> None:
    chair = led(two())
    appointed = at_once(*SIT_DOWN, "facilitator cap 5", PIN)
    said = sit_slowly(
        chair,
        wall,
        [*appointed, ("bombing halt", 60.0), ("trail off", 360.0), *at_once("hanoi", "end")],
    )
    assert TURN.format("Washington") in said
    (row,) = chair.game.past.rows
    assert row.orders.washington["bombing"] == "halt"
    assert row.orders.washington["trail"] != "off"


def test_the_bell_ends_the_war_and_the_debrief_tells_what_the_facilitator_did(
    wall: list[float],
) -> None:
    chair = alone(0)
    appointed = at_once("facilitator appoint", PIN, "facilitator bell 5", PIN)
    said = sit_slowly(chair, wall, [*appointed, ("end", 240.0), ("show", 90.0), ("end", 0.0)])
    assert "The bell rings in 1.0 minutes" in said
    assert BELL in said
    assert "THE WAR IS UNFINISHED" in said
    assert "The bell rings in 5 minutes" in said.split(BELL)[1]
    assert len(chair.game.past.rows) == 1
