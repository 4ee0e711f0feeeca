"""Deriving a key is pure, and slow on purpose: who opens one vault many times remembers it."""

from __future__ import annotations

from functools import cache

import pytest

from vipdesk.store import keyslots

_derived = cache(keyslots._from_passphrase)


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyslots, "_from_passphrase", _derived)
