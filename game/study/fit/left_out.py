"""Refits with a year or a spell of posture left out, so that fit is not memory.

Each refit begins from the centres of the search, not from the values fitted on everything, and is
judged only on the quarters it has not seen. It takes minutes, so ``python main.py calibrate
--leave-out`` stores the result here with a digest of what it took as given; ``fit`` reads it and
says so when that has changed since.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from game import disk
from game.campaign import Campaign
from game.engine.board import SIDES, Floats
from game.engine.tables import Tables
from game.study.fit import record
from game.study.fit.calibration import refit
from game.study.fit.rivals import brier
from game.study.fit.runs import RecordRun, play_record
from game.study.fit.settings import FREE, put

STORED: Final = Path(__file__).parent / "data" / "left_out.json"
COMMAND: Final = "python main.py calibrate --leave-out"


def leave_out(campaign: Campaign, tables: Tables) -> Iterator[dict[str, Any]]:
    """Yield a row for each year 1965-72 and each spell: the refitted constants, and the errors on
    what was left out. Spells leave out postures only."""
    for year in record.YEARS:
        here = record.in_year(campaign, year)
        yield _row(campaign, tables, str(year), here, ("war", "postures"))
    for spell in record.SPELLS:
        here = record.in_spell(campaign, spell)
        yield _row(campaign, tables, f"{spell[0]}-{spell[1]}", here, ("postures",))


def _row(
    campaign: Campaign, tables: Tables, name: str, here: Any, groups: tuple[str, ...]
) -> dict[str, Any]:
    values: dict[str, float] = {}
    for group in groups:
        values |= refit(campaign, put(tables, values), group, ~here)
    run = play_record(campaign, put(tables, values), 1)
    scores = brier(run.chance[0, here], record.postures(campaign)[here])
    row: dict[str, Any] = {
        "left_out": name,
        "constants": {key: round(one, 4) for key, one in values.items()},
        "brier": {side: round(float(scores[at]), 4) for at, side in enumerate(SIDES)},
    }
    if "war" in groups:
        total = record.yearly(campaign, "us_hostile_deaths")[int(name)]
        row["us_deaths_error"] = round(deaths_in(run, here) / total - 1.0, 4)
    return row


def deaths_in(run: RecordRun, here: Floats) -> float:
    """Return the American hostile deaths of the first war in the quarters ``here`` (Q,)."""
    return float(run.us_deaths[0, here].sum())


def store(campaign: Campaign, tables: Tables, path: Path = STORED) -> dict[str, Any]:
    """Make and store the refits; return what was stored."""
    made = {
        "command": COMMAND,
        "campaign": campaign.name,
        "assumptions": assumptions(campaign, tables),
        "rows": list(leave_out(campaign, tables)),
    }
    disk.write_text(path, json.dumps(made, indent=1) + "\n")
    return made


def assumptions(campaign: Campaign, tables: Tables) -> str:
    """Return a digest of what a refit takes as given: where the search begins, and the replay that
    the other constants make of the record there (chances to a thousandth, deaths to ten men)."""
    run = play_record(campaign, put(tables, {one.name: one.centre for one in FREE}), 1)
    shown = [np.rint(run.chance * 1e3), np.rint(run.us_deaths / 10.0)]
    parts = [repr(FREE).encode(), *(part.astype("<i8").tobytes() for part in shown)]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


def stored(campaign: Campaign, tables: Tables, path: Path = STORED) -> dict[str, Any] | None:
    """Return the stored refits with ``current``: whether they were made with the constants in
    force; None if there are none."""
    if not path.is_file():
        return None
    made: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    same = made["assumptions"] == assumptions(campaign, tables)
    means = {
        side: round(
            float(
                np.mean([row["brier"][side] for row in made["rows"] if "us_deaths_error" in row])
            ),
            4,
        )
        for side in SIDES
    }
    return made | {"current": same, "mean_brier_by_year": means}
