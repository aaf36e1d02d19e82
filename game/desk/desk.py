"""The window's desk: a chair whose machines and advisers think ahead, so that no frame waits."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Final

from game.desk import build_advisers, build_record, codex
from game.desk.afterwards import Ways
from game.desk.ahead import Ahead, Threaded
from game.desk.build_advisers import Advising
from game.desk.chair import Machine
from game.desk.interface import ReplayDesk
from game.desk.models import Adviser, Fact, Lesson, Page, Quarter
from game.desk.seals import Seals
from game.desk.teaching import Teaching
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders
from game.record import Game
from game.words import plain

Key = tuple[str, int, int]
SAID: Final = 2  # reasons for which a run stopped that the prompt has room for


class Desk(Seals):
    """A game in the window. ``watch`` shows a finished game as a replay."""

    def __init__(
        self,
        game: Game,
        machines: Mapping[int, Machine],
        saves: Path | None = None,
        council: Advising | None = None,
        watch: Callable[[Game], ReplayDesk] | None = None,
        clock: Callable[[], float] = monotonic,
        ahead: Callable[[], Ahead] = Threaded,
        ways: Ways | None = None,
    ) -> None:
        """Take a seat, as at a chair; ``ahead`` makes whoever thinks ahead, ``ways`` lead on from
        the end."""
        self.ahead = ahead()
        self.watch, self.ways = watch, ways
        self._record: tuple[tuple[str, int], tuple[Fact, ...]] | None = None
        self.teaching = Teaching(game)
        self._stop = ""  # why a run has stopped at this quarter
        super().__init__(game, machines, saves, council, clock)

    # --- thinking ahead

    def _begin(self) -> None:
        super()._begin()
        self._stop = ""
        if not self.game.over:
            self._ask()

    def _ask(self) -> None:
        """Have this quarter's advice and the machines' orders thought out; advice comes first,
        since a person waits for it."""
        if self.council is not None:
            for side in self.people:
                dossier = self.game.dossier(side)
                self.ahead.ask(
                    self._key("advice", side),
                    partial(build_advisers.advising, dossier, self.council),
                )
        for side, machine in self.machines.items():
            self.ahead.ask(
                self._key("orders", side), partial(deciding, machine, self.game.dossier(side))
            )

    def go_on(self) -> bool:
        """Do a slice of the thinking, where no thread does it; return whether there was any."""
        return self.ahead.go_on()

    def _key(self, what: str, side: int) -> Key:
        return (what, side, self.game.quarter)

    def papers_ready(self) -> bool:
        """Whether the quarter can be shown without waiting for the advisers."""
        return self.game.over or self.ahead.ready(self._key("advice", self.side))

    def answer_ready(self) -> bool:
        """Whether the quarter can be ended without waiting for the other side."""
        return all(self.ahead.ready(self._key("orders", side)) for side in self.machines)

    def decided(self, side: int) -> SideOrders:
        """Return what the machine at ``side`` orders, thought out meanwhile."""
        self._ask()
        orders: SideOrders = self.ahead.answer(self._key("orders", side))
        return orders

    def _counsel(self) -> tuple[Adviser, ...]:
        key = self._key("advice", self.side)
        if self.council is None or self.game.over:
            return build_advisers.secretary(self.dossier)
        said: tuple[Adviser, ...] = self.ahead.answer(key)
        return said

    def seat_anew(self) -> None:
        """Seat the same people after their game has been moved; what was thought out is thought
        out again."""
        self.ahead.forget()
        super().seat_anew()

    # --- running on

    def run_one(self) -> bool:
        """Play one quarter by standing orders; return whether nothing needs the side after it."""
        going = super().run_one()
        self._stop = "" if going else " ".join(self.stopped()[:SAID])
        return going

    def quarter(self) -> Quarter:
        """Return what the side to move sees; where a run stopped, the prompt says why."""
        shown = super().quarter()
        if not self._stop or self.draft.touched:
            return shown
        return replace(shown, header=replace(shown.header, prompt=f"The run stopped: {self._stop}"))

    # --- names and words

    def save_name(self) -> str:
        """Return a name under which a copy of the game might be saved."""
        side = "" if self.hotseat else f" {plain.SIDE_NAMES[self.side]}"
        return f"{self.game.quarter_name}{side}"

    def terms(self) -> Mapping[str, str]:
        """Return the words of running text that lead to a page of the codex, with its id."""
        return codex.terms(self.game.quarter_name)

    def codex(self, page: str) -> Page:
        """Return a page of the codex, with what the record has of it so far; an empty id is the
        contents."""
        key = (self.game.quarter_name, self.side)
        if self._record is None or self._record[0] != key:
            self._record = key, build_record.until(self.game, self.side)
        return codex.page(page, self.game.quarter_name, self._record[1])

    # --- lessons

    def teach(self, lessons: tuple[Lesson, ...]) -> None:
        """Teach ``lessons``, from the first that has not been gone through in this game."""
        self.teaching = Teaching(self.game, lessons)

    def lesson(self) -> Lesson | None:
        """Return the tutorial's step, or None where this quarter has none left."""
        return self.teaching.step(self.dossier)

    def lesson_done(self) -> None:
        """Go on to the tutorial's next step."""
        self.teaching.done(self.dossier)

    def skip_lessons(self) -> None:
        """Leave the tutorial."""
        self.teaching.skip(self.side)


def deciding(machine: Machine, dossier: Dossier) -> Generator[None, None, SideOrders]:
    """Return what a machine orders, in slices where it thinks long and can pause."""
    slices: Callable[[Dossier], Generator[None, None, SideOrders]] | None
    slices = getattr(machine, "deciding", None)
    if slices is None:
        yield
        return machine.decide(dossier)
    orders = yield from slices(dossier)
    return orders
