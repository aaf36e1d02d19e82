"""The history: it asks before it tells, closes with a card, and any quarter is a way in."""

import io
from pathlib import Path

import pytest

from game.campaign import load
from game.cli import main
from game.cli._lobby import GameLobby
from game.desk.history import History
from game.engine.board import quarter_index
from game.problems import Problem
from game.text.history import walk
from game.text.terminal import Terminal
from game.ui.flow import Flow
from game.ui.scenes.common import Notice
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.turning import TurningPoint
from game.ui.widgets.scroll import Scroll
from tests.campaign.small import TEXT
from tests.text.play import Typed
from tests.ui.people import desk_of, press, said
from tests.ui.windows import Clock, key, window
from tools.audit import audit


def test_the_window_asks_at_each_turning_point_before_it_shows_it(flow: Flow) -> None:
    app = flow.app
    press(app, "The history")
    points = load("vietnam-1965-1973").file.turning_points
    assert len(points) >= 12
    assert {point.side for point in points} == {"washington", "hanoi"}
    seen = []
    while True:
        top = app.top()
        if isinstance(top, TurningPoint):
            place = quarter_index("1965Q1", points[len(seen)].quarter)
            scene = app.stack[-2]
            assert isinstance(scene, ReplayScene)
            assert scene.model.at == max(place - 1, 0)
            assert points[len(seen)].told not in said(app)
            seen.append(top.turning.title)
            if len(seen) % 2:
                key(app, "return")
                assert points[len(seen) - 1].told in said(app)
                assert points[len(seen) - 1].source in said(app)
            key(app, "escape")
            assert scene.model.at == place
        elif isinstance(top, Notice):
            break
        else:
            press(app, "one on")
    assert seen == [point.title for point in points]
    told = said(app)
    assert "It ended with a signature" in told
    assert "8 of 15" in told or "eight of 15" in told
    key(app, "escape")
    press(app, "First")
    assert isinstance(app.top(), ReplayScene)  # nothing is asked twice


def test_a_quarter_is_entered_from_its_question(flow: Flow) -> None:
    app = flow.app
    press(app, "The history")
    key(app, "return")
    press(app, "enter hanoi")
    assert isinstance(app.top(), BriefingScene)
    assert desk_of(flow).game.quarter_name == "1965Q1"
    assert desk_of(flow).quarter().header.side == "hanoi"


def test_playing_stops_at_a_question_and_goes_on_after_it(flow: Flow) -> None:
    app = flow.app
    assert isinstance(app.now, Clock)
    press(app, "The history")
    key(app, "escape")
    scene = app.top()
    assert isinstance(scene, ReplayScene)
    scene.toggle()
    app.now.time += 3.0
    app.tick()
    assert isinstance(app.top(), TurningPoint)
    assert not scene.playing
    key(app, "escape")
    assert scene.playing
    assert scene.model.at == 1


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
def test_every_question_fits_and_is_read(size: tuple[int, int], tmp_path: Path) -> None:
    app, _ = window(size)
    for turning in GameLobby(tmp_path).history().points.values():
        scene = TurningPoint(turning, lambda _: None, lambda: None, lambda _: None)
        app.push(scene)
        assert audit(app, scene) == []
        key(app, "return")
        assert audit(app, scene) == []
        app.pop()


def walked(lines: list[str], tmp_path: Path) -> tuple[tuple[str, str] | None, str, History]:
    desk, sink = GameLobby(tmp_path).history(), io.StringIO()
    chosen = walk(desk, Terminal(Typed("\n".join([*lines, ""])), sink, {}))
    return chosen, " ".join(sink.getvalue().split()), desk


def test_a_terminal_walks_through_it_too(tmp_path: Path) -> None:
    chosen, told, desk = walked(["b", "z", "a"], tmp_path)
    assert chosen is None
    assert "So did they." in told
    assert "They did: Name a basis of your own" in told
    assert "You answered at two of 15 turning points, and as on record at one." in told
    assert [desk.given[at] for at in (0, 1)] == [1, 0]
    assert walked(["", "hanoi"], tmp_path)[0] == ("hanoi", "1965Q2")
    assert walked(["quit"], tmp_path)[0] is None


def test_a_quarter_entered_at_a_terminal_is_played_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n\nwashington\nquit\n"))
    assert main(["history", "--data", str(tmp_path)]) == 0
    assert "WASHINGTON   July to September 1965" in capsys.readouterr().out
    assert len(list((tmp_path / "saves").glob("game-*.overture"))) == 1


def test_a_file_says_which_turning_point_is_wrong(tmp_path: Path) -> None:
    row = (
        '[[turning_points]]\nquarter = "1968Q3"\nside = "hanoi"\ntitle = "T"\nquestion = "Q?"\n'
        'answers = ["a", "b"]\ndid = 3\ntold = "T."\nsource = "S"\n'
    )
    path = tmp_path / "small.toml"
    path.write_text(f"{TEXT}\n{row}{row}", encoding="utf-8")
    with pytest.raises(Problem) as problem:
        load(path)
    assert "3 is no answer; write 1 to 2" in str(problem.value)
    assert "one a quarter" in str(problem.value)


@pytest.mark.parametrize("left", [False, True])
def test_the_title_shows_all_its_doors_at_the_smallest_usual_size(
    left: bool, tmp_path: Path
) -> None:
    app, _ = window((1280, 720))
    lobby = GameLobby(tmp_path)
    if left:
        desk = lobby.tutorial()
        desk.entered()
        desk.leave()
    flow = Flow(app, lobby, "0")
    flow.title()
    top = app.top()
    assert top is not None
    (scroll,) = (widget for widget in top.root.walk() if isinstance(widget, Scroll))
    assert scroll.full <= scroll.rect.height
