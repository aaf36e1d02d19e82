"""The advisers: what each reads, expects and recommends."""

from game.desk import models as m
from game.ui import theme
from game.ui.scenes.common import Least, defined
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Panel, Row
from game.ui.widgets.picture import Emblem
from game.ui.widgets.texts import Heading, Rule, Text

INVENTED = "The advisers are invented: each stands for many, and none for a person."


def advisers(people: tuple[m.Adviser, ...], tall: bool) -> Widget:
    """Return each adviser's reading, range and advice, then where they agree and who differs; more
    airily where the window is ``tall``."""
    column = Column(
        Heading("The advisers"),
        Text(
            f"{INVENTED} They read the same papers, and each leads on the question that is its "
            "own; below, every question once: where they agree, and who differs.",
            theme.SMALL,
            theme.DIM,
        ),
        gap=10,
    )
    for index in range(0, len(people), 2):
        pair = [Least(adviser(one, tall), 330, tall=True) for one in people[index : index + 2]]
        column.add(Row(*pair, gap=12))
    if people and people[0].council:
        column.add(Heading("Question by question"), *(defined(fact) for fact in people[0].council))
    return column


def adviser(one: m.Adviser, tall: bool) -> Widget:
    """Return one adviser: who, what it says, the range it expects, and what follows from it."""
    who = Column(
        Text(one.name, theme.HEADING, theme.GOLD),
        Text(f"{one.office}: {one.leaning}", theme.SMALL, theme.DIM),
        gap=2,
    )
    who.grow = 1.0
    words = Column(
        Row(Emblem(one.emblem), who, gap=12) if one.emblem else who,
        Text(one.line, theme.QUOTE, theme.LIGHT, tip=one.tip, key=f"reads {one.name}"),
        gap=8 if tall else 5,
    )
    if one.recommends:
        words.add(
            Text(one.recommends, theme.STRONG, theme.LIGHT, mark="right", mark_colour=theme.GOLD)
        )
    words.add(
        Rule(),
        Text(one.estimate, theme.STRONG, theme.GOLD),
        Text(one.advice, theme.SMALL, theme.LIGHT),
    )
    if one.record:
        words.add(Text(one.record, theme.SMALL, theme.DIM))
    return Panel(words, theme.RAISED, 18 if tall else 12)
