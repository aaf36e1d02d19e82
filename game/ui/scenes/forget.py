"""Deleting everything that the game has kept of a person, after a word has been typed."""

from collections.abc import Callable, Sequence

from game.desk.interface import Lobby, Refusal
from game.ui import theme
from game.ui.scenes.common import Modal, Notice
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Wrapped
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.texts import Text

WORD = "forget"


class Forget(Modal):
    """Lists what is kept, and deletes it when the word has been typed."""

    title = "Delete all my data"
    width = 720.0

    def __init__(self, lobby: Lobby, done: Callable[[], None]) -> None:
        """Delete what ``lobby`` keeps, then ``done``."""
        super().__init__()
        self.lobby, self.done = lobby, done
        self.kept = lobby.kept()
        self.typed = ""
        self.first_focus = "word" if self.kept else "Back"

    def body(self) -> Widget:
        if not self.kept:
            return Text("Nothing of yours is kept here.")
        field = TextField(
            "word",
            self.typed,
            220,
            act=self._put,
            enter=self._delete,
            longest=12,
            help=f"Type {WORD}.",
        )
        return Column(
            Text(
                "Saved games, their earlier states, what was set aside, and the window's "
                "settings. This cannot be undone."
            ),
            Column(
                Text(f"To delete {self._files()} for good, type: {WORD}", theme.STRONG),
                Wrapped(field),
                gap=3,
            ),
            *(Text(path, theme.SMALL, theme.DIM) for path in self.kept),
            gap=10,
        )

    def _files(self) -> str:
        return "this one file" if len(self.kept) == 1 else f"these {len(self.kept)} files"

    def buttons(self) -> Sequence[Button]:
        back = Button("Back", self.close, cue="page")
        if not self.kept:
            return (back,)
        ready = self.typed.strip().lower() == WORD
        return (
            Button(
                "Delete all of it",
                self._delete,
                kind="final",
                enabled=ready,
                why_not=f"Type the word {WORD} first.",
                key="delete",
                cue="",
            ),
            back,
        )

    def _put(self, text: str) -> None:
        was_ready = self.typed.strip().lower() == WORD
        self.typed = text
        if (text.strip().lower() == WORD) != was_ready:
            self.rebuild()

    def _delete(self) -> None:
        if self.typed.strip().lower() != WORD:
            self.app.cue("refused")
            return
        try:
            said = self.lobby.forget()
        except Refusal as refusal:
            said = str(refusal)
        self.done()
        self.app.push(Notice("Your data", said))
