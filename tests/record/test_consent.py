"""A facilitator of a game of two: nobody takes the chair alone, and each use is told to both."""

from pathlib import Path

import pytest

from game.campaign import load
from game.cli import main
from game.desk.tellings import Tellings
from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import Facilitator, Game, consent, running_path, saves_folder, uses
from tests.record.play import played
from tests.record.test_seminar import PIN, Wall, seated


def test_one_side_alone_appoints_nobody_and_both_together_do() -> None:
    hand = Facilitator(played(1), Wall())
    consent.propose(hand, PIN, WASHINGTON)
    assert not hand.appointed
    with pytest.raises(Problem, match="has no facilitator"):
        hand.watch(PIN)
    assert consent.proposed_to(hand.game, HANOI)
    with pytest.raises(Problem, match="proposed no facilitator"):
        consent.agree(hand, WASHINGTON)  # whoever proposes cannot agree for the other
    consent.agree(hand, HANOI)
    assert hand.appointed
    hand.watch(PIN)
    assert not consent.proposed_to(hand.game, HANOI)


def test_each_use_of_the_pin_is_told_once_to_each_side() -> None:
    game = played(1)
    hand, tellings = seated(game, Wall()), Tellings(game)
    hand.watch(PIN)
    hand.inject(PIN, "A coup", "The generals quarrel.")
    for side in (WASHINGTON, HANOI):
        assert tellings.waits(side)
        assert tellings.told(side) == (
            "The facilitator watches both sides.",
            "Both sides are told: A coup.",
        )
        assert tellings.told(side) == ()


def test_going_back_keeps_the_bulletins_of_the_quarter_gone_back_to_and_says_which_go() -> None:
    game = played(1)
    hand = seated(game, Wall())
    quarter = game.quarter_name
    hand.inject(PIN, "Rain", "It rains.", "weather", 0.05)
    for side in (WASHINGTON, HANOI):
        game.commit(side, {})
    hand.inject(PIN, "A coup", "The generals quarrel.")
    hand.rewind(PIN, 1)
    assert game.quarter_name == quarter
    assert "Rain" in [news.title for news in game.news(HANOI)]
    assert game.pending().injected[0].effect == "weather"
    said = uses(game)[-1]
    assert "Told again: Rain." in said
    assert "Gone with their quarters: A coup." in said


def test_the_seed_of_a_running_game_stands_in_no_use_of_the_facilitator() -> None:
    hand = seated(played(1), Wall())
    hand.seed(PIN, 987654)
    assert not any("987654" in use for use in uses(hand.game))


def test_a_pack_prints_no_card_of_a_game_in_play(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    game = Game.new(load("tet"), 4711)
    game.keeper.path = running_path(saves_folder(tmp_path))
    game.keep()
    asked = ["pack", "tet", "--out", str(tmp_path / "out"), "--data", str(tmp_path), "--seed"]
    assert main([*asked, "4711"]) == 2
    assert "a game with this seed is in play" in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "out").exists()
    assert main([*asked, "4712"]) == 0
