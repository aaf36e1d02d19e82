"""The sitting: a clock that acts when asked, orders taken back, and a game that the PIN moves."""

from pathlib import Path

import pytest

from game.campaign import load
from game.desk import facilitate
from game.desk.desk import Desk
from game.desk.overview import overview, state_of
from game.desk.sitting import PLAIN
from game.desk.take_back import taken_back
from game.desk.timed import RAN_OUT
from game.problems import Problem
from game.record import Game, running_path
from game.record.timetable import PRESETS
from tests.text.play import two

PIN = "2468"


class Wall:
    """A clock on the wall, in seconds, that a test moves."""

    seconds = 77.0

    def __call__(self) -> float:
        return self.seconds


def seated(wall: Wall, folder: Path | None = None) -> Desk:
    """Return two people at one screen with a facilitator."""
    game = Game.new(load("tet"), 7)
    if folder is not None:
        game.keeper.path = running_path(folder)
    desk = Desk(game, {}, folder, clock=wall)
    desk.facilitate(lambda hand: hand.appoint(PIN))
    return desk


def test_a_side_whose_time_ran_out_gives_what_it_drafted_and_the_other_has_its_own_time() -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.cap(PIN, 5))
    desk.lift()
    desk.order("bombing", "halt")
    wall.seconds += 299
    assert desk.due() == ""
    wall.seconds += 2
    assert desk.due() == "turn"
    assert (desk.side, desk.game.past.rows) == (1, ())
    assert desk.curtain() is not None
    assert desk.standing().turn_left == pytest.approx(5.0 - 1 / 60)
    desk.lift()
    desk.end()
    (row,) = desk.game.past.rows
    assert row.orders.washington["bombing"] == "halt"


def test_a_team_that_never_sits_takes_no_turn_from_the_other() -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.cap(PIN, 1))
    for _ in range(40):  # Washington's chair is empty; Hanoi sits down as soon as it may
        if len(desk.game.past.rows) == 4:
            break
        if desk.side == 0:
            wall.seconds += 30
        else:
            desk.lift()
            desk.end()
        desk.due()
    ran_out = [entry.data["side"] for entry in desk.game.entries if entry.data.get("act") == "time"]
    assert set(ran_out) == {"washington"}
    assert len(ran_out) == len(desk.game.past.rows) == 4


def test_a_time_that_ran_out_is_told_to_both_and_stands_in_its_sides_log() -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.cap(PIN, 1))
    desk.told()
    wall.seconds += 61
    desk.due()
    said = "Washington's time ran out: its orders were given as they stood."
    assert said in desk.told()  # to Hanoi, which sits down next
    desk.lift()
    assert not any(row.text == RAN_OUT for row in desk.quarter().log)
    desk.end()
    desk.lift()
    desk.end()
    assert said in desk.told()  # and to Washington itself
    desk.lift()
    assert [row.quarter for row in desk.quarter().log if row.text == RAN_OUT] == ["1967Q3"]


def test_no_orders_are_given_before_the_clock_is_started() -> None:
    desk = seated(Wall())
    desk.facilitate(lambda hand: hand.begin(PIN, PRESETS["45"]))
    desk.lift()
    with pytest.raises(Problem, match="not started the clock"):
        desk.end()
    assert not desk.game.committed(0)
    desk.facilitate(lambda hand: hand.start(PIN))
    desk.end()
    assert desk.game.committed(0)


def test_the_bell_ends_the_war_and_keeps_the_note_being_written() -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.ring_in(PIN, 5))
    desk.lift()
    desk.note("Too early to talk")
    wall.seconds += 301
    assert desk.due() == "bell"
    note, bell = desk.game.entries[-2:]
    assert note.text == "Too early to talk"
    assert bell.text.startswith("The bell")
    assert desk.debrief() is not None
    desk.facilitate(lambda hand: hand.ring_in(PIN, None))
    assert any("is taken away" in fact.text for fact in desk.debrief().lessons)


def test_a_machine_that_still_thinks_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.cap(PIN, 5))
    wall.seconds += 301
    monkeypatch.setattr(desk, "answer_ready", lambda: False)
    assert (desk.due(), len(desk.game.past.rows)) == ("", 0)


def test_orders_can_be_taken_back_until_the_other_side_sits_down() -> None:
    desk = seated(Wall())
    desk.lift()
    desk.order("bombing", "halt")
    desk.end()
    assert desk.can_take_back()
    desk.take_back()
    assert (desk.side, desk.game.committed(0)) == (0, False)
    desk.lift()
    assert "Halt" in desk.quarter().orders.summary
    desk.end()
    desk.lift()
    desk.draw()
    assert not desk.can_take_back()
    with pytest.raises(Problem, match="No orders of this quarter"):
        desk.take_back()


def test_orders_taken_back_leave_the_other_sides_cables_unread() -> None:
    chair = two()
    for _ in range(3):
        chair.lift()
        chair.resolution_seen()
        chair.end()
    chair = taken_back(chair)
    chair.lift()
    chair.end()
    chair.lift()
    assert chair.side == 1
    assert chair.resolution() is not None


def test_a_rewind_lays_the_quarter_before_washington_again() -> None:
    desk = seated(Wall())
    for _ in range(3):
        desk.lift()
        desk.end()
    said = desk.facilitate(lambda hand: hand.rewind(PIN, 1))
    assert "From 1967Q4 back to 1967Q3." in said
    assert (desk.side, desk.game.quarter_name) == (0, "1967Q3")
    desk.lift()
    assert desk.resolution() is None


def test_the_rule_is_in_the_codex_once_the_facilitator_has_revealed_it() -> None:
    desk = seated(Wall())
    assert desk.rule_pages() == ()
    desk.facilitate(lambda hand: hand.show_rule(PIN, True))
    assert {page.kind for page in desk.rule_pages()} == {"The rule"}
    desk.facilitate(lambda hand: hand.show_rule(PIN, False))
    assert desk.rule_pages() == ()


def test_the_overlook_shows_both_desks_and_changes_with_them() -> None:
    desk = seated(Wall())
    desk.lift()
    before = state_of(desk)
    desk.order("bombing", "halt")
    desk.note("Too early to talk")
    desk.quarter()
    washington, hanoi = overview(desk).desks
    assert "Halt" in washington.orders
    assert (washington.note, hanoi.note) == ("Too early to talk", "")
    assert (washington.state, hanoi.state) == ("At its papers.", "Waits for its turn.")
    assert state_of(desk) != before
    desk.end()
    washington, hanoi = overview(desk).desks
    assert (washington.state, hanoi.state) == (
        "Its orders are given.",
        "Its turn; nobody has sat down yet.",
    )
    assert "Halt" in washington.orders
    assert len(hanoi.private) == 2


def test_a_plain_game_of_two_says_so() -> None:
    assert PLAIN in seated(Wall()).notices()


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0.0, "argue 1:00, bell in 24:00"),
        (0.99, "argue 0:01, bell in 23:01"),
        (1.5, "Washington 1:00, bell in 22:30"),
        (23.995, "Washington 0:01, bell in 0:01"),
    ],
)
def test_the_clock_shows_minutes_and_seconds(minutes: float, shown: str) -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.begin(PIN, PRESETS["45"]))
    assert facilitate.clock_face(desk.standing()) == facilitate.WAITING
    desk.facilitate(lambda hand: hand.start(PIN))
    wall.seconds += 60 * minutes
    for _ in range(99):  # what fell due on the way
        desk.due()
    assert facilitate.clock_face(desk.standing()) == shown
