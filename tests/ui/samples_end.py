"""Samples of the end of a war and of the record of one's wars."""

from dataclasses import replace

from game.desk import end_models as e
from game.desk import models as m
from game.words import dead
from tests.ui import samples_more

PACKAGE = (
    m.Fact("American forces", "mutual withdrawal over six to twelve months"),
    m.Fact("The North's army in the South", "in place, no reinforcement"),
    m.Fact("Power in Saigon", "it stays, with a national council"),
    m.Fact("Bombing", "full halt"),
    m.Fact("Prisoners", "with the withdrawal"),
)
ROAD = (
    e.Waypoint(
        "safe",
        2,
        "July to September 1965",
        "Talking was first safe",
        "That quarter Washington refused to talk and went further in the war.",
    ),
    e.Waypoint(
        "best",
        12,
        "January to March 1968",
        "It could have ended at 47",
        "Hanoi had tabled this. 13 more than what came.",
        PACKAGE,
    ),
    e.Waypoint(
        "lost",
        14,
        "July to September 1968",
        "The quarter that lost it",
        "Washington was open to talks and sent men. Approval at home fell by 11.",
    ),
)
FEAT = e.FeatRow(
    "Met on the way",
    "A government that could have stayed held out its hand; a "
    "quarter later yours was open, and you had not gone further.",
    1,
    True,
)
END = e.End(
    "The whole war, as Washington, against Protracted war, Cadet",
    "Congress has ended the war by ending its money",
    ("The troops come home without an agreement.", "It ended in the autumn of 1968."),
    "Washington did worse than history.",
    (e.EndRoad("Washington", "ours", ROAD),),
    33,
    12,
    "the quarter that decided it",
    "Your best before, of this side, scenario and level: 47.",
    (FEAT,),
    "",
    "",
    (dead.of_this_war(31_204, 81_113, 402_000), dead.UNCOUNTED, dead.DISPUTED),
    dead.TOLLS,
    (
        e.Onward("back", "Back to January 1968", "the quarter that decided it; with hindsight"),
        e.Onward("chair", "The other chair", "the same war as Hanoi"),
        e.Onward("next", "Next: The road to Paris", "twelve quarters"),
        e.Onward("harder", "One level harder", "Staff officer"),
    ),
    picture="crowd",
)
ENDED = replace(samples_more.DEBRIEF, end=END)
HIDDEN = replace(
    samples_more.DEBRIEF,
    after=replace(samples_more.AFTER, hidden="It is kept."),
    end=replace(
        END,
        hidden="It is kept.",
        feats=(),
        onward=(),
        roads=(
            e.EndRoad(
                "Washington",
                "ours",
                (
                    e.Waypoint(
                        "best",
                        12,
                        "January to March 1968",
                        "What lay on the table",
                        "The other side's package, which could have been signed.",
                        PACKAGE,
                    ),
                ),
            ),
            e.EndRoad("Hanoi", "theirs", (), "Nothing was tabled that Hanoi could have signed."),
        ),
    ),
)
LINE = "3 wars ended, best 61 as Hanoi; 2 feats"
WARS = e.WarsPage(
    3,
    (
        e.BestRow("The full war", "Washington", "Cadet", 47, 53, "settlement", 2),
        e.BestRow("Tet", "Hanoi", "At a glance", 61, 52, "calendar", 1),
    ),
    (
        FEAT,
        *(
            e.FeatRow(f"Feat {number}", "How it is done is told where the rule may be read.", 0)
            for number in range(10)
        ),
        e.FeatRow("The first package", "They signed it.", 2),
    ),
)
