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


FIRM, DOUBTED = 0.60, 0.45
"""Of how resilient the enemy takes us for: from the one and up to the other, the words of an
adviser contradict a card that says they took us for tired, or to mean it."""
REPORTS: Final = ("the embassy", "the delegation")
"""Whose reading the card of a quarter is, by side."""
STEP: Final = 5.0  # thousand men: less is no change of their number
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
    taken, mean = int(view.taken), figures[0]
    if (taken < 0 and mean >= FIRM) or (taken > 0 and mean < DOUBTED):
        words = f"Whatever {REPORTS[view.side]} reports, {words}"
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
        low_end = "The pace in the South slackens."
        if figures[1] >= view.seen_infiltration:
            low_end = "The pace in the South is kept up."
        return words, reason, low_end, "They are building for a blow."
    words = f"There will be about {best} Americans{_range(best, low, high)}."
    reason = f"There are {_men(1000.0 * view.troops)} now."
    change = figures[1] - float(view.troops)
    low_end = "They send nobody more."
    if abs(change) >= STEP:
        low_end = "They are going home." if change < 0.0 else "Even so, more of them come."
    return words, reason, low_end, "They mean to stay the course."


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
