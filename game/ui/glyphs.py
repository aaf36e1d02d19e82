"""Which letters a font has, read from its own table: pygame draws a missing one without a word.

Only the two kinds of table that Unicode fonts use are read: 4 (up to U+FFFF) and 12.
Source: OpenType specification 1.9, chapter "cmap".
"""

import struct
from functools import cache

from game.ui.assets import font_file


@cache
def letters(file: str) -> frozenset[int]:
    """Return the code points a font has a glyph for."""
    data = font_file(file).read_bytes()
    start = _table(data, b"cmap")
    count = struct.unpack_from(">H", data, start + 2)[0]
    found: set[int] = set()
    for index in range(count):
        at = start + struct.unpack_from(">L", data, start + 4 + 8 * index + 4)[0]
        kind = struct.unpack_from(">H", data, at)[0]
        if kind == 4:
            found |= _segments(data, at)
        elif kind == 12:
            found |= _groups(data, at)
    return frozenset(found)


def _table(data: bytes, name: bytes) -> int:
    """Return where a table starts; the error names a font that has none."""
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if tag == name:
            return int(offset)
    raise ValueError(f"the font has no table {name!r}")


def _segments(data: bytes, at: int) -> set[int]:
    """Return the code points of a table of kind 4; glyph 0 is the missing one."""
    double = struct.unpack_from(">H", data, at + 6)[0]
    count = double // 2
    found: set[int] = set()
    for index in range(count):
        place = at + 14 + 2 * index
        end = struct.unpack_from(">H", data, place)[0]
        first = struct.unpack_from(">H", data, place + double + 2)[0]
        delta = struct.unpack_from(">H", data, place + 2 * double + 2)[0]
        reach_at = place + 3 * double + 2
        reach = struct.unpack_from(">H", data, reach_at)[0]
        for code in range(first, min(end, 0xFFFE) + 1):
            glyph = code + delta
            if reach:
                glyph = struct.unpack_from(">H", data, reach_at + reach + 2 * (code - first))[0]
                glyph += delta if glyph else 0
            if glyph & 0xFFFF:
                found.add(code)
    return found


def _groups(data: bytes, at: int) -> set[int]:
    """Return the code points of a table of kind 12."""
    found: set[int] = set()
    for index in range(struct.unpack_from(">L", data, at + 12)[0]):
        first, last, _ = struct.unpack_from(">LLL", data, at + 16 + 12 * index)
        found.update(range(first, last + 1))
    return found
