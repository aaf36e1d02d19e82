"""The facilitator of a seminar: what may be done with the PIN, each use of it logged.

The clock's minutes are stamped on every use, so that a sitting that is interrupted goes on where
its last entry stands. A turn's end is noted in the log for that reason alone.
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from game.engine.board import SIDES
from game.problems import Problem
from game.record import seating
from game.record.facilitator_uses import uses
from game.record.game import Game
from game.record.sealing import pin_hash
from game.record.session import PAUSE, WAIT, WARNED, SittingClock, minutes
from game.record.timetable import PRESETS, Preset, quarters_a_turn

PIN: Final = (4, 12)  # digits of a PIN


@dataclass(frozen=True)
class SittingState:
    """A sitting as plain data, for a screen: minutes are None where there is no limit. ``whose``
    time it is that ``turn_left`` tells of is a side's, or None while a turn is argued. ``waiting``:
    the clock has not been started yet."""

    appointed: bool
    paused: bool
    minute: float
    left: float | None
    turn_left: float | None
    stride: int
    rule_shown: bool
    locked: bool
    warning: str
    uses: tuple[str, ...]
    cap: float | None = None
    argument: float | None = None
    whose: int | None = None
    waiting: bool = False


class Facilitator:
    """The facilitator's hand on a game. ``clock`` gives seconds and never goes back."""

    def __init__(self, game: Game, clock: Callable[[], float]) -> None:
        """Take up what the game's log holds of a sitting, if there was one."""
        self.game = game
        stamped = [
            entry.data["minute"]
            for entry in game.entries
            if isinstance(entry.data.get("minute"), int | float)
        ]
        self.session = SittingClock(clock, max(stamped, default=0.0))
        self.session.bell, self.session.cap = self._held("bell at"), self._held("cap")
        self.session.argument = self._held("argument")
        for why, act in ((PAUSE, "pause"), (WAIT, "wait")):
            if game.log.held(act, "stands"):
                self.session.hold(why)
        if self.appointed:
            game.log.clock = self.session.minute
        self._turn = game.quarter
        self.follow()

    # What anybody may see

    @property
    def appointed(self) -> bool:
        """Whether somebody has set a PIN."""
        return seating.appointed(self.game)

    def standing(self) -> SittingState:
        """Return the sitting as a screen shows it."""
        held, left = self.game.log.held, self.session.left()
        warning, session = "", self.session
        if left is not None and left <= WARNED and not self.game.over:
            warning = f"The bell rings in {left:.1f} minutes and stops the war, unfinished."
        return SittingState(
            self.appointed,
            session.paused,
            session.minute(),
            left,
            session.turn_left(),
            self.game.log.stride,
            bool(held("rule", "shown")),
            bool(held("lock", "locked")),
            warning,
            uses(self.game),
            session.cap,
            session.argument,
            session.at_keyboard,
            session.waiting,
        )

    def due(self) -> str:
        """Return what is due: ``turn``, the orders of whoever is awaited are to be given as they
        stand; ``bell``, which has ended the war now; or nothing."""
        session = self.session
        if self.game.over or session.paused or session.waiting:
            return ""
        self.follow()
        if session.at_keyboard is None and session.runs_out():
            self._next_sits()
        if session.at_keyboard is not None and session.runs_out():
            return "turn"
        if session.rings():
            self.game.facilitate("bell", "The bell: the war is stopped, unfinished.")
            return "bell"
        return ""

    def follow(self) -> None:
        """Note that a turn has begun, or that another side's orders are awaited."""
        session = self.session
        if session.waiting or self.game.over:
            return
        if self.game.quarter != self._turn:
            self._turn = self.game.quarter
            session.turn_begins()
            if self.appointed:
                self.game.facilitate("turn", f"A turn begins: {self.game.quarter_name}.")
        if session.at_keyboard is not None or session.argument is None:
            self._next_sits()

    def _next_sits(self) -> None:
        side = seating.awaited(self.game)
        if side is not None:
            self.session.time_of(side)

    def sat_down(self, side: int) -> None:
        """Note that a side has sat down: its time runs from now on, and the argument is over."""
        session = self.session
        if side == seating.awaited(self.game) and not (session.paused or session.waiting):
            self.follow()
            session.time_of(side)

    def time_ran_out(self, side: int) -> None:
        """Log that a side's time ran out, just before its orders are given as they stand."""
        self._log(
            "time",
            f"{seating.name(side)}'s time ran out: its orders were given as they stood.",
            side=SIDES[side],
        )

    def refuse_before_start(self) -> None:
        """Raise Problem while the clock waits for its start: no orders are given before it."""
        if self.session.waiting and not self.game.over:
            raise Problem(
                "The facilitator has not started the clock yet. Read and argue; orders "
                "are given from then on."
            )

    def preset(self) -> Preset | None:
        """Return the sitting that was laid out last, None without one."""
        kept = [
            entry.data["preset"]
            for entry in self.game.entries
            if entry.data.get("act") == "wait" and entry.data.get("preset") in PRESETS
        ]
        return PRESETS[kept[-1]] if kept else None

    # What the PIN opens

    def appoint(self, pin: str) -> None:
        """Set the PIN as a game begins; Problem if there is one already, or for one that is none.
        Once two people sit at a game, ``record.consent`` asks both."""
        self.refuse_wrong(pin)
        kept = salted(pin, secrets.token_hex(8))
        self.take_the_chair("A facilitator takes the chair.", kept["hash"], kept["salt"])

    def refuse_wrong(self, pin: str) -> None:
        """Raise Problem where there is a facilitator already, or for what is no PIN."""
        if self.appointed:
            raise Problem("This game has its facilitator already.")
        if not pin.isascii() or not pin.isdigit() or not PIN[0] <= len(pin) <= PIN[1]:
            raise Problem(f"A PIN has {PIN[0]} to {PIN[1]} digits.")

    def take_the_chair(self, text: str, hashed: str, salt: str) -> None:
        """Log who may lead the game from now on, and stamp the log with the clock's minutes."""
        self.game.log.clock = self.session.minute
        self._log("pin", text, hash=hashed, salt=salt)

    def check(self, pin: str) -> None:
        """Raise Problem for a wrong PIN, or where there is no facilitator."""
        if not self.appointed:
            raise Problem("This game has no facilitator; one is appointed with a PIN.")
        wanted, salt = self.game.log.held("pin", "hash"), self.game.log.held("pin", "salt")
        if not hmac.compare_digest(pin_hash(pin, str(salt)), str(wanted)):
            raise Problem("That is not the facilitator's PIN; nothing was changed.")

    def begin(self, pin: str, preset: Preset) -> None:
        """Lay out a sitting by a preset: its turns, each side's time, and the bell. The clock waits
        for ``start``, so that nobody's time runs during welcome and briefing."""
        self.check(pin)
        if self.game.over:
            raise Problem("The war is over: go back some quarters first.")
        session = self.session
        alone = len(seating.people(self.game)) == 1
        session.hold(WAIT)
        session.argument = preset.argument
        session.cap = preset.turn - preset.argument if alone else preset.keyboard
        session.bell = session.minute() + preset.play
        self._log("stride", f"A turn is {quarters_a_turn(preset.stride)}.", quarters=preset.stride)
        self._log(
            "argument",
            f"A turn is argued for {session.argument:g} minutes.",
            minutes=session.argument,
        )
        self._log(
            "cap", f"Each side then has {session.cap:g} minutes of its own.", minutes=session.cap
        )
        self._log(
            "bell at",
            f"{preset.title}: {preset.play} minutes of play, {preset.debrief} for the debrief.",
            minutes=session.bell,
        )
        self._log("wait", "The clock waits for its start.", stands=True, preset=str(preset.minutes))

    def start(self, pin: str) -> None:
        """Start the clock that waits; Problem where none does."""
        self.check(pin)
        if not self.session.waiting:
            raise Problem(
                "The clock has been started; or lay out a sitting of 45, 75 or 110 minutes first."
            )
        self.session.release(WAIT)
        self._begin_turn()
        self._log("wait", "The clock starts.", stands=False)

    def _begin_turn(self) -> None:
        """Begin the turn anew, its argument and each side's time whole."""
        self._turn = self.game.quarter
        self.session.turn_begins()
        self.session.count_afresh()

    def pause(self, pin: str) -> None:
        """Stop the clock; screens draw the curtain."""
        self.check(pin)
        self.session.hold(PAUSE)
        self._log("pause", "The game stands still.", stands=True)

    def go_on(self, pin: str) -> None:
        """Let the clock run again."""
        self.check(pin)
        self.session.release(PAUSE)
        self._log("pause", "The game goes on.", stands=False)

    def cap(self, pin: str, length: float | None) -> None:
        """Give each side so many minutes of its own in a turn, or as many as it takes."""
        self.check(pin)
        self.session.cap = None if length is None else minutes(length)
        self.session.count_afresh()
        self.follow()
        said = "as long as it takes" if length is None else f"{length:g} minutes"
        self._log("cap", f"Each side has {said} of its own in a turn.", minutes=self.session.cap)

    def argue(self, pin: str, length: float | None) -> None:
        """Have each turn argued for so many minutes before a side's own time runs, or not."""
        self.check(pin)
        self.session.argument = None if length is None else minutes(length)
        self.session.count_afresh()
        self.follow()
        said = "not argued first" if length is None else f"argued for {length:g} minutes first"
        self._log("argument", f"A turn is {said}.", minutes=self.session.argument)

    def ring_in(self, pin: str, length: float | None) -> None:
        """Let the bell ring in so many minutes, or not at all."""
        self.check(pin)
        self.session.bell = None if length is None else self.session.minute() + minutes(length)
        said = "is taken away" if length is None else f"rings in {length:g} minutes"
        self._log("bell at", f"The bell {said}.", minutes=self.session.bell)

    def inject(
        self,
        pin: str,
        title: str,
        text: str,
        effect: str | None = None,
        amount: float = 0.0,
        date: str | None = None,
    ) -> None:
        """Put a dated event or a bulletin into this quarter; both sides are told."""
        self.check(pin)
        self.game.inject(title, text, effect, amount, date)

    def rewind(self, pin: str, quarters: int) -> None:
        """Go back so many quarters; what is undone stays in the log."""
        self.check(pin)
        played = len(self.game.past.rows)
        if not 1 <= quarters <= played:
            raise Problem(
                f"{played} quarters have been played: go back 1 to {played} of them."
                if played
                else "No quarter has been played yet."
            )
        self.game.rewind(self.game.campaign.quarter(self.game.quarter - quarters))
        if self.session.rings():
            self.session.bell = None
            self._log("bell at", "The bell is taken away.", minutes=None)
        self._begin_turn()

    def seed(self, pin: str, seed: int) -> None:
        """Let luck come from a seed from here on, so that groups side by side share it."""
        self.check(pin)
        self.game.reseed(seed)

    def show_rule(self, pin: str, shown: bool) -> None:
        """Reveal the rule to those who play, or hide it."""
        self.check(pin)
        self._log("rule", f"The rule is {'revealed' if shown else 'hidden'}.", shown=shown)

    def lock(self, pin: str, locked: bool) -> None:
        """Lock the game's settings for those who play, or open them."""
        self.check(pin)
        self._log("lock", f"Settings are {'locked' if locked else 'open'}.", locked=locked)

    def watch(self, pin: str) -> None:
        """Note that both sides are watched; what is shown then is the screens'."""
        self.check(pin)
        self._log("watch", "The facilitator watches both sides.")

    def _log(self, act: str, text: str, **data: Any) -> None:
        self.game.facilitate(act, text, **data)

    def _held(self, act: str) -> float | None:
        kept = self.game.log.held(act, "minutes")
        return float(kept) if isinstance(kept, int | float) else None


def salted(pin: str, salt: str) -> dict[str, str]:
    """Return what the log keeps of a PIN."""
    return {"hash": pin_hash(pin, salt), "salt": salt}
