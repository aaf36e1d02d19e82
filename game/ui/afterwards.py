"""After the war: how the debrief leads to the map, to the rule, to the codex, and back."""

from typing import TYPE_CHECKING

from game.desk import models as m
from game.desk.interface import GameDesk, Refusal
from game.ui.scenes.asking import QuestionsScene
from game.ui.scenes.common import Notice
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.rule import RuleScene
from game.ui.widgets.controls import Button

if TYPE_CHECKING:
    from game.ui.flow import Flow

NOTHING = "The war ended before a quarter had been played."


class Afterwards:
    """What the window shows when a war is over. Everything is laid over the debrief, so that Back
    returns to where one was reading."""

    def __init__(self, flow: "Flow") -> None:
        """Serve ``flow``."""
        self.flow = flow

    def scene(self, desk: GameDesk, debrief: m.Debrief) -> DebriefScene:
        """Return the debrief with its doors."""
        doors = {
            "replay": lambda: self.watch(desk, 0), "rule": lambda: self.rule(desk),
            "codex": lambda: self.codex(desk, ""), "ask": lambda: self.ask(desk),
            "title": self.flow.title,
        }  # fmt: skip
        if debrief.after.hidden:
            del doors["rule"]
        return DebriefScene(debrief, doors, lambda place: self.watch(desk, place),
                            lambda side, place: self.rule(desk, (side, place)))  # fmt: skip

    def watch(self, desk: GameDesk, place: int) -> None:
        """Walk through the war just played, from a quarter on."""
        replay = desk.again()
        try:
            replay.go(place)
        except Refusal:
            self.flow.app.push(Notice("There is nothing to watch", NOTHING))
            return
        self.flow.app.push(ReplayScene(replay, self.flow.play, self.flow.app.pop))

    def rule(self, desk: GameDesk, start: tuple[str, int] | None = None) -> None:
        """Show the rule; ``start`` is a side and a quarter of the war for its sliders."""
        self.flow.app.push(RuleScene(desk.rule, self.flow.app.pop, start))

    def ask(self, desk: GameDesk) -> None:
        """Ask the three questions, before play or after it."""
        self.flow.app.push(QuestionsScene(desk, self.flow.app.pop))

    def rule_alone(self) -> None:
        """Show the rule from the title, without any war."""
        self.flow.app.push(RuleScene(self.flow.lobby.rule, self.flow.app.pop))

    def codex(self, desk: GameDesk, page: str) -> None:
        """Show the codex at a page; where the rule may be shown, with a door to it."""
        first = desk.codex("")
        pages = (first, *desk.rule_pages(), *(desk.codex(link) for link in first.links))
        doors = []
        if desk.rule_open():
            doors.append(Button("The &rule, with sliders", lambda: self.rule(desk), cue="page",
                                key="rule"))  # fmt: skip
        self.flow.app.push(Reading("Codex", pages, self.flow.app.pop, page=page, doors=doors))
