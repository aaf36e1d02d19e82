"""What the tests of the study share: the full campaign, and one replay of it."""

from typing import Any

import pytest

from game.campaign import Campaign, build, load
from game.engine.tables import Tables
from game.study.fit.report import report
from game.study.fit.runs import RecordRun, play_record


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    return load("vietnam-1965-1973")


@pytest.fixture(scope="session")
def tables(campaign: Campaign) -> Tables:
    return build(campaign)[0]


@pytest.fixture(scope="session")
def plain(campaign: Campaign, tables: Tables) -> RecordRun:
    return play_record(campaign, tables, 1)


@pytest.fixture(scope="session")
def found(campaign: Campaign, tables: Tables) -> dict[str, Any]:
    return report(campaign, tables, lucks=60)
