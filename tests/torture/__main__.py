"""``python -m tests.torture KIND``: one torture, full by default, or a count, or a share."""

import argparse
import os
import tempfile
from importlib import import_module
from pathlib import Path

from tests.torture.cases import Findings

FULL = {
    "kill": 300,
    "fuzz": 40_000,
    "faults": 50,
    "peek": 500,
    "keys": 10_000,
    "lines": 10_000,
    "streams": 200,
}
"""Kills; mutations, half of saves and half of campaigns; games under faults; worlds; key presses at
the window; lines at the terminal; starts with streams closed or broken, and signals."""


def main() -> int:
    """Run one torture and print its figures; 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("kind", choices=tuple(FULL))
    parser.add_argument("--count", type=int, default=None, help="how many (default: all)")
    parser.add_argument("--share", type=float, default=1.0, help="this share of all, at least one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="DIR",
        default=Path(tempfile.gettempdir()) / "overture-torture",
        help="where failing cases are kept",
    )
    arguments = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    count = arguments.count or max(1, round(FULL[arguments.kind] * arguments.share))
    findings = Findings(arguments.kind, arguments.keep)
    import_module(f"tests.torture.{arguments.kind}").run(findings, count, arguments.seed)
    return findings.tell()


if __name__ == "__main__":
    raise SystemExit(main())
