"""Games for the tortures: the small campaign and the whole war, played with random orders."""

import random
from functools import cache
from pathlib import Path
from unittest.mock import patch

import numpy as np

from game.campaign import Campaign, load
from game.campaign.loading import parse
from game.engine.board import HANOI, WASHINGTON
from game.players.base import Glancing
from game.players.random_legal import RandomLegal
from game.record import Game, Passphrases, running_path, sealing
from tests.campaign.small import PATH, small

WHOLE = "vietnam-1965-1973"
TET = """format = 1
[campaign]
name = "tet-part"
title = "Tet"
summary = "Six quarters around the general offensive."
base = "vietnam-1965-1973"
start = "1967Q3"
last = "1968Q4"
"""
PASSPHRASES = Passphrases("harvest moon", "red river delta", "chalk and blackboard")
WORDS = ("Wait for the winter.", "They will leave.", "Rice for nine divisions.", "Ba Đình")


@cache
def campaign(name: str) -> Campaign:
    """Return a campaign of the tortures: ``small``, ``tet`` or ``whole``."""
    if name == "small":
        return small()
    return load(WHOLE) if name == "whole" else parse(TET.encode(), Path("tet-part.toml"))


def move(game: Game, rng: random.Random) -> None:
    """Play a quarter with random legal orders, and now and then a note or an event."""
    if rng.random() < 0.3:
        game.write("note", rng.randrange(2), rng.choice(WORDS))
    if rng.random() < 0.2:
        game.inject("A bulletin", rng.choice(WORDS))
    for side in rng.sample((WASHINGTON, HANOI), 2):
        player = Glancing(RandomLegal(), rng.randrange(10**6))
        game.commit(side, player.decide(game.dossier(side)))


def played(
    name: str, quarters: int, seed: int, folder: Path | None = None, sealed: bool = False
) -> Game:
    """Return a game after so many quarters, one side's orders given and the other's drafted."""
    rng = random.Random(seed)
    game = Game.new(campaign(name), seed=int(np.int64(seed) % 10**9))
    if sealed:
        with_cheap_keys(game)
    if folder is not None:
        game.keeper.path = running_path(folder)
    for _ in range(quarters):
        if not game.over:
            move(game, rng)
    if not game.over:
        game.commit(HANOI, {})
        game.draft(WASHINGTON, {"troops": "hold"})
    return game


def with_cheap_keys(game: Game) -> None:
    """Seal a game at the least cost a file may have."""
    with patch.object(sealing, "COST", sealing.COSTS[0]):
        game.seal(PASSPHRASES)


def beside(folder: Path) -> None:
    """Put the campaigns that do not ship with the game beside its saves."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "small.toml").write_bytes(PATH.read_bytes())
    (folder / "tet-part.toml").write_text(TET)
