"""Scroll areas: what is read goes back when keys leave it, and stays where the mouse has put it."""

from dataclasses import replace

import pygame

from game.ui.app import App
from game.ui.scenes.quarter import QuarterScene
from game.ui.widgets.base import Widget
from game.ui.widgets.scroll import Scroll
from tests.ui.screens import quarter
from tests.ui.windows import click, find, key, window


def at_a_low_window() -> tuple[App, QuarterScene]:
    """Return a quarter whose left panel is taller than there is room for."""
    app, _ = window((1024, 600))
    scene = quarter()
    model = scene.desk.model
    gauges = tuple(replace(one, id=f"{one.id} {row}") for row in range(6) for one in model.gauges)
    scene.desk.model = replace(model, gauges=gauges)
    app.push(scene)
    assert state(scene).full > state(scene).rect.height
    return app, scene


def state(scene: QuarterScene) -> Scroll:
    """Return the area of the left panel."""
    return next(w for w in scene.root.walk() if isinstance(w, Scroll) and w.key == "state")


def gauges(scene: QuarterScene) -> list[Widget]:
    return [widget for widget in state(scene).walk() if widget.focusable]


def tab_through(app: App, scene: QuarterScene) -> None:
    """Tab to the last of the gauges, and see that the panel has gone with the focus."""
    while scene.focus is not gauges(scene)[-1]:
        key(app, "tab")
    assert state(scene).offset > 0


def test_the_left_panel_goes_back_when_tab_has_left_it() -> None:
    app, scene = at_a_low_window()
    tab_through(app, scene)
    key(app, "tab")
    assert scene.focus not in gauges(scene)
    assert state(scene).offset == 0


def test_it_stays_with_the_focus_when_the_screen_is_built_anew() -> None:
    app, scene = at_a_low_window()
    tab_through(app, scene)
    here = state(scene).offset
    scene.rebuild()
    assert state(scene).offset == here
    key(app, "tab")
    assert state(scene).offset == 0


def test_it_stays_where_the_wheel_has_put_it() -> None:
    app, scene = at_a_low_window()
    tab_through(app, scene)
    app.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=state(scene).rect.center, rel=(0, 0),
                                  buttons=(0, 0, 0)))  # fmt: skip
    app.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=1))
    here = state(scene).offset
    assert here > 0
    click(app, find(scene, "lens air"))
    key(app, "tab")
    assert state(scene).offset == here


def test_it_stays_where_a_click_in_it_was_made() -> None:
    app, scene = at_a_low_window()
    tab_through(app, scene)
    here = state(scene).offset
    click(app, gauges(scene)[-2].seen().center)
    click(app, find(scene, "lens air"))
    key(app, "tab")
    assert state(scene).offset == here
