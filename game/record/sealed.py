"""A sealed game as a file: the header stays open, the rest stands in three boxes.

The common box holds the beginning, the quarters, the facilitator's entries and the order of all
entries; each side's own box its notes, drafts and committed orders. Each box is sealed beside the
header, which has a stamp of its own at every save, so that no part of one save fits another.
"""

import json
import secrets
from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel

from game.problems import Problem
from game.record.log import LogEntry, Pending
from game.record.sealing import PARTS, Locks, boxed, unboxed

PADDED: Final = 4096  # bytes: a box's length tells no more than how many of these it fills
SIDES: Final = PARTS[1:]


class Locked(Problem):
    """A sealed game, and no passphrases to open it; ``name`` is the file's."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: this game is sealed; both sides' passphrases open it.")
        self.name = name


def parts_of(
    played: Sequence[BaseModel], entries: Sequence[LogEntry], pending: Pending
) -> list[str]:
    """Return the texts of the three boxes, in the order of PARTS."""
    owners = [entry.side for entry in entries]
    none: dict[str, Any] = {"washington": None, "hanoi": None, "drafts": {}}
    shared = [
        *_plain([*played, *(entry for entry in entries if entry.side is None)]),
        pending.model_dump(mode="json") | none,
    ]
    texts = [_text([{"order": owners}, *shared])]
    for side in SIDES:
        own = _plain([entry for entry in entries if entry.side == side])
        given, drafted = getattr(pending, side), getattr(pending.drafts, side)
        texts.append(_text([{"orders": given, "draft": drafted}, *own]))
    return texts


def rows_of(texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows of a plain file from the texts of the three boxes."""
    (order, *common), *own = (
        [json.loads(line) for line in text.split("\n") if line.strip()] for text in texts
    )
    entries = {side: iter(rows[1:]) for side, rows in zip(SIDES, own, strict=True)}
    entries[""] = iter([row for row in common if row["kind"] == "entry"])
    told = [next(entries[side or ""]) for side in order["order"]]
    drafts = {side: rows[0]["draft"] for side, rows in zip(SIDES, own, strict=True)}
    given = {side: rows[0]["orders"] for side, rows in zip(SIDES, own, strict=True)}
    pending = common[-1] | given | {"drafts": drafts}
    return [*(row for row in common[:-1] if row["kind"] != "entry"), *told, pending]


def sealed_header(header: dict[str, Any], locks: Locks) -> dict[str, Any]:
    """Return a header with what is needed to open the file, and a new stamp."""
    return {**header, "sealed": {**locks.sealed, "stamp": secrets.token_hex(16)}}


def box_rows(texts: Sequence[str], beside: bytes, locks: Locks) -> list[dict[str, Any]]:
    """Return the three lines that stand for ``texts`` in the file; ``beside`` is the header."""
    made = []
    for part, text in zip(PARTS, texts, strict=True):
        content = text.encode()
        content += b" " * (-len(content) % PADDED)
        box = boxed(locks.keys[part], content, part.encode() + beside)
        made.append({"kind": "sealed", "part": part, "box": box})
    return made


def opened(rows: Sequence[dict[str, Any]], beside: bytes, locks: Locks) -> list[str] | None:
    """Return the texts of the three boxes; None if anything was changed."""
    texts = []
    for part, row in zip(PARTS, rows, strict=True):
        content = unboxed(locks.keys[part], row["box"], part.encode() + beside)
        if content is None:
            return None
        texts.append(content.decode())
    return texts


def _plain(rows: Sequence[BaseModel]) -> list[dict[str, Any]]:
    return [row.model_dump(mode="json") for row in rows]


def _text(rows: Sequence[dict[str, Any]]) -> str:
    return "\n".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False) for row in rows
    )
