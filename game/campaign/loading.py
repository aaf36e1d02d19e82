"""Loading a campaign: bytes, text, TOML, schema, checks, and for a scenario its base."""

import contextlib
import hashlib
import json
from collections.abc import Iterator, Set
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from game import RULES, VERSION, cache
from game.campaign import files, plain, reading
from game.campaign.campaign import Campaign

if TYPE_CHECKING:
    from game.campaign.schema import CampaignFile, ScenarioFile
    from game.campaign.validate import Found

KIND: Final = "campaign"  # of an entry of the cache
NOT_PLAYED: Final = {"briefing", "chronicle", "series", "history", "turning_points"}
AS_FIRST_NAMED: Final = {
    "nerve_new_administration": "nerve_1969",
    "washington_dove_new_administration": "washington_dove_1969",
}
"""Keys that the digest calls by their first names, so that games kept under them still load."""
TEXTS: Final = frozenset(
    {"title", "summary", "sides", "coding", "minutes", "text", "source", "why", "note"}
    | {"confidence", "inferred"}
)
TEXTS_OF_DILEMMAS: Final = TEXTS | {"recalls", "seen", "line", "checked"}
"""Left out within ``dilemmas`` alone: elsewhere ``line`` is a rung, that of the bombing line."""


def load(name: str | Path) -> Campaign:
    """Return the campaign of a shipped name or of a file's path.

    Raises Problem with every problem of the file: its place, the value, what was expected, and
    what to do.
    """
    path = files.find(name)
    return parse(reading.read_bytes(path), path)


def parse(raw: bytes, path: Path) -> Campaign:
    """Return the campaign in ``raw``; ``path`` names it in messages and tells where a base is."""
    file: Any = _file(raw, path.name)
    if not hasattr(file.campaign, "base"):
        return Campaign(file, None, digest(file, None))
    base_path = files.find_base(file.campaign.base, path)
    base = parse(reading.read_bytes(base_path), base_path)
    found = list(_misfits(file, base))
    if found:
        from game.campaign import validate  # not before a file is at fault: it brings the schema

        raise validate.complaint(path.name, reading.parse(raw, path.name), found)
    return Campaign(base.file, file, digest(base.file, file))


def _file(raw: bytes, name: str) -> "CampaignFile | ScenarioFile":
    """Return the file in ``raw`` as plain tables, checked now, or once before by the same checks:
    what was found good is then read without the schema, whose import takes longer than all else."""
    kept_as = cache.key([raw, *_CHECKED_BY])
    kept = cache.get(KIND, kept_as)
    if kept is not None:
        with contextlib.suppress(ValueError):
            return _read(kept)
    from game.campaign import validate  # brings the schema, which a kept file does without

    kept = plain.kept(validate.validated(reading.parse(raw, name), name))
    cache.put(KIND, kept_as, kept)
    return _read(kept)


def _read(kept: bytes) -> "CampaignFile | ScenarioFile":
    return cast("CampaignFile | ScenarioFile", plain.read(kept))


def _checked_by() -> Iterator[bytes]:
    """Yield what tells one set of checks from another: versions, and the modules that check."""
    yield f"{VERSION} {RULES}".encode()
    schema = find_spec("pydantic")  # where it lies, without importing it
    its = [Path(schema.origin).with_name("version.py")] if schema and schema.origin else []
    for path in (*its, *sorted(Path(__file__).parent.glob("*.py"))):
        with contextlib.suppress(OSError):  # a build in one file has none of its own
            found = path.stat()
            yield f"{path.name} {found.st_size} {found.st_mtime_ns}".encode()


_CHECKED_BY: Final = tuple(_checked_by())


def _misfits(file: "ScenarioFile", base: Campaign) -> "Found":
    """Return what keeps a scenario from being a part of its base."""
    head = file.campaign
    found: Found = []
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


def digest(file: "CampaignFile", scenario: "ScenarioFile | None") -> str:
    """Return a digest of everything in the files that play depends on; texts leave it alone."""
    parts = [_played(part) for part in (file, scenario) if part is not None]
    canonical = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]


def _played(file: "CampaignFile | ScenarioFile") -> Any:
    played = {key: plain.values(value) for key, value in vars(file).items()}
    return {
        key: _without(TEXTS_OF_DILEMMAS if key == "dilemmas" else TEXTS, value)
        for key, value in played.items()
        if key not in NOT_PLAYED | TEXTS
    }


def _without(texts: Set[str], value: Any) -> Any:
    if isinstance(value, dict):
        return {
            AS_FIRST_NAMED.get(key, key): _without(texts, inner)
            for key, inner in value.items()
            if key not in texts
        }
    if isinstance(value, list):
        return [_without(texts, inner) for inner in value]
    return value
