"""Rooms: a door, three chairs, a telephone, the table."""

import math

import numpy as np

from tools.cuts.block import Block, H, Line, Point, W, ramp, spline


def table(block: Block) -> None:
    """The table of Paris from above: one round, two oblong; the papers lie, nobody sits."""
    cx, cy = 640, 360
    r, _ = block.polar(cx, cy)
    block.gouge(block.all(), np.clip(0.50 - ramp(r, 230, 690) * 0.46, 0.02, 1), angle=0,
        pitch=13, length=210, wobble=1.2)
    for k in range(0, W, 160):
        for j in range(0, H, 78):
            block.ink(block.line([(k + 80 * (j // 78 % 2), j), (k + 80 * (j // 78 % 2), j + 78)],
                2))
    for j in range(0, H, 78):
        block.ink(block.line([(0, j), (W, j)], 4))

    def chair(x: float, y: float, turn: float) -> None:
        seat = [(-30, -24), (30, -24), (34, 20), (-34, 20)]
        back = [(-40, 22), (40, 22), (36, 40), (-36, 40)]

        def rot(ps: Line) -> list[Point]:
            return [(x + math.cos(turn) * px - math.sin(turn) * py,
                y + math.sin(turn) * px + math.cos(turn) * py) for px, py in ps]

        sh = block.poly(rot([(px + 0, py + 0) for px, py in [(-46, -20), (54, -20), (60, 56),
            (-40, 56)]]))
        block.ink(sh)
        m = block.curve(rot(seat), steps=6)
        block.halo(m, 1.6)
        block.gouge(block.curve(rot([(p * 0.8, q * 0.8) for p, q in seat]), steps=6), 0.42,
            angle=math.degrees(turn), pitch=7, length=60)
        b = block.poly(rot(back))
        block.halo(b, 1.8)
    R = 232
    for i in range(16):
        t = math.pi * 2 * (i + 0.5) / 16
        if abs(math.cos(t)) > 0.9:
            continue
        chair(cx + math.cos(t) * (R + 52), cy + math.sin(t) * (R + 52), t - math.pi / 2)
    shadow = block.oval(cx + 16, cy + 20, R + 8)
    block.ink(shadow)
    top = block.oval(cx, cy, R)
    block.halo(top, 2)
    lit = np.clip(1.02 - 0.62 * ramp(np.hypot(block.x - cx + 80, block.y - cy + 90), 190, 420),
        0, 1)
    block.gouge(block.oval(cx, cy, R - 5), lit, angle=63, pitch=10, length=300, wobble=0.8,
        rough=0.06)
    block.ink(np.clip(block.oval(cx, cy, 222) - block.oval(cx, cy, 219.5), 0, 1))
    for side in (-1, 1):  # the secretaries' oblong tables, 45 centimetres away
        x = cx + side * (R + 98)
        q = [(x - 44, cy - 118), (x + 44, cy - 118), (x + 44, cy + 118), (x - 44, cy + 118)]
        block.ink(block.poly([(p + 14, s + 16) for p, s in q]))
        m = block.poly(q)
        block.halo(m, 2)
        block.gouge(block.poly([(p + (4 if p < x else -4), s + (4 if s < cy else -4)) for p,
            s in q]), 0.86 - 0.3 * (side > 0), angle=90, pitch=9, length=170)
        for k in (-1, 1):
            chair(x + side * 84, cy + k * 58, side * -math.pi / 2)
        for k in (-1, 1):
            s: list[Point] = [
                (x - side * 4 - 17, cy + k * 62 - 22), (x - side * 4 + 20, cy + k * 58 - 24),
                (x - side * 4 + 22, cy + k * 60 + 22), (x - side * 4 - 15, cy + k * 62 + 24)]
            block.ink(block.poly([(p + 4, t + 4) for p, t in s]))
            block.clear(block.poly(s))
            for j in range(4):
                block.ink(block.line([(s[0][0] + 7, s[0][1] + 9 + j * 8),
                    (s[1][0] - 7 - 4 * (j == 3), s[1][1] + 11 + j * 8)], 1.6))
    for i in range(16):
        t = math.pi * 2 * (i + 0.5) / 16
        if abs(math.cos(t)) > 0.9:
            continue

        def rot(px: float, py: float, t: float = t) -> Point:
            return (cx + math.cos(t) * (R - 46 + py) - math.sin(t) * px,
                cy + math.sin(t) * (R - 46 + py) + math.cos(t) * px)

        shift = block.rng.uniform(-4, 4)
        s = [rot(-22 + shift, -26), rot(22 + shift, -28), rot(24 + shift, 26),
            rot(-20 + shift, 28)]
        block.ink(block.poly([(x + 5, y + 6) for x, y in s]))
        block.clear(block.poly(s))
        block.ink(block.line(s, 1.4, closed=True))
        for j in range(5):
            e = 15 - (6 if j == 4 else 0)
            block.ink(block.line([rot(-14 + shift, 17 - j * 8), rot(e + shift, 16 - j * 8)], 1.7))
        g = rot(38, 4)
        block.ink(block.oval(g[0] + 3, g[1] + 3, 9))
        block.clear(block.oval(*g, 8))
        block.ink(block.oval(*g, 5.5))
        block.clear(block.oval(g[0] - 1.5, g[1] - 1.5, 2))


def _wall(block: Block) -> None:
    """Cut the panelled wall, the floor and the frame that stand around either door."""
    r, _ = block.polar(700, 330)
    # wall
    block.gouge(block.all(), 0.30 * np.clip(1 - r / 620, 0, 1) + 0.05, angle=90, pitch=10,
        length=240, wobble=2)
    for x0, x1 in ((70, 250), (290, 470), (930, 1090), (1120, 1240)):  # panelling
        for q in ([(x0, 90), (x1, 90), (x1, 395), (x0, 395)],
            [(x0, 425), (x1, 425), (x1, 530), (x0, 530)]):
            lit = 0.9 if x0 > 500 else 0.55
            k = np.clip(1 - abs((x0 + x1) / 2 - 700) / 640, 0.15, 1)
            block.ink(block.line(q, 7, closed=True))
            block.gouge(block.line(q, 2.6, closed=True), lit * k + 0.2, angle=45, pitch=5,
                length=40)
    floor = block.poly([(0, 560), (W, 560), (W, H), (0, H)])
    block.ink(floor)
    block.gouge(floor, 0.16 * np.clip(1.3 - np.abs(block.x - 640) / 700, 0, 1),
        u=(block.x - 690) / np.maximum(block.y - 380, 1) * 260, v=block.y * 2, pitch=30,
        length=300, wobble=0)
    block.ink(block.poly([(0, 540), (W, 540), (W, 562), (0, 562)]))
    block.clear(block.line([(0, 541), (560, 541)], 1.5))
    block.clear(block.line([(905, 541), (W, 541)], 1.5))
    frame = block.poly([(560, 40), (900, 40), (900, 562), (560, 562)])
    block.ink(frame)
    block.clear(block.line([(560, 562), (560, 40), (900, 40), (900, 562)], 3))
    block.clear(block.line([(584, 562), (584, 64), (876, 64), (876, 562)], 2))


def door(block: Block) -> None:
    """A door ajar: the room dark, the light beyond."""
    _wall(block)
    opening = block.poly([(590, 70), (870, 70), (870, 560), (590, 560)])
    block.ink(opening)
    gap = block.poly([(590, 70), (716, 70), (716, 560), (590, 560)])
    block.clear(gap)
    block.gouge(block.poly([(590, 70), (640, 70), (640, 560), (590, 560)]),
        0.97 - 0.3 * ramp(640 - block.x, 0, 50), angle=90, pitch=8, length=200)
    leaf = block.poly([(870, 70), (716, 98), (716, 588), (870, 560)])
    block.ink(leaf)
    block.gouge(leaf, 0.26 + 0.2 * ramp(block.x, 720, 870), angle=90, pitch=8, length=150)

    def persp(x: float, y: float) -> Point:
        return (x, 98 + (x - 716) * (70 - 98) / 154 + y * ((560 - 70 + 0) / 490))

    for y0, y1 in ((36, 210), (245, 450)):
        q = [persp(744, y0), persp(846, y0), persp(846, y1), persp(744, y1)]
        block.ink(block.line(q, 8, closed=True))
        block.clear(block.line([q[3], q[0], q[1]], 2))
        block.ink(block.poly([(q[0][0] + 10, q[0][1] + 10), (q[1][0] - 8, q[1][1] + 10),
            (q[2][0] - 8, q[2][1] - 8), (q[3][0] + 10, q[3][1] - 8)]))
    block.clear(block.poly([(713, 98), (719, 97), (719, 587), (713, 588)]))
    block.halo(block.oval(738, 330, 9), 2)
    block.clear(block.oval(735, 327, 3))
    beam = block.poly([(590, 562), (716, 588), (560, H), (150, H)])  # light on the floor
    block.gouge(beam, np.clip(1.02 - ramp(block.y, 600, 790) * 0.5, 0, 1),
        u=(block.x - 690) / np.maximum(block.y - 380, 1) * 260, v=block.y * 2, pitch=24,
        length=260, wobble=0, rough=0.1)


def door_shut(block: Block) -> None:
    """The same door shut: what light there is lies under it."""
    _wall(block)
    leaf = [(590, 70), (870, 70), (870, 560), (590, 560)]
    block.ink(block.poly(leaf))
    block.gouge(block.poly(leaf), 0.20 + 0.12 * ramp(block.y, 300, 560), angle=90, pitch=8,
        length=150)
    for x0, x1 in ((616, 718), (742, 844)):
        for y0, y1 in ((100, 300), (336, 530)):
            panel = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
            block.ink(block.line(panel, 8, closed=True))
            block.clear(block.line([panel[3], panel[0], panel[1]], 2))
            block.ink(block.poly([(x0 + 10, y0 + 10), (x1 - 8, y0 + 10), (x1 - 8, y1 - 8),
                (x0 + 10, y1 - 8)]))
    block.halo(block.oval(610, 330, 10), 2.4)
    block.clear(block.oval(607, 327, 3))
    block.clear(block.poly([(608, 346), (612, 346), (613, 358), (607, 358)]))
    block.clear(block.poly([(590, 556), (870, 556), (870, 562), (590, 562)]))
    beam = block.poly([(590, 562), (870, 562), (940, 622), (500, 622)])
    block.gouge(beam, np.clip(1.0 - ramp(block.y, 562, 622), 0, 1),
        u=(block.x - 690) / np.maximum(block.y - 380, 1) * 260, v=block.y * 2, pitch=24,
        length=260, wobble=0, rough=0.1)
    for x, y in ((742, 150), (742, 470)):
        block.clear(block.oval(x - 12, y, 1.5))


def _seat(block: Block, x: float, size: float) -> None:
    """Cut an empty chair, seen from the front, its back an oval of cloth."""
    y = 356 + (1 - size) * 120
    block.halo(block.oval(x, y, 104 * size, 124 * size), 3.5)
    block.gouge(block.oval(x, y, 84 * size, 103 * size),
        np.clip(0.66 - ramp(block.y, 260, 470) * 0.4, 0, 1),
        u=block.x + 0.0022 * (block.x - x) * np.abs(block.y - y), v=block.y, pitch=12, length=60,
        wobble=1)
    block.ink(block.ring(x, y, (90 * size, 109 * size), (84 * size, 103 * size)))
    block.clear(block.ring(x, y, (98 * size, 117.5 * size), (95.5 * size, 115 * size)))
    block.halo(block.curve([(x + size * across, y + size * down) for across, down in ((-28, -116),
        (-16, -134), (0, -142), (16, -134), (28, -116), (0, -124))], steps=5), 2)
    for side in (-1, 1):
        block.halo(block.curve([(x + side * size * across, y + size * down) for across, down in
            ((62, 94), (74, 164), (92, 164), (84, 84))], steps=5), 2)


def chair(block: Block) -> None:
    """Three chairs at a long table, and nobody on them."""
    block.gouge(block.all(), np.clip(0.16 + 0.14 * np.exp(-((block.x - 640) / 380) ** 2), 0, 1),
        angle=90, pitch=11, length=200, wobble=2)
    for x in (200, 640, 1080):  # tall windows
        q: list[Point] = [(x - 112, 40), (x + 112, 40), (x + 112, 500), (x - 112, 500)]
        block.halo(block.poly([(p + (-16 if p < x else 16), s - (14 if s < 100 else 0)) for p,
            s in q]), 2.4)
        block.gouge(block.poly(q), 0.99 if x == 640 else 0.80, angle=90, pitch=9, length=260,
            wobble=2)
        for k in (-1, 0, 1):
            block.ink(block.line([(x + k * 112, 40), (x + k * 112, 500)], 7 if k == 0 else 3))
        for y in (40, 155, 270, 385):
            block.ink(block.line([(x - 112, y), (x + 112, y)], 5))

    for x in (262, 1018):
        _seat(block, x, 0.92)
    _seat(block, 640, 1.0)
    top = block.poly([(0, 512), (W, 512), (W, 560), (0, 560)])
    cloth = block.poly([(0, 560), (W, 560), (W, H), (0, H)])
    block.halo(top, 3)
    block.clear(top)
    block.gouge(top, 0.97 - 0.4 * ramp(np.abs(block.x - 640), 120, 640), angle=0, pitch=8,
        length=160)
    block.ink(cloth)
    block.gouge(cloth, np.clip(0.34 + 0.30 * np.sin(block.x / 31 + 1.5 * np.sin(block.x / 97))
        - ramp(block.y, 570, 740) * 0.22, 0, 1), u=block.x + 6 * np.sin(block.y / 60), v=block.y,
        pitch=9, length=150)
    for x, w in ((262, 150), (640, 150), (1018, 150)):  # papers and nameplates without names
        q = [(x - w * 0.5, 524), (x + w * 0.5, 524), (x + w * 0.56, 552), (x - w * 0.56, 552)]
        if x:
            block.ink(block.poly([(p + 6, s + 5) for p, s in q]))
            block.clear(block.poly(q))
            block.ink(block.line(q, 1.6, closed=True))
            for j in range(3):
                block.ink(block.line([(x - w * 0.4, 531 + j * 7),
                    (x + w * (0.4 - 0.1 * j), 531 + j * 7)], 1.5))
        pl = [(x - 66, 560), (x + 66, 560), (x + 66, 592), (x - 66, 592)]
        block.ink(block.poly([(p + 5, s + 6) for p, s in pl]))
        block.clear(block.poly(pl))
        block.ink(block.line(pl, 2, closed=True))
    for x in (436, 844): # carafes
        m = block.curve([(x - 10, 452), (x - 9, 476), (x - 24, 505), (x - 24, 540),
            (x + 24, 540), (x + 24, 505), (x + 9, 476), (x + 10, 452)], steps=6)
        block.halo(m, 2)
        block.gouge(block.curve([(x - 4, 470), (x - 18, 506), (x - 18, 532), (x + 6, 532),
            (x + 2, 490)], steps=5), 0.8, angle=90, pitch=6, length=60)
        block.halo(block.oval(x, 450, 12, 4), 1)
    mic = block.line(spline([(640, 548), (640, 520), (634, 494), (620, 476)], closed=False), 4)
    block.halo(mic, 1.6)
    block.halo(block.curve([(606, 456), (620, 452), (634, 476), (624, 486), (612, 480)],
        steps=5), 1.8)
    block.halo(block.oval(640, 549, 26, 7), 1.6)


def telephone(block: Block) -> None:
    """Three in the morning: a telephone, a lamp, a paper nobody has answered."""
    lx = 905
    r, a = block.polar(lx, 230)
    block.gouge(block.all(), np.clip(0.52 - ramp(r, 60, 620) * 0.6, 0, 1), u=r, v=a * 380,
        pitch=11, length=150, wobble=4)
    # the window and its blind
    block.ink(block.poly([(86, 40), (470, 40), (470, 440), (86, 440)]))
    block.clear(block.line([(86, 40), (470, 40), (470, 440), (86, 440)], 3, closed=True))
    for k in range(13):
        y = 62 + k * 28
        block.gouge(block.poly([(104, y), (452, y), (452, y + 10), (104, y + 10)]),
            np.clip(0.42 + 0.4 * (k > 8) - 0.02 * k + 0.25 * ramp(block.x, 104, 452), 0, 0.9),
            angle=0, pitch=5, length=120, wobble=1)
    for x in (170, 386):
        block.clear(block.line([(x, 44), (x, 436)], 1.4))
    for x, y in ((214, 408), (232, 408), (300, 380), (340, 408)):
        block.clear(block.poly([(x, y), (x + 9, y), (x + 9, y + 9), (x, y + 9)]))
    desk = block.poly([(0, 500), (W, 500), (W, H), (0, H)])
    block.ink(desk)
    block.clear(block.line([(0, 501), (W, 501)], 2))
    pr, _ = block.polar(lx - 60, 610, 0.34)
    block.gouge(desk, np.clip(1.06 - ramp(pr, 150, 560) * 1.05, 0.05, 1),
        u=block.y + 4 * np.sin(block.x / 120), v=block.x, pitch=9, length=190, wobble=3)
    # lamp: the cone of light, then the shade
    cone = block.poly([(lx - 96, 262), (lx + 96, 262), (lx + 330, 560), (lx - 420, 560)])
    wall = (block.y < 500).astype(np.float32)
    block.gouge(cone * wall, np.clip(0.95 - ramp(block.y, 260, 560) * 0.35, 0, 1),
        u=np.arctan2(block.y - 100, block.x - lx) * 420, v=block.y, pitch=10, length=200,
        wobble=1)
    stem = block.line([(lx, 250), (lx, 570)], 9)
    block.halo(stem, 1.5)
    foot = block.oval(lx, 578, 74, 17)
    block.ink(block.oval(lx + 10, 586, 84, 18))
    block.halo(foot, 2)
    block.clear(block.line(spline([(lx - 58, 574), (lx - 20, 566), (lx + 36, 567)],
        closed=False), 2))
    shade = block.poly([(lx - 54, 150), (lx + 54, 150), (lx + 122, 268), (lx - 122, 268)])
    block.halo(shade, 2.6)
    block.gouge(block.poly([(lx - 46, 158), (lx + 46, 158), (lx + 108, 260), (lx - 108, 260)]),
        np.clip(0.70 - ramp(np.abs(block.x - lx + 26), 5, 110), 0, 1),
        u=np.arctan2(block.y + 40, block.x - lx) * 300, v=block.y, pitch=9, length=140, wobble=0)
    block.clear(block.poly([(lx - 116, 264), (lx + 116, 264), (lx + 112, 268), (lx - 112, 268)]))
    # the paper
    sheet = [(690, 566), (860, 600), (770, 690), (575, 640)]
    block.ink(block.poly([(x + 8, y + 9) for x, y in sheet]))
    block.clear(block.poly(sheet))
    block.ink(block.line(sheet, 1.6, closed=True))

    def L(u: float, v: float) -> Point:
        return (sheet[0][0] * (1 - u) * (1 - v) + sheet[1][0] * u * (1 - v) + sheet[2][0] * u
            * v + sheet[3][0] * (1 - u) * v,
            sheet[0][1] * (1 - u) * (1 - v) + sheet[1][1] * u * (1 - v) + sheet[2][1] * u * v
            + sheet[3][1] * (1 - u) * v)

    for i, e in enumerate((0.5, 0.88, 0.84, 0.9, 0.86, 0.62)):
        block.ink(block.line([L(0.1, 0.14 + i * 0.13), L(e, 0.14 + i * 0.13)], 2.2))
    # the telephone
    sh = block.curve([(250, 640), (500, 655), (560, 610), (300, 560), (120, 600)], steps=8)
    block.ink(sh)
    body = block.curve([(268, 622), (286, 560), (330, 496), (372, 474), (470, 474), (512, 496),
        (556, 560), (574, 622), (560, 634), (282, 634)], steps=8)
    block.halo(body, 3)
    block.clear(block.line(spline([(282, 612), (300, 560), (342, 504), (372, 488)],
        closed=False) , 2.6) * 1)
    block.clear(block.line(spline([(562, 616), (544, 562), (506, 508), (478, 490)],
        closed=False), 5))
    block.clear(block.line([(290, 626), (552, 626)], 2))
    dial = block.oval(421, 556, 66, 56)
    block.clear(np.clip(block.oval(421, 556, 70, 60) - block.oval(421, 556, 66, 56), 0, 1))
    block.ink(dial)
    block.gouge(dial, np.clip(0.30 + 0.5 * ramp(block.x, 370, 490), 0, 1),
        u=np.hypot((block.x - 421), (block.y - 556) * 1.18),
        v=np.arctan2(block.y - 556, block.x - 421) * 50, pitch=6, length=70, wobble=0)
    for i in range(10):
        t = math.radians(-58 - i * 29)
        block.halo(block.oval(421 + 48 * math.cos(t), 556 + 40 * math.sin(t), 9.5, 8.5), 1.2)
    block.halo(block.oval(421, 556, 25, 22), 1.4)
    block.gouge(block.oval(421, 556, 21, 18), 0.85, angle=20, pitch=5, length=30)
    t = math.radians(30)
    block.halo(block.line([(421 + 60 * math.cos(t), 556 + 50 * math.sin(t)),
        (421 + 44 * math.cos(t), 556 + 36 * math.sin(t))], 3), 1)
    hand = block.curve([(236, 470), (250, 432), (300, 420), (352, 428), (421, 432), (490, 428),
        (542, 420), (592, 432), (606, 470), (594, 500), (548, 506), (524, 480), (490, 466),
        (421, 464), (352, 466), (318, 480), (294, 506), (248, 500)], steps=8)
    for x in (362, 480):
        block.halo(block.poly([(x - 18, 456), (x + 18, 456), (x + 24, 486), (x - 24, 486)]), 1.6)
    block.halo(hand, 3.2)
    block.clear(block.line(spline([(262, 446), (306, 432), (421, 442), (536, 432), (580, 444)],
        closed=False), 3.4))
    block.clear(block.line(spline([(594, 462), (590, 482), (572, 494)], closed=False), 3))
    cord = []
    for i in range(150):
        t = i / 149
        across = 262 - 150 * t + 20 * math.sin(t * 3.1)
        down = 612 + 66 * math.sin(t * 2.2) + 12 * t
        cord.append((across + 9 * math.cos(i * 0.72), down + 9 * math.sin(i * 0.72)))
    m = block.line(cord, 3.2)
    block.halo(m, 1.3)
    # the clock
    block.halo(block.oval(700, 178, 62), 3)
    block.clear(block.oval(700, 178, 56))
    block.ink(np.clip(block.oval(700, 178, 52) - block.oval(700, 178, 50), 0, 1))
    for i in range(12):
        t = i * math.pi / 6
        block.ink(block.line([(700 + 47 * math.cos(t), 178 + 47 * math.sin(t)),
            (700 + (38 if i % 3 else 33) * math.cos(t),
            178 + (38 if i % 3 else 33) * math.sin(t))], 3))
    for t, reach, w in ((math.radians(3.17 * 30 - 90), 25, 5), (math.radians(10 * 6 - 90), 39, 3)):
        tip = (700 + reach * math.cos(t), 178 + reach * math.sin(t))
        block.ink(block.line([(700, 178), tip], w))
