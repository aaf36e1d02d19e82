"""Offers every quarter by the best secret channel, whatever is answered."""

SIDES, LAZY = ("washington", "hanoi"), False


def policy(sight, plan):
    known = sight.tables.channels
    usable = [place for place in range(1, len(known.ids)) if sight.channels[:, place].any()]
    best = max(usable, key=lambda place: known.shield[place], default=0)
    plan.channel(known.ids[best])
    plan.order("posture", "talks")
    plan.order("message", "offer")
    plan.order("message", "answer", where=sight.offered[:, sight.enemy] == 1)
    plan.table((1, 1, 0, 1, 0) if sight.side == 0 else (2, 3, 2, 2, 1))
    plan.accept(where=sight.left < 8)
    if sight.side == 0:
        plan.men(45, where=(sight.troops < 300) & (sight.opposition < 0.5))
        plan.order("ground", "search")
        plan.order("trail", "steady")
    else:
        plan.order("effort", "main_force")
        plan.order("infiltration", "heavy")
