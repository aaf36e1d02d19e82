"""Looking closer at the map: by keys, by wheel, by buttons; what is shown stays inside the data."""

import pygame
import pytest

from game.ui.map.aim import CLOSENESS, Aim, overlap
from game.ui.map.bake import blank
from game.ui.map.projection import THEATRE, Frame, fit
from game.ui.map.store import MapStore
from game.ui.map.zones import CENTRES, ORDER, zone_at_pixel
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.title import EASTWARD
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


VIEWS = {
    "title": (640, 360, EASTWARD),
    "theatre": (600, 500, THEATRE),
    "narrow": (300, 700, THEATRE),
    "replay": (900, 420, THEATRE),
    "closer": (600, 500, (104.6, 8.3, 109.8, 14.6)),
}


@pytest.mark.parametrize("shown", VIEWS)
@pytest.mark.parametrize("wanted", VIEWS)
def test_until_a_map_is_ready_every_place_of_the_last_one_stands_where_the_new_one_has_it(
    shown: str,
    wanted: str,
) -> None:
    old, new = (fit(wide, high, box) for wide, high, box in (VIEWS[shown], VIEWS[wanted]))
    store = Standing()
    sheet = blank(old)
    for zone, (x, y) in CENTRES.items():
        across, down = old.pixel(x, y)
        sheet.ground.fill(colour_of(zone), pygame.Rect(across - 5, down - 5, 11, 11))
    store._keep((old, 1.0), sheet)
    waiting, ready = store.get(new, 1.0)
    assert ready is (old == new)
    inside = [p for p in CENTRES.values() if within(old, *p) and within(new, *p)]
    assert inside
    for zone, place in CENTRES.items():
        if place in inside:
            x, y = (round(v) for v in new.pixel(*place))
            assert waiting.ground.get_at((x, y))[:3] == colour_of(zone), zone


class Standing(MapStore):
    """A store whose worker never comes to an end."""

    def _start(self) -> bool:
        return True


def colour_of(zone: str) -> tuple[int, int, int]:
    """Return a colour of a zone's own."""
    return 250, 10 * list(CENTRES).index(zone), 0


def within(frame: Frame, longitude: float, latitude: float) -> bool:
    """Whether a place lies well inside a frame."""
    x, y = frame.pixel(longitude, latitude)
    return 12 < x < frame.width - 12 and 12 < y < frame.height - 12


def test_maps_that_show_nothing_alike_lend_each_other_nothing() -> None:
    west, east = fit(200, 200, (90.0, 10.0, 96.0, 16.0)), fit(200, 200, (116.0, 10.0, 122.0, 16.0))
    assert overlap(west, east) == (pygame.Rect(0, 0, 0, 0), pygame.Rect(0, 0, 0, 0))
