"""A sitting: a chair in a room with a facilitator's clock, for two people who may seal their game.

The clock acts when it is asked: whoever shows the game asks ``due`` now and then. What the PIN
opens goes through ``facilitate``; where that moves the game, people sit down anew.
"""

from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from time import monotonic
from typing import Final

from game.desk import facilitate, take_back
from game.desk.build_advisers import Advising
from game.desk.chair import Chair, Machine
from game.desk.desktops import Overview
from game.desk.facilitate import Facilitator, Preset, SittingState
from game.desk.models import Page
from game.desk.overview import overview, state_of
from game.desk.public import Public, public
from game.desk.tellings import Tellings, said
from game.problems import Problem
from game.record import Game, consent

PLAIN: Final = "The file it is kept in is plain: whoever opens it can read both sides' papers."
SEALED: Final = "The file it is kept in is sealed under both sides' passphrases."
Act = Callable[[Facilitator], None]


class Sitting(Chair):
    """A chair with a clock; ``clock`` gives seconds and never goes back."""

    def __init__(
        self,
        game: Game,
        machines: Mapping[int, Machine],
        saves: Path | None = None,
        council: Advising | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Take a seat, as at a chair, and take up what the log holds of a sitting."""
        self.hand = facilitate.facilitator_of(game, clock)
        self.tellings = Tellings(game)
        self.sat: set[tuple[int, int]] = set()  # who has sat down to which quarter's papers
        super().__init__(game, machines, saves, council)

    def lift(self) -> None:
        """Note that the named side sits at the screen."""
        self.sat.add((self.side, self.game.quarter))
        self.hand.sat_down(self.side)
        super().lift()

    def answer_ready(self) -> bool:
        """Whether ``end`` will not have to wait for the other side."""
        return True

    # --- the clock

    def day(self) -> str:
        """Return a day of this quarter as the facilitator writes it."""
        return facilitate.day_of(self.game.quarter_name)

    def standing(self) -> SittingState:
        """Return the sitting as a screen shows it."""
        return self.hand.standing()

    def preset(self) -> Preset | None:
        """Return the sitting that was laid out last, None without one."""
        return self.hand.preset()

    def due(self) -> str:
        """Return what time has brought about, which has been done: ``bell``, the war is over;
        ``turn``, the side's time ran out and its orders have been given as drafted; or nothing. A
        turn ends as soon as the machines have made up their minds."""
        due = self.hand.due()
        if due == "turn" and not self.answer_ready():
            return ""
        if due == "turn":
            facilitate.time_out(self, self.hand)
        return due

    def end(self) -> None:
        """Give the orders; refused while the clock waits for its start."""
        self.hand.refuse_before_start()
        super().end()
        self.hand.follow()

    def strip(self) -> tuple[str, str]:
        """Return what must be known at once, and the clock; either may be empty."""
        standing = self.standing()
        if self.game.over:
            return self.game.keeper.said, ""
        near = facilitate.NEAR if standing.warning else ""
        return self.game.keeper.said or near, facilitate.clock_face(standing)

    # --- what the PIN opens

    def facilitate(self, act: Act) -> str:
        """Do something with the facilitator's hand; return what the log says of it."""
        before, count = (self.game.quarter, self.game.over), len(self.game.entries)
        act(self.hand)
        if (self.game.quarter, self.game.over) != before:
            self.seat_anew()
        return " ".join(said(entry) for entry in self.game.entries[count:])

    def seat_anew(self) -> None:
        """Seat the same people after their game has been moved; what they have not read of it,
        they still have to read."""
        for side in self.people:
            self.seen[side] = min(self.seen[side], len(self.game.dossier(side).reports))
        self.watched = min(self.watched, *self.seen.values())
        self.sat.clear()
        self.side = self._to_move()
        self.lifted = None if self.hotseat else self.side
        self._shown = self._heard = None
        self._begin()

    def propose(self, pin: str) -> None:
        """Have the side to move propose a facilitator, whom the other side has to agree to."""
        consent.propose(self.hand, pin, self.side)

    def proposed(self) -> bool:
        """Whether the other side waits for the one to move to agree to a facilitator."""
        return self.hotseat and consent.proposed_to(self.game, self.side)

    def agree(self) -> None:
        """Have the side to move agree to the facilitator that the other has proposed."""
        self._seated()
        consent.agree(self.hand, self.side)

    def untold(self) -> bool:
        """Whether the facilitator has done something that the side to move has not been told."""
        return self.tellings.waits(self.side)

    def told(self) -> tuple[str, ...]:
        """Return what the side to move has not been told of the facilitator's doings."""
        return self.tellings.told(self.side)

    def rule_pages(self) -> tuple[Page, ...]:
        """Return the rule as pages of the codex; empty unless the facilitator has revealed it."""
        return facilitate.rule_pages(self.hand)

    def public(self) -> Public:
        """Return what a projector may show."""
        return public(self, self.standing())

    def overview(self) -> Overview:
        """Return both sides' papers, for the facilitator alone."""
        return overview(self)

    def overview_state(self) -> Hashable:
        """Return what changes whenever ``overview`` would."""
        return state_of(self)

    # --- orders given a moment ago

    def can_take_back(self) -> bool:
        """Whether the orders just given can be taken back: until the other side sits down."""
        return take_back.can_take_back(self) and (self.side, self.game.quarter) not in self.sat

    def take_back(self) -> None:
        """Take the orders just given back; they lie before their side as a draft again."""
        if not self.can_take_back():
            raise Problem(take_back.TOO_LATE)
        take_back.take_back(self)
        self.seat_anew()

    # --- what must be said

    def notices(self) -> tuple[str, ...]:
        """Return what must be said before the game is shown, a sentence each."""
        said = tuple(filter(None, (self.game.campaign.beyond, *self.game.notices)))
        if not self.hotseat:
            return said
        return (*said, PLAIN if self.game.locks is None else SEALED)
