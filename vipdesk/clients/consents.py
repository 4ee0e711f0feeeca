"""The consent ledger: who agreed to what, by which words, and how the club knows.

The ledger only grows. Taking a consent back is an entry of its own, and the newest entry of
a topic counts: `channels.gate` reads it with each verdict, so that a withdrawal holds at once.
The words themselves are data with a version (`resources/privacy`); a lawyer confirms them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, select

from vipdesk.access import Desk
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Consent, Staff
from vipdesk.paths import resources
from vipdesk.vocabulary import Channel, ConsentForm, Topic
from vipdesk.wording import Lang, Who, say

if TYPE_CHECKING:
    from datetime import date

    from vipdesk.clients.rows import ConsentRow

CURRENT = "consents-1"
_CHANNELS = {
    ConsentForm.IN_PERSON: Channel.IN_PERSON,
    ConsentForm.PHONE: Channel.PHONE,
    ConsentForm.SIGNED: Channel.IN_PERSON,
}
_LONGEST_DOCUMENT = 200


@dataclass(frozen=True, slots=True)
class ConsentText:
    """The words for one purpose, in both languages."""

    topic: Topic
    ru: str
    en: str

    def shown(self, lang: Lang) -> str:
        """In the reader's language."""
        return self.ru if lang is Lang.RU else self.en


@dataclass(frozen=True, slots=True)
class ConsentTexts:
    """A version of the words; `note` says that a lawyer must confirm them."""

    version: str
    note_ru: str
    note_en: str
    texts: Mapping[Topic, ConsentText]

    def note(self, lang: Lang) -> str:
        """In the reader's language."""
        return self.note_ru if lang is Lang.RU else self.note_en


@dataclass(frozen=True, slots=True)
class ConsentFields:
    """How the club knows. `said_on`: the day it was said (None: now). `document`: its number.

    `heard_by_id`: who heard it, None for the person at work.
    """

    form: ConsentForm
    said_on: date | None = None
    channel: Channel | None = None
    heard_by_id: UUID | None = None
    document: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One entry as it was written down, newest first in lists."""

    id: UUID
    topic: Topic
    withdrawal: bool
    said_at: datetime
    text_version: str
    form: ConsentForm | None
    channel: Channel | None
    heard_by: Who
    document: str
    evidence: str
    standing: bool  # a consent that holds now
    withdrawn_at: datetime | None = None  # as desks before 0.2 noted it, on the entry itself


@cache
def consent_texts(version: str = CURRENT) -> ConsentTexts:
    """The words of a version. Raises `FileNotFoundError` for one that was never shipped."""
    path = resources() / "privacy" / f"{version}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    texts = {t: ConsentText(t, data[t]["ru"], data[t]["en"]) for t in Topic if t in data}
    return ConsentTexts(data["version"], data["note_ru"], data["note_en"], texts)


def note_consents(
    desk: Desk, client_id: UUID, *, topics: Iterable[Topic], fields: ConsentFields
) -> tuple[UUID, ...]:
    """The client agreed to these purposes, all at once. Returns the entries' ids.

    Raises `UserError` with the field: nothing chosen, a day to come, no document where a form
    was signed, no word on how it is known where it was written or said by somebody else.
    """
    chosen = tuple(dict.fromkeys(topics))
    client_of(desk, client_id)
    if not chosen:
        raise UserError(say("Choose what the client agrees to."), field="topics")
    said_at = _checked(desk, fields)
    version = consent_texts().version
    return tuple(
        _add(desk, client_id, topic, fields, said_at, version=version, withdrawal=False)
        for topic in chosen
    )


def withdraw_consents(
    desk: Desk, client_id: UUID, *, topics: Iterable[Topic], fields: ConsentFields
) -> tuple[UUID, ...]:
    """The client takes these back, from the moment it was said. Entries of their own.

    Never refused for want of evidence: a 'no' needs none. Raises `UserError` where nothing
    of the kind stands.
    """
    standing = standing_topics(desk, client_id)
    chosen = tuple(t for t in dict.fromkeys(topics) if t in standing)
    if not chosen:
        raise UserError(say("Nothing of this was agreed to."), field="topics")
    said_at = _moment(desk, fields.said_on)
    given = _given_since(desk, client_id, chosen, said_at)
    if given is not None:
        raise UserError(
            say(
                "The client agreed to this on {day}: it cannot be taken back before.",
                day=given.date(),
            ),
            field="said_on",
        )
    return tuple(
        _add(desk, client_id, topic, fields, said_at, version="", withdrawal=True)
        for topic in chosen
    )


def _given_since(
    desk: Desk, client_id: UUID, topics: Iterable[Topic], said_at: datetime
) -> datetime | None:
    """When the latest of these was agreed to, if that is after a moment."""
    wanted = select(Consent.given_at).where(
        Consent.client_id == client_id,
        Consent.topic.in_(tuple(topics)),
        Consent.withdrawal.is_(False),
        Consent.given_at > said_at,
    )
    return desk.session.scalars(wanted.order_by(Consent.given_at.desc()).limit(1)).first()


def give_consent(
    desk: Desk, client_id: UUID, *, topic: Topic, text_version: str, evidence: str
) -> UUID:
    """One entry with words of another version: what an older paper says."""
    client_of(desk, client_id)
    if not evidence.strip():
        raise UserError(
            say("Write how the client agreed: a signed form, a letter, a talk and its day."),
            field="evidence",
        )
    fields = ConsentFields(ConsentForm.WRITTEN, evidence=evidence)
    return _add(desk, client_id, topic, fields, desk.now, version=text_version, withdrawal=False)


def withdraw_consent(desk: Desk, consent_id: UUID) -> UUID:
    """The client takes this one back now. A ledger only grows: the entry stays, one is added."""
    row = desk.session.get(Consent, consent_id)
    if row is None:
        raise NotFound(say("This consent is not here any more."))
    fields = ConsentFields(row.form or ConsentForm.IN_PERSON)
    (added,) = withdraw_consents(desk, row.client_id, topics=(row.topic,), fields=fields)
    return added


def standing_topics(desk: Desk, client_id: UUID, at: datetime | None = None) -> frozenset[Topic]:
    """What the client agrees to at a moment (now)."""
    return standing_of(desk, (client_id,), at or desk.now).get(client_id, frozenset())


def standing_of(
    desk: Desk, client_ids: Iterable[UUID], at: datetime
) -> dict[UUID, frozenset[Topic]]:
    """The same for many clients in one query: the newest entry of each topic counts.

    Of two entries of one moment the later written counts (keys are in order of time).
    """
    wanted = (
        select(Consent.client_id, Consent.topic, Consent.withdrawal, Consent.withdrawn_at)
        .where(Consent.client_id.in_(list(client_ids)), Consent.given_at <= at)
        .order_by(Consent.given_at, Consent.id)
    )
    last: dict[tuple[UUID, Topic], bool] = {}
    for client_id, topic, withdrawal, withdrawn_at in desk.session.execute(wanted):
        taken_back = withdrawn_at is not None and withdrawn_at <= at
        last[client_id, topic] = not withdrawal and not taken_back
    found: dict[UUID, set[Topic]] = {}
    for (client_id, topic), stands in last.items():
        if stands:
            found.setdefault(client_id, set()).add(topic)
    return {client_id: frozenset(topics) for client_id, topics in found.items()}


def list_consents(desk: Desk, client_id: UUID) -> tuple[ConsentRow, ...]:
    """What was agreed to, the newest first, each with the moment it was taken back, if it was."""
    from vipdesk.clients.rows import ConsentRow

    rows = _entries(desk, client_id)
    backs = [r for r in rows if r.withdrawal]
    return tuple(
        ConsentRow(r.id, r.topic, r.text_version, r.evidence, r.given_at, _taken_back(r, backs))
        for r in reversed(rows)
        if not r.withdrawal
    )


def list_ledger(desk: Desk, client_id: UUID) -> tuple[LedgerRow, ...]:
    """Every entry as it was written down, the newest first."""
    rows = _entries(desk, client_id)
    standing = standing_topics(desk, client_id)
    newest = {r.topic: r.id for r in rows}
    heard = {
        s.id: s for s in desk.session.scalars(
            select(Staff).where(Staff.id.in_([r.heard_by_id for r in rows if r.heard_by_id]))
        )
    }  # fmt: skip
    return tuple(
        LedgerRow(
            r.id, r.topic, r.withdrawal, r.given_at, r.text_version, r.form, r.channel,
            Who.of(heard.get(r.heard_by_id) if r.heard_by_id else None), r.document, r.evidence,
            not r.withdrawal and r.topic in standing and newest[r.topic] == r.id, r.withdrawn_at,
        )
        for r in reversed(rows)
    )  # fmt: skip


_OF_CLIENT = (
    select(Consent)
    .where(Consent.client_id == bindparam("client_id"))
    .order_by(Consent.given_at, Consent.id)
)


def _entries(desk: Desk, client_id: UUID) -> list[Consent]:
    return list(desk.session.scalars(_OF_CLIENT, {"client_id": client_id}))


def _taken_back(given: Consent, backs: list[Consent]) -> datetime | None:
    after = [
        b.given_at
        for b in backs
        if b.topic is given.topic and (b.given_at, b.id) > (given.given_at, given.id)
    ]
    return min(after, default=given.withdrawn_at)


def _add(
    desk: Desk,
    client_id: UUID,
    topic: Topic,
    fields: ConsentFields,
    said_at: datetime,
    *,
    version: str,
    withdrawal: bool,
) -> UUID:
    row = Consent(
        id=_after_the_last(desk, client_id, topic, said_at), client_id=client_id, topic=topic,
        text_version=version,
        evidence=fields.evidence.strip(), given_at=said_at, withdrawal=withdrawal,
        form=fields.form, channel=fields.channel or _CHANNELS.get(fields.form),
        heard_by_id=fields.heard_by_id or desk.actor.id, document=fields.document.strip(),
        noted_at=desk.now,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    verb = "withdraw_consent" if withdrawal else "give_consent"
    desk.note(verb, "consent", row.id, ("topic", "text_version", "form", "evidence"))
    return row.id


def _after_the_last(desk: Desk, client_id: UUID, topic: Topic, said_at: datetime) -> UUID:
    """A key behind those of the same moment: yes, no and yes within a minute keep their order.

    Keys are in order of time, but within a millisecond chance decides.
    """
    same = select(Consent.id).where(
        Consent.client_id == client_id, Consent.topic == topic, Consent.given_at == said_at
    )
    last = desk.session.scalar(same.order_by(Consent.id.desc()).limit(1))
    fresh = new_id()
    return fresh if last is None or fresh > last else UUID(int=last.int + 1)


def _checked(desk: Desk, fields: ConsentFields) -> datetime:
    if fields.form is ConsentForm.SIGNED and not fields.document.strip():
        raise UserError(
            say("Write which paper was signed: its number or where it is kept."), field="document"
        )
    if len(fields.document) > _LONGEST_DOCUMENT:
        raise UserError(
            say("Enter {limit} characters at most.", limit=_LONGEST_DOCUMENT), field="document"
        )
    by_others = fields.form in (ConsentForm.WRITTEN, ConsentForm.ASSISTANT)
    if by_others and not fields.evidence.strip():
        raise UserError(
            say("Write how the club knows: which letter, who said it."), field="evidence"
        )
    return _moment(desk, fields.said_on)


def _moment(desk: Desk, said_on: date | None) -> datetime:
    """Today is this moment; an earlier day is its end in UTC, after what was said before."""
    today = desk.now.date()
    # The person's today may already be tomorrow in UTC.
    if said_on is None or today <= said_on <= today + timedelta(days=1):
        return desk.now
    if said_on > today:
        raise UserError(say("This day has not come yet."), field="said_on")
    return datetime.combine(said_on, time(23, 59), UTC)
