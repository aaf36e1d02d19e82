"""The enemy's ideal on the table on the first day, and whatever it tables signed."""

SIDES, LAZY = ("washington", "hanoi"), True


def policy(sight, plan):
    plan.order("posture", "talks")
    plan.order("message", "offer")
    plan.table((3, 3, 3, 3, 3) if sight.side == 0 else (0, 0, 0, 0, 0))
    plan.accept()
    if sight.side == 0:
        plan.order("bombing", "halt")
    else:
        plan.order("effort", "lie_low")
