"""A life of complaints leaves nothing that a coordinator could notice, but a hold.

Everything the coordinator's login can read by SQL is written down before and after, with the
row versions and places that PostgreSQL shows (`xmin`, `ctid`): a row that was merely touched
would tell. So are the catalogue's numbers, exports, lists, search, sentences of errors, the
notifications, and the copy that the coordinator's laptop takes along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from tests.conftest import NOON
from tests.db import vault_store
from tests.factories_complaints import five_fields
from tests.postgres import Server
from tests.team.club import Club, Planted, copy_of
from tests.team.lives import MARKS, a_life_of_complaints
from vipdesk.access import Office
from vipdesk.agenda.today import today
from vipdesk.app import DeskApp, open_window
from vipdesk.channels.mailing import withheld
from vipdesk.clients import export, profile, registry
from vipdesk.clients.export import ExportForm
from vipdesk.clients.registry import ClientFilter
from vipdesk.clock import SetClock
from vipdesk.complaints import course, intake
from vipdesk.errors import UserError
from vipdesk.paths import Paths
from vipdesk.search.find import find
from vipdesk.settings import Settings, Theme
from vipdesk.store import offline_copy
from vipdesk.store.store import Store
from vipdesk.store.vault import Unlocked
from vipdesk.ui.context import Link
from vipdesk.ui.picture import settle
from vipdesk.ui.wiring import sections_of
from vipdesk.vocabulary import Role, Severity, Topic
from vipdesk.wording import Lang

_OURS = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
# What a coordinator may do and what may not be done, said by the server in its own words.
PROBES = (
    "SELECT count(*) FROM vip_private.complaint",
    "EXPLAIN SELECT * FROM vip_private.complaint",
    "SELECT * FROM vip_seen.complaint",
    "SELECT * FROM vip_api.seen_complaint()",
    "SELECT * FROM vip_api.due_cases(true, NULL, NULL, 100)",
    "SELECT vip_api.sees_case(gen_random_uuid())",
    "DELETE FROM vip.client WHERE surname = 'Тихонова'",
    "UPDATE vip.client SET id = gen_random_uuid() WHERE surname = 'Тихонова'",
    "INSERT INTO vip_private.hold_source (id) VALUES (gen_random_uuid())",
    *(
        f"SELECT count(*) FROM {schema}.{table}"
        for schema in ("vip_private", "vip_seen")
        for table in (
            "compensation_grant",
            "department_task",
            "letter",
            "follow_up",
            "root_cause",
            "case_paper",
            "staff_relative",
        )
    ),
    "INSERT INTO vip_private.compensation_grant (id) VALUES (gen_random_uuid())",
    "DELETE FROM vip_private.case_paper",
    "SELECT pg_relation_size('vip_private.case_paper')",
    "SELECT last_value FROM vip_audit.journal_entry_seq_seq",
    "SELECT pg_relation_size('vip_private.complaint')",
    "SELECT pg_total_relation_size('vip_audit.journal_entry')",
    "LOCK TABLE vip_private.complaint IN ACCESS SHARE MODE",
)

QUERIES = (
    "SELECT surname, given FROM vip.client ORDER BY surname",
    "SELECT * FROM vip.search_entry",
    "SELECT count(*) FROM vip.interaction",
    "SELECT count(*) FROM vip.promise",
    "SELECT id FROM vip.client EXCEPT SELECT client_id FROM vip.invite_hold",
    "SELECT id, login, given FROM vip.staff",
    "SELECT count(*) FROM vip.occurrence",
)


def relations(connection: Connection) -> list[str]:
    """What this login may read, by name."""
    found = connection.scalars(
        text(
            "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_class c"
            f" JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {_OURS}"
            " AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND has_schema_privilege(n.oid, 'USAGE')"
            " AND (has_any_column_privilege(c.oid, 'SELECT') OR c.relkind = 'S' AND"
            " has_sequence_privilege(c.oid, 'SELECT')) ORDER BY 1"
        )
    )
    return [name for name in found if not name.endswith("invite_hold")]


def columns(connection: Connection, name: str) -> str:
    found = connection.execute(
        text(
            "SELECT quote_ident(a.attname), c.relkind IN ('r', 'p')"
            " AND has_table_privilege(c.oid, 'SELECT') FROM pg_attribute a"
            " JOIN pg_class c ON c.oid = a.attrelid WHERE a.attrelid = CAST(:name AS regclass)"
            " AND a.attnum > 0 AND NOT a.attisdropped"
            " AND has_column_privilege(a.attrelid, a.attnum, 'SELECT') ORDER BY a.attnum"
        ),
        {"name": name},
    ).all()
    seen = [row[0] for row in found]
    if found and found[0][1]:  # a right on columns alone shows no version of the row
        seen += ["xmin", "xmax", "ctid"]
    return ", ".join(f"{column}::text" for column in seen)


def everything(club: Club, login: str) -> dict[str, Any]:
    """All rows of all relations, and what the catalogue's numbers say of them."""
    engine = club.engine(login)
    with engine.connect() as connection:
        seen: dict[str, Any] = {
            name: sorted(
                tuple(map(str, row))
                for row in connection.execute(
                    text(f"SELECT {columns(connection, name)} FROM {name}")
                )
            )
            for name in relations(connection)
        }
    engine.dispose()
    return seen


def said(club: Club, login: str) -> list[str]:
    """The server's words to each probe, without the moment's own numbers."""
    answers = []
    for probe in PROBES:
        try:
            rows = club.run(login, probe)
            answers.append(str(rows))
        except DBAPIError as error:
            answers.append(re.sub(r"\s+", " ", str(error.orig)))
    return answers


def pages_read(club: Club, query: str) -> int:
    """How many pages the coordinator's query touches: it is the time that it takes."""
    plan = club.run("anna", f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {query}")[0][0][0]["Plan"]
    return int(plan["Shared Hit Blocks"]) + int(plan["Shared Read Blocks"])


def pages(office: Office) -> list[object]:
    """What the coordinator's desk shows."""

    def listed(desk: Any) -> object:
        return registry.list_clients(desk, ClientFilter())

    def opened(desk: Any) -> object:
        return [profile.get_client(desk, row.id) for row in registry.list_clients(desk)]

    def exported(desk: Any) -> object:
        taken = export.export_clients(
            desk,
            ClientFilter(),
            purpose=Topic.INVITATION,
            form=ExportForm.CSV,
            reason="рассадка",
            gate=withheld,
        )
        return list(taken.people), taken.count

    found = [office.read(lambda desk, t=t: find(desk, t)) for t in ("тихон", "жалоб", "волк")]
    return [
        office.read(listed),
        office.read(opened),
        office.write(exported)[0],
        office.read(today),
        found,
    ]


@dataclass(frozen=True)
class Seen:
    """The same looked at before and after a life of complaints."""

    club: Club
    numbers: list[str]
    before: dict[str, Any]
    after: dict[str, Any]


@pytest.fixture(scope="module")
def held(server: Server, club_template: tuple[str, Planted], vault_template: Unlocked,
         tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:  # fmt: skip
    """With holds, which are all that may show: what SQL and a laptop's copy give."""
    folder = tmp_path_factory.mktemp("laptop")
    with (
        copy_of(server, *club_template, SetClock(NOON)) as club,
        vault_store(vault_template, folder / "vault") as vault,
    ):

        def look() -> dict[str, Any]:
            return {"rows": everything(club, "anna"), "said": said(club, "anna"),
                    "copy": copied(club, vault)}  # fmt: skip

        before = look()
        numbers = a_life_of_complaints(club, held=True)
        yield Seen(club, numbers, before, look())


@pytest.fixture(scope="module")
def unheld(server: Server, club_template: tuple[str, Planted], qapp: QApplication,
           tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:  # fmt: skip
    """Without a hold: pages, files, the work of the server, and the real window."""
    folder = tmp_path_factory.mktemp("desk")
    with copy_of(server, *club_template, SetClock(NOON)) as club:
        anna = club.office("anna")
        kept = Settings(lang=Lang.RU, theme=Theme.LIGHT, reduced_motion=True)
        desk = open_window(
            Paths.under(folder),
            office=club.office("anna"),
            kept=kept,
            clock=SetClock(NOON),
            size=(1280, 800),
        )

        def look() -> dict[str, Any]:
            return {
                "pages": without_mark(pages(anna)),
                "work": [pages_read(club, query) for query in QUERIES],
                "window": on_the_window(desk, club.planted.hers_calm),
            }

        on_the_window(desk, club.planted.hers_calm)  # each page is made when it is first seen
        before = look()
        numbers = a_life_of_complaints(club, held=False)
        after = look()
        after["typed"] = [found_for(desk, typed) for typed in (numbers[0], *MARKS)]
        desk.close()
        after["files"] = b"".join(f.read_bytes() for f in folder.rglob("*") if f.is_file())
        yield Seen(club, numbers, before, after)


def copied(club: Club, vault: Store) -> str:
    """What the coordinator's laptop takes along, but the holds."""
    from tests.team.test_offline_copy import everything as all_of

    assert vault.vault is not None
    offline_copy.take_copy(vault.vault, club.office("anna")._store, login="anna", now=NOON)
    with offline_copy.open_copy(vault.vault, NOON) as copy:
        lines = all_of(copy).splitlines()
    return "\n".join(line for line in lines if "no_invite" not in line and "ask" not in line)


def on_the_window(desk: DeskApp, client_id: UUID) -> dict[str, tuple[list[str], str]]:
    """Each place of the coordinator's desk: every word on it, and its picture."""
    shell = desk.shell
    found: dict[str, tuple[list[str], str]] = {}
    assert shell is not None
    places = [Link(section.key) for section in sections_of(Role.COORDINATOR, in_team=True)]
    for link in (*places, Link("client", client_id)):
        shell.go(link)
        settle(desk.runner)
        assert shell.page is not None
        shell.page.reload()
        settle(desk.runner)
        found[link.kind] = words_on(desk.window), picture_of(shell.page)
    return found


def picture_of(page: QWidget) -> str:
    image = page.grab().toImage()
    return sha256(image.constBits()).hexdigest()


def words_on(window: QWidget) -> list[str]:
    """Texts, tips, names for readers of the screen, rows of tables, titles of windows."""
    said = [w.windowTitle() for w in QApplication.topLevelWidgets()]
    for widget in window.findChildren(QWidget):
        text = getattr(widget, "text", None)
        if callable(text):
            said.append(str(text()))
        said += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        if model is not None:
            said += [
                str(model.data(model.index(r, c)))
                for r in range(model.rowCount()) for c in range(model.columnCount())
            ]  # fmt: skip
    return [words for words in said if words]


def found_for(desk: DeskApp, typed: str) -> int:
    """How many lines the one search box has for it that are not its own actions."""
    office = desk.opened.office if desk.opened is not None else None
    assert office is not None
    return len(office.read(lambda d: find(d, typed)))


def test_a_coordinator_can_notice_nothing_but_a_hold(held: Seen) -> None:
    assert len(held.before["rows"]["vip.client"]) == 4, "there is something to see"
    assert len(set(held.numbers)) == 50
    before, after = held.before["rows"], held.after["rows"]
    assert after.keys() == before.keys()
    assert {name for name in before if before[name] != after[name]} == set()
    holds_of = "SELECT column_name FROM information_schema.columns WHERE table_name = 'invite_hold'"
    shown = {row[0] for row in held.club.run("anna", holds_of)}
    assert shown == {"id", "client_id", "kind", "review_on"}


def test_the_server_says_the_same_words_to_what_is_not_allowed(held: Seen) -> None:
    assert held.after["said"] == held.before["said"]


def test_the_life_used_everything_there_is(held: Seen) -> None:
    tables = (
        "compensation_grant", "compensation_option", "department_task", "letter", "follow_up",
        "root_cause", "case_paper", "staff_relative", "complaint_promise", "complaint_flag",
        "hold_source", "case_event", "complaint_clock", "lesson",
    )  # fmt: skip
    counts = {t: held.club.run(None, f"SELECT count(*) FROM vip_private.{t}")[0][0] for t in tables}
    assert [t for t, n in counts.items() if not n] == []
    states = held.club.run(None, "SELECT DISTINCT state FROM vip_private.compensation_grant")
    assert {row[0] for row in states} == {"settled", "released"}


def test_the_copy_of_a_coordinators_laptop_is_the_same_before_and_after(held: Seen) -> None:
    assert held.after["copy"] == held.before["copy"]


def test_without_a_hold_all_pages_and_files_stay_the_same(unheld: Seen) -> None:
    assert unheld.after["pages"] == unheld.before["pages"]


def test_the_server_does_the_same_work_for_a_coordinator_as_before(unheld: Seen) -> None:
    """Not seconds, which differ by themselves, but the pages of the database that are read."""
    assert unheld.after["work"] == unheld.before["work"]


def test_the_window_shows_no_other_word_and_no_other_point(unheld: Seen) -> None:
    before, after = unheld.before["window"], unheld.after["window"]
    assert before.keys() == after.keys()
    for place, (words, picture) in before.items():
        assert after[place][0] == words, place
        assert after[place][1] == picture, place


def test_what_was_said_is_found_nowhere_by_a_coordinator(unheld: Seen) -> None:
    assert unheld.after["typed"] == [0] * 5
    whole = repr(unheld.after).encode() + unheld.after["files"]
    leaked = [w for w in (*unheld.numbers, *MARKS) if w.encode() in whole]
    assert leaked == []


@pytest.mark.parametrize("column", ["xmin", "ctid", "cmin"])
def test_a_hold_does_not_tell_when_it_was_set(club: Club, column: str) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        club.run("anna", f"SELECT {column} FROM vip.invite_hold")


def without_mark(shown: list[object]) -> str:
    """An export's mark is of the moment."""
    return re.sub(r"Mark\([^)]*\)", "", repr(shown))


def test_the_dump_would_have_seen_a_touched_row(club: Club) -> None:
    before = everything(club, "anna")
    club.run(None, "UPDATE vip.tier SET code = code")
    after = everything(club, "anna")
    assert {name for name in before if before[name] != after[name]} == {"vip.tier"}


@pytest.mark.parametrize("table", ["client", "staff"])
def test_a_key_that_points_at_a_row_leaves_no_mark_there_to_read(club: Club, table: str) -> None:
    """A complaint locks the rows it points at, and PostgreSQL leaves that in their `xmax`."""
    marks = f"SELECT string_agg(xmax::text, ' ' ORDER BY id) AS marks FROM vip.{table}"
    before = club.run(None, marks)
    told = five_fields(club.planted.hers_calm, about_staff_id=club.planted.staff["maria"])
    club.office("ilya").write(lambda desk: intake.file_complaint(desk, told))
    assert club.run(None, marks) != before
    for login in ("anna", "maria"):
        with pytest.raises(DBAPIError, match="permission denied"):
            club.run(login, marks)


def test_what_a_manager_may_not_see_of_a_colleagues_client_stays_the_same(club: Club) -> None:
    before = everything(club, "maria")
    oleg = club.office("oleg")
    for number in range(6):
        sheet = five_fields(club.planted.his, words=f"Повод {number}", severity=Severity.S1)
        oleg.write(lambda desk, sheet=sheet: intake.file_complaint(desk, sheet))
    after = everything(club, "maria")
    assert {name for name in before if before[name] != after.get(name)} == set()


def test_a_case_that_is_there_is_refused_like_one_that_is_not(club: Club) -> None:
    told = set()
    for login in ("anna", "maria"):
        office = club.office(login)
        for case in (club.planted.secret, uuid4()):
            with pytest.raises(UserError) as refused:
                office.write(lambda desk, c=case: course.add_note(desk, c, text="есть?"))
            told.add((login, type(refused.value), str(refused.value)))
    assert len(told) == 2
