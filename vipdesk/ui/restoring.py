"""What the window shows while a backup takes the vault's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from vipdesk.ui.follow import Follow
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import column, hairline, row
from vipdesk.ui.widgets.labels import Body, Caption, Display
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.jobs.backups import Stage
    from vipdesk.ui.context import Context


class Restoring(QWidget):
    """A sentence, the progress, and a way to stop: until the exchange nothing is changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.follow = Follow(self)
        line = hairline(brass=True)
        line.setFixedWidth(40)
        self.stage = Caption(context, say("Copying…"), ink="text2")
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(context.look.px(320))
        self.bar.setAccessibleName(context.words("The backup is being restored…"))
        self.stop = Button(context, say("Stop"), on=self.on_stop)
        inside = column(
            Display(context, "VIP Desk"),
            line,
            8,
            Body(context, say("The backup is being restored…"), ink="text2"),
            self.bar,
            self.stage,
            8,
            row(self.stop, None),
            gap=8,
        )
        self.setLayout(column(None, row(None, inside, None), None, margin=24))
        self.follow.told.connect(self.show_progress)

    def show_progress(self, stage: Stage, share: int) -> None:
        """How far it is."""
        from vipdesk.jobs.backups import STAGE_SAID, Stage

        self.stage.show_text(STAGE_SAID[stage])
        self.bar.setValue(share)
        if stage is Stage.SWAPPING:
            self.stop.allow(False, say("It is nearly done and cannot be stopped any more."))

    def on_stop(self) -> None:
        """The vault stays as it is."""
        self.follow.stop()
        self.stop.allow(False, say("Stopping…"))
