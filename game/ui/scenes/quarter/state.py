"""Where we stand: scores and gauges."""

from game.desk import models as m
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.gauges import BriefGauge, GaugeBar, ScoreBar
from game.ui.widgets.purse import BriefSteps
from game.ui.widgets.texts import Heading, Rule


def brief(quarter: m.Quarter) -> Widget:
    """Return the gauges in a line each, and how near the patrons are."""
    column = Column(*(BriefGauge(gauge) for gauge in quarter.gauges), gap=5)
    if quarter.orders.brink is not None:
        column.add(BriefSteps(quarter.orders.brink))
    return column


def state(quarter: m.Quarter) -> Widget:
    """Return scores and gauges."""
    gauges: list[Widget] = [GaugeBar(gauge) for gauge in quarter.gauges]
    spaced = [w for gauge in gauges for w in (Rule(), gauge)]
    if quarter.orders.brink is not None:
        spaced += [Rule(), BriefSteps(quarter.orders.brink)]
    return Column(Heading("Where we stand"), ScoreBar(quarter.scores), *spaced, gap=9)
