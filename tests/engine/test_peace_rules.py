"""What war does to minds and to the table: inference, packages, terms, duress."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import (
    HANOI,
    PARIS,
    RUNNING,
    SETTLED,
    WASHINGTON,
)
from game.engine.rules import inference, table, worth
from game.engine.world import World
from tests.engine import rules
from tests.engine.test_war_rules import ODDS, luck, war
from tests.engine.wars import ordered, quarter, ready, start, tables

Words = dict[str, Any]


def inferred(
    world: World, washington: Words | None = None, hanoi: Words | None = None, **draws: float
) -> World:
    """Return the world after a quarter's inference."""
    return rules.infer(world, ordered(world, washington, hanoi), luck(**draws), tables())


def channel(rank: str) -> int:
    """Return the channel that is highest in shield, guarantee or leak."""
    return int(np.argmax(getattr(tables().channels, rank)))


def open_war(**changes: Any) -> World:
    """Return a war whose rule gives the types clearly different openness."""
    return war(**(ODDS | changes))


def test_opening_reads_as_weakness_and_closing_again_as_strength() -> None:
    opened = inferred(open_war(), None, {"posture": "talks"})
    assert opened.belief_resilient[0, HANOI] < open_war().belief_resilient[0, HANOI]
    was_open = open_war(openness=1.0, openness_settled=1.0)
    closed = inferred(was_open, None, {"posture": "refuse"})
    assert closed.postured[0, HANOI] > 0


def test_a_posture_is_news_when_it_changes() -> None:
    changed = inferred(open_war(), None, {"posture": "talks"}).postured[0, HANOI]
    kept = inferred(open_war(openness=1.0, openness_settled=1.0), None, {"posture": "talks"})
    assert abs(kept.postured[0, HANOI]) < 0.2 * abs(changed)


def test_a_channel_keeps_back_its_share_and_a_leak_lets_it_out() -> None:
    way = channel("shield")
    shield, first = tables().channels.shield[way], int(tables().channels.first[way])
    name = tables().channels.ids[way]
    world = open_war(quarter=first, openness_settled=0.0)
    secret = inferred(world, None, {"posture": "talks", "channel": name}, leak_hanoi=0.9999)
    public = inferred(world, None, {"posture": "talks"})
    told = public.postured[0, HANOI]
    assert secret.postured[0, HANOI] == pytest.approx(told * (1 - shield), abs=1e-9)
    assert secret.suppressed[0, HANOI] == pytest.approx(told * shield, abs=1e-9)
    out = inferred(world, None, {"posture": "talks", "channel": name}, leak_hanoi=0.0)
    if tables().channels.leak[way] > 0:
        assert out.postured[0, HANOI] == pytest.approx(told, abs=1e-9)
        assert out.suppressed[0, HANOI] == 0


def test_a_leak_burns_the_channel_and_costs_capital() -> None:
    way = channel("leak")
    name, first = tables().channels.ids[way], int(tables().channels.first[way])
    world = open_war(quarter=first, capital=50.0)
    out = inferred(world, None, {"channel": name}, leak_hanoi=0.0)
    assert out.burnt[0, way] == 1
    assert out.capital[0].tolist() == [50.0, 50.0 - float(tables().constants.leak_price)]
    kept = inferred(world, None, {"channel": name}, leak_hanoi=0.9999)
    assert kept.burnt[0].sum() == 0
    aloud = inferred(world, None, {"channel": "public"}, leak_hanoi=0.0)
    assert aloud.burnt[0].sum() == 0


def test_refusing_an_offer_on_the_table_is_the_act_that_informs() -> None:
    quiet = inferred(open_war(), None, {"posture": "refuse"}).postured[0, HANOI]
    offered = open_war().with_(offered=np.array([[1, 0]]))
    refused = inferred(offered, None, {"posture": "refuse"})
    assert refused.postured[0, HANOI] > quiet + 0.1
    assert refused.offered[0].tolist() == [0, 0]


def test_an_offer_lies_until_it_is_answered() -> None:
    laid = inferred(open_war(), {"message": "offer"}, {"posture": "talks"})
    assert laid.offered[0].tolist() == [1, 0]
    still = inferred(laid, None, {"posture": "talks"})
    assert still.offered[0].tolist() == [1, 0]
    answered = inferred(laid, None, {"posture": "talks", "message": "answer"})
    assert answered.offered[0].tolist() == [0, 0]


def test_tet_is_judged_by_its_scale_and_a_hollow_offensive_backfires() -> None:
    everywhere = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "offensive")}
    told = [
        float(inferred(open_war(preparation=share), None, everywhere).demonstrated[0, HANOI])
        for share in (0.2, 0.6, 1.0)
    ]
    assert told == sorted(told)
    assert told[0] < 0 < told[2]
    assert told[2] > 1.0


def test_a_second_wave_tells_less_than_the_first() -> None:
    everywhere = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "offensive")}
    first = inferred(open_war(preparation=1.0), None, everywhere).demonstrated[0, HANOI]
    second = inferred(open_war(preparation=1.0, novelty_spent=1.0), None, everywhere)
    assert 0 < second.demonstrated[0, HANOI] < 0.7 * first


def test_escalating_speaks_of_a_hawk_and_holding_of_a_dove() -> None:
    held = inferred(open_war(), None, {}).nerved[0, WASHINGTON]
    went = inferred(open_war(), {"bombing": "unrestricted"}, {}).nerved[0, WASHINGTON]
    assert went < 0 < held


def test_a_deadline_that_passes_unkept_costs_nerve() -> None:
    due = open_war().with_(deadline=np.array([[1, 0]]))
    kept = inferred(due, {"bombing": "unrestricted"}, {}).nerved[0, WASHINGTON]
    broken = inferred(due, {}, {}).nerved[0, WASHINGTON]
    met = inferred(due, {}, {"posture": "talks"}).nerved[0, WASHINGTON]
    plain = inferred(open_war(), {}, {}).nerved[0, WASHINGTON]
    assert broken == pytest.approx(plain + float(tables().constants.deadline_broken))
    assert met == plain
    assert kept < plain


def test_consent_is_public_so_opposition_lowers_the_belief_in_washington() -> None:
    firm, tired = (inference.prior(war(opposition=share), tables())[0] for share in (0.2, 0.6))
    assert tired[WASHINGTON] < firm[WASHINGTON]
    assert tired[HANOI] == firm[HANOI]


def test_a_package_stands_until_another_and_dates_from_its_change() -> None:
    world = start().with_(quarter=np.array([4]))
    once = rules.negotiate(world, ordered(world, {"terms": [1, 1, 1, 1, 1]}), luck(), tables())
    assert once.tabled[0].tolist() == [[1] * 5, [-1] * 5]
    assert once.tabled_in[0].tolist() == [4, -1]
    later = once.with_(quarter=np.array([6]))
    same = rules.negotiate(later, ordered(later, {"terms": [1, 1, 1, 1, 1]}), luck(), tables())
    assert same.tabled_in[0, 0] == 4
    new = rules.negotiate(later, ordered(later, {"terms": [2, 1, 1, 1, 1]}), luck(), tables())
    assert new.tabled_in[0, 0] == 6


def test_what_is_signed_is_the_package_of_the_end_of_last_quarter() -> None:
    tabled = np.array([[[1, 1, 1, 1, 1], [-1] * 5]])
    world = ready(start().with_(tabled=tabled, talking=np.array([1])))
    orders = ordered(world, {"terms": [0, 0, 0, 0, 0], "posture": "refuse"}, {"accept": True})
    assert quarter(world, orders).closing.settlement[0].tolist() == [1, 1, 1, 1, 1]


def test_an_acceptance_of_nothing_settles_nothing() -> None:
    world = ready(start())
    closing = quarter(world, ordered(world, {"accept": True}, {"accept": True})).closing
    assert closing.ended[0] == RUNNING


def test_each_side_s_ideal_meets_all_its_aims_and_none_of_the_other_s() -> None:
    weights = worth.emphases(war(), tables())
    assert worth.aims_met(np.zeros((1, 5)), weights, tables())[0] == pytest.approx([1.0, 0.0])
    assert worth.aims_met(np.full((1, 5), 3.0), weights, tables())[0] == pytest.approx([0.0, 1.0])


@pytest.mark.parametrize(
    ("name", "low", "high", "direction"),
    [
        ("opposition", 0.3, 0.6, 1),
        ("main_force", 15.0, 60.0, 1),
        ("troops", 50.0, 500.0, -1),
        ("stability", 0.2, 0.8, -1),
        ("detente", 0.0, 1.0, -1),
        ("function", 0.3, 1.0, 1),
    ],
)
def test_what_gives_hanoi_leverage(name: str, low: float, high: float, direction: int) -> None:
    one, other = (table.leverage(war(**{name: value}), tables())[0] for value in (low, high))
    assert np.sign(other - one) == direction


def test_who_is_believed_to_last_gets_the_better_terms() -> None:
    even = war().with_(belief_resilient=np.array([[0.5, 0.5]]))
    strong = war().with_(belief_resilient=np.array([[0.5, 0.9]]))
    weak = war().with_(belief_resilient=np.array([[0.9, 0.5]]))
    found = [table.leverage(world, tables())[0] for world in (weak, even, strong)]
    assert found[0] < found[1] < found[2]


def test_expected_terms_follow_leverage_by_steps_and_stay_on_the_scale() -> None:
    world = war(opposition=0.9, troops=0.0, expected=0.0)
    once = table.expect(world, tables())
    twice = table.expect(once, tables())
    assert (once.expected > 0).all()
    assert (twice.expected > once.expected).all()
    assert (twice.expected <= 3).all()


def test_a_settlement_holds_better_where_saigon_is_strong() -> None:
    paris = np.array([PARIS], dtype=np.float64)
    weak, strong = (worth.holds(war(stability=share), paris, tables())[0] for share in (0.2, 0.8))
    assert 0 < weak < strong < 1


def test_what_american_troops_lent_saigon_does_not_hold_a_settlement_that_sends_them_home() -> None:
    leaving = np.array([PARIS], dtype=np.float64)
    staying = leaving * [0, 1, 1, 1, 1]
    propped, alone = war(stability=0.6, troops=500.0), war(stability=0.6, troops=0.0)
    assert worth.holds(propped, leaving, tables()) < worth.holds(alone, leaving, tables())
    assert worth.holds(propped, staying, tables()) == worth.holds(alone, staying, tables())


def test_a_package_that_is_not_there_is_worth_less_than_anything() -> None:
    assert (worth.worth(start(), tables()).offered == -1).all()


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_terms_signed_under_fire_slide_and_terms_only_tabled_slide_by_half(side: int) -> None:
    paris = np.array([PARIS], dtype=np.float64)
    pressed = np.eye(2)[[side]] * 0.6
    calm, fired = war(duress=np.zeros((1, 2))), war(duress=pressed)
    signs, tabled = np.arange(2) == side, np.arange(2) != side
    away = -1 if side == HANOI else 1  # from the side under fire
    signed = (worth.as_kept(fired, paris, signs, tables()) - paris) * away
    unsigned = (worth.as_kept(fired, paris, tabled, tables()) - paris) * away
    assert (signed > 0).all()
    assert unsigned == pytest.approx(signed * float(tables().constants.duress_unsigned))
    assert (worth.as_kept(calm, paris, signs, tables()) == paris).all()


@pytest.mark.parametrize("signer", [WASHINGTON, HANOI])
def test_a_settled_war_remembers_the_duress_it_was_signed_under(signer: int) -> None:
    world = ready(war(duress=0.5, talking=1, tabled=np.array([[PARIS, PARIS]])))
    words = [{"posture": "refuse"}, {"posture": "refuse"}]
    words[signer] |= {"accept": True}
    ended = quarter(world, ordered(world, words[0], words[1])).closing
    assert ended.ended[0] == SETTLED
    held = float(tables().constants.duress_unsigned)
    assert ended.duress[0, 1 - signer] == pytest.approx(held * ended.duress[0, signer], abs=1e-3)
