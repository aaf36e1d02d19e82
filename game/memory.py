"""How much memory this process holds, in bytes, on any system; 0 where it cannot be told."""

import sys
from pathlib import Path


def most() -> int:
    """Return the most this process has held."""
    try:
        import resource
    except ImportError:  # Windows has no such module
        return 0
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(held if sys.platform == "darwin" else held * 1024)


def now() -> int:
    """Return what this process holds; the most it has held where the system tells no more."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (ImportError, OSError, ValueError, IndexError):
        return most()
    return pages * resource.getpagesize()
