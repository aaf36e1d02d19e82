"""The sheets a committee thinks from, away from the screen: orders, table and channels.

What a sheet says of an order is what the screen says, without any sentence that tells how an open
hand or a blow is read: that is what the game is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.campaign import Campaign, build
from game.engine.board import HANOI, ISSUES, WASHINGTON
from game.engine.facts import Facts, facts_of
from game.engine.ladders import LADDERS, Ladder, slot_of
from game.engine.prices import ACT, DOWN, UP
from game.words import plain, terms
from game.words.rungs import risk, rung_name

POINTS: Final = 60  # of the score, for aims
RULE: Final = re.compile(
    r"weak|resilien|look(s|ed)? like|\b(is|be) read\b|taken for|plainest sign|will not break|"
    r"\bbegging|signs? of need|read as|concluded from|understood in|can no longer climb|"
    r"has spoken|remember",
    re.IGNORECASE,
)
"""Words of a sentence that tells the rule, or half of it."""


@dataclass(frozen=True)
class SheetRung:
    """One rung as the menu prints it: ``price`` in points from what stands as the campaign opens,
    ``seen`` what the enemy sees of it."""

    name: str
    price: str
    risk: str
    stands: bool


@dataclass(frozen=True)
class SheetMenu:
    """One ladder of the menu."""

    title: str
    where: str
    seen: str
    rungs: tuple[SheetRung, ...]


def without_rule(text: str) -> str:
    """Return a text without the sentences that tell how something is read."""
    parts = re.split(r"(?<=[.!?;])\s+", text)
    kept = " ".join(part for part in parts if not RULE.search(part))
    return f"{kept[:-1]}." if kept.endswith(";") else kept


def menu(campaign: Campaign, side: int) -> tuple[SheetMenu, ...]:
    """Return a side's orders with their base prices as the campaign opens."""
    tables, world = build(campaign)
    facts = facts_of(tables)
    made = []
    for ladder in LADDERS[side]:
        stood = int(world.in_force[0, side, slot_of(side, ladder.name)])
        made.append(
            SheetMenu(
                ladder.title,
                "for each of the four corps" if ladder.by_corps else "",
                "" if ladder.public else "Secret: the enemy has only estimates.",
                tuple(_rungs(side, ladder, stood, facts)),
            )
        )
    return tuple(made)


def _rungs(side: int, ladder: Ladder, stood: int, facts: Facts) -> Iterator[SheetRung]:
    for rung in range(len(ladder.rungs)):
        points = base_price(side, ladder, rung, stood)
        price = "goes on" if rung == stood else f"{points:g}"
        yield SheetRung(
            rung_name(side, ladder.name, rung),
            price,
            without_rule(risk(side, ladder.name, rung, facts)),
            rung == stood,
        )


def base_price(side: int, ladder: Ladder, rung: int, stood: int) -> float:
    """Return the points of ordering a rung while another stands, before what the screen makes of
    it: an escalation costs between half and twice as much, and prices are whole points."""
    if rung == stood:
        return 0.0
    rise = rung - stood
    up, down = UP[side].get(ladder.name, 0.0), DOWN[side].get(ladder.name, 0.0)
    act = ACT[side].get(ladder.name, (0.0,) * len(ladder.rungs))[rung]
    return up * max(rise, 0) + down * max(-rise, 0) + act


@dataclass(frozen=True)
class SheetIssue:
    """One issue of the table sheet: its four positions in words, 0 Washington's ideal, and the
    points of 60 that the campaign gives it for each side, which both governments know."""

    title: str
    positions: tuple[str, ...]
    points: tuple[str, str]


def table(campaign: Campaign) -> tuple[SheetIssue, ...]:
    """Return the five issues with the public weights of both sides, Washington's first; those of
    the war that is played are each side's secret, copied from the screen."""
    shares = build(campaign)[0].scoring.issue_weights
    return tuple(
        SheetIssue(
            terms.ISSUE_TITLES[issue],
            tuple(plain.capital(terms.position(issue, place)) for place in range(4)),
            (
                f"{POINTS * float(shares[WASHINGTON, issue]):.0f}",
                f"{POINTS * float(shares[HANOI, issue]):.0f}",
            ),
        )
        for issue in range(len(ISSUES))
    )


@dataclass(frozen=True)
class SheetChannel:
    """One channel: from when to when it is there, what kind it is, and what is known of it."""

    name: str
    when: str
    kind: str
    text: str


def ways(campaign: Campaign) -> tuple[SheetChannel, ...]:
    """Return the channels that are there at some time of the campaign, by date. No number of how
    they work is printed: some of it is for each side to find out."""
    first, last = campaign.start, campaign.last
    found = [one for one in campaign.file.channels if one.first <= last and one.last >= first]
    return tuple(
        SheetChannel(
            one.name,
            span(max(one.first, first), min(one.last, last)),
            "a mediator" if one.kind == "mediator" else "secret",
            without_rule(one.text),
        )
        for one in sorted(found, key=lambda one: (one.first, one.last))
    )


def span(first: str, last: str) -> str:
    """Return the time from one quarter to another in words; one quarter is said once."""
    titles = [plain.quarter_title(one) for one in (first, last)]
    return titles[0] if first == last else " until ".join(titles)
