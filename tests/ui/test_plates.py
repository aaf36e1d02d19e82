"""The plates of the map: off names, off one another, and no leader across another."""

from itertools import combinations

import numpy as np
import pygame
import pytest
from pygame import Rect

from game.engine.board import HANOI, WASHINGTON
from game.ui.map import cartouche, labels, plates
from game.ui.map.bake import Sheet, blank, lettering
from game.ui.map.ink import INK
from game.ui.map.projection import fit
from game.ui.map.store import Key
from game.ui.map.zones import CENTRES, PLATES
from game.ui.theme import USUAL
from game.ui.widgets.mapview import MapView
from tests.ui import real
from tests.ui.windows import BlankStore, window
from tools import showcase

SIZE = (600, 400)
CORPS = ("I Corps", "II Corps", "III Corps", "IV Corps")


def sheet(*towns: Rect) -> pygame.Surface:
    """Return a sheet on which nothing stands but towns' names, each as a dark bar."""
    names = pygame.Surface(SIZE, pygame.SRCALPHA, 32)
    for town in towns:
        names.fill((*INK, 255), town)
    return names


def placed(names: pygame.Surface, *wanted: tuple[plates.Box, plates.Place]) -> list[Rect]:
    found = plates.spread(wanted, (0, 0, *SIZE), names)
    return [Rect(box) for box in found if box is not None]


def test_a_plate_with_nothing_under_it_stays_in_its_place() -> None:
    assert placed(sheet(), ((200, 100, 90, 30), (150, 110))) == [Rect(200, 100, 90, 30)]


def test_a_plate_leaves_a_town_and_keeps_its_leader_off_it() -> None:
    town = Rect(220, 104, 60, 12)
    spot = (150, 110)
    (box,) = placed(sheet(town), ((200, 100, 90, 30), spot))
    assert not box.colliderect(town)
    assert not town.clipline(box.center, spot)


def test_plates_lie_apart_and_their_leaders_do_not_cross() -> None:
    wanted = (((300, 100, 90, 30), (250, 140)), ((300, 110, 90, 30), (250, 100)))
    one, other = placed(sheet(), *wanted)
    assert not one.colliderect(other)
    assert not plates.crosses(one.center, wanted[0][1], other.center, wanted[1][1])


def test_a_plate_without_room_is_left_out() -> None:
    assert placed(sheet(), ((0, 0, 700, 30), (10, 10))) == []


def test_the_corps_plates_of_the_true_map_cover_no_town() -> None:
    frame = fit(610, 470)
    names = pygame.Surface((frame.width, frame.height), pygame.SRCALPHA, 32)
    for _ in labels.write(frame, names, lettering(frame)):
        pass
    wanted = []
    for zone in CORPS:
        (x, y), box = frame.pixel(*PLATES[zone]), Rect(0, 0, 122, 36)
        box.center = (round(x), round(y))
        across, down = frame.pixel(*CENTRES[zone])
        wanted.append(((box.x, box.y, box.width, box.height), (round(across), round(down))))
    bounds = (20, 20, frame.width - 40, frame.height - 40)
    found = [box for box in plates.spread(tuple(wanted), bounds, names) if box is not None]
    assert len(found) == len(CORPS)
    sums = plates.inked(names)[1]
    before = sum(plates.weight(sums, Rect(box)) for box, _ in wanted)
    assert sum(plates.weight(sums, Rect(box)) for box in found) < before / 4
    for one, other in combinations([Rect(box) for box in found], 2):
        assert not one.colliderect(other)


class NamedStore(BlankStore):
    """A store whose maps are plain water with every name on it."""

    def _make(self, key: Key) -> Sheet:
        sheet = blank(key[0])
        for _ in labels.write(key[0], sheet.names, lettering(key[0])):
            pass
        return sheet


@pytest.mark.parametrize("name", ["air war", "quarter dossier", "hanoi supply"])
def test_no_town_of_the_small_window_is_struck_by_a_leader_or_lies_under_the_cartouche(
    name: str,
) -> None:
    app, _ = window((1280, 720))
    app.store = NamedStore()
    scene = real.show(app, name)
    app.frame()
    view = next(one for one in scene.root.walk() if isinstance(one, MapView))
    assert view._frame is not None
    assert view.lens is not None
    boxes, sheet, at = view._boxes(), app.store.get(view._frame, 1.0)[0], view.rect.topleft
    ink, sums = plates.inked(sheet.names)
    towns = ink == plates.TOWN
    for mark, box in boxes:
        x, y = view._frame.pixel(*CENTRES[mark.zone])
        on = 0
        for share in np.linspace(0.0, 1.0, 200):
            spot = (
                box.centerx - at[0] + (x - box.centerx + at[0]) * share,
                box.centery - at[1] + (y - box.centery + at[1]) * share,
            )
            if not box.move(-at[0], -at[1]).collidepoint(spot):
                on += int(towns[int(spot[0]) // plates.COARSE, int(spot[1]) // plates.COARSE])
        assert on <= 2, mark.title
    size = cartouche.size_of(app.setter, view.lens)
    found = cartouche.place(view.rect, size, cartouche.EDGE, [box for _, box in boxes], sums)
    assert found is not None
    under = found.move(-at[0], -at[1])
    covered = towns[under.left // 2 : under.right // 2, under.top // 2 : under.bottom // 2]
    assert covered.sum() < 10


LOOKED_AT = ((1024, 600), (1280, 720), (1920, 1080))


@pytest.mark.parametrize("scale", [1.0, 1.75])
@pytest.mark.parametrize(("quarter", "side"), [("1968Q2", HANOI), ("1972Q4", WASHINGTON)])
def test_no_two_labels_of_the_map_overlap_under_any_lens(
    quarter: str, side: int, scale: float
) -> None:
    for size in LOOKED_AT:
        app, _ = window(size, scale)
        app.store = NamedStore()
        for number in range(5):
            scene = showcase.quarter("map", quarter, side, number)()
            app.push(scene)
            app.frame()
            view = next(one for one in scene.root.walk() if isinstance(one, MapView))
            shown = labels_of(view, scale)
            assert len(shown) > 12
            for (name, box), (other, under) in combinations(shown, 2):
                assert not box.inflate(-6, -6).colliderect(under.inflate(-6, -6)), (
                    size,
                    number,
                    name,
                    other,
                )


def labels_of(view: MapView, scale: float) -> list[tuple[str, Rect]]:
    """Return every label that is seen of a map, and its box in the frame: halos are six pixels."""
    frame = view._frame
    assert frame is not None
    assert view.lens is not None
    covered = view.covered(frame, scale)
    found = [
        (town.name, town.box)
        for town in labels.towns(frame, lettering(frame) * scale**0.6)
        if town.box is not None and tuple(town.box) not in covered
    ]
    found += [("of the lens", box) for _, box in view.named(frame, scale, USUAL)]
    at = view.rect.topleft
    boxes = [("plate of " + mark.title, box.inflate(6, 6)) for mark, box in view._boxes()]
    legend = view.legend_box()
    boxes += [("cartouche", legend.inflate(6, 6))] if legend is not None else []
    return found + [(name, box.move(-at[0], -at[1])) for name, box in boxes]
