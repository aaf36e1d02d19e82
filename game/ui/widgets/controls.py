"""Controls: buttons, checkboxes, text fields."""

from collections.abc import Callable

import pygame
from pygame import Rect

from game import letters
from game.ui import strokes, theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.theme import Colour, Style
from game.ui.widgets.base import Action, Widget

ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


def mnemonic(label: str) -> tuple[str, str]:
    """Return a label without its ``&`` and the letter after it, in lower case."""
    at = label.find("&")
    if at < 0 or at + 1 >= len(label):
        return label, ""
    return label[:at] + label[at + 1 :], label[at + 1].lower()


class Button(Widget):
    """A button whose label names what it does; ``&`` stands before its mnemonic.

    ``note`` is a smaller second line: the rung it takes, or what becomes irreversible.
    ``kind``: ``plain``, ``chosen``, ``final`` (red: cannot be undone) or ``quiet`` (no ground).
    """

    focusable = True

    def __init__(
        self,
        label: str,
        action: Action,
        note: str = "",
        kind: str = "plain",
        tip: str = "",
        help: str = "",
        mark: str = "",
        enabled: bool = True,
        why_not: str = "",
        key: str = "",
        cue: str = "key",
        align: str = "centre",
    ) -> None:
        """Do ``action`` when pressed."""
        text, letter = mnemonic(label)
        super().__init__(name=text, help=help or note or tip, tip=tip, key=key or text)
        self.label, self.mnemonic, self.action = text, letter, action
        self.note, self.kind, self.mark, self.cue, self.align = note, kind, mark, cue, align
        self.enabled, self.why_not = enabled, why_not
        self.held = False

    def least(self, setter: Typesetter) -> int:
        words = [setter.width(w, theme.STRONG) for w in self.label.split()]
        notes = [setter.width(w, theme.SMALL) for w in self.note.split()]
        return max([*words, *notes, 0]) + self._edge(setter) * 2 + self._indent(setter)

    def _edge(self, setter: Typesetter) -> int:
        return setter.theme.px(12 if self.label else 7)

    def _indent(self, setter: Typesetter) -> int:
        return setter.theme.px(20 if self.label else 14) if self.mark else 0

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        edge, indent = self._edge(setter), self._indent(setter)
        room = width - 2 * edge - indent
        wide, high = 0, 0
        for text, style in ((self.label, theme.STRONG), (self.note, theme.SMALL)):
            if text:
                lines = setter.wrap(text, style, room)
                wide = max(wide, *(setter.set_width(line, style) for line in lines))
                high += len(lines) * setter.line_height(style)
        high = high or setter.line_height(theme.STRONG)
        return wide + 2 * edge + indent, high + 2 * setter.theme.px(6)

    def colours(self, canvas: Canvas) -> tuple[Colour, Colour, Colour]:
        """Return ground, text and edge as the button stands now, in the player's palette."""
        grounds = {
            "plain": theme.RAISED,
            "chosen": theme.SELECTED,
            "final": theme.RED,
            "quiet": theme.PANEL,
        }
        ground = canvas.tone(grounds[self.kind])
        if not self.enabled:
            return theme.PANEL, theme.mix(theme.DIM, theme.PANEL, 0.22), theme.RAISED
        if self.held:
            return theme.mix(ground, theme.NIGHT, 0.45), theme.LIGHT, theme.GOLD
        if self.hovered:
            return theme.mix(ground, theme.LIGHT, 0.09), theme.LIGHT, theme.GOLD
        edge = theme.GOLD if self.kind == "chosen" else theme.mix(theme.LINE, theme.LIGHT, 0.1)
        return ground, theme.LIGHT, edge

    def paint(self, canvas: Canvas) -> None:
        ground, ink, edge = self.colours(canvas)
        canvas.fill(self.rect, ground, canvas.px(3))
        canvas.ground = ground
        canvas.frame(self.rect, edge, 1, canvas.px(3))
        margin, indent = self._edge(canvas.setter), self._indent(canvas.setter)
        body = self.rect.inflate(-2 * margin, -2 * canvas.px(6))
        if self.mark:
            size = canvas.px(12)
            x = body.x + size / 2 if self.label else body.centerx
            canvas.mark(self.mark, (x, body.centery), size, ink)
            body = Rect(body.x + indent, body.y, body.width - indent, body.height)
        high = self.measure(canvas.setter, self.rect.width)[1] - 2 * canvas.px(6)
        at = body.y + max((body.height - high) // 2, 0)
        for text, style, colour in (
            (self.label, theme.STRONG, ink),
            (self.note, theme.SMALL, ink if not self.enabled else theme.mix(ink, ground, 0.12)),
        ):
            if text:
                spot = Rect(body.x, at, body.width, body.height)
                at += canvas.paragraph(text, style, colour, spot, self.align)
        self._underline(canvas, ink)

    def _underline(self, canvas: Canvas, ink: Colour) -> None:
        """Underline the mnemonic where it was set."""
        place = self.label.lower().find(self.mnemonic) if self.mnemonic else -1
        if place < 0 or not self.runs or self.runs[0].text != self.label:
            return
        run = self.runs[0]
        before = canvas.setter.set_width(self.label[:place], theme.STRONG)
        wide = canvas.setter.set_width(self.label[place], theme.STRONG)
        y = run.rect.bottom - canvas.px(2)
        colour = theme.GOLD if self.enabled else ink
        canvas.line(
            colour, (run.rect.x + before, y), (run.rect.x + before + wide - 1, y), canvas.px(1)
        )

    def press(self, at: tuple[int, int]) -> None:
        self.held = self.enabled
        self.changed()

    def release(self, at: tuple[int, int]) -> None:
        was_held, self.held = self.held, False
        self.changed()
        if was_held and self.rect.collidepoint(at):
            self.call()

    def strike(self, event: pygame.event.Event) -> bool:
        if event.key in ENTER:
            self.call()
            return True
        return False

    def call(self) -> None:
        if self.enabled:
            if self.host is not None and self.cue:
                self.host.cue(self.cue)
            self.action()
        elif self.host is not None:
            self.host.cue("refused")


class Checkbox(Button):
    """A box that is ticked or not; the tick is a shape, not a colour."""

    def __init__(
        self, label: str, ticked: bool, action: Action, tip: str = "", key: str = "", note: str = ""
    ) -> None:
        """Call ``action`` after the tick has changed."""
        super().__init__(label, action, note=note, kind="quiet", tip=tip, key=key, align="left")
        self.ticked = ticked
        self.mark = "square"

    def paint(self, canvas: Canvas) -> None:
        mark, self.mark = self.mark, ""
        body = Rect(self.rect)
        indent = canvas.px(20)
        self.rect = Rect(body.x + indent, body.y, body.width - indent, body.height)
        super().paint(canvas)
        self.rect, self.mark = body, mark
        side = canvas.px(15)
        box = Rect(body.x, body.centery - side // 2, side, side)
        canvas.fill(box, theme.SUNKEN)
        canvas.frame(box, theme.GOLD if self.hovered else theme.DIM, max(1, canvas.px(1)))
        if self.ticked:
            canvas.mark("tick", box.center, side - 2, theme.GOLD)

    def call(self) -> None:
        if self.enabled:
            self.ticked = not self.ticked
            self.changed()
        super().call()


class TextField(Widget):
    """One line of typed text; Backspace and Delete, Home and End, arrows, Ctrl+V, nothing else."""

    focusable = True

    def __init__(
        self,
        name: str,
        text: str = "",
        width: float = 220,
        tip: str = "",
        help: str = "",
        longest: int = 60,
        style: Style = theme.MONO,
        act: Callable[[str], None] | None = None,
        enter: Action | None = None,
        hint: str = "",
    ) -> None:
        """Ask for ``name``; ``longest`` letters at most; ``act`` is called with every change,
        ``enter`` on Enter. ``hint`` stands in the field while it is empty."""
        super().__init__(name=name, tip=tip, help=help or tip)
        self.enter, self.hint = enter, hint
        self.text, self.cursor = text, len(text)
        self.width, self.longest, self.style, self.act = width, longest, style, act

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(120)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        high = setter.line_height(self.style) + 2 * setter.theme.px(6)
        return min(setter.theme.px(self.width), width), high

    def paint(self, canvas: Canvas) -> None:
        canvas.fill(self.rect, theme.SUNKEN)
        canvas.frame(self.rect, theme.GOLD if self.focused else theme.LINE)
        room, setter = self.rect.inflate(-2 * canvas.px(8), 0), canvas.setter
        start = 0
        while setter.set_width(self.text[start : self.cursor], self.style) > room.width - 4:
            start += 1
        shown = self.text[start:]
        while setter.set_width(shown, self.style) > room.width:
            shown = shown[:-1]
        if self.hint and not self.text:
            canvas.text(self.hint, theme.SMALL, theme.DIM, room.move(canvas.px(2), 0))
        line = setter.render(shown, self.style, theme.LIGHT)
        at = (room.x, room.centery - line.get_height() // 2)
        canvas.said(shown, self.style, theme.LIGHT, at)
        if self.focused:
            x = room.x + setter.set_width(self.text[start : self.cursor], self.style)
            canvas.line(theme.GOLD, (x, room.y + canvas.px(5)), (x, room.bottom - canvas.px(5)), 2)

    def type(self, text: str) -> bool:
        clean = letters.typed(text)[: max(self.longest - len(self.text), 0)]
        self.text = self.text[: self.cursor] + clean + self.text[self.cursor :]
        self.cursor += len(clean)
        self._tell()
        return True

    def _tell(self) -> None:
        self.changed()
        if self.act is not None:
            self.act(self.text)

    def strike(self, event: pygame.event.Event) -> bool:
        key, at, text = event.key, self.cursor, self.text
        if strokes.means(event, "v"):
            return self.type(pasted())
        if key in ENTER[:2] and self.enter is not None:
            self.enter()
            return True
        if key == pygame.K_BACKSPACE and at:
            self.text, self.cursor = text[: at - 1] + text[at:], at - 1
        elif key == pygame.K_DELETE:
            self.text = text[:at] + text[at + 1 :]
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            step = 1 if key == pygame.K_RIGHT else -1
            self.cursor = min(max(at + step, 0), len(text))
        elif key == pygame.K_HOME:
            self.cursor = 0
        elif key == pygame.K_END:
            self.cursor = len(text)
        elif key != pygame.K_BACKSPACE:
            return False
        if self.text != text:
            self._tell()
        self.changed()
        return True


def pasted() -> str:
    """Return the first line of what the clipboard holds; nothing where there is none."""
    try:
        text = pygame.scrap.get_text()
    except pygame.error:
        return ""
    return text.partition("\n")[0].strip("\r")
