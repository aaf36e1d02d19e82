"""The list of saved games: what may be said of each without opening it."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import disk
from game.campaign import load as load_campaign
from game.campaign import names as campaign_names
from game.campaign.files import TUTORIAL, own
from game.cli._door import NO_WAR_OVER
from game.desk.models import SavedGame
from game.desk.thumb import thumb
from game.engine.board import SIDES
from game.players.levels import GLANCE, LEVELS
from game.problems import Problem
from game.record import Saved
from game.record import wars as kept_wars
from game.record.folder import EARLIER as EARLIER_MARK
from game.record.folder import every
from game.record.shelf import EARLIER, NAMED, saved
from game.record.shelf import RUNNING as IN_PLAY
from game.words import plain

if TYPE_CHECKING:
    from game.desk.end_models import WarsPage

HIDDEN: Final = (
    "A facilitator keeps the rule hidden in a seminar kept here, until it is revealed "
    "or its file is deleted."
)
TITLES: Final = {GLANCE: "At a glance"} | {level.name: level.title for level in LEVELS}
PLAINLY: Final = {"calendar": "nothing signed", "bell": "stopped by the bell"}
"""How a war ended, where the engine's name of it says little."""
RUNNING: Final = "game-"  # how the files of games in play begin


def every_listed(folder: Path) -> tuple[SavedGame, ...]:
    """Return the saved games of a folder, newest first, then games' earlier states."""
    paths = sorted(every(folder), key=lambda path: EARLIER_MARK in path.name)
    return tuple(listed(path) for path in paths)


def rule_why_not(rows: Sequence[SavedGame]) -> str:
    """Return why the rule is not on view: no war but a lesson has ended yet, a facilitator keeps it
    hidden, or a war is in play, which it would give away. Empty where it may be read."""
    if not any(save.opens_rule for save in rows):
        return NO_WAR_OVER
    if any(save.hides_rule for save in rows):
        return HIDDEN
    if any(save.locks_rule for save in rows):
        return "A war is still in play here: the rule is opened when it is over."
    return ""


def record_line(folder: Path) -> str:
    """Return the record of one's wars in a line; empty while none counts."""
    return kept_wars.read(folder.parent).line


def wars(folder: Path) -> "WarsPage":
    """Return the record of one's wars beside the folder of saved games."""
    from game.desk import build_wars  # late: the title shows a line of it, and this brings much

    why_not = rule_why_not(every_listed(folder))
    return build_wars.wars(kept_wars.read(folder.parent), title_of, why_not)


def listed(path: Path) -> SavedGame:
    """Return a row of the list; a file that cannot be read says so instead of vanishing."""
    return _read(path, disk.stamp(path))


@lru_cache(maxsize=400)
def _read(path: Path, _: object) -> SavedGame:
    """Return a row, kept as long as the file has not been written again."""
    return row(saved(path))


def row(found: Saved) -> SavedGame:
    """Return what the shelf has of a game as a row of the list; of a sealed one no more than what
    anybody may read."""
    running = found.kind == IN_PLAY and not found.over
    if found.problem:
        return SavedGame(
            found.path.stem,
            found.title,
            "",
            "",
            "",
            "",
            "",
            problem=found.problem,
            running=running,
            locks_rule=running,
        )
    alone = found.people[0] if len(found.people) == 1 else ""
    title = title_of(found.campaign)
    return SavedGame(
        id=found.path.stem,
        title=found.title if found.kind == NAMED else title,
        side=plain.SIDE_NAMES[SIDES.index(alone)] if alone else "",
        quarter=_when(found),
        date=when(found.saved),
        version=found.version,
        people=_people(found),
        note=_note(found, title),
        is_sealed=found.is_sealed,
        picture=thumb(SIDES.index(alone), found.seen) if alone else None,
        running=running,
        over=found.over,
        hides_rule=found.over and found.hides_rule,
        opens_rule=found.over and found.campaign != TUTORIAL,
        locks_rule=running and found.begun,
    )


def _when(found: Saved) -> str:
    """Return the quarter about to be played; of a war that is over how it ended, and when."""
    if not found.ended:
        return plain.quarter_title(found.quarter)
    how = PLAINLY.get(found.ended, found.ended)
    return f"ended, {how}, {plain.before_words(found.quarter)}"


def _people(found: Saved) -> str:
    if len(found.people) != 1 or found.other is None:
        return "two people, sealed" if found.is_sealed else "two people"
    said = f"alone against {found.other.name.replace('-', ' ')}"
    level = TITLES.get(found.other.level or "", found.other.level)
    return f"{said}, {plain.small(level)}" if level else said


def _note(found: Saved, title: str) -> str:
    said = {NAMED: f"Saved by hand, of: {title}.", EARLIER: "An earlier state of a game in play."}
    note = said.get(found.kind, "Kept as it is played.")
    note = f"{note} Entered again with hindsight." if found.again else note
    return f"{note} Both sides' passphrases open it." if found.is_sealed else note


@cache
def title_of(campaign: str) -> str:
    """Return the title of a campaign that is found by name, and a stranger's name as it stands."""
    try:
        known = campaign in campaign_names() or campaign in own()
        return load_campaign(campaign).title if known else campaign
    except Problem:  # one of the user's own that has been spoilt since
        return campaign


def when(saved: str) -> str:
    """Return a date and time in words, by the clock on the wall; as it stands if it is none."""
    try:
        there = datetime.fromisoformat(saved).astimezone()
    except ValueError:
        return saved
    return f"{there.day} {plain.MONTH_NAMES[there.month - 1]} {there.year}, {there:%H:%M}"
