"""The printed card: exact size, text that stays text, nothing clipped, a code that is read back."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from tests.factories_cards import KEY, NUMBER, face
from vipdesk import pdf, tokens
from vipdesk.cards.face import Press, card_pdf
from vipdesk.cards.layout import HEIGHT, WIDTH, of_metal
from vipdesk.cards.number import grouped
from vipdesk.cards.signature import Trust, Verdict, check_code
from vipdesk.pdf import page_picture
from vipdesk.wording import Words

METALS = ("silver", "gold", "platinum")
LONG = "Александра Константиновна Христорождественская-Преображенская-Вознесенская"
LATIN = "ALEKSANDRA KHRISTOROZHDESTVENSKAIA-PREOBRAZHENSKAIA-VOZNESENSKAIA"


def text_of(data: bytes, page: int) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return str(document[page].get_textpage().get_text_range())


def read_code(data: bytes, page: int = 1) -> str:
    picture = Image.open(io.BytesIO(page_picture(data, page=page, width=860)))
    [found] = zxingcpp.read_barcodes(picture)
    return str(found.text)


@pytest.mark.parametrize("metal", METALS)
def test_front_and_back_are_of_card_size(metal: str, ru: Words) -> None:
    with pypdfium2.PdfDocument(card_pdf([face(metal=metal)], ru)) as document:
        sizes = [[v / pdf.MM for v in page.get_size()] for page in document]
    assert sizes == [pytest.approx([85.60, 53.98], abs=0.01)] * 2


@pytest.mark.parametrize("metal", METALS)
def test_the_code_is_read_back_and_holds(metal: str, en: Words) -> None:
    code = read_code(card_pdf([face(metal=metal)], en))
    trust = Trust({KEY.key_id: KEY.public})
    assert check_code(code, trust, face().expires_on).verdict is Verdict.VALID


def test_names_in_both_alphabets_and_the_number_are_text(ru: Words) -> None:
    front = text_of(card_pdf([face()], ru), 0)
    for expected in ("Артём Щукин", "ARTEM SHCHUKIN", grouped(NUMBER), "ЗОЛОТО", "2019", "11/28"):
        assert expected in front


def test_the_card_speaks_the_language_asked_for(ru: Words, en: Words) -> None:
    assert "В клубе с" in text_of(card_pdf([face()], ru), 0)
    assert "Member since" in text_of(card_pdf([face()], en), 0)


def test_nothing_personal_is_in_the_code_or_the_metadata(ru: Words) -> None:
    data = card_pdf([face()], ru)
    with pikepdf.open(io.BytesIO(data)) as document:
        about = " ".join(str(v) for v in document.docinfo.values())
    for hidden in ("Щукин", "SHCHUKIN", NUMBER):
        assert hidden not in about
    code = read_code(data)
    assert "SHCHUKIN" not in code


@pytest.mark.parametrize("metal", METALS)
@pytest.mark.parametrize(
    "fields",
    [
        {"name": LONG, "latin": LATIN},
        {"name": "Ё" * 60, "latin": "W" * 60},
        {"name": "", "latin": LATIN},
        {"club": "Закрытый клуб друзей и попечителей Большого симфонического дома"},
        {"tier": "Почётный пожизненный член-учредитель"},
    ],
    ids=["long", "unbroken", "latin only", "club", "tier"],
)
def test_words_never_leave_the_safe_area(metal: str, fields: dict[str, Any], ru: Words) -> None:
    data = card_pdf([face(metal=metal, **fields)], ru)
    safe = of_metal(metal).safe * pdf.MM
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            words = page.get_textpage()
            for i in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(i)
                if right > left:
                    assert left >= safe - 0.5
                    assert right <= WIDTH * pdf.MM - safe + 0.5
                    assert bottom >= safe - 0.5
                    assert top <= HEIGHT * pdf.MM - safe + 0.5


def test_a_long_name_is_whole_on_the_card(ru: Words) -> None:
    front = text_of(card_pdf([face(name=LONG, latin=LATIN)], ru), 0)
    # PDFium reads a hyphen at the end of a line as U+FFFE.
    read = front.replace("\ufffe", "-").replace("\r\n", "").replace(" ", "")
    assert LONG.replace(" ", "") in read
    assert LATIN.replace(" ", "") in read


def test_a_draft_says_so_and_has_no_code(en: Words) -> None:
    data = card_pdf([face(code="", draft=True)], en)
    assert "not issued yet" in text_of(data, 1)
    assert zxingcpp.read_barcodes(Image.open(io.BytesIO(page_picture(data, page=1)))) == []


def test_a_name_alike_in_both_lines_is_printed_once(en: Words) -> None:
    front = text_of(card_pdf([face(name="John Smith", latin="JOHN SMITH")], en), 0)
    assert front.upper().count("JOHN SMITH") == 1


def test_a_club_without_a_phone_prints_no_empty_promise(en: Words) -> None:
    assert "call us" not in text_of(card_pdf([face(phone="")], en), 1)


def test_bleed_and_crop_marks_leave_the_card_its_size(ru: Words) -> None:
    data = card_pdf([face()], ru, Press(bleed=3, marks=True))
    with pikepdf.open(io.BytesIO(data)) as document:
        trim = [float(v) / pdf.MM for v in document.pages[0].TrimBox]
        media = [float(v) / pdf.MM for v in document.pages[0].MediaBox]
        bleed = [float(v) / pdf.MM for v in document.pages[0].BleedBox]
    assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([WIDTH, HEIGHT], abs=0.01)
    assert bleed[2] - bleed[0] == pytest.approx(WIDTH + 6, abs=0.01)
    assert media[2] - media[0] == pytest.approx(WIDTH + 16, abs=0.01)


def test_many_cards_are_one_file(ru: Words) -> None:
    with pypdfium2.PdfDocument(card_pdf([face(), face(metal="silver")], ru)) as document:
        assert len(document) == 4


def test_the_same_card_prints_the_same_bytes(ru: Words) -> None:
    assert card_pdf([face()], ru) == card_pdf([face()], ru)


@pytest.mark.parametrize("metal", METALS)
def test_words_stand_out_from_the_metal(metal: str) -> None:
    colours = tokens.ledger().metals[metal]
    for ground in (colours.ground, colours.line):
        for ink in (colours.ink, colours.ink2, colours.mark):
            assert tokens.contrast(ink, ground) >= 3.9, (ink, ground)
    for ink in (colours.ink, colours.ink2, colours.mark):
        assert tokens.contrast(ink, colours.ground) >= 4.5, ink


def test_an_unknown_metal_is_printed_as_silver() -> None:
    assert of_metal("titanium") == of_metal("silver")
    assert of_metal("../themes/ledger") == of_metal("silver")


def test_a_picture_is_a_png_as_wide_as_asked(ru: Words) -> None:
    picture = Image.open(io.BytesIO(page_picture(card_pdf([face()], ru), width=500)))
    assert picture.format == "PNG"
    assert picture.width == 500
