"""A sitting's timetable in words, the same on every screen and on paper."""

from game.record.timetable import Preset, Slot, length
from game.words import plain


def slot_words(preset: Preset, slot: Slot) -> str:
    """Return what a line of the timetable is for."""
    if slot.part == "welcome":
        return "Welcome, and the three questions"
    if slot.part == "briefing":
        return "Briefing: both sides read their sheets, then each sits down once for its own"
    if slot.part == "debrief":
        return "The bell, then the debrief"
    first, second = (plain.SIDE_NAMES[side] for side in (slot.sits_first, 1 - slot.sits_first))
    own = length(preset.keyboard)
    return (
        f"Turn {slot.number}: {length(preset.argument)} to argue, then {own} at the keyboard "
        f"for {first}, then for {second}"
    )
