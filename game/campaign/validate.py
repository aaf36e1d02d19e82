"""From parsed TOML to a campaign file's model, with every problem of the file found in one go.

The schema judges each place; rows and tables that pass are judged together by ``checks`` even when
others fail, so that one typing error does not hide the rest.
"""

from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError

from game.campaign import checks, checks_dilemmas, findings, limits
from game.campaign.kinds import Part
from game.campaign.places import Path, named, place
from game.campaign.schema import (
    CampaignFile,
    ChannelPart,
    ChronicleRow,
    EventPart,
    Head,
    HistoryPart,
    LuckRow,
    ScenarioFile,
    TurningPointPart,
)
from game.campaign.schema_dilemmas import Dilemma
from game.campaign.schema_orders import OrdersRow
from game.campaign.schema_rules import ScoringPart
from game.problems import Problem, gather

ROWS: Final[dict[str, type[Part]]] = {
    "channels": ChannelPart,
    "orders": OrdersRow,
    "luck": LuckRow,
    "events": EventPart,
    "chronicle": ChronicleRow,
    "dilemmas": Dilemma,
    "turning_points": TurningPointPart,
}
TABLES: Final[dict[str, type[Part]]] = {
    "campaign": Head,
    "history": HistoryPart,
    "scoring": ScoringPart,
}

Found = list[tuple[Path, str]]


def validated(data: dict[str, Any], name: str) -> CampaignFile | ScenarioFile:
    """Return the model of a file; Problem with every finding, its place, and what to do."""
    head = data.get("campaign")
    scenario = isinstance(head, dict) and "base" in head
    model: type[CampaignFile | ScenarioFile] = ScenarioFile if scenario else CampaignFile
    try:
        found = list(limits.findings(data))
    except limits.TooMuch as too_much:
        raise Problem(f"{name}: {too_much}") from None
    made, schema_found = _against(model, data)
    already = {path for path, _ in found}
    found += [(path, text) for path, text in schema_found if path not in already]
    parts = _good_parts(data, schema_found, scenario)
    found += list(_together(parts))
    if found or made is None:
        raise complaint(name, data, found)
    return made


SCHEMA: Final = "docs/campaigns.md has the whole schema"


def complaint(name: str, data: Any, found: Found, schema: str = SCHEMA) -> Problem:
    """Return one Problem that lists every finding of a file, the first of them if too many, and
    says where the ``schema`` stands."""
    lines = list(dict.fromkeys(f"{named(path, data)}: {text}" for path, text in found))
    count = len(lines)
    if count > limits.MOST_SHOWN:
        lines = [*lines[: limits.MOST_SHOWN], f"... and {count - limits.MOST_SHOWN} more"]
    noun = "problem" if count == 1 else "problems"
    return gather(f"{name}: {count} {noun} ({schema})", lines)


def _against(
    model: type[CampaignFile | ScenarioFile], data: dict[str, Any]
) -> tuple[CampaignFile | ScenarioFile | None, Found]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, list(findings.findings(error, model))


def _good_parts(data: dict[str, Any], found: Found, scenario: bool) -> dict[str, Any]:
    """Return the tables that passed, and of the lists the rows that passed with their numbers."""
    broken = {place(path[:1]) for path, _ in found}
    rows_broken = {path[:2] for path, _ in found if len(path) > 1}
    parts: dict[str, Any] = {
        "constants": data.get("constants", {}),
        "quarters": _said(data, "orders", "quarter"),
        "ids": _said(data, "channels", "id"),
    }
    for key, table in TABLES.items():
        if key in data and key not in broken and not (scenario and key == "campaign"):
            parts[key] = table.model_validate(data[key])
    for key, row in ROWS.items():
        values = data.get(key)
        if isinstance(values, list) and (key,) not in {path for path, _ in found}:
            parts[key] = [
                (number, row.model_validate(value))
                for number, value in enumerate(values)
                if (key, number) not in rows_broken
            ]
    return parts


def _said(data: dict[str, Any], table: str, key: str) -> set[Any]:
    """Return what the rows of a list say under ``key``, broken rows too."""
    rows = data.get(table)
    rows = rows if isinstance(rows, list) else []
    said = (row.get(key) for row in rows if isinstance(row, dict))
    return {value for value in said if isinstance(value, str)}


def _together(parts: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield what the checks find in the parts that are there."""
    head = parts.get("campaign")
    if isinstance(parts["constants"], dict):
        yield from checks.constants(parts["constants"])
    if "scoring" in parts:
        yield from checks.scoring(parts["scoring"])
    if "channels" in parts:
        yield from checks.channels(parts["channels"])
        known = checks.KnownNames(parts["quarters"], parts["ids"], parts["channels"])
    else:
        known = None
    if known and "luck" in parts and "orders" in parts:
        yield from checks.luck(parts["luck"], parts["orders"], known)
    if head is None:
        return
    yield from checks.span(head)
    if "dilemmas" in parts:
        yield from checks_dilemmas.dilemmas(head, parts)
    if known and "orders" in parts:
        yield from checks.orders(head, parts["orders"], known)
    for key, check in (
        ("events", checks.events),
        ("chronicle", checks.chronicle),
        ("history", checks.history),
        ("turning_points", checks.turning_points),
    ):
        if key in parts:
            yield from check(head, parts[key])
