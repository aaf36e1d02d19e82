"""Home fronts, term by term: what one input alone changes, by how much, and which way."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.rules import home
from game.engine.rules.ground import FULL_TROOPS, balance_of_forces, overtaxed
from game.engine.world import World
from tests.engine.test_ground_terms import all_corps
from tests.engine.test_war_rules import Words, luck, war
from tests.engine.wars import ordered, tables

C = tables().constants
exactly = pytest.approx
CALM: Words = {"home": "quiet", "border": "none", "vietnamization": "none",
               "ground": all_corps("hold")}  # fmt: skip
QUIET: Words = {"home": "quiet", "patrons": "balance", "effort": all_corps("lie_low")}
WASHINGTONS = ("quiet", "reassure", "rally", "reserves")
HANOIS = ("quiet", "exhort", "mobilise", "total")

FULL_WITHDRAWAL = float(C.withdrawal_full)
TIRED = float(C.rally_opposition)
FIRM = TIRED - float(C.rally_fades)
BROKEN_STIRS = 2.0
PACE_REST = 1.0
PACE_BORNE, HASTY = float(C.pace_borne), float(C.hollow_from)
FULL_GROUND, CONTROL_MOVES = float(C.ground_full), float(C.control_moves)
APPROVAL_PAYS, COHESION_PAYS = (float(share) for share in C.payroll_rest)
AID_PAYS = float(C.payroll_aid)
SPEED, LUCK = float(C.stability_drawn), float(C.stability_noise)


def quarter(**given: Any) -> Any:
    """Return a quarter in which nothing happened but what is given."""
    usual = {"us_deaths": 0, "saigon_deaths": 0, "hanoi_deaths": 0, "withdrawn": 0.0,
             "effect": 0.0, "escalation": (0.0, 0.0), "crowded": (0, 0), "paid": (0, 0),
             "demonstrated": (0.0, 0.0), "tempo": 0.0}  # fmt: skip
    asked = usual | given
    fought = SimpleNamespace(
        us_deaths=np.array([asked["us_deaths"]]), saigon_deaths=np.array([asked["saigon_deaths"]]),
        hanoi_deaths=np.array([asked["hanoi_deaths"]]),
        tempo=np.broadcast_to(np.asarray(asked["tempo"], dtype=float), (1, 4)),
    )  # fmt: skip
    return SimpleNamespace(
        fought=fought, moved=SimpleNamespace(withdrawn=np.array([float(asked["withdrawn"])])),
        raids=SimpleNamespace(effect=np.array([asked["effect"]])),
        **{name: np.array([asked[name]]) for name in
           ("escalation", "crowded", "paid", "demonstrated")},
    )  # fmt: skip


def at_ease(**changes: Any) -> World:
    """Return a war in which approval, cohesion and aid rest and nothing weighs on anybody."""
    usual = {"approval": float(C.approval_rest), "rallied": 0.0, "blame": 0.0, "dissent": 0.0,
             "opposition": 0.3, "strain": 0.0, "us_deaths": 1000, "quarrel": 0.0,
             "cohesion": float(C.cohesion_rest), "function": 1.0, "aid_moscow": 0.5,
             "aid_beijing": 0.5,
             "capital": 50.0, "detente": 0.0}  # fmt: skip
    return war(**usual | changes)


def strained(side: int, over: float, **changes: Any) -> World:
    """Return a war in which a side is under more strain than it bears, by ``over``."""
    strain = np.zeros((1, 2))
    strain[0, side] = float(C.strain_borne[side]) + over
    return at_ease(**changes).with_(strain=strain)


def americans(world: World, words: Words | None = None, draw: float = 0.0, **given: Any) -> World:
    """Return the world with American opinion after the quarter."""
    orders = ordered(world, CALM | (words or {}), QUIET)
    return home.americans(world, orders, quarter(**given), luck(approval=draw), tables())


def approval(world: World | None = None, words: Words | None = None, **given: Any) -> float:
    """Return approval after the quarter."""
    return float(americans(world or at_ease(), words, **given).approval[0])


# Opposition


@pytest.mark.parametrize("dead", [0, 1000, 20_000, 58_000])
def test_opposition_follows_the_log_of_the_dead_and_dissent(dead: int) -> None:
    for dissent in (0.0, 0.4):
        found = home.opposition(at_ease(), np.array([dead]), np.array([dissent]), tables())[0]
        thousands = dead / 1000 + float(C.deaths_before)
        odds = float(C.opposition_base + C.opposition_by_deaths * np.log(thousands)) + dissent
        assert found == exactly(1 / (1 + np.exp(-odds)))
    world = at_ease(us_deaths=dead, dissent=0.4)
    fading = 0.4 * C.dissent_kept
    assert americans(world).opposition[0] == exactly(
        home.opposition(world, world.us_deaths, np.array([fading]), tables())[0])  # fmt: skip


def stirred(world: World | None = None, words: Words | None = None, **given: Any) -> float:
    """Return dissent after the quarter."""
    return float(americans(world or at_ease(), words, **given).dissent[0])


def test_dissent_fades_and_is_stirred_by_one_s_own_escalations_alone() -> None:
    assert stirred(at_ease(dissent=0.4)) == exactly(0.4 * C.dissent_kept)
    assert stirred(escalation=(0.5, 0.0)) == exactly(0.5 * C.dissent_by_escalation)
    assert stirred(escalation=(0.0, 1.0)) == 0.0


@pytest.mark.parametrize(("rung", "name"), [(1, "laos"), (2, "cambodia")])
def test_a_crossing_stirs_dissent(rung: int, name: str) -> None:
    assert stirred(words={"border": name}) == exactly(C.dissent_by_border[rung])


def test_a_call_up_and_a_breaking_country_stir_dissent() -> None:
    assert stirred(words={"home": "reserves"}) == exactly(float(C.dissent_by_call_up))
    assert stirred(words={"home": "rally"}) == 0.0
    assert stirred(strained(WASHINGTON, 0.1)) == exactly(
        BROKEN_STIRS * 0.1 * float(C.consent_by_strain))  # fmt: skip
    assert stirred(strained(HANOI, 0.1)) == 0.0


# Approval


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7])
def test_approval_moves_a_share_of_the_way_to_its_rest(share: float) -> None:
    gap = float(C.approval_rest) - share
    assert approval(at_ease(approval=share)) == exactly(share + float(C.approval_moves) * gap)


def test_blame_fades_grows_with_the_dead_and_weighs_on_approval() -> None:
    after = americans(at_ease(blame=10.0), us_deaths=2000)
    assert after.blame[0] == exactly(10 * C.blame_kept + 2)
    lost = C.approval_moves * C.approval_by_blame * after.blame
    assert approval() - after.approval[0] == exactly(lost[0])


@pytest.mark.parametrize(("men", "share"), [(10.0, 0.5), (FULL_WITHDRAWAL, 1.0), (60.0, 1.0)])
def test_men_who_come_home_lend_approval_up_to_a_bound(men: float, share: float) -> None:
    gained = approval(withdrawn=men) - approval()
    assert gained == exactly(share * float(C.approval_moves * C.approval_by_withdrawal))


@pytest.mark.parametrize(("opposition", "consent"), [
    (0.2, 1.0), (FIRM, 1.0), ((FIRM + TIRED) / 2, 0.5), (TIRED, 0.0), (0.8, 0.0),
])  # fmt: skip
def test_an_attack_rallies_by_its_scale_while_consent_is_high(
    opposition: float, consent: float
) -> None:
    world = at_ease(opposition=opposition, rallied=0.04)
    for scale in (0.5, 1.0):
        after = americans(world, demonstrated=(0.9, scale))
        lent = 0.04 * C.rally_kept + scale * consent * C.rally
        assert after.rallied[0] == exactly(float(lent))


def test_a_rally_is_on_top_of_what_approval_rests_on_and_fades_from_it() -> None:
    world = at_ease(rallied=0.04, approval=float(C.approval_rest) + 0.04)
    after = americans(world)
    assert after.rallied[0] == exactly(0.04 * C.rally_kept)
    assert after.approval[0] == exactly(float(C.approval_rest + 0.04 * C.rally_kept))


@pytest.mark.parametrize(("rung", "name"), tuple(enumerate(WASHINGTONS)))
def test_a_campaign_at_home_moves_approval_by_its_rung(rung: int, name: str) -> None:
    assert approval(words={"home": name}) - approval() == exactly(C.approval_by_home[rung])


def test_a_country_that_breaks_loses_approval_and_luck_scatters_it() -> None:
    worn = approval() - approval(strained(WASHINGTON, 0.1))
    assert worn == exactly(0.1 * float(C.consent_by_strain))
    assert approval(strained(HANOI, 0.1)) == exactly(approval())
    assert approval(draw=2.0) - approval() == exactly(2 * float(C.approval_noise))
    assert approval(at_ease(approval=0.99), draw=9.0) == 1.0
    assert approval(at_ease(approval=0.01), draw=-9.0) == 0.0


# The Politburo


def cohesion(world: World | None = None, words: Words | None = None, **given: Any) -> float:
    """Return cohesion after the quarter."""
    world = world or at_ease()
    orders = ordered(world, CALM, QUIET | (words or {}))
    return float(home.politburo(world, orders, quarter(**given), tables()).cohesion[0])


def typed(resilience: int, **changes: Any) -> World:
    """Return a war at ease with a Hanoi of one type and a Washington of the other."""
    return at_ease(**changes).with_(resilience=np.array([[1 - resilience, resilience]]))


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
def test_cohesion_moves_a_share_of_the_way_to_its_rest(share: float) -> None:
    gap = float(C.cohesion_rest) - share
    assert cohesion(at_ease(cohesion=share)) == exactly(share + float(C.cohesion_moves) * gap)


def test_the_patrons_quarrel_lowers_the_rest_of_cohesion() -> None:
    quarrel = cohesion() - cohesion(at_ease(quarrel=0.4))
    assert quarrel == exactly(float(C.cohesion_moves) * float(C.cohesion_by_quarrel) * 0.4)


@pytest.mark.parametrize(("resilience", "weak"), [(1, 1.0), (0, float(C.cohesion_weak))])
def test_losses_beyond_what_is_borne_wear_on_cohesion(resilience: int, weak: float) -> None:
    world = typed(resilience, main_force=20.0, guerrillas=10.0)
    base = cohesion(world)
    for dead in (1000, 15_000, 40_000):
        lost = float(C.losses_per_death) * dead / 1000
        over = max(lost / (120 + lost) - float(C.losses_borne), 0.0)
        worn = base - cohesion(world, hanoi_deaths=dead)
        assert worn == exactly(float(C.cohesion_by_losses) * over * weak, abs=1e-12)


@pytest.mark.parametrize(("resilience", "weak"), [(1, 1.0), (0, float(C.cohesion_weak))])
def test_ruin_of_the_north_wears_on_cohesion(resilience: int, weak: float) -> None:
    worn = cohesion(typed(resilience)) - cohesion(typed(resilience, function=0.4))
    assert worn == exactly(float(C.cohesion_by_ruin) * 0.6 * weak)


@pytest.mark.parametrize(("rung", "name"), tuple(enumerate(HANOIS)))
def test_a_campaign_at_home_moves_cohesion_by_its_rung(rung: int, name: str) -> None:
    assert cohesion(words={"home": name}) - cohesion() == exactly(C.cohesion_by_home[rung])


def test_a_politburo_that_breaks_loses_cohesion_beyond_its_steps() -> None:
    hurt = cohesion() - cohesion(strained(HANOI, 0.3))
    assert hurt == exactly(0.3 * float(C.cohesion_by_strain))
    assert cohesion(strained(WASHINGTON, 0.3)) == exactly(cohesion())
    quick = tables().with_constants(cohesion_moves=0.9)
    for share, step in ((0.2, C.cohesion_steps[1]), (1.0, C.cohesion_steps[0])):
        world = at_ease(cohesion=share, quarrel=0.0 if share < 0.5 else 1.0)
        found = home.politburo(world, ordered(world, CALM, QUIET), quarter(), quick).cohesion[0]
        assert found - share == exactly(step)
    assert cohesion(strained(HANOI, 9.0, cohesion=0.05)) == 0.0


# Patrons


def aid(lean: str, **changes: Any) -> tuple[float, float]:
    """Return the aid of both patrons after the quarter."""
    rest = float(C.aid_rest)
    world = at_ease(**{"aid_moscow": rest, "aid_beijing": rest, "quarrel": 0.0} | changes)
    after = home.patrons(world, ordered(world, CALM, QUIET | {"patrons": lean}), tables())
    return float(after.aid_moscow[0]), float(after.aid_beijing[0])


def test_aid_drifts_to_its_rest() -> None:
    rest, drift = float(C.aid_rest), float(C.aid_drift)
    assert aid("balance") == (exactly(rest), exactly(rest))
    assert aid("balance", aid_moscow=0.2)[0] == exactly(0.2 + drift * (rest - 0.2))
    assert aid("balance", aid_beijing=0.9)[1] == exactly(0.9 + drift * (rest - 0.9))


@pytest.mark.parametrize(("lean", "favoured"), [("moscow", 0), ("beijing", 1)])
def test_whoever_is_leaned_on_gives_more_and_the_other_less_by_their_quarrel(
    lean: str, favoured: int
) -> None:
    for quarrel in (0.0, 0.5):
        found = aid(lean, quarrel=quarrel)
        assert found[favoured] - float(C.aid_rest) == exactly(float(C.aid_by_lean))
        assert found[1 - favoured] - float(C.aid_rest) == exactly(-quarrel * float(C.aid_by_lean))


# Saigon


def saigon(world: World, words: Words | None = None, draw: float = 0.0, **given: Any) -> World:
    """Return the world with Saigon after the quarter."""
    orders = ordered(world, CALM | (words or {}), QUIET)
    return home.saigon(world, orders, quarter(**{"tempo": PACE_REST / 4} | given),
                       luck(stability=draw), tables())  # fmt: skip


def strong(**changes: Any) -> World:
    """Return a war in which Saigon's army outmatches what is against it."""
    usual = {"arvn": 900.0, "quality": 0.6, "main_force": 10.0, "guerrillas": 5.0, "troops": 100.0,
             "stability": 0.5, "control": 0.5}  # fmt: skip
    return at_ease(**usual | changes)


RUNGS = ("none", "train", "hand_over", "hand_over_fast")


@pytest.mark.parametrize(("rung", "name"), tuple(enumerate(RUNGS)))
def test_saigon_s_army_grows_by_the_rung_the_slower_the_nearer_its_ceilings(
    rung: int, name: str
) -> None:
    world = strong()
    after = saigon(world, {"vietnamization": name})
    room = 1 - 0.6 / float(C.quality_ceiling)
    assert after.quality[0] == exactly(0.6 + 2 * C.quality_growth[rung] * room)
    grown = 2 * C.arvn_growth[rung] * (1 - 900 / float(C.arvn_ceiling))
    assert after.arvn[0] == exactly(900 + grown)
    full = saigon(strong(quality=0.9, arvn=1200.0), {"vietnamization": name})
    assert (full.quality[0], full.arvn[0]) == (exactly(0.9), exactly(1200.0))


def test_hard_fighting_costs_quality() -> None:
    usual = saigon(strong()).quality[0]
    for pace in (PACE_BORNE, 1.6):
        lost = usual - saigon(strong(), tempo=pace / 4).quality[0]
        assert lost == exactly(float(C.quality_shock) * (pace - PACE_BORNE), abs=1e-12)


def test_handing_over_in_haste_hollows_the_army() -> None:
    fast = {"vietnamization": "hand_over_fast"}
    usual = saigon(strong(), fast).quality[0]
    for men, hollow in ((HASTY, 0.0), (HASTY + 5, float(C.hollow))):
        lost = usual - saigon(strong(), fast, withdrawn=men).quality[0]
        assert lost == exactly(hollow, abs=1e-12)
    slower = {"vietnamization": "hand_over"}
    assert saigon(strong(), slower, withdrawn=90.0).quality[0] == exactly(
        saigon(strong(), slower).quality[0])  # fmt: skip


def test_an_army_that_is_handed_more_than_it_can_take_loses_quality() -> None:
    weak = strong(arvn=500.0, quality=0.4)
    orders = ordered(weak, CALM | {"vietnamization": "hand_over_fast"}, QUIET)
    over = float(overtaxed(weak, orders, tables())[0])
    room = 1 - 0.4 / float(C.quality_ceiling)
    grown = 2 * float(C.quality_growth[3]) * room
    after = saigon(weak, {"vietnamization": "hand_over_fast"}).quality[0]
    assert over > 0
    assert after == exactly(0.4 + grown - over * float(C.hollow_by_haste))


def test_saigon_s_dead_and_wounded_are_mostly_replaced() -> None:
    lost = saigon(strong()).arvn[0] - saigon(strong(), saigon_deaths=10_000).arvn[0]
    assert lost == exactly(float((1 - C.arvn_replaced) * C.saigon_losses_per_death) * 10.0)


def rest_of(world: World, pace: float = PACE_REST, quality: float | None = None) -> float:
    """Return where Saigon's stability rests."""
    after = quality if quality is not None else float(saigon(world).quality[0])
    lent = C.stability_by_troops * np.minimum(world.troops[0] / FULL_TROOPS, 1.0)
    return float(
        C.stability_base + lent + C.stability_by_quality * (after - C.stability_quality)
        - C.stability_by_tempo * (pace - PACE_REST) - home.outmatched(world, tables())[0]
    )  # fmt: skip


def near_rest(**changes: Any) -> World:
    """Return a war in which Saigon stands a little below where it rests."""
    world = strong(**changes)
    return world.with_(stability=np.array([rest_of(world) - 0.1]))


def test_stability_moves_a_part_of_the_way_to_its_rest() -> None:
    world = near_rest()
    assert saigon(world).stability[0] - world.stability[0] == exactly(SPEED * 0.1)
    below = world.with_(stability=world.stability + 0.2)
    assert saigon(below).stability[0] - below.stability[0] == exactly(-SPEED * 0.1)


def test_stability_moves_by_no_more_than_its_step() -> None:
    most = float(C.stability_moves)
    assert saigon(strong(stability=0.0)).stability[0] == exactly(most)
    assert saigon(strong(stability=1.0, troops=0.0)).stability[0] == exactly(1.0 - most)


@pytest.mark.parametrize(("troops", "lent"), [(0.0, 0.0), (150.0, 0.3), (500.0, 1.0), (900.0, 1.0)])
def test_american_troops_lend_saigon_stability(troops: float, lent: float) -> None:
    world = near_rest(troops=100.0)
    moved = saigon(world.with_(troops=np.array([troops]))).stability[0]
    usual = saigon(world.with_(troops=np.zeros(1))).stability[0]
    most = float(C.stability_moves)
    gap = rest_of(world.with_(troops=np.zeros(1))) - float(world.stability[0])
    steps = [min(max(SPEED * (gap + float(C.stability_by_troops) * share), -most), most)
             for share in (lent, 0.0)]  # fmt: skip
    assert moved - usual == exactly(steps[0] - steps[1])


def test_a_better_army_steadies_saigon_and_fighting_shakes_it() -> None:
    world = near_rest()
    shaken = saigon(world).stability[0] - saigon(world, tempo=0.27).stability[0]
    assert shaken == exactly(SPEED * float(C.stability_by_tempo) * 0.08)
    better = world.with_(quality=np.array([0.65]))
    more = float(saigon(better).quality[0] - saigon(world).quality[0])
    steadied = saigon(better).stability[0] - saigon(world).stability[0]
    assert steadied == exactly(SPEED * float(C.stability_by_quality) * more)


def test_a_patron_that_breaks_shakes_saigon_beyond_its_step_and_luck_moves_it() -> None:
    world = near_rest()
    hurt = np.array([[float(C.strain_borne[WASHINGTON]) + 0.2, 0.9]])
    shaken = saigon(world).stability[0] - saigon(world.with_(strain=hurt)).stability[0]
    assert shaken == exactly(0.2 * float(C.stability_by_strain))
    assert saigon(world, draw=2.0).stability[0] - saigon(world).stability[0] == exactly(2 * LUCK)


@pytest.mark.parametrize("resilience", [0, 1])
def test_an_army_that_is_outmatched_costs_saigon_its_footing(resilience: int) -> None:
    steadied = float(C.stability_steadied[resilience])
    for force in (5.0, 40.0, 80.0):
        world = strong(main_force=force, arvn=300.0, troops=0.0, quality=0.3)
        world = world.with_(resilience=np.array([[resilience, 1 - resilience]]))
        short = max(float(balance_of_forces(world)[0]) - float(C.balance_borne), 0.0)
        found = home.outmatched(world, tables())[0]
        assert found == exactly(float(C.stability_by_balance) * short * steadied)


# The countryside


def control(world: World, words: Words | None = None, **given: Any) -> Any:
    """Return the change of control by corps over the quarter."""
    orders = ordered(world, CALM | (words or {}), QUIET)
    return home.countryside(world, orders, quarter(**given), tables())[0] - world.control[0]


def village(**changes: Any) -> World:
    """Return a war in which nothing but what is given moves control."""
    usual = {"control": 0.5, "troops": 0.0, "quality": 0.0, "stability": 0.6, "cadres": 0.5}
    return at_ease(**usual | changes)


@pytest.mark.parametrize(("troops", "there"), [(0.0, 0.0), (100.0, 0.5), (FULL_GROUND, 1.0),
                                               (500.0, 1.0)])  # fmt: skip
def test_pacifying_gains_a_corps_by_the_troops_that_are_there(troops: float, there: float) -> None:
    world = village(troops=troops)
    gained = control(world, {"ground": all_corps("hold") | {"II": "pacify"}})
    wanted = np.zeros(4)
    wanted[1] = min(float(C.control_by_ground[1]) * there, CONTROL_MOVES)
    assert gained == exactly(wanted)
    assert control(world, {"ground": all_corps("search")}) == exactly(np.zeros(4))


def test_saigon_gains_the_people_by_its_army_and_its_footing() -> None:
    gained = control(village(quality=0.5, stability=0.6))
    assert gained == exactly([2 * 0.5 * 0.6 * float(C.control_by_saigon)] * 4)
    more = control(village(quality=0.5, stability=0.6, control=0.8))
    assert more == exactly(0.4 * gained)


def test_the_enemy_s_tempo_loses_the_people_the_more_with_cadres() -> None:
    bare = float(C.control_uncadred)
    for cadres in (0.0, 0.5, 1.0):
        lost = -control(village(cadres=cadres), tempo=(0.1, 0.0, 0.0, 0.0))
        rate = 4 * float(C.control_by_tempo) * 0.1 * (bare + (1 - bare) * cadres)
        assert lost == exactly([rate, 0, 0, 0])
    held = -control(village(control=0.8), tempo=0.1)
    assert held == exactly(1.6 * -control(village(), tempo=0.1))


def test_control_moves_by_no_more_than_its_step_and_stays_inside_its_edges() -> None:
    assert control(village(control=0.9), tempo=9.0) == exactly([-CONTROL_MOVES] * 4)
    heavy = tables().with_constants(control_by_saigon=9.0)
    world = village(control=0.5, quality=0.9)
    moved = home.countryside(world, ordered(world, CALM, QUIET), quarter(), heavy)[0] - 0.5
    assert moved == exactly([CONTROL_MOVES] * 4)
    for start, edge in zip((0.03, 0.97), C.control_edges, strict=True):
        world = village(control=start, quality=0.9)
        rules = tables() if start < 0.5 else heavy
        after = home.countryside(world, ordered(world, CALM, QUIET),
                                 quarter(tempo=9.0 if start < 0.5 else 0.0), rules)[0]  # fmt: skip
        assert after == exactly([edge] * 4)


# Political capital


def gained(world: World, washington: Words | None = None, hanoi: Words | None = None, **given: Any
           ) -> Any:  # fmt: skip
    """Return what both sides gain in a quarter in which no order is paid."""
    orders = ordered(world, CALM | (washington or {}), QUIET | (hanoi or {}))
    return home.pay(world, orders, quarter(**given), tables()).capital[0] - world.capital[0]


def paying(**changes: Any) -> World:
    """Return a war in which consent and aid pay neither more nor less than their base."""
    usual = {"approval": APPROVAL_PAYS, "cohesion": COHESION_PAYS, "aid_moscow": AID_PAYS,
             "aid_beijing": AID_PAYS, "capital": 30.0}  # fmt: skip
    return at_ease(**usual | changes)


def base() -> Any:
    """Return what both sides gain at rest, their rungs at home being quiet."""
    return C.payroll + C.payroll_by_home[:, 0]


def test_consent_and_cohesion_pay_above_their_base_and_cost_below() -> None:
    assert gained(paying()) == exactly(base())
    for step in (0.2, -0.2):
        found = gained(paying(approval=APPROVAL_PAYS + step)) - base()
        assert found == exactly([step * C.payroll_by_consent[0], 0])
        found = gained(paying(cohesion=COHESION_PAYS + step)) - base()
        assert found == exactly([0, step * C.payroll_by_consent[1]], abs=1e-9)


def test_bombing_and_funerals_cost_washington() -> None:
    assert gained(paying(), effect=0.5) - base() == exactly([-0.5 * C.upkeep_bombing, 0])
    assert gained(paying(), us_deaths=3000) - base() == exactly([-3 * C.upkeep_deaths, 0])


@pytest.mark.parametrize("name", ["aid_moscow", "aid_beijing"])
def test_aid_pays_hanoi(name: str) -> None:
    for step in (0.4, -0.4):
        found = gained(paying(**{name: AID_PAYS + step})) - base()
        assert found == exactly([0, 0.5 * float(C.payroll_by_aid) * step], abs=1e-9)


@pytest.mark.parametrize("rung", range(4))
def test_each_rung_at_home_brings_or_costs_its_own(rung: int) -> None:
    moved = gained(paying(), {"home": WASHINGTONS[rung]}, {"home": HANOIS[rung]}) - base()
    assert moved == exactly(C.payroll_by_home[:, rung] - C.payroll_by_home[:, 0])


def test_what_is_gained_joins_the_capital_and_what_is_paid_leaves_it() -> None:
    world = paying().with_(capital=np.array([[30.0, 20.0]]))
    orders = ordered(world, CALM, QUIET)
    after = home.pay(world, orders, quarter(paid=(7, 4)), tables())
    assert after.capital[0] == exactly(np.array([23.0, 16.0]) + gained(world))
    for start, paid, end in ((99.0, 0, 100.0), (1.0, 50, 0.0)):
        edge = paying(capital=start)
        kept = home.pay(edge, ordered(edge, CALM, QUIET), quarter(paid=(paid, paid)), tables())
        assert kept.capital[0].tolist() == [end, end]


def test_ladders_of_war_raised_together_cost_beyond_the_first_and_less_with_detente() -> None:
    one = float(C.crowded)
    assert gained(paying(), crowded=(3, 0)) - base() == exactly([-3 * one, 0])
    most = float(C.crowded_hanoi)
    assert gained(paying(), crowded=(0, 4)) - base() == exactly([0, -min(4, most) * one])
    eased = gained(paying(detente=0.5), crowded=(3, 1)) - gained(paying(detente=0.5))
    assert eased == exactly([-1.5 * one, -0.5 * one])


def test_credit_that_lies_unused_is_lost_by_a_part_of_what_exceeds_its_rest() -> None:
    rest = float(C.capital_rest)
    idle = gained(paying(capital=rest + 20)) - base()
    assert idle == exactly([-20 * float(C.capital_fades)] * 2)
    assert gained(paying(capital=rest)) == exactly(base())
