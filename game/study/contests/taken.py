"""How well a side's people say how it was taken: their cards held against what the enemy's belief
did, over many wars; and what all the cards of a war together tell of the enemy's private type.

Wars are played between governments drawn by seed, chance and bent doctrines alike, each group of
wars in one batch. Every quarter of every side is a row.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints, Masks
from game.engine.events import events_at
from game.engine.ladders import OPEN_FROM
from game.engine.luck import draw
from game.engine.orders import join
from game.engine.resolve import resolve
from game.engine.rules.readings import classes, moved
from game.engine.sight import look
from game.record.matches import openings, player_seeds
from game.study.contests.advice_players import drawn_policy
from game.study.contests.play import opened

WARS: Final = 12  # in one batch, between the same two governments
CLASSES: Final = (-1, 0, 1)
POSTURES: Final = 4
ROUNDS, PACE = 300, 0.5  # of the gradient that fits the guess at types


@dataclass(frozen=True)
class Cards:
    """Cards of many quarters, a row each: ``war`` and ``side``; the ``posture`` shown; the card's
    direction ``taken`` and how ``sure`` it is; the ``truth``; the enemy's ``type``, 1 resilient."""

    war: Ints
    side: Ints
    posture: Ints
    taken: Ints
    sure: Ints
    truth: Ints
    type: Ints

    def __len__(self) -> int:
        return len(self.war)

    @property
    def right(self) -> Masks:
        """(N,) whether the direction is the true one."""
        return self.taken == self.truth


def played(campaign: str, quarters: int, seed: int) -> Cards:
    """Return the cards of at least ``quarters`` quarters of wars."""
    rows: list[Ints] = []
    count, group = 0, 0
    while count < quarters:
        rows.append(_group(campaign, seed + group, group))
        count += len(rows[-1]) // 2
        group += 1
    return Cards(*np.concatenate(rows).T)


def _group(campaign: str, seed: int, group: int) -> Ints:
    """Return (rows, 7) the cards of one batch of wars."""
    _, tables, start = opened(campaign)
    seeds = np.arange(WARS, dtype=np.int64) + seed * 1000
    world = openings(start, tables, seeds)
    policies = [drawn_policy(seeds[:1], side) for side in (WASHINGTON, HANOI)]
    found = []
    while world.running.any():
        both = [
            policies[side].decide_batch(look(world, side, tables), player_seeds(seeds, side))
            for side in (0, 1)
        ]
        luck, orders = draw(seeds, int(world.quarter.max())), join(*both)
        after, _ = resolve(world, orders, events_at(tables, world.quarter), luck, tables)
        truth = classes(moved(after, world))
        for side in (0, 1):
            row = (
                np.arange(WARS) + group * WARS,
                np.full(WARS, side),
                orders.postures[:, side],
                after.taken[:, side],
                after.taken_sure[:, side],
                truth[:, side],
                world.resilience[:, 1 - side],
            )
            found.append(np.stack(row, axis=1)[world.running])
        world = after
    return np.concatenate(found)


def figures(cards: Cards) -> dict[str, Any]:
    """Return what the cards were worth, as shares."""
    return {
        "cards": len(cards),
        "right": float(cards.right.mean()),
        "right_by_sureness": [
            {
                "sure": sure,
                "cards": int((cards.sure == sure).sum()),
                "right": float(cards.right[cards.sure == sure].mean()),
            }
            for sure in range(3)
            if (cards.sure == sure).any()
        ],
        "commonest_by_posture": commonest(cards),
        "truths": [float((cards.truth == one).mean()) for one in CLASSES],
        "type_told": type_told(cards),
    }


def commonest(cards: Cards) -> float:
    """Return the share of truths that always saying the commonest for each posture would meet."""
    met = 0
    for posture in range(POSTURES):
        shown = cards.truth[cards.posture == posture]
        met += max((int((shown == one).sum()) for one in CLASSES), default=0)
    return met / len(cards)


def type_told(cards: Cards) -> float:
    """Return how often a guess at the enemy's type from all the cards of a war is right, low and
    high types counting alike: a logistic guess fitted on one half of the wars, tried on the other.
    """
    found = []
    for side in (WASHINGTON, HANOI):
        features, types = _by_war(cards, side)
        half = np.arange(len(types)) % 2 == 0
        for fitted, tried in ((half, ~half), (~half, half)):
            found.append(_balanced(features, types, fitted, tried))
    return float(np.mean(found))


def _by_war(cards: Cards, side: int) -> tuple[Floats, Ints]:
    """Return (W, F) what a war's cards were like, and (W,) the enemy's type."""
    rows, types = [], []
    for war in np.unique(cards.war):
        mine = (cards.war == war) & (cards.side == side)
        if not mine.any():
            continue
        taken, sure, posture = cards.taken[mine], cards.sure[mine], cards.posture[mine]
        row = [float((taken == one).mean()) for one in CLASSES]
        row += [float((taken * sure).mean()), float(mine.sum()) / 33.0]
        row += [float(((taken == one) & (posture >= OPEN_FROM)).mean()) for one in CLASSES]
        rows.append([1.0, *row])
        types.append(int(cards.type[mine][0]))
    return np.array(rows), np.array(types)


def _balanced(features: Floats, types: Ints, fitted: Masks, tried: Masks) -> float:
    weights = np.zeros(features.shape[1])
    known, wanted = features[fitted], types[fitted].astype(np.float64)
    high = max(float(wanted.mean()), 1e-9)
    share = np.where(wanted == 1, 0.5 / high, 0.5 / max(1.0 - high, 1e-9))
    for _ in range(ROUNDS):
        guess = 1.0 / (1.0 + np.exp(-(known * weights).sum(axis=1)))
        weights -= PACE * (((guess - wanted) * share)[:, None] * known).mean(axis=0)
    said = (features[tried] * weights).sum(axis=1) > 0.0
    resilient = types[tried] == 1
    return float(0.5 * (said[resilient].mean() + (~said[~resilient]).mean()))
