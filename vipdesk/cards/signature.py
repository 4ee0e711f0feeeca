"""The signed code on the back of a card: checked without network, and nothing personal in it.

    VD1*482719305563*GOLD*20281130*9F3A61C0*<signature>

Number, tier code, last valid day, which key, and an Ed25519 signature (RFC 8032) over
everything before it, in Base45 (RFC 9285), whose letters are those of QR's compact
alphanumeric mode: the code stays coarse enough for a scratched card. Whoever reads it learns
no name. A copy of the code is as good as the card, so the door still looks at the face: it is
an identity credential, not a ticket.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from vipdesk.cards import number as card_number

SEED_BYTES = 32
_MARK = "VD1"
_PARTS = 6
_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


class Signer(Protocol):
    """Signs card codes; `key_id` tells which key a card was signed with."""

    @property
    def key_id(self) -> str:
        """The first eight hex digits of SHA-256 over the public key."""
        ...

    def sign(self, message: bytes) -> bytes:
        """64 bytes of Ed25519."""
        ...


class CardKey:
    """An Ed25519 key pair in memory. Its seed is kept sealed, see `cards.keys`."""

    def __init__(self, seed: bytes) -> None:
        """`seed`: 32 secret random bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if len(seed) != SEED_BYTES:
            raise ValueError("a seed has 32 bytes")
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._private.public_key().public_bytes_raw()
        self.key_id = key_id(self.public)

    @classmethod
    def new(cls) -> tuple[CardKey, bytes]:
        """A new key and its seed, to be sealed by the caller."""
        seed = secrets.token_bytes(SEED_BYTES)
        return cls(seed), seed

    def sign(self, message: bytes) -> bytes:
        """64 bytes of Ed25519."""
        return self._private.sign(message)


def key_id(public: bytes) -> str:
    """The short name of a public key."""
    return hashlib.sha256(public).hexdigest()[:8].upper()


def code_for(number: str, tier_code: str, expires_on: date, signer: Signer) -> str:
    """The text of the QR."""
    tier = "".join(c if c.isascii() and c.isalnum() else "-" for c in tier_code.upper())
    body = "*".join((_MARK, number, tier, f"{expires_on:%Y%m%d}", signer.key_id))
    return f"{body}*{_encoded(signer.sign(body.encode()))}"


class Verdict(StrEnum):
    """What a check of a code found."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"  # replaced or void: on the list
    FORGED = "forged"  # the signature or the number does not hold
    UNKNOWN_KEY = "unknown_key"  # signed by a key this desk does not know
    UNREADABLE = "unreadable"  # not a code of ours


@dataclass(frozen=True, slots=True)
class Trust:
    """All that a door without network needs: public keys by id, and who was revoked, as of when."""

    keys: Mapping[str, bytes]
    revoked: frozenset[str] = field(default_factory=frozenset)
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class CodeCheck:
    """A verdict and what the code says (empty where it says nothing that can be trusted).

    `as_of`: the age of the list of revoked cards the verdict rests on.
    """

    verdict: Verdict
    number: str = ""
    tier_code: str = ""
    expires_on: date | None = None
    as_of: datetime | None = None


def check_code(code: str, trust: Trust, today: date) -> CodeCheck:
    """Check what a reader read, without network and without the database."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    parts = code.strip("\r\n\t").split("*", _PARTS - 1)
    if len(parts) != _PARTS or parts[0] != _MARK:
        return CodeCheck(Verdict.UNREADABLE)
    _, number, tier, until, signed_by, signature = parts
    public = trust.keys.get(signed_by)
    if public is None:
        return CodeCheck(Verdict.UNKNOWN_KEY)
    body = code.strip("\r\n\t")[: -len(signature) - 1]
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(_decoded(signature), body.encode())
        expires_on = datetime.strptime(until, "%Y%m%d").date()  # noqa: DTZ007 a day
    except (InvalidSignature, ValueError):
        return CodeCheck(Verdict.FORGED)
    if not card_number.is_number(number):
        return CodeCheck(Verdict.FORGED)
    verdict = Verdict.VALID
    if number in trust.revoked:
        verdict = Verdict.REVOKED
    elif today > expires_on:
        verdict = Verdict.EXPIRED
    return CodeCheck(verdict, number, tier, expires_on, trust.as_of)


def _encoded(data: bytes) -> str:
    """Base45 (RFC 9285 §4): two bytes to three letters; 64 bytes are an even number."""
    out = []
    for i in range(0, len(data), 2):
        value = data[i] << 8 | data[i + 1]
        out.append(_BASE45[value % 45] + _BASE45[value // 45 % 45] + _BASE45[value // 2025])
    return "".join(out)


def _decoded(text: str) -> bytes:
    """Base45 back to bytes; ValueError for anything else."""
    out = bytearray()
    if len(text) % 3:
        raise ValueError("not Base45")
    for i in range(0, len(text), 3):
        low, mid, high = (_BASE45.index(c) for c in text[i : i + 3])
        value = low + mid * 45 + high * 2025
        out += bytes((value >> 8, value & 0xFF))  # ValueError above 65,535
    return bytes(out)
