"""The constants of the war: value, unit and source of each, in the order in which rules use them.

A module a subject; ``Constants`` has them all under one name each, and a campaign's ``[constants]``
changes any of them. Sources: N1 the prototype of the war that preceded these rules (docs/war.md,
section "Where the equations come from"); S followed by a word, an entry of campaigns/SOURCES.md.
``Calibrated``: set by ``python main.py calibrate`` or, where a reason is given, by hand against the
recorded series. All are typed as arrays: a scalar is a float or an (N,) array, so that a fit or a
sweep can try N settings in one call.
"""

from dataclasses import dataclass

from game.engine.constants.air import Air
from game.engine.constants.beliefs import Beliefs
from game.engine.constants.ground import Ground
from game.engine.constants.home import Home
from game.engine.constants.movement import Movement
from game.engine.constants.pressure import Pressure
from game.engine.constants.saigon import Saigon
from game.engine.constants.settlement import Settlement
from game.engine.constants.table import Table


@dataclass(frozen=True)
class Constants(Settlement, Table, Beliefs, Pressure, Home, Saigon, Ground, Air, Movement):
    """Every constant a rule reads. Ladders' values are arrays, one number a rung.

    The bases stand last first, because a dataclass lists its last base's fields first.
    """
