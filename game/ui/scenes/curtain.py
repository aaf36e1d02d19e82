"""The curtain: opaque, the same whatever the war, until the named side says that it sits here.

It is made from the name of a government alone. While it hangs it owns every event, no sound is
heard, no tooltip, caption or undo outlives it, and the window's title says only the game's name.
"""

from collections.abc import Callable

from game.desk.models import Curtain
from game.ui import theme
from game.ui.scene import Scene
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Panel, Spacer
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Text


class CurtainScene(Scene):
    """Hides everything until the named side confirms."""

    title = "Overture"
    curtain = True

    def __init__(self, model: Curtain, confirmed: Callable[[], None]) -> None:
        """Wait for the government named in ``model``."""
        super().__init__()
        self.model, self.confirmed = model, confirmed

    def build(self) -> Widget:
        column = Column(
            Text(self.model.government, theme.Style("heading", 54), theme.GOLD, "centre"),
            Text(self.model.text, theme.BODY, theme.LIGHT, "centre"),
            Spacer(0, 10),
            Button(self.model.confirm, self.confirmed, kind="chosen", key="confirm", cue=""),
            gap=12,
        )  # fmt: skip
        panel = Panel(Scroll(Centred(column, 460)), theme.NIGHT, 20, None)
        return panel
