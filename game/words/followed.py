"""What followed from what: the telling of the first game, quarter by quarter and at its end.

Each sentence is read off one side's own views and reports of quarters that have been played: what
this side showed, and what the other side then did. Why it did so is not said, and nothing of the
rule is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.engine.facts import MEN_SENT
from game.engine.ladders import LADDERS, OPEN_FROM, SLOTS, Bombing, Effort, Ladder
from game.engine.view import Report, View
from game.words import plain
from game.words.happenings import act
from game.words.rungs import rung_name
from game.words.taken import SCALE

THEM: Final = ("Hanoi", "Washington")
BLOW: Final = ("your show of force", "your offensive")
STRUCK: Final = ("you sent men or bombers on a scale that all could see", "you struck in the South")
ABOVE: Final = {"bombing": Bombing.RECONNAISSANCE, "effort": Effort.GUERRILLA}
"""The rung above which going further on a ladder counts, where it is not the lowest."""

MOST: Final = 2  # things a sentence names in which the other side went further


@dataclass(frozen=True)
class Turn:
    """One quarter as one side saw it: ``open`` and ``struck`` are its own doing, ``raised`` and
    ``eased`` what the other side did more of and less of, in words; ``ended`` the war's ending."""

    name: str
    open: bool
    struck: bool
    raised: tuple[str, ...]
    eased: tuple[str, ...]
    ended: str

    @property
    def pressed(self) -> bool:
        """Whether the other side went further in it than in the two quarters before."""
        return bool(self.raised)


def turns(dossier: Dossier) -> tuple[Turn, ...]:
    """Return the quarters played, in order."""
    first = dossier.tables.first
    return tuple(
        _turn(dossier.views[: place + 2], report, quarter_name(first, report.quarter))
        for place, report in enumerate(dossier.reports)
    )


def _turn(views: Sequence[View], report: Report, name: str) -> Turn:
    after, side = views[-1], views[-1].side
    mounted = (report.reinforcement_scale, report.offensive_scale)[side]
    return Turn(
        name,
        act(after, side, "posture") >= OPEN_FROM,
        _struck(after, mounted),
        tuple(_raised(views, report)),
        tuple(_eased(views, report)),
        report.ended,
    )


def _struck(view: View, mounted: float) -> bool:
    if view.side == HANOI:
        return bool((view.acts[HANOI][SLOTS[HANOI]["effort"]] == Effort.OFFENSIVE).any())
    return mounted > SCALE


def _raised(views: Sequence[View], report: Report) -> list[str]:
    """Return the other side's ladders of war that stand higher than in the two quarters before, and
    men sent, as far as both can see."""
    after, said = views[-1], []
    enemy = 1 - after.side
    for ladder in LADDERS[enemy]:
        place = SLOTS[enemy][ladder.name]
        now = int(after.acts[enemy][place].max())
        before = max(int(view.acts[enemy][place].max()) for view in views[-3:-1])
        counts = now > max(before, ABOVE.get(ladder.name, 0))
        if ladder.war and counts and (ladder.name != "line" or _bombed(after)):
            said.append(_now(enemy, ladder, now))
    if enemy == WASHINGTON and report.sent >= MEN_SENT:
        said.append(f"{plain.thousand(report.sent)} more men")
    return said


def _now(side: int, ladder: Ladder, rung: int) -> str:
    return f"{plain.small(ladder.title)}, now {plain.small(rung_name(side, ladder.name, rung))}"


def _bombed(view: View) -> bool:
    return act(view, WASHINGTON, "bombing") > Bombing.RECONNAISSANCE


def _eased(views: Sequence[View], report: Report) -> list[str]:
    """Return what the other side did less of than a quarter ago, as far as both can see."""
    before, after = views[-2], views[-1]
    if after.side == WASHINGTON:
        return []
    said = []
    if act(after, WASHINGTON, "bombing") < act(before, WASHINGTON, "bombing"):
        now = act(after, WASHINGTON, "bombing")
        rung = plain.small(rung_name(WASHINGTON, "bombing", now))
        said.append(f"bombing of the North, now {rung}" if now else "no more bombs on the North")
    if report.withdrawn > 0:
        said.append(f"{plain.thousand(report.withdrawn)} men taken home")
    return said


def quarter(dossier: Dossier, place: int) -> str:
    """Return what came of the quarter before in quarter number ``place``; of the first, what was
    shown in it."""
    told = turns(dossier)
    now, side = told[place], dossier.side
    if not place:
        return (
            f"{_did(now, side)} How they took it, as your people think, stands on the first "
            f"page; what {THEM[side]} does about it comes with its next orders."
        )
    before = told[place - 1]
    return f"{_did(before, side)} {_came(now, side)}"


def _did(turn: Turn, side: int) -> str:
    when = f"in {plain.quarter_title(turn.name)}"
    if turn.struck:
        with_it = ", with your hand held out" if turn.open else ""
        return plain.sentence(f"{when} {STRUCK[side]}{with_it}")
    hand = "you held out your hand" if turn.open else "your hand stayed closed"
    return plain.sentence(f"{when} {hand}")


def _came(turn: Turn, side: int) -> str:
    when = f"in {plain.quarter_title(turn.name)}"
    them = THEM[side]
    signed = " The war was settled." if turn.ended == "settlement" else ""
    eased = f", and did less: {plain.listing(list(turn.eased))}" if turn.eased else ""
    if turn.pressed:
        raised = plain.listing([*turn.raised[:MOST], *(["more"] if turn.raised[MOST:] else [])])
        return f"After that, {when}, {them} came on: {raised}.{signed}"
    return f"After that, {when}, {them} went no further{eased}.{signed}"


def longest(side: int) -> str:
    """Return as much as may come to be said of a quarter, so that room can be kept for it."""
    enemy = 1 - side
    names = [
        max((_now(enemy, ladder, rung) for rung in range(len(ladder.rungs))), key=len)
        for ladder in LADDERS[enemy]
        if ladder.war
    ]
    raised = tuple(sorted(names, key=len)[-MOST - 1 :][::-1])
    before = Turn("1967Q3", True, True, (), (), "running")
    after = Turn("1967Q4", True, True, raised, (), "running")
    return f"{_did(before, side)} {_came(after, side)}"


def whole(dossier: Dossier) -> tuple[str, ...]:
    """Return the first game told when it is over: each quarter that had one after it, what the
    hands held out brought, and how it ended."""
    told = turns(dossier)
    said = [quarter(dossier, place) for place in range(1, len(told))]
    return (*said, compared(told, dossier.side), _ending(told))


def compared(told: Sequence[Turn], side: int) -> str:
    """Return what came after each hand held out, laid side by side."""
    them = THEM[side]
    hands = [place for place in range(len(told) - 1) if told[place].open]
    if not hands:
        return (
            f"You held out no hand that {them} had time to answer: what it would have made "
            "of one, this game has not shown."
        )
    pressed = [place for place in hands if told[place + 1].pressed]
    held = [place for place in hands if not told[place + 1].pressed]
    between = [
        place
        for place in range(len(told))
        if told[place].struck and pressed and held and pressed[0] < place < held[-1]
    ]
    if between:
        return (
            f"Twice you held out the same hand. After {_when(told, pressed[0])} {them} came "
            f"on; after {_when(told, held[-1])} it went no further. Between the two lay "
            f"{BLOW[side]} of {_when(told, between[0])}."
        )
    if pressed and held:
        return (
            f"After {_all(told, pressed)} {them} came on; after {_all(told, held)} it went "
            "no further. No blow of yours lay between them."
        )
    before = [place for place in range(hands[0]) if told[place].struck]
    if pressed:
        first = f"{plain.capital(BLOW[side])} came first" if before else "No blow came first"
        return f"Whenever you held out a hand, {them} came on. {first}."
    within = [place for place in range(hands[0] + 1, hands[-1]) if told[place].struck]
    if before or told[hands[0]].struck:
        blow = f"{plain.capital(BLOW[side])} came {'before' if before else 'with'} it"
    elif within:
        blow = f"Between its first time and its last lay {BLOW[side]} of {_when(told, within[0])}"
    else:
        blow = "No blow of yours came before it"
    return f"You held out your hand, and {them} went no further. {blow}."


def _when(told: Sequence[Turn], place: int) -> str:
    return plain.quarter_title(told[place].name)


def _all(told: Sequence[Turn], places: Sequence[int]) -> str:
    return plain.listing([_when(told, place) for place in places])


def _ending(told: Sequence[Turn]) -> str:
    if told[-1].ended == "settlement":
        return "It ended with two signatures."
    return "Nothing was signed, and what is not signed is a loss for both."
