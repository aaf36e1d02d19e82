"""What play may say of the rules: every number that a sentence names, read off the rules.

A sentence in ``words``, a note in ``desk`` and a mark on a screen take their numbers from here, so
a campaign with constants of its own gets sentences of its own. All of it is public: the rules of a
campaign lie open to both sides. What the hidden rule reads is not among them. What no campaign
changes (``MEN_SENT``, the points of the score, what is climbed rung by rung) can be had without a
dossier.
"""

from dataclasses import dataclass
from enum import IntFlag

import numpy as np
from numpy.typing import NDArray

from game.engine.climbing import TWICE as TWICE
from game.engine.climbing import climb_to as climb_to
from game.engine.escalation import MEN_SENT as MEN_SENT
from game.engine.escalation import PRESSED_CORPS
from game.engine.ladders import TROOPS_LIMITS, TROOPS_STEP, TroopMoves
from game.engine.score import AIMS as AIMS
from game.engine.score import PEOPLE as PEOPLE
from game.engine.tables import Tables

Flags = NDArray[np.uint16]
"""Refusals as numbers, one a rung of a side's flat list."""


class Refusal(IntFlag):
    """Why a rung may not be ordered; several may hold at once, and 0 means that it may."""

    PRICE = 1  # it costs more points than are there
    PURSE = 2  # it costs more points than the side's other orders leave
    FORCE = 4  # the men in the field are too few
    PREPARATION = 8  # an offensive has not been prepared
    RESERVE = 16  # the services have too few men left to send
    CALLED = 32  # the reserves have been called up already
    CAMPAIGN = 64  # the campaign does not offer it
    OVER = 128  # the war has ended
    HELD = 256  # the rung below has not been held for long enough


@dataclass(frozen=True)
class Facts:
    """The numbers of one campaign's rules that play speaks of. Men in thousands, shares 0..1."""

    saigon_floor: float
    """Share, Saigon's footing below which it may fall."""
    saigon_stands: tuple[float, float]
    """What stability and control weigh in that footing."""
    consent_floor: float
    """Share, approval below which American consent may break."""
    majority: float
    """Share, opposition above which it may."""
    north_floor: float
    """Share, cohesion below which the North may give way."""
    launch_least: float
    """Share of preparation that an offensive takes."""
    launch_spends: float
    """Share of preparation that an offensive of full size and breadth uses up."""
    surge_stocks: float
    """Share of preparation that a surge down the trail takes."""
    launch_force: float
    """Main force in the corps that an offensive takes, thousand men."""
    prepared: float
    """Share of an offensive that a quarter prepares, at the resilient pace and a full trail."""
    reserve_least: tuple[float, float]
    """Men that must be left to send for each of the two rungs that send, thousands."""
    cross_force: float
    """Men in country that the way into Cambodia takes, thousands."""
    called_up: float
    """Men that a call-up adds, thousands."""
    returned_share: float
    """Share of those withdrawn that can be sent again."""
    men_sent: float
    """Men sent in one quarter from which the enemy reads an escalation, thousands."""
    pressed_corps: int
    """Corps of main-force effort from which Hanoi is read as pressing the war."""
    troops_limits: tuple[tuple[float, float], ...]
    """Fewest and most men of each rung of the troops ladder, thousands, withdrawn below nought."""
    troops_step: float
    """Men that troops are ordered in steps of, thousands."""
    hasty: float
    """Men withdrawn in a quarter beyond which units handed over fast are hollow, thousands."""
    infiltration: tuple[float, ...]
    """Men down an open trail at each rung, thousands."""
    trail_cut: float
    """Throughput that the heaviest bombing of the trail takes."""
    prisoners_per_aircraft: float
    """Men taken prisoner for one aircraft lost."""
    noise_force: float
    """Share by which the staffs' estimates of the enemy's force scatter."""
    leak_price: float
    """Points of capital that a leak costs."""


def facts_of(tables: Tables) -> Facts:
    """Return the numbers of a campaign's rules that play speaks of."""
    constants = tables.constants
    by_stability, by_control = constants.saigon_stands
    return Facts(
        saigon_floor=float(constants.saigon_floor),
        saigon_stands=(float(by_stability), float(by_control)),
        consent_floor=float(constants.consent_floor),
        majority=float(constants.majority),
        north_floor=float(constants.north_floor),
        launch_least=float(constants.launch_least),
        launch_spends=float(constants.launch_spends),
        surge_stocks=float(constants.surge_stocks),
        launch_force=float(constants.launch_force),
        prepared=float(constants.prepared),
        reserve_least=(TROOPS_STEP, TROOPS_LIMITS[TroopMoves.IN_FAST][0]),
        cross_force=float(constants.cross_force),
        called_up=float(constants.called_up),
        returned_share=float(constants.returned_share),
        men_sent=MEN_SENT,
        pressed_corps=PRESSED_CORPS,
        troops_limits=TROOPS_LIMITS,
        troops_step=TROOPS_STEP,
        hasty=float(constants.hollow_from),
        infiltration=tuple(float(men) for men in constants.infiltration),
        trail_cut=float(constants.trail_cut),
        prisoners_per_aircraft=float(constants.prisoners_per_aircraft),
        noise_force=float(constants.noise_force),
        leak_price=float(constants.leak_price),
    )
