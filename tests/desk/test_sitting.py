"""The sitting: a clock that acts when asked, orders taken back, and a game that the PIN moves."""

from pathlib import Path

import pytest

from game.campaign import load
from game.desk import facilitate
from game.desk.desk import Desk
from game.desk.handback import hand_back
from game.desk.overlook import overlook, state_of
from game.desk.sitting import PLAIN
from game.problems import Problem
from game.record import Game, running_path
from game.record.session import PRESETS
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


def test_a_turn_whose_time_is_over_is_given_as_both_sides_drafted_it() -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.cap(PIN, 5))
    desk.lift()
    desk.order("bombing", "halt")
    wall.seconds += 299
    assert desk.due() == ""
    wall.seconds += 2
    assert desk.due() == "turn"
    (row,) = desk.game.past.rows
    assert row.orders.washington["bombing"] == "halt"
    assert desk.curtain() is not None
    assert desk.standing().turn_left == pytest.approx(5.0)


def test_the_bell_ends_the_war_and_keeps_the_note_being_written() -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.ring_in(PIN, 5))
    desk.lift()
    desk.note("Too early to talk")
    wall.seconds += 301
    assert desk.due() == "bell"
    assert desk.game.entries[-1].text == "Too early to talk"
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
    assert desk.can_hand_back()
    desk.hand_back()
    assert (desk.side, desk.game.committed(0)) == (0, False)
    desk.lift()
    assert "Halt" in desk.quarter().orders.summary
    desk.end()
    desk.lift()
    desk.draw()
    assert not desk.can_hand_back()
    with pytest.raises(Problem, match="No orders of this quarter"):
        desk.hand_back()


def test_orders_taken_back_leave_the_other_sides_cables_unread() -> None:
    chair = two()
    for _ in range(3):
        chair.lift()
        chair.resolution_seen()
        chair.end()
    chair = hand_back(chair)
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
    washington, hanoi = overlook(desk).desks
    assert "Halt" in washington.orders
    assert (washington.note, hanoi.note) == ("Too early to talk", "")
    assert (washington.state, hanoi.state) == ("At its papers.", "Waits for its turn.")
    assert state_of(desk) != before
    desk.end()
    washington, hanoi = overlook(desk).desks
    assert (washington.state, hanoi.state) == (
        "Its orders are given.", "Its turn; nobody has sat down yet.")
    assert "Halt" in washington.orders
    assert len(hanoi.private) == 2


def test_a_plain_game_of_two_says_so() -> None:
    assert PLAIN in seated(Wall()).notices()


@pytest.mark.parametrize(("minutes", "shown"), [
    (0.0, "turn 5:00, bell in 30:00"), (0.99, "turn 4:01, bell in 29:01"),
    (29.995, "turn 0:00, bell in 0:01")])  # fmt: skip
def test_the_clock_shows_minutes_and_seconds(minutes: float, shown: str) -> None:
    wall = Wall()
    desk = seated(wall)
    desk.facilitate(lambda hand: hand.begin(PIN, PRESETS["45"]))
    wall.seconds += 60 * minutes
    assert facilitate.clock_face(desk.standing()) == shown
