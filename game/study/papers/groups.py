"""Several sittings of one campaign side by side on one page, without names.

Shown is what the end of a war opens anyway: postures, beliefs, scores, when each side could first
talk and when it did, forecasts scored. While a facilitator keeps the rule hidden in one of the
games, what only the rule can read is left out for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, ISSUES, SIDES, WASHINGTON
from game.engine.ladders import OPEN_FROM
from game.problems import Problem
from game.record import Game
from game.study.debrief.acts import quarters_of
from game.study.debrief.bell import BELL
from game.study.debrief.section import Section
from game.study.debrief.text import Opened, told
from game.study.debrief.words import NAMES, number
from game.study.papers.export import plain_report
from game.words import closing, plain, terms

MOST: Final = 12  # groups on one page
POSTURE_SIGNS: Final = ("-", "-", "o", "O")  # refuse, conditions, contacts, talks
LETTERS: Final = "ABCDEFGHIJKL"


@dataclass(frozen=True)
class Group:
    """One sitting that is over, by its letter."""

    letter: str
    opened: Opened


def groups(games: Sequence[Game]) -> tuple[Group, ...]:
    """Return the sittings as groups A, B, C and on; Problem where they cannot stand side by side:
    one still in play, another campaign, or other luck."""
    if not 2 <= len(games) <= MOST:
        raise Problem(f"Name 2 to {MOST} saved games to lay side by side.")
    first = games[0]
    for place, game in enumerate(games, 1):
        if not game.over:
            raise Problem(f"Game {place} is still in play: its papers stay shut until its bell.")
        if game.campaign.name != first.campaign.name:
            raise Problem(
                f"Game {place} is of another campaign: {game.campaign.title}, not "
                f"{first.campaign.title}."
            )
        if last_seed(game) != last_seed(first):
            raise Problem(
                f"Game {place} has another seed than game 1, so its luck is another; lay "
                "only groups of one seed side by side."
            )
    return tuple(Group(LETTERS[place], told(game)) for place, game in enumerate(games))


def last_seed(game: Game) -> int | None:
    """Return where a game's luck comes from at its end."""
    return game.past.beginning.luck[-1].seed


def is_hidden(every: Sequence[Group]) -> bool:
    """Whether a facilitator keeps the rule hidden in one of the games."""
    return any(group.opened.game.log.held("rule", "shown") is False for group in every)


def page(games: Sequence[Game]) -> str:
    """Return the page as HTML that loads nothing."""
    every = groups(games)
    hidden = is_hidden(every)
    parts = [_ends(every), _postures(every)]
    if not hidden:
        parts += [_first(every), _beliefs(every)]
    parts.append(_forecasts(every))
    title = f"{games[0].campaign.title}: {plain.count(len(every))} groups side by side"
    under = "The same start and the same luck; what differs is what was ordered."
    if hidden:
        under += " The facilitator keeps the rule hidden, so beliefs are left out."
    return plain_report(title, under, parts)


def _ends(every: Sequence[Group]) -> Section:
    """Return how each group's war ended, on which terms, and its scores."""
    rows = []
    for group in every:
        made, game = group.opened, group.opened.game
        scores = [f"{made.scores[side].total:.0f}" for side in (WASHINGTON, HANOI)]
        rows.append(
            (
                group.letter,
                closing.ending(game.ending)[0],
                game.past.quarter_name,
                _terms(made),
                *scores,
            )
        )
    said = (
        ("A war that a bell stopped is unfinished, and judged at its date.",)
        if any(group.opened.game.ending == BELL for group in every)
        else ()
    )
    return Section(
        "How each ended",
        said,
        ("group", "end", "quarter", "terms", *NAMES.values()),
        tuple(rows),
        key="ends",
    )


def _terms(made: Opened) -> str:
    places = made.game.past.world.settlement[0]
    if places[0] < 0:
        return "none"
    return "; ".join(f"{terms.SHORT[issue]} {int(places[issue])}" for issue in range(len(ISSUES)))


def _postures(every: Sequence[Group]) -> Section:
    """Return both sides' postures, a sign a quarter."""
    rows = []
    for group in every:
        war = quarters_of(group.opened.game.past)
        for side, name in enumerate(SIDES):
            signs = " ".join(POSTURE_SIGNS[int(played.orders.postures[0, side])] for played in war)
            opened = next(
                (played.name for played in war if played.orders.postures[0, side] >= OPEN_FROM),
                "never",
            )
            rows.append((group.letter, NAMES[name], signs, opened))
    return Section(
        "Postures",
        ("A sign a quarter: - shut, o contacts, O open to talks.",),
        ("group", "side", "quarter by quarter", "first open"),
        tuple(rows),
        key="postures",
    )


def _first(every: Sequence[Group]) -> Section:
    """Return when each side could first talk, and when it did."""
    rows = []
    for group in every:
        war = quarters_of(group.opened.game.past)
        for side, first in enumerate(group.opened.debrief.first):
            did = next(
                (played.name for played in war if played.orders.postures[0, side] >= OPEN_FROM),
                "never",
            )
            rows.append((group.letter, NAMES[first.side], first.quarter or "never", did))
    return Section(
        "When each could first talk, and when it did",
        (),
        ("group", "side", "could", "did"),
        tuple(rows),
        key="first",
    )


def _beliefs(every: Sequence[Group]) -> Section:
    """Return what was believed of each side as the war began, half way and at its end."""
    rows = []
    for group in every:
        course = group.opened.debrief.course
        places = (0, len(course) // 2, len(course) - 1)
        for side, name in enumerate(SIDES):
            rows.append(
                (
                    group.letter,
                    NAMES[name],
                    *(number(course[place][side].belief) for place in places),
                )
            )
    return Section(
        "What the other side believed of its resilience",
        (),
        ("group", "side", "beginning", "half way", "end"),
        tuple(rows),
        key="beliefs",
    )


def _forecasts(every: Sequence[Group]) -> Section:
    """Return how well each side forecast, without who did."""
    rows = []
    for group in every:
        for one in group.opened.calibrations:
            rows.append(
                (
                    group.letter,
                    NAMES[one.side],
                    str(one.count),
                    number(one.brier),
                    number(one.always_base),
                )
            )
    said = (
        ("Brier's score: 0 is a seer, 0.25 says one half each time.",)
        if rows
        else ("Nobody sealed a forecast.",)
    )
    return Section(
        "Forecasts",
        said,
        ("group", "side", "forecasts", "Brier", "base rate"),
        tuple(rows),
        key="forecasts",
    )
