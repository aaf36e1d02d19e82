"""Deployment and infiltration: men come and go before anything is fought.

Washington's men come from the strategic reserve, and so do replacements for the dead; half of
those withdrawn can be sent again. Hanoi's come from the manpower of the North down the trail, and
go where the effort is, to III and IV Corps only as far as the sanctuaries serve. Guerrillas
recruit where Saigon does not govern. Drift: the North's cohort comes of age; guerrillas recruit;
the strength that the enemy has got used to follows what is there.
Left out: the time at sea, and units as such.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, total
from game.engine.ladders import HomeFront
from game.engine.orders import Orders
from game.engine.tables import Tables
from game.engine.world import World

BY_SANCTUARY = np.array(
    [0.1, 0.3, 0.6, 0.7]
)  # share of a corps's arrivals; Calibrated by hand, map


@dataclass(frozen=True)
class MenMoved:
    """Men moved in the quarter, thousands: (N,), arrivals and recruits in the South (N, C).

    With the losses of the fighting it accounts for every man of both sides.
    """

    called: Floats  # reserves called up
    sent: Floats
    withdrawn: Floats
    returned: Floats  # of those withdrawn, who can be sent again; the others go home
    raised: Floats  # come of age or mobilised in the North
    infiltrated: Floats
    arrived: Floats
    recruited: Floats


def deploy(world: World, orders: Orders, tables: Tables) -> tuple[World, MenMoved]:
    """Return the world with men sent, withdrawn, infiltrated and recruited."""
    constants = tables.constants
    calling = (orders.rung(WASHINGTON, "home") == HomeFront.RESERVES) & (world.reserves_called == 0)
    called = np.where(calling, constants.called_up, 0.0)
    reserve = world.reserve + called
    sent = np.minimum(np.maximum(orders.troops, 0.0), reserve)
    withdrawn = np.minimum(np.maximum(-orders.troops, 0.0), world.troops)
    returned = constants.returned_share * withdrawn
    raised = constants.cohort + constants.mobilised[orders.rung(HANOI, "home")]
    manpower = world.manpower + raised
    infiltrated = infiltration(world, orders, tables, manpower)
    arrived = infiltrated[:, None] * destinations(world, orders, tables)
    recruited = recruit(world, tables)
    moved = MenMoved(called, sent, withdrawn, returned, raised, infiltrated, arrived, recruited)
    return world.with_(
        troops=world.troops + sent - withdrawn,
        peak=np.maximum(world.troops + sent - withdrawn, world.peak - constants.peak_fades),
        reserve=reserve - sent + returned,
        reserves_called=np.maximum(world.reserves_called, calling.astype(np.int64)),
        manpower=manpower - infiltrated,
        main_force=world.main_force + arrived,
        guerrillas=world.guerrillas + recruited,
    ), moved


def infiltration(world: World, orders: Orders, tables: Tables, manpower: Floats) -> Floats:
    """Return (N,) thousand men who come down the trail this quarter.

    From half of ``force_fed`` on, a force in the South leaves less and less to feed newcomers with.
    """
    constants = tables.constants
    ordered = constants.infiltration[orders.rung(HANOI, "infiltration")]
    flow = ordered * world.throughput**constants.infiltration_by_trail
    fed = 2.0 * (1.0 - total(world.main_force) / constants.force_fed)
    flow = flow * np.minimum(np.maximum(fed, 0.0), 1.0)
    return np.minimum(flow, np.maximum(manpower, 0.0))


def destinations(world: World, orders: Orders, tables: Tables) -> Floats:
    """Return (N, C) the share of arrivals that goes to each corps; rows sum to 1."""
    constants = tables.constants
    pull = constants.arrivals_by_effort.take(orders.rungs_by_corps(HANOI, "effort"))
    reach = 1.0 - BY_SANCTUARY * (1.0 - world.sanctuary[:, None])
    weight = pull * reach * constants.corps_share
    return weight / total(weight)[:, None]


def recruit(world: World, tables: Tables) -> Floats:
    """Return (N, C) thousand guerrillas recruited where Saigon does not govern."""
    constants = tables.constants
    room = np.maximum(1.0 - world.guerrillas / constants.recruit_ceiling, 0.0)
    alone = constants.recruits_alone
    asked = alone + (1.0 - alone) * world.cadres
    people = (1.0 - world.control) * asked[:, None]
    return 2.0 * constants.recruits * constants.recruit_ceiling * room * people
