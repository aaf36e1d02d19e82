"""What comes from the air: bombers, mines, flares over a gate; and who shelters from it."""

import itertools
import math

import numpy as np

from tools.cuts.block import Block, H, Line, Point, W, place, ramp, spline


def parachute(block: Block, x: float, y: float, s: float) -> None:
    """Cut a mine under its parachute."""
    can = spline([(-0.5, 0), (-0.42, 0.34), (0, 0.56), (0.42, 0.34), (0.5, 0), (0.25, 0.07),
        (0, 0), (-0.25, 0.07)], steps=6)
    m = block.poly(place(can, (x, y), s))
    body = block.poly(place([(-0.10, -0.66), (0.10, -0.66), (0.10, -1.18), (0.06, -1.30),
        (-0.06, -1.30), (-0.10, -1.18)], (x, y), s))
    for k in (-0.48, -0.2, 0.2, 0.48):
        block.clear(block.line([*place([(k, 0.02)], (x, y), s), *place([(0, -0.64)], (x, y), s)],
            1.3))
    block.ink(np.clip(block.blur(m, 2.5) * 5, 0, 1))
    block.clear(m)
    for k in (-0.30, -0.10, 0.12, 0.32):
        block.ink(block.line(spline([*place([(k * 0.25, 0.54), (k * 1.0, 0.34),
            (k * 1.15, 0.04)], (x, y), s)], closed=False), 1.0 + s / 70))
    block.ink(block.curve(place([(0.20, 0.52), (0.42, 0.34), (0.5, 0), (0.30, 0.05),
        (0.32, 0.34)], (x, y), s), steps=5) * (np.sin(block.y * 1.5) > -0.3))
    block.halo(body, 2)
    block.clear(block.line(place([(-0.04, -0.72), (-0.04, -1.15)], (x, y), s),
        max(1.2, s * 0.035)))


def harbour(block: Block) -> None:
    """The mines came by parachute, not on chains: a channel, ships that will not leave, a moon."""
    hz = 430
    mx, my = 905, 120
    r, a = block.polar(mx, my)
    block.gouge(block.all(), np.clip(0.74 - ramp(r, 40, 640) * 0.66, 0.04, 1), u=r, v=a * 420,
        pitch=10, length=150, wobble=6)
    block.clear(block.oval(mx, my, 44))
    hills = block.curve([(-40, 380), (110, 352), (240, 375), (380, 340), (520, 372), (660, 352),
        (850, 385), (1010, 360), (1180, 380), (1330, 350), (1330, 470), (-40, 470)], steps=10)
    block.halo(hills, 1.6)
    block.gouge(hills, 0.16 + 0.2 * ramp(block.x, 500, 900) * ramp(1300 - block.x, 0, 400),
        angle=24, pitch=7, length=50)
    sea = block.poly([(0, hz), (W, hz), (W, H), (0, H)])
    block.ink(sea)
    path = np.exp(-((block.x - mx) / (60 + np.maximum(block.y - hz, 0) * 0.75)) ** 2)
    wave = block.y + 5 * np.sin(block.x / 46 + block.y / 9) * np.clip((block.y - hz) / 120, 0.15,
        1.4)
    block.gouge(sea, np.clip(0.13 + 0.86 * path, 0, 1), u=(np.maximum(wave - hz + 40,
        1)) ** 0.72 * 6.2, v=block.x, pitch=10, length=64, wobble=4)
    quay = block.poly([(0, 405), (330, 405), (338, 446), (0, 452)])
    block.halo(quay, 2)
    block.gouge(block.poly([(0, 412), (328, 412), (328, 418), (0, 418)]), 0.7, angle=0, pitch=6,
        length=90)
    for x in (70, 214):  # cranes
        legs = ([(x - 30, 405), (x - 12, 262)], [(x + 30, 405), (x + 12, 262)])
        for leg in legs:
            block.halo(block.line(leg, 6), 1.6)
        for share in (0.25, 0.5, 0.75):
            block.halo(block.line([(x - 30 + 18 * share, 405 - 143 * share),
                (x + 30 - 18 * share, 405 - 143 * share)], 3), 1.2)
        block.halo(block.line([(x - 34, 300), (x + 140, 150)], 8), 1.8)
        block.halo(block.line([(x, 214), (x + 140, 150)], 2), 1.2)
        block.halo(block.poly([(x - 40, 258), (x + 22, 258), (x + 24, 306), (x - 40, 306)]), 2.2)
        block.halo(block.poly([(x - 8, 258), (x, 206), (x + 8, 258)]), 1.6)
        block.clear(block.poly([(x - 2, 268), (x + 14, 268), (x + 14, 284), (x - 2, 284)]))
        block.halo(block.line([(x + 140, 150), (x + 140, 258)], 1.6), 1)
        block.halo(block.oval(x + 140, 264, 6), 1.4)
    # the freighter
    hull = [(352, 402), (372, 470), (770, 470), (800, 388), (766, 402), (560, 404)]
    ship = block.poly(hull, [(396, 404), (396, 336), (412, 336), (412, 318), (500, 318),
        (500, 350), (520, 350), (520, 404)], [(430, 318), (434, 262), (470, 262), (472, 318)])
    for x0, top in ((560, 262), (680, 268)):
        for seg in ([(x0, 404), (x0, top)], [(x0, 380), (x0 - 62, top + 22)],
            [(x0, 380), (x0 + 62, top + 22)], [(x0, top), (x0 - 62, top + 22)],
            [(x0, top), (x0 + 62, top + 22)]):
            ship = np.maximum(ship, block.line(seg, 3.2 if seg[0][1] == 404 else 2))
    ship = np.maximum(ship, block.line([(790, 392), (790, 352)], 2.4))
    ship = np.maximum(ship, block.line([(560, 262), (790, 356)], 1.2))
    block.halo(ship, 2.2)
    for x in range(404, 500, 15):
        block.clear(block.poly([(x, 358), (x + 8, 358), (x + 8, 366), (x, 366)]))
    for x in range(420, 496, 15):
        block.clear(block.poly([(x, 328), (x + 8, 328), (x + 8, 335), (x, 335)]))
    block.clear(block.poly([(433, 276), (471, 276), (471.5, 288), (432, 288)]))
    block.gouge(block.poly([(386, 450), (772, 450), (768, 464), (380, 464)]), 0.75, angle=0,
        pitch=7, length=60)
    block.clear(block.line([(380, 412), (560, 413), (768, 410)], 1.6))
    # a second ship far off
    far = block.poly([(1070, 424), (1078, 440), (1212, 440), (1224, 420)],
        [(1090, 424), (1090, 400), (1124, 400), (1124, 424)])
    far = np.maximum(far, block.line([(1160, 424), (1160, 384)], 2))
    block.halo(far, 1.5)
    # splashes and parachutes: near ones large
    for x, y, s in ((1010, 560, 62), (610, 610, 76)):
        rr = np.hypot((block.x - x), (block.y - y) * 3.1)
        for k in (1.15, 1.8, 2.5):
            block.clear(np.clip(3 - np.abs(rr - s * k) * 0.6, 0,
                1) * (0.4 + 0.6 * (np.sin(np.arctan2(block.y - y,
                block.x - x) * 5 + k * 9) > -0.2)))
        for k in range(9):
            t = -1.1 + 2.2 * k / 8
            h = s * (1.5 - 0.8 * abs(t)) * block.rng.uniform(0.75, 1.1)
            block.clear(block.curve([(x + t * 12 - 4, y), (x + t * s * 0.36, y - h),
                (x + t * s * 0.5 + 3, y - h - 8), (x + t * 12 + 7, y)], steps=5))
    for x, y, s in ((742, 190, 74), (1090, 240, 104), (318, 112, 52), (540, 104, 44)):
        parachute(block, x, y, s)
    parachute(block, 1130, 478, 150)


def bomber(at: Point, size: float, turn: float) -> list[list[Point]]:
    """A heavy bomber in plan, nose up: swept wings, eight engines in four pods."""
    half = [(0, 1.0), (0.03, 0.965), (0.04, 0.90), (0.04, 0.745), (0.565, 0.345), (0.585, 0.305),
        (0.57, 0.285), (0.04, 0.565), (0.036, 0.20), (0.17, 0.075), (0.175, 0.035),
        (0.022, 0.085), (0.012, 0.0)]
    out = half + [(-x, y) for x, y in reversed(half)]
    polys = [place([(x, y - 0.5) for x, y in out], at, size, turn=turn)]
    for side in (-1, 1):
        for k in (0.36, 0.62):
            x = side * k * 0.57
            y = 0.745 - k * 0.41
            for o in (-0.014, 0.014):
                polys.append(place([(x + o - 0.015, y + 0.10 - 0.5),
                    (x + o + 0.015, y + 0.10 - 0.5), (x + o + 0.012, y - 0.03 - 0.5),
                    (x + o - 0.012, y - 0.03 - 0.5)], at, size, turn=turn))
    return polys


def bombers(block: Block) -> None:
    """Three in a cell above the weather; the trails point back where they came from."""
    block.gouge(block.all(), np.clip(0.10 + 0.62 * ramp(block.y, 20, 190), 0, 1),
        u=block.y + 3 * np.sin(block.x / 130), v=block.x, pitch=10, length=190, wobble=1)
    for x, y in block.rng.uniform((20, 16), (W - 20, 120), (26, 2)):
        block.clear(block.oval(x, y, block.rng.uniform(1.2, 2.6)))
    rng = block.rng
    xs = block.x[0]
    for i in range(8):  # banks of cloud, far to near
        k = (i + 1) / 8
        base = 150 + 560 * (i / 7.4) ** 1.35
        top = np.full_like(xs, 1e4)
        x = -60.0
        rx = 0.0
        while x < W + 120:
            rx = (22 + 92 * k) * rng.uniform(0.6, 1.4)
            ry = rx * rng.uniform(0.52, 0.8)
            cy = base + rng.uniform(-1, 1) * 15 * k
            inside = np.abs(xs - x) < rx
            top = np.where(inside, np.minimum(top,
                cy - ry * np.sqrt(np.clip(1 - ((xs - x) / rx) ** 2, 0, 1))), top)
            x += rx * rng.uniform(0.62, 1.15)
        top = np.minimum(top, base + 6)
        depth = block.y - top[None, :]
        m = np.clip(depth * block.scale, 0, 1)
        block.ink(np.clip((depth + 3.2) * block.scale, 0, 1))
        soft = np.convolve(np.pad(top, 40, mode="edge"), np.ones(81) / 81, "valid")[None, :]
        fade = (34 + 74 * k)
        block.gouge(m, np.clip(1.06 - ramp(depth, fade * 0.18, fade * 1.15) * 0.96, 0.06, 1),
            u=(0.45 * top[None, :] + 0.55 * soft) * -1 + block.y, v=block.x, pitch=6.5 + 4 * k,
            length=60 + 70 * k, wobble=1.2, rough=0.1)
    turn = math.radians(58)
    for x, y, s in ((930, 236, 400), (560, 392, 350), (262, 560, 300)):

        def flat(ps: Line, o: float = y) -> list[Point]:
            return [(px, o + (py - o) * 0.66) for px, py in ps]

        dx, dy = -math.sin(turn), math.cos(turn)
        for k in (-0.35, -0.205, 0.205, 0.35):
            ox, oy = math.cos(turn) * k * s, math.sin(turn) * k * s
            w = s * 0.030
            nx, ny = math.cos(turn), math.sin(turn)
            a0, a1 = (x + ox + dx * s * 0.14, y + oy + dy * s * 0.14), (x + ox + dx * s * 4,
                y + oy + dy * s * 4)
            t = block.poly(flat([(a0[0] - nx, a0[1] - ny), (a0[0] + nx, a0[1] + ny),
                (a1[0] + nx * w * 3, a1[1] + ny * w * 3),
                (a1[0] - nx * w * 3, a1[1] - ny * w * 3)]))
            block.ink(np.clip(block.blur(t, 1.6) * 5, 0, 1))
            block.clear(t)
        m = block.poly(*[flat(q) for q in bomber((x, y), s, turn)])
        block.halo(m, 3.4)
        for q in ([(-0.010, 0.40), (-0.010, -0.34)], [(-0.045, 0.215), (-0.52, -0.135)],
            [(0.05, 0.20), (0.53, -0.14)]):
            block.clear(block.line(flat(place(q, (x, y), s, turn=turn)), 1.7))


def roof_poly(cx: float, y: float, w: float, h: float, lift: float = 0.16) -> list[Point]:
    """A tiled roof with lifted corners."""
    top = w * 0.36
    right = spline([(cx + top, y - h), (cx + top + (w - top) * 0.35, y - h * 0.45),
        (cx + w * 0.86, y - h * 0.06), (cx + w * 1.06, y - h * lift * 2.2),
        (cx + w * 1.0, y + h * 0.04), (cx + w * 0.8, y + h * 0.13)], closed=False, steps=6)
    return [(cx, y - h)] + right + [(cx, y + h * 0.13)] + [(2 * cx - x, q) for x,
        q in reversed(right)]


def gate(block: Block) -> None:
    """The gate of an old city by night, lit from behind by flares. The one red block is their light
    in the arch and on the moat."""
    cx, base = 640, 575
    fx, fy = 660, 430
    r, a = block.polar(fx, fy)
    n = block.noise(150, 2)
    tone = np.clip(1.02 - ramp(r, 150, 640) * 0.98, 0.04, 1)
    block.gouge(block.all(), tone, u=(a + 0.02 * n) * 300, v=r, pitch=11, length=130, wobble=1.5)
    n2 = block.noise(150, 3)
    smoke = np.clip((n2 * 0.42 + 1.0 - np.hypot((block.x - 1010 - (block.y - 130) * -0.6) / 330,
        (block.y - 60) / 190)) * 14, 0, 1)
    block.ink(smoke)
    block.spot *= 1 - smoke
    g = block.blur(block.blur(np.clip(n2 * 0.3 + 0.5, 0, 1), 7), 7)
    gy, gx = np.gradient(g)
    block.gouge(smoke, np.clip((gx * 0.7 - gy * 1.3) * 190 + 0.04, 0.0, 0.75), u=g * 420,
        v=block.x, pitch=11, length=90, wobble=1)
    # the pavilion

    def tower(x: float, y: float, w: float, k: float) -> None:
        body = block.poly([(x - w * 0.62, y - 80 * k), (x + w * 0.62, y - 80 * k),
            (x + w * 0.62, y), (x - w * 0.62, y)])
        cols = list(np.linspace(-w * 0.58, w * 0.58, 7))
        block.ink(body)
        for p, q in itertools.pairwise(cols):
            gap = block.poly([(x + p + 7 * k, y - 62 * k), (x + q - 7 * k, y - 62 * k),
                (x + q - 7 * k, y - 16 * k), (x + p + 7 * k, y - 16 * k)])
            block.clear(gap)
            block.ink(block.line([(x + p + 7 * k, y - 32 * k), (x + q - 7 * k, y - 32 * k)], 2.5))
        m = block.poly(roof_poly(x, y - 74 * k, w, 62 * k))
        block.halo(m, 2.4)
        for i in np.linspace(-0.8, 0.8, 15):
            block.clear(block.line(spline([(x + i * w * 0.36, y - 74 * k - 56 * k),
                (x + i * w * 0.62, y - 74 * k - 22 * k), (x + i * w * 0.86, y - 74 * k - 1 * k)],
                closed=False, steps=5), 1.5) * (np.sin(block.x * 0.9 + block.y) > -0.55))
        block.halo(block.poly([(x - w * 0.4, y - 144 * k), (x + w * 0.4, y - 144 * k),
            (x + w * 0.37, y - 134 * k), (x - w * 0.37, y - 134 * k)]), 1.5)
    tower(cx, 418, 250, 1.0)
    tower(cx, 306, 172, 0.86)
    wall = block.poly([(-20, 455), (330, 455), (345, 418), (935, 418), (950, 455), (1300, 455),
        (1300, base + 8), (-20, base + 8)])
    block.halo(wall, 2.4)
    block.spot *= 1 - wall
    for x in range(-16, 340, 34):
        m = block.poly([(x, 455), (x, 440), (x + 19, 440), (x + 19, 455)])
        block.halo(m, 1.6)
        block.ink(block.poly([(x, 452), (x, 460), (x + 19, 460), (x + 19, 452)]))
    for x in range(954, 1300, 34):
        m = block.poly([(x, 455), (x, 440), (x + 19, 440), (x + 19, 455)])
        block.halo(m, 1.6)
        block.ink(block.poly([(x, 452), (x, 460), (x + 19, 460), (x + 19, 452)]))
    block.gouge(wall, np.clip(0.26 - np.abs(block.x - cx) / 2600, 0.05, 1), angle=0, pitch=13,
        length=46, wobble=1)
    block.halo(block.poly([(345, 418), (935, 418), (931, 432), (349, 432)]), 1.6)
    arch = block.curve([(cx - 64, base + 6), (cx - 64, 515), (cx - 40, 476), (cx, 464),
        (cx + 40, 476), (cx + 64, 515), (cx + 64, base + 6)], steps=6)
    block.halo(np.clip(block.blur(arch, 6) * 3, 0, 1), 1.4)
    block.clear(arch)
    block.red(arch)
    for side in (-1, 1):
        s = block.curve([(cx + side * 190 - 30, base + 6), (cx + side * 190 - 30, 520),
            (cx + side * 190, 500), (cx + side * 190 + 30, 520),
            (cx + side * 190 + 30, base + 6)], steps=6)
        block.halo(s, 1.6)
    # the moat gives the fire back
    moat = block.poly([(0, base), (W, base), (W, H), (0, H)])
    block.ink(moat)
    block.spot *= 1 - moat
    path = np.exp(-((block.x - fx - 8 * np.sin(block.y / 6)) / (150 + np.maximum(block.y - base,
        0) * 1.1)) ** 2)
    block.gouge(moat, np.clip(0.10 + 0.9 * path, 0, 1), u=(np.maximum(block.y - base + 26,
        1)) ** 0.75 * 5.4 + 2 * np.sin(block.x / 40), v=block.x, pitch=10, length=70, wobble=4)
    block.red(moat * (path > 0.42))
    bridge = block.poly([(cx - 74, base - 2), (cx + 74, base - 2), (cx + 128, H), (cx - 128, H)])
    block.halo(bridge, 2.6)
    block.spot *= 1 - bridge
    block.gouge(block.poly([(cx - 60, base + 2), (cx + 60, base + 2), (cx + 104, H),
        (cx - 104, H)]), np.clip(0.9 - ramp(block.y, base, H) * 0.8, 0.1, 1), u=block.y * 1.0,
        v=block.x, pitch=11, length=150, wobble=1)
    for x0, y0, x1, y1 in ((180, 450, 20, 120), (214, 446, 210, 60), (1120, 448, 1262, 170)):
        for t in np.arange(0, 1, 0.09):
            block.clear(block.line([(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t),
                (x0 + (x1 - x0) * (t + 0.05), y0 + (y1 - y0) * (t + 0.05))], 2.2))
    for x, y, size in ((250, 120, 46), (980, 210, 34)):
        flare(block, x, y, size)


def flare(block: Block, x: float, y: float, size: float) -> None:
    """Cut a flare that sinks under its parachute, in a ring of light."""
    r, a = block.polar(x, y)
    block.ink(block.oval(x, y, size * 2.1))
    block.gouge(block.oval(x, y, size * 2), np.clip(1 - r / (size * 2), 0, 1), u=a * 60, v=r,
        pitch=8, length=60, wobble=1)
    block.clear(block.oval(x, y, size * 0.32))
    block.red(block.oval(x, y, size * 0.30))
    canopy = spline(place([(-0.5, 0), (-0.4, 0.36), (0, 0.56), (0.4, 0.36), (0.5, 0), (0, 0.1)],
        (x, y - size * 1.3), size), steps=6)
    block.halo(block.poly(canopy), 2)
    for side in (-0.45, 0, 0.45):
        block.halo(block.line([(x, y - size * 0.3), (x + side * size, y - size * 1.3)], 1.2), 0.8)


def shelters(block: Block) -> None:
    """One-man shelters along a pavement, their lids beside them, under bare planes."""
    hz = 236
    r, _ = block.polar(1040, 150)
    block.gouge(block.all(), np.clip(0.80 - ramp(r, 30, 900) * 0.72, 0.03, 1), angle=-10, pitch=10,
        length=170, wobble=6)
    houses = [(-20, hz), (-20, 92), (90, 92), (90, 128), (210, 128), (210, 74), (330, 74),
        (330, 150), (452, 150), (452, 118), (560, 118), (560, 172), (660, 172), (660, 188),
        (760, 188), (760, hz)]
    block.halo(block.poly(houses), 2)
    for x, y in ((20, 140), (58, 140), (120, 160), (166, 160), (236, 112), (284, 112), (236, 168),
        (356, 182), (404, 182), (478, 150), (516, 150), (590, 196), (628, 196)):
        pane = block.poly([(x, y), (x + 16, y), (x + 16, y + 26), (x, y + 26)])
        block.gouge(pane, 0.5, angle=0, pitch=5, length=30)
    land = block.poly([(0, hz), (W, hz), (W, H), (0, H)])
    block.ink(land)
    depth = np.maximum(block.y - hz + 6, 1)
    block.gouge(land, np.clip(0.44 - ramp(block.y, hz, H) * 0.22, 0, 1), u=depth**0.7 * 7,
        v=block.x, pitch=10, length=80, wobble=3)
    kerb = [(760, hz), (792, hz), (1400, 690), (1400, 790)]
    block.halo(block.poly(kerb), 2)
    block.gouge(block.poly([(770, hz), (780, hz), (1400, 700), (1400, 740)]), 0.8, angle=38,
        pitch=7, length=120)
    for x, y, size in ((690, 266, 30), (660, 312, 54), (610, 396, 100), (500, 560, 196)):
        hole(block, x, y, size)
    for x, foot, wide in ((742, 262, 12), (836, 330, 26), (1010, 470, 54)):
        tree(block, x, foot, wide)


def hole(block: Block, x: float, y: float, size: float) -> None:
    """Cut a shelter of concrete pipe, sunk to its rim, and its lid."""
    lid_x, lid_y = x - size * 1.5, y + size * 0.28
    block.ink(block.oval(lid_x + size * 0.12, lid_y + size * 0.14, size * 0.74, size * 0.34))
    block.halo(block.oval(lid_x, lid_y + size * 0.09, size * 0.70, size * 0.31), 2.4)
    block.halo(block.oval(lid_x, lid_y, size * 0.70, size * 0.31), 2)
    block.gouge(block.oval(lid_x, lid_y, size * 0.65, size * 0.27), 0.85, angle=8, pitch=8,
        length=80, wobble=1)
    block.halo(block.line(spline([(lid_x - size * 0.16, lid_y), (lid_x, lid_y - size * 0.12),
        (lid_x + size * 0.16, lid_y)], closed=False), max(2, size * 0.04)), 1.4)
    block.halo(block.oval(x, y + size * 0.10, size * 0.86, size * 0.40), 3)
    block.gouge(block.oval(x, y, size * 0.84, size * 0.38), 0.92, u=block.polar(x, y, 0.45)[0],
        v=block.polar(x, y, 0.45)[1] * size, pitch=8, length=70, wobble=1)
    block.halo(block.oval(x, y + size * 0.02, size * 0.64, size * 0.28), 2)
    wall = block.oval(x, y + size * 0.02, size * 0.62, size * 0.27)
    block.gouge(wall, 0.62 * ramp(y - block.y, -size * 0.02, size * 0.26)
        * ramp(x - block.x, -size * 0.3, size * 0.5), angle=90, pitch=6, length=40)


def tree(block: Block, x: float, foot: float, wide: float) -> None:
    """Cut a bare trunk that forks out of the picture."""
    top = foot - wide * 9
    trunk = [(x - wide * 0.9, foot + wide * 0.3), (x - wide * 0.5, foot - wide),
        (x - wide * 0.42, top), (x + wide * 0.42, top), (x + wide * 0.5, foot - wide),
        (x + wide * 0.9, foot + wide * 0.3)]
    mask = block.poly(trunk)
    for lean, reach in ((-1.5, 6), (0.6, 8), (1.9, 5)):
        way = spline([(x, top + wide), (x + lean * wide, top - wide * reach * 0.4),
            (x + lean * wide * 2.4, top - wide * reach)], closed=False)
        mask = np.maximum(mask, block.line(way, wide * 0.42))
    block.halo(mask, 2.4)
    block.gouge(mask, 0.55 * ramp(block.x, x - wide * 0.05, x + wide * 0.45), angle=90, pitch=7,
        length=60, wobble=4)
