"""Every limit on a campaign file in one place, and the checks that need no schema.

Campaign files come from strangers: size, depth and counts are bounded before anything is built,
and no text may carry characters that act on a terminal or reorder what is read.
"""

from collections.abc import Iterator
from typing import Any, Final

from game.campaign.places import Path, place, shown
from game.letters import forbidden

MOST_BYTES: Final = 2_000_000  # bytes of one file
MOST_DEPTH: Final = 8  # tables and lists inside one another; parts of a dotted key
MOST_ROWS: Final = 2_000  # rows of a list, keys of a table
MOST_VALUES: Final = 50_000  # keys and values of one file; the full campaign has about 5,000
MOST_QUARTERS: Final = 400  # quarters of a campaign
MOST_LETTERS: Final = 2_000  # letters of one text
MOST_WORDS: Final = 60  # words of an event's or a chronicle row's text
MOST_CHANNELS: Final = 63  # channels beside public speech
MOST_SENDERS: Final = 4  # governments of a case whose hands are read
MOST_SPELLS: Final = 60  # sender-periods of a case
MOST_PAGES: Final = 120  # pages of a case's story
MOST_PEOPLE: Final = 60  # people of a case
MOST_PLACES: Final = 40  # names on a case's map
MOST_PICTURE: Final = 4_000_000  # bytes of a case's map; those shipped have about 100,000
MOST_NUMBER: Final = 10**9  # of any number, whichever its sign; fields declare their own range
MOST_SHOWN: Final = 40  # findings printed; the rest are counted


class TooMuch(Exception):
    """The file is too large in some count to be looked at further; the text is the finding."""


def findings(data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield (place, what breaks a limit) anywhere in parsed TOML; TooMuch where a count does."""
    pending: list[tuple[Path, Any]] = [((), data)]
    seen = 0
    while pending:
        path, value = pending.pop()
        seen += 1
        if seen > MOST_VALUES:
            raise TooMuch(f"(whole file): more than {MOST_VALUES:,} values; shorten it")
        if isinstance(value, dict | list):
            pending.extend(_inside(path, value))
            yield from (
                (path, found) for key in value if isinstance(key, str) for found in _text(key)
            )
        else:
            yield from ((path, found) for found in _plain(value))


def _inside(path: Path, value: dict[str, Any] | list[Any]) -> list[tuple[Path, Any]]:
    if len(path) > MOST_DEPTH:
        raise TooMuch(f"{place(path[:3])}...: nested deeper than {MOST_DEPTH}; flatten it")
    if len(value) > MOST_ROWS:
        raise TooMuch(f"{place(path)}: {len(value):,} rows; at most {MOST_ROWS:,} are allowed")
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [((*path, key), inner) for key, inner in reversed(list(pairs))]


def _plain(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(value)
    elif isinstance(value, int | float) and not abs(value) <= MOST_NUMBER:
        yield f"{shown(value)} is no number the game can use; write a smaller one"


def _text(text: str) -> Iterator[str]:
    if len(text) > MOST_LETTERS:
        yield f"{len(text):,} letters; at most {MOST_LETTERS:,} are allowed"
    culprit = forbidden(text)
    if culprit:
        yield f"the text holds a {culprit}; remove it"
