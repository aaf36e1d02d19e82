"""A game laid beside the record: quarter by quarter, with the first divergence marked.

Once a war is over everything is compared: every order and every number. While it still runs only
what both sides see of each other is: public rungs, packages and public figures, so that a
comparison tells neither side more than its newspapers do. Another game may stand in the record's
place.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, Step, build, replay
from game.campaign.dilemmas import of_side
from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON
from game.engine.ladders import LADDERS, SLOTS
from game.engine.orders import SideOrders, to_words
from game.engine.tables import Tables
from game.engine.world import World
from game.study.debrief.rows import Row, history_scores, row, scores

PUBLIC: Final = (
    "us_troops",
    "us_deaths",
    "saigon_deaths",
    "enemy_deaths_claimed",
    "approval",
    "opposition",
    "terms_tabled_washington",
    "terms_tabled_hanoi",
)
"""Numbers of a row that both governments can read in the papers."""

OPENED: Final = (
    "hanoi_deaths",
    "hanoi_tempo",
    "hanoi_open_probability",
    "washington_open_probability",
    "belief_hanoi_resilient",
    "belief_washington_resilient",
    "infiltrated",
    "sorties",
    "terms_expected",
)
"""Numbers that only a war that is over shows."""


def beside(
    campaign: Campaign,
    steps: Sequence[Step],
    tables: Tables,
    over: bool,
    others: Sequence[Step] | None = None,
) -> Row:
    """Return the quarters of a game beside those of the record, or of ``others``.

    ``first_divergence``: the first quarter in which an order differs, None if none does;
    ``first_difference``: the first whose figures do, which events put in by hand and luck may
    bring about without any order. Quarters that only one of the two has are told by that one.
    """
    record = list(replay(campaign)) if others is None else list(others)
    quarters = [_quarter(campaign, pair, tables, over) for pair in _pairs(steps, record)]
    return {
        "campaign": campaign.name,
        "over": over,
        "quarters": quarters,
        "first_divergence": _first(quarters, "orders_differ"),
        "first_difference": _first(quarters, "figures_differ"),
        "ends": {
            "game": _end(campaign, steps, tables, over),
            "record": _end(campaign, record, build(campaign)[0], True),
        },
        "history_scores": history_scores(campaign),
    }


def _pairs(steps: Sequence[Step], record: Sequence[Step]) -> list[tuple[Step | None, Step | None]]:
    """Return the steps of both by quarter, None where one of them has none."""
    there = [{int(step.opening.quarter[0]): step for step in one} for one in (steps, record)]
    return [(there[0].get(at), there[1].get(at)) for at in sorted({*there[0], *there[1]})]


def _quarter(
    campaign: Campaign, pair: tuple[Step | None, Step | None], tables: Tables, over: bool
) -> Row:
    one = pair[0] or pair[1]
    assert one is not None  # a pair is made of at least one step
    figures = [None if step is None else _figures(campaign, step, tables, over) for step in pair]
    given = [None if step is None else _orders(campaign, step, over) for step in pair]
    differ = [] if None in given else list(_differing(given[0], given[1]))
    return {
        "quarter": campaign.quarter(int(one.opening.quarter[0])),
        "game": figures[0],
        "record": figures[1],
        "orders": differ,
        "orders_differ": bool(differ),
        "figures_differ": None not in figures and figures[0] != figures[1],
    }


def _figures(campaign: Campaign, step: Step, tables: Tables, over: bool) -> Row:
    every = row(campaign, step, tables)
    names = (*PUBLIC, *OPENED) if over else PUBLIC
    postures = {f"{side}_posture": every[f"{side}_posture"] for side in SIDES}
    return {name: every[name] for name in names} | postures


def _orders(campaign: Campaign, step: Step, over: bool) -> dict[str, dict[str, Any]]:
    """Return both sides' orders as words; of a running war only what shows."""
    found = {}
    for side in (WASHINGTON, HANOI):
        orders = step.orders
        alone = SideOrders(
            orders.rungs[:, side],
            orders.troops,
            orders.channel[:, side],
            orders.terms[:, side],
            orders.accept[:, side],
        )
        words = to_words(side, alone, campaign.channel_ids)
        words |= _decided(campaign, step, side, over)
        hidden = {"channel"} | {ladder.name for ladder in LADDERS[side] if not ladder.public}
        found[SIDES[side]] = {
            name: value for name, value in words.items() if over or name not in hidden
        }
    return found


def _decided(campaign: Campaign, step: Step, side: int, over: bool) -> dict[str, str]:
    """Return what a side decided, by the decision's id; of a running war what was in the papers."""
    decided, rows = step.outcome.decided, of_side(campaign, side)
    answers = decided.answers if over else decided.shown
    both = zip(decided.asked[0, side].tolist(), answers[0, side].tolist(), strict=True)
    return {
        f"decides {rows[number - 1].id}": rows[number - 1].answers[answer - 1].id
        for number, answer in both
        if number and answer
    }


def _differing(game: Any, record: Any) -> list[Row]:
    """Return a row for each order that differs: side, order, what the game and the record had."""
    rows = []
    for side in SIDES:
        for name in sorted({*game[side], *record[side]}):
            ours, theirs = game[side].get(name), record[side].get(name)
            if ours != theirs:
                rows.append({"side": side, "order": name, "game": ours, "record": theirs})
    return rows


def _first(quarters: Sequence[Mapping[str, Any]], key: str) -> str | None:
    return next((str(one["quarter"]) for one in quarters if one[key]), None)


def _end(campaign: Campaign, steps: Sequence[Step], tables: Tables, over: bool) -> Row | None:
    if not steps:
        return None
    world = steps[-1].closing
    made: Row = {
        "quarter": campaign.quarter(int(steps[-1].opening.quarter[0])),
        "how": ENDINGS[int(world.ended[0])],
    }
    if over:
        made |= {
            "settlement": [int(one) for one in world.settlement[0]]
            if (world.settlement[0] >= 0).all()
            else None,
            "scores": scores(world, tables),
        }
    return made


def from_the_other_chair(campaign: Campaign, side: int, steps: Sequence[Step]) -> list[Row]:
    """Return a war that is over as the given side saw it: its own orders, its estimates of the
    enemy beside the truth, quarter by quarter."""
    enemy = SIDES[1 - side]
    rows = []
    for step in steps:
        before = step.opening
        words = _orders(campaign, step, over=True)
        seen, true = sight(before, side)
        rows.append(
            {
                "quarter": campaign.quarter(int(before.quarter[0])),
                "ordered": words[SIDES[side]],
                "enemy_showed": {name: words[enemy][name] for name in _shown(1 - side)},
                "believed": seen,
                "was": true,
            }
        )
    return rows


def _shown(side: int) -> tuple[str, ...]:
    return tuple(
        ladder.name for ladder in LADDERS[side] if ladder.public and ladder.name in SLOTS[side]
    )


def sight(world: World, side: int) -> tuple[Row, Row]:
    """Return what ``side`` thinks it sees of the enemy in a world, and what is: thousands of men
    in all, or shares."""
    pairs = (
        {
            "main_force": (world.seen_main_force, world.main_force),
            "guerrillas": (world.seen_guerrillas, world.guerrillas),
            "throughput": (world.seen_throughput, world.throughput),
            "cohesion": (world.seen_cohesion, world.cohesion),
        },
        {
            "quality": (world.seen_quality, world.quality),
            "control": (world.seen_control, world.control),
            "reserve": (world.seen_reserve, world.reserve),
        },
    )[side]
    halves = [
        {
            name: round(
                float(np.sum(pair[half][0]))
                if name in ("main_force", "guerrillas")
                else float(np.mean(pair[half][0])),
                3,
            )
            for name, pair in pairs.items()
        }
        for half in (0, 1)
    ]
    return halves[0], halves[1]
