"""Keys. Shared rows get UUIDv7 (RFC 9562 §5.7, in order of time, kind to indexes);
hidden rows get random UUIDv4, because a key that tells when it was made tells too much.
"""

from __future__ import annotations

import secrets
import time
from uuid import UUID, uuid4


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, 74 random bits."""
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def new_private_id() -> UUID:
    """A UUIDv4, for everything in `vip_private`."""
    return uuid4()
