"""The cache: what takes long to make and can always be made again, in the user's cache folder.

An entry is a file named by its kind and a digest of all that it was made from, and begins with a
digest of the rest: one that is broken, cut short or another's is as good as none, and is written
anew. Nothing here is ever needed: where the system refuses, things take longer and that is all.
``OVERTURE_CACHE`` names another folder.
"""

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game import folders

MOST_KEPT: Final = 24  # entries of one kind; the oldest go first
_CHECK: Final = 32  # bytes of the digest before the content
_SUFFIX: Final = ".cached"


def folder() -> Path:
    """Return the folder of the cache."""
    return Path(os.environ.get("OVERTURE_CACHE") or folders.cache())


def key(parts: Iterable[bytes]) -> str:
    """Return a name for what is made from ``parts``; other parts, or cut otherwise, another."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:32]


def get(kind: str, name: str) -> bytes | None:
    """Return an entry's content, None where there is none that is whole."""
    try:
        data = _path(kind, name).read_bytes()
    except OSError:
        return None
    content = data[_CHECK:]
    return content if hashlib.sha256(content).digest() == data[:_CHECK] else None


def put(kind: str, name: str, content: bytes) -> None:
    """Keep an entry, whole or not at all, and let the oldest of its kind go."""
    path = _path(kind, name)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(hashlib.sha256(content).digest() + content)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
        for old in _entries(kind)[MOST_KEPT:]:
            old.unlink()


def kept() -> list[Path]:
    """Return every file of the cache."""
    return _entries("*")


def _path(kind: str, name: str) -> Path:
    return folder() / f"{kind}-{name}{_SUFFIX}"


def _entries(kind: str) -> list[Path]:
    """Return the entries of a kind, the newest first; none where nobody may look."""
    try:
        return sorted(folder().glob(f"{kind}-*{_SUFFIX}"), key=lambda path: -path.stat().st_mtime)
    except OSError:
        return []
