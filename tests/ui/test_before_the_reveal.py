"""While a war goes on no screen, paper, file header or log speaks of the rule, nor of what the
other side has sealed: everything that can be opened is opened and read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli._lobby import GameLobby
from game.desk.desk import Desk
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.study.debrief import forecasts
from game.study.debrief.model_page import CHAPTERS, SLIDERS
from game.study.debrief.words import BRANCH_TITLES
from game.study.papers.export import write
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scene import Scene
from game.ui.scenes.quarter import PAGES, QuarterScene
from tests.study.opened_wars import SECRETS
from tests.ui.people import press, settle
from tests.ui.windows import key, window
from tools.audit import audit

MODEL = (
    "highly resilient",
    "of low resilience",
    "a hawk",
    "a dove",
    "log-odds",
    "equilibrium",
    "P(open)",
    "cost of conversation",
    *BRANCH_TITLES.values(),
    *(one.title for one in SLIDERS),
    *(one.paragraphs[0][:40] for one in CHAPTERS),
)
"""Words that only the debrief and the rule's page use."""


def read(app: App, scene: Scene) -> Iterator[str]:
    """Yield every line that a screen shows, every name, help and tooltip, scrolled away or not."""
    audit(app, scene)
    for widget in scene.root.walk():
        yield from (run.text for run in widget.runs)
        yield from (widget.name, widget.help, widget.tip, widget.why_not)


def everything(flow: Flow) -> str:
    """Return what all pages and boxes say that can be reached from a quarter."""
    app, said = flow.app, []
    scene = app.top()
    assert isinstance(scene, QuarterScene)
    for name, _ in PAGES:
        scene.show(name)
        said += read(app, scene)
    for opens in ("s", "x", "f1", "escape"):  # the seal, the codex, help, the menu
        key(app, opens)
        top = app.top()
        assert top is not scene
        said += read(app, top)
        while app.top() is not scene:
            key(app, "escape")
    return "\n".join(said)


@pytest.fixture
def playing(tmp_path: Path) -> tuple[Flow, Desk]:
    app, _ = window()
    lobby = GameLobby(tmp_path)
    flow = Flow(app, lobby, "0.1.0")
    lobby.choose("level", "cadet")
    flow.play(lobby.start())
    settle(app)
    press(app, "go on")
    settle(app)
    return flow, flow.desk


def test_no_screen_of_a_running_war_speaks_of_the_rule_or_of_the_others_seals(
    playing: tuple[Flow, Desk],
) -> None:
    flow, desk = playing
    for _ in range(2):
        desk.game.write("note", HANOI, SECRETS[HANOI])
        forecasts.write(desk.game, HANOI, "open", 37, SECRETS[HANOI])
        said = everything(flow)
        assert SECRETS[HANOI] not in said
        for word in MODEL:
            assert word.lower() not in said.lower(), word
        key(flow.app, "e")
        settle(flow.app)
        while not isinstance(flow.app.top(), QuarterScene):
            assert not any(
                word.lower() in "\n".join(read(flow.app, flow.app.top())).lower() for word in MODEL
            )
            key(flow.app, "return")
            settle(flow.app)
    sealed = [entry.text for entry in desk.game.entries if entry.side == SIDES[HANOI]]
    assert any("resilient" in text for text in sealed) or len(sealed) > 4


def test_no_paper_or_header_of_a_running_war_speaks_of_the_rule(
    playing: tuple[Flow, Desk], tmp_path: Path
) -> None:
    _, desk = playing
    desk.game.write("note", HANOI, SECRETS[HANOI])
    desk.end()
    texts = [
        path.read_text(encoding="utf-8")
        for path in write(desk.game, tmp_path / "papers", WASHINGTON)
    ]
    head = desk.game.to_bytes().split(b"\n")[0].decode()
    assert set(json.loads(head)) <= {
        "overture",
        "format",
        "version",
        "rules",
        "campaign",
        "quarter",
        "saved",
        "lines",
        "checksum",
        "sealed",
    }
    for text in (*texts, head):
        assert SECRETS[HANOI] not in text
        for word in MODEL:
            assert word.lower() not in text.lower(), word


def test_the_test_above_could_fail(playing: tuple[Flow, Desk]) -> None:
    flow, desk = playing
    desk.note(f"They are {MODEL[0]}.")
    flow.app.top().rebuild()
    assert MODEL[0] in everything(flow)


def test_no_door_leads_to_the_rule_before_the_reveal(playing: tuple[Flow, Desk]) -> None:
    flow, desk = playing
    assert not desk.rule_open()
    key(flow.app, "x")
    assert not any(widget.key == "rule" for widget in flow.app.top().root.walk())
    key(flow.app, "escape")
    flow.title()
    (button,) = (widget for widget in flow.app.top().root.walk() if widget.key == "The rule")
    assert not button.enabled
    button.call()
    assert flow.app.top().title == "Overture"
