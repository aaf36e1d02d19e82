"""Calibration: a search that begins at fixed centres, keeps its bounds and writes only if told."""

from pathlib import Path

import numpy as np
import pytest

from game.campaign import Campaign
from game.cli import main
from game.engine.tables import Tables
from game.study.fit import calibration
from game.study.fit.record import in_year, quarterly
from game.study.fit.runs import play_record
from game.study.fit.settings import FREE, free, put

pytestmark = pytest.mark.needs("scipy")
WAR = free("war")


@pytest.fixture(scope="module")
def fitted(campaign: Campaign, tables: Tables) -> dict[str, float]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calibration, "ROUNDS", 3)
        return calibration.refit(campaign, tables, "war", np.ones(33, dtype=bool))


def test_a_fit_keeps_its_bounds_and_frees_only_its_group(fitted: dict[str, float]) -> None:
    assert set(fitted) == {one.name for one in free("war")}
    assert all(one.low <= fitted[one.name] <= one.high for one in free("war"))


def test_a_fit_is_nearer_to_the_record_than_where_it_began(
    campaign: Campaign, tables: Tables, fitted: dict[str, float]
) -> None:
    known = quarterly(campaign, "us_hostile_deaths")
    here = ~np.isnan(known)
    begun = {one.name: one.centre for one in WAR}
    misses = [
        np.abs(play_record(campaign, put(tables, values), 1).us_deaths[0, here] - known[here]).sum()
        for values in (begun, fitted)
    ]
    assert misses[1] < misses[0]


def test_the_values_in_force_do_not_sway_the_search(
    campaign: Campaign, tables: Tables, fitted: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calibration, "ROUNDS", 3)
    moved = put(tables, {one.name: one.low for one in free("war")})
    again = calibration.refit(campaign, moved, "war", np.ones(33, dtype=bool))
    assert again == fitted


def test_what_is_left_out_is_not_seen(
    campaign: Campaign, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    year = in_year(campaign, 1968)
    changed = quarterly(campaign, "us_hostile_deaths")
    changed[year] = 1.0
    run = play_record(campaign, tables, 1)
    before = calibration._deaths(campaign, run, ~year)
    monkeypatch.setattr(calibration.record, "quarterly", lambda *_: changed)
    assert (calibration._deaths(campaign, run, ~year) == before).all()
    everything = np.ones_like(year)
    assert np.abs(calibration._deaths(campaign, run, everything)).max() > np.abs(before).max()


def test_claims_and_sorties_are_in_no_calibration() -> None:
    source = Path(calibration.__file__).read_text("utf-8")
    assert "claimed" not in source.split('"""', 2)[2]
    assert "sorties" not in source.split('"""', 2)[2]


def test_every_free_constant_says_on_what_it_is_fitted() -> None:
    assert all(one.on and one.low < one.centre < one.high for one in FREE)


def test_nothing_is_written_unless_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(calibration, "ROUNDS", 1)
    monkeypatch.chdir(tmp_path)
    assert main(["calibrate", "--group", "war"]) == 0
    assert "constants.us_deaths_by_tempo" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    assert main(["calibrate", "--group", "war", "--write", "new.json"]) == 0
    assert (tmp_path / "new.json").is_file()
