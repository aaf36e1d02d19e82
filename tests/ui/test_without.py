"""A system that has less than ours: no threads, no links, no numbers to exchange, a small window,
and signals that end a program."""

import os
import signal
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest

from game.desk.ahead import Threaded
from game.record import load, saves
from game.ui import ends, start, toosmall
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.map.projection import fit
from game.ui.map.store import MapStore
from game.ui.shape import SMALLEST
from tests.ui.people import begin, desk_of, end_quarter, settle, sit_down
from tests.ui.screens import show
from tests.ui.windows import key, window


@contextmanager
def lacking() -> Iterator[None]:
    """Take away threads, links, and the exchange of streams' numbers; pytest needs them after."""

    def refuse(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        for name in ("link", "dup2", "dup"):
            patch.delattr(os, name)
        yield


def play_on(flow: Flow, quarters: int) -> None:
    """End quarters until the war is over, at most so many."""
    for _ in range(quarters):
        settle(flow.app)
        if flow.desk is None or desk_of(flow).game.over:
            return
        while "end" not in [stop.key for stop in flow.app.stack[-1].stops()]:
            key(flow.app, "return" if flow.app.stack[-1].stops() else "escape")
            settle(flow.app)
        end_quarter(flow.app)


@lacking()
def test_a_war_is_played_and_kept_without_threads_links_and_numbers(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    begin(flow.app, "tiny", "alone", "7")
    play_on(flow, 6)
    game = desk_of(flow).game
    assert len(game.past.rows) > 0
    flow.leave()
    kept = load(saves(tmp_path)[0])
    assert [row.digest for row in kept.past.rows] == [row.digest for row in game.past.rows]


@lacking()
def test_what_is_thought_ahead_is_answered_without_a_thread_and_so_is_what_it_raises() -> None:
    def answer() -> Generator[None, None, int]:
        yield
        return 42

    def trouble() -> Generator[None, None, int]:
        yield
        raise KeyError("no such row")

    ahead = Threaded()
    ahead.ask("good", answer)
    ahead.ask("bad", trouble)
    assert ahead.ready("good")
    assert ahead.answer("good") == 42
    with pytest.raises(KeyError):
        ahead.answer("bad")


@lacking()
def test_a_map_is_baked_at_once_where_no_thread_can_be_had(tmp_path: Path) -> None:
    store = MapStore(tmp_path)
    sheet, finished = store.get(fit(120, 90), 1.0)
    assert finished
    assert not store.busy
    assert sheet.ground.get_size() == (120, 90)


@lacking()
def test_a_window_opens_where_streams_have_no_numbers_to_exchange() -> None:
    with start._without_chatter():
        print("they may write")


@pytest.mark.parametrize("size", [(800, 480), (640, 900), (1023, 599), (320, 200)])
def test_a_window_that_is_too_small_says_which_size_it_needs(size: tuple[int, int]) -> None:
    app, _ = window(size)
    show(app, "title")
    before = app.surface.copy()
    app.dirty_all()
    app.frame()
    strip = pygame.Rect(0, size[1] - 8, size[0], 8)
    assert app.surface.get_at(strip.center)[:3] == (164, 42, 34)
    assert f"{SMALLEST[0]} x {SMALLEST[1]}" in toosmall.words(size, SMALLEST)
    assert before.get_size() == size


def test_a_window_that_is_large_enough_says_nothing() -> None:
    assert toosmall.words(SMALLEST, SMALLEST) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="nobody sends such signals there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_closes_the_window_as_its_button_does(name: str) -> None:
    app: App = window()[0]
    number = getattr(signal, name)
    before = signal.getsignal(number)  # under nohup it is ignored
    pygame.event.clear()
    with ends.watched(app):
        signal.raise_signal(number)
    assert not app.running
    assert pygame.QUIT in [event.type for event in pygame.event.get()]
    assert signal.getsignal(number) == before
