"""The referee: orders in, one quarter out, and each side told its own."""

import pytest

from game.campaign import recorded, replay
from game.engine.board import HANOI, WASHINGTON
from game.engine.world import digests
from game.problems import Problem
from game.record import Game, Seats, seat
from game.record import replay as record_replay
from tests.campaign.small import scenario, small
from tests.record.play import OFFER, played

RECORD = seat("The record", "record")


def test_a_quarter_is_resolved_when_both_have_given_orders() -> None:
    game = Game.new(small(), seed=1)
    assert game.commit(HANOI, {}) is False
    assert (game.quarter_name, game.committed(HANOI), game.committed(WASHINGTON)) == (
        "1968Q3",
        True,
        False,
    )
    assert game.commit(WASHINGTON, {}) is True
    assert game.quarter_name == "1968Q4"
    assert not game.committed(HANOI)


def test_orders_can_be_taken_back_until_the_others_are_given() -> None:
    game = Game.new(small(), seed=1)
    game.commit(WASHINGTON, OFFER)
    game.take_back(WASHINGTON)
    game.commit(WASHINGTON, {})
    game.commit(HANOI, {})
    assert game.dossier(HANOI).view.tabled[WASHINGTON].tolist() == [-1] * 5
    with pytest.raises(Problem, match="no orders of this quarter"):
        game.take_back(WASHINGTON)


@pytest.mark.parametrize(
    ("side", "words", "hint"),
    [
        (WASHINGTON, {"bombing": "stop"}, "bombing is one of"),
        (WASHINGTON, {"bomb": "halt"}, "no order named"),
        (HANOI, {"effort": {"I": "offensive"}}, "cannot be ordered now"),
        (HANOI, {"accept": True}, "nothing to accept"),
        (HANOI, {"channel": "rome"}, "channel is one of"),
        (WASHINGTON, {"troops_number": 2.5}, "steps of 5"),
        (WASHINGTON, {"troops_number": 1e12}, "thousands of men"),
        (WASHINGTON, {"terms": [0, 0, 0, 0]}, "five|5 whole numbers"),
    ],
)
def test_orders_that_cannot_be_given_are_refused_with_the_reason(
    side: int, words: dict[str, object], hint: str
) -> None:
    game = Game.new(small(), seed=1)
    with pytest.raises(Problem, match=hint):
        game.commit(side, words)
    assert not game.committed(side)


@pytest.mark.parametrize("seed", [-1, 10**9, 10**30])
def test_a_seed_beyond_nine_digits_is_refused(seed: int) -> None:
    with pytest.raises(Problem, match="A seed is a whole number"):
        Game.new(small(), seed=seed)


def test_same_seed_same_war_and_another_seed_another() -> None:
    digest = digests(played(3).past.world)
    assert digests(played(3).past.world) == digest
    assert digests(played(3, seed=8).past.world) != digest


def test_a_dossier_holds_a_view_a_quarter_and_nothing_of_the_enemys() -> None:
    game = played(2)
    dossier = game.dossier(HANOI)
    assert (len(dossier.views), len(dossier.reports), len(dossier.orders)) == (3, 2, 2)
    assert "nerve" in dossier.view.fields
    assert dossier.view.nerve.shape == ()
    with pytest.raises(AttributeError, match="does not see 'reserve'"):
        _ = dossier.view.reserve
    with pytest.raises(Problem, match="when the war is over"):
        game.book()


def test_a_dossiers_tables_are_cut_at_what_its_side_knows() -> None:
    game = played(0)
    assert game.past.tables.events.any()
    for side in (WASHINGTON, HANOI):
        assert not game.dossier(side).tables.events.any()


def test_news_come_to_those_who_learn_of_them_and_when_they_do() -> None:
    game = played(1)
    assert "Rice from the North" in [news.title for news in game.news(HANOI)]
    assert "Rice from the North" not in [news.title for news in game.news(WASHINGTON)]
    assert [news.title for news in game.news(WASHINGTON) if news.to_come] == [
        "A new administration"
    ]
    assert game.news(HANOI, "1969Q1") == ()


def test_the_war_ends_with_its_calendar_and_takes_no_more_orders() -> None:
    game = played(4)
    assert (game.over, game.ending) == (True, "calendar")
    assert len(game.book()) == 4
    assert all(0 <= points <= 100 for points in game.scores())
    with pytest.raises(Problem, match="The war is over: calendar"):
        game.commit(HANOI, {})


def test_standing_orders_can_be_given_when_their_channel_has_closed() -> None:
    game = Game.new(small(), seed=1)
    for quarter in range(3):
        game.commit(WASHINGTON, {"channel": "oslo"} if quarter == 0 else {})
        game.commit(HANOI, {})
    assert game.dossier(WASHINGTON).orders[0].channel[0] == 1
    assert game.dossier(WASHINGTON).orders[2].channel[0] == 0


def test_a_branch_shares_the_past_and_names_its_parent() -> None:
    game = played(3)
    branch = game.branch("1968Q4", seed=99)
    assert branch.quarter_name == "1968Q4"
    assert branch.past.rows == game.past.rows[:1]
    assert branch.past.beginning.parent.game == game.past.beginning.game
    assert len(branch.dossier(HANOI).views) == 2
    branch.commit(WASHINGTON, {"troops": "out"})
    branch.commit(HANOI, {"labour": "trail"})
    assert branch.past.rows[1].orders == game.past.rows[1].orders
    assert branch.past.rows[1].digest != game.past.rows[1].digest  # another luck
    assert len(game.past.rows) == 3


def test_a_branch_without_a_seed_of_its_own_repeats_its_parent() -> None:
    game = played(3)
    branch = game.branch("1969Q1")
    branch.commit(WASHINGTON, {"troops": "out"})
    branch.commit(HANOI, {})
    assert branch.past.rows == game.past.rows


def test_a_rewind_goes_back_and_keeps_what_was_undone_in_the_log() -> None:
    game = played(3)
    undone = game.past.rows[1].orders
    game.rewind("1968Q4")
    assert game.quarter_name == "1968Q4"
    entry = game.entries[-1]
    assert (entry.what, entry.data["undone"][0]["quarter"]) == ("rewind", "1968Q4")
    assert entry.data["undone"][0]["orders"] == undone.model_dump()
    with pytest.raises(Problem, match="was not played here"):
        game.rewind("1969Q2")
    with pytest.raises(Problem, match="is no quarter"):
        game.rewind("next")


def test_an_injected_event_acts_is_told_to_both_and_stays_within_its_bounds() -> None:
    plain, game = played(1), played(1)
    game.inject("A coup", "The generals quarrel.", "stability", -0.1)
    assert "A coup" in [news.title for news in game.news(WASHINGTON)]
    for one in (plain, game):
        one.commit(WASHINGTON, {})
        one.commit(HANOI, {})
    assert game.past.world.stability[0] < plain.past.world.stability[0]
    assert game.dossier(HANOI).tables.events[0, 1] == -0.1
    with pytest.raises(Problem, match="cannot be injected"):
        game.inject("Doom", "All fall.", "stability", -0.9)
    with pytest.raises(Problem, match="cannot be injected"):
        game.inject("Doom", "All fall.", "us_deaths", 1.0)


def test_a_game_stepped_into_has_the_record_for_its_past() -> None:
    campaign = small()
    game = Game.from_record(campaign, "1969Q1", seed=3)
    assert [row.digest for row in game.past.rows] == [
        digests(step.closing)[0] for step in list(replay(campaign))[:2]
    ]
    assert len(record_replay(campaign)) == 4


def test_the_record_may_order_exact_numbers_of_men_and_a_person_may_not() -> None:
    campaign = small()
    words = recorded(campaign, WASHINGTON)[0]
    game = Game.new(campaign, seed=1, seats=Seats(washington=RECORD, hanoi=RECORD))
    game.commit(WASHINGTON, words)
    with pytest.raises(Problem, match="steps of 5"):
        Game.new(campaign, seed=1).commit(WASHINGTON, words)


def test_a_scenario_is_played_from_its_own_start() -> None:
    game = Game.new(scenario(), seed=2)
    assert (game.quarter_name, game.quarter) == ("1968Q4", 1)
    for _ in range(2):
        game.commit(WASHINGTON, {})
        game.commit(HANOI, {})
    assert game.over
    assert [view.quarter for view in game.dossier(HANOI).views] == [1, 2, 3]


def test_notes_are_kept_and_may_hold_nothing_that_acts_on_a_terminal() -> None:
    game = played(1)
    game.write("forecast", HANOI, "They will leave.", chance=0.6)
    assert (game.entries[-1].what, game.entries[-1].data) == ("forecast", {"chance": 0.6})
    with pytest.raises(Problem, match="control character"):
        game.write("note", HANOI, "\x1b[2J")
    with pytest.raises(Problem, match="nan"):
        game.write("forecast", HANOI, "They will leave.", chance=float("nan"))
    with pytest.raises(Problem, match="control character"):
        seat("\x1b[2J")
    assert len(game.entries) == 1
    with pytest.raises(Problem, match="what"):
        game.write("gossip", HANOI, "They will leave.")
