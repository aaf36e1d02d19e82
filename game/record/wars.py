"""The record of one's wars: what every war that was played to its end came to.

One small file beside the saved games. A war stands in it once, by the random name of its game, with
the result it had when it was first opened; wars that count for no record (see ``why_not``) stand in
it too, so that a war is known to have been opened when an earlier state of it is taken up again.
A file that is damaged is set aside under another name, never deleted; one that is not the game's is
left where it is, and one that a newer Overture has written is not touched: then nothing is kept,
and one sentence says so.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import Field, ValidationError

from game import disk
from game.campaign.files import TUTORIAL
from game.campaign.kinds import Line, Name, Part
from game.problems import Problem
from game.record import storage
from game.record.folder import WARS as FILE

if TYPE_CHECKING:
    from game.record.game import Game

MARK: Final = b'{"overture":"wars"'  # how the file begins
FORMAT: Final = 1
MOST_WARS: Final = 5_000  # the oldest give way; a person plays some hundreds
MOST_BYTES: Final = 4_000_000  # of the file; a war has about 300
BELL: Final = "bell"

Points = Annotated[float, Field(ge=0.0, le=100.0)]


class War(Part):
    """One war as its person ended it. ``score`` and ``mark`` (what the score stood beside) are
    points of 100; ``level`` the machine's; ``counts`` whether it counts for the record."""

    game: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    campaign: Name
    side: Literal["washington", "hanoi"]
    against: Line
    level: Name
    ending: Line
    score: Points
    mark: Points
    feats: Annotated[list[Name], Field(max_length=40)]
    counts: bool


class Kept(Part):
    """The whole file."""

    overture: Literal["wars"]
    format: Annotated[int, Field(ge=1)]
    wars: Annotated[list[War], Field(max_length=MOST_WARS)]


@dataclass(frozen=True)
class Book:
    """The record as it was read. ``said`` is what there is to say of its file, empty where all is
    well."""

    wars: tuple[War, ...] = ()
    said: str = ""

    @property
    def counted(self) -> tuple[War, ...]:
        """The wars that count, in the order in which they were ended."""
        return tuple(war for war in self.wars if war.counts)

    def of(self, game: str) -> War | None:
        """Return the war of a game by its random name; None where it was never opened here."""
        return next((war for war in self.wars if war.game == game), None)

    def best(self, side: str, campaign: str, level: str) -> War | None:
        """Return the best war of a side, campaign and level; None without one."""
        found = [
            war
            for war in self.counted
            if (war.side, war.campaign, war.level) == (side, campaign, level)
        ]
        return max(found, key=lambda war: war.score, default=None)

    @property
    def line(self) -> str:
        """The record in one line; empty while no war counts."""
        if not self.counted:
            return ""
        best, feats = max(self.counted, key=lambda war: war.score), len(self.feats())
        wars = "1 war" if len(self.counted) == 1 else f"{len(self.counted)} wars"
        done = "" if not feats else "; 1 feat" if feats == 1 else f"; {feats} feats"
        return f"{wars} ended, best {best.score:.0f} as {best.side.capitalize()}{done}"

    def feats(self) -> dict[str, int]:
        """Return how often each feat was done, by its name."""
        names = [name for war in self.counted for name in war.feats]
        return {name: names.count(name) for name in dict.fromkeys(names)}


@dataclass(frozen=True)
class Trouble:
    """Why a file cannot be read. ``ours`` says that the game has written it, ``newer`` that a newer
    one has."""

    said: str
    ours: bool = True
    newer: bool = False


@dataclass
class _Found:
    wars: list[War] = field(default_factory=list)
    trouble: Trouble | None = None


def path_in(data: Path) -> Path:
    """Return where the record stands under the folder of everything that is kept."""
    return data / FILE


def is_ours(path: Path) -> bool:
    """Whether the game has written a file, by how it begins."""
    return disk.begins(path, len(MARK)) == MARK


def read(data: Path) -> Book:
    """Return the record under ``data``; empty, with a sentence, where it cannot be read. Nothing on
    disk is changed."""
    found = _read(path_in(data))
    return Book(tuple(found.wars), found.trouble.said if found.trouble else "")


def add(data: Path, war: War) -> Book:
    """Put a war into the record and return the record; a war that stands in it stays as it was.

    Where the file cannot be read or written, ``said`` tells what was done about it.
    """
    path = path_in(data)
    found = _read(path)
    said = ""
    if found.trouble is not None:
        if found.trouble.newer or not found.trouble.ours:
            return Book((war,), found.trouble.said)
        aside = storage.set_aside(path)
        if aside is None:
            return Book((war,), f"{found.trouble.said} It is left where it is.")
        said = f"{found.trouble.said} It is kept as {aside.name}, and a new record is begun."
    if any(one.game == war.game for one in found.wars):
        return Book(tuple(found.wars), said)
    wars = [*found.wars, war][-MOST_WARS:]
    try:
        disk.write(path, _bytes(wars))
    except OSError as error:
        said = (
            f"{path}: the record of your wars could not be written ({error.strerror}). Make "
            "room, or change its rights; this war is left out of it."
        )
    return Book(tuple(wars), said)


def _bytes(wars: Sequence[War]) -> bytes:
    rows = [war.model_dump(mode="json") for war in wars]
    whole = {"overture": "wars", "format": FORMAT, "wars": rows}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _read(path: Path) -> _Found:
    if disk.stamp(path) is None:
        return _Found()
    if not is_ours(path):
        return _Found(
            trouble=Trouble(
                f"{path}: this is no record of Overture's wars, so it is left alone and "
                f"your wars are "
                "not recorded. Move the file away.",
                ours=False,
            )
        )
    try:
        raw: Any = disk.read_json(path, MOST_BYTES)
        number = raw.get("format") if isinstance(raw, dict) else None
        if isinstance(number, int) and number > FORMAT:
            return _Found(
                trouble=Trouble(
                    f"{path}: written by a newer Overture, so this war is not recorded. Update the "
                    "game.",
                    newer=True,
                )
            )
        return _Found(list(Kept.model_validate(raw).wars))
    except (Problem, ValidationError):
        return _Found(trouble=Trouble(f"{path}: the record of your wars is damaged."))


# What counts


def person_of(game: "Game") -> int | None:
    """Return the side of the only person of a game; None where there are two, or none."""
    people = [side for side in (0, 1) if game.seat(side).kind == "person"]
    return people[0] if len(people) == 1 else None


def why_not(game: "Game") -> str:
    """Return why a war that is over counts for no record; empty where it counts."""
    side = person_of(game)
    if side is None:
        return "A war of two people counts for no record."
    if game.past.beginning.parent is not None:
        return "This war was entered again with hindsight: it counts for no record."
    enemy = game.seat(1 - side)
    if enemy.kind != "machine" or not enemy.level:
        return "Only wars against a machine at one of its levels count for the record."
    if game.campaign.name == TUTORIAL:
        return "A first game counts for no record."
    if game.ending == BELL or game.log.facilitated():
        return "A war that a facilitator has led counts for no record."
    if game.past.beginning.stored:
        return "A part of this war was played under other rules: it counts for no record."
    return ""
