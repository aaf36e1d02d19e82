"""All the men there are, searching everywhere, at once; talk when the country tires."""

SIDES, LAZY = ("washington",), False


def policy(sight, plan):
    plan.men(100, where=sight.opposition < 0.5)
    plan.men(-50, where=sight.opposition >= 0.5)
    plan.order("ground", "search")
    plan.order("trail", "heavy")
    plan.order("home", "rally", where=sight.approval < 0.5)
    tired = (sight.opposition >= 0.45) | (sight.left < 5)
    plan.order("posture", "talks", where=tired)
    plan.table((2, 1, 1, 2, 1), where=tired)
    plan.accept(where=tired)
