"""Nothing at all: every order stands, no word, no signature."""

SIDES, LAZY = ("washington", "hanoi"), True


def policy(sight, plan):
    plan.order("message", "none")
    plan.order("deadline", "none")
    for ladder in ("bombing", "trail") if sight.side == 0 else ("infiltration", "effort"):
        plan.order(ladder, plan.rung(ladder))
