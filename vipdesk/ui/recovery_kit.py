"""The recovery kit: one page to print and keep where the laptop is not."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from vipdesk import pdf, tokens
from vipdesk.wording import say

if TYPE_CHECKING:
    from datetime import date

    from reportlab.pdfgen.canvas import Canvas

    from vipdesk.wording import Words


def recovery_kit(words: Words, recovery_key: str, folder: str, made: date) -> bytes:
    """An A4 page (PDF bytes): the key in eight groups, where the vault is, how to use it."""
    out = io.BytesIO()
    pdf.register_typefaces()
    page = pdf.new_canvas(out, pdf.A4, title=words("Recovery kit"), lang=str(words.lang))
    ink = tokens.ledger().light
    left, top = 25 * pdf.MM, pdf.A4[1] - 35 * pdf.MM
    page.setFillColor(pdf.ink(ink.text))
    page.setFont(pdf.SERIF, 24)
    page.drawString(left, top, words("Recovery kit of your VIP Desk"))
    page.setStrokeColor(pdf.ink(ink.brass_deco))
    page.line(left, top - 14, left + 60, top - 14)
    below = _paragraphs(page, words, left, top - 45, folder, made)
    _key(page, recovery_key, left, below)
    page.showPage()
    page.save()
    return out.getvalue()


def _paragraphs(
    page: Canvas, words: Words, left: float, top: float, folder: str, made: date
) -> float:
    from reportlab.lib.utils import simpleSplit

    lines = (
        say("This key opens the vault if the passphrase is forgotten. Print this page."),
        say("Keep it in a safe or with a person you trust, never beside the laptop."),
        say("Vault: {folder}", folder=folder),
        say("Created on {day}", day=made),
        say("On the unlock screen choose “Use the recovery key” and type all eight groups."),
    )
    page.setFont(pdf.SANS, 11)
    for line in lines:
        for part in simpleSplit(words(line), pdf.SANS, 11, pdf.A4[0] - 2 * left):
            page.drawString(left, top, part)
            top -= 16
        top -= 6
    return top - 14


def _key(page: Canvas, recovery_key: str, left: float, top: float) -> None:
    ink = tokens.ledger().light
    groups = recovery_key.split("-")
    height = 78
    page.setFillColor(pdf.ink(ink.canvas))
    page.setStrokeColor(pdf.ink(ink.border_strong))
    page.roundRect(left, top - height, pdf.A4[0] - 2 * left, height, 6, fill=1)
    page.setFillColor(pdf.ink(ink.text))
    page.setFont("Courier-Bold", 20)
    for number, group in enumerate(groups):
        across, down = number % 4, number // 4
        page.drawString(left + 24 + across * 112, top - 32 - down * 30, group)
