"""The enemy's message of the quarter: its register climbs with the rung of its posture.

A message has two parts: what the government says in the open, and what becomes of its papers. No
envoy is a person of the record: each speaks for many. A text is said only where the state bears it;
of those that fit, the quarter picks one, so that the same quarter always reads the same and none
comes twice in a row.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import MESSAGES, OPEN_FROM, POSTURES, Bombing
from game.engine.view import View
from game.words import messages_hanoi, messages_washington
from game.words.happenings import act

VOICES = (messages_washington, messages_hanoi)


@dataclass(frozen=True)
class Basis:
    """What a text may rest on: whether bombs fall on the North, Americans are in the South, talks
    sit, the other side's offer lay unanswered, and the posture is that of the quarter before."""

    bombs: bool = True
    there: bool = True
    sitting: bool = False
    asked: bool = True
    again: bool = True


NEEDS: Final = ("bombs", "there", "sitting", "apart", "asked", "again")
"""What a text may ask for, by name; ``apart`` is that no talks sit."""


def ground(before: View, after: View, sender: int) -> Basis:
    """Return what stood when ``sender`` spoke in the quarter between two views; for a draft of its
    own both are today's."""
    return Basis(
        act(after, WASHINGTON, "bombing") > Bombing.HALT,
        bool(after.troops > 1.0),
        bool(after.talking > 0),
        bool(before.offered[1 - sender]),
        act(before, sender, "posture") == act(after, sender, "posture"),
    )


def message(sender: int, posture: int, sent: int, quarter: int, stood: Basis) -> str:
    """Return what ``sender`` let the other side hear in ``quarter``, at most sixty words.

    ``posture`` and ``sent`` are rungs of the posture and message ladders.
    """
    voice = VOICES[sender]
    said = borne(voice.SAID[POSTURES[posture]], stood)
    papers = borne(voice.PAPERS[POSTURES[posture]].get(MESSAGES[sent], ()), stood) or ("",)
    first = said[quarter % len(said)]
    # The second part turns more slowly, so that all pairs come round.
    second = papers[(quarter + quarter // len(said)) % len(papers)]
    return f"{first} {second}".strip()


def borne(texts: tuple[tuple[str, str], ...], stood: Basis) -> tuple[str, ...]:
    """Return the texts that what stood bears."""
    return tuple(text for text, need in texts if not need or bears(stood, need))


def bears(stood: Basis, need: str) -> bool:
    """Whether what stood bears a need, one of ``NEEDS``."""
    return not stood.sitting if need == "apart" else bool(getattr(stood, need))


def source(sender: int, posture: int, sent: int) -> str:
    """Return where the message was heard, as the heading of a cable."""
    if sent:
        return (
            "BY HAND OF AN INTERMEDIARY" if posture < OPEN_FROM else "FROM THE OTHER SIDE'S ENVOY"
        )
    return "MONITORED BROADCAST" if sender == HANOI else "PRESS AGENCY REPORT"


def heading(posture: int, sent: int, covered: bool) -> str:
    """Return how one's own draft goes out, as its heading; ``covered``: by a secret channel."""
    if sent or (covered and posture >= OPEN_FROM):
        return "BY HAND OF AN INTERMEDIARY" if posture < OPEN_FROM else "BY OUR ENVOY"
    return "FOR THE PRESS AND THE RADIO"


def variants(sender: int, posture: int, sent: int) -> int:
    """Return how many different messages there are for these rungs."""
    return len({message(sender, posture, sent, quarter, Basis()) for quarter in range(400)})
