"""Deciding: the answers of a player that searches, weighed by the same imagined futures as orders.

Once its orders are drawn, each answer it can pay for is played forward with them from the same
imagined starts with the same luck; the best is given.
"""

from dataclasses import replace

import numpy as np

from game.engine.orders import SideOrders
from game.engine.prices import prices_of
from game.players.base import stack
from game.players.candidates import Candidates
from game.players.search import SearchVerdict, Task, evaluating
from game.players.slices import Slices

SALT = 8  # of the imagined luck: another draw than the orders were chosen by


def answering(task: Task, verdict: SearchVerdict) -> Slices[SideOrders]:
    """Return the verdict's orders with the answers that are worth most beside them, in slices."""
    orders, sight = verdict.orders, task.sight
    plan = int(verdict.finalists.plan[verdict.chosen])
    for place, number in enumerate(sight.asked[0].tolist()):
        if not number:
            continue
        many = _rows(task, orders, place, plan)
        if len(many) > 1:
            worth = yield from evaluating(task, many, task.level.worlds, SALT + place)
            orders = many.orders.take([int(np.argmax(worth))])
    return orders


def _rows(task: Task, orders: SideOrders, place: int, plan: int) -> Candidates:
    """Return the orders with each answer in ``place`` that the purse allows."""
    sight, dilemmas = task.sight, task.sight.tables.dilemmas
    asked = sight.asked[0] - 1
    spent = int(prices_of(sight.prices, sight.side, orders.rungs).sum())
    others = sum(
        int(dilemmas.price[sight.side, asked[other], answer])
        for other, answer in enumerate(orders.answers[0].tolist())
        if answer and other != place
    )
    rows = []
    for answer in range(1, int(dilemmas.answers[sight.side, asked[place]]) + 1):
        price = int(dilemmas.price[sight.side, asked[place], answer])
        if price <= 0 or spent + others + price <= sight.capital[0]:
            answers = orders.answers.copy()
            answers[0, place] = answer
            rows.append(replace(orders, answers=answers))
    labels = tuple(f"answer {count}" for count in range(len(rows)))
    return Candidates(stack(rows), np.full(len(rows), plan, dtype=np.int64), labels)
