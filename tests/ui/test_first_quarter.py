"""The first quarter, when nothing has been reported and nothing has changed yet."""

from dataclasses import replace

import pygame

from game.ui.widgets.chart import LineChart
from game.ui.widgets.gauges import GaugeBar
from game.ui.widgets.scroll import Scroll
from tests.ui import real, samples
from tests.ui.screens import first_charts
from tests.ui.windows import key, tab_to, window


def test_a_gauge_that_has_not_changed_yet_has_no_empty_line() -> None:
    app, _ = window()
    bare = replace(samples.QUARTER.gauges[0], text="146,000", change="", cause="By our returns.")
    plain, moved = GaugeBar(bare), GaugeBar(replace(bare, change="+3,000 men"))
    assert plain.measure(app.setter, 240)[1] < moved.measure(app.setter, 240)[1]


def test_a_chart_without_figures_says_so_and_can_be_pointed_at_and_walked() -> None:
    app, clock = window()
    scene = first_charts()
    app.push(scene)
    app.frame()
    chart = next(w for w in scene.root.walk() if isinstance(w, LineChart))
    assert "".join(run.text for run in chart.runs).count("No figures yet") == 1
    move = pygame.event.Event(
        pygame.MOUSEMOTION, pos=chart.seen().center, rel=(0, 0), buttons=(0, 0, 0)
    )
    app.handle(move)
    clock.time += 2.0
    app.tick()
    tab_to(app, chart.key)
    for arrow in ("right", "left"):
        key(app, arrow)
    clock.time += 2.0
    app.tick()
    app.frame()
    assert chart.cursor is None


def test_the_table_and_its_verbs_are_all_in_sight_under_a_lesson_in_the_smallest_usual_window() -> (
    None
):
    app, _ = window((1280, 720))
    scene = real.show(app, "lesson")
    scene.actions["page_4"]()
    app.frame()
    body = next(w for w in scene.root.walk() if isinstance(w, Scroll) and w.key == "body table")
    verbs = [w for w in body.walk() if w.name.startswith(("Accept", "Table this"))]
    rows = [w for w in body.walk() if w.key.startswith("issue ")]
    assert (len(verbs), len(rows)) == (2, 5)
    assert all(w.seen() == w.rect for w in (*verbs, *rows))
