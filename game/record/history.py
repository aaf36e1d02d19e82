"""The past of a game: what was ordered, the worlds it led to, and what each side was told.

A GameHistory is never changed: playing a quarter, or going back to one, gives another.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from game.campaign import Campaign, Step, answered, build, known_effects, recorded
from game.engine.board import HANOI, SIDES, WASHINGTON, Floats
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders, from_words, join, standing, to_words
from game.engine.tables import EFFECTS, Tables, cut
from game.engine.view import Report, report, view
from game.engine.world import World, digests
from game.problems import Problem
from game.record.encoding import report_values, world_numbers
from game.record.log import (
    Beginning,
    BothOrders,
    BothReports,
    Injected,
    LuckSource,
    Parent,
    QuarterRow,
    Seats,
)
from game.record.quarter import resolved
from game.record.seeds import MOST_SEED

BothSides = tuple[SideOrders, SideOrders]


@dataclass(frozen=True)
class GameHistory:
    """A war up to today.

    ``worlds`` has one more than ``rows``: the start, then the world after each row. ``steps`` hold
    what the rules resolved; they are missing for the first ``beginning.stored`` quarters, which are
    shown from what was stored.
    """

    campaign: Campaign
    tables: Tables
    beginning: Beginning
    worlds: tuple[World, ...]
    dossiers: tuple[Dossier, Dossier]
    rows: tuple[QuarterRow, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def world(self) -> World:
        """The world as it stands."""
        return self.worlds[-1]

    @property
    def quarter(self) -> int:
        """The counted quarter about to be played."""
        return self.campaign.start_index + len(self.rows)

    @property
    def quarter_name(self) -> str:
        """The same by name."""
        return self.campaign.quarter(self.quarter)

    def standing(self, side: int) -> SideOrders:
        """Return a side's orders if nothing is touched; a channel that has closed gives way to
        public speech, so that they can always be given."""
        channel = self.world.channel[:, side]
        usable = self.dossiers[side].view.channels[channel]
        return standing(self.world.in_force[:, side], channel * usable)

    def plus(self, orders: BothSides, injected: Sequence[Injected]) -> Self:
        """Return the past with one more quarter, resolved by the rules."""
        joined = join(*orders)
        step = resolved(
            self.campaign, self.tables, self.world, joined, injected, self.beginning.luck
        )
        told = [report(step.outcome, step.closing, side) for side in (WASHINGTON, HANOI)]
        made = self.row(orders, injected, step.closing, (told[0], told[1]))
        return replace(self._with(made, step.closing, orders, told), steps=(*self.steps, step))

    def turned(self, orders: BothSides, injected: Sequence[Injected], quarters: int) -> Self:
        """Return the past after a turn: a quarter by ``orders``, then more by what stands."""
        made = self.plus(orders, injected)
        for _ in range(quarters - 1):
            if made.world.running[0]:
                made = made.plus((made.standing(WASHINGTON), made.standing(HANOI)), ())
        return made

    def row(
        self,
        orders: BothSides,
        injected: Sequence[Injected],
        closing: World,
        told: tuple[Report, Report],
    ) -> QuarterRow:
        """Return the log's row of today's quarter."""
        ids = self.campaign.channel_ids
        words = {name: to_words(side, orders[side], ids) for side, name in enumerate(SIDES)}
        reports = {name: report_values(told[side]) for side, name in enumerate(SIDES)}
        return QuarterRow(
            kind="quarter",
            quarter=self.quarter_name,
            orders=BothOrders(**words),
            injected=list(injected),
            digest=digests(closing)[0],
            world=world_numbers(closing),
            reports=BothReports(**reports),
        )

    def plus_stored(
        self, row: QuarterRow, closing: World, orders: BothSides, told: Sequence[Report]
    ) -> Self:
        """Return the past with a quarter as it was stored; the rules are not asked."""
        return self._with(row, closing, orders, told)

    def until(self, quarter: str) -> Self:
        """Return the past as it was when ``quarter`` opened; Problem if it was never reached."""
        kept = self.campaign.index(quarter) - self.campaign.start_index
        if not 0 <= kept <= len(self.rows):
            first, last = self.campaign.start, self.quarter_name
            raise Problem(f"{quarter} was not played here; name one from {first} to {last}.")
        stored = min(self.beginning.stored, kept)
        made = replace(
            self,
            rows=self.rows[:kept],
            worlds=self.worlds[: kept + 1],
            steps=self.steps[: kept - stored],
            beginning=self.beginning.model_copy(update={"stored": stored}),
        )
        return replace(made, dossiers=(made._cut(WASHINGTON, kept), made._cut(HANOI, kept)))

    def undone(self, quarter: str) -> list[dict[str, object]]:
        """Return the orders that going back to ``quarter`` undoes, as the log keeps them."""
        return [
            row.model_dump(include={"quarter", "orders"})
            for row in self.rows
            if row.quarter >= quarter
        ]

    def put_in(
        self, quarter: str, now: str, today: Sequence[Injected]
    ) -> tuple[list[Injected], list[Injected]]:
        """Return what a facilitator has put into ``quarter``, and into later ones up to ``now``,
        whose are ``today``'s."""
        rows = [(row.quarter, row.injected) for row in self.rows] + [(now, list(today))]
        kept = [event for name, events in rows if name == quarter for event in events]
        return kept, [event for name, events in rows if name > quarter for event in events]

    def known(self, side: int) -> Tables:
        """Return the tables cut at what ``side`` knows today; injected events are told to both."""
        events = known_effects(self.campaign, side, self.quarter)
        for row in self.rows:
            events = events + self.effects(row.injected, self.campaign.index(row.quarter))
        return cut(self.tables, events)

    def effects(self, injected: Sequence[Injected], quarter: int) -> Floats:
        """Return (E, Q) events put into a counted quarter, as the tables hold events."""
        made = np.zeros((len(EFFECTS), self.campaign.quarters))
        for event in injected:
            if event.effect is not None:
                made[EFFECTS.index(event.effect), quarter] += event.amount
        return made

    def _with(
        self, row: QuarterRow, closing: World, orders: BothSides, told: Sequence[Report]
    ) -> Self:
        made = replace(self, rows=(*self.rows, row), worlds=(*self.worlds, closing))
        washington, hanoi = (
            self.dossiers[side].grown(
                orders[side], told[side], view(closing, side, self.tables), made.known(side)
            )
            for side in (WASHINGTON, HANOI)
        )
        return replace(made, dossiers=(washington, hanoi))

    def _cut(self, side: int, kept: int) -> Dossier:
        dossier = self.dossiers[side]
        return replace(
            dossier,
            tables=self.known(side),
            views=dossier.views[: kept + 1],
            reports=dossier.reports[:kept],
            orders=dossier.orders[:kept],
        )


def opening(
    campaign: Campaign, tables: Tables, world: World, seed: int | None, seats: Seats
) -> GameHistory:
    """Return a new game's past; its luck comes from ``seed``, or from the record where None."""
    luck = [LuckSource(since=campaign.start, seed=seed)]
    return begun(campaign, tables, beginning_of(campaign, world, luck, seats), world)


def begun(campaign: Campaign, tables: Tables, beginning: Beginning, world: World) -> GameHistory:
    """Return a past in which nothing has been played yet."""
    known = [cut(tables, known_effects(campaign, side, campaign.start_index)) for side in (0, 1)]
    dossiers = [Dossier(side, known[side], (view(world, side, tables),)) for side in (0, 1)]
    return GameHistory(campaign, tables, beginning, (world,), (dossiers[0], dossiers[1]))


def recorded_until(campaign: Campaign, quarter: str, seats: Seats) -> GameHistory:
    """Return the war as recorded, types and luck too, up to the start of ``quarter``."""
    tables, world = build(campaign)
    past = opening(campaign, tables, world, None, seats)
    both = [recorded(campaign, side) for side in (WASHINGTON, HANOI)]
    while past.quarter < campaign.index(quarter) and past.world.running[0]:
        orders = both[0][past.quarter], both[1][past.quarter]
        past = past.plus(answered(orders, past.world, tables), ())
    return past


def beginning_of(
    campaign: Campaign, world: World, luck: Sequence[LuckSource], seats: Seats
) -> Beginning:
    """Return the log's beginning of a new game."""
    return Beginning(
        kind="beginning",
        game=new_id(),
        campaign_digest=campaign.digest,
        resilience=[int(value) for value in world.resilience[0]],
        nerve=[int(value) for value in world.nerve[0]],
        luck=list(luck),
        seats=seats,
        parent=None,
        stored=0,
        digest=digests(world)[0],
        world=world_numbers(world),
    )


def branched(past: GameHistory, quarter: str, seed: int | None, seats: Seats | None) -> GameHistory:
    """Return ``past`` up to ``quarter`` as another game's; a new ``seed`` holds from there."""
    cut_off, old = past.until(quarter), past.beginning
    if seed is not None:
        cut_off = reseeded(cut_off, seed)
    changes = {
        "game": new_id(),
        "parent": Parent(game=old.game, quarter=quarter),
        "seats": seats or old.seats,
        "luck": [source for source in cut_off.beginning.luck if source.since <= quarter],
    }
    return replace(cut_off, beginning=cut_off.beginning.model_copy(update=changes))


def reseeded(past: GameHistory, seed: int) -> GameHistory:
    """Return ``past`` with luck from ``seed`` from today's quarter on; Problem for no seed."""
    quarter, seed = past.quarter_name, seed_or_new(seed)
    luck = [source for source in past.beginning.luck if source.since < quarter]
    luck.append(LuckSource(since=quarter, seed=seed))
    return replace(past, beginning=past.beginning.model_copy(update={"luck": luck}))


def told_again(kept: Sequence[Injected], gone: Sequence[Injected]) -> str:
    """Return in sentences what news going back has kept, and what has gone with its quarter."""
    both = (("Told again", kept), ("Gone with their quarters", gone))
    said = [
        f" {verb}: {'; '.join(event.title for event in events)}." for verb, events in both if events
    ]
    return "".join(said)


def orders_in(past: GameHistory, side: int, words: dict[str, object]) -> SideOrders:
    """Return stored words as orders, over what stands; OrderError if they cannot be read."""
    return from_words(side, words, past.standing(side), past.campaign.channel_ids)


def new_id() -> str:
    """Return a random name for a game; nothing follows from it."""
    return secrets.token_hex(8)


def seed_or_new(seed: int | None) -> int:
    """Return the seed that was chosen, or one that nobody has chosen; Problem for a wrong one."""
    if seed is None:
        return secrets.randbelow(MOST_SEED + 1)
    if not 0 <= seed <= MOST_SEED:
        raise Problem(f"A seed is a whole number from 0 to {MOST_SEED:,}.")
    return seed
