"""Tables of contests as a terminal of 80 columns shows them: no name cut, no figure left out."""

import io

import pytest
from rich.console import Console

from game.campaign import FULL
from game.players.doctrines import DOCTRINES
from game.players.roster import entry
from game.study.contests import tables as contest_tables
from game.study.contests.play import Result, WarJob
from game.study.contests.standings import balanced


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    written = io.StringIO()
    monkeypatch.setattr(contest_tables, "CONSOLE", Console(file=written, width=80))
    return written


def wars(seconds: tuple[float, ...]) -> list[Result]:
    """Return one war of each pair of doctrines, in which each decision took ``seconds``."""
    unused = ((0,) * 200, (0,) * 200)
    jobs = [
        WarJob(FULL, entry(0, f"{one.name}:strategist"), entry(1, f"{two.name}:strategist"), 7)
        for one in DOCTRINES[0]
        for two in DOCTRINES[1]
    ]
    return [Result(job, (50.0, 60.0), 1, 9, unused, (seconds, seconds)) for job in jobs]


def test_a_balance_names_every_pair_in_full_and_the_mean_time_of_a_decision(
    shown: io.StringIO,
) -> None:
    found = balanced(wars((0.1, 0.1, 0.4)), FULL, 7)
    contest_tables.show_match(found)
    contest_tables.show_balance(found)
    text = shown.getvalue()
    assert "…" not in text
    assert "0.200 s a decision on average, half within 0.100 s" in text
    for side in DOCTRINES:
        for known in side:
            assert text.count(known.name) == 6  # in three rows, and with three pairs' endings


def test_wars_decided_in_one_batch_name_no_time(shown: io.StringIO) -> None:
    contest_tables.show_match(balanced(wars(()), FULL, 7))
    assert shown.getvalue().count("all wars decided in one batch") == 2
