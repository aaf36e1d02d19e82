"""The model page: the script that a report carries solves the game as table and engine do."""

import json
import shutil
import subprocess

import numpy as np
import pytest

from game.problems import Problem
from game.study.debrief import model_page
from game.study.debrief.model_map import BOTH, NOBODY, WEAK, region
from game.study.debrief.model_page import SLIDERS, answered, page
from game.study.debrief.rule import SAFE
from game.study.papers.export import TEMPLATES
from tests.theory.points import reference


def test_the_script_solves_the_game_as_the_reference_table_has_it() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node, which is not installed")
    table, games = reference()
    names = list(games.__dataclass_fields__)
    columns = [np.broadcast_to(getattr(games, name), (len(table.rows),)) for name in names]
    points = [dict(zip(names, map(float, row), strict=True)) for row in zip(*columns, strict=True)]
    script = (TEMPLATES / "solver.js").read_text(encoding="utf-8")
    script += f"\nconsole.log(JSON.stringify({json.dumps(points)}.map(solvePosture)));"
    done = subprocess.run([node, "-"], input=script, capture_output=True, text=True, check=True)
    header = list(table.header)
    keys = {
        "open_low": "open_if_low",
        "open_high": "open_if_high",
        "belief_open": "belief_after_open",
        "belief_closed": "belief_after_closed",
        "escalate_open": "escalate_if_open",
        "escalate_closed": "escalate_if_closed",
    }
    for found, row in zip(json.loads(done.stdout), table.rows, strict=True):
        for key, column in keys.items():
            assert abs(found[key] - float(row[header.index(column)])) < 1e-8


def test_the_live_map_has_the_three_regions_of_the_windows() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node, which is not installed")
    places = [
        {**model_page.base_values(), "belief_high": p, "cost": c}
        for p in (0.1, 0.3, 0.5, 0.7, 0.9)
        for c in (0.1, 0.3, 0.5, 0.7, 0.9, 1.1)
    ]
    script = "".join(
        (TEMPLATES / name).read_text(encoding="utf-8") for name in ("solver.js", "sliders.js")
    )
    script += (
        f"\nconsole.log(JSON.stringify({json.dumps(places)}.map(function (one) {{"
        f" return regionOf(solvePosture(one), {SAFE}); }})));"
    )
    done = subprocess.run([node, "-"], input=script, capture_output=True, text=True, check=True)
    answers = [answered(one) for one in places]
    assert json.loads(done.stdout) == [region(one.open_low, one.open_high) for one in answers]
    assert set(json.loads(done.stdout)) == {NOBODY, WEAK, BOTH}


def test_sliders_and_solver_agree_with_the_statements() -> None:
    chances = [answered({"cost": c}).open_high for c in (0.4, 0.7, 0.8, 0.9, 1.0)]
    assert chances == pytest.approx([0.04, 0.14, 0.56, 0.80, 0.87], abs=0.006)
    guaranteed = [answered({"guarantee": g}).open_high for g in (0.0, 0.2, 0.3, 0.4)]
    assert guaranteed == pytest.approx([0.04, 0.14, 0.65, 0.87], abs=0.006)
    assert page({"cost": 1.0}).sentence.endswith("Talking is safe.")
    assert page().sentence.endswith("Talking costs.")


def test_every_end_of_every_slider_can_be_solved() -> None:
    for slider in SLIDERS:
        for value in (slider.low, slider.high):
            assert 0.0 <= page({slider.key: value}).answer.open_high <= 1.0
    for preset in model_page.PRESETS:
        page(preset.values)
    with pytest.raises(Problem, match="no slider"):
        page({"luck": 1.0})
