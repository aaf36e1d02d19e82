"""The first game's lessons, quarter by quarter, in the order in which a newcomer needs them.

They say what to try, never what will come of it: what came is told afterwards, from the papers.
"""

from dataclasses import replace
from typing import Final

from game.desk.models import Lesson
from game.record import Game
from game.record.lesson import CHAIR, is_lesson
from game.words import followed

FOLLOWED: Final = "{followed}"  # stands for what followed from the quarter before
_TAUGHT: Final = (
    (
        ("Two governments", "Each quarter both sides give secret orders; then the quarter is "
         "resolved at once. What stands goes on: where you change nothing, a quarter is one key.",
         "", ""),
        ("One map, five lenses", "The map shows one thing at a time. Look through another lens, "
         "such as Air: where bombs fall, and how far north. The keys 1 to 5 do the same.",
         "lens air", "lens"),
        ("Where you stand", "Each score has its name under it: yours comes first, the other side's "
         "last, as your staffs guess it. Point at a gauge: it says what it is and what moved it.",
         "scores", ""),
        ("What pays", "Orders cost political capital, and unity at home pays it in. Open the "
         "orders: what stands is free, every other rung shows its price and its risk.",
         "page orders", "page orders"),
        ("A first order", "Lay in stocks for an offensive: on the line Preparation choose Prepare, "
         "with the mouse or the arrow keys. The other side does not see it. Undo takes it back.",
         "ladder preparation", "set preparation prepare"),
        ("A hand held out",
            "Open diplomacy and move Posture to Open talks. Channel says who carries your words: "
            "Moscow is closed, so they go out in public unless you choose another. Try it.",
            "ladder posture", "set posture talks"),
        ("End the quarter", "The button says in short what is ordered; pressed, it asks once and "
         "says what cannot be taken back. The cables come next: Enter goes on.", "end", "end"),
    ),
    (
        ("What followed", FOLLOWED, "", ""),
        ("A blow", "Open the orders. Where the main force stands, in I and in III Corps, choose "
         "Offensive. What it costs in points stands beside it; it costs thousands of your men as "
         "well.",
         "ladder effort.I, ladder effort.III", "set effort.I offensive, effort.III offensive"),
        ("A closed door", "Move Posture down to State conditions while it lasts.",
         "ladder posture", "set posture conditions"),
        ("End the quarter", "Read the cables: how it was seen, and what Washington did in the same "
         "months.", "end", "end"),
    ),
    (
        ("What followed", FOLLOWED, "", ""),
        ("The same hand", "Posture belongs at Open talks again: the same rung, the same words. If "
         "you left it there, there is nothing to move.",
         "ladder posture", "set posture talks"),
        ("Something on the table", "Open the table and ask for less than everything: out within "
         "sixty days, in place without reinforcement, a national council, a full halt, prisoners "
         "with the withdrawal. Then table it.", "page table", "table"),
        ("End the quarter", "Talks sit in a quarter in which both doors are open. A package that "
         "has been tabled can be signed in the next.", "end", "end"),
    ),
    (
        ("What followed", FOLLOWED, "", ""),
        ("The last quarter", "An unsettled end is a loss for both. Keep your hand where it is; on "
         "the table's page their package, if there is one, can be accepted, which ends the war.",
         "page table", ""),
        ("End the quarter", "Then read what followed from what.", "end", "end"),
    ),
)  # fmt: skip

COMMANDS: Final = (
    "Try this: 'preparation prepare' lays in stocks for an offensive, 'posture talks' holds out a "
    "hand. Some here say that it is too early. Then 'end'.",
    "Try this: 'effort I offensive' and 'effort III offensive' strike where the main force stands; "
    "it costs thousands of your men. 'posture conditions' shuts the door meanwhile. Then 'end'.",
    "Try this: 'posture talks' holds out the same hand once more, and 'table 2 2 1 2 1' puts "
    "something on the table. Then 'end'.",
    "The last quarter: an unsettled end is a loss for both. 'table' shows what lies on it, "
    "'accept' signs theirs and ends the war. Then 'end'.",
)
"""The same at a terminal, a quarter each."""


def _lessons() -> tuple[Lesson, ...]:
    rows = [(turn, *row) for turn, quarter in enumerate(_TAUGHT) for row in quarter]
    return tuple(
        Lesson(title, text, points_at, until, number, len(rows), turn)
        for number, (turn, title, text, points_at, until) in enumerate(rows, 1)
    )


LESSONS: Final = _lessons()
LONGEST: Final = (*LESSONS, replace(LESSONS[-1], text=followed.longest(CHAIR)))
"""The lessons, and the most that one may have to tell of the quarter before: what needs room."""


def told(game: Game, side: int) -> tuple[str, ...]:
    """Return what a first game says as a quarter opens to the side it is about; nothing to the
    other, and nothing in any other war."""
    dossier = game.dossier(side)
    turn = len(dossier.reports)
    if not is_lesson(game) or side != CHAIR or game.over or turn >= len(COMMANDS):
        return ()
    came = (f"What followed. {followed.quarter(dossier, turn - 1)}",) if turn else ()
    return (*came, COMMANDS[turn])
