"""The hand out, and whatever lies there signed on the day it can be."""

SIDES, LAZY = ("washington", "hanoi"), True


def policy(sight, plan):
    plan.order("posture", "talks")
    plan.order("message", "answer", where=sight.offered[:, sight.enemy] == 1)
    there = sight.tabled[:, sight.enemy, 0] >= 0
    plan.accept(where=there)
