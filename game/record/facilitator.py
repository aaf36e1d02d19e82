"""The facilitator of a seminar: what may be done with the PIN, each use of it logged.

The clock's minutes are stamped on every use, so that a sitting that is interrupted goes on where
its last entry stands. A turn's end is noted in the log for that reason alone.
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from game.problems import Problem
from game.record.game import Game
from game.record.log import Entry
from game.record.sealing import pin_hash
from game.record.session import PRESETS, WARNED, Preset, Session, minutes

PIN: Final = (4, 12)  # digits of a PIN


@dataclass(frozen=True)
class Standing:
    """A sitting as plain data, for a screen: minutes are None where there is no limit."""

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


class Facilitator:
    """The facilitator's hand on a game. ``clock`` gives seconds and never goes back."""

    def __init__(self, game: Game, clock: Callable[[], float]) -> None:
        """Take up what the game's log holds of a sitting, if there was one."""
        self.game = game
        stamped = [entry.data["minute"] for entry in game.entries
                   if isinstance(entry.data.get("minute"), int | float)]  # fmt: skip
        self.session = Session(clock, max(stamped, default=0.0))
        self.session.bell, self.session.cap = self._held("bell at"), self._held("cap")
        if game.log.held("pause", "stands"):
            self.session.pause()
        if self.appointed:
            game.log.clock = self.session.minute
        self._turn = game.quarter

    # What anybody may see

    @property
    def appointed(self) -> bool:
        """Whether somebody has set a PIN."""
        return self.game.log.held("pin", "hash") is not None

    def standing(self) -> Standing:
        """Return the sitting as a screen shows it."""
        held, left = self.game.log.held, self.session.left()
        warning = ""
        if left is not None and left <= WARNED and not self.game.over:
            warning = f"The bell rings in {left:.1f} minutes and stops the war, unfinished."
        return Standing(
            self.appointed, self.session.paused, self.session.minute(), left,
            self.session.turn_left(), self.game.log.stride, bool(held("rule", "shown")),
            bool(held("lock", "locked")), warning, uses(self.game), self.session.cap,
        )  # fmt: skip

    def due(self) -> str:
        """Return what is due: ``bell``, which has ended the war now, ``turn``, whose orders are to
        be given as they stand, or nothing."""
        if self.game.over or self.session.paused:
            return ""
        if self.game.quarter != self._turn:
            self._turn = self.game.quarter
            self.session.turn_begins()
            if self.appointed:
                self.game.facilitate("turn", f"A turn begins: {self.game.quarter_name}.")
        if self.session.rings():
            self.game.facilitate("bell", "The bell: the war is stopped, unfinished.")
            return "bell"
        return "turn" if self.session.turn_is_over() else ""

    def refuse_if_locked(self) -> None:
        """Raise Problem while the facilitator keeps the game's settings locked."""
        if self.game.log.held("lock", "locked"):
            raise Problem("The facilitator has locked the settings.")

    # What the PIN opens

    def appoint(self, pin: str) -> None:
        """Set the PIN; Problem if there is one already, or for one that is none."""
        if self.appointed:
            raise Problem("This game has its facilitator already.")
        if not pin.isascii() or not pin.isdigit() or not PIN[0] <= len(pin) <= PIN[1]:
            raise Problem(f"A PIN has {PIN[0]} to {PIN[1]} digits.")
        salt = secrets.token_hex(8)
        self.game.log.clock = self.session.minute
        self._log("pin", "A facilitator takes the chair.", hash=pin_hash(pin, salt), salt=salt)

    def check(self, pin: str) -> None:
        """Raise Problem for a wrong PIN, or where there is no facilitator."""
        if not self.appointed:
            raise Problem("This game has no facilitator; one is appointed with a PIN.")
        wanted, salt = self.game.log.held("pin", "hash"), self.game.log.held("pin", "salt")
        if not hmac.compare_digest(pin_hash(pin, str(salt)), str(wanted)):
            raise Problem("That is not the facilitator's PIN; nothing was changed.")

    def begin(self, pin: str, preset: Preset) -> None:
        """Start the sitting's clock, with the bell and the turn's cap of a preset."""
        self.check(pin)
        if self.game.over:
            raise Problem("The war is over: go back some quarters first.")
        campaign = self.game.campaign
        turns = -(-(campaign.quarters - self.game.quarter) // preset.stride)
        self.session.bell = self.session.minute() + preset.play
        self.session.cap = round(preset.play / turns, 1)
        self.session.turn_begins()
        many = "one quarter" if preset.stride == 1 else f"{preset.stride} quarters"
        self._log("stride", f"A turn is {many}.", quarters=preset.stride)
        self._log("cap", f"A turn takes {self.session.cap:g} minutes at most.",
                  minutes=self.session.cap)  # fmt: skip
        self._log("bell at", f"{preset.title}: {preset.play} minutes of play, {preset.debrief} for "
                  "the debrief.", minutes=self.session.bell)  # fmt: skip

    def pause(self, pin: str) -> None:
        """Stop the clock; screens draw the curtain."""
        self.check(pin)
        self.session.pause()
        self._log("pause", "The game stands still.", stands=True)

    def go_on(self, pin: str) -> None:
        """Let the clock run again."""
        self.check(pin)
        self.session.go_on()
        self._log("pause", "The game goes on.", stands=False)

    def cap(self, pin: str, length: float | None) -> None:
        """Give a turn so many minutes, or as many as it takes."""
        self.check(pin)
        self.session.cap = None if length is None else minutes(length)
        said = "as long as it takes" if length is None else f"{length:g} minutes at most"
        self._log("cap", f"A turn takes {said}.", minutes=self.session.cap)

    def ring_in(self, pin: str, length: float | None) -> None:
        """Let the bell ring in so many minutes, or not at all."""
        self.check(pin)
        self.session.bell = None if length is None else self.session.minute() + minutes(length)
        said = "is taken away" if length is None else f"rings in {length:g} minutes"
        self._log("bell at", f"The bell {said}.", minutes=self.session.bell)

    def inject(
        self, pin: str, title: str, text: str, effect: str | None = None, amount: float = 0.0,
        date: str | None = None,
    ) -> None:  # fmt: skip
        """Put a dated event or a bulletin into this quarter; both sides are told."""
        self.check(pin)
        self.game.inject(title, text, effect, amount, date)

    def rewind(self, pin: str, quarters: int) -> None:
        """Go back so many quarters; what is undone stays in the log."""
        self.check(pin)
        played = len(self.game.past.rows)
        if not 1 <= quarters <= played:
            raise Problem(f"{played} quarters have been played: go back 1 to {played} of them."
                          if played else "No quarter has been played yet.")  # fmt: skip
        self.game.rewind(self.game.campaign.quarter(self.game.quarter - quarters))
        if self.session.rings():
            self.session.bell = None
            self._log("bell at", "The bell is taken away.", minutes=None)
        self.session.turn_begins()
        self._turn = self.game.quarter

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


def uses(game: Game) -> tuple[str, ...]:
    """Return every use that a facilitator has made of a game, a sentence each."""
    return tuple(told(entry) for entry in game.log.facilitated()
                 if entry.data.get("act") != "turn")  # fmt: skip


def told(entry: Entry) -> str:
    """Return one use in a sentence, with its quarter and minute."""
    minute = entry.data.get("minute")
    when = f"{entry.quarter}, minute {minute:g}" if minute is not None else entry.quarter
    title = entry.data.get("title")
    return f"{when}: {f'{title}. ' if title else ''}{entry.text}"


def preset_of(name: str) -> Preset:
    """Return a preset by its minutes; Problem with those there are."""
    if name not in PRESETS:
        raise Problem(f"There is no sitting of {name!r} minutes: {', '.join(PRESETS)}.")
    return PRESETS[name]
