"""Headers of outgoing mail: one To, nothing that a stranger could inject, nothing that tells.

Names and subjects come from people's hands and from imported files: a line break in them
would let a name add a Bcc. Addresses with control characters are refused; from names and
subjects they are taken out.
"""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.utils import format_datetime, getaddresses

from vipdesk.errors import UserError
from vipdesk.wording import say

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# RFC 5321 §4.1.2 without quoted local parts and address literals, which no guest has.
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}@[^\s@<>()\[\],;:\\\"]{1,190}")

# Headers alone: a parser of mails asks each for its kind, which costs more than reading To.
_HEADERS = BytesHeaderParser(policy=policy.SMTP)
_HEAD_END = re.compile(rb"\r?\n\r?\n")


def one_address(text: str) -> str:
    """A single bare address; raises `UserError` for none, several or a disguised one."""
    text = text.strip()
    if _CONTROL.search(text) or not _ADDRESS.fullmatch(text) or ".." in text:
        raise UserError(
            say("This is not one e-mail address. Write it like name@example.com."), field="address"
        )
    local, _, domain = text.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode()  # пример.рф → xn--…
    except UnicodeError:
        raise UserError(
            say("This is not one e-mail address. Write it like name@example.com."), field="address"
        ) from None
    return f"{local}@{ascii_domain.lower()}"


def plain_line(text: str) -> str:
    """Text for a header: control characters and line breaks become one space."""
    return " ".join(_CONTROL.sub(" ", text).split())


def named(name: str, address: str) -> Address:
    """A mailbox with a display name that cannot break out of its header."""
    return Address(display_name=plain_line(name), addr_spec=one_address(address))


def new_message_id(from_address: str) -> str:
    """A random Message-ID in the club's domain: no host name, no time, nobody's name."""
    return f"<{secrets.token_hex(16)}@{one_address(from_address).rpartition('@')[2]}>"


def put_headers(
    message: EmailMessage,
    *,
    sender: Address,
    to: Address,
    subject: str,
    at: datetime,
    message_id: str,
    reply_to: Address | None = None,
) -> None:
    """Set From, To (exactly one), Subject, Date and Message-ID. `at` is the moment it was made."""
    message["From"] = sender
    message["To"] = to
    message["Subject"] = plain_line(subject)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id
    if reply_to is not None:
        message["Reply-To"] = reply_to


def wire(message: EmailMessage) -> bytes:
    """As it travels: CRLF, lines no longer than SMTP allows."""
    return message.as_bytes(policy=policy.SMTP)


def plain_mail(
    *, sender: Address, to: Address, subject: str, body: str, at: datetime, message_id: str
) -> bytes:
    """A plain letter by e-mail, ready for the outbox."""
    message = EmailMessage()
    put_headers(message, sender=sender, to=to, subject=subject, at=at, message_id=message_id)
    message.set_content(body)
    return wire(message)


def readdressed(content: bytes, to: Address) -> bytes:
    """The same mail for another one: its To is written anew, all else stays byte by byte."""
    head = _head(content)
    fields = re.split(rb"\r?\n(?![ \t])", head.rstrip(b"\r\n"))
    kept = [field for field in fields if not field.lower().startswith(b"to:")]
    fresh = EmailMessage()
    fresh["To"] = to
    line = fresh.as_bytes(policy=policy.SMTP).rstrip(b"\r\n")
    return b"\r\n".join([*kept, line]) + b"\r\n\r\n" + content[len(head) :]


def check_mail(content: bytes, address: str) -> None:
    """Refuse a mail that is not for exactly this one person. Raises `ValueError`: a bug of ours."""
    try:
        message = _HEADERS.parsebytes(_head(content))
        names = [str(value) for name in ("To", "Cc", "Bcc") for value in message.get_all(name, [])]
        found = [spec for _, spec in getaddresses(names)]
    except (MessageError, ValueError, LookupError) as error:
        raise ValueError("a mail that cannot be read") from error
    if len(found) != 1 or found[0].casefold() != one_address(address).casefold():
        raise ValueError("a mail for somebody else than the addressee")


def subject_of(content: bytes) -> str:
    """The subject of a mail in the outbox, for the list of what waits."""
    return plain_line(
        str(message_from_bytes(_head(content), policy=policy.SMTP).get("Subject", ""))
    )


def _head(content: bytes) -> bytes:
    """The header: parsing the whole mail costs more than making it."""
    end = _HEAD_END.search(content)
    return content[: end.end()] if end else content


def text_of(content: bytes) -> str:
    """The plain words of a mail in the outbox, to be read before it leaves."""
    message = message_from_bytes(content, policy=policy.SMTP)
    body = message.get_body(("plain",))
    return str(body.get_content()) if body is not None else ""
