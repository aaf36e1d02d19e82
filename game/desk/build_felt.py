"""After the war: what brought its end, what was decided beside history, and who read well."""

from game.desk import build_danger
from game.desk.build_decisions import GIVEN
from game.desk.build_pages import GOVERNMENTS
from game.desk.models import Fact
from game.engine.board import HANOI, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.record import Game, OpenDecision, decisions_of
from game.study.debrief import taken
from game.words import plain


def open_to_all(game: Game, side: int) -> tuple[Fact, ...]:
    """Return what may be told even where a facilitator keeps the rule hidden."""
    return (*build_danger.brought(game.dossier(_whose(game, side)), game.ending), *decided(game))


def _whose(game: Game, side: int) -> int:
    """Return whose papers tell best what broke: those of the side whose gauge it was."""
    kind = build_danger.AFTER.get(game.ending)
    return side if kind is None else build_danger.owner(kind)


def decided(game: Game) -> tuple[Fact, ...]:
    """Return every decision of both sides beside history's."""
    made = []
    known = decisions_of(game.campaign, game.past.tables)
    for side in (WASHINGTON, HANOI):
        papers = game.dossier(side)
        view = papers.view
        rows = [(int(view.answered_in[place]), place, row)
                for place, row in enumerate(known[side]) if view.answered[place]]  # fmt: skip
        made += [_decided(papers, row, place) for _, place, row in sorted(rows, key=_when)
                 if _in_play(papers, place)]
    return tuple(made)


def _when(row: tuple[int, int, OpenDecision]) -> tuple[int, int]:
    return row[:2]


def _in_play(papers: Dossier, place: int) -> bool:
    """Whether it was answered in this war, and not in the record before its first quarter."""
    return int(papers.view.answered_in[place]) >= papers.views[0].quarter


def _decided(papers: Dossier, row: OpenDecision, place: int) -> Fact:
    view = papers.view
    answer = row.answers[(int(view.answered[place]) & GIVEN) - 1]
    quarter = quarter_name(papers.tables.first, int(view.answered_in[place]))
    history = row.answers[row.recorded - 1]
    same = "as on record" if answer is history else f"on record: {plain.small(history.text)}"
    return Fact(f"{quarter}. Decided in {GOVERNMENTS[row.side]}: {row.title}",
                f"{answer.text} {plain.sentence(same)} {row.record}", row.source)  # fmt: skip


def read(game: Game) -> tuple[Fact, ...]:
    """Return both sides' cards of *How they took it* with the truth beside them, and the tally."""
    made, shares = [], []
    for side in (WASHINGTON, HANOI):
        found = taken.readings(game.book(), side)
        if not found:
            return ()
        shares.append(sum(one.right for one in found) / len(found))
        first = game.campaign.first
        told = "; ".join(taken.beside(one, quarter_name(first, one.quarter)) for one in found)
        made.append(Fact(f"How they took it, as {GOVERNMENTS[side]}'s people said",
                         f"{taken.tally(found)} {plain.sentence(told)}"))  # fmt: skip
    made.append(Fact("Who read well", taken.best((shares[0], shares[1]))))
    return tuple(made)
