"""The content note over the title at the first start; Enter, Escape or a click puts it away."""

from collections.abc import Sequence

from game.desk.content_note import PARAGRAPHS, SOURCE, TITLE
from game.ui import theme
from game.ui.scenes.common import Modal
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button
from game.ui.widgets.texts import Text


class ContentNote(Modal):
    """Says what the game is about; when it is put away, the settings note that it was read."""

    title = TITLE
    width = 700.0

    def __init__(self) -> None:
        """Stand with the focus on the button that goes on."""
        super().__init__()
        self.first_focus = "note read"

    def body(self) -> Widget:
        source = Text(f"Source: {SOURCE}", theme.SMALL, theme.DIM)
        return Column(*(Text(said) for said in PARAGRAPHS), source, gap=10)

    def buttons(self) -> Sequence[Button]:
        return (Button("&Go on", self.close, kind="chosen", cue="page", key="note read"),)

    def close(self) -> None:
        """Put it away, for good."""
        self.app.settings.note_read = True
        self.app.note_settings()
        super().close()
