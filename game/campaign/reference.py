"""The tables of docs/campaigns.md, made from the code: ``python -m game.campaign.reference``.

Each table stands between two marks in the page; a test says when the page is out of date.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.campaign import limits
from game.campaign.given import AT_REST, NEEDED
from game.campaign.schema_start import COUNTED
from game.engine.board import HANOI, POSITIONS, SIDES, WASHINGTON
from game.engine.dilemmas import FACTORS, LEAK_BOUNDS, PUSH_BOUNDS
from game.engine.ladders import LADDERS, TROOPS_LIMITS
from game.engine.tables import EFFECT_BOUNDS
from game.engine.world import FIELDS

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "campaigns.md"
_AXES: Final = {"": "a number", "C": "by corps", "Z": "by zone of the North", "S": "by side"}


def limits_table() -> list[str]:
    """Return the limits, a row each."""
    return _table(
        ("what", "at most"),
        [
            ("size of a file", f"{limits.MOST_BYTES:,} bytes"),
            ("tables and lists inside one another, parts of a dotted key", f"{limits.MOST_DEPTH}"),
            ("rows of a list, keys of a table", f"{limits.MOST_ROWS:,}"),
            ("values of a file", f"{limits.MOST_VALUES:,}"),
            ("quarters", f"{limits.MOST_QUARTERS}"),
            ("channels", f"{limits.MOST_CHANNELS}"),
            ("letters of a text", f"{limits.MOST_LETTERS:,}"),
            ("words of an event's, a channel's or a chronicle row's text", f"{limits.MOST_WORDS}"),
            ("any number, whichever its sign", f"{limits.MOST_NUMBER:,}"),
        ],
    )


def start_table() -> list[str]:
    """Return the fields of ``[start]``, a row each, in the order of World's."""
    rows = []
    for name, field in FIELDS.items():
        if name in NEEDED or name in AT_REST:
            high = field.high * COUNTED if field.whole and field.high > 1 else field.high
            allowed = f"{field.low:,.10g} to {high:,.10g}"
            needed = "yes" if name in NEEDED else "else 0"
            shape = _AXES[field.axes]
            rows.append((f"`{name}`", field.meaning, field.unit, shape, allowed, needed))
    return _table(("field", "what it is", "unit", "given", "range", "needed"), rows)


def orders_table() -> list[str]:
    """Return both sides' ladders with their words."""
    rows = []
    for side in (WASHINGTON, HANOI):
        for ladder in LADDERS[side]:
            where = "by corps" if ladder.by_corps else ""
            rows.append((SIDES[side], f"`{ladder.name}`", where, ", ".join(ladder.rungs)))
    return _table(("side", "order", "", "words, from the quietest"), rows)


def troops_table() -> list[str]:
    """Return the limits of each rung of the troops ladder."""
    words = next(ladder for ladder in LADDERS[WASHINGTON] if ladder.name == "troops").rungs
    rows = [
        (word, f"{low:g} to {high:g}")
        for word, (low, high) in zip(words, TROOPS_LIMITS, strict=True)
    ]
    return _table(("`troops`", "`troops_number`, thousands"), rows)


def terms_table() -> list[str]:
    """Return the positions of the five issues."""
    rows = [(f"`{issue}`", *words) for issue, words in POSITIONS.items()]
    return _table(("issue", "0", "1", "2", "3"), rows)


def effects_table() -> list[str]:
    """Return what an event may do, with its bounds."""
    rows = [(f"`{name}`", f"{low:g} to {high:g}") for name, (low, high) in EFFECT_BOUNDS.items()]
    return _table(("`what`", "`amount`, and a quarter's sum"), rows)


def pushes_table() -> list[str]:
    """Return what an answer to a dilemma may do, with the bounds of one push."""
    rows = [
        (f"`{name}`", f"x{low:g} to x{high:g}" if name in FACTORS else f"{low:+g} to {high:+g}")
        for name, (low, high) in PUSH_BOUNDS.items()
    ]
    low, high = LEAK_BOUNDS
    rows.append(("`leak.CHANNEL`, `leak.any`", f"{low:+g} to {high:+g}"))
    return _table(("what", "one push, a quarter"), rows)


TABLES: Final = {
    "limits": limits_table,
    "start": start_table,
    "orders": orders_table,
    "troops": troops_table,
    "terms": terms_table,
    "effects": effects_table,
    "pushes": pushes_table,
}


def made_anew(page: str) -> str:
    """Return the page with every marked table made anew."""
    for name, table in TABLES.items():
        mark, end = f"<!-- table {name} -->", "<!-- end -->"
        before, _, rest = page.partition(mark)
        page = before + "\n".join((mark, *table(), end)) + rest.partition(end)[2]
    return page


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [head, tuple("---" for _ in head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


if __name__ == "__main__":
    PAGE.write_text(made_anew(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
