"""One corner: the army goes home, and a coalition sits in Saigon."""

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    plan.order("posture", "talks")
    plan.order("message", "answer", where=sight.offered[:, sight.enemy] == 1)
    plan.table((2, 0, 3, 2, 1))
    theirs = sight.tabled[:, sight.enemy]
    enough = theirs.sum(axis=1) <= 8 if sight.side == 0 else theirs.sum(axis=1) >= 8
    plan.accept(where=enough & (theirs[:, 0] >= 0))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
