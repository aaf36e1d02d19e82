"""The quarter in play: what each side has given and drafted, and what was put into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.orders import SideOrders, to_words
from game.record.log import Drafts, Injected, Pending


@dataclass
class PendingQuarter:
    """What happens in a quarter before it is resolved; ``orders`` are those committed, by side."""

    orders: list[SideOrders | None] = field(default_factory=lambda: [None, None])
    drafts: Drafts = field(default_factory=Drafts)
    injected: list[Injected] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether anything has been given, drafted or put in."""
        return self.orders != [None, None] or self.drafts != Drafts() or bool(self.injected)

    def give(self, side: int, orders: SideOrders | None) -> None:
        """Commit a side's orders, or take them back; its draft is done with."""
        self.orders[side] = orders
        self.draft(side, None)

    def draft(self, side: int, words: Mapping[str, Any] | None) -> None:
        """Keep what a side has drafted."""
        self.drafts = self.drafts.model_copy(update={SIDES[side]: words})

    def drafted(self, side: int) -> dict[str, Any] | None:
        """Return what a side has drafted, in words."""
        words: dict[str, Any] | None = getattr(self.drafts, SIDES[side])
        return words

    def row(self, channels: tuple[str, ...]) -> Pending:
        """Return the quarter as the log's last line."""
        words = [
            None if given is None else to_words(side, given, channels)
            for side, given in enumerate(self.orders)
        ]
        return Pending(
            kind="pending",
            washington=words[WASHINGTON],
            hanoi=words[HANOI],
            drafts=self.drafts,
            injected=list(self.injected),
        )
