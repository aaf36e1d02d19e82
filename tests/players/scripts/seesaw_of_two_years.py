"""A year of talks, a year of war, and again; signed in the last year only."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    is_open = (sight.quarter // 4) % 2 == 1
    plan.order("posture", "talks", where=is_open)
    plan.order("posture", "conditions", where=~is_open)
    war = ("bombing", "trail") if sight.side == 0 else ("effort", "infiltration")
    for ladder in war:
        plan.order(ladder, plan.rung(ladder) + 1, where=~is_open)
        plan.order(ladder, np.maximum(plan.rung(ladder) - 1, 1), where=is_open)
    plan.table((2, 1, 1, 1, 1) if sight.side == 0 else (2, 2, 2, 2, 1), where=is_open)
    plan.accept(where=is_open & (sight.left < 6))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
