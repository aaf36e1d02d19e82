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
    (0.12, "hardly"), (0.35, "perhaps not"), (0.60, "possibly"), (0.85, "probably"),
    (1.01, "almost certainly"),
)  # fmt: skip


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
    return makers[question](dossier.view, figures, opens, climbs)


def _read(
    view: View, figures: tuple[float, float, float], opens: float, climbs: float
) -> tuple[str, str, str, str]:
    enemy = CAPITAL[view.enemy]
    best, low, high = (worded(figure, _READ) for figure in figures)
    ends = [f"at the {end} it {other}" for end, other in (("least", low), ("most", high))
            if other != best]  # fmt: skip
    words = f"{enemy} {'; '.join([best, ', '.join(ends)] if ends else [best])}."
    reason = f"It will {worded(climbs, _CHANCE)} go further next quarter, and our hand is " + (
        "open." if view.openness[view.side] >= 0.5 else "closed."
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
        return words, reason, "The country will bear it.", "It will be felt at home by the autumn."
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
    ours, theirs = "Wait, and better may be had.", "Take what is offered while it stands."
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


_LINES: Final = {
    "graduated-pressure": ("Turn the screw a little and leave the door ajar.",
                           "They are listening; hold the pressure and name a place to meet.",
                           "They sit across from us. Ease only against something signed."),
    "knockout": ("Hit what has not been hit; talk is for when he asks.",
                 "He comes to the table because he is hurt. Do not let up.",
                 "He sits because he is hurt. Hurt him until he signs."),
    "knockout, before a bomb": ("Hit what has not been hit; talk is for when he asks.",
                                "He asks before he has been hit. Let him ask for more.",
                                "He sits, and nothing has been hit yet. It can be."),
    "exit": ("Every month costs lives and buys nothing. Find the door.",
             "There is a door. Walk through it before it shuts.",
             "They are at the table. Settle while there is something on it."),
    "protracted-war": ("Keep the forces in being. Time is on our side.",
                       "Let them talk; we give up nothing that time would not bring.",
                       "Let them sit and wait. The war is decided in the South."),
    "general-offensive": ("Prepare the great blow; words come after it.",
                          "They want to talk because they fear the blow.",
                          "They sit down to win time. Keep the divisions ready."),
    "fight-and-talk": ("Show them what we can bear, then offer a hand.",
                       "Sit down with them and go on fighting.",
                       "We are at the table. Fight for every line of the text."),
    "": ("Our figures give no ground for talks yet.", "Our figures say that talks could begin.",
         "Talks sit. Our figures say what each line of the text is worth."),
}  # fmt: skip


def summary(school: str, opens: float, climbs: float, read: float, talking: bool) -> str:
    """Return an adviser's line of counsel: the first where the enemy is likely to stay closed, the
    last while talks sit."""
    ready = opens >= 0.5 or (read >= 0.6 and climbs < 0.5)
    return _LINES[school][2 if talking else 1 if ready else 0]
