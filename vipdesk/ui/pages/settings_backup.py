"""Settings: backups of the vault, by themselves and by hand; the drill; the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from vipdesk.errors import UserError
from vipdesk.ui.files import choose_folder
from vipdesk.ui.follow import Follow
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.labels import Body, Caption, Icon
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.jobs.backups import Backups, BackupState, Drill, Made, Stage
    from vipdesk.ui.context import Context


class BackupCard(Card):
    """The last verified backup, one button to make another, one to try it out, one to go back."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Backups"))
        self.backups: Backups | None = context.backups
        self._follow: Follow | None = None
        if self.backups is None:
            words = say("The team’s database is backed up by its administrator.")
            self.add(Caption(context, words, wrap=True))
            return
        self._build()
        context.backups_changed.connect(self.reload)
        context.language_changed.connect(self.reload)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: look into the folders."""
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """What there is, read in a worker."""
        if self.backups is not None and self.context.runner.office is not None:
            self.context.runner.background(self.backups.state, self.show_state, owner=self)

    def show_state(self, state: BackupState) -> None:
        """The lines of the card."""
        newest = state.newest
        self.mark.show_icon(*(("warning", "warning") if state.old else ("check", "success")))
        self.last.set_ink("warning" if state.old else "text")
        if newest is None:
            self.last.show_text(say("There is no backup yet."))
        else:
            moment = self.context.format.moment(newest)
            self.last.show_text(say("Last verified backup: {moment}", moment=moment))
        size = self.context.words.number(sum(r.size for r in state.rows) / 1_000_000, 1)
        kept = say("{n} backups are kept, {size} MB", n=len(state.rows), size=size)
        self.count.show_text(kept if state.rows else "")
        self.count.setVisible(bool(state.rows))
        self.place.show_text(str(state.place))
        self._show_second(state)
        self._show_drill(state.drill)
        self._show_problem(state.failed or "")
        for button in (self.restore, self.drill):
            if self._follow is None:
                button.allow(bool(state.rows), say("There is no backup yet."))

    # Building --------------------------------------------------------------------------------

    def _build(self) -> None:
        context = self.context
        self.mark = Icon(context, "clock", size=16, ink="text3")
        self.last = Body(context, say("Looking for backups…"))
        self.count = Caption(context, "", ink="text2")
        self.place = Caption(context, "", elide=True)
        self.second = Caption(context, "", wrap=True)
        self.drilled = Caption(context, "", wrap=True)
        self.problem = Body(context, "", ink="danger", wrap=True)
        self.problem.hide()
        self.now = Button(context, say("Back up now"), kind="primary", icon="vault", on=self.on_now)
        self.drill = Button(context, say("Try a restore"), icon="check", on=self.on_drill)
        self.restore = Button(context, say("Restore…"), icon="undo", on=self.on_restore)
        self.choose = Button(context, say("Choose a folder…"), on=self._on_choose)
        self.forget = Button(context, say("No second place"), kind="link", on=self._on_forget)
        words = say(
            "A backup is made every day and before great changes, encrypted like the vault "
            "itself, and read to its last page before an older one goes."
        )
        top = row(self.mark, gap=8)
        top.addWidget(self.last, 1)
        top.addWidget(self.count)
        self.add(Caption(context, words, wrap=True), 4, top, self.problem, self._progress())
        self.add(row(self.now, self.drill, self.restore, None), 4)
        self.add(self._line(say("Kept in"), self.place))
        self.add(self._line(say("Second place"), self.second, self.choose, self.forget))
        self.add(self._line(say("Last tried out"), self.drilled))

    def _progress(self) -> QWidget:
        self.stage = Caption(self.context, "", ink="text2")
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.stop = Button(self.context, say("Stop"), on=self.on_stop)
        self.progress = QWidget()
        line = row(self.stage, gap=12)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self.progress.setLayout(line)
        self.progress.hide()
        return self.progress

    def _line(self, words: Say, widget: QWidget, *more: QWidget) -> QWidget:
        name = Body(self.context, words, ink="text2", wrap=True)
        name.setFixedWidth(self.context.look.px(120))
        made = QWidget()
        line = row(name, gap=12)
        line.addWidget(widget, 1)
        for other in more:
            line.addWidget(other)
        made.setLayout(line)
        return made

    # Showing ---------------------------------------------------------------------------------

    def _show_second(self, state: BackupState) -> None:
        self.forget.setVisible(state.second is not None)
        if state.second is None:
            self.second.show_text(
                say("None. A USB disk or a folder that a cloud service copies: it is encrypted.")
            )
        elif not state.second_there:
            self.second.show_text(say("“{folder}” is not there now.", folder=state.second))
        elif state.second_newest is None:
            self.second.show_text(say("“{folder}”, no backup yet.", folder=state.second))
        else:
            moment = self.context.format.moment(state.second_newest)
            self.second.show_text(
                say("“{folder}”, last: {moment}", folder=state.second, moment=moment)
            )
        away = state.second is not None and not state.second_there
        self.second.set_ink("warning" if away else "text3")

    def _show_drill(self, drill: Drill | None) -> None:
        if drill is None:
            self.drilled.show_text(say("Never. “Try a restore” shows that a backup can be used."))
            return
        moment = self.context.format.moment(drill.at)
        if drill.good:
            self.drilled.show_text(say("{moment}: it can be restored", moment=moment))
        else:
            self.drilled.show_text(say("{moment}: it could not be restored", moment=moment))
        self.drilled.set_ink("text3" if drill.good else "danger")

    def _show_problem(self, sentence: Say | str) -> None:
        self.problem.show_text(sentence)
        self.problem.setVisible(bool(sentence))

    def _show_progress(self, stage: Stage, share: int) -> None:
        from vipdesk.jobs.backups import STAGE_SAID

        self.stage.show_text(STAGE_SAID[stage])
        self.bar.setValue(share)

    # Doing -----------------------------------------------------------------------------------

    def on_now(self) -> None:
        """A backup by hand."""
        from vipdesk.jobs.backups import Reason

        if self.backups is not None:
            work = partial(self.backups.make, Reason.HAND, self._begin().watch())
            self.context.runner.background(work, self._on_made, owner=self, failed=self._on_failed)

    def on_drill(self) -> None:
        """Restore the newest into a folder of its own, and throw it away."""
        if self.backups is not None:
            work = partial(self.backups.drill, self._begin().watch())
            self.context.runner.background(
                work, self._on_drilled, owner=self, failed=self._on_failed
            )

    def on_stop(self) -> None:
        """No backup, no drill; what was there stays."""
        if self._follow is not None:
            self._follow.stop()

    def on_restore(self) -> None:
        """Choose a backup to go back to."""
        from vipdesk.ui.dialogs.restore_dialog import RestoreDialog

        if self.backups is not None:
            RestoreDialog(self.context, Path(self.context.folder), self).open()

    def _begin(self) -> Follow:
        self._follow = follow = Follow(self)
        follow.told.connect(self._show_progress)
        self._show_problem("")
        self.bar.setValue(0)
        self.progress.show()
        for button in (self.now, self.drill, self.restore):
            button.allow(False, say("Wait until it is done."))
        return follow

    def _end(self) -> None:
        self._follow = None
        self.progress.hide()
        self.now.allow(True)
        self.context.backups_changed.emit()

    def _on_made(self, made: Made) -> None:
        self._end()
        if made.second_failed is not None:
            self.context.problem(made.second_failed)
        else:
            self.context.say(say("Backup made and verified."))

    def _on_drilled(self, drill: Drill) -> None:
        self._end()
        self.context.say(
            say(
                "The backup can be restored. Read and verified: clients {clients}, events "
                "{events}, journal entries {entries}.",
                clients=drill.clients,
                events=drill.events,
                entries=drill.entries,
            )
        )

    def _on_failed(self, error: Exception) -> bool:
        self._end()
        if isinstance(error, UserError):
            self.context.problem(error.say)
            return True
        return False

    def _on_choose(self) -> None:
        choose_folder(self, self.context.settings.backup_folder, self.take_second)

    def take_second(self, folder: str) -> None:
        """Every backup from now on is copied there too; one is made at once."""
        if self.backups is not None:
            self.backups.second = Path(folder)
            self.context.change_settings(backup_folder=folder)
            self.on_now()

    def _on_forget(self) -> None:
        if self.backups is not None:
            self.backups.second = None
            self.context.change_settings(backup_folder="")
            self.reload()
