"""The lobby: every choice it offers can be started, and what was started can be loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.campaign import load as load_campaign
from game.campaign.files import TUTORIAL
from game.cli._lobby import GameLobby
from game.desk.chair import Chair
from game.desk.debrief_models import RuleSetting
from game.desk.watch import Watch
from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import Game, wars
from tests.record.test_wars import war

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("turn", [1, 2])
def test_no_other_test_reads_what_a_lobby_of_this_one_records(tmp_path: Path, turn: int) -> None:
    lobby = GameLobby(tmp_path)
    assert not lobby.record_line(), turn
    wars.add(tmp_path.parent, war())
    assert lobby.record_line()


def test_every_mode_starts(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    kinds = {}
    for mode in lobby.new_game().modes:
        lobby.choose("mode", mode.id)
        kinds[mode.id] = lobby.start()
    assert isinstance(kinds["watch"], Watch)
    assert isinstance(kinds["alone"], Chair)
    assert kinds["two"].hotseat


def test_another_side_brings_its_own_opponents(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    lobby.choose("side", "hanoi")
    model = lobby.new_game()
    assert model.chosen[3] in {choice.id for choice in model.opponents}
    for opponent in model.opponents:
        lobby.choose("opponent", opponent.id)
        assert lobby.start().quarter().header.side == "hanoi"


def test_a_game_is_listed_loaded_and_deleted(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    desk = lobby.start()
    desk.end()
    kept, earlier = lobby.saves()
    assert earlier.note == "An earlier state of a game in play."
    assert (kept.side, kept.quarter, kept.people) == (
        "Washington",
        "April to June 1965",
        "alone against protracted war, cadet",
    )
    assert lobby.load(kept.id).quarter().header.date == "April to June 1965"
    lobby.delete(kept.id)
    assert lobby.saves() == ()
    with pytest.raises(Problem, match="no saved game"):
        lobby.load(kept.id)


def test_a_damaged_file_stays_in_the_list_and_says_so(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    lobby.start().entered()
    (path,) = tmp_path.glob("*.overture")
    path.write_bytes(path.read_bytes()[:-40])
    (kept,) = lobby.saves()
    assert kept.problem


def test_a_seed_that_is_no_number_cannot_begin(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    lobby.choose("seed", "lucky")
    assert "A seed is a number" in lobby.new_game().problem
    with pytest.raises(Problem, match="A seed is a number"):
        lobby.start()


def test_the_tutorials_lessons_can_be_gone_through_or_skipped(tmp_path: Path) -> None:
    desk = GameLobby(tmp_path).tutorial()
    first = desk.lesson()
    assert first is not None
    desk.lesson_done()
    second = desk.lesson()
    assert second is not None
    assert (first.number, second.number) == (1, 2)
    desk.skip_lessons()
    assert desk.lesson() is None


def test_the_first_game_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    first = GameLobby(tmp_path).tutorial()
    first.lesson_done()
    again = GameLobby(tmp_path).tutorial().lesson()
    assert again is not None
    assert again.number == 2
    first.end()
    later = GameLobby(tmp_path).tutorial()
    lesson = later.lesson()
    assert later.game.quarter_name == "1967Q3"
    assert lesson is not None
    assert (lesson.turn, lesson.title) == (1, "What followed")
    assert "your hand stayed closed" in lesson.text


def test_a_first_game_whose_lessons_were_skipped_begins_anew(tmp_path: Path) -> None:
    left = GameLobby(tmp_path).tutorial()
    left.end()
    left.skip_lessons()
    again = GameLobby(tmp_path).tutorial()
    lesson = again.lesson()
    assert lesson is not None
    assert lesson.number == 1
    assert again.game.quarter_name == "1967Q2"
    assert left.game.keeper.path != again.game.keeper.path


def test_a_finished_war_can_be_watched_again_and_left_for_a_branch(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    lobby.choose("campaign", "tiny")
    lobby.choose("level", "glance")
    desk = lobby.start()
    with pytest.raises(Problem, match="war goes on"):
        desk.again()
    while desk.debrief() is None:
        desk.end()
    seen = desk.again()
    assert len(seen.replay().quarters) == len(desk.game.past.rows)
    branch = seen.step_in("hanoi")
    assert branch.quarter().header.side == "hanoi"
    assert branch.game.past.beginning.parent.game == desk.game.past.beginning.game


def test_without_display_and_terminal_it_says_in_one_line_what_to_do(tmp_path: Path) -> None:
    environment = {"PATH": "", "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=environment,
        timeout=120,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "python main.py text" in done.stderr


def test_campaigns_for_research_are_not_offered_and_still_load_by_name(tmp_path: Path) -> None:
    offered = {choice.id for choice in GameLobby(tmp_path).new_game().campaigns}
    assert "vietnam-1965-1973" in offered
    assert not offered & {"tiny", "tutorial"}
    assert load_campaign("tiny").name == "tiny"


def test_the_rule_is_on_view_at_the_title_only_where_a_war_has_ended_and_none_is_in_play(
    tmp_path: Path,
) -> None:
    lobby = GameLobby(tmp_path)
    assert "when a war is over" in lobby.rule_why_not()
    game = Game.new(load_campaign("tiny"), 1)
    while not game.over:
        for side in (WASHINGTON, HANOI):
            game.commit(side, {})
    game.save(tmp_path / "over.overture")
    assert lobby.saves()[0].over
    assert lobby.rule_why_not() == ""
    assert lobby.rule(RuleSetting({"cost": 1.0})).reading.startswith("Talking is safe")
    desk = lobby.start()
    assert (len(lobby.saves()), lobby.rule_why_not()) == (1, ""), "a briefing is no war in play"
    desk.leave()
    assert len(lobby.saves()) == 1, "who turns back at the briefing leaves nothing"
    desk.entered()
    assert [save.running for save in lobby.saves()] == [True, False]
    assert lobby.rule_why_not() == "", "nothing has been ordered yet"
    assert not lobby.wars().said
    desk.order("posture", "contacts")
    desk.leave()
    assert "still in play" in lobby.rule_why_not()
    assert "still in play" in lobby.wars().said
    with pytest.raises(Problem, match="still in play"):
        lobby.rule(RuleSetting())
    desk.game.facilitate("bell", "The bell.")
    assert lobby.rule_why_not() == ""


def over(name: str) -> Game:
    """Return a war of a campaign, passed through to its end."""
    game = Game.new(load_campaign(name), 1)
    while not game.over:
        for side in (WASHINGTON, HANOI):
            game.commit(side, {})
    return game


def test_a_lesson_that_has_ended_opens_neither_the_rule_nor_other_wars(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    over(TUTORIAL).save(tmp_path / "lesson.overture")
    assert lobby.saves()[0].over
    assert "when a war is over" in lobby.rule_why_not()
    for closed in (lobby.cases, lambda: lobby.case("korea")):
        with pytest.raises(Problem, match="when a war is over"):
            closed()
    over("tiny").save(tmp_path / "war.overture")
    assert [card.id for card in lobby.cases()] == ["korea", "sino-indian", "vietnam"]
    assert lobby.case("korea").view().stops == 12


def test_a_facilitator_who_keeps_the_rule_hidden_closes_both_doors(tmp_path: Path) -> None:
    lobby, game = GameLobby(tmp_path), over("tiny")
    game.facilitate("rule", "The rule is hidden.", shown=False)
    game.save(tmp_path / "seminar.overture")
    with pytest.raises(Problem, match="keeps the rule hidden"):
        lobby.rule(RuleSetting())
    with pytest.raises(Problem, match="keeps the rule hidden"):
        lobby.cases()
    game.facilitate("rule", "The rule is revealed.", shown=True)
    game.save(tmp_path / "seminar.overture")
    assert lobby.cases()


def test_the_seed_of_a_game_that_has_begun_stands_in_no_new_game(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    lobby.choose("campaign", "tiny")
    lobby.choose("seed", "4711")
    lobby.start()
    assert lobby.new_game().seed == ""
    assert "4711" not in str(lobby.new_game())
