"""Messages of one's own, and the proof that every way out of the club asks the gate."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

import vipdesk
from tests import factories as make
from tests.factories_channels import put_call, put_mail
from tests.factories_events import address, hold, prefers
from vipdesk.access import Desk
from vipdesk.access.exports import ExportForm
from vipdesk.channels import call_task, claims, message, outbox
from vipdesk.channels.mailing import withheld
from vipdesk.clients import export
from vipdesk.clients.people import PersonFields, add_person_around
from vipdesk.clients.registry import ClientFilter
from vipdesk.errors import UserError
from vipdesk.models import Client, JournalEntry, OutboxMessage
from vipdesk.vocabulary import (
    Channel,
    ContactKind,
    OutboxState,
    PersonKind,
    PreferenceRule,
    Topic,
)

REACHABLE = (Channel.EMAIL, Channel.SMS, Channel.MESSENGER, Channel.LETTER)


def anna(desk: Desk, **fields: Any) -> UUID:
    one = make.client(desk, **fields)
    make.phone(desk, one.id, "+79165550142")
    make.email(desk, one.id)
    address(desk, one.id)
    return one.id


def write(desk: Desk, client_id: UUID, channel: Channel, **fields: Any) -> message.Written:
    values = {"topic": Topic.PERSONAL, "text": "Добрый день!\n\nКаталог готов.", **fields}
    return message.put_message(desk, client_id, channel=channel, **values)


def test_a_message_goes_by_a_link_of_its_own_and_a_letter_is_a_pdf(desk: Desk) -> None:
    client_id = anna(desk)
    found = {c: write(desk, client_id, c) for c in REACHABLE}
    assert {w.state for w in found.values()} == {OutboxState.TO_DO}
    schemes = {c: w.link.partition(":")[0] for c, w in found.items()}
    assert schemes == {
        Channel.EMAIL: "mailto", Channel.SMS: "sms", Channel.MESSENGER: "https", Channel.LETTER: "",
    }  # fmt: skip
    kept = outbox.find(desk, found[Channel.LETTER].id)
    assert kept.content.startswith(b"%PDF")


def test_at_night_a_message_waits_and_a_reason_overrules_and_is_in_the_journal(desk: Desk) -> None:
    night = make.later(desk, hours=13)
    client_id = anna(night)
    held = write(night, client_id, Channel.SMS)
    assert (held.state, held.verdict.allowed) == (OutboxState.HELD, False)
    forced = write(night, client_id, Channel.SMS, override_reason="Рейс через час")
    assert forced.state is OutboxState.TO_DO
    verbs = night.session.scalars(
        select(JournalEntry.verb).where(JournalEntry.object_id == forced.id)
    ).all()
    assert "override_contact" in verbs


def test_what_was_allowed_in_the_evening_is_asked_again_before_it_is_begun(desk: Desk) -> None:
    client_id = anna(desk)
    written = write(desk, client_id, Channel.SMS)
    assert outbox.take_up(desk, written.id).state is OutboxState.TO_DO
    night = make.later(desk, hours=13)
    again = outbox.take_up(night, written.id)
    assert (again.state, again.verdict.until) == (OutboxState.HELD, again.not_before)
    with pytest.raises(UserError):
        outbox.take_up(night, written.id)


def assistant(desk: Desk, client_id: UUID) -> UUID:
    vera = PersonFields(kind=PersonKind.STAFF, name="Вера", phone="+79165550199")
    return add_person_around(desk, client_id, vera)


def test_what_waits_for_the_morning_is_for_the_assistant_too(desk: Desk) -> None:
    client_id = anna(desk)
    prefers(desk, client_id, Channel.SMS, via_person_id=assistant(desk, client_id))
    held = write(make.later(desk, hours=13), client_id, Channel.SMS)
    assert held.state is OutboxState.HELD
    assert outbox.find(desk, held.id).address == "+79165550199"


def test_who_has_come_to_wish_an_assistant_is_reached_through_one(desk: Desk) -> None:
    client_id = anna(desk)
    written = write(desk, client_id, Channel.SMS)
    prefers(desk, client_id, Channel.SMS, via_person_id=assistant(desk, client_id))
    assert outbox.take_up(desk, written.id).address == "+79165550199"


def test_a_number_to_be_reached_through_somebody_is_in_no_file_at_any_hour(desk: Desk) -> None:
    client_id = anna(desk)
    prefers(desk, client_id, Channel.PHONE, via_person_id=assistant(desk, client_id))
    for at in (desk, make.later(desk, hours=13)):
        assert ContactKind.PHONE in withheld(at, [client_id], Topic.PERSONAL)[client_id].kinds


def test_who_wishes_an_assistant_is_written_to_through_one(desk: Desk) -> None:
    client_id = anna(desk)
    prefers(desk, client_id, Channel.SMS, via_person_id=assistant(desk, client_id))
    ways = {w.channel: w for w in message.list_ways(desk, client_id, topic=Topic.PERSONAL)}
    assert (ways[Channel.SMS].address, ways[Channel.SMS].speak_to) == ("+79165550199", "Вера")
    made = export.export_clients(
        desk, ClientFilter(), purpose=Topic.PERSONAL, form=ExportForm.CSV, reason="Телефоны",
        gate=withheld,
    )  # fmt: skip
    assert ContactKind.PHONE in {p.kind for p in made.people[0].points}


@pytest.mark.parametrize(
    ("fields", "field"), [({"text": " "}, "text"), ({"channel": Channel.MESSENGER}, "channel")]
)
def test_what_is_missing_is_told(desk: Desk, fields: dict[str, Any], field: str) -> None:
    client_id = make.client(desk).id
    with pytest.raises(UserError) as caught:
        write(desk, client_id, **{"channel": Channel.SMS, **fields})
    assert caught.value.field == field


# Every way out ---------------------------------------------------------------------------------

Out = Callable[[Desk, UUID], bool]
"""Tries to reach a client; True if something left or may leave now."""


def _free(placed: Any) -> bool:
    return placed.state is not OutboxState.HELD


def _call(desk: Desk, client_id: UUID) -> bool:
    return call_task.get_dial(desk, client_id, topic=Topic.OFFER).verdict.allowed


def _file(desk: Desk, client_id: UUID) -> bool:
    try:
        found = export.export_clients(
            desk, ClientFilter(), purpose=Topic.OFFER, form=ExportForm.CSV, reason="Рассылка",
            gate=withheld,
        )  # fmt: skip
    except UserError:
        return False
    return client_id in {p.id for p in found.people}


def _after_waiting(desk: Desk, client_id: UUID) -> bool:
    """Put in while it was allowed, asked again when it is sent: here the ban came meanwhile."""
    return bool(claims.claim(desk)) or bool(
        desk.session.scalar(select(OutboxMessage.id).where(OutboxMessage.sent_at.is_not(None)))
    )


OFFER = Topic.OFFER
PATHS: dict[str, Out] = {
    "mail": lambda d, c: _free(put_mail(d, c, topic=OFFER)),
    "call task": lambda d, c: _free(put_call(d, c, topic=OFFER)),
    "call script": lambda d, c: _free(call_task.put_call(d, client_id=c, topic=OFFER, script="…")),
    "call now": _call,
    "sms": lambda d, c: _free(write(d, c, Channel.SMS, topic=OFFER)),
    "messenger": lambda d, c: _free(write(d, c, Channel.MESSENGER, topic=OFFER)),
    "mail of one's own": lambda d, c: _free(write(d, c, Channel.EMAIL, topic=OFFER)),
    "letter": lambda d, c: _free(write(d, c, Channel.LETTER, topic=OFFER)),
    "file for a mailing": _file,
}


@pytest.mark.parametrize("path", PATHS)
def test_an_open_way_is_open(desk: Desk, path: str) -> None:
    client_id = anna(desk)
    make.consent(desk, client_id, Topic.OFFER)
    assert PATHS[path](desk, client_id)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("why", ["no consent", "hold", "mourning", "left", "restricted", "never"])
def test_no_way_out_passes_what_the_rules_forbid(desk: Desk, path: str, why: str) -> None:
    fields: dict[str, Any] = {
        "mourning": {"mourning_until": desk.now.date() + timedelta(days=5)},
        "left": {"left_on": desk.now.date() - timedelta(days=5)},
    }.get(why, {})
    client_id = anna(desk, **fields)
    if why != "no consent":
        make.consent(desk, client_id, Topic.OFFER)
    if why == "hold":
        hold(desk, client_id)
    if why == "never":
        for channel in Channel:
            prefers(desk, client_id, channel, rule=PreferenceRule.FORBID)
    if why == "restricted":
        desk.session.execute(
            update(Client).where(Client.id == client_id).values(restricted_at=desk.now)
        )
        desk.session.expire_all()
    if why == "never" and path == "file for a mailing":
        taken = withheld(desk, [client_id], Topic.OFFER)[client_id]
        assert taken.kinds == frozenset(ContactKind)  # a name without any way to it
        return
    try:
        left = PATHS[path](desk, client_id)
    except UserError:  # nothing can even be put down for whose data is restricted
        assert why == "restricted"
        return
    assert not left


def test_a_ban_that_comes_while_a_mail_waits_keeps_it_here(desk: Desk) -> None:
    client_id = anna(desk)
    given = make.consent(desk, client_id, Topic.OFFER)
    assert _free(put_mail(desk, client_id, topic=OFFER))
    given.withdrawn_at = desk.now
    desk.session.flush()
    assert not _after_waiting(desk, client_id)


ROOT = Path(vipdesk.__file__).parent


# Who calls what lets something out. A new caller is a new way: it asks the gate, it stands in
# docs/decisions/contact.md, and then here.
DOORS = {
    "smtplib.SMTP": {"channels/transport.py"},
    "smtplib.SMTP_SSL": {"channels/transport.py"},
    "outbox.put": {
        "channels/call_task.py", "channels/message.py", "complaints/letters.py",
        "events/invitations.py",
    },
    "outbox.put_all": {"events/invitations.py"},
    "claims.claim": {"channels/deliver.py"},
    "OutboxMessage": set(),
    "PrivateMessage": set(),
    # The platform's programs: telephone, messenger, mail; and the folder of the backups.
    "QDesktopServices.openUrl": {"ui/dialogs/call_dialog.py", "ui/pages/settings_page.py"},
    "export.export_clients": set(),
    "clients.export_clients": {"ui/dialogs/export_dialog.py"},
}  # fmt: skip


@pytest.mark.parametrize("name", DOORS)
def test_there_is_no_other_way_out(name: str) -> None:
    found = set()
    for file in ROOT.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if name.rpartition(".")[2] in text and re.search(rf"(?<![\w.]){re.escape(name)}\b", text):
            calls = [ast.unparse(n.func) for n in ast.walk(ast.parse(text)) if type(n) is ast.Call]
            partials = [
                ast.unparse(a) for n in ast.walk(ast.parse(text)) if type(n) is ast.Call
                for a in n.args[:1] if ast.unparse(n.func) == "partial"
            ]  # fmt: skip
            if name in (*calls, *partials):
                found.add(file.relative_to(ROOT).as_posix())
    assert found == DOORS[name]
