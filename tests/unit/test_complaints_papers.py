"""Papers of a case: kept whole, shown without a copy, taken out with a reason."""

from __future__ import annotations

import io
import os
import stat
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from tests.factories import as_role
from tests.factories_complaints import filed, staff_of
from vipdesk.access import Desk
from vipdesk.complaints import paper_pages, papers
from vipdesk.complaints.history import list_history
from vipdesk.errors import NotFound, UserError
from vipdesk.models import Complaint, JournalEntry
from vipdesk.vocabulary import RestrictedClass, Role

MB = 1024 * 1024


def pdf_of(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 300))
    for number in range(pages):
        canvas.drawString(20, 20, f"page {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture_of(form: str = "PNG", size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form)
    return out.getvalue()


def entries(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.session.scalars(select(JournalEntry).order_by(JournalEntry.seq))
    return [(row.verb, row.reason) for row in rows if row.object_table == "case_paper"]


def test_a_paper_is_kept_looked_at_and_taken_out_with_a_reason(desk: Desk) -> None:
    case = filed(desk).id
    paper = papers.add_paper(desk, case, name=r"C:\Users\anna\счёт.pdf", content=b"%PDF-whole")
    (row,) = papers.list_papers(desk, case)
    assert (row.id, row.name, row.added_at) == (paper, "счёт.pdf", desk.now)
    assert row.added_by.name
    assert papers.open_paper(desk, paper).content == b"%PDF-whole"
    with pytest.raises(UserError) as why:
        papers.save_paper(desk, paper, reason=" ")
    assert why.value.field == "reason"
    papers.save_paper(desk, paper, reason="Просил юрист клуба")
    assert entries(desk) == [
        ("add_paper", ""), ("read_paper", ""), ("save_paper", "Просил юрист клуба"),
    ]  # fmt: skip
    said = [r for r in list_history(desk, case) if "document" in r.said.text]
    assert [r.said.text for r in said] == ["A document was saved as a file", "A document was added"]
    assert "юрист" in said[0].text


def test_a_paper_taken_away_can_come_back(desk: Desk) -> None:
    case = filed(desk).id
    gone = papers.remove_paper(desk, papers.add_paper(desk, case, name="a.png", content=b"x"))
    assert papers.list_papers(desk, case) == ()
    with pytest.raises(NotFound):
        papers.open_paper(desk, gone.id)
    papers.add_paper(desk, gone.complaint_id, name=gone.name, content=gone.content)
    assert [p.name for p in papers.list_papers(desk, case)] == ["a.png"]


def test_a_case_has_room_for_fifty_megabytes_and_a_paper_for_ten(desk: Desk) -> None:
    case = filed(desk).id
    with pytest.raises(UserError, match="200 dpi"):
        papers.add_paper(desk, case, name="scan.tif", content=bytes(10 * MB + 1))
    with pytest.raises(UserError, match="empty"):
        papers.add_paper(desk, case, name="scan.tif", content=b"")
    papers.MOST_OF_CASE, before = 3000, papers.MOST_OF_CASE
    try:
        papers.add_paper(desk, case, name="1", content=bytes(2000))
        with pytest.raises(UserError, match="together"):
            papers.add_paper(desk, case, name="2", content=bytes(1001))
        papers.add_paper(desk, case, name="3", content=bytes(1000))
    finally:
        papers.MOST_OF_CASE = before


def test_papers_hide_with_their_case(desk: Desk) -> None:
    case = filed(desk).id
    paper = papers.add_paper(desk, case, name="a.txt", content=b"x")
    head = as_role(desk, Role.HEAD)
    row = desk.session.get_one(Complaint, case)
    row.about_staff_id, row.restricted = head.actor.id, RestrictedClass.CONFLICT
    desk.session.flush()
    for hidden in (head, as_role(desk, Role.COORDINATOR)):
        for deed in (
            lambda d: papers.list_papers(d, case),
            lambda d: papers.open_paper(d, paper),
            lambda d: papers.save_paper(d, paper, reason="Просто так хочу"),
            lambda d: papers.remove_paper(d, paper),
            lambda d: papers.add_paper(d, case, name="b", content=b"y"),
        ):
            with pytest.raises(NotFound):
                deed(hidden)
    assert staff_of(desk, Role.EXECUTIVE)


# Reading a file ---------------------------------------------------------------------------------


def test_a_file_is_read_by_its_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "скан.pdf"
    path.write_bytes(b"%PDF")
    assert papers.read_file(path) == ("скан.pdf", b"%PDF")


def test_what_is_no_file_to_keep_is_refused_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with (tmp_path / "scan").open("wb") as file:
        file.truncate(40 * MB)
    os.mkfifo(tmp_path / "pipe") if hasattr(os, "mkfifo") else (tmp_path / "pipe").mkdir()
    for name, sentence in (
        ("empty", "empty"), ("scan", "200 dpi"), (".", "folder"), ("nowhere", "cannot be read"),
        ("pipe", r"cannot be read|folder"),
    ):  # fmt: skip
        with pytest.raises(UserError, match=sentence):
            papers.read_file(tmp_path / name)


def test_a_file_that_grows_while_it_is_read_is_not_half_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-")
    real = Path.open

    def opened(self: Path, mode: str) -> object:
        with real(self, "ab") as more:
            more.write(b"and more")
        return real(self, mode)

    monkeypatch.setattr(Path, "open", opened)
    assert stat.S_ISREG(path.stat().st_mode)
    with pytest.raises(UserError, match="still being written"):
        papers.read_file(path)


# Looking at one ---------------------------------------------------------------------------------


def test_a_pdf_is_drawn_page_by_page() -> None:
    page = paper_pages.draw_page("scan", pdf_of(3), page=9, width=100)
    assert (page.number, page.count) == (2, 3)
    assert Image.open(io.BytesIO(page.png)).size == (100, 150)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_picture_is_drawn_small(form: str) -> None:
    page = paper_pages.draw_page("любое имя.doc", picture_of(form, (600, 400)), width=300)
    assert Image.open(io.BytesIO(page.png)).size == (300, 200)


def test_a_scan_of_several_sheets_has_several_pages() -> None:
    out = io.BytesIO()
    sheets = [Image.new("1", (40, 50)), Image.new("I;16", (40, 60)), Image.new("CMYK", (40, 70))]
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:])
    drawn = [paper_pages.draw_page("fax.tif", out.getvalue(), page=n) for n in range(3)]
    assert [(p.number, p.count) for p in drawn] == [(0, 3), (1, 3), (2, 3)]
    assert [Image.open(io.BytesIO(p.png)).height for p in drawn] == [50, 60, 70]


def test_a_mail_shows_who_wrote_what_and_which_files_hang_on_it() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Анна Волкова <anna@client.example>", "Вчерашний вечер"
    mail.set_content("Мы сидели не там.")
    mail.add_alternative("<p>Мы <b>сидели</b> не там.</p>", subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="стол.png")
    words = paper_pages.draw_page("mail.eml", bytes(mail)).words
    assert "Анна Волкова" in words
    assert "Вчерашний вечер" in words
    assert "+ стол.png" in words
    assert words.endswith("Мы сидели не там.")


def test_a_page_of_html_keeps_its_words_alone() -> None:
    mail = EmailMessage()
    mail.set_content(
        "<head><style>p {}</style></head><p>Мы сидели<br>не там</p><script>bad()</script>",
        subtype="html",
    )
    assert paper_pages.draw_page("a.eml", bytes(mail)).words.split("\n")[-2:] == [
        "Мы сидели", "не там",
    ]  # fmt: skip


def test_a_text_of_an_old_program_is_read() -> None:
    assert paper_pages.draw_page("a.txt", "Жалоба".encode("cp1251")).words == "Жалоба"
    assert paper_pages.draw_page("a.txt", "\ufeffЖалоба".encode()).words == "Жалоба"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.pdf", b"%PDF-1.7 but nothing behind it", "damaged"),
        ("a.png", picture_of()[:50], "damaged"),
        ("a.docx", b"PK\x03\x04", "Save a copy"),
        ("a.txt", b"a\x00b", "Save a copy"),
    ],
)
def test_what_cannot_be_shown_says_so(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        paper_pages.draw_page(name, content)


def test_a_picture_too_large_for_this_computer_is_not_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper_pages, "MOST_PIXELS", 100)
    with pytest.raises(UserError, match="too large"):
        paper_pages.draw_page("a.png", picture_of())
