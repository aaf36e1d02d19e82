"""What works on every screen: each key that is listed, and Escape."""

import pytest

from game.ui.flow import Flow
from game.ui.keys import DEFAULTS
from game.ui.scenes.common import Modal, Question
from game.ui.scenes.menu import SaveAs
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.title import Title
from tests.ui.people import begin, press
from tests.ui.screens import SCREENS
from tests.ui.windows import key


def test_every_key_that_is_listed_does_something_in_a_quarter(flow: Flow) -> None:
    begin(flow.app, "tet", "alone", "7")
    press(flow.app, "go on")
    top = flow.app.top()
    assert isinstance(top, QuarterScene)
    assert not set(DEFAULTS) - {*top.actions, *flow.app.actions}


def test_the_settings_open_by_their_key_wherever_one_is_and_only_once(flow: Flow) -> None:
    app = flow.app
    key(app, "f10")
    assert isinstance(app.top(), SettingsScene)
    key(app, "f10")
    assert sum(isinstance(scene, SettingsScene) for scene in app.stack) == 1
    key(app, "escape")
    begin(app, "tet", "alone", "7")
    for screen in (BriefingScene, QuarterScene):
        assert isinstance(app.top(), screen)
        key(app, "f10")
        assert isinstance(app.top(), SettingsScene)
        key(app, "escape")
        assert isinstance(app.top(), screen)
        if screen is BriefingScene:
            press(app, "go on")
    key(app, "escape")
    key(app, "f10")
    assert isinstance(app.top(), SettingsScene)


def test_a_copy_is_saved_by_its_key(flow: Flow) -> None:
    begin(flow.app, "tet", "alone", "7")
    press(flow.app, "go on")
    flow.app.actions["save"]()
    assert isinstance(flow.app.top(), SaveAs)


@pytest.mark.parametrize("name", SCREENS)
def test_escape_leads_back_from_every_screen_but_a_curtain(flow: Flow, name: str) -> None:
    scene = SCREENS[name]()
    before = list(flow.app.stack)
    flow.app.push(scene)
    if scene.curtain:
        return
    if "menu" in scene.actions and not isinstance(scene, Modal):
        return  # its own way back, which its own tests follow
    key(flow.app, "escape")
    if scene.modal:
        assert flow.app.stack == before
    else:
        assert isinstance(flow.app.top(), Question)


def test_escape_leads_from_the_briefing_to_the_title_and_leaves_no_game_in_play(flow: Flow) -> None:
    begin(flow.app, "tet", "alone", "7")
    assert isinstance(flow.app.top(), BriefingScene)
    key(flow.app, "escape")
    assert isinstance(flow.app.top(), Title)
    assert flow.lobby.saves() == ()
