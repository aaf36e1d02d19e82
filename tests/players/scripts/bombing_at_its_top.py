"""The ports mined and everything bombed from the first quarter that can pay for it."""

SIDES, LAZY = ("washington",), False


def policy(sight, plan):
    plan.order("bombing", "mining")
    plan.order("line", "none")
    plan.order("trail", "saturation")
    plan.order("posture", "talks")
    plan.table((1, 1, 0, 1, 0))
    theirs = sight.tabled[:, 1]
    plan.accept(where=(theirs[:, 0] >= 0) & (theirs.sum(axis=1) <= 6))
    plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
    plan.order("ground", "search")
    plan.order("trail", "steady")
