"""The page of orders as it is laid: no group's name breaks inside a word, and all lines agree."""

import pytest

from game.engine.board import HANOI, WASHINGTON
from game.ui import theme
from game.ui.scenes.quarter import QuarterScene, orders
from tests.ui.screens import SCREENS
from tests.ui.windows import window
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
    for quarter, side in (("1966Q1", WASHINGTON), ("1968Q2", WASHINGTON), ("1972Q4", HANOI)):
        scene = showcase.quarter("orders", quarter, side)()
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
