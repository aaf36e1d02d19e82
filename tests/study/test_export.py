"""Exports: whole after the war, one side's papers before; files that others can open."""

import csv
import gzip
import io
import json
from pathlib import Path

import numpy as np
import pytest

from game.campaign import load
from game.cli import main
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.world import digests
from game.players.base import Glancing
from game.players.random_legal import RandomLegal
from game.problems import Problem
from game.record import Game, Locked, Passphrases
from game.record import load as load_game
from game.study.debrief.text import told
from game.study.debrief.war import opened, plain
from game.study.papers import export_game, export_rows, pack_questions
from game.study.papers.export import FILES, save, whose, write
from tests.study.opened_wars import (
    SECRETS,
    debriefed,
    full,
    history,
    random_war,
    recorded_war,
    short,
)
from tests.study.test_report import checked

WORDS = Passphrases("harvest moon", "red river delta")


def test_turns_open_in_pandas_with_no_loss_of_type() -> None:
    pandas = pytest.importorskip("pandas")
    rows = export_rows.rows_opened(recorded_war(), debriefed())
    table = pandas.read_csv(io.StringIO(export_rows.csv_of(rows)))
    assert len(table) == 2 * len(debriefed().quarters)
    assert not table.isna().any().any()
    assert list(table.columns) == list(rows[0])
    kinds = {bool: "b", int: "i", float: "f"}
    for name, value in rows[0].items():
        assert table[name].dtype.kind == kinds.get(type(value), table[name].dtype.kind)
        if isinstance(value, str):
            assert all(isinstance(cell, str) for cell in table[name])
        assert {type(row[name]) for row in rows} == {type(value)}
        found = [row[name] for row in rows]
        if isinstance(value, float):
            assert np.abs(table[name].to_numpy() - np.array(found)).max() <= 1e-12
        else:
            assert list(table[name]) == found
    assert not table.duplicated(["quarter", "side"]).any()


def test_no_cell_of_a_table_begins_as_a_formula() -> None:
    rows = export_rows.rows_opened(recorded_war(), debriefed())
    for row in csv.reader(io.StringIO(export_rows.csv_of(rows))):
        for cell in row:
            if cell[:1] in ("=", "+", "-", "@"):
                float(cell)
    mean = [{"text": text} for text in ("=1+1", "@x", "+x", "-x", "\tx")]
    cells = [row[0] for row in csv.reader(io.StringIO(export_rows.csv_of(mean)))][1:]
    assert all(cell.startswith("'") for cell in cells)


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_two_hundred_random_wars_come_back_to_the_same_digest(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + 50):
        game = random_war(seed, 1 + seed % 3)
        path = tmp_path / "game.json"
        path.write_text(export_game.text_of(export_game.whole(game)), encoding="utf-8")
        again = export_game.game_of(path, short())
        assert again.notices == ()
        assert again.over
        assert digests(again.past.world) == digests(game.past.world)
        assert export_game.whole(again) == export_game.whole(game)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"overture": "game"}, "no exported game"),
        ({"schema": 2}, "schema"),
        ({"side": "hanoi"}, "one side's papers"),
        ({"digest": "0" * 32}, "digest"),
        ({"quarters": 7}, "quarters"),
        ({"beginning": None}, "missing"),
        ({"entries": [{"kind": "entry"}]}, "game.json"),
    ],
)
def test_a_document_that_is_no_game_is_refused_in_one_message(
    change: dict[str, object], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    path.write_text(json.dumps({**export_game.whole(random_war(0)), **change}), encoding="utf-8")
    with pytest.raises(Problem, match=said):
        export_game.game_of(path, short())


def test_the_facilitators_pin_is_not_exported() -> None:
    game = random_war(41)
    game.log.enter("facilitator", game.past.rows[0].quarter, None, "x", {"act": "pin", "hash": "h"})
    assert "hash" not in export_game.text_of(export_game.whole(game))
    game.log.entries.clear()


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_running_war_is_written_as_one_sides_papers_alone(side: int, tmp_path: Path) -> None:
    game, enemy = history(quarters=6), 1 - side
    paths = write(game, tmp_path, side)
    assert tuple(path.name for path in paths) == FILES
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    checked(texts["report.html"])
    document = json.loads(texts["game.json"])
    assert export_game.unchanged(document)
    assert not export_game.unchanged({**document, "over": True})
    seed = game.past.beginning
    for name, text in texts.items():
        assert SECRETS[enemy] not in text, name
        assert seed.game not in text
        assert game.past.rows[-1].digest not in text
    for hidden in (
        "belief_resilient",
        "belief_dove",
        "open_high",
        "suppressed",
        "beginning",
        "seed",
    ):
        assert f'"{hidden}"' not in texts["game.json"]
    for view in document["views"]:
        assert isinstance(view["resilience"], int)  # its own alone
        assert len(np.shape(view["in_force"])) == 1
    assert {row["side"] for row in csv.DictReader(io.StringIO(texts["turns.csv"]))} == {SIDES[side]}
    columns = next(csv.reader(io.StringIO(texts["turns.csv"])))
    assert not set(columns) & {"resilience", "nerve", "branch", "open_probability"}


def test_papers_do_not_change_with_what_a_side_may_not_see(tmp_path: Path) -> None:
    game = history(quarters=4)
    before = [path.read_text() for path in write(game, tmp_path / "a", HANOI)]
    game.write("note", WASHINGTON, "Something else altogether.")
    game.log.enter(
        "forecast", game.quarter_name, "washington", "", {"question": "open", "chance": 0.5}
    )
    after = [path.read_text() for path in write(game, tmp_path / "b", HANOI)]
    assert before == after


def test_whose_papers_must_be_said_where_two_people_play() -> None:
    game = Game.new(full(), 5)
    with pytest.raises(Problem, match="--side washington or --side hanoi"):
        whose(game, None)
    assert whose(game, HANOI) == HANOI
    assert whose(recorded_war(), None) is None
    with pytest.raises(Problem, match="over"):
        export_game.whole(game)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here already")
    with pytest.raises(Problem, match="file"):
        save(blocked, [("a.txt", "a")])


def test_a_war_that_is_over_is_written_whole_and_names_no_machine(tmp_path: Path) -> None:
    game = random_war(2)
    texts = [path.read_text(encoding="utf-8") for path in write(game, tmp_path)]
    checked(texts[0])
    assert len(opened(game).entries) == texts[1].count("P(open) | answered")
    for text in texts:
        assert str(tmp_path) not in text
        assert "matplotlib" not in text.lower()
        assert "/home/" not in text
        assert "saved" not in text.lower() or text is texts[4]


def test_the_commands_open_a_save_and_its_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    game = Game.new(load("tiny"), 3)
    game.save(tmp_path / "going.overture")
    assert main(["debrief", str(tmp_path / "going.overture")]) == 2
    assert main(["export", str(tmp_path / "going.overture"), "--out", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "when the war is over" in said
    assert "--side" in said
    while not game.over:
        for side in (WASHINGTON, HANOI):
            game.commit(side, {})
    game.save(tmp_path / "over.overture")
    assert main(["debrief", str(tmp_path / "over.overture"), "--json"]) == 0
    told_ = json.loads(capsys.readouterr().out)
    document = tmp_path / "game.json"
    document.write_text(export_game.text_of(export_game.whole(game)), encoding="utf-8")
    assert main(["debrief", str(document), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == told_
    assert [one["side"] for one in told_["first"]] == list(SIDES)
    assert main(["export", str(document), "--save-as", str(tmp_path / "back.overture")]) == 0
    assert main(["debrief", str(tmp_path / "back.overture"), "--out", str(tmp_path / "d.md")]) == 0
    assert (tmp_path / "d.md").read_text(encoding="utf-8").startswith("# Two quarters")


def test_a_group_is_scored_before_and_after(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("when,1,2,3\nbefore,a,a,b\nbefore,b,,d\nAfter,b,c,d\n", encoding="utf-8")
    found = pack_questions.read(path)
    assert found["before"] == pack_questions.Sheets(2, (1, 0, 1))
    assert found["after"] == pack_questions.Sheets(1, (1, 1, 1))
    assert pack_questions.section(found).rows[0][1:3] == ("1 of 2 (50%)", "1 of 1 (100%)")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1"),
        ("when,1,2\n", "line 1"),
        ("when,1,2,3\nnow,a,b,c\n", "line 2"),
        ("when,1,2,3\nbefore,a,b,z\n", "'z' is no answer"),
        ("when,1,2,3\nbefore,a\n", "line 2"),
    ],
)
def test_answers_that_cannot_be_read_are_named_by_line(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem, match=said):
        pack_questions.read(path)


@pytest.mark.parametrize("seed", range(3))
def test_a_sealed_game_opens_to_the_same_debrief_and_tells_nothing_before(
    seed: int, tmp_path: Path
) -> None:
    plain_, sealed = random_war(seed), Game.new(short(), seed)
    sealed.seal(WORDS)
    players = [Glancing(RandomLegal(), 2 * seed + side) for side in (WASHINGTON, HANOI)]
    for side in (WASHINGTON, HANOI):
        sealed.write("note", side, SECRETS[side])
    while not sealed.over:
        for side in (WASHINGTON, HANOI):
            sealed.commit(side, players[side].decide(sealed.dossier(side)))
    path = tmp_path / "sealed.overture"
    sealed.save(path)
    raw = (
        gzip.decompress(path.read_bytes())
        if path.read_bytes()[:2] == b"\x1f\x8b"
        else (path.read_bytes())
    )
    for word in (*SECRETS, '"resilience"', "belief_resilient", '"seed"'):
        assert word.encode() not in raw
    with pytest.raises(Locked):
        load_game(path, short())
    again = load_game(path, short(), WORDS)
    assert plain(opened(again)) == plain(opened(plain_))
    assert {one.meant for one in told(again).meanings} == set(SECRETS)
    document = tmp_path / "game.json"
    document.write_text(export_game.text_of(export_game.whole(again)), encoding="utf-8")
    assert digests(export_game.game_of(document, short()).past.world) == digests(again.past.world)


def test_a_war_that_the_bell_ended_before_its_first_quarter_is_told_and_written_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    game = Game.new(full(), 5)
    game.facilitate("bell", "The bell: the war is scored as it stands.")
    checked(write(game, tmp_path)[0].read_text(encoding="utf-8"))
    game.save(tmp_path / "over.overture")
    for command in (
        ["debrief"],
        ["debrief", "--json"],
        ["compare", "--chair", "hanoi"],
        ["compare", "--chair", "washington", "--json"],
    ):
        assert main([command[0], str(tmp_path / "over.overture"), *command[1:]]) == 0
    assert all("had given no orders yet" in first.sentence for first in opened(game).first)
    assert capsys.readouterr().err == ""
