"""Groups side by side: one page, one seed, no names; and the check of the sittings."""

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.campaign import build, load
from game.cli import main
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.ladders import OPEN_FROM, slot_of
from game.players.base import Glancing
from game.players.random_legal import RandomLegal
from game.problems import Problem
from game.record import Facilitator, Game, Seats, seat
from game.record.matches import openings
from game.record.timetable import PRESETS
from game.study.contests import seminar_check
from game.study.papers import groups
from tests.record.test_seminar import PIN, Wall
from tests.study.opened_wars import short
from tests.study.test_report import checked

WHO = ("Ms Brown's table", "Mr Green's table")


@cache
def group(players: int, seed: int = 5) -> Game:
    """Return a group's war on one seed; the players differ."""
    people = [seat(name) for name in WHO]
    game = Game.new(short(), seed, Seats(washington=people[0], hanoi=people[1]))
    both = [Glancing(RandomLegal(), 10 * players + side) for side in (WASHINGTON, HANOI)]
    while not game.over:
        game.write("note", WASHINGTON, "Ms Brown says wait.")
        for side in (WASHINGTON, HANOI):
            game.commit(side, both[side].decide(game.dossier(side)))
    return game


def test_a_page_has_every_groups_end_postures_beliefs_and_no_name() -> None:
    text = groups.page([group(1), group(2)])
    plain = checked(text).text
    for told in (
        "How each ended",
        "Postures",
        "When each could first talk",
        "believed",
        "Forecasts",
    ):
        assert told in plain
    assert plain.count("Washington") >= 6
    for name in (*WHO, "Brown"):
        assert name not in text
    assert str(group(1).past.beginning.game) not in text


def test_only_finished_games_of_one_campaign_and_one_seed_stand_side_by_side() -> None:
    with pytest.raises(Problem, match="2 to 12"):
        groups.page([group(1)])
    with pytest.raises(Problem, match="still in play"):
        groups.page([group(1), Game.new(short(), 5)])
    with pytest.raises(Problem, match="another seed"):
        groups.page([group(1), group(2, 6)])


def test_a_facilitator_who_keeps_the_rule_hidden_keeps_beliefs_off_the_page() -> None:
    game = group.__wrapped__(3)
    hand = Facilitator(game, Wall())
    hand.appoint(PIN)
    hand.show_rule(PIN, False)
    plain = checked(groups.page([group(1), game])).text
    assert "keeps the rule hidden" in plain
    assert "When each could first talk" not in plain
    hand.show_rule(PIN, True)
    assert "When each could first talk" in checked(groups.page([group(1), game])).text


def test_the_command_writes_one_file_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = [tmp_path / f"{number}.overture" for number in (1, 2)]
    games = []
    for number, path in zip((1, 2), saved, strict=True):
        game = Game.new(load("tiny"), 5)
        both = [Glancing(RandomLegal(), 10 * number + side) for side in (WASHINGTON, HANOI)]
        while not game.over:
            for side in (WASHINGTON, HANOI):
                game.commit(side, both[side].decide(game.dossier(side)))
        game.save(path)
        games.append(game)
    out = tmp_path / "page.html"
    assert main(["groups", *map(str, saved), "--out", str(out)]) == 0
    assert str(out) in "".join(capsys.readouterr().out.split())
    checked(out.read_text("utf-8"))


# The check of the sittings


def test_sound_play_pays_in_every_preset_and_chair(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["seminar", "--check", "--json", "--seeds", "2"])
    found = json.loads(capsys.readouterr().out)
    assert set(found["presets"]) == set(PRESETS)
    for chairs in found["presets"].values():
        assert set(chairs) == set(SIDES)
        for ways in chairs.values():
            assert set(ways) == set(seminar_check.WAYS)
            assert all(0.0 < points < 100.0 for points in ways.values())
            others = [ways[way] for way in seminar_check.WAYS if way != "sound"]
            assert ways["sound"] >= max(others) + seminar_check.AHEAD
    assert all(
        share > 0.0
        for chairs in found["safe_before_the_bell"].values()
        for share in chairs.values()
    )
    assert code == 0


def test_each_way_shows_the_hand_that_it_is_named_for() -> None:
    tables, start = build(load("tet"))
    seeds = np.arange(1, 9)
    for side in (WASHINGTON, HANOI):
        for way, is_open in (("stalling", False), ("early", True)):
            shown: list[bool] = []

            def note(world: object, at: int = side, seen: list[bool] = shown) -> None:
                seen.append(
                    bool((world.in_force[:, at, slot_of(at, "posture")] >= OPEN_FROM).all())
                )

            seminar_check.sitting(
                openings(start, tables, seeds),
                tables,
                PRESETS["45"],
                side,
                seminar_check.WAY[way],
                seeds,
                0,
                note,
            )
            assert shown[1] == is_open, (side, way)


def test_the_lead_is_over_the_best_of_the_other_ways() -> None:
    found = {"45": {"hanoi": {"passive": 30.0, "stalling": 33.0, "early": 31.0, "sound": 40.0}}}
    assert seminar_check.leads(found) == {"45": {"hanoi": 7.0}}
