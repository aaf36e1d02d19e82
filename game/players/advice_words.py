"""What advisers say: figures put into the words of the time, with a reason and what follows.

Everything said comes from the dossier and the estimate; nothing of the model is named in play.
"""

from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.view import View

CAPITAL: Final = ("Washington", "Hanoi")
BOUNDS: Final = {
    "read": (0.0, 1.0),
    "next": (0.0, 900.0),
    "cost": (0.0, 1e6),
    "terms": (0.0, 3.0),
    "score": (0.0, 100.0),
}
_READ = (
    (0.25, "thinks we are near the end of our strength"),
    (0.45, "doubts that we can last"),
    (0.60, "has not made up its mind about us"),
    (0.78, "has come to think that we can bear a good deal"),
    (1.01, "takes us for a government that will not break"),
)
_TERMS = (
    (0.8, "close to what Washington would sign"),
    (1.3, "rather on Washington's side of the middle"),
    (1.8, "near the middle"),
    (2.3, "rather on Hanoi's side of the middle"),
    (3.1, "close to what Hanoi would sign"),
)
_CHANCE = (
    (0.12, "hardly"),
    (0.35, "perhaps not"),
    (0.60, "possibly"),
    (0.85, "probably"),
    (1.01, "almost certainly"),
)


AHEAD: Final = ("read", "terms")
"""Questions whose reason looks to the next quarter."""
LAST: Final = "There is no next quarter: this one is the last."


def worded(value: float, scale: tuple[tuple[float, str], ...]) -> str:
    """Return the words for a figure on a scale of upper bounds."""
    return next(words for bound, words in scale if value < bound)


def said(
    question: str,
    dossier: Dossier,
    figures: tuple[float, float, float],
    opens: float,
    climbs: float,
) -> tuple[str, str, str, str]:
    """Return an estimate's words, its reason, and what follows if the truth is low or high."""
    makers = {"read": _read, "next": _next, "cost": _cost, "terms": _terms, "score": _score}
    words, reason, low, high = makers[question](dossier.view, figures, opens, climbs)
    if dossier.quarter >= dossier.tables.quarters - 1 and question in AHEAD:
        reason = LAST
    return words, reason, low, high


def _read(
    view: View, figures: tuple[float, float, float], opens: float, climbs: float
) -> tuple[str, str, str, str]:
    enemy = CAPITAL[view.enemy]
    best, low, high = (worded(figure, _READ) for figure in figures)
    ends = [
        f"at the {end} it {other}"
        for end, other in (("least", low), ("most", high))
        if other != best
    ]
    words = f"{enemy} {'; '.join([best, ', '.join(ends)] if ends else [best])}."
    reason = (
        f"It will {worded(climbs, _CHANCE)} go further next quarter; last quarter our hand "
        + ("was open." if view.openness[view.side] >= 0.5 else "was closed.")
    )
    return (
        words,
        reason,
        "We cannot afford to talk: they would press on all the harder.",
        "We can afford to talk: force would look dear to them.",
    )


def _next(
    view: View, figures: tuple[float, float, float], opens: float, climbs: float
) -> tuple[str, str, str, str]:
    best, low, high = (_men(1000.0 * figure) for figure in figures)
    if view.side == WASHINGTON:
        words = f"About {best} men will come down the trail{_range(best, low, high)}."
        seen = _men(1000.0 * view.seen_infiltration)
        reason = f"Last quarter's estimate was {seen}."
        if view.seen_infiltration <= 0.0:
            reason = "No estimate of the trail has come in yet."
        return words, reason, "The pace in the South slackens.", "They are building for a blow."
    words = f"There will be about {best} Americans{_range(best, low, high)}."
    reason = f"There are {_men(1000.0 * view.troops)} now."
    return words, reason, "They are going home.", "They mean to stay the course."


def _cost(
    view: View, figures: tuple[float, float, float], opens: float, climbs: float
) -> tuple[str, str, str, str]:
    best, low, high = (_men(figure) for figure in figures)
    words = f"These orders would cost about {best} dead{_range(best, low, high)}."
    if view.side == WASHINGTON:
        exposed, against = _men(1000.0 * view.troops), f"{100.0 * view.opposition:.0f} per cent"
        reason = f"{exposed} men are exposed; opposition stands at {against}."
        return words, reason, "The country will bear it.", "It will be felt at home."
    reason = f"{_men(1000.0 * view.main_force.sum())} of the main force face their fire."
    return words, reason, "The forces can be kept up.", "Cadres will be lost that take years."


def _terms(
    view: View, figures: tuple[float, float, float], opens: float, climbs: float
) -> tuple[str, str, str, str]:
    best, low, high = figures
    middle, first, last = (worded(figure, _TERMS) for figure in (best, low, high))
    words = f"Terms within reach are {middle}"
    if first != middle and last != middle:
        words += f", from {first} to {last}"
    elif first != last:
        words += f", or {last if first == middle else first}"
    words += "."
    reason = f"{CAPITAL[view.enemy]} will {worded(opens, _CHANCE)} be at the table next quarter."
    theirs = "Settle while so much can be had."
    if view.tabled_by_enemy[0] >= 0:
        theirs = "Take what is offered while it stands."
    ours = "Wait, and better may be had."
    low_first = (theirs, ours) if view.side == HANOI else (ours, theirs)
    return words, reason, *low_first


def _score(
    view: View, figures: tuple[float, float, float], opens: float, climbs: float
) -> tuple[str, str, str, str]:
    best, low, high = (f"{figure:.0f}" for figure in figures)
    enemy = CAPITAL[view.enemy]
    words = f"Were it to stop today, {enemy} would stand at {best}{_range(best, low, high)}."
    reason = f"Saigon's stability is {100.0 * view.stability:.0f} per cent."
    return words, reason, f"{enemy} has reason to deal.", f"{enemy} can afford to wait."


def _range(best: str, low: str, high: str) -> str:
    """Return a range behind its best figure, and nothing where both ends read as it does."""
    return "" if low == best == high else f", {low} to {high}"


def _men(number: float) -> str:
    step = 10 if number < 1000 else 100
    return f"{round(number / step) * step:,.0f}"


RECOMMENDED: Final = {
    "An aide in the White House": (
        "Turn the pressure a notch, not two, and keep one channel in use.",
        "Hold the pressure where it is and name a place to meet.",
        "Answer their note this quarter, in two sentences.",
        "Stay at the table; ease only against something in writing.",
        "Mark up their text, and lay ours beside it.",
    ),
    "A planner of the Joint Staff": (
        "Go up a rung before any word of talks.",
        "Keep the pressure on; let them come the rest of the way.",
        "Let their note wait until the field looks better.",
        "Go on in the field as if nobody sat.",
        "Sign nothing under a deadline of our own making.",
    ),
    "The desk for Indochina": (
        "Send a note by a carrier who can keep it.",
        "Open the door now, by a channel that does not leak.",
        "Answer them, and say yes to a meeting.",
        "Table a text; nothing else moves a conference.",
        "Take their text as the base, and sign what we can bear.",
    ),
    "The estimates desk": (
        "Do not count on talks this quarter.",
        "Talks could begin: test it where that costs least.",
        "Answer: the reply would tell more than another month of watching.",
        "Compare what they say with what they move before you give anything.",
        "Ask what their text leaves out; that is what they can spare.",
    ),
    "A staff officer of the front": (
        "Keep the forces in being and let him spend himself.",
        "If they will talk, change nothing at the front for it.",
        "Answer, if it must be, with what costs us no ground.",
        "Let the delegation sit and the roads be mended.",
        "Sign nothing that moves our troops.",
    ),
    "A member of the Secretariat": (
        "Prepare the great blow; words come after it.",
        "Let them wait at the door; the divisions come first.",
        "Leave their note unanswered for this quarter.",
        "Sit, and keep the divisions ready.",
        "Refuse their text, and table our own whole.",
    ),
    "The desk for the West": (
        "Make the condition smaller by one word, and see who notices.",
        "Offer a meeting, and go on fighting meanwhile.",
        "Answer their note, drily and at once.",
        "Fight for each line, with a text of our own.",
        "Take the articles, leave the adjectives, and give where it costs least.",
    ),
    "The desk for the South": (
        "Plan for a quarter without talks.",
        "A meeting could be had; settle first what it is to show us.",
        "Answer: their reply will be worth more than our reports.",
        "Watch their convoys while they speak.",
        "Lay their text on the map before anybody praises it.",
    ),
}
"""What each adviser recommends where the enemy is likely to stay closed, where talks could begin,
where an offer of theirs lies unanswered, while talks sit, and once they have tabled a text there.
"""


def summary(name: str, view: View, opens: float, climbs: float, read: float) -> str:
    """Return an adviser's recommendation in one line; ``opens`` and ``climbs`` are chances."""
    lines = RECOMMENDED[name]
    if view.talking > 0:
        return lines[4 if view.tabled_by_enemy[0] >= 0 else 3]
    if view.offered[view.enemy]:
        return lines[2]
    return lines[1 if opens >= 0.5 or (read >= 0.6 and climbs < 0.5) else 0]
