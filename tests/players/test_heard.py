"""Machines weigh the card: particles in which it was likely gain."""

import numpy as np

from game.engine.board import WASHINGTON
from game.engine.view import view
from game.players.heard import card
from tests.engine.test_readings import shifted
from tests.engine.wars import start, tables


def test_a_particle_in_which_the_card_was_likely_gains() -> None:
    world = start(2)
    after = world.with_(
        belief_resilient=np.concatenate(
            [shifted(start(), -0.4).belief_resilient, shifted(start(), 0.4).belief_resilient]
        )
    )
    told = view(start().with_(taken=np.array([[1, 0]])), WASHINGTON, tables())
    weighed = card(world, after, told)
    assert weighed[1] > weighed[0]


def test_no_card_shuts_a_particle_out() -> None:
    world = start(1)
    told = view(world.with_(taken=np.array([[-1, 0]])), WASHINGTON, tables())
    assert card(world, shifted(world, 3.0), told)[0] > -4.0
