"""Briefing, curtain and scores of a side: what is read rather than ordered."""

from typing import Final

from game.desk import build_danger, build_news
from game.desk.build_gauges import gauges
from game.desk.models import Briefing, Curtain, Fact
from game.desk.setting import Setting
from game.engine.board import SIDES, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.engine.facts import AIMS as AIMS_POINTS
from game.engine.facts import PEOPLE as PEOPLE_POINTS
from game.engine.view import View
from game.study.debrief.standing import weights_at_first
from game.words import plain, terms

GOVERNMENTS: Final = ("Washington", "Hanoi")
AIMS: Final = (
    (
        "The South stands by itself, and the prisoners come home.",
        "The five issues of the table, as settled or within reach at the end, times the chance "
        "that they hold two years on.",
    ),
    (
        "The Americans are out, and the Front has its share of power in Saigon.",
        "The five issues of the table, as settled or within reach at the end, times the chance "
        "that they hold two years on.",
    ),
)
PEOPLE: Final = (
    "Own dead, prisoners, Saigon's dead and consent at home, against the worst that such a war "
    "has cost.",
    "Own dead, the ruin of the North, cadres and unity, against the worst that such a war has "
    "cost.",
)
RESILIENCE: Final = (
    (
        "The country will not bear much. Each blow from the other side will be felt at home "
        "at once.",
        "The country can bear more than the papers think.",
    ),
    (
        "The strain goes deeper than anyone outside knows. Heavy blows may break the collective.",
        "The party and the people can bear very much.",
    ),
)
NERVE: Final = (
    (
        "The President's circle is ready to go further if it must.",
        "The President's circle shrinks from going further.",
    ),
    (
        "The leadership is ready to raise the scale of the war.",
        "The leadership shrinks from raising the scale of the war.",
    ),
)
FOR_NOBODY: Final = "Only this government knows. The other side guesses, from what it sees done."


def briefing(dossier: Dossier, setting: Setting) -> Briefing:
    """Return what a government is told as it sits down, on the screen only."""
    side, first = dossier.side, dossier.views[0]
    aim, rule = AIMS[side]
    ideal = "0" if side == WASHINGTON else "3"
    return Briefing(
        side=SIDES[side],
        title=GOVERNMENTS[side],
        date=f"{setting.title}. {plain.quarter_title(today(dossier))}",
        paragraphs=(*as_it_stands(dossier, setting), *setting.briefings[side].split("\n\n")),
        aims=(
            Fact("The aim", aim),
            Fact(f"Aims, {AIMS_POINTS:g} points", rule),
            Fact(
                "At the table",
                "Four positions an issue, 0 Washington's ideal, 3 Hanoi's; ours "
                f"is {ideal} throughout. Of the {AIMS_POINTS:g} points: "
                f"{weights(dossier)}. These weights are our own; nobody else "
                "knows them.",
            ),
            Fact(f"People, {PEOPLE_POINTS:g} points", PEOPLE[side]),
            *build_danger.endings(side),
        ),
        private=private(first),
        prompt=taken_up(dossier),
    )


def taken_up(dossier: Dossier) -> str:
    """Return what a briefing is for: read at the war's start, or when it is taken up later."""
    if not dossier.reports:
        return Briefing.prompt
    return f"You take up the war in {plain.quarter_title(today(dossier))}. First how it stands."


def today(dossier: Dossier) -> str:
    """Return the name of the quarter about to be played, such as ``1968Q1``."""
    return quarter_name(dossier.tables.first, dossier.quarter)


def as_it_stands(dossier: Dossier, setting: Setting) -> tuple[str, ...]:
    """Return what a briefing says of a war that is taken up later: the last news, what is in force,
    and how the side stands. Nothing at its start."""
    if not dossier.reports:
        return ()
    lead = build_news.newspaper(dossier, setting).stories[0]
    held = [f"{one.title}." for one in build_news.in_force(dossier)]
    stand = [f"{one.title}: {one.text}." for one in gauges(dossier)]
    return (
        f"{lead.heading}. {lead.body}",
        " ".join(held) or "Nothing is in force between the two governments.",
        " ".join(stand),
        "What follows was told as the war began.",
    )


def weights(dossier: Dossier) -> str:
    """Return how much each issue weighs for the side as it privately is when its war begins, in
    points of aims, the weightiest first."""
    shares = weights_at_first(dossier)
    order = sorted(range(len(shares)), key=lambda issue: -float(shares[issue]))
    return plain.listing([f"{terms.SHORT[i]} {AIMS_POINTS * float(shares[i]):.0f}" for i in order])


def private(view: View) -> tuple[Fact, ...]:
    """Return what the government knows of itself and nobody else does."""
    return (
        Fact("What we can bear", RESILIENCE[view.side][int(view.resilience)], FOR_NOBODY),
        Fact("Our own mind", NERVE[view.side][int(view.nerve)], FOR_NOBODY),
    )


def curtain(side: int) -> Curtain:
    """Return the hand-over to a side; it holds nothing that depends on the war."""
    name = GOVERNMENTS[side]
    return Curtain(
        name, f"The next papers are for {name} alone. The other player looks away.", f"I am {name}"
    )
