"""Looking closer at the map: the keys and buttons that the quarter and the replay share."""

from collections.abc import Callable, Sequence

from game.desk.maplens import MapLens
from game.ui.map.aim import CLOSENESS
from game.ui.scene import Scene
from game.ui.strokes import spoken
from game.ui.widgets.base import Widget
from game.ui.widgets.controls import Button
from game.ui.widgets.mapview import MapView

STEPS = (("closer", "Closer", "plus", 1), ("wider", "Wider", "level", -1))


def look(scene: Scene, steps: int) -> Callable[[], None]:
    """Return the action that looks closer by steps at the map that the scene shows, if it does."""

    def act() -> None:
        shown = next((w for w in scene.root.walk() if isinstance(w, MapView)), None)
        if shown is None or not shown.closer(steps):
            scene.cue("refused")

    return act


def actions(scene: Scene) -> dict[str, Callable[[], None]]:
    """Return the actions of the map's keys."""
    made = {name: look(scene, steps) for name, _, _, steps in STEPS}
    return {**made, "whole": look(scene, -len(CLOSENESS))}


def tabs(
    lenses: Sequence[MapLens],
    chosen: int,
    choose: Callable[[int], Callable[[], None]],
    tip: Callable[[int, str], str] = lambda _, summary: summary,
) -> list[Widget]:
    """Return a button a lens; ``choose`` gives the action of one, ``tip`` what is said of it."""
    return [
        Button(
            lens.title,
            choose(i),
            kind="chosen" if i == chosen else "plain",
            key=f"lens {lens.id}",
            tip=tip(i, lens.summary),
        )
        for i, lens in enumerate(lenses)
    ]


def buttons(scene: Scene) -> list[Widget]:
    """Return the buttons that look closer and wider."""
    made: list[Widget] = []
    for name, title, mark, steps in STEPS:
        tip = f"{title}\nKey: {spoken(scene.app.keys.of(name))}; the wheel does the same."
        button = Button("", look(scene, steps), mark=mark, tip=tip, key=name)
        button.name = title
        made.append(button)
    return made
