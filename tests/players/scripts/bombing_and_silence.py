"""The ports mined, and not a word until the last year."""

SIDES, LAZY = ("washington",), False


def policy(sight, plan):
    plan.order("bombing", "mining")
    plan.order("line", "none")
    plan.order("trail", plan.rung("trail") + 1)
    late = sight.left <= 4
    plan.order("posture", "conditions", where=~late)
    plan.order("posture", "talks", where=late)
    plan.table((2, 1, 1, 1, 1), where=late)
    plan.accept(where=late)
    plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
    plan.order("ground", "search")
    plan.order("trail", "steady")
