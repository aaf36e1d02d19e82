"""Draws every picture of the window: campaigns, briefings, climaxes and papers, in one style.

    python -m tools.cut_pictures [NAME ...]

No picture is read and none is copied: ``tools/cuts`` draws them by arithmetic (NumPy, Pillow). The
pictures go to ``assets/pictures`` with a list, ``made.json``, of the digests of what drew them and
of what came out; a test compares both. Some seconds each; without names all are drawn.
"""

import hashlib
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tools.cuts import country, desks, rooms, skies
from tools.cuts.block import FINE, Block

ROOT: Final = Path(__file__).resolve().parents[1]
OUT: Final = ROOT / "assets" / "pictures"
LIST: Final = OUT / "made.json"
SOURCES: Final = ROOT / "tools" / "cuts"
PICTURES: Final[dict[str, tuple[int, Callable[[Block], None]]]] = {
    "table": (11, rooms.table),
    "door": (12, rooms.door),
    "door-shut": (12, rooms.door_shut),
    "chairs": (20, rooms.chair),
    "telephone": (17, rooms.telephone),
    "signature": (21, desks.signature),
    "press": (24, desks.press),
    "emblems": (23, desks.emblems),
    "harbour": (14, skies.harbour),
    "bombers": (15, skies.bombers),
    "gate": (16, skies.gate),
    "shelters": (25, skies.shelters),
    "trail": (13, country.trail),
    "paddies": (18, country.paddies),
    "crowd": (19, country.crowd),
    "palace": (26, country.palace),
}
"""Each picture's seed and what cuts it."""


def drawn(name: str, scale: float = FINE) -> Block:
    """Return a picture's block, cut at ``scale`` pixels a unit."""
    seed, cut = PICTURES[name]
    block = Block(seed, scale)
    cut(block)
    return block


def instructions() -> str:
    """Return the digest of everything that draws."""
    digest = hashlib.sha256()
    for source in sorted(SOURCES.glob("*.py")):
        digest.update(source.read_bytes().replace(b"\r\n", b"\n"))
    digest.update(repr(sorted((name, seed) for name, (seed, _) in PICTURES.items())).encode())
    return digest.hexdigest()


def main(names: list[str]) -> None:
    """Draw the named pictures, or all, and write the list anew."""
    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        sys.exit(f"{unknown[0]}: no such picture. There are: {', '.join(PICTURES)}.")
    OUT.mkdir(parents=True, exist_ok=True)
    for name in names or PICTURES:
        held = io.BytesIO()
        drawn(name).print().save(held, "PNG", optimize=True, bits=2)
        (OUT / f"{name}.png").write_bytes(held.getvalue())
        print(name, len(held.getvalue()) // 1024, "kB", flush=True)
    made = {
        path.stem: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(OUT.glob("*.png"))
    }
    kept = {"instructions": instructions(), "pictures": made}
    LIST.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
