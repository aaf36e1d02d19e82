"""Guerrilla war at a trickle, the hand out in public all the time, Paris on the table."""

SIDES, LAZY = ("hanoi",), False


def policy(sight, plan):
    plan.order("effort", "guerrilla")
    plan.order("infiltration", "steady")
    plan.order("labour", "air_defence")
    plan.order("posture", "talks")
    plan.table((2, 2, 1, 2, 1))
    theirs = sight.tabled[:, 0]
    plan.accept(where=(theirs >= (2, 2, 1, 1, 1)).all(axis=1))
