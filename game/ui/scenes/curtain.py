"""The curtain: opaque, the same whatever the war, until the named side says that it sits here.

It is made from the name of a government alone. While it hangs it owns every event, no sound is
heard, no tooltip, caption or undo outlives it, and the window's title says only the game's name.
"""

from collections.abc import Callable, Sequence

from game.desk.models import Curtain
from game.ui import theme
from game.ui.scene import Scene
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Panel, Spacer
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.strip import strip
from game.ui.widgets.texts import Text

TAKE_BACK = "Whoever gave them may, until the other sits down"


class CurtainScene(Scene):
    """Hides everything until the named side confirms."""

    title = "Overture"
    curtain = True

    def __init__(
        self,
        model: Curtain,
        confirmed: Callable[[], None],
        said: Sequence[str] = (),
        back: Callable[[], None] | None = None,
    ) -> None:
        """Wait for the government named in ``model``. ``said`` is what both may read here;
        ``back`` takes back the orders that the other has just given."""
        super().__init__()
        self.model, self.confirmed, self.said, self.back = model, confirmed, tuple(said), back
        self.first_focus = "confirm"

    def build(self) -> Widget:
        column = Column(
            Text(self.model.government, theme.Style("heading", 54), theme.GOLD, "centre"),
            Text(self.model.text, theme.BODY, theme.LIGHT, "centre"),
            Spacer(0, 10),
            Button(self.model.confirm, self.confirmed, kind="chosen", key="confirm", cue=""),
            gap=12,
        )
        if self.back is not None:
            column.add(
                Button(
                    "Take back the orders just given",
                    self.back,
                    kind="quiet",
                    cue="",
                    key="take back",
                    note=TAKE_BACK,
                )
            )
        for text in self.said:
            column.add(Text(text, theme.BODY, theme.DIM, "centre"))
        panel = Panel(Scroll(Centred(column, 460)), theme.NIGHT, 20, None)
        panel.grow = 1.0
        clock = strip("", lambda: self.app.strip[1])
        return panel if clock is None else Column(clock, panel, gap=0)
