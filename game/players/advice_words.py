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


RECOMMENDED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "An aide in the White House": (
        (
            "Turn the pressure a notch, not two, and keep one channel in use.",
            "Change little in the field, and leave one channel warm.",
        ),
        (
            "Hold the pressure where it is and name a place to meet.",
            "Say where we would sit down; raise nothing meanwhile.",
        ),
        (
            "Answer their note this quarter, in two sentences.",
            "Write back before the quarter is out, and briefly.",
        ),
        (
            "Stay at the table; ease only against something in writing.",
            "Keep our chair, and give for what is put on paper.",
        ),
        (
            "Mark up their text, and lay ours beside it.",
            "Go through their text line by line before we say what it is worth.",
        ),
    ),
    "A planner of the Joint Staff": (
        (
            "Go up a rung before any word of talks.",
            "Add weight now; words can wait until it is felt.",
        ),
        (
            "Keep the pressure on; let them come the rest of the way.",
            "Let them take the next step; we take none back.",
        ),
        (
            "Let their note wait until the field looks better.",
            "Win ground first, and answer from there.",
        ),
        (
            "Go on in the field as if nobody sat.",
            "Give the delegation time, and the field its orders.",
        ),
        (
            "Read their text with the pressure on.",
            "Weigh their text against what another quarter in the field would bring.",
        ),
    ),
    "The desk for Indochina": (
        (
            "Send a note by a carrier who can keep it.",
            "Put one question to them, by hand, and wait.",
        ),
        (
            "Open the door now, by a channel that does not leak.",
            "Take the private way to them while they will hear us.",
        ),
        (
            "Answer them, and say yes to a meeting.",
            "Take up what they offer, and ask for a date.",
        ),
        (
            "Table a text; nothing else moves a conference.",
            "Put articles before them: a conference moves by paper.",
        ),
        (
            "Take their text as the base, and sign what we can bear.",
            "Work from their draft; the rest can be mended later.",
        ),
    ),
    "The estimates desk": (
        (
            "Do not count on talks this quarter.",
            "Plan on a closed door for three months more.",
        ),
        (
            "Talks could begin: test it where that costs least.",
            "The door may open: knock once, cheaply, and note what comes back.",
        ),
        (
            "Answer: the reply would tell more than another month of watching.",
            "Reply to them; what they say next is the best evidence to be had.",
        ),
        (
            "Compare what they say with what they move before you give anything.",
            "Hold their words against the trail before anything is given.",
        ),
        (
            "Ask what their text leaves out; that is what they can spare.",
            "Look for the gap in their text: there lies what they would trade.",
        ),
    ),
    "A staff officer of the front": (
        (
            "Keep the forces in being and let him spend himself.",
            "Save the regiments; time costs him more than it costs us.",
        ),
        (
            "If they will talk, change nothing at the front for it.",
            "Let the others talk; the front keeps its orders.",
        ),
        (
            "Answer, if it must be, with what costs us no ground.",
            "Write to them if you like, and leave the units where they are.",
        ),
        (
            "Let the delegation sit and the roads be mended.",
            "Use the quarter of talks to fill the stores.",
        ),
        (
            "Sign nothing that moves our troops.",
            "Read first what their text says of our regiments.",
        ),
    ),
    "A member of the Secretariat": (
        (
            "Prepare the great blow; words come after it.",
            "Build for the decisive hour, and keep silent.",
        ),
        (
            "Let them wait at the door; the divisions come first.",
            "A door that opens now opens wider later: go on preparing.",
        ),
        (
            "Leave their note unanswered for this quarter.",
            "Let them ask twice.",
        ),
        (
            "Sit, and keep the divisions ready.",
            "Let the delegation speak, and lose no day of preparation.",
        ),
        (
            "Refuse their text, and table our own whole.",
            "Their text is theirs: lay ours against it, and yield nothing of it.",
        ),
    ),
    "The desk for the West": (
        (
            "Make the condition smaller by one word, and see who notices.",
            "Say the old thing in a new place, and see who writes of it.",
        ),
        (
            "Offer a meeting, and go on fighting meanwhile.",
            "Name a town and a day, and slacken nowhere.",
        ),
        (
            "Answer their note, drily and at once.",
            "Send them a reply without an adjective in it.",
        ),
        (
            "Fight for each line, with a text of our own.",
            "Bring a draft; who writes the articles wins half of them.",
        ),
        (
            "Take the articles, leave the adjectives, and give where it costs least.",
            "Trade their lines one for one, the cheapest first.",
        ),
    ),
    "The desk for the South": (
        (
            "Plan for a quarter without talks.",
            "Tell the provinces that nobody will sit this quarter.",
        ),
        (
            "A meeting could be had; settle first what it is to show us.",
            "Before anybody meets them, agree on what we want to learn.",
        ),
        (
            "Answer: their reply will be worth more than our reports.",
            "Write to them, and compare the reply with what the provinces say.",
        ),
        (
            "Watch their convoys while they speak.",
            "Count what they unload while their delegation talks.",
        ),
        (
            "Lay their text on the map before anybody praises it.",
            "Ask of each article which village it gives to whom.",
        ),
    ),
}
"""What each adviser recommends where the enemy is likely to stay closed, where talks could begin,
where an offer of theirs lies unanswered, while talks sit, and once they have tabled a text there:
each in two wordings, which quarters take in turn."""
AT_LAST: Final = {
    "An aide in the White House": (
        "Sign theirs if the country can bear it; there is no later draft.",
        "Nothing lies there that we could sign; spend nothing on words.",
    ),
    "A planner of the Joint Staff": (
        "Sign theirs or leave it; no order to the field comes in time.",
        "No order brings a text to sign any more; hold the field.",
    ),
    "The desk for Indochina": (
        "Sign what we can bear: theirs is the last text.",
        "It is too late for a new text; there is none of theirs to take.",
    ),
    "The estimates desk": (
        "Weigh their text against nothing at all: that is the choice.",
        "Expect nothing that we can sign from what is ordered now.",
    ),
    "A staff officer of the front": (
        "If their text leaves the troops where they stand, it can be signed.",
        "No paper of ours comes in time; keep the forces in being.",
    ),
    "A member of the Secretariat": (
        "Their text or none: it is decided today.",
        "What is laid on the table now nobody reads in time; stand fast.",
    ),
    "The desk for the West": (
        "Sign their articles or leave them; a new line comes too late.",
        "There is no text of theirs to sign; a meeting now changes nothing.",
    ),
    "The desk for the South": (
        "Decide on their text today: tomorrow it is gone.",
        "Nothing we write now is read in time; see to the cadres.",
    ),
}
"""What each recommends in the last quarter, where their package can be accepted and where not: no
meeting and no package of ours can bring a signature any more."""


def summary(
    name: str, view: View, opens: float, climbs: float, read: float, last: bool = False
) -> str:
    """Return an adviser's recommendation in one line; ``opens`` and ``climbs`` are chances, and
    nothing follows the ``last`` quarter."""
    lines = RECOMMENDED[name]
    if last:
        return AT_LAST[name][0 if view.talking > 0 and view.tabled_by_enemy[0] >= 0 else 1]
    if view.talking > 0:
        told = lines[4 if view.tabled_by_enemy[0] >= 0 else 3]
    elif view.offered[view.enemy]:
        told = lines[2]
    else:
        told = lines[1 if opens >= 0.5 or (read >= 0.6 and climbs < 0.5) else 0]
    return told[view.quarter % len(told)]
