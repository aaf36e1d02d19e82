"""What holds for every rule: alone as in company, its drift and no other, its arguments kept."""

import numpy as np
import pytest

from game.engine import luck as lucks
from game.engine.luck import Luck
from game.engine.world import FIELDS, World, take
from tests.engine.rules import RULES, Rule
from tests.engine.test_company import differing_bits, orders_of
from tests.engine.wars import lowest, played, tables

WARS, SEED = 40, 13
DRIFT = {
    "events": {"weather", "detente", "aid_moscow", "aid_beijing", "quarrel", "stability",
               "cohesion", "port_route", "approval", "blame", "nerve"},
    "deploy": {"manpower", "guerrillas", "peak"},
    "bomb": {"function", "struck", "air_defence", "ruin"},
    "cut_trail": {"throughput", "sanctuary"},
    "fight": {"main_force", "guerrillas", "us_deaths", "reserve", "troops", "saigon_deaths",
              "hanoi_deaths", "deaths_claimed", "fatigue"},
    "prepare": {"preparation", "cadres"},
    "infer": {"demonstrated", "postured", "suppressed", "nerved", "novelty_spent",
              "belief_resilient", "belief_dove", "openness", "openness_settled", "offered",
              "deadline", "channel", "burnt", "capital"},
    "negotiate": {"talking"},
    "press": {"strain", "broken", "cohesion", "approval", "stability", "capital", "dissent",
              "duress"},
    "approach": {"brink"},
    "expect": {"expected"},
    "at_home": {"approval", "blame", "rallied", "dissent", "opposition", "cohesion", "quality",
                "arvn", "stability", "control", "capital",
                "aid_moscow", "aid_beijing"},
    "end": {"ended", "settlement"},
    "estimate": {name for name in FIELDS if name.startswith("seen_")},
}  # fmt: skip
"""What each rule's docstring lists as drift: all that changes when neither side orders anything."""


def name_of(rule: Rule) -> str:
    """Return a rule's name for a test."""
    return rule.__name__


def running(quarter: int) -> World:
    """Return the random wars that still run in a quarter."""
    world = played(WARS, SEED)[quarter].opening
    return take(world, world.running)


def changed(one: World, other: World) -> set[str]:
    """Return the fields of which two worlds hold different values."""
    return {name for name in FIELDS if (getattr(one, name) != getattr(other, name)).any()}


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_rule_gives_a_war_alone_what_it_gives_it_in_company(rule: Rule) -> None:
    for step in played(WARS, SEED)[2::10]:
        together = rule(step.opening, step.orders, step.luck, tables())
        for war in (0, 11, WARS - 1):
            chosen = np.array([war])
            alone = rule(
                take(step.opening, chosen),
                orders_of(step.orders, chosen),
                Luck(step.luck.rows[:, chosen]),
                tables(),
            )
            assert differing_bits(take(together, chosen), alone) == []


@pytest.mark.parametrize("rule", RULES, ids=name_of)
@pytest.mark.parametrize("quarter", [0, 9, 18])
def test_nothing_ordered_by_either_side_changes_only_the_drift(rule: Rule, quarter: int) -> None:
    world = running(quarter)
    after = rule(world, lowest(world), lucks.neutral(len(world)), tables())
    assert changed(world, after) <= DRIFT[rule.__name__]


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_rule_changes_nothing_that_it_was_handed(rule: Rule) -> None:
    step = played(WARS, SEED)[12]
    before = {name: getattr(step.opening, name).tobytes() for name in FIELDS}
    given = {name: value.tobytes() for name, value in vars(step.orders).items()}
    luck = step.luck.rows.tobytes()
    rule(step.opening, step.orders, step.luck, tables())
    assert {name: getattr(step.opening, name).tobytes() for name in FIELDS} == before
    assert {name: value.tobytes() for name, value in vars(step.orders).items()} == given
    assert step.luck.rows.tobytes() == luck


def test_every_rule_of_a_quarter_does_something_in_the_random_wars() -> None:
    for rule in RULES:
        moved = set()
        for step in played(WARS, SEED):
            on = step.opening.running
            after = rule(step.opening, step.orders, step.luck, tables())
            moved |= changed(take(step.opening, on), take(after, on))
        assert moved >= DRIFT[rule.__name__] - {"troops"}, rule.__name__
