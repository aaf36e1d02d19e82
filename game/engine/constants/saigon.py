"""Saigon: its army, its government, and the countryside."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Saigon:
    """What these rules read."""

    arvn_growth: Floats = constant(
        (4.0, 8.0, 22.0, 34.0),
        "thousand men a quarter",
        BY_HAND + "514,000 in 1964, about a million by 1970",
    )
    arvn_ceiling: Floats = constant(1050.0, "thousand men", BY_HAND + "about the peak of 1972")
    saigon_losses_per_death: Floats = constant(
        1.6, "men lost to the army for one dead", BY_HAND + "wounded and deserters"
    )
    arvn_replaced: Floats = constant(
        0.95, "share of those lost", BY_HAND + "drafts went on through the worst years"
    )
    quality_growth: Floats = constant((0.002, 0.008, 0.015, 0.016), "share a quarter", "N1")
    quality_ceiling: Floats = constant(0.85, "share", BY_HAND + "growth slows as it nears this")
    quality_shock: Floats = constant(0.02, "share at scale 1", "N1")
    pace_borne: Floats = constant(
        1.1, "tempo", BY_HAND + "fighting beyond which an army loses more than it learns"
    )
    hollow_from: Floats = constant(
        30.0, "thousand men a quarter", BY_HAND + "withdrawals beyond which handing over is haste"
    )
    hollow: Floats = constant(
        0.012, "share a quarter", BY_HAND + "handing over faster than units learn"
    )
    hollow_by_haste: Floats = constant(
        0.08, "share a quarter", BY_HAND + "units that are handed more than they can take break"
    )
    stability_base: Floats = constant(0.28, "share", "N1")
    stability_by_troops: Floats = constant(0.42, "share", "N1")
    stability_by_quality: Floats = constant(0.90, "share", "N1")
    stability_by_tempo: Floats = constant(0.05, "share", "N1")
    stability_by_balance: Floats = constant(
        0.40, "share a log of the balance", BY_HAND + "left alone, Saigon falls within a few years"
    )
    stability_steadied: Floats = constant(
        (1.0, 0.10),
        "share",
        BY_HAND + "a patron that can bear a long war steadies its ally; by type",
    )
    balance_borne: Floats = constant(
        -0.2, "log of the balance", BY_HAND + "beyond it an army is outmatched"
    )
    stability_quality: Floats = constant(
        0.3, "share", BY_HAND + "quality that lends its government nothing"
    )
    stability_drawn: Floats = constant(
        0.3, "share of the gap a quarter", BY_HAND + "governments settle within a year"
    )
    stability_noise: Floats = constant(0.005, "share", BY_HAND + "coups and rumours of coups")
    stability_moves: Floats = constant(0.05, "share a quarter at the most", "N1")
    control_by_ground: Floats = constant(
        (0.0, 0.050, 0.0),
        "share a quarter",
        BY_HAND + "from half to nine tenths, 1968-71; troops who search do not stay",
    )
    control_by_saigon: Floats = constant(0.030, "share a quarter", BY_HAND + "the same")
    control_by_tempo: Floats = constant(
        0.060, "share a quarter at tempo .25 a corps", BY_HAND + "lost after Tet"
    )
    control_uncadred: Floats = constant(
        0.3, "share", BY_HAND + "what raids alone undo, without cadres among the people"
    )
    control_moves: Floats = constant(
        0.05, "share a quarter at the most", BY_HAND + "brake: villages change hands in years"
    )
    control_edges: Floats = constant(
        (0.02, 0.98), "share", BY_HAND + "nobody governs all of a country at war, nor none of it"
    )
    ground_full: Floats = constant(
        200.0, "thousand men", BY_HAND + "American troops from which every hamlet can be cleared"
    )
