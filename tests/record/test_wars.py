"""The record of one's wars: what is kept, what counts, and what happens to a file that is damaged,
foreign or newer."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from game import disk
from game.cli import main
from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import Game, Seats, seat
from game.record.wars import FILE, MARK, War, add, path_in, read, why_not
from tests.campaign.small import small


def war(game: str = "a" * 16, score: float = 50.0, **changes: object) -> War:
    values = {
        "game": game,
        "campaign": "small",
        "side": "hanoi",
        "against": "attrition",
        "level": "cadet",
        "ending": "calendar",
        "score": score,
        "mark": 49.5,
        "feats": ["calm"],
        "counts": True,
    } | changes
    return War(**values)


def test_a_war_is_kept_once_as_it_was_first_opened(tmp_path: Path) -> None:
    add(tmp_path, war())
    add(tmp_path, war("b" * 16, 60.0))
    book = add(tmp_path, war(score=99.0))
    assert book == read(tmp_path)
    assert [one.score for one in book.wars] == [50.0, 60.0]
    assert path_in(tmp_path).read_bytes().startswith(MARK)


def test_the_best_is_by_side_campaign_and_level_and_of_wars_that_count(tmp_path: Path) -> None:
    others: list[dict[str, object]] = [
        {},
        {"score": 60.0},
        {"score": 90.0, "level": "planner"},
        {"score": 91.0, "counts": False},
        {"score": 92.0, "side": "washington"},
        {"score": 93.0, "campaign": "tet"},
    ]
    for number, changes in enumerate(others):
        add(tmp_path, war(f"{number:016x}", **changes))
    best = read(tmp_path).best("hanoi", "small", "cadet")
    assert best is not None
    assert best.score == 60.0
    assert read(tmp_path).best("hanoi", "small", "officer") is None
    assert read(tmp_path).feats() == {"calm": 5}
    assert read(tmp_path).line == "5 wars ended, best 93 as Hanoi; 1 feat"
    assert read(tmp_path / "nowhere").line == ""


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-9],
        lambda text: text.replace("50.0", "NaN"),
        lambda text: text.replace("50.0", "500.0"),
        lambda text: text.replace("hanoi", "peking"),
        lambda text: MARK.decode() + "[" * 100_000,
    ],
)
def test_a_damaged_record_is_set_aside_and_a_new_one_begun(
    tmp_path: Path, spoil: Callable[[str], str]
) -> None:
    add(tmp_path, war())
    path = path_in(tmp_path)
    spoilt = spoil(path.read_text())
    path.write_text(spoilt)
    assert read(tmp_path).wars == ()
    assert "damaged" in read(tmp_path).said
    assert path.read_text() == spoilt, "reading changes nothing"
    book = add(tmp_path, war("b" * 16))
    assert f"{FILE}.damaged-1" in book.said
    assert (tmp_path / f"{FILE}.damaged-1").read_text() == spoilt
    assert [one.game for one in read(tmp_path).wars] == ["b" * 16]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("my own list of wars\n", "no record of Overture"),
        ('{"overture":"wars","format":99,"wars":[]}', "newer Overture"),
    ],
)
def test_a_foreign_or_newer_file_is_left_alone(tmp_path: Path, text: str, said: str) -> None:
    path = path_in(tmp_path)
    path.write_text(text)
    book = add(tmp_path, war())
    assert said in book.said
    assert path.read_text() == text
    assert [one.name for one in tmp_path.iterdir()] == [FILE]


def test_a_disc_that_takes_nothing_costs_no_war(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "replace", full)
    book = add(tmp_path, war())
    assert "No space left" in book.said
    assert not path_in(tmp_path).exists()
    assert [one.game for one in book.wars] == ["a" * 16]


def test_forgetting_takes_the_record_with_what_was_set_aside_and_no_strangers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, war())
    path_in(tmp_path).write_bytes(MARK + b"broken")
    add(tmp_path, war())
    (tmp_path / f".{FILE}.{'a' * 8}.part").write_text("half")
    stranger = tmp_path / f"{FILE}.damaged-7"
    stranger.write_text("mine")
    monkeypatch.setattr("sys.stdin", io.StringIO("forget\n"))
    assert main(["forget", "--data", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == [stranger.name]


def ended(hanoi: tuple[str, str, str | None] = ("protracted-war", "machine", "glance")) -> Game:
    seats = Seats(washington=seat("A person"), hanoi=seat(*hanoi))
    game = Game.new(small(), seed=3, seats=seats)
    while not game.over:
        for side in (WASHINGTON, HANOI):
            game.commit(side, {})
    return game


def test_what_counts_is_a_whole_war_of_one_person_against_a_level() -> None:
    assert why_not(ended()) == ""
    assert "level" in why_not(ended(("random", "machine", None)))
    assert "two people" in why_not(ended(("A person", "person", None)))
    led = ended()
    led.log.enter("facilitator", led.quarter_name, None, "Something.", {"act": "seed"})
    assert "facilitator" in why_not(led)
    again = ended().branch("1968Q4")
    while not again.over:
        for side in (WASHINGTON, HANOI):
            again.commit(side, {})
    assert "hindsight" in why_not(again)


def test_every_number_of_the_file_is_checked() -> None:
    good = json.loads(war().model_dump_json())
    for key, bad in (
        ("score", 100.5),
        ("mark", -1.0),
        ("game", "x"),
        ("level", "A B"),
        ("feats", ["No Name"]),
        ("counts", 1),
    ):
        with pytest.raises(ValueError, match=key):
            War.model_validate(good | {key: bad})
    assert np.isfinite(War.model_validate(good).score)
    with pytest.raises(Problem):
        disk.read_json(Path("nowhere") / FILE)
