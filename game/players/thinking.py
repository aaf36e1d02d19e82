"""The searching player: a doctrine at a level, with a belief that it carries along its dossier."""

from dataclasses import dataclass, field

from game.engine.dossier import Dossier
from game.engine.orders import SideOrders
from game.players.deciding import answering
from game.players.doctrines import Doctrine
from game.players.explain import Thought, thought
from game.players.levels import Level
from game.players.memory import Memory
from game.players.search import Task, searching
from game.players.slices import Slices, whole


@dataclass
class Thinking:
    """A player that searches. ``log`` holds what it thought, for the time after the war.

    ``seed`` is its own and not the war's; the same dossier and seed give the same orders.
    """

    doctrine: Doctrine
    level: Level
    seed: int
    log: list[Thought] = field(default_factory=list)
    memory: Memory = field(init=False)

    def __post_init__(self) -> None:
        self.memory = Memory(self.level.particles, self.seed)

    def task(self, dossier: Dossier) -> Task:
        """Return today's decision as it is put to the search."""
        return whole(self._task(dossier))

    def _task(self, dossier: Dossier) -> Slices[Task]:
        belief = yield from self.memory.recalling(dossier)
        seed = (self.seed * 1_000_003 + dossier.quarter * 7_919) % (1 << 31)
        return Task(dossier, belief, self.doctrine, self.level, seed)

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the quarter's orders."""
        return whole(self.deciding(dossier))

    def deciding(self, dossier: Dossier) -> Slices[SideOrders]:
        """Return the quarter's orders, in slices."""
        task = yield from self._task(dossier)
        verdict = yield from searching(task)
        self.log = [kept for kept in self.log if kept.quarter < dossier.quarter]
        yield
        self.log.append(thought(task, verdict))
        orders = yield from answering(task, verdict)
        return orders
