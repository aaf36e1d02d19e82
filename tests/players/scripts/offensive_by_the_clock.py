"""A general offensive as often as the stocks allow, and talks in the quarter after each."""

SIDES, LAZY = ("hanoi",), False


def policy(sight, plan):
    ready = (sight.preparation > 0.7) & (sight.quarter % 3 == 0)
    plan.order("preparation", "prepare")
    plan.order("infiltration", "heavy")
    plan.order("effort", "main_force")
    plan.order("effort", "offensive", where=ready)
    struck = (sight.reached[:, 1:5] == 3).any(axis=1)
    plan.order("posture", "talks", where=struck)
    plan.order("posture", "conditions", where=~struck)
    plan.table((2, 2, 2, 2, 1))
    plan.accept(where=sight.left < 5)
