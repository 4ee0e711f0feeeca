"""A manager joins a team on a real server through the window, and sees own clients alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.db import PASSPHRASE
from tests.team.club import PASSWORD, Club
from tests.ui.conftest import KEPT
from vipdesk.app import DeskApp, open_window
from vipdesk.clock import SetClock
from vipdesk.paths import Paths
from vipdesk.store.vault import Unlocked
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.handover_dialog import HandoverDialog
from vipdesk.ui.pages.clients_page import ClientsPage
from vipdesk.ui.pages.settings_page import SettingsPage
from vipdesk.ui.pages.sign_in_page import SignInPage
from vipdesk.ui.pages.unlock_page import UnlockPage
from vipdesk.ui.picture import settle
from vipdesk.wording import Lang


@pytest.fixture
def opening(qapp: QApplication) -> Iterator[list[DeskApp]]:
    made: list[DeskApp] = []
    yield made
    for desk in made:
        desk.close()


@pytest.fixture
def own_vault(vault_template: Unlocked, paths: Paths) -> None:
    """The person has a vault already: a new one is measured for seconds."""
    shutil.copytree(vault_template.folder, paths.vault)


def start(opening: list[DeskApp], paths: Paths, clock: SetClock) -> DeskApp:
    desk = open_window(paths, kept=KEPT.with_(section="clients"), clock=clock, size=(1280, 800))
    opening.append(desk)
    settle(desk.runner)
    return desk


def screen(desk: DeskApp) -> object:
    return desk.window.centralWidget()


def sign_in_page(desk: DeskApp) -> SignInPage:
    page = screen(desk)
    assert isinstance(page, SignInPage)
    return page


def type_way(page: SignInPage, club: Club, login: str, password: str = PASSWORD) -> None:
    page.server.set_values(
        {
            "host": club.server.host,
            "port": club.server.port,
            "database": club.database,
            "login": login,
            "password": password,
        }
    )


def joined(desk: DeskApp, club: Club, login: str = "maria") -> None:
    page = sign_in_page(desk)
    type_way(page, club, login)
    page.vault.set_values({"passphrase": PASSPHRASE, "again": PASSPHRASE})
    page.join()
    settle(desk.runner)
    assert desk.shell is not None, page.message.text()


def names(desk: DeskApp) -> set[str]:
    assert desk.shell is not None
    desk.shell.go(Link("clients"))
    settle(desk.runner)
    page = desk.shell.page
    assert isinstance(page, ClientsPage)
    rows = [page.table.rows.row_at(n) for n in range(page.table.count)]
    return {row.display(Lang.RU).split()[0] for row in rows}


def test_a_manager_joins_from_the_first_run_and_sees_own_clients(
    club: Club, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    screen(desk).join_button.click()  # type: ignore[attr-defined]
    joined(desk, club)
    assert names(desk) == {"Волкова", "Тихонова", "Жалобина"}
    assert desk.shell is not None
    status = desk.shell.sidebar.status
    assert status.place.text() == "Team’s database"
    assert status.state.text() == club.server.host
    desk.shell.sidebar.person.click()
    assert QApplication.activePopupWidget() is None  # nobody else may take the desk


def test_the_next_start_asks_for_the_passphrase_alone(
    own_vault: None, club: Club, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    desk.show_sign_in()
    joined(desk, club, "oleg")
    desk.close()
    again = open_window(paths, kept=KEPT.with_(section="clients"), clock=clock)
    opening.append(again)
    page = screen(again)
    assert isinstance(page, UnlockPage)
    page.form.set_values({"passphrase": PASSPHRASE})
    page.unlock()
    settle(again.runner)
    assert names(again) == {"Чужакова"}


def test_the_connection_is_tried_with_a_clear_sentence(
    club: Club, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    desk.show_sign_in()
    page = sign_in_page(desk)
    type_way(page, club, "maria")
    page.test.click()
    settle(desk.runner)
    assert page.message.text().startswith("The server knows you: ")
    said = {}
    for field, value in (("port", 1), ("database", "no_such_club"), ("login", "nobody_here")):
        type_way(page, club, "maria")
        page.server.set_values({field: value})
        page.test.click()
        settle(desk.runner)
        shown = [f.error.text() for f in page.server.fields.values() if f.error.isVisible()]
        said[field] = (shown or [page.message.text()])[0]
        for other in page.server.fields.values():
            other.show_error("")
    assert said["port"].startswith("The team’s database does not answer.")
    assert (
        said["database"]
        == said["login"]
        == ("You have no access to this club. Ask the administrator.")
    )
    assert not paths.vault.exists()  # trying leaves nothing behind


def test_a_certificate_that_is_not_there_and_a_weak_passphrase_are_told(
    club: Club, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    desk.show_sign_in()
    page = sign_in_page(desk)
    type_way(page, club, "maria")
    page.vault.set_values({"passphrase": "short", "again": "short"})
    page.join()
    settle(desk.runner)
    assert page.vault.fields["passphrase"].error.text().startswith("The passphrase is too short")
    page.vault.set_values({"passphrase": PASSPHRASE, "again": "another"})
    page.join()
    assert page.vault.fields["again"].error.isVisible()
    page.vault.set_values({"again": PASSPHRASE})
    page.server.set_values({"root_certificate": "/nowhere/ca.pem"})
    page.join()
    settle(desk.runner)
    assert page.server.fields["root_certificate"].error.text().startswith("There is no such file.")
    assert not paths.vault.exists()


def test_settings_show_the_team_change_the_password_and_sign_out(
    own_vault: None, club: Club, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    from vipdesk.ui.dialogs.team_dialogs import PasswordDialog, SignOutDialog

    desk = start(opening, paths, clock)
    desk.show_sign_in()
    joined(desk, club)
    assert desk.shell is not None
    desk.shell.go(Link("settings"))
    settle(desk.runner)
    page = desk.shell.page
    assert isinstance(page, SettingsPage)
    assert club.server.host in page.team.server.text()
    assert "(maria)" in page.team.person.text()
    assert not page.colleagues.new.isVisibleTo(page)
    assert page.colleagues.table.count == 7
    page.team.password.click()
    (sheet,) = page.findChildren(PasswordDialog)
    fresh = "another honest word 12"
    sheet.form.set_values({"old": "wrong", "new": fresh, "again": fresh})
    sheet._on_primary()
    settle(desk.runner)
    assert sheet.form.fields["old"].error.isVisible()
    sheet.form.set_values({"old": PASSWORD})
    sheet._on_primary()
    settle(desk.runner)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page.team.leave.click()
    (out,) = page.findChildren(SignOutDialog)
    out._on_primary()
    settle(desk.runner)
    unlock = screen(desk)
    assert isinstance(unlock, UnlockPage)
    unlock.form.set_values({"passphrase": PASSPHRASE})
    unlock.unlock()
    settle(desk.runner)
    assert "no club in this vault" in unlock.error.text()
    unlock.join.click()
    back = sign_in_page(desk)
    assert back.has_vault
    back.back.click()
    assert isinstance(screen(desk), UnlockPage)


def test_a_manager_hands_over_and_the_new_one_sees_it(
    own_vault: None, club: Club, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    from vipdesk.clients import handover

    maria, oleg = club.office("maria"), club.office("oleg")
    calm = club.planted.hers_calm
    done, _ = maria.write(
        lambda d: handover.hand_over(
            d, to_id=club.planted.staff["oleg"], client_ids=[calm], note="Звонить после шести"
        )
    )
    (line,) = oleg.read(handover.list_received)
    assert (line.client_id, line.note) == (calm, "Звонить после шести")
    oleg.write(lambda d: handover.mark_seen(d, done.batch_id))
    assert oleg.read(handover.list_received) == ()
    assert maria.write(lambda d: handover.take_back(d, done))[0] == 1
    desk = start(opening, paths, clock)
    desk.show_sign_in()
    joined(desk, club, "maria")
    names(desk)
    page = desk.shell.page  # type: ignore[union-attr]
    assert isinstance(page, ClientsPage)
    page.table.choose(calm)
    page.hand_over()
    (dialog,) = page.findChildren(HandoverDialog)
    settle(desk.runner)
    dialog.form.set_values({"to_id": club.planted.staff["oleg"]})
    dialog._on_primary()
    settle(desk.runner)
    assert names(desk) == {"Волкова", "Жалобина"}
    desk.shell.bar.undo()  # type: ignore[union-attr]
    settle(desk.runner)
    assert names(desk) == {"Волкова", "Жалобина", "Тихонова"}


def test_a_manager_gives_away_nobody_else_s_client_by_direct_sql(club: Club) -> None:
    from sqlalchemy.exc import DBAPIError

    for login, client in (("oleg", club.planted.hers), ("anna", club.planted.his)):
        me = club.planted.staff[login]
        with pytest.raises(DBAPIError):
            club.run(
                login,
                "SELECT vip_api.hand_over(gen_random_uuid(), ARRAY[gen_random_uuid()],"
                " ARRAY[CAST(:client AS uuid)], CAST(:to AS uuid), CAST(:by AS uuid), now(), '')",
                client=client, to=club.planted.staff["oleg"], by=me,
            )  # fmt: skip
    with pytest.raises(DBAPIError):  # in another's name
        club.run(
            "oleg",
            "SELECT vip_api.hand_over(gen_random_uuid(), ARRAY[gen_random_uuid()],"
            " ARRAY[CAST(:client AS uuid)], CAST(:to AS uuid), CAST(:by AS uuid), now(), '')",
            client=club.planted.hers, to=club.planted.staff["oleg"],
            by=club.planted.staff["maria"],
        )  # fmt: skip
