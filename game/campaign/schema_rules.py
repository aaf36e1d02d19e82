"""What a campaign may change about the rules: constants, the rungs on offer, and the scoring."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import numpy as np
from pydantic import Field, create_model

from game.campaign.given import CONSTANTS, PEOPLE, standard
from game.campaign.kinds import Part, Share, Text, one_of
from game.engine.board import HANOI, ISSUES, SIDES, WASHINGTON
from game.engine.ladders import LADDERS

TIMES: Final = 5.0  # a constant may be this many times larger or smaller than the game's own
FROM_NOUGHT: Final = 1.0  # how far from nought one may go that is nought in the game
MOST_PRECISION: Final = {"precision_receiver": 20.0, "precision_sender": 30.0}  # theory's domain


def bounds(name: str) -> tuple[Any, Any]:
    """Return the lowest and highest values allowed for a constant, each shaped like it."""
    own = np.asarray(standard(name), dtype=np.float64)
    ends = np.stack([own / TIMES, own * TIMES])
    low = np.where(own == 0, -FROM_NOUGHT, ends.min(axis=0))
    high = np.where(own == 0, FROM_NOUGHT, ends.max(axis=0))
    if "probability" in CONSTANTS[name].metadata["unit"]:
        low, high = np.maximum(low, 0.0), np.minimum(high, 1.0)
    return low, np.minimum(high, MOST_PRECISION.get(name, np.inf))


def _offered_side(side: int) -> Any:
    fields: dict[str, Any] = {}
    for ladder in LADDERS[side]:
        word: Any = one_of(ladder.rungs)
        fields[ladder.name] = (Annotated[list[word], Field(min_length=1)], None)
    return create_model(f"{SIDES[side].title()}Offered", __base__=Part, **fields)


def _offered() -> Any:
    sides: dict[str, Any] = {}
    for side in (WASHINGTON, HANOI):
        part = _offered_side(side)
        sides[SIDES[side]] = (part, part())
    return create_model("Offered", __base__=Part, **sides)


def _by_side(title: str, keys: tuple[tuple[str, ...], ...], kind: Any) -> Any:
    sides: dict[str, Any] = {}
    for side, names in enumerate(keys):
        fields: dict[str, Any] = {name: (kind, ...) for name in names}
        sides[SIDES[side]] = (create_model(f"{title}{side}", __base__=Part, **fields), ...)
    return create_model(title, __base__=Part, **sides)


if TYPE_CHECKING:
    Offered = Any
    IssueWeights = Any
    PeopleWeights = Any
    WorstCases = Any
else:
    Offered = _offered()
    IssueWeights = _by_side("IssueWeights", (ISSUES, ISSUES), Share)
    PeopleWeights = _by_side("PeopleWeights", PEOPLE, Share)
    WorstCases = _by_side("WorstCases", PEOPLE, Annotated[float, Field(gt=0.0, le=1e7)])


class ScoringPart(Part):
    """``[scoring]``: what each side fought for, and the losses that score nothing."""

    issues: IssueWeights
    people: PeopleWeights
    worst: WorstCases
    why: Text | None = None
