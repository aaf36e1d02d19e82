"""Looking closer at the map: by keys, by wheel, by buttons; what is shown stays inside the data."""

import pygame
import pytest

from game.ui.map.aim import CLOSENESS, Aim, part_of
from game.ui.map.projection import THEATRE, Frame, fit
from game.ui.map.zones import CENTRES, ORDER, zone_at_pixel
from game.ui.scenes.quarter import QuarterScene
from game.ui.widgets.mapview import MapView
from tests.ui.screens import show
from tests.ui.windows import click, find, key, tab_to, window


def shown(scene: QuarterScene) -> tuple[MapView, Frame]:
    view = next(w for w in scene.root.walk() if isinstance(w, MapView))
    assert view._frame is not None
    return view, view._frame


@pytest.mark.parametrize("zone", ORDER)
@pytest.mark.parametrize("step", range(len(CLOSENESS)))
def test_whatever_is_looked_at_lies_in_the_theatre(zone: str, step: int) -> None:
    aim = Aim()
    for _ in range(step):
        aim.move(1, CENTRES[zone])
    west, south, east, north = aim.bounds(THEATRE)
    assert THEATRE[0] <= west < east <= THEATRE[2] + 1e-9
    assert THEATRE[1] <= south < north <= THEATRE[3] + 1e-9
    assert east - west == pytest.approx((THEATRE[2] - THEATRE[0]) / CLOSENESS[step])


def test_keys_look_closer_wider_and_at_the_whole() -> None:
    app, _ = window()
    scene = show(app, "quarter dossier")
    _, whole = shown(scene)
    key(app, "=")
    _, closer = shown(scene)
    assert closer.scale > whole.scale
    key(app, "=")
    key(app, "-")
    assert shown(scene)[1].scale == closer.scale
    key(app, "=")
    key(app, "0")
    assert shown(scene)[1] == whole


def test_the_place_is_kept_when_the_screen_is_built_anew() -> None:
    app, _ = window()
    scene = show(app, "quarter dossier")
    key(app, "=")
    before = shown(scene)[1]
    scene.rebuild()
    assert shown(scene)[1] == before


def test_a_zone_chosen_by_an_arrow_comes_into_view() -> None:
    app, _ = window()
    scene = show(app, "quarter dossier")
    tab_to(app, "map")
    key(app, "right")
    key(app, "=")
    key(app, "=")
    for _ in range(6):
        key(app, "down")
    view, frame = shown(scene)
    x, y = frame.pixel(*CENTRES[view.zone])
    assert 0 <= x < frame.width
    assert 0 <= y < frame.height


def test_the_wheel_looks_closer_at_what_is_pointed_at_and_a_click_still_hits_its_zone() -> None:
    app, _ = window()
    scene = show(app, "quarter dossier")
    view, whole = shown(scene)
    at = tuple(round(part) for part in whole.pixel(*CENTRES["II Corps"]))
    spot = (view.rect.x + at[0], view.rect.y + at[1])
    app.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)))
    app.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1))
    view, frame = shown(scene)
    assert frame.scale > whole.scale
    x, y = (round(part) for part in frame.pixel(*CENTRES["II Corps"]))
    assert zone_at_pixel(frame, x, y) == "II Corps"
    click(app, (view.rect.x + x, view.rect.y + y + 30))
    assert scene.zone == "II Corps"


def test_buttons_do_the_same_and_the_replay_has_them_too() -> None:
    for name in ("quarter dossier", "replay"):
        app, _ = window()
        scene = show(app, name)
        before = shown(scene)[1].scale
        click(app, find(scene, "closer"))
        assert shown(scene)[1].scale > before
        tab_to(app, "wider")
        key(app, "return")
        assert shown(scene)[1].scale == before


def test_until_the_closer_map_is_ready_the_same_part_of_the_last_one_stands_in() -> None:
    aim = Aim()
    aim.move(1, CENTRES["III Corps"])
    old, new = fit(600, 500), fit(600, 500, aim.bounds(THEATRE))
    part = part_of(old, new)
    assert part is not None
    x, y = new.pixel(*CENTRES["III Corps"])
    across, down = old.pixel(*CENTRES["III Corps"])
    assert part.x + x * part.width / 600 == pytest.approx(across, abs=2)
    assert part.y + y * part.height / 500 == pytest.approx(down, abs=2)
    assert part_of(new, old) is None
