"""The code on the back: checked without network, forged by nobody, personal to nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.factories_cards import KEY, NUMBER
from vipdesk.cards.signature import CardKey, Trust, Verdict, check_code, code_for

UNTIL = date(2028, 11, 30)
TODAY = date(2026, 11, 26)
TRUST = Trust({KEY.key_id: KEY.public}, as_of=datetime(2026, 11, 26, tzinfo=UTC))
CODE = code_for(NUMBER, "gold", UNTIL, KEY)


def test_a_good_code_says_what_the_card_is() -> None:
    found = check_code(CODE, TRUST, TODAY)
    assert found.verdict is Verdict.VALID
    assert (found.number, found.tier_code, found.expires_on) == (NUMBER, "GOLD", UNTIL)
    assert found.as_of == TRUST.as_of


def test_the_last_day_is_a_valid_one() -> None:
    assert check_code(CODE, TRUST, UNTIL).verdict is Verdict.VALID
    assert check_code(CODE, TRUST, date(2028, 12, 1)).verdict is Verdict.EXPIRED


def test_a_revoked_card_is_found_without_network() -> None:
    revoked = replace(TRUST, revoked=frozenset({NUMBER}))
    assert check_code(CODE, revoked, TODAY).verdict is Verdict.REVOKED


@pytest.mark.parametrize("part", range(1, 4))
def test_a_changed_part_is_a_forgery(part: int) -> None:
    parts = CODE.split("*", 5)
    parts[part] = {1: "999999999999", 2: "PLATINUM", 3: "20991231"}[part]
    assert check_code("*".join(parts), TRUST, TODAY).verdict is Verdict.FORGED


def test_another_clubs_key_is_not_trusted() -> None:
    other = CardKey(bytes(32))
    code = code_for(NUMBER, "gold", UNTIL, other)
    assert check_code(code, TRUST, TODAY).verdict is Verdict.UNKNOWN_KEY
    # …nor when it pretends to be ours.
    pretended = code.replace(other.key_id, KEY.key_id)
    assert check_code(pretended, TRUST, TODAY).verdict is Verdict.FORGED


@pytest.mark.parametrize("tail", ["", "%%%", ":::", "abc", CODE[-96:-3]])
def test_a_torn_signature_is_a_forgery(tail: str) -> None:
    head = "*".join(CODE.split("*", 5)[:5])
    assert check_code(f"{head}*{tail}", TRUST, TODAY).verdict is Verdict.FORGED


@pytest.mark.parametrize("text", ["", "https://example.org", "VD2*1*2*3*4*5", "VD1*1*2"])
def test_a_strange_code_is_unreadable(text: str) -> None:
    assert check_code(text, TRUST, TODAY).verdict is Verdict.UNREADABLE


def test_the_code_keeps_to_the_compact_letters_of_a_qr() -> None:
    import segno

    assert segno.make(CODE).mode == "alphanumeric"
    assert segno.make(code_for(NUMBER, "тир*1", UNTIL, KEY)).mode == "alphanumeric"


def test_a_seed_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        CardKey(b"short")
