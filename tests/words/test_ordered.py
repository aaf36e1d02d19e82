"""Orders in words: one function for every reader, and nothing of the program's own names in it."""

import re

import numpy as np
import pytest

from game.desk import build_news, build_orders
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.ladders import LADDERS
from game.study.debrief import transcript as export_transcript
from game.words import ordered
from tests.desk.wars import hotseat

CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\b\d( \d){4}\b")
"""An id such as ``britain_ussr``, a package such as ``1 1 1 2 1``."""


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_no_channel_rung_or_package_is_told_by_its_code(side: int) -> None:
    chair = hotseat()
    dossier = chair.game.dossier(side)
    orders = build_orders.Draft(dossier).orders()
    names = dossier.tables.channels.names
    most = max(len(ladder.rungs) for ladder in LADDERS[side])
    for turn in range(max(most, len(names))):
        rungs = [
            min(turn, len(ladder.rungs) - 1)
            for ladder in LADDERS[side]
            for _ in range(ladder.slots)
        ]
        orders.rungs[0, : len(rungs)] = rungs
        orders.channel[0] = turn % len(names)
        orders.terms[0] = np.full(5, turn % 4)
        said = "; ".join(ordered.changes(orders, dossier.view, names))
        assert "Package tabled (forces: " in said
        assert not CODE.search(said), said


def test_window_log_and_report_tell_the_same_orders_in_the_same_words() -> None:
    chair = hotseat()
    chair.lift()
    assert chair.side == WASHINGTON
    chair.order("bombing", "interdiction")
    chair.amount("troops", 20.0)
    places = [place for place in np.flatnonzero(chair.dossier.view.channels) if place]
    chair.channel(chair.draft.channels[int(places[0])])
    chair.package((1, 1, 1, 2, 1))
    told = build_orders.changes(chair.draft, chair.setting)
    assert len(told) == 4
    game = chair.game
    chair.end()
    chair.lift()
    chair.end()
    dossier = game.dossier(WASHINGTON)
    assert len(dossier.reports) == 1
    assert build_news.ordered(dossier, 0) == "; ".join(told) + "."
    assert export_transcript.ordered(dossier, 0) == "; ".join(told) + "."


def test_the_check_finds_codes() -> None:
    assert CODE.search("Channel: britain_ussr")
    assert CODE.search("Package tabled: 1 1 1 2 1")
    assert not CODE.search("Channel: London and Moscow; 20,000 men")
