"""Deployment and infiltration: who comes, who goes, and who comes down the trail."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Movement:
    """What these rules read."""

    returned_share: Floats = constant(
        0.5, "share", BY_HAND + "half of those withdrawn can be sent again"
    )
    peak_fades: Floats = constant(
        20.0, "thousand men a quarter", BY_HAND + "brake: no seesaw of troops demonstrates anew"
    )
    cross_force: Floats = constant(
        50.0, "thousand men in country", BY_HAND + "what the crossing of 1970 could draw on"
    )
    called_up: Floats = constant(
        150.0, "thousand men", BY_HAND + "the call-up the Chiefs asked for, rounded"
    )
    infiltration: Floats = constant(
        (0.0, 6.0, 17.0, 33.0, 95.0),
        "thousand men a quarter",
        "Calibrated on yearly infiltration 1965-70",
    )
    infiltration_by_trail: Floats = constant(0.7, "exponent", "N1")
    force_fed: Floats = constant(
        450.0, "thousand men", BY_HAND + "main force beyond which nothing more can be supplied"
    )
    cohort: Floats = constant(
        22.0, "thousand men a quarter", BY_HAND + "about 120,000 came of age a year"
    )
    mobilised: Floats = constant(
        (0.0, 4.0, 12.0, 24.0), "thousand men a quarter", BY_HAND + "home front rungs"
    )
    recruits: Floats = constant(
        0.05, "share of guerrillas a quarter", BY_HAND + "steady guerrilla numbers 1965-67"
    )
    recruit_ceiling: Floats = constant(
        40.0, "thousand men a corps", BY_HAND + "guerrillas a corps can feed"
    )
    recruits_alone: Floats = constant(
        0.4, "share of the pace", BY_HAND + "what villages give without cadres to ask them"
    )
    corps_share: Floats = constant(
        (0.30, 0.24, 0.28, 0.18), "share of arrivals", BY_HAND + "order of battle by corps"
    )
    arrivals_by_effort: Floats = constant(
        (0.5, 1.0, 1.6, 2.4), "weight", BY_HAND + "men go where the effort is"
    )
