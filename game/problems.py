"""The one exception a person may see: bad input, said in one clear message."""

from collections.abc import Iterable


class Problem(Exception):
    """What is wrong, where, and what to do about it; printed as it stands, never as a traceback."""


class Exists(Problem):
    """Something is there already: whoever means to replace it says so."""


def gather(heading: str, findings: Iterable[str]) -> Problem:
    """Return one Problem that lists every finding under ``heading``, a line each."""
    return Problem("\n".join([heading, *(f"  {finding}" for finding in findings)]))
