"""A thousand wars of random legal orders on both sides, to their end: what must always hold."""

import numpy as np
import pytest

from game.engine.board import CALENDAR, HANOI, RUNNING, SETTLED, WASHINGTON
from game.engine.ladders import OPEN_FROM, PUBLIC, USED, L, ladder_of_slot
from game.engine.prices import flat_places, prices_of
from game.engine.world import FIELDS, digests, faults
from tests.engine.wars import Step, played, tables

WARS, SEED = 1000, 3
GROWING = (
    "us_deaths",
    "saigon_deaths",
    "hanoi_deaths",
    "deaths_claimed",
    "aircraft_lost",
    "prisoners",
    "ruin",
    "reserves_called",
)
HALF_A_STEP = 0.00051  # thousand men: stored men are whole, so half a man a field and quarter


@pytest.fixture(scope="module")
def war() -> tuple[Step, ...]:
    return played(WARS, SEED)


def test_every_field_is_finite_in_shape_and_in_bounds(war: tuple[Step, ...]) -> None:
    for step in war:
        assert list(faults(step.closing)) == []


def test_no_field_is_below_nought_that_does_not_say_so(war: tuple[Step, ...]) -> None:
    signed = {name for name, field in FIELDS.items() if field.low < 0}
    for step in war:
        for name in set(FIELDS) - signed:
            assert getattr(step.closing, name).min() >= 0, name


def test_deaths_and_prisoners_never_fall(war: tuple[Step, ...]) -> None:
    for step in war:
        for name in GROWING:
            assert (getattr(step.closing, name) >= getattr(step.opening, name)).all(), name


def test_what_happened_is_never_below_nought(war: tuple[Step, ...]) -> None:
    for step in war:
        for part in (step.outcome.moved, step.outcome.raids, step.outcome.fought):
            for name, values in vars(part).items():
                assert values.min() >= 0, name


def test_american_men_are_conserved(war: tuple[Step, ...]) -> None:
    for step in war:
        before, after, moved, fought = _running(step)
        dead = fought.us_deaths / 1000
        troops = before.troops + moved.sent - moved.withdrawn - dead + fought.replaced
        reserve = before.reserve + moved.called - moved.sent + moved.returned - fought.replaced
        on = step.opening.running
        assert np.abs(troops - after.troops)[on].max(initial=0) < HALF_A_STEP
        assert np.abs(reserve - after.reserve)[on].max(initial=0) < HALF_A_STEP


def test_hanois_men_are_conserved(war: tuple[Step, ...]) -> None:
    for step in war:
        before, after, moved, fought = _running(step)
        main = before.main_force + moved.arrived - fought.main_losses
        guerrillas = before.guerrillas + moved.recruited - fought.guerrilla_losses
        manpower = before.manpower + moved.raised - moved.infiltrated
        on = step.opening.running
        assert np.abs(moved.arrived.sum(axis=1) - moved.infiltrated).max() < 1e-9
        assert np.abs(main - after.main_force)[on].max(initial=0) < HALF_A_STEP
        assert np.abs(guerrillas - after.guerrillas)[on].max(initial=0) < HALF_A_STEP
        assert np.abs(manpower - after.manpower)[on].max(initial=0) < HALF_A_STEP


def _running(step: Step):
    return step.opening, step.closing, step.outcome.moved, step.outcome.fought


def test_capital_is_never_spent_beyond_what_is_there(war: tuple[Step, ...]) -> None:
    for step in war:
        assert (step.outcome.paid <= step.opening.capital)[step.opening.running].all()


def test_the_random_orders_do_spend_and_do_run_short(war: tuple[Step, ...]) -> None:
    paid = np.concatenate([step.outcome.paid[step.opening.running] for step in war])
    there = np.concatenate([step.opening.capital[step.opening.running] for step in war])
    assert (paid > 0).mean() > 0.5
    assert (there - paid < 3).mean() > 0.1


def test_every_ladder_stands_on_a_rung(war: tuple[Step, ...]) -> None:
    for side in (WASHINGTON, HANOI):
        counts = np.array(
            [
                len(ladder_of_slot(side, slot)[0].rungs) if USED[side, slot] else 1
                for slot in range(L)
            ]
        )
        for step in war:
            for name in ("in_force", "reached", "reached_before"):
                assert (getattr(step.closing, name)[:, side] < counts).all(), name


def test_the_world_sees_the_acts_of_public_ladders_and_no_others(war: tuple[Step, ...]) -> None:
    for step in war:
        assert (step.closing.acts == np.where(PUBLIC, step.closing.reached, -1)).all()


def test_talks_sit_only_while_both_are_open(war: tuple[Step, ...]) -> None:
    sat = 0
    for step in war:
        both = (step.orders.postures >= OPEN_FROM).all(axis=1)
        on = step.opening.running
        assert (step.outcome.sitting == both)[on].all()
        assert ((step.closing.talking > 0) == both)[on].all()
        sat += int((both & on).sum())
    assert sat > 100


def test_an_understanding_needs_talks_to_begin(war: tuple[Step, ...]) -> None:
    for step in war:
        begun = (step.opening.understanding == 0) & (step.closing.understanding > 0)
        assert step.outcome.sitting[begun].all()


def test_beliefs_stay_inside_their_bounds(war: tuple[Step, ...]) -> None:
    least, most = tables().beliefs.least, tables().beliefs.most
    for step in war:
        for name in ("belief_resilient", "belief_dove"):
            belief = getattr(step.closing, name)
            assert belief.min() >= least
            assert belief.max() <= most


def test_what_is_in_force_is_free_and_legal_while_the_war_runs(war: tuple[Step, ...]) -> None:
    for step in war:
        world, on = step.closing, step.closing.running
        for side in (WASHINGTON, HANOI):
            rungs = world.in_force[:, side]
            assert (prices_of(world.prices[:, side], side, rungs)[on] == 0).all()
            legal = np.take_along_axis(world.legal[:, side], flat_places(side, rungs), axis=1)
            assert (legal[:, USED[side]] == 1)[on].all()


def test_nothing_is_legal_once_a_war_has_ended(war: tuple[Step, ...]) -> None:
    for step in war:
        assert (step.closing.legal[~step.closing.running] == 0).all()


def test_an_ended_war_never_resolves_again(war: tuple[Step, ...]) -> None:
    ended = 0
    for step in war:
        over = ~step.opening.running
        before, after = np.array(digests(step.opening)), np.array(digests(step.closing))
        assert (before[over] == after[over]).all()
        assert (before[~over] != after[~over]).all()
        ended += int(over.sum())
    assert ended > 0


def test_every_war_ends_properly(war: tuple[Step, ...]) -> None:
    last, quarters = war[-1].closing, tables().quarters
    assert (last.ended != RUNNING).all()
    assert (last.quarter <= quarters).all()
    assert (last.quarter[last.ended == CALENDAR] == quarters).all()
    settled = last.ended == SETTLED
    assert settled.any()
    assert (last.settlement[settled] >= 0).all()
    assert (last.settlement[~settled] == -1).all()


def test_the_quarter_counts_up_by_one_while_a_war_runs(war: tuple[Step, ...]) -> None:
    for step in war:
        assert (step.closing.quarter == step.opening.quarter + step.opening.running).all()


def test_a_settlement_is_a_package_that_was_tabled_or_lies_between_two(
    war: tuple[Step, ...],
) -> None:
    for step in war:
        made = step.opening.running & (step.closing.ended == SETTLED)
        tabled, settled = step.opening.tabled[made], step.closing.settlement[made]
        accepts = step.orders.accept[made] == 1
        assert accepts.any(axis=1).all()
        low, high = tabled.min(axis=1), tabled.max(axis=1)
        only = [accepts[:, side] & ~accepts[:, 1 - side] for side in (WASHINGTON, HANOI)]
        for side in (WASHINGTON, HANOI):
            assert (settled[only[side]] == tabled[only[side], 1 - side]).all()
        assert ((low <= settled) & (settled <= high))[accepts.all(axis=1)].all()
