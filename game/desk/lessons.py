"""The first game's lessons, and the pages of the help: the same in window and terminal."""

from typing import Final

from game.desk.models import Fact, Lesson, Page

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

PAGES: Final = (
    Page("quarter", "A quarter", (
        "Read the paper, the enemy's message and the gauges. Change orders or leave them: what "
        "stands goes on. End the quarter; both sides' orders are then resolved at once, and each "
        "side is told its own losses exactly and the enemy's as estimates.",
        "'Run on' plays standing orders until something needs you: an overture, a package, a "
        "posture, a great blow, an escalation, a dated event, or a collapse in sight.",
    )),
    Page("orders", "Orders and their price", (
        "Every order is a ladder of words. The rung in force is free; others cost points of "
        "political capital. Escalations cost more or less as your own government is minded to "
        "dare them.",
        "Troops, crossings, messages, packages and acceptances are for one quarter; all other "
        "rungs stand until they are changed.",
    )),
    Page("talking", "Talking", (
        "Refuse and conditions are a closed door; contacts and talks an open one. Talks sit in a "
        "quarter in which both doors are open. What your posture shows, the other side reads; "
        "when it changes, that is news.",
        "A channel covers part of what is read into a message. A mediator may stand surety. A "
        "channel that leaks is lost, and all that it had covered is read at once.",
    )),
    Page("table", "The table", (
        "Five issues, each with four positions from Washington's ideal (0) to Hanoi's (3). The "
        "Paris Agreement of January 1973 was 2 2 1 2 1.",
        "An acceptance takes the other side's package as it lay at the end of last quarter, after "
        "talks have sat. It binds, ends the war, and cannot be undone.",
    )),
    Page("end", "How it ends, and the score", (
        "By settlement, by collapse (of Saigon, of American consent, of the North's power to go "
        "on) or by the calendar, which is a loss for both.",
        "Each side is scored from 0 to 100: aims, 60 points, are the five issues as settled, times "
        "the chance that they hold; people, 40 points, are the dead, prisoners, ruin and consent. "
        "Beside it stands what history's own settlement scores under the same rules.",
    ), (Fact("To win", "Do better than history. Both sides can; both can do worse."),)),
)  # fmt: skip
"""The pages of the help."""
