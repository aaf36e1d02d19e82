"""Loading a saved game: the log is read, played again, and compared quarter by quarter.

Where the rules or the campaign have changed since, or a replay comes out otherwise, the past is
shown as it was stored and play goes on from the stored world; a notice says so in one sentence.
"""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from game import RULES, disk
from game.campaign import Campaign, build, names
from game.campaign import load as load_campaign
from game.campaign.files import own
from game.engine.board import HANOI, ISSUES, SIDES, WASHINGTON, Floats
from game.engine.orders import OrderError
from game.engine.resolve import prepare
from game.engine.tables import Tables
from game.engine.world import FIELDS, World, digests, faults
from game.problems import Problem
from game.record import hindsight, lines
from game.record.encoding import (
    differing,
    report_of,
    rung_faults,
    strangers,
    world_numbers,
    world_of,
)
from game.record.game import Game
from game.record.history import BothSides, GameHistory, begun, orders_in
from game.record.log import Drafts, Log, Pending, QuarterRow
from game.record.sealing import Passphrases

UNDECIDED = Pending(kind="pending", washington=None, hanoi=None, drafts=Drafts(), injected=[])


def load(
    path: Path, campaign: Campaign | None = None, passphrases: Passphrases | None = None
) -> Game:
    """Return the game in a file; its ``notices`` say what a player must know.

    ``campaign`` serves where the game's own cannot be found: a stranger's file is looked for beside
    the save under its name. Raises Problem in one message for a file that cannot be played; it is
    Damaged for one that is no whole game, Locked for a sealed one without ``passphrases``.
    """
    log, locks = lines.opened(disk.read(path), path.name, passphrases)
    if campaign is not None and campaign.name != log.header.campaign:
        raise Problem(
            f"{path}: a game of the campaign {log.header.campaign}, not of "
            f"{campaign.name}. Name its own, or none."
        )
    campaign = campaign or _campaign_of(log, path)
    past, notices = _past_of(log, campaign, path.name)
    game = Game(past)
    try:
        game.resume(log.pending, log.entries)
    except Problem as problem:
        if not notices:
            what = str(problem).replace("\n  ", "; ")
            raise lines.damaged(path.name, log.header.lines + 1, what) from None
        game = Game(past)
        game.resume(UNDECIDED, log.entries)
        notices = (*notices, "Orders that awaited the other side's are to be given again.")
    game.notices, game.locks = notices, locks
    return game


def verify(path: Path, campaign: Campaign | None = None) -> Game:
    """Return the game in a file, or raise Problem where it cannot be replayed exactly."""
    game = load(path, campaign)
    if game.notices:
        raise Problem(f"{path.name}: " + " ".join(game.notices))
    return game


def _campaign_of(log: Log, path: Path) -> Campaign:
    name = log.header.campaign
    if name in names():
        return load_campaign(name)
    beside = path.with_name(f"{name}.toml")
    if os.path.isfile(beside):
        return load_campaign(beside)
    if name in own():
        return load_campaign(name)
    raise Problem(f"{path.name}: its campaign {name} is not here. Put {name}.toml beside the save.")


def _tilt_of(log: Log) -> Floats:
    """Return (S, I) the private weights a game began with; nought in one begun before there were
    any."""
    field = FIELDS["tilt"]
    kept = log.beginning.world.get("tilt", [0] * (len(SIDES) * len(ISSUES)))
    return np.array(kept, dtype=np.float64).reshape(len(SIDES), len(ISSUES)) * field.precision


def _past_of(log: Log, campaign: Campaign, name: str) -> tuple[GameHistory, tuple[str, ...]]:
    """Return the past a log tells of, and what there is to say about it."""
    _follow_on(log, campaign, name)
    types = np.array([log.beginning.resilience, log.beginning.nerve])
    tables, world = build(campaign, types=types, tilt=_tilt_of(log))
    told: tuple[str, ...] = ()
    why = _changed(log, campaign)
    if not why:
        stored = log.beginning.stored
        past = begun(campaign, tables, log.beginning, world)
        if stored:
            past = _stored(log, campaign, tables, name, stored)
            told = (
                f"The quarters before {past.quarter_name} were played under other rules or "
                "another campaign: they are shown as they were stored.",
            )
        if log.beginning.hindsight is not None:
            told = (hindsight.said(log.beginning),)
        past, why = _replayed(log, past, name)
        if not why:
            return past, told
    past = _stored(log, campaign, tables, name, len(log.quarters))
    changes = {"stored": len(log.quarters), "campaign_digest": campaign.digest}
    past = replace(past, beginning=past.beginning.model_copy(update=changes))
    return past, (
        f"{why}; the past is shown as it was stored, and play goes on from the stored state.",
    )


def _changed(log: Log, campaign: Campaign) -> str:
    """Return why the past cannot be played again as it was; empty where nothing has changed."""
    if log.header.rules != RULES:
        return f"Saved under rules {log.header.rules}, and rules {RULES} hold now"
    if log.beginning.campaign_digest != campaign.digest:
        return f"The campaign {campaign.name} has changed since this game was saved"
    return ""


def _follow_on(log: Log, campaign: Campaign, name: str) -> None:
    """Refuse quarters that do not follow each other from the campaign's start."""
    wanted = [campaign.quarter(campaign.start_index + count) for count in range(len(log.quarters))]
    for number, (row, quarter) in enumerate(zip(log.quarters, wanted, strict=True), 3):
        if row.quarter != quarter:
            raise lines.damaged(name, number, f"{row.quarter} stands where {quarter} belongs")
    luck = [source.since for source in log.beginning.luck]
    if luck[0] > campaign.start or luck != sorted(set(luck)):
        raise lines.damaged(name, 2, "where luck comes from is not in order")
    if log.beginning.stored > len(log.quarters):
        raise lines.damaged(name, 2, "more quarters are said to be stored than there are")


def _replayed(log: Log, past: GameHistory, name: str) -> tuple[GameHistory, str]:
    """Return the past as the rules play it on, and the first quarter and fields that come out
    otherwise than stored; empty where all agree."""
    if not past.rows and past.beginning.digest != _digest_of_start(past):
        return past, _difference(past.campaign.start, _start_fields(past))
    for number, row in enumerate(log.quarters[len(past.rows) :], len(past.rows) + 3):
        past = past.plus(_orders(past, row, name, number), row.injected)
        made = past.rows[-1]
        if made != row:
            fields = differing(made.world, row.world) or ["what each side was told"]
            return past, _difference(row.quarter, fields)
    return past, ""


def _digest_of_start(past: GameHistory) -> str:
    return digests(past.worlds[0])[0]


def _start_fields(past: GameHistory) -> list[str]:
    return differing(past.beginning.world, world_numbers(past.worlds[0]))


def _difference(quarter: str, fields: list[str]) -> str:
    shown = ", ".join(fields[:8]) + (f" and {len(fields) - 8} more" if len(fields) > 8 else "")
    return f"{quarter}: played again, this game comes out otherwise than stored, in {shown}"


def _orders(past: GameHistory, row: QuarterRow, name: str, number: int) -> BothSides:
    made = []
    for side in (WASHINGTON, HANOI):
        try:
            made.append(orders_in(past, side, getattr(row.orders, SIDES[side])))
        except OrderError as error:
            raise lines.damaged(name, number, f"{SIDES[side]}: {error}") from None
    return made[0], made[1]


def _stored(log: Log, campaign: Campaign, tables: Tables, name: str, kept: int) -> GameHistory:
    """Return the first ``kept`` quarters from what was stored, and nothing of later ones; the last
    world is made ready by today's rules."""
    past = begun(campaign, tables, log.beginning, _world(log, 0, tables, name, kept))
    for count, row in enumerate(log.quarters[:kept], 1):
        try:
            told = [report_of(getattr(row.reports, side)) for side in SIDES]
        except ValueError as error:
            raise lines.damaged(name, count + 2, f"reports: {error}") from None
        orders = _orders(past, row, name, count + 2)
        past = past.plus_stored(row, _world(log, count, tables, name, kept), orders, told)
    return past


def _world(log: Log, count: int, tables: Tables, name: str, kept: int) -> World:
    """Return the stored world after ``count`` quarters, ready to be played if it is the last."""
    numbers = log.quarters[count - 1].world if count else log.beginning.world
    channels = len(tables.channels.ids)
    world = world_of(numbers, channels)
    wrong = next(faults(world), None) or next(rung_faults(world), None)
    if wrong:
        raise lines.damaged(name, count + 2, wrong)
    if count == kept and strangers(numbers, channels):
        return prepare(world, tables)
    return world


__all__ = ["load", "verify"]
