"""The same with the hand out, so that nobody climbs: talk, sign nothing, wait."""

SIDES, LAZY = ("washington", "hanoi"), True


def policy(sight, plan):
    plan.order("posture", "talks")
    plan.order("message", "answer", where=sight.offered[:, sight.enemy] == 1)
    plan.table((0, 0, 0, 0, 0) if sight.side == 0 else (3, 3, 3, 3, 3))
    if sight.side == 0:
        plan.order("bombing", "reconnaissance")
        plan.order("ground", "hold")
    else:
        plan.order("effort", "guerrilla")
        plan.order("infiltration", "steady")
