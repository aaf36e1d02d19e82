"""After the war: how the debrief leads to the map, to the rule, to the codex, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game import late
from game.desk.interface import GameDesk, Refusal
from game.ui import work
from game.ui.scenes.common import Notice, WhichChair
from game.ui.widgets.controls import Button

if TYPE_CHECKING:
    from game.desk import end_models as e
    from game.desk import models as m
    from game.ui.flow import Flow
    from game.ui.scenes import asking, cases, debrief, reading, replay, rule, wars
else:
    m = late.Module("game.desk.models")
    asking, cases, debrief, reading, replay, rule, wars = late.modules(
        "game.ui.scenes", "asking cases debrief reading replay rule wars"
    )

OPENING = "Laying out the papers ..."
READING = "Opening the record ..."
WRITING = "Writing the report ..."
NOTHING = "The war ended before a quarter had been played."


class AfterwardsFlow:
    """What the window shows when a war is over. Everything is laid over the debrief, so that Back
    returns to where one was reading."""

    def __init__(self, flow: Flow) -> None:
        """Serve ``flow``."""
        self.flow = flow

    def scene(self, desk: GameDesk, ended: m.Debrief) -> debrief.DebriefScene:
        """Return the debrief with its doors."""
        doors = {
            "replay": lambda: self.watch(desk, 0),
            "rule": lambda: self.rule(desk),
            "codex": lambda: self.codex(desk, ""),
            "ask": lambda: self.ask(desk),
            "write": lambda: self.write(desk),
            "title": self.flow.title,
        }
        if ended.after.hidden:
            del doors["rule"], doors["write"]
            if not desk.questions().when:
                del doors["ask"]
        for one in ended.end.onward if ended.end else ():
            if one.enabled:
                doors[one.id] = self._which(desk, one) if one.chairs else self._on(desk, one.id)
        return debrief.DebriefScene(
            ended,
            doors,
            lambda place: self.watch(desk, place),
            lambda side, place: self.rule(desk, (side, place)),
        )

    def _on(self, desk: GameDesk, way: str) -> Callable[[], None]:
        """Return what goes on by one of the ways that the end offers."""
        flow = self.flow
        return lambda: work.ask(flow.app, OPENING, lambda: flow.play(desk.lead(way)))

    def _which(self, desk: GameDesk, way: e.Onward) -> Callable[[], None]:
        """Return what asks in which chair one goes on."""
        ways = [(one, self._on(desk, one.id)) for one in way.chairs]
        return lambda: self.flow.app.push(WhichChair(way.title, ways))

    def wars(self) -> None:
        """Show the record of one's wars from the title."""
        app = self.flow.app
        work.ask(app, READING, lambda: app.push(wars.WarsScene(self.flow.lobby.wars(), app.pop)))

    def watch(self, desk: GameDesk, place: int) -> None:
        """Walk through the war just played, from a quarter on."""
        war = desk.again()
        try:
            war.go(place)
        except Refusal:
            self.flow.app.push(Notice("There is nothing to watch", NOTHING))
            return
        self.flow.app.push(replay.ReplayScene(war, self.flow.play, self.flow.app.pop))

    def write(self, desk: GameDesk) -> None:
        """Write the report down, and say in which file it is."""

        def written() -> None:
            self.flow.app.push(Notice("The report", desk.write_down()))

        work.ask(self.flow.app, WRITING, written)

    def rule(self, desk: GameDesk, start: tuple[str, int] | None = None) -> None:
        """Show the rule; ``start`` is a side and a quarter of the war for its sliders."""
        self.flow.app.push(rule.RuleScene(desk.rule, self.flow.app.pop, start))

    def ask(self, desk: GameDesk) -> None:
        """Ask the three questions, before play or after it."""
        self.flow.app.push(asking.QuestionsScene(desk, self.flow.app.pop))

    def rule_alone(self) -> None:
        """Show the rule from the title, without any war."""
        self.flow.app.push(rule.RuleScene(self.flow.lobby.rule, self.flow.app.pop))

    def cases(self) -> None:
        """Show the room of other wars from the title."""
        lobby, pop = self.flow.lobby, self.flow.app.pop
        self.flow.app.push(
            cases.Shelf(
                lobby.cases(),
                lambda name: self.flow.app.push(cases.CaseScene(lobby.case(name), pop)),
                pop,
            )
        )

    def codex(self, desk: GameDesk, page: str) -> None:
        """Show the codex at a page; where the rule may be shown, with a door to it."""
        first = desk.codex("")
        pages = (first, *desk.rule_pages(), *(desk.codex(link) for link in first.links))
        doors = []
        if desk.rule_open():
            doors.append(
                Button("The &rule, with sliders", lambda: self.rule(desk), cue="page", key="rule")
            )
        pop = self.flow.app.pop
        self.flow.app.push(reading.Reading("Codex", pages, pop, page=page, doors=doors))
