"""The mail of an invitation: one guest, one To, one ATTENDEE (RFC 6047).

multipart/mixed
├ multipart/alternative
│ ├ text/plain
│ ├ text/html                                    inline style, nothing from outside
│ └ text/calendar; charset=UTF-8; method=REQUEST   what Gmail, Apple and Outlook read
└ application/ics; name=invite.ics                 for those who only open attachments

Besides the calendar's buttons there are three mailto: links, each with the guest's token.
Everything from outside (clock, Message-ID, boundaries) is an argument, so that the same
invitation gives the same bytes.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.utils import format_datetime
from html import escape
from urllib.parse import quote

from vipdesk.channels.mail import named, one_address, plain_line
from vipdesk.errors import UserError
from vipdesk.events import invitation_words
from vipdesk.events.invitation_calendar import (
    CalendarEntry,
    Mailbox,
    Method,
    calendar_bytes,
    one_line,
)
from vipdesk.events.invitation_words import EventText, GuestText, HostText
from vipdesk.tokens import ledger
from vipdesk.wording import Words, say

_WORD_BYTES = 45  # become 72 octets as an encoded word


@dataclass(frozen=True, slots=True)
class SenderAddress:
    """The mailbox invitations leave by, and answers come back to. It is read by somebody.

    plus: the server takes 'events+token@…'; the answer's subject carries the token anyhow.
    """

    address: str
    name: str = ""
    plus: bool = False


@dataclass(frozen=True, slots=True)
class InvitationMail:
    """All of one mail. `token` is 16 letters of base32; `message_id` '<random@sender's domain>'."""

    event: EventText
    guest: GuestText
    host: HostText
    to: str
    uid: str
    token: str
    sequence: int
    message_id: str
    at: datetime
    method: Method = Method.REQUEST
    pass_on: bool = False  # it goes to the assistant


@dataclass(frozen=True, slots=True)
class ComposedMail:
    """The message as it goes to SMTP, and the words in it."""

    content: bytes
    subject: str
    text: str
    html: str


def mail_bytes(mail: InvitationMail, sender: SenderAddress, words: Words) -> bytes:
    """The whole message as it goes to SMTP. Raises UserError for an address that cannot be one."""
    return compose(mail, sender, words).content


def compose(
    mail: InvitationMail,
    sender: SenderAddress,
    words: Words,
    shared: dict[tuple[str, str], bytes] | None = None,
) -> ComposedMail:
    """The message and its words, each made once. Raises UserError as `mail_bytes`.

    shared: keeps the folded headers that all guests have in common, from one to the next.
    """
    to, own = checked_address(mail.to), checked_address(sender.address)
    entry = CalendarEntry(
        mail.uid,
        mail.sequence,
        mail.at,
        mail.event.title,
        mail.event.starts_at,
        mail.event.ends_at,
        place=", ".join(p for p in (mail.event.place, mail.event.address) if p),
        description=invitation_words.calendar_description(words, mail.event, mail.guest),
    )
    calendar = calendar_bytes(
        entry,
        organizer=Mailbox(own, mail.host.name or sender.name),
        guest=Mailbox(to, mail.guest.name),
        method=mail.method,
    )
    subject = subject_of(mail, words)
    text, html = plain_body(mail, sender, words), html_body(mail, sender, words)
    name = sender.name or mail.host.name
    head = _head(mail, str(named(name, own)), to, subject, {} if shared is None else shared)
    return ComposedMail(_assembled(mail, head, text, html, calendar), subject, text, html)


def subject_of(mail: InvitationMail, words: Words) -> str:
    """The subject of the mail."""
    if mail.method is Method.CANCEL:
        return words(say("Cancelled: {title}"), title=one_line(mail.event.title))
    return invitation_words.subject(words, mail.event)


def checked_address(value: str) -> str:
    """An address for a header: one mailbox, in ASCII (a domain in Cyrillic as punycode)."""
    try:
        address = one_address(value)
        address.encode("ascii")
    except (UserError, UnicodeError):
        raise UserError(
            say("This e-mail address cannot be written to. Correct it."), field="email"
        ) from None
    return address


def _head(
    mail: InvitationMail, own: str, to: str, subject: str, shared: dict[tuple[str, str], bytes]
) -> bytes:
    """What a name or a title could break is folded by the library; the rest is plain ASCII."""
    for line in (("From", own), ("Subject", one_line(subject))):
        if line not in shared:
            shared[line] = _folded(*line)
    plain = (("Date", format_datetime(mail.at)), ("Message-ID", plain_line(mail.message_id)))
    return b"".join(
        (
            shared["From", own],
            _recipient(mail.guest.name, to),
            shared["Subject", one_line(subject)],
            *(f"{n}: {value}\r\n".encode("ascii") for n, value in plain),
            b"MIME-Version: 1.0\r\n",
        )
    )


def _recipient(name: str, address: str) -> bytes:
    """To: a name in other letters as encoded words (RFC 2047 §2), each at most 75 octets long.

    The library tries every letter anew for where to break: half the cost of a whole mail.
    """
    shown = plain_line(name)
    if not shown or shown.isascii():
        return _folded("To", str(named(shown, address)))
    pieces = [b""]
    for letter in shown:
        data = letter.encode("utf-8", "replace")
        if len(pieces[-1]) + len(data) > _WORD_BYTES:
            pieces.append(b"")
        pieces[-1] += data
    words = (b"=?utf-8?b?%s?=" % base64.b64encode(piece) for piece in pieces)
    return b"To: %s\r\n <%s>\r\n" % (b"\r\n ".join(words), address.encode("ascii"))


def _folded(name: str, value: str) -> bytes:
    made = policy.SMTP.header_factory(name, value)
    return policy.SMTP.fold_binary(name, made)


def _assembled(mail: InvitationMail, head: bytes, text: str, html: str, calendar: bytes) -> bytes:
    """Written out by hand: these parts are always the same, and none of their headers holds a
    word from outside. The library would parse and fold each of them anew for every guest.
    """
    method = mail.method.value
    name = "invite.ics" if mail.method is Method.REQUEST else "cancel.ics"
    encoded = _encoded(calendar)
    alternative = _several(
        "alternative",
        mail.uid,
        _text("plain", text),
        _text("html", html),
        _leaf(f"text/calendar; charset=UTF-8; method={method}", encoded),
    )
    attachment = _leaf(f'application/ics; name="{name}"', encoded, f'attachment; filename="{name}"')
    return head + _several("mixed", mail.uid, alternative, attachment)


def _several(kind: str, uid: str, *parts: bytes) -> bytes:
    """A multipart (RFC 2046 §5.1). The boundary cannot stand in base64: it holds '_'."""
    boundary = f"=_{kind[0]}{re.sub(r'[^A-Za-z0-9]', '', uid)[:40]}".encode("ascii")
    head = b'Content-Type: multipart/%s;\r\n boundary="%s"\r\n' % (kind.encode(), boundary)
    inside = b"".join(b"\r\n--%s\r\n%s" % (boundary, part) for part in parts)
    return b"%s%s\r\n--%s--\r\n" % (head, inside, boundary)


def _text(subtype: str, text: str) -> bytes:
    return _leaf(f"text/{subtype}; charset=UTF-8", _encoded(text.replace("\n", "\r\n").encode()))


def _encoded(data: bytes) -> bytes:
    """Base64 keeps CRLF and long lines as they are, whatever relays do."""
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def _leaf(content_type: str, encoded: bytes, disposition: str = "") -> bytes:
    lines = [f"Content-Type: {content_type}", "Content-Transfer-Encoding: base64"]
    lines += [f"Content-Disposition: {disposition}"] if disposition else []
    return "\r\n".join([*lines, "", ""]).encode("ascii") + encoded


# Links ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """A mailto: link and the words on it."""

    words: str
    href: str


def answer_links(
    mail: InvitationMail, sender: SenderAddress, words: Words
) -> tuple[AnswerLink, ...]:
    """Yes, no, 'call me'. The subject carries the token: every mail program keeps a subject."""
    own = checked_address(sender.address)
    if sender.plus:
        name, _, domain = own.partition("@")
        own = f"{name}+{mail.token}@{domain}"
    title = one_line(mail.event.title)
    lines = [f"{one_line(o.question)}: " for o in mail.event.options]
    body = "&body=" + quote("\r\n".join(lines), safe="") if lines else ""
    asked = (
        (words(say("Yes, I will come")), say("Yes, I will come: {title} {code}"), "Y"),
        (words(say("No, I cannot come")), say("No, I cannot come: {title} {code}"), "N"),
        (words(say("Please call me")), say("Please call me: {title} {code}"), "C"),
    )
    return tuple(
        AnswerLink(
            shown,
            f"mailto:{quote(own, safe='@')}?subject="
            + quote(words(text, title=title, code=f"[VIP-{mail.token.upper()}-{letter}]"), safe="")
            + (body if letter == "Y" else ""),
        )
        for shown, text, letter in asked
    )


# Bodies -----------------------------------------------------------------------------------


def plain_body(mail: InvitationMail, sender: SenderAddress, words: Words) -> str:
    """For those who read plain text, and for screen readers."""
    if mail.method is Method.CANCEL:
        lines = [mail.guest.greeting, "", invitation_words.cancelled(words, mail.event), ""]
        return "\n".join([*lines, *_signature(mail, words)]) + "\n"
    passed = [invitation_words.pass_on(words, mail.guest), ""] if mail.pass_on else []
    lines = [*passed, mail.guest.greeting, "", invitation_words.opening(words, mail.event), ""]
    if mail.event.description:
        lines += [mail.event.description, ""]
    for label, value in invitation_words.facts(words, mail.event, mail.guest):
        lines.append(f"{label}: " + value.replace("\n", "\n    "))
    lines += ["", words(_ASK), *_asked_to_choose(mail, words), ""]
    lines += [f"{link.words}: {link.href}" for link in answer_links(mail, sender, words)]
    return "\n".join([*lines, "", *_signature(mail, words)]) + "\n"


_ASK = say("You may reply with the buttons of your calendar or with one of these links.")


def _asked_to_choose(mail: InvitationMail, words: Words) -> list[str]:
    asked = invitation_words.please_choose(words, mail.event)
    return [asked] if asked else []


def _signature(mail: InvitationMail, words: Words) -> list[str]:
    return [
        line for line in (invitation_words.closing(words), mail.host.name, mail.host.phone) if line
    ]


def html_body(mail: InvitationMail, sender: SenderAddress, words: Words) -> str:
    """The club's stationery: a table that every mail program can draw, colours from the tokens."""
    look = ledger().light
    serif = "font-family:'PT Serif',Georgia,'Times New Roman',serif;"
    sans = "font-family:'PT Sans',Inter,'Helvetica Neue',Arial,sans-serif;"
    inside = (
        _html_cancelled(mail, words)
        if mail.method is Method.CANCEL
        else _html_invited(mail, sender, words)
    )
    signature = "<br>".join(escape(line) for line in _signature(mail, words))
    return (
        f'<!DOCTYPE html><html lang="{words.lang.value}"><head><meta charset="utf-8">'
        f"<title>{escape(mail.event.title)}</title></head>"
        f'<body style="margin:0;padding:24px;background:{look.canvas};">'
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>'
        '<td align="center"><table role="presentation" width="100%" cellpadding="0" '
        'cellspacing="0" style="max-width:560px;"><tr>'
        f'<td style="background:{look.surface};border:1px solid {look.border};'
        f"border-top:3px solid {look.brass_deco};padding:32px 40px;text-align:left;"
        f'{sans}font-size:16px;line-height:24px;color:{look.text};">'
        f'<p style="margin:0 0 20px;{serif}font-size:24px;line-height:32px;'
        f'color:{look.accent};">{escape(mail.event.title)}</p>{inside}'
        f'<p style="margin:24px 0 0;color:{look.text2};">{signature}</p>'
        "</td></tr></table></td></tr></table></body></html>\n"
    )


def _paragraphs(*texts: str) -> str:
    return "".join(
        f'<p style="margin:0 0 16px;">{escape(t).replace(chr(10), "<br>")}</p>' for t in texts if t
    )


def _html_cancelled(mail: InvitationMail, words: Words) -> str:
    return _paragraphs(mail.guest.greeting, invitation_words.cancelled(words, mail.event))


def _html_invited(mail: InvitationMail, sender: SenderAddress, words: Words) -> str:
    look = ledger().light
    rows = "".join(
        f'<tr><td valign="top" style="padding:8px 16px 8px 0;border-top:1px solid {look.border};'
        f'color:{look.text3};white-space:nowrap;">{escape(label)}</td>'
        f'<td style="padding:8px 0;border-top:1px solid {look.border};">'
        f"{escape(value).replace(chr(10), '<br>')}</td></tr>"
        for label, value in invitation_words.facts(words, mail.event, mail.guest)
    )
    opening = invitation_words.opening(words, mail.event)
    passed = invitation_words.pass_on(words, mail.guest) if mail.pass_on else ""
    return (
        _paragraphs(passed, mail.guest.greeting, opening, mail.event.description)
        + '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" '
        f'style="font-size:15px;line-height:22px;margin:0 0 24px;">{rows}</table>'
        + _paragraphs(words(_ASK), *_asked_to_choose(mail, words))
        + _buttons(answer_links(mail, sender, words))
    )


def _buttons(links: tuple[AnswerLink, ...]) -> str:
    """The first one filled, the others with an edge. Cells: Outlook pads no links."""
    look = ledger().light
    cells = []
    for first, link in zip((True, False, False), links, strict=True):
        ground = look.accent if first else look.surface
        ink = look.on_accent if first else look.accent
        cells.append(
            f'<td bgcolor="{ground}" style="background:{ground};border:1px solid {look.accent};'
            f'padding:8px 16px;"><a href="{escape(link.href)}" style="color:{ink};'
            f'text-decoration:none;font-size:15px;">{escape(link.words)}</a></td>'
            '<td width="8"></td>'
        )
    row = "".join(cells)
    return f'<table role="presentation" cellpadding="0" cellspacing="0"><tr>{row}</tr></table>'
