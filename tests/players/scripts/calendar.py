"""Lie low, lose nobody, and wait for the calendar to stop the war."""

SIDES, LAZY = ("washington", "hanoi"), True


def policy(sight, plan):
    plan.order("posture", "refuse")
    if sight.side == 0:
        plan.order("bombing", "halt")
        plan.order("ground", "hold")
        plan.order("trail", "light")
    else:
        plan.order("effort", "lie_low")
        plan.order("infiltration", "trickle")
        plan.order("labour", "repair")
