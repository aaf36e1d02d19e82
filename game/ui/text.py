"""Setting text: measuring, wrapping, cutting short, and surfaces kept for the next frame.

A font drops what it has no glyph for without a word. Cables lose their accents, as real ones
did; what is still missing is set in Plex Mono. The pseudo-locale makes letters 40 % longer here,
so that it touches every text of every screen.
"""

import unicodedata
from collections import OrderedDict
from functools import lru_cache

import pygame

from game.ui.glyphs import letters
from game.ui.theme import FONTS, Colour, Style, Theme, load_font

KEPT = 3000  # rendered lines kept
PLAIN = str.maketrans({"đ": "d", "Đ": "D", "–": "-", "—": "-", "−": "-", "…": "...", "≈": "~"})
ACCENTED = str.maketrans("aeiouAEIOUcnys", "àéîöûÀÉÎÖÛçñýš")
ELLIPSIS = "…"
MISSING = "·"  # every font has it; the box of a missing letter looks like one that was meant
SILENT = frozenset("\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


@lru_cache(maxsize=20_000)
def has_glyphs(role: str, text: str) -> bool:
    """Return whether a role's font has every letter of a text."""
    known = letters(FONTS[role])
    return all(ord(letter) in known or letter == "\n" for letter in text)


def strip_accents(text: str) -> str:
    """Return a text in plain letters, as a teleprinter would give it."""
    parts = unicodedata.normalize("NFD", text.translate(PLAIN))
    return "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def lengthened(text: str) -> str:
    """Return a text in the pseudo-locale: accents, and two letters more for every five."""
    grown, letters = [], 0
    for letter in text.translate(ACCENTED):
        grown.append(letter)
        if letter.isalpha():
            letters += 1
            if letters % 5 in (2, 4):
                grown.append(letter.lower())
    return "".join(grown)


@lru_cache(maxsize=20_000)
def settle(role: str, text: str) -> tuple[str, str]:
    """Return the role and the text that can really be set."""
    if has_glyphs(role, text):
        return role, text
    plain = strip_accents(text)
    if role == "cable" and has_glyphs(role, plain):
        return role, plain
    return ("mono", text) if has_glyphs("mono", text) else (role, marked(role, text))


def marked(role: str, text: str) -> str:
    """Return a text with a plain mark for every letter that a role's font has not; what joins
    letters or varies one is left out, so that a sign of several parts is one mark."""
    known = letters(FONTS[role])
    return "".join(
        letter if ord(letter) in known or letter == "\n" else MISSING
        for letter in text
        if not silent(letter)
    )


def silent(letter: str) -> bool:
    """Whether a letter shows nothing of its own: a joiner, a variation, a skin's tone."""
    return unicodedata.category(letter) == "Cf" or letter in SILENT


class Typesetter:
    """Measures and renders text at one theme."""

    def __init__(self, theme: Theme) -> None:
        """Set text at the scale of ``theme``."""
        self.theme = theme
        self.layouts = 0  # counted up whenever a screen is laid out
        self._kept: OrderedDict[tuple[str, Style, Colour], pygame.Surface] = OrderedDict()
        self._widths: dict[tuple[str, Style], int] = {}
        self._lines: dict[tuple[str, Style, int], list[str]] = {}

    def say(self, text: str) -> str:
        """Return a text as this locale has it."""
        return lengthened(text) if self.theme.pseudo else text

    def font(self, style: Style, role: str | None = None) -> pygame.font.Font:
        """Return the font of a style at this theme's scale."""
        return load_font(role or style.role, self.theme.px(style.size))

    def line_height(self, style: Style) -> int:
        """Return the height of one line, leading included, in pixels."""
        font = self.font(style)
        return max(font.get_ascent() - font.get_descent(), round(self.theme.px(style.size) * 1.3))

    def set_width(self, text: str, style: Style) -> int:
        """Return the width of a text already in this locale, in pixels."""
        key = (text, style)
        if key not in self._widths:
            if len(self._widths) > KEPT * 4:
                self._widths.clear()
            role, settled = settle(style.role, text)
            self._widths[key] = self.font(style, role).size(settled)[0]
        return self._widths[key]

    def width(self, text: str, style: Style) -> int:
        """Return the width of a text on one line, in pixels."""
        return self.set_width(self.say(text), style)

    def wrap(self, text: str, style: Style, width: int) -> list[str]:
        """Return lines, in this locale, that fit a width; a word too long is broken."""
        key = (text, style, width)
        if key not in self._lines:
            if len(self._lines) > KEPT:
                self._lines.clear()
            self._lines[key] = _wrap(self, self.say(text), style, max(width, 1))
        return self._lines[key]

    def fit(self, text: str, style: Style, width: int) -> str:
        """Return a text, in this locale, cut short with an ellipsis where it must be."""
        said = self.say(text)
        if self.set_width(said, style) <= width:
            return said
        low, high = 0, len(said)
        while low < high:
            middle = (low + high + 1) // 2
            if self.set_width(said[:middle].rstrip() + ELLIPSIS, style) <= width:
                low = middle
            else:
                high = middle - 1
        return said[:low].rstrip() + ELLIPSIS

    def render(self, said: str, style: Style, colour: Colour) -> pygame.Surface:
        """Return a surface of one line already in this locale, kept for the next time."""
        key = (said, style, colour)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        role, settled = settle(style.role, said)
        surface = self.font(style, role).render(settled, True, colour)
        self._kept[key] = surface
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return surface


def _wrap(setter: Typesetter, said: str, style: Style, width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in said.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if setter.set_width(longer, style) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while setter.set_width(line, style) > width and len(line) > 1:
                cut = _longest(setter, line, style, width)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return lines


def _longest(setter: Typesetter, word: str, style: Style, width: int) -> int:
    """Return how many letters of a word fit, at least one."""
    count = 1
    while count < len(word) and setter.set_width(word[: count + 1], style) <= width:
        count += 1
    return count
