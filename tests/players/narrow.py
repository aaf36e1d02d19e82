"""NumPy as a system has it whose integers are narrow: 32 bits where no type is asked for, as in a
browser. What is asked for with a type keeps it.
"""

from types import ModuleType
from typing import Any

import numpy as np

MADE = ("array", "asarray", "arange", "full", "full_like", "zeros", "ones", "stack")
"""Calls that give default integers where they are given Python's."""
PLACES = ("argsort", "argmax", "argmin", "nonzero", "flatnonzero", "bincount", "searchsorted")
"""Calls that give places, which are as wide as the system's addresses."""


class Narrow(ModuleType):
    """A module that is numpy but for the width of its default integers."""

    def __init__(self) -> None:
        """Stand for numpy."""
        super().__init__("numpy")

    def __getattr__(self, name: str) -> Any:
        real = getattr(np, name)
        if name in MADE:
            return _made(real)
        return _place(real) if name in PLACES else real


def _made(real: Any) -> Any:
    def call(*words: Any, **options: Any) -> Any:
        found = real(*words, **options)
        if options.get("dtype") is int or not (options.get("dtype") or _typed(words)):
            return narrowed(found)
        return found

    return call


def _place(real: Any) -> Any:
    return lambda *words, **options: narrowed(real(*words, **options))


def _typed(words: Any) -> bool:
    """Whether an array of int64 is handed in, which stays one, or a type."""
    inner = [one for word in words for one in (word if isinstance(word, list | tuple) else [word])]
    wide = [one for one in inner if getattr(one, "dtype", None) == np.int64 and np.ndim(one) > 0]
    return bool(wide) or any(isinstance(word, type | np.dtype) for word in words)


def narrowed(found: Any) -> Any:
    """Return int64 as int32 where all of it fits, as numpy does."""
    if isinstance(found, tuple):
        return tuple(narrowed(one) for one in found)
    if getattr(found, "dtype", None) != np.int64:
        return found
    if np.size(found) and np.abs(found).max() > np.iinfo(np.int32).max:
        return found
    return found.astype(np.int32)
