"""Points through the war: the engine's own scores, and the quarters that decided them."""

import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.score import score
from game.study.debrief.points import MOST, QuarterPoints, loudest, turns, why
from game.study.debrief.section import lines
from game.study.debrief.text import sections, told
from game.study.papers.pictures_points import points
from tests.study.opened_wars import random_war, recorded_war

SIDES = (WASHINGTON, HANOI)


@pytest.mark.parametrize("seed", range(4))
def test_points_of_all_quarters_add_up_to_the_last_score_less_the_first(seed: int) -> None:
    past = random_war(seed).past
    every = turns(past)
    first, last = (score(past.worlds[at], past.tables)[0] for at in (0, -1))
    for side in SIDES:
        assert sum(turn.won[side] for turn in every) == pytest.approx(last[side] - first[side])
        assert every[-1].total[side] == pytest.approx(last[side])
        for turn in every:
            assert turn.aims[side] + turn.people[side] == pytest.approx(turn.won[side])


def test_the_quarters_named_are_those_with_most_points_of_either_side() -> None:
    every = turns(recorded_war().past)
    loud = loudest(every)
    assert 1 <= len(loud) <= 2 * MOST
    assert [turn.place for turn in loud] == sorted({turn.place for turn in loud})
    for side in SIDES:
        most = max(every, key=lambda turn: abs(turn.won[side]))
        assert most in loud
        least = min(every, key=lambda turn: max(map(abs, turn.won)))
        assert least not in loud


def test_quarters_in_which_nothing_was_won_decide_nothing() -> None:
    flat = QuarterPoints(
        "1965Q1", 0, (50.0, 50.0), (0.1, -0.1), (0.1, -0.1), (0.0, 0.0), ("held", "held")
    )
    assert loudest((flat,)) == ()
    assert "Hanoi lost 0.1 points" in why(flat, HANOI)


def test_report_and_terminal_show_the_points_of_every_quarter() -> None:
    made = told(recorded_war())
    part = next(one for one in sections(made) if one.key == "points")
    assert [row[0] for row in part.rows] == list(made.debrief.quarters)
    assert [row[0] for row in part.rows if row[-1]] == [one.quarter for one in loudest(made.turns)]
    assert part.rows[-1][1] == f"{made.scores[WASHINGTON].total:.1f}"
    assert "POINTS WON AND LOST" in "\n".join(lines((part,)))
    upper, lower = points(made).axes
    drawn = upper.get_lines()[0].get_ydata()
    assert list(drawn) == [turn.total[WASHINGTON] for turn in made.turns]
    assert len(lower.containers) == len(SIDES)
