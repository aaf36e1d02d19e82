"""The compiled rules: the same worlds as the plain ones, to the bit, or none at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game import cache
from game.campaign import FULL, build, load
from game.cli import kernel as command
from game.engine import many
from game.engine.board import HANOI
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.many import Play
from game.engine.resolve import resolve
from game.engine.sight import imagined_look
from game.engine.tables import Tables
from game.engine.world import FIELDS, World, digests, take
from game.kernel import check, outcomes, policies, service
from game.kernel.settings import Unlike
from game.players.doctrines import DOCTRINES
from game.players.hanoi import HanoiPolicy
from game.players.rollout import Stage, futures
from game.record.matches import openings, play_batch
from game.study.sweep import job
from game.study.sweep.spec import load_spec

pytestmark = pytest.mark.needs("llvmlite")

WARS = 1000  # a hundredth of what ``main.py kernel --wars 100000`` plays


@pytest.fixture(scope="module")
def war() -> tuple[World, Tables]:
    """Return the start and the tables of the whole war."""
    tables, start = build(load(FULL))
    return start, tables


@pytest.fixture(autouse=True)
def plain() -> Iterator[None]:
    """Leave the plain rules alone as they were found."""
    yield
    many.plainly()


def test_a_thousand_wars_of_all_campaigns_and_players_have_the_same_digests_both_ways() -> None:
    told = check.Compared()
    for number, (world, tables, players) in enumerate(command.batches(WARS)):
        seeds = command.TOGETHER * number + np.arange(command.TOGETHER)
        start = openings(world, tables, seeds)
        told += check.both_ways(service.built(world, tables), start, tables, seeds, players)
    assert (told.different, told.fields) == (0, ())
    assert told.wars >= WARS


@pytest.mark.parametrize("number", range(3))
def test_wars_between_doctrines_end_alike_in_one_compiled_run(
    war: tuple[World, Tables], number: int
) -> None:
    start, tables = war
    seeds, pair = np.arange(12), check.doctrines(number)
    machine, many_wars = service.built(start, tables), openings(start, tables, np.arange(12))
    told = check.played_through(machine, many_wars, tables, seeds, pair)
    assert (told.wars, told.different, told.fields) == (12, 0, ())


@pytest.mark.parametrize("wars", [1, 7, 8, 9, 16, 17, 40])
def test_a_war_is_the_same_alone_and_in_any_company(war: tuple[World, Tables], wars: int) -> None:
    start, tables = war
    machine, seeds = service.built(start, tables), np.arange(wars)
    told = check.compared(machine, check.spread(start, wars), tables, seeds, check.USUAL[1])
    assert told.different == 0


def test_constants_that_a_sweep_changes_are_read_and_not_compiled_in(
    war: tuple[World, Tables],
) -> None:
    start, tables = war
    machine = service.built(start, tables)
    other = tables.with_constants(rally=0.0, infiltration_by_trail=2.0, stake=0.9)
    assert service.built(start, other) is machine
    told = check.compared(machine, check.spread(start, 64), other, np.arange(64))
    assert told.different == 0


def test_each_war_may_have_constants_of_its_own(war: tuple[World, Tables]) -> None:
    start, tables = war
    stakes = np.linspace(0.6, 1.1, 24)
    machine, seeds = service.built(start, tables), np.arange(24)
    together = tables.with_constants(rally=stakes / 10.0)
    told = check.compared(machine, check.spread(start, 24), together, seeds)
    assert told.different == 0


def test_wars_the_compiled_solver_leaves_are_played_by_the_plain_rules(
    war: tuple[World, Tables], monkeypatch: pytest.MonkeyPatch
) -> None:
    start, tables = war
    machine = service.built(start, tables)
    asked: list[int] = []
    sharp = tables.with_constants(precision_receiver=20.0, precision_sender=30.0)
    left = type(machine)._read_plainly

    def noted(self: Any, rows: Any, *rest: Any) -> None:
        asked.append(len(rows))
        left(self, rows, *rest)

    monkeypatch.setattr(type(machine), "_read_plainly", noted)
    told = check.compared(machine, check.spread(start, 64), sharp, np.arange(64), check.USUAL[1])
    assert told.different == 0
    assert 0 < sum(asked) < told.quarters


def test_an_ended_war_stays_as_it_is(war: tuple[World, Tables]) -> None:
    start, tables = war
    machine = service.built(start, tables)
    ended = check.spread(start, 4).with_(ended=np.array([0, 3, 0, 5]))
    orders = check.ordered(ended, tables, check.USUAL[0], np.arange(4))
    events, luck = events_at(tables, ended.quarter), draw(np.arange(4), 0)
    after = machine.resolve_world(ended, orders, events, luck, tables)
    assert (after.quarter == [1, 0, 1, 0]).all()
    assert digests(after) == digests(resolve(ended, orders, events, luck, tables)[0])


def test_whoever_plays_many_wars_gets_the_compiled_rules_where_they_are(
    war: tuple[World, Tables],
) -> None:
    start, tables = war
    assert service.quicken(start, tables) == service.COMPILED
    worlds = check.spread(start, 3)
    orders = check.ordered(worlds, tables, check.USUAL[0], np.arange(3))
    given = worlds, orders, events_at(tables, worlds.quarter), draw(np.arange(3), 0), tables
    assert service.resolved(*given) is not None
    assert digests(many.resolve_many(*given)) == digests(resolve(*given)[0])
    world, outcome = many.resolve_told(*given)
    plain, happened = resolve(*given)
    assert digests(world) == digests(plain)
    for one, other in zip(outcomes.leaves(outcome), outcomes.leaves(happened), strict=True):
        assert (one.dtype, one.shape) == (other.dtype, other.shape)
        assert (one == other).all()


def test_a_match_is_the_same_played_on_at_once_and_quarter_by_quarter(
    war: tuple[World, Tables],
) -> None:
    start, tables = war
    pair, seeds = check.doctrines(1), np.arange(20)
    slow = play_batch(openings(start, tables, seeds), tables, pair, seeds)
    assert service.quicken(start, tables) == service.COMPILED
    quick = play_batch(openings(start, tables, seeds), tables, pair, seeds)
    assert digests(quick.world) == digests(slow.world)
    assert (quick.used == slow.used).all()
    assert quick.quarters == slow.quarters


def test_imagined_futures_are_worth_the_same_played_on_at_once(war: tuple[World, Tables]) -> None:
    start, tables = war
    imagined, pair = service.imagined(tables), check.doctrines(0)
    stage = Stage(HANOI, check.spread(start, 4), np.arange(4), 5, imagined)
    starts = np.arange(12) % 4
    wars = take(stage.world, starts)
    first = pair[HANOI].decide_batch(imagined_look(wars, HANOI, imagined), starts)
    first.rungs[:, 0] = np.arange(12) % 3
    given = stage, first, pair[HANOI], pair[0], starts
    slow = futures(*given)
    assert service.quicken(start, tables) == service.COMPILED
    assert (futures(*given) == slow).all()
    assert not (slow == slow[0]).all()
    assert (
        many.play_on(Play(wars.with_(quarter=starts), starts, imagined, pair, (starts, starts), 3))
        is None
    )


def test_a_sweep_of_doctrines_and_constants_has_the_same_rows_played_on_at_once() -> None:
    spec = load_spec("docs/sweep-example.toml")
    made = job.job_of(spec)
    some = replace(made, lucks=2, values=made.values[:2])
    first, last = 2 * some.pairs, some.wars  # the second setting's
    slow = job.play(some, first, last)
    assert service.quicken(made.world, made.tables) == service.COMPILED
    assert (job.play(some, first, last) == slow).all()
    assert len({row["digest"] for row in slow}) > some.pairs


def test_a_temper_beyond_its_ladder_is_left_to_the_plain_rules(war: tuple[World, Tables]) -> None:
    policy = DOCTRINES[HANOI][0].policy
    assert isinstance(policy, HanoiPolicy)
    odd = HanoiPolicy(replace(policy.temper, infiltration=9))
    with pytest.raises(Unlike):
        policies.ordering(odd, HANOI, np.arange(3))


def test_without_the_compiler_one_line_says_so_and_the_plain_rules_run(
    war: tuple[World, Tables], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "installed", lambda: False)
    assert service.EXTRA in service.quicken(*war)
    assert many._FORMS == []


def test_a_build_that_gives_another_bit_is_refused_and_not_kept(
    war: tuple[World, Tables], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    start, tables = war
    from game.kernel import machine
    from game.kernel.machine import CompiledRules

    service.built(start, tables)
    content = cache.get(service.KIND, service._key(tables))
    assert content is not None
    as_built = machine.from_kept(content)  # as the tracer and the compiler would make it again
    monkeypatch.setattr(machine, "build", lambda tables: as_built)
    monkeypatch.setenv("OVERTURE_CACHE", str(tmp_path))
    monkeypatch.setattr(service, "_MACHINES", {})
    honest = CompiledRules.resolve

    def off(self: CompiledRules, *given: Any) -> many.Told:
        world, outcome = honest(self, *given)
        return world.with_(approval=world.approval + 1e-4), outcome

    monkeypatch.setattr(CompiledRules, "resolve", off)
    assert "approval" in service.quicken(start, tables)
    assert many._FORMS == []
    assert cache.kept() == []


def test_a_broken_entry_of_the_cache_is_built_anew(
    war: tuple[World, Tables], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    start, tables = war
    monkeypatch.setenv("OVERTURE_CACHE", str(tmp_path))  # others read the one of all tests
    cache.put(service.KIND, service._key(tables), b"machine code")
    (entry,) = cache.kept()
    entry.write_bytes(b"no machine code")
    monkeypatch.setattr(service, "_MACHINES", {})
    monkeypatch.setattr(service, "_made", lambda world, read: "built anew")
    assert service.kept(tables) is None
    assert service.built(start, tables) == "built anew"


def test_fields_of_a_made_world_are_views_so_that_nothing_is_copied_on(
    war: tuple[World, Tables],
) -> None:
    start, tables = war
    machine, worlds = service.built(start, tables), check.spread(start, 16)
    orders = check.ordered(worlds, tables, check.USUAL[0], np.arange(16))
    after = machine.resolve_world(
        worlds, orders, events_at(tables, worlds.quarter), draw(np.arange(16), 0), tables
    )
    assert len({id(np.asarray(getattr(after, name)).base) for name in FIELDS}) == 2
    assert digests(take(after, np.array([3, 5]))) == [digests(after)[3], digests(after)[5]]
