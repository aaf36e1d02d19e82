"""The debrief on one page a side: what it meant, how that was read, what was missing, which orders
would have supplied it and what would have followed, and what the class remembers.

Beliefs and chances are told in words with one number to two digits beside them: no claim rests on a
third digit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.engine.board import SIDES
from game.engine.ladders import GUERRILLA, LADDER, OPEN_FROM, SLOTS
from game.record import Game
from game.record.used import timed_out
from game.study.debrief.acts import quarters_of
from game.study.debrief.bell import package
from game.study.debrief.forecasts import Meaning
from game.study.debrief.points import QuarterPoints, deciding, points
from game.study.debrief.remedy import Remedy, places_of, raises
from game.study.debrief.remedy_play import remedy
from game.study.debrief.rule import RESILIENCE, RuleReading, supplied
from game.study.debrief.standing import final_points
from game.study.debrief.told import told
from game.study.debrief.war import First, OpenedWar
from game.study.debrief.words import NAMES, OTHER, number
from game.words import plain
from game.words.rungs import rung_name

MEANT: Final = 3  # sealed reasons that are shown
LETTERS: Final = 220  # of a reason that are shown
BELIEFS: Final = ((0.15, "all but ruled it out"), (0.35, "doubted it"), (0.65, "was of two minds"),
                  (0.85, "thought it likely"), (1.01, "was all but sure"))  # fmt: skip
"""How a belief that the other side is resilient is told, each with its bound. Calibrated by eye."""
CHANCES: Final = ((0.1, "hardly ever"), (0.35, "seldom"), (0.65, "as often as not"),
                  (0.9, "mostly"), (1.01, "almost always"))  # fmt: skip


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

    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the page's parts with their headings, in order."""
        return (("What was meant", self.meant), ("How it was read", self.read),
                ("What was missing", self.missing),
                ("Which orders would have supplied it", self.orders),
                ("What will be remembered", self.remembered))  # fmt: skip


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
    name = SIDES[side]
    return OnePage(
        name, f"{NAMES[name]} on one page", tuple(_meant(meanings, name)),
        tuple(_read(game, debrief, side, place)),
        (_missing(game, first, found, side),),
        tuple(_orders(game, first, found, side)),
        tuple(_remembered(game, debrief, turns, side)), found,
    )  # fmt: skip


def _place(debrief: OpenedWar, first: First) -> int:
    names = list(debrief.quarters)
    return names.index(first.reading.quarter) if first.reading.quarter in names else 0


def in_words(value: float, scale: tuple[tuple[float, str], ...]) -> str:
    """Return a probability in words, with two digits beside them."""
    word, said = _word(value, scale), number(value)
    return word if said in ("0.00", "1.00") else f"{word} ({said})"


def _word(value: float, scale: tuple[tuple[float, str], ...]) -> str:
    return next(text for bound, text in scale if value < bound)


def held(before: float, after: float) -> str:
    """Return what was believed before and after a quarter; once where the words are the same."""
    words = [_word(value, BELIEFS) for value in (before, after)]
    if words[0] != words[1]:
        return f"{in_words(before, BELIEFS)} before and {in_words(after, BELIEFS)} after"
    if number(before) == number(after):
        return f"{in_words(before, BELIEFS)}, before and after"
    return f"{words[0]}, before ({number(before)}) and after ({number(after)})"


# Meant and read

def _meant(meanings: tuple[Meaning, ...], name: str) -> Iterator[str]:
    own = [one for one in meanings if one.side == name]
    for one in own[:1] + own[1:][-(MEANT - 1) :]:
        text = one.meant if len(one.meant) <= LETTERS else f"{one.meant[:LETTERS]}..."
        yield f"{one.quarter}: {text}"
    if not own:
        yield "No reason was sealed, so nobody can say but you."


def _read(game: Game, debrief: OpenedWar, side: int, place: int) -> Iterator[str]:
    """Yield how the quarter that mattered was taken."""
    if place + 1 >= len(debrief.course):
        yield "No quarter was played, so nothing was read."
        return
    now, after = (debrief.course[at][side] for at in (place, place + 1))
    name, enemy = NAMES[now.sender], OTHER[now.sender]
    worlds, war = game.past.worlds, quarters_of(game.past)
    way = told(worlds[place], worlds[place + 1], side, game.past.tables).way
    is_open = bool(war[place].orders.postures[0, side] >= OPEN_FROM)
    hand = "open" if is_open else "closed"
    yield (f"In {plain.quarter_words(now.quarter)} you showed {'an' if is_open else 'a'} {hand} "
           f"hand. Asked whether {name} could bear a long war, {enemy} "
           f"{held(now.belief, after.belief)}: what you did made you look {_looks(way)}.")
    answers = [in_words(one, CHANCES) for one in (now.answer_open, now.answer_closed)]
    yield (f"To an open hand {enemy} would have answered by going further {answers[0]}, to a "
           f"closed one {'no oftener' if answers[0] == answers[1] else answers[1]}.")


def _looks(way: str) -> str:
    return "no weaker and no stronger" if way == "no other" else way


# Missing

def _missing(game: Game, first: First, found: Remedy | None, side: int) -> str:
    enemy = OTHER[first.side]
    if found is not None and found.only_opens:
        return (f"Nothing but the open hand. In {plain.quarter_words(found.quarter)} talking was "
                f"safe: {_because(found.now, enemy)}. You kept the door shut.")
    if first.quarter and found is None:
        return (f"Nothing of yours. Talking was safe from {plain.quarter_words(first.quarter)} on, "
                "and you had opened; what was missing was a package both could take, or "
                f"{enemy}'s own open hand.")
    now = found.now if found else first.reading
    belief, cost = first.needs if found is None else (None, None)
    if found is not None:
        return f"{_condition(game, found, side)} {_how_far(found)}"
    ways = []
    if belief is not None:
        ways.append(f"a demonstration that brings {enemy}'s belief in your resilience from "
                    f"{number(now.belief)} to {number(belief)}")
    if cost is not None:
        ways.append(f"a cost to {enemy} of going further of {number(cost)} of its aims instead of "
                    f"{number(now.cost)}")
    return f"Talking was never safe. It would have taken {' or '.join(ways) or 'both conditions'}."


def _condition(game: Game, found: Remedy, side: int) -> str:
    """Return which condition the orders found would have supplied."""
    place = game.past.campaign.index(found.safe_in) - game.past.campaign.start_index
    enemy, tables = OTHER[found.side], game.past.tables
    missing = supplied(game.past.worlds[place], found.then, side, tables)
    if missing == "belief" and raises(found, game.past.dossiers[side].orders[found.place]):
        return (f"A demonstration: {enemy} had not seen that you could bear the war, so an open "
                "hand looked like weakness.")
    if missing == "belief":
        return (f"Belief in your resilience: what you did that quarter took some of it away, so an "
                f"open hand looked like weakness to {enemy}.")
    if missing == "cost":
        return f"Cost: going further was too cheap for {enemy}, so an open hand invited it."
    if missing == "nerve":
        return (f"Calm: after what had passed, {enemy} had to be taken for a hawk, who goes "
                "further at almost any cost.")
    return "Somebody to stand for it: no mediator's guarantee made going further dear."


def _how_far(found: Remedy) -> str:
    was, then, enemy = found.was, found.then, OTHER[found.side]
    said = [f"{what} stood at {number(old)}{of} and with other orders would have stood at "
            f"{number(new)}"
            for what, old, new, of in (
                ("belief in your resilience", was.belief, then.belief, ""),
                ("the cost of going further", was.cost, then.cost, f" of {enemy}'s aims"),
            ) if number(old) != number(new)]  # fmt: skip
    if not said:
        return ""
    return f"By {plain.quarter_words(found.safe_in)} {'; '.join(said)}."


def _because(now: RuleReading, enemy: str) -> str:
    if now.branch == RESILIENCE:
        return f"your resilience had been shown, and {enemy} {in_words(now.belief, BELIEFS)}"
    return f"going further had become too costly for {enemy} ({number(now.cost)} of its aims)"


# Orders

def _orders(game: Game, first: First, found: Remedy | None, side: int) -> Iterator[str]:
    if found is None:
        yield _signed(game, side) if first.quarter else (
            "There were no such orders: no one or two changes that were legal and payable in "
            "any quarter, and no blow prepared for a year, would have made talking safe within "
            "two quarters.")
        return
    given = game.past.dossiers[side].orders[found.place]
    more = (f"{found.extra} more than what you gave" if found.extra > 0 else
            "no more than what you gave")
    kind = ("The open hand itself" if found.only_opens else
            "A demonstration" if raises(found, given) else "Restraint")
    if found.prepared:
        yield _preparing(game, found, side)
        kind = "Then the blow"
    yield (f"{kind}, in {plain.quarter_words(found.quarter)}: {changes(found, side)}. All orders "
           f"of the quarter would have cost {found.price} point{'s' if found.price != 1 else ''}, "
           f"{more}.")
    if not found.only_opens:
        was, then = found.was, found.then
        yield (f"Played on under the same luck, talking would have been safe in "
               f"{plain.quarter_words(found.safe_in)}: {OTHER[found.side]} would then have "
               f"answered an open hand by going further {in_words(then.answer_open, CHANCES)}, "
               f"where in your war it would have done so {in_words(was.answer_open, CHANCES)}.")


def _preparing(game: Game, found: Remedy, side: int) -> str:
    """Return how a blow would have been prepared, and from when."""
    campaign, quarters = game.past.campaign, len(found.prepared)
    begins = campaign.quarter(campaign.index(found.quarter) - quarters)
    effort = found.prepared[0].rungs[0, SLOTS[side]["effort"]]
    said = f"Preparation: {rung_name(side, 'preparation', 1)}"
    if (effort <= GUERRILLA).all():
        said += f"; Effort in the South: {rung_name(side, 'effort', GUERRILLA)} at most"
    last = campaign.quarter(campaign.index(found.quarter) - 1)
    when = (f"In {plain.quarter_words(begins)}" if quarters == 1 else
            f"From {plain.quarter_words(begins)} to {plain.quarter_words(last)}")
    return f"A demonstration that had to be prepared. {when}: {said}."


def _signed(game: Game, side: int) -> str:
    """Return what could have been signed by a side whose open hand was safe."""
    enemy, found = plain.SIDE_NAMES[1 - side], package(game, 1 - side)
    said = "None were needed: your open hand was safe. A signature would have ended it: "
    if found is None:
        return f"{said}{enemy} tabled nothing that could be signed."
    end = final_points(game.past)[side].total
    return (f"{said}{enemy}'s last package, of {plain.quarter_words(found.quarter)}, signed at the "
            f"end, would have been worth {found.worth[side].total:.0f} to you; you ended with "
            f"{end:.0f}.")


def changes(found: Remedy, side: int) -> str:
    """Return the orders in which a remedy differs from what was given, as the screen names them."""
    said = []
    for (name, rung), corps in places_of(found, side).items():
        where = f" in {plain.listing(corps)} Corps" if corps and len(corps) < 4 else ""
        said.append(f"{LADDER[side][name].title}: {rung_name(side, name, rung)}{where}")
    return "; ".join(said)


# What the class remembers

def _remembered(
    game: Game, debrief: OpenedWar, turns: tuple[QuarterPoints, ...], side: int
) -> Iterator[str]:
    """Yield leaks, broken understandings, refusals, lost time and the quarters that decided."""
    name, enemy = NAMES[SIDES[side]], NAMES[SIDES[1 - side]]
    for played, report in zip(quarters_of(game.past), game.past.dossiers[side].reports,
                              strict=False):
        when = plain.quarter_title(played.name)
        for each, who in ((side, name), (1 - side, enemy)):
            if report.leaked[each]:
                yield f"{when}: what {who} said in secret leaked."
            if report.broken[each]:
                yield f"{when}: {who} broke the understanding on bombing."
    for entry in debrief.entries:
        if entry.kind == "refusal":
            who = NAMES[entry.side]
            yield f"{plain.quarter_title(entry.quarter)}: {who} turned the other's offer down."
    for quarter in timed_out(game, side):
        yield f"{plain.quarter_title(quarter)}: your time ran out, and what stood went on."
    for turn in deciding(turns):
        if abs(turn.won[side]) >= abs(turn.won[1 - side]):
            yield (f"{plain.quarter_title(turn.quarter)} decided much: {points(turn.won[side])} "
                   f"points for {name}.")
