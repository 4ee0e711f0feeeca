"""After unlocking: forms stood half-written at the lock or the crash. Go on, or throw away?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, column, row
from vipdesk.ui.widgets.labels import Body, Caption, Icon, Strong
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.drafts import Kept
    from vipdesk.ui.shell import Shell

_OWN = {
    "complaint.new": say("New complaint"),
    "complaint.reply": say("First reply"),
}


class KeptDialog(Dialog):
    """One card a form: continue, or discard. 'Later' keeps all of them in their forms."""

    def __init__(self, context: Context, kept: tuple[Kept, ...], shell: Shell) -> None:
        self._kept, self._shell = kept, shell
        self.lines: dict[str, QWidget] = {}
        super().__init__(context, say("Your unsaved text was kept"), parent=shell)
        self.cancel_button.show_text(say("Later"))

    def _build(self) -> None:
        words = say("These forms were open when the desk was locked or broke off.")
        self.body.addWidget(Body(self.context, words, ink="text2", wrap=True))
        for kept in self._kept:
            self.lines[kept.key] = self._line(kept)
            self.body.addWidget(self.lines[kept.key])
        self.body.addStretch(1)

    def _line(self, kept: Kept) -> QWidget:
        context = self.context
        card = Card(context, padding=12)
        title = Strong(context, self._title(kept), elide=True)
        title.setMinimumWidth(context.look.px(120))
        when = ""
        if kept.saved_at is not None:
            when = context.words(say("Kept {when}", when=context.format.moment(kept.saved_at)))
        go_on = Button(context, say("Go on"), on=partial(self._on_continue, kept.key))
        discard = Button(context, say("Discard"), kind="link", on=partial(self._on_drop, kept.key))
        for button in (go_on, discard):
            button.setAccessibleDescription(title.text())
        private = kept.key.startswith("complaint.")
        icon = Icon(context, "lock" if private else "note", size=20)
        line = row(icon, gap=12)
        line.addLayout(column(title, Caption(context, when), gap=2), 1)
        line.addWidget(discard)
        line.addWidget(go_on)
        card.add(line)
        return card

    def _title(self, kept: Kept) -> Say | str:
        form = kept.key.partition(":")[0]
        return kept.title or _OWN.get(form, say("Unfinished form"))

    def _on_continue(self, key: str) -> None:
        """This one now; the others wait in their forms."""
        from vipdesk.ui.reopening import reopen

        shell = self._shell
        self.accept()
        reopen(shell, key)

    def _on_drop(self, key: str) -> None:
        self.context.drafts.discard(key)
        self.lines.pop(key).hide()
        if not self.lines:
            self.accept()

    def done(self, result: int) -> None:
        """What is left waits in its form and is not asked about again."""
        for key in self.lines:
            self.context.drafts.lay_aside(key)
        super().done(result)
