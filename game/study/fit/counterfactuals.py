"""What the rules say would have happened otherwise, with Hanoi's own posture freed.

In each case Hanoi opens exactly in the quarters in which the rule gives its type better than even
chances of it; everything else is as recorded but for the change named. Neutral luck, one war a
case. A strong guarantee is stronger than any that a campaign file may give a channel: the cases
with less tell what those can do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, historical_orders
from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import LADDER, POSTURES, SLOTS, Bombing, Effort, slot_of
from game.engine.orders import Orders
from game.engine.tables import Tables
from game.engine.world import World
from game.study.fit.runs import SAFE, Change, RecordRun, chained, freed, play_record, with_rung
from game.study.fit.settings import put

STRONG: Final = 0.35  # war aims a guarantor puts at stake; the prototype's value
MEDIATOR: Final = "un"  # the channel that is lent the guarantee: open in all of 1966
TALKS: Final = POSTURES.index("talks")


@dataclass(frozen=True)
class Case:
    """One counterfactual: what changes in the orders, and in the tables."""

    name: str
    sentence: str
    change: Change
    tables: Tables


def told(campaign: Campaign, tables: Tables) -> list[dict[str, Any]]:
    """Return a row a case: when Hanoi opens, its chances and the belief in it, by quarter."""
    return [
        _row(case, play_record(campaign, case.tables, 1, change=chained(case.change, freed(HANOI))))
        for case in cases(campaign, tables)
    ]


def _row(case: Case, run: RecordRun) -> dict[str, Any]:
    opened = [run.names[at] for at in np.flatnonzero(run.chance[0, :, HANOI] > SAFE)]
    return {
        "name": case.name,
        "case": case.sentence,
        "opens": opened[0] if opened else None,
        "open_quarters": len(opened),
        "open_probability": [round(float(one), 3) for one in run.chance[0, :, HANOI]],
        "belief_resilient": [round(float(one), 3) for one in run.believed[0, :, HANOI]],
    }


def cases(campaign: Campaign, tables: Tables) -> Iterator[Case]:
    """Yield the cases, the unchanged war first."""
    yield Case("as recorded", "nothing changed but Hanoi's posture freed", unchanged, tables)
    yield Case(
        "lie low",
        "Hanoi lies low from 1968Q1 to 1968Q3",
        within("1968Q1", "1968Q3", lie_low),
        tables,
    )
    yield Case(
        "lie low, bombing kept",
        "the same, and the bombing of 1967Q4 goes on",
        chained(within("1968Q1", "1968Q3", lie_low), bombing_of("1967Q4", campaign)),
        tables,
    )
    yield Case(
        "lie low in 1968Q1",
        "Hanoi lies low in the quarter of Tet alone",
        within("1968Q1", "1968Q1", lie_low),
        tables,
    )
    unread = put(tables, {"beliefs.scale_noise": 1e9})
    yield Case(
        "Tet unread",
        "the battles are fought and no demonstration tells anything",
        unchanged,
        unread,
    )
    for stake in (0.15, 0.25, STRONG):
        yield Case(
            f"guarantee {stake:.2f} in 1966",
            f"a mediator guarantees the talks with {stake:.2f} of his aims, 1966",
            by_mediator(campaign),
            guaranteed(tables, stake),
        )
    yield Case(
        "pause of 1966",
        "no bomb falls on the North in 1966",
        within("1966Q1", "1966Q4", pause),
        tables,
    )
    yield Case("no bombing", "no bomb ever falls on the North", pause, tables)
    yield Case(
        "full bombing",
        "the bombing is unrestricted from 1965Q2",
        within("1965Q2", "1973Q1", unrestricted),
        tables,
    )


def opened_early(campaign: Campaign, tables: Tables) -> dict[str, Any]:
    """Return what opening talks in all of 1966 costs in belief, beside the freed war.

    ``behind``: quarters after 1966 in which the belief is lower by more than .02 than without it.
    """
    forced = chained(freed(HANOI), within("1966Q1", "1966Q4", open_talks))
    early = play_record(campaign, tables, 1, change=forced)
    plain = play_record(campaign, tables, 1, change=freed(HANOI))
    gap = plain.believed[0, :, HANOI] - early.believed[0, :, HANOI]
    after = plain.at("1967Q1")
    return {
        "name": "opens in 1966",
        "case": "Hanoi holds talks open all of 1966, whatever the rule says, and is freed then",
        "belief_lost": {
            name: round(float(lost), 3)
            for name, lost in zip(plain.names[after:], gap[after:], strict=True)
        },
        "behind": int((gap[after:] > 0.02).sum()),
        "open_probability": [round(float(one), 3) for one in early.chance[0, :, HANOI]],
    }


def unchanged(_: str, __: World, orders: Orders) -> Orders:
    """Return the orders as they are."""
    return orders


def within(first: str, last: str, change: Change) -> Change:
    """Return the change, made only from quarter ``first`` to ``last``."""

    def limited(name: str, world: World, orders: Orders) -> Orders:
        return change(name, world, orders) if first <= name <= last else orders

    return limited


def lie_low(_: str, __: World, orders: Orders) -> Orders:
    """Return the orders with Hanoi lying low in every corps."""
    rungs = orders.rungs.copy()
    rungs[:, HANOI, SLOTS[HANOI]["effort"]] = Effort.LIE_LOW
    return replace(orders, rungs=rungs)


def open_talks(_: str, __: World, orders: Orders) -> Orders:
    """Return the orders with Hanoi holding talks open in public."""
    channel = orders.channel.copy()
    channel[:, HANOI] = 0
    return replace(with_rung(orders, HANOI, "posture", TALKS), channel=channel)


def pause(_: str, __: World, orders: Orders) -> Orders:
    """Return the orders with the bombing of the North halted."""
    return with_rung(orders, WASHINGTON, "bombing", Bombing.HALT)


def unrestricted(_: str, __: World, orders: Orders) -> Orders:
    """Return the orders with the North bombed without restriction."""
    no_line = LADDER[WASHINGTON]["line"].rungs.index("none")
    orders = with_rung(orders, WASHINGTON, "line", no_line)
    return with_rung(orders, WASHINGTON, "bombing", Bombing.UNRESTRICTED)


def bombing_of(quarter: str, campaign: Campaign) -> Change:
    """Return the change that keeps the bombing and its line as in ``quarter`` ever after."""
    kept = historical_orders(campaign, quarter, WASHINGTON)

    def change(name: str, _: World, orders: Orders) -> Orders:
        if name <= quarter:
            return orders
        for ladder in ("bombing", "line"):
            rung = kept.rungs[0, slot_of(WASHINGTON, ladder)]
            orders = with_rung(orders, WASHINGTON, ladder, rung)
        return orders

    return change


def guaranteed(tables: Tables, stake: float) -> Tables:
    """Return the tables with MEDIATOR's guarantee at ``stake``, heard in both capitals and never
    leaking: what a guarantee alone can do."""
    channels = tables.channels
    chosen = np.arange(len(channels.ids)) == channels.ids.index(MEDIATOR)
    lent = replace(
        channels,
        guarantee=np.where(chosen, stake, channels.guarantee),
        access=np.where(chosen, 1.0, channels.access),
        leak=np.where(chosen, 0.0, channels.leak),
    )
    return replace(tables, channels=lent)


def by_mediator(campaign: Campaign) -> Change:
    """Return the change that has Hanoi speak through MEDIATOR in every quarter of 1966."""
    place = campaign.channel_ids.index(MEDIATOR)

    def change(_: str, __: World, orders: Orders) -> Orders:
        channel = orders.channel.copy()
        channel[:, HANOI] = place
        return replace(orders, channel=channel)

    return within("1965Q4", "1966Q4", change)
