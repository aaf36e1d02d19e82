"""The first game's lessons, in the order in which a newcomer needs them."""

from typing import Final

from game.desk.models import Lesson

_TAUGHT: Final = (
    ("Two governments", "Each quarter both sides give secret orders; then the quarter is resolved "
     "at once. What stands goes on: a quarter in which nothing is touched is one key.", "", ""),
    ("Where you stand", "These two numbers are your score as things stand, and the range in which "
     "your staffs put the other side's. To do better than history is to win; both can.", "scores",
     ""),
    ("What pays", "Orders cost political capital, and consent at home pays it in. Open the orders: "
     "what stands is free, every other rung shows its price and its risk.", "page orders",
     "page orders"),
    ("A first order", "Move a ladder by one rung. Escalating pays once: the same targets struck "
     "again yield less, and each blow is counted at home.", "ladder bombing", ""),
    ("Talking", "Talks sit in a quarter in which both postures are contacts or talks. An open hand "
     "may be taken for a weak one; a channel covers some of that, until it leaks.",
     "page diplomacy", ""),
    ("The table", "Five issues, four positions each. Table a package, or accept theirs of last "
     "quarter: an acceptance binds and ends the war.", "page table", ""),
    ("Who advises", "Advisers read the same papers and differ. Each names a range and what follows "
     "at either end of it.", "page advisers", ""),
    ("End the quarter", "The sentence beside the button says what cannot be taken back. An "
     "unsettled end is a loss for both sides.", "end", "end"),
)  # fmt: skip

LESSONS: Final = tuple(
    Lesson(title, text, points_at, until, number, len(_TAUGHT))
    for number, (title, text, points_at, until) in enumerate(_TAUGHT, 1)
)
