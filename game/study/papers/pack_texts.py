"""What a seminar's pack says: rules on one page, roles, the facilitator's hour, what to discuss.

The language of the model stands only on the sheets that are given out after play.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.engine.facts import AIMS as AIMS_POINTS
from game.engine.facts import PEOPLE as PEOPLE_POINTS


@dataclass(frozen=True)
class Role:
    """One person's part: a post that many held and no one person, what it cares for, what it does
    each turn, what to ask, and what it argues for against the others."""

    office: str
    cares: str
    does: str
    asks: str
    argues: str = ""


ROLES: Final = (
    (
        Role(
            "An aide in the White House",
            "A settlement that can be defended at home, and the next election.",
            "Decides when the others disagree, and reads the orders aloud before they are given.",
            "What will this cost us with our own people in a year?",
            "A line that can be held until the election; no step at home that cannot be undone.",
        ),
        Role(
            "A diplomat of the State Department",
            "What the other side hears, and what the world hears.",
            "Proposes posture, channel, message and what to table; writes the sealed reason.",
            "What do we want them to have understood by this time next year?",
            "Every quarter one message through some channel, and a package that is always ready.",
        ),
        Role(
            "An official of the Department of Defense",
            "Men, aircraft and what they can and cannot do.",
            "Proposes bombing, troops and effort by corps; keeps the purse.",
            "What can we keep up for a year, and what only for a quarter?",
            "Nothing that costs more than it holds: count men, aircraft and points first.",
        ),
        Role(
            "A planner of the Joint Staff",
            "Winning, or at least not losing.",
            "Argues for pressing on, and says what the other side could do next.",
            "What happens if we stop now and they do not?",
            "One more rung on one ladder each turn, and no pause without something in return.",
        ),
        Role(
            "An analyst of the estimates desk",
            "Being right about the other side.",
            "Reads the estimates and makes the forecast with its confidence each turn.",
            "How sure are we, and what would change our mind?",
            "No order before its forecast: what will they do if we do this, in per cent?",
        ),
    ),
    (
        Role(
            "A member of the Secretariat",
            "Unity of the party, and the South.",
            "Decides when the others disagree, and reads the orders aloud before they are given.",
            "What can the people still carry, and for how long?",
            "The South first: whatever is signed must leave the army and the Front in place.",
        ),
        Role(
            "A diplomat of the Foreign Ministry",
            "What the other side hears, and what Moscow and Peking hear.",
            "Proposes posture, channel, message and what to table; writes the sealed reason.",
            "What do we want them to have understood by this time next year?",
            "A door that can be opened in a day, by a channel that both patrons know of.",
        ),
        Role(
            "An officer of the General Staff",
            "The army in the South and the road to it.",
            "Proposes infiltration, effort by corps and preparation; keeps the purse.",
            "What can we keep up for a year, and what only for a quarter?",
            "Stocks and men on the road before anything else; strike where they are thin.",
        ),
        Role(
            "An official of the State Planning Commission",
            "Harvest, bridges, schools: what is left of the North.",
            "Proposes labour, home front and patrons, and says what the bombing costs.",
            "What do we lose by waiting another year?",
            "Bridges, rice and rest: a quarter in which the North can breathe is never lost.",
        ),
        Role(
            "An analyst of the research section",
            "Being right about the other side.",
            "Reads the estimates and makes the forecast with its confidence each turn.",
            "How sure are we, and what would change our mind?",
            "No order before its forecast: what will they do if we do this, in per cent?",
        ),
    ),
)
"""By side, most needed first: with three people a side the first three, who share the rest."""

RULES: Final = (
    ("What it is", "Two governments fight and wonder whether to talk. Each quarter of a year both "
     "give secret orders; then the quarter is played at once, and each is told what it would have "
     "known."),
    ("Orders", "Every order is a ladder of a few words. What is not touched goes on and is free, "
     "but at home, where a rung costs or brings capital as long as it stands. A change costs "
     "points of political capital, shown before it is given. Capital comes from consent at home; "
     "a short purse is a short arm."),
    ("Talking", "Posture is one of four: refuse, state conditions, accept contacts, open talks. "
     "The last two are an open door. Talks sit in a quarter in which both doors are open. A "
     "message goes in public, by a mediator or in secret; a channel hides part of it from the "
     "world, and may leak."),
    ("The table", "Five issues, four positions each, 0 Washington's ideal and 3 Hanoi's: American "
     "forces, the North's army in the South, power in Saigon, bombing, prisoners. A side tables a "
     "package; once talks have sat, either may accept the other's package as it lay at the end of "
     "last quarter. An acceptance binds and ends the war."),
    ("How it ends", "By a settlement, by the collapse of Saigon, of American consent or of the "
     "North's power to go on, or by the calendar, which is a loss for both. The facilitator's "
     "bell stops the war, unfinished: it is judged at that date, and nobody has won."),
    ("The score", f"0 to 100 a side: up to {AIMS_POINTS:g} for the five issues as settled, or as "
     f"they stand, times the chance that they hold; up to {PEOPLE_POINTS:g} for people: one's own "
     "dead, prisoners or ruin, and consent. Beside it stands what history itself scores under the "
     "same rules. To do better than history is to win. Both sides can; both can do worse."),
    ("What you know", "Your own figures exactly, the other side's as estimates with error. Each "
     "government also knows something about itself that nobody else does; it is told on the "
     "screen, or on a sealed card."),
    ("Write it down", "Before each turn ends: one line on what you mean, and a forecast of what "
     "the other side will do, with your confidence in per cent. Both are sealed until the end."),
)  # fmt: skip

DISCUSSION: Final = (
    "Read the first sentence of the report for each side. Had you noticed that quarter when you "
    "were in it? What did you do?",
    "Take one offer that was turned down. What did its sender mean, what was it taken for, and "
    "what would have had to be different?",
    "Which of your orders told the other side most about you? Was it one that was meant to?",
    "Where did you press harder to bring them to the table? What did it do?",
    "Which kindness changed nothing: a pause, a halt, a better place to meet?",
    "Compare your forecasts with what came. Where were you too sure?",
    "The rule explains this game because the game was built on it. What would you want to see "
    "before you believed that it explains the war, or another one?",
    "Where could a mediator have made a difference, and what would he have had to put up himself?",
)

STEPS: Final = {
    "before": (
        "Welcome; each person answers the three questions on a sheet, without a name. "
        "Slides 1 to 5.",
        "Hand out rules, channels, and each side's brief, roles, orders and table. Sides "
        "sit apart. Then each side sits down once to read what only it may know, the other "
        "looks away, and copies its weights onto the table sheet.",
        "Start the clock.",
    ),
    "play": (
        "A turn: both argue in their corners; then the side that is first sits down, reads, "
        "gives the orders of its sheet, seals its reason and forecast; then the other. While "
        "one sits, the other goes on arguing.",
        "A side whose time runs out gives what it has drafted, and nothing else is lost.",
        "Half way: ask nobody anything. Note who argues from what.",
        "The bell stops play, wherever the war stands.",
    ),
    "debrief": (
        "Silence: each person writes why the other side did what it did.",
        "Give every student its side's page. The sender of an act says first what was "
        "meant; then the page says what it was taken for.",
        "Slides 6 to 10; the model sheet, marked after play. Move the sliders together.",
        "Discuss; two of the questions are enough.",
        "The three questions again, on a fresh sheet or one by one at the screen. Type "
        "both piles into answers.csv; the report shows how the group moved.",
    ),
}

CARDS: Final = (
    {
        ("resilience", 1): "The country can bear more than the papers think.",
        ("resilience", 0): "The country will not bear much. Each blow from the other side will be "
        "felt at home at once.",
        ("nerve", 1): "The President's circle shrinks from going further.",
        ("nerve", 0): "The President's circle is ready to go further if it must.",
    },
    {
        ("resilience", 1): "The party and the people can bear very much.",
        (
            "resilience",
            0,
        ): "The strain goes deeper than anyone outside knows. Heavy blows may break "
        "the collective.",
        ("nerve", 1): "The leadership shrinks from raising the scale of the war.",
        ("nerve", 0): "The leadership is ready to raise the scale of the war.",
    },
)
"""What a government knows of itself, by side, as its sealed card says it."""

AIMS: Final = {
    WASHINGTON: "The South stands by itself, and the prisoners come home.",
    HANOI: "The Americans are out, and the Front has its share of power in Saigon.",
}
