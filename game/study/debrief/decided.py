"""What both governments decided beside their orders in a war, and what the record decided."""

from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, SIDES, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.record import Game, OpenDecision, decisions_of
from game.study.debrief.words import NAMES
from game.words import plain

GIVEN: Final = 3  # the bits of ``answered`` that hold the answer's number


@dataclass(frozen=True)
class Decided:
    """One decision: its ``title`` with quarter and government, what was answered and what stands on
    record, and the source."""

    title: str
    text: str
    source: str


def decided(game: Game) -> tuple[Decided, ...]:
    """Return every decision of both sides beside history's, in order; those of the record before
    the war's first quarter are left out."""
    made = []
    known = decisions_of(game.campaign, game.past.tables)
    for side in (WASHINGTON, HANOI):
        papers = game.dossier(side)
        when = papers.view.answered_in
        rows = [
            (int(when[place]), place, row)
            for place, row in enumerate(known[side])
            if papers.view.answered[place] and when[place] >= papers.views[0].quarter
        ]
        made += [_told(papers, row, place) for _, place, row in sorted(rows, key=lambda it: it[:2])]
    return tuple(made)


def _told(papers: Dossier, row: OpenDecision, place: int) -> Decided:
    view = papers.view
    answer = row.answers[(int(view.answered[place]) & GIVEN) - 1]
    quarter = quarter_name(papers.tables.first, int(view.answered_in[place]))
    history = row.answers[row.recorded - 1]
    same = "as on record" if answer is history else f"on record: {plain.small(history.text)}"
    return Decided(
        f"{quarter}. Decided in {NAMES[SIDES[row.side]]}: {row.title}",
        f"{answer.text} {plain.sentence(same)} {row.record}",
        row.source,
    )
