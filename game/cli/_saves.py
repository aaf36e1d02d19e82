"""The list of saved games: what may be said of each without opening it."""

from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from game.campaign import load as load_campaign
from game.campaign import names as campaign_names
from game.desk.models import Save
from game.engine.board import SIDES
from game.problems import Problem
from game.record import lines, storage
from game.words import plain

RUNNING: Final = "game-"  # how the files of games in play begin


def listed(path: Path) -> Save:
    """Return a row of the list; a file that cannot be read says so instead of vanishing."""
    return _read(path, storage.stamp(path))


@lru_cache(maxsize=200)
def _read(path: Path, _: object) -> Save:
    """Return a row, kept as long as the file has not been written again."""
    try:
        log = lines.from_bytes(storage.read(path), path.name)
    except Problem as problem:
        return Save(path.stem, path.stem, "", "", "", "", "", problem=str(problem))
    seats = log.beginning.seats
    people = [side for side, name in enumerate(SIDES) if getattr(seats, name).kind == "person"]
    other = getattr(seats, SIDES[1 - people[0]]) if len(people) == 1 else None
    against = f"alone against {other.name.replace('-', ' ')}" if other else "two people"
    if other is not None and other.level:
        against += f", {other.level}"
    title = title_of(log.header.campaign)
    named = not path.name.startswith(RUNNING)
    return Save(
        id=path.stem, title=path.stem if named else title,
        side=plain.SIDE_NAMES[people[0]] if len(people) == 1 else "",
        quarter=plain.quarter_title(log.header.quarter), date=when(log.header.saved),
        version=log.header.version, people=against,
        note=f"Saved by hand, of: {title}." if named else "Kept as it is played.",
    )  # fmt: skip


@cache
def title_of(campaign: str) -> str:
    """Return a shipped campaign's title, and the name of a stranger's as it stands."""
    return load_campaign(campaign).title if campaign in campaign_names() else campaign


def when(saved: str) -> str:
    """Return a date and time in words, by the clock on the wall; as it stands if it is none."""
    try:
        there = datetime.fromisoformat(saved).astimezone()
    except ValueError:
        return saved
    return f"{there.day} {plain.MONTH_NAMES[there.month - 1]} {there.year}, {there:%H:%M}"
