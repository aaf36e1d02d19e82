"""Policies written by anyone: what a plan orders, and what a wrong file is told."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from game.cli import main
from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import LADDERS, SLOTS, Effort, slot_of
from game.engine.sight import Sight, look
from game.players.plan import Plan, PlanError
from game.record.matches import openings
from game.study.contests.play import opened
from game.study.contests.policy_files import policy

PAGE = Path("docs/policies.md").read_text("utf-8")
EXAMPLE = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0]
WARS = 5


def sight(side: int, campaign: str = "tet") -> Sight:
    _, tables, start = opened(campaign)
    return look(openings(start, tables, np.arange(WARS)), side, tables)


def plan(side: int) -> Plan:
    return Plan(sight(side), np.arange(WARS))


def said(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(words) == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told
    return told


def test_the_page_s_example_plays_and_is_about_ten_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = EXAMPLE.split("\n\n\n")[1].strip().splitlines()
    assert len(body) <= 11
    file = tmp_path / "example.py"
    file.write_text(EXAMPLE, "utf-8")
    words = ["match", "--hanoi", f"{file}:talk_after_a_blow", "--games", "3", "--json"]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["hanoi"]["player"] == "example.py:talk_after_a_blow"
    assert found["games"] == 3


def test_a_plan_left_alone_is_what_stands() -> None:
    for side in (WASHINGTON, HANOI):
        orders = plan(side).orders()
        assert np.array_equal(orders.rungs, sight(side).in_force)
        assert (orders.terms == -1).all()
        assert (orders.accept == 0).all()


def test_an_order_is_a_word_a_number_or_numbers_and_only_where_it_is_meant() -> None:
    made, where = plan(WASHINGTON), np.array([True, False, True, False, False])
    before = made.rung("trail")
    made.order("trail", "off", where=where)
    assert made.rung("trail").tolist() == [
        0 if one else int(b) for one, b in zip(where, before, strict=True)
    ]
    made.order("trail", 99)
    assert (made.rung("trail") == 4).all()
    made.order("trail", [0, 1, 2, 3, 4])
    assert made.rung("trail").tolist() == [0, 1, 2, 3, 4]


def test_a_ladder_by_corps_is_ordered_everywhere_or_in_one_corps() -> None:
    made = plan(HANOI)
    made.order("effort", "lie_low")
    made.order("effort", "main_force", corps="III")
    assert [int(made.rung("effort", corps)[0]) for corps in ("I", "II", "III", "IV")] == [
        0,
        0,
        2,
        0,
    ]


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_whatever_is_ordered_can_be_given(side: int) -> None:
    here = sight(side)
    for rung in range(6):
        made = Plan(here, np.arange(WARS))
        for ladder in LADDERS[side]:
            if ladder.name != "troops":
                made.order(ladder.name, rung)
        made.accept()
        made.table((0, 3, 0, 3, 0))
        orders = made.orders()
        assert (orders.accept == 0).all()  # nothing lies on the table yet
        assert (orders.rungs <= np.maximum(here.in_force, rung)).all()
        if side == HANOI:
            able = here.preparation >= here.tables.constants.launch_least
            waves = orders.rungs[:, SLOTS[HANOI]["effort"]] == Effort.OFFENSIVE
            assert not waves[~able].any()


def test_what_is_ordered_first_is_paid_first() -> None:
    here = sight(WASHINGTON)
    purse = {
        "capital": np.full(WARS, 6.0),
        "legal": np.ones_like(here.legal),
        "prices": np.where(here.prices > 0, 5, 0),
    }
    poor = Sight(here.side, {**here.fields, **purse}, here.channels, here.tables)
    climbs = {}
    for names in (("bombing", "home"), ("home", "bombing")):
        made = Plan(poor, np.arange(WARS))
        for name in names:
            made.order(name, made.rung(name) + 1)
        climbs[names[0]] = made.orders().rungs[:, slot_of(WASHINGTON, names[0])]
    assert (climbs["bombing"] > poor.in_force[:, slot_of(WASHINGTON, "bombing")]).all()
    assert (climbs["home"] > poor.in_force[:, slot_of(WASHINGTON, "home")]).all()


def test_men_are_whole_steps_that_exist() -> None:
    made = plan(WASHINGTON)
    made.men(43.0)
    orders = made.orders()
    assert (orders.troops % 5 == 0).all()
    assert (orders.troops <= sight(WASHINGTON).reserve).all()
    made.men([-500.0, 0.0, 12.0, -3.0, 30.0])
    assert (np.abs(made.orders().troops) <= 100.0).all()


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda one: one.order("bombs", "mining"), "no ladder 'bombs'; it has bombing, line"),
        (lambda one: one.order("bombing", "all"), "no rung 'all'; it has halt"),
        (lambda one: one.order("bombing", [1, 2]), "for each of the 5 wars"),
        (lambda one: one.order("bombing", float("nan")), "not finite"),
        (lambda one: one.order("bombing", "halt", corps="I"), "leave it out"),
        (lambda one: one.order("ground", "hold", corps="V"), "corps are I, II, III, IV"),
        (lambda one: one.order("troops", "in"), "plan.men"),
        (lambda one: one.table((1, 2, 3)), "a package is 5 numbers"),
        (lambda one: one.table((1, 2, 3, 4, 0)), "whole numbers 0 to 3"),
        (lambda one: one.channel("pigeon"), "no channel 'pigeon'; there are"),
        (lambda one: one.accept(where=[1, 0]), "where is yes or no"),
    ],
)
def test_what_means_nothing_is_told_with_what_there_is(
    call: Callable[[Plan], object], told: str
) -> None:
    with pytest.raises(PlanError, match=re.escape(told)):
        call(plan(WASHINGTON))


WRONG = {
    "def one(sight, plan):\n    plan.order('bombs', 1)\n": ("line 2, in one", "no ladder 'bombs'"),
    "def one(sight, plan):\n    return 1 / 0\n": ("line 2, in one", "ZeroDivisionError"),
    "def one(sight, plan):\n    sight.main_force\n": (
        "line 2, in one",
        "does not see 'main_force'",
    ),
    "def one(sight, plan):\n    return plan\n": ("one", "returns nothing"),
    "def one(sight):\n    pass\n": ("one", "cannot be asked with a sight and a plan"),
    "def one(sight, plan:\n    pass\n": ("line 1", "Python cannot read it"),
    "def one(sight, plan):\n    raise SystemExit(3)\n": ("line 2, in one", "SystemExit: 3"),
    "def one(sight, plan):\n    sight.capital[:] = 99\n": ("line 2, in one", "read-only"),
    "text = 'a\\0b'\nraise SystemExit\n": ("line 2", "SystemExit"),
    "import nothing_of_this_name\n": ("line 1", "nothing_of_this_name"),
    "def two(sight, plan):\n    pass\n": ("no policy 'one'", "it has two"),
}


@pytest.mark.parametrize("text", WRONG)
def test_an_error_of_the_file_gives_file_line_and_remedy(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "wrong.py"
    file.write_text(text, "utf-8")
    words = ["match", "--washington", f"{file}:one", "--campaign", "tet", "--games", "2"]
    told = said(words, capsys)
    assert "wrong.py" in told
    for part in WRONG[text]:
        assert part in told


def test_a_file_that_is_not_there_or_not_named_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "there is no such file" in said(["match", "--hanoi", f"{tmp_path}/no.py:one"], capsys)
    file = tmp_path / "two.py"
    file.write_text("def one(sight, plan):\n    pass\n", "utf-8")
    assert "after a colon; it has one" in said(["match", "--hanoi", str(file)], capsys)


def test_several_policies_of_a_file_play_the_same_wars(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "several.py"
    file.write_text(
        "class Waits:\n    def __call__(self, sight, plan):\n        plan.order('posture', 0)\n"
        "\n\ndef talks(sight, plan):\n    plan.order('posture', 'talks')\n",
        "utf-8",
    )
    words = [
        "match",
        "--hanoi",
        f"{file}:Waits,talks",
        "--campaign",
        "tet",
        "--games",
        "3",
        "--json",
    ]
    assert main(words) == 0
    first, second = json.loads(capsys.readouterr().out)["matches"]
    assert [one["hanoi"]["player"] for one in (first, second)] == [
        "several.py:Waits",
        "several.py:talks",
    ]
    seeds = [[war["seed"] for war in one["wars"]] for one in (first, second)]
    assert seeds[0] == seeds[1]


def test_a_policy_file_meets_a_player_that_searches_in_a_process_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "one.py"
    file.write_text("def talks(sight, plan):\n    plan.order('posture', 'talks')\n", "utf-8")
    words = ["match", "--hanoi", f"{file}:talks", "--washington", "exit:cadet", "--campaign", "tet"]
    assert main([*words, "--games", "2", "--cores", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["games"] == 2


CHEAT = """
def honest(sight, plan):
    plan.order("bombing", "mining")
    plan.order("home", "rally")


def cheat(sight, plan):
    for fields in (sight.fields, plan.sight.fields):
        for name in ("capital", "prices", "legal", "us_deaths"):
            fields[name].setflags(write=True)
            fields[name][:] = {"capital": 99, "legal": 1}.get(name, 0)
    sight.tables.scoring.issue_weights.setflags(write=True)
    sight.tables.scoring.issue_weights[:] = 0.2
    honest(sight, plan)
"""


def test_a_policy_that_writes_into_what_it_sees_changes_nothing_but_its_own_copy(
    tmp_path: Path,
) -> None:
    file = tmp_path / "cheat.py"
    file.write_text(CHEAT, "utf-8")
    here, (_, tables, _) = sight(WASHINGTON), opened("tet")
    before = {name: np.array(value) for name, value in here.fields.items()}
    weights = tables.scoring.issue_weights.copy()
    found = [
        policy(f"{file}:{name}").decide_batch(here, np.arange(WARS)) for name in ("honest", "cheat")
    ]
    assert all(np.array_equal(getattr(found[0], n), getattr(found[1], n)) for n in vars(found[0]))
    assert all(np.array_equal(before[name], value) for name, value in here.fields.items())
    assert np.array_equal(weights, tables.scoring.issue_weights)
