"""The map: where the zones are, what a click meets, and that a bake is whole and kept."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pygame.surfarray
import pytest
from numpy.typing import NDArray

from game.ui.map import fields, ink, lens, paper
from game.ui.map.bake import TILE, bake, blank, ground, weight
from game.ui.map.geometry import clip, holds
from game.ui.map.projection import DATA, THEATRE, Frame, fit
from game.ui.map.sliced import SlicedStore
from game.ui.map.store import MapStore
from game.ui.map.under_way import EDGE
from game.ui.map.zones import NEIGHBOURS, ORDER, PLATES, zone_at, zone_at_pixel, zones
from tests.ui import samples

TOWNS = {
    "hanoi_haiphong": (105.85, 21.03),
    "heartland": (103.02, 21.39),
    "panhandle": (105.68, 18.68),
    "trail": (106.22, 16.69),
    "cambodia": (106.02, 12.48),
    "I Corps": (107.59, 16.46),
    "II Corps": (108.0, 13.98),
    "III Corps": (106.68, 10.77),
    "IV Corps": (105.78, 10.03),
}


@pytest.mark.parametrize("zone", ORDER)
def test_a_town_lies_in_its_zone(zone: str) -> None:
    assert zone_at(*TOWNS[zone]) == zone


def test_thanh_hoa_below_the_20th_parallel_is_in_the_panhandle_and_above_is_not() -> None:
    assert zone_at(105.6, 19.95) == "panhandle"
    assert zone_at(105.6, 20.05) == "heartland"


@pytest.mark.parametrize("place", [(100.5, 13.75), (112.0, 15.0), (102.6, 18.0), (110.3, 19.5)])
def test_bangkok_the_sea_vientiane_and_hainan_are_in_no_zone(place: tuple[float, float]) -> None:
    assert zone_at(*place) is None


@pytest.mark.parametrize("size", [(640, 480), (1100, 800), (400, 900), (1600, 700)])
def test_every_zone_can_be_clicked_and_lies_in_the_window(size: tuple[int, int]) -> None:
    frame = fit(*size)
    for zone, place in TOWNS.items():
        x, y = frame.pixel(*place)
        assert 0 < x < size[0]
        assert 0 < y < size[1]
        assert zone_at_pixel(frame, x, y) == zone


def test_pixels_and_places_are_each_others_inverse() -> None:
    frame = fit(900, 700)
    assert np.allclose(frame.place(*frame.pixel(105.3, 17.2)), (105.3, 17.2))


@pytest.mark.parametrize("size", [(3800, 600), (500, 2000), (4000, 2100)])
def test_a_frame_never_shows_beyond_the_data(size: tuple[int, int]) -> None:
    frame = fit(*size)
    west, north = frame.place(0, 0)
    east, south = frame.place(*size)
    assert west >= DATA[0] - 1e-6
    assert north <= DATA[3] + 1e-6
    assert east <= DATA[2] + 1e-6
    assert south >= DATA[1] - 1e-6


def test_arrow_keys_reach_every_zone_from_every_other() -> None:
    for start in ORDER:
        reached, edge = {start}, [start]
        while edge:
            for goal in NEIGHBOURS[edge.pop()].values():
                if goal not in reached:
                    reached.add(goal)
                    edge.append(goal)
        assert reached == set(ORDER)


def test_every_zone_has_a_plate_inside_the_theatre_or_beside_it() -> None:
    for zone in zones():
        longitude, latitude = PLATES[zone]
        assert THEATRE[0] - 1 < longitude < THEATRE[2] + 1.5
        assert THEATRE[1] < latitude < THEATRE[3]


def test_clipping_keeps_what_is_inside_and_nothing_else() -> None:
    square = np.array([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)])
    cut = clip(square, (4.0, 4.0, 20.0, 20.0))
    assert cut.min() == 4.0
    assert cut.max() == 10.0
    assert len(clip(square, (20.0, 20.0, 30.0, 30.0))) == 0
    assert holds(square, 5, 5)
    assert not holds(square, 15, 5)


def test_distance_is_that_of_the_ruler() -> None:
    marked = np.zeros((21, 21), dtype=bool)
    marked[10, 10] = True
    far = fields.distance(marked, 8)
    assert far[13, 14] == pytest.approx(5.0)
    assert far[0, 0] == 8


def test_the_same_frame_is_baked_to_the_same_pixels() -> None:
    frame = fit(200, 160)
    pictures = []
    for _ in range(2):
        sheet = blank(frame)
        for _ in bake(frame, sheet):
            pass
        pictures.append(pygame.image.tobytes(sheet.ground, "RGB"))
    assert pictures[0] == pictures[1]


def test_a_map_is_kept_on_disk_and_a_damaged_file_is_baked_anew(tmp_path: Path) -> None:
    frame = fit(160, 120)
    first = MapStore(tmp_path, threaded=False).get(frame, 1.0)[0]
    kept = list(tmp_path.glob("*.map"))
    assert len(kept) == 1
    kept[0].write_bytes(b"not a map")
    again = MapStore(tmp_path, threaded=False).get(frame, 1.0)[0]
    same = [pygame.image.tobytes(sheet.ground, "RGB") for sheet in (first, again)]
    assert same[0] == same[1]


def test_until_a_map_is_ready_the_last_one_stands_in(tmp_path: Path) -> None:
    store = MapStore(tmp_path)
    sheet, ready = store.get(fit(160, 120), 1.0)
    assert not ready
    assert sheet.ground.get_size() == (160, 120)
    store.wait()
    assert store.get(fit(160, 120), 1.0)[1]
    assert not store.get(fit(200, 150), 1.0)[1]
    store.wait()


def test_no_map_is_larger_than_4096_a_side(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="too large"):
        MapStore(tmp_path).get(fit(5000, 1000), 1.0)


def test_more_is_hatched_more_densely_and_the_sides_are_not_hatched_alike() -> None:
    frame = fit(300, 400)
    x, y = (round(v) for v in frame.pixel(*TOWNS["trail"]))
    box = pygame.Rect(x - 10, y - 10, 20, 20)

    def drawn(level: float, mark: str) -> bytes:
        one = replace(samples.ZONES[3], level=level, mark=mark)
        surface = lens.draw(frame, replace(samples.LENSES[3], zones=(one,)))
        return pygame.image.tobytes(surface.subsurface(box), "RGBA")

    def ink(level: float, mark: str) -> int:
        return sum(drawn(level, mark)[3::4])

    assert ink(0.0, "ours") < ink(0.2, "ours") < ink(0.9, "ours")
    assert drawn(0.5, "ours") != drawn(0.5, "theirs")


def test_a_map_that_is_still_being_drawn_says_so_and_the_finished_one_does_not(
    tmp_path: Path,
) -> None:
    frame = fit(420, 320)
    store = SlicedStore(tmp_path)
    waiting, ready = store.get(frame, 1.0)
    place = (210, 2 * EDGE)
    assert not ready
    assert waiting.names.get_at(place).a == 255
    assert waiting.ground.get_at(place)[:3] == blank(frame).ground.get_at(place)[:3]
    store.wait()
    finished = store.get(frame, 1.0)[0]
    assert finished.names.get_at(place) != waiting.names.get_at(place)


@pytest.mark.parametrize("scale", [33, 44, 52, 56, 59, 66, 76, 86, 98, 120])
def test_the_far_sea_is_the_same_on_both_sides_of_a_tile_s_edge_at_every_scale(scale: int) -> None:
    size = (2 * TILE, 120)
    frame = Frame(108.9 - 250 / scale, 13.6, scale, *size)  # a coast at the left, then open sea
    tiles = pygame.Surface(size, 0, 24)
    for _ in ground(frame, tiles):
        pass
    heavy = weight(frame)
    rim = paper.margin(heavy)
    tile = ink.Tile(frame, -rim, -rim, size[0] + 2 * rim, size[1] + 2 * rim)
    pixels = drained(paper.paint(tile, heavy))[rim:-rim, rim:-rim]
    shades = pygame.surfarray.array3d(tiles).astype(int)
    assert np.abs(shades - pixels).max() <= 2  # as if painted in one piece
    near, far = (shades[x : x + 8].mean(axis=(0, 1)) for x in (TILE - 8, TILE))
    assert np.abs(near - far).max() < 4


def drained(slices: Generator[None, None, NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Return what slices come to."""
    while True:
        try:
            next(slices)
        except StopIteration as done:
            pixels: NDArray[np.uint8] = done.value
            return pixels
