"""Before a quarter: a new game, a saved one, the briefing and the curtain."""

from dataclasses import dataclass

from game.desk.maplens import MapLens
from game.desk.models.parts import Choice, Fact


@dataclass(frozen=True)
class NewGame:
    """What a new game can be. Each tuple is one row of choices; ``chosen`` their ids in order
    campaign, mode, side, opponent, level; ``seed`` as text. ``papers`` and ``sittings`` are rows of
    their own, empty where they do not go with the mode, with what is chosen of each."""

    campaigns: tuple[Choice, ...]
    modes: tuple[Choice, ...]
    sides: tuple[Choice, ...]
    opponents: tuple[Choice, ...]
    levels: tuple[Choice, ...]
    chosen: tuple[str, str, str, str, str]
    seed: str
    summary: str
    problem: str = ""
    papers: tuple[Choice, ...] = ()
    kept: str = "plain"
    sittings: tuple[Choice, ...] = ()
    sitting: str = "none"


@dataclass(frozen=True)
class Briefing:
    """What a government is told at the start, on the screen only."""

    side: str
    title: str
    date: str
    paragraphs: tuple[str, ...]
    aims: tuple[Fact, ...]
    private: tuple[Fact, ...]
    prompt: str = "Read it once; the codex keeps the public part."


@dataclass(frozen=True)
class Curtain:
    """The hand-over: to whom, and what to do. It holds nothing that depends on the war."""

    government: str
    text: str
    confirm: str


@dataclass(frozen=True)
class SavedGame:
    """A saved game in the list. ``side`` is empty for two people: then only the public map is
    its picture, else ``picture`` lies over it. ``problem`` says why it cannot be loaded;
    ``running`` that it is a war in play, ``over`` that it has ended; ``opens_rule`` that its end
    opens the rule, which a lesson's does not, ``locks_rule`` that it is in play and was begun,
    ``hides_rule`` that its facilitator keeps it hidden.
    """

    id: str
    title: str
    side: str
    quarter: str
    date: str
    version: str
    people: str
    note: str = ""
    problem: str = ""
    is_sealed: bool = False
    picture: MapLens | None = None
    running: bool = False
    over: bool = False
    opens_rule: bool = False
    locks_rule: bool = False
    hides_rule: bool = False
