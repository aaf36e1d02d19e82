"""All cases on one page: every sender-period, and how often the rule agrees, as it comes."""

from collections.abc import Sequence
from typing import Any, Final

from game.campaign.case_schema import CaseFile
from game.study.fit import case_codings, cases

CHECK: Final = (
    "A coding made by somebody who knew the end is a check of consistency and no fit; the replay's "
    "rules were calibrated on its war."
)


def report(made: Sequence[CaseFile]) -> dict[str, Any]:
    """Return ``cases``, a row a sender-period, and the agreement of those coded by hand and of
    those from a replay, apart: counts, beside always closed, always open, and random codings."""
    each = [one for case in made for one in cases.periods(case)]
    coded = [one for one in each if one.coded]
    replayed = [one for one in each if not one.coded]
    return {
        "cases": cases.rows(each),
        "coded_by_hand": {
            **cases.agreement(coded),
            "random_within_one_level": case_codings.drawn(made),
        },
        "from_the_replay": cases.agreement(replayed),
        "what_it_is": CHECK,
    }


def sentences(found: dict[str, Any]) -> tuple[str, ...]:
    """Return the agreement in words."""
    said = []
    coded, luck = found["coded_by_hand"], found["coded_by_hand"]["random_within_one_level"]
    if coded["of"]:
        said.append(
            f"Coded by hand: the rule agrees in {coded['rule']} of {coded['of']} periods; "
            f"always closed would in {coded['always_closed']}, always open in "
            f"{coded['always_open']}."
        )
        said.append(
            f"Codings drawn within one level of the one given agree in {luck['mean']:g} on "
            f"average, nine in ten of them in {luck['low']} to {luck['high']}; "
            f"{100 * luck['as_good_as_given']:.0f} in 100 do as well as the one given."
        )
    told = found["from_the_replay"]
    if told["of"]:
        said.append(
            f"From the replay: the rule agrees in {told['rule']} of {told['of']} periods; "
            f"always closed would in {told['always_closed']}, always open in "
            f"{told['always_open']}."
        )
    return (*said, found["what_it_is"])
