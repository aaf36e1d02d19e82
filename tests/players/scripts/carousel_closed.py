"""The carousel with the door shut: the cheapest rung every quarter, on whichever ladder it lies."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    ladders = ("trail", "cambodia", "line") if sight.side == 0 else ("infiltration", "preparation")
    plan.order("posture", "conditions")
    for place, ladder in enumerate(ladders):
        mine = sight.quarter % len(ladders) == place
        plan.order(ladder, plan.rung(ladder) + 1, where=mine)
        plan.order(ladder, np.maximum(plan.rung(ladder) - 1, 0), where=~mine)
    late = sight.left <= 4
    plan.order("posture", "talks", where=late)
    plan.accept(where=late)
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
