"""The same flood of offers by every channel in turn, and a rung more of war each quarter."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    known = sight.tables.channels
    usable = [place for place in range(len(known.ids)) if sight.channels[:, place].any()]
    plan.channel(known.ids[usable[int(sight.quarter.max()) % len(usable)]])
    plan.order("posture", "contacts")
    plan.order("message", "offer")
    ladder = "bombing" if sight.side == 0 else "effort"
    plan.order(ladder, np.minimum(plan.rung(ladder) + 1, 4 if sight.side == 0 else 2))
    plan.table((1, 1, 1, 1, 0) if sight.side == 0 else (2, 2, 2, 3, 1))
    plan.accept(where=sight.left < 6)
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
