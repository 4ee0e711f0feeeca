"""vCard 2.1, 3.0, 4.0: what address books of real telephones and programs hold."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from vipdesk.clients.incoming import Birthday, Incoming
from vipdesk.clients.vcard import is_vcard, read_vcard
from vipdesk.vocabulary import ContactKind, Gender, PersonKind

DATA = Path(__file__).parent.parent / "data"


def rows_of(name: str) -> tuple[Incoming, ...]:
    return read_vcard((DATA / name).read_bytes()).rows


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def one(*lines: str, version: str = "3.0") -> Incoming:
    (row,) = read_vcard(card(*lines, version=version)).rows
    return row


def values(row: Incoming, kind: ContactKind) -> list[str]:
    return [p.normalised for p in row.points if p.kind is kind]


def test_an_iphone_card_comes_whole() -> None:
    row = rows_of("iphone.vcf")[0]
    assert (row.surname, row.given, row.patronymic) == ("Щукин", "Пётр", "Ильич")
    assert values(row, ContactKind.PHONE) == ["+79165550142", "+74955550711"]
    assert row.points[0].preferred
    assert row.points[0].label == "cell"
    assert row.birthday == Birthday(1968, 11, 3)
    assert "в рамах" in row.note
    assert "\nСобирает русский авангард; знает" in row.note
    assert row.city == "Москва"
    assert [(p.kind, p.name, p.label) for p in row.people] == [
        (PersonKind.HOUSEHOLD, "Ольга Щукина", "spouse"),
        (PersonKind.STAFF, "Ирина Ланская", "assistant"),
    ]
    assert values(row, ContactKind.MESSENGER) == ["telegram:pschukin"]


def test_the_patronymic_in_the_given_name_finds_its_place() -> None:
    row = rows_of("iphone.vcf")[1]
    assert (row.given, row.patronymic) == ("Анна", "Сергеевна")
    assert row.birthday == Birthday(None, 4, 15)  # Apple's 1604 means no year
    assert row.points[1].label == "яхта"


def test_a_company_is_not_taken_for_a_person() -> None:
    row = rows_of("iphone.vcf")[2]
    assert row.problem is not None
    assert "company" in row.problem.text


def test_a_card_of_version_4_comes_whole() -> None:
    row = rows_of("google.vcf")[1]
    assert row.time_zone == "Europe/Moscow"
    assert row.languages == ("ru", "en")
    assert row.gender is Gender.MALE
    assert row.birthday == Birthday(1975, 9, 30)
    assert values(row, ContactKind.PHONE) == ["+79285550377"]
    assert row.points[0].preferred


def test_a_partial_birthday_on_29_february_is_kept() -> None:
    assert rows_of("google.vcf")[0].birthday == Birthday(None, 2, 29)


def test_outlook_21_in_cp1251_is_readable() -> None:
    reading = read_vcard((DATA / "outlook21.vcf").read_bytes())
    assert reading.encoding == "cp1251"
    row = reading.rows[0]
    assert row.name == "Воронцов Алексей Дмитриевич"
    assert row.company == "Судоверфь «Нева»"
    assert [p.name for p in row.people] == ["Елена Крюкова"]


def test_quoted_printable_with_soft_breaks_is_joined() -> None:
    row = rows_of("android21.vcf")[0]
    assert row.name == "Белозёрова Екатерина Константиновна"
    assert row.note.splitlines() == [
        "Любит оперу; в ложе – справа.",
        "Аллергия на лилии.",
        "Nickname: Катя",
    ]


def test_a_photo_of_an_old_telephone_is_taken() -> None:
    row = rows_of("android21.vcf")[1]
    assert row.problem is None
    assert row.photo.startswith(b"\xff\xd8\xff")


def test_broken_cards_do_not_stop_the_others() -> None:
    rows = rows_of("broken.vcf")
    assert [r.problem is None for r in rows] == [False, True, False, True, False, False]
    assert rows[2].name == "Мельников Олег"
    assert "END:VCARD" in rows[2].problem.text


def test_a_damaged_line_costs_the_line_and_not_the_card() -> None:
    row = rows_of("broken.vcf")[1]
    assert values(row, ContactKind.PHONE) == ["+79165550601"]
    assert len(row.remarks) == 5


def test_every_card_knows_its_lines_and_its_text() -> None:
    row = rows_of("broken.vcf")[3]
    assert (row.first_line, row.last_line) == (15, 19)
    assert row.raw.splitlines()[0] == "BEGIN:VCARD"
    assert "Юсупов" in row.raw


def test_rejected_cards_read_again_give_the_same() -> None:
    rejects = [r for r in rows_of("broken.vcf") if r.problem]
    again = read_vcard("\n".join(r.raw for r in rejects[1:]).encode()).rows
    assert [r.name for r in again] == [r.name for r in rejects[1:]]


def test_utf16_and_a_byte_order_mark_are_understood() -> None:
    data = card("N:Щукин;Пётр;;;")
    text = data.decode()
    for encoded in (text.encode("utf-16"), text.encode("utf-16-le"), text.encode("utf-8-sig")):
        assert is_vcard(encoded)
        assert read_vcard(encoded).rows[0].surname == "Щукин"


def test_one_file_may_hold_two_encodings() -> None:
    data = card("N:Щукин;Пётр;;;") + card("N:Ланская;Анна;;;").decode().encode("cp1251")
    reading = read_vcard(data)
    assert [r.surname for r in reading.rows] == ["Щукин", "Ланская"]
    assert reading.encoding == "mixed"


def test_line_endings_may_be_mixed() -> None:
    data = b"BEGIN:VCARD\rVERSION:3.0\nN:Orlov;Nikita;;;\r\nTEL:+7 905 555\n -04-04\rEND:VCARD"
    (row,) = read_vcard(data).rows
    assert values(row, ContactKind.PHONE) == ["+79055550404"]


def test_a_folded_letter_of_two_bytes_is_put_together() -> None:
    raw = "NOTE:щ".encode()
    data = card("N:A;B;;;").replace(b"END:VCARD", raw[:-1] + b"\r\n " + raw[-1:] + b"\r\nEND:VCARD")
    assert read_vcard(data).rows[0].note == "щ"


def test_a_nested_agent_is_no_card_of_its_own() -> None:
    row = one(
        "N:A;B",
        "AGENT:",
        "BEGIN:VCARD",
        "VERSION:2.1",
        "N:C;D",
        "END:VCARD",
        "TEL:89161234567",
        version="2.1",
    )
    assert row.surname == "A"
    assert values(row, ContactKind.PHONE) == ["+79161234567"]


def test_a_name_in_one_string_is_taken_apart() -> None:
    assert one("FN:Пётр Ильич Щукин").surname == "Щукин"
    assert one("FN:Щукин Пётр Ильич").patronymic == "Ильич"
    assert one("FN:Anna Smith").surname == "Smith"
    assert one("FN:Smith\\, Anna").given == "Anna"


def test_a_latin_spelling_beside_a_cyrillic_name_is_kept() -> None:
    assert one("N:Щукин;Пётр;;;", "FN:Petr Shchukin").latin_name == "Petr Shchukin"


def test_a_colon_in_a_quoted_parameter_is_no_end_of_the_name() -> None:
    row = one("N:A;B", 'ADR;LABEL="x: y; z":;;ул. Мира;Тверь;;;', version="4.0")
    assert row.city == "Тверь"


def test_an_offset_is_no_time_zone() -> None:
    row = one("N:A;B", "TZ:+03:00")
    assert row.time_zone is None
    assert row.remarks


def test_gender_comes_from_the_card_alone() -> None:
    assert one("N:Иванова;Анна;;;").gender is None
    assert one("N:Иванова;Анна;;;", "GENDER:F", version="4.0").gender is Gender.FEMALE


def test_a_name_longer_than_its_column_is_a_problem() -> None:
    assert one(f"N:{'я' * 121};Анна;;;").problem is not None


def test_control_characters_never_come_through() -> None:
    assert "\x00" not in one("N:Ива\x00нов;Пётр;;;").surname


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                b"BEGIN:VCARD",
                b"END:VCARD",
                b"VERSION:2.1",
                b"N:A;B;;;",
                b"AGENT:",
                b"",
                b"N;ENCODING=QUOTED-PRINTABLE:=D0=",
                b"TEL;CELL:+7",
                b" folded",
                b"PHOTO;BASE64:AA",
                b"BDAY:--0415",
                b'ADR;X="a:;;;',
                b"=D0=98",
                b"garbage",
                b"begin:vcard",
                b"TEL;=:1",
                b"NOTE;CHARSET=hex;QUOTED-PRINTABLE:=FF=FE",
                b"TZ:Europe/Moscow",
                b"item1.:x",
            ]
        ),
        st.binary(max_size=30),
    ),
    max_size=40,
)


@given(LINES, st.sampled_from([b"\n", b"\r\n", b"\r"]))
@example([b"BEGIN:VCARD", b"AGENT:", b"BEGIN:VCARD", b"END:VCARD"], b"\n")
def test_whatever_the_file_holds_every_line_belongs_to_one_row(
    lines: list[bytes], ending: bytes
) -> None:
    data = b"BEGIN:VCARD\n" + ending.join(lines)
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
    physical = data.splitlines()
    covered: dict[int, int] = {}
    for row in read_vcard(data).rows:
        assert row.problem is not None or row.name
        for number in range(row.first_line, row.last_line + 1):
            covered[number] = covered.get(number, 0) + 1
    assert all(n == 1 for n in covered.values())
    lost = [n for n, line in enumerate(physical, 1) if line.strip() and n not in covered]
    assert not lost


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_one_sentence(data: bytes) -> None:
    from vipdesk.errors import UserError

    try:
        rows = read_vcard(b"BEGIN:VCARD\n" + data).rows
    except UserError:  # one sentence
        return
    assert rows
