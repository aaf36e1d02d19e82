"""From the war to the posture game, term by term: what one input alone changes, and by how much."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import SLOTS
from game.engine.postures import escalation_cost, face_saving, guarantee, own_open_probability
from game.engine.postures import posture_game as game
from game.engine.rules.ground import GUERRILLA_WEIGHT
from game.engine.world import World
from tests.engine.test_war_rules import war
from tests.engine.wars import tables

C = tables().constants
exactly = pytest.approx


def cost(sender: int, world: World | None = None, **changes: Any) -> float:
    """Return what escalating would cost the enemy of ``sender``, in his war aims."""
    usual = {"detente": 0.0, "opposition": 0.3, "throughput": 1.0, "troops": 0.0}
    made = world or war(**usual | changes)
    return float(escalation_cost(made, tables())[0, sender])


def bombing(rung: int, line: int) -> World:
    """Return a war in which Washington flew a campaign last quarter."""
    world = war(detente=0.0, opposition=0.3)
    reached = world.reached.copy()
    reached[0, WASHINGTON, SLOTS[WASHINGTON]["bombing"]] = rung
    reached[0, WASHINGTON, SLOTS[WASHINGTON]["line"]] = line
    return world.with_(reached=reached)


def test_opposition_makes_escalating_dearer_for_washington() -> None:
    assert cost(HANOI, opposition=0.5) - cost(HANOI) == exactly(0.2 * C.cost_by_opposition)


def test_detente_makes_escalating_dearer_or_cheaper_for_washington_by_its_constant() -> None:
    assert cost(HANOI, detente=0.5) - cost(HANOI) == exactly(0.5 * C.cost_by_detente)


@pytest.mark.parametrize(("rung", "line"), [(2, 0), (4, 1), (4, 2), (5, 2)])
def test_bombing_under_way_makes_going_further_dearer_by_its_size(rung: int, line: int) -> None:
    more = cost(HANOI, bombing(rung, line)) - cost(HANOI, bombing(0, 0))
    size = C.bombing_effect[rung] * C.line_effect[line]
    assert more == exactly(C.cost_by_bombing * size)


def test_at_rest_each_government_has_its_own_cost() -> None:
    assert cost(HANOI, bombing(0, 0).with_(opposition=np.zeros(1))) == exactly(
        float(C.cost_washington)
    )
    force = float(C.force_full) / 4
    assert cost(WASHINGTON, main_force=force, guerrillas=0.0) == exactly(float(C.cost_hanoi))


@pytest.mark.parametrize("spent", [0.25, 1.0, -0.5])
def test_a_force_that_is_spent_makes_escalating_dearer_for_hanoi(spent: float) -> None:
    full = float(C.force_full) / 4
    more = cost(WASHINGTON, main_force=full * (1 - spent), guerrillas=0.0)
    assert more - float(C.cost_hanoi) == exactly(float(C.cost_by_force) * spent)


def test_guerrillas_count_in_that_force_for_a_part_of_a_man() -> None:
    with_them = cost(WASHINGTON, main_force=20.0, guerrillas=30.0)
    as_men = cost(WASHINGTON, main_force=20.0 + 30.0 * GUERRILLA_WEIGHT, guerrillas=0.0)
    assert with_them == exactly(as_men)


def test_a_trail_that_is_cut_makes_escalating_dearer_for_hanoi() -> None:
    more = cost(WASHINGTON, throughput=0.6) - cost(WASHINGTON)
    assert more == exactly(0.4 * C.cost_by_trail)


@pytest.mark.parametrize("share", [0.5, 1.0, 2.0])
def test_american_firepower_makes_escalating_dearer_for_hanoi_up_to_a_bound(share: float) -> None:
    more = cost(WASHINGTON, troops=share * float(C.troops_full)) - cost(WASHINGTON)
    assert more == exactly(min(share, 1.0) * float(C.cost_by_troops))


# Face, guarantee, belief


@pytest.mark.parametrize(
    ("understanding", "bombs", "troops", "eased"),
    [
        (1, 2, 100.0, 1.0),
        (2, 0, 100.0, 1.0),
        (0, 0, 100.0, float(C.pause_eases)),
        (0, 1, 100.0, 0.0),
        (0, 0, 0.0, 0.0),
    ],
)
def test_an_understanding_saves_face_and_a_pause_less_and_both_hanoi_more(
    understanding: int, bombs: int, troops: float, eased: float
) -> None:
    world = war(understanding=understanding, troops=troops)
    acts = world.acts.copy()
    acts[0, WASHINGTON, SLOTS[WASHINGTON]["bombing"]] = bombs
    found = face_saving(world.with_(acts=acts), tables())[0]
    assert found[HANOI] == exactly(float(C.face_saving) * eased)
    assert found[WASHINGTON] == exactly(float(C.washington_eased) * found[HANOI])


def test_a_guarantee_weighs_as_the_side_with_the_worse_access_hears_it() -> None:
    channels = tables().channels
    for place in range(len(channels.ids)):
        inside = int(channels.first[place])
        world = war(quarter=inside).with_(channel=np.array([[0, place]]))
        weighed = channels.guarantee[place] * channels.access[:, place].min()
        assert guarantee(world, tables())[0].tolist() == [0.0, exactly(weighed)]
        burnt = world.burnt.copy()
        burnt[0, place] = 1
        assert guarantee(world.with_(burnt=burnt), tables())[0, HANOI] == 0.0


def test_the_game_is_built_of_the_constants_it_names() -> None:
    made = game(war(understanding=0, troops=0.0), tables())
    for name, constant in (
        ("withstand_low", "withstand_low"),
        ("withstand_high", "withstand_high"),
        ("stake", "stake"),
        ("leverage", "leverage_at_table"),
        ("cost_spread", "nerve_gap"),
        ("duress", "duress"),
        ("receiver_precision", "precision_receiver"),
        ("sender_precision", "precision_sender"),
    ):
        wanted = np.broadcast_to(getattr(C, constant), (1, 2))
        assert np.broadcast_to(getattr(made, name), (1, 2)) == exactly(wanted), name
    assert made.war_low[0].tolist() == [float(C.war_worth_low)] * 2
    assert made.war_high[0].tolist() == [float(C.war_worth_high)] * 2
    assert made.talks[0].tolist() == [float(C.talks_worth)] * 2
    eased = game(war(understanding=2), tables()).talks[0]
    assert eased == exactly(float(C.talks_worth) + face_saving(war(understanding=2), tables())[0])


def test_a_sender_opens_with_the_probability_of_its_own_type() -> None:
    world = war().with_(open_low=np.array([[0.6, 0.7]]), open_high=np.array([[0.2, 0.3]]))
    for types, found in (([1, 0], [0.2, 0.7]), ([0, 1], [0.6, 0.3])):
        asked = world.with_(resilience=np.array([types]))
        assert own_open_probability(asked)[0].tolist() == found
