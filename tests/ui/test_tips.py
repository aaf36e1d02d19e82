"""Tooltips: where they stand, and when they are silent."""

from itertools import pairwise

import pygame
import pytest

from game.ui import theme
from game.ui.scene import Scene
from game.ui.tooltip import headings
from game.ui.widgets.base import Widget
from game.ui.widgets.scoreband import APART, ScoreBand
from tests.ui.screens import quarter
from tests.ui.windows import Clock, click, find, window
from tools import showcase

PAGES = ("dossier", "orders", "diplomacy", "table", "advisers", "papers", "charts")
LARGE = 200 * 200  # pixels; a widget larger than this is pointed at inside, not as a whole


def tipped(scene: Scene) -> list[Widget]:
    """Return what can be pointed at and has a tooltip, where it can be seen."""
    found = [w for w in scene.root.walk() if w.tip_at(None)[0] and w.seen().height > 10]
    return [w for w in found if w.seen().width * w.seen().height < LARGE]


@pytest.mark.parametrize("page", PAGES)
def test_no_tooltip_covers_a_title_or_what_it_explains(page: str) -> None:
    app, clock = window()
    scene = quarter(page, 0)
    app.push(scene)
    targets = [w.seen().center for w in tipped(scene)]
    assert len(targets) > 10
    for at in targets:
        point(scene, at, clock)
        app.tick()
        tip, over = app.tip, scene.hover
        assert over is not None
        if tip is None:
            continue
        assert not tip.rect.colliderect(over.tip_at(at)[1])
        titles = headings(scene.root, app.setter)
        others = [rect for rect in titles if not rect.colliderect(over.rect)]
        assert tip.rect.collidelist(others) < 0, over.name


def point(scene: Scene, at: tuple[int, int], clock: Clock) -> None:
    """Point away, then somewhere for a while."""
    for place in ((1, 1), at):
        scene.handle(
            pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0))
        )
    clock.time += 2.0


def test_a_button_that_was_pressed_explains_itself_no_more_until_it_is_left() -> None:
    app, clock = window()
    scene = quarter()
    app.push(scene)
    tab = find(scene, "page orders")
    click(app, tab)
    clock.time += 2.0
    app.tick()
    assert scene.page == "orders"
    assert app.tip is None
    point(scene, tab, clock)
    app.tick()
    assert app.tip is not None


def test_the_wheel_leaves_no_tooltip_of_what_has_moved_away() -> None:
    app, clock = window()
    scene = quarter("orders")
    app.push(scene)
    point(scene, find(scene, "ladder bombing"), clock)
    before = scene.hover
    scene.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=-3))
    assert scene.hover is not before
    assert scene.hover is scene.root.hit(scene.at)


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.0), ((1920, 1080), 1.75)]
)
def test_each_score_is_explained_where_it_is_pointed_at_and_stands_apart(
    size: tuple[int, int], scale: float
) -> None:
    app, _ = window(size, scale)
    app.push(showcase.quarter("dossier")())
    app.frame()
    band = next(w for w in app.top().root.walk() if isinstance(w, ScoreBand))
    told = [band.tip_at(box.center) for box, _ in band.boxes]
    assert len({tip for tip, _ in told}) == len(band.cells) == 4
    for (tip, over), (box, _), (_, _, number, label, _) in zip(
        told, band.boxes, band.cells, strict=True
    ):
        assert tip
        assert over == box
        written = max(app.setter.width(label, theme.TINY), app.setter.width(number, theme.TITLE))
        assert written + app.setter.theme.px(APART) <= box.width
    assert all(one[0].right <= two[0].left for one, two in pairwise(band.boxes))
