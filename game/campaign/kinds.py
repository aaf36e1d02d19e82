"""The kinds of values a campaign file holds: texts, ids, quarters, dates, and bounded numbers."""

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from game.campaign.days import NEVER, QUARTER
from game.campaign.limits import MOST_LETTERS, MOST_WORDS

_DAY_OR_MONTH: Final = re.compile(r"(1[89]|20)\d\d-\d\d(-\d\d)?")


class Part(BaseModel):
    """A table of a campaign file: no unknown keys, no silent conversion, never changed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _quarter(text: str) -> str:
    if not QUARTER.fullmatch(text):
        raise ValueError("a quarter such as 1968Q1")
    return text


def _day_or_month(text: str) -> str:
    if _DAY_OR_MONTH.fullmatch(text):
        try:
            date.fromisoformat(text if len(text) == 10 else text + "-01")
        except ValueError:
            pass
        else:
            return text
    raise ValueError("a date such as 1968-01-30, or a month such as 1968-01")


def _known(text: str) -> str:
    return text if text == NEVER else _day_or_month(text)


def _story(text: str) -> str:
    if len(text.split()) > MOST_WORDS:
        raise ValueError(f"at most {MOST_WORDS} words; these are {len(text.split())}")
    return text


def _year(text: str) -> str:
    if not re.fullmatch(r"(1[89]|20)\d\d", text):
        raise ValueError("a year such as 1968")
    return text


Text = Annotated[str, StringConstraints(min_length=1, max_length=MOST_LETTERS)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\n\t]*$")]
Story = Annotated[Text, AfterValidator(_story)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Quarter = Annotated[str, AfterValidator(_quarter)]
Day = Annotated[str, AfterValidator(_day_or_month)]
Known = Annotated[str, AfterValidator(_known)]
Year = Annotated[str, AfterValidator(_year)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
Prior = Annotated[float, Field(ge=0.02, le=0.98)]
Position = Annotated[int, Field(ge=0, le=3)]
Package = Annotated[list[Position], Field(min_length=5, max_length=5)]


def one_of(words: tuple[str, ...]) -> Any:
    """Return the type of a text that is one of ``words``."""

    def chosen(text: str) -> str:
        if text not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return text

    return Annotated[str, AfterValidator(chosen)]


def between(low: float, high: float, whole: bool) -> Any:
    """Return the type of a number from ``low`` to ``high``, a whole one if ``whole``."""
    return Annotated[int if whole else float, Field(ge=low, le=high)]
