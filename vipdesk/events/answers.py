"""A reply and the choices in it, in one deed with one undo: what the sheets of a reply save."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vipdesk.access import Desk
from vipdesk.events import choice_words, replies, rsvp
from vipdesk.events.replies import Decided
from vipdesk.vocabulary import PartStat, ReplySource

Chosen = tuple[tuple[UUID, UUID | None], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was kept, so that it can be taken back. `decided` of one that waited for a person."""

    invitation_id: UUID | None
    chosen: Chosen = ()
    reply_id: UUID | None = None
    decided: Decided | None = None


def record_answer(
    desk: Desk,
    *,
    invitation_id: UUID,
    source: ReplySource,
    partstat: PartStat,
    party: int = 1,
    note: str = "",
    at: datetime | None = None,
    option_ids: Iterable[UUID] = (),
) -> Answer:
    """As `replies.record_reply`, with what the guest chose. Who declines chooses nothing."""
    reply_id = replies.record_reply(
        desk, invitation_id=invitation_id, source=source, partstat=partstat, party=party,
        note=note, at=at,
    )  # fmt: skip
    return Answer(invitation_id, _chosen(desk, invitation_id, partstat, option_ids), reply_id)


def record_slip_answer(
    desk: Desk,
    *,
    code: str,
    partstat: PartStat,
    party: int = 1,
    note: str = "",
    option_ids: Iterable[UUID] = (),
) -> Answer:
    """As `rsvp.record_slip`, with the boxes that were ticked."""
    slip = rsvp.find_slip(desk, code)
    reply_id = rsvp.record_slip(desk, code=code, partstat=partstat, party=party, note=note)
    chosen = _chosen(desk, slip.invitation_id, partstat, option_ids)
    return Answer(slip.invitation_id, chosen, reply_id)


def decide_answer(
    desk: Desk,
    *,
    reply_id: UUID,
    partstat: PartStat | None,
    party: int = 1,
    note: str = "",
    invitation_id: UUID | None = None,
    option_ids: Iterable[UUID] = (),
) -> Answer:
    """As `replies.decide`, with what the guest chose."""
    decided = replies.decide(
        desk, reply_id=reply_id, partstat=partstat, party=party, note=note,
        invitation_id=invitation_id,
    )  # fmt: skip
    home = invitation_id or decided.invitation_id
    chosen = _chosen(desk, home, partstat, option_ids)
    return Answer(home, chosen, decided=decided)


def take_back_answer(desk: Desk, answer: Answer) -> None:
    """The inverse of each of them."""
    if answer.invitation_id is not None:
        choice_words.unchoose_all(desk, invitation_id=answer.invitation_id, chosen=answer.chosen)
    if answer.decided is not None:
        replies.undecide(desk, answer.decided)
    elif answer.reply_id is not None:
        replies.remove_reply(desk, reply_id=answer.reply_id)


def _chosen(
    desk: Desk, invitation_id: UUID | None, partstat: PartStat | None, option_ids: Iterable[UUID]
) -> Chosen:
    if invitation_id is None or partstat not in {PartStat.ACCEPTED, PartStat.TENTATIVE}:
        return ()
    return choice_words.choose_all(desk, invitation_id=invitation_id, option_ids=option_ids)
