"""What a settlement is worth: private weights, bonds between issues, whether it holds."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Settlement:
    """What these rules read."""

    # What a side weighs
    tilt_most: Floats = constant(
        0.7, "log-odds", BY_HAND + "a government's own weights are within twice of what it says"
    )
    late_washington: Floats = constant(
        (0.14, 0.16, 0.38, 0.07, 0.25),
        "share of the aims",
        BY_HAND + "what a tired country still asks: the prisoners and a Saigon",
    )
    late_hanoi: Floats = constant(
        (0.30, 0.27, 0.24, 0.13, 0.06),
        "share of the aims",
        BY_HAND + "what a Hanoi without free-handed patrons still asks: the army in place",
    )
    late_opposition: Floats = constant(
        (0.40, 0.60), "share", BY_HAND + "opposition at which a country begins and ends to tire"
    )
    bound_army: Floats = constant(
        (0.5, 0.4), "share", BY_HAND + "an army in place counts once the Americans have gone"
    )
    bound_coalition: Floats = constant(
        (0.4, 0.65), "share", BY_HAND + "power in Saigon is worth whose army stays"
    )
    bound_prisoners: Floats = constant(
        (0.6, 0.6), "share", BY_HAND + "prisoners are a lever while forces are still to go"
    )
    bound_bombing: Floats = constant(
        (0.3, 0.3), "share", BY_HAND + "a halt is worth more where an army is to be supplied"
    )
    aims_power: Floats = constant(
        (1.4, 1.05), "exponent", BY_HAND + "half of the aims is less than half a peace"
    )

    # Whether it holds
    holds_base: Floats = constant(0.2, "log-odds", BY_HAND + "about one half for Paris")
    holds_by_footing: Floats = constant(
        2.0, "log-odds a share of stability above one half", BY_HAND + "Saigon left alone"
    )
    holds_by_quality: Floats = constant(
        1.5, "log-odds a share of quality", BY_HAND + "its army left alone"
    )
    holds_quality: Floats = constant(0.45, "share", BY_HAND + "quality that neither adds nor takes")
    holds_by_army: Floats = constant(
        -0.5, "log-odds a position beyond 1", BY_HAND + "a northern army left free to reinforce"
    )
    holds_by_coalition: Floats = constant(
        0.25, "log-odds a position beyond 1", BY_HAND + "who has a share in power keeps it"
    )
    holds_by_detente: Floats = constant(
        0.8, "log-odds at full detente", BY_HAND + "patrons with other business"
    )
    holds_by_consent: Floats = constant(
        0.5, "log-odds a share not opposed", BY_HAND + "American air power within reach"
    )
    kept_at_least: Floats = constant(
        0.5, "share", BY_HAND + "of a settlement's worth that does not hang on its holding"
    )
    unsettled: Floats = constant(
        0.36, "share", BY_HAND + "brake: of what can be expected, where nothing is signed"
    )

    # What waiting costs
    war_cost: Floats = constant(
        (0.015, 0.03), "share of the aims", BY_HAND + "what another year of war costs"
    )
    war_cost_by_consent: Floats = constant(
        (0.03, 0.07), "share of the aims", BY_HAND + "more when consent is short"
    )
    war_cost_by_strain: Floats = constant(
        0.1, "share of the aims a share of strain", BY_HAND + "who is hurt has less time"
    )
    war_cost_by_detente: Floats = constant(
        0.5, "share of a full shortage at full detente", BY_HAND + "patrons who tire of paying"
    )

    # What a signature takes at home
    signing: Floats = constant((3.0, 2.0), "points", BY_HAND + "a signature is explained at home")
    signing_by_consent: Floats = constant(
        20.0, "points a share of opposition short of it", BY_HAND + "who still believes is not told"
    )
    signing_opposition: Floats = constant(
        0.6, "share", BY_HAND + "opposition from which the country asks for nothing more"
    )
    signing_by_election: Floats = constant(
        4.0, "points", BY_HAND + "in the quarter of a vote each sentence is read twice"
    )
    signing_by_cohesion: Floats = constant(
        10.0,
        "points a share of cohesion short of its rest",
        BY_HAND + "a divided Politburo haggles",
    )
