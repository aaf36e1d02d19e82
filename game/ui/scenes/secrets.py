"""Passphrases and PINs in the window: chosen before a game, asked for when it is opened.

What is typed is never shown, spoken of or kept; a wrong answer gets one sentence and changes
nothing.
"""

from collections.abc import Callable, Sequence

from game.desk import models as m
from game.desk import secrets
from game.desk.interface import Refusal
from game.desk.secrets import Passphrases
from game.ui import theme, work
from game.ui.scene import Scene
from game.ui.scenes.common import Modal, Rule, Verbs, explain, halves, screen, titled
from game.ui.widgets.base import Action, Widget
from game.ui.widgets.boxes import Centred, Column, Panel, Row, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.secret import SecretField
from game.ui.widgets.texts import Heading, Pair, Text

LOST = "Both passphrases together open the game again. A lost one cannot be replaced."
OWNERS = (
    ("washington", "Washington", "Washington types its passphrase. Hanoi looks away."),
    ("hanoi", "Hanoi", "Hanoi types its passphrase. Washington looks away."),
    (
        "spare",
        "The facilitator",
        "A spare passphrase opens the game alone, as both sides' do; the "
        "log says that there is one. Leave it out where nobody keeps watch.",
    ),
)
AGAIN = "The same again"
PASSPHRASE = "Passphrase, at least eight letters"


def asked(name: str, field: SecretField) -> Widget:
    """Return a field under its name."""
    return Column(Text(name, theme.SMALL, theme.DIM), Wrapped(field), gap=3)


def wrong(fault: str) -> list[Widget]:
    """Return the line that says what is wrong, if anything is."""
    return [Text(fault, theme.STRONG, theme.BAD, mark="cross", key="fault")] if fault else []


def gate(title: Text, why: str, fault: str, field: SecretField, *buttons: Button) -> Widget:
    """Return the cover that only the facilitator's PIN, typed in ``field``, draws back."""
    column = Column(
        title,
        Text(why, theme.BODY, theme.LIGHT, "centre"),
        *wrong(fault),
        asked("The facilitator's PIN", field),
        Wrapped(*buttons),
        gap=12,
    )
    return Panel(Scroll(Centred(column, 460)), theme.NIGHT, 20, None)


class ChoosePassphrases(Scene):
    """Each side chooses its passphrase, twice alike, while the other looks away."""

    title = "Passphrases"
    curtain = True

    def __init__(self, done: Callable[[Passphrases], None], back: Action) -> None:
        """Ask both sides and the facilitator in turn; then ``done`` with what was chosen."""
        super().__init__()
        self.done, self.back = done, back
        self.step, self.fault = 0, ""
        self.typed = ["", ""]
        self.chosen: dict[str, str] = {}
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = PASSPHRASE

    def build(self) -> Widget:
        owner, name, text = OWNERS[self.step]
        column = Column(
            Heading(name, theme.TITLE),
            Text(text, theme.READING),
            *wrong(self.fault),
            asked(
                PASSPHRASE,
                SecretField(
                    PASSPHRASE, self.typed[0], act=self._put(0), enter=lambda: self.focus_on(AGAIN)
                ),
            ),
            asked(AGAIN, SecretField(AGAIN, self.typed[1], act=self._put(1), enter=self.next)),
            gap=12,
        )
        buttons = Verbs(Button("Back", self.back, cue=""))
        words = Text(LOST, theme.BODY, theme.DIM)
        words.grow = 1.0
        if owner == "spare":
            buttons.add(Button("No spare passphrase", self._finish, cue="", key="no spare"))
        label = "Seal the game" if owner == "spare" else "Next"
        buttons.add(Button(label, self.next, kind="chosen", cue="", key="next"))
        prompt = f"{self.step + 1} of {len(OWNERS)}. What is typed is not shown."
        return screen(
            self,
            titled("Sealing the game", prompt),
            Scroll(Centred(Panel(column, margin=18), 620), key="secret"),
            Panel(Row(words, buttons, gap=16)),
        )

    def _put(self, place: int) -> Callable[[str], None]:
        def put(text: str) -> None:
            self.typed[place] = text

        return put

    def next(self) -> None:
        """Take the passphrase if it will do, and ask the next."""
        self.fault = secrets.fault(*self.typed)
        if not self.fault:
            self.chosen[OWNERS[self.step][0]] = self.typed[0]
        self.typed = ["", ""]
        if not self.fault and self.step == len(OWNERS) - 1:
            self._finish()
            return
        self.step += not self.fault
        self.rebuild()
        self.focus_on(PASSPHRASE)

    def _finish(self) -> None:
        chosen, self.chosen = Passphrases(**self.chosen), {}
        work.ask(self.app, work.SEALING, lambda: self.done(chosen))


class Unlock(Scene):
    """Asks for the passphrases of a sealed game, and says what may be said of it without them."""

    title = "A sealed game"
    curtain = True
    FIELDS = (
        ("washington", "Washington's passphrase"),
        ("hanoi", "Hanoi's passphrase"),
        ("spare", "The facilitator's spare passphrase"),
    )

    def __init__(
        self, save: m.SavedGame, open: Callable[[Passphrases], None], back: Action
    ) -> None:
        """Open ``save`` by ``open``, which refuses a wrong passphrase."""
        super().__init__()
        self.save, self.open, self.back = save, open, back
        self.typed = {owner: "" for owner, _ in self.FIELDS}
        self.fault = ""
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = self.FIELDS[0][1]

    def build(self) -> Widget:
        fields = [
            asked(
                name,
                SecretField(
                    name, self.typed[owner], act=self._put(owner), enter=self._enter(owner)
                ),
            )
            for owner, name in self.FIELDS
        ]
        typing = Column(
            Text("Each side types its own while the other looks away.", theme.READING),
            *wrong(self.fault),
            *fields[:2],
            Rule(),
            Text("Or, alone:", theme.SMALL, theme.DIM),
            fields[2],
            gap=10,
        )
        save = self.save
        facts = Column(
            Heading(save.title),
            Pair("Quarter", save.quarter),
            Pair("Saved", save.date),
            Pair("Version", save.version),
            Pair("Players", "two people"),
            gap=6,
        )
        buttons = Verbs(
            Button("Back", self.back, cue=""),
            Button("Open the game", self.go, kind="chosen", cue="", key="open"),
        )
        words = Text("More than this the file tells nobody.", theme.BODY, theme.DIM)
        words.grow = 1.0
        return screen(
            self,
            titled(self.title, "Both passphrases open it, or the spare one."),
            Scroll(Centred(Panel(halves(typing, facts), margin=18), 900), key="secret"),
            Panel(Row(words, buttons, gap=16)),
        )

    def _put(self, owner: str) -> Callable[[str], None]:
        def put(text: str) -> None:
            self.typed[owner] = text

        return put

    def _enter(self, owner: str) -> Action:
        if owner == "washington":
            return lambda: self.focus_on(self.FIELDS[1][1])
        return self.go

    def go(self) -> None:
        """Try what was typed; say what is wrong with it."""
        typed = self.typed
        if not typed["spare"] and not (typed["washington"] and typed["hanoi"]):
            self.fault = "Both sides' passphrases are needed, or the spare one alone."
            self.rebuild()
            return
        given = Passphrases(spare=typed["spare"]) if typed["spare"] else Passphrases(**typed)
        self.typed = dict.fromkeys(typed, "")
        work.ask(self.app, work.OPENING, lambda: self._open(given))

    def _open(self, given: Passphrases) -> None:
        try:
            self.open(given)
        except Refusal as refusal:
            self.fault = str(refusal)
            self.rebuild()
            self.focus_on(self.FIELDS[0][1])


class AskPin(Modal):
    """Asks for the facilitator's PIN, or for a new one, twice alike."""

    title = "The facilitator"
    width = 520.0
    PIN, AGAIN = "PIN", "The same PIN again"

    def __init__(
        self,
        text: str,
        verb: str,
        done: Callable[[str], None],
        back: Action | None = None,
        new: bool = False,
    ) -> None:
        """Say ``text`` and call ``done`` with what was typed; it refuses a wrong PIN. A ``new`` PIN
        is typed twice; ``back`` is what Back does, if more than closing."""
        super().__init__()
        self.text, self.verb, self.done, self.new = text, verb, done, new
        self.back = back or self.close
        self.actions["menu"] = self.back
        self.typed, self.fault = ["", ""], ""
        self.first_focus = self.PIN

    def body(self) -> Widget:
        column = Column(
            Text(self.text), *wrong(self.fault), asked(self.PIN, self._field(0, self.PIN)), gap=9
        )
        if self.new:
            column.add(asked(self.AGAIN, self._field(1, self.AGAIN)))
        return column

    def _field(self, place: int, name: str) -> SecretField:
        def put(text: str) -> None:
            self.typed[place] = text

        onward = self.new and place == 0
        enter = (lambda: self.focus_on(self.AGAIN)) if onward else self.go
        return SecretField(name, self.typed[place], 220, 12, put, enter, "Four to twelve digits.")

    def buttons(self) -> Sequence[Button]:
        return (
            Button(self.verb, self.go, kind="chosen", cue="", key="go"),
            Button("Back", self.back, cue="page"),
        )

    def go(self) -> None:
        """Hand over the PIN; say what is wrong with it."""
        pin, again = self.typed
        self.typed = ["", ""]
        try:
            if self.new and pin != again:
                raise Refusal("The two differ; type both once more.")
            self.done(pin)
        except Refusal as refusal:
            self.fault = str(refusal)
            self.rebuild()
            self.focus_on(self.PIN)
