"""Which orders would have supplied what was missing, in sentences: what to give, what stays as it
was, what it costs, and what would have followed."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from game.engine.board import CORPS, HANOI
from game.engine.ladders import LADDER, OPEN_FROM, SLOTS, Effort, ladder_of_slot, slot_of
from game.engine.orders import SideOrders
from game.record import Game
from game.study.debrief.acts import CLOSED_RUNG
from game.study.debrief.bell import package
from game.study.debrief.page_words import CHANCES, figure, in_words, opens, span, word
from game.study.debrief.remedy import Remedy, raises
from game.study.debrief.standing import final_points
from game.study.debrief.war import First
from game.study.debrief.words import OTHER
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
                "There were no such orders: no one or two changes that were legal and payable in "
                "any quarter, and no blow prepared for up to a year, would have made talking safe "
                "within two quarters."
            )
        )
        return
    given = game.past.dossiers[side].orders[found.place]
    if found.prepared:
        yield _preparing(game, found, side, driver)
    yield (
        f"{_kind(found, given, side, driver)}, in {plain.quarter_words(found.quarter)}: "
        f"{named(found.orders, found.changes, side)} (instead of "
        f"{named(given, found.changes, side)}).{_held_back(found, given, side)} "
        f"{_stays(found, side)} {_price(found)}"
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
    ready = side == HANOI and any(
        slot in found.changes and int(found.orders.rungs[0, slot]) == Effort.OFFENSIVE
        for slot in range(SLOTS[side]["effort"].start, SLOTS[side]["effort"].stop)
    )
    return (
        f"{KINDS.get(driver, 'Other orders')}"
        f"{' for which the stocks were laid up already' if ready else ''}"
    )


def _held_back(found: Remedy, given: SideOrders, side: int) -> str:
    slot = slot_of(side, "posture")
    was, now = (int(one.rungs[0, slot]) for one in (given, found.orders))
    if was < OPEN_FROM or now >= OPEN_FROM:
        return ""
    more = (
        ": to state conditions is neither to refuse nor to open"
        if now == CLOSED_RUNG
        else ", by refusing to talk"
    )
    return f" The open hand is held back{more}."


def _stays(found: Remedy, side: int) -> str:
    slot = slot_of(side, "posture")
    if slot in found.changes:
        return "Every other order stays as you gave it."
    posture = rung_name(side, "posture", int(found.orders.rungs[0, slot]))
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
            f"{in_words(then.answer_open, CHANCES)}. How talks would have gone is not played."
        )
        return
    campaign = game.past.campaign
    begins, ends = campaign.index(found.quarter), campaign.index(found.safe_in)
    wait = (
        f" and nothing new ordered in {plain.quarter_words(campaign.quarter(begins + 1))}"
        if ends - begins > 1
        else ""
    )
    yield (
        f"With the other side's orders, the events and the dice as they were{wait}, talking "
        f"would have been safe in {plain.quarter_words(found.safe_in)}: the chance that a side "
        f"able to bear a long war opens its hand would have been {opens(then.open_high)}, where "
        f"in your war it was {opens(was.open_high)}. {enemy} would have answered an open hand "
        f"by going further {_beside(then.answer_open, was.answer_open)}."
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
        f"{plain.capital(span(begins, last))}: {said}. An offensive needs stocks, and "
        f"these take {many} to lay up. {rest}."
    )


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
    said = "None were needed: your open hand was safe. A signature would have ended it: "
    if found is None:
        return f"{said}{enemy} tabled nothing that could be signed."
    end = final_points(game.past)[side].total
    return (
        f"{said}{enemy}'s last package, of {plain.quarter_words(found.quarter)}, signed at the "
        f"end, would have been worth {found.worth[side].total:.0f} points "
        f"of the score to you; you ended with {end:.0f}."
    )
