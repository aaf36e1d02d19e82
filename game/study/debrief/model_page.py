"""The model page: the hidden rule for a reader who has just lost to it, as plain data.

``page(values)`` gives sliders, the equilibrium at their values and what it means in words; the
window draws it, and a report carries it with a script of its own that solves the same game
(``templates/solver.js``, tested against the reference table).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.problems import Problem
from game.study.debrief.words import number
from game.theory.posture import BASE, PostureGame, solve


@dataclass(frozen=True)
class ModelSlider:
    """One parameter that can be moved: its field of ``PostureGame``, symbol, title, what it means,
    and its value between two bounds in steps; ``unit`` is what a number of it is a number of."""

    key: str
    symbol: str
    title: str
    text: str
    low: float
    high: float
    step: float
    value: float
    unit: str = ""


@dataclass(frozen=True)
class RuleAnswer:
    """The equilibrium, probabilities 0..1: who opens, what is believed, who escalates."""

    open_low: float
    open_high: float
    belief_open: float
    belief_closed: float
    escalate_open: float
    escalate_closed: float


@dataclass(frozen=True)
class ModelPreset:
    """A named setting of the sliders, and what to look at."""

    key: str
    title: str
    text: str
    values: dict[str, float]


@dataclass(frozen=True)
class Chapter:
    """A part of the explanation: a heading, paragraphs, and a list."""

    title: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class ModelPage:
    """The page as it stands with its sliders where they are."""

    chapters: tuple[Chapter, ...]
    sliders: tuple[ModelSlider, ...]
    answer: RuleAnswer
    sentence: str
    presets: tuple[ModelPreset, ...]


CHANCE, AIMS = "chance", "of war aims"
UNITS: Final = {
    "belief_high": CHANCE,
    "belief_dove": CHANCE,
    "withstand_low": CHANCE,
    "withstand_high": CHANCE,
    "cost": AIMS,
    "cost_spread": AIMS,
    "guarantee": AIMS,
    "talks": AIMS,
    "stake": AIMS,
}
SLIDERS: Final = tuple(
    ModelSlider(key, symbol, title, text, low, high, step, float(getattr(BASE, key)), UNITS[key])
    for key, symbol, title, text, low, high, step in (
        ("belief_high", "p", "Belief in resilience",
         "How likely the enemy thinks it that the sender is highly resilient.", 0.02, 0.98, 0.01),
        ("cost", "c", "Cost of escalating",
         "What going further would cost the enemy, in its war aims, as both know it.",
         0.0, 1.2, 0.01),
        ("belief_dove", "nu", "Belief in a dove",
         "How likely the sender thinks it that the enemy shrinks from going further.",
         0.0, 1.0, 0.01),
        ("cost_spread", "dc", "Gap of the nerves",
         "How much more escalating costs a dove, and how much less a hawk.", 0.0, 0.4, 0.01),
        ("guarantee", "g", "A mediator's guarantee",
         "What whoever escalates while talks are on would pay to the guarantor.", 0.0, 0.5, 0.01),
        ("talks", "v", "Worth of talks",
         "What talks are worth to the sender; saving face moves this, and little else.",
         0.51, 0.95, 0.01),
        ("withstand_low", "r low", "The weak withstand",
         "The chance that a sender of low resilience withstands an escalation.", 0.0, 0.44, 0.01),
        ("withstand_high", "r high", "The resilient withstand",
         "The same for a highly resilient one.", 0.45, 1.0, 0.01),
        ("stake", "B", "The stake", "What a successful escalation wins.", 0.2, 1.6, 0.05),
    )
)  # fmt: skip

ANSWERS: Final = {
    "open_high": "opens if resilient",
    "open_low": "opens if weak",
    "belief_open": "belief after an open hand",
    "belief_closed": "belief after a closed one",
    "escalate_open": "escalates on an open hand",
    "escalate_closed": "escalates on a closed one",
}
"""The fields of an Answer as a reader names them."""

PRESETS: Final = (
    ModelPreset(
        "base", "Base values", "Where every slider starts: closed, whoever the sender is.", {}
    ),
    ModelPreset(
        "early",
        "Hanoi, early",
        "Going further costs Washington little. The resilient stay closed, and no demonstration "
        "would help: move p up and see.",
        {"cost": 0.35, "belief_dove": 0.4},
    ),
    ModelPreset(
        "late",
        "Hanoi, late in 1967",
        "The war has become dear to Washington. Now move p from .40 to .80: that is Tet.",
        {"cost": 0.6},
    ),
    ModelPreset(
        "shown",
        "After Tet",
        "Resilience has been shown, and the hand opens.",
        {"cost": 0.6, "belief_high": 0.8},
    ),
    ModelPreset(
        "washington",
        "Washington, 1965",
        "The enemy could not go much further: an open hand is safe.",
        {"belief_high": 0.7, "cost": 0.75, "withstand_low": 0.4, "withstand_high": 0.85},
    ),
    ModelPreset(
        "guaranteed",
        "A guarantor",
        "Nothing else has changed but a mediator's word: .10 does nothing, .30 opens at once.",
        {"guarantee": 0.3},
    ),
)

STATEMENTS: Final = (
    (
        "Escalation too costly for the enemy: talks",
        "p .4, c .4 / .7 / .8 / .9 / 1.0",
        ".04 / .14 / .56 / .80 / .87",
    ),
    (
        "Resilience already signalled: talks",
        "c .55, p .45 / .65 / .75 / .85 / .95",
        ".04 / .08 / .38 / .69 / .81",
    ),
    ("Saving face hardly helps", "p .4, c .5, v from .55 to .95", ".04 throughout"),
    ("A mediator's guarantee helps", "p .4, c .5, g 0 / .2 / .3 / .4", ".04 / .14 / .65 / .87"),
    (
        "Coercion backfires: the bombed think the enemy a hawk",
        "p .55, c .6, dc .2, nu 1 / .6 / .2 / 0",
        ".83 / .30 / .05 / .03",
    ),
)
"""The authors' statements as experiments, and P(open) of a highly resilient sender. Each is a test:
tests/theory/test_statements.py."""

CHAPTERS: Final = (
    Chapter(
        "What you were playing against",
        (
            "In this game nobody refuses to talk out of spite. A government that considers an open "
            "hand asks what the enemy will read into it. Weak governments need talks more "
            "than strong "
            "ones. So an open hand is a sign of weakness, and an enemy that believes you weak goes "
            "further: it thinks that one more push will do. That is the cost of conversation.",
            "A government opens when that reading no longer hurts. There are two ways to "
            "it. Either "
            "going further has become so dear to the enemy that it would not answer anyhow; or the "
            "sender has shown, by something that only the resilient can keep up, that it will not "
            "break. Everything else helps little: bombing pauses, kind words, a better "
            "place to meet. "
            "A mediator who guarantees the talks with something of his own helps, from a certain "
            "size on and not before.",
        ),
    ),
    Chapter(
        "The game",
        (
            "One side, the sender, is of high or low resilience and knows which. The other, the "
            "receiver, is a dove or a hawk, and holds a belief p that the sender is highly "
            "resilient. "
            "The sender shows an open or a closed hand; closed means unwilling to hold direct, "
            "unconditional talks, not silent. The receiver sees it, thinks again, and escalates or "
            "holds. Both sides play both parts at once, every quarter.",
            "A weak state under pressure would rather settle than be broken, a resilient one would "
            "rather fight on. From that alone it follows that openness looks like weakness. "
            "Neither "
            "side is a calculating machine: each takes the better action more often the "
            "better it is. "
            "The solution is the agent logit equilibrium of McKelvey and Palfrey (1998).",
        ),
    ),
    Chapter(
        "What it says",
        (
            "P(open) is the chance that a highly resilient sender opens. Try each line with the "
            "sliders.",
        ),
    ),
    Chapter(
        "In the war",
        (
            "The two costs are read from the state of the war each quarter. What going "
            "further costs "
            "Washington rises above all with opposition at home; what it costs Hanoi rises as its "
            "force is spent and American firepower stands in the way. Beliefs move by what "
            "is shown: "
            "a posture when it changes, a demonstration by the scale that was mounted and kept up, "
            "not by who won. A channel keeps part of the inference back, until it leaks.",
            "The price of every order that escalates was multiplied by a factor between one "
            "half and "
            "two, lower the likelier the rule thought it. Those prices were the only trace of the "
            "rule while you played.",
        ),
    ),
    Chapter(
        "Sources",
        (
            'After O. S. Mastro and D. A. Siegel, "Talking to the enemy: Explaining the emergence '
            'of peace talks in interstate war", Journal of Theoretical Politics 35(3), '
            "2023, 182-203, "
            "doi 10.1177/09516298231185112, and O. S. Mastro, The Costs of Conversation (Cornell, "
            "2019). The authors state when a government at war can afford to talk; the "
            "equations here "
            "are this project's own reconstruction, not theirs.",
            'R. D. McKelvey and T. R. Palfrey, "Quantal response equilibria for extensive form '
            'games", Experimental Economics 1, 1998. T. L. Turocy, Games and Economic Behavior 51, '
            "2005, on tracing its principal branch.",
        ),
    ),
    Chapter(
        "Rivals",
        (
            "Other accounts explain when wars come to the table, and one war's record cannot tell "
            "them apart for good. The command fit lays the rule beside simple rivals. It "
            "does better "
            "than most of them, and what it owes to demonstrations and to cost can be seen "
            "there. That "
            "openness is read as weakness, the heart of it, the record does not need: "
            "postures hardly "
            "changed while it mattered. It earns its place in play.",
        ),
        (
            "Ripeness (Zartman): both open when both hurt.",
            "Information: fighting reveals strength, and talks begin when expectations meet.",
            "Domestic politics: leaders open when their own publics or coalitions make them.",
            "Persistence: a posture is most of all what it was last quarter.",
        ),
    ),
    Chapter(
        "Limits",
        (
            "Two types of each side, one posture, one answer. What a posture tells of the sender's "
            "nerve is left out, and so is what an escalation tells of the receiver's "
            "resilience. The "
            "constants that tie the war to the game were calibrated on one war, by people who knew "
            "how it ended. The rule explains postures in this game by construction; that "
            "says nothing "
            "on whether it explains them in history. That is for the seminar.",
        ),
    ),
)


def page(
    values: Mapping[str, float] | None = None, held: Mapping[str, float] | None = None
) -> ModelPage:
    """Return the page with sliders at ``values``, base values where none is given; ``held`` are
    parameters without a slider, which a war may have of its own.

    Problem for a slider there is not, or a value outside its bounds.
    """
    given, fixed = dict(values or {}), dict(held or {})
    known = {slider.key: slider for slider in SLIDERS}
    for key, value in given.items():
        if key not in known:
            raise Problem(f"The model page has no slider {key!r}: {', '.join(known)}.")
        slider = known[key]
        if not slider.low <= value <= slider.high:
            raise Problem(
                f"{slider.title} lies between {slider.low:g} and {slider.high:g}, not at {value:g}."
            )
    sliders = tuple(replace(one, value=given.get(one.key, one.value)) for one in SLIDERS)
    answer = answered(fixed | {one.key: one.value for one in sliders})
    return ModelPage(CHAPTERS, sliders, answer, meaning(answer), PRESETS)


def answered(values: Mapping[str, float]) -> RuleAnswer:
    """Return the equilibrium at ``values`` by field, base values for the others."""
    found = solve(replace(BASE, **{key: np.array(value) for key, value in values.items()}))
    return RuleAnswer(
        float(found.open_if_low),
        float(found.open_if_high),
        float(found.belief_after_open),
        float(found.belief_after_closed),
        float(found.escalate_if_open),
        float(found.escalate_if_closed),
    )


def meaning(answer: RuleAnswer) -> str:
    """Return what an equilibrium means, in a sentence or two."""
    hand = (
        f"A highly resilient sender opens with {number(answer.open_high)}, a weak one with "
        f"{number(answer.open_low)}."
    )
    read = (
        f"An open hand lowers the belief to {number(answer.belief_open)} and is answered by "
        f"escalation with {number(answer.escalate_open)}; a closed one with "
        f"{number(answer.escalate_closed)}."
    )
    return f"{hand} {read} {'Talking is safe' if answer.open_high > 0.5 else 'Talking costs'}."


def base_values() -> dict[str, float]:
    """Return every parameter's base value by field, for the script."""
    return {name: float(getattr(BASE, name)) for name in PostureGame.__dataclass_fields__}
