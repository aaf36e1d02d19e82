"""The table, and how wars end."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Table:
    """What these rules read."""

    # The table
    leverage_base: Floats = constant(
        1.85, "log-odds", "Calibrated by hand: terms near Paris at the end, not before"
    )
    leverage_by_opposition: Floats = constant(
        3.0, "log-odds", BY_HAND + "will of the one who must go home"
    )
    leverage_opposition: Floats = constant(0.45, "share", BY_HAND + "opposition that moves nothing")
    leverage_by_reading: Floats = constant(
        1.0, "share of log-odds", BY_HAND + "a hand read as weak costs terms for years"
    )
    reading_most: Floats = constant(1.5, "log-odds", BY_HAND + "no reading weighs more")
    leverage_by_broken: Floats = constant(
        2.7, "log-odds", BY_HAND + "what pressure has broken is felt at the table"
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
    leverage_by_strain: Floats = constant(1.3, "log-odds", BY_HAND + "who is being hurt")
    leverage_by_stability: Floats = constant(-0.2, "log-odds", BY_HAND + "whether Saigon can stand")
    leverage_stability: Floats = constant(0.55, "share", BY_HAND + "stability that moves nothing")
    leverage_capacity: Floats = constant(0.75, "share", BY_HAND + "function that moves nothing")
    leverage_by_capacity: Floats = constant(
        0.6, "log-odds", BY_HAND + "whether the North can go on"
    )
    leverage_by_detente: Floats = constant(
        -1.95, "log-odds", BY_HAND + "patrons with other business lean on Hanoi"
    )
    duress_slide: Floats = constant(
        0.90, "share", BY_HAND + "so that talks under escalation rank as k does"
    )
    duress_unsigned: Floats = constant(
        0.4, "share", BY_HAND + "who only tabled the terms is held to less than by a signature"
    )
    duress_kept: Floats = constant(
        0.4, "share a quarter", BY_HAND + "what is signed a year after the fire is kept"
    )
    issue_offset: Floats = constant(
        (0.69, 0.69, -0.69, 0.69, -0.69), "log-odds", BY_HAND + "what each side could hold at all"
    )
    expected_moves: Floats = constant(
        0.30, "share of the gap a quarter", BY_HAND + "terms follow the war by months"
    )

    optimism: Floats = constant(
        0.7, "log-odds", BY_HAND + "each government expects better terms than the other does"
    )
    optimism_kept: Floats = constant(
        0.90, "share a quarter", BY_HAND + "years of war teach what can be had"
    )
    revealing: Floats = constant(
        6.4, "log-odds a position share", BY_HAND + "what a package tells of its author's weights"
    )
    revealed_kept: Floats = constant(0.9, "share a package", BY_HAND + "old packages tell less")

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
