"""What each maker writes in its own manner comes in; what has no place is kept, not lost."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.test_clients_vcard import card, one, values
from vipdesk.clients.incoming import Birthday, IncomingDay
from vipdesk.clients.vcard import read_vcard
from vipdesk.errors import UserError
from vipdesk.vocabulary import ContactKind, DayKind, PersonKind

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256))
B64 = base64.b64encode(JPEG).decode()
NAME = "N:Щукин;Пётр;Ильич;;"


def folded(text: str, by: str = "\r\n ") -> str:
    return by.join(text[at : at + 70] for at in range(0, len(text), 70))


@pytest.mark.parametrize(
    "line",
    [
        f"PHOTO;ENCODING=b;TYPE=JPEG:{folded(B64)}",
        f"PHOTO;JPEG;ENCODING=BASE64:{folded(B64)}\r\n",
        f"PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n {folded(B64)}",
        f"PHOTO:data:image/jpeg;base64,{folded(B64)}",
        f"PHOTO;TYPE=JPEG:{folded(B64)}",
        f"PHOTO;VALUE=URI:data:image/jpeg;base64\\,{B64}",
    ],
)
def test_a_photo_comes_however_it_is_folded(line: str) -> None:
    assert one(NAME, line).photo == JPEG


def test_a_photo_that_cannot_be_taken_is_told() -> None:
    linked = one(NAME, "PHOTO;VALUE=uri:https://example.com/me.jpg")
    assert "https://example.com/me.jpg" in linked.note
    assert any("not fetched" in r.text for r in linked.remarks)
    broken = one(NAME, "PHOTO;ENCODING=b;TYPE=GIF:R0lGODlh")
    assert any("photo" in r.text for r in broken.remarks)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("ANNIVERSARY:20100612",), IncomingDay(DayKind.WEDDING, "", Birthday(2010, 6, 12))),
        (("ANNIVERSARY:--0612",), IncomingDay(DayKind.WEDDING, "", Birthday(None, 6, 12))),
        (("X-ANNIVERSARY:2010-06",), IncomingDay(DayKind.WEDDING, "", Birthday(2010, 6, None))),
        (("X-EVOLUTION-ANNIVERSARY:2010-06-12",),
         IncomingDay(DayKind.WEDDING, "", Birthday(2010, 6, 12))),
        (("item1.X-ABDATE;type=pref:2010-06-12", "item1.X-ABLabel:_$!<Anniversary>!$_"),
         IncomingDay(DayKind.WEDDING, "", Birthday(2010, 6, 12))),
        (("item1.X-ABDATE:2019-10-19", "item1.X-ABLabel:Первая выставка"),
         IncomingDay(DayKind.OTHER, "Первая выставка", Birthday(2019, 10, 19))),
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2019-10-19;1;;;;",),
         IncomingDay(DayKind.WEDDING, "", Birthday(2019, 10, 19))),
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2019-10-19;0;Встреча;",),
         IncomingDay(DayKind.OTHER, "Встреча", Birthday(2019, 10, 19))),
    ],
)  # fmt: skip
def test_days_of_every_maker_are_kept(lines: tuple[str, ...], day: IncomingDay) -> None:
    assert one(NAME, *lines).days == (day,)


@pytest.mark.parametrize(
    ("lines", "kind", "name"),
    [
        (("X-KADDRESSBOOK-X-SpousesName:Вера",), PersonKind.HOUSEHOLD, "Вера"),
        (("X-EVOLUTION-MANAGER:Олег",), PersonKind.CIRCLE, "Олег"),
        (("RELATED;TYPE=assistant;VALUE=text:Ирина",), PersonKind.STAFF, "Ирина"),
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Вера;14;;;;;;;;;;;;;",),
         PersonKind.HOUSEHOLD, "Вера"),
        (("AGENT:", "BEGIN:VCARD", "VERSION:2.1", "N:Ланская;Ирина", "TEL:+7 495 555-07-11",
          "END:VCARD"), PersonKind.STAFF, "Ланская Ирина"),
        ((r"AGENT:BEGIN:VCARD\nFN:Ирина Ланская\nTEL:+74955550711\nEND:VCARD\n",),
         PersonKind.STAFF, "Ирина Ланская"),
    ],
)  # fmt: skip
def test_people_of_every_maker_are_kept(
    lines: tuple[str, ...], kind: PersonKind, name: str
) -> None:
    (person,) = one(NAME, *lines).people
    assert (person.kind, person.name) == (kind, name)


def test_what_has_no_place_of_its_own_is_in_the_note() -> None:
    row = one(
        "N:Doe;John;;;Jr.", "NICKNAME:Johnny", "ORG:IBM;Accounting;Dungeon", "URL:http://a.example",
        "CATEGORIES:VIP,Golf", "X-PHONETIC-FIRST-NAME:Djon", "BDAY;VALUE=text:circa 1800",
        "GEO:geo:37.38,-122.08", "X-WINE:Barolo", "UID:1", "X-ABUID:2", "PRODID:x",
    )  # fmt: skip
    for kept in ("Jr.", "Johnny", "Accounting, Dungeon", "http://a.example", "VIP,Golf", "Djon",
                 "circa 1800", "37.38", "Barolo"):  # fmt: skip
        assert kept in row.note
    assert any(r.text == "Kept in the note: {names}." for r in row.remarks)


def test_groups_and_lists_are_not_people() -> None:
    for line in ("KIND:group", "X-ADDRESSBOOKSERVER-KIND:group",
                 "X-KADDRESSBOOK-DistributionList:;a"):  # fmt: skip
        row = one("FN:Гольф-клуб", line)
        assert row.problem is not None
        assert "group" in row.problem.text


def test_messengers_of_every_maker_are_points() -> None:
    row = one(NAME, "X-SKYPE;X-EVOLUTION-UI-SLOT=1:p.schukin", "X-ICQ:123456",
              "IMPP;X-SERVICE-TYPE=Telegram:x-apple:pschukin", "IMPP:xmpp:p@jabber.example",
              "X-MS-IMADDRESS:p@im.example")  # fmt: skip
    assert values(row, ContactKind.MESSENGER) == [
        "skype:p.schukin", "icq:123456", "telegram:pschukin", "xmpp:p@jabber.example",
        "im:p@im.example",
    ]  # fmt: skip


def test_an_address_only_as_a_label_is_an_address() -> None:
    (point,) = one(NAME, r"LABEL;TYPE=home:Тверская\, 1\nМосква").points
    assert point.value == "Тверская, 1 Москва"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=60), st.sampled_from([
    b"BEGIN:VCARD", b"END:VCARD", b"AGENT:", b"PHOTO;ENCODING=b:", b" ", b"=", b"item1.",
    b"X-ANDROID-CUSTOM:vnd/x;;", b"N;ENCODING=QUOTED-PRINTABLE:=", b"BDAY:", b"ORG:;;;", b"\t",
])), max_size=30))  # fmt: skip
def test_whatever_a_hostile_file_holds_every_card_has_a_verdict(lines: list[bytes]) -> None:
    data = card(NAME).replace(b"END:VCARD", b"\r\n".join(lines) + b"\r\nEND:VCARD")
    try:
        rows = read_vcard(data).rows
    except UserError:  # one sentence for the whole of what is no text
        assert b"\x00" in data
        return
    for row in rows:
        assert row.problem is not None or row.name
