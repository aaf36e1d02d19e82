"""The facilitator's part of the window: the PIN, the panel, and the second window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import late
from game.desk.interface import GameDesk, Refusal
from game.ui.scenes import common
from game.ui.scenes.common import Notice

if TYPE_CHECKING:
    from game.ui import second
    from game.ui.flow import Flow
    from game.ui.scenes import facilitator, overview, secrets
else:
    second = late.Module("game.ui.second")
    facilitator, overview, secrets = late.modules("game.ui.scenes", "facilitator overview secrets")

APPOINT = (
    "Whoever sets a PIN becomes this game's facilitator: clock and bell, a curtain for all, "
    "news, going back, a second window with both sides' papers. It is set once."
)
ASK = "The PIN opens the facilitator's panel. It shows nothing of either side."
PROPOSE = (
    "Whoever sets a PIN becomes this game's facilitator, who can open both sides' papers. "
    "The other side is asked when it next sits down, and has to agree."
)
PROPOSED = (
    "The other side proposes a facilitator: clock and bell, a curtain for all, news, going "
    "back, and a second window with both sides' papers. Without your consent there is none."
)
LOCKED = "The facilitator has locked the settings."


class Seminar:
    """What the facilitator does in one window."""

    def __init__(self, flow: Flow) -> None:
        """Act on the game that ``flow`` has on the desk."""
        self.flow = flow

    def open(self) -> None:
        """Ask for the PIN, or for a new one where nobody is appointed, and open the panel."""
        desk, app = self.flow.desk, self.flow.app
        both = secrets.AskPin | facilitator.FacilitatorScene
        asking = any(isinstance(scene, both) for scene in app.stack)
        if desk is None or asking:
            return
        if desk.standing().appointed:
            app.push(secrets.AskPin(ASK, "Open the panel", self._opened))
        elif any(scene.curtain for scene in app.stack):
            return
        elif desk.hotseat:
            app.push(secrets.AskPin(PROPOSE, "Propose it", self._proposed, new=True))
        else:
            app.push(secrets.AskPin(APPOINT, "Become the facilitator", self._appointed, new=True))

    def _appointed(self, pin: str) -> None:
        desk = self.flow.desk
        if desk is not None:
            desk.facilitate(lambda hand: hand.appoint(pin))
            self._opened(pin)

    def _proposed(self, pin: str) -> None:
        desk, app = self.flow.desk, self.flow.app
        if desk is not None:
            desk.propose(pin)
            app.pop()

    def ask_consent(self, desk: GameDesk) -> None:
        """Ask the side that sits now, if the other has proposed a facilitator."""
        if desk.proposed():
            self.flow.app.push(
                common.Question("A facilitator?", PROPOSED, "&Agree", desk.agree, "&Not now")
            )

    def _opened(self, pin: str) -> None:
        desk, app = self.flow.desk, self.flow.app
        if desk is None:
            return
        desk.facilitate(lambda hand: hand.check(pin))
        app.pop()
        panel = facilitator.FacilitatorScene(desk, pin, self._watch, lambda: self._closed(panel))
        app.push(panel)

    def _closed(self, panel: facilitator.FacilitatorScene) -> None:
        """Go back to the game, which the facilitator may have changed."""
        desk = self.flow.desk
        self.flow.app.pop()
        if panel.acted and desk is not None:
            self.flow.turn(desk)

    def go_on(self, pin: str) -> None:
        """Let a game go on that stands still."""
        desk = self.flow.desk
        if desk is not None:
            desk.facilitate(lambda hand: hand.go_on(pin))
            self.flow.turn(desk)

    def why_locked(self) -> str:
        """Return why the settings cannot be changed; empty where they can."""
        desk = self.flow.desk
        return LOCKED if desk is not None and desk.standing().locked else ""

    # --- the second window

    def _watch(self) -> None:
        """Open the second window, covered until the PIN is typed in it."""
        desk, app = self.flow.desk, self.flow.app
        if desk is None or app.second is not None:
            return
        try:
            app.second = second.Second(app, overview.OverviewScene(desk, self.close), self.close)
        except Refusal as refusal:
            app.push(Notice("There is no second window", str(refusal)))

    def close(self) -> None:
        """Close the second window, if it is open."""
        shown, self.flow.app.second = self.flow.app.second, None
        if shown is not None:
            shown.close()
