"""What war does to minds: inference, the table, home fronts, endings, estimates, events, score."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import (
    CALENDAR,
    CONSENT_BROKE,
    HANOI,
    NORTH_BROKE,
    PARIS,
    RUNNING,
    SAIGON_FELL,
    SETTLED,
    WASHINGTON,
)
from game.engine.events import happen
from game.engine.imagine import hidden_part, imagine
from game.engine.rules import ending, home, inference, table
from game.engine.score import score, scored
from game.engine.tables import EFFECTS
from game.engine.view import view
from game.engine.world import FIELDS, World, take
from tests.engine import rules
from tests.engine.test_company import differing_bits
from tests.engine.test_war_rules import luck, war
from tests.engine.wars import ordered, played, quarter, quiet_events, ready, start, tables

Words = dict[str, Any]


def inferred(world: World, washington: Words | None = None, hanoi: Words | None = None,
             **draws: float) -> World:  # fmt: skip
    """Return the world after a quarter's inference."""
    return rules.infer(world, ordered(world, washington, hanoi), luck(**draws), tables())


def channel(rank: str) -> int:
    """Return the channel that is highest in shield, guarantee or leak."""
    return int(np.argmax(getattr(tables().channels, rank)))


def open_war(**changes: Any) -> World:
    """Return a war whose rule gives the types clearly different openness."""
    odds: Words = {"open_low": 0.8, "open_high": 0.2, "dove_closed": 0.3, "hawk_closed": 0.6,
                   "dove_open": 0.2, "hawk_open": 0.5}  # fmt: skip
    return war(**(odds | changes))


# Inference


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
    assert out.capital[0].tolist() == [50.0, 50.0 - inference.LEAK_PRICE]
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
    told = [float(inferred(open_war(preparation=share), None, everywhere).demonstrated[0, HANOI])
            for share in (0.2, 0.6, 1.0)]  # fmt: skip
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


# The table


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
    assert table.aims_met(np.zeros((1, 5)), tables())[0] == pytest.approx([1.0, 0.0])
    assert table.aims_met(np.full((1, 5), 3.0), tables())[0] == pytest.approx([0.0, 1.0])


@pytest.mark.parametrize(
    ("name", "low", "high", "direction"),
    [("opposition", 0.3, 0.6, 1), ("main_force", 15.0, 60.0, 1), ("troops", 50.0, 500.0, -1),
     ("stability", 0.2, 0.8, -1), ("detente", 0.0, 1.0, -1), ("function", 0.3, 1.0, 1)],
)  # fmt: skip
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
    weak, strong = (table.holds(war(stability=share), paris, tables())[0] for share in (0.2, 0.8))
    assert 0 < weak < strong < 1


def test_what_american_troops_lent_saigon_does_not_hold_a_settlement_that_sends_them_home() -> None:
    leaving = np.array([PARIS], dtype=np.float64)
    staying = leaving * [0, 1, 1, 1, 1]
    propped, alone = war(stability=0.6, troops=500.0), war(stability=0.6, troops=0.0)
    assert table.holds(propped, leaving, tables()) < table.holds(alone, leaving, tables())
    assert table.holds(propped, staying, tables()) == table.holds(alone, staying, tables())


def test_a_package_that_is_not_there_is_worth_less_than_anything() -> None:
    assert (table.worth(start(), tables()).offered == -1).all()


# Home fronts


def at_home(world: World, washington: Words | None = None, hanoi: Words | None = None,
            **draws: float) -> World:  # fmt: skip
    """Return the world after the home fronts' quarter."""
    return rules.at_home(world, ordered(world, washington, hanoi), luck(**draws), tables())


def test_opposition_rises_with_the_log_of_the_dead_and_a_new_president_does_not_lower_it() -> None:
    none = np.zeros(1)
    shares = [float(home.opposition(start(), np.array([dead]), none, tables())[0])
              for dead in (100, 1000, 10_000, 40_000)]  # fmt: skip
    assert shares == sorted(shares)
    assert shares[3] - shares[2] < shares[2] - shares[1]
    events = quiet_events().plus("new_administration", 1.0)
    renewed = happen(war(approval=0.4, blame=5.0), events, luck(), tables())
    assert renewed.opposition[0] == war().opposition[0]
    assert renewed.approval[0] > 0.4
    assert renewed.blame[0] < 5.0


def test_approval_falls_with_the_dead_and_rises_as_men_come_home() -> None:
    usual = at_home(war(approval=0.5)).approval[0]
    assert at_home(war(approval=0.5, blame=20.0)).approval[0] < usual
    assert at_home(war(approval=0.5), {"troops_number": -30}).approval[0] > usual


def test_an_attack_rallies_while_consent_is_high_and_no_longer() -> None:
    everywhere = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "offensive")}
    firm, tired = (at_home(war(opposition=share, rallied=0.0), None, everywhere).rallied[0]
                   for share in (0.25, 0.7))  # fmt: skip
    assert firm > 0
    assert tired == 0


def test_a_state_of_low_resilience_feels_an_escalation_about_three_times() -> None:
    felt = []
    for resilience in (1, 0):
        world = war(strain=0.0).with_(resilience=np.array([[1, resilience]]))
        felt.append(float(at_home(world, {"bombing": "unrestricted"}).strain[0, HANOI]))
    assert 2.0 < felt[1] / felt[0] < 4.5


def test_who_escalates_strains_the_other_and_not_itself() -> None:
    calm = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "guerrilla")}
    strained = at_home(war(strain=0.0), {"bombing": "unrestricted"}, calm).strain[0]
    assert strained[HANOI] > 0
    assert strained[WASHINGTON] == 0
    pressed = at_home(war(strain=0.0), {"bombing": "halt"}, {"infiltration": "surge"} | calm)
    assert pressed.strain[0, WASHINGTON] > 0
    assert pressed.strain[0, HANOI] == 0


def test_an_escalation_at_the_table_puts_under_duress_there_and_breaks_the_less() -> None:
    after = {}
    for posture in ("refuse", "talks"):
        world = ready(war(strain=0.0, duress=0.0))
        both = {"bombing": "unrestricted", "posture": "talks"}
        after[posture] = quarter(world, ordered(world, both, {"posture": posture})).closing
    assert 0 < after["talks"].strain[0, HANOI] < after["refuse"].strain[0, HANOI]
    assert after["talks"].duress[0, HANOI] > after["refuse"].duress[0, HANOI] == 0
    assert after["talks"].duress[0, WASHINGTON] == 0


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_terms_signed_under_fire_slide_and_terms_only_tabled_slide_by_half(side: int) -> None:
    paris = np.array([PARIS], dtype=np.float64)
    pressed = np.eye(2)[[side]] * 0.6
    calm, fired = war(duress=np.zeros((1, 2))), war(duress=pressed)
    signs, tabled = np.arange(2) == side, np.arange(2) != side
    away = -1 if side == HANOI else 1  # from the side under fire
    signed = (table.as_kept(fired, paris, signs, tables()) - paris) * away
    unsigned = (table.as_kept(fired, paris, tabled, tables()) - paris) * away
    assert (signed > 0).all()
    assert unsigned == pytest.approx(signed * float(tables().constants.duress_unsigned))
    assert (table.as_kept(calm, paris, signs, tables()) == paris).all()


@pytest.mark.parametrize("signer", [WASHINGTON, HANOI])
def test_a_settled_war_remembers_the_duress_it_was_signed_under(signer: int) -> None:
    world = ready(war(duress=0.5, talking=1, tabled=np.array([[PARIS, PARIS]])))
    words = [{"posture": "refuse"}, {"posture": "refuse"}]
    words[signer] |= {"accept": True}
    ended = quarter(world, ordered(world, words[0], words[1])).closing
    assert ended.ended[0] == SETTLED
    held = float(tables().constants.duress_unsigned)
    assert ended.duress[0, 1 - signer] == pytest.approx(held * ended.duress[0, signer], abs=1e-3)


def test_saigon_moves_by_no_more_than_its_step_without_strain() -> None:
    limit = float(tables().constants.stability_moves)
    for share in (0.0, 0.5, 1.0):
        moved = at_home(war(stability=share, strain=0.0, troops=0.0)).stability[0] - share
        assert abs(moved) <= limit + 1e-12


def test_vietnamization_builds_saigons_army() -> None:
    none, fast = (at_home(war(), {"vietnamization": name}) for name in ("none", "train"))
    assert fast.arvn[0] > none.arvn[0]
    assert fast.quality[0] > none.quality[0]


def test_an_army_handed_more_than_it_can_take_loses_quality() -> None:
    rungs = ("train", "hand_over", "hand_over_fast")
    raw, ready_ = (
        [float(at_home(war(arvn=men, quality=0.4), {"vietnamization": rung}).quality[0])
         for rung in rungs]
        for men in (450.0, 900.0)
    )  # fmt: skip
    assert raw == sorted(raw, reverse=True)
    assert ready_ == sorted(ready_)


def test_pacifying_gains_the_countryside_and_attacks_lose_it() -> None:
    calm = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "lie_low")}
    held, won = (
        at_home(war(control=0.5), {"ground": dict.fromkeys(calm["effort"], rung)}, calm).control[0]
        for rung in ("hold", "pacify")
    )
    assert (won > held).all()
    attack = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "main_force")}
    lost = at_home(war(control=0.5, main_force=80.0), None, attack).control[0]
    assert (lost < held).all()


def test_cohesion_falls_with_losses_and_recovers_without() -> None:
    calm = war(cohesion=0.4, main_force=1.0, guerrillas=1.0, troops=0.0, strain=0.0)
    assert at_home(calm).cohesion[0] > 0.4
    attack = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "offensive")}
    assert at_home(war(troops=540.0), None, attack).cohesion[0] < at_home(war()).cohesion[0]


def test_consent_pays_political_capital_and_war_costs_it() -> None:
    poor, rich = (at_home(war(approval=share)).payroll[0, WASHINGTON] for share in (0.3, 0.7))
    assert rich > poor
    bombing = at_home(war(), {"bombing": "unrestricted", "line": "none"}).payroll[0, WASHINGTON]
    assert bombing < at_home(war(), {"bombing": "halt"}).payroll[0, WASHINGTON]
    split, united = (at_home(war(cohesion=share)).payroll[0, HANOI] for share in (0.3, 0.9))
    assert united > split


# How wars end


def ended(world: World, settled: bool = False, **draws: float) -> World:
    """Return the world after the rule of endings."""
    positions = np.array([PARIS])
    return ending.conclude(world, np.array([settled]), positions, luck(**draws), tables())


def test_nothing_collapses_above_its_floor_whatever_the_luck() -> None:
    sound = war(stability=0.7, control=0.7, approval=0.6, opposition=0.3, cohesion=0.8)
    assert (ending.hazards(sound, tables()) == 0).all()
    worst = {"saigon_falls": 1e-5, "consent_breaks": 1e-5, "north_breaks": 1e-5}
    assert ended(sound, **worst).ended[0] == RUNNING


@pytest.mark.parametrize(
    ("changes", "index", "draw", "code"),
    [
        ({"stability": 0.0, "control": 0.05}, 0, "saigon_falls", SAIGON_FELL),
        ({"approval": 0.05, "opposition": 0.7}, 1, "consent_breaks", CONSENT_BROKE),
        ({"cohesion": 0.02}, 2, "north_breaks", NORTH_BROKE),
    ],
)
def test_what_falls_below_its_floor_may_give_way(
    changes: Words, index: int, draw: str, code: int
) -> None:
    sound: Words = {"stability": 0.7, "control": 0.7, "approval": 0.6, "opposition": 0.3,
                    "cohesion": 0.8}  # fmt: skip
    low = war(**(sound | changes))
    risk = ending.hazards(low, tables())[0]
    assert risk[index] > 0
    assert (np.delete(risk, index) == 0).all()
    assert ended(low, **{draw: risk[index] - 1e-6}).ended[0] == code
    assert ended(low, **{draw: risk[index] + 1e-6}).ended[0] == RUNNING


def test_low_approval_alone_breaks_no_consent_while_the_country_is_for_the_war() -> None:
    assert ending.hazards(war(approval=0.05, opposition=0.4), tables())[0, 1] == 0


def test_a_settlement_comes_before_a_collapse_and_a_collapse_before_the_calendar() -> None:
    last = tables().quarters - 1
    falling = war(stability=0.0, control=0.02, quarter=last)
    assert ended(falling, settled=True, saigon_falls=0.0).ended[0] == SETTLED
    assert ended(falling, saigon_falls=0.0).ended[0] == SAIGON_FELL
    assert ended(falling, saigon_falls=0.9999).ended[0] == CALENDAR
    assert ended(falling, settled=True).settlement[0].tolist() == list(PARIS)
    assert ended(falling).settlement[0].tolist() == [-1] * 5


# Estimates


def estimated(world: World, **draws: float) -> World:
    """Return the world with both sides' estimates drawn anew."""
    return rules.estimate(world, ordered(world), luck(**draws), tables())


def test_with_luck_at_its_median_the_estimates_are_true() -> None:
    world = estimated(war(expected=1.5))
    for name in ("main_force", "guerrillas", "throughput", "cohesion", "quality", "control",
                 "reserve"):  # fmt: skip
        assert getattr(world, f"seen_{name}") == pytest.approx(getattr(world, name)), name
    assert (world.seen_terms == 1.5).all()


def test_an_offensive_in_preparation_shows_as_noise() -> None:
    calm, ready_ = (estimated(war(preparation=share), seen_main_force_I=1.0).seen_main_force[0, 0]
                    for share in (0.0, 1.0))  # fmt: skip
    assert ready_ > calm > 35.0


# Events


def test_weather_and_detente_are_set_anew_and_the_rest_is_pushed() -> None:
    before = war(weather=0.3, detente=0.6, stability=0.5, quarrel=0.3)
    events = quiet_events()
    assert happen(before, events, luck(), tables()).weather[0] == 0
    assert happen(before, events, luck(), tables()).detente[0] == 0
    pushed = happen(before, events.plus("stability", -0.1).plus("quarrel", 0.2), luck(), tables())
    assert pushed.stability[0] == pytest.approx(0.4)
    assert pushed.quarrel[0] == pytest.approx(0.5)


def test_an_injected_event_is_added_and_leaves_the_dated_ones_as_they_were() -> None:
    events = quiet_events()
    more = events.plus("aid_moscow", 0.1)
    assert more["aid_moscow"][0] == 0.1
    assert events["aid_moscow"][0] == 0
    assert all(more[name][0] == 0 for name in EFFECTS if name != "aid_moscow")


def test_a_new_administration_has_a_nerve_of_its_own_and_hanoi_keeps_its() -> None:
    events, dove = quiet_events().plus("new_administration", 1.0), tables().priors.dove_renewed
    for draw, nerve in ((dove - 1e-4, 1), (dove + 1e-4, 0)):
        after = happen(war(nerve=0), events, luck(nerve_anew=draw), tables())
        assert after.nerve[0].tolist() == [nerve, 0]
    kept = happen(war(nerve=0), quiet_events(), luck(nerve_anew=0.0), tables())
    assert kept.nerve[0].tolist() == [0, 0]


def test_an_election_asks_for_an_account_of_the_war() -> None:
    held = quiet_events().plus("election", 1.0)
    unpopular = happen(war(approval=0.5, opposition=0.6), held, luck(), tables())
    popular = happen(war(approval=0.5, opposition=0.2), held, luck(), tables())
    assert unpopular.approval[0] < 0.5 < popular.approval[0]


# The score


def test_every_score_lies_between_nought_and_a_hundred() -> None:
    for step in played(200, 9)[::6]:
        found = scored(step.closing, tables())
        assert found.total.min() >= 0
        assert found.total.max() <= 100
        assert ((found.losses >= 0) & (found.losses <= 1)).all()
        assert found.total == pytest.approx(found.aims + found.people)


def test_the_dead_cost_points_and_an_unsettled_end_costs_both() -> None:
    few, many = (score(war(us_deaths=dead, hanoi_deaths=10 * dead), tables())[0]
                 for dead in (1000, 40_000))  # fmt: skip
    assert (many < few).all()
    ending_of = {"settlement": np.array(PARIS)}
    settled = scored(war(ended=SETTLED, **ending_of), tables()).aims[0]
    assert (settled > 0).all()


def test_collapse_gives_the_other_side_what_it_fought_for() -> None:
    fell = scored(war(ended=SAIGON_FELL), tables()).aims[0]
    broke = scored(war(ended=NORTH_BROKE), tables()).aims[0]
    assert fell[HANOI] > fell[WASHINGTON]
    assert broke[WASHINGTON] > broke[HANOI]


# Imagining


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_side_that_imagines_the_truth_gets_the_true_world(side: int) -> None:
    for step in played(24, 7)[::5]:
        alive = np.flatnonzero(step.closing.running)[:1]
        if not len(alive):
            continue
        world = take(step.closing, alive)
        same = imagine(view(world, side, tables()), hidden_part(world, side), tables())
        odd = set(differing_bits(world, same)) - {"belief_resilient", "belief_dove"}
        reading = {name for name in odd if FIELDS[name].sight == "hidden"}
        assert odd - reading <= {"prices", "legal"}
        for name in ("prices", "legal"):
            own = getattr(same, name)[:, side] == getattr(world, name)[:, side]
            assert own.all()


def test_imagining_without_a_hidden_field_names_what_is_missing() -> None:
    world = start()
    part = hidden_part(world, HANOI)
    del part["reserve"]
    with pytest.raises(KeyError, match="reserve"):
        imagine(view(world, HANOI, tables()), part, tables())
