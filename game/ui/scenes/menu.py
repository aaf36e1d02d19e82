"""The menu of a running game, and the name of a copy of it."""

from collections.abc import Callable, Sequence

from game.desk.interface import Exists, OrdersDesk, Refusal
from game.ui.scenes.common import Modal, Notice, Question, attempt
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.texts import Text


class Menu(Modal):
    """The menu; ``doors`` are ``settings``, ``help``, ``facilitator`` and ``title``."""

    title = "Menu"
    width = 400.0

    def __init__(self, desk: OrdersDesk, doors: dict[str, Callable[[], None]]) -> None:
        """Offer what can be done with the game of ``desk``."""
        super().__init__()
        self.desk, self.doors = desk, doors
        self.first_focus = "Back to the game"

    def body(self) -> Widget:
        doors = self.doors
        return Column(
            Button("&Save", self._save, cue="stamp"),
            Button("Se&ttings", doors["settings"], cue="page"),
            Button("&Help", doors["help"], cue="page"),
            Button(
                "&Facilitator",
                doors["facilitator"],
                cue="page",
                note="A seminar's clock, and what its PIN opens",
            ),
            Button(
                "Leave for the title",
                doors["title"],
                cue="page",
                note=self.desk.as_left().rstrip("."),
            ),
            gap=7,
        )

    def buttons(self) -> Sequence[Button]:
        return (Button("&Back to the game", self.close, key="Back to the game"),)

    def _save(self) -> None:
        self.app.push(SaveAs(self.desk))


class SaveAs(Modal):
    """Asks for the name of a save."""

    title = "Save a copy"

    def __init__(self, desk: OrdersDesk) -> None:
        """Save the game of ``desk`` under a name."""
        super().__init__()
        self.desk, self.name = desk, desk.save_name()
        self.first_focus = "Name"

    def body(self) -> Widget:
        return Column(
            Text(
                "The game is kept as it is played. A copy under a name of its own stays as it is "
                "now."
            ),
            TextField("Name", self.name, 420, longest=60, act=self._named, enter=self._save),
            gap=7,
        )

    def buttons(self) -> Sequence[Button]:
        return (
            Button("&Save the copy", self._save, kind="chosen", cue="stamp", key="save"),
            Button("&Back", self.close, cue="page"),
        )

    def _named(self, text: str) -> None:
        self.name = text

    def _save(self) -> None:
        try:
            said = self.desk.save(self.name)
        except Exists as exists:
            text = f"{exists} If it is replaced, what it holds now is gone."
            self.app.push(Question("Replace a save?", text, "&Replace it", self._save_over))
        except Refusal as refusal:
            self.app.push(Notice("That cannot be done", str(refusal)))
        else:
            self._done(said)

    def _save_over(self) -> None:
        said: list[str] = []
        if attempt(self, lambda: said.append(self.desk.save_over(self.name))):
            self._done(said[0])

    def _done(self, said: str) -> None:
        self.close()
        self.app.push(Notice("Saved", said))
