"""Postures and packages thrown by dice, whatever is thrown signed."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), True


def policy(sight, plan):
    rungs = np.floor(plan.dice * 4)
    plan.order("posture", rungs)
    thrown = np.floor(plan.dice[:, None] * (7, 31, 57, 11, 101) * 4) % 4
    plan.table(thrown)
    plan.accept(where=plan.dice < 0.5)
