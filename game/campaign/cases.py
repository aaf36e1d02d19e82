"""Loading a case: the same bytes, limits and messages as for campaigns, and its own checks."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from game.campaign import files, findings, limits, reading, validate
from game.campaign.case_schema import (
    CaseFile,
    CaseHead,
    DecisionPart,
    PagePart,
    Person,
    Sender,
    Spell,
    is_case,
)
from game.campaign.files import SHIPPED
from game.campaign.kinds import Part
from game.campaign.places import Path as Place
from game.campaign.places import place, shown
from game.problems import Problem

FOLDER: Final = SHIPPED / "cases"
PICTURES: Final = SHIPPED.parent / "assets" / "cases"
SCHEMA: Final = "docs/cases.md has the whole schema"
UNREAD: Final = "unverified"  # what a source says of itself that nobody has looked up
ROWS: Final[dict[str, type[Part]]] = {
    "senders": Sender,
    "people": Person,
    "pages": PagePart,
    "spells": Spell,
    "decisions": DecisionPart,
}

Findings = Iterator[tuple[Place, str]]
Rows = list[tuple[int, Any]]


def shipped() -> tuple[str, ...]:
    """Return the names of the cases that come with the game."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def own_folder() -> Path:
    """Return the folder in which a user's own cases are found: ``cases`` in that of campaigns."""
    return files.own_folder() / "cases"


def names() -> tuple[str, ...]:
    """Return the names of all cases, those that come with the game first, then the user's own; a
    shipped one's name stays the shipped one's."""
    try:
        found = [path.stem for path in own_folder().glob("*.toml")]
    except OSError:
        found = []
    return (*shipped(), *sorted(set(found) - set(shipped())))


def find(name: str | Path) -> Path:
    """Return the file of a case's name or of a path; Problem if there is none."""
    if str(name) in shipped():
        return FOLDER / f"{name}.toml"
    if os.path.isfile(name):
        return Path(name)
    if str(name) in names():
        return own_folder() / f"{name}.toml"
    raise Problem(
        f"{str(name) or 'no name'}: no such case. Name one of {', '.join(names())}, or "
        "the path of a .toml file."
    )


def is_case_file(name: str | Path) -> bool:
    """Return whether a name or a file means a case; a name of a campaign means the campaign."""
    if str(name) in (*files.names(), *files.own()):
        return False
    if str(name) in names():
        return True
    if not os.path.isfile(name):
        return False  # the loader of campaigns says so better
    return is_case(reading.parse(reading.read_bytes(Path(name)), Path(name).name))


def load(name: str | Path) -> CaseFile:
    """Return the case of a shipped name or of a file's path; Problem with all its problems."""
    path = find(name)
    return parse(reading.parse(reading.read_bytes(path), path.name), path.name)


def parse(data: dict[str, Any], name: str) -> CaseFile:
    """Return the case in parsed TOML; Problem with every finding, its place, and what to do."""
    try:
        found = list(limits.findings(data))
    except limits.TooMuch as too_much:
        raise Problem(f"{name}: {too_much}") from None
    made, wrong = _against_schema(data)
    already = {path for path, _ in found}
    found += [(path, text) for path, text in wrong if path not in already]
    found += list(_together(_whole_rows(data, wrong)))
    if found or made is None:
        raise validate.complaint(name, data, found, SCHEMA)
    return made


def picture(case: CaseFile, beside: Path | None = None) -> Path | None:
    """Return the file of a case's map: beside the case's file, or shipped; None without one, or
    where it is larger than it may be."""
    if case.map is None:
        return None
    folders = ([beside.parent] if beside is not None else []) + [PICTURES]
    there = (folder / case.map.image for folder in folders)
    return next(
        (
            path
            for path in there
            if os.path.isfile(path) and path.stat().st_size <= limits.MOST_PICTURE
        ),
        None,
    )


def _against_schema(data: dict[str, Any]) -> tuple[CaseFile | None, validate.Found]:
    try:
        return CaseFile.model_validate(data), []
    except ValidationError as error:
        return None, list(findings.findings(error, CaseFile))


def _whole_rows(data: dict[str, Any], wrong: validate.Found) -> dict[str, Any]:
    """Return the head and the rows that passed, with their numbers; broken ones are left out."""
    broken = {place(path[:1]) for path, _ in wrong if len(path) == 1}
    spoilt = {path[:2] for path, _ in wrong if len(path) > 1}
    parts: dict[str, Any] = {"head": None, "names": _ids(data)}
    if "case" in data and not any(path[:1] == ("case",) for path, _ in wrong):
        parts["head"] = CaseHead.model_validate(data["case"])
    for key, row in ROWS.items():
        values = data.get(key, [])
        parts[key] = (
            []
            if key in broken or not isinstance(values, list)
            else [
                (number, row.model_validate(value))
                for number, value in enumerate(values)
                if (key, number) not in spoilt
            ]
        )
    return parts


def _ids(data: dict[str, Any]) -> set[str]:
    """Return the ids that senders call themselves, broken rows too."""
    rows = data.get("senders")
    rows = rows if isinstance(rows, list) else []
    said = (row.get("id") for row in rows if isinstance(row, dict))
    return {value for value in said if isinstance(value, str)}


def _together(parts: dict[str, Any]) -> Findings:
    """Yield what no single place can tell."""
    yield from _senders(parts["senders"], parts["names"])
    for key in ("spells", "decisions"):
        yield from _known(key, parts[key], parts["names"])
    yield from _told(parts["pages"], parts["names"])
    for key in ("people", "pages", "spells", "decisions"):
        yield from _read(key, parts[key])
    yield from _in_turn(parts["spells"])
    if parts["head"] is not None:
        yield from _of_one_kind(parts["head"], parts)
        yield from _spanned(parts["head"], parts)


def _senders(rows: Rows, known: set[str]) -> Findings:
    seen: set[str] = set()
    for number, row in rows:
        if row.id in seen:
            yield ("senders", number, "id"), f"{shown(row.id)} is there already; write another id"
        seen.add(row.id)
        if row.enemy not in known or row.enemy == row.id:
            yield (
                ("senders", number, "enemy"),
                (f"{shown(row.enemy)} is no other sender; write another sender's id"),
            )
        if row.high_cost is not None and row.why is None:
            yield ("senders", number, "why"), "missing; say why this sender's high cost is its own"


def _known(key: str, rows: Rows, known: set[str]) -> Findings:
    for number, row in rows:
        if row.sender not in known:
            yield (key, number, "sender"), f"{shown(row.sender)} is no sender; write a sender's id"


def _told(rows: Rows, known: set[str]) -> Findings:
    last = ""
    for number, row in rows:
        if row.date < last[: len(row.date)]:
            yield ("pages", number, "date"), f"{row.date} comes after {last}; put pages in order"
        last = row.date  # so that one page out of place is one finding
        for who in row.known:
            if who not in known:
                yield ("pages", number, "known", who), "no sender; write a sender's id"


def _read(key: str, rows: Rows) -> Findings:
    """What is said to have been read must not call its own source unverified."""
    for number, row in rows:
        if row.grade == "read" and UNREAD in row.source.lower():
            yield (
                (key, number, "grade"),
                ("read, but its source is unverified; write memory, or name where it was read"),
            )


def _in_turn(rows: Rows) -> Findings:
    ends: dict[str, str] = {}
    for number, row in rows:
        if row.last < row.first:
            yield ("spells", number, "last"), f"{row.last} lies before {row.first}; write a later"
        before = ends.get(row.sender, "")
        if row.first <= before:
            yield (
                ("spells", number, "first"),
                (
                    f"{row.first} lies within {row.sender}'s spell "
                    f"before it, to {before}; write a later date"
                ),
            )
        ends[row.sender] = max(before, row.last)


def _of_one_kind(head: CaseHead, parts: dict[str, Any]) -> Findings:
    """A case has spells of its own, or a replay with decisions, not both and not neither."""
    if head.replay is None:
        if not parts["spells"]:
            yield ("spells",), "none; write at least one, or name a campaign in case.replay"
        if parts["decisions"]:
            yield ("decisions",), "only a case with case.replay has them; write spells"
    elif parts["spells"]:
        yield ("spells",), "these come from the replay; remove them, and write decisions"


def _spanned(head: CaseHead, parts: dict[str, Any]) -> Findings:
    if head.last < head.first:
        yield ("case", "last"), f"{head.last} lies before {head.first}; write a later date"
    dated = [(("pages", number, "date"), row.date) for number, row in parts["pages"]]
    dated += [
        (("spells", number, key), getattr(row, key))
        for number, row in parts["spells"]
        for key in ("first", "last")
    ]
    for at, day in dated:
        short = min(len(day), len(head.first)), min(len(day), len(head.last))
        if day[: short[0]] < head.first[: short[0]] or day[: short[1]] > head.last[: short[1]]:
            yield at, f"{day} lies outside {head.first} to {head.last}; correct one of them"
