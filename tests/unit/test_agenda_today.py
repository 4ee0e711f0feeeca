"""Today: what is due, computed from the data; on both engines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event as sqla_event

from tests import factories as make
from tests import factories_benefits as give
from tests.factories import as_role, later
from tests.factories_channels import put_call, put_mail
from vipdesk.access import Desk
from vipdesk.agenda.due import became_due
from vipdesk.agenda.lines import DateKind, When
from vipdesk.agenda.snoozes import snooze, wake
from vipdesk.agenda.today import today
from vipdesk.benefits.choices import choose, open_choice
from vipdesk.channels.gate import Reason
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.models import Event, Invitation, Reply
from vipdesk.vocabulary import (
    Channel,
    EventState,
    InvitationState,
    OutboxState,
    PartStat,
    PromiseState,
    ReplySource,
    Role,
    Topic,
    Verdict,
)

MOSCOW = ZoneInfo("Europe/Moscow")  # the fixture's now: Thursday 26 November 2026, 13:00


def see(desk: Desk):
    return today(desk, zone=MOSCOW)


def heard(desk: Desk, days: int, **fields: object):
    """A client last spoken to so many days ago; gold: every 30 days."""
    return make.client(desk, last_contact_at=desk.now - timedelta(days=days), **fields)


def test_an_empty_desk_has_an_empty_today(desk: Desk) -> None:
    seen = see(desk)
    assert seen.is_empty
    assert seen.day == date(2026, 11, 26)
    assert [marks.day.day for marks in seen.week] == [26, 27, 28, 29, 30, 1, 2]


def test_promises_are_overdue_today_or_this_week_and_in_order(desk: Desk) -> None:
    anna = heard(desk, 1)
    for days in (3, -2, 0.2, 9):
        make.promise(desk, anna.id, due_at=desk.now + timedelta(days=days))
    make.promise(desk, anna.id, state=PromiseState.KEPT)
    seen = see(desk)
    assert [p.when for p in seen.promises] == [When.OVERDUE, When.TODAY, When.WEEK]
    assert [marks.promises for marks in seen.week] == [2, 0, 0, 1, 0, 0, 0]
    assert seen.promises[0].contact is not None
    assert seen.promises[0].contact.allowed


def test_a_promise_given_by_a_colleague_to_my_client_names_the_colleague(desk: Desk) -> None:
    anna = heard(desk, 1)
    head = as_role(desk, Role.HEAD).actor
    make.promise(desk, anna.id, owner_id=head.id)
    assert [p.owner.name for p in see(desk).promises] == ["Илья Ким"]


def test_promises_of_others_to_others_are_theirs(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD).actor
    make.promise(desk, heard(desk, 1, manager_id=head.id).id, owner_id=head.id)
    assert see(desk).promises == ()


def test_calls_are_ordered_by_how_far_beyond_the_rhythm(desk: Desk) -> None:
    heard(desk, 29, surname="Рано")
    heard(desk, 40, surname="Золото")
    heard(desk, 30, surname="Платина", tier_id=make.tier(desk, "platinum").id)
    heard(desk, 40, surname="Своё", cadence_days=7)
    heard(desk, 400, surname="Ушёл", left_on=date(2026, 1, 1))
    heard(desk, 400, surname="Чужой", manager_id=as_role(desk, Role.HEAD).actor.id)
    seen = see(desk)
    assert [c.name.surname for c in seen.calls] == ["Своё", "Платина", "Золото"]
    assert [(c.days, c.cadence_days) for c in seen.calls] == [(40, 7), (30, 14), (40, 30)]
    assert seen.calls[0].tier_en == "Gold"
    assert seen.calls_more == 0


def test_a_client_never_spoken_to_counts_from_the_day_of_entry(desk: Desk) -> None:
    make.client(desk, created_at=desk.now - timedelta(days=31))
    make.client(desk, created_at=desk.now - timedelta(days=3))
    assert [c.never for c in see(desk).calls] == [True]


def test_only_the_furthest_are_shown_and_the_rest_counted(desk: Desk) -> None:
    for n in range(11):
        heard(desk, 40 + n)
    seen = see(desk)
    assert (len(seen.calls), seen.calls_more) == (8, 3)


def test_beside_each_call_stands_the_next_lawful_hour(desk: Desk) -> None:
    heard(desk, 99, time_zone="America/New_York")  # 05:00 there
    heard(desk, 40, time_zone=None)
    far, unknown = see(desk).calls
    assert far.contact is not None
    assert far.contact.until == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    assert unknown.contact is not None
    assert unknown.contact.code is Reason.ZONE_UNKNOWN


def test_a_call_put_off_comes_back_on_its_day(desk: Desk) -> None:
    anna = heard(desk, 99)
    until = desk.now + timedelta(days=3)
    made = snooze(desk, "call", anna.id, until=until)
    assert snooze(desk, "call", anna.id, until=until) == made
    assert see(desk).calls == ()
    assert len(see(as_role(desk, Role.HEAD)).calls) == 0
    assert len(see(later(desk, days=3, minutes=1)).calls) == 1
    wake(desk, made)
    wake(desk, new_id())
    assert len(see(desk).calls) == 1


def test_nothing_is_put_off_by_less_than_a_day(desk: Desk) -> None:
    with pytest.raises(UserError) as caught:
        snooze(desk, "call", new_id(), until=desk.now + timedelta(hours=23))
    assert caught.value.field == "until"


def test_birthdays_of_the_week_the_nearest_first(desk: Desk) -> None:
    heard(desk, 1, surname="Сегодня", birth_year=1966, birth_month=11, birth_day=26)
    heard(desk, 1, surname="Завтра", birth_month=11, birth_day=27)
    heard(desk, 1, surname="Вчера", birth_month=11, birth_day=25)
    heard(desk, 1, surname="Декабрь", birth_month=12)
    seen = see(desk)
    assert [(d.name.surname, d.turns) for d in seen.dates] == [
        ("Сегодня", 60),
        ("Завтра", None),
        ("Декабрь", None),
    ]
    assert seen.dates[2].kind is DateKind.BIRTH_MONTH
    assert seen.dates[0].contact is not None
    assert seen.dates[0].contact.code is Reason.NO_CONSENT


def test_who_was_born_on_29_february_is_not_forgotten(desk: Desk) -> None:
    heard(desk, 1, birth_month=2, birth_day=29)
    february = later(desk, days=(date(2027, 2, 25) - date(2026, 11, 26)).days)
    assert [d.day for d in see(february).dates] == [date(2027, 2, 28)]


def test_mourning_takes_the_cheer_away(desk: Desk) -> None:
    heard(desk, 1, birth_month=11, birth_day=27, mourning_until=date(2026, 12, 1))
    assert [d.mourning for d in see(desk).dates] == [True]


def invite(desk: Desk, event: Event, partstat: PartStat, party: int = 1, **fields: object) -> None:
    guest = heard(desk, 1)
    desk.session.add(
        Invitation(
            event_id=event.id, client_id=guest.id, uid=str(new_id()), token=str(new_id()),
            channel=Channel.EMAIL, partstat=partstat, party=party,
            **{"state": InvitationState.SENT, **fields},
        )
    )  # fmt: skip
    desk.session.flush()


def test_events_of_the_week_with_their_replies(desk: Desk) -> None:
    soon = {"starts_at": desk.now + timedelta(days=2), "ends_at": desk.now + timedelta(days=2.1)}
    evening = make.event(desk, venue_id=make.venue(desk).id, **soon)
    make.event(desk, state=EventState.CANCELLED, **soon)
    make.event(desk)
    invite(desk, evening, PartStat.ACCEPTED, 2)
    invite(desk, evening, PartStat.NEEDS_ACTION)
    invite(desk, evening, PartStat.DECLINED)
    invite(desk, evening, PartStat.NEEDS_ACTION, state=InvitationState.DRAFT)
    (line,) = see(desk).events
    assert (line.invited, line.coming, line.silent) == (3, 2, 1)
    assert line.place == "Особняк на Пречистенке"
    assert see(desk).week[2].events == 1


def test_replies_to_look_at_are_counted(desk: Desk) -> None:
    for verdict in (Verdict.REVIEW, Verdict.QUARANTINE, Verdict.APPLY):
        desk.session.add(Reply(source=ReplySource.EMAIL, received_at=desk.now, verdict=verdict))
    desk.session.flush()
    assert see(desk).replies == 2
    assert see(as_role(desk, Role.COORDINATOR)).replies == 2


def test_the_outbox_shows_what_to_do_and_what_waits_and_why(desk: Desk) -> None:
    anna = heard(desk, 1)
    make.consent(desk, anna.id)
    put_call(desk, anna.id)
    put_mail(desk, heard(desk, 1).id)
    put_mail(desk, anna.id)
    seen = see(desk)
    assert [m.state for m in seen.outbox] == [OutboxState.TO_DO, OutboxState.HELD]
    assert seen.outbox[1].verdict.code is Reason.NO_CONSENT
    assert seen.waiting == {OutboxState.TO_DO: 1, OutboxState.HELD: 1, OutboxState.QUEUED: 1}
    assert not seen.mail_account


def test_the_private_outbox_is_shown_to_its_people_alone(desk: Desk) -> None:
    anna = heard(desk, 1)
    put_call(desk, anna.id, private=True, topic=Topic.SERVICE)
    assert [m.private for m in see(desk).outbox] == [True]
    assert [m.private for m in see(as_role(desk, Role.HEAD)).outbox] == [True]
    coordinator = see(as_role(desk, Role.COORDINATOR))
    assert (coordinator.outbox, coordinator.waiting) == ((), {})


def test_a_coordinator_has_no_clocks_not_even_none_of_them(desk: Desk) -> None:
    assert see(as_role(desk, Role.COORDINATOR)).clocks is None
    assert see(desk).clocks == ()
    assert see(as_role(desk, Role.HEAD)).clocks == ()


def test_a_client_without_a_manager_is_shown(desk: Desk) -> None:
    make.client(desk, manager_id=None)
    assert see(as_role(desk, Role.HEAD)).without_manager == 1
    assert see(as_role(desk, Role.COORDINATOR)).without_manager == 0


def test_what_became_due_since_a_moment(desk: Desk) -> None:
    anna = heard(desk, 1)
    one = make.promise(desk, anna.id, due_at=desk.now + timedelta(minutes=1))
    soon = later(desk, minutes=2)
    assert became_due(soon, desk.now).ids("promise") == {one.id}
    assert not became_due(soon, desk.now).touches("clock")
    assert not became_due(soon, soon.now)
    assert became_due(later(desk, minutes=15), desk.now).touches("clock")


def test_the_number_of_reads_does_not_grow_with_the_club(desk: Desk) -> None:
    def count() -> int:
        seen: list[str] = []

        def note(*arguments: object) -> None:
            seen.append(str(arguments[2]))

        engine = desk.session.get_bind()
        sqla_event.listen(engine, "before_cursor_execute", note)
        see(desk)
        sqla_event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    def fill(clients: int) -> None:
        for n in range(clients):
            anna = heard(desk, 40 + n, birth_month=11, birth_day=27)
            make.promise(desk, anna.id)
            put_call(desk, anna.id, topic=Topic.SERVICE)

    fill(2)
    few = count()
    fill(12)
    assert count() == few <= 42


def test_a_choice_of_benefits_that_ends_soon_is_on_the_day(desk: Desk) -> None:
    anna = make.client(desk, last_contact_at=desk.now)
    a, b, _ = give.three(desk)
    offer = open_choice(
        desk, anna.id, benefit_ids=(a, b), choose_by=desk.now.date() + timedelta(days=3),
        title="Подарок к сезону",
    )  # fmt: skip
    (line,) = today(desk).choices
    assert (line.id, line.days, line.options, line.title) == (offer, 3, 2, "Подарок к сезону")
    assert line.contact is not None
    assert line.contact.allowed
    assert today(as_role(desk, Role.COORDINATOR)).choices == ()
    snooze(desk, "choice", offer, until=desk.now + timedelta(days=2))
    assert today(desk).choices == ()
    after = later(desk, days=4)
    assert [c.days for c in today(after).choices] == [-1]
    choose(after, offer, (a,))
    assert today(after).choices == ()
