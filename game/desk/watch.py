"""Watching a war: the recorded one, or any finished game, quarter by quarter through either's eyes.

What is seen with one side's eyes is built from that side's dossier as it was then.
"""

from collections.abc import Callable

from game.desk import build_lenses, build_pages
from game.desk.build_charts import charts
from game.desk.build_diplomacy import message_of
from game.desk.build_gauges import gauges
from game.desk.build_news import found, name_of
from game.desk.interface import GameDesk
from game.desk.models import Choice, Comparison, Message, Replay, Tick
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.view import View
from game.problems import Problem
from game.record import Game
from game.words import papers, plain

EYES = (*SIDES, "both")
TICKS = {"offer": "overture", "package": "overture", "talks_begin": "overture",
         "bombing_up": "escalation", "unlimited": "escalation", "mining": "escalation",
         "border": "escalation", "reinforcement": "escalation", "broken": "escalation",
         "offensive": "offensive", "withdrawal": "event", "halt": "event"}  # fmt: skip


class Watch:
    """A war that can be walked through. ``step_in`` is handed in: it seats a person in a branch."""

    def __init__(self, game: Game, record: Game, sit: Callable[[str, str], GameDesk]) -> None:
        """Watch ``game`` beside ``record``, the recorded war; ``sit(side, quarter)`` steps in."""
        self.game, self.record, self.sit = game, record, sit
        self.at, self.eyes = 0, "both"
        self.names = tuple(name_of(game.dossier(0), report.quarter)
                           for report in game.dossier(0).reports)  # fmt: skip

    def go(self, at: int) -> None:
        """Go to a quarter by index."""
        if not 0 <= at < len(self.names):
            raise Problem(f"This war has {len(self.names)} quarters.")
        self.at = at

    def look(self, eyes: str) -> None:
        """See it with the eyes of ``hanoi``, ``washington`` or ``both``."""
        if eyes not in EYES:
            raise Problem(f"Eyes are {', '.join(EYES)}.")
        self.eyes = eyes

    def step_in(self, side: str) -> GameDesk:
        """Play on from here as a side; the branch is the record's."""
        return self.sit(side, self.names[self.at])

    def replay(self) -> Replay:
        """Return the replay where it stands."""
        side = HANOI if self.eyes == SIDES[HANOI] else WASHINGTON
        seen = self.dossier(side)
        return Replay(
            title=self.game.campaign.title, quarters=self.names, at=self.at, eyes=self.eyes,
            ticks=self.ticks(), date=plain.quarter_title(self.names[self.at]),
            lenses=build_lenses.lenses(seen), cables=self.messages(side), gauges=gauges(seen),
            comparisons=self.comparisons(), charts=charts(seen), step_in=self.doors(),
        )  # fmt: skip

    def dossier(self, side: int, game: Game | None = None) -> Dossier:
        """Return a side's dossier at the end of the quarter that is shown."""
        whole, count = (game or self.game).dossier(side), self.at + 1
        count = min(count, len(whole.reports))
        return Dossier(side, whole.tables, whole.views[: count + 1], whole.reports[:count],
                       whole.orders[:count])  # fmt: skip

    def messages(self, side: int) -> tuple[Message, ...]:
        """Return what the other side said in the quarter; with both eyes, what each said."""
        sides = (WASHINGTON, HANOI) if self.eyes == "both" else (side,)
        return tuple(message_of(self.dossier(each), self.at) for each in sides)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the marks on the scrubber, from what both sides could see."""
        made = []
        dossier = self.game.dossier(WASHINGTON)
        for place, report in enumerate(dossier.reports):
            for item in found(dossier, place):
                if item.kind in TICKS:
                    mark = ("ours", "theirs", "both")[item.side]
                    text = papers.fact(item, dossier.views[place + 1], report)
                    made.append(Tick(place, TICKS[item.kind], mark, text))
        return tuple(made)

    def comparisons(self) -> tuple[Comparison, ...]:
        """Return a few numbers of this war beside the recorded one's at the same quarter."""
        here, there = self.dossier(WASHINGTON).view, self.dossier(WASHINGTON, self.record).view
        return tuple(
            Comparison(title, here_says, there_says)
            for (title, here_says), (_, there_says) in zip(
                _figures(here), _figures(there), strict=True
            )
        )

    def doors(self) -> tuple[Choice, ...]:
        """Return who may step in here."""
        when = plain.quarter_words(self.names[self.at])
        return tuple(Choice(name, f"Play on as {build_pages.GOVERNMENTS[side]}",
                            f"From the start of {when}.") for side, name in enumerate(SIDES))


def _figures(view: View) -> list[tuple[str, str]]:
    """Return the figures that are compared, in words."""
    return [
        ("American deaths", f"{int(view.us_deaths):,}"),
        ("American troops", plain.thousand(float(view.troops))),
        ("Approval", plain.percent(float(view.approval))),
        ("Call the war a mistake", plain.percent(float(view.opposition))),
    ]
