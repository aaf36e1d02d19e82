"""The page of orders: how it is laid, what it tells before a choice, and what keys do on it."""

import pygame
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.ui import theme
from game.ui.scenes.quarter import QuarterScene, orders
from game.ui.scenes.quarter.orders import UNDO
from game.ui.widgets.rungs import price_text
from tests.ui.screens import SCREENS, quarter
from tests.ui.windows import key, tab_to, window
from tools import showcase


@pytest.mark.parametrize("pseudo", [False, True], ids=["English", "longer words"])
@pytest.mark.parametrize("scale", [1.0, 1.75])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["small", "wide"])
def test_no_name_of_a_group_breaks_inside_a_word(
    size: tuple[int, int], scale: float, pseudo: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "GUTTER", 30)  # pixels at 100 % text: less than any word takes
    app, _ = window(size, scale, pseudo)
    app.push(SCREENS["quarter orders"]())
    app.tick()
    widgets = list(app.top().root.walk())
    gutters = [widget for widget in widgets if isinstance(widget, orders.Gutter)]
    beside = not (size == (1280, 720) and scale > 1)  # else the names stand above their ladders
    assert bool(gutters) == beside
    texts = [gutter.children[0] for gutter in gutters] or [
        widget
        for widget in widgets
        if (getattr(widget, "style", None), getattr(widget, "colour", None))
        == (theme.SMALL_STRONG, theme.GOLD)
    ]
    assert len({text.text for text in texts} - {""}) >= 3
    for text in texts:
        said = app.setter.say(text.text)
        assert " ".join(app.setter.wrap(text.text, text.style, text.rect.width)) == said
    assert len({(gutter.rect.x, gutter.rect.width) for gutter in gutters}) == beside


@pytest.mark.parametrize(
    ("size", "scale"), [((1024, 600), 1.0), ((1280, 720), 1.0), ((1920, 1080), 1.75)]
)
def test_all_that_is_told_of_a_rung_fits_into_its_place(
    size: tuple[int, int], scale: float
) -> None:
    app, _ = window(size, scale)
    for when, side in (("1966Q1", WASHINGTON), ("1968Q2", WASHINGTON), ("1972Q4", HANOI)):
        scene = showcase.quarter("orders", when, side)()
        assert isinstance(scene, QuarterScene)
        app.push(scene)
        app.frame()
        place = scene.explanation
        head = app.setter.line_height(theme.STRONG)
        room = place.rect.inflate(0, -head).move(0, head // 2)
        for shown in scene.quarter.orders.ladders:
            for rung in shown.rungs:
                place.tell(shown, rung)
                style = place.style(app.setter, room)
                lines = [
                    line
                    for said in (place.warned, place.said)
                    if said
                    for line in app.setter.wrap(said, style, room.width)
                ]
                assert len(lines) * app.setter.line_height(style) <= room.height, rung.id


def test_an_order_that_is_refused_says_why() -> None:
    app, _ = window()
    scene = quarter("diplomacy")
    app.push(scene)
    scene._do(scene.desk.channel)("moscow")
    assert app.top() is not scene
    assert "Moscow" in " ".join(w.name for w in app.stack[-1].root.walk())


def test_undo_takes_back_the_last_order() -> None:
    app, _ = window()
    scene = quarter("orders")
    app.push(scene)
    tab_to(app, "ladder bombing")
    key(app, "left")
    key(app, "return")
    assert scene.quarter.orders.ladders[0].chosen == 1
    key(app, "z", pygame.KMOD_CTRL)
    assert scene.quarter.orders.ladders[0].chosen == 2


def test_a_rung_that_cannot_be_paid_is_not_taken() -> None:
    app, _ = window()
    scene = quarter("orders")
    app.push(scene)
    tab_to(app, "ladder bombing")
    for _ in range(5):
        key(app, "right")
        key(app, "return")
    assert scene.quarter.orders.ladders[0].rungs[scene.quarter.orders.ladders[0].chosen].enabled


def test_the_focus_stays_on_the_ladder_it_was_on() -> None:
    app, _ = window()
    scene = quarter("orders")
    app.push(scene)
    tab_to(app, "ladder trail")
    key(app, "right")
    assert scene.focus is not None
    assert scene.focus.key == "ladder trail"
    assert scene.focus.rect.bottom <= 720


def test_all_ladders_are_in_sight_with_undo_at_the_smallest_usual_window() -> None:
    for quarter_of, side in (("1968Q2", 0), ("1972Q4", 1)):
        app, _ = window()
        scene = QuarterScene(showcase.seated(quarter_of, side), *[lambda *_: None] * 4)
        scene.page = "orders"
        app.push(scene)
        rows = [w for w in scene.root.walk() if w.key.startswith("ladder") or w.key == UNDO]
        assert len(rows) > 12
        assert all(row.seen() == row.rect for row in rows)


def test_what_a_rung_costs_and_risks_is_told_before_it_is_chosen() -> None:
    app, _ = window()
    scene = quarter("orders")
    app.push(scene)
    tab_to(app, "ladder bombing")
    key(app, "right")
    rung = scene.quarter.orders.ladders[0].rungs[3]
    assert scene.quarter.orders.ladders[0].chosen == 2
    assert scene.explanation.said == rung.risk
    assert price_text(rung) in scene.explanation.head
