"""A game at the terminal: hand-overs, the quarter, commands, and leaving with nothing lost.

End of input or Ctrl-C keeps the game and leaves; so a whole game can be piped in.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from game import program
from game.desk import lessons, models
from game.desk.chair import Chair
from game.desk.take_back import can_take_back, taken_back
from game.numbers import is_number, whole
from game.problems import Problem
from game.text import asking, ends, helping, saving, show, signals
from game.text.commands import YES, forecast, give, verb
from game.text.matching import meant
from game.text.seminar import SeminarTalk
from game.text.terminal import Terminal
from game.text.waiting import TimeUp

MOST_QUARTERS: Final = 400  # of a campaign
HINT: Final = "'?' lists the commands; 'orders' the orders; 'end' ends the quarter."
OPEN_SCREEN: Final = (
    "This terminal cannot take off the screen what has been shown: whoever sits down next can read "
    "what the other side was told. For two people use a full terminal, or look away."
)
TWO_PEOPLE: Final = "Two people, one terminal: it is cleared at every hand-over. Enter to begin. "
TAKE_BACK: Final = " 'undo' takes back the orders that have just been given."
AFTER: Final = "Your record: {command}."
BACK: Final = "Back to the quarter that decided it: {command}."
CANNOT_UNDO: Final = "What was given is given: the quarter is over. 'undo' works within a quarter."


class Session:
    """One sitting of a game at a terminal. ``run`` returns when it is over or left."""

    def __init__(self, chair: Chair, terminal: Terminal, notices: tuple[str, ...] = ()) -> None:
        self.chair, self.terminal = chair, terminal
        self.console = terminal.console
        self.notices = notices
        self.briefed: set[int] = set()
        self.told: dict[int, int] = {}  # the quarter up to which each side has read
        self.sat: set[tuple[int, int]] = set()  # who has read which quarter's papers
        self.leaving = False
        self.ahead = ""  # a command typed where only Enter was asked for
        self.seminar = SeminarTalk(self)

    def seat_anew(self, chair: Chair) -> None:
        """Go on in another chair, after the facilitator has moved the game."""
        self.chair, self.told, self.sat = chair, {}, set()

    def run(self) -> int:
        """Play until the war is over, the player leaves, input ends or a signal comes; whatever
        happens, the game is kept. Return the exit code."""
        code = 0
        with signals.watched(self.terminal):
            try:
                self._play()
            except signals.Gone as gone:
                code = gone.code
            finally:
                said = self.chair.leave()
        with suppress(OSError):
            self.console.print(said)
        return code

    def _play(self) -> None:
        try:
            self._open()
            while not self.leaving and not self.chair.game.over:
                self._go_on()
            if self.chair.game.over:
                self._finish()
        except (EOFError, KeyboardInterrupt):
            self.console.print("\nThe game is left.")  # quietly, on a line of its own
        finally:
            self.terminal.leave()

    def _go_on(self) -> None:
        """Do what is due, or what the next line says."""
        try:
            if not self.seminar.interrupts():
                self._hand_over()
                self._ask()
        except TimeUp:
            self.console.print()  # the next round does what is due
        except signals.Resumed:
            self._cover()

    def _cover(self) -> None:
        """Hang the curtain after the program has stood still: anybody may sit there now."""
        self.chair.draw()
        self.told.pop(self.chair.side, None)
        self.terminal.enter()

    # --- opening, handing over, finishing

    def _open(self) -> None:
        for notice in self.notices:
            show.say(self.console, notice)
        if self.chair.hotseat and self.terminal.can_hide():
            self.terminal.ask(TWO_PEOPLE)
            self.terminal.enter()
        elif self.chair.hotseat:
            show.say(self.console, OPEN_SCREEN)

    def _hand_over(self) -> None:
        while (curtain := self.chair.curtain()) is not None:
            self.terminal.clear()
            self._confirm(curtain)
            self.terminal.clear()
        side = self.chair.side
        seen = self.chair.dossier.quarter
        if side not in self.briefed or self.told.get(side) != seen:
            self._greet(side, seen)

    def _confirm(self, curtain: models.Curtain) -> None:
        """Show nothing until the named side says that it sits there."""
        name, side = curtain.government.lower(), self.chair.side
        back = can_take_back(self.chair) and (side, self.chair.game.quarter) not in self.sat
        self.console.print(f"\n{curtain.text}" + (TAKE_BACK if back else ""))
        while True:
            answer = self.seminar.ask(f"Type '{name}' when only {curtain.government} is looking: ")
            if answer and name.startswith(answer.lower()):
                self.chair.lift()
                self.seminar.hand.sat_down(side)
                return
            if back and answer.lower() == "undo":
                self.seat_anew(taken_back(self.chair))
                return
            if answer.lower() in ("quit", "q", "exit"):
                raise EOFError

    def _greet(self, side: int, seen: int) -> None:
        """Show what a side has not read yet: its briefing once, then its quarter."""
        if side not in self.briefed and not self.chair.dossier.reports:
            show.briefing(self.console, self.chair.briefing())
            self._pause()
        if self._tell():
            self._pause()
        show.quarter(self.console, self.chair.quarter())
        for said in lessons.told(self.chair.game, side):
            show.say(self.console, said)
        if side not in self.briefed:
            self.console.print(HINT)
        self.briefed.add(side)
        self.sat.add((side, seen))
        self.told[side] = seen

    def _tell(self) -> bool:
        """Show the cables of the quarters that the side has not read yet, if there are any."""
        resolution = self.chair.resolution()
        if resolution is not None:
            for climax in resolution.climaxes:
                show.climax(self.console, climax)
            show.cables(self.console, resolution)
            self.chair.resolution_seen()
        return resolution is not None

    def _pause(self) -> None:
        """At a screen wait for Enter, so that nothing is scrolled away unread; a command typed
        here is taken up afterwards."""
        if self.terminal.is_screen() and not self.ahead:
            self.ahead = self.seminar.ask("\nEnter to read on. ")

    def _finish(self) -> None:
        self.terminal.leave()  # the war is over: nothing is secret any more, and all of it stays
        self._tell()
        debrief = self.chair.debrief()
        if debrief is not None:
            ends.debrief(self.console, debrief)
            show.say(self.console, AFTER.format(command=program.command("record")))
            self._way_back(debrief)
            asking.again(self.console, self.terminal, self.chair)

    def _way_back(self, debrief: models.Debrief) -> None:
        """Say how the quarter that decided it can be entered again, where that may be said."""
        path, end = self.chair.game.keeper.path, debrief.end
        if path is None or end is None or end.decided < 0 or self.chair.hotseat:
            return
        quarter = self.chair.game.past.rows[end.decided].quarter
        back = program.command(f"text --load {path.stem} --from {quarter}")
        show.say(self.console, BACK.format(command=back))

    # --- commands

    def _ask(self) -> None:
        shown = self.chair.quarter().header
        self.seminar.warn()
        self.seminar.tell()
        line, self.ahead = self.ahead, ""
        line = line or self.seminar.ask(f"\n{shown.government}, {shown.date}> ")
        if self.seminar.interrupts():
            return
        if not line:
            show.say(self.console, f"{shown.prompt} {HINT}")
            return
        try:
            self._do(line)
        except Problem as problem:
            for said in str(problem).splitlines():
                show.say(self.console, said)
        keeper = self.chair.game.keeper
        if keeper.said:
            show.say(self.console, keeper.said)
        keeper.moved = ""  # said once here; a window has a strip for it

    def _do(self, line: str) -> None:
        first, *rest = line.split()
        shown = self.chair.quarter()
        name = verb(first, shown)
        if name == "note":
            self.chair.note(line.split(None, 1)[1] if rest else "")
            self.console.print("Noted." if rest else "The note is taken away.")
        elif name in SHOWS and not (name in ("table", "channel", "decide") and rest):
            SHOWS[name](self, shown, rest)
        elif name in ACTS:
            ACTS[name](self, rest)
        else:
            show.say(self.console, give(self.chair, name, rest))

    def map(self, shown: models.Quarter, words: list[str]) -> None:
        """Show one lens of the map, or all of them."""
        chosen = {lens.id: lens for lens in shown.lenses}
        wanted = [meant(words[0], {name: "" for name in chosen}, "lens")] if words else list(chosen)
        for name in wanted:
            show.lens(self.console, chosen[name])

    def codex(self, shown: models.Quarter, words: list[str]) -> None:
        """Show the codex: its contents, or the page that a word means; the rule where the
        facilitator has revealed it."""
        chair = self.chair
        if words == ["rule"]:
            self.seminar.rule()
            return
        show.page(self.console, chair.look_up(" ".join(words)) if words else chair.codex(""))

    def log(self, shown: models.Quarter, words: list[str]) -> None:
        """Show the log of the last quarter, or of as many as are named."""
        if words and not is_number(words[0]):
            raise Problem("'log' shows the last quarter, 'log 4' the last four, 'log 99' all.")
        count = whole(words[0], "quarters", 1, MOST_QUARTERS) if words else 1
        last = sorted({row.quarter for row in shown.log})[-count:]
        show.log(self.console, [row for row in shown.log if row.quarter in last])
        if not shown.log:
            self.console.print("Nothing has been played yet.")

    def end(self, words: list[str]) -> None:
        """End the quarter, after the sentence that says what becomes irreversible."""
        self.seminar.hand.refuse_before_start()
        if self.terminal.is_screen() and not self._decide():
            return
        sentence = self.chair.quarter().end.irreversible
        show.say(self.console, sentence)
        touched = self.chair.draft.touched
        if touched and self.terminal.is_screen() and not (words and words[0] in YES):
            answer = self.seminar.ask("End the quarter? [yes/no] ").lower()
            if not answer or not any(word.startswith(answer) for word in ("yes", "end")):
                self.console.print("The quarter goes on; nothing has been given.")
                return
        self.chair.end()

    def _decide(self) -> bool:
        """Ask for what is still to be decided, at a screen; Enter leaves it to go by itself.
        Return whether the quarter may end."""
        for row in self.chair.quarter().decisions:
            if row.answered:
                continue
            show.decisions(self.console, [row])
            answer = self.seminar.ask("Your answer (a letter; Enter leaves it; 'back'): ").lower()
            letters = [one.letter for one in row.answers if one.enabled]
            if answer and answer not in letters:
                self.console.print("The quarter goes on; nothing has been given.")
                return False
            if answer:
                self.chair.decide(row.place, [one.letter for one in row.answers].index(answer) + 1)
        return True

    def run_on(self, words: list[str]) -> None:
        """Play standing orders until something needs the side."""
        self.seminar.hand.refuse_before_start()
        self.chair.run_on()
        self._tell()
        self.told[self.chair.side] = self.chair.dossier.quarter
        if not self.chair.game.over:
            show.quarter(self.console, self.chair.quarter())
            show.say(self.console, "The run stopped: " + " ".join(self.chair.stopped()))

    def undo(self, words: list[str]) -> None:
        """Take back the last change."""
        if not self.chair.draft.touched and self.chair.dossier.reports:
            raise Problem(CANNOT_UNDO)
        self.chair.undo()
        self.console.print(f"Ordered: {self.chair.quarter().orders.summary}")

    def save(self, words: list[str]) -> None:
        """Say where the game is kept, or save a copy by name."""
        self.console.print(saving.save(self.chair, words))

    def curtain(self, words: list[str]) -> None:
        """Hide everything until the side that is to move confirms again."""
        if not self.chair.hotseat:
            raise Problem("Nobody else sits here: there is nothing to hide.")
        self._cover()

    def quit(self, words: list[str]) -> None:
        """Leave; the game is kept."""
        self.leaving = True


Shows = Callable[[Session, models.Quarter, list[str]], None]
SHOWS: Final[dict[str, Shows]] = {
    "show": lambda s, q, w: show.quarter(s.console, q),
    "orders": lambda s, q, w: helping.orders(s.console, q, w),
    "diplomacy": lambda s, q, w: show.diplomacy(s.console, q.diplomacy),
    "channel": lambda s, q, w: show.channels(s.console, q.diplomacy),
    "table": lambda s, q, w: show.the_table(s.console, q.table),
    "decide": lambda s, q, w: show.decisions(s.console, q.decisions),
    "map": Session.map,
    "codex": Session.codex,
    "advisers": lambda s, q, w: show.advisers(s.console, q.advisers, bool(w)),
    "history": lambda s, q, w: show.charts(s.console, q.charts),
    "log": Session.log,
    "briefing": lambda s, q, w: show.briefing(s.console, s.chair.briefing()),
    "help": lambda s, q, w: helping.commands(s.console, q, w),
}
ACTS: Final[dict[str, Callable[[Session, list[str]], None]]] = {
    "end": Session.end,
    "run": Session.run_on,
    "undo": Session.undo,
    "save": Session.save,
    "curtain": Session.curtain,
    "quit": Session.quit,
    "forecast": lambda s, w: show.say(s.console, forecast(s.chair, w)),
    "questions": lambda session, words: asking.command(session.console, session.chair, words),
    "facilitator": lambda session, words: session.seminar.command(words),
}
