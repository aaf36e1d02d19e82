"""Open to the open and shut to the shut; a rung up for a rung up, and down for down."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    is_open = sight.openness[:, sight.enemy] >= 0.5
    plan.order("posture", "talks", where=is_open)
    plan.order("posture", "conditions", where=~is_open)
    ladder = "bombing" if sight.side == 0 else "effort"
    theirs = sight.acts[:, sight.enemy]
    loud = theirs[:, 1:5].max(axis=1) >= 2 if sight.side == 0 else theirs[:, 0] >= 3
    plan.order(ladder, np.minimum(plan.rung(ladder) + 1, 4 if sight.side == 0 else 2), where=loud)
    plan.order(ladder, np.maximum(plan.rung(ladder) - 1, 1), where=~loud)
    package = sight.tabled[:, sight.enemy]
    enough = package.sum(axis=1) <= 8 if sight.side == 0 else package.sum(axis=1) >= 8
    plan.accept(where=enough & (package[:, 0] >= 0))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
