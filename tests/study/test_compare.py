"""A game beside the record: the first divergence, and nothing told while the war goes on."""

import json
from pathlib import Path

import pytest

from game.campaign import Campaign, load, replay
from game.cli import main
from game.cli.compare import pages
from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON
from game.engine.world import FIELDS
from game.record import Game
from game.record.recorded_war import recorded_war
from game.study.debrief.compare import OPENED, beside, from_the_other_chair, sight
from game.study.debrief.other_chair import seats


@pytest.fixture(scope="module")
def tet() -> Campaign:
    return load("tet")


def test_the_record_beside_itself_differs_nowhere(tet: Campaign) -> None:
    steps = list(replay(tet))
    found = beside(tet, steps, Game.from_record(tet, "1967Q4", seed=1).past.tables, True)
    assert found["first_divergence"] is None
    assert found["first_difference"] is None
    assert found["ends"]["game"] == found["ends"]["record"]


def test_the_first_divergence_is_where_the_branch_leaves_the_record(tet: Campaign) -> None:
    game = Game.from_record(tet, "1968Q1", seed=7)
    while not game.over:
        game.commit(WASHINGTON, {})
        game.commit(HANOI, {"effort": dict.fromkeys(CORPS, "lie_low")})
    found = beside(tet, game.past.steps, game.past.tables, True)
    assert found["first_divergence"] == "1968Q1"
    rows = next(one["orders"] for one in found["quarters"] if one["quarter"] == "1968Q1")
    effort = next(row for row in rows if row["side"] == "hanoi" and row["order"] == "effort")
    assert effort["game"] == dict.fromkeys(CORPS, "lie_low")
    assert "offensive" in effort["record"].values()
    text = "\n".join(pages(found))
    assert text.count(">> here the game leaves the record") == 1
    assert "First divergence: the orders of 1968Q1." in text


def test_a_running_war_shows_only_what_both_sides_see(tet: Campaign) -> None:
    game = Game.from_record(tet, "1968Q2", seed=7)
    found = beside(tet, game.past.steps, game.past.tables, game.over)
    told = json.dumps([one["game"] for one in found["quarters"]])
    assert not any(f'"{name}"' in told for name in OPENED)
    orders = json.dumps([one["orders"] for one in found["quarters"]])
    assert "infiltration" not in orders
    assert "preparation" not in orders
    assert "scores" not in json.dumps(found["ends"]["game"])


def test_hidden_fields_do_not_move_the_comparison_of_a_running_war(tet: Campaign) -> None:
    game = Game.from_record(tet, "1968Q2", seed=7)
    steps = game.past.steps
    hidden = [name for name, field in FIELDS.items() if field.sight == "hidden" and not field.whole]
    moved = [
        step._replace(
            opening=step.opening.with_(
                **{name: getattr(step.opening, name) * 0.5 for name in hidden}
            ),
            closing=step.closing.with_(
                **{name: getattr(step.closing, name) * 0.5 for name in hidden}
            ),
        )
        for step in steps
    ]
    told = [beside(tet, one, game.past.tables, False)["quarters"] for one in (steps, moved)]
    assert [one["game"] for one in told[0]] == [one["game"] for one in told[1]]


def test_the_other_chair_tells_what_a_side_believed_and_what_was(tet: Campaign) -> None:
    steps = list(replay(tet))
    for side in (WASHINGTON, HANOI):
        rows = from_the_other_chair(tet, side, steps)
        assert len(rows) == 6
        assert rows[0]["believed"].keys() == rows[0]["was"].keys()
        enemy = SIDES[1 - side]
        assert ("infiltration" in rows[0]["enemy_showed"]) is False, enemy


def test_the_command_compares_a_save(
    tet: Campaign, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    game = Game.from_record(tet, "1968Q1", seed=3)
    path = tmp_path / "game.overture"
    game.save(path)
    assert main(["compare", str(path)]) == 0
    assert "Nothing differs from the record so far." in capsys.readouterr().out
    assert main(["compare", str(tmp_path / "none")]) == 2


def test_a_finished_war_is_told_from_the_other_chair_and_a_running_one_is_not(
    tet: Campaign, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    running, over = tmp_path / "running.overture", tmp_path / "over.overture"
    Game.from_record(tet, "1968Q1", seed=3).save(running)
    war = recorded_war(tet)
    war.save(over)
    assert main(["compare", str(running), "--chair", "hanoi"]) == 2
    assert "when the war is over" in capsys.readouterr().err
    assert main(["compare", str(over), "--chair", "hanoi"]) == 0
    said = capsys.readouterr().out
    assert said.count("Washington showed:") == len(war.past.rows)
    assert main(["compare", str(over), "--chair", "washington", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == len(war.past.rows)


def test_a_wrong_estimate_stands_beside_the_truth(tet: Campaign) -> None:
    war = recorded_war(tet)
    world = war.past.worlds[0]
    wrong = world.with_(seen_main_force=world.main_force * 2)
    said = dict(zip(("seen", "true"), sight(wrong, WASHINGTON), strict=True))
    assert said["seen"]["main_force"] == pytest.approx(2 * said["true"]["main_force"], rel=1e-3)
    assert seats(war, WASHINGTON)[0].figures[0][0].startswith("Hanoi's main force")
