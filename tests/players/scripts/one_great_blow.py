"""Lie low for years, lay in stocks, strike once everywhere, and talk from that day on."""

SIDES, LAZY = ("hanoi",), False


def policy(sight, plan):
    struck = sight.openness[:, 1] >= 0.5
    now = (sight.left <= sight.tables.quarters // 2) & (sight.preparation > 0.9) & ~struck
    plan.order("preparation", "prepare")
    plan.order("infiltration", "steady")
    plan.order("effort", "guerrilla")
    plan.order("effort", "offensive", where=now)
    late = sight.left < 4
    plan.order("posture", "talks", where=now | struck | late)
    plan.table((2, 2, 1, 2, 1), where=struck)
    plan.accept(where=struck)
