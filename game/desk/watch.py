"""Watching a war: the recorded one, or any finished game, quarter by quarter through either's eyes.

What is seen with one side's eyes is built from that side's dossier as it was then. With both eyes
each number is the one of the side that knew it; there Washington is ``ours`` and Hanoi ``theirs``.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from game.desk import build_lenses, build_pages, build_record
from game.desk.build_charts import charts
from game.desk.build_diplomacy import message_of
from game.desk.build_gauges import gauges
from game.desk.build_news import found, name_of
from game.desk.interface import GameDesk
from game.desk.maplens import LegendRow, MapLens
from game.desk.models import Chart, Choice, Gauge, Message, Replay, Tick, Turning
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.problems import Problem
from game.record import Game
from game.words import papers, plain

EYES: Final = (*SIDES, "both")
TICKS: Final = {
    "offer": "overture",
    "package": "overture",
    "talks_begin": "overture",
    "bombing_up": "escalation",
    "unlimited": "escalation",
    "mining": "escalation",
    "border": "escalation",
    "reinforcement": "escalation",
    "broken": "escalation",
    "offensive": "offensive",
    "withdrawal": "event",
    "halt": "event",
}
TURNED: Final = {"ours": "theirs", "theirs": "ours"}
OWN: Final = {
    WASHINGTON: ("approval", "opposition", "troops", "us_deaths", "stability"),
    HANOI: ("cohesion", "main_force", "hanoi_deaths", "throughput", "function"),
}
"""The gauges that both eyes read, from the side that knows them exactly."""
KNOWN_BY: Final = {
    "war": HANOI,
    "air": WASHINGTON,
    "diplomacy": WASHINGTON,
    "opinion": WASHINGTON,
    "supply": HANOI,
}
"""Whose lens both eyes see."""


class Watch:
    """A war that can be walked through. ``sit(side, quarter)`` is handed in: it seats a person in
    a branch."""

    def __init__(self, game: Game, sit: Callable[[str, str], GameDesk]) -> None:
        """Watch ``game`` from its first quarter."""
        self.game, self.sit = game, sit
        self.at, self.eyes = 0, "both"
        self.names = tuple(
            name_of(game.dossier(0), report.quarter) for report in game.dossier(0).reports
        )
        self._ticks: tuple[Tick, ...] | None = None

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
        if side not in SIDES:
            raise Problem(f"Sides are {', '.join(SIDES)}.")
        return self.sit(side, self.names[self.at])

    def turning(self, at: int) -> Turning | None:
        """Return None: only the history asks."""
        return None

    def answer(self, at: int, answer: int | None) -> None:
        """Note nothing."""

    def closing(self) -> tuple[str, ...]:
        """Return nothing: only the history has an end of its own."""
        return ()

    def replay(self) -> Replay:
        """Return the replay where it stands."""
        name, seen = self.names[self.at], self.dossier(WASHINGTON)
        return Replay(
            title=self.game.campaign.title,
            quarters=self.names,
            at=self.at,
            eyes=self.eyes,
            ticks=self.ticks(),
            date=plain.quarter_title(name),
            lenses=self.lenses(),
            cables=self.messages(),
            gauges=self.gauges(),
            comparisons=build_record.comparisons(self.game, seen, name),
            charts=self.charts(),
            step_in=self.doors(),
            chronicle=build_record.chronicle(self.game, name),
        )

    def dossier(self, side: int) -> Dossier:
        """Return a side's dossier at the end of the quarter that is shown."""
        whole, count = self.game.dossier(side), self.at + 1
        return Dossier(
            side,
            whole.tables,
            whole.views[: count + 1],
            whole.reports[:count],
            whole.orders[:count],
        )

    def _sides(self) -> tuple[int, ...]:
        return (WASHINGTON, HANOI) if self.eyes == "both" else (SIDES.index(self.eyes),)

    def lenses(self) -> tuple[MapLens, ...]:
        """Return the map's lenses as the eyes that look see them."""
        if self.eyes != "both":
            return build_lenses.lenses(self.dossier(self._sides()[0]))
        seen = {side: build_lenses.lenses(self.dossier(side)) for side in (WASHINGTON, HANOI)}
        return tuple(
            lens if KNOWN_BY[lens.id] == WASHINGTON else turned(seen[HANOI][place])
            for place, lens in enumerate(seen[WASHINGTON])
        )

    def gauges(self) -> tuple[Gauge, ...]:
        """Return the gauges of the eyes that look; with both, each from the side that knows it."""
        if self.eyes != "both":
            return gauges(self.dossier(self._sides()[0]))
        known = {side: {one.id: one for one in gauges(self.dossier(side))} for side in OWN}
        return tuple(
            replace(known[side][name], welcome=None)
            for side, names in OWN.items()
            for name in names
        )

    def messages(self) -> tuple[Message, ...]:
        """Return what the other side said in the quarter; with both eyes, what each said."""
        made = []
        for side in self._sides():
            said = message_of(self.dossier(side), self.at)
            mark = ("theirs", "ours")[side] if self.eyes == "both" else said.mark
            made.append(replace(said, mark=mark))
        return tuple(made)

    def charts(self) -> tuple[Chart, ...]:
        """Return the record's dead beside this war's, then what the eyes that look know."""
        first = build_record.deaths(self.game, self.dossier(WASHINGTON), self.names)
        return (first, *charts(self.dossier(self._sides()[-1])))

    def ticks(self) -> tuple[Tick, ...]:
        """Return the marks on the scrubber, from what both sides could see."""
        if self._ticks is None:
            self._ticks = tuple(self._marks())
        return self._ticks

    def _marks(self) -> list[Tick]:
        made = []
        dossier = self.game.dossier(WASHINGTON)
        for place, report in enumerate(dossier.reports):
            for item in found(dossier, place):
                if item.kind in TICKS:
                    mark = ("ours", "theirs", "both")[item.side]
                    text = papers.fact(item, dossier.views[place + 1], report)
                    made.append(Tick(place, TICKS[item.kind], mark, text))
        return made

    def doors(self) -> tuple[Choice, ...]:
        """Return who may step in here."""
        when = plain.quarter_words(self.names[self.at])
        return tuple(
            Choice(
                name,
                f"Play on as {build_pages.GOVERNMENTS[side]}",
                f"From the start of {when}: its orders are yours to give again, and all that "
                "follow. You know what came, so the other government is drawn anew.",
            )
            for side, name in enumerate(SIDES)
        )


def turned(lens: MapLens) -> MapLens:
    """Return Hanoi's lens with its marks turned round: there Hanoi is ``theirs``."""

    def other(mark: str) -> str:
        return TURNED.get(mark, mark)

    return replace(
        lens,
        zones=tuple(replace(zone, mark=other(zone.mark)) for zone in lens.zones),
        arrows=tuple(replace(arrow, mark=other(arrow.mark)) for arrow in lens.arrows),
        legend=tuple(LegendRow(row.sign, other(row.mark), row.text) for row in lens.legend),
    )
