"""Home fronts: consent, cohesion, political capital and patrons."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Home:
    """What these rules read."""

    # Home fronts
    approval_moves: Floats = constant(0.17, "share of the gap a quarter", "N1")
    approval_rest: Floats = constant(0.50, "share", "N1")
    approval_by_blame: Floats = constant(0.018, "share a thousand deaths", "N1")
    approval_by_withdrawal: Floats = constant(0.09, "share", "N1")
    withdrawal_full: Floats = constant(
        20.0, "thousand men a quarter", BY_HAND + "more men at once please nobody more"
    )
    approval_by_home: Floats = constant(
        (0.0, 0.01, 0.025, -0.03), "share a quarter", BY_HAND + "speeches fade fast"
    )
    approval_renewed: Floats = constant(0.27, "share", "N1: a new president")
    approval_noise: Floats = constant(0.025, "share", BY_HAND + "half of what Gallup scatters")
    rally: Floats = constant(
        0.05, "share at full scale", BY_HAND + "an attack rallies while consent is high"
    )
    rally_opposition: Floats = constant(
        0.55, "share", BY_HAND + "opposition from which no attack rallies the country"
    )
    rally_fades: Floats = constant(
        0.25, "share of opposition", BY_HAND + "over which a rally is lost: whole below .3"
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
    dissent_by_call_up: Floats = constant(
        0.08, "log-odds", BY_HAND + "the reserves are somebody's sons"
    )
    dissent_kept: Floats = constant(0.85, "share a quarter", BY_HAND + "outrage fades in a year")
    election: Floats = constant(
        0.15, "share of approval a share of opposition", BY_HAND + "an election asks for an account"
    )
    election_opposition: Floats = constant(
        0.30, "share", BY_HAND + "opposition that costs a president nothing at the polls"
    )
    payroll: Floats = constant(
        (6.2, 4.7), "points a quarter", BY_HAND + "both records must be payable"
    )
    payroll_by_consent: Floats = constant(
        (22.0, 10.0), "points", BY_HAND + "approval above .45, cohesion above .6"
    )
    payroll_rest: Floats = constant(
        (0.45, 0.6), "share", BY_HAND + "approval and cohesion that pay neither more nor less"
    )
    payroll_by_aid: Floats = constant(
        2.0, "points a share of aid", BY_HAND + "who is supplied can promise"
    )
    payroll_aid: Floats = constant(0.5, "share", BY_HAND + "aid that pays neither more nor less")
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
    losses_borne: Floats = constant(
        0.06, "share of the force a quarter", BY_HAND + "losses that nobody questions"
    )
    cohesion_weak: Floats = constant(
        1.3, "factor", BY_HAND + "a state of low resilience feels losses and ruin more"
    )
    cohesion_by_quarrel: Floats = constant(
        0.15, "share", BY_HAND + "two patrons at odds have two parties in Hanoi"
    )
    cohesion_by_ruin: Floats = constant(
        0.03, "share a quarter at full ruin", BY_HAND + "who governs ruins is asked why"
    )
    cohesion_steps: Floats = constant(
        (-0.12, 0.06), "share a quarter", BY_HAND + "brake: a collective turns slowly, strain apart"
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
