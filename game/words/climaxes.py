"""What is said on the screen of a climax: a title, one sentence, and whom the figure counts.

Civilians stand as ranges from the record with their source: no rule of the war counts them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.board import CORPS, ISSUES
from game.words import dead, plain, terms

BOTH_ARMIES: Final = "soldiers of America and of Saigon died in these three months"


@dataclass(frozen=True)
class Record:
    """What the record has of people who bore no arms, or bore the bombs: a sentence with a range,
    and where it was read."""

    text: str
    source: str


def _held(sentence: str, *ids: str) -> Record:
    """Return a sentence with the ranges of some tolls of ``dead``, and their sources."""
    tolls = [next(toll for toll in dead.TOLLS if toll.id == each) for each in ids]
    return Record(
        sentence.format(*(toll.range for toll in tolls)), "; ".join(toll.source for toll in tolls)
    )


TET_QUARTER: Final = "1968Q1"  # of the record's offensive, of which alone its footnote speaks
TET: Final = Record(
    "The record's offensive of 1968 killed about 14,300 civilians and drove 630,000 from their "
    "homes.",
    "Dougan and Weiss 1983, by way of Wikipedia",
)
DECEMBER: Final = Record(
    "The record's raids of December 1972 killed 1,600 to 2,380 people in the North, nearly all of "
    "them civilians.",
    "AP, 15 December 1997; Voice of Vietnam, December 2017",
)
RAIDS: Final = _held("In the record's eight years of raids {} civilians died in the North.", "D2")
WHOLE_WAR: Final = _held(
    "In the record {} civilians died in the South by 1974, and {} in the North under the bombs.",
    "D1",
    "D2",
)
RECORDS: Final[Mapping[str, Record]] = {
    "offensive": TET,
    "bombs": RAIDS,
    "mines": RAIDS,
    "christmas": DECEMBER,
    "signature": WHOLE_WAR,
    "saigon_falls": WHOLE_WAR,
    "consent_breaks": WHOLE_WAR,
    "north_breaks": WHOLE_WAR,
    "unsettled": WHOLE_WAR,
}
"""By occasion; the others have none. An offensive of another quarter than the record's of 1968 has
the whole war's (``record``). Sources: campaigns/SOURCES.md, D1, D2, D11 and D12."""


def record(occasion: str, when: str) -> Record | None:
    """Return what the record has beside an occasion in the quarter titled ``when``, or None."""
    if occasion == "offensive" and when != plain.quarter_title(TET_QUARTER):
        return WHOLE_WAR
    return RECORDS.get(occasion)


TITLES: Final[Mapping[str, str]] = {
    "bombs": "Bombs on the North",
    "mines": "The ports are closed",
    "christmas": "Bombs on Hanoi",
    "session": "The first session",
    "leak": "It is in the newspapers",
    "signature": "Signed",
    "saigon_falls": "Saigon has fallen",
    "consent_breaks": "Congress ends the money",
    "north_breaks": "The North cannot go on",
    "unsettled": "Nothing is settled",
}
SENTENCES: Final[Mapping[str, str]] = {
    "mines": "Mines lie off Haiphong and the other harbours of the North, and ships are warned "
    "to leave or to stay.",
    "session": "For the first time in this war both governments sit at one table.",
    "signature": "The war ends at the table, and this is what was signed.",
    "saigon_falls": "There is nobody left in the South to settle with.",
    "consent_breaks": "The troops come home without an agreement.",
    "north_breaks": "Its units in the South are on their own.",
    "unsettled": "The years have run out, and the war goes on.",
}
LINES: Final = ("below the 19th parallel", "below the 20th parallel", "up to the delta")
SHOWN: Final = (
    "that it refuses all talk",
    "that it will talk on its conditions alone",
    "that it would accept contacts",
    "that it is ready for open talks",
)
"""What a government shows the world, by the rung of its posture."""


def title(occasion: str, side: int = -1, corps: Sequence[int] = ()) -> str:
    """Return a climax's title; ``side`` is whose door it is, ``corps`` where they attack."""
    if occasion == "offensive":
        return "Everywhere at once" if len(corps) == len(CORPS) else "A general offensive"
    if occasion in ("door_open", "door_shut"):
        verb = "opens" if occasion == "door_open" else "shuts"
        return f"{plain.SIDE_NAMES[side]} {verb} its door"
    return TITLES[occasion]


def offensive(corps: Sequence[int]) -> str:
    """Return the sentence of a general offensive: one for all corps that are struck."""
    where = plain.listing([CORPS[each] for each in corps])
    return f"Northern and Front units attack the towns of {where} Corps within a few nights."


def bombs(line: int) -> str:
    """Return the sentence of the first bombs; ``line`` is the bombing line's rung."""
    return f"For the first time in this war American aircraft bomb the North, {LINES[line]}."


def christmas(sitting: bool) -> str:
    """Return the sentence of heavy bombs on the delta after talks have been; ``sitting`` says
    whether the talks still go on."""
    table = "while the delegations still sit" if sitting else "after the delegations had sat"
    return f"With no line to stop at, bombers come to Hanoi and Haiphong, {table}."


def door(side: int, posture: int) -> str:
    """Return the sentence of a door that opens or shuts, by the posture now shown."""
    return f"{plain.SIDE_NAMES[side]} now shows the world {SHOWN[posture]}."


def leak(sides: Sequence[int]) -> str:
    """Return the sentence of a leak of one side's or both sides' private contacts."""
    names = plain.listing([plain.SIDE_NAMES[side] for side in sides])
    return f"A private contact of {names} has come out, and its carrier is lost to both sides."


def settled_rows(settled: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """Return the terms of a settlement as rows of issue and position."""
    return tuple(
        (terms.ISSUE_TITLES[issue], plain.capital(terms.position(issue, settled[issue])))
        for issue in range(len(ISSUES))
    )
