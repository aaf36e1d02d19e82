"""What was missing for talking to be safe, in sentences: what *safe* means, which condition was
missing, and how far."""

from collections.abc import Iterator
from typing import Final

from game.engine.board import SETTLED, SIDES
from game.engine.ladders import OPEN_FROM, slot_of
from game.record import Game
from game.study.debrief.acts import quarters_of
from game.study.debrief.page_orders import named
from game.study.debrief.page_words import HARDLY, SAFE_MEANS, figure, moved, opens, pressed
from game.study.debrief.remedy import Remedy, raises
from game.study.debrief.rule import RESILIENCE, Lacking, RuleReading, driven
from game.study.debrief.war import First, OpenedWar
from game.study.debrief.words import OTHER, dearer, needs, number, of_aims
from game.words import plain

FIGURES: Final = {
    "belief": "{enemy}'s belief in your resilience",
    "cost": "what going further would cost {enemy}, in shares of the worth of all its war aims,",
    "nerve": "your belief that {enemy} shrinks from going further",
    "guarantee": "a mediator's guarantee, in shares of the worth of all {enemy}'s war aims,",
    "face": "what talks were worth to you, in shares of the worth of all your war aims,",
}
"""How the drivers of the rule are told as figures, each a share from 0 to 1."""


def missing_said(
    game: Game, debrief: OpenedWar, first: First, found: Remedy | None, lack: Lacking | None
) -> Iterator[str]:
    """Yield what safe means, and what was missing for it. ``lack`` is what the orders found would
    have supplied; None where there are none or they only open."""
    side, enemy = SIDES.index(first.side), OTHER[first.side]
    signed = int(game.past.world.ended[0]) == SETTLED
    yield SAFE_MEANS
    if found is not None and found.only_opens:
        yield (
            f"Nothing but the open hand. In {plain.quarter_words(found.quarter)} talking was "
            f"safe: {_of_opening(found.now)}. {_because(found.now, enemy)} You kept the door "
            "shut."
        )
    elif found is not None and lack is not None:
        yield f"{_condition(game, found, side, lack.driver)} {_how_far(game, found, lack)}"
    elif first.quarter:
        yield (
            f"{'Nothing: the war was signed' if signed else 'Nothing of yours'}. Talking was first "
            f"safe in {plain.quarter_words(first.quarter)}: {_of_opening(first.reading)}. "
            f"{_met(game, debrief, side, signed)}"
        )
    else:
        yield f"{_never(first, enemy)}{' The war was signed all the same.' if signed else ''}"


def _of_opening(now: RuleReading) -> str:
    return f"a strong side would have opened its hand {opens(now.open_high)}"


def _met(game: Game, debrief: OpenedWar, side: int, signed: bool) -> str:
    """Return whether the hand was open wherever talking was safe, and what a war that was not
    signed lacked then."""
    safe = [one for one in quarters_of(game.past) if debrief.course[one.place][side].safe]
    opened = [one for one in safe if one.orders.open[0, side]]
    said = (
        "In every quarter in which it was, you had opened."
        if len(opened) == len(safe)
        else "Where it was safe and your hand was shut, it could not be opened."
    )
    if signed or not opened:
        return said
    if any(one.orders.open[0, 1 - side] for one in opened):
        return f"{said} What was missing was a package that both could sign."
    return (
        f"{said} What was missing was {OTHER[SIDES[side]]}'s own open hand: it was shut whenever "
        "yours was safe and open."
    )


def _because(now: RuleReading, enemy: str) -> str:
    if now.branch == RESILIENCE:
        return (
            f"What you had shown made it so: {enemy}'s belief that you could bear a long war "
            f"stood at {figure(now.belief)}."
        )
    if pressed(now):
        only = ", too dear for all but a hawk" if now.nerve == "hawk" else ""
        return f"Going further would have cost {enemy} {of_aims(now.cost)}{only}."
    return (
        f"Going further would have been too dear for {enemy}: it would have cost it "
        f"{of_aims(now.cost)}."
    )


def _never(first: First, enemy: str) -> str:
    """Return how near talking came to being safe, and what it would have taken."""
    now, (belief, cost) = first.reading, first.needs
    ways = []
    if belief is not None:
        ways.append(
            f"a demonstration that raises {enemy}'s belief in your resilience from "
            f"{number(now.belief)} to {needs(now.belief, belief)}"
        )
    if cost is not None:
        ways.append(dearer(enemy, now.cost, cost))
    return (
        f"Talking was never safe. In {plain.quarter_words(now.quarter)}, which came as near as "
        f"any, {_of_opening(now)}. With all else as it was, it would have taken "
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


def _how_far(game: Game, found: Remedy, lack: Lacking) -> str:
    """Return the quarter that is judged and why, and the figures that fell short in it."""
    campaign = game.past.campaign
    late = campaign.index(found.safe_in) - campaign.index(found.quarter)
    why = (
        "What is done in a quarter counts from the next one on"
        if late == 1
        else f"These orders are enough only after {plain.count(late)} quarters"
    )
    said = list(_figures(found, lack))
    moves = (
        "; ".join(said)
        if said
        else f"no one figure moved by as much as {number(HARDLY)}, and together they were enough"
    )
    return (
        f"{why}, so {plain.quarter_words(found.safe_in)} is judged: {moves}."
        f"{_together(len(said), lack)}"
    )


def _figures(found: Remedy, lack: Lacking) -> Iterator[str]:
    """Yield the figures that fell short in the war, what was missing first, each with what the
    orders would have made of it and the least that was needed; where none did by itself, those
    that rose."""
    was, then = driven(found.was), driven(found.then)
    for name in sorted(lack.missing or FIGURES, key=lambda one: one != lack.driver):
        old, new = was[name], then[name]
        if moved(old, new) > 0:
            least = f", where {needs(old, lack.least[name])} was needed" if lack.missing else ""
            yield (
                f"{FIGURES[name].format(enemy=OTHER[found.side])} stood at {number(old)} and with "
                f"these orders would have stood at {number(new)}{least}"
            )


def _together(told: int, lack: Lacking) -> str:
    """Return how the figures that are told bear on each other."""
    if told < 2:
        return ""
    if lack.missing:
        return " Each of them was needed, and none alone was enough."
    return " Any one of them could have stayed where it was, so long as the others moved."
