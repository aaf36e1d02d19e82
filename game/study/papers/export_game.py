"""``game.json``: a game as one document, for whoever reads games with a program of their own.

A war that is over is written whole, with everything its log holds, and read again into a game of
the same digest. While it goes on only one side's papers are written; they say so, and a digest of
their own tells whether they were changed.
"""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any, Final

import numpy as np

from game import RULES, VERSION, disk
from game.campaign import Campaign
from game.engine.board import SIDES
from game.engine.orders import to_words
from game.engine.view import View
from game.engine.world import digests
from game.problems import Problem
from game.record import Game, lines, load
from game.record.encoding import report_values
from game.record.log import Beginning, LogEntry, Pending, QuarterRow, part

SCHEMA: Final = 1  # raised when a key means something else than before
MARK: Final = "export"
MOST: Final = 64 * 2**20  # bytes of a document that is read
REMEDY: Final = "Give a game.json as export wrote it."


def whole(game: Game) -> dict[str, Any]:
    """Return a war that is over as a document, without the facilitator's PIN; Problem while it
    goes on."""
    if not game.over:
        raise Problem("A game is exported whole when the war is over.")
    past = game.past
    return {
        **_head(game, None),
        "digest": digests(past.world)[0],
        "beginning": past.beginning.model_dump(mode="json"),
        "quarters": [row.model_dump(mode="json") for row in past.rows],
        "entries": [
            entry.model_dump(mode="json")
            for entry in game.entries
            if entry.data.get("act") != "pin"
        ],
        "pending": game.pending().model_dump(mode="json"),
    }


def papers(game: Game, side: int) -> dict[str, Any]:
    """Return what one side knows of a game as a document: its dossier, its news, its own notes."""
    dossier = game.dossier(side)
    names = [game.campaign.quarter(view.quarter) for view in dossier.views]
    ids = dossier.tables.channels.ids
    made = {
        **_head(game, SIDES[side]),
        "quarter": names[-1],
        "views": [
            {"quarter": name, **_seen(view)}
            for name, view in zip(names, dossier.views, strict=True)
        ],
        "reports": [report_values(one) for one in dossier.reports],
        "orders": [to_words(side, one, ids) for one in dossier.orders],
        "news": [
            {"quarter": name, "date": one.date, "title": one.title, "text": one.text}
            for name in names
            for one in game.news(side, name)
        ],
        "entries": [
            entry.model_dump(mode="json") for entry in game.entries if entry.side == SIDES[side]
        ],
    }
    return {**made, "digest": _digest(made)}


def _head(game: Game, side: str | None) -> dict[str, Any]:
    return {
        "overture": MARK,
        "schema": SCHEMA,
        "version": VERSION,
        "rules": RULES,
        "campaign": game.campaign.name,
        "side": side,
        "over": game.over,
    }


def _seen(view: View) -> dict[str, Any]:
    return {
        name: value.tolist() if isinstance(value, np.ndarray | np.generic) else value
        for name, value in view.fields.items()
    } | {"channels": view.channels.tolist()}


def text_of(document: dict[str, Any]) -> str:
    """Return a document as a file's text."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _digest(document: dict[str, Any]) -> str:
    plain = json.dumps(document, ensure_ascii=False, sort_keys=True, allow_nan=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:32]


# Reading


def read(path: Path) -> dict[str, Any]:
    """Return the document in a file; Problem in one message when it is none."""
    try:
        document = disk.read_json(path, MOST)
    except disk.NoDocument:
        raise Problem(f"{path}: no JSON document. {REMEDY}") from None
    if not isinstance(document, dict) or document.get("overture") != MARK:
        raise Problem(f"{path}: no exported game of Overture. {REMEDY}")
    if document.get("schema") != SCHEMA:
        raise Problem(
            f"{path}: written in schema {document.get('schema')!r}; this Overture reads "
            f"schema {SCHEMA}. {REMEDY}"
        )
    return document


def game_of(path: Path, campaign: Campaign | None = None) -> Game:
    """Return the game in a ``game.json``; Problem for one side's papers, or where playing it again
    leads to another digest."""
    document = read(path)
    if document.get("side") is not None:
        raise Problem(
            f"{path}: one side's papers of a war; only a whole game can be taken up. "
            "Give the game.json that was exported without --side."
        )
    game = _loaded(document, path, campaign)
    if digests(game.past.world)[0] != document.get("digest"):
        raise Problem(
            f"{path}: played again it does not come to the digest it names: "
            "it has been changed. Give it as it was exported."
        )
    return game


def unchanged(document: dict[str, Any]) -> bool:
    """Whether one side's papers are as they were written."""
    rest = {key: value for key, value in document.items() if key != "digest"}
    return document.get("digest") == _digest(rest)


def _loaded(document: dict[str, Any], path: Path, campaign: Campaign | None) -> Game:
    rows = [
        _row(Beginning, document.get("beginning"), path),
        *(_row(QuarterRow, one, path) for one in _list(document, "quarters", path)),
    ]
    entries = [_row(LogEntry, one, path) for one in _list(document, "entries", path)]
    pending = _row(Pending, document.get("pending"), path)
    name = document.get("campaign")
    if not isinstance(name, str):
        raise Problem(f"{path}: campaign: no name. {REMEDY}")
    quarter = rows[-1].quarter if len(rows) > 1 else rows[0].luck[0].since
    header = lines.header(name, quarter) | {"rules": document.get("rules")}
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "game.overture"
        kept.write_bytes(lines.to_bytes(header, rows, entries, pending))
        return load(kept, campaign)


def _row(model: Any, values: Any, path: Path) -> Any:
    if not isinstance(values, dict):
        raise Problem(f"{path}: a part of the game is missing. {REMEDY}")
    try:
        return part(model, **values)
    except Problem as problem:
        raise Problem(f"{path}: {problem}") from None


def _list(document: dict[str, Any], key: str, path: Path) -> list[Any]:
    found = document.get(key)
    if not isinstance(found, list):
        raise Problem(f"{path}: {key}: no list.")
    return found
