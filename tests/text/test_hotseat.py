"""Two people at one terminal: nothing of the other side's is on the screen after a hand-over."""

import re

from game.desk.chair import Chair
from game.text.terminal import CLEAR, ENTER, LEAVE
from tests.text.play import sit, two

LINES = [
    "washington", "note the Marines land at dawn", "bombing interd", "posture talks via seaborn",
    "orders", "briefing", "log", "advisers", "end", "yes",
    "hanoi", "note rice for nine divisions", "infil heavy", "prep pre", "orders", "advisers",
    "log", "end", "yes",
    "washington", "show", "log 9", "history", "map", "end", "yes",
    "hanoi", "show", "log 9", "history", "map", "quit",
]  # fmt: skip
SECRETS = {
    "washington": (
        "Marines land",
        "Quality of Saigon's forces",
        "ground II",
        "The President's circle",
        "Enemy in the South, estimated",
    ),
    "hanoi": (
        "nine divisions",
        "Unity of the Politburo",
        "infiltration",
        "Preparation for an offensive",
        "The leadership",
    ),
}


def sections(printed: str, mark: str) -> list[tuple[str, str]]:
    """Return whose papers follow each hand-over, and what was shown until the next."""
    parts = re.split(mark, printed)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def test_between_hand_overs_only_the_named_sides_papers_are_shown() -> None:
    printed = sit(two(), [line for line in LINES if line != "yes"])
    shown = sections(printed, r"Type '(washington|hanoi)' when only")
    assert [side for side, _ in shown] == ["washington", "hanoi", "washington", "hanoi"]
    for side, text in shown:
        other = "hanoi" if side == "washington" else "washington"
        assert [secret for secret in SECRETS[other] if secret in text] == []
        assert any(secret in text for secret in SECRETS[side])


def test_in_a_terminal_every_hand_over_clears_the_screen_and_its_scroll_back() -> None:
    printed = sit(two(), ["", *LINES], typed=True)
    assert printed.count(ENTER) == printed.count(LEAVE) == 1
    screens = printed.split(CLEAR)
    for screen in screens:
        seen = {side for side, secrets in SECRETS.items() for secret in secrets if secret in screen}
        assert len(seen) <= 1, screen
    for screen in screens:
        if "when only" in screen:
            assert all(secret not in screen for secrets in SECRETS.values() for secret in secrets)
    assert [text for text in screens[-1].split(LEAVE)[-1].splitlines() if text] == [
        "The game is not kept anywhere."
    ]


def test_a_terminal_that_cannot_hide_says_so_before_anything_else() -> None:
    for typed, term in ((False, "xterm"), (True, "dumb"), (True, "")):
        printed = sit(two(), LINES[:1], typed=typed, term=term)
        assert printed.startswith("This terminal cannot take off the screen")
        assert ENTER not in printed


def test_the_curtain_waits_for_the_named_side() -> None:
    printed = sit(two(), ["", "hanoi", "end", "wash", "quit"])
    before, after = printed.split("when only Washington is looking: wash")
    assert "BRIEFING" not in before
    assert before.count("when only Washington is looking") == 3
    assert "BRIEFING. WASHINGTON" in after


def test_the_curtain_can_be_drawn_by_hand_and_a_loaded_game_opens_behind_it() -> None:
    seat = two()
    printed = sit(seat, ["washington", "curtain", "washington", "quit"])
    assert printed.count("when only Washington is looking") == 2
    again = sit(Chair(seat.game, {}), ["quit"])
    assert "BRIEFING" not in again


def test_no_title_and_no_file_name_carries_the_seed() -> None:
    seat = two(seed=123_456_789)
    assert "123456789" not in sit(seat, [line for line in LINES if line != "yes"])


def test_orders_can_be_taken_back_until_the_other_side_sits_down() -> None:
    chair = two()
    printed = sit(
        chair,
        [
            "washington",
            "bombing recon",
            "end",
            "undo",
            "washington",
            "bombing interd",
            "end",
            "hanoi",
            "curtain",
            "undo",
            "hanoi",
            "end",
            "washington",
            "quit",
        ],
    )
    printed = " ".join(printed.split())
    (row,) = chair.game.past.rows
    assert row.orders.washington["bombing"] == "interdiction"
    assert printed.count("'undo' takes back the orders") == 2  # once Hanoi has sat, no more
    assert "Bombing" not in printed.split("'undo' takes back")[1].split("Type 'washington'")[0]


def test_what_was_taken_back_lies_there_as_a_draft() -> None:
    chair = two()
    sit(chair, ["washington", "bombing interd", "end", "undo", "washington", "end", "hanoi", "end"])
    (row,) = chair.game.past.rows
    assert row.orders.washington["bombing"] == "interdiction"
