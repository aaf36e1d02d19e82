"""The room of cases: nothing is told before the answer, and readers are scored as the rule is."""

from pathlib import Path

import pytest

from game.campaign import cases as files
from game.desk import build_cases
from game.desk.build_rule import page
from game.desk.case_room import LONGEST, CaseRoom
from game.problems import Problem
from game.study.fit import case_story, cases

NAMES = files.shipped()


def read_through(room: CaseRoom, hands: dict[str, bool]) -> None:
    """Read a case to its end with one answer for each recorded posture."""
    while not room.view().ended:
        room.answer(hands[room.story.stops[room.at].period.recorded])
        room.go_on()


@pytest.mark.parametrize("name", NAMES)
def test_before_an_answer_nothing_of_it_can_be_seen(name: str) -> None:
    room = CaseRoom(name)
    while not room.view().ended:
        stop, view = room.story.stops[room.at], room.view()
        assert view.answer is None
        assert view.sliders == ()
        shown = " ".join(
            [
                view.question,
                view.summary,
                *(part.text for part in view.pages),
                *(text for _, text, _ in view.people),
            ]
        )
        assert stop.answer not in shown
        room.answer(True)
        assert room.view().answer is not None
        room.go_on()


@pytest.mark.parametrize("name", NAMES)
def test_no_page_before_a_stop_is_dated_on_its_day_or_later(name: str) -> None:
    (case,) = cases.every([name])
    firsts = [period.first for period in cases.periods(case)]
    told = case_story.story(case)
    seen = 0
    for first, stop in zip(firsts, told.stops, strict=True):
        seen += len(stop.pages)
        assert all(row.date < first for row in case.pages[:seen])
    assert seen + len(told.rest) == len(case.pages)


def test_a_reader_who_always_does_what_was_done_is_right_in_every_counted_stop() -> None:
    room = CaseRoom("sino-indian")
    read_through(room, {"open": True, "closed": False, "conditions": False})
    scores = {one.who: (one.right, one.of) for one in room.view().scores}
    assert scores == {"Reader 1": (5, 5), "The rule": (4, 5), "Always refuse": (3, 5)}


def test_readers_one_after_another_stand_side_by_side() -> None:
    room = CaseRoom("sino-indian")
    read_through(room, {"open": True, "closed": False, "conditions": False})
    room.another()
    assert room.view().at == 0
    assert room.view().reader == "Reader 2"
    read_through(room, {"open": False, "closed": True, "conditions": False})
    scores = {one.who: one.right for one in room.view().scores}
    assert (scores["Reader 1"], scores["Reader 2"]) == (5, 0)


def test_an_answer_is_needed_and_stands() -> None:
    room = CaseRoom("korea")
    with pytest.raises(Problem, match="Say what you would do"):
        room.go_on()
    with pytest.raises(Problem, match="Say what you would do"):
        room.move("cost", 0.5)
    room.answer(False, "  we  wait " + "x" * 400)
    with pytest.raises(Problem, match="has been answered"):
        room.answer(True)
    answer = room.view().answer
    assert answer is not None
    assert answer.said.startswith("You would refuse: we wait xx")
    assert len(answer.said) <= len("You would refuse: ") + LONGEST


def test_the_sliders_begin_at_the_coded_state_and_move_the_rule_alone() -> None:
    room = CaseRoom("korea")
    room.answer(True)
    view, before = room.view(), room.view().answer
    assert {one.key: one.value for one in view.sliders} == {
        "belief_high": 0.25,
        "cost": 0.35,
        "belief_dove": 0.5,
        "guarantee": 0.0,
    }
    room.move("cost", 1.0)
    room.move("belief_high", 0.9)
    moved = room.view()
    assert dict(moved.chances)["opens if resilient"] > 0.8
    assert moved.answer == before
    with pytest.raises(Problem, match="lies between"):
        room.move("cost", 5.0)


@pytest.mark.parametrize("name", NAMES)
def test_every_stop_is_a_starting_point_of_the_rules_page_with_the_same_chance(name: str) -> None:
    room = CaseRoom(name)
    while not room.view().ended:
        room.answer(True)
        of, place = room.course()
        courses = {course[0].of: course for course in build_cases.courses()}
        preset = courses[of][place]
        assert preset.listed
        shown = dict(room.rule(preset.setting).answers)["opens if resilient"]
        assert shown == pytest.approx(room.story.stops[room.at].period.p_open, abs=1e-9)
        room.go_on()


def test_vietnams_way_lies_beside_every_other() -> None:
    courses = {course[0].of: course for course in build_cases.courses()}
    assert courses["korea washington"][0].beside == "vietnam washington"
    assert courses["sino-indian delhi"][0].beside == "vietnam hanoi"
    beside = {one.beside for course in courses.values() for one in course if one.beside}
    assert beside <= set(courses)
    assert len(courses["vietnam hanoi"]) > len(courses["korea peking"])


def test_the_rules_page_lists_cases_only_where_it_is_given_them() -> None:
    assert not any(one.mark == "case" for one in page().presets)
    listed = [one for one in page(None, build_cases.courses()).presets if one.mark == "case"]
    made = [one for name in NAMES for one in cases.periods(cases.every([name])[0])]
    assert len(listed) == len(made)


def test_what_is_from_memory_is_said_to_be() -> None:
    (case,) = cases.every(["korea"])
    row = case.pages[0].model_copy(update={"grade": "memory", "source": "unverified (recalled)"})
    changed = case.model_copy(update={"pages": [row, *case.pages[1:]]})
    told = case_story.story(changed).stops[0].pages[0]
    assert told.text.startswith("From memory, not looked up: ")
    assert told.source.endswith("not looked up.")


def test_a_case_that_is_not_good_spoils_neither_the_shelf_nor_the_rules_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file is no case, another wants a replay that is not there, and a third is called
    otherwise than its file."""
    good = (files.FOLDER / "sino-indian.toml").read_text("utf-8")
    lost = (files.FOLDER / "vietnam.toml").read_text("utf-8")
    (tmp_path / "broken.toml").write_text("[case]\n", "utf-8")
    (tmp_path / "lost.toml").write_text(
        lost.replace('replay = "vietnam-1965-1973"', 'replay = "atlantis"'), "utf-8"
    )
    (tmp_path / "other-name.toml").write_text(good, "utf-8")
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    for made in (build_cases.courses, build_cases._ways):
        made.cache_clear()
    try:
        cards = {card.id: card.problem for card in build_cases.shelf()}
        assert "problem" in cards["broken"]
        assert [course[0].of for course in build_cases.courses()] == [
            "sino-indian peking",
            "sino-indian delhi",
        ]
        room = CaseRoom("other-name")
        room.answer(True)
        assert room.course() == ("sino-indian peking", 0)
        with pytest.raises(Problem, match="atlantis"):
            CaseRoom("lost")
    finally:
        for made in (build_cases.courses, build_cases._ways):
            made.cache_clear()
