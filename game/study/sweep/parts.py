"""The parts of a sweep on disk: written whole or not at all, so that a stopped sweep goes on.

Beside the results stands a folder ``NAME.parts`` with ``plan.json``, which says whose parts they
are, and one file a part. It is removed when the results are written.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from game import RULES, VERSION, disk
from game.problems import Problem
from game.study.sweep.job import SweepJob, row_type
from game.study.sweep.spec import Spec

PLAN: Final = "plan.json"


@dataclass(frozen=True)
class Parts:
    """The folder of one sweep's parts; ``plan`` lists them, from one war to another."""

    folder: Path
    kind: Any
    plan: tuple[tuple[int, int], ...]

    def path(self, number: int) -> Path:
        """Return where a part stands."""
        return self.folder / f"{number:07d}.npy"

    def done(self) -> set[int]:
        """Return the parts that are there and whole; what is damaged is played again."""
        return {number for number in range(len(self.plan)) if self._whole(number)}

    def _whole(self, number: int) -> bool:
        first, last = self.plan[number]
        try:
            rows = np.load(self.path(number), mmap_mode="r")
        except (OSError, ValueError, EOFError):
            return False
        return bool(rows.dtype == self.kind and len(rows) == last - first)

    def keep(self, number: int, rows: Any) -> None:
        """Write a part: a reader finds all of it or nothing."""
        passing = self.path(number).with_suffix(".passing")
        with passing.open("wb") as file:
            np.save(file, rows)
            file.flush()
            os.fsync(file.fileno())
        os.replace(passing, self.path(number))

    def rows(self) -> Iterator[Any]:
        """Yield the rows of every part in order of the wars."""
        for number in range(len(self.plan)):
            yield np.load(self.path(number))

    def remove(self) -> None:
        """Remove the folder and all that is in it."""
        shutil.rmtree(self.folder)


def parts_of(spec: Spec, job: SweepJob, out: Path, digest: str) -> Parts:
    """Return the folder for a sweep's parts, new or gone on with.

    ``digest`` is the campaign's. Problem when the folder holds parts of another sweep.
    """
    folder = out.with_name(out.name + ".parts")
    parts = Parts(folder, row_type(job.names), tuple(job.parts()))
    mine = identity(spec, parts, digest)
    plan = folder / PLAN
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not plan.exists():
            disk.write(plan, json.dumps(mine, indent=1).encode())
        found = disk.read_json(plan)
    except OSError as error:
        raise Problem(f"{folder}: cannot be used ({error.strerror}). Name another --out.") from None
    except Problem:
        raise Problem(
            f"{plan}: no plan of a sweep. Remove its folder, or name another --out."
        ) from None
    if found != mine:
        raise Problem(
            f"{folder} holds parts of another sweep, campaign or version of the rules. Name "
            "another --out, or remove the folder to begin again."
        )
    return parts


def identity(spec: Spec, parts: Parts, digest: str) -> dict[str, Any]:
    """Return what a part's rows depend on, as it stands in the plan."""
    canonical = json.dumps(spec.model_dump(mode="json", exclude={"title"}), sort_keys=True)
    return {
        "sweep": hashlib.sha256(canonical.encode()).hexdigest()[:32],
        "campaign": digest,
        "version": VERSION,
        "rules": RULES,
        "parts": len(parts.plan),
        "row": str(parts.kind),
    }
