"""Home fronts: what the war does to consent in America, to Saigon, and to the Politburo.

Opposition follows the logarithm of cumulative deaths (Mueller 1973) and is never reset; approval
is pulled to a rest by blame that fades, lent a little by rallies, and renewed by a new president.
Political capital is paid by approval and by cohesion; ladders of war raised together cost more than
one by one, and credit that is not used fades. Strain (``pressure``) wears on consent and cohesion.
The patrons' aid follows who is leaned on.
Drift: all of these return towards their rest when nothing is ordered.
Left out: elections as such (events), parties, the draft.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import (
    CORPS,
    FULL_PURSE,
    HANOI,
    NEVER_NOUGHT,
    THOUSAND,
    WASHINGTON,
    Floats,
    Ints,
    by_side,
    total,
    within,
)
from game.engine.ladders import HomeFront, PatronLean, Vietnamization
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.rules.air import Raids, capacity
from game.engine.rules.deployment import MenMoved
from game.engine.rules.ground import FULL_TROOPS, Fighting, balance_of_forces, overtaxed
from game.engine.rules.pressure import breaking
from game.engine.tables import Tables
from game.engine.world import World


@dataclass(frozen=True)
class QuarterAtHome:
    """What the home fronts have to digest, gathered as the quarter is resolved."""

    moved: MenMoved
    raids: Raids
    fought: Fighting
    escalation: Floats  # (N, S)
    crowded: Ints  # (N, S) ladders of war raised beyond the first
    demonstrated: Floats  # (N, S) scale seen
    paid: Ints  # (N, S) points spent on orders


def answer_at_home(
    world: World, orders: Orders, quarter: QuarterAtHome, luck: Luck, tables: Tables
) -> World:
    """Return the world with both home fronts, Saigon and the countryside after the quarter."""
    world = americans(world, orders, quarter, luck, tables)
    world = politburo(world, orders, quarter, tables)
    world = patrons(world, orders, tables)
    world = saigon(world, orders, quarter, luck, tables)
    return pay(world, orders, quarter, tables)


def opposition(world: World, deaths: Ints, stirred: Floats, tables: Tables) -> Floats:
    """Return (N,) the share who think the war a mistake, from ``deaths`` (N,) and dissent."""
    constants = tables.constants
    thousands = deaths / THOUSAND + constants.deaths_before
    odds = constants.opposition_base + constants.opposition_by_deaths * np.log(thousands)
    return 1.0 / (1.0 + np.exp(-(odds + stirred)))


def americans(
    world: World, orders: Orders, quarter: QuarterAtHome, luck: Luck, tables: Tables
) -> World:
    """Return the world with approval, blame, rally, dissent and opposition after the quarter."""
    constants, home = tables.constants, orders.rung(WASHINGTON, "home")
    dead = quarter.fought.us_deaths / THOUSAND
    blame = constants.blame_kept * world.blame + dead
    leaving = np.minimum(quarter.moved.withdrawn / constants.withdrawal_full, 1.0)
    rest = (
        constants.approval_rest
        - constants.approval_by_blame * blame
        + constants.approval_by_withdrawal * leaving
    )
    moved = constants.approval_moves * (rest - (world.approval - world.rallied))
    firm = (constants.rally_opposition - world.opposition) / constants.rally_fades
    consent = within(firm, 0.0, 1.0)
    attacked = constants.rally * quarter.demonstrated[:, HANOI] * consent
    rallied = constants.rally_kept * world.rallied + attacked
    spoke = constants.approval_by_home[home]
    worn = constants.consent_by_strain * breaking(world, WASHINGTON, tables)
    noise = constants.approval_noise * luck["approval"]
    steady = world.approval - world.rallied + moved + spoke - worn + noise
    stirred = constants.dissent_kept * world.dissent
    stirred = stirred + constants.dissent_by_escalation * quarter.escalation[:, WASHINGTON]
    stirred = stirred + constants.dissent_by_border[orders.rung(WASHINGTON, "border")]
    stirred = stirred + constants.dissent_by_call_up * (home == HomeFront.RESERVES) + 2.0 * worn
    grown = opposition(world, world.us_deaths, stirred, tables)
    return world.with_(
        blame=blame,
        rallied=rallied,
        approval=within(steady + rallied, 0.0, 1.0),
        dissent=stirred,
        opposition=grown,
    )


def politburo(world: World, orders: Orders, quarter: QuarterAtHome, tables: Tables) -> World:
    """Return the world with the Politburo's cohesion after losses, ruin and strain."""
    constants = tables.constants
    force = total(world.main_force) + total(world.guerrillas)
    lost = constants.losses_per_death * quarter.fought.hanoi_deaths / THOUSAND
    share = lost / np.maximum(force + lost, NEVER_NOUGHT)
    weak = np.where(world.resilience[:, HANOI] == 1, 1.0, constants.cohesion_weak)
    rest = constants.cohesion_rest - constants.cohesion_by_quarrel * world.quarrel
    moved = constants.cohesion_moves * (rest - world.cohesion)
    beyond = np.maximum(share - constants.losses_borne, 0.0)
    worn = constants.cohesion_by_losses * beyond * weak
    hurt = constants.cohesion_by_strain * breaking(world, HANOI, tables)
    ruined = constants.cohesion_by_ruin * (1.0 - capacity(world.function)) * weak
    spoke = constants.cohesion_by_home[orders.rung(HANOI, "home")]
    lowest, highest = constants.cohesion_steps
    moved = within(moved - worn - ruined + spoke, lowest, highest) - hurt
    return world.with_(cohesion=within(world.cohesion + moved, 0.0, 1.0))


def patrons(world: World, orders: Orders, tables: Tables) -> World:
    """Return the world with the patrons' aid after the quarter: who is leaned on gives more, the
    other less, the more so the deeper their quarrel; both drift back to a rest."""
    constants, lean = tables.constants, orders.rung(HANOI, "patrons")
    moscow, beijing = 1.0 * (lean == PatronLean.MOSCOW), 1.0 * (lean == PatronLean.BEIJING)
    spite = constants.aid_by_lean * world.quarrel
    drift = constants.aid_drift
    to_moscow = drift * (constants.aid_rest - world.aid_moscow)
    to_beijing = drift * (constants.aid_rest - world.aid_beijing)
    gained = constants.aid_by_lean * moscow - spite * beijing + to_moscow
    also = constants.aid_by_lean * beijing - spite * moscow + to_beijing
    return world.with_(
        aid_moscow=within(world.aid_moscow + gained, 0.0, 1.0),
        aid_beijing=within(world.aid_beijing + also, 0.0, 1.0),
    )


def saigon(
    world: World, orders: Orders, quarter: QuarterAtHome, luck: Luck, tables: Tables
) -> World:
    """Return the world with Saigon's forces, stability and control after the quarter.

    An army that is outmatched, as Saigon's was in early 1965, costs its government its footing.
    Stability moves at most a twentieth a quarter, so that no single blow brings Saigon down; only a
    patron whose own consent is breaking shakes it faster.
    """
    constants = tables.constants
    handing = orders.rung(WASHINGTON, "vietnamization")
    pace = total(quarter.fought.tempo)
    shock = constants.quality_shock * np.maximum(pace - constants.pace_borne, 0.0)
    room = np.maximum(1.0 - world.quality / constants.quality_ceiling, 0.0)
    hasty = (handing == Vietnamization.HAND_OVER_FAST) & (
        quarter.moved.withdrawn > constants.hollow_from
    )
    hollow = constants.hollow * hasty
    hollow = hollow + constants.hollow_by_haste * overtaxed(world, orders, tables)
    quality = world.quality + 2.0 * constants.quality_growth[handing] * room - shock - hollow
    grown = constants.arvn_growth[handing] * np.maximum(
        1.0 - world.arvn / constants.arvn_ceiling, 0.0
    )
    lost = constants.saigon_losses_per_death * quarter.fought.saigon_deaths / THOUSAND
    arvn = np.maximum(world.arvn + 2.0 * grown + constants.arvn_replaced * lost - lost, 0.0)
    rest = (
        constants.stability_base
        + constants.stability_by_troops * np.minimum(world.troops / FULL_TROOPS, 1.0)
        + constants.stability_by_quality * (quality - constants.stability_quality)
        - constants.stability_by_tempo * (pace - 1.0)
        - outmatched(world, tables)
    )
    drawn = constants.stability_drawn * (rest - world.stability)
    step = within(drawn, -constants.stability_moves, constants.stability_moves)
    step = step - constants.stability_by_strain * breaking(world, WASHINGTON, tables)
    step = step + constants.stability_noise * luck["stability"]
    return world.with_(
        quality=within(quality, 0.0, 1.0),
        arvn=arvn,
        stability=within(world.stability + step, 0.0, 1.0),
        control=countryside(world, orders, quarter, tables),
    )


def outmatched(world: World, tables: Tables) -> Floats:
    """Return (N,) what an unfavourable balance of forces takes from Saigon's footing.

    A patron that can bear a long war steadies its ally: with one of high resilience little of it
    is felt.
    """
    constants = tables.constants
    short = np.maximum(balance_of_forces(world) - constants.balance_borne, 0.0)
    steadied = constants.stability_steadied[world.resilience[:, WASHINGTON]]
    return constants.stability_by_balance * short * steadied


def countryside(world: World, orders: Orders, quarter: QuarterAtHome, tables: Tables) -> Floats:
    """Return (N, C) the share of the people under Saigon's control after the quarter."""
    constants = tables.constants
    there = np.minimum(world.troops / constants.ground_full, 1.0)[:, None]
    gained = constants.control_by_ground[orders.rungs_by_corps(WASHINGTON, "ground")] * there
    own = constants.control_by_saigon * (world.quality * world.stability * 2.0)[:, None]
    bare = constants.control_uncadred
    rooted = (bare + (1.0 - bare) * world.cadres)[:, None]
    lost = len(CORPS) * constants.control_by_tempo * quarter.fought.tempo * rooted
    moved = 2.0 * ((1.0 - world.control) * (gained + own)) - 2.0 * (world.control * lost)
    moved = within(moved, -constants.control_moves, constants.control_moves)
    least, most = constants.control_edges
    return within(world.control + moved, least, most)


def pay(world: World, orders: Orders, quarter: QuarterAtHome, tables: Tables) -> World:
    """Return the world with political capital after orders are paid and consent pays in."""
    constants = tables.constants
    base, slope, rest = constants.payroll, constants.payroll_by_consent, constants.payroll_rest
    american = base[0] + slope[0] * (world.approval - rest[0])
    american = american - constants.upkeep_bombing * quarter.raids.effect
    american = american - constants.upkeep_deaths * quarter.fought.us_deaths / THOUSAND
    hanoi = base[1] + slope[1] * (world.cohesion - rest[1])
    aid = (world.aid_moscow + world.aid_beijing) / 2
    hanoi = hanoi + constants.payroll_by_aid * (aid - constants.payroll_aid)
    at_home = [
        constants.payroll_by_home[side][orders.rung(side, "home")] for side in (WASHINGTON, HANOI)
    ]
    gained = by_side(american + at_home[0], hanoi + at_home[1])
    gained = gained - spent_on_war(world, quarter, tables)
    capital = within(world.capital - quarter.paid + gained, 0.0, FULL_PURSE)
    return world.with_(capital=capital)


def spent_on_war(world: World, quarter: QuarterAtHome, tables: Tables) -> Floats:
    """Return (N, S) points a quarter that ladders raised together cost beyond their prices, and
    that credit loses by lying unused. Detente leaves staffs and Congress less to balk at."""
    constants = tables.constants
    many = by_side(
        quarter.crowded[:, WASHINGTON],
        np.minimum(quarter.crowded[:, HANOI], constants.crowded_hanoi),
    )
    crowded = constants.crowded * many * (1.0 - world.detente)[:, None]
    idle = np.maximum(world.capital - constants.capital_rest, 0.0)
    return np.asarray(crowded + constants.capital_fades * idle)
