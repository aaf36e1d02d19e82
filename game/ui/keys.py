"""Which key does what, and the player's own changes to it.

A binding is a key as ``strokes`` names it, with ``ctrl+`` or ``shift+`` before it; an empty one is
no key, and nothing pressed is that. Widgets' own keys (Tab, arrows, Enter, Space, Page Up and Down)
are not remapped.
"""

from dataclasses import dataclass, field

import pygame

from game.ui.strokes import Layout, bare

DEFAULTS: dict[str, str] = {
    "help": "f1",
    "page_1": "f2",
    "page_2": "f3",
    "page_3": "f4",
    "page_4": "f5",
    "page_5": "f6",
    "page_6": "f7",
    "page_7": "f8",
    "log": "l",
    "codex": "x",
    "seal": "s",
    "undo": "ctrl+z",
    "curtain": "k",
    "panic": "f12",
    "mute": "m",
    "end": "e",
    "run_on": "r",
    "lens_1": "1",
    "lens_2": "2",
    "lens_3": "3",
    "lens_4": "4",
    "lens_5": "5",
    "facilitator": "f9",
    "closer": "=",
    "wider": "-",
    "whole": "0",
    "settings": "f10",
    "fullscreen": "f11",
    "larger": "ctrl+=",
    "smaller": "ctrl+-",
    "menu": "escape",
    "save": "ctrl+s",
}
TITLES: dict[str, str] = {
    "help": "Explain what has the focus",
    "page_1": "First page: the map",
    "page_2": "Second page: orders",
    "page_3": "Third page: diplomacy",
    "page_4": "Fourth page: the table",
    "page_5": "Fifth page: advisers",
    "page_6": "Sixth page: papers",
    "page_7": "Seventh page: charts",
    "log": "The log",
    "codex": "The codex",
    "seal": "Seal a reason and a forecast",
    "undo": "Undo the last order",
    "curtain": "Draw the curtain",
    "panic": "Cover everything, from anywhere",
    "mute": "Sound on or off",
    "end": "End the quarter",
    "run_on": "Run on with standing orders",
    "lens_1": "Lens: war",
    "lens_2": "Lens: air",
    "lens_3": "Lens: diplomacy",
    "lens_4": "Lens: opinion",
    "lens_5": "Lens: supply",
    "facilitator": "The facilitator's panel",
    "closer": "Map: closer",
    "wider": "Map: wider",
    "whole": "Map: the whole theatre",
    "settings": "Settings",
    "fullscreen": "Full screen",
    "larger": "Larger text",
    "smaller": "Smaller text",
    "menu": "Back, or the menu",
    "save": "Save",
}
FIXED = ("tab", "return", "enter", "space", "left", "right", "up", "down", "page up", "page down")


@dataclass
class Keys:
    """Bindings by action; ``own`` holds only what the player changed."""

    own: dict[str, str] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)

    def of(self, action: str) -> str:
        """Return the binding of an action; empty for one without a key."""
        return self.own.get(action, DEFAULTS[action])

    def action(self, event: pygame.event.Event) -> str | None:
        """Return the action a key press means, or None."""
        names = self.layout.names(event)
        return next((a for one in names for a in DEFAULTS if self.of(a) == one), None)

    def bind(self, action: str, binding: str) -> str | None:
        """Bind an action; return the action that had the key and now has none of its own.

        ValueError says why a key cannot be bound: it moves the focus, or has no name.
        """
        if not binding:
            raise ValueError("this key cannot be told from others and cannot be bound")
        if bare(binding) in FIXED:
            raise ValueError(f"the {binding} key moves the focus and cannot be bound")
        former = next((a for a in DEFAULTS if a != action and self.of(a) == binding), None)
        if former is not None:
            self.own[former] = ""
        self.own[action] = binding
        return former

    def reset(self) -> None:
        """Forget the player's changes."""
        self.own.clear()
