"""The title: the map behind, the name of the game, and where to begin."""

from collections.abc import Callable

from pygame import Rect

from game.desk.interface import Lobby
from game.desk.models import SavedGame
from game.ui import beds, theme
from game.ui.canvas import Canvas
from game.ui.scene import Scene
from game.ui.scenes.common import explain
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Layers, Row, Spacer
from game.ui.widgets.controls import Button
from game.ui.widgets.mapview import MapView
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Text

SUBTITLE = "Hanoi and Washington, 1965-1973"
QUESTION = "Two governments fight, and wonder whether to talk."


OPENED = "rule", "cases"  # the doors that a war's end opens, beside one another
LAST = ("settings", "help", "quit")  # the doors that stand beside one another
EASTWARD = (92.0, 8.1, 110.1, 23.8)  # degrees; the theatre stands at the right of the plaque


class Plaque(Widget):
    """A panel at the left third of the window, as tall as it needs to be."""

    def __init__(self, child: Widget, width: float) -> None:
        """Hold ``child`` at a width given at 100 % text."""
        super().__init__()
        self.width = width
        self.add(child)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        edge = setter.theme.px(26)
        wide = min(setter.theme.px(self.width), rect.width - 2 * edge)
        inner = wide - 2 * edge
        high = self.children[0].measure(setter, inner)[1] + 2 * edge
        high = min(high, rect.height - setter.theme.px(24))
        left = rect.x + max(min(rect.width // 11, rect.width - wide), 0)
        self.rect = Rect(left, rect.y + (rect.height - high) // 2, wide, high)
        self.children[0].arrange(setter, self.rect.inflate(-2 * edge, -2 * edge))

    def paint(self, canvas: Canvas) -> None:
        shadow = self.rect.move(canvas.px(5), canvas.px(6))
        canvas.fill(shadow, theme.mix(theme.NIGHT, theme.LINE, 0.25))
        canvas.fill(self.rect, theme.PANEL)
        canvas.frame(self.rect, theme.GOLD)
        canvas.frame(self.rect.inflate(-canvas.px(8), -canvas.px(8)), theme.LINE)


def unfinished(lobby: Lobby) -> SavedGame | None:
    """Return the game in play that was played last and can be taken up; None without one."""
    return next((s for s in lobby.saves() if s.running and not s.problem), None)


class Title(Scene):
    """The first screen. ``doors`` are what the program puts behind each button."""

    title = "Overture"
    bed = beds.THEME

    def __init__(
        self, lobby: Lobby, doors: dict[str, Callable[[], None]], version: str, newcomer: bool
    ) -> None:
        """Offer a game in play first, and to a newcomer the tutorial."""
        super().__init__()
        self.lobby, self.doors, self.version, self.newcomer = lobby, doors, version, newcomer
        self.actions = {"help": explain(self), "settings": doors["settings"]}
        self.left = unfinished(lobby)
        self.first_focus = "Continue" if self.left else "First game" if newcomer else "New game"

    def build(self) -> Widget:
        self.left = unfinished(self.lobby)
        small = self.app.window().height < self.app.setter.theme.px(680)
        rows = self._rows()
        for row in rows if small else ():
            row.note = ""
        name = theme.Style("heading", 44 if small else 62)
        column = Column(
            Text("OVERTURE", name, theme.GOLD),
            Text(SUBTITLE, theme.HEADING, theme.LIGHT),
            Text(QUESTION, theme.QUOTE, theme.DIM),
            Spacer(0, 4 if small else 14),
            *rows[: -len(LAST) - len(OPENED)],
            Row(*rows[-len(LAST) - len(OPENED) : -len(LAST)], gap=7),
            Row(*rows[-len(LAST) :], gap=7),
            Spacer(0, 4),
            Text(
                f"Version {self.version}. F1 explains whatever has the focus.",
                theme.SMALL,
                theme.DIM,
            ),
            gap=7,
        )
        return Layers(MapView(self.app.store, None, bounds=EASTWARD), Plaque(Scroll(column), 400))

    def _rows(self) -> list[Button]:
        """Return the doors in their order, one of them gold: where most will want to go."""
        doors = self._buttons()
        names = list(doors)
        rows = [doors[name] for name in names]
        if self.left is not None:
            rows.insert(0, self._continue(self.left))
        first = next((row for row in rows if row.key == self.first_focus), rows[0])
        first.kind = "chosen"
        for name in (*OPENED, *LAST):
            doors[name].grow = 1.0
        return rows

    def _buttons(self) -> dict[str, Button]:
        """Return the button of every door but that to the game in play: an order that stays."""
        saved, closed = self.lobby.saves(), self.lobby.rule_why_not()
        line = self.lobby.record_line()
        return {
            "tutorial": Button(
                "&First game",
                self.doors["tutorial"],
                note="Four quarters: try, and see what follows",
            ),
            "new": Button(
                "&New game",
                self.doors["new"],
                cue="page",
                note="The whole war or a part, alone or two at one keyboard",
            ),
            "history": Button(
                "Th&e history",
                self.doors["history"],
                cue="page",
                note="The war as it went: what would you have done?",
            ),
            "load": Button(
                "&Load",
                self.doors["load"],
                cue="page",
                enabled=bool(saved),
                why_not="There is no saved game yet.",
            ),
            "wars": Button(
                "Your &wars",
                self.doors["wars"],
                cue="page",
                enabled=bool(line),
                why_not="No war of yours that counts has ended yet.",
                note=line,
            ),
            "rule": Button(
                "The &rule", self.doors["rule"], cue="page", enabled=not closed, why_not=closed
            ),
            "cases": Button(
                "&Other wars", self.doors["cases"], cue="page", enabled=not closed, why_not=closed
            ),
            "settings": Button("&Settings", self.doors["settings"], cue="page"),
            "help": Button("&Help", self.doors["help"], cue="page"),
            "quit": Button("&Quit", self.doors["quit"], kind="quiet"),
        }

    def _continue(self, left: SavedGame) -> Button:
        """Return the door to the game in play, with the war, the quarter and the side."""
        which = f"{left.title}: {left.quarter}, {left.side or left.people}"
        return Button("&Continue", self.doors["continue"], cue="page", note=which)
