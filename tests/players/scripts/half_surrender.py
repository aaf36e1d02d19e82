"""Three steps short of surrender, at once, and anything signed: losses are worth half of peace."""

SIDES, LAZY = ("washington", "hanoi"), True


def policy(sight, plan):
    plan.order("posture", "talks")
    plan.order("message", "offer")
    plan.order("message", "answer", where=sight.offered[:, sight.enemy] == 1)
    plan.table((2, 3, 2, 2, 3) if sight.side == 0 else (1, 0, 1, 1, 0))
    plan.accept()
