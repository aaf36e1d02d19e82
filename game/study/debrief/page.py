"""The debrief on one page a side: what it meant, how that was read, what was missing, which orders
would have supplied it and what would have followed, and what the class remembers.

Beliefs and chances are told in words with one number to two digits beside them: no claim rests on a
third digit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from game.engine.board import SIDES
from game.record import Game
from game.record.facilitator_uses import timed_out
from game.record.seating import people
from game.study.debrief.acts import PlayedQuarter, quarters_of
from game.study.debrief.forecasts import Meaning
from game.study.debrief.page_missing import missing_said
from game.study.debrief.page_orders import orders_said
from game.study.debrief.page_words import CHANCES, figure, held, in_words, looks, unaddressed, word
from game.study.debrief.points import QuarterPoints, loudest
from game.study.debrief.remedy import Remedy
from game.study.debrief.remedy_play import remedy
from game.study.debrief.rule import Lacking, RuleReading, lacking
from game.study.debrief.told import told
from game.study.debrief.war import First, OpenedWar
from game.study.debrief.words import NAMES, OTHER, did, hand
from game.words import plain

UNWRITTEN: Final = "You wrote down no reason while you played, so only you can say what was meant."
LEFT_NONE: Final = "No reason was written down."
MEANT: Final = 3  # sealed reasons that are shown


@dataclass(frozen=True)
class OnePage:
    """One side's page; each part a few sentences. ``remedy`` is what the orders were found by, for
    whoever checks them."""

    side: str
    title: str
    meant: tuple[str, ...]
    read: tuple[str, ...]
    missing: tuple[str, ...]
    orders: tuple[str, ...]
    remembered: tuple[str, ...]
    remedy: Remedy | None = field(default=None, repr=False)

    def by_name(self) -> "OnePage":
        """Return the page as it tells of a side that nobody sat at: by its name, not as *you*."""

        def named(said: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(unaddressed(text, NAMES[self.side]) for text in said)

        return replace(
            self,
            meant=self.meant if self.meant != (UNWRITTEN,) else (LEFT_NONE,),
            read=named(self.read),
            missing=named(self.missing),
            orders=named(self.orders),
            remembered=named(self.remembered),
        )

    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the page's parts with their headings, in order."""
        return (
            ("What was meant", self.meant),
            ("How it was read", self.read),
            ("What was missing", self.missing),
            ("Which orders would have supplied it", self.orders),
            ("What will be remembered", self.remembered),
        )


def pages(
    game: Game, debrief: OpenedWar, meanings: tuple[Meaning, ...], turns: tuple[QuarterPoints, ...]
) -> tuple[OnePage, OnePage]:
    """Return both sides' pages of a war that is over; a second or a few for the search."""
    made = [page(game, debrief, meanings, turns, side) for side in range(len(SIDES))]
    return made[0], made[1]


def page(
    game: Game,
    debrief: OpenedWar,
    meanings: tuple[Meaning, ...],
    turns: tuple[QuarterPoints, ...],
    side: int,
) -> OnePage:
    """Return one side's page."""
    found, first = remedy(game, debrief.course, side), debrief.first[side]
    place = found.place if found else _place(debrief, first)
    name, lack = SIDES[side], _lack(game, found, side)
    made = OnePage(
        name,
        f"{NAMES[name]} on one page",
        tuple(_meant(meanings, name)),
        tuple(_read(game, debrief, side, place)),
        tuple(missing_said(game, debrief, first, found, lack)),
        tuple(orders_said(game, first, found, side, lack.driver if lack else "")),
        tuple(_remembered(game, debrief, turns, side)),
        found,
    )
    return made if side in people(game) else made.by_name()


def _place(debrief: OpenedWar, first: First) -> int:
    names = list(debrief.quarters)
    return names.index(first.reading.quarter) if first.reading.quarter in names else 0


def _lack(game: Game, found: Remedy | None, side: int) -> Lacking | None:
    """Return what the orders found would have supplied; None where there are none or they only
    open."""
    if found is None or found.only_opens:
        return None
    place = game.past.campaign.index(found.safe_in) - game.past.campaign.start_index
    return lacking(game.past.worlds[place], found.was, found.then, side, game.past.tables)


# Meant and read


def _meant(meanings: tuple[Meaning, ...], name: str) -> Iterator[str]:
    own = [one for one in meanings if one.side == name]
    for one in own[:1] + own[1:][-(MEANT - 1) :]:
        yield f"{plain.quarter_title(one.quarter)}: {one.meant}"
    if not own:
        yield UNWRITTEN


def _read(game: Game, debrief: OpenedWar, side: int, place: int) -> Iterator[str]:
    """Yield how the quarter that mattered was taken."""
    if place + 1 >= len(debrief.course):
        yield "No quarter was played, so nothing was read."
        return
    now, after = (debrief.course[at][side] for at in (place, place + 1))
    name, enemy = NAMES[now.sender], OTHER[now.sender]
    worlds, played = game.past.worlds, quarters_of(game.past)[place]
    way = told(worlds[place], worlds[place + 1], side, game.past.tables).way
    yield (
        f"In {plain.quarter_words(now.quarter)} {_shown(played, side)}. Asked whether {name} "
        f"could bear a long war, {enemy} {held(now.belief, after.belief)}: "
        f"{looks(now.belief, after.belief, way)}."
    )
    yield _answers(now, enemy)


def _shown(played: PlayedQuarter, side: int) -> str:
    """Return what you did in a quarter and which hand that showed."""
    said = did(played, side).replace("was open", "were open")
    return f"you {said}: {hand(int(played.orders.postures[0, side]))}"


def _answers(now: RuleReading, enemy: str) -> str:
    """Return how the enemy would have answered each hand; once where the words are the same."""
    both = now.answer_open, now.answer_closed
    if word(both[0], CHANCES) != word(both[1], CHANCES):
        return (
            f"That quarter {enemy} would have answered an open hand by going further "
            f"{in_words(both[0], CHANCES)}, a closed one {in_words(both[1], CHANCES)}."
        )
    figures = [figure(one) for one in both]
    beside = (
        figures[0]
        if figures[0] == figures[1]
        else f"{figures[0]} after an open hand, {figures[1]} after a closed one"
    )
    return (
        f"That quarter {enemy} would have gone further {word(both[0], CHANCES)} either way "
        f"({beside})."
    )


# What the class remembers


def _remembered(
    game: Game, debrief: OpenedWar, turns: tuple[QuarterPoints, ...], side: int
) -> Iterator[str]:
    """Yield leaks, broken understandings, refusals, lost time and the quarters that decided, in the
    order of their dates: a line a quarter, or one for all quarters on end that say the same."""
    found = [
        *_happened(game, side),
        *(
            (entry.quarter, _refused(entry.side))
            for entry in debrief.entries
            if entry.kind == "refusal"
        ),
        *(
            (quarter, "Your time ran out, and what stood went on.")
            for quarter in timed_out(game, side)
        ),
        *(
            (turn.quarter, _won(turn, side))
            for turn in loudest(turns)
            if abs(turn.won[side]) >= abs(turn.won[1 - side])
        ),
    ]
    by_quarter: dict[str, list[str]] = {}
    for quarter, said in sorted(found, key=lambda one: one[0]):
        by_quarter.setdefault(quarter, []).append(said)
    runs: list[tuple[list[str], list[str]]] = []
    for quarter, several in by_quarter.items():
        last = runs[-1] if runs else ([""], [])
        if last[1] == several and game.past.campaign.index(quarter) == _after(game, last[0][-1]):
            last[0].append(quarter)
        else:
            runs.append(([quarter], several))
    for quarters, several in runs:
        yield f"{plain.months_of(quarters[0], quarters[-1])}: {' '.join(several)}"


def _after(game: Game, quarter: str) -> int:
    return game.past.campaign.index(quarter) + 1


def _happened(game: Game, side: int) -> Iterator[tuple[str, str]]:
    """Yield leaks and broken understandings with their quarters; what a leak does once a page."""
    effect = ", so that it counted as if said in public, and that channel was closed"
    for played, report in zip(
        quarters_of(game.past), game.past.dossiers[side].reports, strict=False
    ):
        for each in (side, 1 - side):
            name = NAMES[SIDES[each]]
            if report.leaked[each]:
                yield played.name, f"What {name} said in secret leaked{effect}."
                effect = ""
            if report.broken[each]:
                yield played.name, f"{name} broke the understanding on bombing."


def _refused(side: str) -> str:
    return f"{NAMES[side]} turned {OTHER[side]}'s offer down."


def _won(turn: QuarterPoints, side: int) -> str:
    """Return what a quarter did to a side's score, and by what."""
    verb = "rose" if turn.won[side] >= 0 else "fell"
    part = "aims" if abs(turn.aims[side]) >= abs(turn.people[side]) else "people"
    return (
        f"{NAMES[SIDES[side]]}'s score {verb} by {abs(turn.won[side]):.1f} points, one of its "
        f"largest moves, mostly in the part that counts {part}."
    )
