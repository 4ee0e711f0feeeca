"""A message of one's own to a client: by which ways it may go, and into the outbox with it.

SMS, messengers and (where the club has no mail account) e-mail are written in the program of
the person: the outbox holds the text, the link opens the program. Letters become a PDF on the
club's paper. All of it goes through `outbox.put`, and so through the gate.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.club import club_words
from vipdesk.channels import links, outbox
from vipdesk.channels.account import get_account
from vipdesk.channels.contact import ask_ways
from vipdesk.channels.known import ContactVerdict, Reason
from vipdesk.channels.overruling import Refusal
from vipdesk.clients.name_forms import name_of
from vipdesk.clients.names import Name, addressee, display_name
from vipdesk.clients.sight import client_of
from vipdesk.errors import UserError
from vipdesk.models import ContactPoint
from vipdesk.paths import resources
from vipdesk.vocabulary import Channel, ContactKind, OutboxKind, OutboxState, Topic
from vipdesk.wording import Lang, Words, say

CHANNELS = (Channel.EMAIL, Channel.SMS, Channel.MESSENGER, Channel.LETTER)
TOPICS = (Topic.PERSONAL, Topic.SERVICE, Topic.GREETING, Topic.OFFER, Topic.CARD)
_KINDS = {
    Channel.EMAIL: (ContactKind.EMAIL,),
    Channel.SMS: (ContactKind.PHONE,),
    Channel.MESSENGER: (ContactKind.MESSENGER, ContactKind.PHONE),
    Channel.LETTER: (ContactKind.ADDRESS,),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to write. `address` is '' where none is known; `app`: 'telegram', 'whatsapp' or ''."""

    channel: Channel
    address: str
    app: str
    verdict: ContactVerdict
    against: tuple[Refusal, ...] = ()  # all that stands against it now

    @property
    def may_be_overruled(self) -> bool:
        """Whether a written reason lets it go all the same."""
        return bool(self.against) and all(r.code.overridable for r in self.against)

    @property
    def speak_to(self) -> str:
        """The assistant, where that is the wish."""
        return self.verdict.via.name if self.verdict.via else ""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a message. `link` opens the program for it; '' where none is needed."""

    id: UUID
    client_id: UUID
    channel: Channel
    state: OutboxState
    not_before: datetime
    verdict: ContactVerdict
    link: str
    text: str


def list_ways(desk: Desk, client_id: UUID, *, topic: Topic) -> tuple[Way, ...]:
    """Each way with its verdict now, also those for which no address is known."""
    points = _points(desk, client_id)
    found = ask_ways(desk, client_id, [(c, topic) for c in CHANNELS])
    return tuple(
        replace(_way(points, verdict, channel), against=against)
        for (channel, _), (verdict, against) in found.items()
    )


def put_message(
    desk: Desk,
    client_id: UUID,
    *,
    channel: Channel,
    topic: Topic,
    text: str,
    subject: str = "",
    override_reason: str = "",
    overrules: Collection[Reason] | None = None,
) -> Written:
    """Write by one of the ways. Raises `UserError` on 'text', 'channel', 'subject'.

    overrules: the reasons the person saw and wrote `override_reason` for; see `outbox.put`.
    """
    if not text.strip():
        raise UserError(say("Write a few words."), field="text")
    way = next(w for w in list_ways(desk, client_id, topic=topic) if w.channel is channel)
    if not way.address and way.speak_to:
        raise UserError(way.verdict.reason, field="channel")
    if not way.address:
        raise UserError(say("There is no address for this way. Choose another."), field="channel")
    kind, content, message_id = _content(desk, client_id, way, text.strip(), subject.strip())
    placed = outbox.put(
        desk, kind=kind, channel=channel, topic=topic, client_id=client_id, address=way.address,
        content=content, message_id=message_id, override_reason=override_reason,
        overrules=overrules,
    )  # fmt: skip
    link = link_of(kind, channel, way.address, text.strip(), subject.strip(), app=way.app)
    return Written(
        placed.id, client_id, channel, placed.state, placed.not_before, placed.verdict, link,
        text.strip(),
    )  # fmt: skip


def link_of(
    kind: OutboxKind, channel: Channel, address: str, text: str, subject: str = "", *, app: str = ""
) -> str:
    """The deep link for a thing a person does by hand; '' for letters and the club's own mail."""
    match kind, channel:
        case OutboxKind.CALL_TASK, _:
            return links.call(address)
        case OutboxKind.TEXT, Channel.SMS:
            return links.sms(address, text)
        case OutboxKind.TEXT, Channel.EMAIL:
            return links.mail(address, subject, text)
        case OutboxKind.TEXT, _ if app == "telegram" or not _is_number(address):
            return links.telegram(address, text)
        case OutboxKind.TEXT, _:
            return links.whatsapp(address, text)
    return ""


def _is_number(address: str) -> bool:
    return len(links.digits(address)) > 6


def _points(desk: Desk, client_id: UUID) -> dict[ContactKind, list[ContactPoint]]:
    client_of(desk, client_id)
    found: dict[ContactKind, list[ContactPoint]] = {}
    query = select(ContactPoint).where(ContactPoint.client_id == client_id)
    for row in desk.session.scalars(query.order_by(ContactPoint.preferred.desc(), ContactPoint.id)):
        found.setdefault(row.kind, []).append(row)
    return found


def _way(
    points: dict[ContactKind, list[ContactPoint]], verdict: ContactVerdict, channel: Channel
) -> Way:
    if verdict.via is not None and channel is not Channel.LETTER:
        via = verdict.via
        return Way(channel, via.email if channel is Channel.EMAIL else via.phone, "", verdict)
    for kind in _KINDS[channel]:
        for point in points.get(kind, []):
            is_number = kind is ContactKind.PHONE
            app = "whatsapp" if is_number else _app(point.label)
            address = (point.normalised or point.value) if is_number else point.value
            return Way(channel, address, app if channel is Channel.MESSENGER else "", verdict)
    return Way(channel, "", "", verdict)


def _app(label: str) -> str:
    name = label.casefold()
    return "whatsapp" if "whats" in name or "ватс" in name else "telegram"


def _content(
    desk: Desk, client_id: UUID, way: Way, text: str, subject: str
) -> tuple[OutboxKind, bytes, str | None]:
    if way.channel is Channel.LETTER:
        return OutboxKind.LETTER, _letter(desk, client_id, way, text, subject), None
    sender = get_account(desk) if way.channel is Channel.EMAIL else None
    if sender is None:
        return OutboxKind.TEXT, text.encode(errors="replace"), None
    from vipdesk.channels import mail

    if not subject:
        raise UserError(say("Write what it is about."), field="subject")
    message_id = mail.new_message_id(sender.address)
    content = mail.plain_mail(
        sender=mail.named(sender.name, sender.address),
        to=mail.named(_name(desk, client_id, Lang.RU) if not way.speak_to else way.speak_to,
                      way.address),
        subject=subject, body=text, at=desk.now, message_id=message_id,
    )  # fmt: skip
    return OutboxKind.MAIL, content, message_id


def _letter(desk: Desk, client_id: UUID, way: Way, text: str, subject: str) -> bytes:
    from vipdesk.channels.hours import zone
    from vipdesk.channels.letterhead import ClubPaper, Letter, letter_pdf

    lang = Lang.RU if _is_russian(text) else Lang.EN
    club, words = club_words(desk), Words(lang, resources() / "i18n")
    first, *rest = text.split("\n\n")
    client = client_of(desk, client_id)
    today = desk.now.astimezone(zone(client.time_zone)).date()
    return letter_pdf(
        Letter(
            paper=ClubPaper(club.title, tuple(p for p in (club.address, club.phone) if p)),
            to=(addressee(name_of(desk, client_id), lang), *way.address.split("\n")),
            dated=words.day(today),
            salutation=first if rest else "",
            paragraphs=tuple(rest) if rest else (first,),
            closing=words(say("With respect,")),
            signer=f"{desk.actor.given} {desk.actor.surname}".strip(),
            subject=subject,
            lang=lang,
        )
    )


def _is_russian(text: str) -> bool:
    return any("а" <= letter <= "я" for letter in text.casefold())


def _name(desk: Desk, client_id: UUID, lang: Lang) -> str:
    c = client_of(desk, client_id)
    name = Name(c.surname, c.given, c.patronymic, c.latin_name, c.title, c.gender, c.address_form)
    return display_name(name, lang)
