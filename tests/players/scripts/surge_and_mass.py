"""All the men down the trail, main force in every corps, and no word until the fourth year."""

SIDES, LAZY = ("hanoi",), False


def policy(sight, plan):
    plan.order("infiltration", "surge")
    plan.order("effort", "main_force")
    plan.order("labour", "trail")
    plan.order("home", "mobilise", where=sight.cohesion < 0.6)
    late = sight.left <= max(int(sight.tables.quarters) // 2, 3)
    plan.order("posture", "talks", where=late)
    plan.order("posture", "conditions", where=~late)
    plan.table((2, 3, 2, 2, 1), where=late)
    plan.accept(where=sight.left < 4)
