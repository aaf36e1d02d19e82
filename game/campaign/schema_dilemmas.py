"""``[[dilemmas]]``: what a government has to decide beside its orders, from the record.

Effects are written as ``stability -0.02 for 3 after 1`` or ``own_noise x0.85 for 4``; conditions as
``game.campaign.conditions`` reads them.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from game.campaign.kinds import Id, Line, Part, Quarter, Text
from game.engine.dilemmas import ANSWERS

MOST_ANSWER_WORDS = 25  # of one answer
MOST_DILEMMA_WORDS = 60  # of the question
MOST_EFFECTS = 6  # of one answer
MOST_PRICE = 8  # points of political capital


def _words(most: int) -> AfterValidator:
    def bounded(text: str) -> str:
        if len(text.split()) > most:
            raise ValueError(f"at most {most} words; these are {len(text.split())}")
        return text

    return AfterValidator(bounded)


Effects = Annotated[list[Line], Field(max_length=MOST_EFFECTS)]


class ChancePart(Part):
    """``chance`` of an answer: one draw, in the quarter in which it is given."""

    risk: Annotated[float, Field(ge=0.05, le=0.30)]
    effects: Annotated[Effects, Field(min_length=1)]
    line: Line


class Later(Part):
    """``sequel`` of an answer: once, the first time its condition holds within so many quarters."""

    within: Annotated[int, Field(ge=1, le=12)]
    when: Line
    effects: Annotated[Effects, Field(min_length=1)]
    line: Line


class AnswerPart(Part):
    """``[[dilemmas.answers]]``: one way to decide."""

    id: Id
    text: Annotated[Line, _words(MOST_ANSWER_WORDS)]
    price: Annotated[int, Field(ge=0, le=MOST_PRICE)]
    effects: Effects
    chance: ChancePart | None = None
    sequel: Later | None = None
    seen: Line | None = None  # what the other side finds in the papers
    cruel: bool = False  # somebody is mistreated or left to it: may bring its side no advantage


class OnRecord(Part):
    """``record`` of a dilemma: what was really decided, and how well that is known."""

    answer: Id
    text: Text
    source: Text
    checked: Literal["read", "partly", "memory"]
    confidence: Literal["high", "medium", "low"]


class Dilemma(Part):
    """``[[dilemmas]]``: a question that comes in the first quarter of its span in which ``when``
    holds, and is answered by ``default`` when nobody answers."""

    id: Id
    side: Literal["washington", "hanoi"]
    first: Quarter
    last: Quarter
    when: Line | None = None
    title: Line
    text: Annotated[Text, _words(MOST_DILEMMA_WORDS)]
    answers: Annotated[list[AnswerPart], Field(min_length=2, max_length=ANSWERS)]
    default: Id
    record: OnRecord
    recalls: list[Line] = Field(default_factory=list, max_length=8)
    why: Text
