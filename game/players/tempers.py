"""Many tempers in one batch: gathering, bending, and the plans a doctrine may follow."""

from dataclasses import fields, replace
from typing import Any

import numpy as np

from game.engine.board import Ints
from game.players.diplomacy import TableTemper
from game.players.doctrines import DOCTRINES, Doctrine
from game.players.hanoi import HanoiPolicy, HanoiTemper
from game.players.washington import WashingtonPolicy, WashingtonTemper

Temper = WashingtonTemper | HanoiTemper
NEVER = 2.0  # hawkishness of a government that answers no open hand by force


def mixed(tempers: tuple[Any, ...], which: Ints) -> Any:
    """Return one temper whose numbers are (N,) arrays: war n has the temper ``which[n]``."""
    first, made = tempers[0], {}
    for entry in fields(first):
        values = [getattr(temper, entry.name) for temper in tempers]
        if isinstance(values[0], TableTemper):
            made[entry.name] = mixed(tuple(values), which)
        else:
            made[entry.name] = np.array(values, dtype=np.float64)[which]
    return replace(first, **made)


def policy_of(temper: Temper) -> WashingtonPolicy | HanoiPolicy:
    """Return the policy of a temper."""
    if isinstance(temper, WashingtonTemper):
        return WashingtonPolicy(temper)
    return HanoiPolicy(temper)


def enemy_tempers(side: int) -> tuple[Temper, ...]:
    """Return what ``side`` thinks its enemy may be following: its doctrines and a bolder and a
    meeker reading of the first."""
    enemy = 1 - side
    return (*(known.temper for known in DOCTRINES[enemy]), *_readings(DOCTRINES[enemy][0]))


def _readings(doctrine: Doctrine) -> tuple[Temper, ...]:
    return (hardened(doctrine.temper), softened(doctrine.temper))


def plans(doctrine: Doctrine) -> tuple[Temper, ...]:
    """Return the plans among which a search may choose its continuation: the doctrine's own first,
    then its harder and softer forms, its open and closed forms, and the side's other doctrines."""
    own, known = doctrine.temper, DOCTRINES[doctrine.side]
    others = tuple(other.temper for other in known if other.name != doctrine.name)
    return (own, hardened(own), softened(own), opened(own), shut(own), *others)


def opened(temper: Temper) -> Temper:
    """Return the temper with its hand out from now on, easy to please."""
    return replace(temper, open_at=0.0, open_rung=3, replies=1, table=eager(temper.table))


def shut(temper: Temper) -> Temper:
    """Return the temper with its hand closed, whatever the enemy shows."""
    closed = replace(temper, open_at=1.0, replies=0)
    return replace(closed, open_after=0, stays=0) if isinstance(closed, HanoiTemper) else closed


def hardened(temper: Temper) -> Temper:
    """Return the temper a step harder: more force, and more asked at the table."""
    table = replace(temper.table, ask=temper.table.ask + 0.5, margin=temper.table.margin + 0.05)
    if isinstance(temper, WashingtonTemper):
        return replace(
            temper,
            bombing=5,
            line=2,
            climb=2,
            trail=4,
            ground=2,
            men=550,
            pace=80,
            leave_at=0.62,
            hawkish=0.3,
            table=table,
        )
    return replace(
        temper,
        infiltration=4,
        force=300,
        main_corps=4,
        effort_at_table=2,
        prepare_at=0.0,
        strike_at=0.40,
        rest=1.2,
        hawkish=0.4,
        table=table,
    )


def softened(temper: Temper) -> Temper:
    """Return the temper a step milder: less force, fewer dead, less asked at the table."""
    if isinstance(temper, WashingtonTemper):
        return replace(
            temper,
            bombing=1,
            line=0,
            bombing_at_table=0,
            ground=0,
            men=120,
            pace=25,
            leave_at=0.30,
            leave=50,
            men_last=0,
            hand_over=3,
            hawkish=NEVER,
            table=eager(temper.table),
        )
    return replace(
        temper,
        infiltration=1,
        force=90,
        effort=0,
        main_corps=0,
        effort_at_table=0,
        prepare_at=1.0,
        strike_at=1.0,
        hawkish=NEVER,
        table=eager(temper.table),
    )


def eager(table: TableTemper) -> TableTemper:
    """Return a table temper that asks what is within reach and signs what is fair."""
    return replace(table, ask=0.2, margin=table.margin - 0.05)
