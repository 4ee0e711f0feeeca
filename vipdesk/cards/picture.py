"""A page of a PDF as a picture for the screen."""

from __future__ import annotations

import io
from threading import Lock

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
