"""The hand out and a rung more on every ladder of war, every quarter that can pay."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    plan.order("posture", "talks")
    ladders = ("bombing", "trail", "line") if sight.side == 0 else ("effort", "infiltration")
    for ladder in ladders:
        plan.order(ladder, np.minimum(plan.rung(ladder) + 1, 4 if ladder != "effort" else 2))
    plan.table((1, 1, 0, 1, 0) if sight.side == 0 else (2, 3, 2, 3, 2))
    theirs = sight.tabled[:, sight.enemy]
    fair = theirs.sum(axis=1) <= 7 if sight.side == 0 else theirs.sum(axis=1) >= 9
    plan.accept(where=fair & (theirs[:, 0] >= 0))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
