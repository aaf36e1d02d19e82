"""What the map does in a climax: which towns are struck, where arrows come from, what a front does.

All of it follows from the occasion, the corps attacked and the bombing line: things that both
governments and every newspaper know. Towns are named as the map names them.
"""

from collections.abc import Sequence
from typing import Final

from game.desk.models.climax import MapActs, Sign, Thrust
from game.engine.board import CORPS, HANOI, NORTH
from game.engine.ladders import BombingLine

TOWNS: Final = (
    ("Quảng Trị", "Huế", "Da Nang"),
    ("Kontum", "Pleiku", "Qui Nhơn", "Ban Mê Thuột", "Nha Trang"),
    ("Tây Ninh", "Saigon"),
    ("Mỹ Tho", "Cần Thơ", "Cà Mau"),
)
"""The towns of each corps that an offensive strikes, from north to south."""
LARGE: Final = ("Huế", "Saigon", "Hanoi", "Haiphong")
CHANGES_HANDS: Final = (
    ("Huế", "Quảng Trị"),
    ("Kontum", "Ban Mê Thuột"),
    ("Tây Ninh", ""),
    ("", ""),
)
"""By corps, in the first offensive and in later ones: the town that it takes and loses again. That
it is lost again is the rule's: only a collapse ends Saigon's hold on a corps' towns."""
LAOS, CAMBODIA, OPEN_WAY = "laos", "cambodia", ""
Approach = tuple[str, Thrust]
"""The country through which units come, and their arrow."""
APPROACHES: Final[tuple[tuple[tuple[Approach, ...], tuple[Approach, ...]], ...]] = (
    (
        ((LAOS, Thrust((106.0, 15.85), (107.3, 16.2))),),
        ((OPEN_WAY, Thrust((106.55, 17.5), (107.0, 16.8))),),
    ),
    (
        (
            (LAOS, Thrust((106.7, 14.75), (107.75, 14.25))),
            (CAMBODIA, Thrust((106.9, 12.95), (107.8, 12.72))),
        ),
        ((CAMBODIA, Thrust((106.7, 12.4), (107.85, 12.6))),),
    ),
    (
        ((CAMBODIA, Thrust((105.5, 11.15), (106.35, 10.8))),),
        ((CAMBODIA, Thrust((106.6, 12.55), (106.8, 11.5))),),
    ),
    (
        ((CAMBODIA, Thrust((104.55, 11.0), (105.55, 10.25))),),
        ((OPEN_WAY, Thrust((104.75, 8.75), (105.6, 9.75))),),
    ),
)
"""By corps, in the first offensive and in later ones: from the trail, from the sanctuaries, over
the demilitarised zone."""
NARROW: Final = 2  # towns of a corps that a lesser blow strikes
UPPER: Final = 2  # corps, from the north, that the upper half of the South shows
DMZ: Final = 16.95  # degrees north: just below the line of 1954, where the South begins on the map
PUSHED: Final = (
    0.45,
    0.3,
)  # degrees that the front moves, first and later; by eye
LAST_STAND: Final = 10.9  # degrees north: where the front stands when Saigon falls
LINE_TOWNS: Final = (
    ("Đồng Hới", "Vinh"),
    ("Đồng Hới", "Vinh", "Thanh Hóa"),
    ("Đồng Hới", "Vinh", "Thanh Hóa", "Hanoi", "Haiphong"),
)
"""Towns within the bombing line, by its rung."""
FROM_SEA, FROM_THAILAND = (108.2, 17.9), (103.6, 17.4)
ZONES: Final = tuple(f"{corps} Corps" for corps in CORPS)
HOMEWARD: Final = (
    Thrust((108.3, 16.07), (109.9, 16.3), True),
    Thrust((109.25, 12.0), (110.4, 12.1), True),
    Thrust((107.1, 10.3), (108.6, 9.6), True),
)
NORTHWARD: Final = (
    Thrust((106.6, 15.2), (106.1, 16.6), True),
    Thrust((106.3, 12.4), (106.2, 14.2), True),
)


def _signs(kind: str, places: Sequence[str]) -> tuple[Sign, ...]:
    return tuple(Sign(kind, place, place, place in LARGE) for place in places)


def offensive(
    corps: Sequence[int], earlier: int = 0, wide: bool = True, shut: Sequence[str] = ()
) -> MapActs:
    """Return what an offensive in some corps does: after how many ``earlier`` ones, whether it is a
    ``wide`` blow or a lesser one, and through which countries the way is ``shut``."""
    turn = min(earlier, 1)
    held = CHANGES_HANDS[corps[0]][turn]
    signs = tuple(
        Sign("retaken" if place == held else "burst", place, place, place in LARGE)
        for each in corps
        for place in TOWNS[each]
        if wide or place == held or place in TOWNS[each][:NARROW]
    )
    thrusts = tuple(thrust for each in corps for thrust in _ways(each, turn, shut))
    front = (DMZ, DMZ - PUSHED[turn]) if 0 in corps else None
    upper, lower = max(corps) < UPPER, min(corps) >= UPPER
    view = "upper" if upper else "lower" if lower else "south"
    return MapActs(view, tuple(ZONES[each] for each in corps), False, signs, thrusts, front)


def _ways(corps: int, turn: int, shut: Sequence[str]) -> tuple[Thrust, ...]:
    """Return the arrows into a corps, by another way where the usual one is shut."""
    for ways in (APPROACHES[corps][turn], APPROACHES[corps][1 - turn]):
        found = tuple(thrust for through, thrust in ways if through not in shut)
        if found:
            return found
    return ()


def bombs(line: int) -> MapActs:
    """Return what bombs within a bombing line do, by its rung."""
    zones = NORTH if line == BombingLine.NONE else NORTH[:1]
    thrusts: tuple[Thrust, ...] = (
        Thrust(FROM_SEA, (106.1, 18.55)),
        Thrust(FROM_THAILAND, (105.4, 18.2)),
    )
    if line == BombingLine.NONE:
        thrusts += (Thrust((107.9, 19.1), (106.95, 20.7)),)
    return MapActs("north", tuple(zones), False, _signs("burst", LINE_TOWNS[line]), thrusts)


def mines() -> MapActs:
    """Return what mines off the North's ports do."""
    signs = _signs("mine", ("Haiphong", "Thanh Hóa", "Vinh", "Đồng Hới"))
    return MapActs("north", (), False, signs, (Thrust((107.7, 17.9), (107.2, 20.45)),))


def christmas() -> MapActs:
    """Return what heavy bombers over the delta do."""
    signs = _signs("burst", ("Thái Nguyên", "Hanoi", "Haiphong", "Nam Định"))
    thrusts = (Thrust((103.2, 20.2), (105.45, 20.95)), Thrust((107.9, 19.1), (106.95, 20.7)))
    return MapActs("north", (NORTH[2],), False, signs, thrusts)


def _lamp(kind: str, side: int) -> Sign:
    """Return a sign where a government's word goes out: Washington's over Saigon, where its
    ambassador sits."""
    if side == HANOI:
        return Sign(kind, "Hanoi", "Hanoi", True)
    return Sign(kind, "Saigon", "the Americans", True)


def session() -> MapActs:
    """Return two lamps, one for each government."""
    return MapActs(signs=(_lamp("lamp", HANOI), _lamp("lamp", 1 - HANOI)))


def door(side: int, opens: bool) -> MapActs:
    """Return a lamp that is lit or goes out."""
    return MapActs(signs=(_lamp("lamp" if opens else "out", side),))


def leak(sides: Sequence[int]) -> MapActs:
    """Return rings that spread from whoever's contact has come out."""
    return MapActs(signs=tuple(_lamp("ring", side) for side in sides))


def signature() -> MapActs:
    """Return the fighting that is wiped off the map."""
    return MapActs("whole", ZONES, True, (_lamp("lamp", HANOI), _lamp("lamp", 1 - HANOI)))


def saigon_falls() -> MapActs:
    """Return a front that moves from the old line to Saigon, and the towns before it."""
    towns = ("Huế", "Da Nang", "Qui Nhơn", "Ban Mê Thuột", "Nha Trang", "Saigon")
    return MapActs("south", ZONES, False, _signs("fallen", towns), (), (DMZ, LAST_STAND))


def consent_breaks() -> MapActs:
    """Return the way home across the sea."""
    return MapActs("south", (), False, (), HOMEWARD)


def north_breaks() -> MapActs:
    """Return lamps that go out in the North, and the way back up the trail."""
    return MapActs("whole", (), False, (*_signs("out", ("Hanoi", "Thanh Hóa", "Vinh")),), NORTHWARD)


def unsettled() -> MapActs:
    """Return the fighting as it stands, and the old line, which has not moved."""
    return MapActs("whole", ZONES, False, (), (), (DMZ, DMZ))
