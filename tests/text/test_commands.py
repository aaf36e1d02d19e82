"""Commands: unique prefixes, orders in plain words, mistakes answered with one helpful line."""

from pathlib import Path

import pytest

from game.campaign import load
from game.desk.chair import Chair
from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import slot_of
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES
from game.problems import Problem
from game.record import Game
from game.text.commands import COMMANDS, give, names, verb
from game.text.matching import meant
from game.text.session import ACTS, SHOWS
from game.text.show import rungs
from tests.text.play import alone, sit


def rung(seat: Chair, ladder: str, corps: int = 0) -> int:
    return seat.draft.rung(slot_of(seat.side, ladder, corps))


@pytest.mark.parametrize(
    ("line", "ladder", "corps", "wanted"),
    [
        ("bombing interdiction", "bombing", 0, 2),
        ("bom armed", "bombing", 0, 1),
        ("line 20", "line", 0, 1),
        ("ground II search", "ground", 1, 2),
        ("ground pacify", "ground", 3, 1),
        ("ground 1,4 search and destroy", "ground", 3, 2),
        ("troops in 30", "troops", 0, 3),
        ("troops 40", "troops", 0, 4),
        ("troops out 10", "troops", 0, 1),
        ("troops send 25000", "troops", 0, 3),
        ("posture talks via seaborn", "posture", 0, 3),
        ("post cont", "posture", 0, 2),
        ("offer", "message", 0, 1),
    ],
)
def test_orders_in_plain_words_and_unique_prefixes(
    line: str, ladder: str, corps: int, wanted: int
) -> None:
    seat = alone(WASHINGTON)
    first, *rest = line.split()
    give(seat, verb(first, seat.quarter()), rest)
    assert rung(seat, ladder, corps) == wanted


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("frobnicate", "is no command and no order here"),
        ("t", "'t' could be table, trail or troops"),
        ("bombing", "bombing is one of halt"),
        ("bombing flat", "'flat' is no bombing rung"),
        ("bombing r", "reconnaissance"),
        ("troops in 33", "steps of 5,000"),
        ("troops in 700", "100,000 at the most"),
        ("ground V search", "no ground rung"),
        ("ground II", "Name a rung"),
        ("border cambodia", "It takes 50,000 men in country"),
        ("posture talks via", "Name the channel after 'via'"),
        ("posture talks via peking", "no channel that is open now"),
        ("table 1 2 3", "A package is five numbers"),
        ("table 1 2 3 1 9", "A package is five numbers"),
        ("accept", "The other side has tabled nothing"),
        ("undo", "Nothing has been changed this quarter"),
        ("infiltration heavy", "is no command and no order here"),
        ("save ../x", "is no name for a save"),
        ("log many", "'log 4' the last four"),
        ("map moon", "'moon' is no lens"),
        ("curtain", "nothing to hide"),
        ("offer now", "takes no more than 'via CHANNEL'"),
    ],
)
def test_a_mistake_is_answered_in_one_helpful_line_and_changes_nothing(
    line: str, told: str, tmp_path: Path
) -> None:
    seat = alone(WASHINGTON, folder=tmp_path)
    before = seat.draft.state
    printed = sit(seat, [line])
    assert told in " ".join(printed.split())
    assert "Traceback" not in printed
    assert seat.draft.state == before or line == "bombing r"


def test_an_order_with_a_wrong_channel_gives_neither() -> None:
    seat = alone(WASHINGTON)
    with pytest.raises(Problem):
        give(seat, "posture", ["talks", "via", "peking"])
    assert rung(seat, "posture") == 0
    assert not seat.draft.touched


def test_one_undo_takes_back_one_line() -> None:
    seat = alone(HANOI)
    give(seat, "effort", ["main_force"])
    give(seat, "posture", ["conditions", "via", "france"])
    seat.undo()
    assert rung(seat, "posture") == 0
    assert seat.draft.state.channel == 0
    assert [rung(seat, "effort", corps) for corps in range(4)] == [2, 2, 2, 2]
    seat.undo()
    assert not seat.draft.touched


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_every_command_and_every_order_is_found_by_its_whole_name(side: int) -> None:
    shown = alone(side).quarter()
    for name in (*COMMANDS, *names(shown)):
        assert verb(name, shown) == name
    assert verb("?", shown) == "help"


def test_every_command_does_something() -> None:
    given = {"accept", "offer", "answer", "note"}
    assert set(COMMANDS) == set(SHOWS) | set(ACTS) | given


def test_a_word_is_matched_by_itself_then_its_beginning_then_its_title() -> None:
    choices = {"in": "Send men", "in_fast": "Send many", "nineteenth": "Below the 19th parallel"}
    assert meant("in", choices, "rung") == "in"
    assert meant("in f", choices, "rung") == "in_fast"
    assert meant("19", choices, "rung") == "nineteenth"
    with pytest.raises(Problem, match="could be in or in_fast"):
        meant("send", choices, "rung")


def test_rungs_show_what_is_ordered_its_price_and_what_cannot_be() -> None:
    seat = alone(WASHINGTON)
    give(seat, "troops", ["in", "25"])
    line = rungs(next(one for one in seat.quarter().orders.ladders if one.id == "troops"))
    assert "[in 25]" in line
    border = rungs(next(one for one in seat.quarter().orders.ladders if one.id == "border"))
    assert "-cambodia-" in border


def test_at_a_terminal_a_changed_quarter_ends_only_after_a_yes() -> None:
    seat = alone(WASHINGTON)
    sit(seat, ["bombing interd", "end", "no", "quit"], typed=True)
    assert seat.game.quarter == 0
    sit(seat, ["end", "yes", "quit"], typed=True)
    assert seat.game.quarter == 1


def test_an_untouched_quarter_is_one_word() -> None:
    seat = alone(WASHINGTON)
    sit(seat, ["e", "e", "", "q"], typed=True)  # the second has something to decide: left open
    assert seat.game.quarter == 2


def test_at_a_screen_ending_waits_for_an_answer_and_by_pipe_it_does_not() -> None:
    typed, piped = alone(WASHINGTON), alone(WASHINGTON)
    sit(typed, ["e", "e", "back", "q"], typed=True)
    assert typed.game.quarter == 1
    sit(typed, ["e", "b", "yes", "q"], typed=True)
    assert typed.game.quarter == 2
    assert typed.dossier.orders[1].answers[0, 0] == 2
    said = sit(piped, ["end", "end", "q"])
    assert piped.game.quarter == 2
    assert "Left open, to go by itself: Officers" in " ".join(said.split())


def test_decide_answers_leaves_open_and_explains_mistakes() -> None:
    seat = alone(WASHINGTON)
    said = sit(seat, ["decide a", "end", "decide", "decide b", "decide none", "decide x", "quit"])
    assert "Nothing is to be decided" in said
    assert "Officers" in said.upper().title()
    assert "Decision 1" not in said
    assert "Officers" in said.partition("These orders")[0]
    assert "Answer a, b, or none" in said
    assert not any(seat.draft.state.answers)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = [
        "?",
        "orders",
        "orders bombing",
        "dipl",
        "table",
        "map",
        "adv",
        "channels",
        "end",
        "history",
        "log",
        "briefing",
    ]
    printed = sit(alone(WASHINGTON), lines)
    answers = [line for line in printed.splitlines() if "> " not in line]  # what is typed is not
    wide = [line for line in answers if len(line) > columns]
    assert wide == []


def test_three_questions_are_asked_before_play_and_again_after_the_war() -> None:
    game = Game.new(load("tiny"), 3)
    chair = Chair(game, {HANOI: Glancing(DOCTRINES[HANOI][0].policy, 3)})
    said = sit(
        chair,
        [
            "questions",
            "questions b c",
            "questions b c d",
            "end",
            "questions a a a",
            "end yes",
            "b c a",
            "",
            "quit",
        ],
    )
    assert "When is it safe for a government at war to offer talks?" in said
    assert "A sheet has 3 letters" in said
    assert "1 sheet before play" in said
    assert "asked before the first quarter is played" in said
    assert "1 sheet after play" in said
    assert "1 of 1 (100%)" in said
