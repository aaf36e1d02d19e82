"""After the war: the debrief, the war walked through again, the rule, and the three questions."""

from collections.abc import Callable, Sequence

from game.desk import build_cases, build_questions, build_rule
from game.desk.build_rule import Courses
from game.desk.debrief_models import Questions, Setting
from game.desk.interface import ReplayDesk
from game.desk.models import Debrief, RulePage
from game.desk.sitting import Act, Sitting
from game.problems import Problem
from game.record import Game
from game.study.papers import export, sheets


class Afterwards(Sitting):
    """A sitting that opens its books once the war is over. ``watch`` shows a finished game as a
    replay."""

    watch: Callable[[Game], ReplayDesk] | None = None
    _debrief: Debrief | None = None
    _courses: Courses | None = None

    def facilitate(self, act: Act) -> str:
        """Do something with the facilitator's hand; the debrief is made anew after it."""
        self._debrief = self._courses = None
        return super().facilitate(act)

    def debrief(self) -> Debrief | None:
        """Return the end of the war, or None while it goes on; made once."""
        if self._debrief is None:
            self._debrief = super().debrief()
        return self._debrief

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

    def rule(self, setting: Setting) -> RulePage:
        """Return the rule with its sliders at ``setting``; refused while it is hidden."""
        if self.game.over and self._courses is None:
            self._courses = build_rule.courses_of(self.game, self.people[0])
        ways = (*(self._courses or ()), *build_cases.courses()) if self.game.over else ()
        return build_rule.rule(self.game, setting, ways)
