"""A seminar at the terminal: the facilitator's commands, the curtain of a pause, and what happens
when a turn's time is over or the bell rings."""

from typing import TYPE_CHECKING

from game.desk import facilitate
from game.desk.facilitate import consent
from game.desk.tellings import Tellings
from game.problems import Problem
from game.text import show

if TYPE_CHECKING:
    from game.text.session import Session

PAUSED = "The facilitator has stopped the clock. Nothing is shown until the PIN is given."
TURN = "{}'s time ran out: its orders are given as they stood."
BELL = "The bell rings. The war is unfinished, and judged at this date."


class SeminarTalk:
    """The facilitator's part of one sitting. Without a facilitator it does nothing."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.hand = facilitate.facilitator_of(session.chair.game)
        self.tellings = Tellings(session.chair.game)

    def interrupts(self) -> bool:
        """Whether time has run out, and what follows from that has been done."""
        self._wait()
        due = self.hand.due()
        if due == "bell":
            self.session.console.print(BELL)
        elif due == "turn":
            name = facilitate.side_name(self.session.chair.side)
            facilitate.time_out(self.session.chair, self.hand)
            self.session.terminal.clear()
            show.say(self.session.console, TURN.format(name))
        return bool(due)

    def looms(self) -> bool:
        """Whether time has run out and nothing has followed from it yet."""
        session = self.hand.session
        over = self.session.chair.game.over or session.paused or session.waiting
        own = session.at_keyboard is not None and session.runs_out()
        return not over and (session.rings() or own)

    def ask(self, prompt: str) -> str:
        """Return the next line of whoever sits there; TimeUp if the clock comes first, where the
        terminal can tell."""
        return self.session.terminal.ask(prompt, self.looms if self.hand.appointed else None)

    def warn(self) -> None:
        """Say that the bell is near."""
        warning = self.hand.standing().warning
        if warning:
            show.say(self.session.console, warning)

    def tell(self) -> None:
        """Tell the side that sits now what the facilitator has done."""
        for said in self.tellings.told(self.session.chair.side):
            show.say(self.session.console, said)

    def command(self, words: list[str]) -> None:
        """Do what the facilitator asks for, once the PIN is given."""
        if not words or words[0] == "help":
            self._help()
            return
        if words[0] == "agree":
            consent.agree(self.hand, self.session.chair.side)
            return
        if not facilitate.needs_pin(words):
            self._look(words[0])
            return
        pin = self.session.terminal.secret("PIN: ")
        before = (self.session.chair.game.quarter, self.session.chair.game.over)
        if words[0] == "appoint" and self.session.chair.hotseat:
            consent.propose(self.hand, pin, self.session.chair.side)
            return
        said = facilitate.perform(self.hand, pin, words)
        show.say(self.session.console, said)
        self.tellings.told(self.session.chair.side)
        if (self.session.chair.game.quarter, self.session.chair.game.over) != before:
            self.session.seat_anew(facilitate.seated_anew(self.session.chair))
        self._wait()

    def rule(self) -> None:
        """Show the rule; Problem unless it has been revealed."""
        pages = facilitate.rule_pages(self.hand)
        if not pages:
            raise Problem("The rule is opened when the war is over, or by a facilitator.")
        for page in pages:
            show.page(self.session.console, page)

    def _wait(self) -> None:
        """Show nothing while the game stands still."""
        if not self.hand.session.paused:
            return
        terminal = self.session.terminal
        terminal.clear()
        show.say(self.session.console, PAUSED)
        while self.hand.session.paused:
            try:
                facilitate.perform(self.hand, terminal.secret("PIN to go on: "), ["go"])
            except Problem as problem:
                show.say(self.session.console, str(problem))
        terminal.clear()

    def _look(self, what: str) -> None:
        standing = self.hand.standing()
        if what == "timetable":
            self._timetable()
            return
        lines = standing.uses if what == "log" else (facilitate.clock_words(standing),)
        for line in lines or ("Nothing so far.",):
            show.say(self.session.console, line)

    def _timetable(self) -> None:
        preset = self.hand.preset()
        if preset is None:
            raise Problem("No sitting has been laid out: 'facilitator session 45'.")
        show.heading(self.session.console, preset.title)
        table = show.grid("minute", "")
        for minutes, text in facilitate.timetable_rows(preset):
            table.add_row(minutes, text)
        self.session.console.print(table)

    def _help(self) -> None:
        show.heading(self.session.console, "The facilitator's commands; all but two ask for a PIN")
        table = show.grid("", "")
        for usage, text in facilitate.COMMANDS.items():
            table.add_row(f"facilitator {usage}", text)
        self.session.console.print(table)
