"""The game as a PettingZoo parallel environment: two governments, a quarter a step.

Observations come from each side's view alone, with a mask of what may be ordered; docs/spaces.md
lists both, field by field. Orders that may not be given, or that together exceed the purse, fall
back to the rung in force by the rulebook's own rule (``menu.within_means``: an illegal rung first,
then ladders one by one from the last of the side's list); ``infos`` tell what was given. The reward
is nought until the war ends and then the side's score less its enemy's, in points (-100 to 100).
A war ends by settlement, collapse or the calendar, all of them terminations.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

import numpy as np
from gymnasium import spaces
from gymnasium.utils import seeding
from pettingzoo import ParallelEnv

from game.campaign import FULL, build, load
from game.engine.board import HANOI, SIDES, WASHINGTON, Ints
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.orders import SideOrders, join, standing
from game.engine.resolve import prepare, resolve
from game.engine.score import score
from game.engine.sight import Sight, look
from game.engine.start import draw_types
from game.engine.view import view
from game.engine.world import World
from game.players.base import Policy, as_far_as_means_go
from game.research.actions import components, decoded, encoded, masks
from game.research.spaces import observation, observed, shape_seen

MOST_SEED: Final = 2**31

Given = dict[str, Any]


class Overture(ParallelEnv[str, Given, Ints]):
    """One war between the agents ``washington`` and ``hanoi``.

    ``campaign`` is a shipped name or a file. The seed of ``reset`` is the war's: it draws the
    private types and all luck; without one the next is drawn from the last.
    """

    metadata: ClassVar[dict[str, Any]] = {"name": "overture_v0", "render_modes": []}

    def __init__(self, campaign: str = FULL) -> None:
        self.render_mode = None
        self.possible_agents = list(SIDES)
        self.agents: list[str] = []
        self._tables, self._start = build(load(campaign))
        self._channels = len(self._tables.channels.ids)
        self._world: World = self._start
        self._seed = 0
        self._generator, _ = seeding.np_random()
        self.action_spaces = {agent: self._acts(SIDES.index(agent)) for agent in SIDES}
        self.observation_spaces = {agent: self._sees(SIDES.index(agent)) for agent in SIDES}

    def action_space(self, agent: str) -> spaces.Space[Any]:
        """Return the agent's MultiDiscrete space; ``names`` says what its numbers are."""
        return self.action_spaces[agent]

    def observation_space(self, agent: str) -> spaces.Space[Any]:
        """Return the agent's space: ``observation`` by field, and ``action_mask``."""
        return self.observation_spaces[agent]

    def names(self, agent: str) -> tuple[str, ...]:
        """Return the components of the agent's actions, in order."""
        return tuple(one.name for one in components(SIDES.index(agent), self._channels))

    def reset(
        self, seed: int | None = None, options: Mapping[str, Any] | None = None
    ) -> tuple[dict[str, Given], dict[str, Given]]:
        """Begin a war; ``options`` are not used."""
        if seed is not None:
            self._generator, _ = seeding.np_random(seed)
            self._seed = seed
        else:
            self._seed = int(self._generator.integers(MOST_SEED))
        types = draw_types(np.array([self._seed], dtype=np.int64), self._tables)
        world = self._start.with_(resilience=types[:, 0], nerve=types[:, 1])
        self._world = prepare(world, self._tables)
        self.agents = list(SIDES)
        return self._observations(), {agent: {"given": self.standing(agent)} for agent in SIDES}

    def step(
        self, actions: Mapping[str, Any]
    ) -> tuple[
        dict[str, Given], dict[str, float], dict[str, bool], dict[str, bool], dict[str, Given]
    ]:
        """Play a quarter with both sides' actions."""
        if not self.agents:
            raise ValueError("the war is over; reset begins another")
        given = [self._given(side, actions[SIDES[side]]) for side in (WASHINGTON, HANOI)]
        luck = draw(np.array([self._seed], dtype=np.int64), int(self._world.quarter[0]))
        events = events_at(self._tables, self._world.quarter)
        self._world, _ = resolve(self._world, join(*given), events, luck, self._tables)
        over = not bool(self._world.running[0])
        rewards = self._rewards() if over else dict.fromkeys(SIDES, 0.0)
        infos = {
            SIDES[side]: {"given": encoded(side, given[side], self._channels)}
            for side in (WASHINGTON, HANOI)
        }
        if over:
            self.agents = []
        ended, cut = dict.fromkeys(SIDES, over), dict.fromkeys(SIDES, False)
        return self._observations(), rewards, ended, cut, infos

    def standing(self, agent: str) -> Ints:
        """Return the action that changes nothing: everything as it is in force."""
        side = SIDES.index(agent)
        world = self._world
        orders = standing(world.in_force[:, side], np.zeros(1, dtype=np.int64))
        return encoded(side, orders, self._channels)

    def advised(self, agent: str, policy: Policy) -> Ints:
        """Return the action that a policy of the game orders at the sight of this quarter."""
        side = SIDES.index(agent)
        seeds = np.array([self._seed + 1 + side], dtype=np.int64)
        orders = policy.decide_batch(self._sight(side), seeds)
        return encoded(side, orders, self._channels)

    def render(self) -> None:
        """Draw nothing: ``python main.py`` has the game's screens."""

    def close(self) -> None:
        """Hold nothing open."""

    def _given(self, side: int, action: Any) -> SideOrders:
        return as_far_as_means_go(decoded(side, action, self._channels), self._sight(side))

    def _sight(self, side: int) -> Sight:
        return look(self._world, side, self._tables)

    def _rewards(self) -> dict[str, float]:
        points = score(self._world, self._tables)[0]
        lead = float(points[WASHINGTON] - points[HANOI])
        return {SIDES[WASHINGTON]: lead, SIDES[HANOI]: -lead}

    def _observations(self) -> dict[str, Given]:
        return {
            agent: {
                "observation": observation(view(self._world, side, self._tables)),
                "action_mask": masks(self._sight(side)),
            }
            for side, agent in enumerate(SIDES)
        }

    def _acts(self, side: int) -> spaces.MultiDiscrete:
        return spaces.MultiDiscrete([one.choices for one in components(side, self._channels)])

    def _sees(self, side: int) -> spaces.Dict:
        fields: dict[str, spaces.Space[Any]] = {
            name: spaces.Box(
                field.low,
                field.high,
                shape_seen(field, self._channels),
                np.int64 if field.whole else np.float64,
            )
            for name, field in observed(side).items()
        }
        mask = spaces.Tuple(
            [spaces.MultiBinary(one.choices) for one in components(side, self._channels)]
        )
        return spaces.Dict({"observation": spaces.Dict(fields), "action_mask": mask})


def parallel_env(campaign: str = FULL) -> Overture:
    """Return the environment, as PettingZoo's own modules do."""
    return Overture(campaign)
