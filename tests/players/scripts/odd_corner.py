"""The corner that once paid best: what no historian ever saw tabled, and nothing else signed."""

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    corner = (3, 0, 1, 2, 0) if sight.side == 0 else (3, 0, 3, 3, 0)
    plan.order("posture", "talks")
    plan.order("message", "offer", where=sight.openness[:, sight.enemy] < 0.5)
    plan.table(corner)
    theirs = sight.tabled[:, sight.enemy]
    better = (theirs <= corner) if sight.side == 0 else (theirs >= corner)
    plan.accept(where=better.all(axis=1))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
