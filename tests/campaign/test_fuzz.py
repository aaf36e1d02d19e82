"""Campaign files mutated in bytes and in lines: a message, or a war that can be played."""

import random

import pytest

from game.campaign.loading import parse
from game.campaign.rehearse import rehearse
from game.problems import Problem
from tests.campaign.small import PATH, TEXT


def mutated(rng: random.Random) -> bytes:
    """Return the file with a few bytes, lines or numbers changed."""
    raw, kind = bytearray(TEXT.encode()), rng.random()
    if kind < 0.3:
        place = rng.randrange(len(raw))
        raw[place : place + rng.randint(0, 40)] = bytes([rng.randrange(256)])
        return bytes(raw)
    lines = TEXT.split("\n")
    place = rng.randrange(len(lines))
    if kind < 0.6:
        lines[place] = lines[rng.randrange(len(lines))]
    else:
        numbers = [n for n, line in enumerate(lines) if " = 0." in line and "{" not in line]
        place = rng.choice(numbers)
        lines[place] = lines[place].split(" = ")[0] + " = " + rng.choice(("0.0", "1.0", "0.02"))
    return "\n".join(lines).encode()


@pytest.mark.parametrize("seed", range(120))
def test_a_mutated_file_is_refused_in_one_message_or_can_be_played(seed: int) -> None:
    campaign, said = None, ""
    try:
        campaign = parse(mutated(random.Random(seed)), PATH)
    except Problem as problem:
        said = str(problem)
    if campaign is None:
        assert said.startswith("small.toml: ")
        return
    assert all(" is (" not in fault and "not finite" not in fault for fault in rehearse(campaign))
