"""The room of other wars in the gallery: the shelf, a stop, its answer, the end, and a case's way
on the rule's map."""

from collections.abc import Callable
from typing import Final

from game.desk import build_cases
from game.desk.case_room import CaseRoom
from game.ui.scene import Scene
from game.ui.scenes.cases import CaseScene, Shelf
from game.ui.scenes.rule import RuleScene

CASE: Final = "korea"
WHY: Final = "The allies will not go on without the attempt."
Make = Callable[[], Scene]


def nothing(*_: object) -> None:
    """Lead nowhere: these screens are looked at."""


def read_to(stops: int, answered: bool = False) -> CaseScene:
    """Return a case at a stop, or at its end; every stop before it was answered."""
    room = CaseRoom(CASE)
    last = min(stops, len(room.story.stops))
    for place in range(last):
        room.answer(place % 2 == 0, WHY)
        room.go_on()
    if answered:
        room.answer(True, WHY)
    return CaseScene(room, nothing)


def screens() -> dict[str, Make]:
    """Return what makes every screen of the room, by name."""
    return {
        "other wars": lambda: Shelf(build_cases.shelf(), nothing, nothing),
        "case first": lambda: read_to(0),
        "case answered": lambda: read_to(0, True),
        "case middle": lambda: read_to(5),
        "case end": lambda: read_to(99),
        "rule of a case": lambda: RuleScene(CaseRoom(CASE).rule, nothing, ("korea peking", 2)),
    }
