"""The game stands still: a curtain that only the facilitator's PIN draws back."""

from collections.abc import Callable

from game.desk.interface import Refusal
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes.secrets import gate
from game.ui.widgets.base import Action, Widget
from game.ui.widgets.controls import Button
from game.ui.widgets.secret import SecretField
from game.ui.widgets.texts import Text


class Paused(Scene):
    """Nothing is shown until the PIN is given."""

    title = "Overture"
    curtain = True
    PIN = "PIN"

    def __init__(self, go_on: Callable[[str], None], leave: Action) -> None:
        """Call ``go_on`` with the PIN, which refuses a wrong one; ``leave`` goes to the title."""
        super().__init__()
        self.go_on, self.leave_game = go_on, leave
        self.typed = self.fault = ""
        self.first_focus = self.PIN

    def build(self) -> Widget:
        return gate(
            Text("The clock stands", theme.Style("heading", 54), theme.GOLD, "centre"),
            "The facilitator has stopped the game. Nothing is shown until the PIN is given.",
            self.fault,
            SecretField(self.PIN, self.typed, 460, 12, self._put, self.go),
            Button("Go on", self.go, kind="chosen", cue="", key="go on"),
            Button("Leave for the title", self.leave_game, kind="quiet", cue=""),
        )

    def _put(self, text: str) -> None:
        self.typed = text

    def go(self) -> None:
        """Hand over the PIN; say what is wrong with it."""
        pin, self.typed = self.typed, ""
        try:
            self.go_on(pin)
        except Refusal as refusal:
            self.fault = str(refusal)
            self.rebuild()
