"""The dead: what is held of those whom the war killed, as ranges with their sources.

The rules count soldiers and prisoners; civilians they do not count, and no number is made up for
them. What stands here is what is held of the war that was. The sources, and how far each was read,
stand in campaigns/SOURCES.md under the ids given here.
"""

from dataclasses import dataclass
from typing import Final

HEADING: Final = "The dead"
UNCOUNTED: Final = (
    "The rules count soldiers. Civilians died in this war too, in the villages and under the "
    "bombs, on both sides of both borders; no rule counts them. Of the war that was, this is held."
)
DISPUTED: Final = "Every figure is disputed; a range is what serious counts lie between."


@dataclass(frozen=True)
class Toll:
    """Who died, and when; ``low`` to ``high`` of people; ``source`` in a few words and ``id`` in
    campaigns/SOURCES.md."""

    who: str
    span: str
    low: int
    high: int
    source: str
    id: str

    @property
    def range(self) -> str:
        """The range as it is read."""
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"


AMERICANS: Final = Toll(
    "American soldiers, from all causes", "1956-75", 58_220, 58_220, "National Archives, DCAS", "D8"
)
VIETNAMESE: Final = Toll(
    "All Vietnamese, soldiers and civilians",
    "1965-75",
    791_000,
    1_141_000,
    "Hirschman, Preston and Vu 1995",
    "D9",
)
TOLLS: Final = (
    Toll("Civilians in the South", "1965-74", 195_000, 415_000,
         "Department of Defense; Senate subcommittee on refugees, 1975", "D1"),
    Toll("Civilians in the North, under the bombing", "1965-72", 50_000, 65_000,
         "Clodfelter 1989; Lewy 1978", "D2"),
    Toll("Cambodians, under the bombing", "1969-73", 50_000, 150_000,
         "Owen and Kiernan 2015", "D3"),
    Toll("Cambodians, in all of that war", "1970-75", 240_000, 310_000,
         "Sliwinski 1995; Banister and Johnson 1993", "D4"),
    Toll("Laotians", "1960-75", 20_000, 62_000, "Obermeyer and others 2008, and counts they cite",
         "D5"),
    Toll("Soldiers of the North and the Front", "1965-74", 444_000, 1_100_000,
         "Lewy 1978; Hanoi 1995", "D6"),
    Toll("Saigon's soldiers", "1960-74", 220_000, 254_000, "Lewy 1978; Thayer 1985", "D7"),
    AMERICANS,
    VIETNAMESE,
    Toll("The same by household surveys of 2002-03", "1955-84", 3_800_000, 3_800_000,
         "Obermeyer and others 2008", "D10"),
)  # fmt: skip
"""Civilians first. The ranges overlap and cannot be added up."""


def of_this_war(american: int, saigon: int, hanoi: int) -> str:
    """Return how many soldiers died in the war just played, as the rules counted them."""
    return (
        f"In this war {american:,} Americans, {about(saigon)} of Saigon's soldiers and "
        f"{about(hanoi)} of the North's and the Front's were dead when it ended."
    )


def about(number: int) -> str:
    """Return a count as it is told: to the nearest thousand where it is one or more."""
    return f"about {round(number, -3):,}" if number >= 1000 else f"{number:,}"
