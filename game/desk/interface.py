"""What a screen may ask of the desk, and of the program around it: protocols, nothing else.

Every command returns nothing; the screen then asks for its model again. An illegal command
raises ``Refusal`` with one sentence, which the screen shows.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from game import late
from game.problems import Exists
from game.problems import Problem as Refusal

if TYPE_CHECKING:
    from game.desk.case_models import CaseCard
    from game.desk.case_room import CaseRoom
    from game.desk.debrief_models import Questions, RuleSetting, Sealing
    from game.desk.desktops import Overview
    from game.desk.end_models import WarsPage
    from game.desk.facilitate import Facilitator, Preset, SittingState
    from game.desk.models import (
        Briefing,
        Climax,
        Curtain,
        Debrief,
        Lesson,
        NewGame,
        Page,
        Quarter,
        Replay,
        Resolution,
        RulePage,
        SavedGame,
        Turning,
    )
    from game.desk.public import Public
    from game.record import Locked, Passphrases
else:
    __getattr__ = late.names(
        "game.desk.interface",
        {
            "game.desk.facilitate": "Facilitator SittingState",
            "game.record": "Locked Passphrases",
        },
    )

__all__ = [
    "AfterDesk",
    "Exists",
    "Facilitator",
    "GameDesk",
    "Lobby",
    "Locked",
    "OrdersDesk",
    "PapersDesk",
    "Passphrases",
    "Refusal",
    "ReplayDesk",
    "SeminarDesk",
    "SittingState",
]


class PapersDesk(Protocol):
    """What the side to move reads, and when it may."""

    @property
    def hotseat(self) -> bool:
        """Whether two people share the screen."""

    def curtain(self) -> Curtain | None:
        """Return the hand-over that is due before anything is shown, or None."""

    def draw(self) -> None:
        """Draw the curtain for the side that is to move: ``curtain`` now returns it."""

    def lift(self) -> None:
        """Note that the named side sits at the screen."""

    def entered(self) -> None:
        """Note that a side sees a quarter's screen: the game is kept from now on."""

    def papers_ready(self) -> bool:
        """Whether ``quarter`` will not have to wait for the advisers."""

    def quarter(self) -> Quarter:
        """Return what the side to move sees."""

    def briefing(self) -> Briefing:
        """Return the side's briefing."""

    def climaxes(self) -> tuple[Climax, ...]:
        """Return what two people watch together before the curtain; empty where one sits."""

    def climaxes_seen(self) -> None:
        """Note that both have watched."""

    def resolution(self) -> Resolution | None:
        """Return what the side to move has not yet seen of the quarters resolved, or None."""

    def resolution_seen(self) -> None:
        """Note that the side to move has seen it."""

    def notices(self) -> tuple[str, ...]:
        """Return what must be said before the game is shown, a sentence each."""

    def codex(self, page: str) -> Page:
        """Return a page of the codex; an empty id is its contents."""

    def terms(self) -> Mapping[str, str]:
        """Return the words of running text that lead to a page of the codex, with its id."""

    def lesson(self) -> Lesson | None:
        """Return the tutorial's step, or None where there is none."""

    def lesson_done(self) -> None:
        """Go on to the tutorial's next step."""

    def skip_lessons(self) -> None:
        """Leave the tutorial; it can be taken up again."""


class OrdersDesk(Protocol):
    """What the side to move orders, notes and seals, and how its quarter ends and is kept."""

    def order(self, ladder: str, rung: str) -> None:
        """Choose a rung, by their ids."""

    def amount(self, ladder: str, value: float) -> None:
        """Set the number that goes with a ladder's rung."""

    def channel(self, channel: str) -> None:
        """Choose the channel."""

    def term(self, issue: str, position: int) -> None:
        """Draft a position, 0..3, of the package to table."""

    def table(self, tabling: bool) -> None:
        """Table the draft this quarter, or do not."""

    def accept(self, accepting: bool) -> None:
        """Accept the other's package of last quarter, or do not."""

    def decide(self, place: int, number: int) -> None:
        """Answer what is asked in a place, by number from 1; 0 leaves it open."""

    def undo(self) -> None:
        """Take back the last order."""

    def forget_undo(self) -> None:
        """Forget what could be undone: the chair is about to change hands."""

    def note(self, text: str) -> None:
        """Keep a note to oneself."""

    def sealing(self) -> Sealing:
        """Return what the side has written under seal for this quarter."""

    def mean(self, text: str) -> None:
        """Say, under seal, what is meant by this quarter's orders."""

    def foresee(self, question: str, chance: float | None) -> None:
        """Say, under seal, how likely, 0..1, the enemy does something; None takes it back."""

    def seal(self) -> None:
        """Write what has changed under seal."""

    def end(self) -> None:
        """Give the orders. The other side is now to move, or the quarter has been resolved."""

    def run_one(self) -> bool:
        """Play one quarter by standing orders; return whether nothing needs the side after it."""

    def go_on(self) -> bool:
        """Do a slice of the thinking, where no thread does it; return whether there was any."""

    def answer_ready(self) -> bool:
        """Whether ``end`` will not have to wait for the other side."""

    def can_take_back(self) -> bool:
        """Whether the orders just given can be taken back."""

    def take_back(self) -> None:
        """Take them back; they lie before their side as a draft again."""

    def save_name(self) -> str:
        """Return a name under which a copy of the game might be saved."""

    def save(self, title: str) -> str:
        """Save the game; return one sentence that says where. Exists where there is a save of that
        name."""

    def save_over(self, title: str) -> str:
        """Save the game in place of the save of that name; return one sentence that says where."""

    def as_left(self) -> str:
        """Return one sentence that says whether the game is kept where it is left now."""

    def leave(self) -> str:
        """Keep the game and what is drafted; return one sentence that says where."""


class SeminarDesk(Protocol):
    """A facilitator's clock and hand, and what a room is shown."""

    def strip(self) -> tuple[str, str]:
        """Return what must be known at once, such as that the game cannot be kept on disk, and a
        seminar's clock; either may be empty."""

    def standing(self) -> SittingState:
        """Return the sitting of a seminar; nobody is appointed where there is none."""

    def day(self) -> str:
        """Return a day of this quarter as the facilitator writes it, such as ``1968-01-30``."""

    def preset(self) -> Preset | None:
        """Return the sitting that was laid out last, None without one."""

    def due(self) -> str:
        """Do what time has brought about; return ``bell``, ``turn`` or nothing."""

    def facilitate(self, act: Callable[[Facilitator], None]) -> str:
        """Do something with the facilitator's hand; return what the log says of it."""

    def propose(self, pin: str) -> None:
        """Have the side to move propose a facilitator, whom the other side has to agree to."""

    def proposed(self) -> bool:
        """Whether the other side waits for the one to move to agree to a facilitator."""

    def agree(self) -> None:
        """Have the side to move agree to it."""

    def untold(self) -> bool:
        """Whether the facilitator has done something that the side to move has not been told."""

    def told(self) -> tuple[str, ...]:
        """Return that, a sentence each; it counts as told now."""

    def rule_pages(self) -> tuple[Page, ...]:
        """Return the rule as pages of the codex; empty unless the facilitator has revealed it."""

    def public(self) -> Public:
        """Return what a projector may show."""

    def overview(self) -> Overview:
        """Return both sides' papers, for the facilitator alone."""

    def overview_state(self) -> Hashable:
        """Return what changes whenever ``overview`` would."""


class AfterDesk(Protocol):
    """What a war that is over tells, and where one goes from it."""

    def debrief(self) -> Debrief | None:
        """Return the end of the war, or None while it goes on."""

    def again(self) -> ReplayDesk:
        """Return the war just played, once it is over, to be walked through."""

    def lead(self, way: str) -> GameDesk:
        """Go on from the end of a war by one of the ways it offers."""

    def write_down(self) -> str:
        """Write the report of a war that is over; return one sentence that says where."""

    def questions(self) -> Questions:
        """Return the three questions, which are asked before play and again after it."""

    def hand_in(self, letters: Sequence[str]) -> str:
        """Keep one person's sheet without a name; return one sentence that says so."""

    def rule_open(self) -> bool:
        """Whether the rule may be shown: the war is over, or a facilitator has shown it."""

    def rule(self, setting: RuleSetting) -> RulePage:
        """Return the rule with its sliders at ``setting``; refused while it is hidden."""


class GameDesk(PapersDesk, OrdersDesk, SeminarDesk, AfterDesk, Protocol):
    """A running game as seen from the chair of the side that is to move."""


@runtime_checkable
class ReplayDesk(Protocol):
    """A war that can be walked through."""

    def replay(self) -> Replay:
        """Return the replay where it stands."""

    def go(self, at: int) -> None:
        """Go to a quarter by index."""

    def look(self, eyes: str) -> None:
        """See it with the eyes of ``hanoi``, ``washington`` or ``both``."""

    def step_in(self, side: str) -> GameDesk:
        """Play on from here as a side; the branch is the record's."""

    def turning(self, at: int) -> Turning | None:
        """Return what is to be asked before a quarter is shown; None where nothing is, or it has
        been answered."""

    def answer(self, at: int, answer: int | None) -> None:
        """Note an answer by index, or None for passing it by; it is not asked again."""

    def closing(self) -> tuple[str, ...]:
        """Return what is said at the end of the history; empty for any other war."""


class Lobby(Protocol):
    """The program around a game: what can be started, loaded and read."""

    def new_game(self) -> NewGame:
        """Return what a new game can be, as chosen so far."""

    def choose(self, row: str, choice: str) -> None:
        """Choose in a row: ``campaign``, ``mode``, ``side``, ``opponent``, ``level``, ``seed``,
        ``papers``, ``sitting``."""

    def start(self, passphrases: Passphrases | None = None, pin: str = "") -> GameDesk | ReplayDesk:
        """Start what was chosen: a game, or a replay where it is to be watched. A game to be sealed
        takes both sides' passphrases, a seminar the facilitator's PIN."""

    def tutorial(self) -> GameDesk:
        """Start the first game, or take it up where it was left."""

    def history(self) -> ReplayDesk:
        """Return the recorded war, which stops at its turning points and asks."""

    def saves(self) -> tuple[SavedGame, ...]:
        """Return the saved games, newest first."""

    def load(self, save: str, passphrases: Passphrases | None = None) -> GameDesk | ReplayDesk:
        """Load a saved game; Locked for a sealed one without passphrases."""

    def newest_good(self) -> SavedGame | None:
        """Return the newest saved game that can be read, None without one."""

    def kept(self) -> tuple[str, ...]:
        """Return every file of the player's that is kept, by its path."""

    def forget(self) -> str:
        """Delete every file that ``kept`` names; return one sentence."""

    def delete(self, save: str) -> None:
        """Delete a saved game."""

    def record_line(self) -> str:
        """Return the record of one's wars in a line; empty while none counts."""

    def wars(self) -> WarsPage:
        """Return the record of one's wars."""

    def rule_why_not(self) -> str:
        """Return why the rule is not on view; empty where it may be read."""

    def rule(self, setting: RuleSetting) -> RulePage:
        """Return the rule with its sliders at ``setting``, without any war."""

    def cases(self) -> tuple[CaseCard, ...]:
        """Return the other wars there are; Problem where the rule is not on view."""

    def case(self, name: str) -> CaseRoom:
        """Return the room of one of them; Problem where the rule is not on view."""

    def pages(self) -> tuple[Page, ...]:
        """Return the pages of the help."""
