"""The Paris Agreement on the table from the first day; signed by whoever will."""

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    paris = (2, 2, 1, 2, 1)
    plan.order("posture", "talks")
    plan.order("message", "offer", where=sight.openness[:, sight.enemy] < 0.5)
    plan.table(paris)
    theirs = sight.tabled[:, sight.enemy]
    better = (theirs <= paris) if sight.side == 0 else (theirs >= paris)
    plan.accept(where=better.all(axis=1) & (theirs[:, 0] >= 0))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
