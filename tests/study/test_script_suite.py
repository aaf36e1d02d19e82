"""Scripts against the machine: what a script is, and what the suite tells of it."""

import json
from pathlib import Path

import numpy as np
import pytest

from game.cli import main
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.players.roster import Contender
from game.problems import Problem
from game.study.contests.play import WarJob, play_together
from game.study.contests.script_suite import (
    FOLDER,
    Script,
    ScriptResult,
    row,
    scripts,
    seated,
    wars,
)

EVERY = scripts(FOLDER)


def named(script: Script) -> str:
    return f"{script.name}-{SIDES[script.side]}"


def test_there_are_thirty_scripts_and_both_sides_have_their_share() -> None:
    assert len({script.name for script in EVERY}) >= 30
    for side in (WASHINGTON, HANOI):
        assert sum(script.side == side for script in EVERY) >= 30
        assert sum(script.side == side and script.lazy for script in EVERY) >= 6


@pytest.mark.parametrize("file", sorted({script.file for script in EVERY}))
def test_a_script_is_ten_to_thirty_lines_and_imports_nothing_of_the_game(file: str) -> None:
    text = Path(file).read_text("utf-8")
    assert 10 <= len(text.splitlines()) <= 30
    assert "game" not in text.split("def policy")[0].split('"""')[2]


@pytest.mark.parametrize("script", EVERY, ids=named)
def test_a_script_plays_wars_to_their_end_alone_as_in_company(script: Script) -> None:
    other = Contender(1 - script.side, "random")
    blank = Contender(script.side, "standard")
    both = (blank, other) if script.side == WASHINGTON else (other, blank)
    jobs = [seated(WarJob("tet", *both, seed), script) for seed in (3, 4, 5)]
    together = play_together(jobs)
    assert all(result.ended > 0 for result in together)
    assert play_together(jobs[1:2])[0].scores == together[1].scores


def test_a_script_takes_its_chair_in_the_very_wars_of_the_level() -> None:
    script = next(one for one in EVERY if one.side == HANOI)
    many = wars("tet", "cadet", 7, 4, [script])
    own, taken = many[:4], many[4:]
    assert [war.job.seed for war in own] == [war.job.seed for war in taken] == [7, 8, 9, 10]
    assert [war.job.washington for war in own] == [war.job.washington for war in taken]
    assert all(war.job.hanoi.name.startswith(str(FOLDER)) for war in taken)


def row_of(gains: list[float], lazy: bool, mark: float) -> dict[str, object]:
    script = Script("a.py", HANOI, lazy)
    own = {seed: ScriptResult(None, seed, (50.0, 40.0), 1, 9) for seed in range(len(gains))}
    played = [
        ScriptResult(script, seed, (50.0, 40.0 + gain), 1, 9) for seed, gain in enumerate(gains)
    ]
    return row(script, played, own, mark, 1)


def test_a_script_beats_the_level_when_its_interval_or_its_mean_says_so() -> None:
    assert row_of([1.0] * 20, False, 50.0)["beats_the_level"]
    assert row_of([-30.0, 38.0] * 10, False, 50.0)["beats_the_level"]  # +4 in the mean
    assert not row_of([-30.0, 32.0] * 10, False, 50.0)["beats_the_level"]


def test_a_lazy_script_is_too_near_within_five_points_of_the_mark() -> None:
    assert row_of([0.0] * 5, True, 44.0)["lazy_too_near"]
    assert not row_of([0.0] * 5, True, 46.0)["lazy_too_near"]
    assert not row_of([0.0] * 5, False, 44.0)["lazy_too_near"]


def test_the_command_plays_scripts_in_their_chairs(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["match", "--scripts", "--only", "surrender_first,mirror", "--games", "2"]
    words += ["--campaign", "tet", "--level", "cadet", "--cores", "1"]
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {(one["script"], one["side"]) for one in found["scripts"]} == {
        ("surrender_first", "washington"),
        ("surrender_first", "hanoi"),
        ("mirror", "washington"),
        ("mirror", "hanoi"),
    }
    assert all(np.isfinite(one["gain"]).all() for one in found["scripts"])
    assert main(words) == 0
    assert "surrender_first" in capsys.readouterr().out


def test_a_folder_or_name_without_scripts_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="there are no scripts"):
        scripts(tmp_path)
    with pytest.raises(Problem, match="no script wizard; it has accept_anything"):
        scripts(FOLDER, ("wizard",))
    (tmp_path / "one.py").write_text("def policy(sight, plan):\n    pass\n", "utf-8")
    with pytest.raises(Problem, match=r"one\.py: a script says SIDES"):
        scripts(tmp_path)
