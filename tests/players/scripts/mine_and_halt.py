"""Everything for two quarters, a full halt with the hand out for two, and again."""

SIDES, LAZY = ("washington",), False


def policy(sight, plan):
    strikes = sight.quarter % 4 < 2
    plan.order("bombing", "mining", where=strikes)
    plan.order("bombing", "halt", where=~strikes)
    plan.order("posture", "talks", where=~strikes)
    plan.order("posture", "conditions", where=strikes)
    plan.table((1, 1, 1, 2, 0), where=~strikes)
    theirs = sight.tabled[:, 1]
    plan.accept(where=(theirs[:, 0] >= 0) & (theirs.sum(axis=1) <= 8))
    plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
    plan.order("ground", "search")
    plan.order("trail", "steady")
