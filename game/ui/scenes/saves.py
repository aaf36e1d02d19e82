"""Saved games: which side, which quarter, when, by which version; load or delete.

The picture is the public map alone: it says nothing of a side.
"""

from collections.abc import Callable

import pygame
from pygame import Rect

from game.desk.interface import Lobby, Refusal
from game.desk.maplens import MapLens
from game.desk.models import SavedGame
from game.ui import theme, work
from game.ui.canvas import Canvas
from game.ui.map.lens import draw
from game.ui.map.projection import fit
from game.ui.map.store import MapStore, thumbnail
from game.ui.scene import Scene
from game.ui.scenes.common import Notice, Question, attempt, explain, screen, titled
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Dock, Panel, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.lists import Item, ListBox
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Heading, Pair, Text

PICTURE = (240, 180)  # pixels at 100 % text
ROOMY = 860  # pixels at 100 % text


class SavePicture(Widget):
    """The public map, small; over it what one side saw, where one person plays."""

    def __init__(self, store: MapStore, lens: MapLens | None = None) -> None:
        """Draw it from ``store``, with a ``lens``."""
        super().__init__(name="The public map")
        self.store, self.lens = store, lens

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        wide = min(setter.theme.px(PICTURE[0]), width)
        return wide, wide * PICTURE[1] // PICTURE[0]

    def paint(self, canvas: Canvas) -> None:
        wide = min(canvas.px(PICTURE[0]), self.rect.width)
        box = Rect(*self.rect.topleft, wide, self.rect.height)
        size = (PICTURE[0] * 2, PICTURE[1] * 2)
        small = thumbnail(self.store, *size)
        if self.lens is not None:
            small = small.copy()
            small.blit(draw(fit(*size), self.lens), (0, 0))
        canvas.surface.blit(pygame.transform.smoothscale(small, box.size), box)
        canvas.frame(box, theme.GOLD)


class SavesScene(Scene):
    """The list of saved games."""

    title = "Saved games"

    def __init__(
        self, lobby: Lobby, load: Callable[[SavedGame], None], back: Callable[[], None]
    ) -> None:
        """List what ``lobby`` has; ``load`` is called with the one chosen."""
        super().__init__()
        self.lobby, self.load, self.back = lobby, load, back
        self.chosen = 0
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = "list Saved games"

    def build(self) -> Widget:
        saves = self.lobby.saves()
        self.chosen = min(self.chosen, max(len(saves) - 1, 0))
        items = [
            Item(
                f"{s.title}: {s.quarter}" if s.quarter else s.title,
                self._who(s),
                s.date,
                self._mark(s),
                theme.BAD if s.problem else theme.GOLD,
            )
            for s in saves
        ]
        rows: Widget = Text("There is no saved game yet.", theme.BODY, theme.DIM)
        if items:
            rows = ListBox("Saved games", items, self._load, self.chosen, self._pick)
        listed = Panel(Scroll(rows, key="saves"), theme.SUNKEN)
        body: Widget = listed
        buttons = Wrapped(Button("&Back", self.back, cue="page"))
        if items:
            save = saves[self.chosen]
            facts = Panel(Scroll(self._facts(save), key="facts"))
            if self.app.roomy(ROOMY):
                body = Dock(listed, right=facts, right_width=340)
            else:
                body = Panel(Scroll(Column(rows, self._facts(save)), key="both"))
            buttons.add(
                Button("&Delete", self._ask, key="delete"),
                Button(
                    "&Load", lambda: self._load(self.chosen), kind="chosen", key="load", cue="page"
                ),
            )
        return screen(
            self,
            titled("Saved games", "Enter loads the game that is chosen."),
            body,
            Panel(buttons),
        )

    @staticmethod
    def _mark(save: SavedGame) -> str:
        return "cross" if save.problem else "envelope" if save.is_sealed else "circle"

    @staticmethod
    def _who(save: SavedGame) -> str:
        if save.problem:
            return "This file cannot be played as it is."
        return f"{save.side}, {save.people}" if save.side else save.people

    def _facts(self, save: SavedGame) -> Widget:
        column = Column(SavePicture(self.app.store, save.picture), Heading(save.title), gap=6)
        if save.picture is not None:
            column.add(
                Text(
                    f"{save.quarter[:1].upper()}{save.quarter[1:]}. {save.picture.summary}",
                    theme.SMALL,
                    theme.DIM,
                )
            )
        if not save.problem:
            column.add(
                Pair("War" if save.over else "Quarter", save.quarter),
                Pair("Side", save.side or "both"),
                Pair("Players", save.people),
                Pair("Saved", save.date),
                Pair("Version", save.version),
            )
        if save.note:
            column.add(Text(save.note))
        if save.problem:
            column.add(Text(save.problem, theme.BODY, theme.BAD, mark="cross"))
        return column

    def _pick(self, index: int) -> None:
        self.chosen = index
        self.rebuild()

    def _load(self, index: int) -> None:
        saves = self.lobby.saves()
        if index < len(saves):
            work.ask(self.app, work.OPENING, lambda: self._try(saves[index]))

    def _try(self, save: SavedGame) -> None:
        """Load a game; where it cannot be played, say why and offer the newest that can."""
        try:
            self.load(save)
            return
        except Refusal as refusal:
            said = str(refusal)
        self.app.cue("refused")
        self.rebuild()
        good = self.lobby.newest_good()
        if good is None or good.id == save.id:
            self.app.push(Notice("This game cannot be played", said))
            return
        text = f"{said}\n{good.title}, {good.quarter}, of {good.date}, can be played."
        self.app.push(
            Question("This game cannot be played", text, "&Load that one", lambda: self._try(good))
        )

    def _ask(self) -> None:
        save = self.lobby.saves()[self.chosen]

        def delete() -> None:
            attempt(self, lambda: self.lobby.delete(save.id))
            self.rebuild()

        which = ", ".join(part for part in (save.title, save.quarter) if part)
        text = f"{which}{f', of {save.date}' if save.date else ''}. It cannot be brought back."
        self.app.push(Question("Delete this game?", text, "&Delete it", delete))
