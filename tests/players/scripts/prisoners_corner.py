"""Everything but one issue for one issue: prisoners against the rest, and then the reverse."""

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    kept = (1, 1, 1, 1, 3) if sight.side == 0 else (2, 2, 2, 2, 0)
    turned = (1, 1, 1, 3, 0) if sight.side == 0 else (2, 2, 2, 0, 3)
    plan.order("posture", "talks")
    plan.table(kept, where=sight.quarter % 4 < 2)
    plan.table(turned, where=sight.quarter % 4 >= 2)
    theirs = sight.tabled[:, sight.enemy]
    enough = theirs.sum(axis=1) <= 6 if sight.side == 0 else theirs.sum(axis=1) >= 9
    plan.accept(where=enough & (theirs[:, 0] >= 0))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
