"""Reckoning: a government that saw everything would reckon as the rulebook does, to the bit."""

from collections.abc import Iterator

import numpy as np
import pytest

from game.engine.board import HANOI, ISSUES, SIDES, WASHINGTON, Ints
from game.engine.orders import NO_TERMS
from game.engine.rules import worth
from game.engine.rules.air import capacity
from game.engine.sight import Sight, look
from game.engine.world import World, take
from game.players import reckoning
from tests.engine.wars import played, tables

WARS, SEED = 40, 3


def seen_as_it_is(side: int) -> Iterator[tuple[World, Sight]]:
    """Yield random wars that run, with a sight in which every estimate is the truth, and nothing is
    signed under the other side's fire, which a side does not see."""
    for step in played(WARS, SEED):
        running = np.flatnonzero(step.opening.running)
        if not running.size:
            continue
        world = take(step.opening, running)
        duress = world.duress.copy()
        duress[:, 1 - side] = 0.0
        world = world.with_(duress=duress)
        sight = look(world, side, tables())
        truth = {
            "seen_quality": world.quality,
            "seen_capacity": capacity(world.function),
            "seen_terms": world.expected,
        }
        fields = sight.fields | {name: truth[name] for name in truth if name in sight.fields}
        yield world, Sight(side, fields, sight.channels, sight.tables)


def packages(count: int) -> Ints:
    """Return (N, I) random packages."""
    return np.random.default_rng(SEED).integers(0, 4, (count, len(ISSUES)))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_what_a_settlement_is_worth_and_how_it_holds_is_reckoned_as_the_rules_do(side: int) -> None:
    for world, sight in seen_as_it_is(side):
        terms = packages(len(world))
        held = worth.holds(world, terms, sight.tables)
        assert (reckoning.chance_kept(sight, terms) == held).all()
        valued = worth.value(world, terms, sight.tables)[:, side]
        assert (reckoning.settled_worth(sight, terms) == valued).all()


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_an_offer_and_fighting_on_are_reckoned_as_the_rules_do(side: int) -> None:
    offers = 0
    for world, sight in seen_as_it_is(side):
        found = worth.worth(world, sight.tables)
        assert (reckoning.offered_worth(sight) == found.offered[:, side]).all()
        offers += int((world.tabled[:, 1 - side, 0] != NO_TERMS).sum())
        assert (reckoning.waiting_cost(sight) == worth.waiting(world, sight.tables)[:, side]).all()
        early = sight.left > reckoning.TIME_TO_BARGAIN
        assert (reckoning.fighting_worth(sight, 1.0) == found.fighting[:, side])[early].all()
    assert offers > WARS
