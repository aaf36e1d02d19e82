"""A sweep's results as a table for pandas, R and people: Parquet where pyarrow is, else CSV.

Players, endings and quarters stand in words, what did not happen is empty. Written a part at a
time, and moved into place when whole.
"""

import csv
import hashlib
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np

from game.engine.board import ENDINGS, HANOI, ISSUES, WASHINGTON, quarter_name
from game.problems import Problem
from game.study.sweep.job import SweepJob
from game.study.sweep.parts import Parts
from game.study.sweep.spec import Spec

KINDS: Final = (".parquet", ".csv")
WHEN: Final = ("last", "opened_washington", "opened_hanoi", "talked")
WORDS: Final = {
    "resilience_washington": ("low", "high"),
    "resilience_hanoi": ("low", "high"),
    "nerve_washington": ("hawk", "dove"),
    "nerve_hanoi": ("hawk", "dove"),
    "ended": ENDINGS,
}

Table = dict[str, Any]


def has_parquet() -> bool:
    """Whether Parquet can be written here."""
    return find_spec("pyarrow") is not None


def place_for(asked: str | None, name: str) -> Path:
    """Return where the results go; Problem where they cannot."""
    path = Path(asked) if asked else Path(name + (".parquet" if has_parquet() else ".csv"))
    if path.suffix not in KINDS:
        raise Problem(f"{path}: results are {' or '.join(KINDS)}; end the name with one of them.")
    if path.suffix == ".parquet" and not has_parquet():
        raise Problem(f"{path}: Parquet needs pyarrow, which is not installed. Name a .csv file.")
    if os.path.exists(path):
        raise Problem(f"{path} exists. Name another --out, or remove it first.")
    return path


def in_words(rows: Any, spec: Spec, job: SweepJob) -> Table:
    """Return a part's rows as columns that people read; None where nothing happened."""
    columns: Table = {}
    for name in rows.dtype.names:
        values = rows[name]
        if name in WHEN:
            columns[name] = _quarters(values, job.tables.first)
        elif name in WORDS:
            columns[name] = _chosen(values, WORDS[name])
        elif name in ("washington", "hanoi"):
            side = WASHINGTON if name == "washington" else HANOI
            columns[name] = _chosen(values, spec.names(side))
        elif name in {f"settled_{issue}" for issue in ISSUES}:
            columns[name] = [None if value < 0 else value for value in values.tolist()]
        elif values.dtype.kind == "S":
            columns[name] = values.astype(str).tolist()
        else:
            columns[name] = values.tolist()
    return columns


def _chosen(values: Any, words: tuple[str, ...]) -> list[str]:
    return np.array(words, dtype=object)[values].tolist()


def _quarters(values: Any, first: str) -> list[str | None]:
    names = [
        None if index < 0 else quarter_name(first, index)
        for index in range(-1, int(values.max(initial=0)) + 1)
    ]
    return np.array(names, dtype=object)[values + 1].tolist()


def write(parts: Parts, spec: Spec, job: SweepJob, out: Path) -> str:
    """Write the results to ``out`` and return the digest of their rows."""
    passing = out.with_name(out.name + ".passing")
    writer: Callable[[Path, Iterator[Table]], None]
    writer = _write_parquet if out.suffix == ".parquet" else _write_csv
    digest = hashlib.sha256()

    def told() -> Iterator[Table]:
        for rows in parts.rows():
            digest.update(rows.tobytes())
            yield in_words(rows, spec, job)

    try:
        writer(passing, told())
        os.replace(passing, out)
    except OSError as error:
        why = error.strerror or error  # pyarrow's have none
        raise Problem(
            f"{out}: cannot be written ({why}). The parts are kept: make room, and give "
            "the same command."
        ) from None
    return digest.hexdigest()[:32]


def _write_csv(path: Path, tables: Iterator[Table]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        for number, table in enumerate(tables):
            if number == 0:
                writer.writerow(table)
            writer.writerows(zip(*table.values(), strict=True))


def _write_parquet(path: Path, tables: Iterator[Table]) -> None:
    import pyarrow
    from pyarrow import parquet

    writer = None
    try:
        for table in tables:
            made = pyarrow.table(
                {name: pyarrow.array(values, type=_kind(name)) for name, values in table.items()}
            )
            writer = writer or parquet.ParquetWriter(path, made.schema)
            writer.write_table(made)
    finally:
        if writer is not None:
            writer.close()


def _kind(name: str) -> Any:
    """Return the Arrow type of columns that may be empty all through a part."""
    import pyarrow

    if name in WHEN or name in WORDS or name in ("washington", "hanoi"):
        return pyarrow.string()
    return pyarrow.int8() if name.startswith("settled_") else None
