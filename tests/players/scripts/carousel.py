"""Each quarter the cheapest ladder of war goes a rung up, and the last one comes down again."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    air = ("trail", "line", "cambodia", "bombing")
    ladders = air if sight.side == 0 else ("infiltration", "effort")
    turn = int(sight.quarter.max())
    up, down = ladders[turn % len(ladders)], ladders[(turn - 1) % len(ladders)]
    plan.order("posture", "talks" if sight.side == 0 else "contacts")
    plan.order(up, plan.rung(up) + 1)
    plan.order(down, np.maximum(plan.rung(down) - 1, 0))
    plan.accept(where=sight.left < 5)
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
