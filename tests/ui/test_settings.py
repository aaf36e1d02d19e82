"""Settings, keys and sound: what the player chose is kept, and nothing fails without a card."""

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.desk.build_quarter import CUES
from game.desk.models import Cable
from game.ui import cues, settings, shape, sound, start, theme
from game.ui.keys import DEFAULTS, TITLES, Keys
from game.ui.scenes.settings import KeysScene, SettingsScene
from game.ui.theme import Theme
from game.ui.widgets.controls import Button
from tests.ui.screens import quarter, show
from tests.ui.windows import key, tab_to, window


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    mine = settings.Settings(text_scale=1.75, reduced_motion=True, keys={"log": "j"})
    settings.save(mine, tmp_path / "window.json")
    assert settings.load(tmp_path / "window.json") == mine


@pytest.mark.parametrize("text", ["", "[]", '{"text_scale": "huge", "sound": 3}', "{"])
def test_settings_that_make_no_sense_are_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "window.json").write_text(text)
    assert settings.load(tmp_path / "window.json") == settings.Settings()


def test_every_action_has_a_title_and_no_two_share_a_key() -> None:
    assert set(TITLES) == set(DEFAULTS)
    assert len(set(DEFAULTS.values())) == len(DEFAULTS)


def test_a_key_bound_anew_leaves_its_former_action() -> None:
    keys = Keys()
    assert keys.bind("log", "x") == "codex"
    assert keys.of("log") == "x"
    assert keys.of("codex") == ""


def test_tab_cannot_be_bound() -> None:
    with pytest.raises(ValueError, match="tab"):
        Keys().bind("log", "tab")


def test_a_key_is_remapped_in_the_window() -> None:
    app, _ = window()
    app.push(quarter())
    app.push(SettingsScene())
    tab_to(app, "Keys")
    key(app, "return")
    assert isinstance(app.top(), KeysScene)
    for _ in range(list(DEFAULTS).index("log")):
        key(app, "down")
    key(app, "return")
    key(app, "j")
    assert app.keys.of("log") == "j"


def test_larger_text_lays_out_again() -> None:
    app, _ = window()
    app.push(SettingsScene())
    tab_to(app, "choice Size of the text")
    key(app, "right")
    assert app.setter.theme.scale == 1.25


@pytest.mark.parametrize("name", sorted({*CUES.values(), Cable.cue}))
def test_every_cable_can_be_heard_and_captioned(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = window()
    made: list[str] = []

    def play(cue: str) -> bool:
        made.append(cue)
        return len(cues.wave(cue)) > 0

    app.settings.captions = True
    monkeypatch.setattr(app.sound, "play", play)
    app.cue(name)
    assert made == [name]
    assert app.caption is not None
    assert app.caption[0]


def test_a_caption_covers_nothing_that_can_be_pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = window()
    monkeypatch.setattr(app.sound, "play", lambda cue: True)
    app.settings.captions = True
    for name in ("quarter dossier", "new game", "debrief first", "resolution", "briefing"):
        scene = show(app, name)
        app.cue("page")
        buttons = [w.seen() for w in scene.root.walk() if isinstance(w, Button)]
        assert app._caption_rect().width, name
        assert app._caption_rect().top > app.window().height / 4, "the header stays free"
        assert app._caption_rect().collidelist(buttons) < 0, name


def test_no_cue_is_captioned_unless_that_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = window()
    monkeypatch.setattr(app.sound, "play", lambda cue: True)
    show(app, "quarter dossier")
    app.cue("page")
    assert app.caption is None


def test_a_cue_that_is_not_made_is_no_other_cue() -> None:
    with pytest.raises(KeyError):
        sound.Sound().play("trumpet")


def test_without_sound_a_cue_is_silence() -> None:
    silent = sound.Sound()
    silent.set(False, 1.0, True)
    assert not silent.play("bell")


def test_the_driver_the_user_chose_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    surface = start.open_window(settings.Settings())
    assert surface.get_size() == (1280, 720)


def test_the_first_thing_a_window_shows_is_there_before_the_title_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    shown: list[int] = []
    flip = pygame.display.flip

    def seen() -> None:
        picture = pygame.surfarray.array3d(pygame.display.get_surface())
        shown.append(len(np.unique(picture.reshape(-1, 3), axis=0)))
        flip()

    monkeypatch.setattr(pygame.display, "flip", seen)
    start.open_window(settings.Settings())
    assert shown, "nothing was put on the screen"
    assert shown[0] > 2, "no words stood on it"


@pytest.mark.parametrize(
    ("wanted", "desktop", "given"),
    [
        ((1280, 720), (1920, 1080), (1280, 720)),
        ((1920, 1080), (1366, 768), (1350, 672)),
        ((1280, 720), (1280, 720), (1264, 624)),
        ((1280, 720), (800, 480), (1024, 600)),
        ((100, 100), (1920, 1080), (1024, 600)),
    ],
)
def test_a_window_fits_the_desktop_down_to_the_smallest_size(
    wanted: tuple[int, int],
    desktop: tuple[int, int],
    given: tuple[int, int],
) -> None:
    assert shape.fitting(wanted, [desktop]) == given


def test_the_size_that_is_remembered_is_the_window_s_not_the_whole_screen_s() -> None:
    app, _ = window((1280, 720))
    app.settings.fullscreen = True
    app.resize(1920, 1080)
    assert (app.settings.width, app.settings.height) == (1280, 720)
    app.settings.fullscreen = False
    app.resize(1400, 900)
    assert (app.settings.width, app.settings.height) == (1400, 900)


def test_an_invisible_driver_nobody_chose_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    monkeypatch.setattr(pygame.display, "init", lambda: None)
    monkeypatch.setattr(pygame.display, "quit", lambda: None)
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "offscreen")
    with pytest.raises(start.NoDisplay, match="no display"):
        start.open_window(settings.Settings())


@pytest.mark.parametrize(
    ("desktop", "scale", "size"),
    [
        ((1366, 768), 1.0, (1280, 720)),
        ((1920, 1080), 1.25, (1600, 900)),
        ((2560, 1440), 1.75, (2240, 1260)),
        ((3840, 2160), 2.0, (2560, 1440)),
    ],
)
def test_text_and_window_follow_the_desktop_at_the_first_start(
    desktop: tuple[int, int],
    scale: float,
    size: tuple[int, int],
    tmp_path: Path,
) -> None:
    fresh = settings.load(tmp_path / "none.json")
    assert fresh.fresh
    shape.first_shape(fresh, [desktop])
    assert (fresh.text_scale, fresh.width, fresh.height) == (scale, *size)
    assert settings.save(fresh, tmp_path / "window.json")
    again = settings.load(tmp_path / "window.json")
    assert not again.fresh
    assert again.text_scale == scale


def seen_without_red_and_green(colour: theme.Colour) -> tuple[float, float]:
    """Return a colour as whoever cannot tell red from green sees it: light, and blue to yellow."""
    return theme.luminance(colour), (colour[2] - (colour[0] + colour[1]) / 2) / 255


def test_the_blue_and_yellow_palette_is_told_apart_and_read() -> None:
    tone = Theme(palette=theme.BLUE_YELLOW).tone
    dark = (theme.NIGHT, theme.PANEL, theme.RAISED, theme.SUNKEN, tone(theme.SELECTED))
    for colour in (theme.THEIRS, theme.GOOD, theme.BAD):
        assert all(theme.contrast(tone(colour), ground) >= 4.5 for ground in dark)
    for ground in (theme.DANGER, theme.RED, theme.SELECTED):
        assert theme.contrast(theme.LIGHT, tone(ground)) >= 4.5
    for ink in (theme.THEIRS_INK, theme.GOOD_INK, theme.STAMP):
        assert theme.contrast(tone(ink), theme.PAPER) >= 4.5
    for one, other in ((theme.OURS, theme.THEIRS), (theme.GOOD, theme.BAD)):
        blue, yellow = (seen_without_red_and_green(tone(each))[1] for each in (one, other))
        assert blue - yellow > 0.6


def painted(name: str, palette: str) -> set[theme.Colour]:
    """Return every colour on a screen in a palette."""
    app, _ = window()
    app.settings.palette = palette
    app.retheme()
    show(app, name)
    app.frame()
    pixels = np.unique(pygame.surfarray.array2d(app.surface) & 0xFFFFFF)
    return {(int(one) >> 16, int(one) >> 8 & 255, int(one) & 255) for one in pixels}


def test_a_palette_reaches_charts_bars_and_maps_and_leaves_none_of_the_usual_colours() -> None:
    replaced = theme.PALETTES[theme.BLUE_YELLOW]
    assert not set(replaced) & set(replaced.values()), "a colour must not be replaced twice"
    shades = {
        theme.mix(ground, colour, share): colour
        for colour in replaced
        for ground, share in ((theme.SUNKEN, 0.42), (theme.SUNKEN, 0.75), (theme.PANEL, 0.55))
    }
    gone = {**shades, **{colour: colour for colour in replaced}}
    seen = set[theme.Colour]()
    for name in ("quarter dossier", "quarter charts", "debrief first", "rule try"):
        usual = painted(name, theme.USUAL) & set(gone)
        assert usual, f"{name} shows no colour that the palette replaces"
        assert not painted(name, theme.BLUE_YELLOW) & set(gone), name
        seen |= usual
    assert {theme.THEIRS, theme.VERMILION, theme.GREEN} <= {gone[colour] for colour in seen}
    assert seen & set(shades), "no colour that is mixed before it is painted"


def test_a_palette_is_chosen_and_painted() -> None:
    app, _ = window()
    scene = quarter("table")
    app.push(scene)
    app.frame()
    usual = pygame.image.tobytes(app.surface, "RGB")
    app.settings.palette = theme.BLUE_YELLOW
    app.retheme()
    app.frame()
    assert pygame.image.tobytes(app.surface, "RGB") != usual
