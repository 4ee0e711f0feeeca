"""Whether who sent an answer may speak for the guest (docs/decisions/replies.md).

ATTENDEE alone is what a file says of itself: whoever has the mail can write it. So a mail counts
when it came from the guest or a registered assistant; a mail that only names the guest counts when
something of theirs sent it: their Sender or SENT-BY, or the company's own domain.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.events.calendar_part import normal_address
from vipdesk.events.reply_mail import ReadReply
from vipdesk.events.reply_reasons import Reason
from vipdesk.models import (
    ChannelPreference,
    ContactPoint,
    Invitation,
    OutboxMessage,
    PersonAround,
    Staff,
)
from vipdesk.vocabulary import ContactKind

# Where anybody may have an address: the same domain says nothing about who somebody is.
_ANYBODYS = frozenset({
    "aol.com", "autorambler.ru", "bk.ru", "btinternet.com", "comcast.net", "duck.com",
    "fastmail.com", "free.fr", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net",
    "googlemail.com", "hey.com", "hotmail.com", "hotmail.co.uk", "hotmail.fr", "hotmail.it",
    "i.ua", "icloud.com", "inbox.ru", "internet.ru", "laposte.net", "lenta.ru", "libero.it",
    "list.ru", "live.com", "mac.com", "mail.com", "mail.ru", "me.com", "msn.com", "myrambler.ru",
    "naver.com", "o2.pl", "onet.pl", "orange.fr", "outlook.com", "outlook.de", "outlook.fr",
    "pm.me", "proton.me", "protonmail.com", "qq.com", "rambler.ru", "rambler.ua", "ro.ru",
    "seznam.cz", "t-online.de", "tuta.com", "tutanota.com", "ukr.net", "virgilio.it", "vk.com",
    "wanadoo.fr", "web.de", "wp.pl", "xmail.ru", "ya.ru", "yahoo.co.jp", "yahoo.co.uk",
    "yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.it", "yandex.by", "yandex.com", "yandex.kz",
    "yandex.ru", "yandex.ua", "yeah.net", "ymail.com", "zoho.com", "zohomail.com", "126.com",
    "163.com",
})  # fmt: skip


def doubt(desk: Desk, read: ReadReply, invitation: Invitation) -> Reason | None:
    """Why it does not count by itself; None where the guest or who acts for them said it."""
    known = _known(desk, invitation)
    carrier = read.carried_by
    if carrier and not (_is_theirs(carrier, known) or _is_staff(desk, carrier)):
        return Reason.STRANGER
    if read.sender in known:
        return Reason.ANOTHER if _is_anothers(desk, read.attendee, known) else None
    if read.attendee not in known:
        return Reason.STRANGER
    # A calendar file has no sender: a person of ours dropped it, and sees whose it is.
    if not read.in_mail or known & set(read.through):
        return None
    return None if _is_theirs(read.sender, known) else Reason.STRANGER


def _known(desk: Desk, invitation: Invitation) -> set[str]:
    """The guest's own addresses, the one invited, and those of who may act for the guest."""
    client_id = invitation.client_id
    own = desk.session.scalars(
        select(ContactPoint.normalised).where(
            ContactPoint.client_id == client_id, ContactPoint.kind == ContactKind.EMAIL
        )
    )
    invited = desk.session.scalars(
        select(OutboxMessage.address).where(OutboxMessage.invitation_id == invitation.id)
    )
    through = select(ChannelPreference.via_person_id).where(
        ChannelPreference.client_id == client_id, ChannelPreference.via_person_id.is_not(None)
    )
    acting = desk.session.scalars(
        select(PersonAround.email).where(
            PersonAround.client_id == client_id,
            or_(PersonAround.may_act.is_(True), PersonAround.id.in_(through)),
            or_(PersonAround.until.is_(None), PersonAround.until >= desk.now.date()),
        )
    )
    return {normal_address(a) for a in (*own, *invited, *acting)} - {""}


def _is_anothers(desk: Desk, attendee: str, known: Collection[str]) -> bool:
    """A guest's mail that answers for somebody else of our clients: a wife for her husband."""
    if not attendee or attendee in known:
        return False
    owner = select(ContactPoint.id).where(
        ContactPoint.normalised == attendee, ContactPoint.kind == ContactKind.EMAIL
    )
    return desk.session.scalars(owner.limit(1)).first() is not None


def _is_staff(desk: Desk, address: str) -> bool:
    emails = desk.session.scalars(select(Staff.email).where(Staff.email != ""))
    return address in {normal_address(a) for a in emails}


def _is_theirs(address: str, known: Collection[str]) -> bool:
    """One of these addresses, or of the same company."""
    return address in known or _domain(address) in {_domain(a) for a in known} - _ANYBODYS


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
