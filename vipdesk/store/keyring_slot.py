"""The computer's keyring as a further way to open a vault: off until the person wants it.

What lies there is a random secret that opens the keyring slot of one vault, never the data key
itself and never the passphrase. Only keyrings that the operating system guards count: Windows'
Credential Locker, macOS' Keychain, the Secret Service (GNOME Keyring, KWallet, KeePassXC) and
KWallet. A keyring that writes a file of its own, in the clear or behind a second password, is
refused: `keyring` would take it silently.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol
from uuid import UUID

from vipdesk import log
from vipdesk.errors import UserError
from vipdesk.wording import say

SERVICE = "VIP Desk vault"
_GUARDED = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
)


class Ring(Protocol):
    """Where the secret of a vault lies."""

    def get(self, vault: UUID) -> bytes:
        """The secret. Raises `UserError` where there is none, or the keyring stays shut."""

    def put(self, vault: UUID, secret: bytes) -> None:
        """Keep it. Raises `UserError`."""

    def remove(self, vault: UUID) -> None:
        """Forget it; nothing there is fine."""


class SystemRing:
    """The keyring of this computer, through a backend of the library `keyring`."""

    def __init__(self, backend: Any) -> None:
        """Use `system_ring`."""
        self._backend = backend

    def get(self, vault: UUID) -> bytes:
        """The secret of a vault."""
        kept = self._try(lambda: self._backend.get_password(SERVICE, str(vault)))
        try:
            return base64.b64decode(kept or "", validate=True)
        except (binascii.Error, ValueError):
            return b""  # opens nothing: the sentence is the slot's

    def put(self, vault: UUID, secret: bytes) -> None:
        """Keep the secret of a vault."""
        text = base64.b64encode(secret).decode("ascii")
        self._try(lambda: self._backend.set_password(SERVICE, str(vault), text))

    def remove(self, vault: UUID) -> None:
        """Forget the secret of a vault."""
        from keyring.errors import PasswordDeleteError

        with contextlib.suppress(PasswordDeleteError):
            self._try(lambda: self._backend.delete_password(SERVICE, str(vault)))

    def _try(self, call: Callable[[], Any]) -> Any:
        from keyring.errors import PasswordDeleteError

        try:
            return call()
        except PasswordDeleteError:
            raise
        except Exception as error:  # noqa: BLE001 each backend has errors of its own
            log.failure("keyring.shut", error)
            raise UserError(
                say("This computer’s keyring does not open. Unlock it, or type the passphrase.")
            ) from None


def system_ring(backend: Any = None) -> Ring:
    """This computer's keyring. Imports `keyring` (80 ms): in the worker.

    Raises `UserError` where there is none that the system guards.
    """
    found = backend
    if found is None:
        try:
            # Its modules keep the errors of their own imports for good, and an error keeps every
            # frame below it: ours would hold the office, and the vault, past a lock.
            with ThreadPoolExecutor(1, thread_name_prefix="keyring") as beside:
                found = beside.submit(_get_keyring).result()
        except Exception as error:  # noqa: BLE001 a broken backend of somebody else's
            log.failure("keyring.absent", error)
    if found is None or not guarded(found):
        raise UserError(
            say(
                "This computer has no keyring that VIP Desk can use. On Linux install and unlock "
                "GNOME Keyring or KWallet."
            )
        )
    return SystemRing(found)


def _get_keyring() -> Any:
    import keyring

    return keyring.get_keyring()


def guarded(backend: Any) -> bool:
    """Whether the operating system guards what this backend keeps (the best of a chain)."""
    chain = getattr(backend, "backends", None)
    best = next(iter(chain), None) if chain is not None else backend
    return type(best).__module__ in _GUARDED
