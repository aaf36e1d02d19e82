"""The shelf: saved games as a list of plain data, the newest good one, and what is set aside.

Nothing on the shelf is played to be listed: a row comes from a file's header, its beginning and its
last quarter. In a game of two only what both sides see is told; of a sealed one only the header.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game import disk
from game.engine.board import ENDINGS, SIDES
from game.engine.view import sees
from game.engine.world import FIELDS
from game.problems import Problem
from game.record import folder as places
from game.record import lines, storage
from game.record.encoding import Numbers
from game.record.log import Drafts, Log, LogHeader, Seat
from game.record.logbook import Logbook
from game.record.sealed import Locked
from game.record.sealing import Passphrases

if TYPE_CHECKING:
    from game.record.game import Game

NAMED: Final = "named"
RUNNING: Final = "running"
EARLIER: Final = "earlier"


@dataclass(frozen=True)
class Saved:
    """A saved game on the shelf.

    ``kind`` is ``named``, ``running`` or ``earlier``; ``people`` the sides that people play, both
    for a sealed game; ``saved`` a date and time, UTC. ``seen`` is the last state for a picture, by
    field as whole numbers of its precision: what the one person's side sees, or in a game of two
    what both see; empty for a sealed one. ``problem`` says why the game cannot be played; ``over``
    that its war is known to have ended, which of a sealed one nobody can tell, ``ended`` how;
    ``other`` is against whom one person plays; ``hides_rule`` says that a facilitator keeps the
    rule hidden, ``again`` that the war was entered again with hindsight, ``begun`` that something
    was ordered in it, or may have been.
    """

    path: Path
    title: str
    kind: str
    campaign: str = ""
    quarter: str = ""
    saved: str = ""
    version: str = ""
    people: tuple[str, ...] = ()
    is_sealed: bool = False
    seen: Mapping[str, list[int]] = field(default_factory=dict)
    problem: str = ""
    over: bool = False
    ended: str = ""
    other: Seat | None = None
    hides_rule: bool = False
    again: bool = False
    begun: bool = True


def saved_games(folder: Path) -> list[Saved]:
    """Return every saved game in a folder, the newest first, running games' earlier states last."""
    rows = [saved(path) for path in places.every(folder)]
    return sorted(rows, key=lambda row: row.kind == EARLIER)


def saved(path: Path) -> Saved:
    """Return one saved game as a row; a file that cannot be read says so in ``problem``."""
    title = path.stem.partition(places.EARLIER)[0]
    try:
        data = disk.read(path)
        header, log = lines.header_of(data, path.name), lines.glance(data, path.name)
    except Problem as problem:
        return Saved(path, title, _kind(path), problem=str(problem))
    if log is None:
        return _row(path, title, header, people=SIDES, is_sealed=True)
    seats = {side: getattr(log.beginning.seats, side) for side in SIDES}
    people = tuple(side for side in SIDES if seats[side].kind == "person")
    others = [seats[side] for side in SIDES if side not in people]
    return _row(
        path,
        title,
        header,
        people=people,
        seen=picture(log, people),
        over=over(log),
        ended=ended(log),
        other=others[0] if len(others) == 1 else None,
        hides_rule=Logbook(log.entries).held("rule", "shown") is False,
        again=log.beginning.hindsight is not None,
        begun=begun(log, people),
    )


def over(log: Log) -> bool:
    """Return whether a game's war has ended, by itself or on the bell."""
    return bool(ended(log))


def ended(log: Log) -> str:
    """Return how a game's war ended, by the engine's name or ``bell``; empty while it goes on."""
    world = log.quarters[-1].world if log.quarters else log.beginning.world
    how = next(iter(world.get("ended", ())), 0)
    return ENDINGS[how] if how else "bell" if Logbook(log.entries).rung else ""


def begun(log: Log, people: tuple[str, ...]) -> bool:
    """Return whether a person has ordered or drafted anything in a game, or something was put in
    by a facilitator."""
    waiting = log.pending
    given = any(getattr(waiting, side) is not None for side in people)
    return bool(log.quarters) or given or waiting.drafts != Drafts() or bool(waiting.injected)


def picture(log: Log, people: tuple[str, ...]) -> Numbers:
    """Return the fields of the last world that all of ``people`` see, an own row cut out."""
    world = log.quarters[-1].world if log.quarters else log.beginning.world
    sides = [SIDES.index(side) for side in people] or [0, 1]
    made = {}
    for name, values in world.items():
        declared = FIELDS.get(name)
        if declared is None or not all(sees(side, declared) for side in sides):
            continue
        if declared.sight == "own":
            if len(sides) > 1:
                continue
            half = len(values) // len(SIDES)
            values = values[sides[0] * half :][:half]
        made[name] = values
    return made


def _row(path: Path, title: str, header: LogHeader, **rest: Any) -> Saved:
    return Saved(
        path,
        title,
        _kind(path),
        header.campaign,
        header.quarter,
        header.saved,
        header.version,
        **rest,
    )


def _kind(path: Path) -> str:
    if not path.name.startswith(places.RUNNING):
        return NAMED
    return EARLIER if places.EARLIER in path.name else RUNNING


def newest_good(folder: Path, but: Path | None = None) -> Saved | None:
    """Return the newest save that can be read, other than ``but``; None if there is none."""
    good = [row for row in map(saved, places.every(folder)) if not row.problem and row.path != but]
    return good[0] if good else None


def take_up(path: Path, folder: Path, passphrases: Passphrases | None = None) -> "Game":
    """Return the game at ``path``, to be kept where it belongs in ``folder``.

    Raises Problem in one message. A damaged save of the folder is set aside under another name,
    and the message offers the newest good one.
    """
    from game.record.loading import load  # late: the title lists games and plays none

    try:
        game = load(path, passphrases=passphrases)
    except lines.Damaged as damage:
        raise Problem(_set_aside(path, folder, damage)) from None
    game.keeper.path = places.keeping_path(path, folder)
    return game


def take_up_newest(folder: Path) -> "Game":
    """Return the newest game that can be played; what is damaged is set aside and said in the
    game's notices. Problem if there is none."""
    told: list[str] = []
    for path in places.every(folder):
        try:
            game = take_up(path, folder)
        except Locked:
            raise
        except Problem as problem:
            told.append(str(problem))
            continue
        game.notices = (*told, *game.notices)
        return game
    raise Problem("\n".join([*told, f"No saved game in {folder} can be played."]))


def _set_aside(path: Path, folder: Path, damage: Problem) -> str:
    """Set a damaged save aside; return the message that says so."""
    said = str(damage).removesuffix(f" {lines.ADVICE}")
    if path.parent.resolve() != folder.resolve():
        return f"{said} {lines.ADVICE}"
    aside = storage.set_aside(path)
    kept = f"It is kept as {aside.name}." if aside else "It is left where it is."
    good = newest_good(folder, but=path)
    if good is None:
        return f"{said} {kept} There is no other save."
    name = good.path.stem
    return f"{said} {kept} The newest good save is {name} ({good.campaign}, {good.quarter})."


def delete(path: Path) -> None:
    """Delete a saved game with its earlier states; Problem if the system refuses, or for a file
    that the game has not written."""
    if not places.is_ours(path):
        raise Problem(f"{path}: the game has not written this file, so it does not delete it.")
    try:
        if _kind(path) == RUNNING:
            for other in places.earlier(path):
                other.unlink()
        path.unlink()
    except OSError as error:
        raise Problem(f"{path}: could not be deleted ({error.strerror}).") from None
