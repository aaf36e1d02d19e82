"""Why a rung may not be ordered, in one sentence; the reasons come from the rulebook."""

from collections.abc import Callable
from typing import Final

from game.engine.dossier import Dossier
from game.engine.facts import TWICE, Refusal, climb_to
from game.engine.ladders import FLAT_START, TroopMoves, ladder_of_slot
from game.words import plain, rungs


def sentence(dossier: Dossier, slot: int, rung: int, reason: Refusal, left: int) -> str:
    """Return why ``rung`` of ``slot`` may not be ordered; empty where nothing refuses it.

    ``reason`` is the menu's; ``left`` the points that the other orders leave. Of several reasons
    the first of SAID is told: what cannot be bought before what is too dear.
    """
    for flag, said in SAID.items():
        if flag in reason:
            return said(dossier, slot, rung, left)
    return ""


def _price(dossier: Dossier, slot: int, rung: int) -> int:
    return int(dossier.view.prices[FLAT_START[dossier.side, slot] + rung])


def _too_dear(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    there = int(dossier.view.capital)
    return f"It costs {_price(dossier, slot, rung)} points and {there} are there."


def _spoken_for(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    price = _price(dossier, slot, rung)
    return f"It costs {price} points and {max(left, 0)} are left after the other orders."


def _prepared(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    ladder, _ = ladder_of_slot(dossier.side, slot)
    stands = plain.percent(float(dossier.view.preparation))
    if ladder.name == "infiltration":
        least = plain.percent(dossier.facts.surge_stocks)
        below = rungs.rung_name(dossier.side, ladder.name, rung - 1)
        return (
            f"A surge takes stocks of {least}, laid in by preparing ({stands} now), and a trail "
            f"that has carried {below.lower()} traffic."
        )
    return f"Preparation stands at {stands}; it takes {plain.percent(dossier.facts.launch_least)}."


def _held(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    climb = climb_to(dossier.side, slot, rung)
    below = rungs.rung_name(dossier.side, climb.ladder, climb.below)
    for_long = "two quarters" if climb.often == TWICE else "a quarter"
    return f"It is climbed to from “{below}”, held for {for_long} before."


def _force(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    ladder, corps = ladder_of_slot(dossier.side, slot)
    facts, view = dossier.facts, dossier.view
    if ladder.name == "effort":
        there = plain.thousand(float(view.main_force[corps]))
        least = plain.thousand(facts.launch_force)
        return f"It takes {least} main-force men in the corps; {there} are there."
    if ladder.name == "border":
        there, least = plain.thousand(float(view.troops)), plain.thousand(facts.cross_force)
        return f"It takes {least} men in country; {there} are there."
    return "There is nobody in country."


def _reserve(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    few, many = dossier.facts.reserve_least
    least = plain.thousand(few if rung == TroopMoves.IN else many)
    return f"The services have fewer than {least} men left to send."


def _called(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    return "The reserves have been called already."


def _not_offered(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    return "The campaign rules it out."


def _over(dossier: Dossier, slot: int, rung: int, left: int) -> str:
    return "The war is over."


SAID: Final[dict[Refusal, Callable[[Dossier, int, int, int], str]]] = {
    Refusal.OVER: _over,
    Refusal.CAMPAIGN: _not_offered,
    Refusal.CALLED: _called,
    Refusal.PREPARATION: _prepared,
    Refusal.HELD: _held,
    Refusal.FORCE: _force,
    Refusal.RESERVE: _reserve,
    Refusal.PRICE: _too_dear,
    Refusal.PURSE: _spoken_for,
}
