"""The end of a war as it is shown first: verdict, terms, the road not taken, scores; then the ways
on, and the door to what the rule says. And the page for the dead."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from game.desk import end_models as e
from game.desk import models as m
from game.ui import theme
from game.ui.scenes.common import Least, screen
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Even, Panel, Row, Spacer, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.endings import SIGNS, RoadLine, ScoreLine
from game.ui.widgets.grid import Grid
from game.ui.widgets.picture import picture
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Heading, Rule, Text

if TYPE_CHECKING:
    from game.ui.scenes.debrief import DebriefScene

WIDE = 1360  # pixels at 100 % text
CARD = 250  # pixels at 100 % text; narrower cards stand below one another
ROOMY = (900, 520)  # pixels at 100 % text from which a picture and small words have room
BAR_ROOM = 1180  # pixels at 100 % text from which the ways on have notes
EVEN = 1040  # pixels at 100 % text from which the ways on stand in two even lines
PICTURE = 150  # pixels at 100 % text, its height
TALL = (1180, 860)  # pixels at 100 % text from which everything may be larger
LARGE_PICTURE = 270  # pixels at 100 % text, its height there
VERDICT: Final = theme.Style("heading", 34)
LARGER: Final = theme.Style("heading", 46)
OPEN, CLOSED = "The &rule, now open", "&How it ended"
LETTERS: Final = {"back": "&Back", "chair": "The &other", "next": "&Next", "harder": "One &level"}
"""How a way's title begins with its mnemonic."""


def build(scene: "DebriefScene", end: e.End) -> Widget:
    """Return the whole page."""
    roomy, tall = scene.app.roomy(*ROOMY), scene.app.roomy(*TALL)
    gap, small = (16, theme.BODY) if tall else (7, theme.SMALL)
    scores = [ScoreLine(one) for one in scene.model.scores]
    tick = Text(f"White tick. {scene.model.bar}", small, theme.DIM)
    parts = (
        [_head(scene.model, end, roomy, tall)],
        [*_roads(end, roomy, tall)],
        [*scores, tick],
        [*_record(end, theme.READING if tall else theme.BODY)],
    )
    column = Column(gap=0)
    for part in (Column(*part, gap=gap) for part in parts if part):
        if column.children:
            column.add(Spacer(0, gap, 1.0))
        column.add(part)
    column.add(Spacer(0, 0, 0.5))
    sheet = Scroll(Centred(column, WIDE, False, fills=True), key="end")
    return screen(
        scene,
        Rule(theme.NIGHT),
        Panel(sheet, theme.NIGHT, 14, None),
        Panel(_ways(scene, end, roomy)),
    )


def _head(model: m.Debrief, end: e.End, roomy: bool, tall: bool) -> Widget:
    style = theme.READING if tall else theme.BODY
    words = Column(
        Text(end.over.upper(), theme.SMALL, theme.GOLD),
        Text(end.title, LARGER if tall else VERDICT, theme.LIGHT),
        Text(end.verdict, theme.STRONG),
        *(Text(said, style) for said in end.sentences),
        _terms(model, style),
        gap=8 if tall else 3,
    )
    if not roomy:
        return words
    words.grow = 1.0
    return Row(words, picture(end.picture, LARGE_PICTURE if tall else PICTURE), gap=24)


def _terms(model: m.Debrief, style: theme.Style) -> Widget:
    """Return the five issues as they were signed, or that nothing was."""
    if not model.issues:
        return Text("Terms: nothing was signed.", style, theme.DIM)
    return Text(f"Signed. {_package(model.issues)}", style, theme.DIM)


def _package(facts: Sequence[m.Fact]) -> str:
    """Return a package in one paragraph, an issue a sentence."""
    return " ".join(f"{fact.term}: {fact.text.rstrip('.')}." for fact in facts)


# The road not taken


def _roads(end: e.End, roomy: bool, tall: bool) -> Iterator[Widget]:
    if end.followed:
        yield Heading(end.followed[0].term)
        yield from (Text(fact.text) for fact in end.followed)
        return
    for road in end.roads:
        whose = "" if len(end.roads) == 1 else f": {road.government}"
        yield Heading(f"The road not taken{whose}")
        if road.points:
            yield RoadLine(end.quarters, road.points)
            cards = [_card(point, roomy, tall) for point in road.points]
            yield Row(*(Least(card, CARD, tall=True) for card in cards), gap=10)
        if road.said:
            yield Text(road.said, theme.BODY, theme.DIM)


def _card(point: e.Waypoint, roomy: bool, tall: bool) -> Widget:
    """Return one waypoint; a package stands in it issue by issue."""
    mark, colour = SIGNS[point.kind]
    style = theme.READING if tall else theme.SMALL
    lines: list[Widget] = [
        Text(point.when.upper(), theme.SMALL, colour, mark=mark),
        Text(point.title, theme.NUMBER if tall else theme.STRONG),
        Text(point.text, style, theme.DIM),
    ]
    if point.terms:
        lines.append(Text(_package(point.terms), style, theme.LIGHT))
    return Panel(
        Column(*lines, gap=2),
        theme.PANEL,
        9,
        colour if roomy else theme.LINE,
        key=f"road {point.kind}",
    )


def _record(end: e.End, style: theme.Style) -> Iterator[Widget]:
    if end.hidden:
        yield Text(end.hidden, style, theme.LIGHT, key="hidden")
    said = " ".join(part for part in (end.counts, end.best, end.told) if part)
    if said:
        yield Text(said, style, theme.LIGHT, key="record")
    for feat in end.feats:
        yield Text(f"{feat.title}. {feat.text}", style, theme.GOLD, mark="star")


# The ways on


def _ways(scene: "DebriefScene", end: e.End, roomy: bool) -> Widget:
    wide = roomy and scene.app.roomy(BAR_ROOM)
    ways = [_way(scene, one, place == 0, wide) for place, one in enumerate(end.onward)]
    hidden = scene.model.after.hidden
    rest = [
        Button(
            CLOSED if hidden else OPEN,
            scene.show("first"),
            cue="page",
            key="to rule",
            kind="plain" if end.onward else "chosen",
        ),
        Button("The &dead", scene.show("dead"), cue="page", key="page dead"),
    ]
    for name, label in (("write", "The re&port"), ("replay", "&Watch"), ("title", "&Title")):
        if name in scene.doors:
            rest.append(Button(label, scene.doors[name], cue="page", key=name))
    if not scene.app.roomy(EVEN):
        return Wrapped(*ways, *rest, gap=6)
    lines = [Even(*line, gap=6) for line in (ways, rest) if line]
    return Centred(Column(*lines, gap=6), WIDE, False)


def _way(scene: "DebriefScene", one: e.Onward, first: bool, roomy: bool) -> Button:
    begins = LETTERS[one.id]
    plain = begins.replace("&", "")
    label = begins + one.title.removeprefix(plain) if one.title.startswith(plain) else one.title
    act: Callable[[], None] = scene.doors.get(one.id, lambda: None)
    return Button(
        label,
        act,
        note=one.note if roomy else "",
        kind="chosen" if first else "plain",
        enabled=one.enabled and one.id in scene.doors,
        why_not=one.why_not,
        cue="page",
        key=f"way {one.id}",
        help=one.note,
    )


# The dead


def dead(end: e.End) -> Widget:
    """Return the closing page: how many soldiers died in this war, and what is held of all the
    dead of the war that was, with its sources."""
    rows = [(toll.who, toll.span, toll.range, toll.source) for toll in end.tolls]
    return Column(
        Heading("The dead"),
        *(Text(said, theme.READING) for said in end.dead),
        Grid("The dead", ("Who", "When", "How many people", "Source"), rows, (2.4, 1, 2, 3)),
        Text(
            "How far each source was read stands in the game's list of sources.",
            theme.SMALL,
            theme.DIM,
        ),
        gap=12,
    )
