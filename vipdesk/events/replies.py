"""Answers by any way end in the same guest list, each with its evidence; nothing is lost.

A mail is counted by itself only when it is a plain answer of the guest, or of a registered
assistant, to an invitation of ours. Everything else waits for a person. What a guest sends
never changes our event.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.events import choice_words, programme, reminders, reply_state, waiting_list
from vipdesk.events.guest_lists import name_of
from vipdesk.events.invitations import find_invitation
from vipdesk.events.reply_mail import ReadReply, ReplyKind, read_reply, suggested
from vipdesk.events.reply_match import match
from vipdesk.events.reply_proposal import proposed_start
from vipdesk.events.reply_reasons import Reason, sentence
from vipdesk.events.reply_sender import doubt as doubt_of
from vipdesk.models import Client, Event, Invitation, Reply
from vipdesk.vocabulary import (
    EventState,
    InvitationState,
    PartStat,
    ReplySource,
    Verdict,
)
from vipdesk.wording import Lang, Say, say

_OURS = frozenset({Reason.GUEST_REQUEST, Reason.GUEST_CANCEL})
# What says nothing about an invitation is not kept unless it belongs to one.
_NOTHING = frozenset(
    {Reason.NO_REPLY, Reason.OTHER_METHOD, Reason.AUTOMATIC, Reason.DELIVERY_NOTICE}
)
_ANSWERS = (PartStat.ACCEPTED, PartStat.DECLINED, PartStat.TENTATIVE)


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a mail or a file. `said` is the sentence for the person at the desk.

    reply_id None: it was no reply and was not kept. duplicate: it had come before. before: the
    guest's answer until now.
    """

    reply_id: UUID | None
    kind: ReplyKind
    verdict: Verdict
    reason: Reason
    said: Say
    event_id: UUID | None = None
    invitation_id: UUID | None = None
    client_id: UUID | None = None
    name: Name | None = None
    partstat: PartStat | None = None
    party: int = 1
    before: PartStat | None = None
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An answer that waits for a person.

    words: what the guest wrote. suggestion: what they seem to say. proposed: the other time the
    guest asks for (UTC); zone: the event's.
    """

    id: UUID
    received_at: datetime
    reason: Reason
    said: Say
    attendee: str
    words: str
    suggestion: PartStat | None
    party: int
    verdict: Verdict
    invitation_id: UUID | None
    client_id: UUID | None
    name: Name | None
    event_id: UUID | None
    title: str
    title_en: str
    proposed: datetime | None = None
    zone: str = ""

    def event(self, lang: Lang) -> str:
        """The event's title in the reader's language."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title


@dataclass(frozen=True, slots=True)
class Decided:
    """What `decide` changed, so that `undecide` can bring it back."""

    reply_id: UUID
    verdict: Verdict
    reason: str
    partstat: PartStat | None
    party: int
    note: str
    invitation_id: UUID | None


# Receiving ----------------------------------------------------------------------------------


def receive(desk: Desk, *, raw: bytes) -> Received:
    """Take in a mail (.eml) or a calendar file (.ics), whatever it holds. Never raises for it.

    Receiving the same again changes nothing: the mail's hash and its Message-ID are unique.
    """
    read = read_reply(raw)
    known = _same_before(desk, read)
    if known is not None:
        return _again(desk, known, read)
    invitation, matched = match(desk, read)
    if invitation is None and read.reason in _NOTHING:
        return Received(None, read.kind, Verdict.IGNORE, read.reason, sentence(read.reason))
    read = _judged(desk, read, invitation, matched=matched)
    reply = Reply(
        invitation_id=invitation.id if invitation else None,
        source=ReplySource.EMAIL,
        received_at=desk.now,
        message_id=_free_message_id(desk, read),
        raw_sha256=read.sha256,
        raw=raw,
        attendee=_who_says(read)[:200],
        # What a doubtful one seems to say: it counts only when a person has decided.
        partstat=read.partstat or read.suggestion,
        party=read.party,
        sequence=read.sequence,
        dtstamp=read.dtstamp,
        verdict=read.verdict,
        reason=read.reason.value,
        note=read.words,
    )
    desk.session.add(reply)
    desk.session.flush()
    desk.note("receive_reply", "reply", reply.id, ("verdict", "reason"))
    before = invitation.partstat if invitation else None
    if invitation is not None and read.verdict is Verdict.APPLY:
        _apply(desk, invitation, reply)
        said_at = min(reply.dtstamp or desk.now, desk.now)
        choice_words.take_choices(desk, invitation, read.words, said_at)
    elif invitation is not None and read.reason is Reason.FULL:
        waiting_list.wait_again(desk, invitation)
    return _received(desk, reply, read, invitation, before)


def _who_says(read: ReadReply) -> str:
    """Whose answer it is; of a stranger's, who the stranger is."""
    if read.reason is Reason.STRANGER:
        return read.carried_by or read.sender or read.attendee
    return read.attendee or read.sender


def keep_unread(desk: Desk, *, raw: bytes) -> UUID:
    """Set a mail aside as it came: something in it broke us. A person looks at it."""
    digest = hashlib.sha256(raw).hexdigest()
    same = desk.session.scalars(select(Reply.id).where(Reply.raw_sha256 == digest)).first()
    if same is not None:
        return same
    reply = Reply(
        source=ReplySource.EMAIL,
        received_at=desk.now,
        raw_sha256=digest,
        raw=raw,
        verdict=Verdict.QUARANTINE,
        reason=Reason.UNREADABLE.value,
    )
    desk.session.add(reply)
    desk.session.flush()
    desk.note("receive_reply", "reply", reply.id, ("verdict", "reason"))
    return reply.id


def _same_before(desk: Desk, read: ReadReply) -> Reply | None:
    """The row of the same mail: byte by byte, or the same Message-ID saying the same."""
    query = select(Reply).where(Reply.raw_sha256 == read.sha256).order_by(Reply.id)
    same = desk.session.scalars(query).first()
    if same is not None or not read.message_id:
        return same
    named = desk.session.scalars(select(Reply).where(Reply.message_id == read.message_id)).first()
    if named is None or named.raw is None:
        return named
    former = read_reply(named.raw)
    # Relays add headers; what the mail says stays.
    return named if replace(former, sha256=read.sha256) == read else None


def _free_message_id(desk: Desk, read: ReadReply) -> str | None:
    """Two different mails under one Message-ID are both kept; the name belongs to the first."""
    if not read.message_id:
        return None
    taken = desk.session.scalar(select(Reply.id).where(Reply.message_id == read.message_id))
    return None if taken else read.message_id


def _judged(
    desk: Desk, read: ReadReply, invitation: Invitation | None, *, matched: bool
) -> ReadReply:
    """The final verdict, now that it is known whose invitation it is."""
    if invitation is None or not matched:
        if read.verdict in {Verdict.APPLY, Verdict.REVIEW}:
            keep = read.verdict is Verdict.REVIEW and invitation is not None
            reason = read.reason if keep else Reason.UNMATCHED
            return replace(read, verdict=Verdict.REVIEW, reason=reason)
        return read
    if read.reason in _OURS:
        return replace(read, verdict=Verdict.REVIEW)
    read = choice_words.pressed_alone(desk, read, invitation.event_id)
    if read.verdict is not Verdict.APPLY or read.kind is ReplyKind.BOUNCE:
        return read
    event = programme.find_event(desk, invitation.event_id)
    over = event.state is EventState.CANCELLED or event.ends_at <= desk.now
    crowd = read.partstat is PartStat.ACCEPTED and read.party > 1 + invitation.allowance
    doubt = Reason.OVER if over else doubt_of(desk, read, invitation)
    doubt = doubt or (Reason.PARTY if crowd else None)
    if doubt is None and read.partstat is PartStat.ACCEPTED:
        doubt = None if waiting_list.has_room(desk, invitation, read.party) else Reason.FULL
    return read if doubt is None else replace(read, verdict=Verdict.REVIEW, reason=doubt)


def _apply(desk: Desk, invitation: Invitation, reply: Reply) -> None:
    if reply.reason == Reason.BOUNCE:
        if invitation.sent_at is None or reply.received_at >= invitation.sent_at:
            invitation.state = InvitationState.BOUNCED
            desk.session.flush()
            desk.note("bounce", "invitation", invitation.id, ("state",))
        return
    derive_answer(desk, invitation)


def derive_answer(desk: Desk, invitation: Invitation) -> None:
    """Make the invitation's answer anew from all words that count."""
    desk.session.flush()
    rows = desk.session.scalars(
        select(Reply).where(
            Reply.invitation_id == invitation.id,
            Reply.verdict == Verdict.APPLY,
            Reply.partstat.is_not(None),
        )
    )
    answer = reply_state.derive((_word(r) for r in rows), invitation.sequence)
    before = (invitation.partstat, invitation.party, invitation.answered_at)
    invitation.partstat, invitation.party = answer.partstat, answer.party
    invitation.answered_at = answer.answered_at
    desk.session.flush()
    if before != (answer.partstat, answer.party, answer.answered_at):
        desk.note("answer", "invitation", invitation.id, ("partstat", "party", "answered_at"))
    reminders.stop(desk, invitation)
    if before != (answer.partstat, answer.party, answer.answered_at):
        waiting_list.recompute(desk, invitation.event_id)


def _word(reply: Reply) -> reply_state.GuestWord:
    return reply_state.GuestWord(
        reply.partstat or PartStat.NEEDS_ACTION,
        reply.party,
        reply.sequence,
        reply.dtstamp,
        reply.received_at,
        reply.raw_sha256 or str(reply.id),
    )


def _again(desk: Desk, reply: Reply, read: ReadReply) -> Received:
    invitation = desk.session.get(Invitation, reply.invitation_id) if reply.invitation_id else None
    read = replace(read, verdict=reply.verdict, reason=Reason(reply.reason))
    received = _received(desk, reply, read, invitation, None)
    return replace(received, duplicate=True, said=say("This reply has already been taken in."))


def _received(
    desk: Desk,
    reply: Reply,
    read: ReadReply,
    invitation: Invitation | None,
    before: PartStat | None,
) -> Received:
    client = desk.session.get(Client, invitation.client_id) if invitation else None
    return Received(
        reply.id,
        read.kind,
        reply.verdict,
        Reason(reply.reason),
        sentence(reply.reason),
        invitation.event_id if invitation else None,
        invitation.id if invitation else None,
        client.id if client else None,
        name_of(client) if client else None,
        reply.partstat,
        reply.party,
        before,
    )


# Words taken down by the staff --------------------------------------------------------------


def record_reply(
    desk: Desk,
    *,
    invitation_id: UUID,
    source: ReplySource,
    partstat: PartStat,
    party: int = 1,
    note: str = "",
    at: datetime | None = None,
) -> UUID:
    """A word by phone, letter, in person or through the assistant. `at`: when it was heard.

    A later word wins by its time. The note is the evidence: who said it, in what words.
    """
    invitation = find_invitation(desk, invitation_id)
    if partstat not in _ANSWERS:
        raise UserError(say("Choose yes, no or perhaps."), field="partstat")
    _check_party(desk, invitation, partstat, party)
    if at is not None and at > desk.now:
        raise UserError(say("This moment has not come yet."), field="at")
    reply = Reply(
        invitation_id=invitation_id,
        source=source,
        received_at=desk.now,
        partstat=partstat,
        party=1 if partstat is PartStat.DECLINED else party,
        sequence=invitation.sequence,
        dtstamp=at or desk.now,
        verdict=Verdict.APPLY,
        reason=Reason.WORD.value,
        note=note.strip(),
        recorded_by_id=desk.actor.id,
    )
    desk.session.add(reply)
    desk.session.flush()
    desk.note("record_reply", "reply", reply.id, ("source", "partstat", "party", "note"))
    derive_answer(desk, invitation)
    return reply.id


def remove_reply(desk: Desk, *, reply_id: UUID) -> UUID:
    """Take back a word typed in by mistake; a mail is never removed. Returns the invitation."""
    reply = _find(desk, reply_id)
    if reply.recorded_by_id is None or reply.raw is not None or reply.invitation_id is None:
        raise UserError(say("Only a reply entered by hand can be withdrawn."))
    invitation = find_invitation(desk, reply.invitation_id)
    desk.session.delete(reply)
    desk.session.flush()
    desk.note("remove_reply", "reply", reply_id)
    derive_answer(desk, invitation)
    return invitation.id


# Review -------------------------------------------------------------------------------------


def find_event_to_review(desk: Desk) -> UUID | None:
    """The event on whose page the reply that waits longest is seen; None if nothing waits.

    A reply that belongs to no event is seen on every event's page: then it is the next event.
    """
    waiting = list_for_review(desk)
    if not waiting:
        return None
    known = next((row.event_id for row in waiting if row.event_id is not None), None)
    if known is not None:
        return known
    ahead = select(Event.id).where(Event.ends_at > desk.now).order_by(Event.starts_at).limit(1)
    last = select(Event.id).order_by(Event.starts_at.desc()).limit(1)
    return desk.session.scalar(ahead) or desk.session.scalar(last)


def list_for_review(desk: Desk, *, event_id: UUID | None = None) -> tuple[ReviewRow, ...]:
    """Answers that wait for a person, the oldest first; of one event with those of nobody's."""
    query = (
        select(Reply, Invitation, Client, Event)
        .outerjoin(Invitation, Invitation.id == Reply.invitation_id)
        .outerjoin(Client, Client.id == Invitation.client_id)
        .outerjoin(Event, Event.id == Invitation.event_id)
        .where(Reply.verdict.in_((Verdict.REVIEW, Verdict.QUARANTINE)))
    )
    if event_id is not None:
        query = query.where(or_(Invitation.event_id == event_id, Reply.invitation_id.is_(None)))
    rows = desk.session.execute(query.order_by(Reply.received_at, Reply.id))
    return tuple(
        ReviewRow(
            reply.id,
            reply.received_at,
            Reason(reply.reason),
            sentence(reply.reason),
            reply.attendee,
            reply.note,
            reply.partstat if reply.partstat in _ANSWERS else suggested(reply.note),
            reply.party,
            reply.verdict,
            reply.invitation_id,
            client.id if client else None,
            name_of(client) if client else None,
            event.id if event else None,
            event.title if event else "",
            event.title_en if event else "",
            proposed_start(reply.raw) if reply.raw and reply.reason == Reason.COUNTER else None,
            event.zone if event else "",
        )
        for reply, _, client, event in rows
    )


def decide(
    desk: Desk,
    *,
    reply_id: UUID,
    partstat: PartStat | None,
    party: int = 1,
    note: str = "",
    invitation_id: UUID | None = None,
) -> Decided:
    """Settle an answer by hand: what it means, or None for 'nothing'. The journal keeps who did.

    `invitation_id` says whose it is when the desk could not tell.
    """
    reply = _find(desk, reply_id)
    if reply.verdict not in {Verdict.REVIEW, Verdict.QUARANTINE}:
        raise Conflict(say("Somebody has decided this meanwhile."))
    former = Decided(
        reply.id,
        reply.verdict,
        reply.reason,
        reply.partstat,
        reply.party,
        reply.note,
        reply.invitation_id,
    )
    home = invitation_id or reply.invitation_id
    if partstat is not None:
        _check_decision(desk, home, partstat, party)
        reply.partstat, reply.party = partstat, 1 if partstat is PartStat.DECLINED else party
    reply.invitation_id = home
    reply.verdict = Verdict.IGNORE if partstat is None else Verdict.APPLY
    reply.reason = Reason.DECIDED.value
    if note.strip():
        reply.note = "\n".join(p for p in (reply.note, note.strip()) if p)
    desk.session.flush()
    desk.note("decide_reply", "reply", reply.id, ("verdict", "partstat", "party", "note"))
    if home is not None:
        derive_answer(desk, find_invitation(desk, home))
    return former


def _check_decision(desk: Desk, home: UUID | None, partstat: PartStat, party: int) -> None:
    if home is None:
        raise UserError(say("Choose whose answer this is."), field="invitation_id")
    _check_party(desk, find_invitation(desk, home), partstat, party)


def _check_party(desk: Desk, invitation: Invitation, partstat: PartStat, party: int) -> None:
    """As many as are invited, and a yes only where there are seats."""
    most = 1 + invitation.allowance
    if partstat is not PartStat.DECLINED and not 1 <= party <= most:
        raise UserError(
            say("The invitation is for {n} people. Change the allowance first.", n=most),
            field="party",
        )
    if partstat is PartStat.ACCEPTED and not waiting_list.has_room(desk, invitation, party):
        raise UserError(
            say("All seats are taken. Put the party on the waiting list or add seats."),
            field="partstat",
        )


def undecide(desk: Desk, decided: Decided) -> None:
    """The inverse of `decide`."""
    reply = _find(desk, decided.reply_id)
    homes = {reply.invitation_id, decided.invitation_id} - {None}
    reply.verdict, reply.reason = decided.verdict, decided.reason
    reply.partstat, reply.party, reply.note = decided.partstat, decided.party, decided.note
    reply.invitation_id = decided.invitation_id
    desk.session.flush()
    desk.note("undecide_reply", "reply", reply.id, ("verdict", "partstat", "party", "note"))
    for home in homes:
        if home is not None:
            derive_answer(desk, find_invitation(desk, home))


def _find(desk: Desk, reply_id: UUID) -> Reply:
    reply = desk.session.get(Reply, reply_id)
    if reply is None:
        raise NotFound(say("This reply is not here any more."))
    return reply
