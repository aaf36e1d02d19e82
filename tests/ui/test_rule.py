"""The rule in the window: sliders by mouse and keys, the map, settings of the played war."""

import pygame
import pytest

from game.desk.build_rule import page, rule
from game.ui import theme
from game.ui.app import App
from game.ui.scenes.rule import RuleScene
from game.ui.widgets.lists import ListBox
from game.ui.widgets.rulemap import Chances, RuleMapView, grounds, regions
from game.ui.widgets.slider import Slider
from tests.ui.windows import click, find, key, tab_to, window
from tools import showcase


def tried(size: tuple[int, int] = (1280, 720), scale: float = 1.0) -> tuple[App, RuleScene]:
    """Return the rule at its sliders, where the lessons begin."""
    app, _ = window(size, scale)
    scene = RuleScene(page, app.pop)
    app.push(scene)
    key(app, "f3")
    return app, scene


def value(scene: RuleScene, name: str) -> float:
    return next(one.value for one in scene.model.sliders if one.key == name)


def chance(scene: RuleScene, name: str) -> float:
    shown = next(w for w in scene.root.walk() if isinstance(w, Chances))
    return dict(shown.rows)[name]


def test_arrows_move_a_slider_shift_moves_it_finely_and_home_takes_it_back() -> None:
    app, scene = tried()
    tab_to(app, "slider cost")
    start = value(scene, "cost")
    key(app, "right")
    assert value(scene, "cost") == pytest.approx(start + 0.05)
    key(app, "left", pygame.KMOD_SHIFT)
    assert value(scene, "cost") == pytest.approx(start + 0.04)
    key(app, "home")
    assert value(scene, "cost") == start


def test_a_slider_stops_at_its_bounds() -> None:
    app, scene = tried()
    tab_to(app, "slider belief_high")
    slider = next(one for one in scene.model.sliders if one.key == "belief_high")
    for _ in range(40):
        key(app, "right")
    assert value(scene, "belief_high") == slider.high
    for _ in range(40):
        key(app, "left")
    assert value(scene, "belief_high") == slider.low


def test_the_mouse_drags_a_slider_and_the_equilibrium_follows_while_it_is_held() -> None:
    app, scene = tried()
    widget = next(w for w in scene.root.walk() if w.key == "slider cost")
    y = widget.rect.bottom - 10
    app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(widget.rect.x + 20, y), button=1))
    low = chance(scene, "opens if resilient")
    for x in range(widget.rect.x + 40, widget.rect.right, 60):
        app.handle(
            pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(1, 0, 0))
        )
    assert scene.held is not None
    app.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(widget.rect.right, y), button=1))
    assert value(scene, "cost") > 1.0
    assert chance(scene, "opens if resilient") > 0.5 > low
    assert scene.model.reading.startswith("Talking is safe")
    assert any(w.name == scene.model.reading for w in scene.root.walk())


def test_a_slider_says_its_value_with_its_unit() -> None:
    _, scene = tried()
    names = [w.name for w in scene.root.walk() if isinstance(w, Slider)]
    assert "Cost of escalating: 0.50 of war aims" in names
    assert "Belief in resilience: 0.40 chance" in names


def test_the_point_on_the_map_is_moved_by_arrows_and_by_the_mouse() -> None:
    app, scene = tried()
    tab_to(app, "rule map")
    key(app, "right")
    key(app, "up", pygame.KMOD_SHIFT)
    assert (value(scene, "belief_high"), value(scene, "cost")) == (0.45, 0.51)
    view = next(w for w in scene.root.walk() if isinstance(w, RuleMapView))
    plot = view._plot
    click(app, (plot.right - 2, plot.top + 1))
    assert value(scene, "belief_high") == pytest.approx(0.98, abs=0.02)
    assert value(scene, "cost") == pytest.approx(1.2, abs=0.03)


def test_the_map_is_coloured_by_what_the_equilibrium_does() -> None:
    _, scene = tried()
    drawn = scene.model.map
    assert drawn is not None
    ground = regions(drawn, (97, 81), theme.USUAL)
    for row, column in ((5, 5), (20, 24), (35, 40), (38, 10)):
        low, high = drawn.low[row][column], drawn.high[row][column]
        wanted = 2 if high > 0.5 else 1 if low > 0.5 else 0
        shown = {
            tuple(ground.get_at((2 * column + dx, 80 - 2 * row + dy)))[:3]
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        }
        assert grounds(theme.USUAL)[wanted] in shown


def test_a_setting_of_the_list_moves_every_slider_and_reset_returns_to_it() -> None:
    app, scene = tried()
    tab_to(app, "list Start from")
    for _ in range(3):
        key(app, "down")
    preset = scene.model.presets[3]
    assert scene.preset == preset
    assert value(scene, "belief_high") == preset.setting.values["belief_high"]
    tab_to(app, "slider belief_high")
    key(app, "left")
    assert value(scene, "belief_high") != preset.setting.values["belief_high"]
    tab_to(app, "reset")
    key(app, "return")
    assert value(scene, "belief_high") == preset.setting.values["belief_high"]


def test_quarters_of_the_played_war_are_settings_and_their_way_lies_on_the_map() -> None:
    app, _ = window()
    game, courses = showcase.sealed(), showcase.courses()
    scene = RuleScene(lambda setting: rule(game, setting, courses), app.pop, ("hanoi", 5))
    app.push(scene)
    point = next(one for one in courses[1] if one.place == 5)
    assert scene.page == "try"
    assert value(scene, "cost") == point.setting.values["cost"]
    view = next(w for w in scene.root.walk() if isinstance(w, RuleMapView))
    assert len(view.way.spots) == len(courses[1])
    listed = next(w for w in scene.root.walk() if isinstance(w, ListBox))
    assert listed.items[listed.chosen].title == point.title


def test_every_chapter_is_told_on_some_page() -> None:
    app, scene = tried()
    told = set()
    for number in range(2, 2 + len(scene.pages())):
        key(app, f"f{number}")
        told |= {w.name for w in scene.root.walk()}
    for chapter in scene.model.chapters:
        assert set(chapter.paragraphs) <= told, chapter.title


def test_escape_and_the_button_lead_back() -> None:
    app, _ = tried()
    app.stack.insert(0, app.stack[0])
    key(app, "escape")
    assert len(app.stack) == 1
    click(app, find(app.top(), "Back"))
    assert app.stack == []


@pytest.mark.parametrize("slider", ["slider belief_high", "slider stake"])
def test_in_large_letters_the_map_stays_in_sight_whatever_slider_is_moved(slider: str) -> None:
    app, scene = tried(scale=1.75)
    tab_to(app, slider)
    key(app, "right")
    drawn = next(w for w in scene.root.walk() if isinstance(w, RuleMapView))
    moved = next(w for w in scene.root.walk() if w.key == slider)
    assert drawn.seen().contains(drawn._plot)
    assert moved.seen().height == moved.rect.height
