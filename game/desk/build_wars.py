"""The record of one's wars as it is shown: the best by side, scenario and level, and the feats."""

from collections.abc import Callable

from game.desk.end_models import BestRow, FeatRow, WarsPage
from game.engine.board import SIDES
from game.record.wars import Book, War
from game.study.debrief.feats import FEATS, Feat
from game.study.debrief.level_titles import LEVEL_TITLES
from game.words import plain

CLOSED = "How it is done is told where the rule may be read."


def wars(book: Book, title_of: Callable[[str], str], why_not: str) -> WarsPage:
    """Return the record; ``title_of`` gives a campaign's title by its name, and ``why_not`` says
    why the rule may not be read, nor how feats are done that nobody has done yet; empty where it
    may."""
    kinds = dict.fromkeys((war.campaign, war.side, war.level) for war in book.counted)
    rows = [_row(book, *kind, title_of) for kind in kinds]
    times, told = book.feats(), not why_not
    shut = why_not if any(not times.get(feat.name, 0) for feat in FEATS) else ""
    return WarsPage(
        len(book.counted),
        tuple(sorted(rows, key=lambda row: (row.campaign, row.government))),
        tuple(feat_row(feat, times.get(feat.name, 0), told) for feat in FEATS),
        " ".join(filter(None, (book.said, shut))),
    )


def feat_row(feat: Feat, times: int, told: bool, fresh: bool = False) -> FeatRow:
    """Return a feat as it is shown."""
    return FeatRow(feat.title, feat.text if times or told else CLOSED, times, fresh)


def _row(
    book: Book, campaign: str, side: str, level: str, title_of: Callable[[str], str]
) -> BestRow:
    found = [
        war
        for war in book.counted
        if (war.campaign, war.side, war.level) == (campaign, side, level)
    ]
    best: War = max(found, key=lambda war: war.score)
    return BestRow(
        title_of(campaign),
        plain.SIDE_NAMES[SIDES.index(side)],
        LEVEL_TITLES.get(level, level),
        best.score,
        best.mark,
        best.ending,
        len(found),
    )
