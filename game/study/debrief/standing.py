"""What a side may think the score would be, were the war to stop today; and history's own score.

A side's own part is exact where it sees the fields, and what it does not see is filled with its
estimates; the other's is a range, from the estimates a fifth lower to a fifth higher. Nothing here
reads the running world: only a dossier.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.campaign import Campaign
from game.campaign.building import opening
from game.campaign.history import leads_to, replay
from game.engine.board import HANOI, SETTLED, WASHINGTON, Floats, Ints
from game.engine.dossier import Dossier
from game.engine.rules.worth import counted, emphases, holds, met_by
from game.engine.score import AIMS, PEOPLE, final_positions, score, scored
from game.engine.sight import sight_of
from game.engine.tables import Tables
from game.engine.view import View, sees
from game.engine.world import FIELDS, World, settled, shape, take
from game.players.reckoning import weighs
from game.record.history import GameHistory

ERROR: Final = 0.2  # of an estimate: staffs differ by a fifth; campaigns/SOURCES.md
CADRES_GUESSED: Final = 0.6  # share; Calibrated by hand: nobody outside counted the infrastructure


@dataclass(frozen=True)
class Standing:
    """Scores as one side may put them, 0..100: its own, and the range it gives for the other's."""

    own: float
    other_low: float
    other_high: float


def standing(dossier: Dossier) -> Standing:
    """Return the scores as the dossier's side may put them today."""
    side = dossier.side
    middle = _scores(dossier, 1.0)
    ends = sorted(_scores(dossier, 1.0 + error)[1 - side] for error in (-ERROR, ERROR))
    return Standing(middle[side], ends[0], ends[1])


def own_score(dossier: Dossier) -> float:
    """Return ``standing``'s own part alone, for a third of its work."""
    return _scores(dossier, 1.0)[dossier.side]


@dataclass(frozen=True)
class OwnParts:
    """One's own score in its parts, as the side may put it: aims of 60, people of 40, and the four
    losses (4,) in points taken from people. Behind the aims: the terms (I,), as they would be
    ``kept`` under today's fire, how the side ``weighs`` the issues, both (I,), the points of a side
    whose aims are all met, and the share of them that ``counts`` for how likely they hold, 0..1."""

    aims: float
    people: float
    lost: Floats
    terms: Floats
    kept: Floats
    weighs: Floats
    whole: float
    counts: float

    @property
    def total(self) -> float:
        """The score, 0..100."""
        return self.aims + self.people


def own_parts(dossier: Dossier, package: Ints | None = None) -> OwnParts:
    """Return ``own_score`` in its parts, or the score of signing ``package`` (I,) now."""
    side, tables, world = dossier.side, dossier.tables, _supposed(dossier, 1.0)
    whole = AIMS * float(tables.constants.unsettled)
    if package is not None:
        world, whole = world.with_(ended=np.full(1, SETTLED), settlement=package[None]), AIMS
    made, kept = scored(world, tables), final_positions(world, tables)
    lost = PEOPLE * tables.scoring.people_weights[side] * made.losses[0, side]
    counts = counted(np.ones(1), holds(world, kept, tables), tables)
    return OwnParts(
        aims=float(made.aims[0, side]),
        people=float(made.people[0, side]),
        lost=lost,
        terms=kept[0] if package is None else package.astype(np.float64),
        kept=kept[0],
        weighs=emphases(world, tables)[0, side],
        whole=whole,
        counts=float(counts[0]),
    )


@dataclass(frozen=True)
class AimsMoved:
    """What moved the aims of a score between two days, in points that add up: each issue's terms
    (I,), the fire they are signed under, how the side weighs the issues, how likely they hold."""

    issues: Floats
    fire: float
    weights: float
    holding: float


def aims_moved(side: int, before: OwnParts, now: OwnParts, tables: Tables) -> AimsMoved:
    """Return what moved the aims of ``side`` from ``before`` to ``now``; issues one by one."""

    def met(terms: Floats, weighs: Floats) -> float:
        return now.whole * float(met_by(side, terms[None], weighs[None], tables)[0])

    counts, path = (before.counts + now.counts) / 2.0, [met(before.terms, before.weighs)]
    for place in range(1, len(now.terms) + 1):
        mixed = np.concatenate([now.terms[:place], before.terms[place:]])
        path.append(met(mixed, before.weighs))
    settled = met(now.terms, now.weighs)
    first, last = met(before.kept, before.weighs), met(now.kept, now.weighs)
    return AimsMoved(
        issues=np.diff(path) * counts,
        fire=((last - settled) - (first - path[0])) * counts,
        weights=(settled - path[-1]) * counts,
        holding=(now.counts - before.counts) * (first + last) / 2.0,
    )


def weights_at_first(dossier: Dossier) -> Floats:
    """Return (I,) how the side weighed the issues as its war began, private weights included."""
    first = Dossier(dossier.side, dossier.tables, (dossier.views[0],))
    return np.asarray(weighs(sight_of(first), dossier.side)[0])


@dataclass(frozen=True)
class Signing:
    """What it would score to sign a package now, as one side may put it: in all, 0..100, and its
    parts; how likely it is to hold, 0..1; and what aims would be without the fire of today."""

    total: float
    aims: float
    people: float
    holds: float
    calm: float


def signing(dossier: Dossier) -> Signing | None:
    """Return what signing their package would score today; None where they have tabled nothing."""
    theirs = dossier.view.tabled[1 - dossier.side]
    return None if theirs[0] < 0 else signings(dossier, theirs[None])[0]


def signings(dossier: Dossier, packages: Ints, by_us: bool = True) -> tuple[Signing, ...]:
    """Return what signing each of ``packages`` (N, I) would score today; where not ``by_us``, the
    enemy signs and one's own fire counts as that of who only tabled."""
    side, tables = dossier.side, dossier.tables
    world = take(_supposed(dossier, 1.0), np.zeros(len(packages), dtype=np.int64))
    if not by_us:
        world = world.with_(duress=world.duress * tables.constants.duress_unsigned)
    signed = world.with_(ended=np.full(len(packages), SETTLED), settlement=packages)
    under_fire = scored(signed, tables)
    calm = scored(signed.with_(duress=np.zeros_like(world.duress)), tables).aims[:, side]
    kept = holds(signed, final_positions(signed, tables), tables)
    parts = (
        under_fire.total[:, side],
        under_fire.aims[:, side],
        under_fire.people[:, side],
        kept,
        calm,
    )
    return tuple(Signing(*(float(part[row]) for part in parts)) for row in range(len(packages)))


def signed_points(dossier: Dossier, packages: Ints) -> Floats:
    """Return (N, 2) points for aims and for people that signing each of ``packages`` (N, I) today
    would come to, as the dossier's side may put it."""
    return np.array([(one.aims, one.people) for one in signings(dossier, packages)])


def _scores(dossier: Dossier, factor: float) -> tuple[float, float]:
    points = score(_supposed(dossier, factor), dossier.tables)[0]
    return float(points[0]), float(points[1])


def _supposed(dossier: Dossier, factor: float) -> World:
    """Return one world that the side may suppose: seen fields as seen, the others estimated."""
    view = dossier.view
    guesses = _guesses(dossier, factor)
    channels = len(view.channels)
    made: dict[str, Any] = {}
    for name, field in FIELDS.items():
        kind = np.int64 if field.whole else np.float64
        blank: Any = np.zeros(shape(field.axes, 1, channels), kind)
        if field.sight == "own":
            blank[0, view.side] = view.fields[name]
        elif sees(view.side, field):
            blank[0] = view.fields[name]
        elif name in guesses:
            blank[0] = guesses[name]
            blank = settled(blank, field)
        made[name] = blank
    enemy = 1 - view.side
    made["tilt"][0, enemy] = view.revealed[enemy]  # as its packages tell
    made["reached"][0, WASHINGTON] = np.maximum(view.acts[WASHINGTON], 0)
    return World(**made)


def _guesses(dossier: Dossier, factor: float) -> dict[str, Any]:
    view = dossier.view
    terms = {"expected": view.seen_terms}
    if view.side != WASHINGTON:
        return terms | {"quality": min(float(view.seen_quality) * factor, 1.0)}
    return terms | {
        "main_force": view.seen_main_force * factor,
        "cohesion": min(float(view.seen_cohesion) * factor, 1.0),
        "cadres": CADRES_GUESSED * factor,
        "hanoi_deaths": int(view.deaths_claimed / float(dossier.tables.constants.claims) / factor),
        "ruin": sum(_ruined(seen) for seen in dossier.views[1:]) / factor,
    }


def _ruined(view: View) -> float:
    return max(1.0 - float(view.seen_capacity), 0.0)


@dataclass(frozen=True)
class Points:
    """One side's score, 0..100, and its two parts: aims of 60, people of 40."""

    total: float
    aims: float
    people: float


def shown(found: "Points | Signing | OwnParts") -> tuple[int, int, int]:
    """Return a score, its aims and its people in whole points, so that what is shown adds up."""
    total, people = round(found.total), round(found.people)
    return total, total - people, people


def final_points(past: GameHistory) -> tuple[Points, Points]:
    """Return what a finished war scores for Washington and for Hanoi."""
    return points_of(past.world, past.tables)


def history_points(campaign: Campaign) -> tuple[Points, Points]:
    """Return what the recorded war scores for each side under the same rules.

    Plays the record, so it takes part of a second: ask once a game.
    """
    return history_points_at(campaign, campaign.quarters)


def history_points_at(campaign: Campaign, quarter: int) -> tuple[Points, Points]:
    """Return what the recorded war scores for each side as a counted quarter opens."""
    tables, _ = opening(campaign)
    return points_of(leads_to(campaign, quarter), tables)


def history_path(campaign: Campaign) -> tuple[tuple[Points, Points], ...]:
    """Return what the recorded war scores for each side as each of its quarters opens, and at its
    end; plays the record once a campaign."""
    for known, path in _PATHS:
        if known is campaign:
            return path
    tables, world = opened = opening(campaign)
    found = [points_of(world, tables)]
    found += [points_of(step.closing, tables) for step in replay(campaign, opened=opened)]
    _PATHS.append((campaign, tuple(found)))
    del _PATHS[:-PATHS_KEPT]
    return tuple(found)


PATHS_KEPT: Final = 4  # campaigns whose record has been played
_PATHS: list[tuple[Campaign, tuple[tuple[Points, Points], ...]]] = []


def points_of(world: World, tables: Tables) -> tuple[Points, Points]:
    """Return what each side scores in a world of one war, Washington first."""
    made = scored(world, tables)
    washington, hanoi = (
        Points(float(made.total[0, side]), float(made.aims[0, side]), float(made.people[0, side]))
        for side in (WASHINGTON, HANOI)
    )
    return washington, hanoi
