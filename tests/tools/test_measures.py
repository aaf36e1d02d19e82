"""The house's measures count what they say, and the digests tell what differs."""

import ast
from pathlib import PurePosixPath

import pytest

from tools import door, measures, same

HOUSE = {
    "game/problems.py": "class Problem(Exception): pass",
    "game/cellar/stone.py": '"""Stone."""\nimport math\nclass Stone:\n    weight = 1\n',
    "game/cellar/wall.py": "from game.cellar.stone import Stone\nclass Wall: pass",
    "game/hall/door.py": "from game.cellar import wall\nfrom game.problems import Problem",
    "game/hall/__init__.py": "",
    "game/loft/window.py": "def late():\n import game.hall.door\nclass Wall: pass\nclass _W:\n x=1",
    "tests/test_wall.py": "class Wall: pass",
}


@pytest.fixture(scope="module")
def house() -> measures.House:
    return measures.measured("now", {PurePosixPath(path): text for path, text in HOUSE.items()})


def test_parts_arrows_and_floors_are_those_of_the_drawing(house: measures.House) -> None:
    assert house.rooms["game"] == (3, 2, 3)
    assert house.rooms["game/cellar"] == (2, 1, 2)
    assert house.rooms["game/hall"] == (1, 0, 1)


def test_parts_that_import_one_another_stand_on_one_floor() -> None:
    assert measures.floors({"a": {"b"}, "b": {"a", "c"}, "c": set()}) == 2


def test_statements_are_counted_and_texts_are_none(house: measures.House) -> None:
    assert house.statements == {"game": 16, "tools": 0, "tests": 2}
    assert measures.statements(ast.parse('"""Why."""\nx = 1\n"a word"')) == 1


def test_a_public_class_name_that_stands_twice_in_the_product_is_found(
    house: measures.House,
) -> None:
    assert house.doubled == {"Wall": ["game/cellar/wall.py", "game/loft/window.py"]}


def test_a_commit_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.run("measures", ["no-such-commit"]) == 2
    assert "no-such-commit: git gives no such commit" in capsys.readouterr().err


def test_what_differs_between_commits_is_told_by_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = {"wars: 1": "aa", "texts: tet": "bb"}
    found = {"old": old, "new": old | {"texts: tet": "cc"}}
    monkeypatch.setattr(same, "at", lambda commit, asked: found[commit])
    assert door.run("same", ["old", "old"]) == 0
    assert "not as" not in capsys.readouterr().out
    assert door.run("same", ["old", "new"]) == 1
    assert "not as at old: texts: tet" in capsys.readouterr().out


def test_what_differs_at_each_run_is_left_out_of_a_text() -> None:
    assert same.cleaned("kept at /a/saves/game-1f.overture", "/a", "game-1f") == (
        b"kept at FOLDER/saves/GAME.overture"
    )
