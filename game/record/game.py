"""Game, the referee: holds the one World of a running war, takes both sides' orders, and tells each
side its own.

Everything a side learns comes from its dossier and its news. The worlds themselves are opened once
the war is over (``book``). A game that has a place to be kept is written after every order.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from game import RULES, VERSION
from game.campaign import Campaign, Step, build, recorded
from game.campaign.places import shown
from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON, Ints
from game.engine.dossier import Dossier
from game.engine.menu import refusals
from game.engine.orders import OrderError, SideOrders, to_words
from game.engine.score import score
from game.engine.tables import EFFECT_BOUNDS
from game.problems import Problem, gather
from game.record import lines, storage
from game.record.keeping import Keeper
from game.record.log import MOST_ENTRIES, Entry, Injected, Luck, Pending, Seat, Seats, part
from game.record.migrations import FORMAT
from game.record.news import News, news_of
from game.record.past import Past, beginning_of, begun, branched, orders_in, seed_or_new

PERSON = Seat(name="A person", kind="person")
TWO_PERSONS = Seats(washington=PERSON, hanoi=PERSON)


class Game:
    """A running or finished game: ``new``, ``from_record``, ``branch``, or ``record.load``."""

    def __init__(self, past: Past):
        self._past = past
        self._pending: list[SideOrders | None] = [None, None]
        self._injected: list[Injected] = []
        self._entries: list[Entry] = []
        self.keeper = Keeper()
        self.notices: tuple[str, ...] = ()  # what loading has to tell, a sentence each

    # How a game begins

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
        luck = [Luck(since=campaign.start, seed=seed)]
        return cls(begun(campaign, tables, beginning_of(campaign, world, luck, seats), world))

    @classmethod
    def from_record(
        cls, campaign: Campaign, quarter: str, seed: int | None = None, seats: Seats = TWO_PERSONS
    ) -> "Game":
        """Return a game played as recorded, with the types and luck on record, up to the start of
        ``quarter``; from there it goes on by its own seed."""
        tables, world = build(campaign)
        luck = [Luck(since=campaign.start, seed=None)]
        past = begun(campaign, tables, beginning_of(campaign, world, luck, seats), world)
        both = [recorded(campaign, side) for side in (WASHINGTON, HANOI)]
        while past.quarter < campaign.index(quarter) and past.world.running[0]:
            past = past.plus((both[0][past.quarter], both[1][past.quarter]), ())
        return cls(branched(past, quarter, seed_or_new(seed), seats))

    def branch(self, quarter: str, seed: int | None = None, seats: Seats | None = None) -> "Game":
        """Return another game that leaves this one at the start of ``quarter`` and names it as its
        parent. With a ``seed`` its luck differs from then on."""
        return Game(branched(self._past, quarter, seed, seats))

    # What it tells

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
        """Whether the war has ended."""
        return not bool(self._past.world.running[0])

    @property
    def ending(self) -> str:
        """How it ended, in words; ``running`` while it goes on."""
        return ENDINGS[int(self._past.world.ended[0])]

    @property
    def past(self) -> Past:
        """Everything, secrets included: for the log, the debrief and tests, never for a side."""
        return self._past

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Notes, forecasts, injections and rewinds of both sides so far."""
        return tuple(self._entries)

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
        put_in = [*self._injected] if name == self.quarter_name else []
        put_in += [event for row in self._past.rows if row.quarter == name
                   for event in row.injected]  # fmt: skip
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

    # Orders

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
        found = refusals(side, orders, self.dossier(side).view, exact)
        if found:
            raise gather(f"{SIDES[side]}: these orders cannot be given", found)
        return orders

    def read(self, side: int, words: Mapping[str, Any]) -> SideOrders:
        """Return words as orders, over what stands; OrderError if they cannot be read."""
        return orders_in(self._past, side, dict(words))

    def commit(self, side: int, given: Mapping[str, Any] | SideOrders) -> bool:
        """Take a side's orders for the quarter; with both sides' it is resolved.

        Returns whether it was. Problem if they cannot be given, or are given already.
        """
        if self.committed(side):
            quarter = self.quarter_name
            raise Problem(f"{SIDES[side]}: orders for {quarter} are given; take them back first.")
        self._pending[side] = self.check(side, given)
        washington, hanoi = self._pending
        ready = washington is not None and hanoi is not None
        if washington is not None and hanoi is not None:
            self._past = self._past.plus((washington, hanoi), self._injected)
            self._pending, self._injected = [None, None], []
        self.keep()
        return ready

    def committed(self, side: int) -> bool:
        """Whether a side's orders for the quarter are given."""
        return self._pending[side] is not None

    def take_back(self, side: int) -> None:
        """Take a side's orders back, which is possible until the other side's are given."""
        if not self.committed(side):
            raise Problem(f"{SIDES[side]}: no orders of this quarter to take back.")
        self._pending[side] = None
        self.keep()

    # What is done beside the orders

    def write(self, what: str, side: int | None, text: str, **data: Any) -> None:
        """Write a note, a forecast or a setting into the log; ``side`` None is the facilitator."""
        self._enter(what, side, text, data)
        self.keep()

    def inject(self, title: str, text: str, effect: str | None = None, amount: float = 0.0) -> None:
        """Put an event, or a mere bulletin, into this quarter; both sides are told."""
        if effect is not None:
            low, high = EFFECT_BOUNDS.get(effect, (0.0, 0.0))
            if effect not in EFFECT_BOUNDS or not low <= amount <= high:
                allowed = "; ".join(f"{name} {least:g} to {most:g}"
                                    for name, (least, most) in EFFECT_BOUNDS.items())  # fmt: skip
                raise Problem(f"{shown(effect)} by {amount:g} cannot be injected: {allowed}.")
        made = part(Injected, effect=effect, amount=float(amount), title=title, text=text)
        self._enter("inject", None, text, {"title": title, "effect": effect, "amount": amount})
        self._injected.append(made)
        self.keep()

    def rewind(self, quarter: str) -> None:
        """Go back to the start of ``quarter``; what is undone stays in the log."""
        undone = [row.model_dump(include={"quarter", "orders"}) for row in self._past.rows
                  if row.quarter >= quarter]  # fmt: skip
        now, self._past = self.quarter_name, self._past.until(quarter)
        self._pending, self._injected = [None, None], []
        self._enter("rewind", None, f"From {now} back to {quarter}.", {"undone": undone})
        self.keep()

    def _enter(self, what: str, side: int | None, text: str, data: dict[str, Any]) -> None:
        made = part(
            Entry, kind="entry", what=what, quarter=self.quarter_name, text=text, data=data,
            side=None if side is None else SIDES[side],
        )  # fmt: skip
        if len(self._entries) >= MOST_ENTRIES:
            raise Problem(f"The log holds {MOST_ENTRIES:,} notes and takes no more.")
        self._entries.append(made)

    # Keeping

    def keep(self) -> None:
        """Write the game to its place, if it has one; ``keeper.trouble`` says if that failed."""
        if self.keeper.path is not None:
            self.keeper.keep(self.to_bytes())

    def save(self, path: Path) -> None:
        """Write a copy of the game to ``path``; Problem if that fails."""
        try:
            storage.write(path, self.to_bytes())
        except OSError as error:
            raise Problem(f"{path}: not saved ({error.strerror}). The game goes on.") from None

    def to_bytes(self) -> bytes:
        """Return the game as a file."""
        header = {
            "overture": "game", "format": FORMAT, "version": VERSION, "rules": RULES,
            "campaign": self.campaign.name, "quarter": self.quarter_name,
            "saved": datetime.now(UTC).isoformat(timespec="seconds"),
        }  # fmt: skip
        played: list[BaseModel] = [self._past.beginning, *self._past.rows]
        return lines.to_bytes(header, [*played, *self._entries, self.pending()])

    def pending(self) -> Pending:
        """Return the quarter's committed orders as the log holds them."""
        ids = self.campaign.channel_ids
        words = [None if orders is None else to_words(side, orders, ids)
                 for side, orders in enumerate(self._pending)]  # fmt: skip
        return Pending(kind="pending", washington=words[WASHINGTON], hanoi=words[HANOI],
                       injected=list(self._injected))  # fmt: skip

    def resume(self, pending: Pending, entries: list[Entry]) -> None:
        """Take up what a log holds beside the played quarters. Problem for orders not legal."""
        self._entries, self._injected = list(entries), list(pending.injected)
        for side, words in enumerate((pending.washington, pending.hanoi)):
            if words is not None:
                self._pending[side] = self.check(side, words)
