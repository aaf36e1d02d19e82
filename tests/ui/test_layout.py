"""Dividing space loses no pixel, and text never runs out of what it was given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygame import Rect

from game.ui.assets import font_file
from game.ui.glyphs import letters
from game.ui.layout import Share, beside, divide, flow
from game.ui.text import Typesetter, has_glyphs, lengthened, settle
from game.ui.theme import BODY, CABLE, FONTS, Theme

shares = st.builds(
    lambda least, more, grow: Share(least, least + more, grow),
    st.integers(0, 80),
    st.integers(0, 200),
    st.sampled_from((0.0, 1.0, 2.5)),
)


@settings(max_examples=80)
@given(st.integers(0, 2000), st.lists(shares, min_size=1, max_size=7), st.integers(0, 12))
def test_parts_follow_one_another_and_keep_their_least(
    total: int, parts: list[Share], gap: int
) -> None:
    placed = divide(total, parts, gap)
    at = 0
    for (offset, length), share in zip(placed, parts, strict=True):
        assert offset == at
        assert length >= share.least
        at = offset + length + gap
    room = total - gap * (len(parts) - 1)
    used = sum(length for _, length in placed)
    if sum(s.least for s in parts) <= room:
        assert used <= room
        if any(s.grow for s in parts) and sum(s.natural for s in parts) <= room:
            assert used == room


@settings(max_examples=60)
@given(st.integers(50, 600), st.lists(st.tuples(st.integers(1, 300), st.integers(1, 40))))
def test_what_flows_stays_inside_and_apart(width: int, sizes: list[tuple[int, int]]) -> None:
    placed, high = flow(width, sizes, 4)
    for index, rect in enumerate(placed):
        assert rect.right <= width
        assert rect.bottom <= high
        assert rect.collidelist(placed[:index]) < 0


def test_a_tooltip_covers_neither_its_anchor_nor_a_title_where_there_is_room() -> None:
    window, anchor = Rect(0, 0, 1280, 720), Rect(300, 100, 90, 30)
    below, above = Rect(200, 134, 400, 30), Rect(200, 60, 400, 36)
    for spared in ([below], [above], [below, above]):
        box = beside((200, 30), anchor, window, 5, spared)
        assert not box.colliderect(anchor)
        assert box.collidelist(spared) < 0
    assert beside((200, 30), anchor, window, 5).topleft == (300, 135)


def test_a_tooltip_stays_in_the_window() -> None:
    window = Rect(0, 0, 400, 300)
    for anchor in (Rect(390, 290, 8, 8), Rect(0, 0, 5, 5), Rect(0, 10, 390, 280)):
        assert window.contains(beside((200, 90), anchor, window, 4))


@settings(max_examples=60)
@given(st.text("abc đễW,.", max_size=60), st.integers(40, 300))
def test_no_line_is_wider_than_its_room(text: str, width: int) -> None:
    setter = Typesetter(Theme())
    for line in setter.wrap(text, BODY, width):
        assert setter.set_width(line, BODY) <= width


def test_a_cable_loses_its_accents_and_no_letters() -> None:
    assert settle("cable", "NGUYỄN DUY TRINH, Huế") == ("cable", "NGUYEN DUY TRINH, Hue")


@pytest.mark.parametrize("role", [role for role in FONTS if role != "cable"])
def test_every_other_font_has_vietnamese_letters(role: str) -> None:
    assert has_glyphs(role, "Điện Biên Phủ, Nguyễn Văn Thiệu, Quảng Ngãi, 1968 – 33 %")


@pytest.mark.parametrize("file", sorted(set(FONTS.values())))
def test_the_letters_of_a_font_are_those_that_its_maker_lists(file: str) -> None:
    tools = pytest.importorskip("fontTools.ttLib")
    assert letters(file) == set(tools.TTFont(font_file(file)).getBestCmap())


def test_a_missing_glyph_is_noticed() -> None:
    assert not has_glyphs("cable", "Ễ")


def test_the_pseudo_locale_is_two_fifths_longer_and_leaves_numbers_alone() -> None:
    assert len(lengthened("abcdefghij")) == 14
    assert lengthened("1968") == "1968"


def test_text_cut_short_ends_with_an_ellipsis() -> None:
    setter = Typesetter(Theme())
    cut = setter.fit("a very long line indeed", CABLE, 80)
    assert cut.endswith("…")
    assert setter.set_width(cut, CABLE) <= 80
