"""The demand hardens by a step each quarter that talks sit: who waits pays."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    ideal, end = (2, 0) if sight.side == 0 else (1, 3)
    step = np.minimum(sight.talking // 2, 2)[:, None]
    package = np.full((len(plan), 5), ideal) + np.sign(end - ideal) * step
    plan.order("posture", "talks")
    plan.order("message", "offer", where=sight.openness[:, sight.enemy] < 0.5)
    plan.table(np.clip(package, 0, 3))
    theirs = sight.tabled[:, sight.enemy]
    enough = theirs.sum(axis=1) <= 8 if sight.side == 0 else theirs.sum(axis=1) >= 8
    plan.accept(where=enough & (theirs[:, 0] >= 0))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
