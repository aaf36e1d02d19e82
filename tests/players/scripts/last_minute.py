"""War by the standing orders, shut to the last year, then anything signed."""

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    late = sight.left <= 3
    plan.order("posture", "conditions", where=~late)
    plan.order("posture", "talks", where=late)
    plan.order("message", "offer", where=late)
    plan.table((2, 2, 1, 2, 1), where=late)
    plan.accept(where=late)
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
