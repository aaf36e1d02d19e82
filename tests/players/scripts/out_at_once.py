"""Home, at once, without a word: nobody bombed, nobody sent."""

SIDES, LAZY = ("washington",), True


def policy(sight, plan):
    plan.men(-100)
    plan.order("bombing", "halt")
    plan.order("ground", "hold")
    plan.order("vietnamization", "hand_over_fast")
    plan.order("posture", "talks")
    plan.table((3, 3, 1, 3, 1))
    plan.accept()
