"""The posture game and what beliefs start from; the arithmetic of beliefs has its own in theory."""

from dataclasses import dataclass

from game.engine.board import Floats
from game.engine.constants.kinds import BY_HAND, constant


@dataclass(frozen=True)
class Beliefs:
    """What these rules read."""

    # The posture game
    stake: Floats = constant(1.0, "war aims", "docs/theory.md: B")
    leverage_at_table: Floats = constant(0.20, "share", "docs/theory.md: phi")
    nerve_gap: Floats = constant(0.10, "war aims", "docs/theory.md: dc")
    talks_worth: Floats = constant(0.65, "war aims", "docs/theory.md: v")
    face_saving: Floats = constant(
        0.05, "war aims at the most", BY_HAND + "all face-saving together"
    )
    pause_eases: Floats = constant(
        0.6, "share", BY_HAND + "a pause saves face less than an understanding"
    )
    washington_eased: Floats = constant(
        0.5, "share of Hanoi's", BY_HAND + "it is Hanoi that will not talk under bombs"
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
    withdrawal_seen: Floats = constant(
        0.1, "log-odds a large withdrawal", BY_HAND + "what is withdrawn tells; N1 .08"
    )
    withdrawal_unit: Floats = constant(60.0, "thousand men", "N1: a large withdrawal")
    presence_seen: Floats = constant(
        0.04, "log-odds a quarter for 500,000 men", BY_HAND + "men kept there go on telling"
    )
    reinforcement_seen: Floats = constant(65.0, "thousand men for a demonstration of 1", "N1")
    reinforcement_weight: Floats = constant(
        3.4, "log-odds at the most", "Calibrated on recorded postures"
    )
    reinforcement_most: Floats = constant(
        2.4, "log-odds", BY_HAND + "what all reinforcements together can tell"
    )
    reinforcement_curve: Floats = constant(
        2.0, "a demonstration of 1", BY_HAND + "how fast a reinforcement tells all it can"
    )
    bombing_seen: Floats = constant(0.80, "effect for a demonstration of 1", "N1")

    refusal_falls: Floats = constant(
        0.5, "openness", BY_HAND + "from which a refused offer counts as a fall"
    )
    leak_price: Floats = constant(4.0, "points", BY_HAND + "a bad fortnight in the papers")
    deadline_broken: Floats = constant(
        0.4, "log-odds for a dove", BY_HAND + "a threat not kept costs nerve"
    )

    # Prices and temptation
    temptation_low: Floats = constant(0.5, "factor", BY_HAND + "what the rule does in play")
    temptation_high: Floats = constant(2.0, "factor", BY_HAND + "what the rule does in play")

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
