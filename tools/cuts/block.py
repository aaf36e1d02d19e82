"""A block that is cut: flat shapes, gouged with tapering white strokes, then printed.

Every picture is a stack of flat shapes on a block of 1280 by 720 units, x to the right and y down.
A shape is *gouged*: filled with white strokes along a field of directions (``u`` across the
strokes, ``v`` along them) whose breadth follows a tone from 0, black, to 1, white. Then the whole
block is warped by a unit or two, blurred and cut at a threshold, as ink spreads; solid black gets
salt, and the edge is ragged. A second block, ``spot``, prints one colour more under the black.

Masks and blocks are (height, width) arrays of 0..1 at ``scale`` pixels a unit; the same seed and
scale give the same picture.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

W, H = 1280, 720  # units of a block
FINE: Final = 2.0  # pixels a unit while a picture that is kept is cut
WIDE: Final = 1120  # pixels of the printed picture's width
INK, PAPER, RED = (33, 29, 25), (240, 230, 205), (164, 42, 34)  # as in game/ui/theme.py

Field = NDArray[np.floating[Any]]  # single precision, but for what a drawing reckons itself
Point = tuple[float, float]
Line = Sequence[Point]


class Block:
    """What a picture is cut into."""

    def __init__(self, seed: int, scale: float = FINE) -> None:
        """A black block; ``seed`` is of its noise."""
        self.scale = scale
        self.size = (round(W * scale), round(H * scale))
        self.rng = np.random.default_rng(seed)
        self.y, self.x = (
            axis.astype(np.float32) / scale for axis in np.mgrid[: self.size[1], : self.size[0]]
        )
        self.block = np.zeros_like(self.x)  # 0 ink, 1 paper
        self.spot = np.zeros_like(self.x)
        self.wob, self.fine = self.noise(60, 2), self.noise(7, 2)

    # Fields

    def noise(self, cell: float, octaves: int = 1) -> Field:
        """Return smooth noise, mean 0, about -1..1, with cells of ``cell`` units."""
        total, amount, norm = np.zeros_like(self.x), 1.0, 0.0
        for _ in range(octaves):
            rows, columns = (max(3, int(side / cell) + 3) for side in (H, W))
            small = Image.fromarray(self.rng.standard_normal((rows, columns)).astype(np.float32))
            total += amount * np.asarray(small.resize(self.size, Image.Resampling.BICUBIC))
            norm += amount**2
            amount *= 0.5
            cell /= 2
        return total / np.float32(math.sqrt(norm))

    def blur(self, mask: Field, radius: float) -> Field:
        """Return a mask blurred by so many units."""
        image = Image.fromarray((np.clip(mask, 0, 1) * 255).astype(np.uint8))
        soft = image.filter(ImageFilter.GaussianBlur(radius * self.scale))
        return np.asarray(soft).astype(np.float32) / 255

    def polar(self, x: float, y: float, squash: float = 1.0) -> tuple[Field, Field]:
        """Return distance from a point, and the angle there in radians."""
        across, down = self.x - x, (self.y - y) / squash
        return np.hypot(across, down), np.arctan2(down, across)

    # Masks

    def all(self) -> Field:
        """Return the mask of the whole block."""
        return np.ones_like(self.x)

    def mask(self, *draws: Callable[[ImageDraw.ImageDraw], Any]) -> Field:
        """Return the mask of what ``draws`` fill."""
        image = Image.new("L", self.size, 0)
        drawing = ImageDraw.Draw(image)
        for draw in draws:
            draw(drawing)
        return np.asarray(image).astype(np.float32) / 255

    def _scaled(self, points: Line) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def poly(self, *shapes: Line) -> Field:
        """Return the mask of some polygons."""
        made = [self._scaled(shape) for shape in shapes]
        return self.mask(*[lambda to, one=one: to.polygon(one, fill=255) for one in made])

    def curve(self, points: Line, steps: int = 10) -> Field:
        """Return the mask of a closed curve through points."""
        return self.poly(spline(points, steps=steps))

    def oval(self, x: float, y: float, wide: float, high: float | None = None) -> Field:
        """Return the mask of an ellipse, by its middle and its radii."""
        high = high or wide
        inside = 1 - np.hypot((self.x - x) / wide, (self.y - y) / high)
        return np.clip(inside * min(wide, high) * self.scale + 0.5, 0, 1)

    def ring(self, x: float, y: float, outer: Point, inner: Point) -> Field:
        """Return the mask of a band between two ellipses."""
        return np.clip(self.oval(x, y, *outer) - self.oval(x, y, *inner), 0, 1)

    def line(self, points: Line, width: float, closed: bool = False) -> Field:
        """Return the mask of a line with round ends."""
        made, half = self._scaled(points), width * self.scale / 2

        def draw(to: ImageDraw.ImageDraw) -> None:
            way = made + (made[:1] if closed else [])
            to.line(way, fill=255, width=max(1, round(2 * half)), joint="curve")
            for x, y in (made[0], made[-1]):
                to.ellipse((x - half, y - half, x + half, y + half), fill=255)

        return self.mask(draw)

    # Cutting

    def ink(self, mask: Field) -> None:
        """Leave a shape black."""
        self.block = self.block * (1 - mask)

    def clear(self, mask: Field) -> None:
        """Cut a shape away."""
        self.block = np.maximum(self.block, mask)

    def halo(self, mask: Field, radius: float = 2.5) -> None:
        """Leave a shape black with a white line around it."""
        self.clear(np.clip((self.blur(mask, radius) - 0.08) * 6, 0, 1))
        self.ink(mask)

    def red(self, mask: Field) -> None:
        """Print a shape red, where the block is cut away."""
        self.spot = np.maximum(self.spot, mask)

    def gouge(
        self, mask: Field, tone: Any, angle: float = 0.0, u: Any = None, v: Any = None,
        pitch: float = 8.0, length: float = 90.0, wobble: float = 2.0, rough: float = 0.14,
    ) -> None:  # fmt: skip
        """Fill a shape with tapering white strokes; tone 0 leaves it black, 1 clears it."""
        if u is None:
            turn = math.radians(angle)
            u = -self.x * math.sin(turn) + self.y * math.cos(turn)
            v = self.x * math.cos(turn) + self.y * math.sin(turn)
        across = (u + wobble * self.wob) / pitch
        row = np.floor(across)
        start = np.modf(np.abs(np.sin(row * 12.9898) * 43758.5453))[0]
        along = np.modf(np.abs(v / length * (0.75 + 0.5 * start) + start * 7 + 50))[0]
        tone = np.broadcast_to(np.asarray(tone, np.float32), across.shape)
        tone = np.clip(tone + rough * self.fine * 0.6, 0, 1.05)
        end = np.minimum(along, 1 - along) / np.clip(0.34 * (1.06 - tone), 0.015, 1)
        breadth = tone * np.where(tone > 0.97, 1.08, np.clip(end, 0, 1) ** 0.6)
        side = np.abs(across - row - 0.5) * 2
        cut = np.clip((breadth - side) * pitch * self.scale * 0.5 + 0.5, 0, 1)
        self.block = self.block * (1 - mask) + cut * mask

    # Printing

    def print(self, wide: int = WIDE) -> Image.Image:
        """Return the block as it prints: ink, paper, one tone between, and red where there is."""
        warp = (self.noise(11, 2) * 1.1, self.noise(11, 2) * 1.1)
        column, row = (
            np.clip((axis + by) * self.scale, 0, most - 1).astype(np.int32)
            for axis, by, most in zip((self.x, self.y), warp, self.size, strict=True)
        )
        black = np.clip((self.blur(self.block[row, column], 0.55) - 0.5) * 5 + 0.5, 0, 1)
        spot = np.clip((self.blur(self.spot[row, column], 0.8) - 0.5) * 5 + 0.5, 0, 1)
        salt = np.clip((self.noise(2.2) - 2.35 + 0.35 * self.noise(90)) * 3, 0, 1)
        black = np.maximum(black, salt * 0.8)
        rim = np.minimum(np.minimum(self.x, W - self.x), np.minimum(self.y, H - self.y))
        frame = np.clip((rim - 10 - 1.6 * self.noise(18, 2)) * self.scale, 0, 1)
        black, spot = (1 - (1 - black) * frame)[..., None], (spot * frame)[..., None]
        ground = np.array(PAPER) * (1 - spot) + np.array(RED) * spot
        printed = ground * black + np.array(INK) * (1 - black)
        image = Image.fromarray(np.clip(printed, 0, 255).astype(np.uint8))
        return quantized(image.resize((wide, round(wide * H / W)), Image.Resampling.LANCZOS))


def quantized(image: Image.Image) -> Image.Image:
    """Return a picture in ink, a tone between, paper and red."""
    between = tuple(round((one + other) / 2) for one, other in zip(INK, PAPER, strict=True))
    inks = (INK, between, PAPER, RED)
    key = Image.new("P", (1, 1))
    key.putpalette([part for ink in inks for part in ink] + list(INK) * (256 - len(inks)))
    made = image.quantize(palette=key, dither=Image.Dither.NONE)
    made.putpalette([part for ink in inks for part in ink])
    return made


def ramp(field: Any, low: float, high: float) -> Any:
    """Return 0 up to ``low``, 1 from ``high`` on, and a slope between."""
    return np.clip((field - low) / (high - low), 0, 1)


def spline(points: Line, closed: bool = True, steps: int = 10) -> list[Point]:
    """Return a smooth line through points, by Catmull and Rom: cuts are curves."""
    place, count, made = np.array(points, float), len(points), []
    for index in range(count if closed else count - 1):
        near = (index + shift for shift in (-1, 0, 1, 2))
        picked = [one % count if closed else min(max(one, 0), count - 1) for one in near]
        a, b, c, d = (place[one] for one in picked)
        for t in np.arange(steps) / steps:
            made.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
                               + (3 * b - a - 3 * c + d) * t**3))  # fmt: skip
    if not closed:
        made.append(place[-1])
    return [(float(x), float(y)) for x, y in made]


def place(
    shape: Iterable[Point], at: Point, size: float, turn: float = 0.0, flip: bool = False
) -> list[Point]:
    """Return a shape, y up and one unit high, set at a point by its foot."""
    cosine, sine = math.cos(turn), math.sin(turn)
    made = []
    for across, up in shape:
        x, y = -across if flip else across, -up
        made.append((at[0] + size * (x * cosine - y * sine),
                     at[1] + size * (x * sine + y * cosine)))  # fmt: skip
    return made


def between(corners: Line, right: float, down: float) -> Point:
    """Return a point of a quadrangle, given clockwise from its top left, by shares 0..1."""
    shares = ((1 - right) * (1 - down), right * (1 - down), right * down, (1 - right) * down)
    x, y = (sum(share * one[axis] for share, one in zip(shares, corners, strict=True))
            for axis in (0, 1))  # fmt: skip
    return float(x), float(y)
