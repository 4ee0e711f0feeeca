"""A journal that was touched shows it: every way of touching it, on both engines."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, func, insert, select, text, update

from tests.conftest import NOON
from vipdesk.access import Desk, Office, journal
from vipdesk.access.journal import Fault, Head
from vipdesk.models import JournalEntry

TABLE: Any = JournalEntry.__table__
_GUARDS = ("journal_chain", "journal_only_grows", "journal_never_truncated")


def _change(client_id: UUID, desk: Desk) -> None:
    desk.note("change_client", "client", client_id, ("city", "company"))


def _several(n: int, desk: Desk) -> None:
    for _ in range(n):
        desk.note("a", "client", None)


def _written(office: Office, n: int = 8) -> list[str]:
    """Hashes of `n` entries, a transaction each."""
    for i in range(n):
        office.write(partial(_change, UUID(int=i + 1)))
    query = select(TABLE.c.hash).order_by(TABLE.c.seq)
    return office.read(lambda d: list(d.session.scalars(query)))


def _tamper(office: Office, work: Callable[[Connection], object]) -> None:
    """As somebody who has the whole database in hand: the guards are switched off first."""

    def forge(desk: Desk) -> None:
        connection = desk.session.connection()
        if connection.dialect.name == "sqlite":
            for n in (1, 2):
                connection.execute(text(f"DROP TRIGGER journal_only_grows_{n}"))
        else:
            for guard in _GUARDS:
                connection.execute(
                    text(f"ALTER TABLE vip_audit.journal_entry DISABLE TRIGGER {guard}")
                )
        work(connection)

    office.write(forge)


def _rehash(connection: Connection) -> None:
    """The whole chain written anew, as the product itself would make it."""
    prev = ""
    rows = connection.execute(select(TABLE).order_by(TABLE.c.seq)).all()
    for r in rows:
        made = journal._hash(
            r.form, r.seq, prev, r.at, r.actor, r.verb, r.object_table, r.object_id, r.fields,
            r.reason,
        )  # fmt: skip
        connection.execute(
            update(TABLE).where(TABLE.c.seq == r.seq).values(prev_hash=prev, hash=made)
        )
        prev = made


def _swap(connection: Connection) -> None:
    for now, then in ((3, 1000), (4, 3), (1000, 4)):
        connection.execute(update(TABLE).where(TABLE.c.seq == now).values(seq=then))


def _copy(connection: Connection, seq: int, to: int) -> None:
    row = connection.execute(select(TABLE).where(TABLE.c.seq == seq)).one()
    connection.execute(insert(TABLE).values({**row._mapping, "seq": to}))


def _put_in(connection: Connection) -> None:
    connection.execute(update(TABLE).where(TABLE.c.seq == 8).values(seq=9))
    _copy(connection, 6, 8)


def _edit(**values: object) -> Callable[[Connection], object]:
    return lambda c: c.execute(update(TABLE).where(TABLE.c.seq == 5).values(**values))


@pytest.mark.parametrize(
    ("work", "at", "fault"),
    [
        (_edit(actor="somebody"), 5, Fault.CHANGED),
        (_edit(verb="add_client"), 5, Fault.CHANGED),
        (_edit(at=NOON + timedelta(microseconds=1)), 5, Fault.CHANGED),
        (_edit(object_id=None), 5, Fault.CHANGED),
        (_edit(reason="because"), 5, Fault.CHANGED),
        (_edit(object_table="clientc", fields="ity,company"), 5, Fault.CHANGED),
        (_edit(form=1), 5, Fault.MOVED),
        (lambda c: c.execute(TABLE.delete().where(TABLE.c.seq == 5)), 6, Fault.MOVED),
        (lambda c: c.execute(TABLE.delete().where(TABLE.c.seq <= 2)), 3, Fault.MOVED),
        (_swap, 3, Fault.MOVED),
        (lambda c: _copy(c, 8, 9), 9, Fault.MOVED),
        (_put_in, 8, Fault.MOVED),
    ],
    ids=[
        "who", "what", "when", "object", "reason", "shifted-letters", "older-form", "taken-out",
        "beginning-cut", "order", "twice", "put-in",
    ],
)  # fmt: skip
def test_an_entry_that_was_touched_is_named(
    office: Office, work: Callable[[Connection], object], at: int, fault: Fault
) -> None:
    _written(office)
    _tamper(office, work)
    report = office.read(lambda d: journal.verify(d.session))
    assert (report.broken_at, report.fault) == (at, fault)


def test_a_cut_end_is_missed_by_who_kept_the_head(office: Office) -> None:
    hashes = _written(office)
    kept = Head(hashes[-1], 8)
    assert office.read(lambda d: journal.verify(d.session, [kept])).whole
    _tamper(office, lambda c: c.execute(TABLE.delete().where(TABLE.c.seq > 5)))
    report = office.read(lambda d: journal.verify(d.session, [Head(hashes[2]), kept]))
    assert (report.fault, report.lost, report.entries) == (Fault.LOST, (kept,), 5)
    assert office.read(lambda d: journal.verify(d.session)).whole  # a chain alone cannot tell


def test_a_chain_written_anew_is_missed_by_who_kept_the_head(office: Office) -> None:
    hashes = _written(office)

    def forge(connection: Connection) -> None:
        _edit(actor="somebody")(connection)
        _rehash(connection)

    _tamper(office, forge)
    assert office.read(lambda d: journal.verify(d.session)).whole
    before, after = Head(hashes[3]), Head(hashes[6])
    report = office.read(lambda d: journal.verify(d.session, [before, after]))
    assert (report.fault, report.lost) == (Fault.LOST, (after,))


def test_a_head_with_another_count_is_not_found(office: Office) -> None:
    hashes = _written(office, 3)
    assert not office.read(lambda d: journal.verify(d.session, [Head(hashes[-1], 7)])).whole


def test_entries_of_the_older_form_are_still_checked(office: Office) -> None:
    """What 0004 wrote: parts joined by '|', no reason; newer entries follow them."""
    _written(office, 3)

    def age(connection: Connection) -> None:
        prev = ""
        for r in connection.execute(select(TABLE).order_by(TABLE.c.seq)).all():
            moment = r.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            said = "|".join((prev, moment, r.actor, r.verb, "client", str(r.object_id), r.fields))
            made = hashlib.sha256(said.encode()).hexdigest()
            at = update(TABLE).where(TABLE.c.seq == r.seq)
            connection.execute(at.values(form=1, prev_hash=prev, hash=made))
            prev = made
        if connection.dialect.name != "sqlite":
            for guard in _GUARDS:
                connection.execute(
                    text(f"ALTER TABLE vip_audit.journal_entry ENABLE TRIGGER {guard}")
                )

    _tamper(office, age)
    _written(office, 2)
    report = office.read(lambda d: journal.verify(d.session))
    assert (report.whole, report.entries) == (True, 5)
    forms = office.read(
        lambda d: d.session.scalars(select(TABLE.c.form).order_by(TABLE.c.seq)).all()
    )
    assert forms == [1, 1, 1, 2, 2]


def test_a_bar_in_a_part_cannot_stand_for_a_border(office: Office) -> None:
    hashes = {
        journal._hash(2, 1, "", NOON, *parts, None, "", "")
        for parts in (("a|b", "c", "d"), ("a", "b|c", "d"), ("a", "b", "c|d"))
    }
    assert len(hashes) == 3


def test_both_engines_make_the_same_hash(office: Office) -> None:
    reason = "Печать приглашений | 2026 · “ok”"
    office.write(lambda d: d.note("export", "client", UUID(int=7), ("имя", "city"), reason=reason))
    e = office.read(lambda d: d.session.execute(select(TABLE)).one())
    assert e.reason == reason
    assert e.hash == journal._hash(
        2, e.seq, "", e.at, e.actor, "export", "client", UUID(int=7), "имя,city", reason
    )


def test_a_write_taken_back_leaves_no_entry(office: Office) -> None:
    def fail(desk: Desk) -> None:
        desk.note("a", "client", None)
        raise ValueError("not taken")

    with pytest.raises(ValueError, match="not taken"):
        office.write(fail)
    assert office.read(lambda d: d.session.scalar(select(func.count()).select_from(TABLE))) == 0


def test_what_a_savepoint_noted_is_taken_back_with_it(desk: Desk) -> None:
    begun = desk.session.scalar(select(func.count()).select_from(TABLE)) or 0
    desk.note("a", "client", None)
    with desk.session.begin_nested() as savepoint:
        desk.note("b", "client", None)
        savepoint.rollback()
    with desk.session.begin_nested():
        desk.note("c", "client", None)
    rows = desk.session.scalars(select(TABLE.c.verb).order_by(TABLE.c.seq)).all()
    assert rows[begun:] == ["a", "c"]


def test_desks_that_write_at_once_keep_one_line(office: Office) -> None:
    def work() -> None:
        for _ in range(5):
            office.write(partial(_several, 3))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report = office.read(lambda d: journal.verify(d.session))
    assert (report.whole, report.entries) == (True, 60)


def test_a_long_journal_is_checked_in_parts(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write(partial(_several, 25))
    check, parts = journal.Check(), 1
    while office.read(lambda d: check.read_part(d.session, 10)):
        parts += 1
    assert (parts, check.total, check.report().entries) == (3, 25, 25)


@pytest.mark.parametrize("typed", ["", "12", "xyz", "12:abc", "a:0123456789abcdef0"])
def test_what_is_no_head_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a head"):
        journal.read_head(typed)


def test_a_head_is_read_as_people_copy_it() -> None:
    assert journal.read_head(" 12:0123 4567 89AB CDEF ") == Head("0123456789abcdef", 12)
