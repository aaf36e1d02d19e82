"""Open in one quarter and shut in the next: whoever answers the hand answers the wrong one."""

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    is_open = sight.quarter % 2 == 0
    plan.order("posture", "talks", where=is_open)
    plan.order("posture", "refuse", where=~is_open)
    plan.table((1, 1, 0, 1, 0) if sight.side == 0 else (2, 2, 2, 3, 2), where=is_open)
    plan.accept(where=is_open & (sight.left < 6))
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
