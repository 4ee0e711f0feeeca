"""The first reply to a case: its sheet with everything known, the check, and how it leaves.

By e-mail it goes through the private outbox and counts from the moment it really left: until
then the clock runs. By any other channel a person says or hands it over, and records that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels import account, contact, mail, outbox
from vipdesk.cities import city_of
from vipdesk.clients.names import address
from vipdesk.complaints import (
    clocks,
    first_reply,
    history,
    legal_reading,
    letter_lint,
    sight,
    timekeeping,
)
from vipdesk.complaints import steps as step
from vipdesk.complaints.clocks import PromiseLimits, Standing
from vipdesk.complaints.first_reply import Reply, ReplyFields, Writer
from vipdesk.complaints.flags import name_of
from vipdesk.complaints.letter_lint import Lint
from vipdesk.complaints.policy import rules_of
from vipdesk.complaints.states import Part
from vipdesk.errors import Conflict, UserError
from vipdesk.models import Client, Complaint, ContactPoint, Letter, Staff
from vipdesk.paths import resources
from vipdesk.vocabulary import (
    CaseEventKind,
    Channel,
    ClockKind,
    ComplaintState,
    ContactKind,
    Direction,
    OutboxKind,
    OutboxState,
    Topic,
)
from vipdesk.wording import Lang, Say, Who, Words, say

_EARLIER = 50
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class ReplySheet:
    """All that a page needs to write the first reply and to check it while it is typed.

    mine: the person at work is the owner, and may send it. on_way: it waits in the private
    outbox. zone: IANA, the one the date is said in. proposal and reason: see `clocks`.
    """

    complaint_id: UUID
    fields: ReplyFields
    zone: str
    proposal: datetime
    reason: Say
    channels: tuple[Channel, ...]
    mine: bool
    on_way: bool
    sent_at: datetime | None
    policy_version: str
    standing: Standing
    limits: PromiseLimits
    made_at: datetime
    earlier: tuple[str, ...]


def language_of(client: Client) -> Lang:
    """The first of the client's languages that the club writes in."""
    known = (Lang(code) for code in client.languages if code in set(Lang))
    return next(known, Lang.RU)


def first_reply_sheet(desk: Desk, complaint_id: UUID, *, lang: Lang | None = None) -> ReplySheet:
    """The sheet of a complaint. Raises `NotFound`."""
    complaint = sight.find(desk, complaint_id)
    client = desk.session.get_one(Client, complaint.client_id)
    standing = timekeeping.standing_of(desk, complaint)
    rules = timekeeping.rules_for(complaint)
    limits = timekeeping.promise_limits(desk, complaint)
    proposal = timekeeping.propose_answer(
        desk, client.id, rules, standing, desk.now, demanded_on=limits.demanded_on,
        latest=limits.resolution_due,
    )  # fmt: skip
    zone = zone_of(client, proposal.at, str(rules.calendar.zone))
    at = proposal.at.astimezone(ZoneInfo(zone))
    letter = step.first_reply(desk, complaint)
    return ReplySheet(
        complaint_id=complaint.id,
        fields=fields_of(desk, complaint, client, lang or language_of(client), at, zone),
        zone=zone,
        proposal=at,
        reason=proposal.reason,
        channels=channels_of(desk, complaint),
        mine=Part.OWNER in sight.parts_of(desk, complaint),
        on_way=letter is not None and letter.sent_at is None,
        sent_at=letter.sent_at if letter else None,
        policy_version=complaint.policy_version,
        standing=standing,
        limits=limits,
        made_at=desk.now,
        earlier=earlier_of(desk),
    )


def zone_of(client: Client, at: datetime, usual: str) -> str:
    """Where the client is then: the present zone, the home zone, else the club's."""
    if client.present_zone and (client.present_until is None or client.present_until > at):
        return client.present_zone
    return client.time_zone or usual


def fields_of(
    desk: Desk, complaint: Complaint, client: Client, lang: Lang, at: datetime, zone: str
) -> ReplyFields:
    """Who writes to whom, about what; `at` is the date that is said, in the client's zone."""
    owner = desk.session.get_one(Staff, complaint.owner_id)
    deputy = desk.session.get(Staff, owner.deputy_id) if owner.deputy_id else None
    if deputy is not None and deputy.id == complaint.about_staff_id:
        deputy = None  # never the person it is about
    words = Words(lang, resources() / "i18n")
    return ReplyFields(
        lang=lang,
        formality=client.formality,
        client_key=str(client.id),
        address=words(address(name_of(client), lang)),
        client_gender=client.gender,
        writer=_writer(owner, lang),
        number=complaint.public_no,
        promise_at=at,
        city=city_of(zone, lang),
        reach_by=complaint.reach_by,
        deputy=None if deputy is None else _writer(deputy, lang),
        careful=legal_reading.careful(desk, complaint),
        read_by_lawyer=legal_reading.readings_of(desk, complaint),
        used=_used(desk, client.id),
        client_words=complaint.words_of_client,
    )


def _writer(staff: Staff, lang: Lang) -> Writer:
    name = Who.of(staff).shown(lang)
    first = name.partition(" ")[0]
    return Writer(name, first, staff.gender, staff.phone or staff.email, staff.reachable)


def _used(desk: Desk, client_id: UUID) -> frozenset[str]:
    """Wordings this client got in the last twelve months."""
    rows = desk.session.scalars(
        select(Letter.slots)
        .join(Complaint, Letter.complaint_id == Complaint.id)
        .where(Complaint.client_id == client_id, Letter.sent_at >= desk.now - _YEAR)
    )
    return frozenset(
        f"{slot}:{fragment}"
        for slots in rows
        for slot, fragment in slots.get("fragments", {}).items()
    )


def earlier_of(desk: Desk) -> tuple[str, ...]:
    """The author's own last letters, for the guard against canned ones."""
    return tuple(
        desk.session.scalars(
            select(Letter.body)
            .where(Letter.author_id == desk.actor.id)
            .order_by(Letter.made_at.desc())
            .limit(_EARLIER)
        )
    )


def channels_of(desk: Desk, complaint: Complaint) -> tuple[Channel, ...]:
    """Ways to give the reply: the wished one first, e-mail only with an address."""
    ways = [Channel.PHONE, Channel.IN_PERSON, Channel.LETTER, Channel.MESSENGER, Channel.SMS]
    if mail_address_of(desk, complaint.client_id):
        ways.insert(0, Channel.EMAIL)
    return tuple(sorted(ways, key=lambda c: c is not complaint.reach_by))


def mail_address_of(desk: Desk, client_id: UUID) -> str:
    """Where this client gets mail; empty where nowhere."""
    found = desk.session.scalars(
        select(ContactPoint.value)
        .where(ContactPoint.client_id == client_id, ContactPoint.kind == ContactKind.EMAIL)
        .order_by(ContactPoint.preferred.desc(), ContactPoint.id)
    ).first()
    return found or ""


# While it is typed (pure, no database) ---------------------------------------------------------


def write_reply(
    sheet: ReplySheet, *, mirror: str, done: str = "", promise_at: datetime | None = None
) -> tuple[Reply, ReplyFields]:
    """The letter with what the author typed; `promise_at` aware, in any zone."""
    at = (promise_at or sheet.proposal).astimezone(ZoneInfo(sheet.zone))
    fields = replace(sheet.fields, mirror=mirror, done=done, promise_at=at)
    return first_reply.compose(fields), fields


def check_reply(sheet: ReplySheet, body: str, fields: ReplyFields) -> Lint:
    """What is to be said about a letter as it stands."""
    fault = clocks.promise_fault(
        rules_of(sheet.policy_version), sheet.standing, fields.promise_at, sheet.made_at,
        sheet.limits,
    )  # fmt: skip
    return letter_lint.check(body, fields, promise_fault=fault, earlier=sheet.earlier)


# How it leaves ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SentReply:
    """What became of the reply. `waits_until` (UTC): the gate holds the mail until then."""

    letter_id: UUID
    sent: bool
    waits_until: datetime | None = None
    reason: Say | None = None


def send_first_reply(
    desk: Desk,
    complaint_id: UUID,
    *,
    channel: Channel,
    body: str,
    mirror: str,
    promise_at: datetime,
    done: str = "",
    lang: Lang | None = None,
    override_reason: str = "",
) -> SentReply:
    """Send or record the first reply. All four items, and the date is a promise from then on.

    By e-mail through the private outbox and its gate; the first-reply clock stops when the
    mail has left. Raises `UserError` with the first thing that keeps it here.
    """
    sheet = first_reply_sheet(desk, complaint_id, lang=lang)
    if not sheet.mine:
        raise UserError(say("The owner of the case writes the first reply."))
    if sheet.sent_at is not None or sheet.on_way:
        raise Conflict(say("The first reply is on its way already."))
    draft, fields = write_reply(sheet, mirror=mirror, done=done, promise_at=promise_at)
    _refuse_blocked(check_reply(sheet, body, fields), draft)
    letter = Letter(
        complaint_id=complaint_id, kind=step.FIRST_REPLY, lang=str(fields.lang), channel=channel,
        slots={
            "fragments": dict(draft.slots), "promise_at": fields.promise_at.isoformat(),
            "rewritten": rewritten(draft.slots, draft.parts, body), "mirror": mirror,
        },
        draft=draft.body, body=body, made_at=desk.now, author_id=desk.actor.id,
    )  # fmt: skip
    desk.session.add(letter)
    desk.session.flush()
    desk.note("write_first_reply", "letter", letter.id, ("body",))
    complaint = sight.find(desk, complaint_id)
    if channel is Channel.EMAIL:
        return post_letter(desk, complaint, letter, fields, override_reason)
    letter.sent_at = desk.now
    _settle(desk, complaint, letter)
    return SentReply(letter.id, sent=True)


def rewritten(slots: Mapping[str, str], parts: Mapping[str, str], body: str) -> list[str]:
    """Slots whose wording the author did not leave as it was."""
    text = letter_lint.plain(body)
    kept = {slot for slot, part in parts.items() if letter_lint.plain(part) in text}
    return sorted(key for key in slots if key.rpartition(".")[2] not in kept)


def _refuse_blocked(lint: Lint, draft: Reply) -> None:
    if lint.blocks:
        first = lint.blocks[0]
        raise UserError(first.say, field="mirror" if first.code.startswith("mirror") else "body")
    if draft.missing:
        raise UserError(say("A part of the letter is still empty."), field="body")


THROUGH_OTHERS = say(
    "The client wishes e-mail through somebody else, and a letter about a case is given to nobody "
    "else. Choose another way."
)


def post_letter(
    desk: Desk, complaint: Complaint, letter: Letter, fields: ReplyFields, override_reason: str
) -> SentReply:
    """Into the private outbox and through its gate. Raises `UserError` without an account."""
    sender = account.get_account(desk)
    if sender is None:
        raise UserError(
            say("No mail account is set up yet. Do that in Settings, or choose another way."),
            field="channel",
        )
    to = mail_address_of(desk, complaint.client_id)
    if not to:
        raise UserError(
            say("This client has no e-mail address. Choose another way."), field="channel"
        )
    verdict = contact.may_contact(desk, complaint.client_id, Channel.EMAIL, Topic.SERVICE)
    if verdict.via is not None:
        raise UserError(THROUGH_OTHERS, field="channel")
    message_id = mail.new_message_id(sender.address)
    words = Words(fields.lang, resources() / "i18n")
    content = mail.plain_mail(
        sender=mail.named(sender.name, sender.address),
        to=mail.named(fields.address, to),
        # On a locked phone the subject is all that is seen: it must not tell.
        subject=words(say("Personally for you")),
        body=letter.body,
        at=desk.now,
        message_id=message_id,
    )
    placed = outbox.put(
        desk, kind=OutboxKind.MAIL, channel=Channel.EMAIL, topic=Topic.SERVICE,
        client_id=complaint.client_id, address=to, content=content, message_id=message_id,
        letter_id=letter.id, private=True, override_reason=override_reason, verdict=verdict,
    )  # fmt: skip
    if placed.state is OutboxState.HELD:
        return SentReply(letter.id, False, placed.not_before, placed.why)
    return SentReply(letter.id, sent=False)


def settle_sent(desk: Desk) -> int:
    """First replies that have left meanwhile move their cases on; for the jobs."""
    rows = desk.session.execute(
        select(Letter, Complaint)
        .join(Complaint, Letter.complaint_id == Complaint.id)
        .where(
            Letter.kind == step.FIRST_REPLY,
            Letter.sent_at.is_not(None),
            Complaint.state.in_((ComplaintState.REGISTERED, ComplaintState.ACKED)),
        )
    ).all()
    for letter, complaint in rows:
        _settle(desk, complaint, letter)
    from vipdesk.complaints.letter_sending import settle_later

    return len(rows) + settle_later(desk)


def _settle(desk: Desk, complaint: Complaint, letter: Letter) -> None:
    """The reply is with the client: clocks stop at that moment, the date is a promise."""
    at = letter.sent_at or desk.now
    history.write(
        desk, complaint, CaseEventKind.LETTER, text=letter.body, channel=letter.channel, at=at,
        direction=str(Direction.OUTBOUND), letter=str(letter.id),
    )  # fmt: skip
    timekeeping.stop_clocks(desk, complaint, (ClockKind.ACK, ClockKind.FIRST), at)
    owner = frozenset({Part.OWNER})  # whoever runs the sweep, the owner wrote it
    if complaint.state is ComplaintState.REGISTERED:
        step.move(desk, complaint, ComplaintState.ACKED, owner)
    step.move(desk, complaint, ComplaintState.IN_WORK, owner)
    due = datetime.fromisoformat(letter.slots["promise_at"])
    step.make_promise(desk, complaint, "", due, at)
    step.told_client(desk, complaint, at)
