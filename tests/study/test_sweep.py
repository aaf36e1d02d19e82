"""Sweeps: clear refusals, rows that do not depend on who plays them, and going on after a stop."""

import csv
import os
import signal
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.campaign import load
from game.cli import main
from game.engine.board import quarter_name
from game.engine.constants import Constants
from game.problems import Problem
from game.study.fit.settings import get
from game.study.sweep.job import SweepJob, job_of, play
from game.study.sweep.parts import parts_of
from game.study.sweep.results import in_words, place_for
from game.study.sweep.run import cores, sweep
from game.study.sweep.settings import ALONE, BELIEFS, PRIORS, hypercube, settings_of, together
from game.study.sweep.spec import Axis, Spec, load_spec, parse_spec
from game.study.sweep.workers import Done, here, on_cores, on_dask, play_part

SMALL = Path(__file__).parents[1] / "campaign" / "small.toml"
DOCS = Path(__file__).parents[2] / "docs"
TEXT = f"""
format = 1
name = "wars"
campaign = "{SMALL.as_posix()}"
[wars]
lucks = 5
[players]
washington = ["exit", "random"]
hanoi = ["fight-and-talk", "record"]
[constants]
cost_hanoi = [0.3, 0.6]
us_deaths_by_tempo = [2000.0, 2300.0]
"""


def spec(*changes: tuple[str, str]) -> Spec:
    """Return the sweep above with texts replaced."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse_spec(text.encode(), "wars.toml")


def refusal(*changes: tuple[str, str]) -> str:
    """Return what is said of a sweep that will not do."""
    with pytest.raises(Problem) as caught:
        job_of(spec(*changes))
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("lucks = 5", "lucks = 0", "wars.lucks: 0 is too small; write 1 or more"),
        ('"random"', '"peace"', "players.washington[1]: 'peace' will not do; write one of grad"),
        ('"random"', '"exit"', "players.washington[1]: exit is named twice"),
        ("cost_hanoi", "cost_hanoy", "constants.cost_hanoy: unknown; did you mean cost_hanoi?"),
        ("cost_hanoi = [0.3, 0.6]", "damage = [1.0]", "a ladder of 3 values; write times = true"),
        ("[0.3, 0.6]", "[0.3, 99.0]", "constants.cost_hanoi: out of bounds; keep the constant"),
        ("[0.3, 0.6]", "{ low = 1.0, high = 2.0 }", "a grid needs values, not low and high"),
        ("[0.3, 0.6]", "{ low = 1.0 }", "write either values = [...], or low and high"),
        ("[wars]", "[war]", "war: unknown key; remove it"),
        ("[wars]\nlucks = 5", "[wars]\nlucks = 999999999", "15,999,999,984 wars; at most"),
        ("[constants]", '[design]\nkind = "sample"\n[constants]', "settings = NUMBER with kind"),
        ("[constants]", "[priors]\ndove = [0.5]\n[constants]", "priors.dove: unknown; one of res"),
    ],
)
def test_a_wrong_sweep_is_refused_with_its_place_and_what_to_write(
    old: str, new: str, words: str
) -> None:
    assert words in " ".join(refusal((old, new)).split())


def test_the_documented_example_is_a_sweep_of_a_hundred_thousand_wars() -> None:
    assert abs(job_of(load_spec(DOCS / "sweep-example.toml")).wars - 100_000) < 100


def test_a_grid_has_every_combination_once() -> None:
    rows = {tuple(row) for row in settings_of(spec()).tolist()}
    assert rows == {(0.3, 2000.0), (0.3, 2300.0), (0.6, 2000.0), (0.6, 2300.0)}


def test_a_latin_hypercube_has_one_point_in_every_slice_of_every_axis() -> None:
    axes = [Axis(low=0.0, high=1.0), Axis(low=-5.0, high=5.0)]
    points = hypercube(axes, 40, seed=3)
    slices = np.floor((points - [0.0, -5.0]) / [1.0, 10.0] * 40).astype(int)
    assert (np.sort(slices, axis=0) == np.arange(40)[:, None]).all()
    assert np.unique(slices[:, 0] - slices[:, 1]).size > 10  # the axes are not the same order


def played(job: SweepJob, chunk: int) -> Any:
    """Return all rows of a job, played in parts of at most ``chunk`` wars."""
    return np.concatenate([play(job, first, last) for first, last in job.parts(chunk)])


@pytest.mark.parametrize("chunk", [3, 64])
def test_a_wars_row_does_not_depend_on_the_part_it_is_played_in(chunk: int) -> None:
    job = job_of(spec())
    assert job.wars == 80
    assert played(job, chunk).tobytes() == play(job, 0, 80).tobytes()


def test_constants_players_and_lucks_all_make_a_difference() -> None:
    rows = played(job_of(spec()), 64)
    for name in ("setting", "washington", "hanoi", "seed"):
        groups = [rows[rows[name] == value]["digest"] for value in np.unique(rows[name])]
        assert len({tuple(group) for group in groups}) == len(groups), name


@pytest.mark.parametrize("worlds", [2, 3, 4, 5])
def test_many_settings_of_every_constant_at_once_are_the_same_as_one_by_one(worlds: int) -> None:
    tables = job_of(spec()).tables
    every = [f"constants.{entry.name}" for entry in fields(Constants)] + [*BELIEFS, *PRIORS]
    names = tuple(name for name in every if together(tables, (name,)))
    assert len(names) > 100
    axes = [_around(float(get(tables, name))) for name in names]
    job = _with_axes(job_of(spec()), names, hypercube(axes, worlds, seed=1))
    assert job.parts(10_000) == [(0, job.wars)]
    each = job.pairs * job.lucks
    at_once = play(job, 0, job.wars)
    for setting in range(worlds):
        alone = play(job, setting * each, (setting + 1) * each)
        assert alone.tobytes() == at_once[setting * each : (setting + 1) * each].tobytes()


def _around(value: float) -> Axis:
    return Axis(low=min(0.97 * value, 1.03 * value), high=max(0.97 * value, 1.03 * value))


def _with_axes(job: SweepJob, names: tuple[str, ...], values: Any) -> SweepJob:
    return replace(job, names=names, times=(False,) * len(names), values=values, lucks=1)


def test_a_constant_of_several_shapes_has_one_setting_a_part() -> None:
    changed = spec(("us_deaths_by_tempo = [2000.0, 2300.0]", "losses_per_death = [1.5, 1.7]"))
    job = job_of(changed)
    assert "constants.losses_per_death" in ALONE
    assert job.parts(64) == [(0, 20), (20, 40), (40, 60), (60, 80)]
    assert played(job, 3).tobytes() == played(job, 64).tobytes()


class Stopped(Exception):
    """Somebody pressed Ctrl-C."""


def stopping_after(count: int) -> Any:
    """Return workers that stop after ``count`` parts of ten wars."""

    def workers(job: SweepJob, spans: Any) -> Generator[Done]:
        for number, span in enumerate(spans):
            if number == count:
                raise Stopped
            yield play_part(job, span)

    return workers


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut sweeps into parts of ten wars."""
    monkeypatch.setattr(SweepJob.parts, "__defaults__", (10,))


def test_a_stopped_sweep_goes_on_where_it_was_and_ends_the_same(
    tmp_path: Path, small_parts: None
) -> None:
    whole = sweep(spec(), tmp_path / "whole.csv", cores(1))
    with pytest.raises(Stopped):
        sweep(spec(), tmp_path / "wars.csv", stopping_after(3))
    parts = tmp_path / "wars.csv.parts"
    (parts / "0000001.npy").write_bytes((parts / "0000001.npy").read_bytes()[:-50])
    told: list[int] = []
    again = sweep(spec(), tmp_path / "wars.csv", cores(1), lambda done, wars: told.append(done))
    assert told == [20, 30, 40, 50, 60, 70, 80]
    assert again.played == 60
    assert again.digest == whole.digest
    assert (tmp_path / "wars.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert not parts.exists()


def test_parts_of_another_sweep_are_not_taken_for_ones_own(
    tmp_path: Path, small_parts: None
) -> None:
    with pytest.raises(Stopped):
        sweep(spec(), tmp_path / "wars.csv", stopping_after(1))
    with pytest.raises(Problem, match="holds parts of another sweep"):
        sweep(spec(("lucks = 5", "lucks = 6")), tmp_path / "wars.csv", cores(1))


def test_results_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "wars.csv").write_text("mine")
    with pytest.raises(Problem, match="exists"):
        place_for(str(tmp_path / "wars.csv"), "wars")


def killing_one(playing: Iterator[Done], at: int) -> Iterator[Done]:
    """Yield what is done, and kill the worker that did number ``at``."""
    for number, done in enumerate(playing):
        if number == at:
            assert done.worker != os.getpid()
            os.kill(done.worker, signal.SIGKILL)
        yield done


def in_order(done: Iterator[Done]) -> bytes:
    """Return the bytes of all rows in order of the wars."""
    return b"".join(one.rows.tobytes() for one in sorted(done, key=lambda one: one.number))


def spans_of(job: SweepJob, chunk: int) -> list[tuple[int, int, int]]:
    """Return the parts of a job with their numbers."""
    return [(number, *span) for number, span in enumerate(job.parts(chunk))]


def test_a_killed_worker_costs_nothing_but_time() -> None:
    job = job_of(spec())
    spans = spans_of(job, 4)
    with closing(on_cores(job, spans, 2)) as playing:
        found = in_order(killing_one(playing, 2))
    assert found == in_order(here(job, spans))


@pytest.mark.cluster
@pytest.mark.needs("distributed")
def test_a_dask_cluster_gives_the_same_rows_though_a_worker_is_killed() -> None:
    from game.study.sweep.workers import connected

    job = job_of(spec())
    spans = spans_of(job, 4)
    client = connected(None, 2)
    try:
        found = in_order(killing_one(on_dask(job, spans, client), 2))
    finally:
        client.close()
        client.cluster.close()
    assert found == in_order(here(job, spans))


@pytest.mark.needs("pyarrow")
def test_parquet_and_csv_hold_the_same_table(tmp_path: Path) -> None:
    from pyarrow import parquet

    sweep(spec(), tmp_path / "wars.parquet", cores(1))
    sweep(spec(), tmp_path / "wars.csv", cores(1))
    table = parquet.read_table(tmp_path / "wars.parquet").to_pylist()
    with (tmp_path / "wars.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    assert [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in table
    ] == lines
    assert {row["hanoi"] for row in table} == {"fight-and-talk", "record"}
    assert {row["last"] for row in table} <= {"1968Q3", "1968Q4", "1969Q1", "1969Q2"}


def test_the_command_plays_a_sweep_and_says_what_it_took(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wars.toml").write_text(TEXT)
    assert main(["sweep", "wars.toml", "--out", "wars.csv", "--workers", "1"]) == 0
    told = capsys.readouterr().out
    assert "80 wars" in told
    assert "a million wars" in told
    assert len(Path("wars.csv").read_text().splitlines()) == 81
    assert main(["sweep", "wars.toml", "--out", "wars.txt"]) == 2
    assert main(["sweep", "wars.toml", "--linear"]) == 0
    assert "quarters of war" in capsys.readouterr().out


def test_a_folder_of_parts_is_bound_to_the_campaigns_rules(tmp_path: Path) -> None:
    job, out = job_of(spec()), tmp_path / "wars.csv"
    parts_of(spec(), job, out, load(str(SMALL)).digest)
    with pytest.raises(Problem, match="another sweep, campaign or version"):
        parts_of(spec(), job, out, "another digest")


def test_a_position_of_nought_is_exported_as_nought_and_only_what_did_not_happen_is_empty() -> None:
    job, made = job_of(spec()), spec()
    rows = play(job, 0, 4).copy()
    rows["settled_forces"] = [0, 1, 3, -1]
    rows["talked"] = [0, 1, 5, -1]
    columns = in_words(rows, made, job)
    assert columns["settled_forces"] == [0, 1, 3, None]
    first = job.tables.first
    assert columns["talked"] == [
        quarter_name(first, 0),
        quarter_name(first, 1),
        quarter_name(first, 5),
        None,
    ]
