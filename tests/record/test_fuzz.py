"""Saves mutated in bytes and in structure: one clear message, or a game that says what changed."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from game.problems import Problem
from game.record import lines, load
from tests.campaign.small import small
from tests.record.test_log import saved

ODD = (None, 0, -1, 3, 99, 10**9, 2**60, 1.5, "", "x", "1968Q3", [], {}, True, [1] * 5, "a" * 3000)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of everything inside nested rows."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, inner in pairs:
        found.append((*path, key))
        if isinstance(inner, dict | list):
            found += places(inner, (*path, key))
    return found


def sealed(first: str, rows: list[Any]) -> bytes:
    """Return a file of mutated rows under a checksum that fits."""
    header = json.loads(first) | {"lines": len(rows)}
    del header["checksum"]
    body = "".join(json.dumps(row) + "\n" for row in rows)
    header["checksum"] = lines.checksum(header, body)
    first = json.dumps(header, separators=(",", ":"), ensure_ascii=False)
    return f"{first}\n{body}".encode()


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Return a save with a few bytes or a few values changed."""
    if rng.random() < 0.3:
        raw, place = bytearray(data), rng.randrange(len(data))
        raw[place : place + rng.randint(0, 200)] = bytes([rng.randrange(256)])
        return bytes(raw)
    first, *rest = data.decode().splitlines()
    rows = [json.loads(line) for line in rest]
    *path, last = rng.choice(places(rows))
    inner: Any = rows
    for key in path:
        inner = inner[key]
    if rng.random() < 0.3:
        del inner[last]
    else:
        inner[last] = rng.choice(ODD)
    return sealed(first, rows)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a good save."""
    path = tmp_path_factory.mktemp("saves") / "game.overture"
    saved(path)
    return path.read_bytes()


@pytest.mark.parametrize("seed", range(120))
def test_a_mutated_save_is_refused_in_one_message_or_played_on(
    seed: int, good: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "game.overture"
    path.write_bytes(mutated(good, random.Random(seed)))
    game, said = None, ""
    try:
        game = load(path, small())
    except Problem as problem:
        said = str(problem)
    if game is None:
        assert said.startswith("game.overture: ")
        assert "\n" not in said
        return
    for side in (0, 1):
        if not game.over and not game.committed(side):
            game.commit(side, {})
    assert len(game.past.rows) >= 1
