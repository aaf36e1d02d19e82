"""Game, the referee: holds the one World of a running war, takes both sides' orders, and tells each
side its own.

Everything a side learns comes from its dossier and its news. The worlds themselves are opened once
the war is over (``book``). A game that has a place to be kept is written after every order.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from game import disk
from game.campaign import Campaign, Step, build
from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON, Ints
from game.engine.dossier import Dossier
from game.engine.menu import bill_of, refusals
from game.engine.orders import OrderError, SideOrders
from game.engine.rules.dilemmas import refusals as answer_refusals
from game.engine.score import score
from game.problems import Problem, gather
from game.record import lines
from game.record.hindsight import Private, entered_again, said
from game.record.history import (
    GameHistory,
    branched,
    opening,
    orders_in,
    recorded_until,
    reseeded,
    seed_or_new,
    told_again,
)
from game.record.keeping import GameKeeper
from game.record.log import LogEntry, Pending, Seat, Seats
from game.record.logbook import Logbook
from game.record.news import News, news_of
from game.record.pending import PendingQuarter
from game.record.quarter import injection
from game.record.sealing import Locks, Passphrases, locked

PERSON = Seat(name="A person", kind="person")
TWO_PERSONS = Seats(washington=PERSON, hanoi=PERSON)


class Game:
    """A running or finished game: ``new``, ``from_record``, ``branch``, or ``record.load``."""

    def __init__(self, past: GameHistory):
        self._past = past
        self._pending = PendingQuarter()
        self.log = Logbook()
        self.locks: Locks | None = None  # the keys of a sealed game
        self.keeper = GameKeeper()
        self.notices: tuple[str, ...] = ()  # what loading has to tell, a sentence each

    @classmethod
    def new(
        cls,
        campaign: Campaign,
        seed: int | None = None,
        seats: Seats = TWO_PERSONS,
        types: Ints | None = None,
    ) -> "Game":
        """Return a new game. Without a ``seed`` one is drawn; it draws the types from the priors,
        unless ``types`` (2, S), resilience and nerve, are given."""
        seed = seed_or_new(seed)
        tables, world = build(campaign, seed, types)
        return cls(opening(campaign, tables, world, seed, seats))

    @classmethod
    def from_record(
        cls, campaign: Campaign, quarter: str, seed: int | None = None, seats: Seats = TWO_PERSONS
    ) -> "Game":
        """Return a game played as recorded, with the types and luck on record, up to the start of
        ``quarter``; from there it goes on by its own seed."""
        past = recorded_until(campaign, quarter, seats)
        return cls(branched(past, quarter, seed_or_new(seed), seats))

    def branch(self, quarter: str, seed: int | None = None, seats: Seats | None = None) -> "Game":
        """Return another game that leaves this one at the start of ``quarter`` and names it as its
        parent. With a ``seed`` its luck differs from then on."""
        made = Game(branched(self._past, quarter, seed, seats))
        made.locks = self.locks
        return made

    def again(
        self, quarter: str, side: int, private: Private, seed: int, seats: Seats | None = None
    ) -> "Game":
        """Return another game that enters this one again at the start of ``quarter`` with what the
        person at ``side`` has read since: the enemy is as ``private`` says, luck comes from
        ``seed``, and the log says so."""
        made = Game(entered_again(self._past, quarter, side, private, seed, seats))
        made.locks = self.locks
        made.write("setting", None, said(made.past.beginning))
        return made

    @property
    def campaign(self) -> Campaign:
        """The campaign that is played."""
        return self._past.campaign

    @property
    def quarter(self) -> int:
        """The counted quarter about to be played (see Campaign)."""
        return self._past.quarter

    @property
    def quarter_name(self) -> str:
        """The same by name."""
        return self._past.quarter_name

    @property
    def over(self) -> bool:
        """Whether the war has ended, by itself or on a bell."""
        return self.log.rung or not bool(self._past.world.running[0])

    @property
    def ending(self) -> str:
        """How it ended, in words; ``running`` while it goes on, ``bell`` if time ran out."""
        if self.log.rung and self._past.world.running[0]:
            return "bell"
        return ENDINGS[int(self._past.world.ended[0])]

    @property
    def past(self) -> GameHistory:
        """Everything, secrets included: for the log, the debrief and tests, never for a side."""
        return self._past

    @property
    def entries(self) -> tuple[LogEntry, ...]:
        """Notes, forecasts, injections and rewinds of both sides so far."""
        return tuple(self.log.entries)

    def seat(self, side: int) -> Seat:
        """Return who gives a side's orders."""
        seat: Seat = getattr(self._past.beginning.seats, SIDES[side])
        return seat

    def dossier(self, side: int) -> Dossier:
        """Return everything ``side`` knows: views, reports and own orders so far."""
        return self._past.dossiers[side]

    def news(self, side: int, quarter: str | None = None) -> tuple[News, ...]:
        """Return what ``side`` learns of when a quarter opens; today's if none is named."""
        name = quarter or self.quarter_name
        if not self.campaign.start <= name <= self.quarter_name:
            return ()
        now = self._pending.injected if name == self.quarter_name else ()
        put_in = [
            *now,
            *(event for row in self._past.rows if row.quarter == name for event in row.injected),
        ]
        return news_of(self.campaign, side, name, put_in)

    def book(self) -> tuple[Step, ...]:
        """Return every quarter opened, secrets and all. Problem while the war goes on."""
        if not self.over:
            raise Problem("The book opens when the war is over.")
        return self._past.steps

    def scores(self) -> tuple[float, float]:
        """Return Washington's and Hanoi's score, 0..100. Problem while the war goes on."""
        if not self.over:
            raise Problem("The war is scored when it is over.")
        points = score(self._past.world, self._past.tables)[0]
        return float(points[WASHINGTON]), float(points[HANOI])

    def check(self, side: int, given: Mapping[str, Any] | SideOrders) -> SideOrders:
        """Return the orders in full. Problem with every reason why they cannot be given.

        ``given`` as words are only the changes: what is not named stands.
        """
        if self.over:
            raise Problem(f"The war is over: {self.ending}.")
        try:
            orders = given if isinstance(given, SideOrders) else self.read(side, given)
        except OrderError as error:
            raise Problem(f"{SIDES[side]}: {error}") from None
        exact = self.seat(side).kind == "record"
        view = self.dossier(side).view
        found = refusals(side, orders, view, exact)
        if not found:
            bill = bill_of(side, orders, view)
            found = answer_refusals(side, orders.answers[0], bill, view, self._past.tables)
        if found:
            raise gather(f"{SIDES[side]}: these orders cannot be given", found)
        return orders

    def read(self, side: int, words: Mapping[str, Any]) -> SideOrders:
        """Return words as orders, over what stands; OrderError if they cannot be read."""
        return orders_in(self._past, side, dict(words))

    def commit(
        self,
        side: int,
        given: Mapping[str, Any] | SideOrders,
        said: Iterable[tuple[str, str, dict[str, Any]]] = (),
    ) -> bool:
        """Take a side's orders for the quarter; with both sides' it is resolved.

        ``said`` are entries of the log that go with them, kind, text and data: one writing holds
        both or neither, so that whoever decides again after a crash says nothing twice. Returns
        whether the quarter was resolved. Problem if the orders cannot be given, or are already.
        """
        if self.committed(side):
            quarter = self.quarter_name
            raise Problem(f"{SIDES[side]}: orders for {quarter} are given; take them back first.")
        both = list(self._pending.orders)
        both[side] = self.check(side, given)
        self.keeper.waits &= self.seat(side).kind != "person"
        washington, hanoi = both
        if washington is None or hanoi is None:
            self._enter_all(side, said)
            self._pending.give(side, both[side])
            self.keep()
            return False
        turned = self._past.turned((washington, hanoi), self._pending.injected, self.log.stride)
        self._enter_all(side, said)
        # At once: who breaks off before loses nothing.
        self._past, self._pending = turned, PendingQuarter()
        self.keep()
        return True

    def committed(self, side: int) -> bool:
        """Whether a side's orders for the quarter are given."""
        return self._pending.orders[side] is not None

    def take_back(self, side: int) -> None:
        """Take a side's orders back, which is possible until the other side's are given."""
        if not self.committed(side):
            raise Problem(f"{SIDES[side]}: no orders of this quarter to take back.")
        self._pending.give(side, None)
        self.keep()

    def draft(self, side: int, words: dict[str, Any]) -> None:
        """Keep what a side has drafted, so that a crash loses nothing of it."""
        self._pending.draft(side, words)
        self.begin()

    def drafted(self, side: int) -> SideOrders | None:
        """Return what a side has drafted this quarter, None if nothing."""
        words = self._pending.drafted(side)
        return None if words is None else self.read(side, words)

    # What is done beside the orders

    def write(self, what: str, side: int | None, text: str, **data: Any) -> None:
        """Write a note, a forecast or a setting into the log; ``side`` None is the facilitator."""
        self._enter(what, side, text, data)
        self.begin()

    def inject(
        self,
        title: str,
        text: str,
        effect: str | None = None,
        amount: float = 0.0,
        date: str | None = None,
    ) -> None:
        """Put an event, or a mere bulletin, into this quarter; both sides are told. A ``date``,
        such as 1968-01-30, must lie in the quarter."""
        made = injection(self.quarter_name, effect, amount, title, text, date)
        self._enter("inject", None, text, {"title": title, "effect": effect, "amount": amount})
        self._pending.injected.append(made)
        self.begin()

    def rewind(self, quarter: str) -> None:
        """Go back to the start of ``quarter``; what is undone stays in the log. What was put into
        that quarter is told in it again; of what was put into later ones the log says that it has
        gone."""
        undone, now = self._past.undone(quarter), self.quarter_name
        kept, gone = self._past.put_in(quarter, now, self._pending.injected)
        self._past = self._past.until(quarter)
        self._pending = PendingQuarter(injected=kept)
        text = f"From {now} back to {quarter}.{told_again(kept, gone)}"
        self._enter("rewind", None, text, {"undone": undone})
        self.keep()

    def facilitate(self, act: str, text: str, **data: Any) -> None:
        """Log what a facilitator did; a bell ends the war as it stands, and a stride holds from
        the next turn on."""
        self._enter("facilitator", None, text, {"act": act, **data})
        self.begin()

    def reseed(self, seed: int) -> None:
        """Let luck come from ``seed`` from this quarter on, so that parallel groups share it."""
        self._past = reseeded(self._past, seed)
        self.facilitate("seed", f"Luck comes from another seed from {self.quarter_name} on.")

    def _enter(self, what: str, side: int | None, text: str, data: dict[str, Any]) -> None:
        self.log.enter(what, self.quarter_name, None if side is None else SIDES[side], text, data)

    def _enter_all(self, side: int, said: Iterable[tuple[str, str, dict[str, Any]]]) -> None:
        for what, text, data in said:
            self._enter(what, side, text, data)

    # Keeping

    def begin(self) -> None:
        """Keep the game from now on: somebody plays it."""
        self.keeper.waits = False
        self.keep()

    def keep(self) -> None:
        """Write the game to its place, if it has one; ``keeper.trouble`` says if that failed."""
        if self.keeper.path is not None:
            self.keeper.keep(self.to_bytes(), len(self._past.rows))

    def save(self, path: Path) -> None:
        """Write a copy of the game to ``path``; Problem if that fails."""
        try:
            disk.write(path, self.to_bytes())
        except OSError as error:
            raise Problem(
                f"{path}: not saved ({error.strerror}). Nothing is lost: "
                "name another place, or make room."
            ) from None

    def to_bytes(self) -> bytes:
        """Return the game as a file."""
        header = lines.header(self.campaign.name, self.quarter_name)
        played: list[BaseModel] = [self._past.beginning, *self._past.rows]
        return lines.to_bytes(header, played, self.log.entries, self.pending(), self.locks)

    def seal(self, passphrases: Passphrases) -> None:
        """Seal the game under both sides' passphrases; a spare one is logged. Problem once orders
        or notes are in the log, for what has stood on disk in plain cannot be called back."""
        if self._past.rows or self.log.entries or self._pending.begun:
            raise Problem("Passphrases are chosen before anything is ordered or noted.")
        self.locks = locked(passphrases)
        self._enter("setting", None, "Both sides have set passphrases.", {})
        if passphrases.spare:
            self._enter("setting", None, "The facilitator keeps a spare passphrase.", {})
        self.keep()

    def pending(self) -> Pending:
        """Return the quarter's committed orders as the log holds them."""
        return self._pending.row(self.campaign.channel_ids)

    def resume(self, pending: Pending, entries: list[LogEntry]) -> None:
        """Take up what a log holds beside the played quarters. Problem for orders not legal."""
        self.log = Logbook(entries)
        self._pending = PendingQuarter(drafts=pending.drafts, injected=list(pending.injected))
        for side, words in enumerate((pending.washington, pending.hanoi)):
            if words is not None:
                self._pending.orders[side] = self.check(side, words)
            try:
                self.drafted(side)
            except OrderError as error:
                raise Problem(f"{SIDES[side]}: {error}") from None
