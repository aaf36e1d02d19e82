"""Help and codex: pages with a list of contents, and links that follow one another.

Where pages have a kind, as in the codex, the list can be searched by typing.
"""

from collections.abc import Callable, Sequence

from game.desk import models as m
from game.ui import keys, strokes, theme
from game.ui.scene import Scene
from game.ui.scenes.common import defined, explain, screen, titled
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Dock, Panel, Wrapped
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.grid import Grid
from game.ui.widgets.links import Terms, prose
from game.ui.widgets.lists import Item, ListBox
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Heading, Text

ROOMY = 860  # pixels at 100 % text from which contents and page stand side by side
COLUMN = 720  # pixels at 100 % text: a line longer than this is hard to follow


class Reading(Scene):
    """Pages of help, or of the codex, beside their contents."""

    def __init__(
        self,
        title: str,
        pages: tuple[m.Page, ...],
        back: Callable[[], None],
        show_keys: bool = False,
        page: str = "",
        doors: Sequence[Button] = (),
    ) -> None:
        """Read ``pages``, from the one with id ``page``; ``show_keys`` adds a page of the keys,
        ``doors`` buttons that lead elsewhere."""
        super().__init__()
        self.title, self.pages, self.back, self.show_keys = title, pages, back, show_keys
        self.places = {each.id: place for place, each in enumerate(pages)}
        self.open, self.doors = self.places.get(page, 0), tuple(doors)
        self.word = ""
        self.trail: list[int] = []
        titles = {each.title: each.id for each in pages if each.kind}
        self.terms = Terms(titles, self._go_to) if titles else None
        self.actions = {"help": explain(self), "menu": self._step_back}
        self.first_focus = f"list {title}"

    # The list

    def _listed(self) -> list[int]:
        """Return the pages whose title or kind has what was typed; the keys come last."""
        word = self.word.lower()
        found = [
            place
            for place, page in enumerate(self.pages)
            if word in page.title.lower() or word in page.kind.lower()
        ]
        return [*found, len(self.pages)] if self.show_keys else found

    def build(self) -> Widget:
        listed = self._listed()
        items = [
            Item("Keys") if place == len(self.pages) else self._item(place) for place in listed
        ]
        chosen = listed.index(self.open) if self.open in listed else 0
        contents: Widget = ListBox(self.title, items, self._pick, chosen, self._pick)
        search: list[Widget] = []
        if self.terms is not None:
            tip = "Find\nLetters of a title, or a kind such as People."
            search = [
                TextField("Find", self.word, 300, act=self._find, tip=tip, hint="Find a page")
            ]
        page = Panel(
            Scroll(Centred(self._page(), COLUMN, False), key=f"page {self.open}"), margin=18
        )
        body: Widget
        if self.app.roomy(ROOMY):
            scrolled = Scroll(contents, key="contents")
            scrolled.grow = 1.0
            body = Dock(page, left=Panel(Column(*search, scrolled), theme.SUNKEN), left_width=300)
        else:
            body = Panel(Scroll(Column(*search, self._page(), contents), key="both"))
        bar = Panel(Wrapped(Button("&Back", self._step_back, cue="page", key="Back"), *self.doors))
        said = "Up and down choose a page; Escape goes back."
        if self.terms is not None:
            said = f"{len(self.pages) - 1} pages that the date allows. {said}"
        return screen(self, titled(self.title, said), body, bar)

    def rebuild(self) -> None:
        super().rebuild()
        listed = next((w for w in self.root.walk() if isinstance(w, ListBox)), None)
        if listed is not None and self.app.roomy(ROOMY):
            listed.show_chosen()
        for scroll in self.root.walk():
            if isinstance(scroll, Scroll) and scroll.key == "both":
                scroll.scroll_to(0)

    def _item(self, place: int) -> Item:
        page = self.pages[place]
        return Item(page.title, right=page.kind)

    def _find(self, word: str) -> None:
        self.word = word
        listed = self._listed()
        if listed and self.open not in listed:
            self.open = listed[0]
        self.rebuild()

    def _pick(self, index: int) -> None:
        listed = self._listed()
        if index < len(listed):
            self._open(listed[index])

    def _open(self, place: int) -> None:
        if place != self.open:
            self.open = place
            self.rebuild()

    def _go_to(self, page: str) -> None:
        """Follow a link; Back returns to where it stood."""
        if page in self.places:
            self.trail.append(self.open)
            self.word = ""
            self._open(self.places[page])

    def _step_back(self) -> None:
        if self.trail:
            self._open(self.trail.pop())
        else:
            self.back()

    # The page

    def _page(self) -> Widget:
        if self.open >= len(self.pages):
            return self._keys()
        page = self.pages[self.open]
        column = Column(Heading(page.title, theme.TITLE), gap=10)
        if page.kind:
            column.add(Text(page.kind, theme.SMALL, theme.DIM))
        column.add(
            *(
                prose(text, self._others(page), theme.READING, key=f"text {i}")
                for i, text in enumerate(page.paragraphs)
            )
        )
        for fact in page.facts:
            column.add(defined(fact, "" if page.kind else fact.tip))
        links = [
            Button(
                self.pages[self.places[link]].title,
                self._follow(link),
                mark="right",
                key=f"link {link}",
            )
            for link in page.links
            if link in self.places and page.id
        ]
        if links:
            column.add(Text("See also", theme.SMALL, theme.DIM), Wrapped(*links))
        return column

    def _others(self, page: m.Page) -> Terms | None:
        """Return the names that lead to other pages than this one."""
        if self.terms is None:
            return None
        return Terms(
            {name: to for name, to in self.terms.pages.items() if to != page.id}, self._go_to
        )

    def _follow(self, link: str) -> Callable[[], None]:
        return lambda: self._go_to(link)

    def _keys(self) -> Widget:
        rows = [(keys.TITLES[a], strokes.spoken(self.app.keys.of(a))) for a in keys.DEFAULTS]
        rows += [
            ("Go on and back", "Tab, Shift+Tab"),
            ("Move or change", "Arrows"),
            ("Act", "Enter or Space"),
        ]
        return Column(Heading("Keys", theme.TITLE), Grid("Keys", ("What", "Key"), rows, (3, 1)))
