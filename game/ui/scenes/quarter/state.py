"""Where we stand: scores and gauges."""

from game.desk import models as m
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.gauges import GaugeBar, ScoreBar
from game.ui.widgets.texts import Heading, Rule


def state(quarter: m.Quarter) -> Widget:
    """Return scores and gauges."""
    gauges: list[Widget] = [GaugeBar(gauge) for gauge in quarter.gauges]
    spaced = [w for gauge in gauges for w in (Rule(), gauge)]
    return Column(Heading("Where we stand"), ScoreBar(quarter.scores), *spaced, gap=9)
