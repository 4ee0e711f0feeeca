"""The key file: what opens the vault, what does not, and what a bad file leads to."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vipdesk.errors import UserError
from vipdesk.store import keyslots
from vipdesk.store.keyslots import (
    FLOOR,
    Cost,
    load_keyslots,
    new_keyslots,
    save_keyslots,
    tuned_cost,
)
from vipdesk.store.recovery_key import new_recovery_key, printed, secret_of

PASSPHRASE = "верный конь степь ветер"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture(scope="module")
def made() -> tuple[keyslots.KeySlots, bytes, str]:
    return new_keyslots(PASSPHRASE, FLOOR)


@pytest.fixture
def path(tmp_path: Path, made: tuple[keyslots.KeySlots, bytes, str]) -> Path:
    path = tmp_path / "vault.keys"
    save_keyslots(path, made[0])
    return path


def damage(path: Path, change: Callable[[dict[str, Any]], object], *, seal: bool = True) -> None:
    """Change the file; `seal` writes a fitting digest, as a hostile hand would."""
    body = json.loads(path.read_bytes())
    body.pop("sha256")
    change(body)
    path.write_text(json.dumps({**body, "sha256": keyslots._digest(body) if seal else "0"}))


def test_passphrase_and_recovery_key_give_the_same_data_key(path, made):
    slots, key, recovery = load_keyslots(path), made[1], made[2]
    assert slots.open_with_passphrase(PASSPHRASE) == key
    assert slots.open_with_recovery_key(recovery) == key
    assert len(key) == 32


def test_wrong_passphrase_is_said_and_belongs_to_its_field(path):
    with pytest.raises(UserError) as caught:
        load_keyslots(path).open_with_passphrase("верный конь степь вечер")
    assert caught.value.field == "passphrase"
    assert "recovery key" in caught.value.say.text


def test_passphrase_typed_in_another_unicode_form_opens(made):
    import unicodedata

    slots, key, _ = new_keyslots("ёжик и йод в тумане", FLOOR)
    assert slots.open_with_passphrase(unicodedata.normalize("NFD", "ёжик и йод в тумане")) == key


def test_recovery_key_of_another_vault_is_refused(made):
    with pytest.raises(UserError, match="another vault"):
        made[0].open_with_recovery_key(new_recovery_key())


def test_changed_passphrase_keeps_the_data_key_and_retires_the_old_one(made):
    slots, key, recovery = made
    changed = slots.with_passphrase(key, "совсем другие слова", FLOOR)
    assert changed.open_with_passphrase("совсем другие слова") == key
    assert changed.open_with_recovery_key(recovery) == key
    with pytest.raises(UserError):
        changed.open_with_passphrase(PASSPHRASE)


def test_replaced_recovery_key_retires_the_old_one(made):
    slots, key, recovery = made
    fresh = new_recovery_key()
    changed = slots.with_recovery_key(key, fresh)
    assert changed.open_with_recovery_key(fresh) == key
    with pytest.raises(UserError):
        changed.open_with_recovery_key(recovery)


if sys.platform != "win32":  # a new file is its owner's alone there by the folder's rights

    def test_key_file_is_readable_by_its_owner_alone(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_key_file_holds_no_key(path, made):
    raw = path.read_bytes()
    assert made[1] not in raw
    assert made[1].hex().encode() not in raw
    assert made[2].encode() not in raw


@pytest.mark.parametrize("text", ["кот", "aaaaaaaaaaaaaaaa", ""])
def test_weak_passphrase_is_refused(text):
    with pytest.raises(UserError) as caught:
        new_keyslots(text, FLOOR)
    assert caught.value.field == "passphrase"


@pytest.mark.parametrize(
    "numbers",
    [
        (65535, 3, 4),
        (65536, 2, 4),
        (65536, 3, 3),
        (2**21, 3, 4),
        (65536, 33, 4),
        (2**20, 16, 4),
        (65536, 3, 64),
    ],
)
def test_cost_outside_floor_and_ceiling_cannot_be_made(numbers):
    with pytest.raises(ValueError, match=r"floor|ceiling"):
        Cost(*numbers)


@pytest.mark.parametrize(
    "numbers",
    [
        {"memory_kib": 1024, "passes": 3, "lanes": 4},
        {"memory_kib": 2**40, "passes": 3, "lanes": 4},
        {"memory_kib": "65536", "passes": 3, "lanes": 4},
        {"memory_kib": True, "passes": 3, "lanes": 4},
    ],
)
def test_hostile_parameters_in_the_file_are_refused(path, numbers):
    damage(path, lambda body: body["slots"][0].update(argon2id=numbers))
    with pytest.raises(UserError, match="damaged"):
        load_keyslots(path)


def test_weakened_but_allowed_parameters_do_not_open(path, made):
    """The cost is bound to the slot: a changed number breaks the seal, not the guard."""
    damage(path, lambda body: body["slots"][0]["argon2id"].update(passes=4))
    with pytest.raises(UserError):
        load_keyslots(path).open_with_passphrase(PASSPHRASE)


def test_slot_moved_to_another_vault_does_not_open(path):
    damage(path, lambda body: body.update(vault="00000000-0000-4000-8000-000000000000"))
    with pytest.raises(UserError):
        load_keyslots(path).open_with_passphrase(PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    [
        lambda b: b["slots"][0].update(salt="!!"),
        lambda b: b["slots"][0].update(wrapped="AAAA"),
        lambda b: b["slots"][0].update(kind="nonsense"),
        lambda b: b.update(slots=[]),
        lambda b: b.update(slots=b["slots"] * 9),
        lambda b: b.update(what="a recipe"),
        lambda b: b.update(format="1"),
        lambda b: b.update(format=True),
        lambda b: b.pop("vault"),
    ],
)
def test_damaged_file_is_called_damaged(path, change):
    damage(path, change)
    with pytest.raises(UserError, match="damaged"):
        load_keyslots(path)


def test_flipped_letter_is_damage_and_not_a_wrong_passphrase(path):
    damage(path, lambda body: body["slots"][0].update(kind="recovery"), seal=False)
    with pytest.raises(UserError, match="damaged"):
        load_keyslots(path)


def test_file_of_a_newer_format_asks_for_an_update(path):
    damage(path, lambda body: body.update(format=keyslots.FILE_FORMAT + 1))
    with pytest.raises(UserError, match="newer VIP Desk"):
        load_keyslots(path)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(UserError) as caught:
        load_keyslots(tmp_path / "vault.keys")
    assert caught.value.say.params["file"] == "vault.keys"


def test_folder_in_place_of_the_file_is_said(tmp_path):
    (tmp_path / "vault.keys").mkdir()
    with pytest.raises(UserError, match="cannot be read"):
        load_keyslots(tmp_path / "vault.keys")


@given(st.binary(max_size=300))
def test_any_garbage_is_a_sentence_and_never_a_traceback(tmp_path_factory, garbage):
    path = tmp_path_factory.mktemp("g") / "vault.keys"
    path.write_bytes(garbage)
    with pytest.raises(UserError):
        load_keyslots(path)


def test_huge_file_is_not_parsed(path):
    path.write_bytes(b"[" * 200_000)
    with pytest.raises(UserError, match="damaged"):
        load_keyslots(path)


def test_interrupted_write_leaves_the_old_file(path, made, monkeypatch):
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match="disk is full"):
        save_keyslots(path, made[0])
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir() if p.is_file()] == ["vault.keys"]


class Machine:
    """A machine where a pass over one MiB takes `speed` seconds."""

    def __init__(self, speed: float) -> None:
        self.speed, self.time, self.asked = speed, 0.0, []

    def derive(self, cost: Cost) -> None:
        self.asked.append(cost)
        self.time += cost.memory_kib / 1024 * cost.passes * self.speed

    def tuned(self) -> Cost:
        return tuned_cost(timer=lambda: self.time, derive=self.derive)

    def seconds(self, cost: Cost) -> float:
        return cost.memory_kib / 1024 * cost.passes * self.speed


@pytest.mark.parametrize("speed", [0.0022, 0.0008, 0.0004])
def test_cost_is_tuned_to_half_a_second_to_one(speed):
    machine = Machine(speed)
    assert 0.5 <= machine.seconds(machine.tuned()) <= 1.0


def test_slow_machine_keeps_the_floor():
    assert Machine(0.05).tuned() == FLOOR


def test_fast_machine_stays_below_the_ceiling():
    machine = Machine(0.000001)
    assert machine.tuned().passes == 32
    assert machine.time < 5


def test_tuning_never_takes_more_memory_than_the_desk_may_have():
    assert Machine(0.0004).tuned().memory_kib == FLOOR.memory_kib


@given(st.binary(min_size=20, max_size=20))
def test_printed_key_is_read_back(secret):
    text = printed(secret)
    assert len(text.split("-")) == 8
    assert secret_of(text) == secret
    assert secret_of(text.lower().replace("-", " ")) == secret


@given(st.binary(min_size=20, max_size=20), st.integers(0, 39), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_found_and_its_group_named(secret, place, letter):
    letters = list(printed(secret).replace("-", ""))
    if letters[place] == letter:
        return
    letters[place] = letter
    with pytest.raises(UserError) as caught:
        secret_of("".join(letters))
    assert caught.value.say.params["group"] == place // 5 + 1


@given(st.binary(min_size=20, max_size=20), st.integers(0, 38))
def test_two_swapped_letters_are_found(secret, place):
    letters = list(printed(secret).replace("-", ""))
    if letters[place] == letters[place + 1]:
        return
    letters[place : place + 2] = reversed(letters[place : place + 2])
    with pytest.raises(UserError):
        secret_of("".join(letters))


@given(st.binary(min_size=20, max_size=20), st.integers(0, 7), st.integers(0, 7))
def test_two_swapped_groups_are_found(secret, one, other):
    groups = printed(secret).split("-")
    if one == other:
        return
    groups[one], groups[other] = groups[other], groups[one]
    with pytest.raises(UserError, match="Group"):
        secret_of("-".join(groups))


def test_key_typed_with_russian_letters_and_look_alikes_is_read():
    text = printed(bytes(20)).replace("0", "О")
    assert secret_of(text) == bytes(20)


def test_key_of_wrong_length_says_how_many_letters():
    with pytest.raises(UserError) as caught:
        secret_of("ABCDE-FGHJK")
    assert caught.value.say.params == {"whole": 40, "typed": 10}
