"""A log as a file: JSON lines, of which the first names the game and seals all the others.

Lines rather than one document: damage has a line number, a quarter reads and compares as a line,
and a part can be sealed without touching the rest.
"""

import hashlib
import json
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from game.campaign import findings, limits
from game.campaign.places import place
from game.problems import Problem
from game.record.log import Beginning, Entry, Header, Log, Pending, QuarterRow
from game.record.migrations import FORMAT, migrate

ADVICE: Final = "Set the file aside and load an earlier save."
_KINDS: Final[dict[str, type[BaseModel]]] = {
    "beginning": Beginning,
    "quarter": QuarterRow,
    "entry": Entry,
    "pending": Pending,
}


def to_bytes(header: dict[str, Any], rows: list[BaseModel]) -> bytes:
    """Return the file of a game; ``header`` lacks the count of lines and the checksum."""
    body = "".join(_line(row.model_dump(mode="json")) for row in rows)
    full = {**header, "lines": len(rows)}
    return (_line({**full, "checksum": checksum(full, body)}) + body).encode()


def checksum(header: dict[str, Any], body: str) -> str:
    """Return the checksum over a header without its checksum and every later line."""
    return hashlib.sha256((_line(header) + body).encode()).hexdigest()


def from_bytes(data: bytes, name: str) -> Log:
    """Return the log in a file; Problem in one message when it is damaged, edited, or newer."""
    text = _decoded(data, name)
    first, _, body = text.partition("\n")
    raw = _parsed(first, name, 1)
    _know(raw, name)
    header = _valid(Header, raw, name, 1)
    named = {key: value for key, value in raw.items() if key != "checksum"}
    lines = body.split("\n")[:-1]
    if len(lines) != header.lines or not body.endswith("\n"):
        what = f"the file ends early: {header.lines} lines should follow the first"
        raise damaged(name, len(lines) + 1, what)
    if checksum(named, body) != header.checksum:
        raise Problem(f"{name}: the contents were changed or damaged after saving. {ADVICE}")
    rows = [_parsed(line, name, number) for number, line in enumerate(lines, 2)]
    rows = migrate(header.format, rows)
    return _log(header, rows, name)


def damaged(name: str, line: int, what: str) -> Problem:
    """Return the message about a damaged line."""
    return Problem(f"{name}: line {line}: {what}. {ADVICE}")


def _know(raw: dict[str, Any], name: str) -> None:
    """Refuse what is no game, and what a newer Overture has written."""
    if raw.get("overture") != "game":
        raise Problem(f"{name}: no saved game of Overture.")
    number = raw.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise Problem(
            f"{name}: saved by a newer Overture in format {number}, and this one reads up to "
            f"{FORMAT}. Update the game to play it."
        )


def _log(header: Header, rows: list[dict[str, Any]], name: str) -> Log:
    made: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for number, row in enumerate(rows, 2):
        kind = row.get("kind")
        if kind not in made:
            raise damaged(name, number, "no line of a saved game")
        made[kind].append(_valid(_KINDS[kind], row, name, number))
    if len(made["beginning"]) != 1 or len(made["pending"]) != 1:
        raise damaged(name, len(rows) + 1, "the beginning or the last line is missing")
    try:
        return Log(header=header, beginning=made["beginning"][0], quarters=made["quarter"],
                   entries=made["entry"], pending=made["pending"][0])  # fmt: skip
    except ValidationError:
        raise Problem(f"{name}: more lines than a game has. {ADVICE}") from None


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise damaged(name, line, "not UTF-8") from None


def _parsed(line: str, name: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise damaged(name, number, "cut short or damaged") from None
    if not isinstance(row, dict):
        raise damaged(name, number, "no line of a saved game")
    try:
        trouble = next(iter(limits.findings(row)), None)
    except limits.TooMuch as too_much:
        raise damaged(name, number, str(too_much)) from None
    if trouble:
        raise damaged(name, number, f"{place(trouble[0])}: {trouble[1]}")
    return row


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _valid(model: type[BaseModel], row: dict[str, Any], name: str, number: int) -> Any:
    try:
        return model.model_validate(row)
    except ValidationError as error:
        path, text = next(iter(findings.findings(error, model)))
        raise damaged(name, number, f"{place(path)}: {text}") from None


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
