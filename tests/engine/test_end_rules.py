"""How wars end and what stands beside them: estimates, events, the score, imagining."""

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
from game.engine.rules import ending
from game.engine.score import score, scored
from game.engine.tables import EFFECTS
from game.engine.view import view
from game.engine.world import FIELDS, World, take
from tests.engine import rules
from tests.engine.test_company import differing_bits
from tests.engine.test_war_rules import luck, war
from tests.engine.wars import ordered, played, quiet_events, start, tables

Words = dict[str, Any]


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
    sound: Words = {
        "stability": 0.7,
        "control": 0.7,
        "approval": 0.6,
        "opposition": 0.3,
        "cohesion": 0.8,
    }
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


def estimated(world: World, **draws: float) -> World:
    """Return the world with both sides' estimates drawn anew."""
    return rules.estimate(world, ordered(world), luck(**draws), tables())


def test_with_luck_at_its_median_the_estimates_are_true() -> None:
    world = estimated(war(expected=1.5))
    for name in (
        "main_force",
        "guerrillas",
        "throughput",
        "cohesion",
        "quality",
        "control",
        "reserve",
    ):
        assert getattr(world, f"seen_{name}") == pytest.approx(getattr(world, name)), name
    bent = world.seen_terms[0] - 1.5
    assert (bent[WASHINGTON] < 0).all()
    assert bent[HANOI] == pytest.approx(-bent[WASHINGTON])


def test_hope_bends_the_terms_each_side_expects_its_own_way_and_the_years_wear_it_away() -> None:
    early, late = (estimated(war(expected=1.5, quarter=when)).seen_terms[0] for when in (0, 30))
    assert (early[WASHINGTON] < late[WASHINGTON]).all()
    assert (late[WASHINGTON] < 1.5).all()
    assert (late[HANOI] > 1.5).all()
    assert (late[HANOI] < early[HANOI]).all()


def test_an_offensive_in_preparation_shows_as_noise() -> None:
    calm, ready_ = (
        estimated(war(preparation=share), seen_main_force_I=1.0).seen_main_force[0, 0]
        for share in (0.0, 1.0)
    )
    assert ready_ > calm > 35.0


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


def test_every_score_lies_between_nought_and_a_hundred() -> None:
    for step in played(200, 9)[::6]:
        found = scored(step.closing, tables())
        assert found.total.min() >= 0
        assert found.total.max() <= 100
        assert ((found.losses >= 0) & (found.losses <= 1)).all()
        assert found.total == pytest.approx(found.aims + found.people)


def test_the_dead_cost_points_and_an_unsettled_end_costs_both() -> None:
    few, many = (
        score(war(us_deaths=dead, hanoi_deaths=10 * dead), tables())[0] for dead in (1000, 40_000)
    )
    assert (many < few).all()
    ending_of = {"settlement": np.array(PARIS)}
    settled = scored(war(ended=SETTLED, **ending_of), tables()).aims[0]
    assert (settled > 0).all()


def test_collapse_gives_the_other_side_what_it_fought_for() -> None:
    fell = scored(war(ended=SAIGON_FELL), tables()).aims[0]
    broke = scored(war(ended=NORTH_BROKE), tables()).aims[0]
    assert fell[HANOI] > fell[WASHINGTON]
    assert broke[WASHINGTON] > broke[HANOI]


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
