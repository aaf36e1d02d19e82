"""After the war: the debrief, the war walked through again, the rule, and the three questions."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from game.desk import build_cases, build_questions, build_rule
from game.desk.build_rule import Courses
from game.desk.debrief_models import Questions, RuleSetting
from game.desk.end_models import Onward
from game.desk.interface import GameDesk, ReplayDesk
from game.desk.models import Debrief, RulePage
from game.desk.sitting import Act, Sitting
from game.problems import Problem
from game.record import Game
from game.study.papers import export, sheets


class Ways(Protocol):
    """Where one may go from the end of a war."""

    def onward(self, game: Game, decided: int, why: str) -> tuple[Onward, ...]:
        """Return the ways on; ``decided`` is the place of the quarter that decided it, or -1, and
        ``why`` it is that one."""

    def lead(self, game: Game, way: str, decided: int) -> GameDesk:
        """Go one of them, by its id."""


class Afterwards(Sitting):
    """A sitting that opens its books once the war is over. ``watch`` shows a finished game as a
    replay."""

    watch: Callable[[Game], ReplayDesk] | None = None
    ways: Ways | None = None
    _debrief: Debrief | None = None
    _courses: Courses | None = None

    def facilitate(self, act: Act) -> str:
        """Do something with the facilitator's hand; the debrief is made anew after it."""
        self._debrief = self._courses = None
        return super().facilitate(act)

    def debrief(self) -> Debrief | None:
        """Return the end of the war, or None while it goes on; made once."""
        if self._debrief is None:
            made = super().debrief()
            if made is not None and made.end is not None and self.ways is not None:
                onward = self.ways.onward(self.game, made.end.decided, made.end.why)
                made = replace(made, end=replace(made.end, onward=onward))
            self._debrief = made
        return self._debrief

    def lead(self, way: str) -> GameDesk:
        """Go on from the end by one of the ways it offers; Problem for any other."""
        made = self.debrief()
        offered = made.end.onward if made is not None and made.end is not None else ()
        open_now = [one for first in offered for one in (first, *first.chairs) if one.enabled]
        if self.ways is None or way not in (one.id for one in open_now):
            raise Problem("There is no such way on from here.")
        assert made is not None
        assert made.end is not None
        return self.ways.lead(self.game, way, made.end.decided)

    def again(self) -> ReplayDesk:
        """Return the war just played, to be walked through."""
        if not self.game.over or self.watch is None:
            raise Problem("The war goes on; it can be watched when it is over.")
        return self.watch(self.game)

    def write_down(self) -> str:
        """Write the whole game with its report into a folder of its own beside the saved games;
        return one sentence that says where. Problem while the war goes on."""
        if not self.game.over or self.saves is None:
            raise Problem("The report is written when the war is over, where games are kept.")
        if build_rule.is_hidden(self.game):
            raise Problem(f"{build_rule.why_hidden(self.game)} The report would tell it.")
        name = f"{self.game.campaign.name}-{self.game.past.beginning.game}"
        out = self.saves.parent / "reports" / name
        files = export.write(self.game, out, None, sheets.scored(self.game))
        return f"Written: {files[0]}, with {len(files) - 1} more files beside it."

    def questions(self) -> Questions:
        """Return the three questions, which are asked before play and again after it."""
        return build_questions.questions(self.game)

    def hand_in(self, letters: Sequence[str]) -> str:
        """Keep one person's sheet without a name; return one sentence that says so."""
        return sheets.hand_in(self.game, letters)

    def rule_open(self) -> bool:
        """Return whether the rule may be shown: the war is over, or a facilitator has shown it."""
        return build_rule.is_open(self.game)

    def rule(self, setting: RuleSetting) -> RulePage:
        """Return the rule with its sliders at ``setting``; refused while it is hidden."""
        if self.game.over and self._courses is None:
            self._courses = build_rule.courses_of(self.game, self.people[0])
        ways = (*(self._courses or ()), *build_cases.courses()) if self.game.over else ()
        return build_rule.rule(self.game, setting, ways)
