"""Land and streets: a trail, paddies under helicopters, a crowd, a palace."""

import itertools
import math

import numpy as np

from tools.cuts.block import Block, H, Line, Point, W, between, place, ramp, spline


def bicycle(block: Block, at: Point, size: float, turn: float = 0.0) -> None:
    """Cut a bicycle with sacks lashed to it, leaning, as it went down the trail."""

    def p(shape: Line) -> list[Point]:
        return place(shape, at, size, turn=turn)

    mask = block.line(p([(0.22, 0.19), (0.40, 0.44), (0.88, 0.46), (0.98, 0.19)]), size * 0.022)
    for x in (0.22, 0.98):
        middle, radius = p([(x, 0.19)])[0], size * 0.19
        mask = np.maximum(mask, block.ring(*middle, (radius, radius), (radius * 0.84,) * 2))
        for spoke in range(6):
            turned = spoke * math.pi / 6
            way = (radius * math.cos(turned), radius * math.sin(turned))
            mask = np.maximum(mask, block.line([(middle[0] - way[0], middle[1] - way[1]),
                (middle[0] + way[0], middle[1] + way[1])], size * 0.006))
    for stick, width in (([(0.88, 0.46), (0.90, 0.70)], 0.02),
        ([(0.90, 0.70), (0.62, 0.76), (0.24, 0.70)], 0.018), ([(0.44, 0.70), (0.46, 0.95)], 0.02),
        ([(0.94, 0.62), (1.14, 0.80)], 0.018), ([(0.60, 0.30), (0.50, 0.0)], 0.014)):
        mask = np.maximum(mask, block.line(p(stick), size * width))
    sacks = [p(spline(shape, steps=5)) for shape in SACKS]
    for sack in sacks:
        mask = np.maximum(mask, block.poly(sack))
    block.halo(mask, 2.2)
    for sack in sacks:
        block.clear(block.line(sack, 1.7, closed=True))


SACKS = (
    [(0.26, 0.44), (0.28, 0.60), (0.42, 0.66), (0.58, 0.62), (0.58, 0.45), (0.42, 0.41)],
    [(0.56, 0.45), (0.57, 0.62), (0.72, 0.67), (0.88, 0.60), (0.90, 0.45), (0.72, 0.41)],
    [(0.40, 0.64), (0.44, 0.76), (0.58, 0.80), (0.72, 0.76), (0.74, 0.64)],
    [(0.42, 0.40), (0.44, 0.16), (0.60, 0.12), (0.76, 0.16), (0.78, 0.40)],
)  # what is lashed to a bicycle, in heights of it


def trail(block: Block) -> None:
    """Under three roofs of leaves: loaded bicycles, in shafts of light."""
    leaf = block.noise(34, 3)
    block.gouge(block.all(), np.clip(0.62 - np.abs(block.x - 650) / 1150 + 0.1 * leaf, 0, 1),
        u=block.x + 0.42 * block.y, v=block.y, pitch=10, length=170, wobble=4)
    for x, w in ((250, 70), (520, 120), (780, 110), (1010, 60)):  # shafts
        q = [(x + 60, 0), (x + 60 + w, 0), (x - 190 + w * 1.5, 620), (x - 190, 620)]
        block.gouge(block.poly(q), np.clip(1.0 - ramp(block.y, 430, 700) * 0.6, 0, 1),
            u=block.x + 0.42 * block.y, v=block.y, pitch=9, length=260, wobble=1, rough=0.1)
    far = [(90, 26), (208, 20), (330, 30), (455, 18), (590, 24), (700, 17), (842, 28), (960, 20),
        (1090, 30), (1205, 22)]
    for x, w in far:
        b = 8 * block.rng.standard_normal(4)
        m = block.curve([(x - w * 0.5, 0), (x + w * 0.5, 0), (x + w * 0.5 + b[0], 280),
            (x + w * 0.8, 575), (x - w * 0.8, 575), (x - w * 0.5 + b[0], 280)], steps=8)
        block.ink(m)
        block.gouge(m, 0.34 * ramp(x + w * 0.5 - block.x, w, w * 0.3), angle=88, pitch=6,
            length=60)
    ground = block.curve([(-60, 556), (200, 572), (480, 560), (800, 575), (1100, 558),
        (1340, 575), (1340, 800), (-60, 800)], steps=12)
    block.ink(ground)
    g = np.clip(0.66 - np.abs(block.x - 600) / 1000, 0.08,
        1) * np.clip(1 - np.abs(block.y - 628) / 95, 0, 1)
    block.gouge(ground, g * (0.9 + 0.3 * leaf), u=block.y + 12 * np.sin(block.x / 170),
        v=block.x, pitch=8, length=70, wobble=4)
    for x, foot, size, turn in ((120, 626, 210, 0.03), (430, 662, 318, -0.03),
        (880, 634, 240, 0.02)):
        bicycle(block, (x, foot), size, turn)
    for x, w, lean in ((40, 120, 20), (1245, 150, -30), (706, 0, 0)):  # near trunks
        if not w:
            continue
        m = block.curve([(x - w * 0.4 + lean, -20), (x + w * 0.4 + lean, -20),
            (x + w * 0.45, 330), (x + w * 0.55, 560), (x + w * 0.95, 740), (x - w * 0.95, 740),
            (x - w * 0.55, 560), (x - w * 0.45, 330)], steps=10)
        block.halo(m, 2)
        side = 1 if x < 600 else -1
        block.gouge(block.oval(x, 360, w * 0.42, 420) * m,
            0.55 * ramp(side * (block.x - x), -w * 0.1, w * 0.45), angle=90, pitch=8, length=90,
            wobble=5)
    roof = (np.clip((leaf + 1.25 - block.y / 92) * 8, 0, 1))  # leaves above
    block.ink(roof)
    n2 = block.noise(20, 2)
    light = np.clip(0.30 + 0.26 * n2 + 0.3 * np.exp(-((block.x - 640) / 360) ** 2)
        * ramp(block.y, 20, 150), 0, 0.82)
    patch = block.noise(44)
    # leaves: short dabs, four ways
    for lo, hi, ang in ((-9, -0.5, 28), (-0.5, 0.1, 152), (0.1, 0.7, 62), (0.7, 9, 118)):
        block.gouge(roof * ((patch >= lo) & (patch < hi)), light, angle=ang, pitch=9, length=27,
            wobble=1)
    # undergrowth
    low = np.clip((block.noise(26, 3) * 0.8 - (712 - block.y) / 34 + 1.2) * 8, 0, 1)
    block.ink(low)
    for _ in range(46):
        root, h, t = (block.rng.uniform(*one) for one in ((0, W), (34, 84), (-0.7, 0.7)))
        blade = [(root - 5, 722), (root + h * t * 0.4, 722 - h * 0.7), (root + h * t, 722 - h),
            (root + h * t * 0.5 + 5, 722 - h * 0.6), (root + 6, 722)]
        block.halo(block.curve(blade, steps=5), 1.2)


HUEY = [(0.985, 0.30), (1.0, 0.36), (0.975, 0.42), (0.90, 0.52), (0.85, 0.585), (0.79, 0.61),
    (0.72, 0.625), (0.66, 0.69), (0.56, 0.69), (0.50, 0.60), (0.44, 0.545), (0.30, 0.53),
    (0.10, 0.545), (0.055, 0.60), (0.025, 0.73), (-0.02, 0.745), (-0.005, 0.60), (0.0, 0.52),
    (0.03, 0.475), (0.20, 0.46), (0.36, 0.42), (0.43, 0.33), (0.50, 0.265), (0.62, 0.25),
    (0.86, 0.25), (0.95, 0.268)]


def huey(block: Block, at: Point, size: float, turn: float = 0.0, halo: float = 2.4) -> None:
    """Cut a helicopter, its nose to the right."""

    def p(s: Line) -> list[Point]:
        return place(s, at, size, turn=turn)

    m = block.poly(p(spline(HUEY, steps=5)))
    for seg in ([(0.50, 0.13), (0.90, 0.13), (0.97, 0.165), (1.0, 0.20)],
        [(0.60, 0.26), (0.58, 0.13)], [(0.82, 0.26), (0.84, 0.13)],
        [(0.61, 0.69), (0.615, 0.775)], [(0.06, 0.47), (-0.03, 0.43)],
        [(0.18, 0.50), (0.10, 0.475)]):
        m = np.maximum(m, block.line(p(seg), size * 0.013))
    m = np.maximum(m, block.poly(p([(0.18, 0.55), (0.11, 0.55), (0.10, 0.57), (0.17, 0.57)])))
    rot = block.line(p([(-0.06, 0.825), (0.61, 0.785), (1.28, 0.745)]), max(3.2, size * 0.016))
    m = np.maximum(m, rot)
    m = np.maximum(m, block.line(p([(0.005, 0.86), (-0.03, 0.60)]), size * 0.010))
    m = np.maximum(m, block.oval(*p([(-0.012, 0.735)])[0], size * 0.018))
    block.clear(np.clip((block.blur(rot, 2 + size * 0.012) - 0.06) * 7, 0, 1))
    block.halo(m, halo)
    glass = block.poly(p([(0.965, 0.405), (0.89, 0.505), (0.845, 0.565), (0.825, 0.555),
        (0.825, 0.42), (0.90, 0.40)]))
    block.clear(glass)
    block.ink(block.line(p([(0.885, 0.51), (0.895, 0.40)]), size * 0.012))
    door = block.poly(p([(0.60, 0.30), (0.775, 0.30), (0.785, 0.545), (0.61, 0.55)]))
    block.clear(door)
    block.clear(block.line(p(spline([(0.10, 0.53), (0.30, 0.515), (0.46, 0.53)], closed=False)),
        size * 0.008))
    block.clear(block.line(p(spline([(0.53, 0.67), (0.60, 0.68), (0.655, 0.675)], closed=False)),
        size * 0.008))


def paddies(block: Block) -> None:
    """Flooded fields under a flight of helicopters: the sky lies in the water."""
    hz = 404
    sx, sy = 980, 330
    r, a = block.polar(sx, sy)
    n = block.noise(160, 3)
    block.gouge(block.all(), np.clip(1.03 - ramp(r, 80, 950) * 0.72 + 0.10 * n, 0.12, 1),
        u=r + 5 * n, v=a * 420, pitch=12, length=130, wobble=3)
    block.clear(block.oval(sx, sy, 62) * (block.y < hz))
    hill = block.curve([(-40, 396), (120, 330), (260, 372), (420, 300), (560, 366), (700, 350),
        (820, 392), (1000, 380), (1180, 360), (1330, 386), (1330, 430), (-40, 430)], steps=10)
    block.halo(hill, 1.5)
    block.gouge(hill, np.clip(0.40 - 0.0004 * np.abs(block.x - sx), 0, 1) * ramp(block.x, -200,
        600), angle=64, pitch=8, length=44)
    land = block.poly([(0, hz), (W, hz), (W, H), (0, H)])
    block.ink(land)

    def ground(across: float, away: float) -> Point:
        return (640 + (across - 640) / away, hz + 300 / away)

    rows = [0.93, 1.25, 1.75, 2.6, 4.2, 7.5, 16]
    rng = block.rng
    for i, (z0, z1) in enumerate(itertools.pairwise(rows)):
        xs = np.sort(np.arange(-3400, 4600, 430) + rng.uniform(-90, 90, 19)) * (1 + 0.28 * i)
        for x0, x1 in itertools.pairwise(xs):
            g = 26 * (1 + 0.1 * i)
            q = [ground(x0 + g, z0 * 1.035), ground(x1 - g, z0 * 1.035),
                ground(x1 - g + rng.uniform(-40, 40), z1 * 0.965), ground(x0 + g, z1 * 0.965)]
            if q[1][0] < -60 or q[0][0] > W + 60:
                continue
            m = block.poly(q)
            if rng.random() < 0.30:
                # young rice
                block.gouge(m, 0.34, u=block.x + 0.2 * block.y, v=block.y, pitch=7, length=18,
                    rough=0.3)
            else:
                block.gouge(m, np.clip(1.0 - ramp(np.abs(block.x - sx), 60, 900) * 0.62, 0.2, 1),
                    angle=0, pitch=7 if i else 9, length=90, wobble=2)
    # palms and a roof
    for bx, by, k in ((150, 446, 1.0), (208, 452, 0.8), (1196, 452, 1.1), (706, 422, 0.5),
        (738, 424, 0.42)):
        block.halo(block.line(spline([(bx, by), (bx + 6 * k, by - 50 * k),
            (bx + 16 * k, by - 96 * k)], closed=False), 4 * k), 1)
        for t in np.linspace(-2.9, -0.2, 8):
            e = (bx + 16 * k + 44 * k * math.cos(t), by - 96 * k + 34 * k * math.sin(t) + 16 * k)
            block.halo(block.curve([(bx + 16 * k, by - 96 * k),
                (bx + 16 * k + 24 * k * math.cos(t), by - 98 * k + 26 * k * math.sin(t)), e,
                (bx + 16 * k + 22 * k * math.cos(t), by - 91 * k + 24 * k * math.sin(t))],
                steps=5), 0.8)
    hut = block.poly([(60, 446), (70, 420), (128, 420), (138, 446)],
        [(70, 446), (128, 446), (128, 462), (70, 462)])
    block.halo(hut, 1.5)
    for x, y, s, t in ((320, 356, 430, 0.13), (800, 196, 190, 0.12), (1044, 136, 126, 0.12)):
        huey(block, (x - s * 0.4, y + s * 0.1), s, turn=t, halo=2.6 if s > 300 else 1.6)


def crowd(block: Block) -> None:
    """A crowd from behind: the placards are blank, the needle of stone stands over them."""
    px, py = 640, 300
    r, a = block.polar(px, py + 60)
    block.gouge(block.all(), np.clip(0.96 - ramp(r, 120, 820) * 0.74, 0.1, 1), u=(a) * 260, v=r,
        pitch=11, length=150, wobble=5)
    ob = block.poly([(612, 470), (624, 78), (640, 44), (656, 78), (668, 470)])
    block.halo(ob, 3)
    block.gouge(block.poly([(640, 470), (640, 60), (652, 82), (662, 470)]), 0.6, angle=90,
        pitch=6, length=80)
    trees = block.curve([(-40, 440), (60, 405), (150, 420), (260, 398), (380, 425), (500, 410),
        (612, 440), (700, 420), (820, 402), (930, 420), (1050, 396), (1180, 420), (1330, 400),
        (1330, 520), (-40, 520)], steps=10)
    block.halo(trees, 1.8)
    block.gouge(trees, 0.2, angle=70, pitch=8, length=26)
    block.ink(block.poly([(0, 452), (W, 452), (W, H), (0, H)]))
    rng = block.rng

    def head(x: float, y: float, s: float, capped: bool) -> None:
        hd = spline([(-0.13, 0.02), (-0.17, 0.16), (-0.165, 0.30), (-0.10, 0.40), (0, 0.43),
            (0.10, 0.40), (0.165, 0.30), (0.17, 0.16), (0.13, 0.02)], steps=5)
        sh = spline([(-0.62, -0.9), (-0.56, -0.30), (-0.44, -0.14), (-0.16, -0.02),
            (-0.10, 0.06), (0.10, 0.06), (0.16, -0.02), (0.44, -0.14), (0.56, -0.30),
            (0.62, -0.9)], closed=False, steps=5)
        m = block.poly(place(sh, (x, y), s), place(hd, (x, y), s))
        if capped:
            m = np.maximum(m, block.poly(place([(-0.27, 0.26), (-0.16, 0.30), (-0.14, 0.44),
                (0.14, 0.44), (0.16, 0.30), (0.27, 0.26)], (x, y), s)))
        block.halo(m, 1.6 + s / 130)
        if s > 66:
            block.gouge(block.poly(place(sh, (x, y), s * 0.97)),
                np.clip(0.46 - ramp(block.y, y + s * 0.05, y + s * 0.75) * 0.5, 0, 1) ,
                u=np.hypot(block.x - x, (block.y - y - s * 0.9)),
                v=np.arctan2(block.y - y - s * 0.9, block.x - x) * s, pitch=8 + s / 60, length=50)
            block.gouge(block.poly(place(hd, (x, y), s * 0.92)), 0.1 if capped else 0.30,
                u=block.x + 0.1 * (block.x - x) ** 2 / s * np.sign(block.x - x), v=block.y,
                pitch=6 + s / 60, length=60)

    def sign(x: float, y: float, w: float, h: float, t: float, pole: float) -> None:

        def rot(p: float, q: float) -> Point:
            return (x + math.cos(t) * p - math.sin(t) * q, y + math.sin(t) * p + math.cos(t) * q)

        block.halo(block.line([rot(0, 0), rot(0, pole)], max(3, w * 0.05)), 1.3)
        q = [rot(-w / 2, -h / 2), rot(w / 2, -h / 2), rot(w / 2, h / 2), rot(-w / 2, h / 2)]
        m = block.poly(q)
        block.halo(block.line(q, 5, closed=True), 2)
        block.clear(m)
        block.ink(block.line(q, 3.2, closed=True))
        block.gouge(block.poly([rot(-w / 2 + 4, h / 4), rot(w / 2 - 4, h / 4),
            rot(w / 2 - 4, h / 2 - 4), rot(-w / 2 + 4, h / 2 - 4)]), 0.86, angle=math.degrees(t),
            pitch=7, length=90)
    plan = [(452, 24, 30, 0), (474, 32, 40, 0.35), (506, 44, 55, 0.45), (552, 62, 78, 0.5),
        (622, 92, 118, 0.35), (730, 150, 196, 0)]
    for i, (y, s, gap, share) in enumerate(plan):
        for x in np.arange(-20 + (i % 2) * gap / 2, W + 40, gap):
            xx = x + rng.uniform(-0.14, 0.14) * gap
            yy = y + rng.uniform(-0.10, 0.10) * s * 1.6
            if share and rng.random() < share * 0.42:
                sign(xx + rng.uniform(-8, 8), yy - s * (1.55 + rng.random() * 0.7),
                    s * 1.15 * (1 + 0.3 * rng.random()), s * 0.8, rng.uniform(-0.14, 0.14), s * 2)
            if share > 0.3 and rng.random() < 0.12:
                arm = spline([(0.36, -0.3), (0.44, 0.1), (0.40, 0.62), (0.45, 0.78),
                    (0.53, 0.76), (0.52, 0.58), (0.58, 0.08), (0.54, -0.3)], steps=4)
                block.halo(block.poly(place(arm, (xx, yy), s, flip=rng.random() < 0.5)), 1.6)
            head(xx, yy, s, rng.random() < 0.15)


def palace(block: Block) -> None:
    """Gates of iron that stand open, a drive with nobody on it, a mast without a flag."""
    hz = 452
    r, _ = block.polar(640, 300)
    block.gouge(block.all(), np.clip(0.92 - ramp(r, 120, 860) * 0.80, 0.06, 1), angle=4, pitch=10,
        length=180, wobble=5)
    house = block.poly([(330, hz), (330, 286), (520, 286), (520, 262), (760, 262), (760, 286),
        (950, 286), (950, hz)])
    block.halo(house, 2.4)
    for row, high in ((304, 50), (378, 50)):
        for x in range(346, 940, 31):
            pane = block.poly([(x, row), (x + 17, row), (x + 17, row + high), (x, row + high)])
            block.gouge(pane, 0.42 if (x // 31 + row) % 3 else 0.14, angle=90, pitch=6, length=50)
    block.clear(block.line([(330, 364), (950, 364)], 2))
    block.clear(block.line([(322, 286), (958, 286)], 3))
    block.halo(block.line([(640, 262), (640, 96)], 4), 1.6)
    block.halo(block.line(spline([(640, 104), (660, 170), (652, 236)], closed=False), 1.6), 1)
    for x, turn in ((250, 0.9), (1030, -0.9)):
        crown = block.curve([(x + (88 + 12 * math.sin(3.1 * k + x)) * math.cos(k * math.pi / 8),
            392 + (66 + 9 * math.sin(2.3 * k)) * math.sin(k * math.pi / 8)) for k in range(16)])
        block.halo(crown, 2)
        block.gouge(crown, 0.30 * ramp((block.x - x) * turn, -60, 80) + 0.05, angle=60, pitch=8,
            length=24)
    land = block.poly([(0, hz), (W, hz), (W, H), (0, H)])
    block.ink(land)
    depth = np.maximum(block.y - hz + 6, 1)
    block.gouge(land, 0.20, u=depth**0.7 * 7, v=block.x, pitch=9, length=40, rough=0.3)
    drive = block.poly([(600, hz), (680, hz), (1010, H), (270, H)])
    block.halo(drive, 2.4)
    block.gouge(drive, np.clip(0.95 - ramp(block.y, hz, H) * 0.5, 0, 1), u=depth**0.7 * 7,
        v=block.x, pitch=9, length=120, wobble=3)
    for side in (-1, 1):
        fence(block, side)
        post = block.poly([(640 + side * x, y) for x, y in ((372, 716), (372, 300), (450, 300),
            (450, 716))])
        block.halo(post, 3)
        block.gouge(block.poly([(640 + side * x, y) for x, y in ((380, 716), (380, 330), (400, 330),
            (400, 716))]), 0.55, angle=90, pitch=7, length=120)
        block.halo(block.poly([(640 + side * x, y) for x, y in ((360, 312), (360, 286), (462, 286),
            (462, 312))]), 2.4)
        leaf = [(640 + side * x, y) for x, y in ((372, 340), (236, 420), (236, 700), (372, 716))]
        for share in np.linspace(0.06, 0.94, 9):
            top, foot = between(leaf, share, -0.06), between(leaf, share, 1.0)
            block.halo(block.line([top, foot], 5.5 - 3 * share), 1.6)
        for down, width in ((0.0, 6), (0.5, 4), (1.0, 6)):
            block.halo(block.line([between(leaf, 0, down), between(leaf, 1, down)], width), 1.6)


def fence(block: Block, side: int) -> None:
    """Cut the railings beside the gate."""
    for x in range(474, 700, 24):
        block.halo(block.line([(640 + side * x, 716), (640 + side * x, 366)], 6), 1.8)
        block.halo(block.poly([(640 + side * x - 7, 366), (640 + side * x, 344),
            (640 + side * x + 7, 366)]), 1.4)
    for y in (392, 660):
        block.halo(block.line([(640 + side * 462, y), (640 + side * 720, y)], 6), 1.8)
