"""The report: one page that asks for nothing outside, with every act and setting of its war."""

import re
from html.parser import HTMLParser

import pytest

from game.study.debrief import model_war
from game.study.debrief.text import told
from game.study.papers.export import PICKS, report_html
from game.study.papers.pictures import GALLERY
from tests.study.opened_wars import (
    debriefed,
    random_war,
    recorded_war,
)

VOID = {"meta", "img", "br", "hr", "input", "link"}
OUTSIDE = re.compile(r"""(?:src|href|action|srcset|poster)\s*=\s*["']?\s*(?:https?:)?//""")


class Checker(HTMLParser):
    """Reads a page strictly: every element closed in order, no id twice, every link inside."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.faults: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if len(found) != len(attrs):
            self.faults.append(f"{tag}: an attribute twice")
        if tag == "img" and not found.get("alt"):
            self.faults.append("img without alt")
        self.ids += [str(found["id"])] if "id" in found else []
        self.links += [str(found[key]) for key in ("href", "src") if key in found]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.text += data


def checked(text: str) -> Checker:
    """Return a page as read; the test fails if it is not well made or asks for anything outside."""
    assert text.startswith("<!DOCTYPE html>\n<html lang=")
    reader = Checker()
    reader.feed(text)
    reader.close()
    assert reader.faults == []
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    for link in reader.links:
        assert link.startswith("data:image/") or link[1:] in reader.ids, link[:60]
    assert "default-src 'none'" in text
    assert not re.search(r"@import|url\s*\(|fetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon", text)
    return reader


@pytest.fixture(scope="module")
def report() -> str:
    return report_html(told(recorded_war()))


def test_the_report_is_one_page_that_asks_for_nothing_outside(report: str) -> None:
    reader = checked(report)
    drawn = [link for link in reader.links if link.startswith("data:image/svg+xml")]
    assert len(drawn) == len(GALLERY)
    assert OUTSIDE.findall(report) == []
    for entry in debriefed().entries[:5]:
        assert entry.sentences[2] in reader.text
    assert "None" not in reader.text.replace("None were needed", "")


@pytest.mark.parametrize(
    "broken",
    [
        "<p>",
        "</p>",
        '<img src="data:image/png;base64,AA">',
        '<img alt="a" src="https://x.org/a.png">',
        '<p id="first"></p>',
        '<a href="https://x.org">x</a>',
        "<style>@import 'x'</style>",
    ],
)
def test_the_check_of_a_page_can_fail(report: str, broken: str) -> None:
    with pytest.raises(AssertionError):
        checked(report.replace("</body>", f"{broken}</body>"))


def test_what_a_player_typed_stays_text(report: str) -> None:
    game = random_war(40)
    game.log.entries.clear()
    game.log.enter("note", game.past.rows[0].quarter, "hanoi", "<script>alert(1)</script>", {})
    text = report_html(told(game))
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text
    game.log.entries.clear()


def test_every_act_of_a_report_can_be_picked_out_by_side_kind_and_branch(report: str) -> None:
    tags = re.findall(r'<article data-tags="([a-z ]+)">', report)
    assert tags == [f"{one.side} {one.kind} {one.branch}" for one in debriefed().entries]
    for _, choices in PICKS:
        for tag, _ in choices:
            assert f'<option value="{tag}">' in report


def test_a_report_has_the_quarters_of_its_war_as_settings_of_the_sliders(report: str) -> None:
    for course in model_war.points(recorded_war(), debriefed()):
        for point in model_war.turned(course):
            assert f'data-preset="{point.side}-{point.quarter}"' in report
