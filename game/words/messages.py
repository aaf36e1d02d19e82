"""The enemy's message of the quarter: its register climbs with the rung of its posture.

A message has two parts: what the government says in the open, and what becomes of its papers.
The variant follows from the quarter, so that the same quarter always reads the same.
"""

from game.engine.board import HANOI
from game.engine.ladders import MESSAGES, POSTURES
from game.words import messages_hanoi, messages_washington

VOICES = (messages_washington, messages_hanoi)


def message(sender: int, posture: int, sent: int, quarter: int) -> str:
    """Return what ``sender`` let the other side hear in ``quarter``, at most sixty words.

    ``posture`` and ``sent`` are rungs of the posture and message ladders.
    """
    voice = VOICES[sender]
    said = voice.SAID[POSTURES[posture]]
    papers = voice.PAPERS[POSTURES[posture]].get(MESSAGES[sent], ("",))
    first = said[quarter % len(said)]
    # The second part turns more slowly, so that all pairs come round.
    second = papers[(quarter + quarter // len(said)) % len(papers)]
    return f"{first} {second}".strip()


def source(sender: int, posture: int, sent: int) -> str:
    """Return where the message was heard, as the heading of a cable."""
    if sent:
        return "BY HAND OF AN INTERMEDIARY" if posture < 2 else "FROM THE OTHER SIDE'S ENVOY"
    return "MONITORED BROADCAST" if sender == HANOI else "PRESS AGENCY REPORT"


def heading(posture: int, sent: int) -> str:
    """Return how one's own draft goes out, as its heading."""
    if sent:
        return "BY HAND OF AN INTERMEDIARY" if posture < 2 else "BY OUR ENVOY"
    return "FOR THE PRESS AND THE RADIO"


def variants(sender: int, posture: int, sent: int) -> int:
    """Return how many different messages there are for these rungs."""
    return len({message(sender, posture, sent, quarter) for quarter in range(400)})
