"""Half way between the own ideal and whatever they table, every quarter anew."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    ideal = 0 if sight.side == 0 else 3
    theirs = sight.tabled[:, sight.enemy]
    there = theirs[:, 0] >= 0
    middle = (theirs + ideal) / 2
    package = np.floor(middle) if sight.side == 0 else np.ceil(middle)
    plan.order("posture", "talks")
    plan.table(np.where(there[:, None], package, ideal))
    own = sight.tabled[:, sight.side]
    near = np.abs(theirs - own).sum(axis=1) <= 3
    plan.accept(where=there & near & (own[:, 0] >= 0))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
