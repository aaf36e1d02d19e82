"""A log as a file: JSON lines, of which the first names the game and seals all the others.

Lines rather than one document: damage has a line number, a quarter reads and compares as a line,
and a part can be sealed without touching the rest.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from game import RULES, VERSION
from game.campaign import findings, limits
from game.campaign.places import place
from game.problems import Problem
from game.record import sealed
from game.record.log import Beginning, Log, LogEntry, LogHeader, Pending, QuarterRow
from game.record.migrations import FORMAT, migrate
from game.record.sealing import PARTS, Locks, Passphrases, unlocked

ADVICE: Final = "Set the file aside and load an earlier save."
_BOX: Final = re.compile(r'\{"kind":"sealed","part":"([a-z]+)","box":"([A-Za-z0-9+/]+={0,2})"\}')
_QUARTER: Final = '{"kind":"quarter",'  # how such a line begins in a file of ours
_KINDS: Final[dict[str, type[BaseModel]]] = {
    "beginning": Beginning,
    "quarter": QuarterRow,
    "entry": LogEntry,
    "pending": Pending,
}


class Damaged(Problem):
    """A file that is no whole game any more, or never was one."""


def header(campaign: str, quarter: str) -> dict[str, Any]:
    """Return what may be read of a game without opening it, written now."""
    return {
        "overture": "game",
        "format": FORMAT,
        "version": VERSION,
        "rules": RULES,
        "campaign": campaign,
        "quarter": quarter,
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def to_bytes(
    opening: dict[str, Any],
    played: Sequence[BaseModel],
    entries: Sequence[LogEntry],
    pending: Pending,
    locks: Locks | None = None,
) -> bytes:
    """Return the file of a game, sealed under ``locks`` if there are any; ``opening`` is its
    header without the count of lines and the checksum."""
    if locks is None:
        rows = [row.model_dump(mode="json") for row in (*played, *entries, pending)]
        full = {**opening, "lines": len(rows)}
    else:
        full = sealed.sealed_header({**opening, "lines": len(PARTS)}, locks)
        texts = sealed.parts_of(played, entries, pending)
        rows = sealed.box_rows(texts, _line(full).encode(), locks)
    body = "".join(_line(row) for row in rows)
    return (_line({**full, "checksum": checksum(full, body)}) + body).encode()


def checksum(header: dict[str, Any], body: str) -> str:
    """Return the checksum over a header without its checksum and every later line."""
    return hashlib.sha256((_line(header) + body).encode()).hexdigest()


def from_bytes(data: bytes, name: str) -> Log:
    """Return the log in a plain file; Problem in one message when it is damaged, edited, sealed,
    or newer."""
    return opened(data, name, None)[0]


def opened(data: bytes, name: str, passphrases: Passphrases | None) -> tuple[Log, Locks | None]:
    """Return the log in a file and, if it is sealed, its keys.

    Raises Damaged, sealed.Locked where passphrases are needed, sealing.WrongPassphrase, and
    Problem for a newer file, each in one message.
    """
    raw, header, body = _verified(data, name)
    if header.sealed is None:
        rows = [_parsed(line, name, number) for number, line in enumerate(body, 2)]
        return _log(header, migrate(header.format, rows), name), None
    if passphrases is None:
        raise sealed.Locked(name)
    boxes = _boxes(body, name)
    locks = unlocked(
        header.sealed.model_dump(exclude={"stamp"}, exclude_none=True), passphrases, name
    )
    texts = sealed.opened(boxes, _line(raw).encode(), locks)
    if texts is None:
        raise _edited(name)
    rows = migrate(header.format, sealed.rows_of(texts))
    return _log(header, rows, name), locks


def header_of(data: bytes, name: str) -> LogHeader:
    """Return a file's header; Problem when the file is damaged, edited or newer."""
    return _verified(data, name)[1]


def glance(data: bytes, name: str) -> Log | None:
    """Return a plain file's log with no quarter but the last, as a list shows it; None for a sealed
    file. Problem when the file is damaged, edited or newer; of the quarters left out no more is
    known than that the checksum is right."""
    _, header, body = _verified(data, name)
    if header.sealed is not None:
        return None
    played = [number for number, line in enumerate(body) if line.startswith(_QUARTER)]
    rows = [
        _parsed(line, name, number + 2)
        for number, line in enumerate(body)
        if number not in played[:-1]
    ]
    return _log(header, migrate(header.format, rows), name)


def _verified(data: bytes, name: str) -> tuple[dict[str, Any], LogHeader, list[str]]:
    """Return a file's header without its checksum, as read and as checked, and the later lines."""
    text = _decoded(data, name)
    first, _, body = text.partition("\n")
    raw = _parsed(first, name, 1)
    _know(raw, name)
    header: LogHeader = _valid(LogHeader, raw, name, 1)
    named = {key: value for key, value in raw.items() if key != "checksum"}
    lines = body.split("\n")[:-1]
    if len(lines) != header.lines or not body.endswith("\n"):
        what = f"the file ends early: {header.lines} lines should follow the first"
        raise damaged(name, len(lines) + 1, what)
    if checksum(named, body) != header.checksum or _line(raw) != f"{first}\n":
        raise _edited(name)
    return named, header, lines


def _boxes(body: list[str], name: str) -> list[dict[str, Any]]:
    """Return the three lines of a sealed file, exactly as the game writes them."""
    if len(body) != len(PARTS):
        raise damaged(name, 2, "a sealed game has three parts")
    rows = []
    for number, (line, part) in enumerate(zip(body, PARTS, strict=True), 2):
        found = _BOX.fullmatch(line)
        if not found or found[1] != part:
            raise damaged(name, number, f"no sealed part {part}")
        rows.append({"box": found[2]})
    return rows


def _edited(name: str) -> Damaged:
    return Damaged(f"{name}: the contents were changed or damaged after saving. {ADVICE}")


def damaged(name: str, line: int, what: str) -> Damaged:
    """Return the message about a damaged line."""
    return Damaged(f"{name}: line {line}: {what}. {ADVICE}")


def _know(raw: dict[str, Any], name: str) -> None:
    """Refuse what is no game, and what a newer Overture has written."""
    if raw.get("overture") != "game":
        raise Damaged(f"{name}: no saved game of Overture.")
    number = raw.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise Problem(
            f"{name}: saved by a newer Overture in format {number}, and this one reads up to "
            f"{FORMAT}. Update the game to play it."
        )


def _log(header: LogHeader, rows: list[dict[str, Any]], name: str) -> Log:
    made: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for number, row in enumerate(rows, 2):
        kind = row.get("kind")
        if not isinstance(kind, str) or kind not in made:
            raise damaged(name, number, "no line of a saved game")
        made[kind].append(_valid(_KINDS[kind], row, name, number))
    if len(made["beginning"]) != 1 or len(made["pending"]) != 1:
        raise damaged(name, len(rows) + 1, "the beginning or the last line is missing")
    try:
        return Log(
            header=header,
            beginning=made["beginning"][0],
            quarters=made["quarter"],
            entries=made["entry"],
            pending=made["pending"][0],
        )
    except ValidationError:
        raise Damaged(f"{name}: more lines than a game has. {ADVICE}") from None


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
