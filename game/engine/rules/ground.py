"""The ground war by corps: tempo, deaths and losses.

American deaths follow the enemy's initiative (tempo) and their own exposure, which falls as troops
leave and as the fighting is handed over; search by itself is the small term. He who attacks dies:
Hanoi's losses follow its own tempo times firepower, on the ground and from the air (the air effort
over the trail and the South is one ladder), and all terms shrink with the force, so that a
small force does not melt. Claims inflate with tempo. Drift: garrisons bleed a little in a quarter
in which nothing is ordered, because forces in contact fight.
Left out: single battles, and allied contingents, counted with American troops.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import (
    CORPS,
    HANOI,
    NEVER_NOUGHT,
    THOUSAND,
    WASHINGTON,
    Floats,
    Ints,
    total,
    within,
)
from game.engine.ladders import Effort
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.rules.demonstration import Offensive
from game.engine.tables import Tables
from game.engine.world import World

FULL_TROOPS = 500.0  # thousand men; the unit of exposure, N1
ARVN_UNIT = 200.0  # thousand effective men; the unit of Saigon's strength, N1
GUERRILLA_WEIGHT = 0.6  # main-force men that a guerrilla is worth in a fight; N1
BALANCE_UNIT = 180.0  # thousand main-force men; the balance's unit, Calibrated by hand: 1972
AMERICAN_WEIGHT = 0.9  # BALANCE_UNITs that FULL_TROOPS stand against; Calibrated by hand: 1972
SAIGON_WEIGHT = 0.55  # BALANCE_UNITs that an ARVN_UNIT stands against; Calibrated by hand: 1972
VILLAGES_WEIGHT = 0.25  # BALANCE_UNITs that village militia stand against; Calibrated by hand: 1972
LEAST_FORCE = 0.05  # BALANCE_UNITs; Calibrated by hand: a log must not run away


@dataclass(frozen=True)
class Fighting:
    """What the ground war was: tempo (N, C), deaths (N,) in men, losses (N, C) thousand men.

    ``replaced`` (N,): thousand of the American dead whose place the reserve has filled.
    """

    tempo: Floats
    us_deaths: Ints
    saigon_deaths: Ints
    hanoi_deaths: Ints
    claimed: Ints
    main_losses: Floats
    guerrilla_losses: Floats
    replaced: Floats


def tempo(
    world: World, orders: Orders, offensive: Offensive, tables: Tables
) -> tuple[Floats, Floats]:
    """Return (N, C) the tempo that main force and guerrillas keep up, as shares of a full effort.

    Tempo 1 in all is 200,000 men in main-force effort. A general offensive adds to main-force
    tempo in proportion to the scale that was prepared.
    """
    constants, effort = tables.constants, orders.rungs_by_corps(HANOI, "effort")
    calm = 1.0 - constants.tempo_fatigue * np.maximum(world.fatigue - constants.fatigue_borne, 0.0)
    main = constants.tempo_main.take(effort)
    launched = effort == Effort.OFFENSIVE
    full, usual = constants.tempo_main[Effort.OFFENSIVE], constants.tempo_main[Effort.MAIN_FORCE]
    surged = usual + (full - usual) * offensive.scale[:, None]
    main = np.where(launched, surged, main) * world.main_force
    guerrilla = constants.tempo_guerrilla.take(effort) * world.guerrillas
    share = calm[:, None] / constants.tempo_scale
    return main * share, guerrilla * share


def fight(
    world: World, orders: Orders, offensive: Offensive, luck: Luck, tables: Tables
) -> tuple[World, Fighting]:
    """Return the world after the quarter's fighting in the South, and what it cost everyone."""
    constants = tables.constants
    main, guerrilla = tempo(world, orders, offensive, tables)
    pace = main + guerrilla
    exposure = constants.presence * (world.troops / FULL_TROOPS)[:, None]
    strength = fighters(world) / (constants.tempo_scale / len(CORPS))
    search = constants.search.take(orders.rungs_by_corps(WASHINGTON, "ground"))
    crossed = constants.search_border[orders.rung(WASHINGTON, "border")]
    search = search + crossed[:, None] / len(CORPS)
    arvn = (world.arvn * world.quality / ARVN_UNIT)[:, None]
    american = us_deaths(world, orders, pace, exposure, search, strength, luck, tables)
    air = constants.trail_bombing[orders.rung(WASHINGTON, "trail")][:, None]
    enemy = hanoi_deaths(pace, exposure, search, strength, arvn, air, luck, tables)
    saigon = saigon_deaths(world, orders, pace, luck, tables)
    country = total(pace)
    inflated = np.maximum(country, constants.claims_least) ** constants.claims_by_tempo
    killed = total(enemy)
    scatter = np.exp(constants.luck_claims * luck["claims"])
    claimed = killed * constants.claims * inflated * scatter
    by_main = main / np.maximum(pace, NEVER_NOUGHT)
    deserting = constants.desertion * np.maximum(
        world.strain[:, HANOI] - constants.strain_borne[HANOI], 0.0
    )
    lost = constants.losses_per_death * enemy * (1.0 + deserting)[:, None]
    main_lost = np.minimum(lost * by_main, constants.lost_most * world.main_force)
    rest = lost * (1.0 - by_main)
    guerrilla_lost = np.minimum(rest, constants.lost_most * world.guerrillas)
    dead, claims = whole_men(killed), whole_men(claimed)
    replaced = np.minimum(american / THOUSAND, world.reserve)
    fought = Fighting(pace, american, saigon, dead, claims, main_lost, guerrilla_lost, replaced)
    return world.with_(
        main_force=world.main_force - main_lost,
        guerrillas=world.guerrillas - guerrilla_lost,
        us_deaths=world.us_deaths + american,
        reserve=world.reserve - replaced,
        troops=world.troops - (american / THOUSAND - replaced),
        saigon_deaths=world.saigon_deaths + saigon,
        hanoi_deaths=world.hanoi_deaths + dead,
        deaths_claimed=world.deaths_claimed + claims,
        fatigue=tire(world, orders, tables),
    ), fought


def us_deaths(
    world: World,
    orders: Orders,
    pace: Floats,
    exposure: Floats,
    search: Floats,
    strength: Floats,
    luck: Luck,
    tables: Tables,
) -> Ints:
    """Return (N,) American hostile deaths in the quarter, men."""
    constants = tables.constants
    handed = handed_over(world, orders, tables)
    by_tempo = constants.us_deaths_by_tempo * total(pace * exposure) * (1.0 - handed)
    met = total(search * exposure * strength) / len(CORPS)
    by_search = constants.us_deaths_by_search * met * (1.0 - handed)
    scatter = np.exp(constants.luck_deaths * luck["us_deaths"])
    most = world.troops * (constants.us_deaths_most * THOUSAND)
    return np.minimum(np.rint((by_tempo + by_search) * scatter), most).astype(np.int64)


def hanoi_deaths(
    pace: Floats,
    exposure: Floats,
    search: Floats,
    strength: Floats,
    arvn: Floats,
    air: Floats,
    luck: Luck,
    tables: Tables,
) -> Floats:
    """Return (N, C) Hanoi's dead in the South, thousands."""
    constants = tables.constants
    firepower = np.minimum(exposure, constants.firepower_most)
    rate = constants.deaths_by_tempo + constants.deaths_by_firepower * firepower
    by_tempo = pace * (rate + constants.deaths_by_air * air)
    by_search = constants.deaths_by_search * search * exposure * strength / len(CORPS)
    by_saigon = constants.deaths_by_saigon * arvn * strength / len(CORPS)
    scatter = np.exp(constants.luck_deaths * luck["hanoi_deaths"])
    return (by_tempo + by_search + by_saigon) * scatter[:, None]


def saigon_deaths(world: World, orders: Orders, pace: Floats, luck: Luck, tables: Tables) -> Ints:
    """Return (N,) the dead of Saigon's forces, men; they rise as the fighting is handed over."""
    constants = tables.constants
    alone = 1.0 - np.minimum(world.troops / FULL_TROOPS, 1.0)
    handed = constants.saigon_exposed * handed_over(world, orders, tables)
    exposed = constants.saigon_exposed_least + handed + constants.saigon_exposed_alone * alone
    scatter = np.exp(constants.luck_deaths * luck["saigon_deaths"])
    dead = constants.saigon_deaths_by_tempo * total(pace) * exposed * scatter
    most = world.arvn * (constants.saigon_deaths_most * THOUSAND)
    return np.minimum(np.rint(dead), most).astype(np.int64)


def handed_over(world: World, orders: Orders, tables: Tables) -> Floats:
    """Return (N,) the share of the fighting that Vietnamization has taken from Americans: no more
    than Saigon's army is able to."""
    constants = tables.constants
    asked = constants.handed_by_rung[orders.rung(WASHINGTON, "vietnamization")]
    return constants.handed_over * np.minimum(asked, able(world, tables))


def able(world: World, tables: Tables) -> Floats:
    """Return (N,) how much of what can be handed over Saigon's army could take, 0..1."""
    first, full = tables.constants.handed_able
    return within((world.arvn * world.quality - first) / (full - first), 0.0, 1.0)


def overtaxed(world: World, orders: Orders, tables: Tables) -> Floats:
    """Return (N,) the share of the fighting handed to Saigon's army beyond what it can take."""
    asked = tables.constants.handed_by_rung[orders.rung(WASHINGTON, "vietnamization")]
    return np.maximum(asked - able(world, tables), 0.0)


def tire(world: World, orders: Orders, tables: Tables) -> Floats:
    """Return (N,) the weariness of Hanoi's forces after the quarter."""
    constants = tables.constants
    pushed = total(constants.tempo_main.take(orders.rungs_by_corps(HANOI, "effort")))
    over = np.maximum(pushed / len(CORPS) - constants.fatigue_from, 0.0)
    return constants.fatigue_kept * world.fatigue + constants.fatigue_by_effort * over


def whole_men(thousands: Floats) -> Ints:
    """Return thousands as whole men."""
    return np.rint(thousands * THOUSAND).astype(np.int64)


def fighters(world: World) -> Floats:
    """Return (N, C) Hanoi's force in the South, guerrillas counted as main force, thousand men."""
    return world.main_force + GUERRILLA_WEIGHT * world.guerrillas


def balance_of_forces(world: World) -> Floats:
    """Return (N,) the log of Hanoi's fighting strength in the South over what stands against it.

    Nought is the balance of the worst months of 1972.
    """
    force = total(fighters(world)) / BALANCE_UNIT
    american = AMERICAN_WEIGHT * world.troops / FULL_TROOPS
    saigon = SAIGON_WEIGHT * world.arvn * world.quality / ARVN_UNIT
    return np.log(np.maximum(force, LEAST_FORCE) / (VILLAGES_WEIGHT + american + saigon))
