"""Over every border every quarter, Cambodia bombed, and talks all the while."""

SIDES, LAZY = ("washington",), False


def policy(sight, plan):
    plan.order("border", "cambodia")
    plan.order("cambodia", plan.rung("cambodia") + 1)
    plan.order("trail", plan.rung("trail") + 1)
    plan.order("ground", "search")
    plan.order("posture", "talks")
    plan.table((1, 1, 1, 1, 0))
    plan.accept(where=sight.left < 6)
    plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
    plan.order("ground", "search")
    plan.order("trail", "steady")
