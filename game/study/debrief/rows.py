"""A war told quarter by quarter, as rows of plain numbers under people's names.

One row a quarter of one war: what was done, what it cost, what each home thought, and what the
hidden rule read in the state with which the quarter opened. For the replay, the fit, comparisons
and exports; it opens the hidden side of the world, so it is for wars that are over.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from game.campaign import Campaign, Step, build, replay
from game.engine.board import ENDINGS, HANOI, SETTLED, SIDES, WASHINGTON
from game.engine.ladders import POSTURES
from game.engine.orders import NO_TERMS
from game.engine.postures import own_open_probability
from game.engine.rules.worth import value, waiting
from game.engine.score import scored
from game.engine.tables import Tables
from game.engine.world import World

Row = dict[str, Any]
DIGITS: Final = 4  # decimals of what is stored no finer


def told(campaign: Campaign, steps: Iterable[Step], tables: Tables, war: int = 0) -> Row:
    """Return one war as an object: its quarters, how it ended, and both scores beside history's.

    ``steps`` must hold at least one quarter. Keys are those of ``python main.py replay --json``,
    described in docs/fit.md.
    """
    played = list(steps)
    return _told(campaign, played, tables, war, history_scores(campaign))


def told_record(campaign: Campaign) -> Row:
    """Return the recorded war as the rules play it, told like any other: it is resolved once, for
    its quarters and for history's own scores."""
    opened = build(campaign)
    played, tables = list(replay(campaign, opened=opened)), opened[0]
    return _told(campaign, played, tables, 0, _as_settled(campaign, played[-1].closing, tables))


def _told(campaign: Campaign, played: list[Step], tables: Tables, war: int, history: Row) -> Row:
    last = played[-1].closing
    return {
        "campaign": campaign.name,
        "quarters": [row(campaign, step, tables, war) for step in played],
        "outcome": ENDINGS[int(last.ended[war])],
        "settlement": package(last.settlement[war]),
        "scores": scores(last, tables, war),
        "history_scores": history,
    }


def row(campaign: Campaign, step: Step, tables: Tables, war: int = 0) -> Row:
    """Return one quarter of one war; men are whole, shares are 0 to 1, terms 0 to 3.

    Probabilities and beliefs are those of the quarter's opening, the rest is the quarter's own or
    stands at its end.
    """
    before, after = step.opening, step.closing
    quarter = int(before.quarter[war])
    made: Row = {"quarter": campaign.quarter(quarter)}
    made |= _postures(step, war)
    made |= _losses(step, war)
    made |= {
        "approval": rounded(after.approval[war]),
        "opposition": rounded(after.opposition[war]),
        "hanoi_tempo": rounded(step.outcome.fought.tempo[war].sum()),
        "us_troops": round(float(after.troops[war]) * 1000),
        "infiltrated": round(float(step.outcome.moved.infiltrated[war]) * 1000),
        "sorties": round(float(step.outcome.raids.sorties[war]) * 1000),
        "escalation": {
            name: rounded(step.outcome.escalation[war, side]) for side, name in enumerate(SIDES)
        },
    }
    return made | _table(step, tables, war)


def _postures(step: Step, war: int) -> Row:
    before = step.opening
    chances = own_open_probability(before)[war]
    made: Row = {}
    for side in (HANOI, WASHINGTON):
        name = SIDES[side]
        made[f"{name}_posture"] = POSTURES[int(step.orders.postures[war, side])]
        made[f"{name}_open_probability"] = float(chances[side])
        made[f"belief_{name}_resilient"] = float(before.belief_resilient[war, side])
        made[f"belief_{name}_dove"] = float(before.belief_dove[war, side])
    return made


def _losses(step: Step, war: int) -> Row:
    fought = step.outcome.fought
    return {
        "us_deaths": int(fought.us_deaths[war]),
        "saigon_deaths": int(fought.saigon_deaths[war]),
        "hanoi_deaths": int(fought.hanoi_deaths[war]),
        "enemy_deaths_claimed": int(fought.claimed[war]),
    }


def _table(step: Step, tables: Tables, war: int) -> Row:
    after = step.closing
    made: Row = {"terms_expected": [rounded(position) for position in after.expected[war]]}
    latest = max((WASHINGTON, HANOI), key=lambda side: int(after.tabled_in[war, side]))
    made["terms_tabled"] = package(after.tabled[war, latest])
    for side, name in enumerate(SIDES):
        made[f"terms_tabled_{name}"] = package(after.tabled[war, side])
    return made | _worth(after, tables, war)


def _worth(after: World, tables: Tables, war: int) -> Row:
    """Return what each package on the table and fighting on are worth, as shares of aims.

    ``both_would_settle``: each side values what the other has tabled above fighting on.
    ``one_package_suits_both``: one and the same package is worth more than fighting on to both,
    which asks less, since a side's own package suits it well.
    """
    fighting = (value(after, after.expected, tables) - waiting(after, tables))[war]
    made: Row = {
        f"value_of_fighting_{name}": rounded(fighting[side]) for side, name in enumerate(SIDES)
    }
    takes = []
    for by, author in enumerate(SIDES):
        tabled = after.tabled[:, by]
        there = bool(tabled[war, 0] != NO_TERMS)
        worth = value(after, tabled.clip(0), tables)[war]
        takes.append([there and bool(worth[side] > fighting[side]) for side in (0, 1)])
        for side, name in enumerate(SIDES):
            key = f"value_of_package_of_{author}_to_{name}"
            made[key] = rounded(worth[side]) if there else None
    made["both_would_settle"] = takes[HANOI][WASHINGTON] and takes[WASHINGTON][HANOI]
    made["one_package_suits_both"] = any(all(package) for package in takes)
    return made


def package(positions: Sequence[Any]) -> list[int] | None:
    """Return the five positions, or None where there is no package."""
    found = [int(position) for position in positions]
    return None if found[0] == NO_TERMS else found


def rounded(number: Any) -> float:
    """Return a number as a plain float, to the digits that are stored."""
    return round(float(number), DIGITS)


def scores(world: World, tables: Tables, war: int = 0) -> Row:
    """Return each side's score, 0 to 100, were the war to stand as ``world`` has it."""
    total = scored(world, tables).total[war]
    return {name: round(float(total[side]), 2) for side, name in enumerate(SIDES)}


def history_scores(campaign: Campaign) -> Row:
    """Return what history itself scores: the replayed war, settled as it was if it was by then."""
    tables, world = build(campaign)
    for step in replay(campaign):
        world = step.closing
    return _as_settled(campaign, world, tables)


def _as_settled(campaign: Campaign, world: World, tables: Tables) -> Row:
    """Return the scores of the replayed war's end, with history's own settlement."""
    own = campaign.scenario.history if campaign.scenario else None
    history = own or campaign.file.history
    if history and campaign.index(history.ended) < campaign.quarters:
        ended = world.ended.copy()
        ended[:] = SETTLED
        settlement = world.settlement.copy()
        settlement[:] = history.settlement
        world = world.with_(ended=ended, settlement=settlement)
    return scores(world, tables)
