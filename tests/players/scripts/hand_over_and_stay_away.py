"""Saigon's men trained from the first day, ours held back, the trail bombed, Paris on the table."""

SIDES, LAZY = ("washington",), False


def policy(sight, plan):
    plan.order("vietnamization", plan.rung("vietnamization") + 1)
    plan.order("ground", "pacify")
    plan.order("trail", "heavy")
    plan.order("bombing", "interdiction")
    plan.order("posture", "talks")
    plan.table((2, 2, 1, 2, 1))
    theirs = sight.tabled[:, 1]
    plan.accept(where=(theirs[:, 0] >= 0) & (theirs <= (2, 2, 1, 2, 1)).all(axis=1))
    plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
