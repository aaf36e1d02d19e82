"""What lies behind the debrief's first page: acts, points, sealed papers, and the other chair."""

from collections.abc import Iterator
from typing import Final

from game.desk.build_rule import is_hidden
from game.desk.debrief_models import (
    ActRow,
    After,
    ChairPage,
    MeantRow,
    PointsRow,
    ScoredRow,
    SeatRow,
    Verdict,
)
from game.engine.board import SIDES
from game.record import Game
from game.record.game import PERSON
from game.study.debrief import other_chair
from game.study.debrief import words as debrief_words
from game.study.debrief.forecasts import Calibration, asked, taken, written
from game.study.debrief.page import OnePage
from game.study.debrief.points import loudest, why
from game.study.debrief.road_words import RoadTold
from game.study.debrief.rule import COSTLY, RESILIENCE, WEAKNESS
from game.study.debrief.text import KINDS, Opened, entry_section
from game.study.debrief.war import ActEntry, First
from game.words import plain

SHORT: Final = ((WEAKNESS, "Weakness"), (COSTLY, "Too costly"), (RESILIENCE, "Shown"))
NEAR: Final = 0.01  # of Brier's score; a smaller gap from the base rate is none


def after(game: Game, told: Opened, side: int) -> After:
    """Return it for a war that is over; ``side`` says whose are ours."""
    places = {name: place for place, name in enumerate(told.debrief.quarters)}
    names = tuple(plain.SIDE_NAMES[each] for each in (side, 1 - side))
    return After(
        verdicts=tuple(
            _verdict(first, page, side, places)
            for first, page in sorted(
                zip(told.debrief.first, told.pages, strict=True),
                key=lambda one: one[0].side != SIDES[side],
            )
        ),
        acts=tuple(_act(entry, side, places) for entry in told.debrief.entries),
        kinds=tuple((kind, label.capitalize()) for kind, label in KINDS.items()),
        branches=SHORT,
        points=_points(told, side),
        sides=(names[0], names[1]),
        meant=tuple(_meant(game, told, side)),
        scored=tuple(scored(one, side) for one in (*told.calibrations, *told.heard)),
        chairs=tuple(_chair(game, each, side) for each in (1 - side, side)),
    )


def _meant(game: Game, told: Opened, side: int) -> Iterator[MeantRow]:
    """Yield what was sealed, a row a quarter, side and writer, in the order of the war."""
    reasons = {(one.quarter, one.side, one.by): one.meant for one in told.meanings}
    said: dict[tuple[str, str, str], list[str]] = {key: [] for key in reasons}
    for one in written(game):
        expected = asked(one.question, 1 - SIDES.index(one.side))
        said.setdefault((one.quarter, one.side, one.by), []).append(
            f"{expected}, {one.chance:.0%}: it {'did' if one.came else 'did not'}."
        )
    places = {name: place for place, name in enumerate(told.debrief.quarters)}
    for key in sorted(said, key=lambda one: places[one[0]]):
        quarter, name, by = key
        yield MeantRow(
            places[quarter],
            quarter,
            debrief_words.NAMES[name],
            mark_of(name, side),
            seat_words(by),
            reasons.get(key, "No reason was written."),
            taken(game, told.debrief, places[quarter], SIDES.index(name)),
            tuple(said[key]),
            short(reasons.get(key, ""), game.seat(SIDES.index(name)).kind == PERSON.kind),
        )


def short(reason: str, by_person: bool) -> str:
    """Return a reason as a list of them has it: a person's whole, of a machine's every act with
    the course that was chosen, which its sentences begin with."""
    if by_person or not reason:
        return reason
    acts = (text.partition(", ")[0].partition(" promised it ")[0] for text in reason.split(" / "))
    return "; ".join(acts)


def seat_words(name: str) -> str:
    """Return who sat in a seat as it is said: ``Graduated pressure`` for ``graduated-pressure``."""
    return plain.capital(name.replace("-", " "))


def mark_of(name: str, side: int) -> str:
    """Return ``ours`` or ``theirs`` for a side's name as ``side`` looks at it."""
    return "ours" if name == SIDES[side] else "theirs"


def _verdict(first: First, page: OnePage, side: int, places: dict[str, int]) -> Verdict:
    name = debrief_words.NAMES[first.side]
    when = plain.quarter_title(first.quarter) if first.quarter else "never in this war"
    return Verdict(
        name,
        mark_of(first.side, side),
        f"{name}: {when}",
        first.sentence,
        places.get(first.reading.quarter, 0),
        page.parts(),
    )


def _act(entry: ActEntry, side: int, places: dict[str, int]) -> ActRow:
    told = entry_section(entry)
    return ActRow(
        places[entry.quarter],
        entry.quarter,
        entry.side,
        mark_of(entry.side, side),
        entry.kind,
        entry.branch,
        debrief_words.title(entry),
        debrief_words.BRANCH_TITLES[entry.branch],
        entry.now.sender,
        entry.sentences,
        told.columns,
        told.rows,
    )


def _points(told: Opened, side: int) -> tuple[PointsRow, ...]:
    road = RoadTold((), "", -1, "") if is_hidden(told.game) else told.road(side)
    loud = loudest(told.turns)
    return tuple(
        PointsRow(
            turn.place,
            turn.quarter,
            plain.quarter_title(turn.quarter),
            (turn.won[side], turn.won[1 - side]),
            turn in loud,
            (why(turn, side), why(turn, 1 - side)),
            plain.capital(road.why) if turn.place == road.decided else "",
        )
        for turn in told.turns
    )


def scored(one: Calibration, side: int) -> ScoredRow:
    """Return how well somebody forecast, in words too."""
    gap = one.always_base - one.brier
    verdict = (
        "Better than always saying how often such things came."
        if gap > NEAR
        else "No better than always saying how often such things came."
        if gap > -NEAR
        else "Worse than always saying how often such things came."
    )
    bins = "; ".join(
        f"{part.said:.0%} said, {part.came:.0%} came ({part.count})" for part in one.bins
    )
    return ScoredRow(
        debrief_words.NAMES[one.side],
        mark_of(one.side, side),
        seat_words(one.by),
        one.count,
        f"{one.brier:.3f}",
        f"{one.always_base:.3f}",
        verdict,
        bins,
    )


def _chair(game: Game, each: int, side: int) -> ChairPage:
    enemy = plain.SIDE_NAMES[1 - each]
    rows = tuple(
        SeatRow(
            seat.place,
            seat.quarter,
            plain.quarter_title(seat.quarter),
            seat.ordered,
            seat.showed,
            f"It put the chance that {enemy} was highly resilient at "
            f"{plain.percent(seat.believed)}.",
            seat.figures,
        )
        for seat in other_chair.seats(game, each)
    )
    return ChairPage(SIDES[each], plain.SIDE_NAMES[each], mark_of(SIDES[each], side), enemy, rows)
