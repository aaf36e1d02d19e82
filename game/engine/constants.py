"""The constants of the war: value, unit and source of each, in the order in which rules use them.

Sources: N1 the prototype of the war that preceded these rules (docs/war.md, section "Where the
equations come from"); S followed by a word, an entry of campaigns/SOURCES.md. ``Calibrated``: set
by ``python main.py calibrate`` or, where a reason is given, by hand against the recorded series.
All are typed as arrays: a scalar is a float or an (N,) array, so that a fit or a sweep can try N
settings in one call.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.engine.board import Floats


def constant(value: Any, unit: str, source: str) -> Any:
    """Return a dataclass field with its default, unit and source; tuples become arrays."""
    metadata = {"unit": unit, "source": source}
    if isinstance(value, tuple):
        table = np.array(value, dtype=np.float64)
        table.setflags(write=False)
        return dataclasses.field(default_factory=lambda: table, metadata=metadata)
    return dataclasses.field(default=float(value), metadata=metadata)


CALIBRATED = "Calibrated on US hostile deaths 1966-71, quarterly"
BY_HAND = "Calibrated by hand: "


@dataclass(frozen=True)
class Constants:
    """Every constant a rule reads. Ladders' values are arrays, one number a rung."""

    # Deployment and infiltration
    returned_share: Floats = constant(
        0.5, "share", BY_HAND + "half of those withdrawn can be sent again"
    )
    peak_fades: Floats = constant(
        20.0, "thousand men a quarter", BY_HAND + "brake: no seesaw of troops demonstrates anew"
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
    corps_share: Floats = constant(
        (0.30, 0.24, 0.28, 0.18), "share of arrivals", BY_HAND + "order of battle by corps"
    )
    arrivals_by_effort: Floats = constant(
        (0.5, 1.0, 1.6, 2.4), "weight", BY_HAND + "men go where the effort is"
    )

    # Air war
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
    used_up: Floats = constant(
        0.45, "share of yield", BY_HAND + "the same targets struck again yield less"
    )
    struck_kept: Floats = constant(
        0.85, "share a quarter", BY_HAND + "targets are rebuilt in a year and a half"
    )
    repair: Floats = constant(0.10, "share of what is missing", "N1")
    repair_labour: Floats = constant(0.08, "share of what is missing", BY_HAND + "labour on repair")
    aircraft_per_sortie: Floats = constant(
        0.0016, "aircraft", "S aircraft: 922 lost in 306,380 sorties"
    )
    aircraft_by_defence: Floats = constant(
        0.0030, "aircraft a sortie at full defence", "S aircraft"
    )
    prisoners_per_aircraft: Floats = constant(
        0.55, "men", BY_HAND + "about half of those shot down were taken"
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
    sanctuary_raids: Floats = constant(
        (0.0, 0.10, 0.18, 0.30), "use of the sanctuaries", BY_HAND + "rungs of Cambodia"
    )
    sanctuary_border: Floats = constant(
        (0.0, 0.0, 0.45), "use of the sanctuaries", BY_HAND + "the crossing of 1970"
    )
    sanctuary_moves: Floats = constant(
        0.5, "share of the gap a quarter", BY_HAND + "bases are moved within a year"
    )

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
    presence: Floats = constant(
        (1.35, 0.90, 1.05, 0.45), "of the country's mean", BY_HAND + "US troops by corps"
    )
    us_deaths_by_tempo: Floats = constant(
        2180.0, "men a quarter at tempo 1 and 500,000 troops", CALIBRATED
    )
    us_deaths_by_search: Floats = constant(140.0, "men a quarter", CALIBRATED)
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
    claims: Floats = constant(1.41, "claimed for one dead at tempo 1", "N1")
    claims_by_tempo: Floats = constant(0.5, "exponent", "N1")
    saigon_deaths_by_tempo: Floats = constant(
        5000.0, "men a quarter at tempo 1", "S saigon_deaths: 27,915 in 1968"
    )
    saigon_exposed: Floats = constant(
        1.1, "share at the top of Vietnamization", BY_HAND + "losses of 1970-72"
    )
    fatigue_kept: Floats = constant(0.55, "share a quarter", "N1")
    fatigue_by_effort: Floats = constant(0.45, "share", "N1")
    luck_deaths: Floats = constant(
        0.12, "lognormal sigma a quarter", BY_HAND + "scatter of the record about the fit"
    )

    # Preparation and demonstrations
    prepared: Floats = constant(
        0.34, "share a quarter", BY_HAND + "an offensive takes three quarters to prepare"
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
    cadres_lost: Floats = constant(0.22, "share at full scale", "N1: 30 %")
    cadres_regrown: Floats = constant(
        0.025, "share of what is missing", BY_HAND + "the infrastructure recovers in years"
    )
    scale_noise: Floats = constant(0.03, "scale", BY_HAND + "what observers misjudge of a scale")

    # Saigon
    arvn_growth: Floats = constant(
        (4.0, 8.0, 22.0, 34.0),
        "thousand men a quarter",
        BY_HAND + "514,000 in 1964, about a million by 1970",
    )
    arvn_ceiling: Floats = constant(1050.0, "thousand men", BY_HAND + "about the peak of 1972")
    quality_growth: Floats = constant((0.002, 0.008, 0.015, 0.016), "share a quarter", "N1")
    quality_ceiling: Floats = constant(0.85, "share", BY_HAND + "growth slows as it nears this")
    quality_shock: Floats = constant(0.02, "share at scale 1", "N1")
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
        0.50, "share a log of the balance", BY_HAND + "left alone, Saigon falls within a few years"
    )
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

    # Home fronts
    approval_moves: Floats = constant(0.17, "share of the gap a quarter", "N1")
    approval_rest: Floats = constant(0.50, "share", "N1")
    approval_by_blame: Floats = constant(0.018, "share a thousand deaths", "N1")
    approval_by_withdrawal: Floats = constant(0.09, "share", "N1")
    approval_by_home: Floats = constant(
        (0.0, 0.01, 0.025, -0.03), "share a quarter", BY_HAND + "speeches fade fast"
    )
    approval_renewed: Floats = constant(0.27, "share", "N1: a new president")
    approval_noise: Floats = constant(0.025, "share", BY_HAND + "half of what Gallup scatters")
    rally: Floats = constant(
        0.05, "share at full scale", BY_HAND + "an attack rallies while consent is high"
    )
    rally_kept: Floats = constant(0.4, "share a quarter", BY_HAND + "rallies fade within months")
    blame_kept: Floats = constant(0.74, "share a quarter", "N1")
    blame_renewed: Floats = constant(0.25, "share", "N1")
    opposition_base: Floats = constant(
        -1.375, "log-odds", "N1, after Mueller 1973: the log of cumulative losses"
    )
    opposition_by_deaths: Floats = constant(0.43, "log-odds a natural log of thousand deaths", "N1")
    deaths_before: Floats = constant(
        0.87, "thousand", "N1's .6 and the 267 of 1961-64, S us_deaths"
    )
    dissent_by_escalation: Floats = constant(
        0.03, "log-odds", BY_HAND + "brake: escalating costs consent"
    )
    dissent_by_border: Floats = constant(
        (0.0, 0.02, 0.10), "log-odds", BY_HAND + "the spring of 1970"
    )
    dissent_kept: Floats = constant(0.85, "share a quarter", BY_HAND + "outrage fades in a year")
    payroll: Floats = constant(
        (5.9, 4.2), "points a quarter", BY_HAND + "both records must be payable"
    )
    payroll_by_consent: Floats = constant(
        (22.0, 10.0), "points", BY_HAND + "approval above .45, cohesion above .6"
    )
    upkeep_bombing: Floats = constant(
        1.6, "points a quarter at effect 1", BY_HAND + "a war in the news is a cost"
    )
    upkeep_deaths: Floats = constant(
        0.35, "points a thousand deaths", BY_HAND + "funerals cost consent"
    )
    payroll_by_home: Floats = constant(
        ((0.0, -0.4, -1.0, -2.0), (2.0, 1.0, 0.0, -1.5)), "points", BY_HAND + "no rung is free"
    )
    cohesion_rest: Floats = constant(
        0.80, "share", BY_HAND + "a collective that held for thirty years"
    )
    cohesion_moves: Floats = constant(
        0.12, "share of the gap a quarter", BY_HAND + "recovers in two years"
    )
    cohesion_by_losses: Floats = constant(
        0.15, "share of the force lost in a quarter", BY_HAND + "brake against endless offensives"
    )
    cohesion_by_strain: Floats = constant(
        0.10, "share", BY_HAND + "what escalation does to a weak state"
    )
    cohesion_by_home: Floats = constant(
        (0.0, 0.01, -0.012, -0.03), "share a quarter", BY_HAND + "home front rungs"
    )
    consent_by_strain: Floats = constant(
        0.70, "share of approval", BY_HAND + "what escalation does to weak consent"
    )

    # Patrons
    aid_rest: Floats = constant(0.55, "share", BY_HAND + "what both gave without being courted")
    aid_drift: Floats = constant(0.06, "share of the gap a quarter", BY_HAND + "favours last years")
    aid_by_lean: Floats = constant(
        0.03, "share a quarter", BY_HAND + "a year of leaning is an eighth"
    )

    # Strain: what the enemy's escalation does
    withstand_low: Floats = constant(
        (0.40, 0.25), "probability", "docs/theory.md: r_low; N1 for Washington"
    )
    withstand_high: Floats = constant(
        (0.85, 0.75), "probability", "docs/theory.md: r_high; N1 for Washington"
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

    # The posture game
    stake: Floats = constant(1.0, "war aims", "docs/theory.md: B")
    leverage_at_table: Floats = constant(0.20, "share", "docs/theory.md: phi")
    nerve_gap: Floats = constant(0.10, "war aims", "docs/theory.md: dc")
    talks_worth: Floats = constant(0.65, "war aims", "docs/theory.md: v")
    face_saving: Floats = constant(
        0.05, "war aims at the most", BY_HAND + "all face-saving together"
    )
    duress: Floats = constant(0.20, "war aims", "docs/theory.md: k")
    war_worth_low: Floats = constant(0.45, "war aims", "docs/theory.md: w_low")
    war_worth_high: Floats = constant(0.50, "war aims", "docs/theory.md: w_high")
    precision_receiver: Floats = constant(10.0, "per war aim", "docs/theory.md: lo")
    precision_sender: Floats = constant(15.0, "per war aim", "docs/theory.md: lt")
    cost_washington: Floats = constant(0.15, "war aims", "Calibrated on recorded postures; N1")
    cost_by_opposition: Floats = constant(1.02, "war aims", "Calibrated on recorded postures; N1")
    cost_by_bombing: Floats = constant(0.076, "war aims", "N1")
    cost_by_detente: Floats = constant(-0.13, "war aims", "N1")
    cost_hanoi: Floats = constant(0.42, "war aims", "Calibrated on recorded postures; N1")
    cost_by_force: Floats = constant(0.2, "war aims", "Calibrated on recorded postures; N1")
    force_full: Floats = constant(300.0, "thousand men", "N1: force at which nothing is spent")
    cost_by_trail: Floats = constant(0.1, "war aims", "N1")
    cost_by_troops: Floats = constant(0.37, "war aims", "N1")
    troops_full: Floats = constant(
        270.0, "thousand men", "N1: troops beyond which firepower adds no cost"
    )

    # Beliefs that the rule starts from; the arithmetic's own constants stand in theory
    consent_seen: Floats = constant(1.5, "log-odds a share of opposition", "N1: consent is public")
    consent_rest: Floats = constant(0.265, "share", "N1")
    withdrawal_seen: Floats = constant(0.08, "log-odds for 60,000 men", "N1")
    reinforcement_seen: Floats = constant(65.0, "thousand men for a demonstration of 1", "N1")
    reinforcement_weight: Floats = constant(4.4, "log-odds", "Calibrated on recorded postures")
    bombing_seen: Floats = constant(0.80, "effect for a demonstration of 1", "N1")

    deadline_broken: Floats = constant(
        0.4, "log-odds for a dove", BY_HAND + "a threat not kept costs nerve"
    )

    # Prices and temptation
    temptation_low: Floats = constant(0.5, "factor", BY_HAND + "what the rule does in play")
    temptation_high: Floats = constant(2.0, "factor", BY_HAND + "what the rule does in play")

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

    # What each side believes it sees
    noise_force: Floats = constant(
        0.18, "share", "S strength: estimates of 1967 differed by about a fifth and more"
    )
    noise_preparing: Floats = constant(
        0.25, "share at full preparation", BY_HAND + "preparation shows as noise"
    )
    noise_share: Floats = constant(0.12, "share", BY_HAND + "estimates of shares")
    noise_terms: Floats = constant(
        0.35, "position", BY_HAND + "advisers differ by a third of a step"
    )
