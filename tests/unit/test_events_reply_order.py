"""Mails in any order and any repetition, between calls: the guest list ends the same.

Against the database, on both engines. A longer campaign: VIPDESK_REPLY_STORIES=5000 pytest …
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.events import replies
from vipdesk.models import Invitation, Reply
from vipdesk.vocabulary import EventState, PartStat, ReplySource, Verdict

STORIES = {"vault": 30, "team": 8}
GUESTS = ("anna", "boris", "vera")
OURS = 1  # the SEQUENCE we sent: a guest who names a higher one gains nothing
BEGUN = datetime(2026, 11, 20, 8, tzinfo=UTC)
ANSWERS = (PartStat.ACCEPTED, PartStat.DECLINED, PartStat.TENTATIVE)


@dataclass(frozen=True)
class Mail:
    """What a guest's calendar program sent; `by` is whose address it came from."""

    guest: int
    by: int
    partstat: PartStat
    company: int
    sequence: int
    minute: int
    make: int

    @property
    def said_at(self) -> datetime:
        return BEGUN + timedelta(minutes=2 * self.minute)

    @property
    def name(self) -> str:
        parts = (self.guest, self.by, self.partstat, self.company, self.sequence, self.minute)
        return "-".join(str(p) for p in (*parts, self.make))

    def raw(self, uids: list[str], *, relayed: bool) -> bytes:
        address = f"{GUESTS[self.by]}@client.example"
        mailto = ("mailto:", "MAILTO:", "Mailto:", "")[self.make]
        organizer = ("ORGANIZER:mailto:events@club.example\r\n", "")[self.make % 2]
        stamp = self.said_at.strftime("%Y%m%dT%H%M%SZ")
        text = (
            f"From: {address}\r\nTo: events@club.example\r\nSubject: Re\r\n"
            f"Date: {self.said_at:%a, %d %b %Y %H:%M:%S} +0000\r\nMessage-ID: <{self.name}@x>\r\n"
            "MIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n"
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
            f"UID:{uids[self.guest]}\r\nDTSTAMP:{stamp}\r\nSEQUENCE:{self.sequence}\r\n{organizer}"
            f"ATTENDEE;PARTSTAT={self.partstat};X-NUM-GUESTS={self.company}:{mailto}{address}\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        return (("Received: from relay.example\r\n" if relayed else "") + text).encode()


@dataclass(frozen=True)
class Call:
    """What the coordinator was told on the telephone."""

    guest: int
    partstat: PartStat
    party: int
    minute: int

    @property
    def said_at(self) -> datetime:  # never the moment of a mail
        return BEGUN + timedelta(minutes=2 * self.minute + 1)


MAILS = st.builds(
    Mail, st.sampled_from((0, 1, 2)), st.sampled_from((0, 1, 2)), st.sampled_from(ANSWERS),
    st.sampled_from((0, 0, 1, 2)), st.integers(0, 3), st.integers(0, 12), st.integers(0, 3),
)  # fmt: skip
OWN_MAILS = MAILS.map(lambda m: Mail(m.guest, m.guest, *_rest(m)))
CALLS = st.builds(
    Call, st.sampled_from((0, 1, 2)), st.sampled_from(ANSWERS), st.integers(1, 2),
    st.integers(0, 12),
)  # fmt: skip


def _rest(mail: Mail) -> tuple[Any, ...]:
    return mail.partstat, mail.company, mail.sequence, mail.minute, mail.make


@st.composite
def stories(draw: Any) -> tuple[list[Any], list[Any]]:
    """The same words twice: as they were said, and shuffled with repetitions."""
    mails = draw(st.lists(OWN_MAILS | OWN_MAILS | MAILS, max_size=6, unique=True))
    calls = draw(st.lists(CALLS, max_size=3, unique_by=lambda c: (c.guest, c.minute)))
    again = draw(st.lists(st.sampled_from(mails), max_size=4)) if mails else []
    said = [*mails, *calls]
    return said, draw(st.permutations([*said, *again]))


def lived(desk: Desk, steps: list[Any]) -> tuple[Any, ...]:
    """What the steps lead to, from the beginning; the database is as before afterwards."""
    with desk.session.begin_nested() as savepoint:
        event = factories.event(desk, state=EventState.INVITING)
        invitations = []
        for name in GUESTS:
            guest = factories_events.guest(desk, name, mail=f"{name}@client.example")
            invitations.append(
                factories_events.invited(
                    desk,
                    guest.id,
                    event,
                    sample=False,
                    allowance=1,
                    sequence=OURS,
                    uid=f"5e0f2c1a-{name}",
                )
            )
        uids = [i.uid for i in invitations]
        met: set[Mail] = set()
        for step in steps:
            if isinstance(step, Mail):
                replies.receive(desk, raw=step.raw(uids, relayed=step in met))
                met.add(step)
            else:
                replies.record_reply(
                    desk, invitation_id=invitations[step.guest].id, source=ReplySource.PHONE,
                    partstat=step.partstat, party=step.party, at=step.said_at,
                )  # fmt: skip
        ended = _state(desk, invitations)
        savepoint.rollback()
    desk.session.expire_all()
    return ended


def _state(desk: Desk, invitations: list[Invitation]) -> tuple[Any, ...]:
    """The guest list, and every word kept with its verdict."""
    places = {i.id: n for n, i in enumerate(invitations)}
    kept = desk.session.scalars(select(Reply).where(Reply.invitation_id.in_(places)))
    words = sorted(
        (places[r.invitation_id], r.attendee, str(r.verdict), r.reason, str(r.partstat), r.party,
         r.dtstamp)
        for r in kept if r.invitation_id is not None
    )  # fmt: skip
    answers = [(str(i.partstat), i.party, i.answered_at) for i in invitations]
    return answers, words


def _last(steps: list[Any], guest: int) -> tuple[datetime | None, set[str]]:
    """When the word that counts was said, and what it may be (mails may share a minute)."""
    counting = [
        ((OURS, s.said_at) if isinstance(s, Call) else (min(s.sequence, OURS), s.said_at), s)
        for s in steps if s.guest == guest and _counts(s)
    ]  # fmt: skip
    if not counting:
        return None, {str(PartStat.NEEDS_ACTION)}
    newest = max(place for place, _ in counting)
    return newest[1], {str(s.partstat) for place, s in counting if place == newest}


def _counts(step: Any) -> bool:
    """By itself: the guest's own word, with no more company than was invited."""
    if isinstance(step, Call):
        return True
    too_many = step.partstat is PartStat.ACCEPTED and step.company > 1
    return step.by == step.guest and not too_many


def test_any_order_any_repetition_and_any_calls_between_end_in_the_same_list(
    desk: Desk, engine_name: str
) -> None:
    most = int(os.environ.get("VIPDESK_REPLY_STORIES", STORIES[engine_name]))

    @settings(max_examples=most, deadline=None, suppress_health_check=list(HealthCheck))
    @given(stories())
    def holds(story: tuple[list[Any], list[Any]]) -> None:
        said, shuffled = story
        ended = lived(desk, said)
        assert lived(desk, shuffled) == ended
        for guest, (partstat, _, answered_at) in enumerate(ended[0]):
            when, possible = _last(said, guest)
            assert answered_at == when
            assert partstat in possible

    holds()


def test_a_stranger_between_them_changes_nothing(desk: Desk) -> None:
    yes = Mail(0, 0, PartStat.ACCEPTED, 0, OURS, 1, 0)
    stranger = Mail(0, 1, PartStat.DECLINED, 0, OURS, 5, 0)
    answers, words = lived(desk, [yes, stranger])
    assert answers == lived(desk, [yes])[0]
    assert [w[2] for w in words] == [str(Verdict.APPLY), str(Verdict.REVIEW)]
