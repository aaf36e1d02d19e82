"""Advisers: the council handed in, each leading on one question; else a plain secretary."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from game.desk import build_council
from game.desk.models import Adviser
from game.engine.board import WASHINGTON
from game.engine.dossier import Dossier
from game.words import counsel, terms, track
from game.words.voices import speakers

LEADS: Final = ("read", "cost", "terms", "next")
"""The question each adviser speaks to first, in the order of the council."""


class Advising(Protocol):
    """Whoever advises a side from its dossier: see ``game.players.advisers``."""

    def advise(self, dossier: Dossier) -> Sequence[Any]:
        """Return what each adviser says, with ``adviser``, ``summary`` and ``estimates``."""

    def advising(self, dossier: Dossier) -> Generator[None, None, Sequence[Any]]:
        """Return the same, in slices."""


def advisers(dossier: Dossier, council: Advising | None) -> tuple[Adviser, ...]:
    """Return what the side's advisers say today."""
    if council is None or dossier.quarter >= dossier.tables.quarters:
        return secretary(dossier)
    return spoken(council.advise(dossier), dossier)


def advising(
    dossier: Dossier, council: Advising | None
) -> Generator[None, None, tuple[Adviser, ...]]:
    """Return ``advisers``, in slices."""
    if council is None or dossier.quarter >= dossier.tables.quarters:
        return secretary(dossier)
    said = yield from council.advising(dossier)
    return spoken(said, dossier)


def spoken(said: Sequence[Any], dossier: Dossier) -> tuple[Adviser, ...]:
    """Return what the advisers say as models; what may end the war soon has its own band."""
    together = build_council.council(said)
    spoken_today = speakers.lines(dossier)
    return tuple(
        replace(
            _adviser(advice, LEADS[place % len(LEADS)], spoken_today, dossier.side),
            council=together,
        )
        for place, advice in enumerate(said)
    )


def _adviser(advice: Any, leads: str, lines: Mapping[str, str], side: int) -> Adviser:
    """Return one adviser with the line of the day and the estimate it leads on, and the others in
    its tip."""
    name, held = advice.adviser.name, advice.kept
    line = lines.get(name, advice.summary)
    every = {estimate.question: estimate for estimate in advice.estimates}
    first = every.get(leads) or advice.estimates[0]
    return Adviser(
        name=name,
        office=advice.adviser.office,
        leaning=advice.adviser.school.replace("-", " ") or "the figures",
        line=line,
        estimate=f"{first.words} {first.reason}",
        advice=f"At the low end of that: {_inside(first.if_low)} "
        f"At the high end: {_inside(first.if_high)}",
        tip="\n".join(
            [f"{name}. {advice.summary}", *(estimate.words for estimate in advice.estimates)]
        ),
        recommends=advice.summary,
        emblem=speakers.EMBLEMS.get(name, ""),
        record=track.record(side, held.asked, held.held, held.missed),
    )


def _inside(sentence: str) -> str:
    """Return a sentence as it stands after a colon."""
    return sentence[:1].lower() + sentence[1:]


def secretary(dossier: Dossier) -> tuple[Adviser, ...]:
    """Return the one plain adviser: what the dossier itself suggests."""
    said = counsel.remarks(dossier.view, dossier.facts)
    office = "Special Assistant" if dossier.side == WASHINGTON else "Central Committee"
    likely = terms.package(terms.nearest(dossier.view.seen_terms))
    return (
        Adviser(
            "The secretary",
            office,
            "plain",
            " ".join(said[:2]) or "Nothing has come in that needs a word of mine.",
            f"Terms within reach, give or take a step. {likely}",
            " ".join(said[2:]) or "Nothing on the wire asks for an answer this quarter.",
        ),
    )
