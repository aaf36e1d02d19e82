"""The mark of a campaign: history's score where it settled, else one constant kept in a file."""

import json
from pathlib import Path

import pytest

from game import RULES
from game.campaign import FULL, load, names
from game.cli import main
from game.desk.build_debrief import BARS
from game.engine.board import SIDES
from game.players.roster import entry
from game.problems import Problem
from game.study.contests import references_made
from game.study.contests.play import Result, WarJob
from game.study.contests.references_made import jobs, told
from game.study.debrief import references
from game.study.debrief.references import EQUALS, HISTORY, mark, mark_scores, stale, unsettled
from game.study.debrief.rows import history_scores


def result(seed: int, scores: tuple[float, float], aims: tuple[float, float]) -> Result:
    job = WarJob("tet", entry(0, "exit"), entry(1, "fight-and-talk"), seed)
    return Result(job, scores, 1, 5, ((), ()), ((), ()), aims=aims)


def test_every_campaign_whose_history_ends_unsettled_has_its_reference_and_no_other() -> None:
    kept = json.loads(references.FILE.read_text("utf-8"))
    assert set(kept["campaigns"]) == {name for name in names() if unsettled(load(name))}
    assert kept["made_by"].startswith("python main.py match --references --games ")
    assert isinstance(kept["rules"], int)
    for row in kept["campaigns"].values():
        for side in SIDES:
            mean, low, high = row[side]["score"]
            assert 0.0 <= low <= mean <= high <= 100.0
            assert row[side]["aims"] + row[side]["people"] == pytest.approx(mean, abs=0.02)


def test_where_history_settled_the_mark_is_its_own_score() -> None:
    scores, of = mark_scores(load(FULL))
    assert of == HISTORY
    assert scores == history_scores(load(FULL))


def test_where_it_did_not_the_mark_is_the_constant_and_no_war_is_played(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*given: object) -> None:
        raise AssertionError("the reference is a constant")

    monkeypatch.setattr(references, "history_path", never)
    monkeypatch.setattr(references, "history_scores", never)
    kept = references.references()["campaigns"]["tet"]
    found = mark(load("tet"))
    assert found.of == EQUALS
    assert [one.total for one in found.points] == [kept[side]["score"][0] for side in SIDES]
    assert mark_scores(load("tet"))[0] == {side: kept[side]["score"][0] for side in SIDES}


def test_a_reference_is_the_mean_over_wars_with_its_parts() -> None:
    row = told([result(1, (40.0, 60.0), (20.0, 35.0)), result(2, (50.0, 50.0), (20.0, 25.0))], 1)
    assert row["games"] == 2
    assert row["washington"]["score"] == [45.0, 40.0, 50.0]
    assert (row["washington"]["aims"], row["washington"]["people"]) == (20.0, 25.0)


def test_references_are_of_top_players_over_all_pairs_and_types() -> None:
    for name, wars in jobs(9, 5).items():
        assert len({(one.washington.name, one.hanoi.name) for one in wars}) == 9, name
        assert [one.seed for one in wars] == list(range(5, 14))
        assert {one.washington.level for one in wars} == {"strategist"}


def test_a_broken_file_is_told_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "references.json"
    broken.write_text('{"campaigns": {"tet": {"washington": {}}}}', "utf-8")
    monkeypatch.setattr(references, "FILE", broken)
    references.references.cache_clear()
    with pytest.raises(Problem, match=r"references\.json: .*match --references"):
        references.references()
    references.references.cache_clear()


def test_a_reference_of_other_rules_is_said_to_be_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {**references.references(), "rules": RULES - 1}
    monkeypatch.setattr(references, "references", lambda: kept)
    assert stale(HISTORY) == ""
    assert f"under rules {RULES - 1}, and these are {RULES}: python main.py" in stale(EQUALS)
    monkeypatch.setattr(references, "references", lambda: {**kept, "rules": RULES})
    assert stale(EQUALS) == ""


def test_the_command_prints_the_file_anew(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(references_made, "names", lambda: ("tiny", FULL))
    assert main(["match", "--references", "--games", "2", "--seed", "4", "--cores", "1"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["campaigns"]) == {"tiny"}  # the whole war is settled
    assert found["made_by"] == "python main.py match --references --games 2 --seed 4"
    assert found["campaigns"]["tiny"]["games"] == 2
    assert main(["match", "--references", "--campaign", "tet"]) == 2
    assert "leave out --campaign" in capsys.readouterr().err


def test_every_mark_has_its_sentence_on_the_screen() -> None:
    assert set(BARS) == {HISTORY, EQUALS}
