"""What ending the quarter makes irreversible, and how the war ended, in plain sentences."""

from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.engine.facts import Facts
from game.engine.ladders import (
    LADDERS,
    OPEN_FROM,
    SLOTS,
    Bombing,
    BombingLine,
    Effort,
    HomeFront,
    MessageKind,
    Understanding,
    slot_of,
)
from game.engine.orders import SideOrders
from game.engine.view import View
from game.words import plain
from game.words.rungs import rung_name

NOTHING: Final = "Nothing changes but the date: standing orders are carried out."
BROKEN: Final = "the understanding on bombing is broken for both sides"
STANDING: Final = "Standing orders are carried out."


def irreversible(orders: SideOrders, view: View, facts: Facts) -> str:
    """Return the sentence that names what cannot be taken back once ``orders`` are given; ``facts``
    are the numbers of the rules played."""
    if orders.accept[0]:
        return (
            "The other side's package is accepted. It binds as it stands, the war ends with "
            "it, and nothing can undo it."
        )
    said = [*_of_war(orders, view, facts), *_of_words(orders, view)]
    if not said:
        return _ordinary(orders, view)
    return " ".join(plain.sentence(text) for text in said[:3])


def _rung(orders: SideOrders, side: int, ladder: str) -> int:
    return int(orders.rungs[0, slot_of(side, ladder)])


def _of_war(orders: SideOrders, view: View, facts: Facts) -> list[str]:
    return _washington(orders, view, facts) if view.side == WASHINGTON else _hanoi(orders, view)


def _washington(orders: SideOrders, view: View, facts: Facts) -> list[str]:
    said = []
    bombing = _rung(orders, WASHINGTON, "bombing")
    if (
        view.understanding
        and bombing > Bombing.RECONNAISSANCE
        and (
            view.understanding == Understanding.HALT
            or _rung(orders, WASHINGTON, "line") == BombingLine.NONE
        )
    ):
        said.append(BROKEN)
    if (
        bombing == Bombing.MINING
        and view.in_force[slot_of(WASHINGTON, "bombing")] != Bombing.MINING
    ):
        said.append("the ports are mined, and every patron of Hanoi is a party to it")
    if _rung(orders, WASHINGTON, "border"):
        said.append("troops cross a border, and the war has no edge there any more")
    if _rung(orders, WASHINGTON, "home") == HomeFront.RESERVES and not view.reserves_called:
        said.append("the reserves are called up, which can be done only once")
    number = float(orders.troops[0])
    if number > 0:
        said.append(f"{plain.thousand(number)} men are sent; some of them will not return")
    if number < 0:
        again = plain.part(facts.returned_share)
        said.append(f"{plain.thousand(-number)} men leave, and only {again} can be sent again")
    return said


def _hanoi(orders: SideOrders, view: View) -> list[str]:
    if not (orders.rungs[0, SLOTS[HANOI]["effort"]] == Effort.OFFENSIVE).any():
        return []
    said = [
        "the general offensive goes in: cadres, the surprise and a part of the stores are spent"
    ]
    return [*said, BROKEN] if view.understanding else said


def _of_words(orders: SideOrders, view: View) -> list[str]:
    side, said = view.side, []
    posture = _rung(orders, side, "posture")
    was = int(view.in_force[slot_of(side, "posture")])
    if (posture >= OPEN_FROM) != (was >= OPEN_FROM):
        said.append(
            "the other side sees the door open, and draws its own conclusions"
            if posture >= OPEN_FROM
            else "the door shuts, and the other side hears it"
        )
    if _rung(orders, side, "message") == MessageKind.OFFER:
        said.append("an offer goes out and cannot be called back")
    if orders.terms[0, 0] >= 0:
        said.append("the package can be accepted next quarter as it stands")
    if _rung(orders, side, "deadline"):
        said.append("a deadline is announced, and must be kept or swallowed")
    return said


def _ordinary(orders: SideOrders, view: View) -> str:
    changed = []
    for ladder in LADDERS[view.side]:
        place = SLOTS[view.side][ladder.name]
        now, stood = orders.rungs[0, place], view.in_force[place]
        if (now != stood).any():
            rung = int(now[(now != stood).argmax()])
            changed.append(f"{ladder.title}: {rung_name(view.side, ladder.name, rung)}")
    if not changed:
        return NOTHING
    return plain.sentence(f"what goes into force: {'; '.join(changed[:3])}")


ENDINGS: Final[dict[str, tuple[str, ...]]] = {
    "settlement": (
        "The war ends at the table.",
        "What was signed will hold as long as both lose more by breaking it.",
    ),
    "collapse of Saigon": (
        "Saigon has fallen.",
        "There is nobody left in the South to settle with.",
    ),
    "collapse of American consent": (
        "Congress has ended the war by ending its money.",
        "The troops come home without an agreement.",
    ),
    "collapse of the North's power to go on": (
        "The North cannot go on.",
        "Its units in the South are on their own.",
    ),
    "calendar": (
        "The years have run out and nothing is settled.",
        "The war goes on, and both sides will pay for that.",
    ),
    "bell": (
        "The war is unfinished: the bell has stopped it.",
        "It is judged at this date, beside history at the same date; nobody has won.",
    ),
}
"""Two plain sentences for each way to end, by the engine's name of it, and a seminar's bell."""


def ending(name: str) -> tuple[str, ...]:
    """Return how the war ended, in two sentences."""
    return ENDINGS[name]
