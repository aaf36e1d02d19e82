"""The loop: what is held or pressed meanwhile presses nothing later, and it paints what changed."""

import pygame
import pytest

from game.desk.interface import Refusal
from game.ui import loop, work
from game.ui.app import App, merged
from game.ui.flow import Flow
from game.ui.scenes.common import Notice
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.quarter import QuarterScene
from tests.ui import samples_more
from tests.ui.desks import SampleLobby
from tests.ui.screens import quarter
from tests.ui.windows import Clock, window


def event(kind: int, key: int = pygame.K_RETURN) -> pygame.event.Event:
    return pygame.event.Event(kind, key=key, mod=0, unicode="")


class Slow(Notice):
    """A box whose Enter takes a second, and leads to a curtain."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        super().__init__("Wait", "It takes its time.")
        self.clock, self.seconds, self.lifted = clock, seconds, 0

    def close(self) -> None:
        self.clock.time += self.seconds
        self.app.replace(CurtainScene(samples_more.CURTAIN, self.lift))

    def lift(self) -> None:
        self.lifted += 1


def begun(seconds: float) -> tuple[App, Slow]:
    app, clock = window()
    app.push(quarter())
    scene = Slow(clock, seconds)
    app.push(scene)
    scene.focus_on("Back")
    return app, scene


@pytest.mark.parametrize("seconds", [0.0, 1.0])
def test_a_key_that_is_held_does_not_lift_the_curtain_that_comes(seconds: float) -> None:
    app, scene = begun(seconds)
    held = loop.Held()
    loop.act(app, held, [event(pygame.KEYDOWN)])
    for _ in range(15):
        loop.act(app, held, [event(pygame.KEYDOWN)])
    assert isinstance(app.top(), CurtainScene)
    assert scene.lifted == 0
    loop.act(app, held, [event(pygame.KEYUP), event(pygame.KEYDOWN)])
    assert scene.lifted == 1


def test_what_is_pressed_again_while_the_window_is_busy_is_dropped() -> None:
    for seconds, lifted in ((1.0, 0), (0.0, 1)):
        app, scene = begun(seconds)
        again = [event(pygame.KEYDOWN), event(pygame.KEYUP)]
        loop.act(app, loop.Held(), [*again, *again])
        assert scene.lifted == lifted


def test_what_waits_in_the_queue_of_a_busy_window_is_dropped() -> None:
    app, _ = begun(1.0)
    pygame.event.clear()
    pygame.event.post(event(pygame.KEYDOWN))
    loop.act(app, loop.Held(), [event(pygame.KEYDOWN)])
    assert pygame.event.get(pygame.KEYDOWN) == []


def test_arrows_and_backspace_may_be_held_on_the_screen_where_they_went_down() -> None:
    held, one, other = loop.Held(), quarter(), quarter()
    for key, repeats in ((pygame.K_RIGHT, True), (pygame.K_BACKSPACE, True), (pygame.K_e, False)):
        assert held.counts(event(pygame.KEYDOWN, key), one)
        assert held.counts(event(pygame.KEYDOWN, key), one) is repeats
        assert not held.counts(event(pygame.KEYDOWN, key), other)


def test_a_key_let_go_in_another_program_can_be_pressed_again() -> None:
    held, scene = loop.Held(), quarter()
    assert held.counts(event(pygame.KEYDOWN), scene)
    held.counts(pygame.event.Event(pygame.WINDOWFOCUSLOST), scene)
    assert held.counts(event(pygame.KEYDOWN), scene)


def test_work_is_done_once_its_sign_was_shown_and_what_is_pressed_meanwhile_is_dropped() -> None:
    app, _ = window()
    app.push(quarter())
    app.frame()
    bare = pygame.image.tobytes(app.surface, "RGB")
    seen: list[bytes] = []

    def act() -> None:
        seen.append(pygame.image.tobytes(app.surface, "RGB"))
        pygame.event.post(event(pygame.KEYDOWN))
        app.replace(CurtainScene(samples_more.CURTAIN, lambda: seen.append(b"lifted")))

    work.ask(app, work.OPENING, act)
    loop.act(app, loop.Held(), [event(pygame.KEYDOWN, pygame.K_e)])
    assert isinstance(app.top(), QuarterScene)
    app.frame()
    loop.finish(app)
    assert isinstance(app.top(), CurtainScene)
    assert seen != [bare]
    loop.act(app, loop.Held(), pygame.event.get())
    assert len(seen) == 1
    assert app.work is None


def test_work_that_is_refused_says_so() -> None:
    app, _ = window()
    app.push(quarter())

    def act() -> None:
        raise Refusal("It is not there any more.")

    work.ask(app, work.OPENING, act)
    loop.finish(app)
    assert isinstance(app.top(), Notice)


def test_what_comes_of_work_is_shown_without_waiting_for_an_event(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app, _ = window()
    app.push(quarter())
    app.surface = pygame.display.set_mode((1280, 720))
    order: list[str] = []

    def act() -> None:
        order.append("done")
        app.replace(CurtainScene(samples_more.CURTAIN, lambda: None))

    def wait(milliseconds: int) -> pygame.event.Event:
        order.append(type(app.top()).__name__ if not app._spoilt else "unseen")
        return pygame.event.Event(pygame.QUIT)

    monkeypatch.setattr(pygame.event, "wait", wait)
    work.ask(app, work.OPENING, act)
    loop.run(app)
    assert order == ["done", "CurtainScene"]


def test_an_idle_window_paints_nothing() -> None:
    app, clock = window()
    app.push(quarter())
    app.frame()
    clock.time += 1
    app.tick()
    assert app.frame() == []


def test_resizing_lays_out_again() -> None:
    app, _ = window()
    scene = quarter()
    app.push(scene)
    app.surface = pygame.Surface((1600, 900))
    app.handle(pygame.event.Event(pygame.VIDEORESIZE, w=1600, h=900, size=(1600, 900)))
    assert scene.root.rect.size == (1600, 900)


def test_spoilt_rectangles_are_merged_and_all_covered() -> None:
    rects = [pygame.Rect(i * 7, i * 5, 20, 20) for i in range(9)] + [pygame.Rect(500, 500, 5, 5)]
    whole = merged([r.copy() for r in rects])
    for rect in rects:
        assert any(big.contains(rect) for big in whole)
    for index, rect in enumerate(whole):
        assert rect.collidelist(whole[:index]) < 0


def test_the_loop_runs_sleeps_and_ends_when_the_window_is_closed() -> None:
    app, _ = window()
    app.surface = pygame.display.set_mode((1280, 720))
    Flow(app, SampleLobby(), "0.1.0").title()
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    loop.run(app)
    assert not app.running
    assert app.frames == 1
