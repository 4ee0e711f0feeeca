"""A page of a PDF as a picture for the screen."""

from __future__ import annotations

import io
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vipdesk.cards.face import CardFace
    from vipdesk.wording import Words

_PDFIUM = Lock()  # PDFium keeps state of its own and allows one thread at a time


def page_picture(pdf: bytes, *, page: int = 0, width: int = 1012) -> bytes:
    """PNG of a page, `width` pixels wide (1012: a card at 300 dpi). Slow: for the worker."""
    import pypdfium2

    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        # PDFium rounds up: a hair less than asked gives exactly what was asked.
        bitmap = sheet.render(scale=(width - 0.01) / sheet.get_width())
        out = io.BytesIO()
        bitmap.to_pil().save(out, "PNG")
        bitmap.close()
        sheet.close()
    return out.getvalue()


def card_pictures(face: CardFace, words: Words, *, width: int = 1012) -> tuple[bytes, bytes]:
    """Front and back of a card as PNG. Slow: for the worker."""
    from vipdesk.cards.face import card_pdf

    printed = card_pdf([face], words)
    front, back = (page_picture(printed, page=page, width=width) for page in (0, 1))
    return front, back
