"""What the game is about and what it does not show, said once before anything is played."""

from typing import Final

from game.words.dead import AMERICANS, VIETNAMESE

TITLE: Final = "Before you begin"
PARAGRAPHS: Final = (
    "This is a game about a real war, and about the question when two governments that fight can "
    "afford to talk. You give the orders of one of them. They cost lives, and the game counts the "
    "dead: American and Vietnamese soldiers by quarter, with the sources' uncertainty.",
    f"Between 1965 and 1975 about a million Vietnamese died of the war ({VIETNAMESE.range} in one "
    "careful estimate; others are higher), a great part of them civilians. Many more died in Laos "
    f"and Cambodia, and {AMERICANS.range} Americans. No score here makes any of these deaths good.",
    "It shows maps, papers, cables and numbers: no wounds, no bodies, no torture. Bombing, "
    "prisoners and killing are spoken of in the words of governments, which are often colder than "
    "the thing. What civilians, soldiers and refugees lived through is not in it; read them.",
    "Advisers and envoys are invented. What leaders are quoted as saying has a source.",
)
SOURCE: Final = (
    'Hirschman, Preston and Vu, "Vietnamese Casualties During the American War", '
    "Population and Development Review 21(4), 1995."
)
