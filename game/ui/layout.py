"""Dividing space: pure arithmetic on whole pixels, without a widget or a surface in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

MOST_RECTS = 12  # more spoilt rectangles than this are painted as one


@dataclass(frozen=True)
class Share:
    """What one part of a row or column asks for, in pixels.

    It never gets less than ``least``; it gets ``natural`` where there is room, and of what is
    left over a part in proportion to ``grow``.
    """

    least: int
    natural: int
    grow: float = 0.0


def divide(total: int, shares: Sequence[Share], gap: int = 0) -> list[tuple[int, int]]:
    """Return offset and length of each part along ``total`` pixels.

    With too little room every part gives up the same share of what it has above its least; when
    even that is too much the parts run over, and the caller scrolls or stacks.
    """
    room = total - gap * max(len(shares) - 1, 0)
    wanted = sum(share.natural for share in shares)
    least = sum(share.least for share in shares)
    if wanted <= room:
        growth = sum(share.grow for share in shares)
        lengths = _grown(room - wanted, shares, growth)
    elif wanted > least:
        kept = max(room - least, 0) / (wanted - least)
        lengths = [s.least + int((s.natural - s.least) * kept) for s in shares]
    else:
        lengths = [s.least for s in shares]
    parts, at = [], 0
    for length in lengths:
        parts.append((at, length))
        at += length + gap
    return parts


def _grown(spare: int, shares: Sequence[Share], growth: float) -> list[int]:
    """Return natural lengths plus their part of what is spare, without losing a pixel."""
    if growth <= 0:
        return [share.natural for share in shares]
    lengths, given, weight = [], 0, 0.0
    for share in shares:
        weight += share.grow
        upto = round(spare * weight / growth)
        lengths.append(share.natural + upto - given)
        given = upto
    return lengths


def rows(rect: Rect, shares: Sequence[Share], gap: int = 0) -> list[Rect]:
    """Return rectangles one below another."""
    return [
        Rect(rect.x, rect.y + at, rect.width, length)
        for at, length in divide(rect.height, shares, gap)
    ]


def flow(width: int, sizes: Sequence[tuple[int, int]], gap: int) -> tuple[list[Rect], int]:
    """Return rectangles set like words in lines, and the height of all lines."""
    placed: list[Rect] = []
    line: list[Rect] = []
    x = y = tall = 0
    for wide, high in sizes:
        wide = min(wide, width)
        if x and x + wide > width:
            _level(line, tall)
            x, y, tall, line = 0, y + tall + gap, 0, []
        line.append(Rect(x, y, wide, high))
        placed.append(line[-1])
        x, tall = x + wide + gap, max(tall, high)
    _level(line, tall)
    return placed, y + tall if sizes else 0


def _level(line: list[Rect], tall: int) -> None:
    """Move the rectangles of a line to its middle."""
    for rect in line:
        rect.y += (tall - rect.height) // 2


def inset(rect: Rect, amount: int) -> Rect:
    """Return a rectangle smaller by so many pixels on every side, never below nothing."""
    return Rect(
        rect.x + amount,
        rect.y + amount,
        max(rect.width - 2 * amount, 0),
        max(rect.height - 2 * amount, 0),
    )


def beside(
    box: tuple[int, int],
    anchor: Rect,
    window: Rect,
    gap: int,
    spared: Sequence[Rect] = (),
    rather: Sequence[Rect] = (),
) -> Rect:
    """Return where a tooltip goes: below its anchor, above it or at a side, and always inside the
    window; where it covers neither the anchor nor, if possible, any of the rectangles ``spared``,
    and of those places the one that covers least of ``rather``: controls one may be about to use.
    """
    wide, high = box
    places = []
    for x in (anchor.x, anchor.right - wide, anchor.x - wide // 2, anchor.right - wide // 2):
        places += [(x, anchor.bottom + gap), (x, anchor.top - gap - high)]
    slides = range(anchor.y - high, anchor.bottom + 1, max(high // 4, 1))
    for y in (anchor.y, anchor.bottom - high, *slides):
        places += [(anchor.right + gap, y), (anchor.left - gap - wide, y)]
    rects = [Rect(place, box).clamp(window) for place in places]

    def covered(rect: Rect) -> tuple[int, ...]:
        """Return how many pixels a place covers of anchor, of what is spared and of the rest."""
        parts = [[rect.clip(one) for one in each] for each in ((anchor,), spared, rather)]
        return tuple(sum(one.width * one.height for one in part) for part in parts)

    return min(rects, key=covered)


def merged(rects: list[Rect]) -> list[Rect]:
    """Return rectangles that do not overlap and cover all given; few, whatever was given."""
    if len(rects) > MOST_RECTS:
        return [rects[0].unionall(rects[1:])]
    result: list[Rect] = []
    for rect in rects:
        while (at := rect.collidelist(result)) >= 0:
            rect = rect.union(result.pop(at))
        result.append(rect)
    return result
