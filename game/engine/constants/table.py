"""The table, and how wars end."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Table:
    """What these rules read."""

    # The table
    leverage_base: Floats = constant(
        1.90, "log-odds", "Calibrated by hand: terms near Paris at the end, not before"
    )
    leverage_by_opposition: Floats = constant(
        4.5, "log-odds", BY_HAND + "will of the one who must go home"
    )
    leverage_by_force: Floats = constant(
        1.26, "log-odds", BY_HAND + "balance of forces in the South"
    )
    attrition_counts: Floats = constant(
        -0.6, "log of the balance", BY_HAND + "a smaller enemy force brings no better terms"
    )
    leverage_by_belief: Floats = constant(
        0.45, "share of log-odds", BY_HAND + "who is believed to last"
    )
    leverage_by_strain: Floats = constant(0.6, "log-odds", BY_HAND + "who is being hurt")
    leverage_by_stability: Floats = constant(-0.2, "log-odds", BY_HAND + "whether Saigon can stand")
    leverage_by_capacity: Floats = constant(
        0.6, "log-odds", BY_HAND + "whether the North can go on"
    )
    leverage_by_detente: Floats = constant(
        -1.85, "log-odds", BY_HAND + "patrons with other business lean on Hanoi"
    )
    duress_slide: Floats = constant(
        0.97, "share", BY_HAND + "so that talks under escalation rank as k does"
    )
    duress_unsigned: Floats = constant(
        0.5, "share", BY_HAND + "who only tabled the terms is held to less than by a signature"
    )
    duress_kept: Floats = constant(
        0.4, "share a quarter", BY_HAND + "what is signed a year after the fire is kept"
    )
    issue_offset: Floats = constant(
        (0.69, 0.69, -0.69, 0.69, -0.69), "log-odds", BY_HAND + "what each side could hold at all"
    )
    expected_moves: Floats = constant(
        0.5, "share of the gap a quarter", BY_HAND + "terms follow the war by months"
    )
    war_cost: Floats = constant(
        (0.015, 0.03), "share of the aims", BY_HAND + "what another year of war costs"
    )
    war_cost_by_consent: Floats = constant(
        (0.03, 0.07), "share of the aims", BY_HAND + "more when consent is short"
    )

    # How wars end
    saigon_floor: Floats = constant(
        0.22, "share", BY_HAND + "stability below which a coup of collapse threatens"
    )
    consent_floor: Floats = constant(
        0.25, "share", BY_HAND + "approval below which Congress may end it"
    )
    north_floor: Floats = constant(
        0.18, "share", BY_HAND + "cohesion below which the North may give way"
    )
    collapse_rate: Floats = constant(
        2.0, "probability a share below the floor", BY_HAND + "about a year to fall"
    )
    collapse_most: Floats = constant(
        0.9, "probability a quarter", BY_HAND + "no fall is certain before it has happened"
    )
    saigon_stands: Floats = constant(
        (0.7, 0.3),
        "share",
        BY_HAND + "by its government's stability, and by the people it controls",
    )
    majority: Floats = constant(
        0.5, "share of the country", BY_HAND + "Congress goes where most of the country is"
    )
