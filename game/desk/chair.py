"""The chair: a running game as seen by the side that is to move, for window and terminal alike.

It holds the referee, the draft of the quarter's orders, and the hand-overs between two people. What
it shows is built from the dossier of the side that sits; machines are handed in and get their own.
"""

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Protocol

from game.desk import (
    build_advisers,
    build_climax,
    build_end,
    build_pages,
    build_quarter,
    codex,
    run_on,
    saving,
    timed,
)
from game.desk.build_advisers import Advising
from game.desk.draft import Draft
from game.desk.models import (
    Adviser,
    Briefing,
    Climax,
    Curtain,
    Debrief,
    Page,
    Quarter,
    Resolution,
)
from game.desk.setting import setting_of
from game.engine.board import SIDES
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders, to_words
from game.problems import Problem
from game.record import Game, seating
from game.study.debrief import forecasts
from game.words import plain


class Machine(Protocol):
    """Whoever gives a side's orders without sitting at the screen."""

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the quarter's orders from the side's dossier."""


class Chair:
    """A game at one screen. ``machines`` are the sides that no person plays; people sit at the
    others, in the order Washington, Hanoi where there are two."""

    def __init__(
        self,
        game: Game,
        machines: Mapping[int, Machine],
        saves: Path | None = None,
        council: Advising | None = None,
    ) -> None:
        """Take a seat; ``saves`` is the folder of named saves, ``council`` whoever advises."""
        self.game = game
        self.council = council
        self.machines = dict(machines)
        self.people = tuple(side for side in range(len(SIDES)) if side not in machines)
        if not self.people:
            raise Problem("Nobody plays; watch it in the replay instead.")
        self.saves = saves
        self.setting = setting_of(game)
        self.seen = {side: len(game.dossier(side).reports) for side in self.people}
        self.watched = min(self.seen.values())  # quarters whose climax both have watched
        self._machines_move()
        self.side = self._to_move()
        self.lifted: int | None = None if self.hotseat else self.side
        self.sealed = ""
        self._halted = -1  # the quarter in which a run has stopped
        self._shown: tuple[Hashable, Quarter] | None = None
        self._heard: tuple[Hashable, tuple[Adviser, ...]] | None = None
        self._begin()

    # --- who sits

    @property
    def hotseat(self) -> bool:
        """Whether two people share the screen."""
        return len(self.people) == 2

    @property
    def dossier(self) -> Dossier:
        """What the side that is to move knows."""
        return self.game.dossier(self.side)

    def _to_move(self) -> int:
        waiting = [
            side
            for side in seating.order(self.game)
            if side in self.people and not self.game.committed(side)
        ]
        return waiting[0] if waiting else self.people[0]

    def curtain(self) -> Curtain | None:
        """Return the hand-over that is due before anything is shown, or None."""
        if self.game.over or self.lifted == self.side:
            return None
        return build_pages.curtain(self.side)

    def lift(self) -> None:
        """Note that the named side sits at the screen."""
        self.lifted = self.side

    def draw(self) -> None:
        """Draw the curtain: nothing is shown until the side that is to move confirms."""
        if self.hotseat:
            self.lifted = None

    def _begin(self) -> None:
        dossier = self.dossier
        self.draft = Draft(dossier)
        self.sealed = self._last_note()
        self._take_up()

    def _take_up(self) -> None:
        """Take up what was drafted this quarter before the game was left, or broke off."""
        drafted = None if self.game.over else self.game.drafted(self.side)
        if drafted is not None:
            self.draft.take_up(drafted)
        self._written = self.draft.state

    def _keep_draft(self) -> None:
        """Write what is drafted before it is shown: what a screen confirms, no crash loses."""
        if self.draft.state != self._written and not self.game.over:
            self._written = self.draft.state
            words = to_words(self.side, self.draft.orders(), self.draft.channels)
            self.game.draft(self.side, words)

    def entered(self) -> None:
        """Note that a side sees a quarter's screen: the game is in play, and kept from now on."""
        if self.game.keeper.waits:
            self.game.begin()

    def as_left(self) -> str:
        """Return one sentence that says whether the game is kept where it is left now."""
        return saving.as_left(self.game)

    def leave(self) -> str:
        """Keep the game and what is drafted; return one sentence that says where it is."""
        self._keep_draft()
        return self.save("")

    def _last_note(self) -> str:
        kept = [
            entry.text
            for entry in self.game.entries
            if entry.what == "note"
            and entry.side == SIDES[self.side]
            and not entry.data.get(forecasts.REASON)
        ]
        return kept[-1] if kept else ""

    # --- what is shown

    def quarter(self) -> Quarter:
        """Return what the side to move sees."""
        self._seated()
        self._keep_draft()
        key = (
            self.side,
            self.game.quarter_name,
            self.draft.state,
            self.draft.touched,
            self.sealed,
            len(self.game.entries),
        )
        if self._shown is None or self._shown[0] != key:
            self._shown = (
                key,
                timed.with_times(
                    self.game,
                    self.side,
                    build_quarter.quarter(
                        self.dossier,
                        self.draft,
                        self.setting,
                        self.sealed,
                        self.hotseat,
                        self._counsel(),
                    ),
                ),
            )
        return self._shown[1]

    def _counsel(self) -> tuple[Adviser, ...]:
        """Return what the advisers say, asked once a quarter and side."""
        key = (self.side, self.game.quarter_name)
        if self._heard is None or self._heard[0] != key:
            self._heard = key, build_advisers.advisers(self.dossier, self.council)
        return self._heard[1]

    def briefing(self) -> Briefing:
        """Return the side's briefing."""
        self._seated()
        return build_pages.briefing(self.dossier, self.setting)

    def debrief(self) -> Debrief | None:
        """Return the end of the war, or None while it goes on."""
        if not self.game.over:
            return None
        return build_end.ended(self.game, self.people, self.saves)

    def resolution(self) -> Resolution | None:
        """Return what the side to move has not yet seen of the quarters resolved, or None."""
        self._seated()
        unseen = range(self.seen[self.side], len(self.dossier.reports))
        return build_quarter.resolution(self.dossier, self.setting, unseen) if unseen else None

    def resolution_seen(self) -> None:
        """Note that the side to move has seen it."""
        self.seen[self.side] = len(self.dossier.reports)

    def climaxes(self) -> tuple[Climax, ...]:
        """Return what two people watch together before the curtain, of quarters just resolved:
        nothing in it is one side's alone. Empty where one person sits."""
        if not self.hotseat:
            return ()
        dossier = self.game.dossier(self.people[0])
        return build_climax.common_of(dossier, range(self.watched, len(dossier.reports)))

    def climaxes_seen(self) -> None:
        """Note that both have watched."""
        self.watched = len(self.game.dossier(self.people[0]).reports)

    def codex(self, page: str) -> Page:
        """Return a page of the codex; an empty id is its contents."""
        return codex.page(page, self.game.quarter_name)

    def look_up(self, word: str) -> Page:
        """Return the page of the codex that a word means."""
        return codex.find(word, self.game.quarter_name)

    def _seated(self) -> None:
        if self.curtain() is not None:
            raise Problem(f"The papers are for {plain.SIDE_NAMES[self.side]} alone.")

    # --- orders

    def order(self, ladder: str, rung: str) -> None:
        """Choose a rung, by their ids."""
        self._open()
        self.draft.order(ladder, rung)

    def amount(self, ladder: str, value: float) -> None:
        """Set the number that goes with a ladder's rung; only troops have one."""
        self._open()
        if ladder != "troops":
            raise Problem(f"No number goes with {ladder}.")
        self.draft.amount(value)

    def channel(self, channel: str) -> None:
        """Choose the channel."""
        self._open()
        self.draft.channel(channel)

    def term(self, issue: str, position: int) -> None:
        """Draft a position, 0..3, of the package to table."""
        self._open()
        self.draft.term(issue, position)

    def package(self, positions: tuple[int, ...]) -> None:
        """Draft a whole package and table it."""
        self._open()
        self.draft.package(positions)

    def table(self, tabling: bool) -> None:
        """Table the draft this quarter, or do not."""
        self._open()
        self.draft.table(tabling)

    def accept(self, accepting: bool) -> None:
        """Accept the other's package of last quarter, or do not."""
        self._open()
        self.draft.accept(accepting)

    def decide(self, place: int, number: int) -> None:
        """Answer what is asked in a place, by number from 1; 0 leaves it open."""
        self._open()
        self.draft.answer(place, number)

    def undo(self) -> None:
        """Take back the last order."""
        self._open()
        self.draft.undo()

    def forget_undo(self) -> None:
        """Forget what could be undone: the chair is about to change hands."""
        self.draft.past.clear()

    def _open(self) -> None:
        self._seated()
        if self.game.over:
            raise Problem("The war is over.")

    # --- ending the quarter

    def end(self) -> None:
        """Give the orders. The other side is now to move, or the quarter has been resolved."""
        self._open()
        if not self.game.commit(self.side, self.draft.orders()):
            self._machines_move()
        self.forget_undo()
        self.side = self._to_move()
        self.draw()
        self._begin()

    def _machines_move(self) -> None:
        """Let the machines give their orders once every person has. Orders that the referee
        refuses are logged, and standing orders given instead."""
        if self.game.over or not all(self.game.committed(side) for side in self.people):
            return
        for side in self.machines:
            wanted = self.decided(side)
            said = [*getattr(self.machines[side], "reasons", tuple)()]  # sealed as a person's
            try:
                self.game.commit(side, wanted, said)
            except Problem as problem:
                refused = f"Standing orders instead of: {problem}"[:2000]
                self.game.commit(side, {}, [*said, ("setting", refused, {})])

    def decided(self, side: int) -> SideOrders:
        """Return what the machine at ``side`` orders."""
        return self.machines[side].decide(self.game.dossier(side))

    def run_on(self) -> None:
        """Play standing orders until something needs the side."""
        while self.run_one():
            pass

    def run_one(self) -> bool:
        """Play one quarter by standing orders; return whether nothing needs the side after it. It
        is not played yet where something is to be decided first and no run has stopped for that."""
        self._open()
        if self.hotseat:
            raise Problem("With two people at one screen each quarter is ended by hand.")
        if self.draft.touched:
            raise Problem("Orders were changed this quarter: end it first, or undo.")
        asked = run_on.asked_titles(self.dossier, self.setting)
        if asked and self._halted != self.game.quarter:  # once told, it goes by itself
            self._halted = self.game.quarter
            return False
        self.end()
        self._halted = self.game.quarter
        return not self.stopped()

    def stopped(self) -> list[str]:
        """Return what needs the side after the last quarter played."""
        if self.game.over:
            return ["The war is over."]
        return run_on.reasons(self.dossier, self.setting)

    # --- notes, saving

    def note(self, text: str) -> None:
        """Keep a note to oneself."""
        self._seated()
        self.game.write("note", self.side, text)
        self.sealed = text

    def save(self, title: str) -> str:
        """Save the game; return one sentence that says where."""
        return saving.copied(self.game, self.saves, title) if title else saving.kept(self.game)

    def save_over(self, title: str) -> str:
        """Save the game in place of the save of that name; return one sentence that says where."""
        return saving.copied_over(self.game, self.saves, title)
