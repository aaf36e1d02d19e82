"""Feats: a dozen things that can be done by reading the enemy well, found in a war that is over.

None of them rewards killing, parading or mistreating anybody, or asks for a blow to be struck: each
is about when a hand was held out or taken, what was tabled, and what was signed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.study.debrief.trail import Trail, TrailStep

WAITED: Final = 2  # quarters with a closed door before the first open one that make it a choice
HELD: Final = 4  # quarters, a year, that an open hand has to hold
OPEN_HANDS: Final = 3  # quarters of an enemy's open hand that have to be left unpressed
SECRET: Final = 3  # quarters spoken in secret
FORECASTS: Final = 10  # forecasts; fewer say little of who made them
SURER: Final = 0.01  # of Brier's score; a smaller gap from the base rate is none
EARLY: Final = 4  # quarters before the record's own end
OFFERS: Final = 2  # packages of the enemy's among which the best was signed
SAME: Final = 0.05  # points; scores as near as that are one
"""All Calibrated by hand: rare enough to be told, common enough to be tried for."""


@dataclass(frozen=True)
class Feat:
    """One feat. ``text`` says how it is done, in words that a person may read once the rule is
    open."""

    name: str
    title: str
    text: str
    done: Callable[[Trail], bool]


def _opened(trail: Trail) -> int | None:
    """Return the place of the side's first open hand; None where it never opened."""
    return next((place for place, step in enumerate(trail.steps) if step.open[0]), None)


def _right_hour(trail: Trail) -> bool:
    first = _opened(trail)
    if first is None or not trail.steps[first].safe:
        return False
    return sum(not step.safe for step in trail.steps[:first]) >= WAITED


def _held(trail: Trail) -> bool:
    run, held = 0, False  # run: quarters since the door was opened in this war, and they held
    for before, step in pairwise(trail.steps):
        opened = run > 0 or not before.open[0]
        run = run + 1 if opened and step.open[0] and not step.climbed[1] else 0
        held = held or run >= HELD
    return held


def _met(trail: Trail) -> bool:
    before: TrailStep | None = None
    for place, step in enumerate(trail.steps):
        shut = before is None or not (before.open[0] or before.open[1])
        if shut and step.open[1] and step.tough and not step.open[0]:
            after = trail.steps[place + 1] if place + 1 < len(trail.steps) else None
            if after and after.open[0] and not step.climbed[0] and not after.climbed[0]:
                return True
        before = step
    return False


def _unpressed(trail: Trail) -> bool:
    hands = [place for place, step in enumerate(trail.steps) if step.open[1] and step.tough]
    pressed = {place for place, step in enumerate(trail.steps) if step.climbed[0]}
    answered = (
        any(
            step.open[0] and not before.open[0]
            for before, step in pairwise(trail.steps[hands[0] :])
        )
        if hands
        else False
    )
    return (
        answered
        and len(hands) >= OPEN_HANDS
        and not any(place in pressed or place + 1 in pressed for place in hands)
    )


def _first_word(trail: Trail) -> bool:
    first = next((step.own for step in trail.steps if step.own is not None), None)
    return trail.settlement is not None and not trail.signed_theirs and trail.settlement == first


def _their_wants(trail: Trail) -> bool:
    return trail.settlement is not None and trail.nearer >= 1 and trail.scores[0] >= trail.marks[0]


def _best_tabled(trail: Trail) -> bool:
    if not (trail.signed_theirs and trail.signable):
        return False
    last = trail.signable[-1]
    packages = {one.positions for one in trail.signable}
    return (
        last.place == len(trail.steps) - 1
        and len(packages) >= OFFERS
        and last.score >= max(one.score for one in trail.signable) - SAME
    )


def _both(trail: Trail) -> bool:
    return trail.settlement is not None and all(
        score > mark for score, mark in zip(trail.scores, trail.marks, strict=True)
    )


def _seer(trail: Trail) -> bool:
    return trail.forecasts >= FORECASTS and trail.brier < trail.base - SURER


def _quiet(trail: Trail) -> bool:
    spoken = sum(step.secret for step in trail.steps)
    return (
        trail.settlement is not None
        and spoken >= SECRET
        and not any(step.leaked for step in trail.steps)
    )


def _calm(trail: Trail) -> bool:
    return trail.settlement is not None and max(trail.fire) <= 0.0


def _early(trail: Trail) -> bool:
    return trail.settlement is not None and trail.left >= EARLY


FEATS: Final = (
    Feat("right-hour", "The right hour",
         "Your first open hand came when talking was safe, after at least two quarters in which it "
         "was not and your door stayed shut.", _right_hour),
    Feat("held-hand", "A hand that held",
         "You opened your hand and kept it open for a year, in which they never went further.",
         _held),
    Feat("met", "Met on the way",
         "A government that could have stayed held out its hand; a quarter later yours was open, "
         "and you had not gone further.", _met),
    Feat("unpressed", "Not taken for tiring",
         "In three quarters or more a government that could have stayed held out its hand; you "
         "never pressed it then, and opened your own.", _unpressed),
    Feat("first-word", "The first package",
         "They signed the first package that you tabled, unchanged.", _first_word),
    Feat("their-wants", "What they wanted most",
         "You gave them more than Paris did of what they privately cared for most, and came out no "
         "worse than the mark.", _their_wants),
    Feat("best-tabled", "The best they would table",
         "You signed their package in the quarter in which it was worth most to you of all that "
         "they tabled.", _best_tabled),
    Feat("both-better", "Better for both",
         "You signed, and both governments came out better than the mark.", _both),
    Feat("seer", "Read beforehand",
         "Of ten forecasts or more, sealed before the event, yours came truer than always saying "
         "how often such things come.", _seer),
    Feat("in-confidence", "In confidence",
         "You signed after at least three quarters of secret words, and no channel leaked.",
         _quiet),
    Feat("calm", "Not under fire", "It was signed while neither side talked under fire.", _calm),
    Feat("early", "Before its time",
         "It was signed at least a year before the war of the record ended.", _early),
)  # fmt: skip
"""In the order in which they are shown."""


def done(trail: Trail) -> Iterator[Feat]:
    """Yield the feats of a war, in their order."""
    yield from (feat for feat in FEATS if feat.done(trail))
