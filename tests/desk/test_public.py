"""The projector: what both sides know of quarters gone by, and nothing of what is being decided."""

from dataclasses import replace

from game.campaign import load
from game.desk import public as projector
from game.desk.desk import Desk
from game.desk.public import Public
from game.engine.board import HANOI, WASHINGTON
from game.engine.world import FIELDS
from game.record import Game
from tests.desk.test_sitting import PIN, Wall, seated


def shown(desk: Desk) -> Public:
    """Return the public view without its clock."""
    return replace(desk.public(), clock="")


def test_every_field_of_the_public_view_is_declared_for_both_sides() -> None:
    assert {name: FIELDS[name].sight for name in projector.FIELDS} == dict.fromkeys(
        projector.FIELDS, "all"
    )


def test_nothing_that_is_drafted_given_noted_or_sealed_shows_before_the_quarter_is_resolved() -> (
    None
):
    desk = seated(Wall())
    before = shown(desk)
    desk.lift()
    desk.order("posture", "talks")
    desk.order("bombing", "halt")
    desk.note("Wait for the spring.")
    desk.mean("We mean to wait.")
    assert shown(desk) == before
    desk.end()  # Washington's orders are given; Hanoi is awaited
    assert shown(desk) == before
    desk.lift()
    desk.end()
    after = shown(desk)
    assert after != before
    assert after.postures[WASHINGTON].text == "Open talks"
    assert "Bombing of the North: Halt." in (after.headline, *after.stories)


def test_the_projectors_clock_is_the_bells_alone() -> None:
    desk = seated(Wall())
    desk.facilitate(lambda hand: hand.cap(PIN, 5))
    assert desk.public().clock == ""
    desk.facilitate(lambda hand: hand.ring_in(PIN, 20))
    assert desk.public().clock == "bell in 20:00"


def test_after_the_war_nothing_stands_on_it_but_that_it_is_over() -> None:
    desk = seated(Wall())
    desk.lift()
    desk.end()
    desk.lift()
    desk.end()
    desk.game.facilitate("bell", "The bell.")
    seen = desk.public()
    assert seen.headline == projector.OVER
    assert (seen.stories, seen.postures, seen.talks, seen.figures, seen.lens) == (
        (),
        (),
        "",
        (),
        None,
    )


def test_no_news_that_only_one_side_has_stands_on_it() -> None:
    desk = Desk(Game.new(load("vietnam-1965-1973"), 3), {}, clock=Wall())
    for _ in range(3):
        both = [{one.text for one in desk.game.news(side)} for side in (WASHINGTON, HANOI)]
        own = both[WASHINGTON] ^ both[HANOI]
        text = " ".join((desk.public().headline, *desk.public().stories))
        assert not any(one in text for one in own)
        for _ in range(2):
            desk.lift()
            desk.end()
