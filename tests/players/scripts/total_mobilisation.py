"""Everything at home and at the front at its loudest, prices or not."""

SIDES, LAZY = ("hanoi",), False


def policy(sight, plan):
    plan.order("home", "total")
    plan.order("effort", "main_force")
    plan.order("infiltration", plan.rung("infiltration") + 1)
    plan.order("preparation", "prepare")
    plan.order("effort", "offensive", where=sight.preparation > 0.95)
    plan.order("posture", "conditions")
    plan.order("posture", "talks", where=sight.left < 4)
    plan.accept(where=sight.left < 4)
