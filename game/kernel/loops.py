"""numpy's own loops: where its exp, log and their like lie in memory, to be called from the kernel.

A ufunc is a C structure whose layout is part of numpy's public interface (``PyUFuncObject`` in
numpy/ufuncobject.h): the loops it has chosen for this processor, their data, and the types of each.
Calling the same loop on the same numbers gives the same bits on every processor, which no exp of
our own could promise.
"""

import ctypes
from typing import Any, Final

import numpy as np

from game.kernel.schedule import LOOPS

UFUNCS: Final = {
    "exp": np.exp,
    "exp2": np.exp2,
    "log": np.log,
    "log1p": np.log1p,
    "arcsinh": np.arcsinh,
    "pow": np.power,
}


class _Ufunc(ctypes.Structure):
    """The head of PyUFuncObject, after what every Python object begins with."""

    _fields_ = (
        ("nin", ctypes.c_int),
        ("nout", ctypes.c_int),
        ("nargs", ctypes.c_int),
        ("identity", ctypes.c_int),
        ("functions", ctypes.POINTER(ctypes.c_void_p)),
        ("data", ctypes.POINTER(ctypes.c_void_p)),
        ("ntypes", ctypes.c_int),
        ("reserved1", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("types", ctypes.POINTER(ctypes.c_char)),
    )


class NoLoop(Exception):
    """numpy is not laid out as it is known to be."""


def addresses() -> list[int]:
    """Return loop and data of each of ``LOOPS`` for float64; NoLoop where they are not found."""
    found: list[int] = []
    for name in LOOPS:
        found += _loop(UFUNCS[name])
    return found


def _loop(ufunc: Any) -> tuple[int, int]:
    head = _Ufunc.from_address(id(ufunc) + object.__basicsize__)
    count = (head.nin, head.nout, head.nargs, head.ntypes)
    if count != (ufunc.nin, ufunc.nout, ufunc.nargs, ufunc.ntypes):
        raise NoLoop(f"numpy {np.__version__}: {ufunc.__name__} is laid out otherwise")
    for place in range(head.ntypes):
        types = head.types[place * head.nargs : (place + 1) * head.nargs]
        if set(types) == {np.dtype(np.float64).num}:
            return int(head.functions[place] or 0), int(head.data[place] or 0)
    raise NoLoop(f"numpy {np.__version__}: {ufunc.__name__} has no loop for float64")
