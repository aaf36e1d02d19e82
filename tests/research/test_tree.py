"""The tiny campaign as a tree: what is in it, what Gambit makes of it, and best answers on it."""

import io
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.campaign import load
from game.cli import main
from game.engine.board import HANOI, SETTLED, WASHINGTON
from game.engine.ladders import OPEN_FROM, slot_of
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES
from game.problems import Problem
from game.research.efg import lead as lead_of
from game.research.efg import lines, own
from game.research.equilibrium import PlanEquilibrium, equilibrium
from game.research.response import Plan, best_answer, even_plan, exploited, lead, plan_of
from game.research.tree import LUCKS, Tree, grow, three_lucks

SIDES = (WASHINGTON, HANOI)


@cache
def tiny() -> Tree:
    """Return the shipped tiny campaign's tree."""
    return grow(load("tiny"))


@cache
def solved() -> PlanEquilibrium:
    """Return plans near its equilibrium."""
    return equilibrium(tiny(), 40)


def random_plan(side: int, seed: int) -> Plan:
    """Return a plan of one side drawn at random: a pure one for even seeds, else a mixed one."""
    generator = np.random.default_rng(seed)

    def row(count: int) -> np.ndarray:
        weights = generator.random(count)
        return weights / weights.sum() if seed % 2 else np.eye(count)[weights.argmax()]

    return tuple(tuple(row(len(known)) for known in level.known[side]) for level in tiny().levels)


def test_it_has_two_quarters_three_lucks_and_at_most_four_orders_a_side() -> None:
    assert len(tiny().levels) == 3
    assert len(LUCKS) == 3
    for level in tiny().levels[:2]:
        for side in SIDES:
            assert {len(known) for known in level.known[side]} <= {2, 3, 4}
    assert not tiny().levels[2].world.running.any()
    assert tiny().nodes < 100_000
    assert sum(tiny().chances) == 1


def test_a_file_of_a_side_tells_its_own_type_and_never_the_enemys() -> None:
    level = tiny().levels[0]
    for side in SIDES:
        for number, known in enumerate(level.known[side]):
            wars = np.flatnonzero(level.sets[side] == number)
            assert set(level.world.resilience[wars, side]) == {known.dossier.view.resilience}
            assert set(level.world.resilience[wars, 1 - side]) == {0, 1}


def test_nobody_forgets_what_he_knew_and_ordered() -> None:
    above, below = tiny().levels[:2]
    for side in SIDES:
        before = defaultdict(set)
        for war in np.flatnonzero(above.sets[0] >= 0):
            counts = [len(known) for known in above.both(war)]
            for place in range(counts[0] * counts[1] * len(LUCKS)):
                pick = divmod(place // len(LUCKS), counts[1])[side]
                child = above.first[war] + place
                before[below.sets[side][child]].add((above.sets[side][war], pick))
        assert before.keys() == set(range(len(below.known[side])))
        assert {len(ways) for ways in before.values()} == {1}


def test_a_hidden_order_of_the_enemy_leaves_no_name_in_the_file_but_its_traces_may() -> None:
    level = tiny().levels[1]
    for known in level.known[WASHINGTON]:
        acts = known.dossier.view.acts[HANOI]
        assert acts[slot_of(HANOI, "infiltration")] == -1
        assert acts[slot_of(HANOI, "posture")] >= 0


def test_the_three_lucks_are_the_middles_of_three_equal_thirds() -> None:
    luck = three_lucks(2)
    assert luck["leak_hanoi"].tolist() == [1 / 6, 0.5, 5 / 6] * 2
    ends = [
        np.count_nonzero(np.random.default_rng(3).normal(size=200_000) < value) / 200_000
        for value in luck["approval"][:3]
    ]
    assert np.abs(np.array(ends) - [1 / 6, 0.5, 5 / 6]).max() < 0.005


def test_an_open_side_tables_terms_and_wars_can_be_settled_in_it() -> None:
    for level in tiny().levels[:2]:
        for side in SIDES:
            for known in level.known[side]:
                is_open = known.orders.rungs[:, slot_of(side, "posture")] >= OPEN_FROM
                assert not known.orders.accept[~is_open].any()
                assert (known.orders.terms[~is_open] == -1).all()
    assert (tiny().levels[2].world.ended == SETTLED).any()


def test_the_file_has_as_many_nodes_as_the_tree_says() -> None:
    text = list(lines(tiny()))
    assert len(text) == 2 + tiny().nodes
    assert text[0] == 'EFG 2 R "Two quarters, for game theory" { "Washington" "Hanoi" }'
    assert sum(line.startswith("t ") for line in text) == len(tiny().levels[2])


def test_payoffs_are_the_lead_or_each_sides_own_score() -> None:
    points = np.array([60.0, 35.5])
    assert lead_of(points) == (24.5, -24.5)
    assert own(points) == (60.0, 35.5)


@pytest.mark.needs("pygambit")
def test_gambit_reads_the_tree_and_finds_the_value_that_our_own_solver_finds() -> None:
    import pygambit

    game = pygambit.read_efg(io.StringIO("\n".join(lines(tiny()))))
    assert game.is_const_sum
    assert game.is_perfect_recall
    result = pygambit.nash.lp_solve(game, rational=False)
    worth = result.equilibrium.payoffs["Washington"]
    error = solved().error
    assert error.exploitability < 0.01
    assert error.least[WASHINGTON] - 1e-5 <= worth <= -error.least[HANOI] + 1e-5


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("seed", range(6))
def test_no_plan_does_better_than_the_best_answer(side: int, seed: int) -> None:
    enemy = random_plan(1 - side, seed)
    answer = best_answer(tiny(), side, enemy)

    def led(plan: Plan) -> float:
        if side == WASHINGTON:
            return lead(tiny(), plan, enemy)
        return -lead(tiny(), enemy, plan)

    assert led(answer.plan) == pytest.approx(answer.lead, abs=1e-9)
    others = [led(random_plan(side, 100 + other)) for other in range(6)]
    assert max(others) <= answer.lead + 1e-9
    assert min(others) < answer.lead - 0.1
    for depth, level in enumerate(tiny().levels[:2]):
        for number in range(0, len(level.known[side]), 7):
            bent = [list(row) for row in answer.plan]
            bent[depth][number] = np.roll(bent[depth][number], 1)
            assert led(tuple(tuple(row) for row in bent)) <= answer.lead + 1e-9


def test_the_doctrines_can_be_exploited_and_an_equilibrium_cannot() -> None:
    worth = solved().value
    for side in SIDES:
        best = worth if side == WASHINGTON else -worth
        for doctrine in DOCTRINES[side]:
            plan = plan_of(tiny(), side, Glancing(doctrine.policy, 1))
            sure = -best_answer(tiny(), 1 - side, plan).lead
            assert sure <= best + solved().error.exploitability + 1e-9
    pair = exploited(tiny(), even_plan(tiny(), WASHINGTON), even_plan(tiny(), HANOI))
    assert pair.exploitability > 1.0
    assert min(pair.gains) >= 0.0


def test_a_campaign_that_is_not_tiny_is_refused_before_it_is_written_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(Problem, match="Shorten the campaign or offer fewer rungs"):
        grow(load("vietnam-1965-1973"))
    monkeypatch.setattr("game.research.tree.MOST_NODES", tiny().nodes - 1)
    with pytest.raises(Problem, match=f"tiny: more than {tiny().nodes - 1:,} nodes"):
        grow(load("tiny"))


def test_the_command_writes_the_tree_and_prints_who_can_be_exploited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tiny.efg"
    assert main(["efg", "--out", str(path), "--exploit"]) == 0
    assert path.read_text("utf-8").startswith("EFG 2 R")
    told = capsys.readouterr().out
    assert "fight-and-talk" in told
    assert "ahead of Hanoi" in told
    assert main(["efg"]) == 2
    assert main(["efg", "--campaign", "nowhere", "--exploit"]) == 2
