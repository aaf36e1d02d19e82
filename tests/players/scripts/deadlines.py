"""A deadline announced every other quarter, and struck by none but talks."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    plan.order("deadline", "announce", where=sight.quarter % 2 == 0)
    plan.order("posture", "talks")
    plan.table((1, 1, 1, 1, 0) if sight.side == 0 else (2, 2, 2, 2, 2))
    ladder = "bombing" if sight.side == 0 else "infiltration"
    due = sight.deadline[:, sight.side] == 1
    plan.order(ladder, np.minimum(plan.rung(ladder) + 1, 3), where=due)
    plan.accept(where=sight.left < 6)
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
