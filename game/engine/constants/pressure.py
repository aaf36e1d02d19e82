"""Pressure: what escalating does to the pressed and the presser, and to the patrons."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Pressure:
    """What these rules read."""

    withstand_low: Floats = constant(
        (0.40, 0.25), "probability", "docs/theory.md: r_low; N1 for Washington"
    )
    withstand_high: Floats = constant(
        (0.85, 0.75), "probability", "docs/theory.md: r_high; N1 for Washington"
    )

    # Strain: what the enemy's escalation does
    strained: Floats = constant(
        0.4, "share", BY_HAND + "strain of a full escalation against a state that bears none"
    )
    strain_borne: Floats = constant(
        (0.18, 0.30), "share", BY_HAND + "just above what a resilient state is put under"
    )
    desertion: Floats = constant(
        4.0, "share of losses a share of strain", BY_HAND + "a breaking state's forces melt"
    )
    stability_by_strain: Floats = constant(
        0.60, "share", BY_HAND + "an ally whose patron is breaking loses heart"
    )
    strain_kept: Floats = constant(
        0.60, "share a quarter", BY_HAND + "an escalation is felt for a year"
    )
    strain_sated: Floats = constant(
        0.80,
        "share a share of strain",
        BY_HAND + "brake: who is hurt already is hurt the less by more of the same",
    )
    strain_at_table: Floats = constant(
        -0.50,
        "share",
        BY_HAND
        + "at the table pressure goes into the terms: a weak state settles rather than break",
    )

    # What stays broken
    gives_way: Floats = constant(
        0.42, "share a full escalation", BY_HAND + "of a state that withstands nothing"
    )
    broken_kept: Floats = constant(
        0.92, "share a quarter", BY_HAND + "what is broken heals in years: half in eight quarters"
    )
    broken_cohesion: Floats = constant(
        0.10, "share of cohesion", BY_HAND + "the doubters are heard in Hanoi"
    )
    broken_approval: Floats = constant(
        0.05, "share of approval", BY_HAND + "a country told of light hears of more"
    )
    broken_stability: Floats = constant(
        0.03, "share of stability", BY_HAND + "an ally reads its patron"
    )

    # What it costs to press a state that withstands
    rebuffed: Floats = constant(
        0.2, "share a full escalation", BY_HAND + "against a state that withstands all"
    )
    rebuffed_capital: Floats = constant(3.0, "points", BY_HAND + "a failure is somebody's")
    rebuffed_dissent: Floats = constant(0.01, "log-odds", BY_HAND + "more of the same, for nothing")
    rebuffed_cohesion: Floats = constant(0.04, "share", BY_HAND + "the careful say: we told you")
    rebuffed_broken: Floats = constant(
        0.9,
        "share of what it breaks in the pressed",
        BY_HAND + "who has tried and failed asks less",
    )

    # The patrons' threshold
    brink_kept: Floats = constant(
        0.85, "share a quarter", BY_HAND + "restraint is believed after a year"
    )
    brink_by_bombing: Floats = constant(
        (0.0, 0.0, 0.0, 0.02, 0.06, 0.20),
        "of the threshold a quarter",
        BY_HAND + "ships of the patrons lie in a mined port",
    )
    brink_by_line: Floats = constant(
        (0.3, 0.6, 1.0), "share", BY_HAND + "the nearer the border, the nearer the patrons"
    )
    brink_by_border: Floats = constant(
        (0.0, 0.03, 0.05), "of the threshold a quarter", BY_HAND + "armies across a border"
    )
    brink_by_cambodia: Floats = constant(
        (0.0, 0.0, 0.01, 0.02), "of the threshold a quarter", BY_HAND + "bombs on a neutral"
    )
    brink_by_invasion: Floats = constant(
        0.10,
        "of the threshold a quarter",
        BY_HAND + "the main force of three corps or more thrown in at once",
    )
    brink_corps: Floats = constant(3, "corps", BY_HAND + "an offensive that is an invasion")
    brink_eased: Floats = constant(
        0.6, "share at full detente", BY_HAND + "patrons with other business look away"
    )
    brink_width: Floats = constant(
        0.10, "of the threshold, either way", BY_HAND + "nobody knows where the line runs"
    )
    brink_after: Floats = constant(
        0.4, "of the threshold", BY_HAND + "where it stands once they have stepped in"
    )
    brink_noise: Floats = constant(
        0.15, "of the threshold at the most", BY_HAND + "what a capital misjudges of the patrons"
    )
    brink_steps: Floats = constant(
        (0.20, 0.40, 0.60, 0.80), "of the threshold", BY_HAND + "where each of five words begins"
    )
    volunteers: Floats = constant(
        60.0,
        "thousand men",
        BY_HAND + "divisions of engineers and gunners, with the men they free",
    )
    fighters: Floats = constant(0.25, "share of air defence", BY_HAND + "crews and aircraft lent")
    rush_of_aid: Floats = constant(0.15, "share", BY_HAND + "both patrons give more at once")
    chill_kept: Floats = constant(
        0.85, "share a quarter", BY_HAND + "a summit called off is held two years later"
    )
    alarm: Floats = constant(0.20, "log-odds of dissent", BY_HAND + "a wider war is feared at home")
    alarm_capital: Floats = constant(10.0, "points", BY_HAND + "allies and Congress ask why")
    leash: Floats = constant(
        0.20,
        "share of both patrons' aid",
        BY_HAND + "who drags its patrons in is held back by them",
    )

    # Many ladders at once, and credit that is not used
    crowded: Floats = constant(
        2.0, "points a ladder of war raised beyond the first", BY_HAND + "staffs and Congress balk"
    )
    crowded_hanoi: Floats = constant(2, "ladders at the most", BY_HAND + "four corps are one blow")
    capital_rest: Floats = constant(55.0, "points", BY_HAND + "credit beyond this is not kept")
    capital_fades: Floats = constant(
        0.06, "share of what exceeds it a quarter", BY_HAND + "credit unused is lost"
    )
    capital_renewed: Floats = constant(
        14.0, "points", BY_HAND + "a new administration brings credit; a new enemy is a new war"
    )
    climb_free: Floats = constant(
        0.5, "share of detente", BY_HAND + "from which Washington may climb as it likes: 1972"
    )
    surge_stocks: Floats = constant(
        0.3, "share of preparation", BY_HAND + "a surge down the trail needs stocks laid in"
    )
