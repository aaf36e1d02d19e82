"""The first game's lessons, in the order in which a newcomer needs them."""

from typing import Final

from game.desk.models import Lesson

_TAUGHT: Final = (
    ("Two governments", "Each quarter both sides give secret orders; then the quarter is resolved "
     "at once. What stands goes on: where you change nothing, a quarter is one key.", "", ""),
    ("One map, five lenses", "The map shows one thing at a time. Look through another lens, such "
     "as Air: where bombs fall, and how far north. The keys 1 to 5 do the same.", "lens air",
     "lens"),
    ("Where you stand", "These two marks are your score as things stand, and the range in which "
     "your staffs put the other side's. To do better than history is to win; both can.", "scores",
     ""),
    ("Numbers have causes", "Under each gauge stand its last change and the cause of it. Point at "
     "one, or Tab to it, and wait a moment: it says what it is.", "gauge capital", ""),
    ("What pays", "Orders cost political capital, and consent at home pays it in. Open the orders: "
     "what stands is free, every other rung shows its price and its risk; one at home also what "
     "it costs or brings each quarter.", "page orders",
     "page orders"),
    ("A first order", "Move this ladder by a rung, with its arrows or the arrow keys. A step up is "
     "paid for once. Undo takes it back.",
     "ladder bombing", "order"),
    ("Talking", "Open diplomacy. Talks sit in a quarter in which both postures are contacts or "
     "talks. What a posture shows, the other side reads; a channel covers some of that, until it "
     "leaks.", "page diplomacy", "page diplomacy"),
    ("The table", "Open the table. Five issues, four positions each. Table a package, or accept "
     "theirs of last quarter: an acceptance binds and ends the war.", "page table", "page table"),
    ("Who advises", "Open the advisers. They read the same papers and differ. Each names a range, "
     "and what follows at either end of it.", "page advisers", "page advisers"),
    ("End the quarter", "The sentence on the button says what cannot be taken back. An unsettled "
     "end is a loss for both sides. The cables come next: Enter goes on.", "end", "end"),
)  # fmt: skip

LESSONS: Final = tuple(
    Lesson(title, text, points_at, until, number, len(_TAUGHT))
    for number, (title, text, points_at, until) in enumerate(_TAUGHT, 1)
)
