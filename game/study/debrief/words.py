"""The debrief in words: what was done, which branch of the rule applied, what else could have been.

The language of the model appears here and nowhere in play.
"""

from typing import TYPE_CHECKING, Final

from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON
from game.engine.ladders import LADDERS, OPEN_FROM, SLOTS, Effort, HomeFront, MessageKind
from game.engine.tables import Tables
from game.study.debrief.acts import Act, PlayedQuarter, demonstrates, to_offer
from game.study.debrief.rule import COSTLY, RESILIENCE, WEAKNESS, RuleReading
from game.words import plain
from game.words.rungs import rung_name

if TYPE_CHECKING:
    from game.study.debrief.war import ActEntry, First

NAMES: Final = dict(zip(SIDES, plain.SIDE_NAMES, strict=True))
OTHER: Final = {"washington": "Hanoi", "hanoi": "Washington"}
TITLES: Final = {
    "overture": "{name} holds out a hand",
    "answer": "{name} answers the offer",
    "refusal": "{name} turns the offer down",
    "demonstration": "{name} shows what it can bear",
    "escalation": "{name} goes further",
}
UNPLAYED: Final = "had given no orders yet"
POSTURES_SHOWN: Final = (
    "refused to talk",
    "stated conditions",
    "accepted contacts",
    "was open to talks",
)
LEAST_TOLD: Final = 0.005  # log-odds; less is nothing to a reader
STRENGTHS: Final = ((0.1, "faintly"), (0.3, "a little"), (0.8, "clearly"), (99.0, "strongly"))
"""How much something told, in words, each with its bound in log-odds. Calibrated by eye."""
BRANCH_TITLES: Final = {
    WEAKNESS: "Read as weakness",
    COSTLY: "Escalation too costly to answer",
    RESILIENCE: "Resilience already shown",
}


def number(value: float) -> str:
    """Return a probability, a cost or a belief with two decimals."""
    return f"{value:.2f}"


def chance(value: float) -> str:
    """Return a probability as what it is, such as ``a chance of 0.57``; what would be printed as
    nought or one is said in words."""
    said = number(value)
    return {"0.00": "hardly a chance", "1.00": "near certainty"}.get(said, f"a chance of {said}")


def shift(before: float, after: float) -> str:
    """Return how a number moved, such as ``went from 0.40 to 0.55``; ``stayed at 0.40`` where both
    print alike."""
    first, last = number(before), number(after)
    return f"stayed at {first}" if first == last else f"went from {first} to {last}"


def against(other: float, was: float) -> str:
    """Return a chance beside the one that was, such as ``a chance of 0.57 rather than 0.31``; where
    both print alike nothing is set against it."""
    alike = number(other) == number(was)
    return f"{chance(other)}, as it was" if alike else f"{chance(other)} rather than {number(was)}"


def title(entry: "ActEntry") -> str:
    """Return an entry's heading."""
    return TITLES[entry.kind].format(name=NAMES[entry.side])


def of_aims(value: float) -> str:
    """Return what going further costs, in the rule's unit: all of a side's war aims are 1."""
    return f"{number(value)} of the worth of all its war aims"


def needs(was: float, least: float) -> str:
    """Return the least that was needed where a figure stood short of it, never printed alike."""
    return f"more than {number(was)}" if number(least) == number(was) else number(least)


def dearer(enemy: str, was: float, least: float) -> str:
    """Return what going further had to cost, beside what it cost."""
    return f"going further to cost {enemy} {needs(was, least)} instead of {of_aims(was)}"


def hand(rung: int) -> str:
    """Return which hand a posture shows; to state conditions is a closed one."""
    return f"{'an open' if rung >= OPEN_FROM else 'a closed'} hand"


def posture(rung: int) -> str:
    """Return a posture as a verb in the past, such as ``accepted contacts``."""
    return POSTURES_SHOWN[rung]


# What was done


def done(act: Act, tables: Tables) -> str:
    """Return what an act consisted of, without a full stop."""
    orders, side = act.played.orders, act.side
    if act.kind == "demonstration":
        return _shown(act)
    if act.kind == "escalation":
        return _raised(act)
    said = [f"it {posture(int(orders.postures[0, side]))}"]
    if act.kind == "overture" and act.offered:
        said.append("sent an offer")
    if act.kind == "answer":
        said.append("answered what was offered")
    channel = int(orders.channel[0, side])
    way = "in public" if channel == 0 else f"by {tables.channels.names[channel]}"
    return f"{plain.listing(said)}, {way}"


def _shown(act: Act) -> str:
    orders = act.played.orders
    if act.side == HANOI:
        effort = orders.rungs_by_corps(HANOI, "effort")[0]
        where = [name for name, rung in zip(CORPS, effort, strict=True) if rung == Effort.OFFENSIVE]
        return f"a general offensive in {plain.listing(where)} Corps"
    parts = []
    if orders.troops[0] > 0:
        parts.append(f"{plain.thousand(float(orders.troops[0]))} men were sent")
    if orders.rung(WASHINGTON, "home")[0] == HomeFront.RESERVES:
        parts.append("the reserves were called up")
    return plain.listing(parts)


def _raised(act: Act) -> str:
    orders, side, world = act.played.orders, act.side, act.played.opening
    said = []
    for ladder in LADDERS[side]:
        if not ladder.war:
            continue
        place = SLOTS[side][ladder.name]
        for corps, (new, old) in enumerate(
            zip(orders.rungs[0, side, place], world.in_force[0, side, place], strict=True)
        ):
            if new > old:
                where = f", {CORPS[corps]} Corps" if ladder.by_corps else ""
                said.append(
                    f"{plain.small(ladder.title)}{where}: "
                    f"{plain.small(rung_name(side, ladder.name, int(new)))}"
                )
    return "; ".join(said) or "what was understood between them was broken"


def did(played: PlayedQuarter, side: int) -> str:
    """Return what a side did in a quarter in the matter of talks and escalation."""
    orders = played.orders
    answered = to_offer(played.opening, orders, side)
    said = [posture(int(orders.postures[0, side]))]
    said += {"refusal": ["turned an offer down"], "answer": ["answered an offer"]}.get(answered, [])
    said += ["sent an offer"] if orders.rung(side, "message")[0] == MessageKind.OFFER else []
    if played.closing.escalation[0, side] >= 1.0:
        said.append("went further in the war")
    if demonstrates(played, side):
        said.append(
            "mounted a general offensive"
            if side == HANOI
            else "sent men"
            if orders.troops[0] > 0
            else "called up the reserves"
        )
    return plain.listing(said)


# One sentence a side


def first_sentence(first: "First") -> str:
    """Return when talking was first safe, what made it so and what was done, in one sentence."""
    name, enemy, now = NAMES[first.side], OTHER[first.side], first.reading
    if not first.quarter:
        return _never(first)
    if first.reading is first.start or first.quarter == first.start.quarter:
        return (
            f"{name} could afford to talk from the very first, in "
            f"{plain.quarter_words(first.quarter)}, because {_because(first)}; that quarter "
            f"it {first.did}."
        )
    return (
        f"{name} could first afford to talk in {plain.quarter_words(first.quarter)}, because "
        f"{_because(first)}; that quarter it {first.did}, and {enemy} would have answered an "
        f"open hand by going further with {chance(now.answer_open)}."
    )


def _because(first: "First") -> str:
    enemy, now, start = OTHER[first.side], first.reading, first.start
    at_first = first.quarter == start.quarter
    belief = f"{enemy}'s belief in its resilience stood at {number(now.belief)}"
    cost = f"going further would have cost {enemy} {of_aims(now.cost)}"
    if not at_first:
        belief += f" ({number(start.belief)} at the start)"
        cost += f" ({number(start.cost)} at the start)"
    if now.branch == RESILIENCE:
        return f"its resilience had been shown: {belief}, and {cost}"
    extra = _extra(first)
    return f"escalation was too costly to answer with: {cost}{extra}, while {belief}"


def _extra(first: "First") -> str:
    if first.drivers["guarantee"] > max(first.drivers["belief"], first.drivers["cost"], 0.0):
        return f" with a mediator's guarantee of {number(first.reading.guarantee)} on top"
    return ""


def _never(first: "First") -> str:
    name, enemy, now = NAMES[first.side], OTHER[first.side], first.reading
    belief, cost = first.needs
    ways = []
    if belief is not None:
        ways.append(
            f"a belief of {needs(now.belief, belief)} in its resilience instead of "
            f"{number(now.belief)}"
        )
    if cost is not None:
        ways.append(dearer(enemy, now.cost, cost))
    took = " or ".join(ways) if ways else "more than one of belief and cost at once"
    near = (
        f"It came nearest in {plain.quarter_words(now.quarter)}: even then"
        if first.nearest
        else f"No quarter came nearer than the others: in {plain.quarter_words(now.quarter)}"
    )
    return (
        f"Talking was never safe for {name} in this war. {near} a strong side, one that can bear a "
        f"long war, would have opened its hand with {chance(now.open_high)}, and it "
        f"would have taken {took}; that quarter it {first.did}."
    )


# An entry


def sentences(entry: "ActEntry") -> tuple[str, ...]:
    """Return an entry in sentences, in the order: what it was, what was believed, the branch, what
    followed, what else could have been."""
    return (_private(entry), _believed(entry), _ruled(entry), _after(entry), *_otherwise(entry))


def _private(entry: "ActEntry") -> str:
    kind = "highly resilient" if entry.resilience == "high" else "of low resilience"
    return (
        f"{plain.sentence(entry.done)} Privately {NAMES[entry.side]} was {kind} and "
        f"{'shrank from going further' if entry.nerve == 'dove' else 'ready to go further'} "
        f"(a {entry.nerve})."
    )


def _believed(entry: "ActEntry") -> str:
    name, enemy, told = NAMES[entry.side], OTHER[entry.side], entry.told
    said = f"{enemy}'s belief that {name} was highly resilient {shift(*entry.belief)}"
    parts = [
        f"{label} spoke {_strength(value)} {'for' if value > 0.0 else 'against'} it"
        for label, value in (("what was shown", told.demonstrations), ("the posture", told.posture))
        if abs(value) >= LEAST_TOLD
    ]
    if abs(told.kept_back) >= LEAST_TOLD:
        parts.append("the channel kept part of that back")
    said += f" ({', '.join(parts)}; the rest is fading)" if parts else ""
    return f"{said}; that it was a dove, {shift(*entry.dove)}."


def _strength(told: float) -> str:
    """Return in a word how much something told, in log-odds."""
    return next(word for bound, word in STRENGTHS if abs(told) < bound)


def _ruled(entry: "ActEntry") -> str:
    now = entry.now
    sender, reader = NAMES[now.sender], OTHER[now.sender]
    facts = (
        f"{reader}'s belief in its resilience was {number(now.belief)}, and going further "
        f"would have cost {reader} {of_aims(now.cost)}"
    )
    if entry.kind == "escalation":
        return (
            f"{sender} had shown {_hand(entry.hand)}. {_applied(entry)}: {facts}. The rule "
            f"gave {reader} {chance(entry.chance)} of going further."
        )
    return (
        f"{_applied(entry)}: {facts}. The rule gave {sender} {chance(now.open)} of "
        f"opening, and would have had {reader} answer an open hand by going further with "
        f"{chance(now.answer_open)}, a closed one with {number(now.answer_closed)}."
    )


def _applied(entry: "ActEntry") -> str:
    """Return the branch, as it bears on a hand that was open or could have been."""
    if entry.hand == "open":
        return BRANCH_TITLES[entry.branch]
    return {
        WEAKNESS: "An open hand would have been read as weakness",
        COSTLY: "A hand could have been opened, escalation being too costly to answer with",
        RESILIENCE: "A hand could have been opened, resilience having been shown",
    }[entry.branch]


def _hand(hand: str) -> str:
    return f"{'an' if hand == 'open' else 'a'} {hand} hand"


def _after(entry: "ActEntry") -> str:
    enemy, next_ = OTHER[entry.side], entry.followed
    said = ""
    if entry.fate:
        when = f" in {plain.quarter_words(entry.fate_quarter)}" if entry.fate_quarter else ""
        said = {
            "answered": f"The offer was answered{when}. ",
            "refused": f"The offer was turned down{when}. ",
            "unanswered": "The offer was never answered. ",
        }[entry.fate]
    if not next_.quarter:
        return f"{said}It was the last quarter of the war."
    went = (
        "went further"
        if next_.escalation >= 1.0
        else "kept up its pressure"
        if next_.escalation > 0.0
        else "held"
    )
    talks = ", and talks sat" if next_.talks else ""
    return (
        f"{said}In {plain.quarter_words(next_.quarter)} {enemy} {went} (the rule gave "
        f"its going further {chance(entry.expected)}); it {next_.posture}{talks}."
    )


def _otherwise(entry: "ActEntry") -> tuple[str, str]:
    is_open = entry.hand == "open"
    reader = OTHER[entry.now.sender]
    other = "closed" if is_open else "open"
    said = "Had it gone on as before," if is_open else f"With {_hand(other)} instead"
    if entry.otherwise is not None:
        said += f" the belief would have come to {number(entry.otherwise[0])} and"
    chances = against(entry.now.answer(not is_open), entry.now.answer(is_open))
    said += f" {reader} would have gone further with {chances}."
    parts = []
    if entry.earlier is not None:
        parts.append(f"A quarter earlier the same hand: {_reading(entry.earlier, is_open)}.")
    parts.append(f"A quarter later, had this been held back: {_reading(entry.later, is_open)}.")
    return said, " ".join(parts)


def _reading(reading: RuleReading, is_open: bool) -> str:
    return (
        f"{BRANCH_TITLES[reading.branch].lower()}, answered by going further with "
        f"{chance(reading.answer(is_open))}, and {chance(reading.open)} of opening at all"
    )
