"""Quarters and days as campaign files write them."""

import re
from typing import Final

NEVER: Final = "never"
QUARTER: Final = re.compile(r"(1[89]|20)\d\dQ[1-4]")


def quarter_of(day: str) -> str:
    """Return the quarter in which a date or a month lies: ``1968-01-30`` is in ``1968Q1``."""
    return f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}"
