"""The quarter's screen from its first quarter to its last: dates, what waits, and how it ends."""

from dataclasses import replace

from game.campaign import load
from game.desk import build_news, build_quarter
from game.desk.build_debrief import debrief
from game.desk.chair import Chair
from game.desk.desk import Desk
from game.desk.models import Quarter
from game.engine.board import HANOI, WASHINGTON
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES
from game.record import Game
from game.words import plain, terms


def tet() -> Chair:
    """Return the six quarters around Tet, for two people."""
    chair = Chair(Game.new(load("tet"), 7), {})
    chair.lift()
    return chair


def played(chair: Chair) -> list[Quarter]:
    """End every quarter as it stands; return what Washington saw of each."""
    seen = []
    while not chair.game.over:
        chair.lift()
        if chair.side == WASHINGTON:
            seen.append(chair.quarter())
        chair.end()
    return seen


def test_an_event_of_the_quarter_that_is_played_is_no_last_one() -> None:
    seen = played(tet())
    first = seen[0].last_event
    assert first is not None
    assert first.now
    assert first.date.endswith("1967")
    dated = [shown.last_event for shown in seen]
    assert any(event is not None and not event.now for event in dated)


def test_the_last_quarter_says_that_it_is_the_last() -> None:
    *before, last = played(tet())
    assert "last quarter" in last.header.prompt
    assert "war ends" in last.end.irreversible
    for shown in before:
        assert "last quarter" not in shown.header.prompt
        assert "war ends" not in shown.end.irreversible


def test_nothing_is_announced_that_comes_after_the_war() -> None:
    chair = tet()
    for shown in played(chair):
        if shown.next_event is not None:
            assert int(shown.next_event.date[-4:]) <= 1968
    assert build_news.next_event(chair.dossier, chair.setting) is None


def test_a_war_that_ran_out_is_a_loss_whatever_the_points_say_and_ours_come_first() -> None:
    chair = tet()
    played(chair)
    for side in (WASHINGTON, HANOI):
        scores = debrief(chair.game, side).scores
        assert [score.mark for score in scores] == ["ours", "theirs"]
        assert all("loss" in score.verdict for score in scores)


def test_one_wide_gap_is_one() -> None:
    assert "The widest gap: Saigon." in terms.apart((0, 0, 0, 0, 0), (1, 1, 2, 1, 1))
    assert "wide on all five" in terms.apart((0, 0, 0, 0, 0), (3, 3, 2, 3, 2))
    assert "The widest gaps: Saigon and prisoners." in terms.apart((0, 0, 0, 0, 0), (1, 1, 2, 1, 2))


def test_a_run_that_stopped_says_why_until_orders_are_changed() -> None:
    other = Glancing(DOCTRINES[HANOI][0].policy, 7)
    desk = Desk(Game.new(load("vietnam-1965-1973"), 7), {HANOI: other})
    assert "The run stopped" not in desk.quarter().header.prompt
    while desk.run_one():
        assert "The run stopped" not in desk.quarter().header.prompt
    assert desk.quarter().header.prompt == f"The run stopped: {' '.join(desk.stopped()[:2])}"
    desk.order("bombing", "interdiction")
    assert "The run stopped" not in desk.quarter().header.prompt
    desk.undo()
    desk.end()
    assert "The run stopped" not in desk.quarter().header.prompt


def test_two_people_cannot_run_on_and_are_told_why() -> None:
    run = tet().quarter().run_on
    assert not run.enabled
    assert "ended by hand" in run.why_not


def test_points_that_come_back_are_given_and_not_asked() -> None:
    chair = tet()
    answers = chair.quarter().decisions[0].answers
    chair.decide(0, next(n for n, one in enumerate(answers, 1) if "Gives back" in one.price))
    shown, total = chair.quarter(), chair.draft.total()
    assert total < 0
    back = plain.points(-total)
    assert f"giving {back} back" in shown.header.prompt
    assert "-" not in shown.end.note


def test_a_war_with_hindsight_says_so_in_its_first_line() -> None:
    chair = tet()
    assert "hindsight" not in chair.quarter().header.quarter
    again = replace(chair.setting, again="With hindsight: entered again.")
    head = build_quarter.header(chair.dossier, chair.draft, again)
    assert "with hindsight" in head.quarter
    assert head.tip == "With hindsight: entered again."


def test_what_was_ordered_is_counted_in_points_or_said_to_be_free() -> None:
    chair = tet()
    prices = set()
    for rung in ("industry", "interdiction", "reconnaissance", "unrestricted"):
        chair.order("bombing", rung)
        price = chair.draft.total()
        prices.add(price)
        said = f"for {plain.points(price)};" if price else "at no cost"
        assert f"orders changed, {said}" in chair.quarter().header.prompt
    assert {0} < prices
