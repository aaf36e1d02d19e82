"""Watching the recorded war: a dossier as it was then, through either's eyes."""

from functools import cache

import pytest

from game.desk.chair import Chair
from game.desk.watch import Watch
from game.engine.board import HANOI
from game.problems import Problem
from game.record import Game
from game.record.recorded_war import recorded_war
from tests.desk.wars import campaign


@cache
def record() -> Game:
    return recorded_war(campaign())


def watch() -> Watch:
    return Watch(
        record(),
        lambda side, quarter: Chair(
            Game.from_record(campaign(), quarter, seed=0),
            {1 - ("washington", "hanoi").index(side): NoOne()},
        ),
    )


class NoOne:
    """A machine that is never asked."""

    def decide(self, dossier: object) -> None:
        raise AssertionError


def test_each_eye_sees_its_own_gauges_and_the_others_message() -> None:
    seen = watch()
    seen.go(12)
    seen.look("hanoi")
    hanoi = seen.replay()
    seen.look("washington")
    washington = seen.replay()
    assert hanoi.date == washington.date == "January to March 1968"
    assert "cohesion" in {gauge.id for gauge in hanoi.gauges}
    assert "cohesion" not in {gauge.id for gauge in washington.gauges}
    assert hanoi.cables[0].signature == "Washington"
    assert washington.cables[0].signature == "Hanoi"


def test_the_offensive_of_1968_is_a_tick_on_the_scrubber() -> None:
    ticks = [tick for tick in watch().ticks() if tick.kind == "offensive"]
    assert "1968Q1" in {watch().names[tick.at] for tick in ticks}


def test_nothing_later_than_the_quarter_shown_is_in_what_is_shown() -> None:
    seen = watch()
    seen.go(3)
    assert len(seen.dossier(HANOI).reports) == 4
    assert len(seen.replay().charts[0].labels) == 4


def test_one_may_step_in_at_the_quarter_shown() -> None:
    seen = watch()
    seen.go(12)
    assert seen.step_in("hanoi").quarter().header.date == "January to March 1968"


def test_a_quarter_or_eyes_that_are_not_there_are_refused() -> None:
    with pytest.raises(Problem, match="quarters"):
        watch().go(99)
    with pytest.raises(Problem, match="Eyes are"):
        watch().look("moscow")


def test_the_recorded_war_is_watched_to_its_settlement() -> None:
    assert watch().names[-1] == "1973Q1"
    assert record().over


def test_both_eyes_read_each_number_from_the_side_that_knew_it() -> None:
    seen = watch()
    seen.go(12)
    both = {gauge.id: gauge for gauge in seen.replay().gauges}
    assert {"approval", "cohesion"} <= set(both)
    war = seen.replay().lenses[0]
    assert {zone.mark for zone in war.zones} == {"theirs"}
    assert "estimated" not in war.zones[0].text


def test_the_record_stands_beside_the_war_that_is_watched() -> None:
    seen = watch()
    seen.go(12)
    model = seen.replay()
    assert any("Tet" in event.title or "Tet" in event.text for event in model.chronicle)
    assert model.comparisons[0].record == "4,869"
