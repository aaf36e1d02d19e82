"""One loop and no threads: the same war, the same maps, the same orders, in short slices."""

import threading
import time
from collections.abc import Generator
from itertools import count
from pathlib import Path

import pygame
import pytest

from game.campaign import load
from game.cli import _seats, play
from game.cli._options import Parser
from game.desk.ahead import InTurn, Threaded, threads_start
from game.desk.chair import Chair
from game.desk.desk import Desk
from game.record import Game, Seats, seat
from game.ui.map.projection import fit
from game.ui.map.sliced import SlicedStore
from game.ui.map.store import MapStore
from tests.reach import alone


def counted(upto: int, kept: list[int]) -> Generator[None, None, int]:
    for number in range(upto):
        kept.append(number)
        yield
    return upto


def test_a_whole_war_on_one_loop_is_the_war_that_threads_play(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, ready = count(), Desk.papers_ready  # a quick machine may never have to wait
    monkeypatch.setattr(Desk, "papers_ready", lambda desk: next(asked) > 2 and ready(desk))
    desk, taken = alone.play(tmp_path, "tet", "officer", "7")
    assert desk.game.over
    past = desk.game.past
    plain = Chair(Game.new(load("tet"), 7, past.beginning.seats), {1: _seats.machine(desk.game, 1)})
    while not plain.game.over:
        plain.end()
    assert [row.digest for row in past.rows] == [row.digest for row in plain.game.past.rows]
    with capsys.disabled():
        print(f"\n{taken.told()}")
    assert taken.within()
    assert taken.signs  # that somebody is at work was shown


def test_the_harness_can_fail() -> None:
    with alone.barred():
        for use in (threading.Thread(target=bool).start, lambda: time.sleep(0), pygame.event.wait):
            with pytest.raises(alone.Barred):
                use()


def test_work_in_turn_is_done_in_the_order_in_which_it_was_asked_for() -> None:
    kept: list[int] = []
    ahead = InTurn()
    ahead.ask("first", lambda: counted(3, kept))
    ahead.ask("second", lambda: counted(2, kept))
    assert not ahead.ready("second")
    assert ahead.answer("second") == 2
    assert kept == [0, 1, 2, 0, 1]
    assert ahead.ready("first")
    assert not ahead.go_on()


@pytest.mark.parametrize("ahead", [InTurn(), Threaded()], ids=["in turn", "threaded"])
def test_trouble_in_work_ahead_is_told_where_the_answer_is_asked_for(
    ahead: InTurn | Threaded,
) -> None:
    def failing() -> Generator[None, None, int]:
        yield
        raise ArithmeticError("too much")

    ahead.ask("it", failing)
    while not ahead.ready("it"):
        ahead.go_on()
    with pytest.raises(ArithmeticError, match="too much"):
        ahead.answer("it")


def test_no_thread_starts_before_there_is_work() -> None:
    before = threading.active_count()
    Threaded()
    assert threading.active_count() == before
    assert threads_start()


def test_where_no_thread_can_start_that_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert not threads_start()


def test_a_map_baked_in_slices_is_the_map_that_a_thread_bakes(tmp_path: Path) -> None:
    frame = fit(340, 260)
    straight = MapStore(tmp_path / "one", threaded=False).get(frame, 1.0)[0]
    store = SlicedStore(tmp_path / "two")
    assert not store.get(frame, 1.0)[1]
    turns = 0
    while store.go_on():
        turns += 1
    sheet, finished = store.get(frame, 1.0)
    assert finished
    assert turns > 20
    for ours, theirs in ((sheet.ground, straight.ground), (sheet.names, straight.names)):
        assert pygame.image.tobytes(ours, "RGBA") == pygame.image.tobytes(theirs, "RGBA")


def test_a_map_that_nobody_wants_any_more_is_let_go(tmp_path: Path) -> None:
    store = SlicedStore(tmp_path)
    store.get(fit(900, 700), 1.0)
    store.go_on()
    store.get(fit(200, 150), 1.0)
    store.wait()
    assert store.get(fit(200, 150), 1.0)[1]
    assert not store.get(fit(900, 700), 1.0)[1]


def test_thinking_in_slices_gives_the_orders_of_thinking_at_once() -> None:
    seats = Seats(washington=seat("A person"), hanoi=_seats.seat(1, "fight-and-talk", "cadet"))
    game = Game.new(load("tet"), 3, seats)
    straight, sliced = (_seats.machine(game, 1) for _ in range(2))
    dossier = game.dossier(1)
    assert isinstance(sliced, _seats.Explaining)
    slices, count = sliced.deciding(dossier), 0
    while True:
        try:
            next(slices)
            count += 1
        except StopIteration as done:
            orders = done.value
            break
    known = straight.decide(dossier)
    assert count > 5
    assert (orders.rungs == known.rungs).all()
    assert (orders.terms == known.terms).all()


def test_the_option_and_a_system_without_threads_lead_to_one_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []

    async def in_turns(*_: object) -> None:
        went.append("turns")

    monkeypatch.setattr("game.ui.start.play_in_turns", in_turns)
    monkeypatch.setattr("game.ui.start.play", lambda *_: went.append("threads"))
    parser = Parser()
    play.add_arguments(parser)
    for words in ([], ["--single-thread"]):
        play.run(parser.parse_args([*words, "--data", str(tmp_path)]))
    monkeypatch.setattr("game.desk.ahead.threads_start", lambda: False)
    play.run(parser.parse_args(["--data", str(tmp_path)]))
    assert went == ["threads", "turns", "turns"]
