"""The screen of a climax: it acts, ends by any key, stands still where asked, and keeps secrets."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.cli._lobby import GameLobby
from game.desk import map_acts
from game.desk.build_climax import CUES, PICTURES
from game.desk.desk import Desk
from game.desk.models import Climax, MapActs
from game.engine.board import HANOI, WASHINGTON
from game.ui import cues
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.climax import ClimaxScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.sound import Sound
from tests.ui.people import begin, desk_of, press, sit_down
from tests.ui.windows import Clock, click, find, key, window

ACTS: dict[str, MapActs] = {
    "offensive": map_acts.offensive((0, 1, 2, 3)),
    "a later offensive": map_acts.offensive((0, 1, 2, 3), 1, True, (map_acts.LAOS,)),
    "upper": map_acts.offensive((0, 1)),
    "upper later": map_acts.offensive((0, 1), 1),
    "lower": map_acts.offensive((2, 3)),
    "lower later": map_acts.offensive((2, 3), 1, False, (map_acts.CAMBODIA,)),
    "bombs": map_acts.bombs(2),
    "mines": map_acts.mines(),
    "christmas": map_acts.christmas(),
    "session": map_acts.session(),
    "door_open": map_acts.door(HANOI, True),
    "door_shut": map_acts.door(WASHINGTON, False),
    "leak": map_acts.leak((HANOI,)),
    "signature": map_acts.signature(),
    "saigon_falls": map_acts.saigon_falls(),
    "consent_breaks": map_acts.consent_breaks(),
    "north_breaks": map_acts.north_breaks(),
    "unsettled": map_acts.unsettled(),
}


def sample(occasion: str, cue: str = "") -> Climax:
    return Climax(
        occasion,
        "January to March 1968",
        "Everywhere at once",
        "gate",
        "They attack.",
        "11,215",
        "soldiers died",
        ACTS[occasion],
        cue,
    )


def shown(*occasions: str, still: bool = False, cue: str = "") -> tuple[App, Clock, list[str]]:
    """Return a window at the climaxes of some occasions, and what is noted when they are over."""
    app, clock = window(still=still)
    over: list[str] = []
    app.push(ClimaxScene([sample(one, cue) for one in occasions], lambda: over.append("over")))
    return app, clock, over


def scene(app: App) -> ClimaxScene:
    top = app.top()
    assert isinstance(top, ClimaxScene)
    return top


def pixels(app: App) -> bytes:
    app.frame()
    return pygame.image.tobytes(app.surface, "RGB")


def let_act(app: App, clock: Clock, seconds: float) -> None:
    """Let time pass in the steps in which the window moves, painting only what has changed."""
    until = clock.time + seconds
    while clock.time < until:
        clock.time += 1 / 30
        app.tick()
        app.frame()


@pytest.mark.parametrize("occasion", ["offensive", "saigon_falls", "signature"])
def test_it_acts_and_comes_to_what_stands_where_motion_is_reduced(occasion: str) -> None:
    app, clock, _ = shown(occasion)
    first = pixels(app)
    let_act(app, clock, 2.0)
    halfway = pixels(app)
    let_act(app, clock, 6.0)
    assert not scene(app).playing()
    at_the_end = pixels(app)
    still, _, _ = shown(occasion, still=True)
    assert not scene(still).playing()
    assert at_the_end == pixels(still)  # painted piece by piece as at once
    assert len({first, halfway, at_the_end}) == 3
    assert all(widget.moves_in() is None for widget in scene(app).movers)  # and sleeps


def test_every_occasion_acts_on_the_map_it_looks_at() -> None:
    assert set(ACTS) >= set(PICTURES)
    for occasion in ACTS:
        app, _, _ = shown(occasion, still=True)
        acting = scene(app).acting
        assert acting is not None
        app.frame()
        for sign, timed in acting.marks:
            x, y = acting._at(acting._place(sign))
            assert acting.rect.collidepoint(x, y), (occasion, sign.place)
            assert acting.rect.contains(acting._name_box(sign)), (occasion, sign.label)
            assert timed.end <= 8.0
        boxes = [acting._name_box(sign) for sign, _ in acting.marks]
        for place, box in enumerate(boxes):
            assert box.inflate(-8, -8).collidelist(boxes[place + 1 :]) < 0, occasion


def test_any_key_or_click_ends_the_acting_and_only_the_next_goes_on() -> None:
    ends: tuple[Callable[[App], None], ...] = (
        lambda app: key(app, "space"),
        lambda app: key(app, "q"),
        lambda app: key(app, "return"),
        lambda app: click(app, (900, 300)),
    )
    for end in ends:
        app, clock, over = shown("offensive")
        let_act(app, clock, 0.5)
        end(app)
        assert not scene(app).playing()
        assert not over
        key(app, "return")
        assert over == ["over"]
    app, clock, over = shown("offensive", "leak")
    key(app, "escape")  # at once to the next
    assert scene(app).climax.occasion == "leak"
    assert scene(app).playing()
    click(app, (900, 300))
    click(app, find(scene(app), "go on"))
    assert over == ["over"]


def test_one_sound_by_name_and_silence_for_one_that_does_not_exist(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(Sound, "play", lambda self, name: heard.append(name) or False)
    shown("offensive", cue="climax_offensive")
    assert heard == ["climax_offensive"]
    monkeypatch.undo()
    named = {f"climax_{CUES.get(occasion, occasion)}" for occasion in PICTURES}
    assert named == {name for name in cues.MADE if name.startswith("climax")}
    app, _, _ = shown("offensive", cue="climax_that_nobody_made")
    assert scene(app).playing()


def two(folder: Path, **orders: str) -> tuple[Flow, list[str]]:
    """Play the first quarter of the full war by two people; Hanoi's orders are given by ladder and
    rung. Return every screen up to Washington's second quarter, and the window."""
    flow, _ = sit_down(folder)
    app = flow.app
    begin(app, "vietnam-1965-1973", "two", "5")
    screens: list[str] = []
    for side in (WASHINGTON, HANOI):
        press(app, "confirm")
        desk = desk_of(flow)
        desk.order("bombing", "interdiction") if side == WASHINGTON else [
            desk.order(ladder, rung) for ladder, rung in orders.items()
        ]
        desk.end()
        flow.turn(desk)
    for _ in range(30):
        top = app.top()
        screens.append(type(top).__name__)
        if isinstance(top, ClimaxScene):
            screens.append(f"{top.climax.occasion} {top.climax.sentence} {top.climax.figure}")
            key(app, "return")
        elif isinstance(top, CurtainScene):
            press(app, "confirm")
        elif isinstance(top, ResolutionScene):
            key(app, "escape")
        else:
            break
    return flow, screens


def test_two_in_a_room_watch_before_the_curtain_and_nothing_there_tells_of_secrets(
    tmp_path: Path,
) -> None:
    quiet = two(tmp_path / "a")[1]
    secret = two(tmp_path / "b", patrons="beijing", labour="air_defence", home="exhort")[1]
    assert quiet[0] == "ClimaxScene"
    assert quiet[1].startswith("bombs ")
    assert quiet[2] == "CurtainScene"
    assert quiet.count("ClimaxScene") == 1  # after the curtain it is not shown again
    until = quiet.index("CurtainScene") + 1
    assert secret[:until] == quiet[:until]


def test_alone_it_stands_before_the_cables_and_comes_again_after_a_cover(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    lobby = flow.lobby
    assert isinstance(lobby, GameLobby)
    lobby.choose("campaign", "vietnam-1965-1973")
    lobby.choose("level", "glance")
    flow.play(lobby.start())
    desk = flow.desk
    assert isinstance(desk, Desk)
    desk.order("bombing", "interdiction")
    desk.end()
    flow.turn(desk)
    assert scene(flow.app).climax.occasion == "bombs"
    flow.cover_all()
    key(flow.app, "return")
    assert scene(flow.app).climax.occasion == "bombs"
    key(flow.app, "return")
    assert isinstance(flow.app.top(), ResolutionScene)


def test_words_are_whole_at_every_size_of_window_and_text() -> None:
    long = replace(
        sample("signature"),
        terms=tuple((f"Issue {n}", "In place, no reinforcement") for n in range(5)),
        record="In the record many died. " * 3,
        source="A book",
    )
    for size, scale in (((1024, 600), 1.0), ((1024, 600), 2.0), ((1920, 1080), 1.5)):
        app, _ = window(size, scale)
        app.push(ClimaxScene([long, long], lambda: None))
        app.frame()
        assert (scene(app).acting is None) == (scale == 2.0)
        for widget in scene(app).root.walk():
            assert not any(run.shortened for run in widget.runs), (size, scale, widget.name)
