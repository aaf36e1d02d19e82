"""Baked maps as files: those that ship with a build, and those kept in the user's cache folder.

Reading, baking and keeping a map go in slices, each short enough to fit between two frames.
"""

import hashlib
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final

import pygame

from game.ui.assets import ASSETS
from game.ui.map import fields
from game.ui.map.bake import Sheet, bake, blank
from game.ui.map.projection import Frame

EDITION: Final = 5  # raised when the map is drawn otherwise, so that old files are not found
KEPT_FILES: Final = 30  # some 2 megabytes each
SHIPPED: Final = ASSETS / "baked"  # where a build lays the maps of the sizes it knows
PIECE: Final = 1 << 18  # bytes packed or unpacked in one slice, some 10 milliseconds
Key = tuple[Frame, float]


def made(key: Key, folder: Path) -> Generator[None, None, Sheet]:
    """Return the map of ``key``, read from a file where there is one, else baked and kept in
    ``folder``."""
    for place in (SHIPPED, folder):
        found = yield from read(place / name_of(key), key[0])
        if found is not None:
            return found
    frame, letters = key
    sheet = blank(frame)
    for _ in bake(frame, sheet, letters):
        yield
    fields.forget()
    yield from write(folder / name_of(key), sheet)
    return sheet


def name_of(key: Key) -> str:
    """Return the name of a map's file."""
    return hashlib.sha256(f"{EDITION} {key}".encode()).hexdigest()[:24] + ".map"


def read(path: Path, frame: Frame) -> Generator[None, None, Sheet | None]:
    """Return a sheet from its file, or None where there is none or it is damaged."""
    size, unpacker, raw = (frame.width, frame.height), zlib.decompressobj(), bytearray()
    split = size[0] * size[1] * 3
    try:
        packed = path.read_bytes()
        for piece in pieces(packed):
            raw += unpacker.decompress(piece)
            yield
        ground = pygame.image.frombytes(bytes(raw[:split]), size, "RGB")
        yield
        return Sheet(ground, pygame.image.frombytes(bytes(raw[split:]), size, "RGBA"))
    except (OSError, ValueError, zlib.error):
        return None


def write(path: Path, sheet: Sheet) -> Generator[None, None, None]:
    """Save a sheet; a disk that is full or closed to us is no reason to stop a game."""
    packer, packed = zlib.compressobj(1), bytearray()
    ground = pygame.image.tobytes(sheet.ground, "RGB")
    yield
    names = pygame.image.tobytes(sheet.names, "RGBA")
    yield
    for piece in (*pieces(ground), *pieces(names)):
        packed += packer.compress(piece)
        yield
    packed += packer.flush()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(packed)
        part.replace(path)
        old = sorted(path.parent.glob("*.map"), key=lambda p: p.stat().st_mtime)
        for stale in old[:-KEPT_FILES]:
            stale.unlink()
    except OSError:
        return


def pieces(data: bytes) -> Iterator[bytes]:
    """Yield data piece by piece."""
    for start in range(0, len(data), PIECE):
        yield data[start : start + PIECE]
