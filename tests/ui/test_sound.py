"""Sound: every level within bounds, one key for silence, captions by choice, and nothing that tells
one of two people what the other does."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.desk import build_climax
from game.desk.desk import Desk
from game.desk.surroundings import SEASONS, surroundings
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.record import Game
from game.ui import beds, cues, settings, sound
from game.ui.flow import Flow
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.settings import SettingsScene
from game.ui.waves import Wave
from game.ui.widgets.controls import Checkbox
from tests.desk.wars import random_war
from tests.ui.desks import SampleLobby
from tests.ui.screens import show
from tests.ui.windows import key, window
from tools import sounds

CLIMAXES = (
    "offensive",
    "bombs",
    "session",
    "door_open",
    "door_shut",
    "leak",
    "signature",
    "collapse",
    "unsettled",
)


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A card that plays to nobody."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield
    pygame.mixer.quit()


def test_every_sound_is_within_its_bounds() -> None:
    found = sounds.levels()
    assert {one.name for one in found} == {*cues.MADE, *beds.LAYERS}
    assert {one.name: one.faults() for one in found if one.faults()} == {}


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda wave: wave * 20, "clipped"),
        (lambda wave: wave * 3.5, "peak"),
        (lambda wave: wave * 0.02, "loudness"),
        (lambda wave: wave + 0.01, "mean"),
        (lambda wave: wave[np.abs(wave).argmax() :], "click"),
        (lambda wave: np.tile(wave, 9), "too long"),
    ],
)
def test_a_sound_out_of_bounds_is_found(spoil: Callable[[Wave], Wave], said: str) -> None:
    wave = spoil(cues.wave("bell"))
    assert any(said in fault for fault in sounds.measured("x", wave, sounds.DESK, False).faults())


def test_a_loop_with_a_seam_is_found() -> None:
    whole = beds.bed("hanoi summer")
    slope = np.linspace(-0.02, 0.02, len(whole))
    assert sounds.measured("x", whole, sounds.ROOM, True).seam <= 1.0
    assert any("seam" in said for said in sounds.measured("x", slope, sounds.ROOM, True).faults())


def test_loudness_is_that_of_a_tone_as_the_standard_has_it() -> None:
    full = np.sin(2 * np.pi * 997 * np.arange(made_rate() * 2) / made_rate())
    assert sounds.loudness(full) == pytest.approx(-3.01, abs=0.1)  # BS.1770-4, one channel


def made_rate() -> int:
    """Return the samples a second."""
    return sound.RATE


def volume_of_the_bed() -> float:
    """Return how loud what hums is played, 0..1."""
    playing = pygame.mixer.Channel(0).get_sound()
    assert playing is not None
    return playing.get_volume()


def test_every_climax_has_a_cue_and_every_sound_a_caption() -> None:
    assert {f"climax_{name}" for name in CLIMAXES} == {x for x in cues.MADE if "climax" in x}
    assert set(cues.CAPTIONS) == set(cues.MADE) == set(cues.PEAKS)
    assert set(beds.CAPTIONS) == set(beds.LAYERS)
    assert {one for layers in beds.LAYERS.values() for one in layers} == set(beds.MADE)


def test_every_chair_and_season_has_surroundings_and_two_people_none() -> None:
    for side in (WASHINGTON, HANOI):
        names = [surroundings(side, f"1968Q{quarter}", False) for quarter in (1, 2, 3, 4)]
        assert names == [f"{SIDES[side]} {season}" for season in SEASONS]
        assert set(names) <= set(beds.LAYERS)
        assert surroundings(side, "1968Q1", True) == ""


@pytest.mark.usefixtures("mixer")
def test_a_bed_is_made_a_layer_at_a_time_and_follows_the_volume() -> None:
    if pygame.mixer.get_init():
        pygame.mixer.stop()  # what another test of this process may have left humming
    made = sound.Sound()
    made.set(True, 0.4, True)
    assert made.hum("hanoi summer")
    assert not made.hum("hanoi summer")
    steps = 0
    while not pygame.mixer.get_init() or not pygame.mixer.Channel(0).get_busy():
        assert made.due()
        made.step()
        steps += 1
    assert steps == len(beds.LAYERS["hanoi summer"]) + 1
    assert volume_of_the_bed() == pytest.approx(0.4, abs=0.02)
    while made.due():
        made.step()  # the climaxes' cues, ahead of them
    made.set(True, 1.0, True)
    assert volume_of_the_bed() == pytest.approx(1.0, abs=0.02)
    assert made.play("climax_door_open")
    made.set(True, 1.0, False)
    assert not made.due()
    made.set(False, 1.0, True)
    assert not made.play("bell")
    made.set(True, 0.0, True)
    assert not made.play("bell")
    assert not made.due()


@pytest.mark.parametrize("why", ["no card", "refused"])
def test_nothing_breaks_without_a_card(why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise pygame.error("no such device")

    monkeypatch.setattr(sound, "may_sound", lambda: why != "no card")
    monkeypatch.setattr(pygame.mixer, "init", refuse)
    app, _ = window()
    app.settings.sound = app.settings.captions = True
    app.tune()
    for screen in ("title", "quarter dossier"):
        show(app, screen)
        app.tick()
        app.cue("climax_signature")
        app.mute()
        app.mute()
    assert not app.sound.due()
    assert app.caption is not None


def test_one_key_is_silence_and_the_settings_name_it() -> None:
    app, _ = window()
    app.settings.sound = True
    app.tune()
    show(app, "quarter dossier")
    key(app, "m")
    assert not app.settings.sound
    assert not app.sound.play("bell")
    key(app, "m")
    assert app.settings.sound
    scene = SettingsScene()
    app.push(scene)
    notes = [one.note for one in scene.root.walk() if isinstance(one, Checkbox)]
    assert any("key M does" in note for note in notes), notes


def test_captions_of_the_first_edition_were_nobodys_choice(tmp_path: Path) -> None:
    place = tmp_path / "window.json"
    place.write_text(json.dumps({"captions": True, "sound": False, "text_scale": 1.5}))
    found = settings.load(place)
    assert (found.captions, found.sound, found.text_scale) == (False, False, 1.5)
    settings.save(settings.Settings(captions=True, volume=0.25), place)
    assert settings.load(place).captions
    assert settings.load(place).volume == 0.25


def test_every_climax_is_heard_by_a_cue_there_is() -> None:
    wanted = {f"climax_{build_climax.CUES.get(one, one)}" for one in build_climax.PICTURES}
    assert wanted == {f"climax_{name}" for name in CLIMAXES}
    assert wanted <= set(cues.MADE)


def test_from_the_curtain_on_a_side_of_two_makes_no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = window()
    heard: list[str] = []
    monkeypatch.setattr(app.sound, "play", heard.append)
    flow = Flow(app, SampleLobby(), "0.2.0")
    game = Game(random_war(1).past.until("1966Q1"))
    flow.play(Desk(game, {}))
    assert isinstance(app.top(), CurtainScene)
    key(app, "return")
    app.cue("telex")
    key(app, "f4")
    app.tick()
    assert heard == []
    assert app.bed() == ""
    flow.desk = None  # back at the title
    app.cue("telex")
    assert heard == ["telex"]


def test_one_of_two_people_plays_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = window()
    heard: list[str] = []
    monkeypatch.setattr(app.sound, "play", heard.append)
    monkeypatch.setattr(app.sound, "hum", lambda name: heard.append(f"bed {name}"))
    app.settings.captions = True
    scene = show(app, "quarter dossier")
    app.private = lambda: True
    app.cue("telex")
    app.tick()
    assert heard == ["bed "]
    assert app.caption is None
    scene.public = True
    app.cue("climax_session")
    assert heard[-1] == "climax_session"
    app.private = lambda: False
    scene.curtain = True
    app.cue("climax_session")
    app.dirty_all()
    app.tick()
    assert heard[2:] == ["bed "]
