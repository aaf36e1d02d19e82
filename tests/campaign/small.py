"""A campaign of four quarters, and ways to break it."""

from pathlib import Path

from game.campaign import Campaign
from game.campaign.loading import parse

PATH = Path(__file__).with_name("small.toml")
TEXT = PATH.read_text(encoding="utf-8")
SCENARIO = """
format = 1
[campaign]
name = "shorter"
title = "Three quarters"
summary = "A part."
base = "small"
start = "1968Q4"
last = "1969Q1"
"""


def small(*changes: tuple[str, str]) -> Campaign:
    """Return the campaign with texts replaced."""
    return parse(changed(*changes).encode(), PATH)


def changed(*changes: tuple[str, str]) -> str:
    """Return the file's text with each first text replaced once by the second."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) >= 1, f"{old!r} does not stand in the file"
        text = text.replace(old, new, 1)
    return text


def scenario(extra: str = "", text: str = SCENARIO) -> Campaign:
    """Return a scenario of the campaign."""
    return parse((text + extra).encode(), PATH)
