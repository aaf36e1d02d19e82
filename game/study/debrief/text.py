"""The debrief as sections of text and tables: one form for the terminal, Markdown and the page."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from game.engine.board import HANOI, ISSUES, SIDES, WASHINGTON
from game.engine.facts import AIMS, PEOPLE
from game.record import Game, hindsight, uses
from game.study.debrief import bell, forecasts
from game.study.debrief import page as debrief_page
from game.study.debrief.bell import Unfinished, unfinished
from game.study.debrief.decided import decided
from game.study.debrief.forecasts import QUESTIONS, Calibration, Meaning
from game.study.debrief.page import OnePage
from game.study.debrief.points import QuarterPoints, loudest, points, turns, why
from game.study.debrief.references import HISTORY, Mark, mark
from game.study.debrief.road_words import ALIKE, RoadTold, road_told
from game.study.debrief.section import Section
from game.study.debrief.standing import Points, final_points
from game.study.debrief.war import ActEntry, OpenedWar, opened
from game.study.debrief.war import plain as debrief_plain
from game.study.debrief.words import BRANCH_TITLES, NAMES, number, title
from game.words import closing, dead, plain, terms

KINDS: Final = {
    "overture": "overtures",
    "answer": "answers",
    "refusal": "refusals",
    "demonstration": "demonstrations",
    "escalation": "escalations",
}


@dataclass(frozen=True)
class Opened:
    """Everything that a war that is over tells."""

    game: Game
    debrief: OpenedWar
    calibrations: tuple[Calibration, ...]
    meanings: tuple[Meaning, ...]
    scores: tuple[Points, Points]
    history: tuple[Points, Points]
    turns: tuple[QuarterPoints, ...] = ()
    unfinished: Unfinished | None = None  # how it stood, where the bell has stopped it
    heard: tuple[Calibration, ...] = field(default=())
    pages: tuple[OnePage, ...] = ()
    beside: str = HISTORY  # whose ``history`` is: study.debrief.references
    roads: dict[int, RoadTold] = field(default_factory=dict, repr=False)  # found so far, by side

    def road(self, side: int) -> RoadTold:
        """Return the road that ``side`` did not take, which alone says what quarter decided the
        war for it; found once, since every page names the same."""
        if side not in self.roads:
            worse = self.scores[side].total < self.history[side].total - ALIKE
            first = self.debrief.first[side]
            self.roads[side] = road_told(self.game, side, first, self.turns, worse)
        return self.roads[side]


def told(game: Game) -> Opened:
    """Return a war that is over with what people and machines wrote in it; Problem before."""
    debrief, stopped = opened(game), unfinished(game)
    known = Mark(stopped.history, HISTORY) if stopped else mark(game.campaign)
    meant, won = forecasts.meanings(game, debrief), turns(game.past)
    return Opened(
        game,
        debrief,
        forecasts.scored(forecasts.written(game)),
        meant,
        final_points(game.past),
        known.points,
        won,
        stopped,
        pages=debrief_page.pages(game, debrief, meant, won),
        beside=known.of,
    )


def told_with_advisers(game: Game) -> Opened:
    """Return the same with the advisers scored on what they would have forecast: some seconds."""
    return replace(told(game), heard=forecasts.scored(forecasts.advised(game)))


def plainly(made: Opened) -> dict[str, Any]:
    """Return it as dictionaries, lists, texts and numbers."""
    return {
        **debrief_plain(made.debrief),
        "scores": {name: asdict(made.scores[side]) for side, name in enumerate(SIDES)},
        "history": {name: asdict(made.history[side]) for side, name in enumerate(SIDES)},
        "points": [asdict(one) for one in made.turns],
        "pages": [
            {
                "side": one.side,
                "title": one.title,
                **{title: list(said) for title, said in one.parts()},
            }
            for one in made.pages
        ],
        "unfinished": asdict(made.unfinished) if made.unfinished else None,
        "forecasts": [asdict(one) for one in (*made.calibrations, *made.heard)],
        "meanings": [asdict(one) for one in made.meanings],
    }


def sections(made: Opened) -> tuple[Section, ...]:
    """Return the debrief section by section, one sentence a side first; of a war that the bell has
    stopped before anything else that it is unfinished."""
    safe = Section(
        "When talking was safe", tuple(one.sentence for one in made.debrief.first), key="first"
    )
    again = hindsight.said(made.game.past.beginning)
    return (
        *([Section("With hindsight", (again,), key="hindsight")] if again else []),
        *one_page(made),
        *((ending(made), safe) if made.unfinished else (safe, ending(made))),
        *roads(made),
        score_through(made),
        private(made),
        *written(made),
        *facilitated(made.game),
        *at_home(made.game),
        entries(made.debrief),
        closing_page(made.game),
    )


def at_home(game: Game) -> Iterator[Section]:
    """Yield what both governments decided beside their orders, where anything was asked."""
    found = decided(game)
    if found:
        yield Section(
            "Decided at home",
            items=tuple(
                Section(one.title, (f"{one.text} (Source: {one.source})",)) for one in found
            ),
            key="decided",
        )


def one_page(made: Opened) -> Iterator[Section]:
    """Yield the debrief on one page a side; of a war that the bell has stopped it is said first."""
    stopped = (
        (f"{closing.ending(made.game.ending)[0]} {bell.sentences(made.unfinished)[0]}",)
        if made.unfinished
        else ()
    )
    for each in made.pages:
        items = tuple(Section(title, said or ("Nothing.",)) for title, said in each.parts())
        yield Section(each.title, stopped, items=items, key=f"page-{each.side}")


def ending(made: Opened) -> Section:
    """Return how it ended and both scores beside history's."""
    rows = []
    for side in (WASHINGTON, HANOI):
        own, theirs = made.scores[side], made.history[side]
        rows.append(
            (
                NAMES[SIDES[side]],
                f"{own.total:.1f}",
                f"{own.aims:.1f}",
                f"{own.people:.1f}",
                f"{theirs.total:.1f}",
            )
        )
    places = made.game.past.world.settlement[0]
    said = list(closing.ending(made.game.ending))
    if made.unfinished:
        said = [*said[:1], *bell.sentences(made.unfinished)]
    if places[0] >= 0:
        said += [
            f"{terms.ISSUE_TITLES[issue]}: {terms.position(issue, int(places[issue]))}."
            for issue in range(len(ISSUES))
        ]
    return Section(
        "How it ended",
        tuple(said),
        ("", "score", f"aims of {AIMS:g}", f"people of {PEOPLE:g}", column(made)),
        tuple(rows),
        key="ending",
    )


def roads(made: Opened) -> Iterator[Section]:
    """Yield the road that each side did not take."""
    for side, name in enumerate(SIDES):
        told = made.road(side)
        said = [
            f"{one.quarter}. {one.title}. {one.text}"
            + (f" {plain.capital(terms.package(one.positions))}" if one.positions else "")
            for one in told.ways
        ]
        yield Section(
            f"The road {NAMES[name]} did not take",
            (*said, *((told.said,) if told.said else ())),
            key=f"road-{name}",
        )


def closing_page(game: Game) -> Section:
    """Return the page for the dead: ranges with their sources."""
    world = game.past.world
    counted = dead.of_this_war(
        int(world.us_deaths[0]), int(world.saigon_deaths[0]), int(world.hanoi_deaths[0])
    )
    rows = tuple((one.who, one.span, one.range, one.source) for one in dead.TOLLS)
    return Section(
        dead.HEADING,
        (counted, dead.UNCOUNTED, dead.DISPUTED),
        ("who", "when", "how many people", "source"),
        rows,
        key="dead",
    )


def column(made: Opened) -> str:
    """Return the heading of what the scores stand beside."""
    if made.unfinished:
        return "history then"
    return "history's own" if made.beside == HISTORY else "equals, on average"


def score_through(made: Opened) -> Section:
    """Return the points of every quarter, and those in which the scores moved most."""
    loud = loudest(made.turns)
    rows = tuple(
        (
            turn.quarter,
            *(
                cell
                for side in (WASHINGTON, HANOI)
                for cell in (f"{turn.total[side]:.1f}", points(turn.won[side]))
            ),
            "moved most" if turn in loud else "",
        )
        for turn in made.turns
    )
    said = [
        "What each side would have scored, had the war stopped there, and what the quarter won "
        "or lost."
    ]
    said += [f"{turn.quarter}: {why(turn, WASHINGTON)} {why(turn, HANOI)}" for turn in loud]
    return Section(
        "Points won and lost",
        tuple(said),
        ("quarter", NAMES["washington"], "won", NAMES["hanoi"], "won", ""),
        rows,
        key="points",
    )


def private(made: Opened) -> Section:
    """Return what each government was, and kept to itself."""
    rows = []
    for side, name in enumerate(SIDES):
        worlds = made.game.past.worlds
        resilient = "high" if worlds[0].resilience[0, side] else "low"
        nerves = ["dove" if world.nerve[0, side] else "hawk" for world in worlds]
        nerve = nerves[0] if nerves[0] == nerves[-1] else f"{nerves[0]}, later a {nerves[-1]}"
        rows.append((NAMES[name], resilient, nerve))
    return Section(
        "What each government was", (), ("", "resilience", "nerve"), tuple(rows), key="private"
    )


def written(made: Opened) -> Iterator[Section]:
    """Yield what was meant and what it was taken for, and how well each forecast."""
    if made.meanings:
        items = tuple(
            Section(
                f"{one.quarter}, {NAMES[one.side]} ({one.by})",
                (f"Meant: {one.meant}", f"Taken for: {one.taken}"),
            )
            for one in made.meanings
        )
        yield Section("What you meant, what they took it for", items=items, key="meanings")
    scored = (*made.calibrations, *made.heard)
    if scored:
        rows = tuple(
            (
                NAMES[one.side],
                one.by,
                str(one.count),
                f"{one.brier:.3f}",
                f"{one.always_base:.3f}",
                "; ".join(
                    f"{part.said:.0%} said, {part.came:.0%} came ({part.count})"
                    for part in one.bins
                ),
            )
            for one in scored
        )
        yield Section(
            "Forecasts",
            (
                "Brier's score: the mean square of chance less outcome. 0 is a seer, 0.25 says one "
                "half each time; beside it what always saying the true frequency would have "
                "scored. Forecast were the enemy's next acts: "
                + plain.listing([f"to {text}" for text in QUESTIONS.values()])
                + ".",
            ),
            ("side", "who", "forecasts", "Brier", "base rate", "said and came"),
            rows,
            key="forecasts",
        )


def facilitated(game: Game) -> Iterator[Section]:
    """Yield every use that a facilitator made of the game, if there was one."""
    used = uses(game)
    if used:
        yield Section("The facilitator", used, key="facilitator")


def entries(debrief: OpenedWar) -> Section:
    """Return every act, in order."""
    counts = [
        f"{sum(one.kind == kind for one in debrief.entries)} {label}"
        for kind, label in KINDS.items()
    ]
    return Section(
        "Act by act",
        (plain.sentence(plain.listing(counts)),),
        items=tuple(entry_section(entry) for entry in debrief.entries),
        key="entries",
    )


TAGS: Final = (*SIDES, *KINDS, *BRANCH_TITLES)
"""By what acts can be picked out: a side, a kind, a branch of the rule."""


def picked(parts: Sequence[Section], tags: Sequence[str]) -> tuple[Section, ...]:
    """Return the acts that have one of the named sides, one of the kinds and one of the branches;
    where none of a sort is named, any will do."""
    wanted = [{tag for tag in tags if tag in group} for group in (SIDES, KINDS, BRANCH_TITLES)]
    acts = next(part for part in parts if part.key == "entries")
    found = tuple(
        item for item in acts.items if all(not group or group & set(item.tags) for group in wanted)
    )
    said = f"{len(found)} of {len(acts.items)} acts: {', '.join(tags)}."
    return (replace(acts, paragraphs=(said,), items=found),)


def entry_section(entry: ActEntry) -> Section:
    """Return one act: its numbers as a table of the quarters that were read, up to three, in the
    same columns for every act, and its sentences."""
    rows = [
        (
            label,
            reading.quarter,
            BRANCH_TITLES[reading.branch],
            number(reading.belief),
            number(reading.cost),
            number(reading.open),
            number(reading.answer(True)),
            number(reading.answer(False)),
        )
        for label, reading in (
            ("a quarter earlier", entry.earlier),
            ("as it was", entry.now),
            ("a quarter later, held back", entry.later),
        )
        if reading is not None
    ]
    return Section(
        f"{entry.quarter}. {title(entry)}",
        entry.sentences,
        (
            "",
            "quarter",
            "branch",
            "belief",
            "cost",
            "P(open)",
            "answered, open",
            "answered, closed",
        ),
        tuple(rows),
        key=entry.branch,
        tags=(entry.side, entry.kind, entry.branch),
    )


# As lines
