"""The advisers: four a side, each reading the same papers in its own way.

All share one belief about what cannot be seen; each leans, by its doctrine, towards some of the
imagined worlds. Where the papers leave little room the leaning changes little and they agree; where
the evidence is divided, so are they. Each gives for every question a best figure, a range that
should hold the truth four times in five, what it rests on, and what follows either way.
"""

from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from game.engine.board import WASHINGTON, Floats
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders, standing
from game.engine.sight import sight_of
from game.players import advice_words, recommended
from game.players.advice_widths import AGES, WIDTHS
from game.players.base import payable
from game.players.belief_state import Belief
from game.players.forecast import QUESTIONS, Forecast, forecasting, hedged
from game.players.kept import HeldRanges, kept
from game.players.memory import Memory, follows, same_day
from game.players.slices import Slices, whole

PARTICLES = 256
SEED = 1965  # the same for every war: the same dossier gives the same advice
SPREAD: Final = 0.5  # of what the imagined worlds leave open; the rest of a range is experience
EXPOSED: Final = 20.0  # thousand Americans below which a range is not narrowed further
FLOORS: Final = {"read": 0.01, "next": 0.5, "cost": 5.0, "terms": 0.02, "score": 0.2}
"""The least half-width of a range before it is widened, in the question's unit."""


@dataclass(frozen=True)
class Counsellor:
    """One adviser. ``resilient``, ``dove`` and ``doctrine`` are log-odds by which it leans towards
    worlds where the enemy is highly resilient, is a dove, follows its doctrines in their order;
    ``tilt`` is how far it leans to high (+) or low (-) answers, a number a question, in standard
    deviations of what the papers leave open."""

    name: str
    office: str
    school: str
    resilient: float
    dove: float
    doctrine: tuple[float, ...]
    tilt: tuple[float, ...]


@dataclass(frozen=True)
class Estimate:
    """An answer to one question: best figure and 80 % range in the question's unit, in words, with
    the reason and what follows if the truth is at the low or at the high end."""

    question: str
    best: float
    low: float
    high: float
    words: str
    reason: str
    if_low: str
    if_high: str


@dataclass(frozen=True)
class Advice:
    """What one adviser says this quarter. ``opens`` and ``climbs`` are its chances (0..1) that the
    enemy is open, and goes further, next quarter; ``summary`` what it recommends; ``kept`` how its
    ranges have held so far, as far as the side can tell."""

    adviser: Counsellor
    estimates: tuple[Estimate, ...]
    opens: float
    climbs: float
    summary: str
    kept: HeldRanges = field(default_factory=HeldRanges)


ADVISERS: Final = (
    (
        Counsellor(
            "An aide in the White House",
            "White House staff",
            "graduated-pressure",
            0.2,
            0.0,
            (0.4, 0.0, 0.2, 0.0, 0.0),
            (0.4, -0.3, -0.3, -0.3, -0.3),
        ),
        Counsellor(
            "A planner of the Joint Staff",
            "Joint Staff",
            "knockout",
            -1.0,
            0.6,
            (0.0, 0.5, 0.0, 0.3, 0.0),
            (-0.7, 0.6, -0.6, -0.6, -0.5),
        ),
        Counsellor(
            "The desk for Indochina",
            "State Department",
            "exit",
            1.0,
            -0.3,
            (0.6, 0.0, 0.3, 0.0, 0.0),
            (-0.3, 0.3, 0.7, 0.6, 0.5),
        ),
        Counsellor("The estimates desk", "Intelligence", "", 0.0, 0.0, (0.0,) * 5, (0.0,) * 5),
    ),
    (
        Counsellor(
            "A staff officer of the front",
            "General Staff",
            "protracted-war",
            0.3,
            -0.3,
            (0.4, 0.2, 0.0, 0.0, 0.0),
            (0.3, 0.5, 0.6, 0.3, 0.3),
        ),
        Counsellor(
            "A member of the Secretariat",
            "Secretariat",
            "general-offensive",
            -1.0,
            0.6,
            (0.0, 0.0, 0.6, 0.0, 0.3),
            (-0.6, -0.5, -0.6, 0.6, -0.5),
        ),
        Counsellor(
            "The desk for the West",
            "Foreign Ministry",
            "fight-and-talk",
            -0.3,
            0.8,
            (0.2, 0.0, 0.4, 0.0, 0.2),
            (0.6, -0.4, 0.0, -0.4, 0.0),
        ),
        Counsellor(
            "The desk for the South", "Research section", "", 0.0, 0.0, (0.0,) * 5, (0.0,) * 5
        ),
    ),
)
"""By side. Leanings are Calibrated by hand: enough to disagree, not to be wrong by design."""


@dataclass
class Council:
    """A side's advisers through a war. The same dossier gives the same advice.

    ``told`` is the last forecast, for whoever measures the advisers. What was said of the quarters
    before is said again where it is not remembered, so that a war loaded has the same record.
    """

    memory: Memory = field(default_factory=lambda: Memory(PARTICLES, SEED))
    told: Forecast | None = None
    _said: list[tuple[Advice, ...]] = field(default_factory=list)
    _of: Dossier | None = None

    def advise(self, dossier: Dossier, orders: SideOrders | None = None) -> tuple[Advice, ...]:
        """Return what each adviser says today; ``orders`` (one war) are those whose cost is asked
        for, standing orders if none are given."""
        return whole(self.advising(dossier, orders))

    def advising(
        self, dossier: Dossier, orders: SideOrders | None = None
    ) -> Slices[tuple[Advice, ...]]:
        """Return ``advise``, in slices; orders that are asked about are compared with nothing."""
        if orders is not None:
            return (yield from self._heard(dossier, orders))
        if self._of is None or not (follows(dossier, self._of) or same_day(dossier, self._of)):
            self._said = []
        self._of = dossier
        for played in range(len(self._said), len(dossier.views)):
            past = dossier.until(played)
            sight = sight_of(past)
            going_on = payable(standing(sight.in_force, sight.channel), sight)
            self._said.append((yield from self._heard(past, going_on)))
        return tuple(
            replace(one, kept=kept([said[place] for said in self._said], dossier))
            for place, one in enumerate(self._said[len(dossier.reports)])
        )

    def _heard(self, dossier: Dossier, orders: SideOrders) -> Slices[tuple[Advice, ...]]:
        """Return what each adviser says of one day and the orders asked about."""
        belief = yield from self.memory.recalling(dossier)
        told = self.told = yield from forecasting(belief, dossier, orders, SEED)
        said = []
        for adviser in ADVISERS[dossier.side]:
            yield
            said.append(_advice(adviser, told, dossier))
        return tuple(said)


def _advice(adviser: Counsellor, told: Forecast, dossier: Dossier) -> Advice:
    """Return one adviser's reading of a forecast."""
    leaning = leant(told.belief, adviser)
    opens, climbs = hedged(leaning.mean(told.opens)), hedged(leaning.mean(told.climbs))
    made = []
    for question in QUESTIONS:
        best, low, high = ranged(
            leaning, told.samples[question], adviser, question, len(dossier.reports)
        )
        said = advice_words.said(question, dossier, (best, low, high), opens, climbs)
        made.append(Estimate(question, best, low, high, *said))
    last = dossier.quarter >= dossier.tables.quarters - 1
    read = made[0].best
    summary = recommended.summary(adviser.name, dossier.view, opens, climbs, read, last)
    return Advice(adviser, tuple(made), opens, climbs, summary)


def leant(belief: Belief, adviser: Counsellor) -> Belief:
    """Return the belief with its weights leant towards the worlds an adviser finds likelier."""
    enemy, world = 1 - belief.side, belief.world
    odds = adviser.resilient * world.resilience[:, enemy] + adviser.dove * world.nerve[:, enemy]
    odds = odds + np.array(adviser.doctrine)[belief.doctrine]
    weight = belief.weight * np.exp(odds - odds.max())
    return Belief(belief.side, world, belief.doctrine, weight / weight.sum())


def tilted(belief: Belief, samples: Floats, tilt: float) -> Belief:
    """Return the belief with its weights tilted towards high or low ``samples`` (N,)."""
    middle = belief.mean(samples)
    spread = np.sqrt(belief.mean(np.square(samples - middle)))
    if tilt == 0.0 or spread <= 1e-9:
        return belief
    weight = belief.weight * np.exp(tilt * np.clip((samples - middle) / spread, -3.0, 3.0))
    return Belief(belief.side, belief.world, belief.doctrine, weight / weight.sum())


def ranged(
    belief: Belief, samples: Floats, adviser: Counsellor, question: str, read: int
) -> tuple[float, float, float]:
    """Return the adviser's best figure and a range about it, as wide as experience teaches of a
    dossier of which ``read`` quarters have been played."""
    best, below, above = reaches(belief, samples, adviser, question)
    down, up = WIDTHS[belief.side][adviser.name][QUESTIONS.index(question)][aged(read)]
    times = scale(belief, question)
    low, high = best - SPREAD * below - times * down, best + SPREAD * above + times * up
    least, most = advice_words.BOUNDS[question]
    return best, float(np.clip(low, least, most)), float(np.clip(high, least, most))


def reaches(
    belief: Belief, samples: Floats, adviser: Counsellor, question: str
) -> tuple[float, float, float]:
    """Return the median as an adviser leans, and how far its own 80 % range reaches below and
    above it; where half the samples or more agree, half the spread of all of them at the least."""
    leaning = tilted(belief, samples, adviser.tilt[QUESTIONS.index(question)])
    best = leaning.quantile(samples, 0.5)
    spread = np.sqrt(belief.mean(np.square(samples - belief.mean(samples))))
    least = max(FLOORS[question], 0.5 * float(spread))
    below = max(best - leaning.quantile(samples, 0.1), least)
    above = max(leaning.quantile(samples, 0.9) - best, least)
    return best, below, above


def scale(belief: Belief, question: str) -> float:
    """Return what an entry of ``WIDTHS`` is multiplied by: the thousands of Americans there for
    what Washington's orders cost, since few cannot lose many; 1 for all else."""
    if question != "cost" or belief.side != WASHINGTON:
        return 1.0
    return max(float(belief.world.troops[0]), EXPOSED)


def aged(read: int) -> int:
    """Return which column of ``WIDTHS`` a dossier of so many quarters stands in."""
    return sum(read >= age for age in AGES)
