"""Whoever gives more is courted, the air defended, and terms asked that both would back."""

SIDES, LAZY = ("hanoi",), False


def policy(sight, plan):
    beijing = sight.aid_beijing > sight.aid_moscow
    plan.order("patrons", "beijing", where=beijing)
    plan.order("patrons", "moscow", where=~beijing)
    plan.order("labour", "air_defence")
    plan.order("effort", "main_force", corps="I")
    plan.order("effort", "main_force", corps="II")
    plan.order("infiltration", "heavy")
    plan.order("posture", "contacts")
    plan.table((2, 2, 2, 2, 1))
    plan.accept(where=(sight.left < 6))
