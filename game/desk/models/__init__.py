"""What the screens show, as plain data: rows, texts, what can be done, and why not.

Frozen, without logic and without pixels: the window and the terminal draw the same models, and
tests read them without drawing. Everything here comes from one side's dossier, or, in a replay
and after the war, from the record. Every text is already in words; every number that is shown
carries its own tooltip: what it is, its change and its cause, separated by a line break after
the first.

``mark`` is always ``ours``, ``theirs``, ``both`` or ``none``; ``side`` is ``washington`` or
``hanoi``; quarters are named as in ``1968Q1`` where a program reads them and in words elsewhere.
"""

from typing import TYPE_CHECKING

from game import late

if TYPE_CHECKING:
    from game.desk.models.after import (
        Comparison,
        Debrief,
        Moment,
        Replay,
        RulePage,
        RuleSlider,
        SideScore,
        Tick,
        Turning,
    )
    from game.desk.models.before import (
        Briefing,
        Curtain,
        NewGame,
        SavedGame,
    )
    from game.desk.models.climax import Climax, MapActs, Sign, Thrust
    from game.desk.models.parts import (
        Amount,
        Chart,
        Choice,
        Event,
        Fact,
        Gauge,
        LadderRow,
        Message,
        Page,
        Rung,
        Series,
        Threshold,
    )
    from game.desk.models.quarter import (
        Adviser,
        Answer,
        Brink,
        Cable,
        Channel,
        Danger,
        Decision,
        Diplomacy,
        DossierPage,
        EndVerb,
        Header,
        InForce,
        Issue,
        Lesson,
        LogRow,
        Newspaper,
        OrdersPage,
        PackageScore,
        Quarter,
        Resolution,
        Scores,
        Story,
        TablePage,
    )
else:
    __getattr__ = late.names(
        "game.desk.models",
        {
            "game.desk.models.after": (
                "Comparison Debrief Moment Replay RulePage SideScore RuleSlider Tick Turning"
            ),
            "game.desk.models.before": ("Briefing Curtain NewGame SavedGame"),
            "game.desk.models.climax": "Climax MapActs Sign Thrust",
            "game.desk.models.parts": (
                "Amount Chart Choice Event Fact Gauge LadderRow Message Page Rung Series Threshold"
            ),
            "game.desk.models.quarter": (
                "Adviser Answer Brink Cable Channel Danger Decision Diplomacy DossierPage "
                "EndVerb Header InForce Issue Lesson LogRow Newspaper OrdersPage PackageScore "
                "Quarter Resolution Scores Story TablePage"
            ),
        },
    )

__all__ = [
    "Adviser",
    "Amount",
    "Answer",
    "Briefing",
    "Brink",
    "Cable",
    "Channel",
    "Chart",
    "Choice",
    "Climax",
    "Comparison",
    "Curtain",
    "Danger",
    "Debrief",
    "Decision",
    "Diplomacy",
    "DossierPage",
    "EndVerb",
    "Event",
    "Fact",
    "Gauge",
    "Header",
    "InForce",
    "Issue",
    "LadderRow",
    "Lesson",
    "LogRow",
    "MapActs",
    "Message",
    "Moment",
    "NewGame",
    "Newspaper",
    "OrdersPage",
    "PackageScore",
    "Page",
    "Quarter",
    "Replay",
    "Resolution",
    "RulePage",
    "RuleSlider",
    "Rung",
    "SavedGame",
    "Scores",
    "Series",
    "SideScore",
    "Sign",
    "Story",
    "TablePage",
    "Threshold",
    "Thrust",
    "Tick",
    "Turning",
]
