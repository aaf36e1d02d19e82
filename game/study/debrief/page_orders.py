"""Which orders would have supplied what was missing, in sentences: what to give, what stays as it
was, what it costs, and what would have followed."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from game.engine.board import CORPS, SETTLED, WASHINGTON
from game.engine.ladders import LADDER, SLOTS, Effort, ladder_of_slot, slot_of
from game.engine.orders import SideOrders, join
from game.record import Game
from game.study.debrief.acts import to_offer
from game.study.debrief.bell import package
from game.study.debrief.page_words import (
    CHANCES,
    figure,
    in_words,
    opens,
    pressed_on,
    span,
    word,
)
from game.study.debrief.remedy import WITHIN, Remedy, raises
from game.study.debrief.remedy_prepared import LONGEST
from game.study.debrief.standing import final_points
from game.study.debrief.war import First
from game.study.debrief.words import OTHER, hand
from game.words import plain
from game.words.rungs import rung_name

KINDS: Final = {"belief": "A demonstration", "cost": "A higher price for going further"}
"""What orders that go further are called, by what was missing."""


def orders_said(
    game: Game, first: First, found: Remedy | None, side: int, driver: str
) -> Iterator[str]:
    """Yield the orders that would have supplied ``driver``, or that there were none."""
    if found is None:
        yield (
            _signed(game, side)
            if first.quarter
            else (
                f"There were no such orders: no one or two changes that were legal and payable in "
                f"any quarter{_nor_prepared(side)} would have made talking safe within "
                f"{plain.count(WITHIN)} quarters."
            )
        )
        return
    given = game.past.dossiers[side].orders[found.place]
    if found.prepared:
        yield _preparing(game, found, side, driver)
    yield (
        f"{_kind(found, given, side, driver)}, in {plain.quarter_words(found.quarter)}: "
        f"{named(found.orders, found.changes, side)} (instead of "
        f"{named(given, found.changes, side)}).{_ready(found, side)}"
        f"{_hand(found, side)}{_to_offer(game, found, side)} {_stays(found, side)} {_price(found)}"
    )
    yield from _followed(game, found)


def named(orders: SideOrders, slots: Sequence[int], side: int) -> str:
    """Return some of a side's orders as the screen names them, corps told where not all are
    meant."""
    made: dict[str, dict[int, list[str]]] = {}
    for slot in slots:
        ladder, corps = ladder_of_slot(side, slot)
        where = made.setdefault(ladder.name, {}).setdefault(int(orders.rungs[0, slot]), [])
        where.extend([CORPS[corps]] if ladder.by_corps else [])
    return "; ".join(
        f"{LADDER[side][name].title}: "
        f"{', '.join(f'{rung_name(side, name, rung)}{_in(where)}' for rung, where in at.items())}"
        for name, at in made.items()
    )


def _in(corps: list[str]) -> str:
    return f" in {plain.listing(corps)} Corps" if 0 < len(corps) < len(CORPS) else ""


def _kind(found: Remedy, given: SideOrders, side: int, driver: str) -> str:
    if found.prepared:
        return "Then the blow"
    if found.only_opens:
        return "The open hand itself"
    if not raises(found, given):
        return "Restraint"
    return KINDS.get(driver, "Other orders")


def _ready(found: Remedy, side: int) -> str:
    """Return that the stocks of an offensive lay ready, where one is ordered that need not be
    prepared."""
    if found.prepared or not any(
        ladder_of_slot(side, slot)[0].name == "effort"
        and int(found.orders.rungs[0, slot]) == Effort.OFFENSIVE
        for slot in found.changes
    ):
        return ""
    return f" Stocks for it lay ready: {stocks(found.stocks[1])} of a full offensive's."


def _hand(found: Remedy, side: int) -> str:
    """Return which hand a posture that is changed shows."""
    slot = slot_of(side, "posture")
    return f" That is {hand(int(found.orders.rungs[0, slot]))}." if slot in found.changes else ""


def _to_offer(game: Game, found: Remedy, side: int) -> str:
    """Return what the orders make of the enemy's offer, where the war made something else of it."""
    place, enemy = found.place, OTHER[found.side]
    opening, theirs = game.past.worlds[place], game.past.dossiers[1 - side].orders[place]
    given = game.past.dossiers[side].orders[place]
    was, now = (
        to_offer(opening, join(*((own, theirs) if side == WASHINGTON else (theirs, own))), side)
        for own in (given, found.orders)
    )
    if was == now:
        return ""
    then = {
        "refusal": f"A closed hand turns {enemy}'s offer down",
        "answer": f"Your answer then welcomes {enemy}'s offer",
        "": f"{enemy}'s offer then lies unanswered",
    }[now]
    before = {
        "refusal": "you turned it down",
        "answer": "you welcomed it",
        "": "it lay unanswered",
    }[was]
    return f" {then}; in your war {before}."


def _stays(found: Remedy, side: int) -> str:
    slot = slot_of(side, "posture")
    if slot in found.changes:
        return "Every other order stays as you gave it."
    rung = int(found.orders.rungs[0, slot])
    posture = f"{rung_name(side, 'posture', rung)}, {hand(rung)}"
    return f"Every other order stays as you gave it, the posture too ({posture})."


def _price(found: Remedy) -> str:
    was = found.price - found.extra
    alone = ", the preparing not counted," if found.prepared else ""
    instead = f"instead of {was}" if found.extra else "as they did"
    return (
        f"All orders of {plain.quarter_words(found.quarter)} together{alone} would have cost "
        f"{found.price} {'point' if found.price == 1 else 'points'} of capital, {instead}."
    )


def _followed(game: Game, found: Remedy) -> Iterator[str]:
    """Yield what would have followed: how safe it was first, then the enemy's answer."""
    then, was, enemy = found.then, found.was, OTHER[found.side]
    if found.only_opens:
        yield (
            f"{enemy} would have answered it by going further "
            f"{in_words(then.answer_open, CHANCES)}.{pressed_on(then)} How talks would have "
            "gone is not worked out."
        )
        return
    campaign = game.past.campaign
    begins, ends = campaign.index(found.quarter), campaign.index(found.safe_in)
    wait = (
        f", and nothing new ordered in {plain.quarter_words(campaign.quarter(begins + 1))}"
        if ends - begins > 1
        else ""
    )
    yield (
        f"With these orders talking would have been safe in {plain.quarter_words(found.safe_in)}: "
        f"a strong side would have opened its hand {opens(then.open_high)}. In your war it would "
        f"have done so {opens(was.open_high)}. {enemy} would have answered an open hand then by "
        f"going further {_beside(then.answer_open, was.answer_open)}.{pressed_on(then)} All "
        f"this with the other side's orders, the events and the dice as they were{wait}."
    )


def _beside(then: float, was: float) -> str:
    """Return a chance beside what it was in the war."""
    if figure(then) == figure(was):
        return f"{in_words(then, CHANCES)}, as in your war"
    if word(then, CHANCES) == word(was, CHANCES):
        return f"{word(then, CHANCES)} ({figure(then)}; in your war {figure(was)})"
    return f"{in_words(then, CHANCES)}, in your war {in_words(was, CHANCES)}"


def _preparing(game: Game, found: Remedy, side: int, driver: str) -> str:
    """Return how a blow would have been prepared, when, why so long, and what to do meanwhile."""
    campaign, quarters = game.past.campaign, len(found.prepared)
    begins, last = (
        campaign.quarter(campaign.index(found.quarter) - back) for back in (quarters, 1)
    )
    effort = found.prepared[0].rungs[0, SLOTS[side]["effort"]]
    said = f"Preparation: {rung_name(side, 'preparation', 1)}"
    if (effort <= Effort.GUERRILLA).all():
        said += (
            f"; Effort in the South no higher than "
            f"{rung_name(side, 'effort', Effort.GUERRILLA)} in any corps"
        )
    many = "a quarter" if quarters == 1 else f"{plain.count(quarters)} quarters"
    rest = (
        "Every other order stays as you gave it"
        if _as_given(game, found, side)
        else "Every other order stays as you gave it, or as it stood where that could not be given"
    )
    return (
        f"{KINDS['belief'] if driver == 'belief' else 'A blow'} that had to be prepared. "
        f"{plain.capital(span(begins, last))}: {said}. An offensive is as large as its stocks, and "
        f"how long they take depends on what lies ready: in {many} yours would have grown from "
        f"{stocks(found.stocks[0])} to {stocks(found.stocks[1])} of a full offensive's, enough for "
        f"this one. {rest}."
    )


def stocks(share: float) -> str:
    """Return a share of a full offensive's stocks."""
    return plain.percent(share) if plain.percent(share) != plain.percent(0.0) else "nothing"


def _nor_prepared(side: int) -> str:
    longest = f", and no blow prepared for up to {plain.count(LONGEST)} quarters,"
    return longest if "preparation" in LADDER[side] else ""


def _as_given(game: Game, found: Remedy, side: int) -> bool:
    """Whether the quarters of preparing keep all orders but effort and preparation."""
    kept = np.ones(found.orders.rungs.shape[1], dtype=bool)
    for name in ("effort", "preparation"):
        kept[SLOTS[side][name]] = False
    given = game.past.dossiers[side].orders
    first = found.place - len(found.prepared)
    return all(
        bool((one.rungs[0, kept] == given[place].rungs[0, kept]).all())
        for place, one in enumerate(found.prepared, first)
    )


def _signed(game: Game, side: int) -> str:
    """Return what could have been signed by a side whose open hand was safe."""
    enemy, found = plain.SIDE_NAMES[1 - side], package(game, 1 - side)
    said, end = "None were needed: your open hand was safe", final_points(game.past)[side].total
    if int(game.past.world.ended[0]) == SETTLED:
        return f"{said}, and the war was signed; your score is {end:.0f}."
    if found is None:
        return f"{said}. {enemy} tabled nothing that could be signed."
    worth = found.worth[side].total
    return (
        f"{said}. {enemy}'s last package, of {plain.quarter_words(found.quarter)}, signed at the "
        f"end, would have been worth {worth:.0f} points of the score to you; you ended with "
        f"{end:.0f}{', so it was no better than to fight on' if worth <= end else ''}."
    )
