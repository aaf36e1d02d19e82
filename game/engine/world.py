"""The World: everything that is true of N wars at the start of a quarter.

Every field is an array whose first axis is N; the axes after it are declared with the field:
S sides (Washington, Hanoi), C corps (I to IV), Z zones of the North (panhandle, heartland,
Hanoi-Haiphong), I issues of the table, K channels, L slots of orders, R rungs of a side's menu,
D dilemmas of a side, A of them asked in one quarter.
A World is never changed: a rule returns another with ``with_``.
"""

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np

from game.engine.board import CORPS, FULL_PURSE, ISSUES, NORTH, RUNNING, SIDES, Floats, Ints, Masks
from game.engine.fields import Field, declare, declared
from game.engine.ladders import L, R

MOST_DILEMMAS: Final = 40  # of a side in a campaign: the D axis
ASKED: Final = 2  # dilemmas a side is asked in one quarter, at most: the A axis
ANSWERS: Final = 3  # answers a dilemma offers, at most
CHANCE_CAME: Final = 4  # added to an answer given once its chance has come
SEQUEL_CAME: Final = 8  # added once its sequel has
SHARE = (0.0, 1.0)
LOG_ODDS = (-12.0, 12.0)


@dataclass(frozen=True)
class World:
    """N wars, each at the start of its ``quarter``. Source of start values: the campaign file."""

    # fmt: off
    # The clock and the end
    quarter: Ints = declare("", "quarters since the campaign's first", 1, (0, 400), "all",
                            "The quarter about to be played")
    ended: Ints = declare("", "ending", 1, (0, 5), "all", "How the war ended; 0 while it runs")
    settlement: Ints = declare("I", "position", 1, (-1, 3), "all",
                               "The five issues as settled; -1 without a settlement")

    # Washington
    approval: Floats = declare("", "share", 1e-4, SHARE, "all", "Approval of the president")
    opposition: Floats = declare("", "share", 1e-4, SHARE, "all",
                                 "Americans who think the war a mistake; never reset")
    blame: Floats = declare("", "thousand deaths", 1e-3, (0, 100), "washington",
                            "Recent deaths the sitting president is blamed for; fades")
    rallied: Floats = declare("", "share", 1e-4, (0, 0.5), "washington",
                              "Approval lent by a rally; fades")
    dissent: Floats = declare("", "log-odds", 1e-4, (-2, 2), "washington",
                              "Outrage at escalation, on top of what the dead weigh; fades")
    troops: Floats = declare("", "thousand men", 1e-3, (0, 900), "all", "American troops there")
    peak: Floats = declare("", "thousand men", 1e-3, (0, 900), "all",
                           "American strength the enemy has got used to; fades slowly")
    reserve: Floats = declare("", "thousand men", 1e-3, (0, 1200), "washington",
                              "Men the services can still send")
    reserves_called: Ints = declare("", "yes or no", 1, (0, 1), "all", "The reserves are called up")
    us_deaths: Ints = declare("", "men", 1, (0, 10**7), "all", "American hostile deaths so far")
    aircraft_lost: Ints = declare("", "aircraft", 1, (0, 10**6), "all",
                                  "American aircraft lost over North Vietnam so far")
    prisoners: Ints = declare("", "men", 1, (0, 10**6), "all", "Americans taken prisoner so far")
    struck: Floats = declare("", "share", 1e-4, SHARE, "washington",
                             "How far the targets in the North have been used up")

    # Saigon
    arvn: Floats = declare("", "thousand men", 1e-3, (0, 2000), "washington",
                           "Saigon's regular and regional forces")
    quality: Floats = declare("", "share", 1e-4, SHARE, "washington", "Quality of Saigon's forces")
    stability: Floats = declare("", "share", 1e-4, SHARE, "all", "Stability of Saigon's government")
    control: Floats = declare("C", "share of people", 1e-4, SHARE, "washington",
                              "Population under Saigon's control, by corps")
    saigon_deaths: Ints = declare("", "men", 1, (0, 10**7), "all",
                                  "Dead of Saigon's forces so far")

    # Hanoi
    main_force: Floats = declare("C", "thousand men", 1e-3, (0, 900), "hanoi",
                                 "Main force in the South, by corps")
    guerrillas: Floats = declare("C", "thousand men", 1e-3, (0, 900), "hanoi",
                                 "Guerrillas in the South, by corps")
    cadres: Floats = declare("", "share", 1e-4, SHARE, "hanoi",
                             "The Front's infrastructure among the people")
    manpower: Floats = declare("", "thousand men", 1e-3, (0, 5000), "hanoi",
                               "Men the North can still send or arm")
    function: Floats = declare("Z", "share", 1e-4, SHARE, "hanoi",
                               "Peacetime function left in the North, by zone")
    throughput: Floats = declare("", "share", 1e-4, (0, 1.2), "hanoi",
                                 "Throughput of the trail, as a share of its best")
    sanctuary: Floats = declare("", "share", 1e-4, SHARE, "hanoi",
                                "Use of the Cambodian sanctuaries and their port route")
    port_route: Floats = declare("", "share", 1e-4, SHARE, "all",
                                 "What Phnom Penh lets through to the sanctuaries")
    air_defence: Floats = declare("", "share", 1e-4, SHARE, "hanoi", "Air defence of the North")
    aid_moscow: Floats = declare("", "share", 1e-4, SHARE, "hanoi", "Aid from Moscow")
    aid_beijing: Floats = declare("", "share", 1e-4, SHARE, "hanoi", "Aid from Beijing")
    quarrel: Floats = declare("", "share", 1e-4, SHARE, "all", "The quarrel of the two patrons")
    cohesion: Floats = declare("", "share", 1e-4, SHARE, "hanoi", "Cohesion of the Politburo")
    preparation: Floats = declare("", "share", 1e-4, SHARE, "hanoi",
                                  "Readiness for a general offensive")
    fatigue: Floats = declare("", "share", 1e-4, (0, 2), "hanoi",
                              "Weariness of the forces in the South")
    hanoi_deaths: Ints = declare("", "men", 1, (0, 10**7), "hanoi",
                                 "Dead of Hanoi's forces in the South so far")
    deaths_claimed: Ints = declare("", "men", 1, (0, 10**7), "all",
                                   "Enemy dead as Washington has claimed them so far")
    ruin: Floats = declare("", "share-quarters", 1e-4, (0, 400), "hanoi",
                           "Function of the North lost to bombing, summed over quarters")

    # What both have
    capital: Floats = declare("S", "points", 1e-3, (0, FULL_PURSE), "own", "Political capital")
    strain: Floats = declare("S", "share", 1e-4, (0, 4), "own",
                             "What the enemy's escalation is doing to this side")
    broken: Floats = declare("S", "share", 1e-4, (0, 4), "own",
                             "What pressure has broken in this side; heals in years")
    resilience: Ints = declare("S", "type", 1, (0, 1), "own", "Private type: 1 when resilient")
    nerve: Ints = declare("S", "type", 1, (0, 1), "own", "Private type: 0 hawk, 1 dove")

    # Beliefs: row s is about side s and held by its enemy
    demonstrated: Floats = declare("S", "log-odds", 1e-6, LOG_ODDS, "hidden",
                                   "Memory of demonstrations of resilience")
    postured: Floats = declare("S", "log-odds", 1e-6, LOG_ODDS, "hidden", "Memory of postures")
    suppressed: Floats = declare("S", "log-odds", 1e-6, LOG_ODDS, "hidden",
                                 "Inference a channel's shield has kept back")
    nerved: Floats = declare("S", "log-odds", 1e-6, LOG_ODDS, "hidden",
                             "Memory of escalating and holding")
    novelty_spent: Floats = declare("S", "share", 1e-4, (0, 4), "hidden",
                                    "Recent demonstrations, which make the next tell less")
    belief_resilient: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
                                       "The enemy's belief that this side is highly resilient")
    belief_dove: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
                                  "The enemy's belief that this side is a dove")

    # What the rule reads in the state with which the quarter opens; row s is side s as sender
    open_low: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "Probability that a sender of low resilience is open")
    open_high: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "The same at high resilience")
    belief_open: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "Receiver's belief after an open posture")
    belief_closed: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "The same after a closed one")
    escalate_open: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "Probability that the receiver escalates after an open posture")
    escalate_closed: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "The same after a closed one")
    dove_open: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "The same for a dove after an open posture")
    dove_closed: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "For a dove after a closed one")
    hawk_open: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "For a hawk after an open posture")
    hawk_closed: Floats = declare("S", "probability", 1e-6, SHARE, "hidden",
        "For a hawk after a closed one")

    # Orders that stand, and what the world has seen of them
    in_force: Ints = declare("SL", "rung", 1, (0, 5), "own", "Rungs in force")
    reached: Ints = declare("SL", "rung", 1, (0, 5), "own", "Rungs ordered last quarter")
    reached_before: Ints = declare("SL", "rung", 1, (0, 5), "own",
                                   "Rungs ordered the quarter before last")
    acts: Ints = declare("SL", "rung", 1, (-1, 5), "all",
                         "Rungs of last quarter as the world saw them; -1 where secret")
    escalation: Floats = declare("S", "share", 1e-4, SHARE, "hidden",
                                 "How far last quarter's orders escalated")
    openness: Floats = declare("S", "share", 1e-4, SHARE, "all",
                               "Openness of last quarter's posture")
    openness_settled: Floats = declare("S", "share", 1e-6, SHARE, "hidden",
                                       "Openness at which the side has settled in the enemy's eyes")

    # Diplomacy
    channel: Ints = declare("S", "channel", 1, (0, 63), "own",
                            "Channel last used; 0 is in public")
    burnt: Ints = declare("K", "yes or no", 1, (0, 1), "all", "The channel has leaked: closed")
    offered: Ints = declare("S", "yes or no", 1, (0, 1), "all",
                            "An offer of this side lies unanswered")
    deadline: Ints = declare("S", "yes or no", 1, (0, 1), "all",
                             "This side has announced a deadline that falls due this quarter")
    tabled: Ints = declare("SI", "position", 1, (-1, 3), "all",
                           "Package this side has tabled; -1 before there is one")
    tabled_in: Ints = declare("S", "quarter", 1, (-1, 400), "all", "When it was last changed")
    conceded: Ints = declare("S", "steps", 1, (-15, 15), "all",
                             "Steps the last change of this side's package gave, less taken back")
    tilt: Floats = declare("SI", "log-odds", 1e-4, (-2, 2), "own",
                           "What this government privately cares for more or less than it says")
    revealed: Floats = declare("SI", "log-odds", 1e-4, (-2, 2), "all",
                               "What this side's packages have told of that")
    duress: Floats = declare("S", "share", 1e-4, SHARE, "own",
                             "How far this side talks under fire; a settlement is kept accordingly")
    talking: Ints = declare("", "quarters", 1, (0, 400), "all", "Quarters in a row of talks")
    understanding: Ints = declare("", "kind", 1, (0, 2), "all",
                                  "Understanding in force: 0 none, 1 bombing limit, 2 full halt")
    expected: Floats = declare("I", "position", 1e-3, (0, 3), "hidden",
                               "Terms that the balance of leverage makes each side expect")
    detente: Floats = declare("", "share", 1e-4, SHARE, "all",
                              "Warmth between Washington and the two patrons")
    brink: Floats = declare("", "of the threshold", 1e-4, (0, 3), "hidden",
                            "How near the patrons are to stepping in; they do at about 1")
    stepped_in: Ints = declare("", "times", 1, (0, 400), "all", "How often they have stepped in")
    chill: Floats = declare("", "share", 1e-4, SHARE, "all",
                            "What of detente a crossing has called off; fades")
    weather: Floats = declare("", "share", 1e-4, (0, 0.5), "all",
                              "Sorties that this quarter's weather keeps down")

    # What each side thinks it knows of the other; drawn once, with luck, and stored
    seen_main_force: Floats = declare("C", "thousand men", 1e-1, (0, 2000), "washington",
                                      "Washington's estimate of the enemy's main force, by corps")
    seen_guerrillas: Floats = declare("C", "thousand men", 1e-1, (0, 2000), "washington",
                                      "Washington's estimate of guerrillas, by corps")
    seen_infiltration: Floats = declare("", "thousand men", 1e-1, (0, 500), "washington",
                                        "Washington's estimate of last quarter's infiltration")
    seen_throughput: Floats = declare("", "share", 1e-3, (0, 2), "washington",
                                      "Washington's estimate of the trail's throughput")
    seen_capacity: Floats = declare("", "share", 1e-3, (0, 2), "washington",
                                    "Washington's estimate of the North's function")
    seen_cohesion: Floats = declare("", "share", 1e-3, (0, 2), "washington",
                                    "Washington's estimate of the Politburo's cohesion")
    seen_quality: Floats = declare("", "share", 1e-3, (0, 2), "hanoi",
                                   "Hanoi's estimate of the quality of Saigon's forces")
    seen_control: Floats = declare("C", "share", 1e-3, (0, 2), "hanoi",
                                   "Hanoi's estimate of Saigon's control, by corps")
    seen_reserve: Floats = declare("", "thousand men", 1e-1, (0, 3000), "hanoi",
                                   "Hanoi's estimate of what Washington can still send")
    seen_brink: Ints = declare("S", "step of five", 1, (0, 4), "own",
                               "How near this side thinks the patrons are to stepping in")
    seen_terms: Floats = declare("SI", "position", 1e-2, (0, 3), "own",
                                 "The terms this side's advisers think within reach")

    # The menu of the quarter about to be played
    prices: Ints = declare("SR", "points", 1, (0, 999), "own", "Price of each rung, flat list")
    legal: Ints = declare("SR", "yes or no", 1, (0, 1), "own", "Rungs that may be ordered")
    signing: Ints = declare("S", "points", 1, (0, 999), "own",
                            "What has to be in the purse to sign the other's package")
    payroll: Floats = declare("S", "points", 1e-3, (-100, 100), "own",
                              "Political capital gained last quarter beside what orders cost")

    # Decisions of one's own government
    asked: Ints = declare("SA", "dilemma", 1, (0, MOST_DILEMMAS), "own",
                          "What this side is asked this quarter, by number from 1; 0 for nothing")
    answered: Ints = declare("SD", "answer", 1, (0, ANSWERS + CHANCE_CAME + SEQUEL_CAME), "own",
                             "Answers given, from 1; 4 more once the chance in it has come, "
                             "8 more once its sequel has")
    answered_in: Ints = declare("SD", "quarter", 1, (0, 400), "own", "When they were given")

    # How the enemy seems to have taken what this side showed last quarter; drawn once, with error
    taken: Ints = declare("S", "class", 1, (-1, 1), "own",
                          "As a sign of tiring (-1), as nothing new (0), as meaning to stay (1)")
    taken_sure: Ints = declare("S", "class", 1, (0, 2), "own",
                               "How sure its people are of that: hardly, fairly, quite")

    # fmt: on

    def __len__(self) -> int:
        """How many wars there are."""
        return len(self.quarter)

    def with_(self, **changes: Any) -> Self:
        """Return this world with some fields replaced; the cost does not grow with the others."""
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.__dict__.update(changes)
        return made

    @property
    def running(self) -> Masks:
        """(N,) the wars that have not ended."""
        return self.ended == RUNNING


FIELDS: Final[dict[str, Field]] = declared(World)
FRACTIONS: Final = tuple((name, field) for name, field in FIELDS.items() if not field.whole)


def shape(axes: str, worlds: int, channels: int) -> tuple[int, ...]:
    """Return the array shape for ``axes`` in ``worlds`` wars of a campaign with ``channels``."""
    sizes = {
        "S": len(SIDES),
        "C": len(CORPS),
        "Z": len(NORTH),
        "I": len(ISSUES),
        "K": channels,
        "L": L,
        "R": R,
        "D": MOST_DILEMMAS,
        "A": ASKED,
    }
    return (worlds, *(sizes[axis] for axis in axes))


def take(world: World, chosen: Ints | Masks) -> World:
    """Return the wars at ``chosen`` (indices or a mask), in that order."""
    rows = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
    return World(**{name: getattr(world, name).take(rows, axis=0) for name in FIELDS})


def choose(condition: Masks, yes: World, no: World) -> World:
    """Return ``yes`` where ``condition`` (N,) holds and ``no`` elsewhere, field by field."""
    if condition.all():
        return yes
    changed = {}
    for name in FIELDS:
        new, old = getattr(yes, name), getattr(no, name)
        if new is not old:
            here = condition[(..., *(None,) * (old.ndim - 1))]
            changed[name] = np.where(here, new, old).astype(old.dtype, copy=False)
    return no.with_(**changed)


def settle(world: World, before: World | None = None) -> World:
    """Return the world with each field inside its bounds and a whole number of its precision.

    The last act of a quarter, so that a stored world and the running one are the same. Fields whose
    array is that of ``before``, a settled world, are settled already.
    """
    return world.with_(
        **{
            name: settled(getattr(world, name), field)
            for name, field in FRACTIONS
            if before is None or getattr(world, name) is not getattr(before, name)
        }
    )


def settled(values: Floats | Ints, field: Field) -> Floats | Ints:
    """Return ``values`` clipped to the field's bounds and rounded to its precision."""
    if field.whole:
        return values
    steps = round(1 / field.precision)
    inside: Floats = np.maximum(values, field.low)
    np.minimum(inside, field.high, out=inside)
    inside *= steps
    np.rint(inside, out=inside)
    inside /= steps
    return inside


def wholes(values: Floats | Ints, field: Field) -> Ints:
    """Return a settled field as whole numbers of its precision: what the digest is made of."""
    if field.whole:
        return values.astype(np.int64)
    return np.rint(values * round(1 / field.precision)).astype(np.int64)


def digests(world: World) -> list[str]:
    """Return one digest a war, over every field's whole numbers in order of declaration."""
    rows = [
        np.ascontiguousarray(_flat(wholes(getattr(world, name), field)))
        for name, field in FIELDS.items()
    ]
    table = np.concatenate(rows, axis=1).astype("<i8")
    return [hashlib.sha256(table[n].tobytes()).hexdigest()[:32] for n in range(len(world))]


def _flat(values: Any) -> Any:
    """Return (N, ...) as (N, rest); N may be nought, of which no size can be told."""
    return values.reshape(len(values), math.prod(values.shape[1:]))


def faults(world: World) -> Iterator[str]:
    """Yield what is wrong with a world: a shape, a bound, or a number that is not finite."""
    worlds, channels = len(world), world.burnt.shape[1]
    for name, field in FIELDS.items():
        values = getattr(world, name)
        wanted = shape(field.axes, worlds, channels)
        if values.shape != wanted:
            yield f"{name} is {values.shape}, not {wanted}"
        elif not np.isfinite(values).all():
            yield f"{name} holds a number that is not finite"
        elif worlds and (values.min() < field.low or values.max() > field.high):
            yield (
                f"{name} runs from {values.min()} to {values.max()}, "
                f"outside {field.low} to {field.high}"
            )
