"""Live refresh: what the club shares is heard by all; the private track by nobody."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic

import psycopg
import pytest
from sqlalchemy import func, select

from tests import factories as make
from tests.factories_complaints import five_fields
from tests.team.club import Club
from vipdesk.access import Desk, Office
from vipdesk.changes import Changes
from vipdesk.complaints import intake
from vipdesk.models import Base, Client
from vipdesk.models.base import VIP
from vipdesk.store.live import CHANNEL, Live

SOON = 10.0


class Heard:
    """What a listener told."""

    def __init__(self) -> None:
        self.changes: list[Changes] = []
        self._came = threading.Condition()

    def __call__(self, changes: Changes) -> None:
        with self._came:
            self.changes.append(changes)
            self._came.notify_all()

    def waits(self, good: Callable[[Changes], bool], seconds: float = SOON) -> bool:
        with self._came:
            return self._came.wait_for(lambda: any(good(c) for c in self.changes), seconds)


@contextmanager
def listening(office: Office, heard: Heard, poll: float = 60.0) -> Iterator[Live]:
    sees = office.live(heard)
    assert sees is not None
    live = Live(office._store, heard, sees_private=sees._sees_private, poll=poll, quiet=0.1)
    live.start()
    assert live.listening.wait(SOON)
    try:
        yield live
    finally:
        live.stop()


def add_client(desk: Desk) -> None:
    make.client(desk, manager_id=desk.actor.id)


def test_a_change_on_one_desk_is_told_on_another_without_saying_which(club: Club) -> None:
    heard = Heard()
    with listening(club.office("anna"), heard):
        club.office("maria").write(add_client)
        assert heard.waits(lambda c: c.touches("client"))
    (told,) = heard.changes
    assert {i.int for _, i in told.rows} == {0}
    assert not told.touches("complaint", "case_event", "letter", "private_message")


def test_a_desk_does_not_hear_its_own_voice(club: Club) -> None:
    heard = Heard()
    maria = club.office("maria")
    with listening(maria, heard):
        maria.write(add_client)
        club.office("oleg").write(add_client)  # said later, heard alone
        assert heard.waits(lambda c: c.touches("client"))
    assert len(heard.changes) == 1


def test_the_private_track_is_told_on_no_channel_at_all(club: Club) -> None:
    """Whoever may sign in may listen: a complaint filed and worked on must leave silence."""
    anna = psycopg.connect(
        f"host={club.server.host} port={club.server.port} dbname={club.database} user=anna",
        autocommit=True,
    )
    with anna:
        for channel in (CHANNEL, "vip_private", "vip_private_changed", "complaint"):
            anna.execute(f"LISTEN {channel}")
        ilya = club.office("ilya")

        def file(desk: Desk) -> None:
            intake.file_complaint(desk, five_fields(club.planted.hers_calm))

        ilya.write(file)
        told = [n.channel for n in anna.notifies(timeout=1.0)]
        held = club.run(None, "SELECT count(*) FROM vip.invite_hold")[0][0]
        # What a coordinator sees anyway, the invite hold, is all that may have been told.
        assert told in ([], [CHANNEL])
        assert held or not told


def test_no_trigger_stands_on_anything_private(club: Club) -> None:
    found = club.run(
        None,
        "SELECT tgrelid::regclass::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE p.proname = 'tell_shared'",
    )
    names = {row[0] for row in found}
    assert "vip.client" in names
    assert all(name.startswith("vip.") for name in names)
    told = club.run(
        None,
        "SELECT proname FROM pg_proc WHERE prosrc ILIKE '%pg_notify%' AND"
        " pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'vip%')",
    )
    assert [row[0] for row in told] == ["tell_shared"]


def test_who_may_see_the_private_track_asks_from_time_to_time(club: Club) -> None:
    heard = Heard()
    with listening(club.office("petr"), heard, poll=0.2):
        threading.Event().wait(0.8)  # the first look is only a mark
        ilya = club.office("ilya")
        ilya.write(lambda d: intake.file_complaint(d, five_fields(club.planted.his)))
        assert heard.waits(lambda c: c.touches("complaint"))


def test_a_broken_line_is_mended_and_everything_is_looked_at_again(club: Club) -> None:
    heard = Heard()
    with listening(club.office("anna"), heard) as live:
        club.run(
            None,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE usename = 'anna' AND query LIKE 'LISTEN%'",
        )
        assert heard.waits(lambda c: c.touches("client"))
        assert live.listening.wait(SOON)
        heard.changes.clear()
        club.office("maria").write(add_client)
        assert heard.waits(lambda c: c.touches("client"))


def test_where_nothing_is_ever_heard_it_looks_by_itself(
    club: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Live, "_probe", lambda *_: None)  # as a pooler between loses it
    heard = Heard()
    with listening(club.office("anna"), heard, poll=0.2):
        assert heard.waits(lambda c: c.touches("client"))


def test_listening_stops_at_once_and_leaves_no_session(club: Club) -> None:
    with listening(club.office("anna"), Heard()) as live:
        before = monotonic()
        live.stop()
        assert monotonic() - before < timedelta(seconds=3).total_seconds()
    left = club.run(
        None, "SELECT count(*) FROM pg_stat_activity WHERE usename='anna' AND query LIKE 'LISTEN%'"
    )
    assert left[0][0] == 0


def test_a_session_that_is_closed_is_nobodys_own_any_more(club: Club) -> None:
    """Its number is given to another desk one day."""
    office = club.office("anna")
    with listening(office, Heard()) as live:
        office.read(lambda desk: desk.session.scalar(select(func.count()).select_from(Client)))
        assert live._own
        office._store.engine.dispose()
        assert not live._own


def test_every_shared_noun_is_told_and_what_is_left_out_is_known() -> None:
    from pathlib import Path

    from vipdesk.store import migrations

    versions = (Path(migrations.__file__).parent / "versions").glob("*.py")
    told = "".join(version.read_text() for version in versions)
    shared = {t.name for t in Base.metadata.tables.values() if t.schema == VIP}
    silent = {
        n
        for n in shared
        if f"ON vip.{n}\n        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared" not in told
    }
    assert silent == {
        "draft", "snooze", "search_entry", "occurrence", "import_batch", "handover",
        "privacy_request", "client_merge", "not_the_same", "import_mapping", "saved_view",
        "search_note", "mailbox",
    }  # fmt: skip
