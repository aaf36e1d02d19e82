"""A signature that can come this quarter is told before it comes: theirs under our package in the
line under the tabs, on the button that ends the quarter and at the terminal; ours under theirs on
the first page, with its score."""

import io
import re
from itertools import product

import pytest
from rich.console import Console

from game.desk import build_danger, build_quarter, build_table
from game.desk.draft import Draft
from game.desk.models import Quarter
from game.desk.setting import setting_of
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.text import show
from game.ui.scenes.quarter.dossier import LONGEST_NOTE
from game.words.danger import can_take
from tests.desk.wars import random_war
from tools import showcase

SEEDS = (3, 5, 8)
TAKEN = re.compile(r"sign our package|sign ours|ours by them|Ours alone")


def quarters(side: int) -> list[Dossier]:
    """Return the papers of every quarter of a few wars of random orders, and of one at the last
    chance."""
    wholes = [random_war(seed).dossier(side) for seed in SEEDS]
    made = [whole.until(played) for whole in wholes for played in range(len(whole.reports))]
    return [*made, showcase.seated("1972Q4", side).dossier]


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_it_is_said_under_the_tabs_and_at_the_end_whenever_they_may_sign_ours(side: int) -> None:
    setting, seen = setting_of(random_war(SEEDS[0])), set()
    for papers in quarters(side):
        found, calm = build_danger.dangers(papers), build_danger.calm(papers)
        alone = found[0].brief if len(found) == 1 and not calm else ""
        band = " ".join([*(one.title for one in found), alone, calm])
        end = build_quarter.end(Draft(papers), papers, setting)
        last = build_quarter.is_last(papers, setting)
        may = can_take(papers.view, 1 - side)
        assert bool(TAKEN.search(band)) == may, band
        said = bool(TAKEN.search(end.note))
        assert said == may or (may and found), end.note  # a danger comes first on the button
        assert bool(TAKEN.search(end.irreversible)) == may, end.irreversible
        assert calm or found
        assert len(end.note.split()) <= LONGEST_NOTE
        seen.add((may, bool(found), last))
    assert {(True, False), (True, True), (False, False)} <= {state[:2] for state in seen}


def test_no_package_is_said_to_be_signable_that_is_not() -> None:
    ours, theirs = quarters(WASHINGTON), quarters(HANOI)
    for side, papers in [*product((WASHINGTON,), ours), *product((HANOI,), theirs)]:
        dangers = " ".join(one.text for one in build_danger.dangers(papers))
        told = f"{build_danger.calm(papers)} {dangers}"
        if re.search(r"we theirs|sign their package|Their package can be|Theirs alone", told):
            assert can_take(papers.view, side), told


def test_their_package_leads_from_the_first_page_to_the_table_with_its_score() -> None:
    shown: Quarter = showcase.seated("1972Q4", HANOI).quarter()
    theirs = next(row for row in shown.table.packages if row.id == "theirs")
    assert shown.table.accept.enabled
    assert shown.table.offer.startswith(f"Their package can be signed: about {theirs.total};")
    assert shown.table.offer.endswith(f"history {shown.scores.mark}.")
    written = io.StringIO()
    show.quarter(Console(file=written, width=80), shown)
    assert shown.table.offer in " ".join(written.getvalue().split())


def test_a_package_that_cannot_be_signed_is_not_offered() -> None:
    rows = showcase.seated("1972Q4", HANOI).quarter().table.packages
    ours = [row for row in rows if row.id != "theirs"]
    for some, refused in product((rows, ours), (True, False)):
        assert bool(build_table.offer(some, refused)) == (some is rows and not refused)
