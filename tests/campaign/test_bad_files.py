"""Every wrong input ends in one message with the place, the value, and what to do."""

import time
from pathlib import Path

import pytest

from game.campaign import limits, load
from game.campaign.loading import parse
from game.problems import Problem
from tests.campaign.small import PATH, SCENARIO, TEXT, changed, scenario
from tests.pace import slower


def message(text: str | bytes) -> str:
    """Return the message that a bad file ends in."""
    raw = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(Problem) as caught:
        parse(raw, PATH)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "place", "hint"),
    [
        ("shield = 0.5", "shield = 1.5", "channels[0].shield (oslo)", "1 or less"),
        ("shield = 0.5", 'shield = "0.5"', "channels[0].shield", "no number"),
        ("shield = 0.5", "", "channels[0].shield", "missing; add it"),
        ("shield = 0.5", "shield = nan", "channels[0].shield", "no number the game can use"),
        ("prisoners = 350", "prisoners = 350.5", "start.prisoners", "whole number"),
        ("prisoners = 350", "prisoners = 99999999999", "start.prisoners", "smaller"),
        ("prisoners = 350", "prisoner = 350", "start.prisoner", "did you mean 'prisoners'"),
        ("approval = 0.5", "approval = true", "start.approval", "no number"),
        ("I = 60.0, ", "", "start.main_force.I", "missing; add it"),
        ('bombing = "halt"', 'bombing = "stop"', "orders[1].washington.bombing (1968Q4)", "halt, "),
        ("effort = { III", "effort = { V", "orders[0].hanoi.effort.V", "unknown key"),
        ("terms = [1, 0, 0, 2, 0]", "terms = [1, 0, 0, 2]", "orders[0].washington.terms", "5"),
        ("terms = [1, 0, 0, 2, 0]", "terms = [1, 0, 0, 4, 0]", "washington.terms[3]", "3 or less"),
        ("troops_number = 2.5", "troops_number = -2.5", "orders[0].washington", "allows 0.001"),
        ('channel = "oslo"', 'channel = "rome"', "orders[0].washington.channel", "no channel"),
        ('quarter = "1969Q1"', 'quarter = "1968Q4"', "orders: 1969Q1 is missing", "needs a row"),
        ('quarter = "1969Q1"', 'quarter = "1969Q5"', "orders[2].quarter", "such as 1968Q1"),
        ('last = "1969Q2"', 'last = "1967Q2"', "campaign.last", "a later quarter"),
        ('last = "1969Q2"', 'last = "2099Q2"', "campaign.last", "at most 400"),
        ("amount = 0.1\n", "amount = 0.5\n", "events[0].effects[0].amount (cloud)", "0 to 0.3"),
        ('what = "weather"', 'what = "us_deaths"', "events[0].effects[0].what", "one of stability"),
        ('date = "1968-11-01"', 'date = "1968-02-30"', "events[0].date", "a date such as"),
        ('date = "1968-11-01"', 'date = "1978-02-28"', "events[0].date", "outside"),
        ('known_hanoi = "1968-10-01"', 'known_hanoi = "1968-08-01"', "known_hanoi", "lies before"),
        ('"Low cloud over the delta."', '"' + "cloud " * 61 + '"', "events[0].text", "60 words"),
        ("forces = 0.1,", "forces = 0.2,", "scoring.issues.washington", "sum to 1.1"),
        ('id = "oslo"', 'id = "public"', "channels[0].id", "another id"),
        ('id = "rice"', 'id = "cloud"', "events[1].id", "taken"),
        ("[scoring.worst]", "[constants]\nrepair = 9\n[scoring.worst]", "constants.repair", "0.5"),
        ("[scoring.worst]", "[constants]\nrepare = 1\n[scoring.worst]", "repare", "unknown"),
        ("format = 1", "format = 2", "format", "write 1"),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_a_remedy(
    old: str, new: str, place: str, hint: str
) -> None:
    said = message(changed((old, new)))
    assert said.startswith("small.toml: ")
    assert place in said
    assert hint in said


def test_every_problem_of_a_file_is_told_at_once() -> None:
    said = message(
        changed(
            ("shield = 0.5", "shield = 1.5"),
            ("approval = 0.5", "approvall = 0.5"),
            ('bombing = "halt"', 'bombing = "stop"'),
            ("troops_number = 2.5", "troops_number = -2.5"),
            ("amount = 0.1\n", "amount = 0.5\n"),
            ("forces = 0.1,", "forces = 0.2,"),
            ('title = "Cloud"', 'title = "\\u001b[2J"'),
        )
    )
    assert "8 problems" in said.splitlines()[0]  # the misspelt key counts twice: unknown, missing
    assert len(said.splitlines()) == 9


def test_a_broken_row_does_not_make_others_look_broken() -> None:
    said = message(changed(('bombing = "halt"', 'bombing = "stop"')))
    assert "1 problem" in said
    assert "missing" not in said


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        (b"[[events]\n", "not valid TOML"),
        (TEXT.encode()[:-200], "not valid TOML"),
        (TEXT.encode() + b"\n# \xff", "not UTF-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "byte-order mark"),
        (TEXT.encode() + b"\n# \x1b[2J", "control character U+001B"),
        (TEXT.encode() + "\n# \u202e".encode(), "bidirectional mark U+202E"),
        (TEXT.encode() + b"\nx = " + b"[" * 100_000, "nests deeper than 8"),
        (TEXT.encode() + b"\n" + b"a." * 500_000 + b"a = 1", "nests deeper than 8"),
        (TEXT.encode() + b"\nx = " + b"9" * 100_000, "number too long"),
        (TEXT.encode() + b"\nx = 0x" + b"f" * 100_000, "number too long"),
        (TEXT.encode() + b"\n[[a]]" * 2_001, "a: 2,001 rows; at most 2,000"),
        (TEXT.encode() + b"\nx = [" + b"1," * 60_000, "more than 50,000 values"),
        (b" " * (limits.MOST_BYTES - 10), "campaign: missing"),
        (b'x = "' + b"\\n" * 900_000 + b'"', "at most 2,000"),
        (b'x = "' + b'\\"' * 900_000, "not valid TOML"),
        (b'"""\n' * 400_000, "not valid TOML"),
        (b"", "campaign: missing"),
        (b"campaign = 1\norders = [1]", "campaign: 1 is no table"),
        (b"x = 1e999", "x: inf is no number"),
    ],
)
def test_a_file_that_is_no_campaign_ends_in_one_message_soon(raw: bytes, hint: str) -> None:
    began = time.process_time()
    said = message(raw)
    assert time.process_time() - began < 4 * slower()  # 2 s on a quiet machine
    assert hint in said
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * (limits.MOST_BYTES + 1))
    with pytest.raises(Problem, match="larger than 2,000,000 bytes"):
        load(path)


def test_a_name_that_is_no_campaign_lists_those_that_are() -> None:
    with pytest.raises(Problem, match="vietnam-1965-1973"):
        load("no-such-war")


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('start = "1968Q4"', 'start = "1972Q1"', "campaign.start"),
        ('last = "1969Q1"', 'last = "1968Q3"', "campaign.last"),
        ('base = "small"', 'base = "../small"', "campaign.base"),
        ('base = "small"', 'base = "no-such-war"', "no such campaign"),
        ('title = "Three quarters"', 'title = "a"\norders = []', "campaign.orders: unknown key"),
    ],
)
def test_a_scenario_that_does_not_fit_its_base_is_refused(old: str, new: str, hint: str) -> None:
    with pytest.raises(Problem) as caught:
        scenario(text=SCENARIO.replace(old, new))
    assert hint in str(caught.value)


def test_a_rows_own_name_that_could_act_on_a_terminal_is_not_repeated_in_the_message() -> None:
    text = TEXT.replace('quarter = "1968Q4"', 'quarter = "\\u001b[2J"', 1)
    with pytest.raises(Problem) as caught:
        parse(text.encode(), PATH)
    assert "\x1b" not in str(caught.value)
    assert "control character U+001B" in str(caught.value)
