"""One invitation as it will leave: mail, call script, text or letter, in the guest's language."""

from __future__ import annotations

import secrets
from base64 import b32encode
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from sqlalchemy import select

from vipdesk import paths
from vipdesk.access import Desk
from vipdesk.access.club import club_words
from vipdesk.channels import account, letterhead, links
from vipdesk.channels.gate import Via
from vipdesk.channels.letterhead import ClubPaper, Letter
from vipdesk.channels.mail import new_message_id
from vipdesk.clients.name_forms import locked_of
from vipdesk.clients.names import Name, greeting, in_case
from vipdesk.errors import UserError
from vipdesk.events import invitation_mail, invitation_words
from vipdesk.events.invitation_calendar import Method
from vipdesk.events.invitation_mail import InvitationMail, SenderAddress
from vipdesk.events.invitation_words import (
    EventText,
    GuestText,
    HostText,
    OptionText,
    SessionText,
)
from vipdesk.events.options import list_options
from vipdesk.events.routes import Route
from vipdesk.events.slip import slip_words
from vipdesk.models import Event, EventSession, Staff, Venue
from vipdesk.vocabulary import Channel, NameCase, OutboxKind, label
from vipdesk.wording import Lang, Who, Words, say

NEW_TOKEN_BYTES = 10  # 16 letters of base32: nobody guesses 80 bits


@dataclass(frozen=True, slots=True)
class Draft:
    """What leaves, and how it looks to a person. `html` and `pdf` only where there is one."""

    kind: OutboxKind
    channel: Channel
    address: str
    content: bytes
    text: str
    subject: str = ""
    html: str = ""
    pdf: bytes | None = None
    link: str = ""
    message_id: str | None = None


@dataclass(frozen=True, slots=True)
class Keys:
    """What makes one invitation this guest's own."""

    uid: str
    token: str
    sequence: int
    allowance: int = 0


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom a draft is for. `via`: the assistant who receives it, and then nobody else does."""

    id: UUID
    name: Name
    lang: Lang
    route: Route
    via: Via | None = None

    @property
    def address(self) -> str:
        """Where the draft goes; '' where none is known, also where only the client's own is."""
        if self.via is None or self.route.channel is Channel.LETTER:
            return self.route.address
        return self.via.address(self.route.channel)


def new_keys(sequence: int, allowance: int) -> Keys:
    """A random UID and token: nothing about the guest or the event is in them."""
    token = b32encode(secrets.token_bytes(NEW_TOKEN_BYTES)).decode().lower()
    return Keys(str(uuid4()), token, sequence, allowance)


def language_of(languages: list[str]) -> Lang:
    """The first of the client's languages that we speak."""
    spoken = [code[:2].lower() for code in languages]
    return next(
        (Lang(code) for code in spoken if code in set(Lang)), Lang.EN if spoken else Lang.RU
    )


NO_ACCOUNT = say("Set up the club’s mail account in Settings first.")


def sender_of(desk: Desk) -> SenderAddress:
    """The club's own mailbox. Raises UserError where none is set up."""
    kept = account.get_account(desk)
    if kept is None:
        raise UserError(NO_ACCOUNT)
    return SenderAddress(kept.address, kept.name)


class Composer:
    """Composes drafts of one event; what all guests share is read once."""

    def __init__(self, desk: Desk, event: Event, sender: SenderAddress | None) -> None:
        self._desk, self._event, self._sender = desk, event, sender
        self._texts: dict[Lang, tuple[Words, EventText, HostText]] = {}
        self._folded: dict[tuple[str, str], bytes] = {}
        self._venue = desk.session.get(Venue, event.venue_id) if event.venue_id else None
        self._host = desk.session.get(Staff, event.host_id) if event.host_id else None
        self._options = [o for o in list_options(desk, event.id) if o.has_places]
        self._sessions = list(
            desk.session.scalars(
                select(EventSession)
                .where(EventSession.event_id == event.id)
                .order_by(EventSession.starts_at)
            )
        )

    def draft(
        self,
        guest: Guest,
        keys: Keys,
        method: Method = Method.REQUEST,
        *,
        reminder: bool = False,
    ) -> Draft:
        """The draft for a guest by the guest's channel. Raises UserError for a bad address."""
        words, event, host = self._shared(guest.lang)
        event = replace(event, reminder=reminder)
        told = GuestText(
            words(greeting(guest.name, guest.lang)),
            full_name(guest.name, guest.lang),
            keys.allowance,
            self._to_whom(guest),
        )
        match guest.route.channel:
            case Channel.EMAIL:
                return self._mail(words, event, told, host, guest, keys, method)
            case Channel.LETTER:
                return self._letter(words, event, told, host, guest, keys, method)
            case Channel.SMS | Channel.MESSENGER:
                return self._text(words, event, told, host, guest, method)
            case _:
                return self._call(words, event, told, host, guest, method)

    def _shared(self, lang: Lang) -> tuple[Words, EventText, HostText]:
        """What all guests of one language share, made once."""
        if lang not in self._texts:
            words = Words(lang, paths.resources() / "i18n")
            self._texts[lang] = (words, self._event_text(lang), self._host_text(lang))
        return self._texts[lang]

    def _mail(
        self,
        words: Words,
        event: EventText,
        told: GuestText,
        host: HostText,
        guest: Guest,
        keys: Keys,
        method: Method,
    ) -> Draft:
        sender = self._sender = self._sender or sender_of(self._desk)
        to = guest.address
        mail = InvitationMail(
            event,
            told,
            host,
            invitation_mail.checked_address(to),
            keys.uid,
            keys.token,
            keys.sequence,
            new_message_id(sender.address),
            self._desk.now,
            method,
            pass_on=guest.via is not None,
        )
        made = invitation_mail.compose(mail, sender, words, self._folded)
        return Draft(
            OutboxKind.MAIL,
            Channel.EMAIL,
            mail.to,
            made.content,
            made.text,
            made.subject,
            html=made.html,
            message_id=mail.message_id,
        )

    def _call(
        self,
        words: Words,
        event: EventText,
        told: GuestText,
        host: HostText,
        guest: Guest,
        method: Method,
    ) -> Draft:
        phone = guest.address
        script = invitation_words.call_script(words, event, told, host)
        if method is Method.CANCEL:
            script = told.greeting + "\n" + invitation_words.cancelled(words, event)
        return Draft(
            OutboxKind.CALL_TASK,
            Channel.PHONE,
            phone,
            script.encode(),
            script,
            link=links.call(phone) if phone else "",
        )

    def _text(
        self,
        words: Words,
        event: EventText,
        told: GuestText,
        host: HostText,
        guest: Guest,
        method: Method,
    ) -> Draft:
        text = invitation_words.text_message(words, event, told, host)
        if method is Method.CANCEL:
            text = f"{told.greeting} {invitation_words.cancelled(words, event)}"
        to = guest.address
        link = ""
        if guest.route.channel is Channel.SMS:
            link = links.sms(to, text)
        elif len(links.digits(to)) > 9:
            link = links.whatsapp(to, text)
        return Draft(OutboxKind.TEXT, guest.route.channel, to, text.encode(), text, link=link)

    def _letter(
        self,
        words: Words,
        event: EventText,
        told: GuestText,
        host: HostText,
        guest: Guest,
        keys: Keys,
        method: Method,
    ) -> Draft:
        club = club_words(self._desk)
        paragraphs = invitation_words.letter_paragraphs(words, event, told)
        if method is Method.CANCEL:
            paragraphs = (invitation_words.cancelled(words, event),)
        letter = Letter(
            paper=ClubPaper(
                club.title,
                tuple(p for p in (club.address, club.phone) if p),
            ),
            to=(told.to_whom or told.name, *guest.route.address.split("\n")),
            dated=words.day(invitation_words.local(self._desk.now, event.zone).date()),
            salutation=told.greeting,
            paragraphs=paragraphs,
            closing=invitation_words.closing(words),
            signer=host.name,
            signer_title=words(label(self._host.role)) if self._host else "",
            lang=guest.lang,
            slip=None
            if method is Method.CANCEL
            else slip_words(words, keys.token, told.name, keys.allowance, event.options),
        )
        pdf = letterhead.letter_pdf(letter)
        text = "\n\n".join((told.greeting, *paragraphs))
        return Draft(OutboxKind.LETTER, Channel.LETTER, guest.route.address, pdf, text, pdf=pdf)

    def _to_whom(self, guest: Guest) -> str:
        """The guest in the dative for a letter or the assistant, by the forms written by hand."""
        said = guest.via is not None or guest.route.channel is Channel.LETTER
        if guest.lang is not Lang.RU or not said:
            return ""
        locked = locked_of(self._desk, (guest.id,)).get(guest.id, ())
        whom = in_case(replace(guest.name, locked=locked), NameCase.DATIVE)
        return whom.name if whom else ""

    def _event_text(self, lang: Lang) -> EventText:
        event, venue = self._event, self._venue
        english = lang is Lang.EN
        place = (venue.name_en if english and venue.name_en else venue.name) if venue else ""
        text = EventText(
            event.title_en if english and event.title_en else event.title,
            event.starts_at,
            event.ends_at,
            event.zone,
            place=place,
            address=_address(venue, lang) if venue else "",
            description=event.description_en if english else event.description,
            dress=event.dress_en if english and event.dress_en else event.dress,
            answer_by=event.answer_by,
        )
        sessions = tuple(
            SessionText(
                s.title_en if english and s.title_en else s.title, s.starts_at, s.tutor, s.level
            )
            for s in self._sessions
        )
        offered: dict[str, list[str]] = {}
        for option in self._options:
            offered.setdefault(option.asked(lang), []).append(option.named(lang))
        options = tuple(OptionText(asked, tuple(of)) for asked, of in offered.items())
        return replace(text, sessions=sessions, options=options)

    def _host_text(self, lang: Lang) -> HostText:
        host = self._host
        if host is None:
            return HostText(self._sender.name if self._sender else "")
        return HostText(Who.of(host).shown(lang), host.phone)


def _address(venue: Venue, lang: Lang) -> str:
    if lang is Lang.EN and venue.address_en:
        return venue.address_en
    return ", ".join(p for p in (venue.city, venue.address) if p)


def full_name(name: Name, lang: Lang) -> str:
    """As on an envelope: 'Анна Сергеевна Волкова', 'Anna Volkova'."""
    if lang is Lang.EN and name.latin_name:
        return name.latin_name
    return " ".join(p for p in (name.given, name.patronymic, name.surname) if p)
