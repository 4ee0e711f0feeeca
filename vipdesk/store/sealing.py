"""Sealing: bytes that stay encrypted inside a database or a folder that others may read.

For passwords of mail accounts and drafts in a team database, and for attachments kept as
files. Each purpose has its own key (HKDF, RFC 5869) from one master key; each sealed value
is bound to its context, so that it opens only in the place it was made for.
"""

from __future__ import annotations

import secrets

from vipdesk.errors import UserError
from vipdesk.wording import say

_MARK = b"VS1"  # models.types.Sealed refuses what does not begin with it
_NONCE_BYTES = 12
_TAG_BYTES = 16
_HEAD = len(_MARK)
_BODY = _HEAD + _NONCE_BYTES


class Sealer:
    """Seals and unseals for one purpose (AES-256-GCM)."""

    def __init__(self, master: bytes, purpose: str) -> None:
        """`master` is 32 random bytes; `purpose` a short word such as 'drafts'."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        if len(master) != 32:
            raise ValueError("a master key has 32 bytes")
        info = b"vipdesk sealing 1 " + purpose.encode()
        self._cipher = AESGCM(HKDF(SHA256(), 32, None, info).derive(bytes(master)))

    def seal(self, data: bytes, *, context: str) -> bytes:
        """Encrypt. `context` names the place, for instance 'outbox_account:<id>'."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _MARK + nonce + self._cipher.encrypt(nonce, data, _bound(context))

    def unseal(self, sealed: bytes, *, context: str) -> bytes:
        """Decrypt. Raises `UserError` where it was changed, moved, or sealed by another key."""
        from cryptography.exceptions import InvalidTag

        nonce, body = sealed[_HEAD:_BODY], sealed[_BODY:]
        if sealed[:_HEAD] == _MARK and len(body) >= _TAG_BYTES:
            try:
                return self._cipher.decrypt(nonce, body, _bound(context))
            except InvalidTag:
                pass
        raise UserError(
            say(
                "A stored secret cannot be opened: it was changed or belongs to another record. "
                "Enter it again or restore a backup."
            )
        )


def _bound(context: str) -> bytes:
    return _MARK + context.encode()
