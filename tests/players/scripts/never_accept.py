"""War as it climbs, the own ideal tabled, and no signature ever."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    ladder = "bombing" if sight.side == 0 else "effort"
    top = 3 if sight.side == 0 else 2
    plan.order(ladder, np.minimum(plan.rung(ladder) + 1, top))
    plan.order("posture", "talks")
    plan.table((1, 0, 0, 0, 0) if sight.side == 0 else (3, 3, 2, 3, 2))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
