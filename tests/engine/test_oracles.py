"""The subtle rules against their plain-loop twins, on random wars."""

from collections.abc import Iterator

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import FLAT_START, LADDERS, SLOTS
from game.engine.menu import within_means
from game.engine.orders import SideOrders
from game.engine.prices import temptation
from game.engine.rules.table import accepted
from game.engine.world import World
from tests.engine.wars import Step, played, start, tables
from tests.oracles import war as twins
from tests.oracles.war import Shown, War, in_words, one_war

WARS, SEED = 40, 13
WHOLE_STEP = 2e-6  # stored memories are whole millionths


def running() -> Iterator[tuple[Step, int, War]]:
    """Yield random wars that still run, with their quarter, some of each quarter."""
    for step in played(WARS, SEED):
        for war in np.flatnonzero(step.opening.running)[:8]:
            yield step, int(war), one_war(step.opening, int(war))


def test_escalation() -> None:
    seen = set()
    for step, war, opening in running():
        rungs, troops = step.orders.rungs[war].tolist(), float(step.orders.troops[war])
        wanted = twins.escalation(opening, rungs, troops)
        assert step.outcome.escalation[war].tolist() == wanted
        seen |= set(wanted)
    assert len(seen) == 3


def test_the_price_of_every_rung() -> None:
    dear = 0
    for step, war, opening in running():
        for side in (WASHINGTON, HANOI):
            for ladder in LADDERS[side]:
                for corps in range(ladder.slots):
                    slot = SLOTS[side][ladder.name].start + corps
                    for rung in range(len(ladder.rungs)):
                        wanted = twins.price(opening, side, ladder.name, rung, corps, tables())
                        place = FLAT_START[side, slot] + rung
                        assert step.opening.prices[war, side, place] == wanted
                        dear += wanted > 8
    assert dear > 100


def test_temptation_doubles_and_halves() -> None:
    for chance in (0.0, 0.25, 0.5, 0.9, 1.0):
        wanted = twins.temptation(chance, tables())
        assert float(temptation(np.array([chance]), tables())[0]) == pytest.approx(wanted)
    assert twins.temptation(0.0, tables()) == pytest.approx(4 * twins.temptation(1.0, tables()))


def test_the_trails_throughput() -> None:
    for step, war, opening in running():
        washington, hanoi = (
            in_words(side, step.orders.rungs[war, side].tolist()) for side in (WASHINGTON, HANOI)
        )
        wanted = twins.throughput(
            opening,
            float(step.closing.weather[war]),
            step.closing.function[war].tolist(),
            washington,
            hanoi,
            float(step.luck["throughput"][war]),
            tables(),
        )
        assert step.closing.throughput[war] == pytest.approx(wanted, abs=2e-4)


def test_memories_and_beliefs_over_a_quarter() -> None:
    for step, war, opening in running():
        shown = Shown(
            rungs=step.orders.rungs[war].tolist(),
            channel=step.orders.channel[war].tolist(),
            troops=float(step.orders.troops[war]),
            withdrawn=float(step.outcome.moved.withdrawn[war]),
            there=float(step.closing.troops[war]),
            weather=float(step.closing.weather[war]),
            opposition=float(step.closing.opposition[war]),
            escalation=step.outcome.escalation[war].tolist(),
            scale=step.outcome.scale_seen[war].tolist(),
            leaked=step.outcome.leaked[war].tolist(),
        )
        for name, wanted in twins.beliefs(opening, shown, tables()).items():
            tolerance = 1e-4 if name == "novelty_spent" else WHOLE_STEP
            found = getattr(step.closing, name)[war]
            assert found == pytest.approx(wanted, abs=tolerance), name


def test_the_random_wars_leak_shield_demonstrate_and_refuse() -> None:
    rows = list(running())
    assert sum(step.outcome.leaked[war].any() for step, war, _ in rows) > 5
    assert sum(np.abs(step.closing.suppressed[war]).max() > 0.01 for step, war, _ in rows) > 20
    assert sum(step.outcome.offensive.scale[war] > 0 for step, war, _ in rows) > 5
    assert sum((step.opening.offered[war] == 1).any() for step, war, _ in rows) > 20
    assert sum((step.opening.deadline[war] == 1).any() for step, war, _ in rows) > 5


def test_acceptance_and_the_mean_of_two_packages() -> None:
    generator = np.random.default_rng(4)
    worlds = 400
    packages = generator.integers(0, 4, (worlds, 2, 5))
    packages[generator.random((worlds, 2)) < 0.2] = -1
    world: World = start(worlds).with_(
        tabled=packages,
        capital=generator.integers(0, 4, (worlds, 2)).astype(np.float64),
        signing=np.zeros((worlds, 2), dtype=np.int64),
    )
    orders = played(WARS, SEED)[0].orders
    accept = generator.integers(0, 2, (worlds, 2))
    signed = type(orders)(**{**vars(orders), "accept": accept})
    settled, positions = accepted(world, signed, np.zeros((worlds, 2), dtype=np.int64))
    for war in range(worlds):
        wanted = twins.settlement(one_war(world, war), accept[war].tolist())
        assert bool(settled[war]) == (wanted is not None)
        if wanted is not None:
            assert positions[war].tolist() == wanted


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_what_is_kept_of_orders_when_the_purse_is_short(side: int) -> None:
    generator = np.random.default_rng(6)
    fell = 0
    for step, war, opening in running():
        counts = [len(ladder.rungs) for ladder in LADDERS[side] for _ in range(ladder.slots)]
        wanted = np.zeros((1, step.opening.in_force.shape[2]), dtype=np.int64)
        wanted[0, : len(counts)] = generator.integers(0, counts)
        own = [
            getattr(step.opening, name)[war : war + 1, side]
            for name in ("prices", "legal", "in_force")
        ]
        purse = np.array([float(generator.integers(0, 40))])
        order = SideOrders(wanted, np.zeros(1), np.zeros(1), np.zeros((1, 5)), np.zeros(1))
        kept = within_means(order, side, *own, purse).rungs[0].tolist()
        assert kept == twins.within_means(
            side,
            wanted[0].tolist(),
            opening.in_force[side],
            own[1][0].tolist(),
            own[0][0].tolist(),
            float(purse[0]),
        )
        fell += kept != wanted[0].tolist()
    assert fell > 50
