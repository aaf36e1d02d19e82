"""What is known over time, as charts."""

from game.desk import models as m
from game.ui.scenes.common import Least
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.chart import LineChart
from game.ui.widgets.texts import Heading


def charts(models: tuple[m.Chart, ...], height: float) -> Widget:
    """Return the charts, two beside each other where there is room, each plot ``height`` pixels at
    100 % text."""
    column = Column(Heading("What we know"), gap=12)
    for index in range(0, len(models), 2):
        pair = [Least(LineChart(chart, height), 330) for chart in models[index : index + 2]]
        column.add(Row(*pair, gap=18))
    return column
