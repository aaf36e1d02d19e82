"""The ground war, and the offensives that are prepared for it."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, CALIBRATED, constant


@dataclass(frozen=True)
class Ground:
    """What these rules read."""

    # Ground war
    tempo_main: Floats = constant(
        (0.12, 0.62, 1.0, 1.55), "of a full main-force effort", "N1, by kind of force"
    )
    tempo_guerrilla: Floats = constant(
        (0.25, 0.65, 0.70, 1.0), "of a full main-force effort", "N1, by kind of force"
    )
    tempo_scale: Floats = constant(
        200.0, "thousand men", "N1: tempo 1 is 200,000 men in main-force effort"
    )
    tempo_fatigue: Floats = constant(0.58, "share", "N1")
    fatigue_borne: Floats = constant(
        0.25, "share", BY_HAND + "weariness up to which forces fight as ever"
    )
    presence: Floats = constant(
        (1.35, 0.90, 1.05, 0.45), "of the country's mean", BY_HAND + "US troops by corps"
    )
    us_deaths_by_tempo: Floats = constant(
        2180.0, "men a quarter at tempo 1 and 500,000 troops", CALIBRATED
    )
    us_deaths_by_search: Floats = constant(140.0, "men a quarter", CALIBRATED)
    us_deaths_most: Floats = constant(
        0.5, "share of the troops a quarter", BY_HAND + "an army that is halved is withdrawn"
    )
    handed_by_rung: Floats = constant(
        (0.0, 0.12, 0.50, 1.0), "of the top rung", BY_HAND + "units take over late, then fast"
    )
    handed_over: Floats = constant(0.66, "share at the top of Vietnamization", CALIBRATED)
    handed_able: Floats = constant(
        (150.0, 308.0),
        "thousand effective men",
        BY_HAND + "where handing over begins and all of it can be: 1969, 1971",
    )
    search: Floats = constant((0.12, 0.45, 1.0), "of a full search effort", "N1")
    search_border: Floats = constant((0.0, 0.10, 0.35), "of a full search effort", "N1")
    deaths_by_tempo: Floats = constant(1.5, "thousand a quarter at tempo 1", "N1")
    deaths_by_firepower: Floats = constant(
        6.8, "thousand a quarter at tempo 1 and 500,000 troops", "N1"
    )
    firepower_most: Floats = constant(
        1.2, "exposure of 500,000 troops", BY_HAND + "more men find no more enemy to fire at"
    )
    deaths_by_air: Floats = constant(
        3.0,
        "thousand a quarter at tempo 1 and the heaviest air effort",
        BY_HAND + "the battles of 1972 were decided from the air",
    )
    deaths_by_search: Floats = constant(1.2, "thousand a quarter", "N1")
    deaths_by_saigon: Floats = constant(5.5, "thousand a quarter at full strength", "N1")
    losses_per_death: Floats = constant(
        1.60, "men lost to the force for one dead", BY_HAND + "wounded and defectors, N1 1.61"
    )
    lost_most: Floats = constant(
        0.5, "share of a corps's force a quarter", BY_HAND + "a force that is halved breaks off"
    )
    claims: Floats = constant(1.41, "claimed for one dead at tempo 1", "N1")
    claims_by_tempo: Floats = constant(0.5, "exponent", "N1")
    claims_least: Floats = constant(0.5, "tempo", BY_HAND + "below it claims shrink no further")
    luck_claims: Floats = constant(
        0.05, "lognormal sigma a quarter", BY_HAND + "counting is steadier than fighting"
    )
    saigon_deaths_by_tempo: Floats = constant(
        5000.0, "men a quarter at tempo 1", "S saigon_deaths: 27,915 in 1968"
    )
    saigon_exposed: Floats = constant(
        1.1, "share at the top of Vietnamization", BY_HAND + "losses of 1970-72"
    )
    saigon_exposed_least: Floats = constant(
        0.6, "share", BY_HAND + "garrisons fight whoever leads: losses of 1966-68"
    )
    saigon_exposed_alone: Floats = constant(
        0.32, "share without any American", BY_HAND + "losses of 1965 and 1972"
    )
    saigon_deaths_most: Floats = constant(
        0.2, "share of the army a quarter", BY_HAND + "an army that loses more runs"
    )
    fatigue_kept: Floats = constant(0.55, "share a quarter", "N1")
    fatigue_by_effort: Floats = constant(0.45, "share", "N1")
    fatigue_from: Floats = constant(
        0.7, "of a full main-force effort", BY_HAND + "effort that can be kept up for years"
    )
    luck_deaths: Floats = constant(
        0.12, "lognormal sigma a quarter", BY_HAND + "scatter of the record about the fit"
    )

    # Preparation and demonstrations
    prepared: Floats = constant(
        0.34, "share a quarter", BY_HAND + "an offensive takes three quarters to prepare"
    )
    supply_full: Floats = constant(
        0.7, "throughput", BY_HAND + "beyond it men, not stocks, are what is waited for"
    )
    low_type_pace: Floats = constant(0.5, "share", BY_HAND + "types mount d and .5 d")
    unprepared: Floats = constant(0.05, "share a quarter", BY_HAND + "stocks are eaten")
    launch_least: Floats = constant(0.30, "share", BY_HAND + "what a wave needs")
    launch_force: Floats = constant(
        18.0,
        "thousand main-force men in the corps",
        BY_HAND + "a corps's offensive needs divisions",
    )
    launch_spends: Floats = constant(
        0.45, "share of preparation at full scale", BY_HAND + "three waves in 1968"
    )
    breadth_full: Floats = constant(
        0.6, "share of the country", BY_HAND + "an offensive in most of it shows in full"
    )
    meant_least: Floats = constant(
        0.3, "scale", BY_HAND + "in a single corps too an offensive was meant"
    )
    pressed_shows: Floats = constant(
        0.10, "scale", BY_HAND + "main force in two corps shows a tenth of an offensive"
    )
    cadres_lost: Floats = constant(0.22, "share at full scale", "N1: 30 %")
    cadres_regrown: Floats = constant(
        0.025, "share of what is missing", BY_HAND + "the infrastructure recovers in years"
    )
    scale_noise: Floats = constant(0.03, "scale", BY_HAND + "what observers misjudge of a scale")
