"""What a new game can be: the rows of choices, and the sentence that says what will begin."""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from game import numbers, program
from game.campaign import FULL, Campaign
from game.campaign import load as load_campaign
from game.campaign import names as campaign_names
from game.campaign.files import TUTORIAL, own
from game.cli import _seats
from game.desk.models import Choice, NewGame
from game.engine.board import HANOI, SIDES
from game.players.doctrines import DOCTRINES
from game.players.levels import GLANCE, LEVELS, Level
from game.problems import Problem
from game.record import MOST_SEED, Preset, preset_of, presets
from game.words import plain

UNLISTED: Final = (TUTORIAL, "tiny")  # the first game has a door of its own; tiny is for research
IN_PLAIN: Final = "The file it is kept in is plain: whoever opens it can read both sides' papers."
PACE: Final = 110 / 30  # minutes a quarter; as the longest scenario with a time of its own has it
ROWS: Final = ("campaign", "mode", "side", "opponent", "level")
MODES: Final = (
    Choice("alone", "Alone", "Against the machine, which sees no more than its side may."),
    Choice("two", "Two at one keyboard", "A curtain hides each side from the other."),
    Choice(
        "watch", "Watch the history", "The record as the rules play it; step in wherever you like."
    ),
)
SIDE_CHOICES: Final = (
    Choice("washington", "Washington", "Bombs, troops and a public that counts its dead."),
    Choice("hanoi", "Hanoi", "Men, labour and time; patrons who quarrel."),
)
PLAIN, SEALED, NO_SITTING = "plain", "sealed", "none"
PAPERS: Final = (
    Choice(PLAIN, "In a plain file", "Whoever opens the file can read both sides' papers."),
    Choice(
        SEALED,
        "Sealed under passphrases",
        "Each side types one of its own; both together open "
        "the game again. A lost one cannot be replaced.",
    ),
)
OTHERS: Final = (
    Choice(_seats.RECORD, "The record", "Does what was done, as far as it can."),
    Choice(_seats.CHANCE, "Chance", "Any legal order. For trying things out."),
)


@dataclass
class Offer:
    """What is chosen so far: ids by row, and the seed as typed."""

    campaigns: tuple[Campaign, ...]
    chosen: list[str] = field(default_factory=list)
    seed: str = ""
    amiss: tuple[str, ...] = ()  # names of the user's own campaigns that cannot be played
    papers: str = PLAIN
    sitting: str = NO_SITTING

    def model(self) -> NewGame:
        """Return the rows, what is chosen, and what is wrong with it."""
        campaign, mode, side, opponent, level = self.chosen
        return NewGame(
            campaigns=tuple(_campaign(one) for one in self.campaigns),
            modes=MODES,
            sides=SIDE_CHOICES,
            opponents=self.opponents(),
            levels=levels(),
            chosen=(campaign, mode, side, opponent, level),
            seed=self.seed,
            summary=self.summary(),
            problem=self.problem(),
            papers=PAPERS if mode == "two" else (),
            kept=self.papers,
            sittings=sittings() if mode != "watch" else (),
            sitting=self.sitting,
        )

    def choose(self, row: str, choice: str) -> None:
        """Choose in a row; another side brings that side's own opponents."""
        if row == "seed":
            self.seed = choice.strip()
            return
        if row == "papers":
            self.papers = choice
            return
        if row == "sitting":
            self._sit(choice)
            return
        if row not in ROWS:
            raise Problem(f"There is nothing to choose under {row!r}.")
        self.chosen[ROWS.index(row)] = choice
        known = _seats.choices(self.enemy)
        if self.chosen[3] not in known:
            self.chosen[3] = known[0]

    def _sit(self, choice: str) -> None:
        """Choose a sitting, and with it the campaign it is made for."""
        self.sitting = choice
        preset = self.preset()
        if preset is not None:
            self.chosen[0] = preset.campaign

    @property
    def sealed(self) -> bool:
        """Whether both sides are to choose passphrases."""
        return self.chosen[1] == "two" and self.papers == SEALED

    def preset(self) -> Preset | None:
        """Return the sitting that is chosen, None for a game without a facilitator."""
        if self.chosen[1] == "watch" or self.sitting == NO_SITTING:
            return None
        return preset_of(self.sitting)

    @property
    def side(self) -> int:
        """The side that a person alone plays."""
        return SIDES.index(self.chosen[2])

    @property
    def enemy(self) -> int:
        """The other side."""
        return 1 - self.side

    def campaign(self) -> Campaign:
        """Return the campaign that is chosen; one that is not listed may be named."""
        listed = (one for one in self.campaigns if one.name == self.chosen[0])
        return next(listed, None) or shipped(self.chosen[0])

    def opponents(self) -> tuple[Choice, ...]:
        """Return who may play the other side."""
        known = (Choice(one.name, one.title, one.brief) for one in DOCTRINES[self.enemy])
        return (*known, *OTHERS)

    def problem(self) -> str:
        """Return what is wrong with the seed; empty where nothing is."""
        try:
            self.number()
        except Problem:
            return f"A seed is a number from 0 to {MOST_SEED}, or nothing."
        return ""

    def number(self) -> int | None:
        """Return the seed that was typed, None for none; Problem for what is no seed."""
        return numbers.whole(self.seed, "A seed", 0, MOST_SEED) if self.seed else None

    def summary(self) -> str:
        """Return what will begin, in a sentence."""
        return f"{self._begins()}{self._amiss()}"

    def _amiss(self) -> str:
        """Return which of the user's own campaigns are not listed, and how to learn why."""
        if not self.amiss:
            return ""
        check = program.command(f"check {self.amiss[0]}")
        return f" Not listed, for its mistakes: {', '.join(self.amiss)} ({check} tells them)."

    def _begins(self) -> str:
        title, when = self.campaign().title, plain.quarter_words(self.campaign().start)
        if self.chosen[1] == "watch":
            return f"{title}: the recorded war from {when}, quarter by quarter."
        if self.chosen[1] == "two":
            kept = "Next, each side chooses its passphrase." if self.sealed else IN_PLAIN
            return f"{title}, from {when}, two at one keyboard. {kept}{self._timed()}"
        enemy = next(one.title for one in self.opponents() if one.id == self.chosen[3])
        own = plain.SIDE_NAMES[self.side]
        return f"{title}, from {when}, as {own}. Opponent: {enemy}.{self._timed()}"

    def _timed(self) -> str:
        """Return what a sitting adds to the sentence."""
        preset = self.preset()
        if preset is None:
            return ""
        return (
            f" A seminar of {preset.minutes} minutes: {preset.turns} turns of {preset.turn}, "
            f"then {preset.debrief} for the debrief. The facilitator sets a PIN first, and "
            "starts the clock after the briefings."
        )


@cache
def shipped(name: str) -> Campaign:
    """Return a campaign that comes with the game, read once."""
    return load_campaign(name)


def offer() -> Offer:
    """Return what the campaigns offer, shipped ones and the user's own, the full war chosen."""
    first = [FULL, "alone", SIDES[0], DOCTRINES[HANOI][0].name, _seats.LEVELS[1]]
    names = [name for name in campaign_names() if name not in UNLISTED]
    found = [shipped(name) for name in names]
    mine, amiss = owned()
    return Offer((*sorted(found, key=_place), *mine), first, amiss=amiss)


def owned() -> tuple[list[Campaign], tuple[str, ...]]:
    """Return the user's own campaigns that can be played, and the names of those that cannot."""
    found, amiss = [], []
    for name in own():
        try:
            found.append(load_campaign(name))
        except Problem:
            amiss.append(name)
    return found, tuple(amiss)


def _place(campaign: Campaign) -> int:
    """Return where a campaign stands in the list: the longest first."""
    return campaign.start_index - campaign.quarters


def _campaign(one: Campaign) -> Choice:
    count = one.quarters - one.start_index
    minutes = one.minutes or round(PACE * count, -1)
    took = f"bout {minutes:.0f} minutes"
    long = f"{plain.count(count)} quarters"
    told = long in one.summary.lower()  # a summary that counts them says it once
    begins = f"A{took}" if told else f"{plain.capital(long)}, a{took}"
    return Choice(one.name, one.title, f"{begins}. {one.summary}")


def sittings() -> tuple[Choice, ...]:
    """Return the sittings a seminar can be, and none."""
    none = Choice(NO_SITTING, "No clock", "As long as it takes.")
    return (
        none,
        *(
            Choice(
                str(one.minutes),
                f"{one.minutes} minutes",
                f"{one.title}: {one.turns} "
                f"turns of {one.turn} minutes, the bell, and {one.debrief} for the "
                "debrief.",
            )
            for one in presets()
        ),
    )


def levels() -> tuple[Choice, ...]:
    """Return the levels, the quickest first."""
    glance = Choice(GLANCE, "At a glance", "Follows its doctrine and imagines nothing.")
    return (glance, *(Choice(one.name, one.title, _level(one)) for one in LEVELS))


def _level(level: Level) -> str:
    judges = (
        "without misjudging them"
        if not level.noise
        else f"and misjudges each by some {level.noise:g} points of its score"
    )
    return f"Weighs {level.candidates} plans {plain.count(level.horizon)} quarters ahead, {judges}."
