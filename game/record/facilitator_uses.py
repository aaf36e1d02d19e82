"""Every use that a facilitator made of a game, in sentences, for the log and the debrief."""

from game.engine.board import SIDES
from game.record.game import Game
from game.record.log import LogEntry


def uses(game: Game) -> tuple[str, ...]:
    """Return every use that a facilitator has made of a game, a sentence each."""
    return tuple(told(entry) for entry in game.log.facilitated() if entry.data.get("act") != "turn")


def told(entry: LogEntry) -> str:
    """Return one use in a sentence, with its quarter and minute."""
    minute = entry.data.get("minute")
    when = f"{entry.quarter}, minute {minute:g}" if minute is not None else entry.quarter
    title = entry.data.get("title")
    return f"{when}: {f'{title}. ' if title else ''}{entry.text}"


def timed_out(game: Game, side: int) -> tuple[str, ...]:
    """Return the quarters, by name, in which a side's time ran out; what a rewind has undone is
    left out."""
    found: list[str] = []
    for entry in game.entries:
        if entry.what == "rewind":
            found = [quarter for quarter in found if quarter < entry.quarter]
        elif entry.data.get("act") == "time" and entry.data.get("side") == SIDES[side]:
            found.append(entry.quarter)
    return tuple(found)
