"""How far each side stands from where it may give way, by the rules of the war that is played.

Washington counts the people under Saigon's control; Hanoi goes by its own estimate of them.
"""

from game.engine.board import WASHINGTON
from game.engine.facts import Facts
from game.engine.view import View


def governed(view: View) -> float:
    """Return the share of the people under Saigon's control, as the side of ``view`` knows it."""
    seen = view.control if view.side == WASHINGTON else view.seen_control
    return float(seen.mean())


def saigon(view: View, facts: Facts) -> float:
    """Return by how much Saigon's footing exceeds its floor; below nought it may fall."""
    by_stability, by_control = facts.saigon_stands
    footing = by_stability * float(view.stability) + by_control * governed(view)
    return footing - facts.saigon_floor


def saigon_stability(view: View, facts: Facts) -> float:
    """Return the stability below which Saigon may fall, at today's control of the people."""
    by_stability, by_control = facts.saigon_stands
    return max((facts.saigon_floor - by_control * governed(view)) / by_stability, 0.0)


def consent(view: View, facts: Facts) -> float:
    """Return by how much American consent exceeds its floor: approval's distance, or opposition's
    from a majority where that is farther, because both must be gone."""
    return max(float(view.approval) - facts.consent_floor, facts.majority - float(view.opposition))


def north(view: View, facts: Facts) -> float:
    """Return by how much the Politburo's cohesion exceeds its floor; Hanoi alone knows it."""
    return float(view.cohesion) - facts.north_floor
