"""The pages of the help: what a quarter is, what orders cost, how talking works, what wins."""

from typing import Final

from game.desk.models import Fact, Page
from game.engine.facts import AIMS, PEOPLE

QUARTER: Final = Page(
    "quarter",
    "A quarter",
    (
        "Read the paper, the enemy's message and the gauges. Change orders or leave them: "
        "what stands "
        "goes on. End the quarter; both sides' orders are then resolved at once, and each "
        "side is told "
        "its own losses exactly and the enemy's as estimates.",
        "'Run on' plays standing orders until something needs you: an overture, a package, "
        "a posture, "
        "a great blow, an escalation, a dated event, or a collapse in sight.",
    ),
    (
        Fact("First", "Events that neither side decides: elections, weather, leaders' deaths."),
        Fact(
            "Then", "Men move and bombs fall; the ground war by corps; losses; who has shown what."
        ),
        Fact(
            "Then",
            "Postures and messages go out by their channels, and are read; the table sits "
            "where both doors are open.",
        ),
        Fact("Last", "Opinion at home, Saigon, political capital; perhaps the end of the war."),
        Fact(
            "Nothing is lost", "The game is kept after every quarter's orders, and when you leave."
        ),
    ),
)
SCREEN: Final = Page(
    "screen",
    "The screen",
    (
        "The first page: on top the scores, ours beside history's; at the left gauges, each "
        "with its "
        "last change; in the middle the map under one lens; at the right what came and what "
        "is to be "
        "decided. Below: what is in force, the last and the next dated event, and the two verbs.",
        "Point at any number, or put the focus on it, and wait a moment: it says what it "
        "is, how it "
        "changed and why. F1 explains whatever has the focus. A name that is underlined "
        "leads to the "
        "codex.",
    ),
    (
        Fact(
            "War", "Main force by corps, and the pace of the fighting by the density of the hatch."
        ),
        Fact("Air", "Where bombs fall, how heavily, and how far north they may."),
        Fact("Diplomacy", "Where each government stands towards talks."),
        Fact("Opinion", "How much of the people Saigon controls, by corps."),
        Fact("Supply", "The trail, the sanctuaries, and what goes down them."),
        Fact(
            "Square and diamond",
            "A square is ours, a diamond theirs, a star is both's. Colour never "
            "says anything that a shape does not say too.",
        ),
        Fact(
            "Sound",
            "M switches it off and on, from any screen. The settings, F10, have its volume, "
            "the theme and the surroundings, and captions.",
        ),
    ),
)
ORDERS: Final = Page(
    "orders",
    "Orders and their price",
    (
        "Every order is a ladder of words. The rung in force is free; others cost points of "
        "political "
        "capital. Escalations cost more or less as your own government is minded to dare them.",
        "Troops, crossings, messages, packages and acceptances are for one quarter; all "
        "other rungs "
        "stand until they are changed.",
    ),
    (
        Fact(
            "Escalating pays once",
            "The same targets struck again yield less, and cost aircraft and "
            "prisoners, who are chips for the other side.",
        ),
        Fact(
            "An offensive",
            "Takes quarters of preparation, men and cadres, and shows as noise in the "
            "enemy's estimates before it comes.",
        ),
        Fact(
            "The home front",
            "Its rungs are the one thing that costs or brings capital for as long "
            "as they stand: each says what it moves in a quarter.",
        ),
        Fact(
            "Consent pays",
            "Approval pays Washington's capital, the Politburo's unity Hanoi's. The "
            "dead cost both.",
        ),
        Fact("Undo", "Until the quarter is ended any order of it can be taken back."),
    ),
)
TALKING: Final = Page(
    "talking",
    "Talking",
    (
        "Refuse and conditions are a closed door; contacts and talks an open one. Talks sit in a "
        "quarter in which both doors are open. What your posture shows, the other side "
        "reads; when it "
        "changes, that is news.",
        "A channel covers part of what is read into a message. A mediator may stand surety. "
        "A channel "
        "that leaks is lost, and all that it had covered is read at once.",
    ),
    (
        Fact("Refuse", "No meeting on any terms."),
        Fact("Conditions", "Talks, if the enemy does something first."),
        Fact("Contacts", "Envoys may meet. An open door."),
        Fact("Talks", "Ready now. An open door, which nobody overlooks."),
        Fact(
            "Why not simply open?",
            "Each government asks why the other opens now. Whoever never "
            "opens gets no terms. When it can be afforded you must find.",
        ),
        Fact("A deadline", "Unkept, it costs your word: the next one is believed less."),
    ),
)
TABLE: Final = Page(
    "table",
    "The table",
    (
        "Five issues, each with four positions from Washington's ideal, at the left, to "
        "Hanoi's, at "
        "the right. Left and right move your draft; it goes out if it is tabled.",
        "An acceptance takes the other side's package as it lay at the end of last quarter, after "
        "talks have sat. It binds, ends the war, and cannot be undone.",
    ),
    (
        Fact(
            "If both accept",
            "The mean of the two packages holds, rounded on each issue toward the "
            "side with more political capital.",
        ),
        Fact(
            "What holds",
            "A settlement holds with a chance that falls with Saigon's weakness, once "
            "the Americans it sends home are gone, and rises with what each side would "
            "lose by breaking it.",
        ),
        Fact(
            "Under fire",
            "Whoever escalates in full while talks sit reads what is signed its own "
            "way: more if you sign, less if you had only tabled the terms.",
        ),
        Fact(
            "Paris, January 1973",
            "Out within sixty days; the North's army in place; Saigon's "
            "government stays, with a national council; a full halt; prisoners "
            "with the withdrawal.",
        ),
    ),
)
END: Final = Page(
    "end",
    "How it ends, and the score",
    (
        "By settlement, by collapse (of Saigon, of American consent, of the North's power "
        "to go on) or "
        "by the calendar, which is a loss for both.",
        "Each side is scored from 0 to 100. Beside it stands what history's own settlement scores "
        "under the same rules.",
    ),
    (
        Fact("To win", "Do better than history. Both sides can; both can do worse."),
        Fact(
            f"Aims, {AIMS:g} points",
            "The five issues as settled, or as they stand, times the chance "
            "that they hold two years on.",
        ),
        Fact(
            f"People, {PEOPLE:g} points",
            "Your own dead, prisoners, ruin and consent, against the "
            "worst that such a war has cost.",
        ),
        Fact(
            "The other's score",
            "You see the range in which your staffs put it; the war's end shows both.",
        ),
    ),
)
MODES: Final = Page(
    "modes",
    "Alone, two, or watching",
    (
        "Alone you face a doctrine at a level. No level sees more than its side may: a lower one "
        "imagines fewer wars, looks less far and misjudges more.",
        "Two people share one keyboard. A curtain hides everything until the side that is named "
        "confirms; it also falls after loading, and when the window loses the focus.",
        "Watching walks through the recorded war, or one just played, with either side's "
        "eyes or both. "
        "In any quarter you may step in as either side; the other government is drawn anew "
        "then, and "
        "the record stays as it is.",
    ),
    (
        Fact("The same seed", "The same seed and orders give the same war."),
        Fact(
            "A game of two",
            "Is kept in a plain file, which whoever opens it can read, or sealed "
            "under both sides' passphrases. A lost one cannot be replaced.",
        ),
        Fact(
            "Cover everything", "F12 hides all papers at once, from any screen and any text field."
        ),
        Fact(
            "Taking back",
            "Orders just given can be taken back at the curtain, until the other side sits down.",
        ),
        Fact(
            "Other wars",
            "Korea and the Himalaya are read from the title once a war has ended: you "
            "say what you would do before you are told what was done.",
        ),
        Fact(
            "A seminar",
            "Runs by a clock: a turn that is over is given as it was drafted, and the "
            "bell ends the war. F9 opens the facilitator's panel, with the PIN.",
        ),
    ),
)
PARTS: Final = (f"aims of {AIMS:g}", f"people of {PEOPLE:g}")
"""The two parts of a score, as a table heads them."""
PAGES: Final = (QUARTER, SCREEN, ORDERS, TALKING, TABLE, END, MODES)
