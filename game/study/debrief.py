"""The debrief: every overture, answer, refusal, demonstration and escalation of a war that is over.

For each one entry of plain data: what the sender privately was, what the enemy believed before and
after, which branch of the rule applied, what followed, and what the rule says of the quarter before
and after and of the other posture. Every number is the engine's own, unrounded. In front stands one
sentence a side: when talking was first safe, what made it so, and what the side did then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, Step
from game.engine.board import HANOI, SIDES, WASHINGTON, Floats
from game.engine.ladders import ANSWER, OFFER, OPEN_FROM, POSTURES, RESERVES
from game.engine.postures import own_open_probability, posture_game
from game.engine.rules import inference
from game.engine.tables import Tables
from game.theory.posture import PostureGame, solve

Entry = dict[str, Any]

SAFE: Final = 0.5  # the rule's P(open) above which talking was safe
SHOWN: Final = 0.25  # scale from which a reinforcement counts as a demonstration: 16,000 men
KINDS: Final = ("overture", "answer", "refusal", "demonstration", "escalation")
WEAKNESS = "read as weakness"
TOO_COSTLY = "escalation too costly to answer"
ALREADY_SHOWN = "resilience already shown"
GUARANTEED = "a mediator's guarantee"
CAUSES: Final = {
    "belief_high": "what your enemy thought of your resilience",
    "cost": "what going further would have cost your enemy",
    "belief_dove": "what you thought of your enemy's nerve",
    "guarantee": "a mediator's guarantee",
    "talks": "what there was to talk about",
}
"""The parts of the posture game that can make talking safe, and how they are told."""


@dataclass(frozen=True)
class Told:
    """A war to be debriefed: its campaign, its tables and every quarter, opened."""

    campaign: Campaign
    tables: Tables
    steps: Sequence[Step]

    def name(self, at: int) -> str:
        """Return the name of the quarter of a step."""
        return self.campaign.quarter(int(self.steps[at].opening.quarter[0]))


def debrief(campaign: Campaign, tables: Tables, steps: Sequence[Step]) -> dict[str, Any]:
    """Return the entries in order of play, and a sentence for each side.

    ``steps`` must be those of a war that is over: everything hidden is opened.
    """
    war = Told(campaign, tables, steps)
    entries = [entry for at in range(len(steps)) for side in (WASHINGTON, HANOI)
               for entry in _of_quarter(war, at, side)]  # fmt: skip
    return {
        "sentences": {name: sentence(war, side) for side, name in enumerate(SIDES)},
        "first_safe": {name: first_safe(war, side) for side, name in enumerate(SIDES)},
        "entries": entries,
    }


def _of_quarter(war: Told, at: int, side: int) -> Iterator[Entry]:
    """Yield the entries of one side in one quarter, at most one of a kind."""
    for kind in kinds(war.steps, at, side):
        yield entry(war, at, side, kind)


def kinds(steps: Sequence[Step], at: int, side: int) -> list[str]:
    """Return what a side did in a quarter that the enemy could read.

    An overture is an offer, or opening after having been closed. A refusal turns down an offer
    that lies on the table.
    """
    step = steps[at]
    orders, outcome = step.orders, step.outcome
    message, is_open = int(orders.rung(side, "message")[0]), bool(orders.open[0, side])
    was_open = float(step.opening.openness[0, side]) >= SAFE
    refused = bool(inference.refused(step.opening, orders)[0, side])
    shown = (float(outcome.offensive.scale[0]) > 0 if side == HANOI else
             float(outcome.scale_seen[0, side]) >= SHOWN
             or int(orders.rung(side, "home")[0]) == RESERVES)  # fmt: skip
    happened = (
        message == OFFER or (is_open and not was_open),
        message == ANSWER and is_open,
        refused,
        shown,
        float(outcome.escalation[0, side]) == 1.0,
    )
    return [kind for kind, did in zip(KINDS, happened, strict=True) if did]


def entry(war: Told, at: int, side: int, kind: str) -> Entry:
    """Return one entry; probabilities and beliefs are the engine's, unrounded."""
    step = war.steps[at]
    before, after, orders = step.opening, step.closing, step.orders
    channel = int(orders.channel[0, side])
    return {
        "quarter": war.name(at),
        "side": SIDES[side],
        "kind": kind,
        "posture": POSTURES[int(orders.postures[0, side])],
        "channel": war.tables.channels.names[channel],
        "leaked": bool(step.outcome.leaked[0, side]),
        "type": {"resilience": ("low", "high")[int(before.resilience[0, side])],
                 "nerve": ("hawk", "dove")[int(before.nerve[0, side])]},
        "believed_resilient": _pair(before.belief_resilient, after.belief_resilient, side),
        "believed_dove": _pair(before.belief_dove, after.belief_dove, side),
        "branch": branch(war, at, side),
        "followed": followed(war, at, side),
        "rule": {"then": reading(step, side),
                 "earlier": reading(war.steps[at - 1], side) if at else None,
                 "later": reading(war.steps[at + 1], side) if at + 1 < len(war.steps) else None},
    }  # fmt: skip


def _pair(before: Floats, after: Floats, side: int) -> dict[str, float]:
    return {"before": float(before[0, side]), "after": float(after[0, side])}


def reading(step: Step, side: int) -> Entry:
    """Return what the rule said as a quarter opened, of either posture of a side."""
    world = step.opening
    def of(name: str) -> float:
        return float(getattr(world, name)[0, side])

    return {
        "open_probability": float(own_open_probability(world)[0, side]),
        "open": {"enemy_escalates": of("escalate_open"), "believed_resilient": of("belief_open")},
        "closed": {"enemy_escalates": of("escalate_closed"),
                   "believed_resilient": of("belief_closed")},
    }  # fmt: skip


def followed(war: Told, at: int, side: int) -> Entry:
    """Return what the enemy did next, and where belief stood a year later."""
    enemy, later = 1 - side, min(at + 4, len(war.steps) - 1)
    answer = war.steps[at + 1] if at + 1 < len(war.steps) else None
    return {
        "enemy_escalated": None if answer is None else float(answer.outcome.escalation[0, enemy]),
        "enemy_posture": None if answer is None
        else POSTURES[int(answer.orders.postures[0, enemy])],
        "talks_sat": bool(war.steps[at].outcome.sitting[0]),
        "belief_a_year_later": float(war.steps[later].closing.belief_resilient[0, side]),
        "ended_war": bool(war.steps[at].closing.ended[0] != 0),
    }


def branch(war: Told, at: int, side: int) -> str:
    """Return which branch of the rule applied to a side as the quarter opened.

    Where talking was safe it is asked, with one thing changed, whether it would still have been:
    without the guarantee, then with the belief at its prior.
    """
    step = war.steps[at]
    if chance(_game(war, at), step, side) <= SAFE:
        return WEAKNESS
    game = _game(war, at)
    if chance(replace(game, guarantee=np.zeros((1, 2))), step, side) <= SAFE:
        return GUARANTEED
    unmoved = replace(game, belief_high=inference.prior(step.opening, war.tables))
    return TOO_COSTLY if chance(unmoved, step, side) > SAFE else ALREADY_SHOWN


def _game(war: Told, at: int) -> PostureGame:
    return posture_game(war.steps[at].opening, war.tables)


def chance(game: PostureGame, step: Step, side: int) -> float:
    """Return P(open) of a side's true type in a posture game, as the engine rounds it."""
    found = solve(game)
    both = (found.open_if_low, found.open_if_high)
    return round(float(both[int(step.opening.resilience[0, side])][0, side]), 6)


def first_safe(war: Told, side: int) -> Entry | None:
    """Return the first quarter in which talking was safe for a side, what made it so and what it
    did then; None if there was none."""
    for at, step in enumerate(war.steps):
        likely = float(own_open_probability(step.opening)[0, side])
        if likely > SAFE:
            return {
                "quarter": war.name(at),
                "open_probability": likely,
                "made_by": None if at == 0 else made_by(war, at, side),
                "posture": POSTURES[int(step.orders.postures[0, side])],
                "opened": int(step.orders.postures[0, side]) >= OPEN_FROM,
            }
    return None


def made_by(war: Told, at: int, side: int) -> str:
    """Return the part of the posture game whose change since the quarter before moves P(open)
    most, put alone into the quarter before."""
    before, after = _game(war, at - 1), _game(war, at)
    step = war.steps[at]
    assert set(CAUSES) <= {field.name for field in fields(PostureGame)}
    moved = {name: chance(replace(before, **{name: getattr(after, name)}), step, side)
             for name in CAUSES}  # fmt: skip
    return max(moved, key=lambda name: moved[name])


def sentence(war: Told, side: int) -> str:
    """Return the debrief's first sentence for a side."""
    found = first_safe(war, side)
    if found is None:
        return "In no quarter of this war was talking safe for you."
    did = "opened" if found["opened"] else "stayed closed"
    if found["made_by"] is None:
        return f"Talking was safe for you from {found['quarter']} on; that quarter you {did}."
    return (f"Talking was first safe for you in {found['quarter']}: what made it so was "
            f"{CAUSES[found['made_by']]}; that quarter you {did}.")  # fmt: skip
