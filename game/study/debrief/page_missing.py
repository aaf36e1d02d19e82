"""What was missing for talking to be safe, in sentences: which condition, how far, and what *safe*
means."""

from collections.abc import Iterator
from typing import Final

from game.engine.board import SIDES
from game.engine.ladders import OPEN_FROM, slot_of
from game.record import Game
from game.study.debrief.acts import quarters_of
from game.study.debrief.page_orders import named
from game.study.debrief.page_words import HARDLY, SAFE_MEANS, figure, moved, opens
from game.study.debrief.remedy import Remedy, raises
from game.study.debrief.rule import RESILIENCE, RuleReading, needed
from game.study.debrief.war import First, OpenedWar
from game.study.debrief.words import OTHER, number
from game.words import plain

FIGURES: Final = ("belief", "cost", "nerve", "guarantee")
"""Drivers of the rule that are told as figures."""
ALWAYS: Final = ("belief", "cost")  # told wherever they moved; the others only where missing


def missing_said(
    game: Game, debrief: OpenedWar, first: First, found: Remedy | None, driver: str
) -> Iterator[str]:
    """Yield what was missing, and what safe means. ``driver`` is what the orders found would have
    supplied."""
    side, enemy = SIDES.index(first.side), OTHER[first.side]
    if found is not None and found.only_opens:
        yield (
            f"Nothing but the open hand. In {plain.quarter_words(found.quarter)} talking was "
            f"safe: {_of_opening(found.now)}. {_because(found.now, enemy)} You kept the door "
            "shut."
        )
    elif found is not None:
        yield f"{_condition(game, found, side, driver)} {_how_far(game, found, side, driver)}"
    elif first.quarter:
        yield (
            f"Nothing of yours. Talking was first safe in {plain.quarter_words(first.quarter)}: "
            f"{_of_opening(first.reading)}. {_shut(game, debrief, side)} What was missing was a "
            f"package both could take, or {enemy}'s own open hand."
        )
    else:
        yield _never(first, enemy)
    yield SAFE_MEANS


def _of_opening(now: RuleReading) -> str:
    return f"the chance that a side able to bear a long war opens was {opens(now.open_high)}"


def _shut(game: Game, debrief: OpenedWar, side: int) -> str:
    """Return whether the hand was open wherever talking was safe."""
    slot, given = slot_of(side, "posture"), game.past.dossiers[side].orders
    shut = any(
        debrief.course[played.place][side].safe and given[played.place].rungs[0, slot] < OPEN_FROM
        for played in quarters_of(game.past)
    )
    return (
        "Where it was safe and your hand was shut, it could not be opened."
        if shut
        else "In every quarter in which it was, you had opened."
    )


def _because(now: RuleReading, enemy: str) -> str:
    if now.branch == RESILIENCE:
        return (
            f"What you had shown made it so: {enemy}'s belief that you could bear a long war "
            f"stood at {figure(now.belief)}."
        )
    return (
        f"Going further would have been too dear for {enemy}: it would have cost "
        f"{number(now.cost)} of all that it fought for, its aims together being 1."
    )


def _never(first: First, enemy: str) -> str:
    """Return how near talking came to being safe, and what it would have taken."""
    now, (belief, cost) = first.reading, first.needs
    ways = []
    if belief is not None:
        ways.append(
            f"a demonstration that brings {enemy}'s belief in your resilience from "
            f"{number(now.belief)} to {number(belief)}"
        )
    if cost is not None:
        ways.append(
            f"going further to cost {enemy} {number(cost)} of all that it fought for "
            f"instead of {number(now.cost)}"
        )
    return (
        f"Talking was never safe. In {plain.quarter_words(now.quarter)}, which came as near as "
        f"any, {_of_opening(now)}; it would have taken "
        f"{' or '.join(ways) or 'more of both belief and cost at once'}."
    )


def _condition(game: Game, found: Remedy, side: int, driver: str) -> str:
    """Return which condition the orders found would have supplied."""
    enemy, given = OTHER[found.side], game.past.dossiers[side].orders[found.place]
    is_open = given.rungs[0, slot_of(side, "posture")] >= OPEN_FROM
    weak = f"an open hand {'looked' if is_open else 'would have looked'} like weakness"
    if driver == "belief" and raises(found, given):
        return f"A demonstration: {enemy} had not seen enough of what you could bear, so {weak}."
    if driver == "belief":
        return (
            f"Belief in your resilience: what you did that quarter "
            f"({named(given, found.changes, side)}) left less of it than other orders would "
            f"have, so {weak}."
        )
    if driver == "cost":
        return (
            f"Cost: going further was too cheap for {enemy}, so an open hand "
            f"{'invited' if is_open else 'would have invited'} it."
        )
    if driver == "nerve":
        return (
            f"Calm: after what had passed, {enemy} had to be taken for a hawk, who goes "
            "further at almost any cost."
        )
    if driver == "face":
        return "A table worth sitting at: what talks promised you stood against opening."
    return "Somebody to stand for it: no mediator's guarantee made going further dear."


def _how_far(game: Game, found: Remedy, side: int, driver: str) -> str:
    """Return the quarter that is judged and why, and the figures that moved in it, what was missing
    first, each with the limit that it had to pass."""
    campaign = game.past.campaign
    judged = campaign.index(found.safe_in)
    late = judged - campaign.index(found.quarter)
    why = (
        "What is done in a quarter counts from the next one on"
        if late == 1
        else f"These orders are enough only after {plain.count(late)} quarters"
    )
    said = _figures(game, found, side, driver, judged - campaign.start_index)
    moves = (
        "; ".join(said)
        if said
        else (f"no one figure moved by as much as {number(HARDLY)}, and together they were enough")
    )
    return f"{why}, so {plain.quarter_words(found.safe_in)} is judged: {moves}."


def _figures(game: Game, found: Remedy, side: int, driver: str, place: int) -> list[str]:
    was, then, enemy = found.was, found.then, OTHER[found.side]
    least = needed(game.past.worlds[place], side, game.past.tables)
    values = {
        "belief": (f"{enemy}'s belief in your resilience", was.belief, then.belief, least[0]),
        "cost": (
            f"the cost to {enemy} of going further, in shares of all that it fought for,",
            was.cost,
            then.cost,
            least[1],
        ),
        "nerve": (f"your belief that {enemy} shrinks from going further", was.dove, then.dove, -1),
        "guarantee": ("a mediator's guarantee", was.guarantee, then.guarantee, -1),
    }
    said = []
    for name in sorted(FIGURES, key=lambda one: one != driver):
        what, old, new, limit = values[name]
        if moved(old, new) and name in (*ALWAYS, driver):
            said.append(
                f"{what} stood at {number(old)} and with these orders would have stood at "
                f"{number(new)}{_limit(old, new, limit)}"
            )
    return said


def _limit(old: float, new: float, least: float | None) -> str:
    """Return the limit that a figure had to pass; nothing for a negative one, which is not known,
    nor where the figure fell."""
    if moved(old, new) < 0 or (least is not None and least < 0.0):
        return ""
    if least is None:
        return " (by itself it could not have been enough)"
    if number(new) >= number(least):
        return f" (with all else as it was, {number(least)} was enough)"
    return f" (by itself it would have had to reach {number(least)}, but other things moved too)"
