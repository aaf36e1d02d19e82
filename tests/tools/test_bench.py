"""``bench`` measures what it says it measures."""

import json
from collections.abc import Iterator

import pytest

from tools import bench, compiled_bench, door, peers


@pytest.fixture(scope="module")
def found() -> Iterator[dict[str, object]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled_bench, "QUARTERS", 1)
        patch.setattr(peers, "SECONDS", 0.01)
        patch.setattr(peers, "PGX", ("tic_tac_toe",))
        yield bench.measured([1, 8])


def test_the_numbers_are_there_and_positive(found: dict[str, object]) -> None:
    for name in (
        "wars_per_second_best",
        "quarter_ms",
        "replay_ms",
        "posture_points_per_second",
        "bytes_a_war",
        "peak_megabytes",
        "best_over_one_war",
        "decisions_per_second_best",
    ):
        assert found[name] > 0, name
    rates = found["wars_per_second"]["8"]
    assert found["wars_per_second_best"] == max(
        row["whole"] for row in found["wars_per_second"].values()
    )
    assert rates["rules"] > rates["whole"]


def test_the_shares_of_time_add_up_to_one(found: dict[str, object]) -> None:
    shares = found["share_of_time"]
    assert sum(shares.values()) == pytest.approx(1.0)
    assert set(bench.RULES) < set(shares)
    assert shares["the rest"] < 0.3
    assert all(shares[name] > 0 for name in bench.RULES if name != "ended wars kept")


def test_the_share_of_numpys_bound_is_a_share_of_many_calls(found: dict[str, object]) -> None:
    alone, together = found["numpy_bound"]["1"], found["numpy_bound"]["8"]
    assert alone["calls"] > 1000
    assert 0.9 < together["calls"] / alone["calls"] < 1.5
    assert 0.05 < alone["share"] < 1.5


def test_a_peer_that_is_not_installed_is_told_as_such(found: dict[str, object]) -> None:
    absent = dict.fromkeys(found["peers_moves_per_second"])
    told = bench.told(found | {"peers_moves_per_second": absent | {"chess": 5.0}})
    assert "open_spiel_backgammon: not installed" in told
    assert "chess: 5, ours are" in told


def test_people_get_lines_and_programs_one_object(
    found: dict[str, object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "measured", lambda sizes: found | {"sizes": sizes})
    assert door.run("bench", ["--json", "--most", "64"]) == 0
    assert json.loads(capsys.readouterr().out)["sizes"] == [1, 64]
    monkeypatch.setattr(
        bench,
        "measured",
        lambda sizes: found | {"posture_speedup_over_gambit": None},
    )
    assert door.run("bench", []) == 0
    told = capsys.readouterr().out
    assert "pygambit is not installed" in told
    assert "8 wars together" in told


@pytest.mark.needs("llvmlite")
def test_compiled_and_plain_are_measured_in_the_same_run(found: dict[str, object]) -> None:
    assert found["kernel_same_digests"]
    assert found["decisions_same_orders"]
    for name in (
        "compiled_over_numpy",
        "compiled_rules_over_numpy",
        "quarter_over_plain",
        "strategist_over_plain",
        "wars_per_second_compiled",
        "quarter_ms_compiled",
        "decisions_per_second_compiled",
    ):
        assert found[name] > 0, name
    assert set(found["decision_ms"]) == {"cadet", "officer", "planner", "strategist"}
    assert "times numpy's in this run" in bench.told(found)


def test_a_start_is_measured_in_the_processors_time(found: dict[str, object]) -> None:
    assert 0 < found["help_cpu_ms"] < found["title_cpu_ms"]
    assert found["replay_cpu_ms"] > 0
