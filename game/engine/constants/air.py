"""The air war: over the North, the trail, and Cambodia."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Air:
    """What these rules read."""

    bombing_effect: Floats = constant(
        (0.0, 0.15, 0.40, 0.70, 1.0, 1.15), "of an unrestricted campaign", "N1"
    )
    line_effect: Floats = constant((0.35, 0.70, 1.0), "of an unrestricted campaign", "N1")
    sorties: Floats = constant(30.0, "thousand a quarter at effect 1", "N1; S sorties")
    share_by_zone: Floats = constant(
        (0.45, 0.38, 0.17),
        "share of sorties without a line",
        BY_HAND + "most sorties stayed in the panhandle",
    )
    damage: Floats = constant(
        (0.22, 0.20, 0.30), "function lost at full effect", BY_HAND + "from N1's rate of .16"
    )
    damage_most: Floats = constant(
        0.9, "share of function a quarter", BY_HAND + "something always goes on working"
    )
    used_up: Floats = constant(
        0.45, "share of yield", BY_HAND + "the same targets struck again yield less"
    )
    struck_kept: Floats = constant(
        0.85, "share a quarter", BY_HAND + "targets are rebuilt in a year and a half"
    )
    struck_by_campaign: Floats = constant(
        0.25, "share a quarter at effect 1", BY_HAND + "a year uses the target list up"
    )
    repair: Floats = constant(0.10, "share of what is missing", "N1")
    repair_labour: Floats = constant(0.08, "share of what is missing", BY_HAND + "labour on repair")
    repair_unaided: Floats = constant(
        0.5, "share of the pace", BY_HAND + "half of those who mended railways were Chinese"
    )
    aircraft_per_sortie: Floats = constant(
        0.0016, "aircraft", "S aircraft: 922 lost in 306,380 sorties"
    )
    aircraft_by_defence: Floats = constant(
        0.0030, "aircraft a sortie at full defence", "S aircraft"
    )
    prisoners_per_aircraft: Floats = constant(
        0.55, "men", BY_HAND + "about half of those shot down were taken"
    )
    luck_aircraft: Floats = constant(
        0.15, "lognormal sigma a quarter", BY_HAND + "scatter of the record about the fit"
    )
    luck_prisoners: Floats = constant(
        0.20, "lognormal sigma a quarter", BY_HAND + "scatter of the record about the fit"
    )
    defence_kept: Floats = constant(
        0.90, "share a quarter", BY_HAND + "sites wear out in two years"
    )
    defence_labour: Floats = constant(0.05, "share a quarter", BY_HAND + "labour on air defence")
    defence_aid: Floats = constant(
        0.09, "share a quarter at full Soviet aid", BY_HAND + "missiles came from Moscow"
    )
    trail_bombing: Floats = constant(
        (0.0, 0.2, 0.45, 0.7, 1.0), "of the heaviest campaign", "N1, five rungs for four"
    )
    trail_cut: Floats = constant(0.28, "throughput", "N1")
    trail_by_north: Floats = constant(0.30, "throughput", "N1")
    trail_by_mining: Floats = constant(0.20, "throughput", "N1")
    trail_labour: Floats = constant(0.06, "throughput", BY_HAND + "labour on the trail")
    trail_by_border: Floats = constant(
        (0.0, 0.12, 0.03), "throughput", BY_HAND + "Lam Son 719 closed it for weeks"
    )
    trail_best: Floats = constant(1.05, "throughput", "N1")
    trail_least: Floats = constant(
        0.05, "throughput", BY_HAND + "porters get through whatever falls"
    )
    trail_by_weather: Floats = constant(
        0.5, "share of the bombing a share of weather", BY_HAND + "Laos lies behind the mountains"
    )
    trail_kept: Floats = constant(
        0.5, "share a quarter", BY_HAND + "roads are cut and mended within half a year"
    )
    luck_throughput: Floats = constant(0.02, "throughput", BY_HAND + "rain, and a pass or a ford")
    sanctuary_inland: Floats = constant(
        0.35, "use of the sanctuaries", BY_HAND + "what comes by land when no port serves"
    )
    sanctuary_raids: Floats = constant(
        (0.0, 0.10, 0.18, 0.30), "use of the sanctuaries", BY_HAND + "rungs of Cambodia"
    )
    sanctuary_border: Floats = constant(
        (0.0, 0.0, 0.45), "use of the sanctuaries", BY_HAND + "the crossing of 1970"
    )
    sanctuary_moves: Floats = constant(
        0.5, "share of the gap a quarter", BY_HAND + "bases are moved within a year"
    )
