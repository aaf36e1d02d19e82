"""Inference, term by term: what one input alone tells, how much, and of whom."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.orders import Orders
from game.engine.rules import inference
from game.engine.rules.ground import FULL_TROOPS
from game.engine.rules.inference import Signals
from game.engine.world import World
from game.theory import belief
from tests.engine.test_war_rules import ODDS, Words, luck, war
from tests.engine.wars import ordered, tables

C = tables().constants
B = tables().beliefs
exactly = pytest.approx
BOTH = pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
PUBLIC, COVERED = 0, 1


def blank_war(**changes: Any) -> World:
    """Return a war without memories, whose rule gives the types clearly different openness."""
    usual = {
        "demonstrated": 0.0,
        "postured": 0.0,
        "suppressed": 0.0,
        "nerved": 0.0,
        "novelty_spent": 0.0,
        "offered": 0,
        "openness": 0.0,
        "openness_settled": 0.0,
        "deadline": 0,
        "troops": 0.0,
        "burnt": 0,
        "channel": 0,
        "capital": 50.0,
    }
    return war(**ODDS | usual | changes)


def row(side: int, own: float, other: float = 0.0) -> Any:
    """Return (N, S) of one war by whose it is."""
    made = np.full((1, 2), other)
    made[0, side] = own
    return made


def signals(**given: Any) -> Signals:
    """Return a quarter that showed nothing but what is given."""
    usual: dict[str, Any] = {
        "meant": np.zeros((1, 2)),
        "seen": np.zeros((1, 2)),
        "escalation": np.zeros((1, 2)),
        "withdrawn": np.zeros(1),
        "leaked": np.zeros((1, 2), dtype=bool),
    }
    return Signals(**usual | given)


# Priors and beliefs


@pytest.mark.parametrize("opposition", [0.2, 0.6])
def test_opposition_lowers_the_prior_of_washington_s_resilience_and_not_hanoi_s(
    opposition: float,
) -> None:
    found = inference.prior(war(opposition=opposition), tables())[0]
    start = np.array(tables().priors.resilient)
    odds = np.log(start / (1 - start))
    odds[WASHINGTON] -= C.consent_seen * (opposition - C.consent_rest)
    assert found == exactly(1 / (1 + np.exp(-odds)))


@BOTH
def test_a_belief_is_the_prior_with_both_memories_and_nerve_has_its_own(side: int) -> None:
    world = blank_war(opposition=0.3)
    start = inference.prior(world, tables())[0, side]
    for name in ("demonstrated", "postured"):
        found = inference.believe(world.with_(**{name: row(side, 0.5)}), tables())
        wanted = belief.belief(start, 0.5, constants=B)
        assert found.belief_resilient[0, side] == exactly(float(wanted), abs=1e-6)
        still = inference.believe(world, tables()).belief_resilient[0, 1 - side]
        assert found.belief_resilient[0, 1 - side] == still
    dove = inference.believe(world.with_(nerved=row(side, 0.7)), tables()).belief_dove[0, side]
    wanted = belief.belief(tables().priors.dove[side], 0.7, constants=B)
    assert dove == exactly(float(wanted), abs=1e-6)


# Demonstrations


@BOTH
def test_a_memory_of_demonstrations_fades(side: int) -> None:
    world = blank_war(demonstrated=row(side, 2.0), novelty_spent=row(side, 1.0))
    after = inference.read_demonstrations(world, signals(), tables())
    assert after.demonstrated[0, side] == exactly(2.0 * 0.5 ** (1 / B.demonstration_half_life))
    assert after.demonstrated[0, 1 - side] == 0.0
    assert after.novelty_spent[0, side] == exactly(B.demonstration_fading)
    meant = inference.read_demonstrations(world, signals(meant=row(side, 0.6)), tables())
    assert meant.novelty_spent[0, side] == exactly(B.demonstration_fading + 0.6)


@pytest.mark.parametrize(
    ("meant", "seen", "recent"), [(1.0, 1.0, 0.0), (1.0, 0.3, 0.0), (0.5, 0.5, 1.0)]
)
def test_hanoi_s_offensive_tells_by_its_scale_and_the_less_after_others(
    meant: float, seen: float, recent: float
) -> None:
    world = blank_war(novelty_spent=row(HANOI, recent))
    shown = signals(meant=row(HANOI, meant), seen=row(HANOI, seen))
    after = inference.read_demonstrations(world, shown, tables()).demonstrated[0]
    wanted = belief.demonstration_evidence(meant, seen, recent, B)
    assert after[HANOI] == exactly(float(wanted))
    assert after[WASHINGTON] == 0.0


@pytest.mark.parametrize("scale", [0.5, 1.0, 4.0])
@pytest.mark.parametrize("recent", [0.0, 1.0])
def test_a_reinforcement_tells_up_to_a_bound_and_the_less_after_others(
    scale: float, recent: float
) -> None:
    found = float(inference.reinforced(np.array([scale]), np.array([recent]), tables())[0])
    size = C.reinforcement_curve * scale**2 / (1 + scale)
    assert found == exactly(float(C.reinforcement_weight * (1 - np.exp(-size))) / (1 + recent))
    assert found < C.reinforcement_weight
    world = blank_war(novelty_spent=row(WASHINGTON, recent))
    shown = signals(seen=row(WASHINGTON, scale))
    after = inference.read_demonstrations(world, shown, tables()).demonstrated[0]
    assert after == exactly([found, 0.0])


@pytest.mark.parametrize(("told", "part"), [(0.5, 0.5), (1.0, 0.0), (2.0, 0.0), (-1.0, 1.0)])
def test_a_reinforcement_adds_the_less_the_more_has_been_told(told: float, part: float) -> None:
    most = float(C.reinforcement_most)
    world = blank_war(demonstrated=row(WASHINGTON, told * most))
    shown = signals(seen=row(WASHINGTON, 1.0))
    before = inference.read_demonstrations(world, signals(), tables()).demonstrated[0, WASHINGTON]
    after = inference.read_demonstrations(world, shown, tables()).demonstrated[0, WASHINGTON]
    whole = float(inference.reinforced(np.ones(1), np.zeros(1), tables())[0])
    assert after - before == exactly(part * whole)


def test_men_kept_there_tell_and_men_withdrawn_tell_the_other_way() -> None:
    stays = inference.read_demonstrations(blank_war(troops=250.0), signals(), tables())
    assert stays.demonstrated[0] == exactly([C.presence_seen * 250 / FULL_TROOPS, 0.0])
    goes = inference.read_demonstrations(blank_war(), signals(withdrawn=np.array([30.0])), tables())
    assert goes.demonstrated[0] == exactly([-C.withdrawal_seen * 30 / C.withdrawal_unit, 0.0])


# Postures


def said(
    world: World,
    side: int,
    posture: str,
    message: str = "none",
    way: int = PUBLIC,
    theirs: str = "none",
) -> Orders:
    """Return both sides' orders: a posture and a message of one, a message of the other."""
    words: list[Words] = [{"posture": "refuse", "message": theirs}] * 2
    words[side] = {"posture": posture, "message": message}
    orders = ordered(world, *words)
    channel = np.zeros((1, 2), dtype=np.int64)
    channel[0, side] = way
    return replace(orders, channel=channel)


def read(world: World, orders: Orders, leaked: Any = None) -> World:
    """Return the world after postures have been read."""
    told = signals() if leaked is None else signals(leaked=leaked)
    return inference.read_postures(world, orders, told, tables())


def evidence(
    side: int, before: float, now: float, settled: float = 0.0, offered: float = 0.0
) -> float:
    """Return what a posture tells in public."""
    showing = belief.Showing(*(np.array(one) for one in (before, now, settled)), offered)
    told = belief.posture_evidence(showing, ODDS["open_low"], ODDS["open_high"], B)
    return float(told) * float(np.broadcast_to(tables().postures_tell, (2,))[side])


@BOTH
@pytest.mark.parametrize(
    ("posture", "openness"),
    list(zip(("refuse", "conditions", "contacts", "talks"), belief.RUNGS_OPENNESS, strict=True)),
)
def test_a_posture_tells_by_how_far_it_opens(side: int, posture: str, openness: float) -> None:
    world = blank_war()
    after = read(world, said(world, side, posture))
    assert after.openness[0, side] == openness
    assert after.postured[0, side] == exactly(evidence(side, 0.0, openness), abs=1e-9)
    settled = belief.settle_openness(0.0, openness, B)
    assert after.openness_settled[0, side] == exactly(float(settled))


@BOTH
def test_a_war_in_which_postures_tell_less_reads_the_less_from_them(side: int) -> None:
    world, deaf = blank_war(), replace(tables(), postures_tell=(0.5, 0.25))
    orders = said(world, side, "talks")
    heard = inference.read_postures(world, orders, signals(), deaf).postured[0, side]
    assert heard == exactly((0.5, 0.25)[side] * read(world, orders).postured[0, side])


@BOTH
def test_shutting_the_door_tells_by_how_far_one_had_settled_in_it(side: int) -> None:
    world = blank_war(openness=row(side, 1.0), openness_settled=row(side, 0.7))
    after = read(world, said(world, side, "refuse"))
    told = evidence(side, 1.0, 0.0, settled=0.7)
    assert told > 0
    assert after.postured[0, side] == exactly(told)


@BOTH
def test_memories_of_postures_fade_the_covered_ones_too(side: int) -> None:
    world = blank_war(postured=row(side, 1.0), suppressed=row(side, -2.0), openness=row(side, 0.0))
    plain = blank_war()
    drift = read(plain, said(plain, side, "refuse")).postured[0, side]
    after = read(world, said(world, side, "refuse"))
    kept = 0.5 ** (1 / float(B.posture_half_life))
    assert after.postured[0, side] == exactly(kept + drift)
    assert after.suppressed[0, side] == exactly(-2.0 * kept)


@BOTH
def test_a_channel_keeps_back_its_share_while_it_exists_and_has_not_leaked(side: int) -> None:
    channels = tables().channels
    inside, after_it = int(channels.first[COVERED]), int(channels.last[COVERED]) + 1
    share = float(channels.shield[COVERED])
    told = evidence(side, 0.0, 1.0)
    burnt = np.zeros((1, len(channels.ids)), dtype=np.int64)
    burnt[0, COVERED] = 1
    for world, kept in (
        (blank_war(quarter=inside), share),
        (blank_war(quarter=after_it), 0.0),
        (blank_war(quarter=inside).with_(burnt=burnt), 0.0),
    ):
        orders = said(world, side, "talks", way=COVERED)
        assert inference.shields(world, orders, tables())[0].tolist()[side] == exactly(kept)
        after = read(world, orders)
        assert after.postured[0, side] == exactly(told * (1 - kept))
        assert after.suppressed[0, side] == exactly(told * kept)
        assert after.channel[0].tolist() == orders.channel[0].tolist()


@BOTH
def test_a_leak_lets_out_what_was_kept_back_and_costs_only_who_spoke(side: int) -> None:
    inside = int(tables().channels.first[COVERED])
    world = blank_war(quarter=inside, suppressed=row(side, -1.0, -0.5))
    orders = said(world, side, "talks", way=COVERED)
    leaked = row(side, 1.0).astype(bool)
    after, calm = read(world, orders, leaked), read(world, orders)
    assert after.postured[0, side] == exactly(calm.postured[0, side] + calm.suppressed[0, side])
    assert after.suppressed[0, side] == 0.0
    assert after.suppressed[0, 1 - side] == calm.suppressed[0, 1 - side]
    assert after.capital[0, side] == exactly(50 - float(C.leak_price))
    assert after.capital[0, 1 - side] == 50.0
    assert np.flatnonzero(after.burnt[0]).tolist() == [COVERED]
    assert read(world.with_(capital=row(side, 1.0)), orders, leaked).capital[0, side] == 0.0


@BOTH
@pytest.mark.parametrize(
    ("draw", "way", "leaks"),
    [(-1e-4, COVERED, True), (1e-4, COVERED, False), (-1.0, PUBLIC, False)],
)
def test_a_channel_leaks_by_its_own_chance_and_each_side_s_own_draw(
    side: int, draw: float, way: int, leaks: bool
) -> None:
    chance = float(tables().channels.leak[COVERED])
    world = blank_war(quarter=int(tables().channels.first[COVERED]))
    draws = luck(**{f"leak_{SIDES[side]}": chance + draw, f"leak_{SIDES[1 - side]}": 0.0})
    found = inference.leaks(world, said(world, side, "talks", way=way), draws, tables())
    assert found[0].tolist() == [leaks and one == side for one in (0, 1)]


# Offers


@BOTH
@pytest.mark.parametrize(
    ("lies", "posture", "message", "theirs", "turned"),
    [
        (1, "refuse", "none", "none", True),
        (1, "conditions", "none", "none", True),
        (1, "contacts", "none", "none", False),
        (0, "refuse", "none", "none", False),
        (0, "refuse", "answer", "offer", True),
        (0, "refuse", "none", "offer", False),
        (0, "refuse", "answer", "none", False),
        (0, "talks", "answer", "offer", False),
    ],
)
def test_an_offer_is_turned_down_by_a_closed_door(
    side: int, lies: int, posture: str, message: str, theirs: str, turned: bool
) -> None:
    world = blank_war(offered=row(1 - side, lies).astype(np.int64))
    orders = said(world, side, posture, message, theirs=theirs)
    found = inference.refused(world, orders)[0]
    assert found[side] == turned
    assert not found[1 - side]
    told = read(world, orders).postured[0, side]
    openness = belief.RUNGS_OPENNESS[("refuse", "conditions", "contacts", "talks").index(posture)]
    fall = float(C.refusal_falls) if turned else 0.0
    assert told == exactly(evidence(side, 0.0, openness, offered=fall), abs=1e-9)


@BOTH
@pytest.mark.parametrize(
    ("lay", "message", "theirs", "turned", "lies"),
    [
        (0, "offer", "none", False, 1),
        (0, "none", "none", False, 0),
        (1, "none", "none", False, 1),
        (1, "none", "answer", False, 0),
        (1, "none", "none", True, 0),
        (1, "offer", "answer", True, 1),
    ],
)
def test_an_offer_lies_until_it_is_answered_or_turned_down(
    side: int, lay: int, message: str, theirs: str, turned: bool, lies: int
) -> None:
    world = blank_war(offered=row(side, lay).astype(np.int64))
    orders = said(world, side, "talks", message, theirs=theirs)
    found = inference.offers(world, orders, row(1 - side, turned).astype(bool))
    assert found[0, side] == lies


# Nerve


def nerve(side: int, escalation: float, seen_open: float, **changes: Any) -> World:
    """Return the world after an answer to a posture has been read."""
    world = blank_war(openness=row(1 - side, seen_open, 1.0 - seen_open), **changes)
    return inference.read_nerve(
        world, said(world, side, "refuse"), signals(escalation=row(side, escalation)), tables()
    )


@BOTH
@pytest.mark.parametrize("escalation", [0.0, 1 / 3, 1.0])
@pytest.mark.parametrize(("seen", "dove", "hawk"), [(1.0, 0.2, 0.5), (0.0, 0.3, 0.6)])
def test_going_further_speaks_of_a_hawk_by_the_posture_it_answers(
    side: int, escalation: float, seen: float, dove: float, hawk: float
) -> None:
    found = nerve(side, escalation, seen).nerved[0, side]
    assert found == exactly(float(belief.nerve_evidence(escalation, dove, hawk, B)))


@BOTH
def test_a_chance_to_escalate_is_read_in_the_row_of_who_showed_the_posture(side: int) -> None:
    for name in ("dove_open", "hawk_open"):
        changed = row(1 - side, 0.35, ODDS[name])
        assert nerve(side, 1.0, 1.0, **{name: changed}).nerved[0, side] != exactly(
            nerve(side, 1.0, 1.0).nerved[0, side]
        )
        other = row(side, 0.35, ODDS[name])
        assert nerve(side, 1.0, 1.0, **{name: other}).nerved[0, side] == exactly(
            nerve(side, 1.0, 1.0).nerved[0, side]
        )


@BOTH
@pytest.mark.parametrize(
    ("due", "escalation", "theirs", "broken"),
    [
        (1, 0.0, "refuse", True),
        (1, 1 / 3, "refuse", True),
        (1, 1.0, "refuse", False),
        (1, 0.0, "talks", False),
        (0, 0.0, "refuse", False),
    ],
)
def test_a_deadline_that_passes_unkept_while_the_enemy_stays_closed_costs_nerve(
    side: int, due: int, escalation: float, theirs: str, broken: bool
) -> None:
    world = blank_war(deadline=row(side, due).astype(np.int64))
    orders = said(world, 1 - side, theirs)
    told = signals(escalation=row(side, escalation))
    plain = inference.read_nerve(blank_war(), orders, told, tables()).nerved[0, side]
    found = inference.read_nerve(world, orders, told, tables())
    assert found.nerved[0, side] - plain == exactly(float(C.deadline_broken) if broken else 0.0)


@BOTH
def test_a_memory_of_nerve_fades_and_a_deadline_announced_falls_due_next(side: int) -> None:
    plain = nerve(side, 0.0, 0.0).nerved[0, side]
    found = nerve(side, 0.0, 0.0, nerved=row(side, 1.5)).nerved[0, side]
    assert found - plain == exactly(1.5 * 0.5 ** (1 / float(B.nerve_half_life)))
    world = blank_war(deadline=row(1 - side, 1).astype(np.int64))
    words: list[Words] = [{"deadline": "none"}, {"deadline": "none"}]
    words[side] = {"deadline": "announce"}
    after = inference.read_nerve(world, ordered(world, *words), signals(), tables())
    assert after.deadline[0].tolist() == [int(one == side) for one in (0, 1)]
