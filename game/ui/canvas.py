"""What widgets paint on: a surface, a typesetter, and a note of every text they set."""

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.ui import theme
from game.ui.marks import mark
from game.ui.text import Typesetter, settle
from game.ui.theme import Colour, Style


@dataclass(frozen=True)
class Run:
    """One line of text as painted: where, in which colour on which ground, and whether cut."""

    text: str
    rect: Rect
    colour: Colour
    ground: Colour
    style: Style
    shortened: bool = False


class Canvas:
    """A surface with the means to set text on it; ``runs`` collects what was set."""

    def __init__(self, surface: pygame.Surface, setter: Typesetter, now: float = 0.0) -> None:
        """Paint on ``surface``; ``now`` is the time in seconds, for what moves."""
        self.surface = surface
        self.setter = setter
        self.now = now
        self.ground: Colour = theme.NIGHT
        self.runs: list[Run] = []
        self.auditing = False  # then what is scrolled away is set too

    def px(self, length: float) -> int:
        """Return a length given at 100 % text in pixels."""
        return self.setter.theme.px(length)

    def tone(self, colour: Colour) -> Colour:
        """Return a colour as the player's palette has it: for what is painted past the methods
        below, and for a colour that is mixed from it."""
        return self.setter.theme.tone(colour)

    def fill(self, rect: Rect, colour: Colour, radius: int = 0) -> None:
        """Fill a rectangle and make its colour the ground of the text to come."""
        colour = self.tone(colour)
        if radius:
            pygame.draw.rect(self.surface, colour, rect, border_radius=radius)
        else:
            self.surface.fill(colour, rect)
        self.ground = colour

    def frame(self, rect: Rect, colour: Colour, width: int = 1, radius: int = 0) -> None:
        """Draw a rectangle's edge inside it, the same however much of it is painted anew."""
        colour = self.tone(colour)
        if radius:
            pygame.draw.rect(self.surface, colour, rect, width, border_radius=radius)
            return
        x, y, wide, high = rect
        for edge in (
            (x, y, wide, width),
            (x, y + high - width, wide, width),
            (x, y, width, high),
            (x + wide - width, y, width, high),
        ):
            self.surface.fill(colour, edge)

    def line(
        self, colour: Colour, start: tuple[float, float], end: tuple[float, float], width: int = 1
    ) -> None:
        """Draw a straight line."""
        pygame.draw.line(self.surface, self.tone(colour), start, end, width)

    def mark(self, name: str, centre: tuple[float, float], size: int, colour: Colour) -> None:
        """Draw a mark around a point."""
        shape = mark(name, size, self.tone(colour))
        self.surface.blit(shape, shape.get_rect(center=(round(centre[0]), round(centre[1]))))

    def ring(self, rect: Rect) -> None:
        """Draw the focus ring around a rectangle: light between dark lines, on any ground."""
        if rect.width <= 0 or rect.height <= 0:
            return
        wide = max(2, self.px(2))
        outer = rect.inflate(2 * wide + 2, 2 * wide + 2)  # clear of the letters at the edge
        self.frame(outer.inflate(2, 2), theme.NIGHT, 1, 4)
        self.frame(outer, theme.FOCUS, wide, 4)
        self.frame(outer.inflate(-2 * wide, -2 * wide), theme.NIGHT, 1, 3)

    def said(
        self,
        said: str,
        style: Style,
        colour: Colour,
        at: tuple[int, int],
        shortened: bool = False,
    ) -> Rect:
        """Set one line, already in this locale, with its top left at a point."""
        colour = self.tone(colour)
        surface = self.setter.render(said, style, colour)
        rect = surface.get_rect(topleft=at)
        if rect.colliderect(self.surface.get_clip()):
            self.surface.blit(surface, rect)
        settled = settle(style.role, said)
        self.runs.append(
            Run(settled[1], rect, colour, self.ground, Style(settled[0], style.size), shortened)
        )
        return rect

    def text(
        self, text: str, style: Style, colour: Colour, rect: Rect, align: str = "left"
    ) -> Rect:
        """Set one line inside a rectangle, centred in its height, cut short if it must be."""
        said = self.setter.fit(text, style, rect.width)
        width = self.setter.set_width(said, style)
        height = self.setter.render(said, style, colour).get_height()
        spare = rect.width - width
        x = rect.x + {"left": 0, "centre": spare // 2, "right": spare}[align]
        y = rect.y + (rect.height - height) // 2
        return self.said(said, style, colour, (x, y), said != self.setter.say(text))

    def paragraph(
        self,
        text: str,
        style: Style,
        colour: Colour,
        rect: Rect,
        align: str = "left",
        letters: int = 1_000_000,
    ) -> int:
        """Set a text in lines from the top of a rectangle; return the height of all of it.

        Only the first so many ``letters`` are set: a cable being typed.
        """
        high = self.setter.line_height(style)
        for count, line in enumerate(self.setter.wrap(text, style, rect.width)):
            spare = rect.width - self.setter.set_width(line, style)
            x = rect.x + {"left": 0, "centre": spare // 2, "right": spare}[align]
            drawn = self.setter.render(line, style, colour)
            y = rect.y + count * high + (high - drawn.get_height()) // 2
            if line[:letters]:
                self.said(line[:letters], style, colour, (x, y))
            letters = max(letters - len(line), 0)
        return high * len(self.setter.wrap(text, style, rect.width))
