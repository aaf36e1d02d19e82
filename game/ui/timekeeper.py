"""The timekeeper: lets a seminar's clock act in the window by itself, and keeps the strip true.

It looks at the clock a few times a second, whatever screen is shown. The bell and a turn's end take
down whatever lies there; a pause hangs a curtain; the facilitator's panel stays on top of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game import late
from game.desk.interface import GameDesk

if TYPE_CHECKING:
    from game.ui.flow import Flow
    from game.ui.scenes import common, facilitator, paused, quarter
else:
    common, facilitator, paused, quarter = late.modules(
        "game.ui.scenes", "common facilitator paused quarter"
    )

LOOK: Final = 0.25  # seconds between two looks
TOLD: Final = "The facilitator"
BELL: Final = "The bell has rung. The war is unfinished, and judged at this date."


class Timekeeper:
    """Watches the clock of the game that is on the desk."""

    def __init__(self, flow: Flow) -> None:
        """Watch for ``flow``."""
        self.flow = flow
        self._looked: float | None = None

    def tick(self, now: float) -> None:
        """Do what time has brought about, if it is time to look."""
        if self._looked is not None and 0 <= now - self._looked < LOOK:
            return
        self._looked = now
        desk = self.flow.desk
        if desk is not None:
            self._act(desk)
        self._show(desk)

    def wake_in(self, now: float) -> float | None:
        """Return after how many seconds there is something to look at; None for never."""
        watched = self.flow.app.second is not None
        return LOOK if watched or self.flow.app.strip[1] else None

    def _act(self, desk: GameDesk) -> None:
        stack = self.flow.app.stack
        covered = any(isinstance(scene, paused.Paused) for scene in stack)
        waits = desk.standing().paused
        if waits != covered:
            self.over(desk, "")
        elif not waits:
            due = desk.due()
            if due:
                self.over(desk, BELL if due == "bell" else "")
            elif desk.untold() and isinstance(stack[-1] if stack else None, quarter.QuarterScene):
                self.flow.app.push(common.Notice(TOLD, *desk.told()))

    def over(self, desk: GameDesk, said: str) -> None:
        """Take down what is shown, for what comes next; the facilitator's panel stays."""
        panels = (s for s in self.flow.app.stack if isinstance(s, facilitator.FacilitatorScene))
        panel = next(panels, None)
        self.flow.said += [said] if said else []
        self.flow.turn(desk)
        if panel is not None:
            self.flow.app.push(panel)

    def _show(self, desk: GameDesk | None) -> None:
        """Keep the strip true; a warning that comes or goes is laid out anew."""
        app, before = self.flow.app, self.flow.app.strip
        app.strip = ("", "") if desk is None else desk.strip()
        if (before[0], bool(before[1])) != (app.strip[0], bool(app.strip[1])):
            app.rebuild()
