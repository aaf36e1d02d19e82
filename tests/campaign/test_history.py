"""The record: standing rungs carry, what chance did is done, and orders survive as words."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.campaign import build, historical_orders, recorded_luck, replay
from game.campaign.checks import blank_holding
from game.campaign.rehearse import rehearse
from game.engine.board import CORPS, HANOI, WASHINGTON
from game.engine.ladders import LADDERS, TROOPS_LIMITS, slot_of
from game.engine.orders import from_words, join, standing, to_words
from game.engine.world import digests
from tests.campaign.small import small


def test_rungs_stand_from_row_to_row_and_the_quarters_own_do_not() -> None:
    campaign = small()
    first, second = (historical_orders(campaign, name, WASHINGTON) for name in ("1968Q3", "1968Q4"))
    ground = slot_of(WASHINGTON, "ground")
    assert first.rungs[0, ground] == second.rungs[0, ground] == 2
    assert (first.channel[0], second.channel[0]) == (1, 0)
    assert (first.troops[0], second.troops[0]) == (2.5, 0.0)
    assert first.terms[0].tolist() == [1, 0, 0, 2, 0]
    assert second.terms[0].tolist() == [-1] * 5


def test_a_recorded_leak_comes_true_for_the_side_that_used_the_channel() -> None:
    campaign = small()
    orders = join(*(historical_orders(campaign, "1968Q4", side) for side in (WASHINGTON, HANOI)))
    luck = recorded_luck(campaign, 1, orders)
    assert (luck["leak_hanoi"][0], luck["leak_washington"][0]) == (0.0, 0.5)
    steps = list(replay(campaign))
    assert steps[1].outcome.leaked[0].tolist() == [False, True]


def test_the_new_administration_has_the_nerve_on_record() -> None:
    for nerve, wanted in (("hawk", 0), ("dove", 1)):
        steps = list(
            replay(
                small(
                    ('nerve_new_administration = "hawk"', f'nerve_new_administration = "{nerve}"')
                )
            )
        )
        assert [int(step.closing.nerve[0, WASHINGTON]) for step in steps] == [1, 1, wanted, wanted]


def test_a_replay_is_the_same_each_time() -> None:
    runs = [[digests(step.closing) for step in replay(small())] for _ in range(2)]
    assert runs[0] == runs[1]
    assert len(runs[0]) == 4


def test_an_order_that_its_quarter_does_not_allow_is_named() -> None:
    early = ("troops_number = -25.0", "troops_number = -25.0\naccept = true")
    unprepared = ('effort = { III = "guerrilla" }', 'effort = { III = "offensive" }')
    found = rehearse(small(early, unprepared))
    told = "\n".join(found)
    assert "orders[3].washington (1969Q2): there is nothing to accept" in told
    assert "orders[0].hanoi (1968Q3): hanoi: effort offensive in III" in told
    assert rehearse(small()) == []


def test_an_end_other_than_the_recorded_one_is_named() -> None:
    ended = '[history]\nsettlement = [2, 2, 1, 2, 1]\nended = "1969Q2"\n\n[[luck]]'
    assert any("history.ended" in line for line in rehearse(small(("[[luck]]", ended))))


def words_of(side: int) -> st.SearchStrategy[dict[str, object]]:
    """Return any orders of a side in words."""
    rungs: dict[str, st.SearchStrategy[object]] = {}
    for ladder in LADDERS[side]:
        rung = st.sampled_from(ladder.rungs)
        by_corps = st.dictionaries(st.sampled_from(CORPS), rung)
        rungs[ladder.name] = by_corps if ladder.by_corps else rung
    rungs["terms"] = st.lists(st.integers(0, 3), min_size=5, max_size=5)
    rungs["accept"] = st.booleans()
    rungs["channel"] = st.sampled_from(("public", "oslo"))
    if side == WASHINGTON:
        del rungs["troops"]
        low, high = TROOPS_LIMITS[0][0], TROOPS_LIMITS[-1][1]
        rungs["troops_number"] = st.integers(int(low), int(high)).map(float)
    return st.fixed_dictionaries({}, optional=rungs)


@settings(max_examples=60)
@given(st.data(), st.sampled_from((WASHINGTON, HANOI)))
def test_orders_come_back_from_their_words_over_any_base(data: st.DataObject, side: int) -> None:
    words = data.draw(words_of(side))
    ids = ("public", "oslo")
    orders = from_words(side, words, blank_holding(side), ids)
    _, world = build(small())
    base = standing(world.in_force[:, side], world.channel[:, side])
    again = from_words(side, to_words(side, orders, ids), base, ids)
    for name in ("rungs", "troops", "channel", "terms", "accept"):
        assert np.array_equal(getattr(orders, name), getattr(again, name)), name
