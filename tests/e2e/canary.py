"""The day of the canary test, in a process of its own: argument is the folder it lives in.

A club is made, a word of its own is put into every personal column, and then the desk lives:
every page, forms half-written, failures, a lock, jobs, a kill. What it said in titles and
in dialogs about failures is written to `told.json`; the test then reads every file.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from sqlalchemy import JSON, String, select, text
from sqlalchemy.orm import Session

from vipdesk import app, settings
from vipdesk.access import Desk
from vipdesk.clock import SystemClock
from vipdesk.demo import bring_to_life, generate
from vipdesk.models import Base, Client, Delegation, Staff
from vipdesk.paths import Paths
from vipdesk.store import keyslots
from vipdesk.store.store import create_vault_store
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.bug_dialog import BugDialog
from vipdesk.ui.picture import settle

PASSPHRASE = "canary sings in the cellar 26"
CLIENTS = 40

# Everything that may say something of a person. JSON and bytes take the word inside.
PERSONAL: dict[str, tuple[str, ...]] = {
    "mail_account": ("name", "address", "login"),
    "mailbox": ("login",),
    "staff": ("surname", "given", "patronymic", "latin_name", "email", "phone"),
    "venue": ("name", "name_en", "address", "address_en"),
    "event": (
        "title", "title_en", "description", "description_en", "dress", "dress_en", "lessons",
    ),
    "door_scan": ("words",),
    "feedback": ("words",),
    "waiting_entry": ("reason",),
    "list_snapshot": ("criteria",),
    "snapshot_name": ("why",),
    "event_session": ("title", "title_en", "tutor", "materials"),
    "event_sort": ("name", "name_en"),
    "event_course": ("title", "title_en", "about"),
    "event_template": ("name", "plan"),
    "event_option": ("question", "question_en", "title", "title_en"),
    "event_cost": ("title",),
    "event_file": ("name", "content"),
    "client": (
        "surname", "given", "patronymic", "latin_name", "title", "company", "position", "city",
        "manner", "sort_key",
    ),
    "contact_point": ("value", "normalised", "label"),
    "fact": ("text", "source"),
    "guest": ("reason", "door_note"),
    "interaction": ("text",),
    "interest": ("topic", "note"),
    "person_around": ("name", "label_there", "label_back", "phone", "email", "note"),
    "purchase": ("product",),
    "benefit_offer": ("title",),
    "benefit_use": ("reason",),
    "gift": ("what", "occasion", "reason"),
    "off_hours_request": ("what", "place", "reason"),
    "saved_view": ("name", "arrangement"),
    "name_form": ("text", "written_for"),
    "client_date": ("title", "note"),
    "declined_link": ("name", "label_there"),
    "introduction": ("wanted", "through", "outcome"),
    "client_merge": ("former_name", "before"),
    "status_card": ("name_on_card", "latin_on_card", "reason", "handed_to"),
    "complaint": ("words_of_client", "wish_of_client", "reach_when", "summary", "place"),
    "channel_preference": ("source",),
    "outbox_message": ("address", "content", "override_reason"),
    "promise": ("text",),
    "delegation": ("note", "answer", "client_name", "latin_name"),
    "reply": ("raw", "attendee", "note"),
    "complaint_flag": ("instruction",),
    "complaint_pause": ("reason",),
    "complaint_promise": ("text",),
    "follow_up": ("said",),
    "compensation_grant": ("reason", "delivered_how", "number"),
    "compensation_option": ("title", "title_en"),
    "department_task": ("extract", "question", "answer"),
    "case_paper": ("name", "content"),
    "root_cause": ("whys",),
    "problem": ("title",),
    "corrective_action": ("text", "expected"),
    "lesson": ("text",),
    "letter": ("draft", "body"),
    "private_message": ("address", "content", "override_reason"),
    "search_entry": ("title", "detail", "tokens", "tails", "folded", "sounded"),
}  # fmt: skip

# Texts that only grow: the word comes in with a new row, through a verb or plain SQL.
GROWING = {"case_event": ("text", "payload"), "consent": ("evidence", "document"),
           "handover": ("note", "before")}  # fmt: skip

# Text columns that say nothing of a person, or that the day fills by itself.
PLAIN: dict[str, tuple[str, ...]] = {
    "club_setting": ("name", "value", "sealed"),  # the club's own papers and rules
    "mail_account": ("smtp_host", "security", "password"),
    "mailbox": ("host", "security", "folder", "trouble", "password"),
    "occurrence": ("job",),
    "search_entry": ("kind",),
    "search_note": ("kind", "scope", "words"),  # on a vault the words are in its index alone
    "staff": ("reachable", "login"),
    "tier": ("code", "name_ru", "name_en", "metal"),
    "venue": ("city", "zone", "facts"),
    "erasure_record": ("erased_by", "reason_code"),
    "journal_entry": (
        "actor", "verb", "object_table", "fields", "reason", "prev_hash", "hash",
    ),
    "draft": ("form", "values"),  # typed during the day
    "private_draft": ("form", "values"),
    "event": ("zone", "tiers", "topics", "budget_currency"),
    "import_batch": ("format", "made"),  # keys alone
    "client_photo": ("image",),  # pixels, drawn anew without what the camera wrote
    "relation_type": ("label_there", "label_back"),  # the club's own words
    "snooze": ("kind",),
    "delegation": ("kind",),
    "client": ("languages", "time_zone", "present_zone"),
    "event_session": ("level",),
    "event_cost": ("currency",),
    "compensation_item": ("title", "title_en", "losses", "currency"),  # the club's catalogue
    "compensation_grant": ("currency",),
    "compensation_option": ("currency",),
    "department_task": ("department",),
    "door_pass": ("sealed",),
    "guest_list": ("criteria",),
    "seat_plan": ("furniture", "rules", "known"),
    "consent": ("text_version",),
    "invitation": ("uid", "token"),
    "purchase": ("amount_currency",),
    "benefit": ("name_ru", "name_en", "about", "picture_text", "tier_ids", "currency"),
    "benefit_use": ("currency",),
    "gift": ("currency",),
    "off_hours_request": ("currency",),
    "saved_view": ("place",),
    "import_mapping": ("head", "fields"),  # words of a file’s header
    "status_card": ("number", "code"),
    "complaint": ("public_no", "est_loss_currency", "policy_version"),
    "health_snapshot": ("formula_version", "band", "parts"),
    "channel_preference": ("zone",),
    "outbox_message": ("message_id", "error_code", "overruled"),
    "reply": ("message_id", "raw_sha256", "reason"),
    "complaint_clock": ("calendar_version",),
    "letter": ("kind", "lang", "slots"),
    "private_message": ("message_id", "error_code", "overruled"),
    "privacy_request": ("asked_fields", "changed_fields"),
}  # fmt: skip

TYPED = ("qzt0typed", "qzt1typed", "qzt2typed", "qzt3typed")
FAILED = ("qzf0failed", "qzf1failed")


def words() -> dict[tuple[str, str], str]:
    """A word of its own for every personal column."""
    columns = [(t, c) for t, names in PERSONAL.items() for c in names]
    return {where: f"qzk{number:03d}word" for number, where in enumerate(columns)}


def ask_a_colleague(session: Session) -> None:
    """What no club is made with: a line of Today with a colleague."""
    one, other = session.scalars(select(Staff).limit(2)).all()
    client = session.scalars(select(Client).limit(1)).one()
    session.add(
        Delegation(
            client_id=client.id, kind="call", object_id=client.id, from_id=other.id,
            to_id=one.id, client_name="-", at=datetime.now(UTC),
        )
    )  # fmt: skip


def plant(session: Session) -> None:
    """Put the words into all rows."""
    for (table, name), word in words().items():
        kept = Base.metadata.tables[f"{'vip_private' if _private(table) else 'vip'}.{table}"]
        tail = "@canary.example" if (table, name) == ("contact_point", "value") else ""
        if isinstance(kept.c[name].type, String):  # rows differ: many columns must
            form = text(f"UPDATE {table} SET {name} = :word || '-' || rowid || :tail")
            session.execute(form, {"word": word, "tail": tail})
        elif isinstance(kept.c[name].type, JSON):
            session.execute(kept.update().values({name: {"word": word}}))
        else:
            session.execute(kept.update().values({name: f"From: {word}\r\n\r\n{word}".encode()}))


def _private(table: str) -> bool:
    return f"vip_private.{table}" in Base.metadata.tables


class Watch(QObject):
    """Keeps what windows are called."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        named = event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show)
        if named and isinstance(watched, QWidget) and watched.isWindow():
            self.titles.add(watched.windowTitle())
        return False


class Day:
    """The desk's day."""

    def __init__(self, root: Path, application: QApplication) -> None:
        self.paths = Paths.under(root / "home")
        self.watch = Watch()
        application.installEventFilter(self.watch)
        self.failures: list[str] = []
        self.vault = self.paths.data / "vault"
        self.made = self.make()
        kept = settings.Settings(vault=str(self.vault), reduced_motion=True)
        self.desk = app.DeskApp(self.paths, kept, live=True)
        self.desk.window.show()
        self.desk.begin()
        settle(self.desk.runner)

    def make(self) -> dict[str, UUID]:
        store, _key = create_vault_store(self.vault, PASSPHRASE, cost=keyslots.FLOOR)
        with store:
            now = datetime.now(UTC)
            club, _ = store.write(partial(generate, seed=5, clients=CLIENTS, as_of=now))
            bring_to_life(store, club, SystemClock())
            store.write(ask_a_colleague)
            store.write(plant)
            found = store.read(_ids)
            missing = store.read(_unplanted)
        if missing:
            raise SystemExit(f"no rows to plant into: {missing}")
        return found

    def go(self, kind: str, of: UUID | None = None) -> QWidget | None:
        self.desk.context.open(Link(kind, of))
        settle(self.desk.runner)
        shell = self.desk.shell
        return shell.page if shell is not None else None

    def unlock(self) -> None:
        screen = self.desk.window.centralWidget()
        field = next(f for f in screen.findChildren(QLineEdit) if f.isVisible())
        field.setText("not the passphrase at all")
        field.returnPressed.emit()
        settle(self.desk.runner)
        field.setText(PASSPHRASE)
        field.returnPressed.emit()
        settle(self.desk.runner)
        if self.desk.shell is None:
            raise SystemExit("the desk did not open")

    def visit_all(self) -> None:
        for kind in ("today", "clients", "events", "cards", "complaints", "health", "settings"):
            self.go(kind)
        for kind in ("client", "event", "complaint"):
            self.go(kind, self.made[kind])

    def search(self) -> None:
        shell = self.desk.shell
        assert shell is not None
        shell.open_palette()
        self.type_into(shell, words()["client", "surname"])
        self.shut_windows()

    def type_into(self, where: QWidget, word: str) -> None:
        """Type into every field that is seen below `where`."""
        for field in where.window().findChildren(QWidget):
            if not field.isVisible() or not field.isEnabled():
                continue
            if isinstance(field, QLineEdit) and not field.isReadOnly():
                field.setText(word)
            elif isinstance(field, QPlainTextEdit | QTextEdit) and not field.isReadOnly():
                field.setPlainText(word)
        settle(self.desk.runner)

    def begin(self, kind: str, method: str, word: str) -> None:
        """A form begun and left."""
        page = self.go(kind, self.made.get(kind))
        getattr(page, method)()
        settle(self.desk.runner)
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not self.desk.window:
                self.type_into(window, word)
        self.type_into(self.desk.window, word)

    def shut_windows(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window is not self.desk.window and window.isVisible():
                window.close()
        settle(self.desk.runner)

    def fail(self) -> None:
        """A bug with a person's name in it, and a database error with values."""

        def bug(_desk: Desk) -> None:
            raise ValueError(f"cannot cope with {FAILED[0]} of {words()['client', 'surname']}")

        def breach(desk: Desk) -> None:
            desk.session.execute(
                text("INSERT INTO client (id, surname) VALUES (:i, :s)"),
                {"i": "same", "s": FAILED[1]},
            )

        for wrong in (bug, breach):
            self.desk.runner.write(wrong, owner=self.desk.window)
            settle(self.desk.runner)
            for window in QApplication.topLevelWidgets():
                if isinstance(window, BugDialog):
                    self.failures += [label.text() for label in window.findChildren(QLabel)]
            self.shut_windows()

    def drop_broken(self, root: Path) -> None:
        broken = root / "asked" / "broken.vcf"
        broken.parent.mkdir(exist_ok=True)
        broken.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + TYPED[3].encode() + b"\r\n")
        shell = self.desk.shell
        assert shell is not None
        shell.drop([broken])
        settle(self.desk.runner)
        self.shut_windows()


def _ids(session: Session) -> dict[str, UUID]:
    return {
        name: session.execute(
            Base.metadata.tables[f"{'vip_private' if _private(name) else 'vip'}.{name}"]
            .select()
            .limit(1)
        )
        .one()
        .id
        for name in ("client", "event", "complaint")
    }


def _unplanted(session: Session) -> list[str]:
    """Columns of tables with rows that do not hold their word: the test would prove nothing."""
    found = []
    for (table, name), word in words().items():
        rows = session.scalar(text(f"SELECT count(*) FROM {table}")) or 0
        held = session.scalar(
            text(f"SELECT count(*) FROM {table} WHERE instr(CAST({name} AS TEXT), :w) > 0"),
            {"w": word},
        )
        if rows and held != rows:
            found.append(f"{table}.{name}")
    return found


def main(root: Path) -> None:
    application = QApplication(sys.argv[:1])
    day = Day(root, application)
    day.unlock()
    day.visit_all()
    day.search()
    day.begin("client", "log_talk", TYPED[0])
    day.shut_windows()
    day.begin("clients", "new_here", TYPED[1])
    day.desk.lock()
    settle(day.desk.runner)
    day.unlock()
    day.fail()
    day.drop_broken(root)
    day.go("complaints")
    day.begin("complaints", "new_here", TYPED[2])
    told = {"titles": sorted(day.watch.titles), "failures": day.failures}
    (root / "told.json").write_text(json.dumps(told), encoding="utf-8")
    os._exit(9)  # as a kill: nothing is tidied up


if __name__ == "__main__":
    main(Path(sys.argv[1]))
