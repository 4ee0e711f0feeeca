"""Key slots: the file beside the vault that wraps its data key.

The vault is encrypted with a random 32-byte data key. The slot file holds that key wrapped
(AES-256-GCM) once for each way of opening: a passphrase through Argon2id (RFC 9106), the printed
recovery key through HKDF, and, where the person wants it, a random secret in the computer's
keyring. A changed passphrase re-wraps the key and leaves the vault's pages alone. What is bound
as associated data: file format, vault, slot and its parameters, so that no slot can be moved or
weakened unseen.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from uuid import UUID, uuid4

from vipdesk.errors import UserError
from vipdesk.store.files import write_whole
from vipdesk.store.recovery_key import new_recovery_key, secret_of
from vipdesk.wording import say

FILE_FORMAT = 2
_FIRST_FORMAT = 1  # without a keyring slot the file stays what older versions read
KEY_BYTES = 32
PASSPHRASE_LETTERS = 12
_WHAT = "VIP Desk key slots"
_MAX_FILE = 64 * 1024
_MAX_SLOTS = 8
_MOST_PASSES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16


class SlotKind(StrEnum):
    """A way of opening the vault."""

    PASSPHRASE = "passphrase"  # noqa: S105 a kind, not a secret
    RECOVERY = "recovery"
    KEYRING = "keyring"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a passphrase costs (Argon2id). Below the floor it cannot be made.

    `memory_kib` in KiB. The ceiling is against a hostile file that would hang the desk.
    """

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        """Refuse parameters outside the floor (03-store: 64 MiB, 3, 4) and the ceiling."""
        if self.memory_kib < 64 * 1024 or self.passes < 3 or self.lanes < 4:
            raise ValueError("key derivation below the floor")
        if self.memory_kib > 1024 * 1024 or self.passes > _MOST_PASSES or self.lanes > 16:
            raise ValueError("key derivation above the ceiling")
        if self.memory_kib * self.passes > 4 * 1024 * 1024:
            raise ValueError("key derivation above the ceiling")


FLOOR = Cost()


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapping of the data key. `cost` is set for a passphrase alone."""

    id: UUID
    kind: SlotKind
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost | None = None

    def bound(self, vault: UUID) -> bytes:
        """The associated data of this slot."""
        cost = self.cost
        numbers = (cost.memory_kib, cost.passes, cost.lanes) if cost else (0, 0, 0)
        parts = [
            _WHAT,
            _FIRST_FORMAT,  # the shape of a seal has not changed since
            str(vault),
            str(self.id),
            self.kind.value,
            *numbers,
        ]
        return json.dumps(parts).encode()


@dataclass(frozen=True, slots=True)
class KeySlots:
    """The slots of one vault."""

    vault: UUID
    slots: tuple[Slot, ...]

    def open_with_passphrase(self, passphrase: str) -> bytes:
        """The data key. Raises `UserError` where the passphrase does not fit."""
        for slot in self.slots:
            if slot.kind is SlotKind.PASSPHRASE and slot.cost is not None:
                key = _unwrap(slot, self.vault, _from_passphrase(passphrase, slot.salt, slot.cost))
                if key is not None:
                    return key
        raise UserError(
            say(
                "This passphrase does not open the vault. Check the keyboard layout and Caps Lock, "
                "or use the recovery key."
            ),
            field="passphrase",
        )

    def open_with_recovery_key(self, typed: str) -> bytes:
        """The data key. Raises `UserError` for a mistyped key or one of another vault."""
        secret = secret_of(typed)
        for slot in self.slots:
            if slot.kind is SlotKind.RECOVERY:
                key = _unwrap(slot, self.vault, _from_recovery(secret, slot.salt))
                if key is not None:
                    return key
        raise UserError(
            say(
                "This recovery key belongs to another vault or was replaced by a newer one. "
                "Look for the latest printed key of this vault."
            ),
            field="recovery_key",
        )

    def with_passphrase(self, data_key: bytes, passphrase: str, cost: Cost) -> KeySlots:
        """The same vault opened by another passphrase: only the wrapping changes."""
        check_new_passphrase(passphrase)
        salt = secrets.token_bytes(_SALT_BYTES)
        wrapping = _from_passphrase(passphrase, salt, cost)
        return self._replaced(
            _wrap(SlotKind.PASSPHRASE, self.vault, salt, wrapping, data_key, cost)
        )

    def with_recovery_key(self, data_key: bytes, recovery_key: str) -> KeySlots:
        """The same vault opened by another recovery key; the old one opens no more."""
        salt = secrets.token_bytes(_SALT_BYTES)
        wrapping = _from_recovery(secret_of(recovery_key), salt)
        return self._replaced(_wrap(SlotKind.RECOVERY, self.vault, salt, wrapping, data_key, None))

    def open_with_keyring(self, secret: bytes) -> bytes:
        """The data key by the secret that the computer's keyring holds."""
        for slot in self.slots:
            if slot.kind is SlotKind.KEYRING:
                key = _unwrap(slot, self.vault, _from_keyring(secret, slot.salt))
                if key is not None:
                    return key
        raise UserError(
            say(
                "This computer’s keyring no longer opens the vault. Type the passphrase, then "
                "switch the keyring on again in Settings."
            )
        )

    def with_keyring(self, data_key: bytes, secret: bytes) -> KeySlots:
        """The same vault opened by this computer's keyring too."""
        salt = secrets.token_bytes(_SALT_BYTES)
        wrapping = _from_keyring(secret, salt)
        return self._replaced(_wrap(SlotKind.KEYRING, self.vault, salt, wrapping, data_key, None))

    def without_keyring(self) -> KeySlots:
        """Only what a person knows or holds on paper: for backups and other computers."""
        return replace(self, slots=tuple(s for s in self.slots if s.kind is not SlotKind.KEYRING))

    @property
    def has_keyring(self) -> bool:
        """Whether a keyring slot is there."""
        return any(s.kind is SlotKind.KEYRING for s in self.slots)

    def _replaced(self, slot: Slot) -> KeySlots:
        kept = tuple(s for s in self.slots if s.kind is not slot.kind)
        return replace(self, slots=(*kept, slot))


def new_keyslots(passphrase: str, cost: Cost) -> tuple[KeySlots, bytes, str]:
    """Slots for a new vault, its random data key (32 bytes) and its recovery key to print."""
    check_new_passphrase(passphrase)
    data_key = secrets.token_bytes(KEY_BYTES)
    recovery_key = new_recovery_key()
    slots = KeySlots(uuid4(), ())
    slots = slots.with_passphrase(data_key, passphrase, cost)
    return slots.with_recovery_key(data_key, recovery_key), data_key, recovery_key


def check_new_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is guessed at once: too short, or few different letters.

    NIST SP 800-63B asks for length and against rules about kinds of letters.
    """
    if len(passphrase) < PASSPHRASE_LETTERS:
        raise UserError(
            say(
                "The passphrase is too short: use at least {least} characters, for example "
                "four unrelated words.",
                least=PASSPHRASE_LETTERS,
            ),
            field="passphrase",
        )
    if len(set(passphrase.casefold())) < 5:
        raise UserError(
            say("The passphrase repeats the same letters. Use a few different words."),
            field="passphrase",
        )


def tuned_cost(
    *,
    least: float = 0.5,
    most: float = 1.0,
    cap: float = 4.0,
    timer: Callable[[], float] = time.perf_counter,
    derive: Callable[[Cost], object] | None = None,
) -> Cost:
    """The cost that takes between `least` and `most` seconds here, never below the floor.

    Measuring stops after about `cap` seconds, and the last cost that was not too slow stands.
    """
    derive = derive or (lambda cost: _from_passphrase("x", b"0" * _SALT_BYTES, cost))
    begun, good, tried = timer(), FLOOR, FLOOR
    for _ in range(6):
        start = timer()
        derive(tried)
        took = max(timer() - start, 1e-4)
        if took <= most or tried == FLOOR:
            good = tried
        if least <= took <= most or timer() - begun > cap / 2:
            break
        following = _scaled(tried, (least + most) / 2 / took)
        if following == tried:
            break
        tried = following
    return good


def _scaled(cost: Cost, factor: float) -> Cost:
    """More passes over the same memory: the desk's whole peak is to stay under 200 MB."""
    passes = int(cost.passes * factor)
    return Cost(FLOOR.memory_kib, min(_MOST_PASSES, max(FLOOR.passes, passes)), FLOOR.lanes)


def save_keyslots(path: Path, slots: KeySlots) -> None:
    """Write the slot file whole or not at all, readable by its owner alone (0600)."""
    body = {
        "what": _WHAT,
        "format": FILE_FORMAT if slots.has_keyring else _FIRST_FORMAT,
        "vault": str(slots.vault),
        "slots": [_slot_out(slot) for slot in slots.slots],
    }
    # The digest tells accidental damage from a wrong passphrase; the seals do the guarding.
    whole = {**body, "sha256": _digest(body)}
    write_whole(path, json.dumps(whole, indent=1).encode() + b"\n")


def load_keyslots(path: Path) -> KeySlots:
    """Read a slot file. Raises `UserError`: missing, damaged, too new, outside the limits."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_FILE + 1)
    except FileNotFoundError:
        raise UserError(
            say(
                "The key file “{file}” is missing from the vault’s folder. Put it back from a "
                "backup: without it the vault cannot be opened.",
                file=path.name,
            )
        ) from None
    except OSError:
        raise UserError(
            say(
                "The key file “{file}” cannot be read. Check that you may read this folder.",
                file=path.name,
            )
        ) from None
    try:
        return _read(raw)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UserError(
            say(
                "The key file “{file}” is damaged. Put it back from a backup.",
                file=path.name,
            )
        ) from None


def _read(raw: bytes) -> KeySlots:
    if len(raw) > _MAX_FILE:
        raise ValueError("too large")
    whole = json.loads(raw)
    if whole["what"] != _WHAT:
        raise ValueError("another file")
    form = whole["format"]
    if not isinstance(form, int) or isinstance(form, bool) or form < 1:
        raise ValueError("format")
    if form > FILE_FORMAT:
        raise UserError(say("This vault was made by a newer VIP Desk. Update VIP Desk to open it."))
    if whole.pop("sha256") != _digest(whole):
        raise ValueError("digest")
    slots = tuple(_slot_in(slot) for slot in whole["slots"])
    if not 1 <= len(slots) <= _MAX_SLOTS:
        raise ValueError("number of slots")
    return KeySlots(UUID(whole["vault"]), slots)


def _digest(body: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _slot_out(slot: Slot) -> dict[str, object]:
    out: dict[str, object] = {"id": str(slot.id), "kind": slot.kind.value}
    if slot.cost is not None:
        cost = slot.cost
        out["argon2id"] = {
            "memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes,
        }  # fmt: skip
    for name in ("salt", "nonce", "wrapped"):
        out[name] = base64.b64encode(getattr(slot, name)).decode()
    return out


def _slot_in(raw: dict[str, object]) -> Slot:
    kind = SlotKind(str(raw["kind"]))
    cost = None
    if kind is SlotKind.PASSPHRASE:
        numbers = raw["argon2id"]
        if not isinstance(numbers, dict) or not all(type(n) is int for n in numbers.values()):
            raise ValueError("cost")
        cost = Cost(numbers["memory_kib"], numbers["passes"], numbers["lanes"])
    salt, nonce, wrapped = (
        base64.b64decode(str(raw[name]), validate=True) for name in ("salt", "nonce", "wrapped")
    )
    if len(salt) != _SALT_BYTES or len(nonce) != _NONCE_BYTES or len(wrapped) != KEY_BYTES + 16:
        raise ValueError("lengths")
    return Slot(UUID(str(raw["id"])), kind, salt, nonce, wrapped, cost)


def _wrap(
    kind: SlotKind,
    vault: UUID,
    salt: bytes,
    wrapping: bytes,
    data_key: bytes,
    cost: Cost | None,
) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = Slot(uuid4(), kind, salt, secrets.token_bytes(_NONCE_BYTES), b"", cost)
    sealed = AESGCM(wrapping).encrypt(slot.nonce, data_key, slot.bound(vault))
    return replace(slot, wrapped=sealed)


def _unwrap(slot: Slot, vault: UUID, wrapping: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, slot.bound(vault))
    except InvalidTag:
        return None


def _from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # The same letters typed on a Mac (decomposed) and on Windows (composed) must open it.
    typed = unicodedata.normalize("NFC", passphrase).encode()
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return kdf.derive(typed)


def _from_recovery(secret: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    # 160 random bits need no slow derivation.
    return HKDF(SHA256(), KEY_BYTES, salt, b"vipdesk recovery key 1").derive(secret)


def _from_keyring(secret: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, b"vipdesk keyring 1").derive(secret)
