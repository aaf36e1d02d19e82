"""A climax: the few moments of a war that are shown on a screen of their own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """A sign on the map at a town, by the name the map has for it. ``kind``: ``burst``, ``mine``,
    ``lamp``, ``out`` (a lamp that goes out), ``ring`` (word that spreads), ``fallen`` or
    ``retaken`` (a town that changes hands, for good or not)."""

    kind: str
    place: str
    label: str = ""
    large: bool = False


@dataclass(frozen=True)
class Thrust:
    """An arrow over the map, from a place to a place, longitude and latitude. ``quiet``: people go
    home along it."""

    start: tuple[float, float]
    end: tuple[float, float]
    quiet: bool = False


@dataclass(frozen=True)
class MapActs:
    """What the map does. ``view``: ``south``, its ``upper`` or ``lower`` half,
    ``north`` or ``whole``; ``zones`` are hatched, or
    with ``calm`` lose their hatching; ``front`` a line that moves from a latitude to another."""

    view: str = "whole"
    zones: tuple[str, ...] = ()
    calm: bool = False
    signs: tuple[Sign, ...] = ()
    thrusts: tuple[Thrust, ...] = ()
    front: tuple[float, float] | None = None


@dataclass(frozen=True)
class Climax:
    """One moment: a picture, a sentence, a figure of people, and what the map does meanwhile.

    ``figure`` is a number or a range, ``counted`` who they are; ``record`` is what the record has
    of such a moment's civilians, with its ``source``, or empty. ``cue`` names the sound, empty for
    silence. ``shared``: made of what both sides see, so that both may watch it.
    """

    occasion: str
    when: str
    title: str
    picture: str
    sentence: str
    figure: str
    counted: str
    acts: MapActs
    cue: str = ""
    record: str = ""
    source: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    shared: bool = True
