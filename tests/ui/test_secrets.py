"""Passphrases in the window: chosen behind a curtain, asked for at loading, never shown."""

from pathlib import Path

import pygame
import pytest

from game.record import saves, sealing
from game.ui import work
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.newgame import NewGameScene
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.secrets import AGAIN, PASSPHRASE, ChoosePassphrases, Unlock
from game.ui.scenes.title import Title
from game.ui.widgets import controls
from game.ui.widgets.secret import CAPS, SecretField
from tests.ui.people import desk_of, press, said, sit_down, type_in
from tests.ui.windows import click, find, key, tab_to, window

WASHINGTON, HANOI, SPARE = "harvest moon", "đồng bằng sông Hồng", "chalk and blackboard"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys at the least cost a file may have."""
    monkeypatch.setattr(sealing, "COST", sealing.COSTS[0])


@pytest.fixture
def flow(tmp_path: Path) -> Flow:
    return sit_down(tmp_path)[0]


def choose_two(flow: Flow, papers: str) -> None:
    """Come to the choices of a new game of two, the shortest there is."""
    flow.lobby.choose("campaign", "tiny")
    flow.lobby.choose("mode", "two")
    flow.lobby.choose("papers", papers)
    flow.new_game()
    press(flow.app, "begin")


def twice(app: App, first: str, again: str) -> None:
    """Type a passphrase twice; Enter leads on."""
    type_in(app, PASSPHRASE, first)
    key(app, "return")
    type_in(app, AGAIN, again)
    key(app, "return")


def sealed(flow: Flow, spare: str = "") -> Path:
    """Begin a sealed game and leave it; return its file."""
    choose_two(flow, "sealed")
    twice(flow.app, WASHINGTON, WASHINGTON)
    twice(flow.app, HANOI, HANOI)
    if spare:
        twice(flow.app, spare, spare)
    else:
        press(flow.app, "no spare")
    press(flow.app, "confirm")
    path = desk_of(flow).game.keeper.path
    assert path is not None
    flow.title()
    return path


def test_the_choice_of_papers_stands_only_where_two_people_play(flow: Flow) -> None:
    flow.new_game()
    assert "How the game is kept" not in said(flow.app)
    flow.lobby.choose("mode", "two")
    flow.new_game()
    tab_to(flow.app, "choice How the game is kept")
    key(flow.app, "right")
    assert flow.lobby.new_game().kept == "sealed"
    assert "Next, each side chooses its passphrase" in said(flow.app)


def test_a_plain_game_of_two_says_so_before_anybody_sits_down(flow: Flow) -> None:
    choose_two(flow, "plain")
    assert isinstance(flow.app.top(), CurtainScene)
    assert "whoever opens it can read both sides' papers" in said(flow.app)


def test_two_people_seal_their_game_and_nothing_typed_is_shown_or_kept(flow: Flow) -> None:
    app = flow.app
    choose_two(flow, "sealed")
    assert isinstance(app.top(), ChoosePassphrases)
    twice(app, "moon", "moon")
    assert "at least 8 letters" in said(app)
    twice(app, WASHINGTON, "harvest mon")
    assert "The two differ" in said(app)
    type_in(app, PASSPHRASE, WASHINGTON)
    app.dirty_all()
    app.frame()
    shown = [run.text for widget in app.top().root.walk() for run in widget.runs]
    assert not any(WASHINGTON in text or "harvest" in text for text in shown)
    assert WASHINGTON not in said(app)
    key(app, "return")
    type_in(app, AGAIN, WASHINGTON)
    key(app, "return")
    twice(app, HANOI, HANOI)
    press(app, "no spare")
    assert isinstance(app.top(), CurtainScene)
    path = desk_of(flow).game.keeper.path
    assert path is not None
    assert b"sealed" in path.read_bytes()
    assert WASHINGTON.encode() not in path.read_bytes()
    assert "sealed under both sides' passphrases" in said(app)


def test_a_sealed_game_tells_its_header_and_opens_only_with_both_passphrases(flow: Flow) -> None:
    app, path = flow.app, sealed(flow)
    before = path.read_bytes()
    press(app, "Load")
    assert isinstance(app.top(), SavesScene)
    assert "two people, sealed" in " ".join(item.note for item in listed(app))
    tab_to(app, "list Saved games")
    key(app, "return")
    assert isinstance(app.top(), Unlock)
    (kept,) = flow.lobby.saves()
    assert f"Quarter: {kept.quarter}" in said(app)
    press(app, "open")
    assert "Both sides' passphrases are needed" in said(app)
    unlock(app, WASHINGTON, "red river")
    assert "the passphrase of Hanoi does not open it; nothing was changed" in said(app)
    assert path.read_bytes() == before
    assert flow.desk is None
    unlock(app, WASHINGTON, HANOI)
    assert isinstance(app.top(), CurtainScene)
    press(app, "confirm")
    assert desk_of(flow).game.keeper.path == path


def listed(app: App) -> tuple[controls.Widget, ...]:
    """Return the rows of the list of saved games."""
    return next(w for w in app.top().root.walk() if w.key == "list Saved games").items


def unlock(app: App, washington: str, hanoi: str) -> None:
    """Type both sides' passphrases; Enter leads on."""
    type_in(app, "Washington's passphrase", washington)
    key(app, "return")
    type_in(app, "Hanoi's passphrase", hanoi)
    key(app, "return")


def test_the_spare_passphrase_opens_a_game_alone_by_mouse(flow: Flow) -> None:
    app = flow.app
    sealed(flow, SPARE)
    press(app, "Load")
    click(app, find(app.top(), "load"))
    (field,) = [w for w in app.top().stops() if w.name == "The facilitator's spare passphrase"]
    click(app, field.rect.center)
    for letter in SPARE:
        app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    click(app, find(app.top(), "open"))
    assert isinstance(app.top(), CurtainScene)
    assert any("spare passphrase" in entry.text for entry in desk_of(flow).game.entries)


def test_one_goes_back_from_passphrases_without_a_game(flow: Flow, tmp_path: Path) -> None:
    choose_two(flow, "sealed")
    key(flow.app, "escape")
    assert isinstance(flow.app.top(), NewGameScene)
    assert saves(tmp_path) == []
    key(flow.app, "escape")
    assert isinstance(flow.app.top(), Title)


def test_a_secret_takes_paste_and_every_alphabet_and_tells_caps_lock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app, _ = window()
    scene = ChoosePassphrases(lambda chosen: None, lambda: None)
    app.push(scene)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "ключ от двери\nanother line")
    key(app, "v", pygame.KMOD_CTRL)
    assert scene.typed[0] == "ключ от двери"
    field = scene.focus
    assert isinstance(field, SecretField)
    key(app, "left", pygame.KMOD_CAPS)
    app.dirty_all()
    app.frame()
    assert [run.text for run in field.runs] == [CAPS]
    key(app, "left")
    app.dirty_all()
    app.frame()
    assert field.runs == []


def test_where_there_is_no_clipboard_nothing_is_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "get_text", none)
    assert controls.pasted() == ""


def test_opening_a_sealed_game_shows_a_sign_before_the_work_begins(flow: Flow) -> None:
    app, path = flow.app, sealed(flow)
    flow.saves()
    key(app, "return")
    type_in(app, "Washington's passphrase", WASHINGTON)
    type_in(app, "Hanoi's passphrase", HANOI)
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    assert isinstance(app.top(), Unlock)
    assert app.work is not None
    assert app.work.sign == work.OPENING
    app.frame()
    work.finish(app)
    assert isinstance(app.top(), CurtainScene)
    assert path.exists()
