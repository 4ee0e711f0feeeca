"""The gate for lists that leave as a file: who may be in it, and by what ways they may be reached.

A file has no hour of its own: whoever uses it does so when they like. So hours are not asked
here, everything else is, and a way that is open only through somebody else, or of which nobody
can say when it is night, is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.channels.contact import known_of, policy_of
from vipdesk.channels.gate import is_never, is_through_somebody, reason_for
from vipdesk.channels.known import NEEDS_CONSENT, Known, Policy, Reason
from vipdesk.clients.consents import standing_of
from vipdesk.clients.export import LeftOut, Withheld
from vipdesk.models import Client, ClientDate, InviteHold, OutboxMessage
from vipdesk.vocabulary import Channel, ContactKind, DayKind, OutboxState, Topic

_WHOLE = {
    Reason.RESTRICTED: LeftOut.RESTRICTED,
    Reason.NO_CONSENT: LeftOut.NO_CONSENT,
    Reason.LEFT: LeftOut.HELD_BACK,
    Reason.ON_HOLD: LeftOut.HELD_BACK,
    Reason.MOURNING: LeftOut.HELD_BACK,
    Reason.TOO_OFTEN: LeftOut.HELD_BACK,
}
_WAYS = {
    ContactKind.PHONE: Channel.PHONE,
    ContactKind.EMAIL: Channel.EMAIL,
    ContactKind.MESSENGER: Channel.MESSENGER,
    ContactKind.ADDRESS: Channel.LETTER,
}
_CHUNK = 2000  # parameters of one query have a limit on both engines


def withheld(desk: Desk, client_ids: Sequence[UUID], purpose: Topic) -> dict[UUID, Withheld]:
    """What the gate keeps out of a file for this purpose; clients it says nothing of are free."""
    policy = policy_of(desk)
    found: dict[UUID, Withheld] = {}
    for start in range(0, len(client_ids), _CHUNK):
        part = client_ids[start : start + _CHUNK]
        for client_id, known in known_of(desk, part, desk.now, policy).items():
            kept = _of_client(known, policy, purpose, desk)
            if kept.whole is not None or kept.kinds:
                found[client_id] = kept
    return found


def left_out_whole(desk: Desk, client_ids: Sequence[UUID], purpose: Topic) -> dict[UUID, Withheld]:
    """Only who is in no file at all: what a count asks, without judging each way to reach them.

    The gate judges those of whom something is on record that could keep them out; of the others
    only the consent counts.
    """
    policy = policy_of(desk)
    found: dict[UUID, Withheld] = {}
    for start in range(0, len(client_ids), _CHUNK):
        part = client_ids[start : start + _CHUNK]
        doubtful = set(part) if _has_shut_cap(policy) else _doubtful(desk, part, policy)
        for client_id, known in known_of(desk, sorted(doubtful), desk.now, policy).items():
            code, _ = reason_for(known, policy, Channel.LETTER, purpose, desk.now)
            if code in _WHOLE:
                found[client_id] = Withheld(_WHOLE[code])
        if purpose in NEEDS_CONSENT:
            plain = [i for i in part if i not in doubtful]
            standing = standing_of(desk, plain, desk.now)
            silent = [i for i in plain if purpose not in standing.get(i, ())]
            found |= dict.fromkeys(silent, Withheld(LeftOut.NO_CONSENT))
    return found


def _has_shut_cap(policy: Policy) -> bool:
    """A limit of nothing at all keeps out also whom nobody wrote to."""
    return min((policy.cap, *(cap.most for cap in policy.caps))) < 1


def _doubtful(desk: Desk, ids: Sequence[UUID], policy: Policy) -> set[UUID]:
    """Of whom something besides consent and wishes is on record that the gate looks at."""
    since = desk.now - timedelta(days=policy.longest_cap)
    o, c = OutboxMessage, Client
    marked = or_(
        c.restricted_at.is_not(None), c.erased_at.is_not(None), c.merged_into_id.is_not(None),
        c.left_on.is_not(None), c.mourning_until.is_not(None),
    )  # fmt: skip
    queries = (
        select(c.id).where(c.id.in_(ids), marked),
        select(InviteHold.client_id).where(InviteHold.client_id.in_(ids)),
        select(ClientDate.client_id).where(
            ClientDate.client_id.in_(ids), ClientDate.kind == DayKind.MEMORIAL
        ),
        select(o.client_id).where(
            o.client_id.in_(ids), o.state == OutboxState.SENT, o.sent_at > since
        ),
    )
    return {i for query in queries for i in desk.session.scalars(query) if i is not None}


def _of_client(known: Known, policy: Policy, purpose: Topic, desk: Desk) -> Withheld:
    code, _ = reason_for(known, policy, Channel.LETTER, purpose, desk.now)
    whole = _WHOLE.get(code)
    if whole is not None:
        return Withheld(whole)
    kinds = [
        kind for kind, channel in _WAYS.items() if _is_closed(known, policy, channel, purpose, desk)
    ]
    return Withheld(None, frozenset(kinds))


def _is_closed(known: Known, policy: Policy, channel: Channel, purpose: Topic, desk: Desk) -> bool:
    """Never, through somebody, or nobody knows when."""
    asked = (known, channel, purpose, desk.now)
    if is_never(*asked) or is_through_somebody(*asked):
        return True
    code, _ = reason_for(known, policy, channel, purpose, desk.now)
    # A phone book of one's own is used by who knows the client; a mailing house does not.
    return code is Reason.ZONE_UNKNOWN and purpose is not Topic.PERSONAL
