"""The room of cases: a shelf of other wars, and one war told up to each decision to open or refuse.

The reader says what they would do and why; only then stand there what was done, what the rule says,
with sliders to move, and what a rival account says.
"""

from collections.abc import Callable, Sequence

from game.desk.case_models import CaseAnswer, CaseCard, CasePage, CaseScore, CaseView
from game.desk.case_room import LONGEST, CaseRoom
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes.common import Verbs, attempt, boxed, explain, screen, titled
from game.ui.scenes.reading import Reading
from game.ui.scenes.rule import RuleScene
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Dock, Panel, Row, Wrapped
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.grid import Grid
from game.ui.widgets.ground import GroundView
from game.ui.widgets.links import Terms, prose
from game.ui.widgets.rulemap import Chances
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.slider import Slider
from game.ui.widgets.texts import Heading, Text

COLUMN = 720  # pixels at 100 % text: a line longer than this is hard to follow
WIDE = 940  # pixels at 100 % text from which map and people stand beside the story
THREE = 1180  # pixels at 100 % text from which the sliders stand beside as well
SIDE = 330  # pixels at 100 % text of a column beside the story, at least
SHARE = 0.24  # of a wide window's width for such a column
HELP = "What you would do, in this government's chair; then see what was done."


class Shelf(Scene):
    """The cases there are."""

    title = "Other wars"

    def __init__(
        self, cards: Sequence[CaseCard], go: Callable[[str], None], back: Callable[[], None]
    ) -> None:
        """Offer ``cards``; ``go`` opens one by its id."""
        super().__init__()
        self.cards, self.go, self.back = tuple(cards), go, back
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = f"case {self.cards[0].id}" if self.cards else "Back"

    def build(self) -> Widget:
        rows = [self._row(card) for card in self.cards]
        top = titled(
            "Other wars",
            "Told up to each decision to talk. Say what you would do, then "
            "see what was done and what the rule says.",
        )
        body = Scroll(Centred(Column(*rows, gap=12), COLUMN, False), key="shelf")
        return screen(
            self,
            top,
            Panel(body, theme.NIGHT, 12, None),
            Panel(Wrapped(Button("&Back", self.back, cue="page", key="Back"))),
        )

    def _open(self, name: str) -> None:
        attempt(self, lambda: self.go(name))

    def _row(self, card: CaseCard) -> Widget:
        door = Button(
            f"Read {card.title}",
            lambda: self._open(card.id),
            cue="page",
            key=f"case {card.id}",
            enabled=not card.problem,
            why_not=card.problem,
        )
        text = card.problem or card.summary
        return Panel(Column(Heading(card.title), Text(text), Wrapped(door), gap=6), margin=14)


class CaseScene(Scene):
    """One case being read."""

    title = "A case"

    def __init__(self, room: CaseRoom, back: Callable[[], None]) -> None:
        """Read in ``room``."""
        super().__init__()
        self.room, self.back = room, back
        self.view = room.view()
        self.why = ""
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = "open"

    # What is shown

    def build(self) -> Widget:
        self.view = view = self.room.view()
        at = f"Stop {view.at + 1} of {view.stops}" if not view.ended else "The end"
        top = titled(view.title, f"{at}. {view.reader}.")
        middle = Scroll(
            Centred(Column(*self._middle(), gap=12), COLUMN, False),
            key=f"stop {view.at} {view.answer is not None}",
        )
        return screen(self, top, self._beside(Panel(middle, margin=14)), Panel(self._verbs()))

    def _middle(self) -> list[Widget]:
        view = self.view
        if view.answer is not None:
            parts = [self._answered(view, view.answer)]
            return parts if self.app.roomy(THREE) else [*parts, self._sliders()]
        terms = Terms(self.room.terms(), self._look_up)
        pages: list[Widget] = [self._page(page, terms) for page in view.pages]
        if not view.at:
            pages.insert(0, Text(view.summary, theme.READING))
        if view.ended:
            return [*pages, self._scores(), self._coding()]
        return pages if self.app.roomy(WIDE) else [*pages, *self._aside()]

    def _beside(self, middle: Widget) -> Widget:
        if not self.app.roomy(WIDE):
            return middle
        wide = SHARE * self.app.window().width / self.app.setter.theme.scale
        left = Panel(Scroll(Column(*self._aside(), gap=10), key="aside"), theme.SUNKEN)
        if self.view.answer is None or not self.app.roomy(THREE):
            return Dock(middle, left=left, left_width=max(SIDE, wide))
        right = Panel(Scroll(self._sliders(), key="sliders"))
        return Dock(
            middle, left=left, right=right, left_width=max(SIDE, wide), right_width=max(SIDE, wide)
        )

    def _aside(self) -> list[Widget]:
        view = self.view
        people = Column(
            Heading("People"),
            *(
                Column(
                    Text(name, theme.SMALL_STRONG, theme.GOLD),
                    Text(text, theme.SMALL),
                    Text(source, theme.TINY, theme.DIM),
                    gap=1,
                )
                for name, text, source in view.people
            ),
            gap=8,
        )
        parts: list[Widget] = [] if view.ground is None else [GroundView(view.ground)]
        if not view.ended and any(one.of for one in view.scores):
            parts.append(self._scores())
        return [*parts, people]

    def _page(self, page: CasePage, terms: Terms) -> Widget:
        known = [
            Text(f"{who} could know: {text}", theme.SMALL, theme.INK) for who, text in page.known
        ]
        sheet = Column(
            Text(page.date, theme.CABLE, theme.FADED),
            Text(page.title, theme.HEADING, theme.INK),
            prose(page.text, terms, theme.READING, theme.INK, f"text {page.date}"),
            *known,
            Text(page.source, theme.TINY, theme.FADED),
            gap=4,
        )
        return Panel(sheet, theme.PAPER, 14)

    def _reason(self) -> TextField:
        return TextField(
            "Why",
            self.why,
            620,
            longest=LONGEST,
            act=self._because,
            tip="Why\nYour reason stands beside what was done.",
            style=theme.BODY,
            hint="Why? One line, if you like.",
        )

    def _answered(self, view: CaseView, answer: CaseAnswer) -> Widget:
        terms = Terms(self.room.terms(), self._look_up)
        done = Column(
            Text(f"{view.sender}, {view.when}", theme.CABLE, theme.FADED),
            Text("What was done", theme.HEADING, theme.INK),
            prose(answer.done, terms, theme.READING, theme.INK, "done"),
            Text(answer.source, theme.TINY, theme.FADED),
            gap=4,
        )
        parts: list[Widget] = [
            Text(answer.said, theme.STRONG, mark=_mark(answer.right)),
            Panel(done, theme.PAPER, 14),
            boxed(
                "What the rule says",
                Text(answer.rule, mark=_mark(answer.rule_right)),
                Text(f"Coded so: {answer.why}", theme.SMALL, theme.DIM),
                Text(f"Recorded so: {answer.basis}", theme.SMALL, theme.DIM),
            ),
        ]
        if answer.missing:
            parts.append(boxed("What might be missing from it", Text(answer.missing)))
        if answer.rival:
            parts.append(
                boxed(
                    "A rival account",
                    Text(answer.rival),
                    Text(answer.rival_source, theme.TINY, theme.DIM),
                )
            )
        return Column(*parts, gap=10)

    def _sliders(self) -> Widget:
        view = self.view
        moved = [Slider(one, self._move(one.key)) for one in view.sliders]
        return Column(
            Heading("Move the state"),
            *moved,
            Chances(view.chances),
            Text(view.reading, theme.SMALL, key="reading"),
            gap=8,
        )

    def _scores(self) -> Widget:
        rows = [_row(one) for one in self.view.scores]
        return boxed("As it went", Grid("Scores", ("Who", "Right", "Of"), rows, (3, 1, 1), (1, 2)))

    def _coding(self) -> Widget:
        return boxed("What this is worth", Text(self.view.coding))

    def _verbs(self) -> Widget:
        view = self.view
        leave = Button("&Leave", self.back, cue="page", key="leave")
        if view.ended:
            return Verbs(
                Button("&Another reader", self._another, kind="chosen", cue="page", key="another"),
                leave,
            )
        if view.answer is None:
            asked = Column(
                Text(f"{view.sender}, {view.when}", theme.SMALL_STRONG, theme.GOLD),
                Text(view.question),
                self._reason(),
                gap=5,
            )
            asked.grow = 1.0
            return Row(
                asked,
                Verbs(
                    Button(
                        "We &open",
                        lambda: self._answer(True),
                        kind="chosen",
                        cue="stamp",
                        key="open",
                        tip=f"We open\n{HELP}",
                    ),
                    Button(
                        "We &refuse",
                        lambda: self._answer(False),
                        kind="chosen",
                        cue="stamp",
                        key="refuse",
                        tip=f"We refuse\n{HELP}",
                    ),
                    leave,
                ),
                gap=16,
            )
        return Verbs(
            Button("&Go on", self._go_on, kind="chosen", cue="page", key="go on"),
            Button("The &rule, with its map", self._rule, cue="page", key="rule"),
            leave,
        )

    # What is done

    def _because(self, text: str) -> None:
        self.why = text

    def _answer(self, opens: bool) -> None:
        if attempt(self, lambda: self.room.answer(opens, self.why)):
            self.why = ""
            self._show("go on")

    def _go_on(self) -> None:
        if attempt(self, self.room.go_on):
            self._show("another" if self.room.view().ended else "open")

    def _another(self) -> None:
        self.room.another()
        self._show("open")

    def _look_up(self, page: str) -> None:
        self.app.push(Reading("Codex", self.room.codex(), self.app.pop, page=page))

    def _rule(self) -> None:
        self.app.push(RuleScene(self.room.rule, self.app.pop, self.room.course()))

    def _show(self, focus: str) -> None:
        self.rebuild()
        self.focus_on(focus)

    def _move(self, key: str) -> Callable[[float], None]:
        def move(value: float) -> None:
            if attempt(self, lambda: self.room.move(key, value)):
                self._follow()

        return move

    def _follow(self) -> None:
        """Show the rule where the sliders stand, without building the screen anew."""
        self.view = self.room.view()
        for widget in self.root.walk():
            if isinstance(widget, Chances):
                widget.take(self.view.chances)
            elif isinstance(widget, Text) and widget.key == "reading":
                widget.text = widget.name = self.view.reading
        self.relayout()


def _mark(right: bool | None) -> str:
    return "" if right is None else "tick" if right else "cross"


def _row(score: CaseScore) -> tuple[str, str, str]:
    return score.who, str(score.right), str(score.of)
