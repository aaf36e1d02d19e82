"""How far the rules reach: they are this war's, and a campaign about another one is told so.

Nothing keeps a file from naming other years or other governments; the rulebook, the people and the
papers would still be Washington's and Hanoi's. Other wars are told as cases (docs/cases.md).
"""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.campaign.schema import CampaignFile, ScenarioFile

FIRST, LAST = 1965, 1973  # the years whose events, people and means the rules know
OURS: Final = re.compile(r"\b(Viet ?nam\w*|Hanoi|Saigon)\b")
SIDES: Final = ("Washington", "Hanoi")
OTHERS: Final = re.compile(
    r"\b(Peking|Beijing|Pyongyang|Seoul|Korea|Delhi|India|Pakistan|Moscow|Kabul|Afghanistan|Algiers"
    r"|Algeria|Baghdad|Iraq|Teheran|Tehran|Iran|Cairo|Jerusalem|London|Buenos Aires|Falklands"
    r"|Belgrade|Kyiv|Ukraine)\b"
)
"""Governments and lands of other wars. One of them in a campaign's own words, and none of this
war's, is taken for another war's."""


def beyond(file: "CampaignFile", scenario: "ScenarioFile | None") -> str:
    """Return one sentence where years or sides are not this war's; empty where they are."""
    head = (scenario or file).campaign
    years = _years(file.campaign.first[:4], file.campaign.last[:4])
    whose = _sides(file, scenario)
    if not years and not whose:
        return ""
    told = " and ".join(part for part in (years, whose) if part)
    return (
        f"{head.title} is {told}; the rules, the people and the papers are Washington's and "
        f"Hanoi's of {FIRST} to {LAST}, and will speak of those."
    )


def _years(first: str, last: str) -> str:
    inside = int(first) >= FIRST and int(last) <= LAST
    return "" if inside else f"of {first} to {last}"


def _sides(file: "CampaignFile", scenario: "ScenarioFile | None") -> str:
    """Return of whom a campaign speaks, where that is somebody else: by its own word, or by the
    names in its title, summary and briefings."""
    head = (scenario or file).campaign
    named = head.sides or file.campaign.sides
    if named is not None:
        return "" if set(named) == set(SIDES) else f"about {' and '.join(named)}"
    briefing = (scenario and scenario.briefing) or file.briefing
    texts = " ".join((head.title, head.summary, briefing.washington, briefing.hanoi))
    other = OTHERS.search(texts)
    return f"about {other.group()}" if other and not OURS.search(texts) else ""
