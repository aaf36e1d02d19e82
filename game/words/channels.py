"""Channels and postures in plain words: what covers a message, and what a leak would show."""

from collections.abc import Sequence
from typing import Final

from game.engine.facts import Facts
from game.engine.ladders import OPEN_FROM, MessageKind
from game.engine.view import View
from game.words import plain

POSTURE_WORDS: Final = (
    "refuses to talk",
    "states conditions",
    "accepts contacts",
    "is open to talks",
)


def posture_words(rung: int) -> str:
    """Return a posture as a verb, such as ``accepts contacts``."""
    return POSTURE_WORDS[rung]


def cover(shield: float, guarantee: float) -> str:
    """Return how well a channel covers what goes by it, and what its carrier stands for."""
    if shield < 0.05:
        said = "Covers nothing: all the world draws its conclusions."
    elif shield < 0.35:
        said = "Covers little of what the other side may conclude."
    elif shield < 0.6:
        said = "Covers about half of what the other side may conclude."
    else:
        said = "Covers most of what the other side may conclude."
    if guarantee >= 0.2:
        return f"{said} The carrier would stand surety, and it would be felt."
    if guarantee > 0.0:
        return f"{said} The carrier offers good will, and a little surety."
    return said


def leak(chance: float) -> str:
    """Return how safe a channel is thought to be, in words; ``chance`` a quarter."""
    if chance < 0.08:
        return "It has kept its secrets."
    if chance < 0.16:
        return "It may leak, though seldom."
    return "It leaks easily." if chance < 0.26 else "Little stays secret there."


def lost(view: View, chosen: int, names: Sequence[str]) -> str:
    """Return that the channel that stood is closed, so that the standing posture is now said in
    public; empty while it is open, once another is ``chosen`` or where speech was public."""
    if not view.channel or view.channels[view.channel] or chosen:
        return ""
    return (
        f"{names[int(view.channel)]} is closed to us: what we say is said in public now, "
        "unless another channel is chosen."
    )


def exposed(side: int, posture: int, sent: int, covered: bool, facts: Facts) -> str:
    """Return what the world would read if what is drafted came out, and what that costs by the
    rules played."""
    name, points = plain.SIDE_NAMES[side], plain.points(facts.leak_price)
    if not covered:
        return "It is said in public; there is nothing more to come out."
    if posture >= OPEN_FROM or sent == MessageKind.OFFER:
        return (
            f"If it leaks, the papers write that {name} has been seeking talks in secret. The "
            f"channel is lost, {points} of capital with it, and what it had covered is read "
            "all at once."
        )
    return (
        f"If it leaks, the papers write that {name} speaks by a back door. The channel is "
        f"lost, and {points} of capital with it."
    )
