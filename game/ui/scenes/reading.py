"""Help and codex: pages with a list of contents, and links that follow one another."""

from collections.abc import Callable

from game.desk import models as m
from game.ui import keys, theme
from game.ui.scene import Scene
from game.ui.scenes.common import explain, screen, titled
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Dock, Flow, Panel, Row
from game.ui.widgets.controls import Button
from game.ui.widgets.grid import Grid
from game.ui.widgets.lists import Item, ListBox
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Heading, Pair, Text

ROOMY = 860  # pixels at 100 % text from which contents and page stand side by side


class Reading(Scene):
    """Pages of help, or of the codex, beside their contents."""

    def __init__(
        self, title: str, pages: tuple[m.Page, ...], back: Callable[[], None],
        show_keys: bool = False,
    ) -> None:  # fmt: skip
        """Read ``pages``, from the first; ``show_keys`` adds a page of the keys."""
        super().__init__()
        self.title, self.pages, self.back, self.show_keys = title, pages, back, show_keys
        self.open = 0
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = f"list {title}"

    def build(self) -> Widget:
        items = [Item(page.title) for page in self.pages]
        if self.show_keys:
            items.append(Item("Keys"))
        contents = ListBox(self.title, items, self._open, self.open, self._open)
        page = Panel(Scroll(self._page(), key=f"page {self.open}"), margin=18)
        body: Widget
        if self.app.roomy(ROOMY):
            body = Dock(page, left=Panel(Scroll(contents, key="contents"), theme.SUNKEN),
                        left_width=260)  # fmt: skip
        else:
            body = Panel(Scroll(Column(contents, self._page()), key="both"))
        bar = Panel(Flow(Button("&Back", self.back, cue="page")))
        top = titled(self.title, "Up and down choose a page; Escape goes back.")
        return screen(self, top, body, bar)

    def _open(self, index: int) -> None:
        if index != self.open:
            self.open = index
            self.rebuild()

    def _page(self) -> Widget:
        if self.open >= len(self.pages):
            return self._keys()
        page = self.pages[self.open]
        column = Column(Heading(page.title, theme.TITLE), *(Text(p) for p in page.paragraphs))
        for fact in page.facts:
            column.add(Pair(fact.term, fact.text, style=theme.BODY))
        names = {other.id: (i, other.title) for i, other in enumerate(self.pages)}
        links = [
            Button(names[link][1], self._follow(names[link][0]), mark="right", key=f"link {link}")
            for link in page.links if link in names
        ]  # fmt: skip
        if links:
            column.add(Row(Text("See also", theme.SMALL, theme.DIM), Flow(*links)))
        return column

    def _follow(self, index: int) -> Callable[[], None]:
        return lambda: self._open(index)

    def _keys(self) -> Widget:
        rows = [(keys.TITLES[a], keys.spoken(self.app.keys.of(a))) for a in keys.DEFAULTS]
        rows += [("Go on and back", "Tab, Shift+Tab"), ("Move or change", "Arrows"),
                 ("Act", "Enter or Space")]  # fmt: skip
        return Column(Heading("Keys", theme.TITLE), Grid("Keys", ("What", "Key"), rows, (3, 1)))
