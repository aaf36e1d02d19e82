"""The pages of the debrief, each a tree of widgets made from its model."""

from collections.abc import Callable, Sequence

from game.desk import debrief_models as d
from game.desk import models as m
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.scenes.common import Least, boxed, halves
from game.ui.text import Typesetter
from game.ui.widgets.bars import PointsBars
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Panel, Row, Wrapped
from game.ui.widgets.chart import LineChart
from game.ui.widgets.controls import Button
from game.ui.widgets.grid import Grid
from game.ui.widgets.lists import Item
from game.ui.widgets.texts import Heading, Pair, Rule, Text

Jump = Callable[[int], None]
Weigh = Callable[[str, int], None]
ACT_MARKS = {
    "overture": "envelope",
    "answer": "tick",
    "refusal": "cross",
    "demonstration": "star",
    "escalation": "up",
}
FAR = 0.1  # of the truth; an estimate farther off is marked
TAUGHT = ("What followed from what", "All in all")  # terms of a first game's telling
WRONG = "An estimate was off by more than a tenth."
LOOKS = {"ours": ("square", theme.OURS), "theirs": ("diamond", theme.THEIRS)}


class ScoreScale(Widget):
    """A side's score on a scale of 100: aims, then people; history's as a mark above."""

    focusable = True

    def __init__(self, score: m.SideScore) -> None:
        """Show ``score``."""
        text = f"{score.aims:.0f} for aims, {score.people:.0f} for people"
        super().__init__(
            f"{score.government}: {score.total:.0f} of 100",
            tip=f"{score.government}: {score.total:.0f} of 100\n{text}; "
            f"{score.beside} {score.history:.0f}.",
        )
        self.help, self.score = self.tip, score

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, setter.theme.px(34)

    def paint(self, canvas: Canvas) -> None:
        rect, score = self.rect, self.score
        top, high = rect.y + canvas.px(14), canvas.px(14)
        wide = rect.width - 2 * canvas.px(6)
        left = rect.x + canvas.px(6)
        canvas.surface.fill(theme.SUNKEN, (left, top, wide, high))
        aims, people = (round(wide * v / 100) for v in (score.aims, score.people))
        canvas.surface.fill(theme.GOLD, (left, top, aims, high))
        canvas.surface.fill(canvas.tone(theme.GREEN), (left + aims, top, people, high))
        for x in range(left + aims + 4, left + aims + people, canvas.px(6)):
            canvas.line(theme.SUNKEN, (x, top + high - 1), (x + canvas.px(4), top))
        x = left + round(wide * score.history / 100)
        canvas.mark("down", (x, top - canvas.px(7)), canvas.px(11), theme.LIGHT)
        canvas.line(theme.LIGHT, (x, top), (x, top + high - 1), 2)


def growing(widget: Widget) -> Widget:
    """Return a widget that takes its share of what room is left."""
    widget.grow = 1.0
    return widget


# The first page


def first(model: m.Debrief, jump: Jump) -> Widget:
    """Return one sentence a side, both scores beside history's, and the settlement."""
    column = Column(
        *(Text(said, theme.STRONG) for said in model.stopped),
        *(Text(said) for said in model.sentences[2:3]),
        gap=12,
    )
    taught = [fact for fact in model.lessons if fact.term in TAUGHT]
    if taught:
        column.add(
            boxed(
                TAUGHT[0],
                *(
                    Text(x.text, theme.STRONG if x.term == TAUGHT[1] else theme.BODY)
                    for x in taught
                ),
            )
        )
    if model.after.verdicts:
        column.add(Heading("When talking was first safe"))
        column.add(halves(*(verdict(one, jump) for one in model.after.verdicts)))
    issues = [(fact.term, fact.text, fact.tip) for fact in model.issues]
    column.add(
        Heading("The scores"),
        Row(*(growing(score(one)) for one in model.scores), gap=18),
        Text(f"White mark. {model.bar}", theme.SMALL, theme.DIM),
        boxed(
            "Where the five issues ended",
            Grid("Issues", ("Issue", "This war", "Paris, January 1973"), issues, (1, 2, 2))
            if issues
            else Text("Nothing was settled."),
        ),
        boxed(
            "What each government knew of itself",
            *(
                Column(Text(x.term, theme.STRONG, theme.GOLD), Text(x.text), gap=2)
                for x in model.lessons[:2]
            ),
        ),
    )
    uses = [fact.text for fact in model.lessons if fact.term == "The facilitator"]
    if uses:
        column.add(boxed("What the facilitator did", *(Text(use) for use in uses)))
    return column


def verdict(one: d.Verdict, jump: Jump) -> Widget:
    """Return one side's sentence, on paper, and the door to its quarter."""
    ours = one.mark == "ours"
    colour = theme.OURS_INK if ours else theme.THEIRS_INK
    mark, _ = LOOKS[one.mark]
    sheet = Column(
        Text(one.title, theme.HEADING, colour, mark=mark, mark_colour=colour),
        Text(one.sentence, theme.READING, theme.INK),
        *(
            Column(
                Text(title, theme.SMALL_STRONG, colour),
                *(Text(text, theme.BODY, theme.INK) for text in said or ("Nothing.",)),
                gap=2,
            )
            for title, said in one.parts
        ),
        gap=7,
    )
    door = Button(
        "That quarter on the map",
        lambda: jump(one.place),
        cue="page",
        mark="right",
        key=f"verdict {one.government}",
    )
    return Column(growing(Panel(sheet, theme.PAPER, 14)), Row(door), gap=5)


def score(one: m.SideScore) -> Widget:
    """Return one side's score, its parts, and history's."""
    mark, colour = LOOKS.get(one.mark, ("circle", theme.LIGHT))
    box = Column(
        Row(
            Text(one.government, theme.HEADING, colour, mark=mark),
            Text(f"{one.total:.0f} of 100", theme.NUMBER, theme.LIGHT, "right"),
            gap=12,
        ),
        ScoreScale(one),
        Text(one.verdict, theme.STRONG),
        *(Pair(f.term, f.text, tip=f"{f.term}\n{f.tip}" if f.tip else "") for f in one.parts),
        gap=5,
    )
    return Panel(box)


# Act by act


def act_items(acts: Sequence[d.ActRow]) -> list[Item]:
    """Return the rows of the list of acts; the mark tells the kind, its colour the side."""
    return [
        Item(
            act.title,
            act.when,
            mark=ACT_MARKS[act.kind],
            mark_colour=LOOKS[act.mark][1],
            tip=f"{act.when}. {act.title}\n{act.branch_title}",
        )
        for act in acts
    ]


def act(one: d.ActRow, jump: Jump, weigh: Weigh) -> Widget:
    """Return one act: its branch, its sentences, and the readings of up to three quarters."""
    rows = [(row[0], *row[2:]) for row in one.rows]
    heads = (one.heads[0], *one.heads[2:]) if one.heads else ()
    column = Column(
        Text(f"{one.when}: {one.title}", theme.TITLE, theme.GOLD),
        Text(one.branch_title, theme.HEADING, LOOKS[one.mark][1], mark=LOOKS[one.mark][0]),
        *(Text(said) for said in one.paragraphs),
        gap=8,
    )
    if rows:
        many = ("one quarter", "two quarters", "three quarters")[len(rows) - 1]
        column.add(
            Rule(),
            Text(f"The same hand in {many}, by the rule", theme.SMALL_STRONG, theme.DIM),
            Grid("Readings", heads, rows, (2, 2, 1, 1, 1, 1, 1), (2, 3, 4, 5, 6)),
        )
    sliders = Button(
        "That quarter on the &sliders",
        lambda: weigh(one.sender, one.place),
        cue="page",
        mark="right",
        key="weigh",
    )
    return column.add(_door(one.place, jump, sliders))


def _door(place: int, jump: Jump, *more: Widget) -> Widget:
    return Wrapped(
        Button(
            "That quarter on the &map", lambda: jump(place), cue="page", mark="right", key="jump"
        ),
        *more,
    )


# Points and quarters


def points(model: m.Debrief, jump: Jump, height: float) -> Widget:
    """Return the score through the war, its largest moves, and what was believed."""
    after = model.after
    charts = {chart.id: chart for chart in model.charts}
    column = Column(gap=14)
    if after.points and "points" in charts:
        column.add(
            LineChart(charts.pop("points"), height),
            PointsBars(after.points, after.sides, jump, height),
        )
        told = [row for row in after.points if row.loud or row.named]
        column.add(Heading("The quarters to look at again"))
        column.add(*(_decided(row, after.sides, jump) for row in told))
    moments = [(x.quarter, x.title, x.text) for x in model.moments]
    if moments:
        column.add(
            boxed(
                "What was in the papers",
                Grid("Moments", ("Quarter", "", "What was done"), moments, (1, 2, 4)),
            )
        )
    rest = list(charts.values())
    for index in range(0, len(rest), 2):
        pair = [Least(LineChart(chart, height), 330) for chart in rest[index : index + 2]]
        column.add(Row(*pair, gap=18))
    return column


def _decided(row: d.PointsRow, sides: tuple[str, str], jump: Jump) -> Widget:
    """Return one of the quarters that are told of: who won what, and why."""
    said = [
        Text(f"{name} {won:+.1f}", theme.STRONG, colour, mark=mark)
        for name, won, (mark, colour) in zip(sides, row.won, LOOKS.values(), strict=True)
    ]
    head = Row(growing(Text(row.title, theme.HEADING, theme.LIGHT)), *said, gap=18)
    door = Button(
        "On the map",
        lambda: jump(row.place),
        cue="page",
        mark="right",
        key=f"decided {row.quarter}",
        tip=f"{row.title}\nOpens the replay there.",
    )
    named = [Text(f"{row.named}.", theme.STRONG, theme.GOLD)] if row.named else []
    words = growing(Column(*named, *(Text(why) for why in row.why), gap=3))
    return Panel(Column(head, Row(words, door, gap=14), gap=4))


# What was meant, and forecasts


def forecasts(rows: Sequence[d.ScoredRow]) -> Widget:
    """Return how well each forecast; where nobody did, how it is done."""
    if not rows:
        return Text(
            "Nobody wrote a forecast. In play the key S seals a reason and what you expect "
            "of the other side; here it would have been scored."
        )
    cells = [
        (row.by, row.government, str(row.count), row.brier, row.base, row.verdict) for row in rows
    ]
    return Column(
        Grid(
            "Forecasts",
            ("Who", "For", "Forecasts", "Brier's score", "Base rate", ""),
            cells,
            (2, 1.4, 1, 1, 1, 3),
            (2, 3, 4),
        ),
        Text(
            "The score is the mean square of chance less outcome: 0 is a seer, 0.25 says one half "
            "each time. The base rate says each time how often such things came.",
            theme.SMALL,
            theme.DIM,
        ),
        gap=6,
    )


def meant_items(rows: Sequence[d.MeantRow]) -> list[Item]:
    """Return the rows of the list of sealed reasons."""
    return [
        Item(
            row.short.removeprefix(row.government).strip() or row.meant,
            row.when,
            mark=LOOKS[row.mark][0],
            mark_colour=LOOKS[row.mark][1],
            tip=f"{row.when}, {row.government}\n{row.by}",
        )
        for row in rows
    ]


def meant(row: d.MeantRow, other: str, jump: Jump) -> Widget:
    """Return what was meant beside what it was taken for."""
    left = Panel(
        Column(
            Text(f"What {row.government} meant", theme.HEADING, theme.INK),
            Text(row.meant, theme.CABLE, theme.INK),
            *(
                Text(said, theme.SMALL, theme.INK, mark="right", mark_colour=theme.STAMP)
                for said in row.forecasts
            ),
            Text(f"Sealed by: {row.by}", theme.SMALL, theme.FADED),
        ),
        theme.PAPER,
        14,
    )
    right = Panel(
        Column(
            Text(f"What {other} took it for", theme.HEADING, theme.INK),
            Text(row.taken, theme.READING, theme.INK),
        ),
        theme.PAPER,
        14,
    )
    return Column(
        Text(row.when, theme.TITLE, theme.GOLD), halves(left, right), _door(row.place, jump), gap=10
    )


# The other chair


def chair_items(chair: d.ChairPage) -> list[Item]:
    """Return the rows of the list of quarters; an estimate that was far off is marked."""
    return [
        Item(
            row.title,
            row.ordered,
            mark="circle" if _wrong(row) else "",
            mark_colour=theme.BAD,
            tip=f"{row.title}\n{WRONG if _wrong(row) else row.believed}",
        )
        for row in chair.rows
    ]


def _wrong(row: d.SeatRow) -> bool:
    """Whether an estimate was off by more than a tenth."""
    return any(
        abs(float(seen) - float(true)) > FAR * abs(float(true)) for _, seen, true in row.figures
    )


def seat(chair: d.ChairPage, row: d.SeatRow, jump: Jump) -> Widget:
    """Return one quarter as the side saw it."""
    figures = [(title, seen, true) for title, seen, true in row.figures]
    return Column(
        Text(f"{row.title}, as {chair.government} saw it", theme.TITLE, theme.GOLD),
        Heading("It ordered"),
        Text(row.ordered),
        Heading(f"It was shown of {chair.enemy}"),
        Text(row.showed),
        Heading("What it believed, and what was"),
        Text(row.believed),
        Grid("Estimates", ("Estimate", "It believed", "In truth"), figures, (3, 1, 1), (1, 2)),
        _door(row.place, jump),
        gap=8,
    )
