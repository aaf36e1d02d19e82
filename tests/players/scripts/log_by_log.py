"""One issue given whole each time the talks sit another two quarters."""

import numpy as np

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    start, end = (0, 3) if sight.side == 0 else (3, 0)
    order = (4, 3, 0, 1, 2) if sight.side == 0 else (1, 4, 3, 2, 0)
    given = np.clip(sight.talking // 2, 0, 4)
    package = np.full((len(plan), 5), start)
    for place, issue in enumerate(order):
        package[:, issue] = np.where(given > place, end, start)
    plan.order("posture", "talks")
    plan.table(package)
    theirs = sight.tabled[:, sight.enemy]
    closer = np.abs(theirs - start).sum(axis=1) <= np.abs(package - start).sum(axis=1)
    plan.accept(where=closer & (theirs[:, 0] >= 0))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
