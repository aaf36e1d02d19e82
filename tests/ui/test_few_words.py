"""The first page of a quarter keeps to 120 words of prose: everything set on it is counted but the
gauges and scores, the map, headings and the labels of buttons that say no more than a name."""

import pytest

from game.engine.board import HANOI, WASHINGTON
from game.ui.canvas import Canvas
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.quarter.dossier import PROSE, Words
from game.ui.widgets.base import Widget
from game.ui.widgets.controls import TextField
from game.ui.widgets.gauges import GaugeBar, ScoreBar
from game.ui.widgets.mapview import MapView
from game.ui.widgets.purse import Steps
from game.ui.widgets.scoreband import ScoreBand
from game.ui.widgets.texts import Heading
from tests.ui.screens import nothing
from tests.ui.windows import window
from tools import showcase

APART = (GaugeBar, ScoreBar, ScoreBand, Steps, MapView, Heading, TextField)
LABELS = ("page ", "force ", "lens ", "more ", "zoom", "Seal", "Codex", "Help", "Menu", "Curtain")


def counts(widget: Widget) -> bool:
    """Whether what a widget says is prose."""
    return not isinstance(widget, APART) and not widget.key.startswith(LABELS)


@pytest.mark.parametrize(
    ("quarter", "side"),
    [
        ("1965Q2", WASHINGTON),
        ("1968Q2", WASHINGTON),
        ("1968Q2", HANOI),
        ("1970Q3", HANOI),
        ("1972Q4", WASHINGTON),
        ("1972Q4", HANOI),
    ],
)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_first_page_keeps_to_its_words(quarter: str, side: int, scale: float) -> None:
    app, _ = window((1280, 720), scale)
    scene = QuarterScene(showcase.seated(quarter, side), nothing, nothing, nothing, nothing)
    app.push(scene)
    canvas = Canvas(app.surface, app.setter)
    canvas.auditing = True
    scene.paint(canvas)
    head = scene.quarter.header
    labels = (
        head.government,
        head.date,
        head.quarter,
        "In force",
        scene.quarter.end.label,
        scene.quarter.run_on.title,
    )
    said = [
        run.text
        for widget in scene.root.walk()
        if counts(widget)
        for run in widget.runs
        if run.text not in labels
    ]
    words = [word for text in said for word in text.split()]
    assert 40 < len(words) <= PROSE, " ".join(words)
    assert scene.quarter.dossier.headline.split()[0] in words
    for row in scene.quarter.decisions:
        assert any(row.title in text for text in said)


def test_what_is_cut_is_cut_at_a_sentence() -> None:
    words = Words(8)
    told = "Three words here. Two more."
    assert words.take(f"{told} And then four words.") == told
    assert words.left == 3
    assert words.take("Four words, no room.") == ""
