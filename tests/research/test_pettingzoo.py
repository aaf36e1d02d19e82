"""The PettingZoo environment: its own tests, one purse rule, and nothing seen but the view."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.prices import prices_of
from game.engine.sight import look
from game.engine.view import view
from game.players.base import as_far_as_means_go
from game.players.doctrines import DOCTRINES, doctrine
from game.players.random_legal import RandomLegal
from game.research.actions import MEN, components, decoded, encoded, masks
from game.research.spaces import page
from tests.engine import wars

DOCS = Path(__file__).parents[2] / "docs"
CHANNELS = len(wars.tables().channels.ids)


def env() -> Any:
    """Return the environment of the full campaign."""
    from game.research.pettingzoo_env import parallel_env

    return parallel_env()


@pytest.mark.needs("pettingzoo")
@pytest.mark.filterwarnings("error:.*:UserWarning:pettingzoo.test")
def test_it_passes_pettingzoos_own_test_of_parallel_environments() -> None:
    from pettingzoo.test import parallel_api_test

    parallel_api_test(env(), num_cycles=80)


@pytest.mark.needs("pettingzoo")
def test_it_passes_pettingzoos_own_test_of_seeds() -> None:
    from pettingzoo.test import parallel_seed_test

    parallel_seed_test(env, num_cycles=40)


@pytest.mark.needs("pettingzoo")
def test_every_observation_lies_in_its_space_and_the_reward_is_the_lead_at_the_end() -> None:
    game = env()
    seen, _ = game.reset(seed=5)
    accept = game.names("hanoi").index("accept"), game.names("washington").index("accept")
    for agent in SIDES:
        game.action_space(agent).seed(7)
    rewards = dict.fromkeys(SIDES, 0.0)
    quarters = 0
    while game.agents:
        assert rewards == dict.fromkeys(SIDES, 0.0)
        for agent in game.agents:
            assert game.observation_space(agent).contains(seen[agent])
        actions = {
            agent: game.action_space(agent).sample(mask=seen[agent]["action_mask"])
            for agent in game.agents
        }
        actions["hanoi"][accept[0]] = actions["washington"][accept[1]] = quarters > 8
        seen, rewards, ended, cut, _ = game.step(actions)
        quarters += 1
    assert quarters > 8
    assert ended == dict.fromkeys(SIDES, True)
    assert cut == dict.fromkeys(SIDES, False)
    assert rewards["washington"] == -rewards["hanoi"] != 0.0


@pytest.mark.needs("pettingzoo")
def test_the_doctrines_play_the_environment_as_they_play_the_game() -> None:
    game = env()
    game.reset(seed=3)
    exit_, talk = doctrine(WASHINGTON, "exit").policy, doctrine(HANOI, "fight-and-talk").policy
    while game.agents:
        asked = {
            "washington": game.advised("washington", exit_),
            "hanoi": game.advised("hanoi", talk),
        }
        _, _, _, _, infos = game.step(asked)
        for agent in SIDES:
            assert infos[agent]["given"].tolist() == asked[agent].tolist()


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_an_action_stands_for_its_orders_and_back(side: int) -> None:
    step = wars.played(16, 2, 12)[-1]
    sight = look(step.closing, side, wars.tables())
    for policy in (RandomLegal(), DOCTRINES[side][0].policy):
        orders = policy.decide_batch(sight, np.arange(16))
        for war in range(16):
            one = orders.take([war])
            back = decoded(side, encoded(side, one, CHANNELS), CHANNELS)
            for name in ("rungs", "troops", "channel", "terms", "accept"):
                assert getattr(back, name).tolist() == getattr(one, name).tolist(), name


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize("war", range(4))
def test_each_order_that_the_mask_allows_can_be_given_by_itself(side: int, war: int) -> None:
    step = wars.played(16, 2, 12)[-1]
    world = wars.take(step.closing, np.array([war]))
    sight = look(world, side, wars.tables())
    at_rest = encoded(side, wars.standing(world.in_force[:, side], np.zeros(1, int)), CHANNELS)
    for place, (one, row) in enumerate(zip(components(side, CHANNELS), masks(sight), strict=True)):
        for number in range(one.choices):
            action = at_rest.copy()
            action[place] = number
            asked = decoded(side, action, CHANNELS)
            given = encoded(side, as_far_as_means_go(asked, sight), CHANNELS)
            kept = given[place] == number
            if one.name.startswith("terms") or world.ended[0]:
                continue
            assert kept == bool(row[number]), (one.name, number)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_orders_beyond_the_purse_fall_back_from_the_last_ladder_to_the_first(side: int) -> None:
    world = wars.start()
    world = world.with_(capital=np.full((1, 2), 20.0))
    sight = look(world, side, wars.tables())
    top = np.array([max(np.flatnonzero(row)) for row in masks(sight)])
    asked = decoded(side, top, CHANNELS)
    paid = prices_of(sight.prices, side, asked.rungs)[0]
    assert paid.sum() > sight.capital[0], "the loudest of everything should be too dear"
    given = as_far_as_means_go(asked, sight)
    kept = given.rungs[0] == asked.rungs[0]
    changed = np.flatnonzero((asked.rungs[0] != sight.in_force[0]) & (paid > 0))
    fallen = changed[~kept[changed]]
    assert fallen.size > 0
    assert (changed[changed > fallen.min()] == fallen[1:]).all()


def test_an_action_out_of_its_space_is_refused_by_name() -> None:
    action = np.zeros(len(components(HANOI, CHANNELS)), dtype=int)
    action[0] = 9
    with pytest.raises(ValueError, match="infiltration is 0 to 4, not 9"):
        decoded(HANOI, action, CHANNELS)


def test_troops_go_in_steps_of_five_thousand() -> None:
    assert MEN.tolist() == [5.0 * step for step in range(-20, 21)]


def test_observations_hold_the_view_and_nothing_else() -> None:
    from game.research.spaces import observation

    world = wars.played(4, 2, 12)[-1].closing
    for side in (WASHINGTON, HANOI):
        seen = view(world, side, wars.tables())
        assert set(observation(seen)) == {*seen.fields, "channels"}


def test_the_page_of_spaces_is_generated_from_the_fields() -> None:
    assert (DOCS / "spaces.md").read_text("utf-8") == "\n".join(page()) + "\n"
