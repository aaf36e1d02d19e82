"""The searching player: what it may know, that it repeats itself, and how much it imagines."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.menu import refusals
from game.engine.resolve import resolve
from game.engine.sight import sight_of
from game.engine.view import view
from game.players import belief_state, rollout
from game.players.base import payable
from game.players.belief_state import belief_from
from game.players.candidates import PLAN, PLANS, considered
from game.players.doctrines import DOCTRINES
from game.players.levels import LEVELS, level
from game.players.roster import LEVEL_NAMES, NoSuchPlayer, entry, opponent
from game.players.tempers import plans, policy_of
from tests.players.test_policies import same
from tests.players.test_sight import changed
from tests.players.war import built, played


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize("grade", ["cadet", "planner"])
def test_orders_do_not_change_when_what_is_hidden_changes(side: int, grade: str) -> None:
    world, dossiers = played(4)
    name = DOCTRINES[side][0].name
    known = dossiers[side]
    orders = opponent(side, name, grade, 9).decide(known)
    other = view(changed(world, side, 3), side, built()[0])
    retold = Dossier(
        side, known.tables, (*known.views[:-1], other), known.reports, known.orders, known.pasts
    )
    assert same(orders, opponent(side, name, grade, 9).decide(retold))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_war_played_through_and_a_war_loaded_are_thought_alike(side: int) -> None:
    name = DOCTRINES[side][0].name
    through, loaded = (opponent(side, name, "cadet", 5) for _ in range(2))
    for quarters in range(6):
        kept = through.decide(played(quarters)[1][side])
    assert same(kept, loaded.decide(played(5)[1][side]))
    assert [thought.quarter for thought in through.log] == list(range(6))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize("grade", LEVEL_NAMES)
def test_every_level_gives_orders_that_may_be_given(side: int, grade: str) -> None:
    dossier = played(7)[1][side]
    orders = opponent(side, DOCTRINES[side][1].name, grade, 2).decide(dossier)
    assert refusals(side, orders, dossier.view) == []


def test_a_level_imagines_no_more_quarters_than_its_budget(monkeypatch: Any) -> None:
    imagined = []

    def counting(world: Any, *rest: Any) -> Any:
        imagined.append(len(world))
        return resolve(world, *rest)

    monkeypatch.setattr(rollout, "resolve_many", lambda *given: counting(*given)[0])
    monkeypatch.setattr(belief_state, "resolve_told", counting)
    player = opponent(HANOI, "fight-and-talk", "planner", 4)
    for quarters in (3, 4):
        imagined.clear()
        player.decide(played(quarters)[1][HANOI])
    assert 0 < sum(imagined) <= level("planner").budget


def test_levels_differ_only_in_how_much_and_how_well_they_imagine() -> None:
    budgets = [known.budget for known in LEVELS]
    assert budgets == sorted(budgets)
    assert [known.noise for known in LEVELS] == sorted((k.noise for k in LEVELS), reverse=True)
    assert LEVELS[-1].noise == 0.0


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_belief_agrees_with_the_papers_and_finds_the_hidden_force(side: int) -> None:
    world, dossiers = played(8)
    belief = belief_from(dossiers[side], 128, 3)
    assert belief.weight.sum() == pytest.approx(1.0)
    assert (belief.world.us_deaths == world.us_deaths).all()
    assert (belief.world.capital[:, side] == world.capital[0, side]).all()
    found = belief.mean(belief.world.main_force.sum(axis=1))
    assert found == pytest.approx(float(world.main_force.sum()), rel=0.15)
    read = belief.mean(belief.world.belief_resilient[:, side])
    assert read == pytest.approx(float(world.belief_resilient[0, side]), abs=0.12)


def test_a_player_is_found_by_the_beginning_of_its_name() -> None:
    found = entry(HANOI, "fight:strat")
    assert (found.name, found.level, found.glances) == ("fight-and-talk", "strategist", False)
    assert entry(WASHINGTON, "random").glances
    for wrong in ("nobody", "exit:grandmaster", "r", "random:cadet"):
        with pytest.raises(NoSuchPlayer, match=r"there are|no level"):
            entry(WASHINGTON, wrong)


def test_dossiers_that_do_not_fit_together_are_refused() -> None:
    known = played(3)[1][HANOI]
    with pytest.raises(ValueError, match="views, reports and orders"):
        Dossier(HANOI, known.tables, known.views, known.reports[:1], known.orders)
    assert np.array_equal(known.tables_at(1).events, known.pasts[1].events)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_plans_weighed_together_order_what_each_would_alone(side: int) -> None:
    sight = sight_of(played(6)[1][side])
    known = plans(DOCTRINES[side][0])
    many = considered(sight, known, 500, 4)
    for number, name in enumerate(PLANS):
        alone = policy_of(known[number]).decide_batch(sight, np.array([4]))
        if f"{PLAN}{name}" in many.label:  # two plans may order the same
            assert same(many.orders.take([many.label.index(f"{PLAN}{name}")]), alone)
    for place in range(len(many)):
        orders = many.orders.take([place])
        assert same(payable(orders, sight), orders)


def test_the_page_of_players_has_every_level_s_budget() -> None:
    page = (Path(__file__).parents[2] / "docs/players.md").read_text("utf-8")
    for one in LEVELS:
        row = next(line for line in page.splitlines() if line.startswith(f"| `{one.name}` |"))
        told = [cell.strip().replace(",", "").removesuffix(" points") for cell in row.split("|")]
        found = one.particles, one.candidates, one.horizon, one.temperature, one.noise, one.budget
        assert [float(cell) for cell in told[2:-1]] == list(found), one.name
