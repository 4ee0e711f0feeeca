"""Which different things a client was offered in a case: one thing said twice is no choice.

What was set aside by the ledger and what stood in an answer or a letter count alike. An option has
a title in each language and is one option all the same; what still waits for its second
signature was not offered to anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.compensating import Authority
from vipdesk.models import CaseEvent, CompensationGrant, CompensationOption
from vipdesk.vocabulary import CaseEventKind


def distinct(options: Iterable[str]) -> frozenset[str]:
    """The different ones: spaces, capitals and a full stop at the end make no difference."""
    folded = (" ".join(o.split()).rstrip(".;,").casefold() for o in options)
    return frozenset(o for o in folded if o)


def offered(desk: Desk, complaint_id: UUID, beside: Iterable[str] = ()) -> frozenset[str]:
    """Everything the client was ever offered in a case, with `beside`: what is offered now."""
    titles = desk.session.execute(
        select(CompensationOption.title, CompensationOption.title_en)
        .join(CompensationGrant, CompensationGrant.id == CompensationOption.grant_id)
        .where(
            CompensationOption.complaint_id == complaint_id,
            or_(
                CompensationGrant.level < Authority.EXECUTIVE, CompensationGrant.outside,
                CompensationGrant.second_id.is_not(None),
            ),
        )
    ).all()  # fmt: skip
    payloads = desk.session.scalars(
        select(CaseEvent.payload).where(
            CaseEvent.complaint_id == complaint_id, CaseEvent.kind == CaseEventKind.LETTER
        )
    )
    said = distinct([*beside, *(str(o) for p in payloads for o in p.get("options", ()))])
    own = {title for row in titles for title in distinct(row[:1])}
    translated = {title for row in titles for title in distinct(row[1:])}
    return frozenset(own | (said - translated))
