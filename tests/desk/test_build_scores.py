"""What a side is shown of scores: parts that add up, cells that say what a change would bring, and
history's mark from the record."""

from dataclasses import replace

import numpy as np
import pytest

from game.campaign import load
from game.desk import build_scores
from game.desk.build_scores import after, in_ten, own_path
from game.desk.draft import Draft
from game.desk.setting import setting_of
from game.engine.board import HANOI, WASHINGTON
from game.record import Game
from game.study.debrief.references import mark
from game.study.debrief.standing import history_points, signings, standing
from game.ui.widgets.scoreband import ScoreBand
from tools import showcase

AT_THE_TABLE = "1972Q4"
OF_ESTIMATES = 4  # points by which a side that estimates may miss the score of the record


def test_the_parts_of_every_package_add_up_to_its_score() -> None:
    for side in (WASHINGTON, HANOI):
        shown = showcase.seated(AT_THE_TABLE, side).quarter().table
        assert [row.id for row in shown.packages] == ["theirs", "ours", "history"]
        for row in shown.packages:
            assert row.aims + row.people == row.total
            assert f"Aims {row.aims} of 60, people {row.people} of 40" in row.text


def test_a_cell_says_by_how_much_the_drafted_package_would_gain() -> None:
    desk = showcase.chair(AT_THE_TABLE, WASHINGTON)
    before = desk.quarter().table
    issue = before.issues[1]
    assert issue.draft is not None
    assert issue.points[issue.draft] == 0
    assert issue.points[0] > 0 > issue.points[3]
    desk.term(issue.id, 0)
    after = desk.quarter().table
    gained = after.packages[1].total - before.packages[1].total
    assert gained == issue.points[0]
    assert [each.draft for each in before.issues] == [each.ours for each in before.issues]
    assert after.packages[1].title.endswith(f"(as it lies: {before.packages[1].total})")
    assert "lies there" not in before.packages[1].text
    assert after.packages[0] == before.packages[0]  # theirs is theirs, whatever we draft


def test_fire_is_reckoned_by_what_it_takes() -> None:
    dossier = showcase.game_at(AT_THE_TABLE, WASHINGTON).dossier(WASHINGTON)
    view = dossier.view
    package = np.array([view.tabled[HANOI]])
    under_fire = signings(dossier, package)[0]
    quiet = replace(view, fields={**view.fields, "duress": np.zeros_like(view.fields["duress"])})
    calm = signings(replace(dossier, views=(*dossier.views[:-1], quiet)), package)[0]
    assert float(view.duress) != 0.0
    assert under_fire.aims != under_fire.calm
    assert np.isclose(calm.aims, under_fire.calm)
    assert np.isclose(calm.aims, calm.calm)


def test_history_stands_beside_ones_own_score() -> None:
    desk = showcase.seated("1968Q2", WASHINGTON)
    shown = desk.quarter().scores
    end = history_points(desk.game.campaign)[WASHINGTON]
    assert (shown.mark, shown.beside) == (round(end.total), "history")
    assert shown.history is not None
    assert abs(shown.history - shown.own) < OF_ESTIMATES  # the way here was history's own
    assert len(shown.path) == desk.game.quarter + 1
    assert shown.path[-1] == shown.own
    assert len(shown.history_path) == desk.game.campaign.quarters + 1


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_what_they_have_tabled_is_within_reach_while_it_can_be_signed(side: int) -> None:
    shown = showcase.seated(AT_THE_TABLE, side).quarter()
    theirs = next(row for row in shown.table.packages if row.id == "theirs")
    assert shown.table.accept.enabled
    assert shown.scores.reach is not None
    assert shown.scores.reach >= theirs.total


@pytest.mark.parametrize(("campaign", "of"), [("tet", "equals"), ("linebacker", "history")])
def test_the_mark_in_play_is_the_one_the_end_judges_by_and_ones_own_alone(
    campaign: str, of: str
) -> None:
    loaded = load(campaign)
    game, judged = Game.new(loaded, 1), mark(loaded)
    assert judged.of == of
    setting = setting_of(game)
    for side in (WASHINGTON, HANOI):
        dossier = game.dossier(side)
        shown = build_scores.scores(dossier, setting)
        own = round(judged.points[side].total)
        assert (shown.mark, shown.beside) == (own, of)
        assert bool(shown.history_path) == (shown.history is not None) == (of == "history")
        rows, _ = build_scores.packages(dossier, Draft(dossier), setting)
        assert (rows[-1].id, rows[-1].total) == (of, own)
        said = build_scores.beside(rows, shown.own)
        word = f"equals end at {own}" if of == "equals" else f"history ended at {own}"
        assert word in said
        assert ("Equals: the mean" in shown.beside_tip) == (of == "equals")
        assert ("history" in said.lower()) == (of == "history")
        cells = ScoreBand(shown).cells
        assert any(label.startswith(of) for _, _, _, label, _ in cells)


def test_the_question_before_signing_names_the_score_and_what_else_is_to_be_had() -> None:
    table = showcase.seated(AT_THE_TABLE, WASHINGTON).quarter().table
    theirs, ours, history = table.packages
    note = table.accept.note
    assert note.startswith("The war ends with it.")
    assert f"Our score would be about {theirs.total} of 100" in note
    assert f"our own package would bring {ours.total}" in note
    assert f"history ended at {history.total}" in note
    assert "A signature takes" in note


def test_chances_are_said_in_tenths() -> None:
    assert in_ten(0.61) == "in six of ten"
    assert in_ten(0.02) == "hardly ever"
    assert in_ten(0.99) == "almost surely"


def test_a_past_quarter_s_own_score_is_reckoned_once_and_again_where_its_papers_differ(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = showcase.game_at(AT_THE_TABLE, WASHINGTON).dossier(WASHINGTON)
    path = own_path(dossier)
    places = range(len(dossier.views))
    assert path == tuple(standing(after(dossier, place)).own for place in places)
    worse = replace(
        dossier.view,
        fields={**dossier.view.fields, "us_deaths": dossier.view.fields["us_deaths"] + 20_000},
    )
    other = replace(dossier, views=(*dossier.views[:-1], worse))
    seen: list[int] = []
    reckon = build_scores.own_score
    monkeypatch.setattr(
        build_scores, "own_score", lambda papers: seen.append(papers.quarter) or reckon(papers)
    )
    assert own_path(dossier) == path
    assert seen == []
    assert own_path(other)[:-1] == path[:-1]
    assert own_path(other)[-1] < path[-1]
    assert seen == [dossier.quarter]
