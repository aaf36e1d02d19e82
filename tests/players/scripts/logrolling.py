"""Give first where the enemy cares more than we do, by the campaign's weights; keep the rest."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    weights = sight.tables.scoring.issue_weights
    order = np.argsort(weights[sight.side] - weights[sight.enemy])
    ideal, way = (0, 1) if sight.side == 0 else (3, -1)
    package = np.full((len(plan), 5), ideal)
    for place, issue in enumerate(order):
        package[:, issue] += way * np.clip(np.minimum(sight.talking + 2, 9) - 3 * place, 0, 3)
    plan.order("posture", "talks")
    plan.table(package)
    theirs = sight.tabled[:, sight.enemy]
    lost = ((theirs - package) * way * weights[sight.side]).sum(axis=1)
    plan.accept(where=(theirs[:, 0] >= 0) & (lost <= 0.15))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
