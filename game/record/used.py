"""Every use that a facilitator made of a game, in sentences, for the log and the debrief."""

from game.record.game import Game
from game.record.log import Entry


def uses(game: Game) -> tuple[str, ...]:
    """Return every use that a facilitator has made of a game, a sentence each."""
    return tuple(told(entry) for entry in game.log.facilitated()
                 if entry.data.get("act") != "turn")  # fmt: skip


def told(entry: Entry) -> str:
    """Return one use in a sentence, with its quarter and minute."""
    minute = entry.data.get("minute")
    when = f"{entry.quarter}, minute {minute:g}" if minute is not None else entry.quarter
    title = entry.data.get("title")
    return f"{when}: {f'{title}. ' if title else ''}{entry.text}"
