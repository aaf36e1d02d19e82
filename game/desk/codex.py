"""The codex: people, channels, operations, places, terms and ideas, as far as the date allows."""

import re
from collections.abc import Sequence
from typing import Final

from game.desk.models import Fact, Page
from game.problems import Problem
from game.study.papers.codex import Entry, entries

MOST: Final = 7  # dated happenings shown on one page
KINDS: Final = (
    ("person", "People"),
    ("channel", "Channels"),
    ("operation", "Operations"),
    ("place", "Places"),
    ("term", "Terms"),
    ("concept", "Ideas"),
)


def known(quarter: str) -> list[Entry]:
    """Return the entries that may be shown in a quarter such as ``1968Q1``, by title."""
    found = [entry for entry in entries() if entry.get("first", "") <= quarter]
    return sorted(found, key=lambda entry: str(entry["title"]))


def page(asked: str, quarter: str, record: Sequence[Fact] = ()) -> Page:
    """Return the page of an id; an empty id is the contents. ``record`` are dated happenings, the
    latest first; those that name the entry stand on its page."""
    if not asked:
        return contents(quarter)
    there = {entry["id"]: entry for entry in known(quarter)}
    if asked not in there:
        raise Problem(f"The codex has no page {asked!r} yet.")
    entry = there[asked]
    links = tuple(link for link in entry.get("see", ()) if link in there)
    sources = (Fact("Source", entry["source"]),)
    names = re.compile(rf"\b({'|'.join(re.escape(name) for name in names_of(entry))})\b")
    told = tuple(fact for fact in record if names.search(f"{fact.term} {fact.text}"))[:MOST]
    kind = dict(KINDS)[entry["kind"]]
    return Page(asked, entry["title"], (entry["text"],), (*sources, *told), links, kind)


def terms(quarter: str) -> dict[str, str]:
    """Return the words of running text that lead to a page in ``quarter``, with its id."""
    return {name: str(entry["id"]) for entry in known(quarter) for name in names_of(entry)}


def names_of(entry: Entry) -> list[str]:
    """Return the words by which an entry is named in texts."""
    return [str(name) for name in (entry["title"], *entry["aliases"])]


def contents(quarter: str) -> Page:
    """Return the contents, one line a kind; all pages are linked."""
    there = known(quarter)
    facts = tuple(
        Fact(title, ", ".join(entry["title"] for entry in there if entry["kind"] == kind))
        for kind, title in KINDS
    )
    ordered = tuple(entry["id"] for kind, _ in KINDS for entry in there if entry["kind"] == kind)
    said = "People, places and words of the war, as the record has them."
    return Page("", "The codex", (said,), facts, ordered)


def find(word: str, quarter: str) -> Page:
    """Return the page whose title or alias is, begins with, or holds ``word``."""
    asked = word.lower()
    named = [
        (entry["id"], [str(name).lower() for name in (entry["title"], *entry["aliases"])])
        for entry in known(quarter)
    ]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [key for key, names in named if any(fits(name, asked) for name in names)]
        if len(found) == 1 or (found and fits is str.__eq__):
            return page(found[0], quarter)
        if found:
            titles = [page(key, quarter).title for key in found[:8]]
            raise Problem(f"{word!r} could be {', '.join(titles)}: write more letters.")
    raise Problem(f"The codex has nothing on {word!r} yet; 'codex' lists what it has.")
