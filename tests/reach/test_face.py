"""The face for programs: what its page shows runs, bad input is refused, answers are true."""

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest

from game import face
from game.campaign import build, load
from game.engine.board import HANOI, WASHINGTON
from game.players.doctrines import doctrine
from game.players.plan import Plan
from game.problems import Problem
from game.record import Game
from game.record.matches import openings, play_batch
from game.record.recorded_war import recorded_war
from tests.reach.built import ROOT, run

PAGE = (ROOT / "docs" / "library.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
MOST_LINES = 12


def open_always(sight: Any, plan: Plan) -> None:
    """Hold out a hand, whatever happens."""
    plan.order("posture", "talks")


class Remembering:
    """A policy that counts the quarters in which it was asked, one count a war."""

    def __init__(self) -> None:
        self.asked: Any = 0

    def __call__(self, sight: Any, plan: Plan) -> None:
        self.asked = self.asked + np.ones(len(plan), dtype=int)
        plan.order("posture", np.where(self.asked > 1, 3, 0))


@pytest.mark.needs("pettingzoo", "pandas")
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_of_the_page_runs_and_does_something(
    number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mpl.use("Agg")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "overture", face)
    recorded_war(load("linebacker")).save(tmp_path / "war.overture")
    exec(compile(EXAMPLES[number], "docs/library.md", "exec"), {})
    assert capsys.readouterr().out.strip() or (tmp_path / "beliefs.png").stat().st_size > 1000


def test_a_hundred_wars_with_ones_own_policy_and_a_plot_take_twelve_lines_at_most() -> None:
    lines = [line for line in EXAMPLES[0].splitlines() if line.strip()]
    assert len(lines) <= MOST_LINES
    assert "wars=100" in EXAMPLES[0]
    assert "plt.plot" in EXAMPLES[0]


@pytest.mark.parametrize("name", face.__all__)
def test_every_name_of_the_face_is_told_on_its_page_and_says_what_it_is(name: str) -> None:
    assert f"`{name}" in PAGE or f"`overture.{name}`" in PAGE
    if name != "parallel_env":  # its library may not be installed
        made = getattr(face, name)
        if inspect.isroutine(made) or inspect.isclass(made):
            assert inspect.getdoc(made)


def test_a_name_that_the_face_has_not_is_refused_with_those_it_has() -> None:
    name = "negotiate"
    with pytest.raises(AttributeError, match="replay"):
        getattr(face, name)
    assert set(dir(face)) == set(face.__all__)


def test_wars_of_the_face_are_the_wars_of_a_match() -> None:
    tables, start = build(load("tet"))
    seeds = np.arange(5, 13)
    pair = doctrine(WASHINGTON, "exit").policy, doctrine(HANOI, "fight-and-talk").policy
    known = play_batch(openings(start, tables, seeds), tables, pair, seeds)
    wars = face.play("tet", "exit", "fight-and-talk", wars=8, seed=5)
    assert (wars.scores == known.scores).all()
    assert (wars.world.us_deaths == known.world.us_deaths).all()


def test_a_policy_of_ones_own_governs_its_side() -> None:
    wars = face.play("tet", open_always, "random", wars=6, keep="openness")
    assert (wars.kept["openness"][1, :, WASHINGTON] == 1.0).all()


def test_a_class_is_made_anew_for_each_play_and_may_remember() -> None:
    first, again = (
        face.play("tet", Remembering, "random", wars=3, keep="openness") for _ in range(2)
    )
    openness = first.kept["openness"][..., WASHINGTON]
    assert (openness[2] == 1.0).all()
    assert (openness[1] < 1.0).all()
    assert np.array_equal(openness, again.kept["openness"][..., WASHINGTON], equal_nan=True)


def test_a_field_is_kept_while_a_war_lasts_and_on_the_day_after_and_no_longer() -> None:
    wars = face.play("vietnam-1965-1973", "random", "random", wars=40, keep="troops")
    kept = wars.kept["troops"]
    assert len(wars.dates) == len(kept) == wars.quarters.max() + 1
    for war, played in enumerate(wars.quarters):
        assert np.isfinite(kept[: played + 1, war]).all()
        assert np.isnan(kept[played + 1 :, war]).all()
        assert kept[played, war] == wars.world.troops[war]


def test_a_searching_player_meets_a_policy_of_ones_own_with_any_field_kept() -> None:
    wars = face.play("tiny", open_always, "fight-and-talk:cadet", wars=2, keep="capital")
    assert wars.kept["capital"].shape == (len(wars.dates), 2, 2)
    alone = face.play("tiny", open_always, "fight-and-talk:cadet", wars=1, seed=2)
    assert (wars.scores[1] == alone.scores[0]).all()


def test_the_recorded_war_is_replayed_as_one_war() -> None:
    record = face.replay("vietnam-1965-1973", keep="us_deaths")
    assert record.ended == ("settlement",)
    assert (np.diff(record.kept["us_deaths"][:, 0]) >= 0).all()


@pytest.mark.needs("pandas")
def test_a_table_has_a_row_a_war_and_a_column_a_number() -> None:
    wars = face.play("tet", "exit", "random", wars=4, keep=("capital", "tabled"))
    table = wars.frame()
    assert table["score_hanoi"].tolist() == wars.scores[:, HANOI].tolist()
    assert table["tabled_hanoi_prisoners"].tolist() == wars.world.tabled[:, HANOI, 4].tolist()
    quarters = wars.by_quarter()
    assert len(quarters) == (wars.quarters + 1).sum()
    assert not quarters["capital_washington"].isna().any()


@pytest.mark.needs("pandas")
def test_posture_games_are_solved_by_name_and_laid_out_as_a_table() -> None:
    found = face.solve(cost=np.array([0.1, 0.9]), belief_high=0.4)
    assert found.open_if_high[1] > 0.5 > found.open_if_high[0]
    assert found.frame()["cost"].tolist() == [0.1, 0.9]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: face.play("tet", "nobody"), "nobody"),
        (lambda: face.play("tet", 3), "function of a sight"),
        (lambda: face.play("tet", wars=0), "wars"),
        (lambda: face.play("tet", keep="mood"), "mood"),
        (lambda: face.play("nowhere"), "nowhere"),
        (lambda: face.play("tet", lambda sight, plan: 3), "returns nothing"),
        (lambda: face.play("tet", lambda sight, plan: plan.order("posture", "pray")), "pray"),
        (lambda: face.play("tet", lambda sight, plan: sight.main_force), "main_force"),
        (lambda: face.play("tet", wars=1).by_quarter(), "keep="),
        (lambda: face.solve(price=1.0), "price"),
        (lambda: face.solve(cost="much"), "numbers"),
        (lambda: face.solve(cost=[1, 2], stake=[1, 2, 3]), "fit together"),
        (lambda: face.solve(belief_high=2.0), "belief_high"),
        (lambda: face.read("nothing.overture"), "nothing.overture"),
    ],
)
def test_what_cannot_be_is_refused_in_one_message(call: Any, said: str) -> None:
    with pytest.raises(Problem, match=said):
        call()


@pytest.mark.needs("pandas")
def test_a_running_war_shows_one_sides_papers_and_a_finished_one_both(tmp_path: Path) -> None:
    running = Game.new(load("tiny"), 1)
    for side in (WASHINGTON, HANOI):
        running.commit(side, {})
    running.save(tmp_path / "running.overture")
    save = face.read(tmp_path / "running.overture")
    assert save.scores is None
    with pytest.raises(Problem, match="goes on"):
        save.rows()
    assert {row["side"] for row in save.rows("hanoi")} == {"hanoi"}
    assert "resilience" not in save.rows("hanoi")[0]
    recorded_war(load("tiny")).save(tmp_path / "over.overture")
    over = face.read(tmp_path / "over.overture")
    assert set(over.frame()["side"]) == {"washington", "hanoi"}
    assert {row["side"] for row in over.rows("washington")} == {"washington"}


def test_the_installed_package_plays_wars_with_a_policy_typed_into_it(tmp_path: Path) -> None:
    code = (
        "import overture\n"
        "def mine(sight, plan): plan.order('posture', 'talks')\n"
        "wars = overture.play('tet', mine, 'random', wars=3, keep='capital')\n"
        "print(len(wars), wars.kept['capital'].shape[1:], type(wars).__module__)\n"
    )
    told = run(["-c", code], tmp_path)
    assert told.stdout == "3 (3, 2) overture.game.face.wars\n", told.stderr


def test_importing_the_package_imports_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys, overture; print([m for m in ('numpy', 'pydantic') if m in sys.modules])"
    assert run(["-c", code], tmp_path).stdout == "[]\n"


CLUSTER = """
import overture
from dask.distributed import Client, LocalCluster

def mine(sight, plan):
    plan.order("posture", "talks")

def curve(seed):
    return overture.play("tiny", mine, "random", wars=2, seed=seed, keep="capital").scores.shape

if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            print(client.gather(client.map(curve, [1, 2])))
            campaign = client.submit(overture.load, "tiny").result()
    print(campaign.name, sorted(overture.parallel_env("tiny").possible_agents))
"""


@pytest.mark.needs("distributed", "pettingzoo", "overture")
@pytest.mark.cluster
def test_workers_of_a_cluster_and_pettingzoo_need_no_path_beside_the_installation(
    tmp_path: Path,
) -> None:
    script = tmp_path / "study.py"
    script.write_text(CLUSTER, "utf-8")
    rest = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    told = subprocess.run(
        [sys.executable, "study.py"],
        cwd=tmp_path,
        env=rest,
        timeout=200,
        capture_output=True,
        text=True,
    )
    assert told.stdout.splitlines() == ["[(2, 2), (2, 2)]", "tiny ['hanoi', 'washington']"], (
        told.stderr
    )
