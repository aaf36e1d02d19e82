"""What war does at home: opinion, strain, Saigon, the Politburo, patrons, capital."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import (
    HANOI,
    WASHINGTON,
)
from game.engine.events import happen
from game.engine.rules import home, pressure
from game.engine.world import World
from tests.engine import rules
from tests.engine.test_war_rules import luck, war
from tests.engine.wars import ordered, quarter, quiet_events, ready, start, tables

Words = dict[str, Any]


def at_home(
    world: World, washington: Words | None = None, hanoi: Words | None = None, **draws: float
) -> World:
    """Return the world after the home fronts' quarter."""
    return rules.at_home(world, ordered(world, washington, hanoi), luck(**draws), tables())


def test_opposition_rises_with_the_log_of_the_dead_and_a_new_president_does_not_lower_it() -> None:
    none = np.zeros(1)
    shares = [
        float(home.opposition(start(), np.array([dead]), none, tables())[0])
        for dead in (100, 1000, 10_000, 40_000)
    ]
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
    firm, tired = (
        at_home(war(opposition=share, rallied=0.0), None, everywhere).rallied[0]
        for share in (0.25, 0.7)
    )
    assert firm > 0
    assert tired == 0


def under_pressure(world: World, first: Any = None, second: Any = None) -> World:
    """Return the world after both sides' escalations have told."""
    return rules.press(world, ordered(world, first, second), luck(), tables())


def test_a_state_of_low_resilience_feels_an_escalation_about_three_times() -> None:
    felt = []
    for resilience in (1, 0):
        world = war(strain=0.0).with_(resilience=np.array([[1, resilience]]))
        felt.append(float(under_pressure(world, {"bombing": "unrestricted"}).strain[0, HANOI]))
    assert 2.0 < felt[1] / felt[0] < 4.5


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize("resilience", [0, 1])
def test_only_a_state_of_low_resilience_is_ever_put_under_more_than_it_bears(
    side: int, resilience: int
) -> None:
    world = war(strain=0.0).with_(resilience=np.full((1, 2), resilience))
    for _ in range(40):
        world = pressure.strain(world, np.ones((1, 2)), np.zeros((1, 2)), tables())
    assert (pressure.breaking(world, side, tables())[0] > 0) == (resilience == 0)


def test_who_escalates_strains_the_other_and_not_itself() -> None:
    calm = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "guerrilla")}
    strained = under_pressure(war(strain=0.0), {"bombing": "unrestricted"}, calm).strain[0]
    assert strained[HANOI] > 0
    assert strained[WASHINGTON] == 0
    pressed = under_pressure(war(strain=0.0), {"bombing": "halt"}, {"infiltration": "surge"} | calm)
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
        [
            float(at_home(war(arvn=men, quality=0.4), {"vietnamization": rung}).quality[0])
            for rung in rungs
        ]
        for men in (450.0, 900.0)
    )
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
    poor, rich = (at_home(war(approval=share)).capital[0, WASHINGTON] for share in (0.3, 0.7))
    assert rich > poor
    bombing = at_home(war(), {"bombing": "unrestricted", "line": "none"}).capital[0, WASHINGTON]
    assert bombing < at_home(war(), {"bombing": "halt"}).capital[0, WASHINGTON]
    split, united = (at_home(war(cohesion=share)).capital[0, HANOI] for share in (0.3, 0.9))
    assert united > split


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_rung_at_home_is_free(side: int) -> None:
    """What consent, cohesion or men a rung raises, some other rung spares in political capital."""
    constants = tables().constants
    spared = constants.payroll_by_home[side]
    if side == WASHINGTON:
        raised = constants.approval_by_home[:3, None]  # the reserves are for men, and once
    else:
        raised = np.stack([constants.cohesion_by_home, constants.mobilised], axis=1)
    for one in range(len(raised)):
        for other in range(len(raised)):
            gains = np.append(raised[one] - raised[other], spared[one] - spared[other])
            assert one == other or (gains < 0.0).any()
