"""The facilitator's panel, which the PIN opens: clock, news, the game itself, and the log.

It covers the whole window and shows nothing of either side, so that it may be opened on the screen
that everybody sees. What it does goes through ``facilitate`` and is logged by the record.
"""

from collections.abc import Callable

from game.desk import facilitate
from game.desk.facilitate import EFFECTS, Facilitator
from game.desk.interface import Refusal, SeminarDesk
from game.desk.models import Choice
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes.common import (
    Notice,
    Question,
    Verbs,
    boxed,
    explain,
    halves,
    page_tabs,
    screen,
    titled,
)
from game.ui.widgets.base import Action, Widget
from game.ui.widgets.boxes import Centred, Column, Panel, Row, Wrapped
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.lists import ChoiceRow
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Pair, Text

PAGES = (("clock", "Clock"), ("news", "News"), ("game", "The game"), ("log", "Log"))
NONE = "none"
DATE = "Date in this quarter, such as {}; or nothing"
WATCH = (
    "Another window of this program opens with the public view, for a projector: map, newspaper, "
    "postures and the bell, and nothing that only one side knows. Both sides' papers stand behind "
    "the PIN, typed in that window: move it first to a screen that the players cannot see. Nobody "
    "but the facilitator may look at it then."
)
ROOMY = 380  # pixels at 100 % text from which the foot of the screen is always in sight
Act = Callable[[Facilitator], None]


class FacilitatorScene(Scene):
    """What the PIN opens; ``watch`` opens the second window, ``closed`` leads back to the game."""

    title = "The facilitator"

    def __init__(self, desk: SeminarDesk, pin: str, watch: Action, closed: Action) -> None:
        """Act on ``desk`` with the PIN that was given, for as long as this panel is open."""
        super().__init__()
        self.desk, self.pin, self.watch, self.closed = desk, pin, watch, closed
        self.page, self.said, self.fault = "clock", "", ""
        self.typed: dict[str, str] = {}
        self.effect = NONE
        self.acted = False
        self.first_focus = "page clock"
        self.actions = {"help": explain(self), "menu": closed}

    def build(self) -> Widget:
        tabs = page_tabs(PAGES, self.page, self._show, cue="page")
        pages = {"clock": self._clock, "news": self._news, "game": self._game, "log": self._log}
        said: list[Widget] = []
        if self.fault:
            said = [Text(self.fault, theme.STRONG, theme.BAD, mark="cross", key="fault")]
        elif self.said:
            said = [Text(self.said, theme.BODY, theme.GOOD, mark="tick", key="said")]
        words = Column(*said)
        words.grow = 1.0
        top = Column(
            titled(self.title, "Every use is logged, and shown in the debrief."),
            Panel(Wrapped(*tabs, gap=4), theme.NIGHT, 4, None),
            gap=0,
        )
        back = Button("Back to the game", self.closed, kind="chosen", cue="page", key="back")
        return screen(
            self,
            top,
            Panel(
                Scroll(Centred(pages[self.page](), 1040, False), key=f"body {self.page}"),
                theme.NIGHT,
                12,
                None,
            ),
            Panel(Row(words, Verbs(self._stop(), back), gap=14)),
        )

    def _stop(self) -> Button:
        if self.desk.standing().waiting:
            return Button(
                "Start the clock",
                self._do(lambda hand: hand.start(self.pin)),
                key="start",
                help="Once everybody has been briefed: turns, each side's "
                "time and the bell run from now on.",
            )
        if self.desk.standing().paused:
            return Button(
                "Let the game go on", self._do(lambda hand: hand.go_on(self.pin)), key="pause"
            )
        return Button(
            "Stop the game",
            self._do(lambda hand: hand.pause(self.pin)),
            key="pause",
            help="The clock stands, and a curtain hides the game.",
        )

    # Pages

    def _clock(self) -> Widget:
        standing = self.desk.standing()
        facts = Column(*(Pair(term, value) for term, value in facilitate.clock_rows(standing)))
        starts = [
            Button(
                f"{one.minutes} minutes",
                self._do(self._begin(one.minutes)),
                align="left",
                note=f"{one.title}: {one.turns} turns of {one.turn}, {one.debrief} for the debrief",
                key=f"start {one.minutes}",
            )
            for one in facilitate.presets()
        ]
        hand = facilitate.Facilitator
        argued = self._limit("Minutes to argue", "Set", "None", hand.argue)
        cap = self._limit("Minutes of a side", "Set", "No limit", hand.cap)
        bell = self._limit("Minutes to the bell", "Ring then", "No bell", hand.ring_in)
        return halves(
            Column(
                boxed("The clock", facts),
                boxed("A turn: argument, then each side's own time", argued, cap),
                boxed(
                    "The bell",
                    Text("It stops the war, which is judged unfinished.", theme.SMALL, theme.DIM),
                    bell,
                ),
                gap=10,
            ),
            boxed(
                "Lay out a sitting",
                Text(
                    "Turns, times and the bell. The clock then waits for "
                    "its start, after the briefings.",
                    theme.SMALL,
                    theme.DIM,
                ),
                *starts,
                *self._timetable(),
            ),
        )

    def _timetable(self) -> list[Widget]:
        """Return the timetable of the sitting that was laid out, as the guide prints it."""
        preset = self.desk.preset()
        if preset is None:
            return []
        rows = [Pair(minutes, text) for minutes, text in facilitate.timetable_rows(preset)]
        return [Text(preset.title, theme.STRONG), *rows]

    def _begin(self, length: int) -> Act:
        return lambda hand: hand.begin(self.pin, facilitate.preset_of(str(length)))

    def _limit(
        self, name: str, verb: str, off: str, act: Callable[[Facilitator, str, float | None], None]
    ) -> Widget:
        def given(hand: Facilitator) -> None:
            act(hand, self.pin, facilitate.number(self._words(name), "minutes"))

        return self._field(
            name,
            110,
            given,
            6,
            Button(verb, self._do(given), key=f"{name} set"),
            Button(off, self._do(lambda hand: act(hand, self.pin, None)), key=f"{name} off"),
        )

    def _news(self) -> Widget:
        choices = [
            Choice(NONE, "Nothing: a bulletin", "Both sides read it; nothing else changes."),
            *EFFECTS,
        ]
        column = Column(
            Text("Both sides read it in this quarter's paper.", theme.SMALL, theme.DIM),
            self._field("Title", 420, longest=80),
            self._field("Text", 980, longest=400),
            self._field(self._date(), 140, longest=10),
            ChoiceRow("What it changes", choices, self.effect, self._choose),
        )
        if self.effect != NONE:
            column.add(self._field("By how much", 110))
        column.add(Wrapped(Button("Tell both sides", self._do(self._tell), key="tell")))
        return boxed("Put news into this quarter", column)

    def _tell(self, hand: Facilitator) -> None:
        title, text = self.typed.get("Title", "").strip(), self.typed.get("Text", "").strip()
        if not title or not text:
            raise Refusal("Write a title and a text first.")
        effect, amount = None if self.effect == NONE else self.effect, 0.0
        if effect is not None:
            amount = facilitate.number(self._words("By how much"), f"{effect}, such as 0.05")
        date = self.typed.get(self._date(), "").strip()
        hand.inject(self.pin, title, text, effect, amount, date or None)
        self.typed.clear()

    def _date(self) -> str:
        """Return the name of the field for a date, with one that would be taken."""
        return DATE.format(self.desk.day())

    def _choose(self, effect: str) -> None:
        self.effect = effect
        self.rebuild()

    def _game(self) -> Widget:
        standing = self.desk.standing()
        rule = Button(
            "Hide the rule" if standing.rule_shown else "Reveal the rule",
            self._do(lambda hand: hand.show_rule(self.pin, not standing.rule_shown)),
            key="rule",
        )
        lock = Button(
            "Open the settings" if standing.locked else "Lock the settings",
            self._do(lambda hand: hand.lock(self.pin, not standing.locked)),
            key="lock",
        )
        return halves(
            Column(
                boxed(
                    "Going back",
                    self._field(
                        "Quarters",
                        110,
                        None,
                        4,
                        Button("Undo them", self._ask_rewind, key="rewind"),
                    ),
                    Text("What is undone stays in the log.", theme.SMALL, theme.DIM),
                ),
                boxed(
                    "Luck",
                    self._field(
                        "Seed",
                        160,
                        self._seed,
                        9,
                        Button("Use it from here on", self._do(self._seed), key="seed"),
                    ),
                    Text(
                        "Groups side by side that take the same seed share their luck.",
                        theme.SMALL,
                        theme.DIM,
                    ),
                ),
                gap=10,
            ),
            Column(
                boxed(
                    "The hidden rule",
                    Text(
                        "It stands in the codex."
                        if standing.rule_shown
                        else "Those who play do not see it.",
                        theme.BODY,
                    ),
                    Wrapped(rule),
                ),
                boxed(
                    "Settings",
                    Text(
                        "Locked: keys, curtain, deleting. Size of the text, sound "
                        "and motion stay open."
                        if standing.locked
                        else "Open to those who play."
                    ),
                    Wrapped(lock),
                ),
                boxed(
                    "The second window",
                    Text("The public view for a projector; both sides under the PIN."),
                    Wrapped(Button("Open the second window", self._ask_watch, key="watch")),
                ),
                gap=10,
            ),
        )

    def _seed(self, hand: Facilitator) -> None:
        hand.seed(self.pin, facilitate.whole(self._words("Seed"), "the seed"))

    def _ask_rewind(self) -> None:
        def back(hand: Facilitator) -> None:
            hand.rewind(self.pin, facilitate.whole(self._words("Quarters"), "quarters"))

        self.app.push(
            Question(
                "Go back?",
                "The orders of those quarters are undone, and given anew. The log keeps them.",
                "&Undo those quarters",
                self._do(back),
            )
        )

    def _ask_watch(self) -> None:
        self.app.push(Question("Open the second window?", WATCH, "&Open the window", self.watch))

    def _log(self) -> Widget:
        uses = self.desk.standing().uses
        return boxed("What the facilitator has done", *(Text(use) for use in reversed(uses)))

    # Doing

    def _field(
        self,
        name: str,
        width: float,
        act: Act | None = None,
        longest: int = 12,
        *buttons: Button,
    ) -> Widget:
        """Return a field under its name, with what goes with it beside it."""

        def put(text: str) -> None:
            self.typed[name] = text

        enter = None if act is None else self._do(act)
        field = TextField(
            name, self.typed.get(name, ""), width, longest=longest, act=put, enter=enter
        )
        return Column(Text(name, theme.SMALL, theme.DIM), Wrapped(field, *buttons), gap=3)

    def _words(self, name: str) -> list[str]:
        return self.typed.get(name, "").split()

    def _show(self, page: str) -> Action:
        def show() -> None:
            self.page, self.said, self.fault = page, "", ""
            self.rebuild()

        return show

    def _do(self, act: Act) -> Action:
        """Return what does something with the facilitator's hand and says what was done."""

        def done() -> None:
            self.said = self.fault = ""
            try:
                self.said = self.desk.facilitate(act)
                self.acted = True
            except Refusal as refusal:
                self.fault = str(refusal)
                self.app.cue("refused")
            self.rebuild()
            if not self.app.roomy(0, ROOMY):  # the line at the foot may be out of sight
                self.app.push(Notice(self.title, self.fault or self.said))

        return done
