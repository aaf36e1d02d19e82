"""Loading a campaign: bytes, text, TOML, schema, checks, and for a scenario its base."""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from game.campaign import files, reading, validate
from game.campaign.campaign import Campaign
from game.campaign.schema import CampaignFile, ScenarioFile
from game.campaign.validate import Found

NOT_PLAYED: Final = {"briefing", "chronicle", "series", "history"}
TEXTS: Final = {"title", "summary", "coding", "minutes", "text", "source", "why", "note",
                "confidence", "inferred"}  # fmt: skip


def load(name: str | Path) -> Campaign:
    """Return the campaign of a shipped name or of a file's path.

    Raises Problem with every problem of the file: its place, the value, what was expected, and
    what to do.
    """
    path = files.find(name)
    return parse(reading.read_bytes(path), path)


def parse(raw: bytes, path: Path) -> Campaign:
    """Return the campaign in ``raw``; ``path`` names it in messages and tells where a base is."""
    data = reading.parse(raw, path.name)
    file = validate.validated(data, path.name)
    if isinstance(file, CampaignFile):
        return Campaign(file, None, digest(file, None))
    base_path = files.find_base(file.campaign.base, path)
    base = parse(reading.read_bytes(base_path), base_path)
    found = list(_misfits(file, base))
    if found:
        raise validate.complaint(path.name, data, found)
    return Campaign(base.file, file, digest(base.file, file))


def _misfits(file: ScenarioFile, base: Campaign) -> Found:
    """Return what keeps a scenario from being a part of its base."""
    head, found = file.campaign, Found()
    if base.scenario is not None:
        found.append((("campaign", "base"), f"{head.base} is itself a scenario; name its base"))
    if not base.first <= head.start <= base.last:
        expected = f"{base.first} to {base.last}"
        found.append((("campaign", "start"), f"{head.start} is outside the base; write {expected}"))
    if not head.start <= head.last <= base.last:
        expected = f"{head.start} to {base.last}"
        found.append((("campaign", "last"), f"{head.last} will not do; write {expected}"))
    if file.history and not head.start <= file.history.ended <= head.last:
        expected = f"{head.start} to {head.last}"
        found.append((("history", "ended"), f"{file.history.ended} will not do; write {expected}"))
    return found


def digest(file: CampaignFile, scenario: ScenarioFile | None) -> str:
    """Return a digest of everything in the files that play depends on; texts leave it alone."""
    parts = [_played(part) for part in (file, scenario) if part is not None]
    canonical = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]


def _played(file: CampaignFile | ScenarioFile) -> Any:
    return _without_texts(file.model_dump(mode="json", exclude=NOT_PLAYED))


def _without_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_texts(inner) for key, inner in value.items() if key not in TEXTS}
    if isinstance(value, list):
        return [_without_texts(inner) for inner in value]
    return value
