"""Settings: text, motion, sound, the curtain, and every key."""

from collections.abc import Callable, Sequence

import pygame

from game.desk.models import Choice
from game.ui import keys, strokes, theme
from game.ui.scenes.common import Modal, Notice, explain
from game.ui.theme import PALETTES, SCALES
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button, Checkbox
from game.ui.widgets.lists import ChoiceRow, Item, ListBox
from game.ui.widgets.texts import Heading, Rule, Text

VOLUMES = (0.1, 0.25, 0.4, 0.7, 1.0)  # shares of what the sounds were made for


def nearest(volume: float) -> float:
    """Return the step of the row that a volume is nearest to."""
    return min(VOLUMES, key=lambda step: abs(step - volume))


class SettingsScene(Modal):
    """What can be set; every change shows at once and is kept."""

    title = "Settings"
    width = 640.0

    def __init__(
        self,
        locked: Callable[[], str] = str,
        forget: Callable[[], None] | None = None,
        why_not: str = "",
    ) -> None:
        """Show them; ``locked`` says why some cannot be changed now. ``forget`` deletes the
        player's data, ``why_not`` says why it cannot be done now."""
        super().__init__()
        self.locked, self.forget, self.why_not = locked, forget, why_not
        self.actions["help"] = explain(self)

    def body(self) -> Widget:
        settings, locked = self.app.settings, self.locked()
        sizes = [Choice(str(s), f"{s:.0%}".replace("%", " %")) for s in SCALES]
        curtain = Checkbox(
            "Draw the curtain when the window loses the focus",
            settings.curtain_on_focus_loss,
            self._toggle("curtain_on_focus_loss"),
            note="In a game of two people at one keyboard.",
        )
        curtain.enabled, curtain.why_not = not locked, locked
        column = Column(
            ChoiceRow(
                "Size of the text",
                sizes,
                str(settings.text_scale),
                self._size,
                "Larger text is laid out again; nothing is cut.",
            ),
            Checkbox(
                "Full screen", self.app.settings.fullscreen, self.app.fullscreen, note=self._whole()
            ),
            ChoiceRow(
                "Colours",
                [Choice(name, name.capitalize()) for name in PALETTES],
                settings.palette,
                self._colours,
                "Blue and yellow can be told apart by whoever sees red and green alike.",
            ),
            Checkbox(
                "Reduced motion",
                settings.reduced_motion,
                self._toggle("reduced_motion"),
                note="Nothing slides or blinks; cables appear at once.",
            ),
            Rule(),
            Checkbox("Sound", settings.sound, self._toggle("sound"), note=self._muting()),
            ChoiceRow(
                "Volume",
                [Choice(str(share), f"{share:.0%}".replace("%", " %")) for share in VOLUMES],
                str(nearest(settings.volume)),
                self._loud,
                "Of all sounds together; the computer's own volume stays as it is.",
            ),
            Checkbox(
                "Theme and surroundings",
                settings.ambience,
                self._toggle("ambience"),
                note="A few slow notes at the title; the room and the weather in a quarter.",
            ),
            Checkbox(
                "Captions",
                settings.captions,
                self._toggle("captions"),
                note="Every sound is also written for a moment, off what can be pressed.",
            ),
            Rule(),
            curtain,
            Rule(),
            Button(
                "&Keys",
                lambda: self.app.push(KeysScene()),
                align="left",
                note="See every key and change it",
                enabled=not locked,
                why_not=locked,
            ),
        )
        if self.forget is not None:
            why_not = self.why_not or locked
            column.add(
                Button(
                    "Delete all my data",
                    self.forget,
                    align="left",
                    key="forget",
                    note="Saved games and settings, after a word has been typed",
                    enabled=not why_not,
                    why_not=why_not,
                )
            )
        if locked:
            column.add(Text(locked, theme.SMALL, theme.BAD, mark="cross"))
        return column

    def _muting(self) -> str:
        key = self.app.keys.of("mute")
        return f"The key {strokes.spoken(key)} does the same anywhere." if key else ""

    def _whole(self) -> str:
        key = self.app.keys.of("fullscreen")
        return f"The key {strokes.spoken(key)} does the same anywhere." if key else ""

    def _colours(self, chosen: str) -> None:
        self.app.settings.palette = chosen
        self.app.retheme()

    def _loud(self, chosen: str) -> None:
        self.app.settings.volume = float(chosen)
        self.app.tune()
        self.app.note_settings()
        self.app.cue("bell")

    def _size(self, chosen: str) -> None:
        self.app.settings.text_scale = float(chosen)
        self.app.retheme()

    def _toggle(self, name: str) -> Callable[[], None]:
        def flip() -> None:
            setattr(self.app.settings, name, not getattr(self.app.settings, name))
            self.app.tune()
            self.app.retheme()

        return flip


class KeysScene(Modal):
    """Every function and its key; Enter on a row waits for a new one."""

    title = "Keys"
    width = 640.0
    chosen = 0  # the row last changed: the list stays there

    def body(self) -> Widget:
        rows = [
            Item(keys.TITLES[action], right=strokes.spoken(self.app.keys.of(action)))
            for action in keys.DEFAULTS
        ]
        text = "Choose a row and press Enter, then the new key. Tab, arrows, Enter and Space stay."
        listed = ListBox("Keys", rows, self._change, self.chosen)
        return Column(Text(text, theme.SMALL, theme.DIM), listed)

    def buttons(self) -> Sequence[Button]:
        return (Button("&Restore all", self._restore), Button("&Back", self.close))

    def _change(self, index: int) -> None:
        self.chosen = index
        self.app.push(NewKey(list(keys.DEFAULTS)[index]))

    def _restore(self) -> None:
        self.app.keys.reset()
        self.app.note_settings()
        self.rebuild()


class NewKey(Modal):
    """Waits for one key and binds it."""

    title = "Press the new key"

    def __init__(self, action: str) -> None:
        """Bind the next key to ``action``."""
        super().__init__()
        self.action = action

    def body(self) -> Widget:
        now = strokes.spoken(self.app.keys.of(self.action))
        return Column(
            Heading(keys.TITLES[self.action]),
            Text(f"The key now is {now}. Escape leaves it as it is."),
        )

    def handle(self, event: pygame.event.Event) -> None:
        if event.type != pygame.KEYDOWN:
            super().handle(event)
            return
        if event.key in strokes.MODIFIERS:
            return
        pressed = next(iter(self.app.keys.layout.names(event)), "")
        self.close()
        if event.key == pygame.K_ESCAPE:
            return
        try:
            former = self.app.keys.bind(self.action, pressed)
        except ValueError as error:
            self.app.push(Notice("That key will not do", f"{str(error).capitalize()}."))
            return
        self.app.note_settings()
        top = self.app.top()
        if top is not None:
            top.rebuild()
        if former is not None:
            title = keys.TITLES[former]
            self.app.push(Notice("That key did something else", f"Now without a key: {title}."))
