"""Papers on desks, and the emblems of offices."""

import math
from collections.abc import Sequence

import numpy as np

from tools.cuts.block import Block, H, Line, Point, W, between, ramp, spline


def signature(block: Block) -> None:
    """Four lines of ink and a seal: paper, pens, baize."""
    block.gouge(block.all(), np.clip(0.34 - ramp(np.hypot(block.x - 620, block.y - 330), 250,
        760) * 0.34, 0.02, 1), angle=-28, pitch=8, length=60, wobble=3)
    q = [(352, 96), (860, 52), (1010, 612), (306, 664)]
    left = [(120, 150), (352, 96), (306, 664), (-60, 700)]
    for s in (left, q):
        block.ink(block.poly([(x + 20, y + 22) for x, y in s]))
    block.clear(block.poly(left))
    block.gouge(block.poly(left), np.clip(1.0 - 0.5 * ramp(block.x, 230, 352), 0, 1),
        u=block.x - 0.1 * block.y, v=block.y, pitch=9, length=240, wobble=1)
    block.clear(block.poly(q))
    block.gouge(block.poly([q[0], between(q, 0.12, 0), between(q, 0.12, 1), q[3]]),
        np.clip(0.6 + 0.4 * ramp(block.x - 340 + (block.y - 100) * 0.08, 0, 80), 0, 1),
        u=block.x + 0.08 * block.y, v=block.y, pitch=9, length=240, wobble=1)
    block.ink(block.line([q[0], q[3]], 3))
    block.ink(block.line(q, 2, closed=True))
    block.ink(block.line(left, 2, closed=True))
    for i in range(15):
        v = 0.10 + i * 0.056
        e = 0.86 if i % 5 != 4 else 0.5
        block.ink(block.line([between(left, 0.14, v), between(left, e, v)], 2.6))
    for i in range(8):
        v = 0.12 + i * 0.052
        e = 0.88 if i % 4 != 3 else 0.56
        block.ink(block.line([between(q, 0.16, v), between(q, e, v)], 3))
    for j, (u0, v0) in enumerate(((0.18, 0.66), (0.58, 0.64), (0.20, 0.86), (0.60, 0.84))):
        block.ink(block.line([between(q, u0, v0 + 0.035), between(q, u0 + 0.27, v0 + 0.033)], 1.5))
        if j == 3:
            continue
        loops, pts = 5 + j, []
        for i in range(loops * 8 + 1):
            t = i / (loops * 8)
            w = t * loops * 2 * math.pi
            tall = 0.036 * (1.5 if t < 0.16 else 0.55 + 0.45 * (math.sin(9 * t + 2 * j) > 0.6))
            pts.append(between(q, u0 + 0.01 + t * 0.25 + 0.011 * math.sin(w),
                v0 - 0.004 - tall * (1 - math.cos(w)) * 0.6 - 0.012 * t))
        block.ink(block.line(spline(pts, closed=False, steps=8), 3.2))
        underline = [pts[-1], between(q, u0 + 0.14, v0 + 0.05), between(q, u0 + 0.02, v0 + 0.052)]
        block.ink(block.line(spline(underline, closed=False), 2.2))
    # seal and ribbon: the red block
    sx, sy = between(q, 0.50, 0.955)
    rib = block.poly([(sx - 20, sy - 6), (sx + 4, sy - 4), (sx - 26, sy + 88),
        (sx - 44, sy + 70), (sx - 62, sy + 82)], [(sx - 4, sy - 4), (sx + 20, sy - 6),
        (sx + 56, sy + 78), (sx + 36, sy + 72), (sx + 22, sy + 90)])
    seal = block.curve([(sx + (44 + 4 * math.sin(i * 2.4)) * math.cos(i * math.pi / 9),
        sy + (38 + 4 * math.sin(i * 2.4)) * math.sin(i * math.pi / 9)) for i in range(18)],
        steps=5)
    for m in (rib, seal):
        block.ink(np.clip(block.blur(m, 2) * 4, 0, 1))
        block.clear(m)
        block.red(m)
    block.ink(np.clip(block.oval(sx, sy, 31, 27) - block.oval(sx, sy, 28.5, 24.5), 0, 1))
    block.ink(block.curve([(sx + (17 if i % 2 else 7) * math.cos(i * math.pi / 5 - math.pi / 2),
        sy + (15 if i % 2 else 6) * math.sin(i * math.pi / 5 - math.pi / 2)) for i in range(10)],
        steps=1))
    # the pen over the fourth line
    nib = between(q, 0.64, 0.845)
    t = math.radians(-33)
    ax, ay = math.cos(t), math.sin(t)
    nx, ny = -ay, ax

    def at(d: float, w: float) -> Point:
        return (nib[0] + ax * d + nx * w, nib[1] + ay * d + ny * w)

    block.ink(block.poly([(x + 26 * (d > 0) , y + 30 * (d > 0)) for (x, y),
        d in ((at(0, 0), 0), (at(60, -12), 1), (at(430, -14), 1), (at(430, 14), 1),
        (at(60, 12), 1))]))
    pen = block.poly([at(0, 0), at(54, -11), at(64, -17), at(180, -19), at(400, -15),
        at(418, -9), at(418, 9), at(400, 15), at(180, 19), at(64, 17), at(54, 11)])
    block.halo(pen, 4)
    block.clear(block.poly([at(6, -0.5), at(50, -8), at(50, 3), at(30, 1)]))
    block.clear(block.poly([at(72, -11), at(176, -12), at(176, -5), at(72, -5)]))
    block.clear(block.poly([at(190, -13), at(396, -9), at(396, -5), at(190, -6)]))
    block.clear(block.poly([at(182, -19), at(187, -19), at(187, 19), at(182, 19)]))
    block.clear(block.poly([at(230, 3), at(380, 2), at(384, 7), at(230, 8)]))
    # inkwell
    block.ink(block.oval(1116, 210, 108, 80))
    block.halo(block.oval(1104, 184, 92, 78), 3)
    block.gouge(block.oval(1104, 184, 84, 70), np.clip(0.75 - ramp(block.x + block.y, 1190,
        1400), 0, 1), u=np.hypot(block.x - 1104, (block.y - 184) * 1.2),
        v=np.arctan2(block.y - 184, block.x - 1104) * 90, pitch=9, length=110)
    block.halo(block.oval(1104, 178, 46, 38), 2.5)
    block.clear(block.line(spline([(1074, 166), (1092, 152), (1118, 150)], closed=False), 3))


def emblems(block: Block) -> None:
    """Eight objects for eight offices, in one block: nobody has a face, everybody has a thing."""
    block.block[:] = 1
    spots: list[Point] = [(160 + 320 * (i % 4), 180 + 360 * (i // 4)) for i in range(8)]
    for x, y in spots:
        disc = block.oval(x, y, 148)
        r, a = block.polar(x - 40, y - 50)
        block.ink(disc)
        block.gouge(block.oval(x, y, 140), np.clip(0.62 - ramp(r, 20, 190) * 0.56, 0.04, 1), u=r,
            v=a * 110, pitch=10, length=90, wobble=2)

    def thing(k: int, *polys: Line, hl: Sequence[tuple[Line, float]] = ()) -> Point:
        x, y = spots[k]
        m = block.poly(*[[(x + px, y + py) for px, py in q] for q in polys])
        block.halo(m, 4)
        for q, w in hl:
            block.clear(block.line([(x + px, y + py) for px, py in q], w))
        return x, y
    # 0 the telephone
    x, y = thing(0, spline([(-84, 76), (-66, 14), (-30, -22), (30, -22), (66, 14), (84, 76)],
        closed=False) , spline([(-100, -34), (-92, -66), (-50, -74), (0, -66), (50, -74),
        (92, -66), (100, -34), (84, -14), (50, -22), (36, -40), (0, -42), (-36, -40), (-50, -22),
        (-84, -14)], steps=6), hl=((spline([(-82, -56), (-50, -62), (0, -55), (50, -62),
        (82, -56)], closed=False), 4), ([(-74, 66), (74, 66)], 3)))
    block.halo(block.oval(x, y + 28, 36), 3)
    block.clear(block.oval(x, y + 28, 33))
    block.ink(block.oval(x, y + 28, 12))
    for t in range(8):
        block.ink(block.oval(x + 22 * math.cos(t * 0.7 - 0.9),
            y + 28 + 22 * math.sin(t * 0.7 - 0.9), 5))
    # 1 the peaked cap
    x, y = thing(1, spline([(-110, -14), (-96, -52), (-30, -84), (30, -84), (96, -52),
        (110, -14), (70, 4), (0, 10), (-70, 4)], steps=6),
        [(-72, 0), (72, 0), (70, 34), (-70, 34)], spline([(-76, 32), (0, 24), (76, 32), (66, 62),
        (0, 78), (-66, 62)], steps=6), hl=((spline([(-70, 38), (0, 31), (70, 38)], closed=False),
        5), (spline([(-92, -26), (-60, -50), (-20, -64)], closed=False), 4),
        (spline([(-50, 56), (0, 66), (50, 56)], closed=False), 4)))
    block.clear(block.curve([(x, y - 8), (x - 20, y - 18), (x - 34, y - 44), (x - 10, y - 34),
        (x, y - 52), (x + 10, y - 34), (x + 34, y - 44), (x + 20, y - 18)], steps=4))
    # 2 the briefcase
    thing(2, [(-96, -34), (96, -34), (102, 70), (-102, 70)],
        [(-40, -34), (-40, -66), (40, -66), (40, -34), (28, -34), (28, -54), (-28, -54),
        (-28, -34)], hl=(([(-96, -34), (-60, 14), (60, 14), (96, -34)], 4),
        ([(-92, 60), (92, 60)], 3)))
    x, y = spots[2]
    block.clear(block.poly([(x - 13, y + 4), (x + 13, y + 4), (x + 13, y + 26),
        (x - 13, y + 26)]))
    block.ink(block.oval(x, y + 14, 4))
    # 3 the file and the glass
    thing(3, [(-92, -56), (-30, -56), (-18, -42), (70, -42), (70, 66), (-92, 66)],
        hl=(([(-84, -34), (62, -34)], 3), ([(-78, -10), (10, -10)], 4), ([(-78, 8), (-4, 8)], 4),
        ([(-78, 26), (-20, 26)], 4)))
    x, y = spots[3]
    block.halo(block.line([(x + 62, y + 52), (x + 104, y + 92)], 15), 4)
    block.halo(block.oval(x + 34, y + 22, 46), 4)
    block.clear(block.oval(x + 34, y + 22, 37))
    block.ink(block.line([(x + 12, y + 14), (x + 56, y + 14)], 5))
    block.ink(block.line([(x + 14, y + 32), (x + 46, y + 32)], 5))
    # 4 the open book
    thing(4, spline([(-108, -46), (-56, -58), (0, -40), (0, -40), (56, -58), (108, -46),
        (108, 56), (56, 44), (0, 62), (-56, 44), (-108, 56)], steps=5))
    x, y = spots[4]
    for sd in (-1, 1):
        block.clear(block.curve([(x + sd * 98, y - 38), (x + sd * 54, y - 48),
            (x + sd * 6, y - 31), (x + sd * 6, y + 50), (x + sd * 54, y + 35),
            (x + sd * 98, y + 44)], steps=5))
        for j in range(5):
            block.ink(block.line(spline([(x + sd * 18, y - 12 + j * 13),
                (x + sd * 52, y - 26 + j * 13), (x + sd * (86 - 24 * (j == 4)),
                y - 21 + j * 13)], closed=False), 3.4))
    # 5 the pith helmet
    thing(5, spline([(-80, 20), (-74, -30), (-40, -68), (0, -76), (40, -68), (74, -30), (80, 20),
        (118, 44), (112, 58), (40, 44), (-40, 44), (-112, 58), (-118, 44)], steps=6),
        hl=((spline([(-78, 24), (0, 14), (78, 24)], closed=False), 5),
        (spline([(-58, -26), (-34, -52), (-8, -62)], closed=False), 5)))
    x, y = spots[5]
    block.clear(block.curve([(x + (22 if j % 2 else 9) * math.cos(j * math.pi / 5 - math.pi / 2),
        y - 14 + (22 if j % 2 else 9) * math.sin(j * math.pi / 5 - math.pi / 2)) for j
        in range(1, 11)], steps=1))
    # 6 the letter
    thing(6, [(-104, -58), (104, -58), (104, 66), (-104, 66)])
    x, y = spots[6]
    q = [(x - 96, y - 50), (x + 96, y - 50), (x + 96, y + 58), (x - 96, y + 58)]
    block.clear(block.poly(q))
    block.ink(block.line([q[0], (x, y + 14), q[1]], 5))
    block.ink(block.line([q[3], (x - 26, y - 4)], 4))
    block.ink(block.line([q[2], (x + 26, y - 4)], 4))
    block.ink(block.oval(x, y + 14, 22))
    block.clear(np.clip(block.oval(x, y + 14, 15) - block.oval(x, y + 14, 12), 0, 1))
    # 7 the bicycle wheel
    x, y = spots[7]
    block.clear(block.oval(x, y, 92))
    block.ink(np.clip(block.oval(x, y, 92) - block.oval(x, y, 74), 0, 1))
    block.clear(np.clip(block.oval(x, y, 86) - block.oval(x, y, 82), 0, 1))
    for t in range(16):
        block.ink(block.line([(x + 12 * math.cos(t * math.pi / 8 + 1.2 * (-1) ** t),
            y + 12 * math.sin(t * math.pi / 8 + 1.2 * (-1) ** t)),
            (x + 78 * math.cos(t * math.pi / 8), y + 78 * math.sin(t * math.pi / 8))], 2.6))
    block.ink(block.oval(x, y, 17))
    block.clear(block.oval(x, y, 7))


def press(block: Block) -> None:
    """A teleprinter that has written by night: the paper stands above it and hangs to the floor."""
    r, _ = block.polar(640, 250)
    block.gouge(block.all(), np.clip(0.40 - ramp(r, 120, 700) * 0.40, 0.02, 1), angle=12, pitch=10,
        length=150, wobble=5)
    desk = block.poly([(0, 560), (W, 560), (W, H), (0, H)])
    block.ink(desk)
    block.gouge(desk, np.clip(0.42 - ramp(np.abs(block.x - 640), 100, 640) * 0.4, 0.02, 1),
        angle=0, pitch=9, length=190, wobble=3)
    block.clear(block.line([(0, 561), (W, 561)], 2))
    sheet = [(452, 40), (846, 22), (836, 352), (444, 352)]
    block.ink(block.poly([(x + 18, y + 16) for x, y in sheet]))
    block.clear(block.poly(sheet))
    block.gouge(block.poly([sheet[0], between(sheet, 0.1, 0), between(sheet, 0.1, 1), sheet[3]]),
        np.clip(0.7 + 0.3 * ramp(block.x, 446, 490), 0, 1), angle=90, pitch=8, length=160)
    for row in range(12):
        down, ends = 0.10 + row * 0.072, (0.88, 0.84, 0.9, 0.52)[row % 4]
        start = 0.12
        while start < ends:  # words are dashes of uneven length
            word = min(start + block.rng.uniform(0.04, 0.13), ends)
            block.ink(block.line([between(sheet, start, down), between(sheet, word, down)], 5))
            start = word + 0.03
    for side in (0.03, 0.97):
        for hole_at in np.linspace(0.03, 0.97, 16):
            block.ink(block.oval(*between(sheet, side, hole_at), 3.2))
    block.halo(block.curve([(330, 340), (350, 318), (930, 318), (950, 340), (946, 372),
        (334, 372)], steps=6), 3)  # the platen
    block.gouge(block.poly([(350, 328), (930, 328), (930, 342), (350, 342)]), 0.8, angle=0, pitch=7,
        length=140)
    for x in (306, 974):
        block.halo(block.oval(x, 345, 20, 34), 2.6)
        block.clear(block.line([(x - 6, 322), (x - 6, 368)], 2.4))
    hood = [(300, 372), (980, 372), (1030, 470), (250, 470)]
    block.halo(block.poly(hood), 3)
    block.gouge(block.poly([between(hood, 0.02, 0.1), between(hood, 0.98, 0.1),
        between(hood, 0.98, 0.9), between(hood, 0.02, 0.9)]),
        np.clip(0.46 - ramp(block.y, 372, 470) * 0.3, 0, 1), angle=0, pitch=8, length=120)
    block.halo(block.poly([(560, 392), (720, 392), (726, 440), (554, 440)]), 2)
    front = [(226, 470), (1054, 470), (1100, 606), (180, 606)]
    block.halo(block.poly(front), 3)
    for row in range(4):
        for key in range(13 - row % 2):
            at = between(front, 0.10 + (key + 0.5 * (row % 2)) * 0.064, 0.16 + row * 0.21)
            block.halo(block.oval(at[0], at[1] + 4, 17, 12), 2)
            block.gouge(block.oval(*at, 14, 9), 0.9, angle=0, pitch=5, length=30, wobble=0)
    block.clear(block.line([front[3], front[2]], 2.4))
    block.halo(block.oval(1082, 430, 17), 3)  # the lamp that says it has come
    block.clear(block.oval(1082, 430, 13))
    block.red(block.oval(1082, 430, 13))
