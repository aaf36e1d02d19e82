"""The air war: over the North, the trail, and Cambodia.

Sorties follow the rung and the line; they wear down the zones they may reach, less each time the
same targets are struck, and cost aircraft and prisoners as air defence grows. The trail's
throughput follows its own bombing, the North's function and the mines; the sanctuaries follow
Phnom Penh's port route, raids and crossings. Drift: repair, targets rebuilt, air defence ageing.
Left out: carriers and bases, and single targets.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, THOUSAND, WASHINGTON, Floats, Ints, total, within
from game.engine.ladders import Bombing, BombingLine, Labour
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.tables import Tables
from game.engine.world import FIELDS, World

FUNCTION_WEIGHTS = np.array([0.25, 0.45, 0.30])  # share of the North's capacity; N1, by population


@dataclass(frozen=True)
class Raids:
    """What was flown over the North and what it cost: (N,)."""

    sorties: Floats  # thousand attack sorties
    effect: Floats  # share of an unrestricted campaign
    aircraft_lost: Ints
    prisoners: Ints
    damage: Floats  # function of the North lost, share


def capacity(function: Floats) -> Floats:
    """Return (N,) the North's war capacity from its zones' function (N, Z), 0..1."""
    weighed: Floats = total(function * FUNCTION_WEIGHTS)
    return weighed


def campaign(world: World, orders: Orders, tables: Tables) -> Floats:
    """Return (N,) the size of the air campaign over the North; 1: unrestricted, fair weather."""
    constants = tables.constants
    rung, line = orders.rung(WASHINGTON, "bombing"), orders.rung(WASHINGTON, "line")
    size = constants.bombing_effect[rung] * constants.line_effect[line]
    return size * (1.0 - world.weather)


def bomb(world: World, orders: Orders, luck: Luck, tables: Tables) -> tuple[World, Raids]:
    """Return the world after the air war over the North, and what was flown and lost."""
    constants, size = tables.constants, campaign(world, orders, tables)
    freshness = 1.0 - constants.used_up * world.struck
    reach = shares(orders, tables)
    hit = constants.damage * reach / constants.share_by_zone * (size * freshness)[:, None]
    hurt = world.function * np.minimum(hit * (reach > 0), constants.damage_most)
    labour = orders.rung(HANOI, "labour")
    rate = constants.repair + constants.repair_labour * (labour == Labour.REPAIR)
    unaided = constants.repair_unaided
    rate = rate * (unaided + (1.0 - unaided) * world.aid_beijing)
    mended = (1.0 - world.function) * rate[:, None]
    sorties = constants.sorties * size
    lost, taken = losses(world, sorties, luck, tables)
    damage = capacity(hurt)
    defence = constants.defence_kept * world.air_defence + constants.defence_aid * world.aid_moscow
    defence = defence + constants.defence_labour * (labour == Labour.AIR_DEFENCE)
    struck = constants.struck_kept * world.struck + constants.struck_by_campaign * size
    return world.with_(
        function=within(world.function - hurt + mended, 0.0, 1.0),
        struck=np.minimum(struck, 1.0),
        air_defence=within(defence, 0.0, 1.0),
        aircraft_lost=world.aircraft_lost + lost,
        prisoners=world.prisoners + taken,
        ruin=world.ruin + (1.0 - capacity(world.function)),
    ), Raids(sorties, size, lost, taken, damage)


def shares(orders: Orders, tables: Tables) -> Floats:
    """Return (N, Z) the share of sorties that falls on each zone; the line and the rung decide."""
    everywhere = tables.constants.share_by_zone
    far = orders.rung(WASHINGTON, "line") == BombingLine.NONE
    capital = far & (orders.rung(WASHINGTON, "bombing") >= Bombing.INDUSTRY)
    heartland = np.where(far, everywhere[1], 0.0)
    centre = np.where(capital, everywhere[2], 0.0)
    return np.stack([1.0 - heartland - centre, heartland, centre], axis=1)


def losses(world: World, sorties: Floats, luck: Luck, tables: Tables) -> tuple[Ints, Ints]:
    """Return (N,) aircraft lost and men taken prisoner over the North."""
    constants = tables.constants
    rate = constants.aircraft_per_sortie + constants.aircraft_by_defence * world.air_defence
    expected = THOUSAND * sorties * rate * np.exp(constants.luck_aircraft * luck["aircraft"])
    lost = np.rint(expected).astype(np.int64)
    scatter = np.exp(constants.luck_prisoners * luck["prisoners"])
    taken = expected * constants.prisoners_per_aircraft * scatter
    return lost, np.rint(taken).astype(np.int64)


def cut_trail(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Return the world with the trail's throughput and the sanctuaries' use after the quarter."""
    constants = tables.constants
    pressure = constants.trail_bombing[orders.rung(WASHINGTON, "trail")]
    pressure = pressure * (1.0 - constants.trail_by_weather * world.weather)
    mined = orders.rung(WASHINGTON, "bombing") == Bombing.MINING
    level = (
        constants.trail_best
        - constants.trail_cut * pressure
        - constants.trail_by_north * (1.0 - capacity(world.function))
        - constants.trail_by_mining * mined
        - constants.trail_by_border[orders.rung(WASHINGTON, "border")]
        + constants.trail_labour * (orders.rung(HANOI, "labour") == Labour.TRAIL)
    )
    kept, scatter = constants.trail_kept, constants.luck_throughput * luck["throughput"]
    throughput = kept * world.throughput + (1.0 - kept) * level + scatter
    throughput = within(throughput, constants.trail_least, FIELDS["throughput"].high)
    raided = constants.sanctuary_raids[orders.rung(WASHINGTON, "cambodia")]
    crossed = constants.sanctuary_border[orders.rung(WASHINGTON, "border")]
    inland = constants.sanctuary_inland
    fed = inland + (1.0 - inland) * world.port_route
    use = within(fed - raided - crossed, 0.0, 1.0)
    moved = constants.sanctuary_moves * (use - world.sanctuary)
    return world.with_(throughput=throughput, sanctuary=world.sanctuary + moved)
