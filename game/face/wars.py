"""Wars played for programs: policies of anybody's, many wars at once, and any field by quarter.

Everything a policy sees is its own side's; everything that is kept is what the rulebook knows, so
that a curve of beliefs can be drawn that no player ever saw.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, build, known_effects, load, recorded
from game.campaign import replay as recorded_war
from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON, Floats, Ints, quarter_name
from game.engine.score import score
from game.engine.sight import Sight
from game.engine.tables import Tables, cut
from game.engine.world import FIELDS, World
from game.face.tables import Frame, data_frame, spread
from game.players.base import Glancing, Policy
from game.players.plan import Plan
from game.players.roster import Contender, NoSuchPlayer, entry, player, policy
from game.problems import Problem
from game.record.matches import DecidesOne, openings, play_batch, play_one, player_seeds
from game.study.contests.policy_files import FilePolicy

MOST_WARS: Final = 1_000_000  # in one call; a sweep takes more
Decides = Callable[[Sight, Plan], Any]
Player = str | Decides | type


@dataclass(frozen=True)
class Wars:
    """N wars that have been played. Axis Q counts the days on which a quarter began, and one more.

    ``scores`` (N, 2): points 0 to 100, Washington and Hanoi. ``ended`` (N,): how, by name.
    ``quarters`` (N,): how many were played. ``seeds`` (N,). ``dates`` (Q,): the quarters' names,
    the last that of the day after the longest war. ``kept``: by field, (Q, N, ...), as each quarter
    opened; nan once a war is over. ``world``: every field at the end of each war.
    """

    scores: Floats
    ended: tuple[str, ...]
    quarters: Ints
    seeds: Ints
    dates: tuple[str, ...]
    kept: dict[str, Floats]
    world: World

    def __len__(self) -> int:
        return len(self.seeds)

    def rows(self) -> list[dict[str, Any]]:
        """Return a row a war: seed, ending, quarters, scores, and every field at the end, one
        column a number (``belief_resilient_hanoi``)."""
        heads = ("seed", "ended", "quarters", "score_washington", "score_hanoi")
        values = (
            self.seeds.tolist(),
            self.ended,
            self.quarters.tolist(),
            self.scores[:, WASHINGTON].tolist(),
            self.scores[:, HANOI].tolist(),
        )
        columns = dict(zip(heads, values, strict=True))
        for name in FIELDS:
            columns |= spread(name, getattr(self.world, name))
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def frame(self) -> Frame:
        """Return ``rows`` as a pandas DataFrame; Problem where pandas is not installed."""
        return data_frame(self.rows())

    def by_quarter(self) -> Frame:
        """Return what was kept as a DataFrame: a row a war and quarter while the war lasted, with
        columns ``seed``, ``date`` and one a number of each kept field."""
        if not self.kept:
            raise Problem("Nothing was kept: name fields, such as keep=('belief_resilient',).")
        return data_frame(list(self._by_quarter()))

    def _by_quarter(self) -> Iterator[dict[str, Any]]:
        for place, date in enumerate(self.dates):
            columns = {"seed": self.seeds.tolist(), "date": [date] * len(self)}
            for name, values in self.kept.items():
                columns |= spread(name, values[place])
            on = np.flatnonzero(self.quarters >= place)
            lasting = [np.asarray(values)[on] for values in columns.values()]
            yield from (dict(zip(columns, row, strict=True)) for row in zip(*lasting, strict=True))


def play(
    campaign: Campaign | str | Path,
    washington: Player = "standard",
    hanoi: Player = "standard",
    *,
    wars: int = 1,
    seed: int = 1,
    keep: Sequence[str] = (),
) -> Wars:
    """Return ``wars`` wars of a campaign, with the seeds ``seed``, ``seed`` + 1 and so on.

    ``campaign``: a shipped name, a file, or what ``load`` gave. A player is a name of the game's
    (``"exit"``, ``"record"``, ``"random"``, with search ``"exit:officer"``), or a policy of your
    own: a function of a sight and a plan, or a class of such, of which one is made for the wars
    that are played together. ``keep`` names fields to be kept by quarter. Private types are drawn
    anew for each war. Players that search play their wars one after the other.

    Raises Problem for a player, field or number there is not, and for what fails in a policy.
    """
    if isinstance(wars, bool) or not isinstance(wars, int) or not 1 <= wars <= MOST_WARS:
        raise Problem(f"wars: a whole number from 1 to {MOST_WARS:,}, not {wars!r}.")
    known = campaign if isinstance(campaign, Campaign) else load(campaign)
    seats = (seated(WASHINGTON, washington), seated(HANOI, hanoi))
    seeds = np.arange(seed, seed + wars, dtype=np.int64)
    keeper = Keeper(known, keep)  # says at once which fields there are
    if any(isinstance(seat, Contender) and not seat.glances for seat in seats):
        return joined([_alone(known, seats, seeds[n : n + 1], keep) for n in range(wars)])
    tables, start = build(known)
    both = (_policy(known, WASHINGTON, seats[0]), _policy(known, HANOI, seats[1]))
    played = play_batch(openings(start, tables, seeds), tables, both, seeds, keeper.see)
    return keeper.wars(played.world, tables, seeds)


def replay(campaign: Campaign | str | Path, *, keep: Sequence[str] = ()) -> Wars:
    """Return the recorded war of a campaign as one war: both sides' orders on record, neutral luck
    with what chance really did. ``keep`` names fields to be kept by quarter."""
    known = campaign if isinstance(campaign, Campaign) else load(campaign)
    keeper, world = Keeper(known, keep), None
    for step in recorded_war(known):
        keeper.see(step.opening)
        world = step.closing
    tables, start = build(known)
    return keeper.wars(start if world is None else world, tables, np.zeros(1, dtype=np.int64))


class Keeper:
    """Keeps some fields of the worlds it is shown, as each quarter opens."""

    def __init__(self, campaign: Campaign, keep: Sequence[str]) -> None:
        """Keep the fields ``keep``; Problem for one that no world has."""
        names = (keep,) if isinstance(keep, str) else tuple(keep)
        strange = next((name for name in names if name not in FIELDS), None)
        if strange is not None:
            raise Problem(
                f"keep: a world has no field {strange!r}. Name any of {', '.join(FIELDS)}."
            )
        self.first, self.start = campaign.first, campaign.start_index
        self.last = campaign.quarters
        self.seen: dict[str, list[Floats]] = {name: [] for name in names}
        self.days = 0

    def see(self, world: World) -> None:
        """Keep what is wanted of the worlds with which a quarter opens."""
        over = world.quarter - self.start < self.days  # ended before today
        for name, kept in self.seen.items():
            values = np.array(getattr(world, name), dtype=np.float64)
            values[over] = np.nan
            kept.append(values)
        self.days += 1

    def wars(self, world: World, tables: Tables, seeds: Ints) -> Wars:
        """Return the wars that ended in ``world``."""
        self.see(world)
        dates = tuple(quarter_name(tables.first, self.start + day) for day in range(self.days))
        return Wars(
            scores=score(world, tables),
            ended=tuple(ENDINGS[int(one)] for one in world.ended),
            quarters=world.quarter - self.start,
            seeds=seeds,
            dates=dates,
            kept={name: np.stack(values) for name, values in self.seen.items()},
            world=world,
        )


def seated(side: int, asked: Player) -> Contender | Decides | type:
    """Return who is to govern a side; Problem for a name that no player has, or for something
    that cannot be asked with a sight and a plan."""
    if isinstance(asked, str):
        try:
            return entry(side, asked)
        except NoSuchPlayer as trouble:
            raise Problem(f"{SIDES[side]}: {trouble}.") from None
    if not callable(asked):
        raise Problem(f"{SIDES[side]}: a name, or a function of a sight and a plan, not {asked!r}.")
    return asked


def own_policy(decide: Decides | type) -> FilePolicy:
    """Return a policy of one's own; a class is made anew, so that it may remember."""
    file = inspect.getsourcefile(decide) if inspect.isroutine(decide) else None
    made: Decides = decide() if isinstance(decide, type) else decide
    return FilePolicy(file or "your policy", getattr(decide, "__name__", "a policy"), made)


def _policy(campaign: Campaign, side: int, seat: Contender | Decides | type) -> Policy:
    if isinstance(seat, Contender):
        return policy(seat, recorded(campaign, side) if seat.name == "record" else ())
    return own_policy(seat)


def _player(campaign: Campaign, side: int, seat: Any, seed: int) -> DecidesOne:
    if isinstance(seat, Contender):
        return player(seat, seed, recorded(campaign, side) if seat.name == "record" else ())
    return Glancing(own_policy(seat), seed)


def _alone(campaign: Campaign, seats: tuple[Any, Any], seeds: Ints, keep: Sequence[str]) -> Wars:
    """Return one war between players of which one at least searches."""
    tables, start = build(campaign)
    players = tuple(
        _player(campaign, side, seats[side], int(player_seeds(seeds, side)[0]))
        for side in (WASHINGTON, HANOI)
    )

    def known(side: int, quarter: int) -> Tables:
        return cut(tables, known_effects(campaign, side, min(quarter, tables.quarters - 1)))

    keeper, world = Keeper(campaign, keep), openings(start, tables, seeds)
    played = play_one(world, tables, (players[0], players[1]), int(seeds[0]), known, keeper.see)
    return keeper.wars(played.world, tables, seeds)


def joined(each: list[Wars]) -> Wars:
    """Return several wars as one batch; days that some did not see are nan in theirs."""
    longest = max(each, key=lambda wars: len(wars.dates))
    days = len(longest.dates)
    kept = {
        name: np.concatenate([_padded(wars.kept[name], days) for wars in each], axis=1)
        for name in longest.kept
    }
    world = World(
        **{name: np.concatenate([getattr(wars.world, name) for wars in each]) for name in FIELDS}
    )
    return Wars(
        scores=np.concatenate([wars.scores for wars in each]),
        ended=tuple(ending for wars in each for ending in wars.ended),
        quarters=np.concatenate([wars.quarters for wars in each]),
        seeds=np.concatenate([wars.seeds for wars in each]),
        dates=longest.dates,
        kept=kept,
        world=world,
    )


def _padded(values: Floats, days: int) -> Floats:
    blank = np.full((days - len(values), *values.shape[1:]), np.nan)
    return np.concatenate([values, blank])
