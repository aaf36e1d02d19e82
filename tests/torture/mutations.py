"""Mutations of files: of their bytes, and of their structure under a checksum that fits."""

import json
import random
import re
from copy import deepcopy
from typing import Any

from game.record import lines

ODD: tuple[Any, ...] = (
    None,
    0,
    -1,
    3,
    99,
    10**9,
    2**53,
    2**60,
    -(10**30),
    1.5,
    -0.0,
    "",
    "x",
    "1968Q3",
    [],
    {},
    True,
    False,
    [1] * 5,
    "a" * 3000,
    "\x1b[2J",
    "\u202e",
    [[[[[[[[[[1]]]]]]]]]],
    {"a": {"a": {"a": 1}}},
)
"""Values that no place expects, or that another place does."""
TOML = (
    "0",
    "-1",
    "1e308",
    "nan",
    "inf",
    "9" * 400,
    '""',
    '"x"',
    "[]",
    "{}",
    "true",
    "1968-01-30",
    "[[[[[[[[[[1]]]]]]]]]]",
    '"\\u202e"',
    '"\\u001b[2J"',
    "0.5",
    "400",
    '"1968Q3"',
    "[0, 1, 2]",
    '"../../x"',
    "0x7fffffffffffffff",
    '"' + "a" * 3000 + '"',
)


def of_bytes(data: bytes, rng: random.Random) -> bytes:
    """Return a file with a few bytes flipped, overwritten, cut, doubled or moved."""
    raw = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        at, length = rng.randrange(len(raw) or 1), rng.choice((1, 2, 8, 64, 500))
        kind = rng.randrange(6)
        if kind == 0:
            raw[at : at + 1] = bytes([raw[at] ^ (1 << rng.randrange(8))] if raw else b"")
        elif kind == 1:
            raw[at : at + length] = rng.randbytes(length)
        elif kind == 2:
            del raw[at : at + length]
        elif kind == 3:
            raw[at:at] = raw[at : at + length]
        elif kind == 4:
            raw[at:at] = rng.choice((b"\x00", b"\xff", b"\n", b"[" * 3000, b"{", b"9" * 500, b'"'))
        else:
            other = rng.randrange(len(raw) or 1)
            raw[at : at + length], raw[other : other + length] = (
                raw[other : other + length],
                raw[at : at + length],
            )
    return bytes(raw)


def of_rows(data: bytes, rng: random.Random) -> bytes:
    """Return a save with a few values changed, its checksum made to fit."""
    first, *rest = data.decode().splitlines()
    header, rows = json.loads(first), [json.loads(line) for line in rest]
    del header["checksum"]
    for _ in range(rng.choice((1, 1, 2, 4))):
        kind = rng.random()
        if kind < 0.1:
            _edit(header, rng)
        elif kind < 0.2 and rows:
            rows.insert(rng.randrange(len(rows)), deepcopy(rng.choice(rows)))
        elif kind < 0.3 and rows:
            rows.pop(rng.randrange(len(rows)))
        elif rows:
            _edit(rng.choice(rows), rng)
    if rng.random() < 0.9:
        header["lines"] = len(rows)
    body = "".join(_line(row) for row in rows)
    header["checksum"] = lines.checksum(header, body)
    return (_line(header) + body).encode(errors="surrogatepass")


def of_toml(data: bytes, rng: random.Random) -> bytes:
    """Return a campaign with a few lines or values changed."""
    rows = data.decode().split("\n")
    for _ in range(rng.choice((1, 1, 2, 4))):
        at = rng.randrange(len(rows))
        kind = rng.randrange(6)
        if kind == 0:
            rows[at] = rows[rng.randrange(len(rows))]
        elif kind == 1:
            rows.pop(at)
        elif kind == 2:
            rows.insert(at, rows[rng.randrange(len(rows))])
        elif kind == 3:
            rows[at] = re.sub(r"-?\d+(\.\d+)?", lambda _: rng.choice(TOML), rows[at], count=1)
        elif kind == 4:
            rows[at] = re.sub(r"= .*", lambda _: f"= {rng.choice(TOML)}", rows[at], count=1)
        else:
            rows[at] = re.sub(r"\d", lambda _: str(rng.randrange(10)), rows[at], count=1)
        rows = rows or [""]
    return "\n".join(rows).encode()


def _edit(row: dict[str, Any], rng: random.Random) -> None:
    """Change, drop or add one value somewhere inside a row."""
    inner: Any = row
    while True:
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        if not keys:
            return
        key = rng.choice(keys)
        if isinstance(inner[key], dict | list) and inner[key] and rng.random() < 0.8:
            inner = inner[key]
            continue
        kind = rng.random()
        if kind < 0.2:
            del inner[key]
        elif kind < 0.4 and type(inner[key]) is int:
            inner[key] += rng.choice((-1, 1, 2, -7, 1000))
        elif kind < 0.5 and isinstance(inner, dict):
            inner[rng.choice(("x", "kind", "quarter", "world"))] = deepcopy(rng.choice(ODD))
        else:
            inner[key] = deepcopy(rng.choice(ODD))
        return


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
