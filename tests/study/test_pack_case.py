"""A case on paper: open decisions on the first sheet, answers on the second alone."""

import html
import re
from pathlib import Path

import pytest

from game.campaign import cases
from game.cli import main
from game.study.fit.case_story import CaseStory, named
from game.study.papers import pack_case

NAMES = cases.shipped()


@pytest.fixture(scope="module", params=NAMES)
def told(request: pytest.FixtureRequest) -> CaseStory:
    return named(str(request.param))


def plain(page: str) -> str:
    """Return a page's text as a reader has it."""
    without = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(without).split())


def test_the_first_sheet_asks_every_decision_and_answers_none(told: CaseStory) -> None:
    said = plain(pack_case.sheet(told))
    for stop in told.stops:
        assert stop.question in said
        for answer in (stop.answer, stop.rival, stop.missing, stop.basis, stop.why):
            assert not answer or answer not in said
    assert all(page.text not in said for page in told.rest)
    assert said.count("refuse, because") == len(told.stops)


def test_the_first_sheet_has_no_word_of_the_rule_and_nobody_before_their_time(
    told: CaseStory,
) -> None:
    said = plain(pack_case.sheet(told))
    assert not re.search(r"\b(equilibrium|resilient|belief|probability|P\(open\))", said)
    late = [text for _, text, _, first in told.people if first]
    assert all(text not in said for text in late)


def test_the_second_sheet_has_every_answer_the_rules_chance_and_the_sources(
    told: CaseStory,
) -> None:
    said = plain(pack_case.answers(told))
    for stop in told.stops:
        for part in (stop.answer, stop.source, stop.rival, stop.missing, stop.why):
            assert " ".join(part.split()) in said
        assert f"{stop.period.p_open:.2f}" in said
        assert all(page.source in said for page in stop.pages)
    assert all(page.text in said for page in told.rest)
    assert told.coding in said


def test_letters_shrink_as_a_sheet_grows_and_stay_readable(told: CaseStory) -> None:
    assert pack_case.letters(told) >= 7.4
    sizes = [size for _, size in pack_case.SIZES]
    assert sizes == sorted(sizes, reverse=True)
    longer = CaseStory(**(vars(told) | {"summary": "word " * 2400}))
    assert pack_case.letters(longer) == pack_case.SMALLEST


def test_a_page_loads_nothing_and_its_map_has_every_name(told: CaseStory) -> None:
    page = pack_case.sheet(told)
    assert re.findall(r'(?:href|src)="(?!data:)', page) == []
    assert told.ground is not None
    for name, _, _ in told.ground.places:
        assert f">{name}</text>" in page


def test_no_two_names_of_a_map_lie_over_one_another(told: CaseStory) -> None:
    drawn = pack_case.drawing(told.ground)
    assert drawn is not None
    boxes = []
    for name, x, y, anchor in drawn.names:
        wide = len(name) * pack_case.LETTER + pack_case.DOT
        boxes.append((x, x + wide, y) if anchor == "start" else (x - wide, x, y))
    for place, one in enumerate(boxes):
        assert not pack_case._met(one, boxes[:place])


def test_pack_writes_two_files_for_a_case_and_takes_no_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "korea", "--out", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"korea-sheet.html", "korea-answers.html"}
    assert main(["pack", "korea", "--out", str(tmp_path), "--seed", "3"]) == 2
    assert "leave out --seed" in capsys.readouterr().err
