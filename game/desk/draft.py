"""A quarter's orders while they are being written: changed, priced, checked and taken back.

Everything is read from the side's own view: what may be ordered and at what price stands there.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from game.engine.board import CORPS, ISSUES, WASHINGTON, Floats
from game.engine.dossier import Dossier
from game.engine.facts import Flags, Refusal
from game.engine.ladders import (
    FLAT_START,
    LADDER,
    LADDERS,
    SLOTS,
    TROOPS_LIMITS,
    TROOPS_STEP,
    TROOPS_USUAL,
    Ladder,
    TroopMoves,
    ladder_of_slot,
    slot_of,
)
from game.engine.orders import NO_TERMS, SideOrders, rung_for_troops, standing
from game.engine.view import View
from game.problems import Problem
from game.words import ordered, plain, refusals
from game.words.rungs import rung_name

DIPLOMACY: Final = ("posture", "message", "deadline")


@dataclass(frozen=True)
class State:
    """One state of the draft; rungs by slot, the package as drafted whether tabled or not."""

    rungs: tuple[int, ...]
    troops: float
    channel: int
    terms: tuple[int, ...]
    tabling: bool = False
    accepting: bool = False
    answers: tuple[int, ...] = ()


@dataclass
class Draft:
    """The orders of one side for one quarter, beginning with those that stand."""

    dossier: Dossier
    state: State = field(init=False)
    past: list[State] = field(default_factory=list)
    answered: tuple[tuple[int, ...], Flags] | None = field(default=None, repr=False)
    _usual: Floats | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        stood = standing(self.view.in_force[None], np.array([self.view.channel]))
        channel = self.standing_channel()
        own = tuple(int(p) for p in self.view.tabled[self.view.side])
        start = own if own[0] != NO_TERMS else self.ideal()
        rungs = tuple(int(rung) for rung in stood.rungs[0])
        self.state = State(rungs, 0.0, channel, start, answers=(0,) * len(self.view.asked))

    # --- reading

    @property
    def view(self) -> View:
        """What the side sees today."""
        return self.dossier.view

    @property
    def channels(self) -> tuple[str, ...]:
        """The ids of the campaign's channels."""
        return self.dossier.tables.channels.ids

    def standing_channel(self) -> int:
        """Return the channel that is used if nothing is touched: public where it has closed."""
        return ordered.standing_channel(self.view)

    @property
    def side(self) -> int:
        """Whose orders these are."""
        return self.view.side

    @property
    def touched(self) -> bool:
        """Whether anything can be taken back."""
        return bool(self.past)

    def ideal(self) -> tuple[int, ...]:
        """Return the package that is this side's ideal."""
        return ((0,) if self.side == WASHINGTON else (3,)) * len(ISSUES)

    def rung(self, slot: int) -> int:
        """Return the rung ordered in a slot."""
        return self.state.rungs[slot]

    def price(self, slot: int, rung: int) -> int:
        """Return the price of a rung in points."""
        return int(self.view.prices[FLAT_START[self.side, slot] + rung])

    def usual(self, slot: int, rung: int) -> int:
        """Return the points that a rung which presses the war costs as a rule, before the
        government's readiness to press; what it costs now, of any other."""
        if self._usual is None:
            self._usual = self.dossier.usual_prices()
        points = float(self._usual[FLAT_START[self.side, slot] + rung])
        return round(points) if points else self.price(slot, rung)

    def total(self) -> int:
        """Return the price of all orders in points, answers included."""
        used = SLOTS[self.side]["deadline"].stop
        return self.decided() + sum(self.price(slot, self.rung(slot)) for slot in range(used))

    def left(self, slot: int | None = None) -> int:
        """Return the points left after these orders, those of ``slot`` not counted, and what a
        signature takes kept back while one is given."""
        spared = self.price(slot, self.rung(slot)) if slot is not None else 0
        return int(self.view.capital) - self.total() + spared - self.kept_for_signing()

    def kept_for_signing(self) -> int:
        """Return the points that a signature given in this draft takes at home."""
        return int(self.view.signing) if self.state.accepting else 0

    def why_not(self, slot: int, rung: int) -> str:
        """Return why a rung cannot be ordered; empty when it can."""
        reason = Refusal(int(self._refused()[FLAT_START[self.side, slot] + rung]))
        if not reason and self.price(slot, rung) > max(self.left(slot), 0):
            reason = Refusal.PURSE  # what has been decided beside the orders takes the rest
        return refusals.sentence(self.dossier, slot, rung, reason, self.left(slot))

    def _refused(self) -> Flags:
        """Return (R,) why each rung may not be ordered beside the others, asked once a draft."""
        if self.answered is None or self.answered[0] != self.state.rungs:
            found = self.dossier.refused(np.array(self.state.rungs, dtype=np.int64))
            self.answered = (self.state.rungs, found)
        return self.answered[1]

    def why_not_accept(self) -> str:
        """Return why the other side's package cannot be accepted; empty when it can."""
        if self.view.tabled_by_enemy[0] == NO_TERMS:
            return "The other side has tabled nothing."
        if self.view.talking == 0:
            return (
                "Talks did not sit last quarter. They sit when both postures are contacts or talks."
            )
        left = self.left() + self.kept_for_signing()
        if left < self.view.signing:
            return (
                f"A signature takes {self.view.signing} points at home this quarter, left over "
                f"by the other orders; {max(left, 0)} are."
            )
        return ""

    def orders(self) -> SideOrders:
        """Return the orders as they stand."""
        state = self.state
        terms = state.terms if state.tabling else (NO_TERMS,) * len(ISSUES)
        return SideOrders(
            rungs=np.array([state.rungs], dtype=np.int64),
            troops=np.array([state.troops]),
            channel=np.array([state.channel], dtype=np.int64),
            terms=np.array([terms], dtype=np.int64),
            accept=np.array([int(state.accepting)], dtype=np.int64),
            answers=np.array([state.answers], dtype=np.int64),
        )

    # --- changing

    def order(self, ladder: str, rung: str) -> None:
        """Order a rung; ``ladder`` is its name, by corps with the corps, as in ``ground.II``."""
        slot = self.slot(ladder)
        kind, _ = ladder_of_slot(self.side, slot)
        if rung not in kind.rungs:
            raise Problem(f"{kind.title} is one of {', '.join(kind.rungs)}.")
        self._put(slot, kind.rungs.index(rung))

    def slot(self, ladder: str) -> int:
        """Return the slot of a ladder's id."""
        name, _, corps = ladder.partition(".")
        if name not in LADDER[self.side] or (corps not in CORPS) != (corps == ""):
            raise Problem(f"{plain.SIDE_NAMES[self.side]} has no order {ladder!r}.")
        return slot_of(self.side, name, CORPS.index(corps) if corps else 0)

    def amount(self, thousands: float) -> None:
        """Send or withdraw thousands of men; the rung follows the number."""
        if self.side != WASHINGTON:
            raise Problem("Hanoi orders no number of men; infiltration is a ladder.")
        if thousands % TROOPS_STEP or abs(thousands) > TROOPS_LIMITS[-1][1]:
            step, most = plain.thousand(TROOPS_STEP), plain.thousand(TROOPS_LIMITS[-1][1])
            raise Problem(f"Troops go in steps of {step}, {most} at the most.")
        if thousands > self.view.reserve:
            raise Problem(f"{self.view.reserve:.0f} thousand men are there to send.")
        if -thousands > self.view.troops:
            raise Problem(f"{self.view.troops:.0f} thousand men are there to withdraw.")
        slot = slot_of(WASHINGTON, "troops")
        rung = self.rung(slot)
        low, high = TROOPS_LIMITS[rung]
        if not low <= thousands <= high:
            rung = rung_for_troops(thousands)
        self._put(slot, rung, troops=thousands)

    def channel(self, channel: str) -> None:
        """Choose the channel by its id."""
        if channel not in self.channels:
            raise Problem(f"There is no channel {channel!r}.")
        place = self.channels.index(channel)
        if not self.view.channels[place]:
            raise Problem("That channel is closed this quarter.")
        self._change(channel=place)

    def term(self, issue: str, position: int) -> None:
        """Draft one issue's position."""
        if issue not in ISSUES or position not in range(4):
            raise Problem("A package has five issues, each with a position 0 to 3.")
        terms = list(self.state.terms)
        terms[ISSUES.index(issue)] = position
        self._change(terms=tuple(terms))

    def package(self, positions: tuple[int, ...]) -> None:
        """Draft a whole package and table it."""
        if len(positions) != len(ISSUES) or any(place not in range(4) for place in positions):
            raise Problem("A package is five numbers, 0 to 3 each: table 2 2 1 2 1.")
        self._change(terms=tuple(positions), tabling=True)

    def table(self, tabling: bool) -> None:
        """Table the drafted package with these orders, or do not."""
        self._change(tabling=tabling)

    def accept(self, accepting: bool) -> None:
        """Accept the other side's package, or do not."""
        if accepting and self.why_not_accept():
            raise Problem(self.why_not_accept())
        self._change(accepting=accepting)

    def answer(self, place: int, number: int) -> None:
        """Answer what is asked in a place, by number from 1; 0 leaves it open."""
        if not 0 <= place < len(self.view.asked) or not self.view.asked[place]:
            raise Problem("Nothing such is to be decided this quarter.")
        reason = self.why_not_answer(place, number)
        if reason:
            raise Problem(reason)
        answers = list(self.state.answers)
        answers[place] = number
        self._change(answers=tuple(answers))

    def answer_price(self, place: int, number: int) -> int:
        """Return what an answer costs in points, less than 0 where it gives some back."""
        if not number:
            return 0
        asked = self.view.asked[place] - 1
        return int(self.dossier.tables.dilemmas.price[self.side, asked, number])

    def decided(self) -> int:
        """Return what this quarter's answers cost in points."""
        given = enumerate(self.state.answers)
        return sum(self.answer_price(place, number) for place, number in given)

    def why_not_answer(self, place: int, number: int) -> str:
        """Return why an answer cannot be given beside the orders; empty when it can."""
        price = self.answer_price(place, number)
        there = self.left() + self.answer_price(place, self.state.answers[place])
        if price > 0 and price > there:
            return f"It costs {plain.points(price)}, and {plain.points(max(there, 0))} are there."
        return ""

    def take_up(self, orders: SideOrders) -> None:
        """Take up orders that were drafted before; what cannot be given any more is left out."""
        for slot, rung in enumerate(int(rung) for rung in orders.rungs[0]):
            if rung != self.rung(slot) and not self.why_not(slot, rung):
                troops = float(orders.troops[0]) if self._is_troops(slot) else None
                self._put(slot, rung, troops)
        if self.view.channels[orders.channel[0]]:
            self._change(channel=int(orders.channel[0]))
        if orders.terms[0, 0] != NO_TERMS:
            self.package(tuple(int(place) for place in orders.terms[0]))
        if orders.accept[0] and not self.why_not_accept():
            self.accept(True)
        self._change(
            answers=tuple(
                int(one) if self.view.asked[place] else 0
                for place, one in enumerate(orders.answers[0])
            )
        )

    def _is_troops(self, slot: int) -> bool:
        return self.side == WASHINGTON and slot == slot_of(WASHINGTON, "troops")

    def undo(self) -> None:
        """Take back the last change."""
        if not self.past:
            raise Problem("Nothing has been changed this quarter.")
        self.state = self.past.pop()

    def _put(self, slot: int, rung: int, troops: float | None = None) -> None:
        reason = self.why_not(slot, rung)
        ladder, corps = ladder_of_slot(self.side, slot)
        if reason:
            where = f", {CORPS[corps]} Corps" if ladder.by_corps else ""
            raise Problem(f"{rung_name(self.side, ladder.name, rung)}{where}: {reason}")
        rungs = list(self.state.rungs)
        rungs[slot] = rung
        if ladder.name == "troops" and troops is None:
            troops = self._usual_number(rung)
        self._change(rungs=tuple(rungs), troops=self.state.troops if troops is None else troops)

    def _usual_number(self, rung: int) -> float:
        """Return the number that goes with a troops rung unless another is given."""
        if rung == TroopMoves.HOLD:
            return 0.0
        there = self.view.reserve if rung > TroopMoves.HOLD else self.view.troops
        most = np.floor(float(there) / TROOPS_STEP) * TROOPS_STEP
        number = min(abs(TROOPS_USUAL[rung]), most)
        number = number if rung > TroopMoves.HOLD else -number
        low, high = TROOPS_LIMITS[rung]
        if not low <= number <= high:
            raise Problem(f"Only {there:.0f} thousand men are there for that.")
        return float(number)

    def _change(self, **changes: object) -> None:
        made = State(**{**vars(self.state), **changes})
        if made != self.state:
            self.past.append(self.state)
            self.state = made


def ladders_of(side: int) -> tuple[Ladder, ...]:
    """Return the ladders of a side that are not diplomacy's."""
    return tuple(ladder for ladder in LADDERS[side] if ladder.name not in DIPLOMACY)
