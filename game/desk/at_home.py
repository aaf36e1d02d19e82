"""What the rungs of the home front bring and cost while they stand, from the rules themselves.

They differ from every other ladder: standing is not free, each rung spares what another raises.
"""

from collections.abc import Iterator
from typing import Final

from game.engine.board import HANOI
from game.engine.dossier import Dossier
from game.engine.ladders import LADDER
from game.words import plain
from game.words.rungs import rung_name

CONSENT: Final = ("approval", "unity of the Politburo")
FINE: Final = 0.05  # points of capital, or of a hundred: what is less reads as nothing


def pays(dossier: Dossier) -> tuple[float, ...]:
    """Return by rung the points of political capital it brings a quarter, below 0 where it costs
    them; beside the price of changing to it."""
    return tuple(float(one) for one in dossier.tables.constants.payroll_by_home[dossier.side])


def upkeep(dossier: Dossier) -> tuple[str, ...]:
    """Return by rung what goes beside its price, such as ``+2 each quarter``; empty where it
    neither brings nor costs capital."""
    when = [
        "each quarter" if _then(dossier, place) == place else "that quarter"
        for place in range(len(pays(dossier)))
    ]
    return tuple(
        f"{paid:+g} {then}" if abs(paid) >= FINE else ""
        for paid, then in zip(pays(dossier), when, strict=True)
    )


def _then(dossier: Dossier, place: int) -> int:
    """Return the rung that stands after a quarter in which that at ``place`` was ordered."""
    return LADDER[dossier.side]["home"].standing(place)


def ledgers(dossier: Dossier) -> tuple[str, ...]:
    """Return by rung a sentence with all that it brings and costs."""
    return tuple(_ledger(dossier, place) for place in range(len(pays(dossier))))


def _ledger(dossier: Dossier, place: int) -> str:
    then = _then(dossier, place)
    said = "; ".join(_entries(dossier, place)) or "nothing gained, nothing paid"
    if then == place:
        return f"Each quarter that it stands: {said}."
    return f"In that quarter: {said}. From then on stands: {rung_name(dossier.side, 'home', then)}."


def _entries(dossier: Dossier, place: int) -> Iterator[str]:
    constants, side = dossier.tables.constants, dossier.side
    consent = (constants.approval_by_home, constants.cohesion_by_home)[side]
    moved, capital = 100.0 * float(consent[place]), pays(dossier)[place]
    if abs(moved) >= FINE:
        yield f"{CONSENT[side]} {points(moved)}"
    if side == HANOI and constants.mobilised[place] > 0.0:
        yield f"{plain.thousand(float(constants.mobilised[place]))} more men"
    if abs(capital) >= FINE:
        yield f"political capital {points(capital)}"


def points(amount: float) -> str:
    """Return points with their sign, to the tenth where there is one, such as ``-0.4 points``."""
    return plain.change(amount, "points", 0 if abs(amount - round(amount)) < FINE else 1)
