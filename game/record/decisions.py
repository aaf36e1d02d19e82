"""The decisions of a campaign in words: what is asked, what may be answered, what is on record.

By side and by the engine's number. What an answer does is told as it stands in the file; what it
costs is what it takes beyond the answer on record, as it is paid.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.campaign import Campaign
from game.campaign.dilemmas import of_side, push, serves, share
from game.engine.board import SIDES
from game.engine.tables import Tables

if TYPE_CHECKING:
    from game.campaign.schema_dilemmas import AnswerPart


@dataclass(frozen=True)
class AnswerEffect:
    """One thing an answer does: ``more`` or less of ``name``, for how many quarters, after how
    many; 1 and 0: at once, and once. ``share``: its size beside the largest of its kind, 0..1."""

    name: str
    more: bool
    lasts: int
    waits: int
    share: float


@dataclass(frozen=True)
class OpenAnswer:
    """One answer. ``price`` in points, less than 0 where it gains some; ``risk`` the chance of what
    ``risked`` says; ``later`` what may be said of it one day; ``seen`` what the enemy reads. The
    shares are those of the largest push that comes so; ``later_good``: it would serve the side."""

    id: str
    text: str
    price: int
    pushes: tuple[AnswerEffect, ...]
    risk: float = 0.0
    risked: str = ""
    later: str = ""
    seen: str = ""
    risked_share: float = 0.0
    later_share: float = 0.0
    later_good: bool = False


@dataclass(frozen=True)
class OpenDecision:
    """One question put to a government. ``default`` and ``recorded`` are answers by number, from 1;
    ``recalls`` lines by (side, number, answer); ``record`` and ``source`` of what was done."""

    id: str
    side: int
    title: str
    text: str
    answers: tuple[OpenAnswer, ...]
    default: int
    recorded: int
    recalls: dict[tuple[int, int, int], str]
    record: str
    source: str


Decisions = tuple[tuple[OpenDecision, ...], tuple[OpenDecision, ...]]
"""By side, in the order of the engine's numbers, which run from 1."""


def decisions_of(campaign: Campaign, tables: Tables) -> Decisions:
    """Return every decision of a campaign."""
    washington, hanoi = (
        tuple(
            _decision(campaign, tables, side, place)
            for place in range(len(of_side(campaign, side)))
        )
        for side in range(len(SIDES))
    )
    return washington, hanoi


def _decision(campaign: Campaign, tables: Tables, side: int, place: int) -> OpenDecision:
    row, dilemmas = of_side(campaign, side)[place], tables.dilemmas
    answers = tuple(
        _answer(campaign, side, one, int(dilemmas.price[side, place, number]))
        for number, one in enumerate(row.answers, 1)
    )
    return OpenDecision(
        row.id,
        side,
        row.title,
        row.text,
        answers,
        int(dilemmas.default[side, place]),
        int(dilemmas.recorded[side, place]),
        _recalls(campaign, row.recalls),
        row.record.text,
        row.record.source,
    )


def _answer(campaign: Campaign, side: int, one: "AnswerPart", price: int) -> OpenAnswer:
    ids = campaign.channel_ids
    expected = [push(text, ids) for text in one.effects]
    risked = [push(text, ids) for text in one.chance.effects] if one.chance else []
    later = [push(text, ids) for text in one.sequel.effects] if one.sequel else []
    return OpenAnswer(
        id=one.id,
        text=one.text,
        price=price,
        pushes=tuple(
            AnswerEffect(made.name, made.amount > 0, made.lasts, made.waits, share(made))
            for made in expected
            if (made.name, made.lasts, made.waits) != ("capital", 1, 0)
        ),
        risk=one.chance.risk if one.chance else 0.0,
        risked=one.chance.line if one.chance else "",
        later=one.sequel.line if one.sequel else "",
        seen=one.seen or "",
        risked_share=max(map(share, risked), default=0.0),
        later_share=max(map(share, later), default=0.0),
        later_good=bool(later) and serves(max(later, key=share), side),
    )


def _recalls(campaign: Campaign, lines: list[str]) -> dict[tuple[int, int, int], str]:
    """Return the lines by side, number and answer, both from 1."""
    places = {
        (row.id, answer.id): (side, number, count)
        for side in range(len(SIDES))
        for number, row in enumerate(of_side(campaign, side), 1)
        for count, answer in enumerate(row.answers, 1)
    }
    made = {}
    for line in lines:
        name, _, text = line.partition(": ")
        dilemma, _, answer = name.partition(".")
        made[places[dilemma, answer]] = text
    return made
