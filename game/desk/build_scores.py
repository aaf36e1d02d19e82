"""The scores a side steers by: today's, the mark's, what a signature would make of it; and what
each package of the table would score, in parts that add up.

Everything is reckoned from the side's own dossier; the mark is the one that the end judges by:
history's own, or what equals come to where the record ends unsettled.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import is_
from typing import Final

import numpy as np

from game.desk import build_moved
from game.desk.build_news import name_of
from game.desk.draft import Draft
from game.desk.models import PackageScore, Scores
from game.desk.setting import Setting
from game.engine.board import ISSUES, SIDES
from game.engine.dossier import Dossier
from game.engine.facts import AIMS, PEOPLE
from game.study.debrief.references import EQUALS, HISTORY, MEANT
from game.study.debrief.standing import (
    Points,
    Signing,
    own_score,
    shown,
    signing,
    signings,
    standing,
)
from game.words import plain
from game.words.danger import can_sign

PLACES: Final = 4  # positions of an issue
LEAST_LOST: Final = 0.02  # share of aims below which fire is not worth a word; Calibrated by hand
NAMES: Final = tuple(side.capitalize() for side in SIDES)
MARKED: Final = {
    HISTORY: ("History, in the end", ": what the war on record came to."),
    EQUALS: ("Equals, in the end", ": what equals come to, on average."),
}
"""By what the mark is of, its row's title and what is said after its parts."""
MARK: Final = (
    "History's score as this quarter opened, counted alike: the dashed line. At its end flies the "
    "flag of what the end of our war is judged by."
)
REACH: Final = (
    "What a signature this quarter would come to, at the terms that our people think within reach."
)
MOST_MARKS: Final = 256  # past scores kept: both sides of three whole wars


@dataclass(frozen=True)
class _Mark:
    """One's own score as a quarter opened, and the papers from which it was reckoned."""

    papers: Dossier
    score: float

    def is_of(self, papers: Dossier) -> bool:
        """Whether these are the very papers; what was known of a quarter never changes."""
        own = self.papers
        return (
            own.tables is papers.tables
            and len(own.views) == len(papers.views)
            and all(map(is_, own.views, papers.views))
        )


_MARKS: dict[int, _Mark] = {}  # by the id of the last view, which its mark keeps alive


def scores(dossier: Dossier, setting: Setting) -> Scores:
    """Return one's own score as things stand, the range the staffs give for the other's, and
    the mark's beside it; history's path only where the mark is history's."""
    put, side = standing(dossier), dossier.side
    other = NAMES[1 - side]
    known = setting.mark()
    of = known.of if known else HISTORY
    past = [points[side] for points in setting.history()] if of == HISTORY else []
    here = dossier.quarter - setting.start_index
    tip = (
        f"Were the war to stop today with nothing settled: aims up to {AIMS:g} points, "
        f"people up to {PEOPLE:g}."
    )
    over = dossier.quarter >= dossier.tables.quarters - 1 and not can_sign(dossier.view)
    return Scores(
        own=put.own,
        own_text=f"Our score {put.own:.0f} of 100",
        own_tip=f"Our score today.\n{tip}{build_moved.moved(dossier)}",
        other_low=put.other_low,
        other_high=put.other_high,
        other_text=f"{other}'s {between(put.other_low, put.other_high)}, we think",
        other_tip=f"{other}'s is counted alike, from what our staffs can see.",
        history=round(past[here].total) if here < len(past) else None,
        mark=round(known.points[side].total) if known else None,
        beside=of,
        beside_tip=MEANT if of == EQUALS else "",
        mark_tip=MEANT if of == EQUALS else MARK,
        reach_tip=f"{REACH}{build_moved.reach_moved(dossier)}",
        quarters=setting.quarters - setting.start_index,
        reach=None if over else round(build_moved.reach(dossier)[0].total),
        path=own_path(dossier),
        history_path=tuple(points.total for points in past),
        first=name_of(dossier, setting.start_index),
    )


def own_path(dossier: Dossier) -> tuple[float, ...]:
    """Return one's own score as each quarter opened, today's last: each is reckoned once, since
    the papers of a past quarter stay as they are."""
    return tuple(_mark(after(dossier, place)) for place in range(len(dossier.views)))


def _mark(papers: Dossier) -> float:
    known = _MARKS.get(id(papers.view))
    if known is not None and known.is_of(papers):
        return known.score
    made = _Mark(papers, own_score(papers))
    _MARKS[id(papers.view)] = made
    for old in list(_MARKS)[:-MOST_MARKS]:
        del _MARKS[old]
    return made.score


def after(dossier: Dossier, played: int) -> Dossier:
    """Return the papers as they lay after ``played`` quarters, 0..len(reports): a page of the past
    is drawn from what was known then."""
    return replace(
        dossier,
        tables=dossier.tables_at(played),
        views=dossier.views[: played + 1],
        reports=dossier.reports[:played],
        orders=dossier.orders[:played],
        pasts=dossier.pasts[:played],
    )


def between(low: float, high: float) -> str:
    """Return a range of scores in words: ``48 to 51``, or ``about 56``."""
    return f"about {low:.0f}" if round(low) == round(high) else f"{low:.0f} to {high:.0f}"


def drafted(dossier: Dossier, draft: Draft) -> tuple[PackageScore, tuple[tuple[int, ...], ...]]:
    """Return what the drafted package would score if they signed it now, and for each issue by how
    many points each position in place of the drafted one would change that. Where another package
    of ours lies on the table, its score is named beside the draft's."""
    own, laid = np.array(draft.state.terms, dtype=np.int64), dossier.view.tabled[dossier.side]
    packages = np.tile(own, (2 + len(ISSUES) * PLACES, 1))
    for row in range(len(ISSUES) * PLACES):
        packages[1 + row, row // PLACES] = row % PLACES
    other = laid[0] >= 0 and not np.array_equal(laid, own)
    packages[-1] = laid if other else own
    found = signings(dossier, packages, by_us=False)
    totals = [round(one.total) for one in found]
    cells = tuple(
        tuple(totals[1 + issue * PLACES + place] - totals[0] for place in range(PLACES))
        for issue in range(len(ISSUES))
    )
    if not other:
        return _package("ours", "If they signed ours now", found[0]), cells
    return _package("ours", f"Our draft (as it lies: {totals[-1]})", found[0]), cells


def packages(
    dossier: Dossier, draft: Draft, setting: Setting
) -> tuple[tuple[PackageScore, ...], tuple[tuple[int, ...], ...]]:
    """Return what the packages would score, theirs first, then ours and the mark's; and the points
    of each cell of the table beside the draft."""
    ours, cells = drafted(dossier, draft)
    theirs = signing(dossier)
    rows = [] if theirs is None else [_package("theirs", "Signing theirs now", theirs)]
    known = setting.mark()
    beside_it = [_marked(known.points[dossier.side], known.of)] if known else []
    return (*rows, ours, *beside_it), cells


def _package(whose: str, title: str, found: Signing) -> PackageScore:
    total, aims, people = shown(found)
    return PackageScore(
        id=whose,
        title=title,
        total=total,
        aims=aims,
        people=people,
        text=f"Aims {aims} of {AIMS:g}, people {people} of {PEOPLE:g}. The terms hold "
        f"{in_ten(found.holds)}{_fire(found)}.",
    )


def _marked(found: Points, of: str) -> PackageScore:
    total, aims, people = shown(found)
    title, what = MARKED[of]
    return PackageScore(
        of,
        title,
        total,
        aims,
        people,
        f"Aims {aims} of {AIMS:g}, people {people} of {PEOPLE:g}{what}",
        MEANT if of == EQUALS else "",
    )


def in_ten(chance: float) -> str:
    """Return a chance in tenths, such as ``in six of ten``."""
    tenths = round(10 * chance)
    if not 0 < tenths < 10:
        return "hardly ever" if tenths == 0 else "almost surely"
    return f"in {plain.count(tenths)} of ten"


def _fire(found: Signing) -> str:
    """Return what the fire under which it would be signed takes from its aims."""
    lost = 1.0 - found.aims / found.calm if found.calm > 0.0 else 0.0
    if abs(lost) < LEAST_LOST:
        return ""
    if lost < 0.0:
        return f", and count for {plain.part(-lost)} more by the fire they talk under"
    return f", discounted by {plain.part(lost)} under fire"


def beside(rows: Sequence[PackageScore], unsettled: float) -> str:
    """Return what the package one would sign is to be weighed against, in a sentence."""
    by_name = {row.id: row for row in rows}
    said = [f"with nothing signed we stand at {unsettled:.0f}"]
    if "ours" in by_name:
        said.append(f"our own package would bring {by_name['ours'].total}")
    if "history" in by_name:
        said.append(f"history ended at {by_name['history'].total}")
    if EQUALS in by_name:
        said.append(f"equals end at {by_name[EQUALS].total} on average")
    return plain.sentence(plain.listing(said))
