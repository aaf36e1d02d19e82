"""A standing order that changes its meaning says so at once: at the top, in the end button, and by
stopping a run."""

from dataclasses import replace

import numpy as np
import pytest

from game.desk import build_quarter, run_on
from game.desk.draft import Draft
from game.desk.setting import setting_of
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.ladders import slot_of
from game.record import Game
from game.words import closing
from tests.desk.wars import hotseat


def after_a_loss(game: Game, side: int, channel: int) -> Dossier:
    """Return a side's papers after a quarter in which its channel of contacts was lost."""
    dossier = game.dossier(side)
    view = dossier.view
    usable, rungs = np.array(view.channels), np.array(view.in_force)
    usable[channel] = 0
    rungs[slot_of(side, "posture")] = 3
    fields = {**view.fields, "channel": channel, "in_force": rungs}
    lost = replace(view, fields=fields, channels=usable)
    return replace(dossier, views=(*dossier.views[:-1], lost))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_an_open_posture_that_lost_its_channel_says_that_it_is_public_now(side: int) -> None:
    game = hotseat().game
    for each in (WASHINGTON, HANOI):
        game.commit(each, {})
    setting = setting_of(game)
    names = game.dossier(side).tables.channels.names
    for channel in range(1, len(names)):
        dossier = after_a_loss(game, side, channel)
        draft = Draft(dossier)
        for said in (
            build_quarter.header(dossier, draft, setting).prompt,
            build_quarter.end(draft, dossier, setting).irreversible,
            " ".join(run_on.reasons(dossier, setting)),
        ):
            assert f"{names[channel]} is closed to us" in said
            assert "in public" in said
            assert closing.NOTHING not in said


def test_nothing_is_said_while_the_channel_is_open_or_another_is_chosen() -> None:
    game = hotseat().game
    dossier = game.dossier(WASHINGTON)
    draft = Draft(dossier)
    assert build_quarter.lost_channel(draft) == ""
    usable = [int(place) for place in np.flatnonzero(dossier.view.channels) if place]
    lost = after_a_loss(game, WASHINGTON, usable[0])
    draft = Draft(lost)
    assert build_quarter.lost_channel(draft)
    draft.channel(draft.channels[usable[1]])
    assert build_quarter.lost_channel(draft) == ""
