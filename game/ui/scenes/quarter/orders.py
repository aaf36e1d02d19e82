"""The page of orders: every ladder with all its rungs in sight, the purse, the patrons, and what is
ordered."""

from collections.abc import Callable, Sequence
from itertools import groupby

from game.desk import models as m
from game.ui import theme
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Dock, Panel, Row
from game.ui.widgets.controls import Button
from game.ui.widgets.purse import Purse, Steps
from game.ui.widgets.rungs import PRICE, RungRow, Tell
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.sized import Sized
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.texts import Heading, Rule, Text

Rung = Callable[[str, str], None]
Amount = Callable[[str, float], None]
UNDO = "undo"  # the key of the button that takes back
ABREAST = 2  # corps beside one another, where each has few rungs
FEW = 3  # rungs of a corps that leave room for another beside it
GUTTER, LABEL, CORPS_LABEL, AMOUNT = 68, 146, 26, 150  # pixels at 100 % text
SIDE = 224  # pixels at 100 % text of the column at the right
LOWEST, HIGHEST = 32, 52  # pixels at 100 % text of a row
APART = 6  # pixels at 100 % text from one row to the next, rules between groups counted in
AROUND = 242  # pixels at 100 % text that bars, foot and margins take from the rows
SIGNS = (
    ("circle", theme.GOLD, "points of political capital"),
    ("frame", theme.LIGHT, "in force"),
    ("up", theme.BAD, "is read as pressing the war"),
    ("lock", theme.FAINT, "not to be had now"),
)


class Gutter(Sized):
    """A group's name at the left. In every line of a page it is as wide as the longest word of any
    group there: no name breaks inside a word, and all ladders begin at one edge."""

    def __init__(self, name: str, names: Sequence[str]) -> None:
        """Say ``name``, or nothing, with room for the words of all ``names``."""
        super().__init__(Text(name, theme.TINY, theme.GOLD), GUTTER)
        self.names = names

    def wide(self, setter: Typesetter) -> int:
        longest = max(Text(name, theme.TINY).least(setter) for name in self.names)
        return max(super().wide(setter), longest)


def page(
    model: m.OrdersPage,
    talk: m.Diplomacy,
    choose: Rung,
    amount: Amount,
    undo: Callable[[], None],
    tell: Tell | None,
    zone: str = "",
    height: float = 0,
) -> Widget:
    """Return the page; with ``tell``, in a window of ``height`` pixels at 100 % text, everything
    stands side by side, and else one below another."""
    ladders = [*model.ladders, talk.posture, talk.message, talk.deadline]
    lines = [line for _, group in _groups(ladders) for line in _lines(group)]
    high = min(max((height - AROUND) / max(len(lines), 1) - APART, LOWEST), HIGHEST)
    rows = Column(gap=4)
    names = [name.upper() for name, _ in _groups(ladders)]
    for name, group in _groups(ladders):
        rows.add(Rule())
        for place, line in enumerate(_lines(group)):
            body = _line(line, choose, amount, tell, zone, high)
            said = name if place == 0 else ""
            if tell is not None:
                rows.add(Row(Gutter(said.upper(), names), body, gap=4))
            elif said:
                rows.add(Column(Text(said, theme.SMALL_STRONG, theme.GOLD), body, gap=4))
            else:
                rows.add(body)
    if tell is None:
        whole = Column(head(model, undo), rows, Rule(), side(model, False), gap=8)
        return Panel(Scroll(whole, key="body orders"), line=None)
    beside = Panel(
        Column(head(model, undo), Rule(), Scroll(side(model), key="body purse"), gap=8), margin=12
    )
    return Dock(
        Panel(Scroll(rows, key="body orders"), theme.NIGHT, 8, None), right=beside, right_width=SIDE
    )


def _groups(ladders: Sequence[m.LadderRow]) -> list[tuple[str, list[m.LadderRow]]]:
    found = groupby(ladders, key=lambda ladder: ladder.group)
    return [(name, list(group)) for name, group in found]


def _lines(ladders: Sequence[m.LadderRow]) -> list[list[m.LadderRow]]:
    """Return the ladders of a group line by line: those of the corps beside one another."""
    made: list[list[m.LadderRow]] = []
    for ladder in ladders:
        last = made[-1] if made else []
        same = bool(last) and _base(last[0]) == _base(ladder) != ladder.id
        if same and len(last) < (ABREAST if len(ladder.rungs) <= FEW else 1):
            last.append(ladder)
        else:
            made.append([ladder])
    return made


def _base(ladder: m.LadderRow) -> str:
    return ladder.id.partition(".")[0]


def _line(
    ladders: list[m.LadderRow],
    choose: Rung,
    amount: Amount,
    tell: Tell | None,
    zone: str,
    high: float,
) -> Widget:
    """Return the ladders of one line of the page."""
    first = ladders[0]
    by_corps = _base(first) != first.id
    if by_corps:
        label, _, _ = first.title.partition(",")
        parts: list[Widget] = [Sized(_name(label, ladders, zone), LABEL - 6)] if tell else []
        for one in ladders:
            row = RungRow(
                one,
                choose,
                tell,
                one.id.partition(".")[2] if tell else None,
                CORPS_LABEL if tell else LABEL,
                high,
            )
            row.grow = 1.0
            parts.append(row)
        body: Widget = Row(*parts, gap=6) if tell else Column(*parts, gap=6)
    else:
        body = RungRow(first, choose, tell, None, LABEL, high, chosen_zone(first, zone))
        if first.id == "troops":
            body = _with_amount(first, body, amount)
    body.grow = 1.0
    return body


def chosen_zone(ladder: m.LadderRow, zone: str) -> bool:
    """Whether a ladder is about the zone chosen on the map."""
    return bool(zone) and ladder.zone == zone


def _name(label: str, ladders: Sequence[m.LadderRow], zone: str) -> Widget:
    mark = "right" if any(chosen_zone(one, zone) for one in ladders) else ""
    return Text(label, PRICE, theme.LIGHT, mark=mark, mark_colour=theme.GOLD)


def _with_amount(ladder: m.LadderRow, row: Widget, amount: Amount) -> Widget:
    """Return the ladder with the place of its number beside it, whether there is one or not."""

    def act(value: float) -> None:
        amount(ladder.id, value)

    number: Widget | None = None
    if ladder.amount is not None:
        number = Stepper(ladder.title, ladder.amount, act, f"amount {ladder.id}")
    row.grow = 1.0
    return Row(row, Sized(number, AMOUNT, LOWEST), gap=6)


def head(model: m.OrdersPage, undo: Callable[[], None]) -> Widget:
    """Return the purse and the button that takes back."""
    undoing = Button(
        "Undo",
        undo,
        enabled=model.can_undo,
        key=UNDO,
        help="Undo the last order",
        tip="Undo the last order" if model.can_undo else "",
        why_not="Nothing has been changed this quarter.",
    )
    title = Heading("The purse")
    title.grow = 1.0
    return Column(Row(title, undoing, gap=8), Purse(model.capital, model.price), gap=8)


def side(model: m.OrdersPage, listed: bool = True) -> Column:
    """Return the patrons, what is ordered (``listed``, or only counted where a list would push what
    lies below), and the signs of the page."""
    column = Column(gap=8)
    if model.brink is not None:
        column.add(Heading("Moscow and Peking"), Steps(model.brink), Rule())
    column.add(Heading("These orders"))
    if model.changes and not listed:
        column.add(Text(f"Changed: {len(model.changes)}.", theme.SMALL, theme.LIGHT))
    elif model.changes:
        column.add(*(Text(f"{line}.", theme.SMALL, theme.LIGHT) for line in model.changes))
    else:
        column.add(Text("What stands goes on.", theme.SMALL, theme.DIM))
    column.add(
        Rule(),
        *(
            Text(text, theme.TINY, theme.DIM, mark=mark, mark_colour=colour)
            for mark, colour, text in SIGNS
        ),
    )
    return column
