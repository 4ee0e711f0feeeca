"""Deep links (RFC 3966, 5724, 6068): the telephone, messenger or mail program does the rest."""

from __future__ import annotations

import re
from urllib.parse import quote

from vipdesk.clients.phones import to_e164

LONGEST = 1900  # characters: Windows hands no longer address to a program
_NOT_A_DIGIT = re.compile(r"\D+")
_EXTENSION = re.compile(r"(?:[;,#]|доб|вн|ext|extn|x).*$", re.IGNORECASE | re.DOTALL)
_NICK = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")


def digits(phone: str) -> str:
    """'+7 (495) 123-45-67 доб. 12' → '+74951234567'; the plus is kept, an extension is not."""
    number = _EXTENSION.sub("", phone)
    return ("+" if number.strip().startswith("+") else "") + _NOT_A_DIGIT.sub("", number)


def dialled(phone: str) -> str:
    """The number as the world dials it, E.164 where it is whole: '8 916 …' → '+7916…'."""
    number = _EXTENSION.sub("", phone)
    return to_e164(number) or digits(phone)


def call(phone: str) -> str:
    """`tel:` (RFC 3966)."""
    return f"tel:{dialled(phone)}"


def sms(phone: str, text: str) -> str:
    """`sms:` with a body (RFC 5724)."""
    return f"sms:{dialled(phone)}" + (f"?body={_quoted(text)}" if text else "")


def whatsapp(phone: str, text: str) -> str:
    """A WhatsApp conversation with the text typed in; the number without its plus."""
    number = dialled(phone).lstrip("+")
    return f"https://wa.me/{number}" + (f"?text={_quoted(text)}" if text else "")


def telegram(name: str, text: str = "") -> str:
    """A Telegram conversation by name or number (t.me opens the program, or says where it is)."""
    nick = _NICK.fullmatch(name.strip())
    who = nick[1] if nick else "+" + dialled(name).lstrip("+")
    return f"https://t.me/{who}" + (f"?text={_quoted(text)}" if text else "")


def mail(address: str, subject: str = "", body: str = "") -> str:
    """`mailto:` (RFC 6068): line breaks as CRLF, everything else percent-encoded."""
    fields = {"subject": subject, "body": body.replace("\r\n", "\n").replace("\n", "\r\n")}
    query = "&".join(f"{name}={_quoted(text)}" for name, text in fields.items() if text)
    return f"mailto:{quote(address, safe='@')}" + (f"?{query}" if query else "")


def fits(link: str) -> bool:
    """Whether every platform hands over all of it; else the text goes by the clipboard."""
    return len(link) <= LONGEST


def _quoted(text: str) -> str:
    """All but letters, digits and '-._~' in percent code: nothing is left for a shell to read."""
    return quote(text, safe="", errors="replace")
