"""Letters on the club's paper, and calls as things to do."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from tests import factories as make
from tests.factories import later
from vipdesk.access import Desk
from vipdesk.channels import call_task, outbox
from vipdesk.channels.letterhead import ClubPaper, Envelope, Letter, letter_pdf
from vipdesk.errors import UserError
from vipdesk.models import ChannelPreference, PersonAround
from vipdesk.vocabulary import Channel, OutboxState, PersonKind, PreferenceRule, Topic

MM = 72 / 25.4
LETTER = Letter(
    paper=ClubPaper("Клуб «Пречистенка»", ("Москва", "+7 495 000-00-00")),
    to=("Анне Сергеевне Волковой", "Кутузовский проспект, 0", "Москва, 121170"),
    dated="Москва, 26 ноября 2026",
    salutation="Глубокоуважаемая Анна Сергеевна!",
    paragraphs=("Приглашаем Вас на вечер <каллиграфии> & чая.", "Первая строка\nВторая строка"),
    closing="С глубоким уважением,",
    signer="Мария Орлова",
    signer_title="Личный менеджер",
    subject="Вечер",
    enclosures=("Программа",),
)


def text(pdf: bytes, page: int = 0) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        words = sheet.get_textpage()
        found = str(words.get_text_range())
        words.close()
        sheet.close()
        return found


def test_every_word_of_the_letter_can_be_read_out_of_the_file() -> None:
    read = text(letter_pdf(LETTER))
    for line in (
        *LETTER.to, *LETTER.paper.foot, LETTER.paper.name, LETTER.dated, LETTER.salutation,
        "<каллиграфии> & чая.", "Вторая строка", LETTER.signer, LETTER.signer_title, "Программа",
    ):  # fmt: skip
        assert line in read


@pytest.mark.parametrize("envelope", list(Envelope))
def test_no_long_name_runs_past_the_right_margin(envelope: Envelope) -> None:
    name = "Константину-Александру Константиновичу Верещагину-Преображенскому-Воскресенскому"
    wordy = replace(
        LETTER, envelope=envelope, to=(f"{name} и супруге", *LETTER.to[1:]), signer=name * 2,
        paper=replace(LETTER.paper, name=name), paragraphs=(name, *LETTER.paragraphs * 30),
    )  # fmt: skip
    data = letter_pdf(wordy)
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) > 1
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            edges = [words.get_charbox(n)[2] for n in range(words.count_chars())]
            assert max(edges) <= 190 * MM + 1
            words.close()
            page.close()
    assert "и супруге" in text(data)


@pytest.mark.parametrize(
    ("envelope", "left", "right"), [(Envelope.E65, 115, 195), (Envelope.DIN5008, 20, 110)]
)
def test_the_address_shows_in_the_window(envelope: Envelope, left: int, right: int) -> None:
    with pypdfium2.PdfDocument(letter_pdf(replace(LETTER, envelope=envelope))) as document:
        sheet = document[0]
        words = sheet.get_textpage()
        for line in LETTER.to:
            found = words.search(line, match_case=True).get_next()
            assert found is not None
            x0, y0, x1, y1 = words.get_charbox(found[0])
            assert left * MM < x0 < right * MM
            assert 45 < (297 * MM - y1) / MM < 90
            assert x1 - x0 > 0 < y1 - y0
        words.close()
        sheet.close()


def test_the_file_says_nothing_about_itself() -> None:
    pdf = letter_pdf(LETTER)
    assert pdf == letter_pdf(LETTER)
    for told in (b"/root", b"/home", b"/work", b".ttf"):
        assert told not in pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        told = {str(value) for value in opened.docinfo.values()}
        assert opened.Root.Lang == "ru"
    assert told <= {"VIP Desk", "", "D:20000101000000+00'00'", "/False"}


def test_a_long_letter_goes_on_and_the_signature_is_never_alone() -> None:
    long = replace(LETTER, paragraphs=tuple(f"Абзац номер {n}. " + "Слово " * 40 for n in range(9)))
    pdf = letter_pdf(long)
    with pypdfium2.PdfDocument(pdf) as document:
        last = len(document) - 1
    assert last == 1
    assert "Мария Орлова" in text(pdf, last)
    assert "Абзац номер 8" in text(pdf, last)
    assert "2" in text(pdf, last)


def test_letters_made_of_two_signs_become_one() -> None:
    apart = unicodedata.normalize("NFD", "Дорогой Андрей")
    assert "Дорогой Андрей" in text(letter_pdf(replace(LETTER, salutation=apart + "\x07")))


def test_a_letter_needs_little() -> None:
    bare = Letter(ClubPaper("Клуб"), (), "2026", "Здравствуйте!", (), "Ваша", "Мария")
    assert "Мария" in text(letter_pdf(bare))


# Calls ------------------------------------------------------------------------------------------


def test_a_call_dials_the_client(desk: Desk) -> None:
    anna = make.client(desk)
    make.phone(desk, anna.id)
    placed = call_task.put_call(desk, client_id=anna.id, topic=Topic.SERVICE, script="Здравствуйте")
    task = call_task.get_call(desk, placed.id)
    assert (task.phone, task.link) == ("+74950001122", "tel:+74950001122")
    assert (task.script, task.speak_to, task.done) == ("Здравствуйте", "", False)
    assert task.verdict.allowed
    outbox.mark_done(desk, placed.id)
    assert call_task.get_call(later(desk, hours=12), placed.id).done


def test_a_call_dials_the_assistant_where_that_is_the_wish(desk: Desk) -> None:
    anna = make.client(desk)
    make.phone(desk, anna.id)
    vera = PersonAround(client_id=anna.id, kind=PersonKind.STAFF, name="Вера", phone="+7499")
    desk.session.add(vera)
    desk.session.flush()
    desk.session.add(
        ChannelPreference(
            client_id=anna.id, channel=Channel.PHONE, rule=PreferenceRule.ALLOW,
            via_person_id=vera.id, noted_at=desk.now,
        )
    )  # fmt: skip
    desk.session.flush()
    placed = call_task.put_call(desk, client_id=anna.id, topic=Topic.SERVICE, script="Добрый день")
    task = call_task.get_call(desk, placed.id)
    assert (task.phone, task.speak_to) == ("+7499", "Вера")


def test_without_a_number_there_is_no_call(desk: Desk) -> None:
    with pytest.raises(UserError):
        call_task.put_call(
            desk, client_id=make.client(desk).id, topic=Topic.SERVICE, script="Добрый день"
        )


def test_a_call_at_night_waits(desk: Desk) -> None:
    anna = make.client(desk)
    make.phone(desk, anna.id)
    night = later(desk, hours=12)
    placed = call_task.put_call(night, client_id=anna.id, topic=Topic.SERVICE, script="Добрый день")
    assert placed.state is OutboxState.HELD
    assert not call_task.get_call(night, placed.id).verdict.allowed
