"""Golden games: the replayed record and three wars of random orders, a digest and a line a quarter.

``python -m tests.engine.golden`` writes ``golden.json`` anew. The file changes only in a commit of
its own, whose message says which rule or constant changed and why.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from game.campaign import load, replay
from game.engine.board import ENDINGS, HANOI, WASHINGTON, quarter_name
from game.engine.ladders import POSTURES
from game.engine.world import World, digests
from game.theory.belief import RUNGS_OPENNESS
from tests.engine.wars import played

FILE = Path(__file__).with_name("golden.json")
FULL, FIRST = "vietnam-1965-1973", "1965Q1"
WARS, SEED = 3, 21
Game = list[dict[str, str]]


@cache
def games() -> dict[str, Game]:
    """Return every golden game, a row a quarter."""
    found = {"the record": list(rows([step.closing for step in replay(load(FULL))], 0))}
    worlds = [step.closing for step in played(WARS, SEED)]
    for war in range(WARS):
        found[f"random orders {war}"] = list(rows(worlds, war))
    return found


def rows(worlds: list[World], war: int) -> Iterator[dict[str, str]]:
    """Yield a row for each quarter of one war, up to its end."""
    for world in worlds:
        yield {"log": line(world, war), "digest": digests(world)[war]}
        if world.ended[war]:
            return


def line(world: World, war: int) -> str:
    """Return what stands at a quarter's end, for a person who looks for what has changed."""
    shown = [POSTURES[RUNGS_OPENNESS.index(float(share))] for share in world.openness[war]]
    name = quarter_name(FIRST, int(world.quarter[war]) - 1)
    return (
        f"{name}: {world.troops[war]:.3f} thousand men, "
        f"{world.us_deaths[war]} American dead, {world.hanoi_deaths[war]} of Hanoi's, "
        f"force {world.main_force[war].sum():.3f}, approval {world.approval[war]:.4f}, "
        f"opposition {world.opposition[war]:.4f}, cohesion {world.cohesion[war]:.4f}, postures "
        f"{shown[WASHINGTON]} and {shown[HANOI]}, open "
        f"{world.open_high[war, WASHINGTON]:.6f} and {world.open_high[war, HANOI]:.6f}, "
        f"{ENDINGS[world.ended[war]]}"
    )


if __name__ == "__main__":
    FILE.write_text(json.dumps(games(), indent=1) + "\n", "utf-8")
