"""What counts as escalation: each clause of the rule's table, one case a line."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.escalation import GOES_ON, escalation, understanding_after
from game.engine.ladders import LADDER, SLOTS
from game.engine.orders import Orders, from_words, join, standing
from game.engine.rules.table import sit
from game.engine.world import World
from tests.engine.wars import lowest, played, quarter, ready, start, tables

Words = dict[str, Any]
NEAR = {"bombing": "interdiction", "line": "nineteenth"}
FAR = {"bombing": "interdiction", "line": "none"}
TWO_CORPS = {"effort": {"I": "main_force", "II": "main_force"}}


def after(
    side: int, last: Words, before_last: Words | None = None, understanding: int = 0
) -> World:
    """Return one war in which ``side`` ordered these words in the last two quarters, all other
    ladders being at their lowest."""
    world = start()
    reached = [_rungs(side, last), _rungs(side, last if before_last is None else before_last)]
    return world.with_(
        in_force=reached[0],
        reached=reached[0],
        reached_before=reached[1],
        understanding=np.array([understanding]),
    )


def _rungs(side: int, words: Words) -> np.ndarray:
    rungs = lowest(start()).rungs.copy()
    for name, word in words.items():
        corps = word.items() if isinstance(word, dict) else [("I", word)]
        for place, rung in corps:
            slot = SLOTS[side][name].start + ("I", "II", "III", "IV").index(place)
            rungs[0, side, slot] = LADDER[side][name].rungs.index(rung)
    return rungs


def now(world: World, side: int, words: Words) -> Orders:
    """Return both sides' orders: standing, with ``words`` of one side over them."""
    both = [standing(world.in_force[:, one], world.channel[:, one]) for one in (0, 1)]
    both[side] = from_words(side, words, both[side], tables().channels.ids)
    return join(*both)


WASHINGTONS = [
    ("the same bombing goes on", NEAR, {}, 0.0),
    ("bombing is raised", NEAR, {"bombing": "industry"}, 1.0),
    ("the line moves north while bombs fall", NEAR, {"line": "none"}, 1.0),
    (
        "the line moves north and nothing flies but reconnaissance",
        {"bombing": "reconnaissance"},
        {"line": "none"},
        0.0,
    ),
    ("the line moves north under a halt", {}, {"line": "twentieth"}, 0.0),
    ("bombing is lowered", {"bombing": "industry"}, {"bombing": "interdiction"}, 0.0),
    ("bombing above interdiction merely goes on", {"bombing": "industry"}, {}, GOES_ON),
    ("bombing without limit merely goes on", {"bombing": "unrestricted"}, {}, GOES_ON),
    ("harbours are mined", {"bombing": "unrestricted"}, {"bombing": "mining"}, 1.0),
    ("the trail is bombed harder", {}, {"trail": "light"}, 1.0),
    ("Cambodia is bombed", {}, {"cambodia": "covert"}, 1.0),
    ("a border is crossed", {}, {"border": "laos"}, 1.0),
    ("a border is crossed again", {"border": "laos"}, {"border": "laos"}, 0.0),
    ("24,000 men are sent", {}, {"troops_number": 24}, 0.0),
    ("25,000 men are sent", {}, {"troops_number": 25}, 1.0),
    ("men are withdrawn", {}, {"troops_number": -50}, 0.0),
    ("the ground effort rises", {}, {"ground": {"I": "search"}}, 0.0),
    ("the reserves are called up", {}, {"home": "reserves"}, 0.0),
    ("the fighting is handed over", {}, {"vietnamization": "hand_over"}, 0.0),
    ("the posture opens", {}, {"posture": "talks"}, 0.0),
]
HANOIS = [
    ("nothing changes", {"effort": {"I": "main_force"}}, {}, 0.0),
    ("guerrillas begin in a corps", {}, {"effort": {"I": "guerrilla"}}, 0.0),
    ("main force begins in a corps", {}, {"effort": {"I": "main_force"}}, 1.0),
    (
        "main force begins in another corps",
        {"effort": {"I": "main_force"}},
        {"effort": {"II": "main_force"}},
        1.0,
    ),
    ("an offensive", TWO_CORPS, {"effort": {"I": "offensive"}}, 1.0),
    ("main force in two corps merely goes on", TWO_CORPS, {}, GOES_ON),
    ("main force in one of two corps stops", TWO_CORPS, {"effort": {"I": "guerrilla"}}, 0.0),
    ("more men come down the trail", {}, {"infiltration": "trickle"}, 1.0),
    ("fewer men come down the trail", {"infiltration": "heavy"}, {"infiltration": "steady"}, 0.0),
    ("an offensive is prepared", {}, {"preparation": "prepare"}, 0.0),
    ("labour mends the trail", {}, {"labour": "trail"}, 0.0),
    ("all is mobilised", {}, {"home": "total"}, 0.0),
    ("the posture closes", {"posture": "talks"}, {"posture": "refuse"}, 0.0),
]


@pytest.mark.parametrize(
    ("case", "last", "words", "wanted"), WASHINGTONS, ids=[row[0] for row in WASHINGTONS]
)
def test_washingtons_orders(case: str, last: Words, words: Words, wanted: float) -> None:
    world = after(WASHINGTON, last)
    found = escalation(world, now(world, WASHINGTON, words))
    assert found[0].tolist() == [wanted, 0.0]


@pytest.mark.parametrize(
    ("case", "last", "words", "wanted"), HANOIS, ids=[row[0] for row in HANOIS]
)
def test_hanois_orders(case: str, last: Words, words: Words, wanted: float) -> None:
    world = after(HANOI, last)
    found = escalation(world, now(world, HANOI, words))
    assert found[0].tolist() == [0.0, wanted]


@pytest.mark.parametrize(
    ("side", "before_last", "words"),
    [
        (WASHINGTON, NEAR, NEAR),
        (WASHINGTON, {"trail": "steady"}, {"trail": "steady"}),
        (HANOI, {"effort": {"I": "main_force"}}, {"effort": {"I": "main_force"}}),
        (HANOI, {"infiltration": "heavy"}, {"infiltration": "heavy"}),
    ],
)
def test_to_return_to_a_rung_held_within_two_quarters_is_no_escalation(
    side: int, before_last: Words, words: Words
) -> None:
    within = after(side, {}, before_last)
    assert escalation(within, now(within, side, words))[0, side] == 0.0
    longer_ago = after(side, {}, {})
    assert escalation(longer_ago, now(longer_ago, side, words))[0, side] == 1.0


LIMIT, HALT = 1, 2
BREACHES = [
    ("bombing below the line keeps a limit", LIMIT, WASHINGTON, NEAR, False),
    ("bombing beyond the line breaks a limit", LIMIT, WASHINGTON, FAR, True),
    (
        "reconnaissance beyond the line keeps a limit",
        LIMIT,
        WASHINGTON,
        {"bombing": "reconnaissance", "line": "none"},
        False,
    ),
    ("reconnaissance keeps a halt", HALT, WASHINGTON, {"bombing": "reconnaissance"}, False),
    ("bombing below the line breaks a halt", HALT, WASHINGTON, NEAR, True),
    ("a general offensive breaks a limit", LIMIT, HANOI, {"effort": {"III": "offensive"}}, True),
    ("a general offensive breaks a halt", HALT, HANOI, {"effort": {"III": "offensive"}}, True),
    ("main force keeps a halt", HALT, HANOI, {"effort": {"III": "main_force"}}, False),
]


@pytest.mark.parametrize(
    ("case", "understanding", "side", "words", "broken"), BREACHES, ids=[row[0] for row in BREACHES]
)
def test_breaking_an_understanding_is_an_escalation_and_ends_it(
    case: str, understanding: int, side: int, words: Words, broken: bool
) -> None:
    world = after(side, words, None, understanding)  # every rung was held last quarter
    orders = now(world, side, words)
    assert (escalation(world, orders)[0, side] == 1.0) == broken
    kept = understanding_after(world, orders, np.array([False]))
    assert kept[0] == (0 if broken else understanding)


@pytest.mark.parametrize(
    ("sitting", "words", "made"),
    [
        (True, {}, HALT),
        (True, {"bombing": "interdiction", "line": "twentieth"}, LIMIT),
        (True, {"bombing": "reconnaissance", "line": "none"}, HALT),
        (True, FAR, 0),
        (False, {}, 0),
    ],
)
def test_an_understanding_is_made_while_talks_sit(sitting: bool, words: Words, made: int) -> None:
    world = after(WASHINGTON, words)
    orders = now(world, WASHINGTON, words)
    assert understanding_after(world, orders, np.array([sitting]))[0] == made


def test_a_report_blames_only_the_side_that_broke_the_understanding() -> None:
    world = ready(after(WASHINGTON, FAR, None, HALT))
    orders = now(world, HANOI, {"infiltration": "surge"})
    both = escalation(world, orders)
    assert both[0].tolist() == [1.0, 1.0]
    assert quarter(world, orders).outcome.broken[0].tolist() == [True, False]


def test_escalation_is_nought_a_third_or_one() -> None:
    for step in played(200, 9):
        on = step.opening.running
        assert np.isin(step.outcome.escalation[on], [0.0, GOES_ON, 1.0]).all()


def test_talks_sit_when_both_postures_are_open() -> None:
    world = start()
    for washington in ("refuse", "conditions", "contacts", "talks"):
        for hanoi in ("refuse", "conditions", "contacts", "talks"):
            mine = now(world, WASHINGTON, {"posture": washington})
            theirs = now(world, HANOI, {"posture": hanoi})
            rungs = mine.rungs.copy()
            rungs[:, HANOI] = theirs.rungs[:, HANOI]
            both = Orders(rungs, mine.troops, mine.channel, mine.terms, mine.accept)
            wanted = {washington, hanoi} <= {"contacts", "talks"}
            assert bool(sit(both)[0]) == wanted


def test_to_bring_back_what_was_taken_out_is_no_escalation_and_shows_nothing() -> None:
    used_to = start().with_(troops=np.array([100.0]), peak=np.array([130.0]))
    new = start().with_(troops=np.array([100.0]), peak=np.array([100.0]))
    orders = [now(world, WASHINGTON, {"troops_number": 30}) for world in (used_to, new)]
    assert escalation(used_to, orders[0])[0, WASHINGTON] == 0.0
    assert escalation(new, orders[1])[0, WASHINGTON] == 1.0
