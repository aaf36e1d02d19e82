"""Who may sit at the other end of the wire: the list of players, by the names people type."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from game.campaign import recorded
from game.desk.build_advisers import Advising as Advising
from game.desk.chair import Machine
from game.engine.board import SIDES
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders
from game.engine.sight import sight_of
from game.kernel import service
from game.players.advisers import Council
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES, doctrine
from game.players.floor import FLOOR, WORTH, floor
from game.players.forecast import chances, forecasting
from game.players.levels import GLANCE
from game.players.levels import LEVELS as DEPTHS
from game.players.levels import level as depth
from game.players.random_legal import RandomLegal
from game.players.recorded import Recorded
from game.players.slices import Slices, whole
from game.players.thinking import Thinking
from game.problems import Problem
from game.record import Game, Seat
from game.record.matches import player_seeds
from game.study.contests.reasons import sentences

RECORD, CHANCE = "record", "random"
LEVELS: Final = (GLANCE, *(known.name for known in DEPTHS))
LEVELS_HELP: Final = f"how far the machine thinks: {', '.join(LEVELS)} (default: {GLANCE})"


def choices(side: int) -> tuple[str, ...]:
    """Return the names of the players a side can have, its standard one first."""
    return (*(known.name for known in DOCTRINES[side]), RECORD, CHANCE)


def seat(side: int, name: str | None, level: str | None) -> Seat:
    """Return the seat of a machine at ``side``; Problem for a name or level there is not."""
    name = name or choices(side)[0]
    if name not in choices(side):
        raise Problem(
            f"{SIDES[side]} has no player {name!r}. Name one of {', '.join(choices(side))}."
        )
    if level not in (None, *LEVELS):
        raise Problem(f"There is no level {level!r}. Name one of {', '.join(LEVELS)}.")
    if name in (RECORD, CHANCE):
        return Seat(name=name, kind="record" if name == RECORD else "machine")
    return Seat(name=name, kind="machine", level=level or LEVELS[0])


def machine(game: Game, side: int) -> Machine:
    """Return the player that the seat of ``side`` names, with a seed of its own."""
    taken = game.seat(side)
    if taken.name == RECORD:
        return Recorded(recorded(game.campaign, side))
    seed = own_seed(game, side)
    if taken.name == CHANCE:
        return Glancing(RandomLegal(), seed)
    if taken.level in (None, GLANCE):
        return Telling(Glancing(doctrine(side, taken.name).policy, seed), taken.name)
    return Explaining(Thinking(doctrine(side, taken.name), depth(taken.level), seed), taken.name)


@dataclass
class Telling:
    """A doctrine at a glance that says, sealed until the war is over, what it would sign for."""

    player: Glancing
    name: str
    signs: dict[str, Any] = field(default_factory=dict)

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the quarter's orders."""
        self.signs = signs_for(dossier, self.name)
        return self.player.decide(dossier)

    def reasons(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield what is to be logged of the last decision: kind of entry, text and data."""
        if self.signs:
            yield "setting", "", self.signs


def signs_for(dossier: Dossier, name: str) -> dict[str, Any]:
    """Return what a doctrine writes down of what it would sign for; nothing while nobody talks."""
    if dossier.view.talking == 0:
        return {}
    least = floor(sight_of(dossier), doctrine(dossier.side, name).temper.table)
    return {"by": name, FLOOR: float(least[0])}


@dataclass
class Explaining:
    """A searching player that says why: what it meant by an overture, an escalation or a refusal,
    and how likely it held each act of the enemy this quarter that a person may forecast. Sealed
    until the war is over."""

    player: Thinking
    name: str
    expected: dict[str, float] = field(default_factory=dict)
    signs: dict[str, Any] = field(default_factory=dict)

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the quarter's orders."""
        return whole(self.deciding(dossier))

    def deciding(self, dossier: Dossier) -> Slices[SideOrders]:
        """Return the quarter's orders, in slices."""
        self.signs = signs_for(dossier, self.name)
        orders = yield from self.player.deciding(dossier)
        belief = self.player.memory.belief(dossier)
        told = yield from forecasting(belief, dossier, orders, self.player.seed)
        self.expected = chances(told, belief)
        return orders

    def reasons(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield what is to be logged of the last decision: kind of entry, text and data."""
        kept = self.player.log[-1]
        for kind in kept.kinds:
            yield "note", sentences(kept, kind), {"by": self.name, "kind": kind}
        if self.signs:
            yield "setting", "", {**self.signs, WORTH: kept.worth}
        for question, chance in self.expected.items():
            yield "forecast", "", {"by": self.name, "question": question, "chance": chance}


def own_seed(game: Game, side: int) -> int:
    """Return a player's seed, derived from the war's and never the war's own."""
    seed = game.past.beginning.luck[-1].seed or 0
    return int(player_seeds(np.array([seed], dtype=np.int64), side)[0])


def machines(game: Game) -> dict[int, Machine]:
    """Return the machines of a game by side; they imagine by the compiled rules where those are
    kept."""
    service.quicken_if_kept()
    return {
        side: machine(game, side) for side in range(len(SIDES)) if game.seat(side).kind != "person"
    }


def council() -> Advising:
    """Return the advisers of both sides; each hears only its own dossier."""
    return Council()
