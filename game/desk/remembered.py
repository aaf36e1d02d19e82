"""What is remembered of a war when it is opened: its place in the record of one's wars."""

from dataclasses import dataclass
from pathlib import Path

from game.engine.board import SIDES
from game.record import Game, wars
from game.record.wars import Book, War
from game.study.debrief.feats import Feat, done
from game.study.debrief.level_titles import LEVEL_TITLES
from game.study.debrief.text import Opened
from game.study.debrief.trail import trail

NO_LEVEL = "none"  # of a war that counts for no record and was against nobody's level


@dataclass(frozen=True)
class Remembered:
    """What the record holds with this war in it: ``feats`` that this war did, ``best`` the war that
    was best of its kind before, ``counts`` why it counts for nothing (empty where it counts), and
    ``said`` what there is to say of the file."""

    feats: tuple[Feat, ...] = ()
    best: War | None = None
    counts: str = ""
    said: str = ""


def remember(told: Opened, saves: Path | None) -> Remembered:
    """Put a war that is over into the record beside ``saves``, once, and return what it says; a war
    of two people, or one that is kept nowhere, is not put in."""
    game = told.game
    side, counts = wars.person_of(game), wars.why_not(game)
    if side is None:
        return Remembered(counts=counts)
    feats = tuple(done(trail(told, side))) if not counts else ()
    if saves is None:
        return Remembered(feats, counts=counts)
    war = _war(told, side, feats, not counts)
    book = wars.add(saves.parent, war)
    return Remembered(feats, _before(book, war), counts, book.said)


def _war(told: Opened, side: int, feats: tuple[Feat, ...], counts: bool) -> War:
    game = told.game
    enemy = game.seat(1 - side)
    return War(
        game=game.past.beginning.game,
        campaign=game.campaign.name,
        side=SIDES[side],
        against=enemy.name,
        level=level_of(game, side),
        ending=game.ending,
        score=round(told.scores[side].total, 2),
        mark=round(told.history[side].total, 2),
        feats=[feat.name for feat in feats],
        counts=counts,
    )


def level_of(game: Game, side: int) -> str:
    """Return the level of the machine that ``side`` played against."""
    level = game.seat(1 - side).level
    return level if level in LEVEL_TITLES else NO_LEVEL


def _before(book: Book, war: War) -> War | None:
    """Return the best of the same side, campaign and level among the other wars."""
    others = Book(tuple(one for one in book.wars if one.game != war.game))
    return others.best(war.side, war.campaign, war.level)
