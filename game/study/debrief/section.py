"""A section of the debrief, and its two forms: Markdown, and lines for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import fill


@dataclass(frozen=True)
class Section:
    """A heading, paragraphs, and a table with its column titles, either of which may be empty.
    ``items`` are parts of the section with headings of their own, ``tags`` what they can be picked
    out by."""

    title: str
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    items: tuple["Section", ...] = ()
    key: str = ""
    tags: tuple[str, ...] = ()


def markdown(parts: Sequence[Section], level: int = 2) -> Iterator[str]:
    """Yield sections as lines of Markdown."""
    for part in parts:
        yield f"{'#' * level} {marked(part.title)}"
        yield ""
        for paragraph in part.paragraphs:
            yield marked(paragraph)
            yield ""
        if part.rows:
            yield f"| {' | '.join(part.columns)} |"
            yield f"|{'---|' * len(part.columns)}"
            yield from (f"| {' | '.join(cell(one) for one in row)} |" for row in part.rows)
            yield ""
        yield from markdown(part.items, level + 1)


def marked(text: str) -> str:
    """Return text that Markdown shows as it is, and no browser takes for a tag."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.splitlines())


def cell(text: str) -> str:
    """Return text that fits into a cell of a table."""
    return marked(text)


def lines(parts: Sequence[Section], width: int = 88, indent: int = 0) -> Iterator[str]:
    """Yield sections as lines for a terminal of ``width`` columns."""
    pad = " " * indent
    for part in parts:
        yield ""
        yield pad + (part.title.upper() if indent == 0 else part.title)
        yield pad + "-" * len(part.title)
        for paragraph in part.paragraphs:
            yield fill(paragraph, width, initial_indent=pad, subsequent_indent=pad)
        if part.rows:
            yield from _columns((part.columns, *part.rows), pad)
        yield from lines(part.items, width, indent + 2)


def _columns(rows: Sequence[Sequence[str]], pad: str) -> Iterator[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        yield (pad + "  ".join(one.ljust(wide) for one, wide in zip(row, widths, strict=True)))
