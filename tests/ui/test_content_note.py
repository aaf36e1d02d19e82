"""The content note: over the title at the first start and never again, in window and terminal."""

import io
import json
from pathlib import Path

import pytest

from game import folders
from game.cli import _content_note
from game.cli._lobby import GameLobby
from game.desk.content_note import PARAGRAPHS, TITLE
from game.text.terminal import Terminal
from game.ui import settings as kept
from game.ui.scenes.content_note import ContentNote
from game.ui.scenes.title import Title
from game.ui.start import begun
from tests.text.play import Typed
from tests.ui.windows import click, find, key, window
from tools.audit import audit


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "settings", lambda: tmp_path / "window.json")
    monkeypatch.setattr(folders, "earlier_settings", lambda: tmp_path / "none.json")


@pytest.mark.parametrize("way", ["return", "escape", "click"])
def test_it_lies_over_the_first_title_and_a_key_or_a_click_puts_it_away_for_good(
    way: str, tmp_path: Path
) -> None:
    app, _ = window((1024, 600))
    app.keep = True
    begun(app, GameLobby(tmp_path / "saves"), "0")
    note = app.top()
    assert isinstance(note, ContentNote)
    assert set(PARAGRAPHS) <= {w.name for w in note.root.walk()}
    assert audit(app, note) == []
    if way == "click":
        click(app, find(note, "note read"))
    else:
        key(app, way)
    assert isinstance(app.top(), Title)
    later, _ = window()
    later.settings = kept.load()
    begun(later, GameLobby(tmp_path / "saves"), "0")
    assert isinstance(later.top(), Title)


def told(source: io.StringIO, sink: io.StringIO) -> str:
    _content_note.tell(Terminal(source, sink, {"TERM": "xterm"}))
    return sink.getvalue()


def test_a_terminal_tells_it_once_to_a_person_and_keeps_the_other_settings(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text(json.dumps({"width": 1500, "text_scale": 1.25}))
    assert told(io.StringIO(), io.StringIO()) == ""
    first = told(Typed(), Typed())
    assert TITLE.upper() in first
    assert "no score" in " ".join(first.lower().split())
    assert told(Typed(), Typed()) == ""
    now = kept.load()
    assert (now.width, now.text_scale, now.note_read) == (1500, 1.25, True)
