"""Keys that work on every screen: the one that steps back, and the one that keeps a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.flow import Flow


def step(flow: Flow) -> None:
    """Ask before the screen is left, on one that has no way back of its own. A curtain answers to
    nothing but its button."""
    from game.ui.scenes.common import Question
    from game.ui.scenes.title import Title

    top = flow.app.top()
    if top is None or top.curtain:
        return
    if isinstance(top, Title):
        flow.app.push(
            Question("Close the window?", "Every game is kept as it stands.", "&Close", flow.quit)
        )
    else:
        kept = flow.desk.as_left() if flow.desk is not None else "No game is in play."
        flow.app.push(Question("Leave for the title?", kept, "&Leave", flow.title))


def save(flow: Flow) -> None:
    """Ask for the name of a copy of the game in play; refused where none is, or behind a box."""
    from game.ui.scenes.menu import SaveAs

    top, desk = flow.app.top(), flow.desk
    if desk is None or top is None or top.curtain or top.modal or desk.curtain() is not None:
        flow.app.cue("refused")
        return
    flow.app.push(SaveAs(desk))
