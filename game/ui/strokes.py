"""What a key press is called, on any keyboard: by the letter that the layout gives it, by the name
of a key that writes none, or by its place where it has neither.

``l``, ``д``, ``ß``, ``f10`` follow the layout; ``place 53`` is the place on the keyboard. Shortcuts
are Latin letters and digits: where a layout has no Latin letters, such as the Russian or the Greek
one, the key that stands where the letter stands on an American keyboard does the same; so does a
key of the row of digits that writes something else, as on the French one.
"""

import unicodedata
from typing import Final

import pygame

CTRL: Final = pygame.KMOD_CTRL | pygame.KMOD_META  # Cmd does on a Mac what Ctrl does elsewhere
MODIFIERS: Final = frozenset(
    {
        pygame.K_LSHIFT,
        pygame.K_RSHIFT,
        pygame.K_LCTRL,
        pygame.K_RCTRL,
        pygame.K_LALT,
        pygame.K_RALT,
        pygame.K_LMETA,
        pygame.K_RMETA,
        pygame.K_LSUPER,
        pygame.K_RSUPER,
        pygame.K_MODE,
        pygame.K_CAPSLOCK,
        pygame.K_NUMLOCK,
        pygame.K_SCROLLOCK,
    }
)
"""Keys that mean nothing alone."""
LETTERS: Final = {
    pygame.KSCAN_A + place: letter for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
}
DIGITS: Final = {pygame.KSCAN_1 + place: digit for place, digit in enumerate("1234567890")}
PLACE: Final = "place "


class Layout:
    """Whether the keyboard has Latin letters, as the letters pressed so far have shown."""

    def __init__(self) -> None:
        """Think of Latin letters until others are pressed."""
        self.latin = True

    def names(self, event: pygame.event.Event) -> tuple[str, ...]:
        """Return what a key press may be called as a shortcut, the layout's own name first; empty
        for one that cannot be told from others."""
        letter = letter_of(event.key)
        if letter.isalpha():
            self.latin = is_latin(letter)
        own = name(event.key) or by_place(event)
        found = [own] if own else []
        found += [one for one in (self.american(event),) if one and one != own]
        return tuple(with_held(event, one) for one in found)

    def american(self, event: pygame.event.Event) -> str:
        """Return what stands at a key's place on an American keyboard, where that counts."""
        place, letter = getattr(event, "scancode", 0), letter_of(event.key)
        if place in DIGITS and letter and not (letter.isascii() and letter.isdigit()):
            return DIGITS[place]
        foreign = bool(letter) and not (letter.isascii() and letter.isalpha())
        return LETTERS.get(place, "") if foreign and not self.latin else ""


def letter_of(key: int) -> str:
    """Return the letter of a key code; empty for a code that is none."""
    letter = chr(key) if 0 < key < 0x110000 else ""
    return letter if letter.isprintable() and letter != " " else ""


def is_latin(letter: str) -> bool:
    """Whether a letter is of the Latin alphabet, with or without marks."""
    return unicodedata.name(letter, "").startswith("LATIN")


def name(key: int) -> str:
    """Return the name of a key code; empty for one without any."""
    try:
        return pygame.key.name(key) or letter_of(key) or pygame.key.name(key, use_compat=False)
    except ValueError:  # half a letter, or none
        return ""


def by_place(event: pygame.event.Event) -> str:
    """Return the name of a key by its place; empty where the system does not tell it."""
    place = getattr(event, "scancode", 0)
    return f"{PLACE}{place}" if place > 0 else ""


def with_held(event: pygame.event.Event, key: str) -> str:
    """Return a key's name with what is held down: ``ctrl+`` before, and ``shift+`` where the key
    writes no letter that Shift would change."""
    held = getattr(event, "mod", 0)
    parts = ["ctrl"] if held & CTRL else []
    parts += ["shift"] if held & pygame.KMOD_SHIFT and len(key) > 1 else []
    return "+".join([*parts, key])


def bare(binding: str) -> str:
    """Return a binding's key without what is held down with it."""
    for held in ("ctrl+", "shift+"):
        binding = binding.removeprefix(held)
    return binding


def means(event: pygame.event.Event, letter: str) -> bool:
    """Whether a key press with Ctrl is that of a Latin letter, on any layout."""
    altered = event.mod & pygame.KMOD_ALT  # AltGr, which is Ctrl and Alt, writes
    return bool(event.mod & CTRL) and not altered and f"ctrl+{letter}" in Layout().names(event)


def writes(event: pygame.event.Event) -> bool:
    """Whether a key press puts something into a text field, or may: a dead key, a key of an input
    method, and one that nobody has a name for."""
    if event.mod & CTRL and not event.mod & pygame.KMOD_ALT:
        return False
    typed = getattr(event, "unicode", "")
    if (typed and typed.isprintable()) or letter_of(event.key) or not name(event.key):
        return True
    return pygame.K_KP_DIVIDE <= event.key <= pygame.K_KP_PERIOD and event.key != pygame.K_KP_ENTER


def spoken(binding: str) -> str:
    """Return a binding as it is shown: ``Ctrl+Z``, or ``none``."""
    if not binding:
        return "none"
    key = bare(binding)
    held = binding.removesuffix(key).split("+")[:-1]
    shown = key.capitalize() if len(key) > 1 else key.upper() if len(key.upper()) == 1 else key
    return "+".join([*(part.capitalize() for part in held), shown])
