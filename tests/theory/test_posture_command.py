"""``python main.py posture``: what it prints, and the one message it gives for a bad table."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from game.cli import main, posture_bench
from game.cli.posture import ANSWERS, FIELDS
from tests.theory.points import REFERENCE, answers, reference


def given(folder: Path, content: str | bytes) -> Path:
    """Return a file with this content."""
    path = folder / "points.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def printed(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> list[dict[str, str]]:
    """Return the rows the command prints for a file it accepts."""
    assert main(["posture", "--points", str(path), *more]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return list(csv.DictReader(io.StringIO(shown.out)))


def refusal(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> str:
    """Return the message with which the command refuses a file; nothing else is printed."""
    assert main(["posture", "--points", str(path), *more]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert str(path) in shown.err
    assert "Traceback" not in shown.err
    return shown.err


def test_the_reference_comes_back_with_its_solution_replaced(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table, _ = reference()
    rows = printed(capsys, REFERENCE)
    found = np.array([[float(row[name]) for row in rows] for name in ANSWERS])
    assert list(rows[0]) == [*FIELDS, *ANSWERS]
    assert np.abs(found - answers(table)).max() < 1e-8


def test_missing_columns_take_base_values_and_other_columns_are_kept(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (row,) = printed(capsys, given(tmp_path, 'note,g\n"Paris, 1968",0.3\n'))
    assert row["note"] == "Paris, 1968"
    assert row["g"] == "0.3"
    assert float(row["open_if_high"]) == pytest.approx(0.65, abs=0.006)
    assert list(row) == ["note", "g", *ANSWERS]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfp,c\r\n0.4,0.9\r\n",
        b'"p","c"\n"0.4"," 0.9 "\n',
        b"c, p\n\n9e-1,.4\n\n",
        b"p,c\r0.4,0.9",
    ],
    ids=["a byte order mark and CRLF", "quoted cells", "blank lines and spaces", "bare CR"],
)
def test_tables_from_other_programs_are_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    (row,) = printed(capsys, given(tmp_path, content))
    assert float(row["open_if_high"]) == pytest.approx(0.80, abs=0.006)


def test_beliefs_of_nought_and_one_and_no_precision_are_solved(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = printed(capsys, given(tmp_path, "p,nu,lo,lt\n0,0,10,15\n1,1,20,30\n0.4,0.5,0,0\n"))
    assert [row["belief_after_open"] for row in rows] == ["0", "1", "0.4"]
    assert rows[2]["open_if_low"] == rows[2]["escalate_if_open"] == "0.5"


def test_a_table_without_rows_gives_a_table_without_rows(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert printed(capsys, given(tmp_path, "p,c\n")) == []


@pytest.mark.parametrize(
    ("cells", "row", "column", "reason"),
    [
        ("0.4,10\n1.01,10", 2, "p", "'1.01' is not a number from 0 to 1"),
        ("-0.001,10", 1, "p", "from 0 to 1"),
        ("0.4,20.5", 1, "lo", "'20.5' is not a number from 0 to 20"),
        ("0.4,-1", 1, "lo", "from 0 to 20"),
        ("nan,10", 1, "p", "from 0 to 1"),
        ("0.4,inf", 1, "lo", "from 0 to 20"),
        ("high,10", 1, "p", "'high' is not a number"),
        (",10", 1, "p", "an empty cell is not a number"),
        ("1_0,10", 1, "p", "'1_0' is not a number"),
    ],
)
def test_a_cell_outside_the_domain_is_refused_by_row_and_column(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    cells: str,
    row: int,
    column: str,
    reason: str,
) -> None:
    message = refusal(capsys, given(tmp_path, f"p,lo\n{cells}\n"))
    assert f"row {row}, column {column}: " in message
    assert reason in message


@pytest.mark.parametrize("payoff", ["1e999", "-inf", "nan", "4 000", "0,5"])
def test_a_payoff_that_is_not_finite_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, payoff: str
) -> None:
    message = refusal(capsys, given(tmp_path, f'v\n"{payoff}"\n'))
    assert f"row 1, column v: '{payoff}' is not a finite number" in message


def test_all_faults_are_told_at_once_and_the_rest_counted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    message = refusal(capsys, given(tmp_path, "p,nu\n" + "2,3\n" * 8))
    assert "row 1, column p: '2'" in message
    assert "row 5, column nu: '3'" in message
    assert "and 6 more" in message


def test_payoffs_too_large_to_solve_are_refused_by_row(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    message = refusal(capsys, given(tmp_path, "v\n0.65\n1e300\n"))
    assert "row 2" in message
    assert "row 1" not in message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"\xff\xfep\x00,\x00", "not UTF-8"),
        (b"a,b\n1,2\n", "names no parameter"),
        (b"p,c,p\n1,2,3\n", "column p is there twice"),
        (b"p,c\n0.4\n", "row 1: 1 cells under 2 columns"),
        (b"p,c\n0.4,0.5,0.6\n", "row 1: 3 cells under 2 columns"),
        (b'p,c\n0.4,"0.5\n', "line 2: not CSV"),
        (b"p\n" + b"1" * 200_000, "not CSV"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, reason: str
) -> None:
    assert reason in refusal(capsys, given(tmp_path, content))


def test_a_file_that_is_missing_or_a_folder_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert "No such file" in refusal(capsys, tmp_path / "nowhere.csv")
    assert "directory" in refusal(capsys, tmp_path)


def test_a_row_is_exported_as_a_game_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["posture", "--points", str(REFERENCE), "--efg", "2"]) == 0
    assert capsys.readouterr().out.startswith('EFG 2 R "posture-game-reference.csv, row 2"')


@pytest.mark.parametrize("row", ["0", "127", "-1"])
def test_a_row_that_is_not_there_is_not_exported(
    capsys: pytest.CaptureFixture[str], row: str
) -> None:
    assert "rows 1 to 126" in refusal(capsys, REFERENCE, "--efg", row)


def test_the_bench_tells_points_a_second(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, fewer in (("MANY_POINTS", 20_000), ("GAMBIT_POINTS", 3), ("RUNS", 1)):
        monkeypatch.setattr(posture_bench, name, fewer)
    assert main(["posture", "--bench"]) == 0
    shown = capsys.readouterr().out
    assert "10,000 points in one call" in shown
    assert "points a second" in shown
