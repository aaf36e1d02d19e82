"""Where a map looks: how close, and at which place. A scene keeps it, so that a screen that is
built anew shows the same part."""

from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.ui.map.projection import Frame

Bounds = tuple[float, float, float, float]
CLOSENESS: Final = (1.0, 1.6, 2.5)  # times; closer still, the relief has nothing more to show


@dataclass
class Aim:
    """How close a map is looked at, an index of CLOSENESS, and the place in its middle, longitude
    and latitude; None for the middle of the whole."""

    step: int = 0
    place: tuple[float, float] | None = None

    def move(self, steps: int, place: tuple[float, float] | None) -> bool:
        """Go closer by ``steps``, towards a place; return whether that changed anything."""
        new = min(max(self.step + steps, 0), len(CLOSENESS) - 1)
        if new == self.step:
            return False
        self.step = new
        self.place = place if new and place is not None else self.place if new else None
        return True

    def bounds(self, whole: Bounds) -> Bounds:
        """Return what of ``whole`` is to be seen: west, south, east, north, in degrees."""
        if not self.step:
            return whole
        west, south, east, north = whole
        wide = (east - west) / CLOSENESS[self.step]
        high = (north - south) / CLOSENESS[self.step]
        x, y = self.place or ((west + east) / 2, (south + north) / 2)
        x = min(max(x, west + wide / 2), east - wide / 2)
        y = min(max(y, south + high / 2), north - high / 2)
        return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def overlap(old: Frame, new: Frame) -> tuple[Rect, Rect]:
    """Return the pixels of an old frame that a new one shows too, and where the new one has them;
    two empty rectangles where they show nothing alike."""
    ends = [frame.place(frame.width, frame.height) for frame in (old, new)]
    east, south = min(x for x, _ in ends), max(y for _, y in ends)
    west, north = max(old.west, new.west), min(old.north, new.north)
    if west >= east or south >= north:
        return Rect(0, 0, 0, 0), Rect(0, 0, 0, 0)
    found = []
    for frame in (old, new):
        left, top = frame.pixel(west, north)
        right, bottom = frame.pixel(east, south)
        rect = Rect(round(left), round(top), round(right) - round(left), round(bottom) - round(top))
        found.append(rect.clip(Rect(0, 0, frame.width, frame.height)))
    return found[0], found[1]
