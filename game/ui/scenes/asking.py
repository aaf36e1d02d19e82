"""The three questions, asked before play and again after the debrief: a sheet a person, no name."""

from collections.abc import Callable

from game.desk import models as m
from game.desk.debrief_models import Asked
from game.desk.interface import AfterDesk
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes.common import Notice, Verbs, attempt, boxed, explain, screen, titled
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Panel
from game.ui.widgets.controls import Button
from game.ui.widgets.grid import Grid
from game.ui.widgets.lists import ChoiceRow
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Text

WIDE = 940  # pixels at 100 % text
PROMPTS = {
    "before": "One sheet a person, before anything is played. No name is asked for; the answers "
    "are counted after the war.",
    "after": "The same three questions again, one sheet a person; then see how the group did.",
}


class QuestionsScene(Scene):
    """Asks the three questions; any number of people may answer, one after another."""

    title = "Three questions"

    def __init__(self, desk: AfterDesk, back: Callable[[], None]) -> None:
        """Ask at ``desk``; ``back`` leads on."""
        super().__init__()
        self.desk, self.back = desk, back
        self.model = desk.questions()
        self.letters = [""] * len(self.model.asked)
        self.shown = False
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = f"choice {self._name(0)}"

    def _name(self, place: int) -> str:
        return f"Question {place + 1} of {len(self.model.asked)}"

    def build(self) -> Widget:
        self.model = self.desk.questions()
        parts: list[Widget] = []
        if self.model.scored and self.shown:
            parts.append(
                boxed(
                    "How the group did",
                    self._results(),
                    Text(
                        "Shown is how many gave the answer that the rule gives; whether the "
                        "rule is right "
                        "is another question.",
                        theme.SMALL,
                        theme.DIM,
                    ),
                )
            )
        parts += [Panel(self._question(place, one)) for place, one in enumerate(self.model.asked)]
        parts.append(Text(self.model.handed, theme.SMALL, theme.DIM))
        body = Scroll(Centred(Column(*parts, gap=12), WIDE, False), key="questions")
        verbs = Verbs(
            Button(
                "&Hand in this sheet",
                self._hand_in,
                kind="chosen",
                cue="stamp",
                key="hand in",
                enabled=any(self.letters),
                why_not="Choose an answer first.",
            ),
            *self._door(),
            Button("&Back", self.back, cue="page", key="Back"),
        )
        top = titled("Three questions", PROMPTS.get(self.model.when, ""))
        return screen(self, top, Panel(body, theme.NIGHT, 12, None), Panel(verbs))

    def _door(self) -> list[Button]:
        """Return the door to how the group did: it is opened when everybody has answered."""
        if not self.model.scored or self.shown:
            return []
        return [
            Button(
                "&Show how the group did",
                self._show,
                cue="page",
                key="show",
                tip="The answers\nOpen them when everybody has handed in a sheet.",
            )
        ]

    def _show(self) -> None:
        self.shown = True
        self.rebuild()
        self.focus_on("Back")

    def _question(self, place: int, one: Asked) -> Widget:
        choices = [m.Choice(letter, text) for letter, text in one.answers]
        row = ChoiceRow(
            self._name(place),
            choices,
            self.letters[place],
            self._choose(place),
            "Left and right choose an answer.",
        )
        return Column(Text(one.text, theme.STRONG), row, gap=4)

    def _results(self) -> Widget:
        rows = [(one.text, one.before, one.after, one.why) for one in self.model.asked]
        return Grid(
            "Results", ("Question", "Before", "After", "What the rule says"), rows, (3, 1, 1, 4)
        )

    def _choose(self, place: int) -> Callable[[str], None]:
        def choose(letter: str) -> None:
            self.letters[place] = letter
            self.rebuild()

        return choose

    def _hand_in(self) -> None:
        said: list[str] = []
        if attempt(self, lambda: said.append(self.desk.hand_in(self.letters))):
            self.letters = [""] * len(self.model.asked)
            self.rebuild()
            self.focus_on(self.first_focus)
            self.app.push(Notice("Handed in", said[0], "The next person may answer now."))
