"""One worker, results on this side, errors where they belong."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.models import Tier
from vipdesk.ui.context import Context
from vipdesk.ui.picture import settle
from vipdesk.ui.runner import Bug, Message, Runner
from vipdesk.wording import say


class Owner(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[Any] = []

    def show(self, value: object) -> None:
        self.got.append(value)


class Form(Owner):
    def __init__(self) -> None:
        super().__init__()
        self.errors: list[UserError] = []

    def take_error(self, error: UserError) -> bool:
        self.errors.append(error)
        return error.field is not None


def _refuse(_desk: Desk) -> None:
    raise UserError(say("Please fill this in."), field="name")


def _refuse_all(_desk: Desk) -> None:
    raise UserError(say("Please fill this in."))


def _rename(desk: Desk, name: str) -> str:
    tier = desk.session.query(Tier).order_by(Tier.rank).first()
    assert tier is not None
    before, tier.name_en = tier.name_en, name
    desk.session.flush()
    return before


def test_a_read_runs_in_the_worker_and_answers_here(club: Context, runner: Runner) -> None:
    owner, threads = Owner(), []

    def read(desk: Desk) -> int:
        threads.append(threading.current_thread().name)
        return desk.session.query(Tier).count()

    runner.read(read, owner.show, owner=owner)
    settle(runner)
    assert owner.got == [3]
    assert threads[0].startswith("desk")


def test_a_newer_read_makes_the_older_one_stale(club: Context, runner: Runner) -> None:
    owner = Owner()
    for number in range(5):
        runner.read(lambda _desk, n=number: n, owner.show, owner=owner)
    settle(runner)
    assert owner.got == [4]


def test_a_result_for_a_deleted_owner_is_dropped(club: Context, runner: Runner) -> None:
    owner = Owner()
    got = owner.got
    runner.read(lambda _desk: 1, owner.show, owner=owner)
    owner.deleteLater()
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    settle(runner)
    assert got == []


def test_a_write_tells_what_it_changed(club: Context, runner: Runner, qtbot: QtBot) -> None:
    owner = Owner()
    with qtbot.waitSignal(runner.changed) as told:
        runner.write(lambda desk: _rename(desk, "Ruby"), owner.show, owner=owner)
    settle(runner)
    assert told.args is not None
    assert told.args[0].touches("tier")
    assert owner.got == ["Platinum"]


def test_undo_runs_the_inverse_with_what_was_written(
    club: Context, runner: Runner, qtbot: QtBot
) -> None:
    owner, said = Owner(), []
    runner.said.connect(said.append)
    runner.write(
        lambda desk: _rename(desk, "Ruby"), owner=owner, said=say("Note saved."), undo=_rename
    )
    settle(runner)
    message: Message = said[0]
    assert message.undo is not None
    message.undo()
    settle(runner)
    runner.read(_rename_of, owner.show, owner=owner)
    settle(runner)
    assert owner.got == ["Platinum"]
    assert said[-1].say.text == "Undone."


def _rename_of(desk: Desk) -> str:
    tier = desk.session.query(Tier).order_by(Tier.rank).first()
    assert tier is not None
    return tier.name_en


def test_what_the_person_can_mend_goes_to_the_field(club: Context, runner: Runner) -> None:
    form = Form()
    runner.write(_refuse, owner=form)
    settle(runner)
    assert [e.field for e in form.errors] == ["name"]


def test_what_no_field_takes_goes_to_the_message_bar(club: Context, runner: Runner) -> None:
    form, said = Form(), []
    runner.said.connect(said.append)
    runner.write(_refuse_all, owner=form)
    settle(runner)
    assert [m.tone for m in said] == ["danger"]


@pytest.mark.loud
def test_anything_else_is_a_bug_told_without_its_message(club: Context, runner: Runner) -> None:
    owner, bugs = Owner(), []
    runner.bug.connect(bugs.append)

    def broken(_desk: Desk) -> None:
        raise ValueError("Anna Petrova")

    runner.read(broken, owner.show, owner=owner)
    settle(runner)
    bug: Bug = bugs[0]
    assert bug.kind == "ValueError"
    assert "Anna" not in bug.where


def test_slow_work_does_not_hold_the_database_up(club: Context, runner: Runner) -> None:
    owner, gate = Owner(), threading.Event()
    runner.background(gate.wait, owner.show, owner=owner)
    runner.read(lambda _desk: "read", owner.show, owner=owner, topic="x")
    from PySide6.QtCore import QCoreApplication

    while not owner.got:
        QCoreApplication.processEvents()
    assert owner.got == ["read"]
    gate.set()
    settle(runner)


def test_a_locked_desk_answers_no_page(runner: Runner) -> None:
    owner = Owner()
    runner.read(lambda _desk: 1, owner.show, owner=owner)
    settle(runner)
    assert owner.got == []
    with pytest.raises(RuntimeError):
        runner.write(lambda _desk: 1, owner.show, owner=owner)


def test_a_closed_runner_takes_nothing_more(runner: Runner) -> None:
    owner = Owner()
    runner.close()
    runner.call(lambda: 1, owner.show, owner=owner)
    assert runner.idle


def test_none_keeps_its_references(context: Context) -> None:
    """PySide6 6.12 on Python before 3.12 loses a reference of None a call, and the process dies."""
    import sys

    from vipdesk.ui.widgets import Card

    card = Card(context)
    before = sys.getrefcount(None)
    for _ in range(500):
        card.update()
    if sys.version_info < (3, 12):
        assert sys.getrefcount(None) > before - 100
    else:
        assert sys.getrefcount(None) == before
