"""Scroll areas: what is read goes back when keys leave it, and stays where the mouse has put it."""

from dataclasses import replace

import pygame
import pytest

from game.ui.app import App
from game.ui.scenes.quarter import QuarterScene
from game.ui.widgets.base import Widget
from game.ui.widgets.issue import IssueRow
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
    app.handle(
        pygame.event.Event(
            pygame.MOUSEMOTION, pos=state(scene).rect.center, rel=(0, 0), buttons=(0, 0, 0)
        )
    )
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


def cut_off(scene: QuarterScene, area: str) -> list[Widget]:
    """Return what can be used in an area and is seen only in part."""
    inside = next(w for w in scene.root.walk() if isinstance(w, Scroll) and w.key == area)
    return [
        w
        for w in inside.walk()
        if w is not inside
        and w.focusable
        and w.seen().height > 4
        and w.seen().height < w.rect.height
    ]


def test_a_click_on_what_is_half_hidden_acts_on_it_and_moves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = 0
    for page in ("table", "orders", "diplomacy", "papers", "dossier"):
        for high in (600, 640, 720):
            app, _ = window((1280, high))
            scene = quarter()
            app.push(scene)
            scene.show(page)
            places = {w.key: w.offset for w in scene.root.walk() if isinstance(w, Scroll)}
            for area in places:
                for widget in cut_off(scene, area)[:1]:
                    tried += 1
                    at = widget.seen().center
                    acted: list[tuple[int, int]] = []
                    monkeypatch.setattr(widget, "press", acted.append)
                    click(app, at)
                    found = {w.key: w.offset for w in scene.root.walk() if isinstance(w, Scroll)}
                    assert (found, acted) == (places, [at]), (page, high, widget.key)
    assert tried


def test_a_position_half_hidden_is_drafted_by_one_click_and_stays_where_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app, _ = window((1280, 720), 1.6)
    scene = quarter()
    app.push(scene)
    drafted: list[tuple[str, int]] = []

    def term(issue: str, place: int) -> None:
        drafted.append((issue, place))
        scene.rebuild()

    monkeypatch.setattr(scene, "_term", term)
    scene.show("table")
    rows = [w for w in scene.root.walk() if isinstance(w, IssueRow)]
    row = rows[0]
    area = next(w for w in row.above() if isinstance(w, Scroll) and w.full > w.rect.height)
    area.scroll_to(row._boxes[0].centery - area.rect.y)
    other = next(i for i in range(4) if i != row.issue.draft)
    assert row.seen() != row.rect
    at, before = row._boxes[other].clip(row.seen()).center, area.offset
    click(app, at)
    after = next(w for w in scene.root.walk() if isinstance(w, Scroll) and w.key == area.key)
    assert (drafted, after.offset) == ([(row.issue.id, other)], before)


def test_their_note_opens_diplomacy_where_it_can_be_read() -> None:
    app, _ = window((1280, 720), 1.6)
    scene = quarter()
    app.push(scene)
    scene.page_action("note")()
    assert scene.page == "diplomacy"
    heading = scene.quarter.diplomacy.received[0].heading
    note = next(w for w in scene.root.walk() if w.key == f"message {heading}")
    assert note.seen().height >= min(note.rect.height, 60)
