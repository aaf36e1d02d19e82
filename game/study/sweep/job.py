"""A sweep as a job that any process can do a part of: wars from one number to another, as rows.

A job holds tables, a start and policies, and no campaign, so it travels to any worker. War number
w has a setting, a pair of players and a luck, in this order of size; the same lucks are drawn for
every setting and pair. A part's rows depend on its numbers alone, not on who plays it or when.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, build, load, recorded
from game.engine.board import HANOI, ISSUES, SIDES, WASHINGTON, Floats, Ints, Masks
from game.engine.events import events_at
from game.engine.ladders import OPEN_FROM, slot_of
from game.engine.luck import draw
from game.engine.many import Play, PlayedOn, play_on, resolve_many
from game.engine.orders import Orders, SideOrders, blank, join
from game.engine.resolve import prepare
from game.engine.rules.home import opposition
from game.engine.score import score
from game.engine.sight import Sight, look
from game.engine.start import complete, draw_types
from game.engine.tables import Tables
from game.engine.world import World, digests, take
from game.players.base import Policy
from game.players.doctrines import doctrine
from game.players.hanoi import HanoiPolicy
from game.players.random_legal import RandomLegal
from game.players.recorded import Recorded
from game.players.tempers import mixed, policy_of
from game.players.washington import WashingtonPolicy
from game.problems import Problem
from game.record.matches import player_seeds
from game.study.sweep.settings import check_names, rows_of, settings_of, tables_for, together
from game.study.sweep.spec import MOST_WARS, RANDOM, RECORD, Spec

CHUNK: Final = 1024  # wars; fastest a war of 256 to 4096 on one core, measured, and 80 MB

COLUMNS: Final[tuple[tuple[str, str], ...]] = (
    ("war", "<i8"),
    ("setting", "<i8"),
    ("washington", "<i2"),
    ("hanoi", "<i2"),
    ("seed", "<i8"),
    ("resilience_washington", "i1"),
    ("resilience_hanoi", "i1"),
    ("nerve_washington", "i1"),
    ("nerve_hanoi", "i1"),
    ("ended", "i1"),
    ("quarters", "<i2"),
    ("last", "<i2"),
    *((f"settled_{issue}", "i1") for issue in ISSUES),
    ("opened_washington", "<i2"),
    ("opened_hanoi", "<i2"),
    ("talked", "<i2"),
    ("score_washington", "<f8"),
    ("score_hanoi", "<f8"),
    ("us_deaths", "<i8"),
    ("saigon_deaths", "<i8"),
    ("hanoi_deaths", "<i8"),
    ("aircraft_lost", "<i8"),
    ("prisoners", "<i8"),
    ("troops", "<f8"),
    ("approval", "<f8"),
    ("opposition", "<f8"),
    ("stability", "<f8"),
    ("cohesion", "<f8"),
    ("digest", "S32"),
)
"""The columns of a row as a part holds them: players, endings and quarters as numbers."""
AT_END: Final = (
    "us_deaths",
    "saigon_deaths",
    "hanoi_deaths",
    "aircraft_lost",
    "prisoners",
    "troops",
    "approval",
    "opposition",
    "stability",
    "cohesion",
)


@dataclass(frozen=True)
class SweepJob:
    """Everything that a part of a sweep is played from.

    ``values`` is (M, P), a row a setting; ``names`` and ``times`` say what its columns are.
    ``reread`` tells that the start follows from the constants (a whole campaign's does, a
    scenario's is what its base's record leads to).
    """

    tables: Tables
    world: World
    reread: bool
    policies: tuple[tuple[Policy, ...], tuple[Policy, ...]]
    names: tuple[str, ...]
    times: tuple[bool, ...]
    values: Floats
    lucks: int
    seed: int
    drawn: bool

    @property
    def pairs(self) -> int:
        """How many pairs of players there are."""
        return len(self.policies[WASHINGTON]) * len(self.policies[HANOI])

    @property
    def wars(self) -> int:
        """How many wars there are in all."""
        return len(self.values) * self.pairs * self.lucks

    def parts(self, chunk: int = CHUNK) -> list[tuple[int, int]]:
        """Return the parts, from one war's number to another's (not included): as few of at most
        ``chunk`` wars as there must be, and none smaller than the others by more than one."""
        each = self.pairs * self.lucks
        block = self.wars if together(self.tables, self.names) else each
        count = -(-block // chunk)
        return [
            (start + block * part // count, start + block * (part + 1) // count)
            for start in range(0, self.wars, block)
            for part in range(count)
        ]


def job_of(spec: Spec) -> SweepJob:
    """Return the job of a sweep; Problem when it names what there is not, or asks too much."""
    campaign = load(spec.campaign)
    tables, world = build(campaign)
    check_names(spec, tables)
    job = SweepJob(
        tables=tables,
        world=world,
        reread=campaign.scenario is None,
        policies=(policies(spec, campaign, WASHINGTON), policies(spec, campaign, HANOI)),
        names=tuple(spec.axes),
        times=tuple(axis.times for axis in spec.axes.values()),
        values=settings_of(spec),
        lucks=spec.wars.lucks,
        seed=spec.wars.seed,
        drawn=spec.wars.types == "drawn",
    )
    if job.wars > MOST_WARS:
        raise Problem(f"{spec.name}: {job.wars:,} wars; at most {MOST_WARS:,} are allowed.")
    return job


def policies(spec: Spec, campaign: Campaign, side: int) -> tuple[Policy, ...]:
    """Return the policies that a sweep names for a side."""
    made: dict[str, Callable[[], Policy]] = {
        RECORD: lambda: Recorded(recorded(campaign, side)),
        RANDOM: RandomLegal,
    }
    return tuple(
        made[name]() if name in made else doctrine(side, name).policy for name in spec.names(side)
    )


def row_type(names: tuple[str, ...]) -> Any:
    """Return the numpy type of a part's rows: the columns, and one a swept constant."""
    return np.dtype([*COLUMNS, *((name, "<f8") for name in names)])


def play(job: SweepJob, first: int, last: int, quarters: int | None = None) -> Any:
    """Return the rows of the wars ``first`` to ``last`` (not included).

    ``quarters`` stops all of them after so many, to measure what a quarter costs.
    """
    wars = np.arange(first, last, dtype=np.int64)
    setting, rest = wars // (job.pairs * job.lucks), wars % (job.pairs * job.lucks)
    pair, luck = rest // job.lucks, rest % job.lucks
    players = (pair // len(job.policies[HANOI]), pair % len(job.policies[HANOI]))
    seeds = job.seed + luck
    tables = tables_for(job.tables, job.names, job.times, rows_of(job.values, setting))
    rows = np.zeros(len(wars), dtype=row_type(job.names))
    rows["war"], rows["setting"], rows["seed"] = wars, setting, seeds
    rows["washington"], rows["hanoi"] = players
    for place, name in enumerate(job.names):
        rows[name] = job.values[setting, place]
    world = begun(job, tables, seeds)
    first_times = {name: np.full(len(wars), -1) for name in (*SIDES, "talked")}
    left = job.tables.quarters if quarters is None else quarters
    played = played_on(job, world, tables, players, seeds, left)
    if played is not None:
        note_postures(first_times, world, played)
        world, left = played.world, 0
    while world.running.any() and left > 0:
        orders = decided(job, world, tables, players, seeds)
        note_openings(first_times, world, orders)
        drawn = draw(seeds, int(world.quarter[world.running].max()))
        world = resolve_many(world, orders, events_at(tables, world.quarter), drawn, tables)
        left -= 1
    fill(rows, job, world, tables, first_times)
    return rows


def begun(job: SweepJob, tables: Tables, seeds: Ints) -> World:
    """Return one start a seed, read under the setting's tables."""
    world = take(job.world, np.zeros(len(seeds), dtype=np.int64))
    if job.drawn:
        types = draw_types(seeds, tables)
        world = world.with_(resilience=types[:, 0], nerve=types[:, 1])
    if not job.reread:
        return prepare(world, tables)
    doubted = opposition(world, world.us_deaths, world.dissent, tables)
    return complete(world.with_(opposition=doubted), tables)


def decided(
    job: SweepJob, world: World, tables: Tables, players: tuple[Ints, Ints], seeds: Ints
) -> Orders:
    """Return both sides' orders, each war's from its own pair of players."""
    both = [
        by_player(
            job.policies[side], players[side], look(world, side, tables), player_seeds(seeds, side)
        )
        for side in (WASHINGTON, HANOI)
    ]
    return join(*both)


def played_on(
    job: SweepJob,
    world: World,
    tables: Tables,
    players: tuple[Ints, Ints],
    seeds: Ints,
    quarters: int,
) -> PlayedOn | None:
    """Return the wars played on at once, None where they have to be played quarter by quarter."""
    ours, theirs = (
        policy_together(job.policies[side], players[side]) for side in (WASHINGTON, HANOI)
    )
    if ours is None or theirs is None:
        return None
    own = (player_seeds(seeds, WASHINGTON), player_seeds(seeds, HANOI))
    return play_on(Play(world, seeds, tables, (ours, theirs), own, quarters))


def policy_together(policies: tuple[Policy, ...], player: Ints) -> Policy | None:
    """Return one policy that orders in war n what ``policies[player[n]]`` orders, None where
    nobody can be all of them: doctrines are told apart by numbers alone."""
    if (player == player[0]).all():
        return policies[player[0]]
    tempers = tuple(
        policy.temper for policy in policies if isinstance(policy, WashingtonPolicy | HanoiPolicy)
    )
    return policy_of(mixed(tempers, player)) if len(tempers) == len(policies) else None


def by_player(policies: tuple[Policy, ...], player: Ints, sight: Sight, seeds: Ints) -> SideOrders:
    """Return the orders of N wars, war n by ``policies[player[n]]``.

    Each policy is shown every war, because constants that a sweep varies have a row a war too.
    """
    if (player == player[0]).all():
        return policies[player[0]].decide_batch(sight, seeds)
    orders = blank(len(sight))
    for number in np.unique(player):
        chosen = np.flatnonzero(player == number)
        given = policies[number].decide_batch(sight, seeds)
        for name in SideOrders.__dataclass_fields__:
            getattr(orders, name)[chosen] = getattr(given, name)[chosen]
    return orders


def note_openings(first_times: dict[str, Any], world: World, orders: Orders) -> None:
    """Mark the quarter in which a side is first open, and in which talks first sit."""
    note(first_times, orders.postures, world.running, world.quarter)


def note_postures(first_times: dict[str, Any], world: World, played: PlayedOn) -> None:
    """Mark the same of wars that ``world`` began and that were played on at once."""
    slots = [slot_of(side, "posture") for side in (WASHINGTON, HANOI)]
    for later, (rungs, ran) in enumerate(zip(played.rungs, played.ran, strict=True)):
        postures = np.stack([rungs[side, slot] for side, slot in enumerate(slots)], axis=1)
        note(first_times, postures, ran, world.quarter + later)


def note(first_times: dict[str, Any], postures: Ints, running: Masks, quarter: Ints) -> None:
    """Mark ``quarter`` (N,) where a side, or both, are open for the first time in a ``running`` war
    at ``postures`` (N, S)."""
    is_open = dict(zip(SIDES, (postures >= OPEN_FROM).T, strict=True))
    is_open["talked"] = is_open["washington"] & is_open["hanoi"]
    for name, when in first_times.items():
        new = is_open[name] & running & (when < 0)
        when[new] = quarter[new]


def fill(
    rows: Any, job: SweepJob, world: World, tables: Tables, first_times: dict[str, Any]
) -> None:
    """Put what came of the wars into their rows."""
    rows["resilience_washington"], rows["resilience_hanoi"] = world.resilience.T
    rows["nerve_washington"], rows["nerve_hanoi"] = world.nerve.T
    rows["ended"], rows["last"] = world.ended, world.quarter - 1
    rows["quarters"] = world.quarter - job.world.quarter[0]
    for place, issue in enumerate(ISSUES):
        rows[f"settled_{issue}"] = world.settlement[:, place]
    for name, when in first_times.items():
        rows[name if name == "talked" else f"opened_{name}"] = when
    rows["score_washington"], rows["score_hanoi"] = score(world, tables).T
    rows["digest"] = digests(world)
    for name in AT_END:
        rows[name] = getattr(world, name)
