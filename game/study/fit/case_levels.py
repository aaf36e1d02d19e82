"""What the words of a case stand for in the posture game: the one place of these numbers.

The record codes a case in words, and prints the probabilities that it got, not the numbers behind
the words. These values on a grid of five hundredths give every probability printed there, each to
its second digit, and the same answer as the record at every neighbouring level; for a low cost and
for a dove others on the grid do so too. ``tests/study/test_cases.py`` has the table. All else is at
the theory's base values.
"""

from typing import Final

from game.campaign.case_schema import LEVELS, NERVES

BELIEF: Final = {"low": 0.25, "mid": 0.45, "high": 0.80}
"""p, the enemy's belief that the sender is highly resilient. Low: thought weak. Mid: a little above
the .4 from which nothing has been shown. High: after a demonstration, as Hanoi's after Tet."""
COST: Final = {"low": 0.35, "mid": 0.60, "high": 0.85}
"""c, in war aims, what going further costs the enemy. Low and mid are Washington's early in the war
in Vietnam and late in 1967 (docs/theory.md); high is beyond the point where an open hand is safe
whoever shows it. A sender may have a high cost of its own."""
DOVE: Final = {"hawk": 0.35, "even": 0.50, "dove": 0.65}
"""nu, the sender's belief that the enemy shrinks from going further: as far to either side."""
SCALES: Final = {"belief": LEVELS, "cost": LEVELS, "dove": NERVES}
"""The levels of each coordinate in order: a neighbour is one step away."""


def values(
    belief: str, cost: str, dove: str, guarantee: float, high_cost: float | None = None
) -> dict[str, float]:
    """Return the fields of ``PostureGame`` that a coded state sets."""
    dear = high_cost if cost == "high" and high_cost is not None else COST[cost]
    return {
        "belief_high": BELIEF[belief],
        "cost": dear,
        "belief_dove": DOVE[dove],
        "guarantee": guarantee,
    }
