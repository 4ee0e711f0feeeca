"""A round of sending on real engines and a real mail server, crashes included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from uuid import UUID

import pytest

from tests import factories as make
from tests.factories_channels import CLUB, Mailroom, a_mail, free_port, mail_server, put_mail
from vipdesk.access import Desk, Office
from vipdesk.channels import account as accounts
from vipdesk.channels import claims, outbox
from vipdesk.channels.deliver import deliver_due
from vipdesk.channels.transport import Account, Line, SmtpTransport
from vipdesk.clock import SetClock
from vipdesk.errors import UserError
from vipdesk.models import OutboxMessage
from vipdesk.vocabulary import OutboxState, Topic

SMTP = SmtpTransport(timeout=1)


class Crash(BaseException):
    """The power goes: nothing of ours may catch it."""


class CrashAfterBody:
    """The real transport; the desk dies when the server has the mail and we do not know yet."""

    def connect(self, account: Account) -> AbstractContextManager[Line]:
        @contextmanager
        def opened() -> Iterator[Line]:
            with SMTP.connect(account) as line:
                yield Dying(line)

        return opened()


class Dying:
    def __init__(self, line: Line) -> None:
        self._line = line

    def send(self, *, sender: str, to: str, content: bytes) -> None:
        self._line.send(sender=sender, to=to, content=content)
        raise Crash


def with_account(office: Office, account: Account) -> None:
    office.write(lambda desk: accounts.change_account(desk, account))


def queue(office: Office, *addresses: str) -> list[UUID]:
    def put(desk: Desk) -> list[UUID]:
        ids = []
        for address in addresses:
            anna = make.client(desk)
            make.consent(desk, anna.id)
            ids.append(put_mail(desk, anna.id, address).id)
        return ids

    return office.write(put)[0]


def row(office: Office, message_id: UUID) -> tuple[OutboxState, str]:
    def read(desk: Desk) -> tuple[OutboxState, str]:
        found = outbox.find(desk, message_id)
        return found.state, found.error_code

    return office.read(read)


def test_what_is_due_is_sent_once_to_each_guest_alone(office: Office) -> None:
    room = Mailroom()
    ids = queue(office, "anna@client.example", "boris@client.example")
    with mail_server(room) as account:
        with_account(office, account)
        done = deliver_due(office, SMTP)
        again = deliver_due(office, SMTP)
    assert (done.sent, again.sent) == (2, 0)
    assert done.changes.ids("outbox_message") == set(ids)
    assert sorted(envelope.rcpt_tos for envelope in room.mails) == [
        ["anna@client.example"],
        ["boris@client.example"],
    ]
    for envelope in room.mails:
        assert isinstance(envelope.content, bytes)
        head = message_from_bytes(envelope.content, policy=policy.SMTP)
        assert [a.addr_spec for a in head["To"].addresses] == envelope.rcpt_tos


def test_without_an_account_nothing_is_lost(office: Office) -> None:
    (one,) = queue(office, "anna@client.example")
    assert deliver_due(office, SMTP).stopped == "no_account"
    assert row(office, one) == (OutboxState.QUEUED, "")


def test_a_server_that_is_away_keeps_everything_for_later(office: Office, clock: SetClock) -> None:
    ids = queue(office, "anna@client.example", "boris@client.example")
    with_account(office, Account("", CLUB, "127.0.0.1", free_port(), "none"))
    done = deliver_due(office, SMTP)
    assert (done.stopped, done.sent, done.failed) == ("unreachable", 0, 2)
    assert {row(office, i) for i in ids} == {(OutboxState.QUEUED, "unreachable")}
    room = Mailroom()
    clock.move(timedelta(minutes=2))
    with mail_server(room) as account:
        with_account(office, account)
        assert deliver_due(office, SMTP).sent == 2


def test_one_refused_guest_does_not_stop_the_others(office: Office) -> None:
    room = Mailroom()
    room.replies["gone@client.example"] = "550 no such person"
    gone, anna = queue(office, "gone@client.example", "anna@client.example")
    with mail_server(room) as account:
        with_account(office, account)
        done = deliver_due(office, SMTP)
    assert (done.sent, done.failed) == (1, 1)
    assert row(office, gone) == (OutboxState.FAILED, "refused_recipient")
    assert row(office, anna) == (OutboxState.SENT, "")


def test_a_connection_lost_after_the_body_is_reviewed_and_never_sent_again(
    office: Office, clock: SetClock
) -> None:
    room = Mailroom()
    room.drop_after_body = True
    (one,) = queue(office, "anna@client.example")
    with mail_server(room) as account:
        with_account(office, account)
        assert deliver_due(office, SMTP).review == 1
        clock.move(timedelta(hours=1))
        deliver_due(office, SMTP)
    assert row(office, one) == (OutboxState.REVIEW, "no_answer")
    assert len(room.mails) == 1


def test_a_desk_that_dies_before_it_can_record_sends_nothing_twice(
    office: Office, clock: SetClock
) -> None:
    room = Mailroom()
    (one,) = queue(office, "anna@client.example")
    with mail_server(room) as account:
        with_account(office, account)
        with pytest.raises(Crash):
            deliver_due(office, CrashAfterBody(), lease=timedelta(seconds=1))
        assert row(office, one)[0] is OutboxState.CLAIMED
        run_out_the_lease(office, one)
        deliver_due(office, SMTP)
    assert row(office, one) == (OutboxState.REVIEW, "interrupted")
    assert len(room.mails) == 1


def run_out_the_lease(office: Office, message_id: UUID) -> None:
    def expire(desk: Desk) -> None:
        found = desk.session.get(OutboxMessage, message_id)
        assert found is not None
        found.claimed_until = desk.now - timedelta(days=3650)

    office.write(expire)


def test_who_wakes_up_after_the_lease_cannot_report(office: Office) -> None:
    (one,) = queue(office, "anna@client.example")
    (mine,), _ = office.write(claims.claim)
    run_out_the_lease(office, one)
    office.write(claims.release_due)
    told, _ = office.write(lambda desk: claims.mark_sent(desk, mine))
    assert not told
    assert row(office, one)[0] is OutboxState.REVIEW


def test_mails_not_begun_in_time_are_given_back(office: Office) -> None:
    (one,) = queue(office, "anna@client.example")
    room = Mailroom()
    with mail_server(room) as account:
        with_account(office, account)
        done = deliver_due(office, SMTP, lease=timedelta(0))
    assert done.sent == 0
    assert row(office, one) == (OutboxState.QUEUED, "")


def test_stopping_stops_before_the_next_mail(office: Office) -> None:
    (one,) = queue(office, "anna@client.example")
    with_account(office, Account("", CLUB, "127.0.0.1", free_port(), "none"))
    assert deliver_due(office, SMTP, stop=lambda: True).tried == 0
    assert row(office, one)[0] is OutboxState.QUEUED


def test_a_mail_changed_behind_our_back_does_not_leave(office: Office) -> None:
    (one,) = queue(office, "anna@client.example")

    def tamper(desk: Desk) -> None:
        found = desk.session.get(OutboxMessage, one)
        assert found is not None
        found.content = a_mail("boris@client.example")

    office.write(tamper)
    room = Mailroom()
    with mail_server(room) as account:
        with_account(office, account)
        assert deliver_due(office, SMTP).failed == 1
    assert row(office, one) == (OutboxState.FAILED, "bad_message")
    assert room.mails == []


def test_the_held_leave_when_their_hour_comes(office: Office, clock: SetClock) -> None:
    clock.move(timedelta(hours=12))
    (one,) = queue(office, "anna@client.example")
    assert row(office, one)[0] is OutboxState.HELD
    clock.move(timedelta(hours=9))
    room = Mailroom()
    with mail_server(room) as account:
        with_account(office, account)
        done = deliver_due(office, SMTP)
    assert (done.moved, done.sent) == (1, 1)


def test_the_private_track_has_its_own_round(office: Office) -> None:
    def put(desk: Desk) -> UUID:
        anna = make.client(desk)
        return put_mail(desk, anna.id, private=True, topic=Topic.SERVICE).id

    one, _ = office.write(put)
    room = Mailroom()
    with mail_server(room) as account:
        with_account(office, account)
        assert deliver_due(office, SMTP).sent == 0
        assert deliver_due(office, SMTP, private=True).sent == 1
    state = office.read(lambda desk: outbox.find(desk, one, private=True).state)
    assert state is OutboxState.SENT


# The account ------------------------------------------------------------------------------------


def test_the_password_is_sealed_and_comes_back_only_to_send(vault_office: Office) -> None:
    secret = Account("Клуб", CLUB, "smtp.club.example", 587, "starttls", "club", "sesame")
    with_account(vault_office, secret)
    shown = vault_office.read(accounts.get_account)
    assert shown == replace(secret, password="")
    assert vault_office.read(accounts.open_account) == secret
    with_account(vault_office, replace(secret, password="", port=465, security="tls"))
    kept = vault_office.read(accounts.open_account)
    assert kept is not None
    assert (kept.password, kept.port) == ("sesame", 465)
    assert "sesame" not in repr(kept)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"host": " "}, "host"),
        ({"port": 0}, "port"),
        ({"security": "none"}, "security"),
        ({"security": "ssl3"}, "security"),
        ({"address": "club"}, "address"),
    ],
)
def test_a_wrong_setting_is_named_with_its_field(
    vault_office: Office, change: dict[str, object], field: str
) -> None:
    good = Account("Клуб", CLUB, "smtp.club.example", 587)
    with pytest.raises(UserError) as caught:
        with_account(vault_office, replace(good, **change))  # type: ignore[arg-type]
    assert caught.value.field == field


def test_an_account_can_be_tried(vault_office: Office) -> None:
    with mail_server(Mailroom()) as account:
        accounts.try_account(SMTP, account)
        with pytest.raises(UserError):
            accounts.try_account(SMTP, replace(account, port=free_port()))
