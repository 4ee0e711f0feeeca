"""Deep links (RFC 3966, 5724, 6068): the telephone, messenger or mail program does the rest."""

from __future__ import annotations

import re
from urllib.parse import quote

_NOT_A_DIGIT = re.compile(r"\D+")


def digits(phone: str) -> str:
    """'+7 (495) 123-45-67' → '+74951234567'; the plus is kept, extensions are not phone digits."""
    number, _, _ = phone.partition(";")
    return ("+" if number.strip().startswith("+") else "") + _NOT_A_DIGIT.sub("", number)


def call(phone: str) -> str:
    """`tel:` (RFC 3966)."""
    return f"tel:{digits(phone)}"


def sms(phone: str, text: str) -> str:
    """`sms:` with a body (RFC 5724)."""
    return f"sms:{digits(phone)}?body={quote(text, safe='')}"


def whatsapp(phone: str, text: str) -> str:
    """A WhatsApp conversation with the text typed in; the number without its plus."""
    return f"https://wa.me/{digits(phone).lstrip('+')}?text={quote(text, safe='')}"


def mail(address: str, subject: str = "", body: str = "") -> str:
    """`mailto:` (RFC 6068): line breaks as CRLF, everything else percent-encoded."""
    fields = {"subject": subject, "body": body.replace("\r\n", "\n").replace("\n", "\r\n")}
    query = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items() if text)
    return f"mailto:{quote(address, safe='@')}" + (f"?{query}" if query else "")
