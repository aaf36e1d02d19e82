"""Why a searching player did what it did, in words: for each overture, escalation and refusal two
sentences with the numbers it went by then."""

from typing import Final

from game.engine.board import quarter_name
from game.engine.ladders import LADDERS
from game.players.candidates import PLAN, PLANS
from game.players.doctrines import DOCTRINES
from game.players.explain import Thought
from game.words.rungs import rung_name

CAPITAL: Final = ("Washington", "Hanoi")
DONE: Final = {
    "overture": "held out its hand",
    "escalation": "went further",
    "refusal": "turned the offer down",
    "acceptance": "signed",
}
COURSES: Final = {
    "as planned": "going on as planned",
    "harder": "pressing harder",
    "softer": "easing off",
    "open": "an open hand",
    "closed": "a closed hand",
    "as it stands": "leaving all as it stands",
}
CHANGES: Final = {
    "fight on": "fighting on",
    "sign": "signing",
    "in public": "speaking in public",
    "hold": "holding to the package",
    "terms worth 0.00 more to them": "a trade of steps tabled",
    "terms worth 0.02 more to them": "a step tabled",
    "terms worth 0.05 more to them": "a larger step tabled",
    "terms worth 0.08 more to them": "two steps tabled",
    "hard terms": "harder terms tabled",
    "general offensive": "a general offensive",
}
SAME: Final = 0.05  # points of the score; less than this is written as nothing


def explained(log: list[Thought], first: str) -> list[tuple[str, str, str]]:
    """Return (quarter, kind, two sentences) for each overture, escalation and refusal of a log.

    ``first`` is the name of the campaign's first quarter.
    """
    return [
        (quarter_name(first, kept.quarter), kind, sentences(kept, kind))
        for kept in log
        for kind in kept.kinds
    ]


def sentences(kept: Thought, kind: str) -> str:
    """Return why, in two sentences with the numbers it went by: first what it did, which differs
    from quarter to quarter. Acts of one quarter are one course, weighed once."""
    return f"{_worth(kept, kind)} {_belief(kept, kind)}"


def _belief(kept: Thought, kind: str) -> str:
    enemy = CAPITAL[1 - kept.side]
    if kind in ("overture", "refusal"):
        return (
            f"It put the chance that {enemy} believed it resilient at "
            f"{kept.seen_resilient:.0%}, and that {enemy} would go further at "
            f"{kept.escalates_if_open:.0%} against an open hand and "
            f"{kept.escalates_if_closed:.0%} against a closed one."
        )
    if kind == "acceptance":
        return (
            f"It held the package to be worth {kept.offered:.0%} of its aims, and fighting on "
            f"{kept.fighting:.0%}."
        )
    return (
        f"It put the chance that {enemy} was resilient at {kept.enemy_resilient:.0%}, and that "
        f"{enemy} thought so of it at {kept.seen_resilient:.0%}."
    )


def _worth(kept: Thought, kind: str) -> str:
    gap, did = kept.worth - kept.other_worth, f"{CAPITAL[kept.side]} {_did(kept, kind)}"
    if kind in kept.kinds[1:]:
        return f"{did} by the same orders, which were weighed as a whole."
    chosen, other = course(kept, kept.label), course(kept, kept.other_label)
    if gap >= SAME:
        return (
            f"{did} because {chosen} promised it {kept.worth:.1f} points, {gap:.1f} more than "
            f"the next best: {other}."
        )
    if gap > -SAME:
        return (
            f"{did}, choosing {chosen}, which promised it {kept.worth:.1f} points, though the "
            f"next best promised as much: {other}."
        )
    return (
        f"{did}, choosing {chosen}, though the best promised {-gap:.1f} points more than its "
        f"{kept.worth:.1f}: {other}. So near, its doctrine decided."
    )


def _did(kept: Thought, kind: str) -> str:
    closed = kept.orders["posture"] in ("refuse", "conditions")
    return "sent an offer" if kind == "overture" and closed else DONE[kind]


def course(kept: Thought, label: str) -> str:
    """Return in words a course that was weighed: its plan, and what it changes.

    ``label`` is that of ``players.candidates``: such as ``plan: harder, border laos``.
    """
    return " with ".join(_words(kept, part) for part in label.split(", "))


def _words(kept: Thought, part: str) -> str:
    if part.startswith(PLAN):
        plan = part.removeprefix(PLAN)
        return COURSES.get(plan) or f"the way of “{_school(kept, plan)}”"
    if part in CHANGES:
        return CHANGES[part]
    name, _, rung = part.partition(" ")
    if name == "troops":
        return _troops(float(rung))
    if name == "by":
        return "speaking in secret"
    for ladder in LADDERS[kept.side]:
        if ladder.name == name:
            return f"“{ladder.title}: {rung_name(kept.side, name, ladder.rungs.index(rung))}”"
    raise KeyError(part)


def _school(kept: Thought, plan: str) -> str:
    """Return the title of the doctrine whose plan ``another school`` or ``a third school`` is."""
    others = [known for known in DOCTRINES[kept.side] if known.name != kept.doctrine]
    return others[PLANS.index(plan) - PLANS.index("another school")].title


def _troops(number: float) -> str:
    if number == 0:
        return "no men moved"
    return f"{abs(number):.0f},000 men {'sent' if number > 0 else 'brought home'}"
