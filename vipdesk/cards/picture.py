"""A card as a picture for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vipdesk.pdf import page_picture

if TYPE_CHECKING:
    from vipdesk.cards.face import CardFace
    from vipdesk.wording import Words


def card_pictures(face: CardFace, words: Words, *, width: int = 1012) -> tuple[bytes, bytes]:
    """Front and back of a card as PNG. Slow: for the worker."""
    from vipdesk.cards.face import card_pdf

    printed = card_pdf([face], words)
    front, back = (page_picture(printed, page=page, width=width) for page in (0, 1))
    return front, back
