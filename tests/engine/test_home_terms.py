"""Home fronts, term by term: what one input alone changes, by how much, and which way."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.rules import home
from game.engine.world import World
from tests.engine.home_quarters import CALM, QUIET, C, at_ease, quarter, strained
from tests.engine.test_war_rules import Words, luck
from tests.engine.wars import ordered, tables

exactly = pytest.approx
WASHINGTONS = ("quiet", "reassure", "rally", "reserves")
HANOIS = ("quiet", "exhort", "mobilise", "total")
FULL_WITHDRAWAL = float(C.withdrawal_full)
TIRED = float(C.rally_opposition)
FIRM = TIRED - float(C.rally_fades)
BROKEN_STIRS = 2.0
APPROVAL_PAYS, COHESION_PAYS = (float(share) for share in C.payroll_rest)
AID_PAYS = float(C.payroll_aid)


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
        home.opposition(world, world.us_deaths, np.array([fading]), tables())[0]
    )


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
        BROKEN_STIRS * 0.1 * float(C.consent_by_strain)
    )
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


@pytest.mark.parametrize(
    ("opposition", "consent"),
    [
        (0.2, 1.0),
        (FIRM, 1.0),
        ((FIRM + TIRED) / 2, 0.5),
        (TIRED, 0.0),
        (0.8, 0.0),
    ],
)
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


# Political capital


def gained(
    world: World, washington: Words | None = None, hanoi: Words | None = None, **given: Any
) -> Any:
    """Return what both sides gain in a quarter in which no order is paid."""
    orders = ordered(world, CALM | (washington or {}), QUIET | (hanoi or {}))
    return home.pay(world, orders, quarter(**given), tables()).capital[0] - world.capital[0]


def paying(**changes: Any) -> World:
    """Return a war in which consent and aid pay neither more nor less than their base."""
    usual = {
        "approval": APPROVAL_PAYS,
        "cohesion": COHESION_PAYS,
        "aid_moscow": AID_PAYS,
        "aid_beijing": AID_PAYS,
        "capital": 30.0,
    }
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
