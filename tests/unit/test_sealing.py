"""Sealed bytes open only with their key, for their purpose, in their place."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vipdesk.errors import UserError
from vipdesk.store.sealing import Sealer

MASTER = secrets.token_bytes(32)


@given(st.binary(max_size=2000), st.text(max_size=30))
def test_what_was_sealed_is_unsealed(data, context):
    sealer = Sealer(MASTER, "drafts")
    assert sealer.unseal(sealer.seal(data, context=context), context=context) == data


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_any_changed_byte_is_noticed(place, change):
    sealer = Sealer(MASTER, "drafts")
    sealed = bytearray(sealer.seal(b"a quiet word", context="draft:1"))
    sealed[place % len(sealed)] ^= change
    with pytest.raises(UserError):
        sealer.unseal(bytes(sealed), context="draft:1")


@given(st.binary(max_size=60))
def test_garbage_is_a_sentence(garbage):
    with pytest.raises(UserError, match="cannot be opened"):
        Sealer(MASTER, "drafts").unseal(garbage, context="draft:1")


def test_another_place_does_not_open_it():
    sealer = Sealer(MASTER, "drafts")
    with pytest.raises(UserError):
        sealer.unseal(sealer.seal(b"x", context="draft:1"), context="draft:2")


def test_another_purpose_does_not_open_it():
    sealed = Sealer(MASTER, "drafts").seal(b"x", context="1")
    with pytest.raises(UserError):
        Sealer(MASTER, "accounts").unseal(sealed, context="1")


def test_the_same_text_is_never_sealed_alike():
    sealer = Sealer(MASTER, "drafts")
    assert sealer.seal(b"x", context="1") != sealer.seal(b"x", context="1")


def test_a_short_master_key_is_a_bug():
    with pytest.raises(ValueError, match="32"):
        Sealer(b"short", "drafts")
