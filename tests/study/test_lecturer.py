"""What a lecturer found wrong once, each held by a test that is named for it."""

from pathlib import Path

import numpy as np
import pytest

from game.campaign import load
from game.desk.desk import Desk
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.problems import Problem
from game.record import Game, running_path, saves_folder
from game.study.debrief.page import pages
from game.study.debrief.points import turns
from game.study.debrief.told import told
from game.study.debrief.war import opened
from game.study.papers.pack import briefing, files, secret_list
from game.theory.belief import fade
from tests.study.opened_wars import random_war, recorded_war, short


def test_a_page_remembers_the_leaks_and_the_broken_understandings_of_its_war() -> None:
    for seed in range(12):
        game = random_war(seed)
        found = pages(game, opened(game), (), turns(game.past))
        for side in (WASHINGTON, HANOI):
            reports = game.past.dossiers[side].reports
            said = " ".join(found[side].remembered)
            assert ("leaked" in said) == any(any(one.leaked) for one in reports)
            assert ("broke the understanding" in said) == any(any(one.broken) for one in reports)


def test_the_record_has_a_leak_and_so_has_its_page() -> None:
    game = recorded_war()
    assert any(any(one.leaked) for one in game.past.dossiers[WASHINGTON].reports)
    found = pages(game, opened(game), (), turns(game.past))
    assert "leaked" in " ".join(found[HANOI].remembered)


def test_a_belief_that_only_fades_is_not_told_as_having_been_taken_for_weaker() -> None:
    game = random_war(1)
    tables, opening = game.past.tables, game.past.worlds[0]
    shown = opening.with_(demonstrated=np.full((1, 2), 2.0), postured=np.zeros((1, 2)))
    faded = fade(shown.demonstrated, tables.beliefs.demonstration_half_life)
    for side in (WASHINGTON, HANOI):
        assert told(shown, shown.with_(demonstrated=faded), side, tables).way == "no other"
        less = shown.with_(demonstrated=faded, postured=np.full((1, 2), -0.5))
        assert told(shown, less, side, tables).way == "weaker"


@pytest.mark.parametrize("campaign", ["tet", "road-to-paris", "vietnam-1965-1973"])
def test_forces_by_corps_are_printed_by_corps_and_one_city_has_one_name(campaign: str) -> None:
    known = load(campaign)
    facts = {one.term: one.text for one in secret_list(known, HANOI)}
    by_corps = next(text for term, text in facts.items() if "by corps" in term.lower())
    assert all(f"{corps} Corps" in by_corps for corps in ("I", "II", "III", "IV"))
    assert "Beijing" not in briefing(known, HANOI)
    for name, text in files(known):
        assert "Beijing" not in text, name


def test_the_window_writes_the_report_and_names_the_file(tmp_path: Path) -> None:
    game = Game.new(short(), 3)
    game.keeper.path = running_path(saves_folder(tmp_path))
    desk = Desk(game, {}, saves_folder(tmp_path))
    with pytest.raises(Problem, match="when the war is over"):
        desk.write_down()
    game.facilitate("bell", "The bell.")
    said = desk.write_down()
    (report,) = tmp_path.glob("reports/*/report.html")
    assert str(report) in said
    assert len(SIDES) == report.read_text("utf-8").count('class="onepage"')


def test_a_report_is_not_written_while_the_facilitator_keeps_the_rule_hidden(
    tmp_path: Path,
) -> None:
    desk = Desk(Game.new(short(), 3), {}, saves_folder(tmp_path))
    desk.facilitate(lambda hand: hand.appoint("2468"))
    desk.facilitate(lambda hand: hand.show_rule("2468", False))
    desk.game.facilitate("bell", "The bell.")
    with pytest.raises(Problem, match="keeps the rule hidden"):
        desk.write_down()
