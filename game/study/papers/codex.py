"""Linking the codex: which words of a text lead to which page.

The longest alias wins where several overlap, an entry is linked once in a text (where it is first
named), and only whole words in the writing of the codex count: "pause" is no page because a cable
says that somebody paused. The three capitals stand in nearly every text and mean governments
there, not cities: their pages are found by search and by links of other pages.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).parents[3] / "assets" / "codex.toml"
MOST_LINKS: Final = 8  # links in one text, the first ones, so that a page stays readable
COMMON: Final = frozenset({"Hanoi", "Saigon", "Washington"})
"""Aliases too common to link."""

Entry = Mapping[str, Any]


@dataclass(frozen=True)
class Link:
    """Characters ``start`` to ``end`` of a text lead to the page ``entry``."""

    start: int
    end: int
    entry: str


@cache
def entries(path: Path = FILE) -> tuple[Entry, ...]:
    """Return every entry of the codex as it stands in the file."""
    with path.open("rb") as file:
        return tuple(tomllib.load(file)["entry"])


def links(text: str, quarter: str | None = None) -> list[Link]:
    """Return the links of a text in order; with a ``quarter`` only to pages that may be shown in
    it."""
    found, linked = [], set()
    for match in _pattern().finditer(text):
        entry = _by_alias()[match.group()]
        if entry["id"] not in linked and (quarter is None or entry.get("first", "") <= quarter):
            linked.add(entry["id"])
            found.append(Link(match.start(), match.end(), str(entry["id"])))
    return found[:MOST_LINKS]


@cache
def _by_alias() -> dict[str, Entry]:
    """Return the entries by alias; the first entry of the file keeps an alias that two claim."""
    made: dict[str, Entry] = {}
    for entry in entries():
        for alias in entry["aliases"]:
            if alias not in COMMON:
                made.setdefault(alias, entry)
    return made


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all aliases, longest first, as whole words."""
    aliases = sorted(_by_alias(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, aliases)) + r")(?![\w-])")
