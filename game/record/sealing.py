"""Keys and boxes: what two passphrases, and a spare one, can open.

From each passphrase scrypt makes a key. Three random keys seal a game: each side's own, opened by
its passphrase; the common one, opened by a key that both passphrases make together. A spare
passphrase opens all three. Boxes are AES-GCM: whoever changes a byte, of a box or of what it was
sealed beside, can no longer open it.

Sources: RFC 7914 (scrypt), RFC 5869 (HKDF), NIST SP 800-38D (GCM), as `cryptography` has them.
"""

import base64
import binascii
import hashlib
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from game.problems import Problem

COST: Final = 16  # log2 of scrypt's N with r = 8: 64 MB and a quarter of a second a passphrase
COSTS: Final = (14, 18)  # what a file may ask for: 16 to 256 MB
BLOCK: Final = 8  # scrypt's r
KEY: Final = 32  # bytes of a key: AES-256
SALT: Final = 16  # bytes
NONCE: Final = 12  # bytes, NIST SP 800-38D section 8.2
SHORTEST: Final = 8  # letters of a passphrase
PARTS: Final = ("common", "washington", "hanoi")
OWNERS: Final = ("washington", "hanoi", "spare")


@dataclass(frozen=True)
class Passphrases:
    """What people have typed. A spare one alone opens a game as both sides' do."""

    washington: str = ""
    hanoi: str = ""
    spare: str = ""


@dataclass(frozen=True)
class Locks:
    """The keys of a running game by part, and what stands in the file's header for opening it."""

    keys: Mapping[str, bytes]
    sealed: Mapping[str, Any]


class WrongPassphrase(Problem):
    """A passphrase that does not open the file; nothing was changed."""


def locked(passphrases: Passphrases) -> Locks:
    """Return new keys under both sides' passphrases, and the spare one if there is one.

    Problem for a passphrase that is too short.
    """
    given = {owner: getattr(passphrases, owner) for owner in OWNERS}
    for owner in ("washington", "hanoi", *(["spare"] if given["spare"] else [])):
        if len(normal(given[owner])) < SHORTEST:
            raise Problem(f"The passphrase of {_whose(owner)} has at least {SHORTEST} letters.")
    keys = {name: os.urandom(KEY) for name in PARTS}
    salts = {owner: os.urandom(SALT) for owner in OWNERS if given[owner]}
    made = {owner: _derived(given[owner], salts[owner], COST) for owner in salts}
    wraps = {"common": boxed(_both(made), keys["common"], b"common")}
    for side in ("washington", "hanoi"):
        wraps[side] = boxed(_expanded(made[side], b"own"), keys[side], side.encode())
    if "spare" in made:
        every = b"".join(keys[name] for name in PARTS)
        wraps["spare"] = boxed(_expanded(made["spare"], b"spare"), every, b"spare")
    salts_shown = {owner: salt.hex() for owner, salt in salts.items()}
    return Locks(keys, {"cost": COST, "salts": salts_shown, "wraps": wraps})


def unlocked(sealed: Mapping[str, Any], passphrases: Passphrases, name: str) -> Locks:
    """Return a file's keys; WrongPassphrase in one sentence if a passphrase does not open it."""
    if passphrases.spare:
        if "spare" not in sealed["wraps"] or "spare" not in sealed["salts"]:
            raise WrongPassphrase(f"{name}: no spare passphrase was chosen for this game.")
        made = _expanded(_made(sealed, passphrases, "spare"), b"spare")
        every = _unwrapped(sealed, "spare", made, "spare", name)
        keys = {part: every[place * KEY :][:KEY] for place, part in enumerate(PARTS)}
        return Locks(keys, sealed)
    own = {side: _made(sealed, passphrases, side) for side in ("washington", "hanoi")}
    keys = {
        side: _unwrapped(sealed, side, _expanded(made, b"own"), side, name)
        for side, made in own.items()
    }
    keys["common"] = _unwrapped(sealed, "common", _both(own), "both sides", name)
    return Locks(keys, sealed)


def boxed(key: bytes, content: bytes, beside: bytes) -> str:
    """Return content sealed under a key, as text; ``beside`` must be the same to open it."""
    nonce = os.urandom(NONCE)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, content, beside)).decode()


def unboxed(key: bytes, box: str, beside: bytes) -> bytes | None:
    """Return what a box holds, or None if the key is another or anything was changed."""
    try:
        raw = base64.b64decode(box, validate=True)
        if base64.b64encode(raw).decode() != box:
            return None
        return AESGCM(key).decrypt(raw[:NONCE], raw[NONCE:], beside)
    except (InvalidTag, binascii.Error, ValueError):
        return None


def normal(passphrase: str) -> str:
    """Return a passphrase as every keyboard gives it: one form of each letter, no outer spaces."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def _derived(passphrase: str, salt: bytes, cost: int) -> bytes:
    kdf = Scrypt(salt=salt, length=KEY, n=2**cost, r=BLOCK, p=1)
    return kdf.derive(normal(passphrase).encode())


def _made(sealed: Mapping[str, Any], passphrases: Passphrases, owner: str) -> bytes:
    salt = bytes.fromhex(sealed["salts"][owner])
    return _derived(getattr(passphrases, owner), salt, sealed["cost"])


def _both(made: Mapping[str, bytes]) -> bytes:
    return _expanded(made["washington"] + made["hanoi"], b"common")


def _expanded(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY, salt=None, info=purpose).derive(secret)


def _unwrapped(sealed: Mapping[str, Any], part: str, key: bytes, owner: str, name: str) -> bytes:
    opened = unboxed(key, sealed["wraps"][part], part.encode())
    if opened is None or len(opened) != (KEY * len(PARTS) if part == "spare" else KEY):
        raise WrongPassphrase(
            f"{name}: the passphrase of {_whose(owner)} does not open it; nothing was changed."
        )
    return opened


def _whose(owner: str) -> str:
    return {"spare": "the facilitator"}.get(owner, owner.title() if " " not in owner else owner)


def pin_hash(pin: str, salt: str) -> str:
    """Return what is kept of a facilitator's PIN. It keeps pupils out of a menu; whoever can read
    a plain file can also try every PIN."""
    return hashlib.scrypt(pin.encode(), salt=salt.encode(), n=2**14, r=BLOCK, p=1).hex()
