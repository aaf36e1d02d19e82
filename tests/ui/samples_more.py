"""Sample models of what comes before and after a game."""

from game.desk import debrief_models as d
from game.desk import map_acts
from game.desk import models as m
from game.desk.desktops import Desktop, Overview
from game.desk.facilitate import SittingState
from tests.ui.samples import CHARTS, GAUGES, QUARTER

CLIMAX = m.Climax(
    "signature",
    "January to March 1973",
    "Signed",
    "signature",
    "The war ends at the table, and this is what was signed.",
    "591",
    "Americans were taken prisoner in this war",
    map_acts.offensive((0, 1, 2, 3)),
    "",
    "In the record 195,000 to 415,000 civilians died in the South by 1974, and 50,000 to 65,000 in "
    "the North under the bombs.",
    "Department of Defense; Clodfelter 1989",
    tuple((f"Issue {number}", "In place, no reinforcement") for number in range(5)),
)
BRIEFING = m.Briefing(
    "washington",
    "For the President's eyes only",
    "First quarter of 1965",
    (
        "Saigon cannot hold by itself through the summer. The choice is between more and less; "
        "neither is free.",
        "The other side's patience is not known. It may be longer than ours.",
    ),
    (
        m.Fact("Aim", "A South that is not taken by force."),
        m.Fact("Measure", "Five issues, 60 points; people, 40 points."),
    ),
    (
        m.Fact("Resilience", "Middling: consent wears out by 1969.", "Told to you alone."),
        m.Fact("Nerve", "High.", "Told to you alone."),
    ),
)
CURTAIN = m.Curtain(
    "Hanoi",
    "It is for the government in Hanoi to sit down. Everyone else turns away.",
    "I am Hanoi: draw the curtain back",
)
NEW_GAME = m.NewGame(
    (
        m.Choice("war", "The full war", "33 quarters, ninety minutes alone."),
        m.Choice("tet", "Tet", "Six quarters, thirty minutes for two."),
        m.Choice("paris", "The road to Paris", "Twelve quarters, 75 minutes."),
        m.Choice("linebacker", "Linebacker", "Five quarters."),
    ),
    (
        m.Choice("alone", "Alone", "Against the machine."),
        m.Choice("two", "Two at one keyboard", "A curtain hides each side from the other."),
        m.Choice("watch", "Watch the history", "Step in wherever you like."),
    ),
    (m.Choice("washington", "Washington"), m.Choice("hanoi", "Hanoi")),
    (
        m.Choice("search", "The planner", "Imagines the war ahead."),
        m.Choice("doctrine", "The doctrinaire", "Keeps to one line, come what may."),
        m.Choice("record", "The record", "Does what was done."),
    ),
    (
        m.Choice("mild", "Mild", "Its estimates are poor."),
        m.Choice("even", "Even", "Its estimates are as good as yours."),
        m.Choice("stern", "Stern", "Its estimates are better than yours."),
    ),
    ("war", "alone", "washington", "search", "even"),
    "1968-30-01",
    "The full war as Washington against the planner, even. It begins in the first quarter of 1965.",
    sittings=(
        m.Choice("none", "No clock", "As long as it takes."),
        m.Choice("45", "45 minutes", "Tet in 45 minutes: 30 of play, 15 for the debrief."),
    ),
)
AFTER = d.After(
    verdicts=(d.Verdict("Washington", "ours", "Washington: July to September 1965", "Washington "
                        "could first afford to talk in the third quarter of 1965, because its "
                        "resilience had been shown; that quarter it refused to talk.", 2),
              d.Verdict("Hanoi", "theirs", "Hanoi: never in this war", "Talking was never safe for "
                        "Hanoi in this war.", 3)),
    acts=(
        d.ActRow(1, "1965Q2", "washington", "ours", "overture", "weakness",
                 "Washington holds out a hand", "Read as weakness", "washington",
                 ("An offer was sent.", "The belief went from 0.50 to 0.40."),
                 ("", "quarter", "branch", "belief", "cost", "P(open)", "answered, open",
                  "answered, closed"),
                 (("as it was", "1965Q2", "Read as weakness", "0.50", "0.60", "0.31", "0.57",
                   "0.14"),)),
        d.ActRow(2, "1965Q3", "hanoi", "theirs", "escalation", "costly", "Hanoi goes further",
                 "Escalation too costly to answer", "washington", ("Effort: main force.",)),
    ),
    kinds=(("overture", "Overtures"), ("answer", "Answers"), ("refusal", "Refusals"),
           ("demonstration", "Demonstrations"), ("escalation", "Escalations")),
    branches=(("weakness", "Weakness"), ("costly", "Too costly"), ("resilience", "Shown")),
    points=(
        d.PointsRow(0, "1965Q1", "January to March 1965", (1.5, -0.4), False, ("Won.", "Lost.")),
        d.PointsRow(1, "1965Q2", "April to June 1965", (-4.0, 6.5), True,
                    ("Washington lost 4.0 points: men were sent.", "Hanoi won 6.5 points.")),
    ),
    sides=("Washington", "Hanoi"),
    meant=(d.MeantRow(1, "1965Q2", "Washington", "ours", "A person", "To keep a door ajar.",
                      "Hanoi took Washington for weaker than before.",
                      ("It will be open to talks: 40 per cent; it was not.",)),),
    scored=(d.ScoredRow("Washington", "ours", "A person", 4, "0.225", "0.250",
                        "Better than always saying how often such things came.",
                        "40% said, 0% came (1)"),),
    chairs=(d.ChairPage("hanoi", "Hanoi", "theirs", "Washington", (
        d.SeatRow(0, "1965Q1", "January to March 1965", "Infiltration: heavy.",
                  "Troops: send men.", "It thought Washington highly resilient with 50%.",
                  (("Quality of Saigon's army, per cent", "33", "36"),)),)),
            d.ChairPage("washington", "Washington", "ours", "Hanoi", ())),
)  # fmt: skip
DEBRIEF = m.Debrief(
    "Settlement, the fourth quarter of 1969.",
    ("Settlement, the fourth quarter of 1969.",
     "Both governments signed in Paris on the terms tabled in the spring.",
     "Saigon stands, with a national council; the last Americans leave within sixty days."),
    (m.SideScore("Washington", "ours", 61, 34, 27, 48, "Better than history by 13.",
                 (m.Fact("Aims", "34 of 60"), m.Fact("People", "27 of 40"))),
     m.SideScore("Hanoi", "theirs", 57, 35, 22, 55, "Better than history by 2.",
                 (m.Fact("Aims", "35 of 60"), m.Fact("People", "22 of 40")))),
    (m.Fact("American forces", "Out within sixty days"), m.Fact("The army", "In place"),
     m.Fact("Saigon", "With a national council"), m.Fact("Bombing", "Full halt"),
     m.Fact("Prisoners", "With the withdrawal")),
    (m.Moment("1966Q1", "The pause", "A halt of a quarter was read as a signal.", "+3", "ours"),
     m.Moment("1968Q1", "Tet", "A third of the main force was spent.", "-5", "theirs")),
    CHARTS[:2],
    (m.Fact("Why an early offer is dear", "Whoever opens is believed weaker than before."),),
    AFTER,
    bar="Beside each score: history's own settlement under the same rules. To do better than "
    "history is to win.",
)  # fmt: skip
SAVES = (
    m.SavedGame(
        "a",
        "The full war",
        "Washington",
        "1968Q1",
        "22 November, 21:40",
        "0.1.0",
        "alone",
        "After Tet",
    ),
    m.SavedGame("b", "Tet", "", "1967Q4", "20 November, 18:05", "0.1.0", "two people"),
    m.SavedGame(
        "c",
        "The full war",
        "Hanoi",
        "1966Q2",
        "2 October, 11:12",
        "0.0.9",
        "alone",
        problem="Written by older rules: played on from the stored world.",
    ),
    m.SavedGame(
        "d",
        "The full war",
        "",
        "1966Q2",
        "1 October, 10:01",
        "0.1.0",
        "two people, sealed",
        is_sealed=True,
    ),
)
CODEX = (
    m.Page(
        "",
        "The codex",
        ("People, places and words of the war.",),
        (m.Fact("Posture", "What a government says about talking."),),
        ("bo", "dmz"),
    ),
    m.Page(
        "bo", "Mai Van Bo", ("Hanoi's delegate general in Paris from 1961 to 1968.",), (), ("dmz",)
    ),
    m.Page("dmz", "The demilitarized zone", ("Ten kilometres along the Bến Hải.",)),
)
LESSONS = (
    m.Lesson(
        "Where you stand",
        "The gauges at the left say how the war goes at home. Point at one:"
        " what it is, its change and its cause.",
        "scores",
        "",
        1,
        3,
    ),
    m.Lesson(
        "Give an order",
        "Open the orders and move a ladder with the right arrow.",
        "page orders",
        "page orders",
        2,
        3,
    ),
    m.Lesson("End the quarter", "Nothing is sent before you end the quarter.", "end", "end", 3, 3),
)

NO_CLOCK = SittingState(False, False, 0.0, None, None, 1, False, False, "", ())
CLOCK = SittingState(
    True,
    False,
    12.0,
    18.0,
    3.5,
    1,
    False,
    False,
    "",
    (
        "1967Q3, minute 0: A facilitator takes the chair.",
        "1967Q4, minute 6: A coup. The generals quarrel in Saigon.",
        "1967Q4, minute 7.5: The rule is revealed.",
    ),
    5.0,
)
OVERVIEW = Overview(
    "Tet",
    "January to March 1968",
    (
        Desktop(
            "Washington",
            "ours",
            "Its orders are given.",
            "Bombing of the North: Industry and fuel; Troops: In, 30,000 men.",
            "Fighting at the embassy",
            "Wait for the spring.",
            GAUGES,
            BRIEFING.private,
        ),
        Desktop(
            "Hanoi",
            "theirs",
            "At its papers.",
            "Standing orders; nothing has been changed.",
            "The offensive goes on",
            "",
            GAUGES,
            BRIEFING.private,
        ),
    ),
    QUARTER.lenses,
)
PAPERS = (
    m.Choice("plain", "In a plain file", "Whoever opens the file can read both sides' papers."),
    m.Choice("sealed", "Sealed under passphrases", "Each side types one of its own."),
)
