"""The door shut and the war left as it stands."""

SIDES, LAZY = ("washington", "hanoi"), True


def policy(sight, plan):
    plan.order("posture", "refuse")
    plan.order("message", "none")
    if sight.side == 1:
        plan.order("home", "quiet")
