"""Open a vault at the start of the desk: the key is derived while the libraries are imported.

Deriving the key takes half a second on purpose and does not hold Python's lock; importing
SQLAlchemy and mapping the models takes about as long. One thread does each. This file imports
neither at its top.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk.store.vault import open_unlocked, unlock

if TYPE_CHECKING:
    from vipdesk.store.keyring_slot import Ring
    from vipdesk.store.store import Store


def open_at_start(
    folder: Path,
    passphrase: str | None = None,
    *,
    recovery_key: str | None = None,
    ring: Ring | None = None,
) -> Store:
    """As `store.open_vault_store`, quicker in a process that has imported nothing yet."""
    with ThreadPoolExecutor(1, thread_name_prefix="key") as helper:
        waiting = helper.submit(unlock, folder, passphrase, recovery_key=recovery_key, ring=ring)
        from sqlalchemy.orm import configure_mappers

        import vipdesk.models  # noqa: F401 mapped now, or the first read would wait for it
        from vipdesk.store.store import store_of

        configure_mappers()
        return store_of(open_unlocked(waiting.result()))
