"""The own ideal on the table from the first day; nothing less is signed."""

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    ideal = (0, 0, 0, 0, 0) if sight.side == 0 else (3, 3, 3, 3, 3)
    plan.order("posture", "talks")
    plan.table(ideal)
    theirs = sight.tabled[:, sight.enemy]
    plan.accept(where=(theirs == ideal).all(axis=1))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
