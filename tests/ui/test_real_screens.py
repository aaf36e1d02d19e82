"""Every screen over a real game: no fault for a stranger's eyes, and none changes the war."""

from pathlib import Path

import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.world import digests
from game.ui.app import App
from tests.ui import real
from tests.ui.windows import Clock, window
from tools import showcase
from tools.audit import audit
from tools.screens import drawn

NAMES = tuple(real.screens())
SIZES = (
    ((1280, 720), 1.0, False),
    ((1280, 720), 1.75, False),
    ((1920, 1080), 1.0, False),
    ((1920, 1080), 1.75, False),
    ((1024, 600), 2.0, False),
    ((1280, 720), 1.0, True),
)


def worlds() -> list[str]:
    """Return the digest of every world that some screen shows."""
    games = [
        showcase.game_at(when, side)
        for when, side in (
            (showcase.AFTER_TET, WASHINGTON),
            (showcase.AFTER_TET, HANOI),
            (showcase.AT_THE_TABLE, HANOI),
        )
    ]
    return [digests(game.past.world)[0] for game in (*games, showcase.whole())]


@pytest.mark.parametrize("name", NAMES)
def test_a_real_screen_has_no_fault_at_any_size_and_leaves_the_world_as_it_was(name: str) -> None:
    before = worlds()
    for size, scale, pseudo in SIZES:
        app, _ = window(size, scale, pseudo)
        assert audit(app, real.show(app, name)) == [], (size, scale, pseudo)
        app.frame()
    assert worlds() == before


def test_there_are_at_least_ten_screens_and_so_forty_pictures() -> None:
    assert len(NAMES) >= 10


def test_the_pictures_of_a_screen_are_drawn_at_both_sizes(tmp_path: Path) -> None:
    assert drawn(real.folder(), tmp_path, "curtain", 1.75) == 2
    assert {path.name for path in tmp_path.iterdir()} == {
        "curtain-1280x720-175.png",
        "curtain-1920x1080-175.png",
    }


def supply(still: bool) -> tuple[App, Clock]:
    app, clock = window(still=still)
    scene = real.show(app, "hanoi orders")
    scene.actions["lens_5"]()
    app.frame()
    return app, clock


def test_the_arrows_of_a_lens_march_and_only_they_are_painted_again() -> None:
    app, clock = supply(still=False)
    clock.time += 1.0
    app.tick()
    painted = app.frame()
    assert painted
    assert sum(r.width * r.height for r in painted) < 0.2 * 1280 * 720


def test_with_reduced_motion_nothing_marches() -> None:
    app, clock = supply(still=True)
    clock.time += 1.0
    app.tick()
    assert app.frame() == []
